using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Households;

public sealed class HouseholdPagesTests
{
    [Fact]
    public async Task A_desa_operator_registers_a_family_and_goes_on_with_its_members()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);
        var nik = Builders.Nik();

        var answer = await browser.SubmitAsync("/keluarga/daftarkan", Fields(nik, next: "anggota"));

        Assert.EndsWith("/anggota/tambah", answer.Location, StringComparison.Ordinal);
        var child = await browser.SubmitAsync(answer.Location!, MemberFields(Builders.Nik(new(2012, 4, 3), Sex.Female), "Child", "Female", "3/4/2012"));
        var profile = await browser.GetAsync(child.Location!);
        Assert.Contains("tersimpan sebagai anggota", profile.Text, StringComparison.Ordinal);
        Assert.Contains("99••••••••••••••", profile.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(nik, profile.Html, StringComparison.Ordinal);
        await using var db = portal.Open();
        var family = await db.Households.Include(h => h.Members).SingleAsync(h => h.VillageId == village.Id);
        Assert.Equal(2, family.MemberCount);
        Assert.Equal(nik, portal.Cipher.Open(family.Members.Single(m => m.Relation == FamilyRelation.Head).NikCipher!, family.Members.Single(m => m.Relation == FamilyRelation.Head).Id));
        Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == family.Id && a.Action == AuditAction.Create && a.VillageId == village.Id));
        Assert.Equal((1, 2, 1), await TallyAsync(portal, village.Id, 0));
    }

    [Fact]
    public async Task A_wrong_number_is_refused_and_nothing_is_saved()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);

        var answer = await browser.SubmitAsync("/keluarga/daftarkan", Fields("1234"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("NIK harus 16 angka; yang terbaca 4. Salin dari KTP atau KK.", answer.Problems.Single());
        Assert.Equal("#Head_Nik", answer.Document.QuerySelector(".problems a")!.GetAttribute("href"));
        Assert.Equal("1234", answer.Document.QuerySelector("#Head_Nik")!.GetAttribute("value"));
        Assert.Single(answer.Document.QuerySelectorAll("#VillageId option[selected]"));
        await using var db = portal.Open();
        Assert.False(await db.Households.AnyAsync(h => h.VillageId == village.Id));
    }

    [Fact]
    public async Task A_double_click_registers_one_family()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);
        var form = await browser.OpenFormAsync("/keluarga/daftarkan");
        var fields = Fields(Builders.Nik());

        var answers = await Task.WhenAll(form.SendAsync(fields), form.SendAsync(fields));

        Assert.All(answers, a => Assert.True(a.IsRedirect, a.Text));
        Assert.Equal(answers[0].Location, answers[1].Location);
        await using var db = portal.Open();
        Assert.Equal(1, await db.Households.CountAsync(h => h.VillageId == village.Id));
        Assert.Equal((1, 1, 1), await TallyAsync(portal, village.Id, 0));
    }

    [Fact]
    public async Task A_NIK_active_elsewhere_tells_the_secretariat_where_and_a_desa_operator_nothing()
    {
        var portal = await Portal.SharedAsync();
        var (_, district, villages) = await portal.Make.DistrictAsync(2);
        var nik = Builders.Nik();
        var card = Builders.CardNumber();
        await portal.Make.HouseholdAsync(villages[0].Id, nik: nik, cardNumber: card, headName: "Sumarni Rahasia");
        using var desa = await portal.SignInAsync(Role.VillageOperator, villages[1].Id);
        using var secretariat = await portal.SignInAsync(Role.Secretariat);

        var told = await desa.SubmitAsync("/keluarga/daftarkan", Fields(nik));
        var toldCard = await desa.SubmitAsync("/keluarga/daftarkan", Fields(null, card: card));

        Assert.Equal([HouseholdRules.NikTakenElsewhere.Sentence], told.Problems);
        Assert.Equal([HouseholdRules.CardTakenElsewhere.Sentence], toldCard.Problems);
        Assert.DoesNotContain(villages[0].Name, told.Html + toldCard.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Sumarni", told.Html + toldCard.Html, StringComparison.Ordinal);
        var own = await portal.Make.HouseholdAsync(villages[1].Id);
        var full = await secretariat.SubmitAsync($"/keluarga/{own}/anggota/tambah", MemberFields(nik, "Child", "Male", ""));
        var fullCard = await secretariat.SubmitAsync($"/keluarga/{own}/perbaiki", new() { ["Input.CardNumber"] = card });
        Assert.Contains($"{villages[0].Name}, Kecamatan {district.Name}", full.Problems.Single(), StringComparison.Ordinal);
        Assert.Contains(villages[0].Name, fullCard.Problems.Single(), StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.Equal(1, await db.HouseholdMembers.CountAsync(m => m.HouseholdId == own));
    }

    [Fact]
    public async Task A_number_is_free_again_when_its_family_left()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var (nik, card) = (Builders.Nik(), Builders.CardNumber());
        var family = await portal.Make.HouseholdAsync(village.Id, 1, nik, card);
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);

        var left = await browser.SubmitAsync($"/keluarga/{family}/keluar", new() { ["Input.Reason"] = "Moved", ["Input.LeftOn"] = "2/1/2026" });

        Assert.True(left.IsRedirect, left.Text);
        Assert.Contains("sudah keluar", (await browser.GetAsync($"/keluarga/{family}")).Text, StringComparison.Ordinal);
        await portal.Make.HouseholdAsync(village.Id, 0, nik, card);
        await using var db = portal.Open();
        Assert.Equal(2, await db.Households.CountAsync(h => h.VillageId == village.Id));
        Assert.Equal((1, 1, 1), await TallyAsync(portal, village.Id, 0));
        Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == family && a.Action == AuditAction.Update));
    }

    [Fact]
    public async Task A_member_changed_meanwhile_stops_an_edit_of_the_family_and_says_so()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var family = await portal.Make.HouseholdAsync(village.Id, 1);
        using var first = await portal.SignInAsync(Role.VillageOperator, village.Id);
        using var second = await portal.SignInAsync(Role.VillageOperator, village.Id);
        var late = await second.OpenFormAsync($"/keluarga/{family}/perbaiki");
        await using var db = portal.Open();
        var child = await db.HouseholdMembers.SingleAsync(m => m.HouseholdId == family && m.Relation == FamilyRelation.Child);
        Assert.True((await first.SubmitAsync($"/keluarga/{family}/anggota/{child.Id}/perbaiki", new() { ["Input.Occupation"] = "Petani kopi" })).IsRedirect);

        var conflict = await late.SendAsync(new() { ["Input.Address"] = "Jalan Baru 9" });

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("menjadi “Petani kopi”", conflict.Problems.Single(), StringComparison.Ordinal);
        Assert.Equal("Jalan Baru 9", conflict.Document.QuerySelector("#Input_Address")!.GetAttribute("value"));
        Assert.True((await second.FormOn(conflict, $"/keluarga/{family}/perbaiki").SendAsync([])).IsRedirect);
        Assert.Equal("Jalan Baru 9", await db.Households.AsNoTracking().Where(h => h.Id == family).Select(h => h.Address).SingleAsync());
    }

    [Fact]
    public async Task A_blank_number_keeps_what_is_stored_and_a_tick_takes_it_away()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var family = await portal.Make.HouseholdAsync(village.Id, nik: Builders.Nik(), cardNumber: Builders.CardNumber());
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);
        await using var db = portal.Open();

        await browser.SubmitAsync($"/keluarga/{family}/perbaiki", new() { ["Input.Hamlet"] = "Dusun Lain" });
        Assert.NotNull((await db.Households.AsNoTracking().SingleAsync(h => h.Id == family)).CardNumberCipher);
        await browser.SubmitAsync($"/keluarga/{family}/perbaiki", new() { ["Input.RemoveCardNumber"] = "true" });

        Assert.Null((await db.Households.AsNoTracking().SingleAsync(h => h.Id == family)).CardNumberDigest);
        var profile = await browser.GetAsync($"/keluarga/{family}");
        Assert.Contains("Belum ada nomor KK", profile.Text, StringComparison.Ordinal);
        Assert.Contains("Dusun: Dusun Uji menjadi Dusun Lain", profile.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_profile_tells_its_history_and_writes_down_who_looked()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var family = await portal.Make.HouseholdAsync(village.Id, nik: Builders.Nik(new(1975, 2, 1), Sex.Female));
        await portal.Make.RankAsync(family, 2);
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);

        var profile = await browser.GetAsync($"/keluarga/{family}");

        Assert.Contains("Keluarga didaftarkan", profile.Text, StringComparison.Ordinal);
        Assert.Contains("Desil: kosong menjadi 2", profile.Text, StringComparison.Ordinal);
        Assert.Contains("Tanggal rilis desil: kosong menjadi 31 Januari 2026", profile.Text, StringComparison.Ordinal);
        Assert.Contains("Jenis kelamin", profile.Text, StringComparison.Ordinal);
        Assert.Contains("berbeda dari yang tersimpan dalam NIK", profile.Text, StringComparison.Ordinal);
        Assert.Contains("tercatat atas nama Anda", profile.Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        var read = await db.AuditEntries.SingleAsync(a => a.SubjectId == family && a.Action == AuditAction.Read);
        Assert.Equal(village.Id, read.VillageId);
    }

    [Fact]
    public async Task A_pendamping_sees_the_families_assigned_and_no_other()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var assigned = await portal.Make.HouseholdAsync(village.Id, headName: Builders.Unique("Ditugaskan"));
        var other = await portal.Make.HouseholdAsync(village.Id, headName: Builders.Unique("Orang Lain"));
        var facilitator = await portal.Make.UserAsync(Role.Facilitator);
        using var secretariat = await portal.SignInAsync(Role.Secretariat);
        var answer = await secretariat.SubmitAsync($"/keluarga/{assigned}/pendamping", new() { ["UserId"] = facilitator.Id.ToString() });
        using var browser = await portal.SignInAsync(facilitator.UserName!);

        var list = await browser.GetAsync("/keluarga");

        Assert.True(answer.IsRedirect, answer.Text);
        Assert.Contains("1 keluarga cocok", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Orang Lain", list.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/keluarga/{assigned}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/keluarga/{other}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/keluarga/{assigned}/perbaiki")).Status);
        var release = await secretariat.GetAsync($"/keluarga/{assigned}/pendamping");
        await secretariat.FormOn(release, $"/keluarga/{assigned}/pendamping", "handler=Release").SendAsync([]);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/keluarga/{assigned}")).Status);
    }

    [Fact]
    public async Task Only_an_active_pendamping_may_be_assigned()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var family = await portal.Make.HouseholdAsync(village.Id);
        var user = await portal.Make.UserAsync(Role.Secretariat);

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() =>
            portal.Make.RunAsync<AssignFacilitator>(Actor.System("Uji"), useCase => useCase.RunAsync(family, user.Id, CancellationToken.None)));

        Assert.Equal(HouseholdRules.NotFacilitator, broken.Rule);
    }

    internal static async Task<(int Households, int Members, int Unreached)> TallyAsync(Portal portal, Guid villageId, int decile)
    {
        await using var db = portal.Open();
        var tally = await db.VillageTallies.AsNoTracking().SingleOrDefaultAsync(t => t.VillageId == villageId && t.Decile == decile);
        return tally is null ? default : (tally.Households, tally.Members, tally.Unreached);
    }

    internal static Dictionary<string, string> Fields(string? nik, string? card = null, string next = "") => new()
    {
        ["Input.CardNumber"] = card ?? "",
        ["Input.Address"] = "Jalan Melati 3",
        ["Head.Name"] = Builders.Unique("Kepala Contoh"),
        ["Head.Nik"] = nik ?? "",
        ["Head.Sex"] = "Male",
        ["Head.BirthDate"] = "17/5/1980",
        ["lanjut"] = next,
    };

    private static Dictionary<string, string> MemberFields(string nik, string relation, string sex, string birth) => new()
    {
        ["Input.Name"] = Builders.Unique("Anggota Contoh"),
        ["Input.Nik"] = nik,
        ["Input.Relation"] = relation,
        ["Input.Sex"] = sex,
        ["Input.BirthDate"] = birth,
    };
}
