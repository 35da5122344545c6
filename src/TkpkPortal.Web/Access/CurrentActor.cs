using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Web.Access;

/// <summary>The actor of this request. Nobody until the middleware has read who is signed in.</summary>
public sealed class CurrentActor
{
    public Actor Actor { get; internal set; } = Actor.Nobody;

    /// <summary>The latest form that is kept for this person, see <see cref="HeldPosts"/>.</summary>
    public Guid? HeldPost { get; internal set; }
}

/// <summary>Reads the signed-in user anew for each request and refuses one who has been deactivated.</summary>
internal sealed class ActorMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CurrentActor current, RequestTrace trace, ReadActor readActor)
    {
        trace.Address = context.Connection.RemoteIpAddress?.ToString();
        trace.CorrelationId = context.TraceIdentifier;
        if (Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var userId))
        {
            (current.Actor, current.HeldPost) = await readActor.WithHeldPostAsync(userId, context.RequestAborted);
            if (current.Actor.UserId is null)
            {
                await context.SignOutAsync();
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
        }

        await next(context);
    }
}
