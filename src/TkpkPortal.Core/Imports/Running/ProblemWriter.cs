using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;

namespace TkpkPortal.Core.Imports.Running;

/// <summary>Gathers what is wrong with rows and copies it in, a few thousand at a time.</summary>
internal sealed class ProblemWriter(Guid batchId, ImportLayout layout, FieldCipher cipher)
{
    private readonly List<(Guid Id, int Row, int Column, string Header, string Code, bool IsError, byte[] Text)> _found = [];

    public int Count => _found.Count;

    public void Add(int row, CellProblem problem)
    {
        var id = Guid.CreateVersion7();
        var column = problem.Field < 0 ? -1 : layout.Columns[problem.Field];
        var header = column < 0 ? problem.Field < 0 ? "" : layout.Fields[problem.Field].Label : layout.Headers[column];
        _found.Add((id, row, column, header.Length > 100 ? header[..100] : header, problem.Code, problem.IsError, cipher.Seal(JsonSerializer.Serialize(new ProblemText(problem.Content, problem.Sentence)), id)));
    }

    public void Add(KeptRow row, int field, Rule rule, object[] places)
    {
        const int Shown = 60;
        var content = field >= 0 && layout.Columns[field] >= 0 && row.Values[field] is { } value && value != StagedRow.Clear ? Words(layout.Fields[field].Key, value) : "";
        Add(row.Number, new(field, rule.Code, true, content.Length > Shown ? content[..Shown] : content, string.Format(Indonesian.Culture, rule.Sentence, places)));
    }

    /// <summary>A code as people know it, not as it is kept.</summary>
    private static string Words(string key, string value) => key switch
    {
        FieldKeys.Relation => HouseholdNames.Of(Enum.Parse<FamilyRelation>(value)),
        FieldKeys.Outcome => ProposalNames.Of(Enum.Parse<CentreAnswer>(value)),
        _ => value,
    };

    public async Task WriteAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        if (_found.Count == 0) return;
        await using var copy = await connection.BeginBinaryImportAsync("copy import_problems (id, batch_id, row_number, \"column\", header, code, is_error, sealed_text) from stdin (format binary)", ct);
        foreach (var (id, row, column, header, code, isError, text) in _found)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(id, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(batchId, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(row, NpgsqlDbType.Integer, ct);
            await copy.WriteAsync(column < 0 ? "" : Reading.ColumnLetter.Of(column), NpgsqlDbType.Varchar, ct);
            await copy.WriteAsync(header, NpgsqlDbType.Varchar, ct);
            await copy.WriteAsync(code, NpgsqlDbType.Varchar, ct);
            await copy.WriteAsync(isError, NpgsqlDbType.Boolean, ct);
            await copy.WriteAsync(text, NpgsqlDbType.Bytea, ct);
        }

        await copy.CompleteAsync(ct);
        _found.Clear();
    }
}
