namespace TkpkPortal.Web.Reports;

/// <summary>Notulen rapat, with its decisions and the follow-up plan (rencana tindak lanjut).</summary>
public sealed record MinutesPaper
{
    public required Letterhead Letterhead { get; init; }

    public string? Number { get; init; }

    /// <summary>"Rapat Koordinasi TKPK Kabupaten Contoh Triwulan I Tahun 2026".</summary>
    public required string MeetingName { get; init; }

    public required DateOnly Date { get; init; }

    public required TimeOnly Start { get; init; }

    public TimeOnly? End { get; init; }

    /// <summary>WIB, WITA or WIT.</summary>
    public required string Zone { get; init; }

    public required string Venue { get; init; }

    /// <summary>Pimpinan rapat.</summary>
    public required string Chair { get; init; }

    /// <summary>Who opened the meeting, when that was somebody else than the chair.</summary>
    public string? OpenedBy { get; init; }

    /// <summary>Narasumber.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>Notulis.</summary>
    public required string NoteTaker { get; init; }

    public required int ParticipantCount { get; init; }

    /// <summary>"terdiri atas kepala perangkat daerah dan pendamping PKH".</summary>
    public string? Participants { get; init; }

    public string ParticipantsNote { get; init; } = PaperWording.ParticipantsNote;

    public required IReadOnlyList<MinutesItem> Items { get; init; }

    public required IReadOnlyList<MinutesDecision> Decisions { get; init; }

    public required IReadOnlyList<MinutesFollowUp> FollowUps { get; init; }

    /// <summary>When the figures named in the minutes were frozen: "11 Maret 2026 pukul 16.20 WIB".</summary>
    public string? FiguresAsOf { get; init; }

    public string? Closing { get; init; } = PaperWording.MinutesClosing;

    public required Signatures Signatures { get; init; }

    /// <summary>True until the minutes are approved; the paper then says that it is a draft.</summary>
    public bool IsDraft { get; init; }

    public bool IsSample { get; init; }
}

/// <summary>One agenda item with what was said about it.</summary>
public sealed record MinutesItem(string Title, IReadOnlyList<MinutesRemark> Remarks);

/// <param name="Speaker">Null when the text itself says who spoke.</param>
/// <param name="Text">Line breaks separate paragraphs.</param>
public sealed record MinutesRemark(string? Speaker, string Text);

public sealed record MinutesDecision(string Number, string Text);

/// <param name="Supporting">Supporting agencies, if any.</param>
public sealed record MinutesFollowUp(string Description, string Responsible, DateOnly? DueDate, string? Output, string? Supporting = null);
