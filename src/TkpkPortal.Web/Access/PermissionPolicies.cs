using Microsoft.AspNetCore.Authorization;
using TkpkPortal.Core.Access;

namespace TkpkPortal.Web.Access;

internal sealed record PermissionRequirement(Permission Permission) : IAuthorizationRequirement;

/// <summary>Makes a policy of each permission's name. Whatever names no policy is refused.</summary>
internal sealed class PermissionPolicies : IAuthorizationPolicyProvider
{
    public const string Prefix = "izin:";

    private static readonly AuthorizationPolicy Refuse = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(_ => false).Build();

    public Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) => Task.FromResult<AuthorizationPolicy?>(
        policyName.StartsWith(Prefix, StringComparison.Ordinal) && Enum.TryParse<Permission>(policyName[Prefix.Length..], out var permission)
            ? new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(permission)).Build()
            : Refuse);

    public Task<AuthorizationPolicy> GetDefaultPolicyAsync() => Task.FromResult(Refuse);

    public Task<AuthorizationPolicy?> GetFallbackPolicyAsync() => Task.FromResult<AuthorizationPolicy?>(Refuse);
}

internal sealed class PermissionHandler(IHttpContextAccessor accessor) : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        var actor = accessor.HttpContext?.RequestServices.GetRequiredService<CurrentActor>().Actor;
        if (actor is not null && actor.May(requirement.Permission)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
