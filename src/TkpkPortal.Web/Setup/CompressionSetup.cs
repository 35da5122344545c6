using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace TkpkPortal.Web.Setup;

/// <summary>Pages travel compressed: many a desa reads them over a mobile phone. Why that is safe over https stands in ADR 0026.</summary>
internal static class CompressionSetup
{
    public static void AddPortalCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
    }
}
