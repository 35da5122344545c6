namespace TkpkPortal.Core.Programs;

public static class EnrollmentNames
{
    public static string Of(EnrollmentEndReason reason) => reason switch
    {
        EnrollmentEndReason.Deceased => "Meninggal",
        EnrollmentEndReason.Moved => "Pindah",
        EnrollmentEndReason.NoLongerPoor => "Sudah mampu",
        EnrollmentEndReason.Duplicate => "Tercatat ganda",
        EnrollmentEndReason.Graduated => "Graduasi",
        EnrollmentEndReason.ProgramEnded => "Program selesai",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
