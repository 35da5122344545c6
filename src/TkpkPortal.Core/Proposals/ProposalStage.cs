namespace TkpkPortal.Core.Proposals;

public enum ProposalKind
{
    /// <summary>Usulan baru: a poor family that is missing from the registry.</summary>
    NewFamily,

    /// <summary>Perbaikan data.</summary>
    Correction,

    /// <summary>Usul keluar: meninggal, pindah, mampu, ganda.</summary>
    Exit,

    /// <summary>Pindah desa.</summary>
    Move,

    /// <summary>Sanggah: somebody objects to a family's status.</summary>
    Objection,

    /// <summary>UU PDP: a person asks to see the own data.</summary>
    OwnDataAccess,

    /// <summary>UU PDP: a person asks that the own data be corrected.</summary>
    OwnDataCorrection,

    /// <summary>UU PDP: a person objects to how the own data is used.</summary>
    OwnDataObjection,
}

/// <summary>How the proposal came: stage 1 of the MPM of 2016.</summary>
public enum ProposalRegistration
{
    /// <summary>The family came to the desk.</summary>
    Active,

    /// <summary>An officer visited, or the musdes named the family.</summary>
    Passive,
}

/// <summary>Where a proposal stands. The order is the way; what follows <see cref="Applied"/> ends or interrupts it.</summary>
public enum ProposalStage
{
    Draft,

    /// <summary>Handed in by the desa; waits for the musyawarah, or for Dinas Sosial when it is about the person's own data.</summary>
    Submitted,

    /// <summary>Found worthy in the musyawarah (or by an SPTJM); waits for the camat.</summary>
    Deliberated,

    /// <summary>Waits for Dinas Sosial.</summary>
    DistrictVerified,

    /// <summary>Waits for approval.</summary>
    SocialVerified,

    /// <summary>A pendamping is to visit the family.</summary>
    FieldCheckAsked,

    /// <summary>Visited; waits for approval.</summary>
    FieldChecked,

    /// <summary>Waits to be sent to the centre.</summary>
    Approved,

    /// <summary>In SIKS-NG; waits for the centre's answer.</summary>
    Sent,

    /// <summary>The centre accepted; waits to be written to the record.</summary>
    Answered,

    /// <summary>Written to the family's record. Ends.</summary>
    Applied,

    /// <summary>A request about own data was answered. Ends.</summary>
    Completed,

    /// <summary>A reviewer gave it back with a reason; waits for the desa.</summary>
    Returned,

    /// <summary>Ends, with a reason.</summary>
    Rejected,

    /// <summary>Taken back by who proposed, or called off by the secretariat. Ends.</summary>
    Cancelled,
}

/// <summary>What somebody does with a proposal; each is one step of its history.</summary>
public enum ProposalAct
{
    Submit,

    /// <summary>Musyawarah: layak.</summary>
    Deliberate,

    /// <summary>Musyawarah: tunda; it waits for the next one.</summary>
    Postpone,
    VerifyDistrict,
    VerifySocial,
    AskFieldCheck,
    RecordFieldCheck,
    Approve,
    Send,

    /// <summary>The centre accepted.</summary>
    Accept,

    /// <summary>The centre has not decided yet.</summary>
    Wait,

    /// <summary>The import that brought the centre's answer was undone.</summary>
    WithdrawAnswer,
    Apply,

    /// <summary>A request about own data is answered.</summary>
    Complete,
    Return,
    Reject,
    Cancel,
}

/// <summary>Hasil pusat.</summary>
public enum CentreAnswer
{
    Accepted,
    Rejected,
    Postponed,
}

/// <summary>What the pendamping found at the family's home.</summary>
public enum FieldFinding
{
    Matches,
    Differs,
    NotFound,
}
