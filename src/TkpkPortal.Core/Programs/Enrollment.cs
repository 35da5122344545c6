using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Programs;

public enum EnrollmentEndReason
{
    Deceased,
    Moved,
    NoLongerPoor,
    Duplicate,
    Graduated,
    ProgramEnded,
}

/// <summary>A family receives a program from a day on; ended with a reason, never deleted.</summary>
public sealed class Enrollment : IAudited, IOfHousehold, IOfProgram
{
    private Enrollment()
    {
    }

    public Enrollment(Guid programId, Guid householdId, DateOnly startedOn, string? note)
    {
        ProgramId = programId;
        HouseholdId = householdId;
        StartedOn = startedOn;
        Note = note;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ProgramId { get; private set; }

    public AssistanceProgram Program { get; private set; } = null!;

    public Guid HouseholdId { get; private set; }

    public Household Household { get; private set; } = null!;

    public DateOnly StartedOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public EnrollmentEndReason? EndReason { get; private set; }

    public string? Note { get; private set; }

    public uint Version { get; private set; }

    string IAudited.AuditName => "";

    public void End(DateOnly on, EnrollmentEndReason reason)
    {
        if (EndedOn is not null) throw new RuleBrokenException(EnrollmentRules.AlreadyEnded);
        if (on < StartedOn) throw new RuleBrokenException(EnrollmentRules.EndsBeforeStart, nameof(EndedOn));
        EndedOn = on;
        EndReason = reason;
    }

    /// <summary>The family left: on that day, or on the day the help began where that is later.</summary>
    internal void EndWithFamily(DateOnly leftOn, LeaveReason reason) => End(leftOn < StartedOn ? StartedOn : leftOn, ReasonOf(reason));

    /// <summary>The family joined another, which receives the program from now on.</summary>
    internal void GoOnWith(Guid householdId) => HouseholdId = householdId;

    private static EnrollmentEndReason ReasonOf(LeaveReason reason) => reason switch
    {
        LeaveReason.Deceased => EnrollmentEndReason.Deceased,
        LeaveReason.Moved => EnrollmentEndReason.Moved,
        LeaveReason.NoLongerPoor => EnrollmentEndReason.NoLongerPoor,
        LeaveReason.Duplicate or LeaveReason.Merged => EnrollmentEndReason.Duplicate,
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}

public static class EnrollmentRules
{
    public static readonly Rule AlreadyEnded = new("PNR-01", "Kepesertaan ini sudah berakhir.");
    public static readonly Rule EndsBeforeStart = new("PNR-02", "Tanggal berakhir tidak boleh sebelum tanggal mulai.");
    public static readonly Rule AlreadyEnrolled = new("PNR-03", "Keluarga ini sudah tercatat sebagai penerima program tersebut.");
    public static readonly Rule ProgramClosed = new("PNR-04", "Program ini sudah ditutup; penerima baru tidak dapat ditambahkan.");
    public static readonly Rule StartsInFuture = new("PNR-05", "Tanggal mulai tidak boleh setelah hari ini.");
    public static readonly Rule EndsInFuture = new("PNR-06", "Tanggal berakhir tidak boleh setelah hari ini.");
    public static readonly Rule HouseholdLeft = new("PNR-07", "Keluarga ini sudah keluar dari basis data; program baru tidak dapat dicatat untuknya.");

    /// <summary>A warning: the family is enrolled all the same, because the centre's ranges change and decrees differ.</summary>
    public static readonly Rule OutsideDecileRange = new("PNR-08", "Desil keluarga ini di luar rentang desil program ({0}). Kepesertaan tetap dicatat dan ditandai.");
}
