using System.Security.Cryptography;
using System.Text;
using Npgsql;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Data.Demo;

/// <summary>What the demo wrote, ids and times aside: a hash for each table, taken over its rows in the order of their own content.</summary>
internal static class DemoContent
{
    private static readonly (string Table, string Sql)[] Tables =
    [
        ("areas", "select a.code, a.name, a.level, a.kind, p.code as parent from areas a left join areas p on p.id = a.parent_id"),
        ("area_boundaries", "select a.code, encode(b.shape, 'hex') from area_boundaries b join areas a on a.id = b.area_id"),
        ("agencies", "select name, short_name, head_title, is_active from agencies"),
        ("partners", "select name, kind, contact, contribution from partners"),
        ("users", "select u.user_name, u.full_name, u.position, u.role, a.code, g.name from users u left join areas a on a.id = u.area_id left join agencies g on g.id = u.agency_id"),
        ("households", """
            select v.code, h.head_name, h.address, h.hamlet, h.rt, h.rw, h.decile, h.decile_source, h.decile_released_on, h.member_count, h.active_program_count, h.conditions, h.known_conditions, h.legacy_household_number, encode(h.card_number_digest, 'hex')
            from households h join areas v on v.id = h.village_id
            """),
        ("household_members", """
            select v.code, h.head_name, h.address, m.name, m.relation, m.sex, m.birth_date, m.education, m.occupation, m.school, m.work, m.marital, m.disability, m.pregnant, m.health_insurance, encode(m.nik_digest, 'hex')
            from household_members m join households h on h.id = m.household_id join areas v on v.id = h.village_id
            """),
        ("welfare_deciles", """
            select r.source, r.released_on, h.head_name, h.address, d.decile
            from welfare_deciles d join decile_releases r on r.id = d.release_id join households h on h.id = d.household_id
            """),
        ("surveys", "select h.head_name, h.address, s.instrument, s.edition, s.taken_on, s.answers::text from surveys s join households h on h.id = s.household_id"),
        ("household_assignments", "select u.user_name, h.head_name, h.address from household_assignments a join users u on u.id = a.user_id join households h on h.id = a.household_id"),
        ("programs", "select p.code, p.name, g.name, p.strategy, p.cluster, p.funding_source, p.recipient_unit, p.decile_from, p.decile_to, p.legal_basis, p.benefit from programs p join agencies g on g.id = p.agency_id"),
        ("budget_lines", "select p.code, l.year, l.sub_activity_code, l.sub_activity_name, l.ceiling, l.revised_ceiling, l.output_name, l.output_target, l.output_unit from budget_lines l join programs p on p.id = l.program_id"),
        ("realizations", """
            select p.code, l.year, l.sub_activity_code, r.quarter, r.amount, r.physical_percent, r.recipients, r."constraint"
            from realizations r join budget_lines l on l.id = r.budget_line_id join programs p on p.id = l.program_id
            """),
        ("enrollments", """
            select p.code, v.code, h.head_name, h.address, e.started_on, e.ended_on, e.end_reason
            from enrollments e join programs p on p.id = e.program_id join households h on h.id = e.household_id join areas v on v.id = h.village_id
            """),
        ("indicator_values", "select i.code, a.code, v.year, v.month, v.breakdown, v.value from indicator_values v join indicators i on i.id = v.indicator_id join areas a on a.id = v.area_id"),
        ("indicator_targets", "select i.code, a.code, t.year, t.value, t.document from indicator_targets t join indicators i on i.id = t.indicator_id join areas a on a.id = t.area_id"),
        ("meetings", "select title, date, place, status, conclusion, invitation_number, minutes_number from meetings"),
        ("agenda_items", "select m.title, a.\"order\", a.title, a.speaker, a.discussion from agenda_items a join meetings m on m.id = a.meeting_id"),
        ("attendees", "select m.title, a.\"order\", a.name, a.position, a.institution from attendees a join meetings m on m.id = a.meeting_id"),
        ("decisions", "select number, year, text from decisions"),
        ("follow_ups", "select f.number, f.year, f.text, g.name, f.due_on, f.output, f.status, f.done_on from follow_ups f join agencies g on g.id = f.agency_id"),
        ("village_condition_tallies", "select v.code, t.condition, t.decile, t.households, t.unreached from village_condition_tallies t join areas v on v.id = t.village_id"),
        ("village_tallies", "select v.code, t.decile, t.households, t.members, t.unreached from village_tallies t join areas v on v.id = t.village_id"),
    ];

    public static async Task<Dictionary<string, string>> OfAsync(Portal portal)
    {
        var hashes = new Dictionary<string, string>();
        await using var source = NpgsqlDataSource.Create(portal.ConnectionString);
        foreach (var (table, sql) in Tables) hashes[table] = await HashAsync(source, sql);
        return hashes;
    }

    private static async Task<string> HashAsync(NpgsqlDataSource source, string sql)
    {
        List<string> rows = [];
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => FormattableString.Invariant($"{reader.GetValue(i)}"))));
        rows.Sort(StringComparer.Ordinal);
        return $"{rows.Count}:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))))}";
    }
}
