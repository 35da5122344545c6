using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Imports.Merging;

/// <summary>What checking and merging one batch need to know besides the rows.</summary>
internal sealed record MergeContext(ImportFormat Format, FamilyFields Fields, HouseholdAreas Areas, KnownAreas Villages, DateOnly Today)
{
    /// <summary>The ranking the file brings; null where it brings none.</summary>
    public RankedRelease? Release { get; init; }

    public ImportedProgram? Program { get; init; }

    /// <summary>Key of the instrument whose answers the file holds.</summary>
    public string? Instrument { get; init; }

    public DateOnly SurveyedOn { get; init; }

    public string PlaceOf(Guid villageId) =>
        Areas.DistrictOf(villageId) is { } district ? $"{Areas.NameOf(villageId)}, Kecamatan {district.Name}" : Areas.NameOf(villageId) is { Length: > 0 } name ? name : "desa lain";
}

internal sealed record RankedRelease(Guid Id, string Source, DateOnly ReleasedOn);

internal sealed record ImportedProgram(Guid Id, string Name, bool IsActive);
