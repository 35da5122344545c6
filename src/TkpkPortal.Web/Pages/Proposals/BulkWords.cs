using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Review;

namespace TkpkPortal.Web.Pages.Proposals;

/// <summary>Words and addresses of the steps that are taken for many at once.</summary>
public static class BulkWords
{
    public static string Route(BulkStep step) => step switch
    {
        BulkStep.Verify => "/usulan/tugas/verifikasi",
        BulkStep.Return => "/usulan/tugas/kembalikan",
        BulkStep.Approve => "/usulan/tugas/sahkan",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    public static string Button(BulkStep step) => step switch
    {
        BulkStep.Verify => "Verifikasi yang dicentang",
        BulkStep.Return => "Kembalikan yang dicentang",
        BulkStep.Approve => "Sahkan yang dicentang",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>Of the page's tab.</summary>
    public static string Title(BulkResult result) =>
        result.Outcomes.Count == 0 ? Button(result.Step) : $"{Indonesian.Count(result.Outcomes.Count(o => o.Refused is null), "usulan")} {Done(result.Step)}";

    /// <summary>"diverifikasi", after "12 usulan".</summary>
    public static string Done(BulkStep step) => step switch
    {
        BulkStep.Verify => "diverifikasi",
        BulkStep.Return => "dikembalikan",
        BulkStep.Approve => "disahkan",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}
