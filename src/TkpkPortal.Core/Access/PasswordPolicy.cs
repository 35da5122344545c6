using TkpkPortal.Core.Common;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Access;

/// <summary>The password rules with this deployment's list and names.</summary>
public sealed class PasswordPolicy(CommonPasswords common, CurrentSettings settings)
{
    public async ValueTask<Rule?> ProblemAsync(string password, PortalUser user, CancellationToken ct)
    {
        var view = await settings.GetAsync(ct);
        return PasswordRules.Problem(password, common, [user.UserName ?? "", user.FullName, user.Email?.Split('@')[0] ?? "", view.Regency?.Name ?? "", view.Settings.City]);
    }

    internal async ValueTask RequireAsync(string password, PortalUser user, string field, CancellationToken ct)
    {
        if (await ProblemAsync(password, user, ct) is { } problem) throw new RuleBrokenException(problem, field);
    }
}
