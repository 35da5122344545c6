using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Imports.Merging;

/// <summary>What undo needs to put one family back. Rows as PostgreSQL writes them, so numbers stay encrypted in it.</summary>
internal sealed record BeforeImage(JsonElement? Household, JsonElement? Members)
{
    public static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public IReadOnlyList<Guid> Added { get; init; } = [];

    public bool Ranked { get; init; }

    public bool WasRanked { get; init; }

    public int? WasDecile { get; init; }

    public Guid? Enrollment { get; init; }
}

/// <summary>Writes the changed families of a chunk, each table with one statement.</summary>
internal static class ChangedFamilies
{
    /// <summary>The rows as they are now, by family.</summary>
    public static async Task<Dictionary<Guid, BeforeImage>> BeforeAsync(NpgsqlConnection connection, List<FamilyOutcome> changed, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            select h.id, to_jsonb(h)::text, (select coalesce(jsonb_agg(to_jsonb(m)), '[]'::jsonb)::text from household_members m where m.household_id = h.id and m.id = any($2))
            from households h where h.id = any($1)
            """,
            connection);
        command.Parameters.Add(Array(NpgsqlDbType.Uuid, changed.Select(c => c.Held!.Id).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Uuid, changed.SelectMany(c => c.People).Where(p => p.Held is not null).Select(p => p.Held!.Id).ToArray()));
        var found = new Dictionary<Guid, BeforeImage>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) found[reader.GetGuid(0)] = new(JsonSerializer.Deserialize<JsonElement>(reader.GetString(1)), JsonSerializer.Deserialize<JsonElement>(reader.GetString(2)));
        return found;
    }

    public static async Task WriteAsync(NpgsqlConnection connection, List<FamilyOutcome> changed, Guid batchId, DateTimeOffset now, FieldCipher cipher, CancellationToken ct)
    {
        await WriteFamiliesAsync(connection, changed, batchId, now, cipher, ct);
        await WritePeopleAsync(connection, [.. changed.SelectMany(c => c.People).Where(p => p is { Held: not null, IsChanged: true })], cipher, ct);
    }

    private static async Task WriteFamiliesAsync(NpgsqlConnection connection, List<FamilyOutcome> changed, Guid batchId, DateTimeOffset now, FieldCipher cipher, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            update households h
            set head_name = n.head_name, address = n.address, hamlet = n.hamlet, rt = n.rt, rw = n.rw, legacy_household_number = n.legacy, conditions = n.conditions,
                known_conditions = n.known, member_count = n.members,
                card_number_cipher = case when n.card_changes then n.card_cipher else h.card_number_cipher end,
                card_number_digest = case when n.card_changes then n.card_digest else h.card_number_digest end,
                decile = case when n.ranks then n.decile else h.decile end,
                decile_source = case when n.ranks then n.source else h.decile_source end,
                decile_released_on = case when n.ranks then n.released else h.decile_released_on end,
                updated_at = $1, last_batch_id = $2
            from unnest($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
                 as n(id, head_name, address, hamlet, rt, rw, legacy, conditions, known, members, card_changes, card_cipher, card_digest, ranks, decile, source, released)
            where h.id = n.id
            """,
            connection);
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.TimestampTz, Value = now.UtcDateTime });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = batchId });
        var ranks = changed.ConvertAll(c => c.Rank is { } r && FamilyMerge.IsNewest(c.Held, new(r.ReleaseId, r.Source, r.ReleasedOn)) ? r : null);
        command.Parameters.Add(Array(NpgsqlDbType.Uuid, changed.Select(c => c.Held!.Id).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Text, changed.Select(c => c.HeadName).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Text, changed.Select(c => c.Address).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Text, changed.Select(c => c.Hamlet).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Text, changed.Select(c => c.Rt).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Text, changed.Select(c => c.Rw).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Text, changed.Select(c => c.Legacy).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Bigint, changed.Select(c => (long)c.Conditions).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Bigint, changed.Select(c => (long)c.Known).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Integer, changed.Select(c => c.AllPeople.Count).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Boolean, changed.Select(c => c.Card is not null || c.CardCleared).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Bytea, changed.Select(c => c.Card is { } card ? cipher.Seal(card, c.Held!.Id) : null).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Bytea, changed.Select(c => c.Card is null ? null : c.Group.CardDigest).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Boolean, ranks.Select(r => r is not null).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Integer, ranks.Select(r => r?.Decile).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Text, ranks.Select(r => r?.Source).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Date, ranks.Select(r => r?.ReleasedOn).ToArray()));
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task WritePeopleAsync(NpgsqlConnection connection, List<PersonOutcome> people, FieldCipher cipher, CancellationToken ct)
    {
        if (people.Count == 0) return;
        await using var command = new NpgsqlCommand(
            """
            update household_members m
            set name = n.name, relation = n.relation, sex = n.sex, birth_date = n.birth, education = n.education, school = n.school, occupation = n.occupation, work = n.work,
                marital = n.marital, disability = n.disability, pregnant = n.pregnant, health_insurance = n.insurance,
                nik_cipher = case when n.nik_changes then n.nik_cipher else m.nik_cipher end,
                nik_digest = case when n.nik_changes then n.nik_digest else m.nik_digest end
            from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
                 as n(id, name, relation, sex, birth, education, school, occupation, work, marital, disability, pregnant, insurance, nik_changes, nik_cipher, nik_digest)
            where m.id = n.id
            """,
            connection);
        command.Parameters.Add(Array(NpgsqlDbType.Uuid, people.Select(p => p.Held!.Id).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Text, people.Select(p => p.Details.Name).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Text, people.Select(p => EnumNames.Of(p.Details.Relation)).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Text, people.Select(p => EnumNames.Of(p.Details.Sex)).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Date, people.Select(p => p.Details.BirthDate).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Text, people.Select(p => EnumNames.Of(p.Details.Education)).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Text, people.Select(p => EnumNames.Of(p.Details.School)).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Text, people.Select(p => p.Details.Occupation).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Text, people.Select(p => EnumNames.Of(p.Details.Work)).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Text, people.Select(p => EnumNames.Of(p.Details.Marital)).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Text, people.Select(p => EnumNames.Of(p.Details.Disability)).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Boolean, people.Select(p => p.Details.Pregnant).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Text, people.Select(p => EnumNames.Of(p.Details.HealthInsurance)).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Boolean, people.Select(p => p.Nik is not null || p.NikCleared).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Bytea, people.Select(p => p.Nik is { } nik ? cipher.Seal(nik, p.Held!.Id) : null).ToArray()));
        command.Parameters.Add(Array(NpgsqlDbType.Bytea, people.Select(p => p.Nik is null ? null : p.Row.NikDigest).ToArray()));
        await command.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlParameter Array(NpgsqlDbType element, object values) => new() { NpgsqlDbType = NpgsqlDbType.Array | element, Value = values };
}
