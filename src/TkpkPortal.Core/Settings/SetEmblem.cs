using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Files;

namespace TkpkPortal.Core.Settings;

/// <summary>Puts the kabupaten's emblem on the kop surat.</summary>
public sealed class SetEmblem(TkpkDbContext db, StoreFile storeFile, CurrentSettings current)
{
    public async Task RunAsync(byte[] content, CancellationToken ct)
    {
        if (content.Length > SettingsRules.EmblemLimit) throw new RuleBrokenException(SettingsRules.EmblemTooLarge, "Upload");
        var type = SettingsRules.ImageTypeOf(content) ?? throw new RuleBrokenException(SettingsRules.EmblemNotAnImage, "Upload");
        var settings = await db.Settings.SingleAsync(ct);
        var file = await storeFile.RunAsync(type == "image/png" ? "lambang.png" : "lambang.jpg", type, content, ct);
        settings.EmblemFileId = file.Id;
        await db.SaveChangesAsync(ct);
        current.Forget();
    }
}
