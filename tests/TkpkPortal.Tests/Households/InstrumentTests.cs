using System.Numerics;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Tests.Households;

public sealed class InstrumentTests
{
    public static TheoryData<string> Keys => [.. Instruments.All.Select(i => i.Key)];

    [Fact]
    public void The_four_instruments_are_there_newest_first()
    {
        Assert.Equal(["dtsen", "regsosek2022", "p3ke", "bdt2015"], Instruments.All.Select(i => i.Key));
        Assert.All(Instruments.All, i => Assert.True(i.Name.Length > 0 && i.Edition.Length is > 0 and <= 20 && i.Source.Length > 0 && i.Key.Length <= 20));
        Assert.Null(Instruments.Find("pbdt"));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_code_maps_to_a_condition_or_a_fact_or_is_declared_unmapped(string key)
    {
        var codes = Instruments.Of(key).Questions.SelectMany(q => q.AnswerCodes.Select(c => (Question: q, Code: c))).ToList();

        Assert.All(codes, c =>
        {
            var maps = c.Code.Present != 0 || c.Code.Absent != 0 || c.Code.Value is not null;
            Assert.True(maps != c.Code.Unmapped, $"{key}/{c.Question.Key}/{c.Code.Code} {c.Code.Label}: {(maps ? "maps and is declared unmapped" : "neither maps nor is declared unmapped")}");
            Assert.Equal(HouseholdConditions.None, c.Code.Present & c.Code.Absent);
            Assert.True(c.Code.Value is null || c.Question.Fact is not null, $"{key}/{c.Question.Key} sets a fact it does not name");
        });
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Questions_are_well_formed(string key) => Assert.All(Instruments.Of(key).Questions, q =>
    {
        Assert.Matches("^[a-z0-9_]+$", q.Key);
        Assert.False(string.IsNullOrWhiteSpace(q.Group));
        Assert.Equal(q.Kind is AnswerKind.One or AnswerKind.Many or AnswerKind.Bits, q.AnswerCodes.Count > 0);
        Assert.Equal(HouseholdConditions.None, q.Decides & HouseholdConditions.OfMembers);
        Assert.True(q.Fact is null || q.OfMember);
        foreach (var code in q.AnswerCodes.Where(c => c.Value is not null)) new MemberFacts().With(q.Fact!.Value, code.Value!);
        if (q.Kind == AnswerKind.Bits) Assert.All(q.AnswerCodes, c => Assert.True(c.Code == "0" || BitOperations.IsPow2(int.Parse(c.Code, System.Globalization.CultureInfo.InvariantCulture))));
    });

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_code_and_its_label_are_both_understood_whatever_the_case(string key) => Assert.All(
        Instruments.Of(key).Questions.SelectMany(q => q.AnswerCodes.Select(c => (Question: q, Code: c))), c =>
        {
            Assert.Equal(c.Code.Code, c.Question.Understand(c.Code.Code));
            Assert.Equal(c.Code.Code, c.Question.Understand($"  {c.Code.Code}. {c.Code.Label.ToUpperInvariant()}  "));
            if (!c.Code.Label.All(char.IsDigit)) Assert.Equal(c.Code.Code, c.Question.Understand(" " + c.Code.Label.ToUpperInvariant() + "\u00A0"));
            Assert.All(c.Code.Aliases, alias => Assert.Equal(c.Code.Code, c.Question.Understand(alias)));
            Assert.Equal(c.Code.Label, c.Question.Words(c.Code.Code));
        });

    [Fact]
    public void A_condition_can_be_present_and_absent_by_some_instrument()
    {
        var decided = Instruments.All.SelectMany(i => i.Questions).SelectMany(q => q.AnswerCodes).ToList();
        foreach (var (condition, _) in HouseholdConditionNames.All.Where(c => !HouseholdConditions.OfMembers.HasFlag(c.Condition)))
        {
            Assert.Contains(decided, c => c.Present.HasFlag(condition));
            Assert.Contains(decided, c => c.Absent.HasFlag(condition));
        }
    }

    [Theory]
    [InlineData("p3ke", "jenis_lantai", "TANAH", "5")]
    [InlineData("p3ke", "fasilitas_bab", "Ya,  dengan Septic Tank", "1")]
    [InlineData("p3ke", "jenis_dinding", "kayu / papan", "2")]
    [InlineData("regsosek2022", "ijazah", "3", "03")]
    [InlineData("regsosek2022", "daya", "450 VA; 900 va", "1,2")]
    [InlineData("regsosek2022", "identitas", "5", "5")]
    [InlineData("regsosek2022", "identitas", "Akta kelahiran, KTP", "5")]
    [InlineData("regsosek2022", "luas_lantai", "36,5 m2", "36.5")]
    [InlineData("regsosek2022", "bantuan_pkh_terakhir", "03/2022", "2022-03")]
    [InlineData("regsosek2022", "bantuan_pkh_terakhir", "Maret 2022", "2022-03")]
    public void Cells_are_understood(string instrument, string question, string cell, string answer) => Assert.Equal(answer, Instruments.Of(instrument).Find(question)!.Understand(cell));

    [Theory]
    [InlineData("p3ke", "jenis_lantai", "emas")]
    [InlineData("p3ke", "jenis_lantai", "")]
    [InlineData("p3ke", "jenis_lantai", "99")]
    [InlineData("regsosek2022", "daya", "450 VA; banyak")]
    [InlineData("regsosek2022", "identitas", "64")]
    [InlineData("regsosek2022", "luas_lantai", "0")]
    [InlineData("regsosek2022", "luas_lantai", "luas")]
    [InlineData("regsosek2022", "bantuan_pkh_terakhir", "kemarin")]
    public void What_is_no_answer_is_not_understood(string instrument, string question, string cell) => Assert.Null(Instruments.Of(instrument).Find(question)!.Understand(cell));
}

public sealed class DerivedConditionsTests
{
    [Fact]
    public void Earth_floor_is_present_tiles_are_its_absence_and_other_decides_nothing()
    {
        Assert.Equal(new(HouseholdConditions.EarthFloor, HouseholdConditions.EarthFloor, HouseholdConditions.EarthFloor), Derive("dtsen", ("jenis_lantai", "8")));
        Assert.Equal(new(0, HouseholdConditions.EarthFloor, HouseholdConditions.EarthFloor), Derive("dtsen", ("jenis_lantai", "2")));
        Assert.Equal(new(0, 0, HouseholdConditions.EarthFloor), Derive("dtsen", ("jenis_lantai", "9")));
        Assert.Equal(default, Derive("dtsen"));
    }

    [Theory]
    [InlineData("1", "1", true)]
    [InlineData("1", "2", false)]
    [InlineData("1", "1,3", false)]
    [InlineData("4", null, true)]
    [InlineData("1", null, null)]
    [InlineData("3", null, null)]
    public void Little_power_needs_both_questions(string lighting, string? power, bool? has)
    {
        var answers = new Dictionary<string, string> { ["penerangan"] = lighting };
        if (power is not null) answers["daya"] = power;

        var derived = Instruments.Of("regsosek2022").Derive(answers);

        Assert.Equal(has is not null, derived.Known.HasFlag(HouseholdConditions.LowPower));
        Assert.Equal(has is true, derived.Present.HasFlag(HouseholdConditions.LowPower));
        Assert.True(derived.About.HasFlag(HouseholdConditions.LowPower));
    }

    [Fact]
    public void A_brick_wall_in_bad_shape_is_a_weak_wall_in_bdt() =>
        Assert.True(Derive("bdt2015", ("dinding", "1"), ("kondisi_dinding", "2")).Present.HasFlag(HouseholdConditions.WeakWall));

    [Fact]
    public void One_ill_member_makes_the_condition_and_only_all_healthy_ones_deny_it()
    {
        var instrument = Instruments.Of("dtsen");
        Dictionary<string, string> ill = new() { ["penyakit"] = "06" }, healthy = new() { ["penyakit"] = "01" }, silent = new() { ["sekolah"] = "2" };

        Assert.True(instrument.Derive(silent, [ill, healthy]).Present.HasFlag(HouseholdConditions.ChronicIllness));
        Assert.Equal(new(0, HouseholdConditions.ChronicIllness, HouseholdConditions.ChronicIllness), instrument.Derive(silent, [healthy, healthy, silent]));
        Assert.Equal(default, instrument.Derive(silent, [silent]));
    }

    [Fact]
    public void Any_answers_keep_present_within_known_within_about()
    {
        var random = new Random(20260101);
        foreach (var instrument in Instruments.All)
        {
            for (var round = 0; round < 500; round++)
            {
                var (family, people) = (Some(instrument.OfFamily, random), Enumerable.Range(0, random.Next(4)).Select(_ => Some(instrument.OfMember, random)).ToList());
                var derived = instrument.Derive(family, people);
                Assert.Equal(derived.Present, derived.Present & derived.Known);
                Assert.Equal(derived.Known, derived.Known & derived.About);
                Assert.Equal(HouseholdConditions.None, derived.About & HouseholdConditions.OfMembers);
                // Leaving every question out that decides a condition leaves the condition out.
                foreach (var (condition, _) in HouseholdConditionNames.All)
                {
                    var without = instrument.Derive(Without(family, instrument, condition), people.ConvertAll(p => Without(p, instrument, condition)));
                    Assert.False(without.About.HasFlag(condition));
                }
            }
        }
    }

    [Fact]
    public void Answers_of_a_member_set_the_facts_of_the_person()
    {
        var instrument = Instruments.Of("regsosek2022");
        Dictionary<string, string> answers = new() { ["sekolah"] = "3", ["hamil"] = "2", ["jamkes"] = "5", ["bekerja"] = "1", ["kedudukan"] = "6", ["ijazah"] = "08", ["sulit_berjalan"] = "2", ["sulit_penglihatan"] = "4" };

        var facts = instrument.FactsOf(answers);

        Assert.Equal(
            new MemberFacts { School = SchoolStatus.NoLonger, Pregnant = false, HealthInsurance = HealthInsurance.Subsidized, Work = WorkStatus.FarmLabourer, Education = Education.LowerSecondary, Disability = DisabilityLevel.Moderate },
            facts);
        Assert.Equal(WorkStatus.None, instrument.FactsOf(new Dictionary<string, string> { ["bekerja"] = "2" }).Work);
        Assert.Null(instrument.FactsOf(new Dictionary<string, string> { ["sulit_penglihatan"] = "4" }).Disability);
        var all = instrument.OfMember.Where(q => q.Fact == MemberFact.Disability).ToDictionary(q => q.Key, _ => "4");
        Assert.Equal(9, all.Count);
        Assert.Equal(DisabilityLevel.None, instrument.FactsOf(all).Disability);
        Assert.Equal(DisabilityLevel.Severe, instrument.FactsOf(new Dictionary<string, string>(all) { ["sulit_diri"] = "1" }).Disability);
    }

    private static DerivedConditions Derive(string instrument, params (string Question, string Answer)[] answers) =>
        Instruments.Of(instrument).Derive(answers.ToDictionary(a => a.Question, a => a.Answer));

    private static Dictionary<string, string> Some(IEnumerable<Question> questions, Random random) => questions
        .Where(q => q.AnswerCodes.Count > 0 && random.Next(3) > 0).ToDictionary(q => q.Key, q => q.AnswerCodes[random.Next(q.AnswerCodes.Count)].Code);

    private static Dictionary<string, string> Without(Dictionary<string, string> answers, Instrument instrument, HouseholdConditions condition) =>
        answers.Where(a => !instrument.Find(a.Key)!.Decides.HasFlag(condition)).ToDictionary();
}
