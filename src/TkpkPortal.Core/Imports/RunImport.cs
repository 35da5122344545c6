using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports.Merging;
using TkpkPortal.Core.Imports.Running;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Imports;

/// <summary>What a worker looks up besides the batch: who asked, where we are, what time it is.</summary>
public sealed record ImportSurroundings(ReadActor ReadActor, CurrentSettings Settings, KeptViews Kept, TimeProvider Time);

/// <summary>
/// The worker of one batch: takes the lease, goes on with the phase the batch is in, and stops where a person has to decide. Running it twice, or again after a
/// kill, is harmless. It runs as the person who asked for the step.
/// </summary>
public sealed class RunImport(TkpkDatabase database, FieldCipher cipher, KabupatenClock clock, ImportSurroundings around, ILogger<RunImport> log)
{
    public async Task RunAsync(Guid batchId, CancellationToken ct)
    {
        try
        {
            await WorkAsync(batchId, ct);
        }
        catch (Exception e) when (IsAway(e) || (e is OperationCanceledException or LeaseLostException))
        {
            log.LogWarning("An import could not be worked on now ({Kind}). It goes on by itself.", e.GetType().Name);
        }
    }

    private async Task WorkAsync(Guid batchId, CancellationToken ct)
    {
        await using var lease = await ImportLease.TakeAsync(database.Source, batchId, ct);
        if (lease is null) return;
        while (await LoadAsync(batchId, lease.Token) is { Working: true } batch)
        {
            if (!await StepAsync(batch, lease)) return;
        }
    }

    /// <summary>False when this worker should leave the batch alone now.</summary>
    private async Task<bool> StepAsync(ImportBatch batch, ImportLease lease)
    {
        var job = new ImportJob(batch, lease, database, cipher, clock, Actor.System("Impor"));
        try
        {
            if (await ActorAsync(batch, lease.Token) is not { } actor)
            {
                await EndAsync(job, ImportState.Failed, ImportRules.AskerMayNot.Sentence, ImportRules.AskerMayNot.Code);
                return false;
            }

            await PhaseAsync(job with { Actor = actor });
            return true;
        }
        catch (CancelledByPersonException)
        {
            await CancelAsync(job);
            return true;
        }
        catch (RuleBrokenException e) when (batch.State is ImportState.Uploaded or ImportState.Read)
        {
            await EndAsync(job, ImportState.Refused, e.Message, e.Rule.Code);
            return false;
        }
        catch (Exception e) when (e is LeaseLostException or OperationCanceledException)
        {
            return false;
        }
        catch (Exception e) when (IsAway(e))
        {
            log.LogWarning("Import {Batch} was interrupted in {State}: the database is away ({Kind}). It goes on by itself.", batch.Number, batch.State, e.GetType().Name);
            return false;
        }
        catch (Exception e)
        {
            await FailedOnceAsync(job, e);
            return false;
        }
    }

    /// <summary>The database went, or the way to it: no fault of the file. EF wraps such an error in one of its own.</summary>
    private static bool IsAway(Exception e) =>
        e is NpgsqlException { IsTransient: true } or IOException
            or PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow }
        || (e is InvalidOperationException or ChannelClosedException or DbUpdateException && e.InnerException is { } inner && IsAway(inner));

    private async Task PhaseAsync(ImportJob job)
    {
        job.Lease.Report(0, 0);
        switch (job.Batch.State)
        {
            case ImportState.Uploaded:
                var areas = await AreasAsync(job);
                await new ReadPhase(job, new(areas), (await around.Settings.GetAsync(job.Token)).Regency?.Code).RunAsync();
                break;
            case ImportState.Read:
                await new CheckPhase(job, await ContextAsync(job, makeRelease: false)).RunAsync();
                break;
            case ImportState.Committing:
                await new CommitPhase(job, await ContextAsync(job, makeRelease: true), Trail()).RunAsync();
                break;
            default:
                await new UndoPhase(job, Trail()).RunAsync();
                break;
        }

        database.NoteChange();
    }

    private AuditTrail Trail() => new(cipher, around.Time, new());

    private async Task<ImportBatch?> LoadAsync(Guid batchId, CancellationToken ct)
    {
        await using var db = database.Open(Actor.System("Impor"));
        return await db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == batchId, ct);
    }

    /// <summary>Null where the person who asked may not import any more.</summary>
    private async Task<Actor?> ActorAsync(ImportBatch batch, CancellationToken ct)
    {
        if (batch.AskedBy is not { } user) return Actor.System("Impor");
        var actor = await around.ReadActor.RunAsync(user, ct);
        return actor.Reach == Reach.Everything && actor.May(Permission.ImportHouseholds) ? actor : null;
    }

    private async Task<HouseholdAreas> AreasAsync(ImportJob job)
    {
        await using var db = database.Open(job.Actor);
        return await new HouseholdAreasQuery(db, around.Settings, around.Kept).RunAsync(job.Token);
    }

    private async Task<MergeContext> ContextAsync(ImportJob job, bool makeRelease)
    {
        var (batch, areas) = (job.Batch, await AreasAsync(job));
        var fields = new FamilyFields(LayoutJson.Read(batch.Format, batch.Columns));
        return new(batch.Format, fields, areas, new(areas), clock.Today)
        {
            Release = fields.Decile >= 0 ? await ReleaseAsync(job, makeRelease) : null,
            Program = await ProgramAsync(job),
            Instrument = fields.Answers.Count > 0 && batch.SurveyedOn is not null ? "p3ke" : null,
            SurveyedOn = batch.SurveyedOn ?? clock.Today,
        };
    }

    /// <summary>While checking, a release nobody has recorded yet has an id that no family is ranked by.</summary>
    private async Task<RankedRelease?> ReleaseAsync(ImportJob job, bool make)
    {
        if (job.Batch is not { DecileSource: { } source, DecileReleasedOn: { } on }) return null;
        await using var connection = await job.OpenAsync();
        NpgsqlParameter[] both() => [new() { NpgsqlDbType = NpgsqlDbType.Text, Value = source }, new() { NpgsqlDbType = NpgsqlDbType.Date, Value = on }];
        if (make)
            await ImportJob.ExecuteAsync(connection, "insert into decile_releases (id, source, released_on, recorded_at) values (gen_random_uuid(), $1, $2, clock_timestamp()) on conflict do nothing", job.Token, both());
        await using var command = new NpgsqlCommand("select id from decile_releases where source = $1 and released_on = $2", connection);
        command.Parameters.AddRange(both());
        return new(await command.ExecuteScalarAsync(job.Token) is Guid id ? id : Guid.Empty, source, on);
    }

    private async Task<ImportedProgram?> ProgramAsync(ImportJob job)
    {
        if (job.Batch.ProgramId is not { } id) return null;
        await using var db = database.Open(job.Actor);
        return await db.Programs.AsNoTracking().Where(p => p.Id == id).Select(p => new ImportedProgram(p.Id, p.Name, p.IsActive)).SingleAsync(job.Token);
    }

    private async Task CancelAsync(ImportJob job)
    {
        if (job.Batch.State == ImportState.Committing) await EndAsync(job, ImportState.Undoing, null, null);
        else await EndAsync(job, ImportState.Refused, ImportRules.CancelledBefore.Sentence, ImportRules.CancelledBefore.Code);
    }

    /// <summary>Only the kind of the error and where it happened: a message may quote a cell.</summary>
    private async Task FailedOnceAsync(ImportJob job, Exception e)
    {
        log.LogError("Import {Batch} failed in {State}: {Kind} {Code} at {Where}", job.Batch.Number, job.Batch.State, e.GetType().Name, (e as PostgresException)?.SqlState, e.StackTrace);
        await using var command = database.Source.CreateCommand("update import_batches set tries = tries + 1 where id = $1 and fence = $2 returning tries");
        command.Parameters.Add(ImportJob.Id(job.Batch.Id));
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Bigint, Value = job.Lease.Fence });
        if (await command.ExecuteScalarAsync(job.Token) is not int tries || tries < ImportBatch.MostTries) return;
        var sentence = string.Format(Indonesian.Culture, ImportRules.GaveUp.Sentence, ImportNames.Phase(job.Batch.State));
        await EndAsync(job, ImportState.Failed, sentence, ImportRules.GaveUp.Code);
    }

    private static async Task EndAsync(ImportJob job, ImportState state, string? sentence, string? code)
    {
        const int Longest = 500;
        await using var connection = await job.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync(job.Token);
        if (state == ImportState.Refused) await ImportJob.ExecuteAsync(connection, "delete from import_changes where batch_id = $1", job.Token, ImportJob.Id(job.Batch.Id));
        await job.EnterAsync(connection, state, sentence is { Length: > Longest } ? sentence[..Longest] : sentence, code);
        await transaction.CommitAsync(job.Token);
    }
}
