namespace TkpkPortal.Core.Meetings;

/// <summary>What people call the codes of a meeting.</summary>
public static class MeetingNames
{
    public static string Of(MeetingKind kind) => kind switch
    {
        MeetingKind.Coordination => "Rapat koordinasi TKPK",
        MeetingKind.MpmTechnical => "Rapat teknis MPM",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
