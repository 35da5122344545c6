using System.Globalization;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Audit;

/// <summary>What people call the fields and values of an audit entry.</summary>
public static partial class FieldNames
{
    private static readonly HashSet<string> Numbers =
        ["AbsorptionTarget", "Amount", "Ceiling", "ImplausibleGrowth", "OutputTarget", "PhysicalPercent", "Recipients", "RevisedCeiling", "Value"];
    private static readonly Dictionary<string, string> Names = new()
    {
        ["Name"] = "Nama",
        ["ShortName"] = "Singkatan",
        ["HeadTitle"] = "Jabatan kepala",
        ["IsActive"] = "Aktif",

        // Statistik
        ["Indicator.Code"] = "Kode",
        ["Indicator.Decimals"] = "Angka di belakang koma",
        ["Indicator.Definition"] = "Definisi",
        ["Indicator.Field"] = "Bidang",
        ["Indicator.Polarity"] = "Arah",
        ["Indicator.Source"] = "Sumber",
        ["Indicator.Unit"] = "Satuan",
        ["IndicatorTarget.AreaId"] = "Wilayah",
        ["IndicatorTarget.Document"] = "Dokumen",
        ["IndicatorTarget.IndicatorId"] = "Indikator",
        ["IndicatorTarget.Value"] = "Target",
        ["IndicatorTarget.Year"] = "Tahun",
        ["IndicatorValue.AreaId"] = "Wilayah",
        ["IndicatorValue.Breakdown"] = "Rincian",
        ["IndicatorValue.IndicatorId"] = "Indikator",
        ["IndicatorValue.IsProvisional"] = "Angka sementara",
        ["IndicatorValue.Month"] = "Bulan",
        ["IndicatorValue.SourceDocument"] = "Dokumen sumber",
        ["IndicatorValue.Value"] = "Nilai",
        ["IndicatorValue.Year"] = "Tahun",
        ["Meeting.Title"] = "Judul rakor",
        ["Date"] = "Tanggal",
        ["StartsAt"] = "Jam mulai",
        ["EndsAt"] = "Jam selesai",
        ["Place"] = "Tempat",
        ["ChairTitle"] = "Pimpinan rapat",
        ["OpenedBy"] = "Dibuka oleh",
        ["NoteTaker"] = "Notulis",
        ["InvitationNumber"] = "Nomor undangan",
        ["InvitationDate"] = "Tanggal undangan",
        ["MinutesNumber"] = "Nomor notulen",
        ["Conclusion"] = "Kesimpulan",
        ["Status"] = "Status",
        ["ApprovedAt"] = "Waktu pengesahan",
        ["ApprovedBy"] = "Disahkan oleh",
        ["AgendaItem.Title"] = "Mata acara",
        ["AgendaItem.Order"] = "Urutan",
        ["Invitee.Order"] = "Urutan",
        ["Attendee.Order"] = "Urutan",
        ["Speaker"] = "Narasumber",
        ["Discussion"] = "Pokok pembahasan",
        ["Office"] = "Jabatan yang diundang",
        ["Attendee.Position"] = "Jabatan",
        ["Institution"] = "Instansi",
        ["Phone"] = "Nomor HP",
        ["Decision.Text"] = "Keputusan",
        ["FollowUp.Text"] = "Uraian",
        ["DueOn"] = "Tenggat",
        ["Output"] = "Keluaran",
        ["DoneOn"] = "Tanggal selesai",
        ["Note"] = "Catatan",
        ["ReportedBy"] = "Dilaporkan oleh",
        ["ReportedAt"] = "Waktu laporan",
        ["DecisionId"] = "Dasar keputusan",
        ["AgendaItemId"] = "Mata acara",
        // Access
        ["AgencyId"] = "OPD",
        ["AreaId"] = "Wilayah kerja",
        ["CreatedAt"] = "Dibuat",
        ["Email"] = "Surel",
        ["FullName"] = "Nama lengkap",
        ["InvitationDigest"] = "Tautan sekali pakai",
        ["InvitationExpiresAt"] = "Tautan berlaku sampai",
        ["PasswordHash"] = "Kata sandi",
        ["Position"] = "Jabatan",
        ["Role"] = "Peran",
        ["UserName"] = "Nama pengguna",
        // Households
        ["Address"] = "Alamat",
        ["BirthDate"] = "Tanggal lahir",
        ["CardNumberCipher"] = "Nomor KK",
        ["Decile"] = "Desil",
        ["DecileReleasedOn"] = "Tanggal rilis desil",
        ["DecileSource"] = "Sumber desil",
        ["Education"] = "Pendidikan",
        ["Hamlet"] = "Dusun",
        ["HeadName"] = "Kepala keluarga",
        ["LeaveReason"] = "Alasan keluar",
        ["LeftOn"] = "Keluar pada",
        ["MemberCount"] = "Jumlah anggota",
        ["NikCipher"] = "NIK",
        ["Occupation"] = "Pekerjaan",
        ["Relation"] = "Hubungan keluarga",
        ["Rt"] = "RT",
        ["Rw"] = "RW",
        ["Sex"] = "Jenis kelamin",

        // Enrollments
        ["EndReason"] = "Alasan berakhir",
        ["EndedOn"] = "Berakhir pada",
        ["StartedOn"] = "Mulai",
    };

    private static readonly Dictionary<string, string> Values = new()
    {
        ["True"] = "ya",
        ["False"] = "tidak",

        // Statistik
        ["Breakdown.Female"] = "perempuan",
        ["Breakdown.Male"] = "laki-laki",
        ["Breakdown.None"] = "semua penduduk",
        ["Breakdown.Rural"] = "perdesaan",
        ["Breakdown.Urban"] = "perkotaan",
        ["Polarity.HigherIsBetter"] = "naik berarti membaik",
        ["Polarity.HigherIsWorse"] = "naik berarti memburuk",
        ["Polarity.Neutral"] = "tidak dinilai",
        ["Status.Planned"] = "belum disahkan",
        ["Status.MinutesApproved"] = "notulen disahkan",
        ["Status.NotStarted"] = "belum",
        ["Status.InProgress"] = "proses",
        ["Status.Stuck"] = "terkendala",
        ["Status.Done"] = "selesai",
        ["Status.Transferred"] = "dialihkan",
        // Access
        ["Role.Admin"] = RoleNames.Of(Role.Admin),
        ["Role.AgencyHead"] = RoleNames.Of(Role.AgencyHead),
        ["Role.AgencyOperator"] = RoleNames.Of(Role.AgencyOperator),
        ["Role.DistrictHead"] = RoleNames.Of(Role.DistrictHead),
        ["Role.Facilitator"] = RoleNames.Of(Role.Facilitator),
        ["Role.Leader"] = RoleNames.Of(Role.Leader),
        ["Role.Secretariat"] = RoleNames.Of(Role.Secretariat),
        ["Role.SocialAgency"] = RoleNames.Of(Role.SocialAgency),
        ["Role.VillageOperator"] = RoleNames.Of(Role.VillageOperator),
        // Households
        ["Education.None"] = "Tidak tamat SD",
        ["Education.Primary"] = "SD sederajat",
        ["Education.LowerSecondary"] = "SMP sederajat",
        ["Education.UpperSecondary"] = "SMA sederajat",
        ["Education.Tertiary"] = "Perguruan tinggi",
        ["LeaveReason.Deceased"] = "Meninggal",
        ["LeaveReason.Moved"] = "Pindah",
        ["LeaveReason.NoLongerPoor"] = "Sudah mampu",
        ["LeaveReason.Duplicate"] = "Tercatat ganda",
        ["Relation.Head"] = "Kepala keluarga",
        ["Relation.Spouse"] = "Suami atau istri",
        ["Relation.Child"] = "Anak",
        ["Relation.ChildInLaw"] = "Menantu",
        ["Relation.Grandchild"] = "Cucu",
        ["Relation.Parent"] = "Orang tua atau mertua",
        ["Relation.Servant"] = "Pembantu atau sopir",
        ["Relation.Other"] = "Lainnya",
        ["Sex.Male"] = "Laki-laki",
        ["Sex.Female"] = "Perempuan",

        // Enrollments
        ["EndReason.Deceased"] = "Meninggal",
        ["EndReason.Moved"] = "Pindah",
        ["EndReason.NoLongerPoor"] = "Sudah mampu",
        ["EndReason.Duplicate"] = "Tercatat ganda",
        ["EndReason.Graduated"] = "Graduasi",
        ["EndReason.ProgramEnded"] = "Program selesai",
    };

    /// <summary>A name may differ by noun: "Household.Name" is asked before "Name".</summary>
    public static string Of(string subject, string field) => Known(subject, field) ?? field;

    /// <summary>Null when nobody has given the field a word yet; a convention test looks for those.</summary>
    public static string? Known(string subject, string field) => Names.GetValueOrDefault($"{subject}.{field}") ?? Names.GetValueOrDefault(field);

    public static string? KnownValue(string field, string value) => Values.GetValueOrDefault($"{field}.{value}") ?? Values.GetValueOrDefault(value);

    public static string Value(string field, string? value)
    {
        if (value is null or "") return "kosong";
        if (KnownValue(field, value) is { } word) return word;
        if (Numbers.Contains(field) && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) return Indonesian.NumberTrimmed(number, 6);
        return DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Indonesian.LongDate(date) : value;
    }

    /// <summary>The noun of an entry: "Keluarga" for Household.</summary>
    public static string Subject(string subject) => Subjects.GetValueOrDefault(subject) ?? subject;

    /// <summary>Nouns the trail may tell about, by their word: the choices of a filter.</summary>
    public static IReadOnlyDictionary<string, string> Nouns => Subjects;
}

public static class AuditActionNames
{
    public static string Of(AuditAction action) => action switch
    {
        AuditAction.Create => "Mendaftarkan",
        AuditAction.Update => "Mengubah",
        AuditAction.Delete => "Menghapus",
        AuditAction.Read => "Membuka",
        AuditAction.Reveal => "Membuka nomor",
        AuditAction.SignIn => "Masuk",
        AuditAction.SignInRefused => "Gagal masuk",
        AuditAction.SignOut => "Keluar",
        AuditAction.Export => "Mengunduh",
        AuditAction.Import => "Mengimpor",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
