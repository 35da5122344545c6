namespace TkpkPortal.Core.Imports;

/// <summary>What each format can tell, and the headers that mean it.</summary>
public static class ImportFields
{
    private static readonly ImportField RowId = Family(FieldKeys.RowId, "ID baris", "id", "row_id");
    private static readonly ImportField SourceFamily = Family(FieldKeys.SourceFamily, "ID keluarga P3KE", "id_keluarga", "idkeluarga", "id_kel_p3ke");
    private static readonly ImportField SourceMember = Member(FieldKeys.SourceMember, "ID individu", "idindividu", "id_individu_p3ke");
    private static readonly ImportField Village = Family(
        FieldKeys.Village, "Kode desa", "kode_kemdagri", "kode_kemendagri", "kode_wilayah", "kode_desa_kelurahan", "kode_kelurahan", "kode_desa_kemendagri", "kode_pekon", "kode_nagari");
    private static readonly ImportField VillageName = Family(FieldKeys.VillageName, "Nama desa", "desa_kelurahan", "desa", "kelurahan", "kelurahan_desa", "nama_kelurahan", "pekon", "nagari");
    private static readonly ImportField DistrictName = Family(FieldKeys.DistrictName, "Nama kecamatan", "kecamatan");
    private static readonly ImportField Card = Family(
        FieldKeys.Card, "Nomor KK", "no_kk", "nokk", "kk", "nomor_kartu_keluarga", "no_kartu_keluarga", "nomor_kartu_kk");
    private static readonly ImportField Address = Family(FieldKeys.Address, "Alamat", "alamat_lengkap", "alamat_tinggal", "alamat_rumah");
    private static readonly ImportField Hamlet = Family(FieldKeys.Hamlet, "Dusun", "nama_dusun", "jorong", "lingkungan", "dusun_lingkungan", "pemangku");
    private static readonly ImportField Rt = Family(FieldKeys.Rt, "RT", "no_rt", "nomor_rt");
    private static readonly ImportField Rw = Family(FieldKeys.Rw, "RW", "no_rw", "nomor_rw");
    private static readonly ImportField Legacy = Family(FieldKeys.LegacyHousehold, "Nomor rumah tangga lama", "nomor_rumah_tangga_bdt", "id_bdt", "nomor_urut_rumah_tangga", "no_rumah_tangga");
    private static readonly ImportField Decile = Family(FieldKeys.Decile, "Desil", "desil_kesejahteraan", "desil_nasional", "peringkat_desil", "desil_dtsen");
    private static readonly ImportField Name = Member(FieldKeys.Name, "Nama", "nama_lengkap", "nama_anggota", "nama_individu", "nama_art", "nama_anggota_keluarga", "nama_penerima");
    private static readonly ImportField HeadName = Member(FieldKeys.Name, "Nama", "kepala_keluarga", "nama_kepala_keluarga", "nama_kk", "nama_lengkap", "nama_krt");
    private static readonly ImportField Nik = Member(
        FieldKeys.Nik, "NIK", "no_nik", "nomor_nik", "nik_ktp", "no_ktp", "nomor_ktp", "nomor_induk_kependudukan", "nik_kepala_keluarga", "nik_penerima");
    private static readonly ImportField Relation = Member(
        FieldKeys.Relation, "Hubungan dengan kepala keluarga", "hubungan_dengan_kepala_keluarga", "hubungan_keluarga", "hubungan_dengan_kk", "hub_keluarga", "hubungan_dengan_kepala_rumah_tangga", "shdk", "status_hubungan_dalam_keluarga");
    private static readonly ImportField Sex = Member(FieldKeys.Sex, "Jenis kelamin", "kelamin", "jk", "l_p", "lp", "jenkel");
    private static readonly ImportField BirthDate = Member(FieldKeys.BirthDate, "Tanggal lahir", "tgl_lahir", "tgl_lhr", "tanggal_lhr");
    private static readonly ImportField Education = Member(FieldKeys.Education, "Pendidikan", "pendidikan_terakhir", "ijazah", "ijazah_tertinggi", "pendidikan_tertinggi");
    private static readonly ImportField School = Member(FieldKeys.School, "Sekolah", "partisipasi_sekolah", "status_sekolah");
    private static readonly ImportField Occupation = Member(FieldKeys.Occupation, "Pekerjaan", "jenis_pekerjaan", "pekerjaan_utama");
    private static readonly ImportField Work = Member(FieldKeys.Work, "Kedudukan kerja", "kedudukan_dalam_pekerjaan", "status_pekerjaan", "status_kedudukan_kerja");
    private static readonly ImportField Marital = Member(FieldKeys.Marital, "Status kawin", "status_perkawinan", "status_nikah", "status_pernikahan");
    private static readonly ImportField Disability = Member(FieldKeys.Disability, "Disabilitas", "penyandang_disabilitas", "tingkat_disabilitas");
    private static readonly ImportField Pregnant = Member(FieldKeys.Pregnant, "Hamil", "status_kehamilan", "sedang_hamil", "ibu_hamil");
    private static readonly ImportField Insurance = Member(FieldKeys.HealthInsurance, "JKN", "jaminan_kesehatan", "kepesertaan_jkn", "bpjs_kesehatan");
    private static readonly ImportField ProposalNumber = Family(FieldKeys.ProposalNumber, "Nomor usulan", "no_usulan", "nomor_pengajuan", "no_pengajuan", "id_usulan", "usulan");
    private static readonly ImportField Outcome = Family(FieldKeys.Outcome, "Hasil", "hasil_pusat", "hasil_akhir", "hasil_usulan", "keputusan", "keputusan_pusat", "status_usulan", "status_hasil", "status");
    private static readonly ImportField NewDecile = Family(FieldKeys.Decile, "Desil baru", "desil_hasil", "desil_akhir", "desil_kesejahteraan", "desil_nasional", "peringkat_desil", "desil_dtsen");
    private static readonly ImportField AnsweredOn = Family(FieldKeys.AnsweredOn, "Tanggal hasil", "tgl_hasil", "tanggal", "tgl", "tanggal_keputusan", "tanggal_penetapan");
    private static readonly ImportField AnswerReason = Family(FieldKeys.Reason, "Alasan", "alasan_pusat", "alasan_penolakan", "alasan_hasil", "keterangan", "catatan");

    private static readonly Dictionary<ImportFormat, IReadOnlyList<ImportField>> ByFormat = new()
    {
        [ImportFormat.P3keFamilies] =
        [
            SourceFamily, Needed(Village), VillageName, DistrictName, Card, Decile, Address, Hamlet, Rt, Rw, Needed(HeadName), Nik, Needed(Sex), BirthDate, Occupation, Education,
            .. Answers(ofMember: false), .. Answers(ofMember: true).Where(f => f.Question is "pekerjaan" or "pendidikan"),
        ],
        [ImportFormat.P3keMembers] =
        [
            Needed(SourceFamily), SourceMember, Needed(Village), VillageName, DistrictName, Card, Decile, Address, Hamlet, Rt, Rw, Needed(Name), Nik, Needed(Relation), Needed(Sex), BirthDate,
            Marital, Occupation, Education, .. Answers(ofMember: false), .. Answers(ofMember: true),
        ],
        [ImportFormat.Deciles] = [Nik, Card, Needed(Decile)],
        [ImportFormat.Recipients] = [Nik, Card, Name, Village, VillageName, DistrictName],
        [ImportFormat.Template] =
        [
            RowId, Needed(Village), Card, Address, Hamlet, Rt, Rw, Legacy, Needed(Name), Nik, Needed(Relation), Needed(Sex), BirthDate, Education, School, Occupation, Work, Marital,
            Disability, Pregnant, Insurance,
        ],
        [ImportFormat.CentreAnswers] = [ProposalNumber, Nik, Card, Needed(Outcome), NewDecile, AnsweredOn, AnswerReason],
    };

    private static readonly HashSet<string> LeftOut =
    [
        "no", "nomor", "nomor_urut", "no_urut", "galat", "provinsi", "nama_provinsi", "kabupaten_kota", "kabupaten", "nama_kabupaten", "kode_provinsi", "kode_kabupaten", "kode_kecamatan",
        "usia", "umur", "usia_dibawah_7", "usia_di_bawah_7_tahun", "usia_kurang_dari_7_tahun", "usia_7_12", "usia_7_12_tahun", "usia_13_15", "usia_13_15_tahun", "usia_16_18",
        "usia_16_18_tahun", "usia_19_21", "usia_19_21_tahun", "usia_22_59", "usia_22_59_tahun", "usia_60_tahun_keatas", "usia_60_tahun_ke_atas", "usia_60_tahun_lebih", "jumlah_anggota_keluarga",
    ];

    /// <summary>Columns of the dispatch's own workbook: they come back with the answers and say nothing new.</summary>
    private static readonly HashSet<string> OfDispatch =
    [
        "nama", "nama_kepala_keluarga", "kepala_keluarga", "jenis_usulan", "hubungan_dengan_kepala_keluarga", "hubungan", "jenis_kelamin", "tanggal_lahir", "alamat", "rt", "rw", "dusun",
        "desa_atau_kelurahan", "desa", "kode_desa", "kecamatan", "desa_tujuan", "kode_desa_tujuan", "alasan_usulan", "alasan_keluar", "tanggal_keluar", "bentuk_musyawarah", "nomor_berita_acara",
        "tanggal_berita_acara", "perubahan", "nomor_pengiriman", "diunduh_oleh", "diunduh_pada", "tujuan_unduhan",
    ];

    private static readonly HashSet<string> Headers = [.. ByFormat.Values.SelectMany(f => f).SelectMany(KeysOf), .. LeftOut];

    public static IReadOnlyList<ImportField> Of(ImportFormat format) => ByFormat[format];

    /// <summary>What a person can say a column is.</summary>
    public static IEnumerable<ImportField> Mappable(ImportFormat format) => ByFormat[format].Where(f => f.Question is null || !SurveyQuestions.OnRecordToo.ContainsKey(f.Question));

    /// <summary>The fields of which a file must have at least one.</summary>
    public static IReadOnlyList<ImportField> OneOf(ImportFormat format) => format switch
    {
        ImportFormat.Deciles => [Nik, Card],
        ImportFormat.Recipients => [Nik, Card, Name],
        ImportFormat.CentreAnswers => [ProposalNumber, Nik, Card],
        _ => [],
    };

    /// <summary>Columns everybody knows and nobody needs: numbering, names of the kabupaten, the portal's own Galat.</summary>
    internal static bool IsLeftOut(ImportFormat format, string key) =>
        LeftOut.Contains(key) || (format == ImportFormat.P3keMembers && key is "kepala_keluarga" or "nama_kepala_keluarga")
        || (format == ImportFormat.CentreAnswers && OfDispatch.Contains(key))
        || (format is ImportFormat.Template or ImportFormat.Deciles && key is "kecamatan" or "desa_kelurahan" or "nama_kecamatan" or "nama_desa" or "desa");

    internal static bool IsHeader(string key) => Headers.Contains(key);

    /// <summary>Every header that means the field; none for a second reading of a column that the record reads first.</summary>
    internal static IEnumerable<string> KeysOf(ImportField field) => field.Question is { } question && SurveyQuestions.OnRecordToo.ContainsKey(question)
        ? []
        : field.Aliases.Prepend(ImportLayout.KeyOf(field.Label)).Prepend(field.Question ?? field.Key);

    private static IEnumerable<ImportField> Answers(bool ofMember) =>
        SurveyQuestions.P3ke.Questions.Where(q => q.OfMember == ofMember).Select(q => new ImportField(FieldKeys.Answer + q.Key, q.Label, q.OfMember) { Question = q.Key, Aliases = q.Aliases });

    private static ImportField Needed(ImportField field) => field with { Required = true };

    private static ImportField Family(string key, string label, params string[] aliases) => new(key, label, false) { Aliases = aliases };

    private static ImportField Member(string key, string label, params string[] aliases) => new(key, label, true) { Aliases = aliases };
}
