using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Access;

/// <summary>What a page asks for: one page, one verb, one permission. Roles hold them by <see cref="RolePermissions"/>; docs/access-matrix.md shows the pages.</summary>
public enum Permission
{
    UsePortal,
    ViewAreas,
    ManageAreas,
    ViewAgencies,
    ManageAgencies,
    ViewStatistics,
    EditStatistics,
    ViewPrograms,
    RegisterPrograms,
    EditBudgets,
    ReportRealization,
    ViewRecipients,
    ViewHouseholds,
    EditHouseholds,

    /// <summary>To another desa: two desa are concerned.</summary>
    MoveHouseholds,
    ImportHouseholds,
    RevealIdentity,
    EnrollHouseholds,
    EndEnrollments,
    AssignFacilitators,
    ViewHouseholdTotals,
    ViewProposals,

    /// <summary>Draft, submit, correct and cancel.</summary>
    RegisterProposals,
    HoldDeliberations,

    /// <summary>Camat and Dinas Sosial: find right, give back, reject.</summary>
    VerifyProposals,

    /// <summary>Give back or reject: every reviewer.</summary>
    ReturnProposals,
    CheckFields,

    /// <summary>Ask for a visit, approve, answer a request about own data.</summary>
    ApproveProposals,

    /// <summary>Deliver to SIKS-NG and write the centre's answer to the record.</summary>
    SendProposals,
    ManageCycles,

    /// <summary>Counts by stage, desa and cycle, no family by name.</summary>
    ViewProposalTotals,
    ViewMeetings,
    OrganizeMeetings,
    ApproveMinutes,
    ViewFollowUps,
    UpdateFollowUps,
    ViewReports,
    ViewDashboard,
    ManageUsers,
    ViewAuditTrail,
    ManageSettings,
}

public static class RolePermissions
{
    private static readonly Permission[] SecretariatSet =
    [
        Permission.UsePortal, Permission.ViewAreas, Permission.ManageAreas, Permission.ViewAgencies, Permission.ManageAgencies,
        Permission.ViewStatistics, Permission.EditStatistics, Permission.ViewPrograms, Permission.RegisterPrograms, Permission.EditBudgets,
        Permission.ReportRealization, Permission.ViewRecipients, Permission.ViewHouseholds, Permission.EditHouseholds, Permission.RevealIdentity,
        Permission.EnrollHouseholds, Permission.EndEnrollments, Permission.AssignFacilitators, Permission.MoveHouseholds, Permission.ImportHouseholds, Permission.ViewHouseholdTotals,
        Permission.ViewProposals, Permission.RegisterProposals, Permission.HoldDeliberations, Permission.ReturnProposals, Permission.ApproveProposals, Permission.SendProposals, Permission.ManageCycles, Permission.ViewProposalTotals,
        Permission.ViewMeetings, Permission.OrganizeMeetings,
        Permission.ViewFollowUps, Permission.UpdateFollowUps, Permission.ViewReports, Permission.ViewDashboard, Permission.ViewAuditTrail, Permission.ManageSettings,
    ];

    private static readonly Dictionary<Role, HashSet<Permission>> Held = new()
    {
        [Role.Admin] = [.. SecretariatSet, Permission.ManageUsers],
        [Role.Secretariat] = [.. SecretariatSet],
        [Role.SocialAgency] =
        [
            Permission.UsePortal, Permission.ViewAreas, Permission.ViewAgencies, Permission.ViewStatistics, Permission.ViewPrograms,
            Permission.RegisterPrograms, Permission.EditBudgets, Permission.ReportRealization, Permission.ViewRecipients, Permission.ViewHouseholds,
            Permission.EditHouseholds, Permission.RevealIdentity, Permission.EnrollHouseholds, Permission.EndEnrollments, Permission.AssignFacilitators,
            Permission.MoveHouseholds, Permission.ImportHouseholds, Permission.ViewHouseholdTotals, Permission.ViewMeetings, Permission.ViewFollowUps, Permission.UpdateFollowUps, Permission.ViewReports, Permission.ViewDashboard,
            Permission.ViewProposals, Permission.RegisterProposals, Permission.VerifyProposals, Permission.ReturnProposals, Permission.ApproveProposals, Permission.SendProposals, Permission.ViewProposalTotals,
        ],
        [Role.AgencyHead] =
        [
            Permission.UsePortal, Permission.ViewAreas, Permission.ViewAgencies, Permission.ViewStatistics, Permission.ViewPrograms,
            Permission.RegisterPrograms, Permission.EditBudgets, Permission.ReportRealization, Permission.ViewRecipients, Permission.EndEnrollments, Permission.ViewMeetings,
            Permission.ViewFollowUps, Permission.UpdateFollowUps, Permission.ViewReports,
        ],
        [Role.AgencyOperator] =
        [
            Permission.UsePortal, Permission.ViewAreas, Permission.ViewAgencies, Permission.ViewStatistics, Permission.ViewPrograms,
            Permission.RegisterPrograms, Permission.EditBudgets, Permission.ReportRealization, Permission.ViewRecipients, Permission.EndEnrollments, Permission.ViewMeetings,
            Permission.ViewFollowUps, Permission.UpdateFollowUps, Permission.ViewReports,
        ],
        [Role.DistrictHead] =
        [
            Permission.UsePortal, Permission.ViewAreas, Permission.ViewAgencies, Permission.ViewStatistics, Permission.ViewPrograms,
            Permission.ViewHouseholds, Permission.ViewHouseholdTotals, Permission.ViewMeetings, Permission.ViewFollowUps, Permission.ViewReports,
            Permission.ViewProposals, Permission.VerifyProposals, Permission.ReturnProposals, Permission.ViewProposalTotals,
        ],
        [Role.VillageOperator] =
        [
            Permission.UsePortal, Permission.ViewAreas, Permission.ViewStatistics, Permission.ViewPrograms, Permission.ViewHouseholds,
            Permission.EditHouseholds, Permission.ViewHouseholdTotals,
            Permission.ViewProposals, Permission.RegisterProposals, Permission.HoldDeliberations, Permission.ViewProposalTotals,
        ],
        [Role.Facilitator] = [Permission.UsePortal, Permission.ViewAreas, Permission.ViewPrograms, Permission.ViewHouseholds, Permission.ViewProposals, Permission.CheckFields],
        [Role.Leader] =
        [
            Permission.UsePortal, Permission.ViewAreas, Permission.ViewAgencies, Permission.ViewStatistics, Permission.ViewPrograms,
            Permission.ViewHouseholdTotals, Permission.ViewProposalTotals, Permission.ViewMeetings, Permission.ApproveMinutes, Permission.ViewFollowUps, Permission.ViewReports, Permission.ViewDashboard,
        ],
    };

    public static IEnumerable<Role> Holders(Permission permission) => Enum.GetValues<Role>().Where(role => Allow(role, permission));

    public static bool Allow(Role role, Permission permission) => Held[role].Contains(permission);

    public static bool May(this Actor actor, Permission permission) => actor.Role is { } role && Allow(role, permission);
}
