using NpgsqlTypes;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Access;

/// <summary>Reads who a signed-in user is now, in one round trip, for every request: a changed role or a deactivation works at once.</summary>
public sealed class ReadActor(TkpkDatabase database, TimeProvider time)
{
    private const string Sql = """
        select u.full_name, u.position, u.role, u.area_id, u.agency_id,
               case when u.area_id is null then '{}'::uuid[]
                    else array(select v.id from areas v
                               where v.level = 'Village' and (v.id = a.id or v.parent_id = a.id))
               end,
               (select h.id from held_posts h where h.user_id = u.id and h.at > $2 order by h.at desc limit 1)
        from users u left join areas a on a.id = u.area_id
        where u.id = $1 and u.is_active
        """;

    public async Task<Actor> RunAsync(Guid userId, CancellationToken ct) => (await WithHeldPostAsync(userId, ct)).Actor;

    /// <summary>With the latest form that is kept for this person, if there is one: every page tells of it, and must not pay a query for that.</summary>
    public async Task<(Actor Actor, Guid? HeldPost)> WithHeldPostAsync(Guid userId, CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand(Sql);
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = userId });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.TimestampTz, Value = time.GetUtcNow() - HeldPost.Kept });
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return (Actor.Nobody, null);
        var role = Enum.Parse<Role>(reader.GetString(2));
        var actor = new Actor
        {
            UserId = userId,
            Name = reader.GetString(0),
            Position = reader.GetString(1),
            Role = role,
            Reach = Actor.ReachOf(role),
            AreaId = await reader.IsDBNullAsync(3, ct) ? null : reader.GetGuid(3),
            AgencyId = await reader.IsDBNullAsync(4, ct) ? null : reader.GetGuid(4),
            VillageIds = await reader.GetFieldValueAsync<Guid[]>(5, ct),
        };
        return (actor, await reader.IsDBNullAsync(6, ct) ? null : reader.GetGuid(6));
    }
}
