using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Imports;

namespace TkpkPortal.TestSupport;

/// <summary>What checking found.</summary>
public sealed record ImportFigures(int New = 0, int Changed = 0, int Same = 0, int Missing = 0, int Bad = 0, int Warnings = 0, int Rows = 0, int Skipped = 0, int Done = 0, int Total = 0);

public sealed partial class Builders
{
    /// <summary>A batch as the worker leaves it in that state. The long lease keeps the worker of this portal away from one that is still at work.</summary>
    public async Task<ImportBatch> ImportAsync(
        ImportState state, ImportFigures? figures = null, ImportFormat format = ImportFormat.P3keFamilies, string? giver = null, string fileName = "p3ke_keluarga.xlsx", DateOnly? expiresOn = null,
        ImportState? failedIn = null, string? refusal = null, Guid? programId = null, byte[]? sha256 = null, Guid? uploadedBy = null)
    {
        var now = DateTimeOffset.UtcNow;
        var origin = new ImportOrigin("Penetapan sasaran", "Inpres 4 Tahun 2025", giver ?? Unique("Kemenko Uji"), "400.9/12/2026", expiresOn)
        {
            DecileSource = "P3KE", DecileReleasedOn = new DateOnly(2026, 1, 31), SurveyedOn = new DateOnly(2025, 11, 1), ProgramId = programId,
        };
        var f = figures ?? new();
        await using var db = portal.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var batch = db.ImportBatches.Add(new(format, origin, fileName, uploadedBy, now)).Entity;
        batch.Keep(1234, sha256 ?? RandomNumberGenerator.GetBytes(32));
        await db.SaveChangesAsync();
        var (committedAt, undoneAt) = (state is ImportState.Committed or ImportState.Undoing or ImportState.Undone ? now : (DateTimeOffset?)null, state is ImportState.Undone ? now : (DateTimeOffset?)null);
        await db.Database.ExecuteSqlAsync($"""
            update import_batches set state = {state.ToString()}, failed_in = {failedIn?.ToString()}, refusal = {refusal}, sheet_name = 'Keluarga', committed_at = {committedAt}, undone_at = {undoneAt},
                new_records = {f.New}, changed_records = {f.Changed}, same_records = {f.Same}, missing_records = {f.Missing}, bad_rows = {f.Bad}, warnings = {f.Warnings}, rows = {f.Rows},
                skipped_rows = {f.Skipped}, done = {f.Done}, total = {f.Total}, phase_started_at = {(f.Done > 0 ? now.AddMinutes(-1) : (DateTimeOffset?)null)}, leased_until = {now.AddDays(1)}, tries = 0
            where id = {batch.Id}
            """);
        await transaction.CommitAsync();
        return await db.ImportBatches.AsNoTracking().SingleAsync(b => b.Id == batch.Id);
    }

    /// <summary>The same fault in a column, row after row.</summary>
    public async Task ProblemsAsync(Guid batchId, string code, string column, string header, string content, string sentence, int count = 1, int firstRow = 2, bool isError = true)
    {
        await using var db = portal.Open();
        for (var i = 0; i < count; i++)
        {
            var problem = new ImportProblem { BatchId = batchId, RowNumber = firstRow + i, Column = column, Header = header, Code = code, IsError = isError };
            problem.SealedText = portal.Cipher.Seal(JsonSerializer.Serialize(new ProblemText(content, sentence)), problem.Id);
            db.ImportProblems.Add(problem);
        }

        await db.SaveChangesAsync();
    }

    public async Task ImportChangeAsync(Guid batchId, Guid householdId, int row, ImportChangeKind kind, params FieldChange[] fields)
    {
        await using var db = portal.Open();
        var change = new ImportChange { BatchId = batchId, HouseholdId = householdId, RowNumber = row, Kind = kind };
        change.SealedDiff = portal.Cipher.Seal(JsonSerializer.Serialize(fields), change.Id);
        db.ImportChanges.Add(change);
        await db.SaveChangesAsync();
    }
}
