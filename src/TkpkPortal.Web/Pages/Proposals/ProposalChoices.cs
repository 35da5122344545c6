using Microsoft.AspNetCore.Mvc.Rendering;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Drafts;
using TkpkPortal.Web.Pages.Households;

namespace TkpkPortal.Web.Pages.Proposals;

/// <summary>The choices of the forms about a proposal.</summary>
public static class ProposalChoices
{
    /// <summary>What each kind is for, in plain words.</summary>
    public static string Told(ProposalKind kind) => kind switch
    {
        ProposalKind.NewFamily => "Keluarga miskin yang belum tercatat dalam data.",
        ProposalKind.Correction => "Data keluarga salah atau berubah: alamat, anggota, pekerjaan, atau keadaan rumah.",
        ProposalKind.Exit => "Keluarga meninggal, pindah ke luar kabupaten, sudah mampu, atau tercatat ganda.",
        ProposalKind.Move => "Keluarga pindah ke desa atau kelurahan lain di kabupaten ini.",
        ProposalKind.Objection => "Seseorang menyanggah status keluarga ini.",
        ProposalKind.OwnDataAccess => "Anggota keluarga ini ingin melihat datanya sendiri. Dijawab dalam 3 × 24 jam.",
        ProposalKind.OwnDataCorrection => "Anggota keluarga ini meminta datanya sendiri diperbaiki. Dijawab dalam 3 × 24 jam, tanpa musyawarah.",
        ProposalKind.OwnDataObjection => "Anggota keluarga ini keberatan atas penggunaan datanya. Dijawab dalam 3 × 24 jam.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static IReadOnlyList<SelectListItem> Registrations { get; } = [.. Enum.GetValues<ProposalRegistration>().Select(r => new SelectListItem(ProposalNames.Of(r), r.ToString()))];

    public static IReadOnlyList<SelectListItem> Grounds { get; } = [.. Enum.GetValues<ObjectionGround>().Select(g => new SelectListItem(ProposalNames.Of(g), g.ToString()))];

    public static IReadOnlyList<SelectListItem> Seen { get; } = [new("Ya, sudah dilihat", bool.TrueString), new("Belum dilihat", bool.FalseString)];

    public static IReadOnlyList<SelectListItem> LeaveReasons => HouseholdChoices.LeaveReasons;

    public static IReadOnlyList<SelectListItem> Destinations(IReadOnlyList<Destination> destinations)
    {
        var groups = destinations.Select(d => d.District).Distinct().ToDictionary(d => d, d => new SelectListGroup { Name = d });
        return [new("Pilih", ""), .. destinations.Select(d => new SelectListItem(d.Name, d.Id.ToString()) { Group = groups[d.District] })];
    }

    public static IReadOnlyList<SelectListItem> Villages(HouseholdAreas areas)
    {
        var groups = areas.Districts.ToDictionary(d => d.Id, d => new SelectListGroup { Name = d.Name });
        return [new("Pilih", ""), .. areas.Villages.Where(v => v.IsInForce).Select(v => new SelectListItem(v.Name, v.Id.ToString()) { Group = v.ParentId is { } parent ? groups.GetValueOrDefault(parent) : null })];
    }
}
