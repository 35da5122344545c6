using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Areas;

public enum AreaLevel
{
    Nation,
    Province,
    Regency,
    District,
    Village,
}

public enum VillageKind
{
    Kelurahan = 1,
    Desa = 2,
    DesaAdat = 3,
}

/// <summary>One place in the tree nation, province, regency, district, village. Kept when a new list no longer names it, because records point to it.</summary>
public sealed class Area : IAudited
{
    private Area()
    {
    }

    public Area(AreaCode code, string name, Guid? parentId)
    {
        Code = code.Text;
        Level = code.Level;
        Kind = code.Kind;
        Name = name;
        ParentId = parentId;
    }

    /// <summary>The root of the tree; national figures hang on it.</summary>
    public static Area Nation() => new() { Code = AreaCode.NationText, Name = "Indonesia", Level = AreaLevel.Nation };

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Kemendagri code with points.</summary>
    public string Code { get; private set; } = "";

    /// <summary>BPS code, which differs from Kemendagri's (Lampung Barat: 18.04 and 1801).</summary>
    public string? BpsCode { get; private set; }

    public string Name { get; private set; } = "";

    public AreaLevel Level { get; private set; }

    public VillageKind? Kind { get; private set; }

    public Guid? ParentId { get; private set; }

    /// <summary>The day an imported list first lacked this area; null while it is in force.</summary>
    public DateOnly? VanishedOn { get; private set; }

    string IAudited.AuditName => $"{Code} {Name}";

    public void Rename(string name) => Name = name;

    public void SetBpsCode(string? code) => BpsCode = code;

    public void MarkVanished(DateOnly on) => VanishedOn ??= on;

    public void MarkPresent() => VanishedOn = null;
}
