namespace TkpkPortal.Web.Reports;

/// <summary>Surat undangan rapat.</summary>
public sealed record InvitationPaper
{
    public required Letterhead Letterhead { get; init; }

    /// <summary>"005/123/TKPK/2026"; null leaves a dotted space to be filled in by hand.</summary>
    public string? Number { get; init; }

    /// <summary>Sifat: Biasa, Penting, Segera or Rahasia.</summary>
    public string Nature { get; init; } = "Penting";

    /// <summary>Lampiran: "1 (satu) lembar"; null prints a dash.</summary>
    public string? Attachment { get; init; }

    /// <summary>Hal.</summary>
    public string Subject { get; init; } = "Undangan";

    /// <summary>Yth.; more than <see cref="LongestRecipientList"/> go to an attached list.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>Where the recipients are: "di Tempat".</summary>
    public string RecipientsPlace { get; init; } = "di Tempat";

    public required string Opening { get; init; }

    public required DateOnly MeetingDate { get; init; }

    public required TimeOnly Start { get; init; }

    public TimeOnly? End { get; init; }

    /// <summary>WIB, WITA or WIT.</summary>
    public required string Zone { get; init; }

    public required string Venue { get; init; }

    /// <summary>Acara: the meeting's name.</summary>
    public required string MeetingName { get; init; }

    public IReadOnlyList<string> Agenda { get; init; } = [];

    /// <summary>Narasumber.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    public string Closing { get; init; } = PaperWording.InvitationClosing;

    /// <summary>Place and date stand at the head of a letter, so only the signer is printed at its foot.</summary>
    public required Signatures Signatures { get; init; }

    /// <summary>Tembusan.</summary>
    public IReadOnlyList<string> CopyRecipients { get; init; } = [];

    public bool IsSample { get; init; }

    /// <summary>Recipients that still fit under "Yth." on the letter itself.</summary>
    public const int LongestRecipientList = 6;

    public bool HasRecipientList => Recipients.Count > LongestRecipientList;
}
