using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TkpkPortal.Core.Audit;

namespace TkpkPortal.Web.Pages.Audit;

/// <summary>The filters as they stand in the address.</summary>
public sealed class AuditSearch
{
    [FromQuery(Name = "siapa")]
    public string? Who { get; set; }

    [FromQuery(Name = "perbuatan")]
    public AuditAction? Action { get; set; }

    [FromQuery(Name = "jenis")]
    public string? Subject { get; set; }

    [Display(Name = "Dari tanggal")]
    [FromQuery(Name = "dari")]
    public DateOnly? From { get; set; }

    [Display(Name = "Sampai tanggal")]
    [FromQuery(Name = "sampai")]
    public DateOnly? To { get; set; }

    /// <summary>One family, program or rakor; set by a link on its page.</summary>
    [FromQuery(Name = "akar")]
    public Guid? RootId { get; set; }

    public bool IsEmpty => Who is null && Action is null && Subject is null && From is null && To is null && RootId is null;

    public AuditFilter ToFilter() => new(Who, Action, Subject, From, To, RootId);

    /// <summary>Query values of these filters, without the ones left empty.</summary>
    public Dictionary<string, string?> ToQuery() => new Dictionary<string, string?>
    {
        ["siapa"] = Who,
        ["perbuatan"] = Action?.ToString(),
        ["jenis"] = Subject,
        ["dari"] = Iso(From),
        ["sampai"] = Iso(To),
        ["akar"] = RootId?.ToString(),
    }.Where(q => !string.IsNullOrEmpty(q.Value)).ToDictionary();

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
