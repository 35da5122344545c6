using System.Text.Json;
using System.Text.Json.Serialization;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;

namespace TkpkPortal.Core.Imports.Merging;

/// <summary>What one row of the centre's answers makes of one proposal, and what the proposal was when the file was checked.</summary>
/// <param name="Row">Of the file.</param>
/// <param name="On">Null where the file gives no day: then the day it was uploaded.</param>
internal sealed record PlannedAnswer(Guid ProposalId, int Row, CentreAnswer Answer, int? Decile, DateOnly? On, string? Reason)
{
    public ProposalStage OldStage { get; init; }

    public CentreAnswer? OldAnswer { get; init; }

    public int? OldDecile { get; init; }

    /// <summary>What the file says of the proposal, without where it says it.</summary>
    [JsonIgnore]
    public (CentreAnswer, int?, DateOnly?, string?) Said => (Answer, Decile, On, Reason);

    /// <summary>What a file does not say does not differ.</summary>
    public bool IsHeldBy(Proposal proposal) => proposal.Answer == Answer && (Decile is null || proposal.AnsweredDecile == Decile) && (On is null || proposal.AnsweredOn == On) && (Reason is null || proposal.Reason == Reason);

    /// <summary>Why the centre's word cannot be given to this proposal now, with the words for the rule's places; null when it can.</summary>
    public static (Rule Rule, object[] Places)? WhyNot(Proposal proposal) => proposal.Stage switch
    {
        ProposalStage.Sent or ProposalStage.Answered => null,
        ProposalStage.Rejected when proposal.Answer == CentreAnswer.Rejected => null,
        ProposalStage.Applied when !ProposalFlow.IsOwnData(proposal.Kind) => (ImportRules.ProposalApplied, []),
        _ => (ImportRules.ProposalNotSent, [ProposalNames.Of(proposal.Stage).ToLower(Indonesian.Culture)]),
    };
}

/// <summary>The answers of one chunk, sealed as one value.</summary>
internal static class AnswerPlan
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static byte[]? Seal(IReadOnlyList<PlannedAnswer> answers, Guid chunkId, FieldCipher cipher) =>
        answers.Count == 0 ? null : cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(answers, Json), chunkId);

    public static List<PlannedAnswer> Open(byte[] sealedPlan, Guid chunkId, FieldCipher cipher) => JsonSerializer.Deserialize<List<PlannedAnswer>>(cipher.OpenBytes(sealedPlan, chunkId), Json)!;
}
