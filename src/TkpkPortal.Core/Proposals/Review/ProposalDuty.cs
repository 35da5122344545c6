using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Proposals.Review;

/// <summary>Something that waits for a role; each is one stage, so that a work list reads one index in its order.</summary>
/// <param name="Slug">Stands in addresses.</param>
/// <param name="IsOwnData">Only requests about own data, only the others, or null for both.</param>
/// <param name="Waiting">"menunggu verifikasi Anda", after "4 usulan".</param>
public sealed record ProposalDuty(string Slug, string Title, string Waiting, ProposalStage Stage, bool? IsOwnData, IReadOnlyList<Role> Roles)
{
    private static readonly Role[] Desk = [Role.VillageOperator];
    private static readonly Role[] Centre = [Role.SocialAgency, Role.Secretariat, Role.Admin];

    public static readonly ProposalDuty OwnData = new("data-sendiri", "Permintaan data sendiri", "tentang data sendiri menunggu jawaban Anda", ProposalStage.Submitted, true, Centre);
    public static readonly ProposalDuty OwnDataApplying = new("penerapan-data-sendiri", "Perbaikan data sendiri untuk diterapkan", "tentang data sendiri menunggu diterapkan", ProposalStage.Approved, true, Centre);
    public static readonly ProposalDuty Returned = new("dikembalikan", "Dikembalikan untuk diperbaiki", "dikembalikan kepada Anda", ProposalStage.Returned, null, Desk);
    public static readonly ProposalDuty Draft = new("draf", "Draf", "masih draf", ProposalStage.Draft, null, Desk);
    public static readonly ProposalDuty Assembly = new("musyawarah", "Menunggu musyawarah", "menunggu musyawarah", ProposalStage.Submitted, false, Desk);
    public static readonly ProposalDuty District = new("kecamatan", "Menunggu verifikasi kecamatan", "menunggu verifikasi Anda", ProposalStage.Deliberated, null, [Role.DistrictHead]);
    public static readonly ProposalDuty Social = new("dinas-sosial", "Menunggu verifikasi Dinas Sosial", "menunggu verifikasi Anda", ProposalStage.DistrictVerified, null, [Role.SocialAgency]);
    public static readonly ProposalDuty Visit = new("kunjungan", "Menunggu kunjungan", "menunggu kunjungan Anda", ProposalStage.FieldCheckAsked, null, [Role.Facilitator]);
    public static readonly ProposalDuty Approval = new("pengesahan", "Menunggu pengesahan", "menunggu pengesahan", ProposalStage.SocialVerified, null, Centre);
    public static readonly ProposalDuty Visited = new("sudah-dicek", "Sudah dicek lapangan", "sudah dicek lapangan, menunggu pengesahan", ProposalStage.FieldChecked, null, Centre);
    public static readonly ProposalDuty Sending = new("pengiriman", "Menunggu dikirim ke SIKS-NG", "menunggu dikirim ke SIKS-NG", ProposalStage.Approved, false, Centre);
    public static readonly ProposalDuty Applying = new("penerapan", "Diterima pusat, menunggu diterapkan", "menunggu diterapkan ke data keluarga", ProposalStage.Answered, null, Centre);

    /// <summary>In the order in which a role should look at them: a legal clock first.</summary>
    public static IReadOnlyList<ProposalDuty> All { get; } = [OwnData, Returned, District, Social, Visit, Assembly, Draft, Approval, Visited, Sending, Applying, OwnDataApplying];

    public static IReadOnlyList<ProposalDuty> Of(Role role) => [.. All.Where(d => d.Roles.Contains(role))];

    /// <summary>The kinds in it that wait for this role.</summary>
    public IReadOnlyList<ProposalKind> KindsFor(Role role) =>
        [.. Enum.GetValues<ProposalKind>().Where(k => (IsOwnData is null || IsOwnData == ProposalFlow.IsOwnData(k)) && ProposalFlow.Next(k, Stage).Contains(role))];

    /// <summary>What lies with the desa counts for a cycle only when it is handed in.</summary>
    public bool HasDeadline => Stage is not (ProposalStage.Draft or ProposalStage.Returned);

    /// <summary>Reviewers are told what is missing before they open a row.</summary>
    public bool ShowsEvidence => this == Social || this == Approval || this == Visited;

    /// <summary>Steps that may be taken for many at once.</summary>
    public IReadOnlyList<BulkStep> Bulk => this == District || this == Social ? [BulkStep.Verify, BulkStep.Return] : this == Approval || this == Visited ? [BulkStep.Approve, BulkStep.Return] : [];
}
