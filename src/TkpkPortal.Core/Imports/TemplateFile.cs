using System.Globalization;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports.Reading;

namespace TkpkPortal.Core.Imports;

/// <summary>One person of a family, as a row of the portal's own workbook. Numbers are in clear.</summary>
internal sealed record TemplateRow(Guid HouseholdId, Guid MemberId, string VillageCode, string? Card, string? Nik)
{
    public required string Address { get; init; }

    public string? Hamlet { get; init; }

    public string? Rt { get; init; }

    public string? Rw { get; init; }

    public string? LegacyHousehold { get; init; }

    public required MemberDetails Details { get; init; }
}

/// <summary>The portal's own workbook: a sheet for data, whose first column is the row's id, and a sheet that explains the columns.</summary>
internal static class TemplateFile
{
    private const string DataSheet = "Data keluarga";
    private const string GuideSheet = "Petunjuk";

    public static void Write(IEnumerable<TemplateRow> rows, Stream output)
    {
        var fields = ImportFields.Of(ImportFormat.Template);
        var data = rows.Select(r => (IReadOnlyList<WrittenCell>)[.. fields.Select(f => new WrittenCell(Text(f.Key, r)))]);
        WorkbookWriter.Write(
            output,
            new WrittenSheet(DataSheet, [.. fields.Select(f => f.Key == FieldKeys.RowId ? 14 : Math.Clamp(f.Label.Length + 4, 10, 24))], data.Prepend(Header([.. fields.Select(f => f.Label)]))),
            new WrittenSheet(GuideSheet, [32, 70, 90], Guide(fields)));
    }

    private static string Text(string key, TemplateRow row) => key switch
    {
        FieldKeys.RowId => $"{row.HouseholdId}|{row.MemberId}",
        FieldKeys.Village => row.VillageCode,
        FieldKeys.Card => row.Card ?? "",
        FieldKeys.Address => row.Address,
        FieldKeys.Hamlet => row.Hamlet ?? "",
        FieldKeys.Rt => row.Rt ?? "",
        FieldKeys.Rw => row.Rw ?? "",
        FieldKeys.LegacyHousehold => row.LegacyHousehold ?? "",
        FieldKeys.Nik => row.Nik ?? "",
        _ => Text(key, row.Details),
    };

    private static string Text(string key, MemberDetails member) => key switch
    {
        FieldKeys.Name => member.Name,
        FieldKeys.Relation => HouseholdNames.Of(member.Relation),
        FieldKeys.Sex => HouseholdNames.Of(member.Sex),
        FieldKeys.BirthDate => member.BirthDate?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "",
        FieldKeys.Education => member.Education is { } education ? HouseholdNames.Of(education) : "",
        FieldKeys.School => member.School is { } school ? HouseholdNames.Of(school) : "",
        FieldKeys.Occupation => member.Occupation ?? "",
        FieldKeys.Work => member.Work is { } work ? HouseholdNames.Of(work) : "",
        FieldKeys.Marital => member.Marital is { } marital ? HouseholdNames.Of(marital) : "",
        FieldKeys.Disability => member.Disability is { } disability ? HouseholdNames.Of(disability) : "",
        FieldKeys.Pregnant => member.Pregnant is { } pregnant ? pregnant ? "Ya" : "Tidak" : "",
        FieldKeys.HealthInsurance => member.HealthInsurance is { } insurance ? HouseholdNames.Of(insurance) : "",
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "The template has no such column."),
    };

    private static IEnumerable<IReadOnlyList<WrittenCell>> Guide(IReadOnlyList<ImportField> fields)
    {
        yield return Header(["Judul pada lembar pertama", "Cara mengisi", "Pilihan"]);
        foreach (var field in fields) yield return Line(field.Label, Explain(field), CodeReader.ChoicesOf(field) ?? "");
        yield return Line("", "", "");
        yield return Line("Satu baris satu orang", "Ulangi isi yang menyangkut keluarga pada setiap anggotanya. Tepat satu orang menjadi kepala keluarga.", "");
        yield return Line("Sel tanpa isi", "Tidak mengubah apa pun. Tulis (kosong) untuk menghapus isi yang tersimpan.", "");
        yield return Line("NIK dan nomor KK", "Semua sel berformat teks; jangan mengubahnya menjadi angka, sebab Excel membuang angka ke-16.", "");
        yield return Line("Desil", "Tidak diisi di sini: desil ditetapkan pusat dan masuk lewat impor daftar desil.", "");
    }

    private static string Explain(ImportField field) => field.Key switch
    {
        FieldKeys.RowId => "Diisi portal; jangan diubah. Kosongkan untuk orang yang belum tercatat.",
        FieldKeys.Village => "Kode Kemendagri 10 angka, dengan atau tanpa titik, misalnya 99.01.01.2001. Wajib untuk keluarga baru.",
        FieldKeys.Card => "16 angka. Kosongkan bila keluarga belum mempunyai kartu keluarga.",
        FieldKeys.Nik => "16 angka. Kosongkan bila orangnya belum mempunyai NIK.",
        FieldKeys.Address => "Paling panjang 250 huruf, tanpa NIK atau nomor KK.",
        FieldKeys.Name => "Nama lengkap. Wajib untuk orang baru.",
        FieldKeys.Relation => "Wajib untuk orang baru.",
        FieldKeys.Sex => "Wajib untuk orang baru; boleh kosong bila NIK terisi.",
        FieldKeys.BirthDate => "Hari lebih dahulu, misalnya 05/04/1980, atau 5 April 1980.",
        FieldKeys.Occupation => "Dengan kata-kata, misalnya buruh tani. Paling panjang 100 huruf.",
        FieldKeys.LegacyHousehold => "Nomor rumah tangga pada BDT 2015, jika ada.",
        FieldKeys.Pregnant => "Hanya untuk perempuan.",
        _ => "Jika ada.",
    };

    private static WrittenCell[] Header(string[] titles) => [.. titles.Select(t => new WrittenCell(t, CellLook.Header))];

    private static WrittenCell[] Line(params string[] texts) => [.. texts.Select(t => new WrittenCell(t, CellLook.Note))];
}
