using Microsoft.AspNetCore.Components;
using TkpkPortal.Core.Common;
using TkpkPortal.Web.Reports.Templates;

namespace TkpkPortal.Web.Reports;

/// <summary>Every paper of the portal: gives it its name and its template.</summary>
public static class Papers
{
    public static Report Invitation(InvitationPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return new Report
        {
            Name = $"Undangan {paper.MeetingName}",
            IsSample = paper.IsSample,
            Body = Fill<Undangan>(paper),
        };
    }

    public static Report Attendance(AttendancePaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return new Report
        {
            Name = $"Daftar Hadir {paper.MeetingName}",
            IsSample = paper.IsSample,
            Body = Fill<DaftarHadir>(paper),
        };
    }

    public static Report Minutes(MinutesPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return new Report
        {
            Name = $"Notulen {paper.MeetingName}",
            IsSample = paper.IsSample,
            Body = Fill<Notulen>(paper),
        };
    }

    public static Report Material(MpmMaterialPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return new Report
        {
            Name = $"Bahan {paper.MeetingName}",
            IsSample = paper.IsSample,
            Body = Fill<BahanMpm>(paper),
        };
    }

    /// <summary>Neither title nor foot names the family: both end in window titles and file lists.</summary>
    public static Report HouseholdProfile(HouseholdPaper paper, string village)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return new Report
        {
            Name = $"Profil Keluarga, {village}",
            IsSample = paper.IsSample,
            Body = Fill<ProfilKeluarga>(paper),
        };
    }

    public static Report VillageProfile(VillagePaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return new Report
        {
            Name = $"Profil {paper.Place}",
            IsSample = paper.IsSample,
            Body = Fill<ProfilDesa>(paper),
        };
    }

    public static Report Board(BoardPaper paper) => new() { Name = $"Papan Usulan, {paper.Period}", IsSample = paper.IsSample, Body = Fill<PapanUsulan>(paper) };

    /// <summary>Neither title nor foot names the family.</summary>
    public static Report Receipt(ReceiptPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return new Report
        {
            Name = $"Resi Usulan {paper.Number}",
            IsSample = paper.IsSample,
            Body = Fill<Resi>(paper),
        };
    }

    public static Report DeskInstruction(DeskPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return new Report
        {
            Name = $"Petunjuk Petugas Pendaftaran, {paper.Month}",
            IsSample = paper.IsSample,
            Body = Fill<PetunjukPetugas>(paper),
        };
    }
    /// <summary>Titles name the desa and no family: they end in window titles and file lists.</summary>
    public static Report DeliberationMinutes(DeliberationPaper paper) => OfDeliberation<BeritaAcara>("Berita Acara", paper);

    public static Report DeliberationAttendance(DeliberationPaper paper) => OfDeliberation<DaftarHadirMusyawarah>("Daftar Hadir", paper);

    public static Report DeliberationStatement(DeliberationPaper paper) => OfDeliberation<Sptjm>("", paper);

    public static Report PublicList(PublicListPaper paper) => new() { Name = $"Pengumuman {paper.Heading}", IsSample = paper.IsSample, Body = Fill<DaftarUmum>(paper) };
    public static Report VisitRoute(VisitRoutePaper paper) => new() { Name = "Daftar Kunjungan Cek Lapangan", IsSample = paper.IsSample, Body = Fill<DaftarKunjungan>(paper) };

    public static Report VisitForm(VisitFormPaper paper, string number) => new() { Name = $"Formulir Kunjungan {number}", IsSample = paper.IsSample, Body = Fill<FormulirKunjungan>(paper) };

    /// <summary>The four drawings are SVG from the chart components; each is 340 units wide.</summary>
    public static Report PovertyReport(PovertyReportPaper paper, PovertyReportDrawings drawings)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return new Report
        {
            Name = $"Laporan Tingkat Kemiskinan {paper.Regency} Tahun {paper.Year.ToString(Indonesian.Culture)}",
            IsSample = paper.IsSample,
            Body = builder =>
            {
                builder.OpenComponent<LaporanKemiskinan>(0);
                builder.AddComponentParameter(1, nameof(LaporanKemiskinan.Model), paper);
                builder.AddComponentParameter(2, nameof(LaporanKemiskinan.Drawings), drawings);
                builder.CloseComponent();
            },
        };
    }

    private static Report OfDeliberation<TTemplate>(string kind, DeliberationPaper paper)
        where TTemplate : IComponent => new() { Name = $"{kind} {paper.Heading}".Trim(), IsSample = paper.IsSample, Body = Fill<TTemplate>(paper) };

    private static RenderFragment Fill<TTemplate>(object model)
        where TTemplate : IComponent => builder =>
        {
            builder.OpenComponent<TTemplate>(0);
            builder.AddComponentParameter(1, "Model", model);
            builder.CloseComponent();
        };
}

/// <summary>The drawings of the poverty report.</summary>
public sealed record PovertyReportDrawings
{
    /// <summary>Line of the headcount rate.</summary>
    public required RenderFragment RateChart { get; init; }

    /// <summary>Bars of the number of poor.</summary>
    public required RenderFragment CountChart { get; init; }

    /// <summary>Bars of the peers, the province and the nation.</summary>
    public required RenderFragment PeerChart { get; init; }

    /// <summary>Map with its legend.</summary>
    public required RenderFragment Map { get; init; }
}
