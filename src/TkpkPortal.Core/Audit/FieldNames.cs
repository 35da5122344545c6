using System.Globalization;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Audit;

/// <summary>What people call the fields and values of an audit entry.</summary>
public static class FieldNames
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["Name"] = "Nama",
        ["ShortName"] = "Singkatan",
        ["HeadTitle"] = "Jabatan kepala",
        ["IsActive"] = "Aktif",

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
        ["Note"] = "Catatan",
        ["StartedOn"] = "Mulai",
    };

    private static readonly Dictionary<string, string> Values = new()
    {
        ["True"] = "ya",
        ["False"] = "tidak",

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
    public static string Of(string subject, string field) => Names.GetValueOrDefault($"{subject}.{field}") ?? Names.GetValueOrDefault(field) ?? field;

    public static string Value(string field, string? value) =>
        value is null or "" ? "kosong" : DateWords(value) ?? Values.GetValueOrDefault($"{field}.{value}") ?? Values.GetValueOrDefault(value) ?? value;

    private static string? DateWords(string value) =>
        DateOnly.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Indonesian.LongDate(date) : null;
}
