using TkpkPortal.Core.Meetings;

namespace TkpkPortal.Web.Pages.FollowUps;

/// <summary>The words of the address: ?status=terkendala.</summary>
public static class FollowUpWords
{
    public const string Open = "terbuka";
    public const string AllAgencies = "semua";

    public static string Of(FollowUpStatus status) => FollowUpStatusNames.Of(status).ToLowerInvariant();

    public static FollowUpStatus? Read(string? word) =>
        Enum.GetValues<FollowUpStatus>().Select(s => (FollowUpStatus?)s).FirstOrDefault(s => string.Equals(Of(s!.Value), word, StringComparison.OrdinalIgnoreCase));
}
