using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Areas;

public sealed record RowProblem(long Row, string Code, string Sentence);

/// <summary>What an imported list did. Vanished areas stay, marked with the day; <see cref="Vanished"/> names at most 200 of them.</summary>
public sealed record AreaImportReport(int Added, int Renamed, int Same, int VanishedCount, IReadOnlyList<string> Vanished, IReadOnlyList<RowProblem> Problems);

/// <summary>Takes a `kode,nama` list of any part of the country: adds, renames, keeps ids, marks what vanished.</summary>
public sealed class ImportAreas(TkpkDbContext db, AuditTrail trail, KabupatenClock clock)
{
    private const int Shown = 200;

    public async Task<AreaImportReport> RunAsync(Stream file, CancellationToken ct)
    {
        var table = await CsvTable.ReadAsync(file, ct, "kode", "nama");
        var (rows, problems) = Check(table);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await StageAsync(connection, rows, ct);
        problems.AddRange(await DropOrphansAsync(connection, rows, ct));
        var renamed = await CountAsync(connection, RenameSql, ct);
        var added = await CountAsync(connection, InsertSql, ct);
        await CountAsync(connection, ParentSql, ct);
        var vanished = await VanishAsync(connection, ct);
        trail.Add(db, new(AuditAction.Import, nameof(Area), null, "Daftar wilayah"), $"{added} baru, {renamed} berganti nama, {vanished.Count} hilang");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        var good = rows.Count - problems.Count(p => p.Code == AreaRules.ParentMissing.Code);
        return new(added, renamed, good - added - renamed, vanished.Count, [.. vanished.Take(Shown)], [.. problems.OrderBy(p => p.Row)]);
    }

    private static (List<(AreaCode Code, string Name, long Row)> Rows, List<RowProblem> Problems) Check(CsvTable table)
    {
        var rows = new List<(AreaCode, string, long)>();
        var problems = new List<RowProblem>();
        var seen = new Dictionary<string, long>();
        foreach (var line in table.Lines)
        {
            var (text, name) = (table.Cell(line, "kode"), table.Cell(line, "nama"));
            if (!AreaCode.TryParse(text, out var code)) problems.Add(Problem(line.Row, AreaRules.BadCode, text));
            else if (name.Length == 0) problems.Add(Problem(line.Row, AreaRules.NameMissing));
            else if (name.Any(c => c is '"' or '<' or '>' || char.IsControl(c))) problems.Add(Problem(line.Row, AreaRules.NameBroken, name));
            else if (!seen.TryAdd(code.Text, line.Row)) problems.Add(Problem(line.Row, AreaRules.CodeTwice, seen[code.Text]));
            else rows.Add((code, name.Length > 150 ? name[..150] : name, line.Row));
        }

        return (rows, problems);
    }

    private static RowProblem Problem(long row, Rule rule, params object[] places) => new(row, rule.Code, new RuleBrokenException(rule, null, places).Message);

    private static async Task StageAsync(NpgsqlConnection connection, List<(AreaCode Code, string Name, long Row)> rows, CancellationToken ct)
    {
        await CountAsync(connection, "create temp table staged_areas (id uuid, code text collate \"C\", name text, level text, kind text, parent_code text collate \"C\") on commit drop", ct);
        await using var writer = await connection.BeginBinaryImportAsync("copy staged_areas from stdin (format binary)", ct);
        foreach (var (code, name, _) in rows.OrderBy(r => r.Code.Text, StringComparer.Ordinal))
        {
            await writer.StartRowAsync(ct);
            await writer.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid, ct);
            await writer.WriteAsync(code.Text, NpgsqlDbType.Text, ct);
            await writer.WriteAsync(name, NpgsqlDbType.Text, ct);
            await writer.WriteAsync(code.Level.ToString(), NpgsqlDbType.Text, ct);
            await (code.Kind is { } kind ? writer.WriteAsync(kind.ToString(), NpgsqlDbType.Text, ct) : writer.WriteNullAsync(ct));
            await writer.WriteAsync(code.ParentText!, NpgsqlDbType.Text, ct);
        }

        await writer.CompleteAsync(ct);
    }

    /// <summary>A row whose parent is nowhere is refused, and so are the rows under it.</summary>
    private static async Task<List<RowProblem>> DropOrphansAsync(NpgsqlConnection connection, List<(AreaCode Code, string Name, long Row)> rows, CancellationToken ct)
    {
        var problems = new List<RowProblem>();
        var rowOf = rows.ToDictionary(r => r.Code.Text, r => r.Row);
        List<(string Code, string Parent)> dropped;
        do
        {
            dropped = [];
            await using var command = new NpgsqlCommand(OrphanSql, connection);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) dropped.Add((reader.GetString(0), reader.GetString(1)));
            problems.AddRange(dropped.Select(d => Problem(rowOf[d.Code], AreaRules.ParentMissing, d.Parent)));
        }
        while (dropped.Count > 0);
        return problems;
    }

    private async Task<List<string>> VanishAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await CountAsync(connection, "update areas a set vanished_on = null from staged_areas s where a.code = s.code and a.vanished_on is not null", ct);
        await using var command = new NpgsqlCommand(VanishSql, connection);
        command.Parameters.Add(new() { Value = clock.Today });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var vanished = new List<string>();
        while (await reader.ReadAsync(ct)) vanished.Add(reader.GetString(0));
        vanished.Sort(StringComparer.Ordinal);
        return vanished;
    }

    private static async Task<int> CountAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync(ct);
    }

    private const string OrphanSql = """
        delete from staged_areas s
        where not exists (select 1 from areas a where a.code = s.parent_code)
          and not exists (select 1 from staged_areas p where p.code = s.parent_code)
        returning s.code, s.parent_code
        """;

    private const string RenameSql = "update areas a set name = s.name from staged_areas s where a.code = s.code and a.name <> s.name";

    private const string InsertSql = """
        insert into areas (id, code, name, level, kind)
        select s.id, s.code, s.name, s.level, s.kind from staged_areas s where not exists (select 1 from areas a where a.code = s.code)
        """;

    private const string ParentSql = """
        update areas a set parent_id = p.id from staged_areas s join areas p on p.code = s.parent_code
        where a.code = s.code and a.parent_id is distinct from p.id
        """;

    /// <summary>Only siblings can show that an area vanished: a list of one regency says nothing about the province's other regencies.</summary>
    private const string VanishSql = """
        update areas a set vanished_on = $1
        from areas p
        where p.id = a.parent_id and a.vanished_on is null
          and exists (select 1 from staged_areas f where f.code = p.code)
          and (select count(*) from (select 1 from staged_areas c where c.parent_code = p.code limit 2) two) >= case when a.level in ('Province', 'Regency') then 2 else 1 end
          and not exists (select 1 from staged_areas s where s.code = a.code)
        returning a.code || ' ' || a.name
        """;
}
