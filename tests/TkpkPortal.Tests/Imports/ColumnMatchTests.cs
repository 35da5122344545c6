using TkpkPortal.Core.Common;
using TkpkPortal.Core.Imports;

namespace TkpkPortal.Tests.Imports;

public sealed class ColumnMatchTests
{
    private static readonly string[] P3keFamily =
    [
        "id_keluarga_p3ke", "provinsi", "kabupaten_kota", "kecamatan", "desa_kelurahan", "kode_kemdagri", "desil_kesejahteraan", "alamat", "kepala_keluarga", "nik", "padan_dukcapil", "jenis_kelamin",
        "tanggal_lahir", "pekerjaan", "pendidikan", "kepemilikan_rumah", "memiliki_simpanan_uang_perhiasan_ternak_lainnya", "jenis_atap", "jenis_dinding", "jenis_lantai", "sumber_penerangan",
        "bahan_bakar_memasak", "sumber_air_minum", "fasilitas_bab", "penerima_bpnt", "penerima_bpum", "penerima_bst", "penerima_pkh", "penerima_sembako", "penerima_prakerja", "penerima_kur", "resiko_stunting",
    ];

    private static readonly string[] P3keMember =
    [
        "id_keluarga_p3ke", "id_individu", "provinsi", "kabupaten_kota", "kecamatan", "desa_kelurahan", "kode_kemdagri", "desil_kesejahteraan", "alamat", "nama", "nik", "padan_dukcapil", "jenis_kelamin",
        "hubungan_dengan_kepala_keluarga", "tanggal_lahir", "status_kawin", "pekerjaan", "pendidikan", "usia_dibawah_7", "usia_7_12", "usia_13_15", "usia_16_18", "usia_19_21", "usia_22_59", "usia_60_tahun_keatas",
    ];

    private static readonly Dictionary<string, string?> Nothing = [];

    [Fact]
    public void The_centres_own_columns_are_all_known()
    {
        foreach (var (format, headers) in new[] { (ImportFormat.P3keFamilies, P3keFamily), (ImportFormat.P3keMembers, P3keMember) })
        {
            var match = ColumnMatch.Of(format, headers, Nothing);
            Assert.Empty(match.Unknown);
            Assert.Empty(match.Missing);
            match.MustBeComplete();
        }
    }

    [Fact]
    public void The_templates_own_labels_are_all_known()
    {
        var fields = ImportFields.Of(ImportFormat.Template);
        var match = ColumnMatch.Of(ImportFormat.Template, [.. fields.Select(f => f.Label)], Nothing);
        Assert.Equal(fields.Select(f => f.Key), match.Layout.Fields.Select(f => f.Key));
        Assert.Empty(match.Unknown);
    }

    [Fact]
    public void Every_key_is_said_once_and_no_header_means_two_fields()
    {
        foreach (var format in Enum.GetValues<ImportFormat>())
        {
            var keys = ImportFields.Of(format).Select(f => f.Key).ToList();
            Assert.Equal(keys.Distinct(), keys);
            var headers = ImportFields.Mappable(format).SelectMany(f => ImportFields.KeysOf(f).Distinct()).ToList();
            Assert.Empty(headers.GroupBy(h => h).Where(h => h.Count() > 1).Select(h => h.Key));
            Assert.All(headers, h => Assert.Equal(h, ImportLayout.KeyOf(h)));
        }
    }

    [Fact]
    public void The_answer_is_kept_beside_what_it_means_on_the_record()
    {
        var layout = ColumnMatch.Of(ImportFormat.P3keFamilies, P3keFamily, Nothing).Layout;
        Assert.Equal(layout.Columns[layout.IndexOf(FieldKeys.Occupation)], layout.Columns[layout.IndexOf("jawab:pekerjaan")]);
        Assert.Equal(ColumnMatch.WorkedOut, layout.Columns[layout.IndexOf(FieldKeys.Relation)]);
        Assert.Equal("jenis_lantai", layout.Fields[layout.IndexOf("jawab:jenis_lantai")].Question);
    }

    [Fact]
    public void An_unknown_column_waits_for_a_person_with_a_suggestion_and_is_remembered()
    {
        var first = ColumnMatch.Of(ImportFormat.Deciles, ["No.", "NIKK", "Desil", "Keterangan"], Nothing);
        Assert.True(first.NeedsPerson);
        first.MustBeComplete();
        Assert.Equal([("NIKK", FieldKeys.Nik), ("Keterangan", null)], first.Unknown.Select(u => (u.Header, u.Suggestion?.Key)));
        Assert.Equal([FieldKeys.Nik, FieldKeys.Card], first.Missing.Select(m => m.Key));
        var second = ColumnMatch.Of(ImportFormat.Deciles, ["No.", "NIKK", "Desil", "Keterangan"], new Dictionary<string, string?> { ["nikk"] = FieldKeys.Nik, ["keterangan"] = null });
        Assert.False(second.NeedsPerson);
        Assert.Empty(second.Missing);
        Assert.Equal([1, 2], second.Layout.Columns);
    }

    [Fact]
    public void A_missing_column_that_no_other_could_be_is_named()
    {
        var broken = Assert.Throws<RuleBrokenException>(() => ColumnMatch.Of(ImportFormat.Deciles, ["NIK", "Nama desa"], Nothing).MustBeComplete());
        Assert.Equal(ImportRules.ColumnMissing, broken.Rule);
        Assert.Contains("“Desil”", broken.Message, StringComparison.Ordinal);
        Assert.Contains("“NIK” atau “Nomor KK”", Assert.Throws<RuleBrokenException>(() => ColumnMatch.Of(ImportFormat.Deciles, ["Desil"], Nothing).MustBeComplete()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_desa_and_kecamatan_do_where_the_code_is_missing()
    {
        var headers = P3keFamily.Where(h => h != "kode_kemdagri").ToList();
        var match = ColumnMatch.Of(ImportFormat.P3keFamilies, headers, Nothing);
        Assert.Empty(match.Missing);
        Assert.Equal(ColumnMatch.WorkedOut, match.Layout.Columns[match.Layout.IndexOf(FieldKeys.Village)]);
    }

    [Fact]
    public void What_people_remembered_wins_and_the_first_of_two_equal_columns_counts()
    {
        var match = ColumnMatch.Of(ImportFormat.Deciles, ["NIK", "nik", "Desil", "KK"], new Dictionary<string, string?> { ["kk"] = null });
        Assert.Equal([0, 2], match.Layout.Columns);
        Assert.False(match.NeedsPerson);
    }
}
