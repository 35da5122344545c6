using TkpkPortal.Core.Access;

namespace TkpkPortal.Web.Reports;

/// <summary>A paper that hangs on no single record, as /laporan lists it.</summary>
/// <param name="Title">"Laporan Tingkat Kemiskinan".</param>
/// <param name="About">One sentence: what stands in it.</param>
/// <param name="Path">Its address without .html or .pdf.</param>
/// <param name="Permission">Who may open it; the endpoint asks for the same.</param>
public sealed record CataloguedPaper(string Title, string About, string Path, Permission Permission);

/// <summary>Reports are registered here, in the order in which /laporan lists them; papers of a rakor are listed by rakor.</summary>
public static class PaperCatalogue
{
    public static IReadOnlyList<CataloguedPaper> Papers { get; } =
    [
        new("Laporan Tingkat Kemiskinan", "Deret, perkembangan, perbandingan dengan kabupaten lain, peta, dan uraian untuk kabupaten kami.", "/laporan/tingkat-kemiskinan", Permission.ViewDashboard),
        new("Papan Usulan", "Jumlah usulan periode ini menurut tahap dan kecamatan, tanpa nama.", "/laporan/papan-usulan", Permission.ViewProposalTotals),
        new("Petunjuk petugas pendaftaran", "Satu lembar untuk meja pendaftaran: menerima keluarga, yang ditanyakan, yang tidak boleh, menjawab soal hasil, dan batas periode.", "/laporan/petunjuk-petugas", Permission.ViewProposals),
    ];
}
