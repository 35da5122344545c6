using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Households;

public sealed record MemberView(Guid Id, MemberDetails Details, int? Age, string? NikMask, DateOnly? LeftOn, LeaveReason? LeaveReason);

public sealed record HouseholdView(
    Guid Id, Guid VillageId, string Village, string VillageCode, string District, string DistrictCode, string HeadName, HouseholdDetails Details, string? CardMask,
    int? Decile, string? DecileSource, DateOnly? DecileReleasedOn, int Programs, DateTimeOffset RegisteredAt, DateTimeOffset UpdatedAt, DateOnly? LeftOn, LeaveReason? LeaveReason,
    uint Version, IReadOnlyList<MemberView> Members, IReadOnlyList<string> Warnings)
{
    public IEnumerable<MemberView> MembersHere => Members.Where(m => m.LeftOn is null);

    public MemberView Member(Guid id) => Members.SingleOrDefault(m => m.Id == id) ?? throw new RecordNotFoundException();
}

/// <summary>What decides whether and how a family may be shown.</summary>
public sealed record HouseholdGate(CurrentSettings Settings, ExpiredImports Expired);

/// <summary>Shows one family to a person, and writes down that this person looked.</summary>
public sealed class OpenHousehold(TkpkDbContext db, FieldCipher cipher, KabupatenClock clock, AuditTrail trail, HouseholdGate gate)
{
    /// <summary>Refused: KEL-31.</summary>
    public async Task<HouseholdView> RunAsync(Guid id, CancellationToken ct)
    {
        var household = await db.Households.AsNoTracking().Include(h => h.Members).SingleOrDefaultAsync(h => h.Id == id, ct) ?? throw new RecordNotFoundException();
        (await gate.Expired.RunAsync(ct)).MustBeOpen(household);
        var place = await db.Areas.AsNoTracking().Where(v => v.Id == household.VillageId)
            .Join(db.Areas, v => v.ParentId, d => d.Id, (v, d) => new { v.Name, v.Code, District = d.Name, DistrictCode = d.Code }).SingleAsync(ct);
        trail.Add(db, new(AuditAction.Read, nameof(Household), household.Id, ""), villageId: household.VillageId);
        await db.SaveChangesAsync(ct);
        var regency = (await gate.Settings.GetAsync(ct)).Regency;
        var members = household.Members.OrderBy(m => m.LeftOn is not null).ThenBy(m => m.Relation).ThenBy(m => m.BirthDate).ToList();
        var numbers = members.Where(m => m.NikCipher is not null).ToDictionary(m => m.Id, m => cipher.Open(m.NikCipher!, m.Id));
        return new(
            household.Id, household.VillageId, place.Name, place.Code, place.District, place.DistrictCode, household.HeadName,
            new(household.Address, household.Hamlet, household.Rt, household.Rw) { LegacyNumber = household.LegacyHouseholdNumber }, household.CardNumberCipher is { } card ? Nik.Mask(cipher.Open(card, household.Id)) : null,
            household.Decile, household.DecileSource, household.DecileReleasedOn, household.ActiveProgramCount, household.RegisteredAt, household.UpdatedAt, household.LeftOn,
            household.LeaveReason, household.Version, members.ConvertAll(m => View(m, numbers.GetValueOrDefault(m.Id))),
            [.. members.Where(m => m.LeftOn is null && numbers.ContainsKey(m.Id)).SelectMany(m => IdentityWarnings.Of(numbers[m.Id], DetailsOf(m), regency))]);
    }

    private MemberView View(HouseholdMember m, string? nik) => new(
        m.Id, DetailsOf(m), m.BirthDate is { } birth ? Age.InYears(birth, m.LeftOn ?? clock.Today) : null, nik is null ? null : Nik.Mask(nik), m.LeftOn, m.LeaveReason);

    private static MemberDetails DetailsOf(HouseholdMember m) => new(m.Name, m.Relation, m.Sex, m.BirthDate, m.Education, m.Occupation)
    {
        School = m.School,
        Work = m.Work,
        Marital = m.Marital,
        Disability = m.Disability,
        Pregnant = m.Pregnant,
        HealthInsurance = m.HealthInsurance,
    };
}
