using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Imports;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Imports;

public sealed class UndoTests
{
    private static async Task<(Portal Portal, Area Village)> StartAsync()
    {
        var portal = await Portal.SharedAsync();
        return (portal, await portal.Make.VillageAsync());
    }

    private static async Task<ImportBatch> UndoAsync(Portal portal, Guid batch)
    {
        await portal.Make.StepAsync(batch, b => b.Undo());
        return await portal.Make.SettledAsync(batch);
    }

    [Fact]
    public async Task Undo_deletes_what_came_and_restores_what_changed()
    {
        var (portal, village) = await StartAsync();
        var (card, nik, fresh) = (Builders.CardNumber(), Builders.Nik(), Builders.CardNumber());
        var family = await portal.Make.HouseholdAsync(village.Id, nik: nik, cardNumber: card, headName: "Kepala Semula");
        var newNik = Builders.Nik();
        var batch = await portal.Make.ImportAsync(Builders.Template(
            Builders.Row(village.Code, card, "Kepala Berubah", nik, address: "Jalan Berubah", hamlet: "Dusun Baru"), Builders.Row(village.Code, card, "Anak Datang", newNik, "Anak", birth: "2015-01-01"),
            Builders.Row(village.Code, fresh, "Kepala Datang", Builders.Nik())));
        Assert.Equal((1, 1), (batch.NewRecords, batch.ChangedRecords));
        var undone = await UndoAsync(portal, batch.Id);
        Assert.Equal(ImportState.Undone, undone.State);
        await using var db = portal.Open();
        var held = await db.Households.AsNoTracking().Include(h => h.Members).SingleAsync(h => h.VillageId == village.Id);
        Assert.Equal((family, "Kepala Semula", "Jalan Uji 1", "Dusun Uji", 1, null), (held.Id, held.HeadName, held.Address, held.Hamlet, held.MemberCount, held.LastBatchId));
        var head = Assert.Single(held.Members);
        Assert.Equal(("Kepala Semula", nik), (head.Name, portal.Cipher.Open(head.NikCipher!, head.Id)));
        Assert.Equal(card, portal.Cipher.Open(held.CardNumberCipher!, held.Id));
        Assert.Equal(1, await db.VillageTallies.Where(t => t.VillageId == village.Id).SumAsync(t => t.Members));
    }

    [Fact]
    public async Task What_somebody_touched_since_stays_and_is_listed()
    {
        var (portal, village) = await StartAsync();
        var (card, made) = (Builders.CardNumber(), Builders.CardNumber());
        var family = await portal.Make.HouseholdAsync(village.Id, nik: Builders.Nik(), cardNumber: card, headName: "Kepala Disentuh");
        var program = await portal.Make.AssistanceAsync();
        var batch = await portal.Make.ImportAsync(Builders.Template(
            Builders.Row(village.Code, card, "Kepala Disentuh", null, birth: "1980-05-17", address: "Jalan Impor"), Builders.Row(village.Code, made, "Kepala Dibantu", Builders.Nik())));
        await using (var db = portal.Open())
        {
            // As every act of a person does.
            var held = await db.Households.Include(h => h.Members).SingleAsync(h => h.Id == family);
            held.Touch(DateTimeOffset.UtcNow);
            await db.SaveChangesAsync();
        }

        Guid helped;
        await using (var db = portal.Open()) helped = await db.Households.Where(h => h.OriginBatchId == batch.Id).Select(h => h.Id).SingleAsync();
        await portal.Make.EnrollAsync(helped, program.Id);
        Assert.Equal(ImportState.Undone, (await UndoAsync(portal, batch.Id)).State);
        await using var after = portal.Open();
        Assert.True((await after.ImportChanges.SingleAsync(c => c.BatchId == batch.Id)).KeptOnUndo);
        Assert.Equal("Jalan Impor", (await after.Households.SingleAsync(h => h.Id == family)).Address);
        Assert.True(await after.Households.AnyAsync(h => h.Id == helped));
    }

    [Fact]
    public async Task Undone_last_first_everything_goes_back()
    {
        var (portal, village) = await StartAsync();
        var (card, nik) = (Builders.CardNumber(), Builders.Nik());
        var first = await portal.Make.ImportAsync(Builders.Template(Builders.Row(village.Code, card, "Kepala Urut", nik, occupation: "Tani")));
        var second = await portal.Make.ImportAsync(Builders.Template(Builders.Row(village.Code, card, "Kepala Urut", nik, occupation: "Dagang")));
        Assert.Equal(ImportState.Undone, (await UndoAsync(portal, second.Id)).State);
        await using (var db = portal.Open())
        {
            var held = await db.Households.Include(h => h.Members).SingleAsync(h => h.VillageId == village.Id);
            Assert.Equal(("Tani", first.Id), (Assert.Single(held.Members).Occupation, held.LastBatchId));
        }

        Assert.Equal(ImportState.Undone, (await UndoAsync(portal, first.Id)).State);
        await using var after = portal.Open();
        Assert.False(await after.Households.AnyAsync(h => h.VillageId == village.Id && h.OriginBatchId == first.Id));
    }

    [Fact]
    public async Task Cancelled_before_saving_nothing_has_changed()
    {
        var (portal, village) = await StartAsync();
        var id = await portal.Make.UploadAsync(Builders.Template(Builders.Row(village.Code, Builders.CardNumber(), "Kepala Batal", Builders.Nik())));
        var preview = await portal.Make.SettledAsync(id);
        Assert.Equal(ImportState.Preview, preview.State);
        await portal.Make.StepAsync(id, b => b.Commit(Builders.Today));
        await portal.Make.StepAsync(id, b =>
        {
            if (b.State == ImportState.Committing) b.Cancel();
        });
        var ended = await portal.Make.SettledAsync(id);
        Assert.Contains(ended.State, new[] { ImportState.Undone, ImportState.Committed });
        await using var db = portal.Open();
        Assert.Equal(ended.State == ImportState.Committed ? 1 : 0, await db.Households.CountAsync(h => h.VillageId == village.Id));
    }
}
