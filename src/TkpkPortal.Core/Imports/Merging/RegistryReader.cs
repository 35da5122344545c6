using Npgsql;
using NpgsqlTypes;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Imports.Merging;

/// <summary>What the registry holds of the families of one bucket: a few statements a bucket, however many rows it has.</summary>
internal sealed class RegistryReader(NpgsqlConnection connection)
{
    /// <summary>Digest of a NIK to the family of the active person who holds it.</summary>
    public Task<Dictionary<Guid, Guid>> ByNikAsync(byte[][] digests, CancellationToken ct) =>
        ByDigestAsync("select nik_digest, household_id from household_members where left_on is null and nik_digest = any($1)", digests, ct);

    public Task<Dictionary<Guid, Guid>> ByCardAsync(byte[][] digests, CancellationToken ct) =>
        ByDigestAsync("select card_number_digest, id from households where left_on is null and card_number_digest = any($1)", digests, ct);

    /// <summary>Active families by desa and name of head: for those that have no number at all.</summary>
    public async Task<List<(Guid Village, string Head, DateOnly? Birth, Guid Family)>> ByHeadAsync(Guid[] villages, string[] names, CancellationToken ct)
    {
        var found = new List<(Guid, string, DateOnly?, Guid)>();
        if (names.Length == 0) return found;
        await using var command = new NpgsqlCommand(
            """
            select h.village_id, h.head_name, m.birth_date, h.id
            from unnest($1, $2) as asked(village, name)
            join households h on h.village_id = asked.village and h.head_name = asked.name and h.left_on is null
            left join household_members m on m.household_id = h.id and m.relation = 'Head' and m.left_on is null
            """,
            connection);
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid, Value = villages });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = names });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) found.Add((reader.GetGuid(0), reader.GetString(1), Maybe<DateOnly>(reader, 2), reader.GetGuid(3)));
        return found;
    }

    /// <param name="ids">Families; those that have left are not found.</param>
    /// <param name="forUpdate">Nobody else changes them until the transaction ends.</param>
    /// <param name="releaseId">Of the import's ranking.</param>
    /// <param name="instrument">Whose latest answers are wanted.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<Dictionary<Guid, HeldFamily>> LoadAsync(Guid[] ids, bool forUpdate, Guid? releaseId, string? instrument, CancellationToken ct)
    {
        var families = new Dictionary<Guid, HeldFamily>(ids.Length);
        if (ids.Length == 0) return families;
        await using (var command = With(forUpdate ? Families + " order by id for update" : Families, ids))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct)) families.Add(reader.GetGuid(0), Family(reader));
        }

        await using (var command = With(People, ids))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                if (families.TryGetValue(reader.GetGuid(1), out var family)) family.People.Add(Person(reader));
            }
        }

        if (releaseId is { } release) await LoadDecilesAsync(families, ids, release, ct);
        if (instrument is not null) await LoadAnswersAsync(families, ids, instrument, ct);
        return families;
    }

    private const string Families = """
        select id, village_id, card_number_digest, head_name, address, hamlet, rt, rw, legacy_household_number, decile, decile_source, decile_released_on, conditions, known_conditions
        from households where id = any($1) and left_on is null
        """;

    private const string People = """
        select id, household_id, nik_digest, name, relation, sex, birth_date, education, school, occupation, work, marital, disability, pregnant, health_insurance
        from household_members where household_id = any($1) and left_on is null
        """;

    private async Task LoadDecilesAsync(Dictionary<Guid, HeldFamily> families, Guid[] ids, Guid release, CancellationToken ct)
    {
        await using var command = With("select household_id, decile from welfare_deciles where household_id = any($1) and release_id = $2", ids);
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = release });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            if (families.TryGetValue(reader.GetGuid(0), out var family)) family.InRelease = (true, Maybe<int>(reader, 1));
        }
    }

    private async Task LoadAnswersAsync(Dictionary<Guid, HeldFamily> families, Guid[] ids, string instrument, CancellationToken ct)
    {
        await using var command = With(
            """
            select distinct on (household_id, member_id) household_id, member_id, answers
            from surveys where household_id = any($1) and instrument = $2 order by household_id, member_id, taken_on desc, recorded_at desc
            """,
            ids);
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Text, Value = instrument });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            if (families.TryGetValue(reader.GetGuid(0), out var family))
                family.Answers[Maybe<Guid>(reader, 1) ?? Guid.Empty] = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetString(2))!;
        }
    }

    private async Task<Dictionary<Guid, Guid>> ByDigestAsync(string sql, byte[][] digests, CancellationToken ct)
    {
        var found = new Dictionary<Guid, Guid>();
        if (digests.Length == 0) return found;
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea, Value = digests });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) found[new Guid(reader.GetFieldValue<byte[]>(0))] = reader.GetGuid(1);
        return found;
    }

    private NpgsqlCommand With(string sql, Guid[] ids)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid, Value = ids });
        return command;
    }

    private static HeldFamily Family(NpgsqlDataReader r) => new()
    {
        Id = r.GetGuid(0),
        VillageId = r.GetGuid(1),
        CardDigest = Bytes(r, 2),
        HeadName = r.GetString(3),
        Address = r.GetString(4),
        Hamlet = Text(r, 5),
        Rt = Text(r, 6),
        Rw = Text(r, 7),
        Legacy = Text(r, 8),
        Decile = Maybe<int>(r, 9),
        DecileSource = Text(r, 10),
        DecileReleasedOn = Maybe<DateOnly>(r, 11),
        Conditions = (HouseholdConditions)r.GetInt64(12),
        Known = (HouseholdConditions)r.GetInt64(13),
    };

    private static HeldPerson Person(NpgsqlDataReader r) => new()
    {
        Id = r.GetGuid(0),
        NikDigest = Bytes(r, 2),
        Details = new(r.GetString(3), Enum.Parse<FamilyRelation>(r.GetString(4)), Enum.Parse<Sex>(r.GetString(5)), Maybe<DateOnly>(r, 6), Code<Education>(r, 7), Text(r, 9))
        {
            School = Code<SchoolStatus>(r, 8),
            Work = Code<WorkStatus>(r, 10),
            Marital = Code<MaritalStatus>(r, 11),
            Disability = Code<DisabilityLevel>(r, 12),
            Pregnant = Maybe<bool>(r, 13),
            HealthInsurance = Code<HealthInsurance>(r, 14),
        },
    };

    private static string? Text(NpgsqlDataReader r, int column) => r.IsDBNull(column) ? null : r.GetString(column);

    private static byte[]? Bytes(NpgsqlDataReader r, int column) => r.IsDBNull(column) ? null : r.GetFieldValue<byte[]>(column);

    private static T? Maybe<T>(NpgsqlDataReader r, int column)
        where T : struct => r.IsDBNull(column) ? null : r.GetFieldValue<T>(column);

    private static T? Code<T>(NpgsqlDataReader r, int column)
        where T : struct, Enum => r.IsDBNull(column) ? null : Enum.Parse<T>(r.GetString(column));
}
