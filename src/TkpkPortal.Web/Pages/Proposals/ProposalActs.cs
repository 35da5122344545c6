using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;

namespace TkpkPortal.Web.Pages.Proposals;

/// <summary>A link to the page of one act.</summary>
public sealed record ActLink(string Text, string Href, string? Told = null);

/// <summary>What a reader can do with a proposal now, and on which page.</summary>
public static class ProposalActs
{
    public static IEnumerable<ActLink> Of(ProposalView proposal, Role? role)
    {
        var own = ProposalFlow.IsOwnData(proposal.Kind);
        var links = proposal.Acts.Where(a => !(proposal.IsMine && ProposalFlow.IsReview(a))).Select(a => LinkOf(a, proposal, own)).OfType<ActLink>().DistinctBy(l => l.Href);
        return role == Role.Facilitator && proposal.Stage == ProposalStage.FieldCheckAsked ? links.Append(new("Formulir kunjungan", $"/laporan/usulan/{proposal.Id}/formulir-kunjungan.html", "Cetak sebelum berangkat.")) : links;
    }

    /// <summary>The reader's role could judge it, but the reader proposed it.</summary>
    public static bool MustBeSomebodyElse(ProposalView proposal) => proposal.IsMine && proposal.Acts.Any(ProposalFlow.IsReview);

    private static ActLink? LinkOf(ProposalAct act, ProposalView p, bool own)
    {
        var page = $"/usulan/{p.Id}";
        return act switch
        {
            ProposalAct.Submit => p.Review is { Problems.Count: 0 } ? new("Ajukan", page + "/ajukan", "Isinya terkunci setelah diajukan.") : null,
            ProposalAct.Deliberate or ProposalAct.Postpone => new("Bahas dalam musyawarah", "/musyawarah", "Hasilnya dicatat pada musyawarah desa."),
            ProposalAct.VerifyDistrict or ProposalAct.VerifySocial => new("Nyatakan benar", page + "/verifikasi"),
            ProposalAct.AskFieldCheck => new("Minta cek lapangan", page + "/minta-cek-lapangan", "Pendamping mengunjungi keluarga."),
            ProposalAct.RecordFieldCheck => new("Catat hasil kunjungan", page + "/cek-lapangan"),
            ProposalAct.Approve => new("Sahkan", page + "/sahkan"),
            ProposalAct.Complete => new("Jawab permintaan", page + "/jawab"),
            ProposalAct.Send => new("Kirim ke SIKS-NG", "/usulan/kirim", "Bersama usulan lain yang sudah disahkan."),
            ProposalAct.Accept or ProposalAct.Wait => new("Catat hasil pusat", "/impor", "Dari berkas hasil pusat."),
            ProposalAct.Apply => new("Terapkan ke data keluarga", page + "/terapkan"),
            ProposalAct.Return => new("Kembalikan kepada desa", page + "/kembalikan", "Desa memperbaiki, lalu mengajukan lagi."),
            // The musyawarah and the centre reject through their own papers.
            ProposalAct.Reject => p.Stage == ProposalStage.Sent || (p.Stage == ProposalStage.Submitted && !own) ? null : new("Tolak", page + "/tolak", "Usulan berakhir."),
            ProposalAct.Cancel => new("Batalkan usulan", page + "/batalkan", "Usulan berakhir."),
            ProposalAct.WithdrawAnswer => null,
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
    }
}
