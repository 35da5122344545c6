using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Imports;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Deliberations;
using TkpkPortal.Core.Proposals.Photos;
using TkpkPortal.TestSupport;

namespace TkpkPortal.EndToEndTests;

/// <summary>One demo for all tests of pages.</summary>
public sealed class DemoBrowser : IAsyncLifetime
{
    public BrowserPortal Browser { get; private set; } = null!;

    /// <summary>Page skeletons axe has already judged, whoever saw them.</summary>
    internal HashSet<string> Judged { get; } = [];

    /// <summary>By user: pages of one kind that are worth a look each, as a proposal at another stage is another page.</summary>
    internal ILookup<string, string> Behind { get; private set; } = null!;

    /// <summary>What a family holds in its hand.</summary>
    internal (string Path, string Pin) Receipt { get; private set; }

    public async Task InitializeAsync()
    {
        Browser = await BrowserPortal.StartAsync(() => DemoPortal.StartAsync(families: 600, seed: 1));
        await AddImportAsync();
        await AddProposalsAsync();
    }

    /// <summary>An import that waits for a person, with something on each of its pages.</summary>
    private async Task AddImportAsync()
    {
        var make = Browser.Portal.Make;
        await using var db = Browser.Portal.Open();
        var household = await db.Households.OrderBy(h => h.Id).Select(h => h.Id).FirstAsync();
        var batch = await make.ImportAsync(ImportState.Preview, new(New: 1, Changed: 1, Same: 9, Missing: 1, Bad: 30, Warnings: 1, Rows: 41, Skipped: 2));
        await make.ProblemsAsync(batch.Id, "IMP-13", "J", "nik", "9,90115E+15", "NIK tersimpan sebagai angka.", count: 30);
        await make.ProblemsAsync(batch.Id, "IDN-06", "J", "nik", "", "Tanggal lahir berbeda.", firstRow: 40, isError: false);
        await make.ImportChangeAsync(batch.Id, household, 17, ImportChangeKind.Decile, new FieldChange("Desil", "2", "1"));
    }

    private async Task AddProposalsAsync()
    {
        var make = Browser.Portal.Make;
        await using var db = Browser.Portal.Open();
        var village = await db.Users.Where(u => u.UserName == "desa").Select(u => u.AreaId!.Value).SingleAsync();
        var facilitator = await db.Users.Where(u => u.UserName == "pendamping").Select(u => u.Id).SingleAsync();
        var family = await db.Households.Where(h => h.VillageId == village && h.LeftOn == null).OrderByDescending(h => h.Id).Select(h => h.Id).FirstAsync();
        var cycle = Builders.CycleFromNow(0);
        Task<Guid> At(ProposalStage stage) => make.ProposalAsync(village, stage: stage, facilitatorId: facilitator, cycle: cycle);

        var (submitted, draft) = (await At(ProposalStage.Submitted), await At(ProposalStage.Draft));
        await make.RunAsync<AddPhoto>(Builders.OperatorOf(village), add => add.RunAsync(new(draft, PhotoSubject.FrontOfHouse, DrawnHouse.Jpeg(), false), CancellationToken.None));
        var meeting = await make.ReadyDeliberationAsync(village, (submitted, DeliberationOutcome.Worthy, null));
        var asked = await make.ProposalAsync(village, ProposalKind.OwnDataAccess, ProposalStage.Submitted, family, await make.ContentOfAsync(family) with { Informant = "Kepala keluarga" });
        var sent = await make.SentAsync(village);
        var waiting = await make.AcceptedAsync(village, decile: 2);
        Behind = new[]
        {
            ("desa", $"/usulan/{draft}"), ("desa", $"/usulan/{submitted}"), ("desa", $"/musyawarah/{meeting}"), ("camat", $"/usulan/{await At(ProposalStage.Deliberated)}"),
            ("dinsos", $"/usulan/{await At(ProposalStage.DistrictVerified)}"), ("dinsos", $"/usulan/{asked}"), ("sekretariat", $"/usulan/{await At(ProposalStage.SocialVerified)}"),
            ("sekretariat", $"/usulan/{await At(ProposalStage.Approved)}"), ("sekretariat", $"/usulan/{sent}"), ("sekretariat", $"/usulan/{waiting}"),
            ("pendamping", $"/usulan/{await At(ProposalStage.FieldCheckAsked)}"),
        }.ToLookup(p => p.Item1, p => p.Item2);
        var row = await db.Proposals.AsNoTracking().SingleAsync(p => p.Id == submitted);
        Receipt = ($"/status-usulan/{row.PublicToken}", Browser.Portal.Cipher.Open(row.PinCipher, submitted));
    }

    public async Task DisposeAsync() => await Browser.DisposeAsync();
}
