using Microsoft.Extensions.DependencyInjection.Extensions;

namespace TkpkPortal.Web.Reports;

public static class ReportServices
{
    /// <summary>Everything that makes papers: <see cref="ReportHtml"/> and <see cref="PdfPrinter"/>. Nothing starts until a paper is asked for.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PdfPrinterOptions>();
        services.AddSingleton<PdfPrinter>();
        services.AddSingleton<ReportHtml>();
        services.AddScoped<PaperFrames>();
        services.AddScoped<MeetingPapers>();
        services.AddScoped<PovertyReportContext>();
        services.AddScoped<PovertyReport>();
        services.AddScoped<ProfileContext>();
        services.AddScoped<HouseholdProfileReport>();
        services.AddScoped<VillageProfileReport>();
        services.AddScoped<ProposalReceiptReport>();
        services.AddScoped<DeskInstructionReport>();
        services.AddScoped<DeliberationPapers>();
        services.AddScoped<VisitPapers>();
        services.AddScoped<BoardReport>();
        return services;
    }
}
