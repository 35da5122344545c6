namespace TkpkPortal.Core.Common;

/// <summary>What a person is to the TKPK. A user has exactly one.</summary>
public enum Role
{
    /// <summary>Admin: users and settings, and all the secretariat may do.</summary>
    Admin,

    /// <summary>Sekretariat TKPK at Bappeda.</summary>
    Secretariat,

    /// <summary>Dinas Sosial: sees every family by name.</summary>
    SocialAgency,

    /// <summary>Kepala OPD.</summary>
    AgencyHead,

    /// <summary>Operator OPD.</summary>
    AgencyOperator,

    /// <summary>Camat.</summary>
    DistrictHead,

    /// <summary>Operator desa or kelurahan.</summary>
    VillageOperator,

    /// <summary>Pendamping PKH, TKSK or PSM.</summary>
    Facilitator,

    /// <summary>Pimpinan: bupati, wakil bupati, sekda.</summary>
    Leader,
}

public static class RoleNames
{
    public static string Of(Role role) => role switch
    {
        Role.Admin => "Admin",
        Role.Secretariat => "Sekretariat TKPK",
        Role.SocialAgency => "Dinas Sosial",
        Role.AgencyHead => "Kepala OPD",
        Role.AgencyOperator => "Operator OPD",
        Role.DistrictHead => "Camat",
        Role.VillageOperator => "Operator desa",
        Role.Facilitator => "Pendamping",
        Role.Leader => "Pimpinan",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
