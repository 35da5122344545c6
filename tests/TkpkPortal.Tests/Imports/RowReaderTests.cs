using System.Globalization;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Imports;

public sealed class RowReaderTests
{
    private const string Header = "id_keluarga_p3ke;kecamatan;desa_kelurahan;kode_kemdagri;kepala_keluarga;nik;jenis_kelamin;tanggal_lahir;pekerjaan;jenis_lantai\n";

    [Fact]
    public void A_family_of_the_centres_file_is_staged()
    {
        var (rows, reader) = ReadFile.Staged(ImportFormat.P3keFamilies, ReadFile.Csv(Header + "K-1;Ulu Contoh;Suka Maju;9901012001;Siti;9901014504800001;Perempuan;05/04/1980;2;Tanah\n"));
        var row = Assert.Single(rows);
        Assert.Empty(row.Problems);
        Assert.Equal(2, row.Number);
        Assert.Equal("K-1|Ulu Contoh|Suka Maju|99.01.01.2001|Siti|9901014504800001|Female|1980-04-05|Petani|5|2|Head", string.Join('|', row.Values));
        Assert.Equal("pK-1", reader.FamilyKey(row));
    }

    [Fact]
    public void The_desa_is_found_by_its_names_and_the_sex_in_the_nik()
    {
        var row = Assert.Single(ReadFile.Staged(ImportFormat.P3keFamilies, ReadFile.Csv(Header + "K-1;Kec. ULU CONTOH;desa suka maju;;Siti;9901014504800001;;;;\n")).Rows);
        Assert.Empty(row.Problems);
        Assert.Contains("99.01.01.2001", row.Values);
        Assert.Contains("Female", row.Values);
        var lost = Assert.Single(ReadFile.Staged(ImportFormat.P3keFamilies, ReadFile.Csv(Header + "K-1;Ulu Contoh;Entah;;Siti;9901014504800001;;;;\n")).Rows);
        Assert.Equal(ImportRules.VillageUnknown.Code, Assert.Single(lost.Problems).Code);
    }

    [Fact]
    public void What_a_new_person_needs_is_asked_of_a_row_without_id_only()
    {
        var header = "ID baris;Kode desa;Nama;Hubungan dengan kepala keluarga;Jenis kelamin;Alamat\n";
        var (rows, _) = ReadFile.Staged(ImportFormat.Template, ReadFile.Csv($"{header};;;;;Jalan Baru\n{Guid.NewGuid()}|{Guid.NewGuid()};;;;;Jalan Baru\n"));
        Assert.Equal([FieldKeys.Village, FieldKeys.Name, FieldKeys.Relation, FieldKeys.Sex], rows[0].Problems.Select(p => ReadFile.Field(Keys(header)[p.Field]).Key));
        Assert.All(rows[0].Problems, p => Assert.Equal(ImportRules.CellNeeded.Code, p.Code));
        Assert.True(rows[0].IsBad);
        Assert.False(rows[1].IsBad);
    }

    [Fact]
    public void A_nik_that_differs_from_the_row_only_warns()
    {
        var row = Assert.Single(ReadFile.Staged(ImportFormat.P3keFamilies, ReadFile.Csv(Header + "K-1;;;9901012001;Siti;1801014604800001;Laki-laki;05/04/1980;;\n")).Rows);
        Assert.Equal([HouseholdRules.NikSexDiffers.Code, HouseholdRules.NikBirthDiffers.Code, HouseholdRules.NikAreaForeign.Code], row.Problems.Select(p => p.Code));
        Assert.False(row.IsBad);
        Assert.Contains("1801014604800001", row.Values);
    }

    [Fact]
    public void The_warnings_are_those_of_the_form()
    {
        foreach (var (nik, sex, birth) in new[] { ("9901010504800001", "L", "05/04/1980"), ("9901014504800001", "L", "05/04/1980"), ("9901010504800001", "L", "05/04/1981"), ("1801014504800001", "P", "05/04/1980"), ("9901017112990001", "P", "31/12/1999") })
        {
            var row = Assert.Single(ReadFile.Staged(ImportFormat.P3keFamilies, ReadFile.Csv($"{Header}K-1;;;9901012001;Siti;{nik};{sex};{birth};;\n")).Rows);
            var details = new MemberDetails("Siti", FamilyRelation.Head, sex == "P" ? Sex.Female : Sex.Male, DateOnly.ParseExact(birth, "dd/MM/yyyy", CultureInfo.InvariantCulture), null, null);
            var regency = new Core.Areas.Area(Code("99.01"), "Contoh", null);
            Assert.Equal(IdentityWarnings.Of(nik, details, regency), row.Problems.Select(p => p.Sentence));
        }
    }

    [Fact]
    public void A_decile_row_names_a_family_or_is_refused()
    {
        var (rows, reader) = ReadFile.Staged(ImportFormat.Deciles, ReadFile.Csv("nik;no_kk;desil\n;;3\n;9901012001200001;3\n9901010504800001;;\n"));
        Assert.Equal(ImportRules.NothingIdentifies.Code, Assert.Single(rows[0].Problems).Code);
        Assert.Empty(rows[1].Problems);
        Assert.Empty(rows[2].Problems);
        Assert.Equal(["r2", "k9901012001200001", "n9901010504800001"], rows.Select(reader.FamilyKey));
    }

    [Fact]
    public void A_person_added_under_an_exported_family_belongs_to_it()
    {
        var family = Guid.NewGuid();
        var text = "ID baris;Kode desa;Nomor KK;Nama;Hubungan dengan kepala keluarga;Jenis kelamin\n"
            + $"{family}|{Guid.NewGuid()};9901012001;9901012001200001;Budi;Kepala keluarga;L\n;9901012001;9901012001200001;Ani;Anak;P\n;9901012001;9901012001200002;Lain;Kepala keluarga;L\n";
        var (rows, reader) = ReadFile.Staged(ImportFormat.Template, ReadFile.Csv(text));
        Assert.Equal([$"i{family}", $"i{family}", "k9901012001200002"], rows.Select(reader.FamilyKey));
    }

    [Fact]
    public void A_file_whose_numbers_lost_their_last_digit_is_refused_as_a_whole()
    {
        string Rows(int zeros, int all) => "nik;desil\n" + string.Concat(Enumerable.Range(0, all).Select(i => $"990101050480{i + 1:000}{(i < zeros ? 0 : 1)};1\n"));
        ReadFile.Staged(ImportFormat.Deciles, ReadFile.Csv(Rows(16, 40))).Reader.Damage.MustBeSound();
        ReadFile.Staged(ImportFormat.Deciles, ReadFile.Csv(Rows(29, 29))).Reader.Damage.MustBeSound();
        var reader = ReadFile.Staged(ImportFormat.Deciles, ReadFile.Csv(Rows(17, 40))).Reader;
        var broken = Assert.Throws<RuleBrokenException>(reader.Damage.MustBeSound);
        Assert.Equal(ImportRules.NumbersDamaged, broken.Rule);
        Assert.Contains("17 dari 40 NIK", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_numbers_count_even_where_each_is_refused_for_its_last_digits()
    {
        var reader = ReadFile.Staged(ImportFormat.Deciles, ReadFile.Csv("nik;desil\n" + string.Concat(Enumerable.Repeat("9901010504800000;1\n", 30)))).Reader;
        Assert.Throws<RuleBrokenException>(reader.Damage.MustBeSound);
    }

    [Fact]
    public void A_workbook_with_figures_for_numbers_has_every_cell_refused_with_the_remedy()
    {
        var (rows, _) = ReadFile.Staged(ImportFormat.Deciles, ReadFile.Open(WorkbookMaker.Of(["NIK", "Desil"], [9901010504800001L, 1], [9.90101E+15, 2])));
        Assert.All(rows, r => Assert.Equal(ImportRules.NumberAsFigure.Code, Assert.Single(r.Problems).Code));
        Assert.Contains("Teks", rows[0].Problems[0].Sentence, StringComparison.Ordinal);
    }

    private static string[] Keys(string header) => [.. ColumnMatch.Of(ImportFormat.Template, header.Trim().Split(';'), new Dictionary<string, string?>()).Layout.Fields.Select(f => f.Key)];

    private static Core.Areas.AreaCode Code(string text) => Core.Areas.AreaCode.TryParse(text, out var code) ? code : throw new ArgumentException(text);
}
