namespace TkpkPortal.Web.Access;

/// <summary>The address people use, for links that leave the portal.</summary>
public sealed record PublicAddress(Uri Root)
{
    /// <summary>Where a receipt's QR leads.</summary>
    public string Status(string token) => new Uri(Root, $"/status-usulan/{token}").ToString();

    public string Invitation(string token) => new Uri(Root, $"/undangan/{token}").ToString();
}
