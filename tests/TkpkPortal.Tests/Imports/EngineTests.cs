using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Imports;

public sealed class EngineTests
{
    private static async Task<(Portal Portal, Area Village)> StartAsync()
    {
        var portal = await Portal.SharedAsync();
        return (portal, await portal.Make.VillageAsync());
    }

    private static async Task<Household> FamilyAsync(Portal portal, string card)
    {
        var digest = portal.Cipher.Digest(card);
        await using var db = portal.Open();
        return await db.Households.AsNoTracking().Include(h => h.Members).SingleAsync(h => h.CardNumberDigest == digest && h.LeftOn == null);
    }

    private static async Task<List<string>> CodesAsync(Portal portal, Guid batch)
    {
        await using var db = portal.Open();
        return await db.ImportProblems.Where(p => p.BatchId == batch && p.IsError).OrderBy(p => p.RowNumber).Select(p => p.Code).ToListAsync();
    }

    [Fact]
    public async Task New_families_come_in_with_members_numbers_and_tallies()
    {
        var (portal, village) = await StartAsync();
        var (card, nik, child) = (Builders.CardNumber(), Builders.Nik(), Builders.Nik(new(2012, 3, 4)));
        var batch = await portal.Make.ImportAsync(Builders.Template(
            Builders.Row(village.Code, card, "Kepala Contoh", nik), Builders.Row(village.Code, card, "Anak Contoh", child, "Anak", birth: "2012-03-04")));
        Assert.Equal(ImportState.Committed, batch.State);
        Assert.Equal((1, 0, 0, 0, 2), (batch.NewRecords, batch.ChangedRecords, batch.SameRecords, batch.BadRows, batch.Rows));
        var family = await FamilyAsync(portal, card);
        Assert.Equal((village.Id, "Kepala Contoh", 2, "Jalan Impor 1", batch.Id, batch.Id), (family.VillageId, family.HeadName, family.MemberCount, family.Address, family.OriginBatchId, family.LastBatchId));
        Assert.Equal(card, portal.Cipher.Open(family.CardNumberCipher!, family.Id));
        var member = family.Members.Single(m => m.Name == "Anak Contoh");
        Assert.Equal((child, FamilyRelation.Child, new DateOnly(2012, 3, 4)), (portal.Cipher.Open(member.NikCipher!, member.Id), member.Relation, member.BirthDate));
        Assert.True(family.KnownConditions.HasFlag(HouseholdConditions.FemaleHead));
        await using var db = portal.Open();
        Assert.Equal(1, await db.VillageTallies.Where(t => t.VillageId == village.Id).SumAsync(t => t.Households));
        var audit = await db.AuditEntries.SingleAsync(a => a.SubjectId == batch.Id && a.Action == AuditAction.Import);
        Assert.Contains("\"NewRecords\",\"Old\":null,\"New\":\"1\"", portal.Cipher.Open(audit.SealedChanges!, audit.Id), StringComparison.Ordinal);
        Assert.False(await db.ImportPieces.AnyAsync(p => p.BatchId == batch.Id));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        var (portal, village) = await StartAsync();
        var (card, nik) = (Builders.CardNumber(), Builders.Nik());
        // One with numbers, one with a card only, one with nothing but a name.
        var csv = Builders.Template(
            Builders.Row(village.Code, card, "Kepala Sama", nik), Builders.Row(village.Code, card, "Tanpa Nomor", null, "Anak", birth: "2010-01-02"),
            Builders.Row(village.Code, null, "Hanya Nama", null, birth: "1970-07-08"));
        var first = await portal.Make.ImportAsync(csv);
        Assert.Equal(2, first.NewRecords);
        var again = await portal.Make.SettledAsync(await portal.Make.UploadAsync(csv));
        Assert.Equal((ImportState.Preview, 0, 0, 2), (again.State, again.NewRecords, again.ChangedRecords, again.SameRecords));
        Assert.Equal(first.Sha256, again.Sha256);
    }

    [Fact]
    public async Task A_blank_cell_keeps_and_kosong_clears()
    {
        var (portal, village) = await StartAsync();
        var (card, nik) = (Builders.CardNumber(), Builders.Nik());
        await portal.Make.ImportAsync(Builders.Template(Builders.Row(village.Code, card, "Kepala Isi", nik, hamlet: "Dusun Lama", education: "SD sederajat", occupation: "Tani")));
        var batch = await portal.Make.ImportAsync(Builders.Template(Builders.Row(village.Code, card, "Kepala Isi", nik, address: "", hamlet: "(kosong)", education: "", occupation: "Dagang")));
        Assert.Equal((0, 1), (batch.NewRecords, batch.ChangedRecords));
        var family = await FamilyAsync(portal, card);
        var head = Assert.Single(family.Members);
        Assert.Equal(("Jalan Impor 1", null, Education.Primary, "Dagang"), (family.Address, family.Hamlet, head.Education, head.Occupation));
        await using var db = portal.Open();
        var change = await db.ImportChanges.SingleAsync(c => c.BatchId == batch.Id);
        var diff = JsonSerializer.Deserialize<List<FieldChange>>(portal.Cipher.Open(change.SealedDiff, change.Id))!;
        Assert.Equal([new("Pekerjaan, Kepala Isi", "Tani", "Dagang"), new("Dusun", "Dusun Lama", null)], diff);
        Assert.NotNull(change.MergedAt);
    }

    [Fact]
    public async Task Good_families_go_in_without_the_bad_ones_and_each_fault_is_named()
    {
        var (portal, village) = await StartAsync();
        var elsewhere = await portal.Make.VillageAsync();
        var (taken, twice) = (Builders.Nik(), Builders.Nik());
        var heldCard = Builders.CardNumber();
        await portal.Make.HouseholdAsync(elsewhere.Id, nik: taken, cardNumber: heldCard);
        var good = Builders.CardNumber();
        var (noHead, twoHeads) = (Builders.CardNumber(), Builders.CardNumber());
        var id = await portal.Make.UploadAsync(Builders.Template(
            Builders.Row(village.Code, good, "Kepala Baik", twice),
            Builders.Row(village.Code, good, "Anak Ganda", twice, "Anak"),
            Builders.Row(village.Code, good, "Anak Diambil", taken, "Anak"),
            Builders.Row(village.Code, noHead, "Anak Saja", Builders.Nik(), "Anak"),
            Builders.Row(village.Code, twoHeads, "Kepala Satu", Builders.Nik()),
            Builders.Row(village.Code, twoHeads, "Kepala Dua", Builders.Nik()),
            Builders.Row(village.Code, heldCard, "Salah Desa", Builders.Nik()),
            Builders.Row(village.Code, Builders.CardNumber(), "Baik Satu", Builders.Nik()), Builders.Row(village.Code, Builders.CardNumber(), "Baik Dua", Builders.Nik()),
            Builders.Row(village.Code, Builders.CardNumber(), "Baik Tiga", Builders.Nik()), Builders.Row(village.Code, Builders.CardNumber(), "Baik Empat", Builders.Nik())));
        var preview = await portal.Make.SettledAsync(id);
        // Six of eleven rows are bad.
        Assert.Equal((ImportState.AwaitingAnswer, 6), (preview.State, preview.BadRows));
        Assert.Equal(
            [ImportRules.NikTwiceInFile.Code, HouseholdRules.NikTakenHere.Code, ImportRules.HeadMissing.Code, ImportRules.TwoHeads.Code, ImportRules.TwoHeads.Code, ImportRules.HeldElsewhere.Code],
            await CodesAsync(portal, id));
        await portal.Make.StepAsync(id, b => b.GoOnAnyway());
        await portal.Make.StepAsync(id, b => b.Commit(Builders.Today));
        var done = await portal.Make.SettledAsync(id);
        Assert.Equal((ImportState.Committed, 5), (done.State, done.NewRecords));
        Assert.Equal("Kepala Baik", Assert.Single((await FamilyAsync(portal, good)).Members).Name);
    }

    [Fact]
    public async Task A_row_id_finds_a_family_without_numbers_and_adds_to_it()
    {
        var (portal, village) = await StartAsync();
        var family = await portal.Make.HouseholdAsync(village.Id, children: 1, headName: "Kepala Id");
        Guid child;
        await using (var db = portal.Open()) child = await db.HouseholdMembers.Where(m => m.HouseholdId == family && m.Relation == FamilyRelation.Child).Select(m => m.Id).SingleAsync();
        var batch = await portal.Make.ImportAsync(Builders.Template(
            Builders.Row(village.Code, null, "Nama Baru", null, "", "", "", $"{family}|{child}", address: ""),
            Builders.Row(village.Code, null, "Bayi Baru", null, "Anak", "Perempuan", "2025-02-03", $"{family}", address: "")));
        Assert.Equal((0, 1), (batch.NewRecords, batch.ChangedRecords));
        await using var after = portal.Open();
        var held = await after.Households.AsNoTracking().Include(h => h.Members).SingleAsync(h => h.Id == family);
        Assert.Equal((3, "Kepala Id", batch.Id), (held.MemberCount, held.HeadName, held.LastBatchId));
        Assert.Equal("Nama Baru", held.Members.Single(m => m.Id == child).Name);
        Assert.Null(held.OriginBatchId);
    }

    [Fact]
    public async Task A_form_edit_between_preview_and_commit_loses_nothing()
    {
        var (portal, village) = await StartAsync();
        var (card, nik) = (Builders.CardNumber(), Builders.Nik());
        var family = await portal.Make.HouseholdAsync(village.Id, nik: nik, cardNumber: card, headName: "Kepala Sunting");
        var id = await portal.Make.UploadAsync(Builders.Template(Builders.Row(village.Code, card, "Kepala Sunting", nik, address: "", occupation: "Nelayan")));
        Assert.Equal(1, (await portal.Make.SettledAsync(id)).ChangedRecords);
        await using (var db = portal.Open())
        {
            var held = await db.Households.SingleAsync(h => h.Id == family);
            held.SetAddress("Jalan Disunting", held.Hamlet, held.Rt, held.Rw);
            await db.SaveChangesAsync();
        }

        await portal.Make.StepAsync(id, b => b.Commit(Builders.Today));
        Assert.Equal(ImportState.Committed, (await portal.Make.SettledAsync(id)).State);
        var after = await FamilyAsync(portal, card);
        Assert.Equal(("Jalan Disunting", "Nelayan"), (after.Address, Assert.Single(after.Members).Occupation));
    }

    [Fact]
    public async Task A_number_registered_after_the_preview_is_planned_anew()
    {
        var (portal, village) = await StartAsync();
        var (card, nik, other) = (Builders.CardNumber(), Builders.Nik(), Builders.CardNumber());
        var id = await portal.Make.UploadAsync(Builders.Template(Builders.Row(village.Code, card, "Kepala Balap", nik), Builders.Row(village.Code, other, "Kepala Lain", Builders.Nik())));
        Assert.Equal(2, (await portal.Make.SettledAsync(id)).NewRecords);
        await portal.Make.HouseholdAsync(village.Id, nik: nik, cardNumber: card, headName: "Kepala Balap");
        await portal.Make.StepAsync(id, b => b.Commit(Builders.Today));
        var done = await portal.Make.SettledAsync(id);
        Assert.Equal((ImportState.Committed, 1, 1), (done.State, done.NewRecords, done.ChangedRecords));
        Assert.Equal("Jalan Impor 1", (await FamilyAsync(portal, card)).Address);
        Assert.Equal("Kepala Lain", (await FamilyAsync(portal, other)).HeadName);
    }

    [Fact]
    public async Task Two_imports_of_the_same_families_at_once_make_each_once()
    {
        var (portal, village) = await StartAsync();
        var people = Enumerable.Range(0, 60).Select(_ => (Card: Builders.CardNumber(), Nik: Builders.Nik())).ToList();
        string File(IEnumerable<(string Card, string Nik)> order, string job) => Builders.Template([.. order.Select(p => Builders.Row(village.Code, p.Card, "Kepala Bersama", p.Nik, occupation: job))]);
        var first = await portal.Make.UploadAsync(File(people, "Tani"));
        var second = await portal.Make.UploadAsync(File(people.AsEnumerable().Reverse(), "Tani"));
        await portal.Make.SettledAsync(first);
        await portal.Make.SettledAsync(second);
        await portal.Make.StepAsync(first, b => b.Commit(Builders.Today));
        await portal.Make.StepAsync(second, b => b.Commit(Builders.Today));
        var ended = await Task.WhenAll(portal.Make.SettledAsync(first), portal.Make.SettledAsync(second));
        Assert.All(ended, b => Assert.Equal(ImportState.Committed, b.State));
        Assert.Equal(60, ended.Sum(b => b.NewRecords));
        await using var db = portal.Open();
        Assert.Equal(60, await db.Households.CountAsync(h => h.VillageId == village.Id));
    }
}
