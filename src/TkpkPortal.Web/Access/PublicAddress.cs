namespace TkpkPortal.Web.Access;

/// <summary>The address people use, for links that leave the portal.</summary>
public sealed record PublicAddress(Uri Root)
{
    public string Invitation(string token) => new Uri(Root, $"/undangan/{token}").ToString();
}
