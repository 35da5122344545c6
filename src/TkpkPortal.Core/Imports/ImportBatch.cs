using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Imports;

public enum ImportFormat
{
    /// <summary>One row a family, as the centre hands it out.</summary>
    P3keFamilies,

    /// <summary>One row a person, grouped by id_keluarga_p3ke.</summary>
    P3keMembers,

    /// <summary>NIK or KK with a desil, of one release.</summary>
    Deciles,

    /// <summary>Who receives one program: NIK, KK or name.</summary>
    Recipients,

    /// <summary>The portal's own workbook: one row a person, with the columns of the family repeated; its first column is the row's id.</summary>
    Template,

    /// <summary>Hasil pusat: what the centre decided about proposals that were sent to it.</summary>
    CentreAnswers,
}

/// <summary>uploaded -> read -> preview -> committed | refused | undone; the other states wait for a person or for the worker.</summary>
public enum ImportState
{
    /// <summary>The file is kept; the worker reads it.</summary>
    Uploaded,

    /// <summary>Columns nobody knows yet: a person says what they are.</summary>
    AwaitingColumns,

    /// <summary>Every row is read and grouped by family; the worker compares with what is held.</summary>
    Read,

    /// <summary>More than half of the rows are bad: a person decides.</summary>
    AwaitingAnswer,

    /// <summary>Checked; nothing has changed yet; a person decides.</summary>
    Preview,

    /// <summary>The worker merges, chunk by chunk.</summary>
    Committing,
    Committed,

    /// <summary>The worker takes back, chunk by chunk: after an undo, or a cancel in the middle of merging.</summary>
    Undoing,
    Undone,

    /// <summary>By a person, or the file cannot be used at all: <see cref="ImportBatch.Refusal"/> says why.</summary>
    Refused,

    /// <summary>The worker gave up after three tries; a person may let it go on.</summary>
    Failed,
}

/// <summary>One import of one file: where it came from, by what right, how far it is, what it did. Its number is what people call it.</summary>
public sealed class ImportBatch : IAudited
{
    public const int MostTries = 3;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private ImportBatch()
    {
    }

    public ImportBatch(ImportFormat format, ImportOrigin origin, string fileName, Guid? uploadedBy, DateTimeOffset now)
    {
        Format = format;
        Purpose = origin.Purpose;
        LegalBasis = origin.LegalBasis;
        Giver = origin.Giver;
        LetterNumber = origin.LetterNumber;
        ExpiresOn = origin.ExpiresOn;
        DecileSource = origin.DecileSource;
        DecileReleasedOn = origin.DecileReleasedOn;
        SurveyedOn = origin.SurveyedOn;
        ProgramId = origin.ProgramId;
        FileName = fileName;
        (UploadedBy, AskedBy) = (uploadedBy, uploadedBy);
        UploadedAt = now;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Given by the database, from 1.</summary>
    public int Number { get; private set; }

    public ImportFormat Format { get; private set; }

    public ImportState State { get; private set; }

    public string Purpose { get; private set; } = "";

    public string LegalBasis { get; private set; } = "";

    /// <summary>Who handed the file over.</summary>
    public string Giver { get; private set; } = "";

    public string LetterNumber { get; private set; } = "";

    /// <summary>Until when the data may be used by name; null without a limit.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>Formats with a desil: which ranking, and of which day.</summary>
    public string? DecileSource { get; private set; }

    public DateOnly? DecileReleasedOn { get; private set; }

    /// <summary>Formats with survey answers: when they were taken.</summary>
    public DateOnly? SurveyedOn { get; private set; }

    /// <summary>Recipients: of this program.</summary>
    public Guid? ProgramId { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>Bytes of the plain file.</summary>
    public long FileSize { get; private set; }

    public byte[] Sha256 { get; private set; } = [];

    public string? SheetName { get; private set; }

    /// <summary>JSON array: for each column of the file in order its header and the field it was taken for, null where it is left out.</summary>
    public string Columns { get; private set; } = "[]";

    public Guid? UploadedBy { get; private set; }

    /// <summary>Who asked for the last step; the worker runs as this person. Null: the portal itself.</summary>
    public Guid? AskedBy { get; private set; }

    public DateTimeOffset UploadedAt { get; private set; }

    public DateTimeOffset? CommittedAt { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>Refused: IMP-58.</summary>
    internal void NamesMustBeOpen(DateOnly today)
    {
        if (ExpiredOn(today)) throw new RuleBrokenException(ImportRules.NamesClosed, null, Indonesian.LongDate(ExpiresOn!.Value));
    }

    /// <summary>When the file and the staged rows were deleted; the counts and the row diff stay.</summary>
    public DateTimeOffset? ClearedAt { get; private set; }

    /// <summary>Data rows seen, without blank and total rows.</summary>
    public int Rows { get; private set; }

    public int SkippedRows { get; private set; }

    /// <summary>Families, or recipients, that come in.</summary>
    public int NewRecords { get; private set; }

    public int ChangedRecords { get; private set; }

    public int SameRecords { get; private set; }

    /// <summary>Held in the desa of the file, but not in the file.</summary>
    public int MissingRecords { get; private set; }

    public int BadRows { get; private set; }

    public int Warnings { get; private set; }

    /// <summary>Of the present phase: what is done and what there is, in rows.</summary>
    public int Done { get; private set; }

    public int Total { get; private set; }

    /// <summary>When the present phase began to work; time left is reckoned from it.</summary>
    public DateTimeOffset? PhaseStartedAt { get; private set; }

    public bool CancelRequested { get; private set; }

    public int Tries { get; private set; }

    /// <summary>Counts the workers that took this batch; a worker with an older number writes nothing any more.</summary>
    public long Fence { get; private set; }

    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>Why it was refused or failed, in one sentence for people.</summary>
    public string? Refusal { get; private set; }

    public string? RefusalCode { get; private set; }

    public uint Version { get; private set; }

    /// <summary>The worker has something to do.</summary>
    public bool Working => State is ImportState.Uploaded or ImportState.Read or ImportState.Committing or ImportState.Undoing;

    public bool AwaitsPerson => State is ImportState.AwaitingColumns or ImportState.AwaitingAnswer or ImportState.Preview or ImportState.Failed;

    public bool MayBeCommitted => State == ImportState.Preview;

    public bool MayBeUndone => State == ImportState.Committed || CommittedChunks;

    /// <summary>By-name use has run out.</summary>
    public bool ExpiredOn(DateOnly today) => ExpiresOn < today;

    /// <summary>When file and staged rows go.</summary>
    public DateTimeOffset? ClearedFrom => (CommittedAt ?? UndoneAt ?? (State == ImportState.Refused ? UploadedAt : null)) + Kept;

    string IAudited.AuditName => $"Impor nomor {Number}: {FileName}";

    internal void AskedFor(Guid? by) => AskedBy = by;

    internal void Keep(long size, byte[] sha256) => (FileSize, Sha256) = (size, sha256);

    /// <summary>Refused: IMP-30.</summary>
    internal void Map(string columns)
    {
        MustBe(ImportState.AwaitingColumns);
        Columns = columns;
        Enter(ImportState.Uploaded);
    }

    /// <summary>Go on although more than half of the rows are bad. Refused: IMP-30.</summary>
    internal void GoOnAnyway()
    {
        MustBe(ImportState.AwaitingAnswer);
        Enter(ImportState.Preview);
    }

    /// <summary>Refused: IMP-30, IMP-31, IMP-62.</summary>
    internal void Commit(DateOnly today)
    {
        MustBe(ImportState.Preview);
        if (ExpiredOn(today)) throw new RuleBrokenException(ImportRules.ExpiredMeanwhile, null, Indonesian.LongDate(ExpiresOn!.Value));
        if (NewRecords + ChangedRecords == 0) throw new RuleBrokenException(ImportRules.NothingToSave);
        Enter(ImportState.Committing);
    }

    /// <summary>A person says no before anything has changed. Refused: IMP-30.</summary>
    internal void Refuse()
    {
        if (!AwaitsPerson || CommittedChunks) throw Wrong();
        (Refusal, RefusalCode) = ("Impor ditolak; tidak ada data yang berubah.", null);
        Enter(ImportState.Refused);
    }

    /// <summary>Before merging nothing has changed and the batch ends; while merging, what went in is taken back. Refused: IMP-30.</summary>
    internal void Cancel()
    {
        if (State is not (ImportState.Uploaded or ImportState.Read or ImportState.Committing)) throw Wrong();
        CancelRequested = true;
    }

    /// <summary>Of what was saved, or of the part that went in before the worker gave up. Refused: IMP-30.</summary>
    internal void Undo()
    {
        if (!MayBeUndone) throw Wrong();
        Enter(ImportState.Undoing);
    }

    /// <summary>After a failure: the worker takes up the phase it gave up. Refused: IMP-30.</summary>
    internal void TryAgain()
    {
        MustBe(ImportState.Failed);
        Tries = 0;
        Enter(FailedIn ?? ImportState.Uploaded);
    }

    /// <summary>The phase in which the worker gave up.</summary>
    public ImportState? FailedIn { get; private set; }

    /// <summary>A chunk went in already: from here on only undo takes it back.</summary>
    public bool CommittedChunks => State == ImportState.Failed && FailedIn is ImportState.Committing or ImportState.Undoing;

    private void Enter(ImportState state)
    {
        State = state;
        (Done, Total, PhaseStartedAt) = (0, 0, null);
    }

    private void MustBe(ImportState state)
    {
        if (State != state) throw Wrong();
    }

    private RuleBrokenException Wrong() => new(ImportRules.WrongState, null, ImportNames.Of(State));
}

/// <summary>Where a file comes from and by what right it is used.</summary>
public sealed record ImportOrigin(string Purpose, string LegalBasis, string Giver, string LetterNumber, DateOnly? ExpiresOn)
{
    public string? DecileSource { get; init; }

    public DateOnly? DecileReleasedOn { get; init; }

    public DateOnly? SurveyedOn { get; init; }

    public Guid? ProgramId { get; init; }
}
