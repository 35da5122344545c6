using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace TkpkPortal.Core.Data.Demo;

/// <summary>
/// Writes nouns by COPY BINARY, without tracking them: a hundred times as many rows a second as SaveChanges, in flat memory.
/// Columns and conversions come from the model, so a new column needs no second list. Neither scope guard nor audit sees these rows.
/// </summary>
internal sealed class BulkCopy<TNoun>
    where TNoun : class
{
    private readonly string _command;
    private readonly Func<TNoun, object?>[] _readers;

    public BulkCopy(IModel model)
    {
        var type = model.FindEntityType(typeof(TNoun))!;
        // Row versions, identities and generated columns are the server's.
        IProperty[] properties = [.. type.GetProperties().Where(p => p.GetBeforeSaveBehavior() == PropertySaveBehavior.Save && p.PropertyInfo is not null)];
        _command = $"copy \"{type.GetTableName()}\" ({string.Join(", ", properties.Select(p => $"\"{p.GetColumnName()}\""))}) from stdin (format binary)";
        _readers = Array.ConvertAll(properties, Reader);
    }

    public async Task WriteAsync(TkpkDbContext db, IReadOnlyCollection<TNoun> nouns, CancellationToken ct)
    {
        if (nouns.Count == 0) return;
        var row = new object?[_readers.Length];
        await using var import = await ((NpgsqlConnection)db.Database.GetDbConnection()).BeginBinaryImportAsync(_command, ct);
        foreach (var noun in nouns)
        {
            for (var i = 0; i < row.Length; i++) row[i] = _readers[i](noun);
            await import.WriteRowAsync(ct, row!);
        }

        await import.CompleteAsync(ct);
    }

    private static Func<TNoun, object?> Reader(IProperty property)
    {
        var info = property.PropertyInfo!;
        return property.GetTypeMapping().Converter is { } converter
            ? noun => info.GetValue(noun) is { } value ? converter.ConvertToProvider(value) : null
            : noun => info.GetValue(noun);
    }
}
