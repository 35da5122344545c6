using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Imports;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Imports;

/// <summary>Each step a person takes: the row, the trail, and the sentence when the state is another by now.</summary>
public sealed class ImportStepPagesTests
{
    [Theory]
    [InlineData("simpan", ImportState.Preview, ImportState.Committing)]
    [InlineData("tolak", ImportState.Preview, ImportState.Refused)]
    [InlineData("tolak", ImportState.AwaitingColumns, ImportState.Refused)]
    [InlineData("tolak", ImportState.AwaitingAnswer, ImportState.Refused)]
    [InlineData("lanjutkan", ImportState.AwaitingAnswer, ImportState.Preview)]
    [InlineData("urungkan", ImportState.Committed, ImportState.Undoing)]
    [InlineData("coba-lagi", ImportState.Failed, ImportState.Read)]
    [InlineData("urungkan", ImportState.Failed, ImportState.Undoing, ImportState.Committing)]
    [InlineData("urungkan", ImportState.Failed, ImportState.Undoing, ImportState.Undoing)]
    public async Task A_step_leads_to_its_state_and_the_trail_tells(string step, ImportState from, ImportState to, ImportState failedIn = ImportState.Read)
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var batch = await portal.Make.ImportAsync(from, new(New: 2, Changed: 1, Rows: 3), failedIn: from == ImportState.Failed ? failedIn : null);

        var answer = await browser.SubmitAsync($"/impor/{batch.Id}/{step}", []);

        Assert.Equal($"/impor/{batch.Id}", answer.Location);
        var change = await StateChangeAsync(portal, batch.Id, from);
        Assert.Equal(to.ToString(), change.New);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(answer.Location!)).Status);
    }

    [Theory]
    [InlineData("tolak", ImportState.Committed)]
    [InlineData("hentikan", ImportState.Preview)]
    [InlineData("lanjutkan", ImportState.Preview)]
    [InlineData("coba-lagi", ImportState.Committed)]
    public async Task A_step_in_another_state_is_refused_and_says_which(string step, ImportState state)
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var batch = await portal.Make.ImportAsync(state, new(New: 2, Rows: 2));

        var answer = await browser.SubmitAsync($"/impor/{batch.Id}/{step}", []);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([string.Format(System.Globalization.CultureInfo.InvariantCulture, ImportRules.WrongState.Sentence, ImportNames.Of(state))], answer.Problems);
        await using var db = portal.Open();
        Assert.Equal(state, (await db.ImportBatches.SingleAsync(b => b.Id == batch.Id)).State);
    }

    [Theory]
    [InlineData("simpan", ImportState.Preview, ImportState.Committed)]
    [InlineData("urungkan", ImportState.Committed, ImportState.Preview)]
    [InlineData("urungkan", ImportState.Committed, ImportState.Failed)]
    public async Task A_form_that_is_out_of_date_is_refused_and_a_page_opened_by_address_offers_no_button(string step, ImportState opened, ImportState sent)
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var batch = await portal.Make.ImportAsync(opened, new(New: 2, Rows: 2));
        var form = await browser.OpenFormAsync($"/impor/{batch.Id}/{step}");
        await using var db = portal.Open();
        await db.ImportBatches.Where(b => b.Id == batch.Id).ExecuteUpdateAsync(set => set.SetProperty(b => b.State, sent));
        var sentence = string.Format(Indonesian.Culture, ImportRules.WrongState.Sentence, ImportNames.Of(sent));

        var answer = await form.SendAsync([]);
        var page = await browser.GetAsync($"/impor/{batch.Id}/{step}");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (answer.Status, page.Status));
        Assert.Equal([sentence], answer.Problems);
        Assert.Null(answer.Document.QuerySelector("main form"));
        Assert.Null(page.Document.QuerySelector("main form"));
        Assert.Contains(sentence, page.Document.QuerySelector("main .note--warn")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(sent, (await db.ImportBatches.AsNoTracking().SingleAsync(b => b.Id == batch.Id)).State);
    }

    [Fact]
    public async Task Nothing_to_save_is_refused()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var batch = await portal.Make.ImportAsync(ImportState.Preview, new(Same: 5, Rows: 5));

        Assert.Equal([ImportRules.NothingToSave.Sentence], (await browser.SubmitAsync($"/impor/{batch.Id}/simpan", [])).Problems);
    }

    [Fact]
    public async Task A_preview_whose_time_has_run_out_meanwhile_is_not_saved()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var batch = await portal.Make.ImportAsync(ImportState.Preview, new(New: 2, Rows: 2), expiresOn: new(2026, 1, 31));

        var answer = await browser.SubmitAsync($"/impor/{batch.Id}/simpan", []);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([string.Format(Indonesian.Culture, ImportRules.ExpiredMeanwhile.Sentence, "31 Januari 2026")], answer.Problems);
        Assert.Equal(ImportState.Preview, (await portal.Make.BatchAsync(batch.Id)).State);
        Assert.Null((await browser.GetAsync($"/impor/{batch.Id}")).Document.QuerySelector("main form[action$='/simpan']"));
    }

    [Fact]
    public async Task A_double_click_on_save_saves_once()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var batch = await portal.Make.ImportAsync(ImportState.Preview, new(New: 2, Rows: 2));
        var form = await browser.OpenFormAsync($"/impor/{batch.Id}", "/simpan");

        var answers = await Task.WhenAll(form.SendAsync([]), form.SendAsync([]));

        Assert.All(answers, a => Assert.Equal($"/impor/{batch.Id}", a.Location));
        await StateChangeAsync(portal, batch.Id, ImportState.Preview);
    }

    [Fact]
    public async Task A_cancel_is_noted_though_the_worker_writes_the_same_row_meanwhile()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var batch = await portal.Make.ImportAsync(ImportState.Committing, new(New: 2, Rows: 2, Done: 1, Total: 2));
        var form = await browser.OpenFormAsync($"/impor/{batch.Id}/hentikan");
        await using var db = portal.Open();
        await db.ImportBatches.Where(b => b.Id == batch.Id).ExecuteUpdateAsync(set => set.SetProperty(b => b.Done, 2));

        Assert.Equal($"/impor/{batch.Id}", (await form.SendAsync([])).Location);
        Assert.True((await db.ImportBatches.SingleAsync(b => b.Id == batch.Id)).CancelRequested);
        Assert.Contains("Sedang dihentikan", (await browser.GetAsync($"/impor/{batch.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_says_beforehand_what_will_stay()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var batch = await portal.Make.ImportAsync(ImportState.Committed, new(New: 3, Rows: 3));
        var families = new List<Guid>();
        for (var i = 0; i < 3; i++) families.Add(await portal.Make.HouseholdAsync(village.Id));
        await using (var db = portal.Open())
        {
            var touched = families[0];
            await db.Households.Where(h => families.Contains(h.Id)).ExecuteUpdateAsync(set => set.SetProperty(h => h.OriginBatchId, batch.Id));
            await db.Households.Where(h => families.Contains(h.Id) && h.Id != touched).ExecuteUpdateAsync(set => set.SetProperty(h => h.LastBatchId, batch.Id));
        }

        var page = await browser.GetAsync($"/impor/{batch.Id}/urungkan");

        Assert.Contains("2 keluarga yang dibuat impor ini dikeluarkan lagi", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 keluarga dibiarkan", page.Text, StringComparison.Ordinal);
    }

    /// <summary>The one entry that tells how the batch left the state.</summary>
    private static async Task<FieldChange> StateChangeAsync(Portal portal, Guid batchId, ImportState from)
    {
        await using var db = portal.Open();
        var trail = new AuditTrail(portal.Cipher, TimeProvider.System, new());
        var entries = await db.AuditEntries.Where(a => a.SubjectId == batchId && a.Action == AuditAction.Update).ToListAsync();
        return Assert.Single(entries.SelectMany(e => trail.ChangesOf(e.Id, e.SealedChanges)), c => c.Field == nameof(ImportBatch.State) && c.Old == from.ToString());
    }
}
