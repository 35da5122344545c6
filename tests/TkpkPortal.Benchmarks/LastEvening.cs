using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Benchmarks;

/// <summary>The last evening before the deadline: 500 operators hand in at once, each with a browser of their own that opens the form and sends it.</summary>
internal sealed class LastEvening(HostedPortal portal, ResultTable table)
{
    private const int Operators = 500;

    /// <summary>Answers awaited at one time; a browser more than that waits for its turn, as it would for its connection.</summary>
    private const int AtOnce = 100;

    public async Task RunAsync()
    {
        var desks = await PrepareAsync();
        using var gate = new SemaphoreSlim(AtOnce);
        var browsers = new List<(Browser Browser, Guid Proposal)>();
        foreach (var chunk in desks.Chunk(20)) browsers.AddRange(await Task.WhenAll(chunk.Select(SignInAsync)));
        var before = await CountAsync();
        var watch = Stopwatch.StartNew();
        var answers = await Task.WhenAll(browsers.Select(async b =>
        {
            await gate.WaitAsync();
            try
            {
                return await SubmitAsync(b.Browser, b.Proposal);
            }
            finally
            {
                gate.Release();
            }
        }));
        watch.Stop();
        foreach (var (browser, _) in browsers) browser.Dispose();
        Tell(answers, watch.Elapsed, before, await CountAsync());
    }

    private void Tell((double Milliseconds, bool Went)[] answers, TimeSpan all, (int Submitted, int Counted) before, (int Submitted, int Counted) after)
    {
        var went = answers.Count(a => a.Went);
        table.Add(
            FormattableString.Invariant($"{Operators} desa mengajukan sekaligus"), ResultTable.Milliseconds(ResultTable.Percentile(answers.Select(a => a.Milliseconds), 0.5)),
            ResultTable.Milliseconds(ResultTable.Percentile(answers.Select(a => a.Milliseconds), 0.95)), note: FormattableString.Invariant($"buka formulir dan ajukan, {AtOnce} berbarengan, seluruhnya {all.TotalSeconds:0.0} s"));
        table.Add("Pengajuan yang gagal", FormattableString.Invariant($"{Operators - went}"), goal: "0", met: went == Operators);
        table.Add("Pengajuan yang hilang", FormattableString.Invariant($"{Operators - (after.Submitted - before.Submitted)}"), goal: "0", met: after.Submitted - before.Submitted == Operators);
        table.Add("Selisih jumlah tersimpan dengan hitung ulang", FormattableString.Invariant($"{after.Submitted - after.Counted}"), goal: "0", met: after.Submitted == after.Counted);
    }

    private static async Task<(double Milliseconds, bool Went)> SubmitAsync(Browser browser, Guid proposal)
    {
        var start = Stopwatch.GetTimestamp();
        var answer = await browser.SubmitAsync($"/usulan/{proposal}/ajukan", []);
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, answer.IsRedirect);
    }

    private async Task<(Browser Browser, Guid Proposal)> SignInAsync((string User, Guid Proposal) desk)
    {
        var browser = new Browser(portal.Address);
        var answer = await browser.SubmitAsync("/masuk", new() { ["Input.Name"] = desk.User, ["Input.Password"] = HostedPortal.Password });
        return answer.IsRedirect ? (browser, desk.Proposal) : throw new InvalidOperationException($"Masuk sebagai {desk.User} dijawab {answer.Status}.");
    }

    /// <summary>Proposals handed in and waiting, as they are and as they are counted.</summary>
    private async Task<(int Submitted, int Counted)> CountAsync()
    {
        await using var db = portal.Open();
        return (await db.Proposals.CountAsync(p => p.Stage == ProposalStage.Submitted), await db.ProposalTallies.Where(t => t.Stage == ProposalStage.Submitted).SumAsync(t => t.Count));
    }

    /// <summary>Five hundred desks with a complete draft each, spread over all desa; they share the password hash of the demo's desa.</summary>
    private async Task<List<(string User, Guid Proposal)>> PrepareAsync()
    {
        await using var db = portal.Open();
        var cipher = portal.Services.GetRequiredService<FieldCipher>();
        var now = DateTimeOffset.UtcNow;
        var villages = await db.Areas.Where(a => a.Level == AreaLevel.Village && db.ProposalTallies.Any(t => t.VillageId == a.Id)).OrderBy(a => a.Code).Select(a => a.Id).ToListAsync();
        var hash = await db.Users.Where(u => u.UserName == "desa").Select(u => u.PasswordHash).SingleAsync();
        var mark = now.ToUnixTimeSeconds();
        var desks = new List<(string User, Guid Proposal)>();
        for (var i = 0; i < Operators; i++)
        {
            var name = FormattableString.Invariant($"desa-{mark}-{i}");
            var village = villages[i % villages.Count];
            var user = new PortalUser
            {
                UserName = name, NormalizedUserName = name.ToUpperInvariant(), FullName = $"Operator {i} Contoh", Position = "Operator desa", Role = Role.VillageOperator, AreaId = village,
                SecurityStamp = Guid.NewGuid().ToString("N"), LockoutEnabled = true, CreatedAt = now, PasswordHash = hash,
            };
            var actor = new Actor { UserId = user.Id, Name = user.FullName, Role = Role.VillageOperator, Reach = Reach.Everything };
            var proposal = new Proposal(ProposalKind.NewFamily, ProposalRegistration.Active, village, null, actor, new(now.Year, now.Month, 1), now);
            proposal.Write(Builders.NewFamilyContent($"Warga {i} Contoh", FormattableString.Invariant($"99{i:0000}170580{((mark + i) % 9999) + 1:0000}")), "periksa", cipher, now);
            db.AddRange(user, proposal);
            desks.Add((name, proposal.Id));
        }

        await db.SaveProposalsAsync(CancellationToken.None);
        return desks;
    }
}
