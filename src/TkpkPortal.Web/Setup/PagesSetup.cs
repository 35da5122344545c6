using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using TkpkPortal.Core.Common;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;

namespace TkpkPortal.Web.Setup;

internal static class PagesSetup
{
    public static void AddPortalPages(this IServiceCollection services, PortalOptions options)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<PortalPage>();
        services.AddScoped<Pages.Programs.ProgramChoices>();
        services.AddScoped<PostedForms>();
        services.AddScoped<EditConflict>();
        services.AddRazorComponents();
        services.AddRazorPages()
            .AddMvcOptions(mvc =>
            {
                mvc.Filters.Add<FormFilter>();
                mvc.ModelBinderProviders.Insert(0, new IndonesianBinderProvider());
                BindingSentences.Set(mvc.ModelBindingMessageProvider);
            });
        services.Configure<CookieTempDataProviderOptions>(temp => Cookie(temp.Cookie, "pesan", options));
        services.AddAntiforgery(antiforgery =>
        {
            Cookie(antiforgery.Cookie, "anti-palsu", options);
            antiforgery.FormFieldName = "__antiPalsu";
        });
        services.Configure<RequestLocalizationOptions>(localization =>
        {
            localization.DefaultRequestCulture = new RequestCulture(Indonesian.Culture);
            localization.SupportedCultures = [Indonesian.Culture];
            localization.SupportedUICultures = [Indonesian.Culture];
            localization.RequestCultureProviders = [];
        });
        services.AddRouting(routing => routing.LowercaseUrls = true);
        services.Configure<RouteOptions>(routing => routing.LowercaseQueryStrings = false);
        CultureInfo.DefaultThreadCurrentUICulture = Indonesian.Culture;
    }

    private static void Cookie(CookieBuilder cookie, string name, PortalOptions options)
    {
        cookie.Name = options.IsHttps ? $"__Host-{name}" : name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.Path = "/";
        cookie.SecurePolicy = options.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
    }
}
