using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Imports;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Imports;

/// <summary>A number that is damaged or somebody else's changes nobody, however often the rows come back.</summary>
public sealed class WrongNumberTests
{
    private const string Header = "id_keluarga_p3ke;kode_kemdagri;kepala_keluarga;no_kk;nik;jenis_kelamin;tanggal_lahir;alamat";

    private static readonly ImportOrigin Origin = Builders.Origin() with { DecileSource = "P3KE", DecileReleasedOn = new DateOnly(2026, 1, 1), SurveyedOn = new DateOnly(2025, 12, 1) };

    private static async Task<(Portal Portal, Area Village)> StartAsync()
    {
        var portal = await Portal.SharedAsync();
        return (portal, await portal.Make.VillageAsync());
    }

    private static string P3ke(params string[] rows) => string.Join('\n', rows.Prepend(Header)) + "\n";

    private static async Task<List<(int Row, string Code, string Content)>> ErrorsAsync(Portal portal, Guid batch)
    {
        await using var db = portal.Open();
        var found = await db.ImportProblems.AsNoTracking().Where(p => p.BatchId == batch && p.IsError).OrderBy(p => p.RowNumber).ToListAsync();
        return found.ConvertAll(p => (p.RowNumber, p.Code, ImportCells.TextOf(p.SealedText, p.Id, portal.Cipher).Content));
    }

    private static async Task<byte[]> RefusedRowsAsync(Portal portal, Guid batch)
    {
        var download = await portal.Make.RunAsync<DownloadRefusedRows, RefusedRowsDownload>(Actor.System("Uji"), useCase => useCase.RunAsync(batch, CancellationToken.None));
        using var output = new MemoryStream();
        download.Write(output);
        return output.ToArray();
    }

    [Fact]
    public async Task Refused_rows_uploaded_again_unchanged_are_refused_again()
    {
        var (portal, village) = await StartAsync();
        object?[] header = [.. Builders.TemplateHeader.Split(';')];
        object?[] Row(object? card, string name, object? nik) => [null, village.Code, card, "Jalan Impor 1", null, "01", "02", name, nik, "Kepala keluarga", "Laki-laki", "1980-05-17", null, null];
        var good = Builders.Nik();
        var file = WorkbookMaker.Of(
            header, Row(Builders.CardNumber(), "Kepala Baik", good),
            Row(Builders.CardNumber(), "Nik Angka", 9901014107800010), Row(9901014107800020, "Kartu Angka", Builders.Nik()), Row(9901014107800030, "Dua Angka", 9901014107800040),
            Row(Builders.CardNumber(), "Pendek", 12345), Row(Builders.CardNumber(), "Pangkat", "9,90101E+15"));
        var first = await portal.Make.SettledAsync(await portal.Make.UploadAsync(file, fileName: "uji.xlsx"));
        Assert.Equal(5, first.BadRows);

        var again = await RefusedRowsAsync(portal, first.Id);
        var (rows, _) = ReadFile.All(ReadFile.Open(again));
        Assert.Equal(["990101410780001?", "990101410780002?", "990101410780003?", "990101410780004?", "12345?"], new[] { rows[0][8], rows[1][2], rows[2][2], rows[2][8], rows[3][8] });
        var second = await portal.Make.SettledAsync(await portal.Make.UploadAsync(again, fileName: "uji-galat.xlsx"));

        Assert.Equal((5, 5, 0), (second.Rows, second.BadRows, second.NewRecords));
        var codes = (await ErrorsAsync(portal, second.Id)).ConvertAll(e => (e.Row, e.Code));
        var retype = ImportRules.NumberToRetype.Code;
        Assert.Equal([(2, retype), (3, retype), (4, retype), (4, retype), (5, retype), (6, ImportRules.NumberScientific.Code)], codes);
    }

    [Fact]
    public async Task A_twin_of_another_familys_number_uploaded_again_after_saving_does_not_overwrite_it()
    {
        var (portal, village) = await StartAsync();
        var nik = Builders.Nik();
        var batch = await portal.Make.ImportAsync(
            P3ke($"P5;{village.Code};Wayan Pemilik;;{nik};Laki-laki;1980-05-17;Jalan Lama", $"P6;{village.Code};Sutrisno Lain;;{nik};Laki-laki;1971-02-03;Jalan Lain", $"P7;{village.Code};Ketiga Baik;;{Builders.Nik()};Laki-laki;1980-05-17;Jalan Tiga"),
            ImportFormat.P3keFamilies, Origin);
        Assert.Equal((ImportState.Committed, 2, 1), (batch.State, batch.NewRecords, batch.BadRows));

        var again = await portal.Make.SettledAsync(await portal.Make.UploadAsync(await RefusedRowsAsync(portal, batch.Id), ImportFormat.P3keFamilies, Origin, "uji-galat.xlsx"));

        Assert.Equal((0, 0, 1), (again.NewRecords, again.ChangedRecords, again.BadRows));
        Assert.Equal((2, ImportRules.OtherPerson.Code), Assert.Single((await ErrorsAsync(portal, again.Id)).ConvertAll(e => (e.Row, e.Code))));
        await using var db = portal.Open();
        Assert.Equal("Jalan Lama", (await db.Households.SingleAsync(h => h.HeadName == "Wayan Pemilik" && h.VillageId == village.Id)).Address);
    }

    [Theory]
    [InlineData("Wayan Pemilik", "1971-02-03")]
    [InlineData("Sutrisno Lain", "1980-05-17")]
    [InlineData("Wayan Pemilk", "1971-02-03")]
    [InlineData("Wayan", "1971-02-03")]
    public async Task Where_only_the_name_or_only_the_birth_date_differs_the_family_is_updated(string name, string birth)
    {
        var (portal, village) = await StartAsync();
        var nik = Builders.Nik();
        await portal.Make.HouseholdAsync(village.Id, nik: nik, headName: "Wayan Pemilik");
        var batch = await portal.Make.SettledAsync(await portal.Make.UploadAsync(P3ke($"P6;{village.Code};{name};;{nik};Laki-laki;{birth};Jalan Baru"), ImportFormat.P3keFamilies, Origin));
        Assert.Equal((1, 0), (batch.ChangedRecords, batch.BadRows));
    }

    [Fact]
    public async Task A_card_of_another_head_and_a_members_nik_of_another_person_stay_out()
    {
        var (portal, village) = await StartAsync();
        var (card, own, child) = (Builders.CardNumber(), Builders.CardNumber(), Builders.Nik(new(2012, 3, 4)));
        await portal.Make.HouseholdAsync(village.Id, nik: Builders.Nik(), cardNumber: card, headName: "Wayan Pemilik");
        var head = Builders.Nik();
        await portal.Make.ImportAsync(Builders.Template(Builders.Row(village.Code, own, "Made Tetap", head), Builders.Row(village.Code, own, "Putu Anak", child, "Anak", birth: "2012-03-04")));
        var batch = await portal.Make.SettledAsync(await portal.Make.UploadAsync(Builders.Template(
            Builders.Row(village.Code, card, "Sutrisno Lain", null, birth: "1971-02-03"),
            Builders.Row(village.Code, own, "Made Tetap", head), Builders.Row(village.Code, own, "Ketut Bukan", child, "Anak", birth: "2015-06-07"))));
        Assert.Equal([(2, ImportRules.OtherPerson.Code), (4, ImportRules.OtherPerson.Code)], (await ErrorsAsync(portal, batch.Id)).ConvertAll(e => (e.Row, e.Code)));
        Assert.Equal((0, 2), (batch.ChangedRecords, batch.BadRows));
    }

    [Fact]
    public async Task A_list_of_heads_that_names_a_member_says_so_and_shows_no_code()
    {
        var (portal, village) = await StartAsync();
        var (card, nik) = (Builders.CardNumber(), Builders.Nik());
        await portal.Make.ImportAsync(Builders.Template(Builders.Row(village.Code, card, "Kepala Tetap", Builders.Nik()), Builders.Row(village.Code, card, "Anak Tetap", nik, "Anak")));
        var held = Builders.CardNumber();
        await portal.Make.HouseholdAsync(village.Id, cardNumber: held, headName: "Wayan Pemilik");
        var batch = await portal.Make.SettledAsync(await portal.Make.UploadAsync(
            P3ke($"P1;{village.Code};Anak Tetap;;{nik};Laki-laki;1980-05-17;Jalan Satu", $"P2;{village.Code};Sutrisno Lain;{held};;Laki-laki;1980-05-17;Jalan Dua"), ImportFormat.P3keFamilies, Origin));
        Assert.Equal([(2, ImportRules.NikOfMember.Code, nik), (3, ImportRules.CardOfOtherHead.Code, held)], await ErrorsAsync(portal, batch.Id));
        var two = Builders.CardNumber();
        var twice = await portal.Make.SettledAsync(await portal.Make.UploadAsync(Builders.Template(Builders.Row(village.Code, two, "Kepala Satu", Builders.Nik()), Builders.Row(village.Code, two, "Kepala Dua", Builders.Nik()))));
        Assert.All(await ErrorsAsync(portal, twice.Id), e => Assert.Equal((ImportRules.TwoHeads.Code, "Kepala keluarga"), (e.Code, e.Content)));
    }

    [Fact]
    public async Task A_row_of_headers_alone_is_refused_though_a_column_is_unknown()
    {
        var (portal, _) = await StartAsync();
        var batch = await portal.Make.SettledAsync(await portal.Make.UploadAsync(Builders.TemplateHeader + ";Warna rumah\n"));
        Assert.Equal((ImportState.Refused, ImportRules.HeaderOnly.Code), (batch.State, batch.RefusalCode));
    }

    [Theory]
    [InlineData("Siti Aminah", "SITI AMINAH", false)]
    [InlineData("Siti Aminah", "Siti Aminah binti Abdullah", false)]
    [InlineData("H. Abdul Ma'ruf", "Abdul Maruf", false)]
    [InlineData("Sumarni", "Sumarno", false)]
    [InlineData("Wayan Pemilik", "Sutrisno Lain", true)]
    [InlineData("Siti Aminah", "Siti Rohmawati", true)]
    public void Names_differ_only_where_no_short_form_or_slip_explains_it(string a, string b, bool differ) => Assert.Equal(differ, Core.Imports.Merging.PersonNames.Differ(a, b));
}
