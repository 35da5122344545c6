using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Agencies;

/// <summary>An OPD (perangkat daerah) of the kabupaten.</summary>
public sealed class Agency : IAudited
{
    private Agency()
    {
    }

    public Agency(AgencyDetails details) => Correct(details);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public string Name { get; private set; } = "";

    /// <summary>As people say it: Dinsos, Dinkes.</summary>
    public string ShortName { get; private set; } = "";

    /// <summary>Jabatan of its head, as letters address it: Kepala Dinas Sosial.</summary>
    public string HeadTitle { get; private set; } = "";

    public bool IsActive { get; private set; } = true;

    public uint Version { get; private set; }

    string IAudited.AuditName => Name;

    public void Correct(AgencyDetails details)
    {
        Name = details.Name;
        ShortName = details.ShortName;
        HeadTitle = details.HeadTitle;
    }

    public void Deactivate()
    {
        if (!IsActive) throw new RuleBrokenException(AgencyRules.AlreadyInactive);
        IsActive = false;
    }

    public void Reactivate()
    {
        if (IsActive) throw new RuleBrokenException(AgencyRules.AlreadyActive);
        IsActive = true;
    }
}

public sealed record AgencyDetails(string Name, string ShortName, string HeadTitle);
