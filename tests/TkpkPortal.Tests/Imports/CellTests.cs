using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports;
using TkpkPortal.Core.Imports.Reading;

namespace TkpkPortal.Tests.Imports;

public sealed class CellTests
{
    private const string GoodNik = "9901014107800001";

    [Theory]
    [InlineData("9901014107800001")]
    [InlineData("'9901014107800001")]
    [InlineData("\u00A09901 0141 0780 0001 ")]
    [InlineData("\u200F9901.0141.0780.0001\u200E")]
    [InlineData("9901-0141-0780-0001\uFEFF")]
    public void A_nik_is_read_through_what_clings_to_it(string text)
    {
        var (value, problems) = ReadFile.Cell(ReadFile.Field(FieldKeys.Nik), text);
        Assert.Equal(GoodNik, value);
        Assert.Empty(problems);
    }

    public static TheoryData<string, Rule> BadNiks() => new()
    {
        { "1,80404E+15", ImportRules.NumberScientific },
        { "1.80404E+15", ImportRules.NumberScientific },
        { "990101410780000", ImportRules.NumberFifteen },
        { "99010141078000", HouseholdRules.NikLength },
        { "99010141078000012", HouseholdRules.NikLength },
        { "990101410780000A", HouseholdRules.NikLength },
        { "99010141078000١1", HouseholdRules.NikLength },
        { "9901013207800001", HouseholdRules.NikDay },
        { "9901010007800001", HouseholdRules.NikDay },
        { "9901017207800001", HouseholdRules.NikDay },
        { "9901014113800001", HouseholdRules.NikMonth },
        { "9901014100800001", HouseholdRules.NikMonth },
        { "9901014107800000", HouseholdRules.NikSequence },
    };

    [Theory]
    [MemberData(nameof(BadNiks))]
    public void A_nik_that_cannot_be_one_says_why(string text, Rule rule)
    {
        var (value, problems) = ReadFile.Cell(ReadFile.Field(FieldKeys.Nik), text);
        Assert.Null(value);
        var problem = Assert.Single(problems);
        Assert.True(problem.IsError);
        Assert.Equal(rule.Code, problem.Code);
        Assert.Equal(text, problem.Content);
        Assert.DoesNotContain("{", problem.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FieldKeys.Nik)]
    [InlineData(FieldKeys.Card)]
    public void A_number_kept_as_a_figure_is_refused_even_if_it_looks_whole(string key) =>
        Assert.Equal(ImportRules.NumberAsFigure.Code, Assert.Single(ReadFile.Cell(ReadFile.Field(key), 9901014107800001L).Problems).Code);

    [Fact]
    public void A_card_number_needs_only_sixteen_digits()
    {
        Assert.Equal("9901013299990000", ReadFile.Cell(ReadFile.Field(FieldKeys.Card), "9901013299990000").Value);
        Assert.Equal(HouseholdRules.CardLength.Code, Assert.Single(ReadFile.Cell(ReadFile.Field(FieldKeys.Card), "99010132999900").Problems).Code);
    }

    [Theory]
    [InlineData("1980-04-05")]
    [InlineData("05/04/1980")]
    [InlineData("5/4/1980")]
    [InlineData("05-04-1980")]
    [InlineData("05.04.1980")]
    [InlineData("5 April 1980")]
    [InlineData("Sabtu, 5 April 1980")]
    [InlineData("05-Apr-80")]
    [InlineData("05-apr-1980")]
    [InlineData("1980-04-05 00:00:00")]
    [InlineData("1980-04-05T00:00:00")]
    [InlineData("05/04/1980 00.00:00")]
    [InlineData("29316")]
    public void A_date_is_read_in_the_shapes_files_have(string text)
    {
        var (value, problems) = ReadFile.Cell(ReadFile.Field(FieldKeys.BirthDate), text);
        Assert.Empty(problems);
        Assert.Equal("1980-04-05", value);
    }

    [Fact]
    public void A_serial_number_and_a_date_cell_are_dates()
    {
        var field = ReadFile.Field(FieldKeys.BirthDate);
        Assert.Equal("1980-04-05", ReadFile.Cell(field, 29316).Value);
        Assert.Equal("1980-04-05", ReadFile.Cell(field, new SourceCell("1980-04-05", CellKind.Date)).Value);
        Assert.Equal(new DateOnly(1900, 2, 28), DateSerial.ToDate(59));
        Assert.Equal(new DateOnly(1900, 3, 1), DateSerial.ToDate(61));
        Assert.Null(DateSerial.ToDate(0));
    }

    [Theory]
    [InlineData("05-Mei-80", "1980-05-05")]
    [InlineData("05-Mei-26", "2026-05-05")]
    [InlineData("1 Pebruari 2001", "2001-02-01")]
    [InlineData("17 Agt 1945", "1945-08-17")]
    [InlineData("3 Nopember 1999", "1999-11-03")]
    [InlineData("4-Dec-99", "1999-12-04")]
    public void Months_go_by_their_names(string text, string date) => Assert.Equal(date, ReadFile.Cell(ReadFile.Field(FieldKeys.BirthDate), text).Value);

    [Theory]
    [InlineData("04/31/1980", "IMP-16")]
    [InlineData("30/02/1980", "IMP-16")]
    [InlineData("April 1980", "IMP-16")]
    [InlineData("1980", "IMP-16")]
    [InlineData("tidak tahu", "IMP-16")]
    [InlineData("01/01/2027", "KEL-13")]
    [InlineData("01/01/1890", "KEL-13")]
    public void A_date_that_is_none_says_so(string text, string code)
    {
        var (value, problems) = ReadFile.Cell(ReadFile.Field(FieldKeys.BirthDate), text);
        Assert.Null(value);
        Assert.Equal(code, Assert.Single(problems).Code);
    }

    [Theory]
    [InlineData("D'Souza", "D'Souza")]
    [InlineData("Nur'aini", "Nur'aini")]
    [InlineData("  Siti \u00A0 Aminah\t", "Siti Aminah")]
    [InlineData("\u202BSiti\u202C Aminah\u200B", "Siti Aminah")]
    [InlineData("'Siti", "Siti")]
    [InlineData("Zoe\u0308", "Zo\u00EB")]
    [InlineData("=SUM(A1)", "=SUM(A1)")]
    public void A_name_keeps_what_belongs_to_it(string text, string name)
    {
        var (value, problems) = ReadFile.Cell(ReadFile.Field(FieldKeys.Name), text);
        Assert.Equal(name, value);
        Assert.Empty(problems);
    }

    [Fact]
    public void Emoji_are_taken_out_with_a_warning_and_a_name_of_nothing_else_is_none()
    {
        var (value, problems) = ReadFile.Cell(ReadFile.Field(FieldKeys.Name), "Siti 😀 Aminah 👩‍👧");
        Assert.Equal("Siti Aminah", value);
        Assert.False(Assert.Single(problems, p => p.Code == ImportRules.SymbolsRemoved.Code).IsError);
        Assert.Null(ReadFile.Cell(ReadFile.Field(FieldKeys.Name), "😀").Value);
    }

    [Theory]
    [InlineData(FieldKeys.Name)]
    [InlineData(FieldKeys.Nik)]
    [InlineData(FieldKeys.Address)]
    [InlineData(FieldKeys.BirthDate)]
    [InlineData(FieldKeys.Relation)]
    public void A_cell_of_ten_thousand_characters_is_refused(string key)
    {
        var (value, problems) = ReadFile.Cell(ReadFile.Field(key), new string('a', 10_000));
        Assert.Null(value);
        var problem = Assert.Single(problems);
        Assert.Equal(ImportRules.TextTooLong.Code, problem.Code);
        Assert.Equal(60, problem.Content.Length);
    }

    [Fact]
    public void A_text_longer_than_its_field_is_refused()
    {
        Assert.Equal(ImportRules.TextTooLong.Code, Assert.Single(ReadFile.Cell(ReadFile.Field(FieldKeys.Address), new string('a', 251)).Problems).Code);
        Assert.Empty(ReadFile.Cell(ReadFile.Field(FieldKeys.Address), new string('a', 250)).Problems);
    }

    [Theory]
    [InlineData(FieldKeys.Address)]
    [InlineData(FieldKeys.Occupation)]
    [InlineData(FieldKeys.Name)]
    public void A_number_typed_into_text_is_refused(string key) =>
        Assert.Equal(HouseholdRules.NumberInText.Code, Assert.Single(ReadFile.Cell(ReadFile.Field(key), "Budi 9901 0141 0780 0001").Problems).Code);

    [Theory]
    [InlineData(FieldKeys.Hamlet)]
    [InlineData(FieldKeys.Nik)]
    [InlineData(FieldKeys.BirthDate)]
    [InlineData(FieldKeys.Pregnant)]
    public void Kosong_clears_what_may_be_empty(string key) => Assert.Equal(StagedRow.Clear, ReadFile.Cell(ReadFile.Field(key), " (Kosong) ").Value);

    [Theory]
    [InlineData(FieldKeys.Name)]
    [InlineData(FieldKeys.Relation)]
    [InlineData(FieldKeys.Village)]
    public void Kosong_does_not_clear_what_everybody_has(string key) =>
        Assert.Equal(ImportRules.MayNotBeCleared.Code, Assert.Single(ReadFile.Cell(ReadFile.Field(key), "(kosong)").Problems).Code);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("-")]
    [InlineData("\u00A0\u200B")]
    [InlineData("'")]
    public void Nothing_visible_says_nothing(string text)
    {
        var (value, problems) = ReadFile.Cell(ReadFile.Field(FieldKeys.Hamlet), text);
        Assert.Null(value);
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData(FieldKeys.Relation, "KEPALA  KELUARGA", nameof(FamilyRelation.Head))]
    [InlineData(FieldKeys.Relation, "Istri/Suami", nameof(FamilyRelation.Spouse))]
    [InlineData(FieldKeys.Relation, "3", nameof(FamilyRelation.Child))]
    [InlineData(FieldKeys.Sex, "l", nameof(Sex.Male))]
    [InlineData(FieldKeys.Sex, "PEREMPUAN", nameof(Sex.Female))]
    [InlineData(FieldKeys.Education, "SD/Sederajat", nameof(Education.Primary))]
    [InlineData(FieldKeys.Marital, "cerai mati", nameof(MaritalStatus.Widowed))]
    [InlineData(FieldKeys.HealthInsurance, "PBI", nameof(HealthInsurance.Subsidized))]
    [InlineData(FieldKeys.Work, "6", nameof(WorkStatus.FarmLabourer))]
    [InlineData(FieldKeys.Pregnant, "ya", "True")]
    public void Labels_and_codes_are_both_taken(string key, string text, string value) => Assert.Equal(value, ReadFile.Cell(ReadFile.Field(key), text).Value);

    [Fact]
    public void A_label_nobody_knows_names_the_choices()
    {
        var problem = Assert.Single(ReadFile.Cell(ReadFile.Field(FieldKeys.Sex), "banci").Problems);
        Assert.Equal(ImportRules.CodeUnknown.Code, problem.Code);
        Assert.Contains("Laki-laki; Perempuan", problem.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tanah", "5")]
    [InlineData("tanah ", "5")]
    [InlineData("5", "5")]
    [InlineData("KERAMIK", "1")]
    public void An_answer_is_kept_as_its_code(string text, string code) =>
        Assert.Equal(code, ReadFile.Cell(ReadFile.Field("jawab:jenis_lantai", ImportFormat.P3keFamilies), text, ImportFormat.P3keFamilies).Value);

    [Theory]
    [InlineData("99.01.01.2001")]
    [InlineData("9901012001")]
    [InlineData("99 01 01 2001")]
    public void A_desa_goes_by_its_code_with_or_without_points(string text) => Assert.Equal(ReadFile.Village, ReadFile.Cell(ReadFile.Field(FieldKeys.Village), text).Value);

    [Theory]
    [InlineData("9901012009", "IMP-18")]
    [InlineData("Suka Maju", "IMP-18")]
    [InlineData("9901012002", "KEL-21")]
    public void A_desa_outside_the_reach_or_no_longer_in_force_is_refused(string text, string code) =>
        Assert.Equal(code, Assert.Single(ReadFile.Cell(ReadFile.Field(FieldKeys.Village), text).Problems).Code);

    [Theory]
    [InlineData("1", "1")]
    [InlineData("10", "10")]
    [InlineData("Desil 4", "4")]
    public void A_decile_is_a_number_from_1_to_10(string text, string decile) => Assert.Equal(decile, ReadFile.Cell(ReadFile.Field(FieldKeys.Decile, ImportFormat.Deciles), text, ImportFormat.Deciles).Value);

    [Theory]
    [InlineData("0")]
    [InlineData("11")]
    [InlineData("1.5")]
    [InlineData("miskin")]
    public void Another_decile_is_refused(string text) =>
        Assert.Contains(ReadFile.Cell(ReadFile.Field(FieldKeys.Decile, ImportFormat.Deciles), text, ImportFormat.Deciles).Problems, p => p.Code == HouseholdRules.DecileRange.Code);

    [Fact]
    public void A_row_id_that_was_cut_is_refused()
    {
        var id = $"{Guid.NewGuid()}|{Guid.NewGuid()}";
        Assert.Equal(id, ReadFile.Cell(ReadFile.Field(FieldKeys.RowId), id.ToUpperInvariant()).Value);
        Assert.Equal(ImportRules.RowIdInvalid.Code, Assert.Single(ReadFile.Cell(ReadFile.Field(FieldKeys.RowId), id[..^1]).Problems).Code);
    }

    [Fact]
    public void An_error_value_of_excel_is_refused() =>
        Assert.Equal(ImportRules.ErrorValue.Code, Assert.Single(ReadFile.Cell(ReadFile.Field(FieldKeys.Name), new SourceCell("#N/A", CellKind.Error)).Problems).Code);
}
