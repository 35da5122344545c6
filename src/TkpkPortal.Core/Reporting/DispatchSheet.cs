using System.Globalization;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports.Reading;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Drafts;

namespace TkpkPortal.Core.Reporting;

/// <summary>
/// The SIKS-NG workbook: a row a person, the family's columns repeated, in the order in which SIKS-NG asks; a sheet of what changes, old to new;
/// and one of what a new family answered beyond the columns of its people.
/// Every cell is a text, so that Excel cuts no NIK.
/// </summary>
internal static class DispatchSheet
{
    private static readonly string[] PeopleColumns =
    [
        "Nomor usulan", "Jenis usulan", "NIK", "Nomor KK", "Nama", "Hubungan dengan kepala keluarga", "Jenis kelamin", "Tanggal lahir", "Alamat", "RT", "RW", "Dusun", "Desa atau kelurahan",
        "Kode desa", "Kecamatan", "Desa tujuan", "Kode desa tujuan", "Alasan keluar", "Tanggal keluar", "Alasan usulan", "Bentuk musyawarah", "Nomor berita acara", "Tanggal berita acara", "Perubahan",
        "Diunduh oleh", "Diunduh pada", "Tujuan unduhan",
    ];

    private static readonly string[] ChangeColumns = ["Nomor usulan", "Nama", "Isian", "Lama", "Baru", "Diunduh oleh", "Diunduh pada", "Tujuan unduhan"];

    private static readonly string[] AnswerColumns = ["Nomor usulan", "NIK kepala keluarga", "Nama kepala keluarga", "Tentang", "Isian", "Jawaban", "Diunduh oleh", "Diunduh pada", "Tujuan unduhan"];

    /// <summary>What the first sheet has a column for.</summary>
    private static readonly HashSet<string> HasColumn =
    [
        DiffLine.Added, DiffLine.CardNumber, nameof(Household.Address), nameof(Household.Hamlet), nameof(Household.Rt), nameof(Household.Rw),
        nameof(HouseholdMember.Name), DiffLine.Nik, nameof(HouseholdMember.Relation), nameof(HouseholdMember.Sex), nameof(HouseholdMember.BirthDate), nameof(HouseholdMember.LeaveReason), nameof(HouseholdMember.LeftOn),
    ];

    private static readonly Dictionary<string, int> Asked = DraftSteps.Instrument.Questions.Select((q, at) => (Field: DiffLine.AnswerPrefix + q.Key, at)).ToDictionary(q => q.Field, q => q.at, StringComparer.Ordinal);

    public static byte[] Write(IReadOnlyList<DispatchLine> lines, DownloadMark mark)
    {
        using var output = new MemoryStream();
        WorkbookWriter.Write(
            output,
            new WrittenSheet("Usulan", [.. PeopleColumns.Select(Width)], lines.SelectMany(l => People(l, mark)).Prepend(Header(PeopleColumns))),
            new WrittenSheet("Perubahan", [.. ChangeColumns.Select(Width)], lines.SelectMany(l => Changes(l, mark)).Prepend(Header(ChangeColumns))),
            new WrittenSheet("Isian baru", [.. AnswerColumns.Select(Width)], lines.SelectMany(l => Answers(l, mark)).Prepend(Header(AnswerColumns))));
        return output.ToArray();
    }

    internal static WrittenCell[] Header(IEnumerable<string> titles) => [.. titles.Select(t => new WrittenCell(t, CellLook.Header))];

    internal static int Width(string title) => Math.Clamp(title.Length + 4, 12, 30);

    internal static WrittenCell[] Row(params string?[] texts) => [.. texts.Select(t => new WrittenCell(t ?? ""))];

    private static IEnumerable<IReadOnlyList<WrittenCell>> People(DispatchLine line, DownloadMark mark)
    {
        var (content, family) = (line.Content, line.Content.Family);
        var left = Frozen(line, null, nameof(Household.LeaveReason)) is { } reason ? HouseholdNames.Of(Enum.Parse<LeaveReason>(reason)) : null;
        foreach (var person in family.Members)
        {
            var reasonOfPerson = person.LeaveReason is { } gone ? HouseholdNames.Of(gone) : left;
            yield return Row(
                line.Number, ProposalNames.Of(line.Kind), Digits(person.Nik), Digits(family.CardNumber), person.Name, person.Relation is { } relation ? HouseholdNames.Of(relation) : null,
                person.Sex is { } sex ? HouseholdNames.Of(sex) : null, Day(Texts.Date(person.BirthDate)), family.Address, family.Rt, family.Rw, family.Hamlet, line.Place.Name, line.Place.Code, line.Place.District,
                line.To?.Name, line.To?.Code, reasonOfPerson, Day(Frozen(line, person.LeaveReason is null ? null : person.Key, nameof(Household.LeftOn))), content.Grounds,
                line.Minutes is { } minutes ? ProposalNames.Of(minutes.Form) : null, line.Minutes?.Number, line.Minutes is { } held ? Day(held.HeldOn) : null,
                Changed(line, person.Key), mark.By, mark.At, mark.For);
        }
    }

    private static IEnumerable<IReadOnlyList<WrittenCell>> Changes(DispatchLine line, DownloadMark mark) =>
        line.Kind == ProposalKind.NewFamily ? [] : Told(line).Select(l => (IReadOnlyList<WrittenCell>)Row(
            line.Number, l.MemberName ?? line.Content.HeadName, DiffWords.NameOf(l), DiffWords.Plain(l, l.Old, v => Village(line, v)), DiffWords.Plain(l, l.New, v => Village(line, v)), mark.By, mark.At, mark.For));

    /// <summary>The family first, in the order of the questionnaire, then its people in the order of the first sheet.</summary>
    private static IEnumerable<IReadOnlyList<WrittenCell>> Answers(DispatchLine line, DownloadMark mark) =>
        line.Kind != ProposalKind.NewFamily ? [] : Told(line).Where(l => !HasColumn.Contains(l.Field)).OrderBy(l => l.MemberKey is not null).ThenBy(l => Asked.GetValueOrDefault(l.Field, int.MaxValue))
            .Select(l => (IReadOnlyList<WrittenCell>)Row(
                line.Number, Digits(line.Content.Family.Head?.Nik), line.Content.HeadName, l.MemberKey is null ? "Keluarga" : l.MemberName ?? DiffWords.NoName,
                DiffWords.NameOf(l), DiffWords.Plain(l, l.New, v => Village(line, v)), mark.By, mark.At, mark.For));

    /// <summary>The names of what changes about this person or the family; old and new stand on the other sheet.</summary>
    private static string Changed(DispatchLine line, Guid person) =>
        line.Kind == ProposalKind.NewFamily ? "" : string.Join("; ", Told(line).Where(l => l.MemberKey is null || l.MemberKey == person).Select(DiffWords.NameOf).Distinct());

    private static IEnumerable<DiffLine> Told(DispatchLine line) => line.Frozen.Where(l => l.Field == DiffLine.Added || (l.Old, l.New) is not (null, null));

    private static string? Frozen(DispatchLine line, Guid? member, string field) => line.Frozen.FirstOrDefault(l => l.MemberKey == member && l.Field == field)?.New;

    private static string Village(DispatchLine line, Guid id) => id == line.To?.Id ? $"{line.To.Code} {line.To.Name}" : id == line.Place.Id ? $"{line.Place.Code} {line.Place.Name}" : "";

    private static string? Digits(string? typed) => Texts.Digits(typed);

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string? Day(string? text) => text is not null && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Day(day) : text;
}

internal sealed record AnswerSheetRow(string Number, string Kind, string HeadName, string VillageCode, string Village);

/// <summary>What comes back from the centre is filled in here and imported as it is.</summary>
internal static class AnswerSheet
{
    private static readonly string[] Columns = ["Nomor usulan", "Jenis usulan", "Nama kepala keluarga", "Kode desa", "Desa atau kelurahan", "Hasil", "Desil baru", "Tanggal hasil", "Alasan", "Diunduh oleh", "Diunduh pada"];

    private static readonly string[][] Guide =
    [
        ["Hasil", "Diterima, Ditolak, atau Tertunda. Hapus baris yang belum dijawab pusat."],
        ["Desil baru", "Angka 1 sampai 10, bila pusat menetapkannya."],
        ["Tanggal hasil", "Misalnya 25/11/2026. Bila kosong, dipakai tanggal berkas diunggah."],
        ["Alasan", "Sebab ditolak atau tertunda, tanpa NIK dan nomor KK; tampil bagi desa."],
        ["Sesudah terisi", "Unggah pada menu Impor dengan jenis Hasil pusat atas usulan."],
    ];

    public static byte[] Write(IReadOnlyList<AnswerSheetRow> rows, DownloadMark mark)
    {
        using var output = new MemoryStream();
        WorkbookWriter.Write(
            output,
            new WrittenSheet(
                "Hasil pusat", [.. Columns.Select(DispatchSheet.Width)],
                rows.Select(r => (IReadOnlyList<WrittenCell>)DispatchSheet.Row(r.Number, r.Kind, r.HeadName, r.VillageCode, r.Village, "", "", "", "", mark.By, mark.At)).Prepend(DispatchSheet.Header(Columns))),
            new WrittenSheet("Petunjuk", [22, 80], Guide.Select(g => (IReadOnlyList<WrittenCell>)DispatchSheet.Row(g)).Prepend(DispatchSheet.Header(["Kolom", "Cara mengisi"]))));
        return output.ToArray();
    }
}
