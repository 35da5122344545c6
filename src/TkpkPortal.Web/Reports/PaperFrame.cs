using TkpkPortal.Core.Settings;

namespace TkpkPortal.Web.Reports;

/// <summary>What every paper takes from the settings: kop, signatures, "Data contoh".</summary>
public sealed record PaperFrame(Letterhead Letterhead, Signatory Signer, Signatory? Acknowledger, string Place, string RegencyName, bool IsSample)
{
    public Signatures SignedOn(DateOnly date, bool acknowledged = false) =>
        new() { Place = Place, Date = date, Signer = Signer, Acknowledger = acknowledged ? Acknowledger : null };
}

/// <summary>Reads the frame once for a paper.</summary>
public sealed class PaperFrames(CurrentSettings settings, SignatoriesQuery signatoriesQuery, EmblemQuery emblemQuery)
{
    private const string NobodyNamed = "……………………………………";

    public async Task<PaperFrame> GetAsync(CancellationToken ct)
    {
        var view = await settings.GetAsync(ct);
        var s = view.Settings;
        var regency = view.Regency?.Name ?? "kabupaten ini";
        var signatories = await signatoriesQuery.RunAsync(ct);
        var emblem = await emblemQuery.RunAsync(ct);
        var letterhead = new Letterhead
        {
            Government = s.GovernmentLine,
            Agency = s.AgencyLine,
            Address = Text(s.Address),
            Phone = Text(s.Phone),
            Website = Text(s.Website),
            Email = Text(s.Email),
            EmblemDataUri = emblem is null ? null : Letterhead.EmblemData(emblem.Content, emblem.ContentType),
            EmblemUrl = emblem is null ? null : "/lambang",
        };
        var signer = signatories.Signs is { } signs ? SignatoryOf(signs) : new() { Office = "Kepala Bappeda", Capacity = "Sekretaris TKPK", Name = NobodyNamed };
        return new(letterhead, signer, signatories.Acknowledges is { } a ? SignatoryOf(a) : null, Text(s.City) ?? regency, regency, s.IsSample);
    }

    /// <summary>"Kepala Bappeda selaku Sekretaris TKPK" is printed on two lines, the prefix (a.n., u.b., Plt., Plh.) in front.</summary>
    private static Signatory SignatoryOf(Core.Settings.Signatory s)
    {
        var parts = s.Office.Split(" selaku ", 2, StringSplitOptions.TrimEntries);
        return new() { Office = $"{s.Prefix} {parts[0]}".Trim(), Capacity = parts.ElementAtOrDefault(1), Name = s.Name, Rank = Text(s.Rank), Nip = Text(s.Nip) };
    }

    private static string? Text(string value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
