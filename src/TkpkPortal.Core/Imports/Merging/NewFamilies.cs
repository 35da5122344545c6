using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Imports.Merging;

/// <summary>Rows ready to be copied in: ids given, numbers encrypted. Made while PostgreSQL still merges the chunk before.</summary>
internal sealed class ReadyRows(Guid batchId, DateTimeOffset now, MergeContext context, FieldCipher cipher)
{
    public List<(Guid Id, FamilyOutcome Family, byte[]? Card)> Families { get; } = [];

    public List<(Guid Id, Guid FamilyId, PersonOutcome Person, byte[]? Nik)> Members { get; } = [];

    public List<(Guid FamilyId, Guid? MemberId, string Answers)> Surveys { get; } = [];

    public List<(Guid FamilyId, RankedDecile Rank)> Deciles { get; } = [];

    public void AddNew(FamilyOutcome family)
    {
        var id = Guid.CreateVersion7();
        Families.Add((id, family, family.Card is { } card ? cipher.Seal(card, id) : null));
        AddChildren(id, family);
    }

    /// <summary>New people, answers and the decile of a family, new or held.</summary>
    public void AddChildren(Guid familyId, FamilyOutcome family)
    {
        foreach (var person in family.People)
        {
            var memberId = person.Held?.Id ?? Guid.CreateVersion7();
            if (person.Held is null) Members.Add((memberId, familyId, person, person.Nik is { } nik ? cipher.Seal(nik, memberId) : null));
            if (person.Answers is { } said) Surveys.Add((familyId, memberId, JsonSerializer.Serialize(said)));
        }

        if (family.Answers is { } answers) Surveys.Add((familyId, null, JsonSerializer.Serialize(answers)));
        if (family.Rank is { } rank) Deciles.Add((familyId, rank));
    }

    /// <summary>Copies everything in. Synchronous: a COPY writes millions of small values, and each awaited one would cost more than the value.</summary>
    public void Write(NpgsqlConnection connection)
    {
        WriteFamilies(connection);
        WriteMembers(connection);
        WriteSurveys(connection);
        WriteDeciles(connection);
    }

    private void WriteFamilies(NpgsqlConnection connection)
    {
        if (Families.Count == 0) return;
        using var copy = connection.BeginBinaryImport(
            """
            copy households (id, village_id, card_number_cipher, card_number_digest, head_name, address, hamlet, rt, rw, decile, decile_source, decile_released_on, conditions,
              known_conditions, legacy_household_number, member_count, active_program_count, registered_at, updated_at, origin_batch_id, last_batch_id) from stdin (format binary)
            """);
        foreach (var (id, f, card) in Families)
        {
            copy.StartRow();
            copy.Write(id, NpgsqlDbType.Uuid);
            copy.Write(f.VillageId, NpgsqlDbType.Uuid);
            Bytes(copy, card);
            Bytes(copy, card is null ? null : f.Group.CardDigest);
            copy.Write(f.HeadName, NpgsqlDbType.Varchar);
            copy.Write(f.Address, NpgsqlDbType.Varchar);
            Text(copy, f.Hamlet);
            Text(copy, f.Rt);
            Text(copy, f.Rw);
            Whole(copy, f.Rank?.Decile);
            Text(copy, f.Rank?.Source);
            Date(copy, f.Rank?.ReleasedOn);
            copy.Write((long)f.Conditions, NpgsqlDbType.Bigint);
            copy.Write((long)f.Known, NpgsqlDbType.Bigint);
            Text(copy, f.Legacy);
            copy.Write(f.AllPeople.Count, NpgsqlDbType.Integer);
            copy.Write(0, NpgsqlDbType.Integer);
            copy.Write(now.UtcDateTime, NpgsqlDbType.TimestampTz);
            copy.Write(now.UtcDateTime, NpgsqlDbType.TimestampTz);
            copy.Write(batchId, NpgsqlDbType.Uuid);
            copy.Write(batchId, NpgsqlDbType.Uuid);
        }

        copy.Complete();
    }

    private void WriteMembers(NpgsqlConnection connection)
    {
        if (Members.Count == 0) return;
        using var copy = connection.BeginBinaryImport(
            """
            copy household_members (id, household_id, name, nik_cipher, nik_digest, relation, sex, birth_date, education, school, occupation, work, marital, disability, pregnant, health_insurance)
            from stdin (format binary)
            """);
        foreach (var (id, familyId, p, nik) in Members)
        {
            var d = p.Details;
            copy.StartRow();
            copy.Write(id, NpgsqlDbType.Uuid);
            copy.Write(familyId, NpgsqlDbType.Uuid);
            copy.Write(d.Name, NpgsqlDbType.Varchar);
            Bytes(copy, nik);
            Bytes(copy, nik is null ? null : p.Row.NikDigest);
            copy.Write(EnumNames.Of(d.Relation), NpgsqlDbType.Varchar);
            copy.Write(EnumNames.Of(d.Sex), NpgsqlDbType.Varchar);
            Date(copy, d.BirthDate);
            Text(copy, EnumNames.Of(d.Education));
            Text(copy, EnumNames.Of(d.School));
            Text(copy, d.Occupation);
            Text(copy, EnumNames.Of(d.Work));
            Text(copy, EnumNames.Of(d.Marital));
            Text(copy, EnumNames.Of(d.Disability));
            if (d.Pregnant is { } pregnant) copy.Write(pregnant, NpgsqlDbType.Boolean);
            else copy.WriteNull();
            Text(copy, EnumNames.Of(d.HealthInsurance));
        }

        copy.Complete();
    }

    private void WriteSurveys(NpgsqlConnection connection)
    {
        if (Surveys.Count == 0) return;
        var edition = SurveyFacts.Edition(context.Instrument!);
        using var copy = connection.BeginBinaryImport("copy surveys (id, household_id, member_id, instrument, edition, taken_on, answers, recorded_at, batch_id) from stdin (format binary)");
        foreach (var (familyId, memberId, answers) in Surveys)
        {
            copy.StartRow();
            copy.Write(Guid.CreateVersion7(), NpgsqlDbType.Uuid);
            copy.Write(familyId, NpgsqlDbType.Uuid);
            if (memberId is { } member) copy.Write(member, NpgsqlDbType.Uuid);
            else copy.WriteNull();
            copy.Write(context.Instrument!, NpgsqlDbType.Varchar);
            copy.Write(edition, NpgsqlDbType.Varchar);
            copy.Write(context.SurveyedOn, NpgsqlDbType.Date);
            copy.Write(answers, NpgsqlDbType.Jsonb);
            copy.Write(now.UtcDateTime, NpgsqlDbType.TimestampTz);
            copy.Write(batchId, NpgsqlDbType.Uuid);
        }

        copy.Complete();
    }

    private void WriteDeciles(NpgsqlConnection connection)
    {
        if (Deciles.Count == 0) return;
        using var command = new NpgsqlCommand(
            """
            insert into welfare_deciles (household_id, release_id, decile, batch_id, recorded_at)
            select family, $2, decile, $4, $5 from unnest($1, $3) as told(family, decile)
            on conflict (household_id, release_id) do update set decile = excluded.decile, batch_id = excluded.batch_id, recorded_at = excluded.recorded_at
            """,
            connection);
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid, Value = Deciles.Select(d => d.FamilyId).ToArray() });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = context.Release!.Id });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer, Value = Deciles.Select(d => d.Rank.Decile).ToArray() });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = batchId });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.TimestampTz, Value = now.UtcDateTime });
        command.ExecuteNonQuery();
    }

    private static void Text(NpgsqlBinaryImporter copy, string? value)
    {
        if (value is null) copy.WriteNull();
        else copy.Write(value, NpgsqlDbType.Varchar);
    }

    private static void Bytes(NpgsqlBinaryImporter copy, byte[]? value)
    {
        if (value is null) copy.WriteNull();
        else copy.Write(value, NpgsqlDbType.Bytea);
    }

    private static void Whole(NpgsqlBinaryImporter copy, int? value)
    {
        if (value is { } whole) copy.Write(whole, NpgsqlDbType.Integer);
        else copy.WriteNull();
    }

    private static void Date(NpgsqlBinaryImporter copy, DateOnly? value)
    {
        if (value is { } date) copy.Write(date, NpgsqlDbType.Date);
        else copy.WriteNull();
    }
}

/// <summary>Names of enum members without making a string each time.</summary>
internal static class EnumNames
{
    public static string Of<T>(T value)
        where T : struct, Enum => Enum.GetName(value)!;

    public static string? Of<T>(T? value)
        where T : struct, Enum => value is { } known ? Enum.GetName(known) : null;
}
