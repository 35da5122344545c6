using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Proposals.Drafts;

/// <summary>What a draft lacks by itself, and what the registry says of its numbers and its destination.</summary>
public sealed class DraftProblemsQuery(TkpkDbContext db, TkpkDatabase database, FieldCipher cipher, KabupatenClock clock, CurrentSettings settings)
{
    public async Task<DraftReview> RunAsync(Proposal proposal, ProposalContent content, CancellationToken ct)
    {
        List<DraftProblem> found = [.. ProposalChecks.Of(proposal.Kind, content, clock.Today)];
        var warnings = new List<string>();
        if (DraftSteps.EditsFamily(proposal.Kind, content))
        {
            await CheckNiksAsync(found, content.Family, proposal.HouseholdId, ct);
            await CheckCardAsync(new(found, DraftSteps.Family), content.Family, proposal.HouseholdId, ct);
            warnings.AddRange(WarningsOf(content.Family, (await settings.GetAsync(ct)).Regency));
        }

        if (proposal.Kind == ProposalKind.Move && content.ToVillageId is { } to) await CheckDestinationAsync(new(found, DraftSteps.Family), to, proposal.VillageId, ct);
        var order = DraftSteps.Of(proposal.Kind, content).Select(s => s.Key).ToList();
        return new([.. found.OrderBy(p => order.IndexOf(p.Step))], warnings);
    }

    private async Task CheckNiksAsync(List<DraftProblem> found, FamilyDraft family, Guid? own, CancellationToken ct)
    {
        var given = family.Members.Where(m => !m.Leaves && IsNik(m.Nik)).ToDictionary(m => m.Key, m => cipher.Digest(Nik.Clean(m.Nik!)));
        if (given.Count == 0) return;
        var digests = given.Values.Distinct().ToList();
        var here = await Taken(db).Select(m => new { m.NikDigest, m.Household.VillageId }).ToListAsync(ct);
        await using var registry = database.Open(Actor.System("Pemeriksaan nomor"));
        var anywhere = await Taken(registry).Select(m => m.NikDigest).ToListAsync(ct);
        foreach (var member in family.Members.Where(m => given.ContainsKey(m.Key)))
        {
            var sheet = new ProblemSheet(found, DraftSteps.Members, member);
            var digest = given[member.Key];
            if (here.Find(h => digest.AsSpan().SequenceEqual(h.NikDigest)) is { } known) sheet.Wrong("Nik", DraftRules.NikHere, await PlaceAsync(known.VillageId, ct));
            else if (anywhere.Exists(d => digest.AsSpan().SequenceEqual(d))) sheet.Wrong("Nik", HouseholdRules.NikTakenElsewhere);
        }

        IQueryable<HouseholdMember> Taken(TkpkDbContext source) =>
            source.HouseholdMembers.AsNoTracking().Where(m => m.LeftOn == null && m.HouseholdId != own && digests.Contains(m.NikDigest!));
    }

    private async Task CheckCardAsync(ProblemSheet sheet, FamilyDraft family, Guid? own, CancellationToken ct)
    {
        if (!IsCard(family.CardNumber)) return;
        var digest = cipher.Digest(Nik.Clean(family.CardNumber!));
        if (await Taken(db).Select(h => (Guid?)h.VillageId).FirstOrDefaultAsync(ct) is { } village)
        {
            sheet.Wrong("CardNumber", DraftRules.CardHere, await PlaceAsync(village, ct));
            return;
        }

        await using var registry = database.Open(Actor.System("Pemeriksaan nomor"));
        if (await Taken(registry).AnyAsync(ct)) sheet.Wrong("CardNumber", HouseholdRules.CardTakenElsewhere);

        IQueryable<Household> Taken(TkpkDbContext source) => source.Households.AsNoTracking().Where(h => h.LeftOn == null && h.Id != own && h.CardNumberDigest == digest);
    }

    private async Task CheckDestinationAsync(ProblemSheet sheet, Guid to, Guid from, CancellationToken ct)
    {
        var village = await db.Areas.AsNoTracking().SingleOrDefaultAsync(a => a.Id == to && a.Level == AreaLevel.Village, ct);
        if (village is null) sheet.Wrong("ToVillageId", DraftRules.DestinationNeeded);
        else if (village.VanishedOn is not null) sheet.Wrong("ToVillageId", HouseholdRules.VillageVanished);
        else if (to == from) sheet.Wrong("ToVillageId", HouseholdRules.AlreadyInVillage);
    }

    private static IEnumerable<string> WarningsOf(FamilyDraft family, Area? regency)
    {
        if (family.Head is { } head && Blank.ToNull(head.Nik) is null) yield return DraftRules.HeadWithoutNik.Sentence;
        foreach (var member in family.Members.Where(m => !m.Leaves && m is { Name: not null, Relation: not null, Sex: not null } && IsNik(m.Nik)))
        {
            var birth = Indonesian.TryParseDate(member.BirthDate, out var date) ? date : (DateOnly?)null;
            foreach (var warning in IdentityWarnings.Of(Nik.Clean(member.Nik!), new(member.Name!, member.Relation!.Value, member.Sex!.Value, birth, null, null), regency)) yield return warning;
        }
    }

    private Task<string> PlaceAsync(Guid villageId, CancellationToken ct) =>
        db.Areas.AsNoTracking().Where(v => v.Id == villageId).Select(v => v.Name + db.Areas.Where(d => d.Id == v.ParentId).Select(d => ", Kecamatan " + d.Name).FirstOrDefault()).SingleAsync(ct);

    private static bool IsNik(string? typed) => TypedNumber.Is(typed, text => Nik.Parse(text));

    private static bool IsCard(string? typed) => TypedNumber.Is(typed, text => FamilyCardNumber.Parse(text));
}
