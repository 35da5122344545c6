using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Audit;

/// <summary>What people call the fields and values of an audit entry.</summary>
public static class FieldNames
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["Name"] = "Nama",
        ["ShortName"] = "Singkatan",
        ["HeadTitle"] = "Jabatan kepala",
        ["IsActive"] = "Aktif",

        // Access
        ["AgencyId"] = "OPD",
        ["AreaId"] = "Wilayah kerja",
        ["CreatedAt"] = "Dibuat",
        ["Email"] = "Surel",
        ["FullName"] = "Nama lengkap",
        ["InvitationDigest"] = "Tautan sekali pakai",
        ["InvitationExpiresAt"] = "Tautan berlaku sampai",
        ["PasswordHash"] = "Kata sandi",
        ["Position"] = "Jabatan",
        ["Role"] = "Peran",
        ["UserName"] = "Nama pengguna",
    };

    private static readonly Dictionary<string, string> Values = new()
    {
        ["True"] = "ya",
        ["False"] = "tidak",

        // Access
        ["Role.Admin"] = RoleNames.Of(Role.Admin),
        ["Role.AgencyHead"] = RoleNames.Of(Role.AgencyHead),
        ["Role.AgencyOperator"] = RoleNames.Of(Role.AgencyOperator),
        ["Role.DistrictHead"] = RoleNames.Of(Role.DistrictHead),
        ["Role.Facilitator"] = RoleNames.Of(Role.Facilitator),
        ["Role.Leader"] = RoleNames.Of(Role.Leader),
        ["Role.Secretariat"] = RoleNames.Of(Role.Secretariat),
        ["Role.SocialAgency"] = RoleNames.Of(Role.SocialAgency),
        ["Role.VillageOperator"] = RoleNames.Of(Role.VillageOperator),
    };

    /// <summary>A name may differ by noun: "Household.Name" is asked before "Name".</summary>
    public static string Of(string subject, string field) => Names.GetValueOrDefault($"{subject}.{field}") ?? Names.GetValueOrDefault(field) ?? field;

    public static string Value(string field, string? value) =>
        value is null or "" ? "kosong" : Values.GetValueOrDefault($"{field}.{value}") ?? Values.GetValueOrDefault(value) ?? value;
}
