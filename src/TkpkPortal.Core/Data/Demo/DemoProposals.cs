using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Centre;
using TkpkPortal.Core.Proposals.Deliberations;

namespace TkpkPortal.Core.Data.Demo;

/// <summary>What one batch of proposals adds.</summary>
internal sealed record DemoProposalBatch(IReadOnlyList<Proposal> Proposals, IReadOnlyList<DeliberationItem> Items)
{
    public IReadOnlyList<ProposalStep> Steps { get; } = [.. Proposals.SelectMany(p => p.Steps)];

    public IReadOnlyList<ProposalDiff> Diffs { get; } = [.. Proposals.SelectMany(p => p.Diffs)];

    public IReadOnlyList<IncomingMove> Moves { get; } = [.. Proposals.Select(p => p.Incoming).OfType<IncomingMove>()];
}

/// <summary>
/// Proposals of the last half year: those of past cycles mostly ended, those of the present one spread over all stages. Each goes its way act by act, so a demo cannot hold
/// what the portal would refuse.
/// </summary>
internal sealed class DemoProposals(DemoLand land, DemoNames names, DemoActors actors, FieldCipher cipher, KabupatenClock clock, int seed)
{
    private const int Months = 6;

    private static readonly ProposalKind[] Kinds =
        [ProposalKind.NewFamily, ProposalKind.Correction, ProposalKind.Exit, ProposalKind.Move, ProposalKind.Objection, ProposalKind.OwnDataCorrection, ProposalKind.OwnDataAccess];

    private static readonly double[] KindShares = [0.45, 0.26, 0.12, 0.06, 0.06, 0.03, 0.02];

    private static readonly (ProposalStage Stage, double Share)[] Past =
        [(ProposalStage.Applied, 0.64), (ProposalStage.Rejected, 0.13), (ProposalStage.Sent, 0.09), (ProposalStage.Answered, 0.06), (ProposalStage.Approved, 0.04), (ProposalStage.Cancelled, 0.04)];

    private static readonly (ProposalStage Stage, double Share)[] Present =
    [
        (ProposalStage.Draft, 0.12), (ProposalStage.Submitted, 0.26), (ProposalStage.Deliberated, 0.18), (ProposalStage.DistrictVerified, 0.14), (ProposalStage.SocialVerified, 0.09),
        (ProposalStage.FieldCheckAsked, 0.05), (ProposalStage.FieldChecked, 0.03), (ProposalStage.Approved, 0.07), (ProposalStage.Returned, 0.06),
    ];

    private readonly DemoRandom _random = new(seed, DemoStream.Proposals);
    private readonly Dictionary<Guid, Area> _villages = land.Districts.SelectMany(d => d.Villages).ToDictionary(v => v.Id);
    private readonly Dictionary<Guid, string> _districts = land.Districts.SelectMany(d => d.Villages.Select(v => (v.Id, d.Area.Name))).ToDictionary(v => v.Id, v => v.Name);
    private readonly Dictionary<(Guid Village, DateOnly Month), VillageDeliberation> _deliberations = [];

    private readonly Dictionary<DateOnly, ProposalDispatch> _dispatches = [];
    private readonly List<VillageDeliberation> _newDeliberations = [];
    private readonly List<VillageDeliberation> _all = [];
    private int _onDesk;
    private readonly List<ProposalDispatch> _newDispatches = [];

    public Guid DemoVillage => actors.DemoVillage;

    /// <summary>Takes what was made since the last call: to be written before and after the proposals that need it.</summary>
    public (IReadOnlyList<VillageDeliberation> Deliberations, IReadOnlyList<ProposalDispatch> Dispatches) TakeNew()
    {
        IReadOnlyList<VillageDeliberation> deliberations = [.. _newDeliberations];
        IReadOnlyList<ProposalDispatch> dispatches = [.. _newDispatches];
        _newDeliberations.Clear();
        _newDispatches.Clear();
        return (deliberations, dispatches);
    }

    /// <param name="families">Families with their members; each is taken for one proposal at most.</param>
    public DemoProposalBatch Make(IReadOnlyList<Household> families) 
    {
        List<Proposal> proposals = [.. families.Select(One)];
        var ids = proposals.Select(p => p.Id).ToHashSet();
        return new(proposals, [.. _all.SelectMany(d => d.Items).Where(i => ids.Contains(i.ProposalId))]);
    }

    private Proposal One(Household family)
    {
        var kind = Kinds[_random.Weighted(KindShares)];
        var past = _random.Chance(family.VillageId == DemoVillage ? 0.3 : 0.7);
        var month = new DateOnly(clock.Today.Year, clock.Today.Month, 1).AddMonths(past ? -_random.Between(1, Months - 1) : 0);
        var stages = past ? Past : Present;
        // The demo's own desk holds every stage; elsewhere chance decides.
        var stage = Target(kind, stages, !past && family.VillageId == DemoVillage ? Present[_onDesk++ % Present.Length].Stage : stages[_random.Weighted([.. stages.Select(s => s.Share)])].Stage);
        var isNew = kind == ProposalKind.NewFamily;
        var walk = new DemoWalk(actors.For(family.VillageId, _villages[family.VillageId].Name, _districts[family.VillageId]), 1 + _random.Below(5), cipher, MomentIn(month), clock.Now);
        var registration = _random.Chance(0.7) ? ProposalRegistration.Active : ProposalRegistration.Passive;
        var proposal = new Proposal(kind, registration, family.VillageId, isNew ? null : family.Id, walk.Village, month, walk.Now);
        proposal.Write(isNew ? NewFamily(family) : Content(kind, family, month), "periksa", cipher, walk.Now);
        if (kind == ProposalKind.Move) proposal.Announce(proposal.Content(cipher).ToVillageId!.Value);
        walk.To(proposal, stage, DeliberationOf, DispatchOf);
        if (stage == ProposalStage.Applied && isNew) proposal.Became(family.Id);
        return proposal;
    }

    /// <summary>Requests about own data go a shorter way.</summary>
    private static ProposalStage Target(ProposalKind kind, (ProposalStage Stage, double Share)[] stages, ProposalStage stage) => kind switch
    {
        ProposalKind.OwnDataAccess => stage is ProposalStage.Draft or ProposalStage.Cancelled ? stage : stages == Past ? ProposalStage.Completed : ProposalStage.Submitted,
        ProposalKind.OwnDataCorrection when stage is ProposalStage.Sent or ProposalStage.Answered => ProposalStage.Applied,
        ProposalKind.OwnDataCorrection when stage is ProposalStage.Deliberated or ProposalStage.DistrictVerified => ProposalStage.Submitted,
        _ => stage,
    };

    /// <summary>The desa's working days: from the 1st to the 10th, by day.</summary>
    private DateTimeOffset MomentIn(DateOnly month) => Earlier(clock.StartOf(month.AddDays(_random.Below(10))).AddHours(8).AddMinutes(_random.Below(450)), clock.Now.AddMinutes(-30));

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    /// <summary>One musyawarah for each desa and cycle that needs one, and another where its agenda is full.</summary>
    private VillageDeliberation DeliberationOf(Proposal proposal)
    {
        var key = (proposal.VillageId, proposal.CycleMonth);
        if (_deliberations.TryGetValue(key, out var known) && known.Items.Count < VillageDeliberation.MostItems) return known;
        var village = _villages[proposal.VillageId].Name;
        var held = Earlier(proposal.CycleMonth.AddDays(11 + _random.Below(3)), clock.Today);
        var made = new VillageDeliberation(
            proposal.VillageId, DeliberationForm.Assembly,
            new(held, new(9, 0), $"Balai Desa {village}", names.Man(_random), "Ketua BPD", names.Woman(_random), $"{_random.Between(1, 60):000}/BA/{village}/{held.Year}", null), clock.StartOf(held));
        made.Attend([.. Enumerable.Range(0, 8).Select(i => new DeliberationGuest(i % 3 == 0 ? names.Woman(_random) : names.Man(_random), i switch { 0 => "Kepala desa", 1 => "BPD", 2 => "PKK", 3 => "Pendamping", _ => "Tokoh masyarakat" }, i % 3 == 0))]);
        _newDeliberations.Add(made);
        _all.Add(made);
        return _deliberations[key] = made;
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    /// <summary>One delivery for each cycle.</summary>
    private ProposalDispatch DispatchOf(Proposal proposal, Actor actor)
    {
        if (_dispatches.TryGetValue(proposal.CycleMonth, out var known)) return known;
        var made = new ProposalDispatch(proposal.CycleMonth, 0, null, actor, Earlier(clock.StartOf(proposal.CycleMonth.AddDays(23)).AddHours(14), clock.Now.AddMinutes(-5)));
        _newDispatches.Add(made);
        return _dispatches[proposal.CycleMonth] = made;
    }

    /// <summary>Somebody like the families of that place, with a number of his own.</summary>
    private ProposalContent NewFamily(Household like)
    {
        var man = _random.Chance(0.7);
        var birth = clock.Today.AddYears(-_random.Between(24, 70)).AddDays(-_random.Below(365));
        return Seen() with
        {
            Family = new()
            {
                Address = like.Address,
                Hamlet = like.Hamlet,
                Rt = like.Rt,
                Rw = like.Rw,
                Members = [new() { Name = man ? names.Man(_random) : names.Woman(_random), Relation = FamilyRelation.Head, Sex = man ? Sex.Male : Sex.Female, BirthDate = Texts.Of(birth) }],
                Answers = new Dictionary<string, string> { ["jenis_lantai"] = "8", ["fasilitas_bab"] = "6", ["penerangan"] = "1" },
            },
            Grounds = _random.Pick(["Belum pernah didata; menumpang di rumah orang tua.", "Pindahan dari kabupaten lain, penghasilan tidak tetap.", "Rumah berlantai tanah dan belum menerima bantuan."]),
        };
    }

    private ProposalContent Content(ProposalKind kind, Household family, DateOnly month)
    {
        var now = FamilyDraft.Of(family, new Dictionary<string, string>(), cipher);
        var content = Seen() with { Base = now, Family = now };
        switch (kind)
        {
            case ProposalKind.Exit:
                return content with { LeaveReason = _random.Pick([LeaveReason.Deceased, LeaveReason.Moved, LeaveReason.NoLongerPoor]), LeftOn = Texts.Of(month.AddDays(-_random.Between(3, 60))), Grounds = "Dilaporkan ketua RT." };
            case ProposalKind.Objection:
                return content with
                {
                    Ground = ObjectionGround.NoLongerPoor, LeaveReason = LeaveReason.NoLongerPoor, LeftOn = Texts.Of(month.AddDays(-1)), Informant = names.Man(_random), Grounds = "Sudah punya usaha dan rumah yang baik.",
                };
            case ProposalKind.Move:
                return content with { ToVillageId = _random.Pick([.. _villages.Keys.Where(v => v != family.VillageId)]), Family = now with { Address = "Jalan Baru 1", Hamlet = null }, Grounds = "Pindah mengikuti pekerjaan." };
            case ProposalKind.OwnDataAccess:
                return content with { Grounds = "Ingin tahu data keluarga yang tercatat." };
            default:
                // What was proposed in an earlier cycle has become the record: the old value is what changed.
                return content with { Family = now with { Rw = now.Rw == "009" ? "008" : "009", Address = $"{now.Address} (diperbaiki)" }, Grounds = "Alamat pada data tidak sesuai." };
        }
    }

    private ProposalContent Seen() => new() { IdentityCardSeen = true, FamilyCardSeen = _random.Chance(0.92) };
}
