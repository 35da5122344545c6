using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Programs;

namespace TkpkPortal.Core.Imports;

/// <summary>
/// Keeps an uploaded file, encrypted, as it streams in: a megabyte at a time, never on disk in clear and never as a whole in memory.
/// One transaction: an upload that breaks off leaves nothing behind.
/// </summary>
public sealed class UploadImport(TkpkDbContext db, FieldCipher cipher, KabupatenClock clock)
{
    public const long MostBytes = 200L * 1024 * 1024;

    internal const int PartBytes = 1024 * 1024;

    /// <summary>Refused: IMP-01, IMP-07, IMP-32 to IMP-37, IMP-67, KEL-16, KEL-17, PNR-04, IDN-11.</summary>
    /// <param name="content">The plain file, read once to its end; may come straight from the network.</param>
    public async Task<Guid> RunAsync(Stream content, string fileName, ImportFormat format, ImportOrigin origin, CancellationToken ct)
    {
        origin = await CheckedAsync(format, origin, ct);
        var batch = new ImportBatch(format, origin, NameOf(fileName), db.Actor.UserId, clock.Now);
        var part = new byte[PartBytes];
        var filled = await content.ReadAtLeastAsync(part, PartBytes, throwOnEndOfStream: false, ct);
        if (filled == 0) throw new RuleBrokenException(fileName.Length == 0 ? ImportRules.FileNeeded : ImportRules.FileEmpty, FileField);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.ImportBatches.Add(batch);
        await db.SaveChangesAsync(ct);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var size = 0L;
        for (var number = 0; filled > 0; number++)
        {
            size += filled;
            if (size > MostBytes) throw new RuleBrokenException(ImportRules.FileTooLarge, FileField);
            hash.AppendData(part, 0, filled);
            var kept = db.ImportFileParts.Add(new(batch.Id, number, id => cipher.Seal(part.AsSpan(0, filled).ToArray(), id)));
            await db.SaveChangesAsync(ct);
            // A tracked part would stay in memory until the end.
            kept.State = EntityState.Detached;
            filled = await content.ReadAtLeastAsync(part, PartBytes, throwOnEndOfStream: false, ct);
        }

        var sha256 = hash.GetHashAndReset();
        await db.ImportBatches.Where(b => b.Id == batch.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.FileSize, size).SetProperty(b => b.Sha256, sha256), ct);
        await transaction.CommitAsync(ct);
        return batch.Id;
    }

    /// <summary>The form's field of the file.</summary>
    public const string FileField = "File";

    private async Task<ImportOrigin> CheckedAsync(ImportFormat format, ImportOrigin origin, CancellationToken ct)
    {
        origin = origin with { Purpose = origin.Purpose.Trim(), LegalBasis = origin.LegalBasis.Trim(), Giver = origin.Giver.Trim(), LetterNumber = origin.LetterNumber.Trim() };
        Need(origin.Purpose, "tujuan penggunaan", nameof(origin.Purpose));
        Need(origin.LegalBasis, "dasar hukum", nameof(origin.LegalBasis));
        Need(origin.Giver, "pemberi data", nameof(origin.Giver));
        Need(origin.LetterNumber, "nomor surat", nameof(origin.LetterNumber));
        MustHoldNoNumber(origin);
        if (origin.ExpiresOn < clock.Today) throw new RuleBrokenException(ImportRules.AlreadyExpired, nameof(origin.ExpiresOn));
        if (HasDecile(format)) CheckRelease(origin);
        if (HasAnswers(format))
        {
            if (origin.SurveyedOn is null) throw new RuleBrokenException(ImportRules.SurveyDateNeeded, nameof(origin.SurveyedOn));
            if (origin.SurveyedOn > clock.Today) throw new RuleBrokenException(ImportRules.SurveyInFuture, nameof(origin.SurveyedOn));
        }

        if (format == ImportFormat.Recipients) await CheckProgramAsync(origin, ct);
        return origin with
        {
            DecileSource = Blank.ToNull(origin.DecileSource),
            ProgramId = format == ImportFormat.Recipients ? origin.ProgramId : null,
        };
    }

    public static bool HasDecile(ImportFormat format) => format is ImportFormat.CentreAnswers or ImportFormat.Deciles or ImportFormat.P3keFamilies or ImportFormat.P3keMembers;

    public static bool HasAnswers(ImportFormat format) => format is ImportFormat.P3keFamilies or ImportFormat.P3keMembers;

    /// <summary>These stand in clear, on pages and in the trail.</summary>
    private static void MustHoldNoNumber(ImportOrigin origin)
    {
        FreeText.MustHoldNoNumber(origin.Purpose, nameof(origin.Purpose));
        FreeText.MustHoldNoNumber(origin.LegalBasis, nameof(origin.LegalBasis));
        FreeText.MustHoldNoNumber(origin.Giver, nameof(origin.Giver));
        FreeText.MustHoldNoNumber(origin.LetterNumber, nameof(origin.LetterNumber));
        FreeText.MustHoldNoNumber(origin.DecileSource, nameof(origin.DecileSource));
    }

    private void CheckRelease(ImportOrigin origin)
    {
        if (string.IsNullOrWhiteSpace(origin.DecileSource)) throw new RuleBrokenException(HouseholdRules.DecileSourceNeeded, nameof(origin.DecileSource));
        if (origin.DecileReleasedOn is null) throw new RuleBrokenException(ImportRules.ReleaseNeeded, nameof(origin.DecileReleasedOn));
        if (origin.DecileReleasedOn > clock.Today) throw new RuleBrokenException(HouseholdRules.DecileReleaseInvalid, nameof(origin.DecileReleasedOn));
    }

    private async Task CheckProgramAsync(ImportOrigin origin, CancellationToken ct)
    {
        if (origin.ProgramId is not { } id) throw new RuleBrokenException(ImportRules.ProgramNeeded, nameof(origin.ProgramId));
        var program = await db.Programs.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new RecordNotFoundException();
        if (!program.IsActive) throw new RuleBrokenException(EnrollmentRules.ProgramClosed, nameof(origin.ProgramId));
    }

    private static void Need(string text, string what, string field)
    {
        if (text.Length == 0) throw new RuleBrokenException(ImportRules.OriginNeeded, field, what);
    }

    /// <summary>The last part of a path, without control characters or a readable NIK, short enough to keep.</summary>
    private static string NameOf(string fileName)
    {
        const int Longest = 200;
        var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        name = CellMask.Of(string.Concat(name.Where(c => !char.IsControl(c))).Trim());
        return name.Length == 0 ? "berkas" : name.Length > Longest ? name[^Longest..] : name;
    }
}
