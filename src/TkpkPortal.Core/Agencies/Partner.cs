using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Agencies;

public enum PartnerKind
{
    Business,
    Bank,
    University,
    Ngo,
    CommunityGroup,
}

/// <summary>A partner outside government: dunia usaha, perbankan, perguruan tinggi, LSM, kelompok masyarakat.</summary>
public sealed class Partner : IAudited
{
    private Partner()
    {
    }

    public Partner(PartnerDetails details) => Correct(details);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public string Name { get; private set; } = "";

    public PartnerKind Kind { get; private set; }

    /// <summary>The post to talk to, not a private person: "Bagian CSR".</summary>
    public string? Contact { get; private set; }

    public string? Contribution { get; private set; }

    public bool IsActive { get; private set; } = true;

    public uint Version { get; private set; }

    string IAudited.AuditName => Name;

    public void Correct(PartnerDetails details)
    {
        Name = details.Name;
        Kind = details.Kind;
        Contact = details.Contact;
        Contribution = details.Contribution;
    }

    public void Deactivate()
    {
        if (!IsActive) throw new RuleBrokenException(AgencyRules.PartnerAlreadyInactive);
        IsActive = false;
    }

    public void Reactivate()
    {
        if (IsActive) throw new RuleBrokenException(AgencyRules.PartnerAlreadyActive);
        IsActive = true;
    }
}

public sealed record PartnerDetails(string Name, PartnerKind Kind, string? Contact, string? Contribution);
