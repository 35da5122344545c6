using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Setup;

internal static class AccessSetup
{
    /// <summary>A page view does not write each time; the session's end is at most this much too early.</summary>
    private static readonly TimeSpan RenewAfter = TimeSpan.FromMinutes(1);

    public static void AddPortalAccess(this IServiceCollection services, PortalOptions options)
    {
        services.AddDataProtection().SetApplicationName("TkpkPortal").PersistKeysToDbContext<TkpkDbContext>();
        services.AddOptions<KeyManagementOptions>().Configure<FieldCipher>((keys, cipher) => keys.XmlEncryptor = new KeyringXmlEncryptor(cipher));
        services.AddPasswords(options);
        services.AddSingleton(new PublicAddress(options.PublicUrl));
        services.AddHostedService<ExpirySweep>();
        services.AddSingleton<DatabaseTicketStore>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<DatabaseTicketStore>((cookie, store) => SetUp(cookie, store, options));
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
    }

    private static void AddPasswords(this IServiceCollection services, PortalOptions options)
    {
        services.AddIdentityCore<PortalUser>(identity =>
            {
                identity.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
                identity.Password.RequiredLength = PasswordRules.MinLength;
                identity.Password.RequiredUniqueChars = 1;
                identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
                // SignInCounters lock accounts, known and unknown names alike.
                identity.Lockout.AllowedForNewUsers = false;
            })
            .AddEntityFrameworkStores<TkpkDbContext>()
            .AddErrorDescriber<IdentitySentences>()
            .AddPasswordValidator<PasswordPolicyValidator>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = options.PasswordRounds);
        services.AddSingleton(new SignInLimits { PerMinute = options.SignInsPerMinute });
        services.AddSingleton<SignInCounters>();
        services.AddSingleton<PasswordHashing>();
        services.AddSingleton<CommonPasswords>();
        services.AddSingleton<PasswordPolicy>();
    }

    private static void SetUp(CookieAuthenticationOptions cookie, DatabaseTicketStore store, PortalOptions options)
    {
        cookie.SessionStore = store;
        cookie.Cookie.Name = options.IsHttps ? "__Host-sesi" : "sesi";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.Path = "/";
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = options.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        cookie.LoginPath = "/masuk";
        cookie.ReturnUrlParameter = "ke";
        cookie.ExpireTimeSpan = LoginSession.Idle;
        cookie.SlidingExpiration = true;
        cookie.Events.OnCheckSlidingExpiration = context =>
        {
            context.ShouldRenew = context.ElapsedTime >= RenewAfter;
            return Task.CompletedTask;
        };
        cookie.Events.OnRedirectToLogin = AskToSignIn;
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>A path of our own, so that no Host header decides where people type their password.</summary>
    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var wanted = context.Request.Path + context.Request.QueryString;
        var comesBack = HttpMethods.IsGet(context.Request.Method) && wanted != "/";
        context.Response.Redirect(comesBack ? $"/masuk?ke={Uri.EscapeDataString(wanted)}" : "/masuk");
        return Task.CompletedTask;
    }
}
