using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Proposals;

/// <summary>A picture that belongs to a proposal: re-encoded, without what the camera wrote into it.</summary>
public sealed class ProposalPhoto : IAudited, IOfProposal
{
    private ProposalPhoto()
    {
    }

    public ProposalPhoto(Guid proposalId, PhotoSubject subject, Guid fileId, Guid? takenBy, DateTimeOffset now)
    {
        (ProposalId, Subject, FileId, AddedBy, AddedAt) = (proposalId, subject, fileId, takenBy, now);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ProposalId { get; private set; }

    public Proposal Proposal { get; private set; } = null!;

    public PhotoSubject Subject { get; private set; }

    public Guid FileId { get; private set; }

    /// <summary>Latitude and longitude in degrees, encrypted ("-5.01234,104.05678"); only where somebody wanted them kept.</summary>
    public byte[]? LocationCipher { get; private set; }

    public Guid? AddedBy { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    string IAudited.AuditName => ProposalNames.Of(Subject);

    internal void KeepLocation(string latitudeLongitude, FieldCipher cipher) => LocationCipher = cipher.Seal(latitudeLongitude, Id);
}

public enum PhotoSubject
{
    FrontOfHouse,
    Floor,
    Wall,
    Roof,
    Toilet,
    FamilyCard,
    IdentityCard,

    /// <summary>Surat pernyataan, signed.</summary>
    Statement,
    Other,
}
