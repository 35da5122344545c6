using Microsoft.AspNetCore.Authorization;
using TkpkPortal.Core.Access;

namespace TkpkPortal.Web.Access;

/// <summary>What a page asks for. A page without it is refused to everybody (the fallback policy), and a test names it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PermitAttribute(Permission permission) : AuthorizeAttribute(PermissionPolicies.Prefix + permission)
{
    public Permission Permission { get; } = permission;
}
