using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Data;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Benchmarks.Pages;

/// <summary>The reference: signed in, limited to the actor's scope, one SELECT 1, nothing written, no frame around it.</summary>
[Permit(Permission.UsePortal)]
public sealed class R0Model(TkpkDbContext db) : PageModel
{
    public int Answer { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => Answer = await db.Database.SqlQuery<int>($"select 1 as \"Value\"").SingleAsync(ct);
}
