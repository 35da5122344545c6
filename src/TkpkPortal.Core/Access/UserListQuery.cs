using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Access;

public enum UserState
{
    Active,
    Invited,
    Inactive,
}

public static class UserStateNames
{
    public static string Of(UserState state) => state switch
    {
        UserState.Active => "Aktif",
        UserState.Invited => "Diundang",
        UserState.Inactive => "Nonaktif",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}

public sealed record UserRow(
    Guid Id, string UserName, string FullName, string Position, string? Email, Role Role, string? AreaCode, string? AreaName, string? AgencyName, bool IsActive, bool HasPassword)
{
    public UserState State => !IsActive ? UserState.Inactive : HasPassword ? UserState.Active : UserState.Invited;

    public string Scope => AreaName ?? AgencyName ?? "";
}

public sealed record UserFilter(string? Search, Role? Role, UserState? State);

public sealed class UserListQuery(TkpkDbContext db)
{
    public Task<PagedList<UserRow>> RunAsync(UserFilter filter, int page, CancellationToken ct) => Rows(filter).ToPagedListAsync(page, ct);

    public Task<List<UserRow>> AllAsync(UserFilter filter, CancellationToken ct) => Rows(filter).ToListAsync(ct);

    private IQueryable<UserRow> Rows(UserFilter filter)
    {
        var users = db.Users.AsNoTracking();
        if (filter.Role is { } role) users = users.Where(u => u.Role == role);
        users = filter.State switch
        {
            UserState.Active => users.Where(u => u.IsActive && u.PasswordHash != null),
            UserState.Invited => users.Where(u => u.IsActive && u.PasswordHash == null),
            UserState.Inactive => users.Where(u => !u.IsActive),
            _ => users,
        };
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var pattern = $"%{filter.Search.Trim()}%";
            users = users.Where(u => EF.Functions.ILike(u.FullName, pattern) || EF.Functions.ILike(u.UserName!, pattern) || EF.Functions.ILike(u.Position, pattern));
        }

        return users.OrderBy(u => u.FullName).ThenBy(u => u.Id).Select(u => new UserRow(
            u.Id, u.UserName!, u.FullName, u.Position, u.Email, u.Role,
            db.Areas.Where(a => a.Id == u.AreaId).Select(a => a.Code).FirstOrDefault(),
            db.Areas.Where(a => a.Id == u.AreaId).Select(a => a.Name).FirstOrDefault(),
            db.Agencies.Where(a => a.Id == u.AgencyId).Select(a => a.Name).FirstOrDefault(),
            u.IsActive, u.PasswordHash != null));
    }
}
