using System.Text;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Imports;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Centre;

namespace TkpkPortal.TestSupport;

public sealed partial class Builders
{
    public const string AnswerHeader = "Nomor usulan;NIK;Nomor KK;Hasil;Desil baru;Tanggal hasil;Alasan";

    public static ImportOrigin AnswerOrigin() => Origin() with { DecileSource = "DTSEN", DecileReleasedOn = new(2026, 10, 1) };

    /// <summary>Somebody who may send, import and apply, and who is in the table of users.</summary>
    public async Task<Actor> OfficeAsync(Role role = Role.Secretariat)
    {
        var user = await UserAsync(role);
        return new() { UserId = user.Id, Name = user.FullName, Position = user.Position, Role = role, Reach = Reach.Everything, AgencyId = user.AgencyId };
    }

    /// <summary>Approved proposals go out as one dispatch.</summary>
    public async Task<Guid> SendAsync(params Guid[] proposals) =>
        (await RunAsync<SendProposals, SentProposals>(await OfficeAsync(), useCase => useCase.RunAsync(new(proposals, new(null, null)), null, CancellationToken.None))).DispatchId!.Value;

    /// <summary>A correction of own data that Dinas Sosial verified and somebody else approved: no musyawarah, no camat, no centre.</summary>
    public async Task<Guid> OwnCorrectionAsync(Guid villageId, Guid householdId, ProposalContent content)
    {
        var id = await ProposalAsync(villageId, ProposalKind.OwnDataCorrection, ProposalStage.Submitted, householdId, content);
        await using var db = portal.Open();
        var proposal = await db.Proposals.SingleAsync(p => p.Id == id);
        proposal.Verify(ActorOf(Role.SocialAgency), null, DateTimeOffset.UtcNow);
        proposal.Approve(ActorOf(Role.Secretariat), null, DateTimeOffset.UtcNow);
        await db.SaveProposalsAsync(CancellationToken.None);
        return id;
    }

    public async Task<Guid> SentAsync(Guid villageId, ProposalKind kind = ProposalKind.NewFamily, Guid? householdId = null, ProposalContent? content = null)
    {
        var id = await ProposalAsync(villageId, kind, ProposalStage.Approved, householdId, content);
        await SendAsync(id);
        return id;
    }

    /// <summary>A proposal that the centre accepted; with a decile as an import of answers brings it.</summary>
    public async Task<Guid> AcceptedAsync(Guid villageId, ProposalKind kind = ProposalKind.NewFamily, Guid? householdId = null, ProposalContent? content = null, int? decile = null)
    {
        var id = await SentAsync(villageId, kind, householdId, content);
        var batch = await AnswersAsync(AnswerHeader + $"\n{await NumberAsync(id)};;;Diterima;{decile};;\n");
        return batch.State == ImportState.Committed && batch.ChangedRecords == 1 ? id : throw new InvalidOperationException($"Batch {batch.Number} is {batch.State} with {batch.BadRows} bad rows.");
    }

    /// <summary>"2026-000123".</summary>
    public async Task<string> NumberAsync(Guid proposalId)
    {
        await using var db = portal.Open();
        var proposal = await db.Proposals.AsNoTracking().SingleAsync(p => p.Id == proposalId);
        return ProposalNames.Number(proposal.CreatedAt.Year, proposal.Number);
    }

    public Task<Guid> UploadAnswersAsync(Actor actor, byte[] content, string fileName = "hasil.csv") => RunAsync<UploadImport, Guid>(
        actor, useCase => useCase.RunAsync(new MemoryStream(content), fileName, ImportFormat.CentreAnswers, AnswerOrigin(), CancellationToken.None));

    /// <summary>Uploads, checks and saves the centre's answers.</summary>
    public async Task<ImportBatch> AnswersAsync(string csv, Actor? actor = null)
    {
        var id = await UploadAnswersAsync(actor ?? await OfficeAsync(), Encoding.UTF8.GetBytes(csv));
        var preview = await SettledAsync(id);
        if (preview.State != ImportState.Preview) throw new InvalidOperationException($"Batch {preview.Number} is {preview.State}: {preview.Refusal}");
        await StepAsync(id, b => b.Commit(Today));
        return await SettledAsync(id);
    }

    public async Task<Guid> ApplyAsync(Guid proposalId) =>
        await RunAsync<Core.Programs.ApplyProposal, Guid>(await OfficeAsync(), useCase => useCase.RunAsync(proposalId, CancellationToken.None));

    public async Task<Proposal> ProposalRowAsync(Guid proposalId)
    {
        await using var db = portal.Open();
        return await db.Proposals.AsNoTracking().Include(p => p.Steps).SingleAsync(p => p.Id == proposalId);
    }

    /// <summary>What the kept counts hold of a desa's proposals at a stage.</summary>
    public async Task<int> CountedAsync(Guid villageId, ProposalStage stage)
    {
        await using var db = portal.Open();
        return await db.ProposalTallies.Where(t => t.VillageId == villageId && t.Stage == stage).SumAsync(t => t.Count);
    }
}
