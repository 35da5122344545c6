using System.Security.Cryptography;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Proposals;

/// <summary>What one submission proposed, frozen. A proposal that is corrected and handed in again gets another.</summary>
public sealed class ProposalDiff : IOfProposal
{
    private ProposalDiff()
    {
    }

    internal ProposalDiff(Guid proposalId, int round, byte[] plainLines, int lines, FieldCipher cipher, DateTimeOffset now)
    {
        (ProposalId, Round, Lines, FrozenAt) = (proposalId, round, lines, now);
        Sha256 = SHA256.HashData(plainLines);
        SealedLines = cipher.Seal(plainLines, Id);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ProposalId { get; private set; }

    public Proposal Proposal { get; private set; } = null!;

    public int Round { get; private set; }

    /// <summary>JSON array of <see cref="DiffLine"/>, encrypted.</summary>
    public byte[] SealedLines { get; private set; } = [];

    /// <summary>Of the plain lines: proves that nobody changed them.</summary>
    public byte[] Sha256 { get; private set; } = [];

    public int Lines { get; private set; }

    public DateTimeOffset FrozenAt { get; private set; }
}
