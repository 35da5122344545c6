namespace TkpkPortal.Core.Common;

/// <summary>How far an actor sees by-name data. Each reach has its own set of query filters, see Data/Scopes.cs.</summary>
public enum Reach
{
    /// <summary>Nobody is signed in, or the account is inactive.</summary>
    Nothing,

    /// <summary>Totals down to the desa, no family by name.</summary>
    Figures,

    /// <summary>Families the actor is assigned to.</summary>
    AssignedHouseholds,

    /// <summary>Families of the actor's desa (one, or all of a kecamatan).</summary>
    Villages,

    /// <summary>The agency's own programs and their recipients.</summary>
    Agency,

    /// <summary>The whole kabupaten.</summary>
    Everything,
}

/// <summary>On whose behalf something is read or written. Read from the database for every request, so that a changed role works at once.</summary>
public sealed record Actor
{
    /// <summary>Null for the system itself and for nobody.</summary>
    public Guid? UserId { get; init; }

    /// <summary>Full name, as it stands in the audit trail.</summary>
    public required string Name { get; init; }

    /// <summary>Jabatan, for papers and the page's head.</summary>
    public string Position { get; init; } = "";

    public Role? Role { get; init; }

    public required Reach Reach { get; init; }

    public IReadOnlyList<Guid> VillageIds { get; init; } = [];

    public Guid? AreaId { get; init; }

    public Guid? AgencyId { get; init; }

    public static Actor Nobody { get; } = new() { Name = "Belum masuk", Reach = Reach.Nothing };

    /// <summary>The portal itself: migrations, the demo, a verb of the command line.</summary>
    public static Actor System(string name) => new() { Name = name, Reach = Reach.Everything };

    public bool Is(params Role[] roles) => Role is { } role && roles.Contains(role);

    public static Reach ReachOf(Role role) => role switch
    {
        Common.Role.Admin or Common.Role.Secretariat or Common.Role.SocialAgency => Reach.Everything,
        Common.Role.AgencyHead or Common.Role.AgencyOperator => Reach.Agency,
        Common.Role.DistrictHead or Common.Role.VillageOperator => Reach.Villages,
        Common.Role.Facilitator => Reach.AssignedHouseholds,
        Common.Role.Leader => Reach.Figures,
        _ => Reach.Nothing,
    };
}
