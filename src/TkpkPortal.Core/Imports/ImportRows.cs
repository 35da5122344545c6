using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Imports;

/// <summary>A megabyte of the uploaded file, encrypted. Parts, so that no file lies in memory as a whole.</summary>
public sealed class ImportFilePart
{
    private ImportFilePart()
    {
    }

    public ImportFilePart(Guid batchId, int number, Func<Guid, byte[]> seal)
    {
        BatchId = batchId;
        Number = number;
        SealedContent = seal(Id);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid BatchId { get; private set; }

    public int Number { get; private set; }

    public byte[] SealedContent { get; private set; } = [];
}

/// <summary>Rows of some families as read, encrypted. All rows of one family lie in pieces of one bucket, wherever they stood in the file.</summary>
public sealed class ImportPiece
{
    public Guid Id { get; internal set; } = Guid.CreateVersion7();

    public Guid BatchId { get; internal set; }

    public int Bucket { get; internal set; }

    public byte[] SealedRows { get; internal set; } = [];
}

/// <summary>
/// The ledger: one row a bucket of families, first with what checking found, then with when it was merged. It is written in the transaction of the merge itself,
/// so a killed worker's successor knows exactly what went in.
/// </summary>
public sealed class ImportChunk
{
    public Guid Id { get; internal set; } = Guid.CreateVersion7();

    public Guid BatchId { get; internal set; }

    public int Bucket { get; internal set; }

    /// <summary>Rows of the file in this chunk.</summary>
    public int Rows { get; internal set; }

    public int NewRecords { get; internal set; }

    public int ChangedRecords { get; internal set; }

    public int SameRecords { get; internal set; }

    public int BadRows { get; internal set; }

    public int Warnings { get; internal set; }

    /// <summary>What would be written, encrypted; null when there is nothing.</summary>
    public byte[]? SealedPlan { get; internal set; }

    /// <summary>Families (recipients: enrollments) of the registry that stand in the file. Ids only.</summary>
    public Guid[] Matched { get; internal set; } = [];

    public DateTimeOffset? MergedAt { get; internal set; }

    public DateTimeOffset? UndoneAt { get; internal set; }
}

/// <summary>One thing wrong, or worth a look, in one cell.</summary>
public sealed class ImportProblem
{
    public Guid Id { get; internal set; } = Guid.CreateVersion7();

    public Guid BatchId { get; internal set; }

    /// <summary>As Excel counts them, from 1.</summary>
    public int RowNumber { get; internal set; }

    /// <summary>Column letter of the file: J. Empty where the whole row is meant.</summary>
    public string Column { get; internal set; } = "";

    /// <summary>Header of that column as it stands in the file.</summary>
    public string Header { get; internal set; } = "";

    public string Code { get; internal set; } = "";

    /// <summary>A warning lets the row in.</summary>
    public bool IsError { get; internal set; }

    /// <summary>Encrypted JSON of <see cref="ProblemText"/>: the cell may hold a NIK.</summary>
    public byte[] SealedText { get; internal set; } = [];
}

/// <param name="Content">The cell as it stood in the file, cut at 60 characters.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
public sealed record ProblemText(string Content, string Sentence);

public enum ImportChangeKind
{
    /// <summary>Fields of the family or its members got other values; members may have come or gone.</summary>
    Household,

    /// <summary>Its desil.</summary>
    Decile,

    /// <summary>It became a recipient of the program.</summary>
    Enrollment,
}

/// <summary>
/// What an import does, or did, to one family that was already held: the kept row diff. The preview lists it, the family's timeline tells it, undo reads it.
/// A family that an import made needs none: <see cref="Household.OriginBatchId"/> says so.
/// </summary>
public sealed class ImportChange : IOfHousehold
{
    public Guid Id { get; internal set; } = Guid.CreateVersion7();

    public Guid BatchId { get; internal set; }

    public int Bucket { get; internal set; }

    public Guid HouseholdId { get; internal set; }

    public Household Household { get; private set; } = null!;

    /// <summary>The first row of the file that speaks of this family.</summary>
    public int RowNumber { get; internal set; }

    public ImportChangeKind Kind { get; internal set; }

    /// <summary>Encrypted JSON array of {field, old, new} in words, as in the audit trail; numbers are never in it.</summary>
    public byte[] SealedDiff { get; internal set; } = [];

    /// <summary>Encrypted; what undo needs to put everything back. Null until merged.</summary>
    public byte[]? SealedBefore { get; internal set; }

    public DateTimeOffset? MergedAt { get; internal set; }

    public DateTimeOffset? UndoneAt { get; internal set; }

    /// <summary>Undo left it: somebody changed the family after the import.</summary>
    public bool KeptOnUndo { get; internal set; }
}

/// <summary>What a column of one giver's files means; asked once, remembered.</summary>
public sealed class ImportColumnName : IAudited
{
    private ImportColumnName()
    {
    }

    public ImportColumnName(ImportFormat format, string giver, string header, string? field)
    {
        Format = format;
        Giver = giver;
        Header = header;
        Field = field;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public ImportFormat Format { get; private set; }

    /// <summary>Lower case, trimmed.</summary>
    public string Giver { get; private set; } = "";

    /// <summary>As <see cref="ImportLayout.KeyOf"/> makes it.</summary>
    public string Header { get; private set; } = "";

    /// <summary>Key of the field; null means: leave this column out.</summary>
    public string? Field { get; private set; }

    string IAudited.AuditName => Header;

    internal void Means(string? field) => Field = field;
}
