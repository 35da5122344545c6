using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Imports.Merging;
using TkpkPortal.Core.Programs;

namespace TkpkPortal.Core.Imports.Running;

/// <summary>Checks the families of one bucket against the registry as it is now.</summary>
internal sealed class Checking(MergeContext context, ImportJob job)
{
    public static Checking Of(MergeContext context, ImportJob job) => new(context, job);

    public async Task<ChunkFound> FindAsync(NpgsqlConnection connection, int bucket, List<FamilyGroup> groups, ProblemWriter problems)
    {
        var outcomes = await new BucketMatch(context, new(connection)).RunAsync(groups, forUpdate: false, job.Token);
        if (context.Program is { } program) await ReceivesAlreadyAsync(connection, outcomes, program);
        if (context.Format == ImportFormat.Deciles) await RankedAlreadyAsync(connection, bucket, outcomes);
        foreach (var (row, field, rule, places) in outcomes.SelectMany(o => o.Problems)) problems.Add(row, field, rule, places);
        var id = Guid.CreateVersion7();
        return new(
            bucket, 0, outcomes.Count(o => o.Kind == OutcomeKind.New), outcomes.Count(o => o.Kind == OutcomeKind.Changed), outcomes.Count(o => o.Kind == OutcomeKind.Same),
            groups.Sum(g => g.Bad.Count) + outcomes.Sum(o => o.Problems.Select(p => p.Row).Distinct().Count()),
            [.. outcomes.Select(o => o.Held?.Id).OfType<Guid>().Distinct()], Changes(outcomes, context))
        {
            Id = id,
            SealedPlan = ChunkPlan.Seal(outcomes, id, job.Cipher),
        };
    }

    public static List<PlannedChange> Changes(IEnumerable<FamilyOutcome> outcomes, MergeContext context) => context.Program is { } program
        ? [.. outcomes.Where(o => o.Kind == OutcomeKind.New).Select(o => new PlannedChange(o.Held!.Id, o.Group.FirstRow, ImportChangeKind.Enrollment, [new("Program", null, program.Name)]))]
        : [.. outcomes.Where(o => o.Kind == OutcomeKind.Changed).Select(o => new PlannedChange(
            o.Held!.Id, o.Group.FirstRow, context.Format == ImportFormat.Deciles ? ImportChangeKind.Decile : ImportChangeKind.Household, o.Diff))];

    private async Task ReceivesAlreadyAsync(NpgsqlConnection connection, List<FamilyOutcome> outcomes, ImportedProgram program)
    {
        foreach (var outcome in outcomes.Where(o => o.Kind == OutcomeKind.New && !program.IsActive)) outcome.Refuse(outcome.Group.Rows[0], -1, EnrollmentRules.ProgramClosed);
        await using var command = new NpgsqlCommand("select household_id from enrollments where program_id = $1 and ended_on is null and household_id = any($2)", connection);
        command.Parameters.Add(ImportJob.Id(program.Id));
        command.Parameters.Add(Ids(outcomes));
        var already = new HashSet<Guid>();
        await using (var reader = await command.ExecuteReaderAsync(job.Token))
        {
            while (await reader.ReadAsync(job.Token)) already.Add(reader.GetGuid(0));
        }

        already.UnionWith((await PlannedAsync(connection, -1, outcomes)).Keys);
        foreach (var outcome in outcomes.Where(o => o.Kind == OutcomeKind.New && already.Contains(o.Held!.Id))) outcome.Kind = OutcomeKind.Same;
    }

    /// <summary>Members of one family may lie in several buckets of a list by NIK; the first one's rank is planned already.</summary>
    private async Task RankedAlreadyAsync(NpgsqlConnection connection, int bucket, List<FamilyOutcome> outcomes)
    {
        var planned = await PlannedAsync(connection, bucket, outcomes);
        foreach (var outcome in outcomes.Where(o => o.Kind == OutcomeKind.Changed && planned.ContainsKey(o.Held!.Id)))
        {
            var (row, diff) = planned[outcome.Held!.Id];
            if (diff.SequenceEqual(outcome.Diff)) outcome.Kind = OutcomeKind.Same;
            else outcome.Refuse(outcome.Group.Rows[0], context.Fields.Decile, ImportRules.DecilesDiffer, row);
        }
    }

    private async Task<Dictionary<Guid, (int Row, List<FieldChange> Diff)>> PlannedAsync(NpgsqlConnection connection, int bucket, List<FamilyOutcome> outcomes)
    {
        await using var command = new NpgsqlCommand("select household_id, row_number, id, sealed_diff from import_changes where batch_id = $1 and bucket <> $3 and household_id = any($2)", connection);
        command.Parameters.Add(ImportJob.Id(job.Batch.Id));
        command.Parameters.Add(Ids(outcomes));
        command.Parameters.Add(ChunkWriter.Whole(bucket));
        var planned = new Dictionary<Guid, (int, List<FieldChange>)>();
        await using var reader = await command.ExecuteReaderAsync(job.Token);
        while (await reader.ReadAsync(job.Token))
            planned[reader.GetGuid(0)] = (reader.GetInt32(1), JsonSerializer.Deserialize<List<FieldChange>>(job.Cipher.Open(reader.GetFieldValue<byte[]>(3), reader.GetGuid(2)))!);
        return planned;
    }

    private static NpgsqlParameter Ids(List<FamilyOutcome> outcomes) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid, Value = outcomes.Select(o => o.Held?.Id).OfType<Guid>().ToArray() };
}
