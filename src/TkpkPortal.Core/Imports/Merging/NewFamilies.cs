using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Imports.Merging;

/// <summary>Rows ready to be copied in: ids given, numbers encrypted, bytes as PostgreSQL takes them. Made while PostgreSQL still merges the chunk before.</summary>
internal sealed class ReadyRows(Guid batchId, DateTimeOffset now, MergeContext context, FieldCipher cipher)
{
    private readonly CopyRows _families = new(
        "households", "id", "village_id", "card_number_cipher", "card_number_digest", "head_name", "address", "hamlet", "rt", "rw", "decile", "decile_source", "decile_released_on",
        "conditions", "known_conditions", "legacy_household_number", "member_count", "active_program_count", "registered_at", "updated_at", "origin_batch_id", "last_batch_id");

    private readonly CopyRows _members = new(
        "household_members", "id", "household_id", "name", "nik_cipher", "nik_digest", "relation", "sex", "birth_date", "education", "school", "occupation", "work", "marital",
        "disability", "pregnant", "health_insurance");

    private readonly CopyRows _surveys = new(
        "surveys", "id", "household_id", "member_id", "instrument", "edition", "taken_on", "answers", "recorded_at", "batch_id");

    private readonly List<(Guid FamilyId, RankedDecile Rank)> _deciles = [];

    public List<Guid> MemberIds { get; } = [];

    public void AddNew(FamilyOutcome family)
    {
        var id = Guid.CreateVersion7();
        AddFamily(id, family);
        AddChildren(id, family);
    }

    /// <summary>New people, answers and the decile of a family, new or held.</summary>
    public void AddChildren(Guid familyId, FamilyOutcome family)
    {
        foreach (var person in family.People)
        {
            var memberId = person.Held?.Id ?? Guid.CreateVersion7();
            if (person.Held is null) AddMember(memberId, familyId, person);
            if (person.Answers is { } said) AddSurvey(familyId, memberId, said);
        }

        if (family.Answers is { } answers) AddSurvey(familyId, null, answers);
        if (family.Rank is { } rank) _deciles.Add((familyId, rank));
    }

    public void Write(NpgsqlConnection connection)
    {
        _families.Write(connection);
        _members.Write(connection);
        _surveys.Write(connection);
        WriteDeciles(connection);
    }

    private void AddFamily(Guid id, FamilyOutcome f)
    {
        _families.StartRow();
        _families.Add(id);
        _families.Add(f.VillageId);
        _families.Add(f.Card is { } card ? cipher.Seal(card, id) : null);
        _families.Add(f.Card is null ? null : f.Group.CardDigest);
        _families.Add(f.HeadName);
        _families.Add(f.Address);
        _families.Add(f.Hamlet);
        _families.Add(f.Rt);
        _families.Add(f.Rw);
        _families.Add(f.Rank?.Decile);
        _families.Add(f.Rank?.Source);
        _families.Add(f.Rank?.ReleasedOn);
        _families.Add((long)f.Conditions);
        _families.Add((long)f.Known);
        _families.Add(f.Legacy);
        _families.Add(f.AllPeople.Count);
        _families.Add(0);
        _families.Add(now);
        _families.Add(now);
        _families.Add(batchId);
        _families.Add(batchId);
    }

    private void AddMember(Guid id, Guid familyId, PersonOutcome person)
    {
        var d = person.Details;
        MemberIds.Add(id);
        _members.StartRow();
        _members.Add(id);
        _members.Add(familyId);
        _members.Add(d.Name);
        _members.Add(person.Nik is { } nik ? cipher.Seal(nik, id) : null);
        _members.Add(person.Nik is null ? null : person.Row.NikDigest);
        _members.Add(EnumNames.Of(d.Relation));
        _members.Add(EnumNames.Of(d.Sex));
        _members.Add(d.BirthDate);
        _members.Add(EnumNames.Of(d.Education));
        _members.Add(EnumNames.Of(d.School));
        _members.Add(d.Occupation);
        _members.Add(EnumNames.Of(d.Work));
        _members.Add(EnumNames.Of(d.Marital));
        _members.Add(EnumNames.Of(d.Disability));
        _members.Add(d.Pregnant);
        _members.Add(EnumNames.Of(d.HealthInsurance));
    }

    private void AddSurvey(Guid familyId, Guid? memberId, IReadOnlyDictionary<string, string> answers)
    {
        _surveys.StartRow();
        _surveys.Add(Guid.CreateVersion7());
        _surveys.Add(familyId);
        _surveys.Add(memberId);
        _surveys.Add(context.Instrument!);
        _surveys.Add(SurveyFacts.Edition(context.Instrument!));
        _surveys.Add(context.SurveyedOn);
        _surveys.AddJson(JsonSerializer.Serialize(answers));
        _surveys.Add(now);
        _surveys.Add(batchId);
    }

    private void WriteDeciles(NpgsqlConnection connection)
    {
        if (_deciles.Count == 0) return;
        using var command = new NpgsqlCommand(
            """
            insert into welfare_deciles (household_id, release_id, decile, batch_id, recorded_at)
            select family, $2, decile, $4, $5 from unnest($1, $3) as told(family, decile)
            on conflict (household_id, release_id) do update set decile = excluded.decile, batch_id = excluded.batch_id, recorded_at = excluded.recorded_at
            """,
            connection);
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid, Value = _deciles.Select(d => d.FamilyId).ToArray() });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = context.Release!.Id });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer, Value = _deciles.Select(d => d.Rank.Decile).ToArray() });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = batchId });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.TimestampTz, Value = now.UtcDateTime });
        command.ExecuteNonQuery();
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
