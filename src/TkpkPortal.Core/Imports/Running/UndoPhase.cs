using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports.Merging;

namespace TkpkPortal.Core.Imports.Running;

/// <summary>
/// Takes a batch back, as far as nobody has touched its families since: changed families get their old rows again, families it made are deleted.
/// What was touched stays and is marked. Each step is a transaction that finds only what is still to do.
/// </summary>
internal sealed class UndoPhase(ImportJob job, AuditTrail trail)
{
    private const int FamiliesAtOnce = 1_000;

    private readonly Guid _batchId = job.Batch.Id;
    private int _done;
    private int _total;

    public async Task RunAsync()
    {
        if (job.Batch.Format == ImportFormat.CentreAnswers)
        {
            await new AnswerUndo(job).RunAsync();
            await FinishAsync();
            return;
        }

        await using var connection = await job.OpenAsync();
        var made = await MadeAsync(connection);
        var changed = await ChangedAsync(connection);
        (_done, _total) = (0, made.Count + changed.Count);
        job.Lease.Report(0, _total);
        // The last written first: two changes of one family are taken back in reverse.
        foreach (var some in changed.Chunk(FamiliesAtOnce)) await RestoreAsync(connection, some);
        foreach (var some in made.Chunk(FamiliesAtOnce)) await DeleteAsync(connection, some);
        await FinishAsync();
    }

    private async Task<List<Guid>> MadeAsync(NpgsqlConnection connection) =>
        await GuidsAsync(connection, "select id from households where origin_batch_id = $1 and last_batch_id = $1 order by id", ImportJob.Id(_batchId));

    private async Task<List<Guid>> ChangedAsync(NpgsqlConnection connection) => await GuidsAsync(
        connection, "select id from import_changes where batch_id = $1 and merged_at is not null and undone_at is null and not kept_on_undo order by id desc", ImportJob.Id(_batchId));

    private async Task RestoreAsync(NpgsqlConnection connection, Guid[] changes)
    {
        await using var transaction = await connection.BeginTransactionAsync(job.Token);
        await ImportJob.ExecuteAsync(
            connection, "select 1 from households where id in (select household_id from import_changes where id = any($1)) order by id for update", job.Token, Ids(changes));
        var (back, kept) = (new List<(Guid Change, Guid Family, BeforeImage Before)>(), new List<Guid>());
        await using (var command = new NpgsqlCommand(
            """
            select c.id, c.household_id, c.sealed_before, c.kind = 'Enrollment' or h.last_batch_id = $2
            from import_changes c join households h on h.id = c.household_id where c.id = any($1) order by c.id desc
            """,
            connection))
        {
            command.Parameters.Add(Ids(changes));
            command.Parameters.Add(ImportJob.Id(_batchId));
            await using var reader = await command.ExecuteReaderAsync(job.Token);
            while (await reader.ReadAsync(job.Token))
            {
                var id = reader.GetGuid(0);
                if (await reader.IsDBNullAsync(3, job.Token) || !reader.GetBoolean(3) || await reader.IsDBNullAsync(2, job.Token)) kept.Add(id);
                else back.Add((id, reader.GetGuid(1), JsonSerializer.Deserialize<BeforeImage>(job.Cipher.Open(reader.GetFieldValue<byte[]>(2), id))!));
            }
        }

        kept.AddRange(await EndEnrollmentsAsync(connection, back));
        // Two changes of one family, one after the other.
        for (var rest = back.FindAll(b => b.Before.Household is not null); rest.Count > 0;)
        {
            var now = rest.DistinctBy(b => b.Family).ToList();
            await PutBackAsync(connection, now);
            rest.RemoveAll(now.Contains);
        }

        await ImportJob.ExecuteAsync(connection, "update import_changes set kept_on_undo = true where id = any($1)", job.Token, Ids([.. kept]));
        await ImportJob.ExecuteAsync(connection, "update import_changes set undone_at = clock_timestamp() where id = any($1)", job.Token, Ids([.. back.Select(b => b.Change).Except(kept)]));
        await DoneAsync(connection, changes.Length);
        await transaction.CommitAsync(job.Token);
    }

    /// <summary>Enrollments somebody has ended since stay; their changes are returned.</summary>
    private async Task<List<Guid>> EndEnrollmentsAsync(NpgsqlConnection connection, List<(Guid Change, Guid Family, BeforeImage Before)> back)
    {
        var enrolled = back.FindAll(b => b.Before.Enrollment is not null);
        if (enrolled.Count == 0) return [];
        var gone = await GuidsAsync(
            connection, "delete from enrollments where id = any($1) and ended_on is null and note is null returning id", Ids([.. enrolled.Select(e => e.Before.Enrollment!.Value)]));
        await EnrollmentCounts.RecountAsync(connection, [.. enrolled.Select(e => e.Family)], job.Token);
        return [.. enrolled.Where(e => !gone.Contains(e.Before.Enrollment!.Value)).Select(e => e.Change)];
    }

    private async Task PutBackAsync(NpgsqlConnection connection, List<(Guid Change, Guid Family, BeforeImage Before)> back)
    {
        var families = Ids([.. back.Select(b => b.Family)]);
        await ImportJob.ExecuteAsync(connection, "delete from surveys where batch_id = $2 and household_id = any($1)", job.Token, families, ImportJob.Id(_batchId));
        await ImportJob.ExecuteAsync(connection, "delete from household_members where id = any($1)", job.Token, Ids([.. back.SelectMany(b => b.Before.Added)]));
        // Numbers first let go, then taken: two people may have exchanged theirs.
        await ImportJob.ExecuteAsync(
            connection, "update household_members m set nik_digest = null from jsonb_populate_recordset(null::household_members, $1) r where m.id = r.id and m.nik_digest is distinct from r.nik_digest",
            job.Token, Json(back.SelectMany(b => b.Before.Members!.Value.EnumerateArray())));
        await ImportJob.ExecuteAsync(
            connection,
            """
            update household_members m
            set name = r.name, nik_cipher = r.nik_cipher, nik_digest = r.nik_digest, relation = r.relation, sex = r.sex, birth_date = r.birth_date, education = r.education, school = r.school,
                occupation = r.occupation, work = r.work, marital = r.marital, disability = r.disability, pregnant = r.pregnant, health_insurance = r.health_insurance
            from jsonb_populate_recordset(null::household_members, $1) r where m.id = r.id
            """,
            job.Token, Json(back.SelectMany(b => b.Before.Members!.Value.EnumerateArray())));
        await ImportJob.ExecuteAsync(
            connection,
            """
            update households h
            set card_number_cipher = r.card_number_cipher, card_number_digest = r.card_number_digest, head_name = r.head_name, address = r.address, hamlet = r.hamlet, rt = r.rt, rw = r.rw,
                decile = r.decile, decile_source = r.decile_source, decile_released_on = r.decile_released_on, conditions = r.conditions, known_conditions = r.known_conditions,
                legacy_household_number = r.legacy_household_number, member_count = r.member_count, updated_at = clock_timestamp(), last_batch_id = r.last_batch_id
            from jsonb_populate_recordset(null::households, $1) r where h.id = r.id
            """,
            job.Token, Json(back.Select(b => b.Before.Household!.Value)));
        await RankBackAsync(connection, back.FindAll(b => b.Before.Ranked));
    }

    private async Task RankBackAsync(NpgsqlConnection connection, List<(Guid Change, Guid Family, BeforeImage Before)> ranked)
    {
        if (ranked.Count == 0) return;
        await ImportJob.ExecuteAsync(
            connection, "delete from welfare_deciles where batch_id = $2 and household_id = any($1)", job.Token,
            Ids([.. ranked.Where(r => !r.Before.WasRanked).Select(r => r.Family)]), ImportJob.Id(_batchId));
        var was = ranked.FindAll(r => r.Before.WasRanked);
        await ImportJob.ExecuteAsync(
            connection, "update welfare_deciles d set decile = w.decile, batch_id = null from unnest($1, $3) as w(id, decile) where d.batch_id = $2 and d.household_id = w.id", job.Token,
            Ids([.. was.Select(r => r.Family)]), ImportJob.Id(_batchId),
            new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer, Value = was.Select(r => r.Before.WasDecile).ToArray() });
    }

    private async Task DeleteAsync(NpgsqlConnection connection, Guid[] families)
    {
        await using var transaction = await connection.BeginTransactionAsync(job.Token);
        var going = await GuidsAsync(
            connection,
            """
            select h.id from households h
            where h.id = any($1) and h.last_batch_id = $2 and h.origin_batch_id = $2
              and not exists (select 1 from enrollments e where e.household_id = h.id)
              and not exists (select 1 from household_assignments a where a.household_id = h.id)
              and not exists (select 1 from checklist_assessments c where c.household_id = h.id)
              and not exists (select 1 from surveys s where s.household_id = h.id and s.batch_id is distinct from $2)
              and not exists (select 1 from welfare_deciles d where d.household_id = h.id and d.batch_id is distinct from $2)
              and not exists (select 1 from import_changes c where c.household_id = h.id and c.batch_id <> $2 and c.merged_at is not null and c.undone_at is null)
              and not exists (select 1 from households o where o.split_from_id = h.id or o.merged_into_id = h.id)
              and not exists (select 1 from proposals p where p.household_id = h.id)
            order by h.id for update
            """,
            Ids(families), ImportJob.Id(_batchId));
        foreach (var table in DependentTables) await ImportJob.ExecuteAsync(connection, table, job.Token, Ids([.. going]));
        await DoneAsync(connection, families.Length);
        await transaction.CommitAsync(job.Token);
    }

    private static readonly string[] DependentTables =
    [
        "delete from surveys where household_id = any($1)",
        "delete from welfare_deciles where household_id = any($1)",
        "delete from import_changes where household_id = any($1)",
        "delete from household_members where household_id = any($1)",
        "delete from households where id = any($1)",
    ];

    private async Task FinishAsync()
    {
        await using var db = job.OpenRegistry();
        await using var transaction = await db.Database.BeginTransactionAsync(job.Token);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await ImportJob.ExecuteAsync(
            connection, "update import_chunks set undone_at = clock_timestamp() where batch_id = $1 and merged_at is not null and undone_at is null", job.Token, ImportJob.Id(_batchId));
        await ImportJob.ExecuteAsync(connection, "delete from import_changes where batch_id = $1 and merged_at is null", job.Token, ImportJob.Id(_batchId));
        if (job.Batch.Format != ImportFormat.CentreAnswers) await RecountAsync(db, connection);
        trail.Add(db, new(AuditAction.Import, nameof(ImportBatch), _batchId, $"Impor nomor {job.Batch.Number} dibatalkan: {job.Batch.FileName}"));
        await db.SaveChangesAsync(job.Token);
        await job.EnterAsync(connection, ImportState.Undone);
        await transaction.CommitAsync(job.Token);
    }

    /// <summary>The desa of deleted families are no longer known; counting every desa that has counts takes a second.</summary>
    private async Task RecountAsync(TkpkDbContext db, NpgsqlConnection connection)
    {
        var villages = await db.VillageTallies.AsNoTracking().Select(t => t.VillageId).Distinct().ToListAsync(job.Token);
        await TallyRecount.RunAsync(db, [.. villages.Union(await TouchedVillages.ReadAsync(connection, _batchId, job.Token))], job.Token);
    }

    private async Task DoneAsync(NpgsqlConnection connection, int more)
    {
        job.Lease.Report(_done += more, _total);
        await job.Lease.HoldAsync(connection, job.Token);
        job.Database.NoteChange();
    }

    private async Task<List<Guid>> GuidsAsync(NpgsqlConnection connection, string sql, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        var ids = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(job.Token);
        while (await reader.ReadAsync(job.Token)) ids.Add(reader.GetGuid(0));
        return ids;
    }

    private static NpgsqlParameter Ids(Guid[] ids) => new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid, Value = ids };

    private static NpgsqlParameter Json(IEnumerable<JsonElement> rows) => new() { NpgsqlDbType = NpgsqlDbType.Jsonb, Value = JsonSerializer.Serialize(rows.ToList()) };
}
