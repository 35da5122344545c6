using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Imports;

namespace TkpkPortal.TestSupport;

public sealed partial class Builders
{
    public const string TemplateHeader = "ID baris;Kode desa;Nomor KK;Alamat;Dusun;RT;RW;Nama;NIK;Hubungan dengan kepala keluarga;Jenis kelamin;Tanggal lahir;Pendidikan;Pekerjaan";

    public async Task<Area> VillageAsync() => (await DistrictAsync(1)).Villages[0];

    public static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    public static ImportOrigin Origin(DateOnly? expiresOn = null) => new("Uji impor", "Perbup Uji 1/2026", "Pemberi Uji", "400/1/2026", expiresOn);

    public Task<Guid> UploadAsync(string csv, ImportFormat format = ImportFormat.Template, ImportOrigin? origin = null, string fileName = "uji.csv") =>
        UploadAsync(Encoding.UTF8.GetBytes(csv), format, origin, fileName);

    public Task<Guid> UploadAsync(byte[] content, ImportFormat format = ImportFormat.Template, ImportOrigin? origin = null, string fileName = "uji.csv") =>
        RunAsync<UploadImport, Guid>(Actor.System("Uji"), useCase => useCase.RunAsync(new MemoryStream(content), fileName, format, origin ?? Origin(), CancellationToken.None));

    /// <summary>Waits until the batch waits for a person or has ended; the portal's own sweeper works on it.</summary>
    public async Task<ImportBatch> SettledAsync(Guid batchId, int seconds = 60)
    {
        for (var until = DateTime.UtcNow.AddSeconds(seconds); ;)
        {
            var batch = await BatchAsync(batchId);
            if (!batch.Working && batch.LeasedUntil is null) return batch;
            if (DateTime.UtcNow > until) throw new TimeoutException($"Batch {batch.Number} is still {batch.State}, {batch.Done} of {batch.Total}, try {batch.Tries}.");
            portal.Services.GetRequiredService<Web.Jobs.ImportJobs>().Start(batchId);
            await Task.Delay(50);
        }
    }

    public async Task<ImportBatch> BatchAsync(Guid batchId)
    {
        await using var db = portal.Open();
        return await db.ImportBatches.AsNoTracking().SingleAsync(b => b.Id == batchId);
    }

    /// <summary>A person's step: <see cref="ImportBatch.Commit"/>, <see cref="ImportBatch.Undo"/>.</summary>
    public async Task StepAsync(Guid batchId, Action<ImportBatch> step)
    {
        await using var db = portal.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlAsync($"select 1 from import_batches where id = {batchId} for update");
        step(await db.ImportBatches.SingleAsync(b => b.Id == batchId));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <summary>Uploads, checks and saves a file.</summary>
    public async Task<ImportBatch> ImportAsync(string csv, ImportFormat format = ImportFormat.Template, ImportOrigin? origin = null)
    {
        var id = await UploadAsync(csv, format, origin);
        var preview = await SettledAsync(id);
        if (preview.State != ImportState.Preview) throw new InvalidOperationException($"Batch {preview.Number} is {preview.State}: {preview.Refusal}");
        await StepAsync(id, b => b.Commit(Today));
        return await SettledAsync(id);
    }

    public static string Row(string village, string? card, string name, string? nik, string relation = "Kepala keluarga", string sex = "Laki-laki", string birth = "1980-05-17", string id = "",
        string address = "Jalan Impor 1", string hamlet = "", string education = "", string occupation = "") =>
        $"{id};{village};{card};{address};{hamlet};01;02;{name};{nik};{relation};{sex};{birth};{education};{occupation}";

    public static string Template(params string[] rows) => string.Join('\n', rows.Prepend(TemplateHeader)) + "\n";
}
