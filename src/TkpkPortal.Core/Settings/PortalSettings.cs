using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Settings;

/// <summary>The one row of settings of this deployment.</summary>
public sealed class PortalSettings : IAudited
{
    public static readonly Guid TheId = new("00000000-0000-7000-8000-000000000001");

    public Guid Id { get; private set; } = TheId;

    /// <summary>"Kabupaten kami"; null until chosen.</summary>
    public Guid? RegencyId { get; set; }

    /// <summary>What a desa is called here: desa, pekon, nagari, gampong.</summary>
    public string VillageTerm { get; set; } = "desa";

    public string DistrictTerm { get; set; } = "kecamatan";

    public string TimeZoneId { get; set; } = KabupatenClock.DefaultZone;

    /// <summary>First line of the kop surat: PEMERINTAH KABUPATEN X.</summary>
    public string GovernmentLine { get; set; } = "PEMERINTAH KABUPATEN";

    public string AgencyLine { get; set; } = "BADAN PERENCANAAN PEMBANGUNAN DAERAH";

    public string Address { get; set; } = "";

    public string Phone { get; set; } = "";

    public string Website { get; set; } = "";

    public string Email { get; set; } = "";

    /// <summary>Where papers are dated: "Liwa, 20 Agustus 2019".</summary>
    public string City { get; set; } = "";

    public Guid? EmblemFileId { get; set; }

    /// <summary>Families of decile 1 to this are the target (sasaran).</summary>
    public int TargetDecile { get; set; } = 2;

    /// <summary>Yearly change of the implied population, in percent, beyond which a BPS pair is flagged as implausible.</summary>
    public decimal ImplausibleGrowth { get; set; } = 3m;

    /// <summary>Target of realisasi terhadap pagu at the end of the year, percent.</summary>
    public decimal AbsorptionTarget { get; set; } = 95m;

    /// <summary>Of the eight criteria of Kepmensos 262/HUK/2022, how many make a family fakir miskin; the decree names no number.</summary>
    public int ExtremePoorNeeded { get; set; } = 6;

    /// <summary>Of the five criteria of a house unfit to live in, how many make it one.</summary>
    public int UnfitHouseNeeded { get; set; } = 1;

    /// <summary>Demo data: every page and paper says so.</summary>
    public bool IsSample { get; set; }

    public uint Version { get; private set; }

    string IAudited.AuditName => "Pengaturan";

    public SettingsDetails Details() => new(
        RegencyId, VillageTerm, DistrictTerm, TimeZoneId, GovernmentLine, AgencyLine, Address, Phone, Website, Email, City,
        TargetDecile, ImplausibleGrowth, AbsorptionTarget, ExtremePoorNeeded, UnfitHouseNeeded);

    public void Correct(SettingsDetails details)
    {
        if (!KabupatenClock.Zones.ContainsKey(details.TimeZoneId)) throw new RuleBrokenException(SettingsRules.UnknownZone, nameof(TimeZoneId));
        if (details.TargetDecile is < 1 or > 10) throw new RuleBrokenException(SettingsRules.DecileOutOfRange, nameof(TargetDecile));
        if (details.ImplausibleGrowth is <= 0 or > 100) throw new RuleBrokenException(SettingsRules.GrowthOutOfRange, nameof(ImplausibleGrowth));
        if (details.AbsorptionTarget is <= 0 or > 100) throw new RuleBrokenException(SettingsRules.AbsorptionOutOfRange, nameof(AbsorptionTarget));
        if (details.ExtremePoorNeeded is < 1 or > 8) throw new RuleBrokenException(SettingsRules.CriteriaOutOfRange, nameof(ExtremePoorNeeded), 8);
        if (details.UnfitHouseNeeded is < 1 or > 5) throw new RuleBrokenException(SettingsRules.CriteriaOutOfRange, nameof(UnfitHouseNeeded), 5);
        (RegencyId, VillageTerm, DistrictTerm, TimeZoneId) = (details.RegencyId, details.VillageTerm, details.DistrictTerm, details.TimeZoneId);
        (GovernmentLine, AgencyLine, Address, City) = (details.GovernmentLine, details.AgencyLine, details.Address, details.City);
        (Phone, Website, Email) = (details.Phone, details.Website, details.Email);
        (TargetDecile, ImplausibleGrowth, AbsorptionTarget) = (details.TargetDecile, details.ImplausibleGrowth, details.AbsorptionTarget);
        (ExtremePoorNeeded, UnfitHouseNeeded) = (details.ExtremePoorNeeded, details.UnfitHouseNeeded);
    }
}

public sealed record SettingsDetails(
    Guid? RegencyId, string VillageTerm, string DistrictTerm, string TimeZoneId, string GovernmentLine, string AgencyLine, string Address,
    string Phone, string Website, string Email, string City, int TargetDecile, decimal ImplausibleGrowth, decimal AbsorptionTarget,
    int ExtremePoorNeeded = 6, int UnfitHouseNeeded = 1);

/// <summary>Who signs papers. The office signs; the person in it changes.</summary>
public sealed class Signatory : IAudited
{
    public Signatory()
    {
    }

    public Signatory(SignatoryDetails details) => Correct(details);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Jabatan: "Kepala Bappeda selaku Sekretaris TKPK".</summary>
    public string Office { get; set; } = "";

    /// <summary>a.n., u.b., Plt., Plh. or empty.</summary>
    public string Prefix { get; set; } = "";

    public string Name { get; set; } = "";

    public string Rank { get; set; } = "";

    /// <summary>18 digits; empty for a bupati or wakil bupati.</summary>
    public string Nip { get; set; } = "";

    public SignatoryPlace Place { get; set; }

    public bool IsActive { get; set; } = true;

    public uint Version { get; private set; }

    string IAudited.AuditName => $"{Office}: {Name}";

    public void Correct(SignatoryDetails details)
    {
        if (details.Nip.Length is not (0 or SettingsRules.NipLength) || !details.Nip.All(char.IsAsciiDigit))
            throw new RuleBrokenException(SettingsRules.NipShape, nameof(Nip), details.Nip.Count(char.IsAsciiDigit));
        (Office, Prefix, Name) = (details.Office, details.Prefix, details.Name);
        (Rank, Nip, Place) = (details.Rank, details.Nip, details.Place);
    }

    public void Deactivate()
    {
        if (!IsActive) throw new RuleBrokenException(SettingsRules.SignatoryAlreadyInactive);
        IsActive = false;
    }

    public void Reactivate()
    {
        if (IsActive) throw new RuleBrokenException(SettingsRules.SignatoryAlreadyActive);
        IsActive = true;
    }
}

public sealed record SignatoryDetails(string Office, string Prefix, string Name, string Rank, string Nip, SignatoryPlace Place);

public enum SignatoryPlace
{
    /// <summary>Signs at the right: invitations, minutes, reports.</summary>
    Signs,

    /// <summary>"Mengetahui" at the left: the chair of the TKPK.</summary>
    Acknowledges,
}
