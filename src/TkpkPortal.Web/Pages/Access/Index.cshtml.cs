using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Access;

[Permit(Permission.ManageUsers)]
public sealed class IndexModel(UserListQuery query) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "cari")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "peran")]
    public string? RoleWord { get; set; }

    [BindProperty(SupportsGet = true, Name = "keadaan")]
    public string? StateWord { get; set; }

    [BindProperty(SupportsGet = true, Name = "halaman")]
    public int PageNumber { get; set; } = 1;

    public PagedList<UserRow> List { get; private set; } = null!;

    public IEnumerable<SelectListItem> Roles => Choices("Semua peran", Enum.GetValues<Role>().Select(RoleNames.Of), RoleWord);

    public IEnumerable<SelectListItem> States => Choices("Semua keadaan", Enum.GetValues<UserState>().Select(UserStateNames.Of), StateWord);

    public string ExportUrl => Url.Page("Index", "Export", new { cari = Search, peran = RoleWord, keadaan = StateWord })!;

    private UserFilter Filter => new(Search, Match<Role>(RoleWord, RoleNames.Of), Match<UserState>(StateWord, UserStateNames.Of));

    public async Task OnGetAsync(CancellationToken ct) => List = await query.RunAsync(Filter, PageNumber, ct);

    public async Task<FileContentResult> OnGetExportAsync(CancellationToken ct)
    {
        var rows = await query.AllAsync(Filter, ct);
        return File(
            SpreadsheetFile.Write<UserRow>(
                "Pengguna",
                [
                    ("id", r => r.Id), ("nama_pengguna", r => r.UserName), ("nama", r => r.FullName), ("jabatan", r => r.Position), ("surel", r => r.Email), ("peran", r => RoleNames.Of(r.Role)),
                    ("kode_wilayah", r => r.AreaCode), ("wilayah", r => r.AreaName), ("opd", r => r.AgencyName), ("keadaan", r => UserStateNames.Of(r.State)),
                ],
                rows),
            SpreadsheetFile.ContentType,
            "pengguna.xlsx");
    }

    /// <summary>The address carries the Indonesian word, in lower case.</summary>
    private static T? Match<T>(string? word, Func<T, string> name)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(name(value), word, StringComparison.OrdinalIgnoreCase)) return value;
        }

        return null;
    }

    private static IEnumerable<SelectListItem> Choices(string all, IEnumerable<string> words, string? chosen) =>
        [new(all, ""), .. words.Select(w => new SelectListItem(w, w.ToLowerInvariant(), string.Equals(w, chosen, StringComparison.OrdinalIgnoreCase)))];
}
