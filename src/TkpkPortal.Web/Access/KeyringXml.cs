using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Web.Access;

/// <summary>
/// The framework's keys (cookies, antiforgery) lie in the database, wrapped with the key file: a stolen dump forges no cookie,
/// and every server with the file reads what another wrote.
/// </summary>
internal sealed class KeyringXmlEncryptor(FieldCipher cipher) : IXmlEncryptor
{
    /// <summary>Binds the cipher to its purpose.</summary>
    internal static readonly Guid Purpose = new("6b1f6d0e-55b0-4c0e-9a52-0c7a4a1d2f43");

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var sealedText = Convert.ToBase64String(cipher.Seal(plaintextElement.ToString(SaveOptions.DisableFormatting), Purpose));
        return new(new XElement("sealedKey", new XElement("value", sealedText)), typeof(KeyringXmlDecryptor));
    }
}

/// <summary>Made by the framework from the type name beside the key, hence the service provider.</summary>
internal sealed class KeyringXmlDecryptor : IXmlDecryptor
{
    private readonly FieldCipher _cipher;

    public KeyringXmlDecryptor(IServiceProvider services) => _cipher = services.GetRequiredService<FieldCipher>();

    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(_cipher.Open(Convert.FromBase64String(encryptedElement.Element("value")!.Value), KeyringXmlEncryptor.Purpose));
}
