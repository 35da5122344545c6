using System.Text;
using CsCheck;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports;
using TkpkPortal.Core.Imports.Reading;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Imports;

public sealed class ReadingPropertyTests
{
    private static readonly string[] Hostile =
    [
        "1,80E+15", "1.80E+15", "(kosong)", "'", "\u202E", "😀", "\0", "\uD800", "_x000D_", "=1+1", "\"", ";", ",", "\t", "\r\n", "#N/A", "-", "05/04/1980", "99.01.01.2001", "9901014107800001", "Tanah", "Ya",
        "99999", "0", "\u00A0", "N\u0303", "\uFEFF", "29316", "Infinity", "1e400", "jumlah", "12:00", "T:", "05//1980", "1-1", "....",
    ];

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String[0, 40], OneOf(Hostile), Gen.Select(OneOf(Hostile), Gen.String[0, 12], OneOf(Hostile), (a, b, c) => a + b + c),
        Gen.Char["0123456789.-/ '"].Array[0, 20].Select(c => new string(c)));

    private static readonly Gen<(ImportFormat Format, ImportField Field)> AnyField = OneOf<(ImportFormat, ImportField)>(
        [.. Enum.GetValues<ImportFormat>().SelectMany(f => ImportFields.Of(f).Select(field => (f, field)))]);

    private static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Fact]
    public void No_cell_makes_a_reader_throw_and_what_it_understands_it_understands_again() => Gen.Select(AnyField, AnyText, Gen.Enum<CellKind>()).Sample((field, text, kind) =>
    {
        var (value, problems) = ReadFile.Cell(field.Field, new SourceCell(text, kind), field.Format);
        Assert.DoesNotContain(problems, p => p.Sentence.Contains('{', StringComparison.Ordinal) && !text.Contains('{', StringComparison.Ordinal));
        if (value is null or StagedRow.Clear || problems.Exists(p => p.IsError)) return;
        Assert.Equal(value, ReadFile.Cell(field.Field, value, field.Format).Value);
    });

    [Fact]
    public void No_bytes_after_a_header_make_a_csv_throw_anything_but_a_rule() => Gen.Byte.Array[0, 400].Sample(bytes =>
    {
        try
        {
            ReadFile.All(ReadFile.Open([.. "nik;nama;desil\n"u8, .. bytes], "data.csv"));
        }
        catch (Core.Common.RuleBrokenException)
        {
        }
    });

    [Fact]
    public void No_flipped_byte_makes_a_workbook_throw_anything_but_a_rule()
    {
        var good = new WorkbookMaker().Sheet("Data", [["nik", "nama", "desil"], ["9901014107800001", "Siti", 3], ["9901014107800002", "Budi", new DateOnly(1980, 1, 1)]]).Save();
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Sample((at, value) =>
        {
            var bytes = (byte[])good.Clone();
            bytes[at] = value;
            try
            {
                ReadFile.All(ReadFile.Open(bytes));
            }
            catch (Core.Common.RuleBrokenException)
            {
            }
        });
    }

    private static readonly Gen<string> Name = Gen.Char["abcdefghijklmnopqrstuvwxyz' .éŁ"].Array[1, 30].Select(c => CellText.Clean("A" + new string(c), out _));

    private static readonly Gen<TemplateRow> Person =
        from name in Name
        from address in Name
        from relation in Gen.Enum<FamilyRelation>()
        from female in Gen.Bool
        from day in Gen.Int[0, 30_000]
        from education in Gen.Enum<Education>().Nullable()
        from school in Gen.Enum<SchoolStatus>().Nullable()
        from pregnant in Gen.Bool.Nullable()
        from number in Gen.Int[1, 9998]
        from hasNik in Gen.Bool
        select new TemplateRow(Guid.NewGuid(), Guid.NewGuid(), ReadFile.Village, hasNik ? $"990101010120{number:0000}" : null, hasNik ? NikOf(ReadFile.Today.AddDays(-day), female, number) : null)
        {
            Address = address,
            Rt = "001",
            Details = new(name, relation, female ? Sex.Female : Sex.Male, ReadFile.Today.AddDays(-day), education, null) { School = school, Pregnant = pregnant, Marital = MaritalStatus.Widowed },
        };

    [Fact]
    public void A_good_row_comes_back_the_same_from_workbook_and_csv() => Person.Array[1, 20].Sample(
        people =>
        {
            using var output = new MemoryStream();
            TemplateFile.Write(people, output);
            var (fromWorkbook, _) = ReadFile.Staged(ImportFormat.Template, ReadFile.Open(output.ToArray()));
            Assert.All(fromWorkbook, r => Assert.Empty(r.Problems));
            var (texts, file) = ReadFile.All(ReadFile.Open(output.ToArray()));
            var csv = new StringBuilder(string.Join(';', file.Headers)).Append('\n');
            foreach (var row in texts) csv.AppendJoin(';', row.Select(c => '"' + c.Replace("\"", "\"\"", StringComparison.Ordinal) + '"')).Append('\n');
            var (fromCsv, _) = ReadFile.Staged(ImportFormat.Template, ReadFile.Csv(csv.ToString()));
            Assert.Equal(fromWorkbook.Select(r => r.Values), fromCsv.Select(r => r.Values));
            Assert.Equal(people.Select(Expected), fromWorkbook.Select(r => string.Join('|', r.Values)));
        },
        iter: 100);

    private static string Expected(TemplateRow p) => string.Join(
        '|',
        $"{p.HouseholdId}|{p.MemberId}", p.VillageCode, p.Card, p.Address, p.Hamlet, p.Rt, p.Rw, p.LegacyHousehold, p.Details.Name, p.Nik, p.Details.Relation, p.Details.Sex,
        p.Details.BirthDate!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), p.Details.Education, p.Details.School, p.Details.Occupation, p.Details.Work,
        p.Details.Marital, p.Details.Disability, p.Details.Pregnant, p.Details.HealthInsurance);

    private static string NikOf(DateOnly birth, bool female, int number) => FormattableString.Invariant($"990101{birth.Day + (female ? 40 : 0):00}{birth:MMyy}{number:0000}");
}
