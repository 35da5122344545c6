using System.Security.Cryptography;
using System.Text;

namespace TkpkPortal.Core.Common;

/// <summary>
/// Encrypts single column values (AES-256-GCM) and makes their blind index (HMAC-SHA256, first 16 bytes).
/// Cipher layout: length of key id (1) | key id | nonce (12) | tag (16) | text. The record's id is bound in, so a cipher moved to another row does not open.
/// </summary>
public sealed class FieldCipher(Keyring keyring)
{
    // Setting up a key costs several times what sealing a NIK does; neither class may be shared between threads.
    [ThreadStatic]
    private static Tools? _ofThread;

    private Tools Mine => _ofThread is { } tools && tools.Keyring == keyring ? tools : _ofThread = new(keyring);

    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    public const int DigestBytes = 16;

    public byte[] Seal(string text, Guid record) => Seal(Encoding.UTF8.GetBytes(text), record);

    public byte[] Seal(byte[] plain, Guid record)
    {
        var id = Encoding.ASCII.GetBytes(keyring.ActiveKeyId);
        var sealedBytes = new byte[1 + id.Length + NonceBytes + TagBytes + plain.Length];
        sealedBytes[0] = (byte)id.Length;
        id.CopyTo(sealedBytes, 1);
        var nonce = sealedBytes.AsSpan(1 + id.Length, NonceBytes);
        Mine.Nonce(nonce);
        Span<byte> bound = stackalloc byte[16];
        record.TryWriteBytes(bound);
        Mine.Cipher(keyring.ActiveKeyId)!.Encrypt(
            nonce,
            plain,
            sealedBytes.AsSpan(1 + id.Length + NonceBytes + TagBytes),
            sealedBytes.AsSpan(1 + id.Length + NonceBytes, TagBytes),
            bound);
        return sealedBytes;
    }

    /// <exception cref="CryptographicException">The cipher was changed, belongs to another record, or its key is gone.</exception>
    public string Open(byte[] sealedBytes, Guid record) => Encoding.UTF8.GetString(OpenBytes(sealedBytes, record));

    /// <exception cref="CryptographicException">As <see cref="Open"/>.</exception>
    public byte[] OpenBytes(byte[] sealedBytes, Guid record)
    {
        var idLength = sealedBytes[0];
        var id = Encoding.ASCII.GetString(sealedBytes, 1, idLength);
        var aes = Mine.Cipher(id) ?? throw new CryptographicException($"The key {id} is not in the key file.");
        var rest = sealedBytes.AsSpan(1 + idLength);
        var plain = new byte[rest.Length - NonceBytes - TagBytes];
        Span<byte> bound = stackalloc byte[16];
        record.TryWriteBytes(bound);
        aes.Decrypt(rest[..NonceBytes], rest[(NonceBytes + TagBytes)..], rest.Slice(NonceBytes, TagBytes), plain, bound);
        return plain;
    }

    /// <summary>As <see cref="Open"/>, but null for a damaged value: one bad row must not close a whole list.</summary>
    public string? TryOpen(byte[] sealedBytes, Guid record)
    {
        try
        {
            return Open(sealedBytes, record);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    public byte[] Digest(string digits)
    {
        Span<byte> text = stackalloc byte[digits.Length <= MostOnStack ? digits.Length : 0];
        if (text.Length != digits.Length) text = new byte[digits.Length];
        Encoding.ASCII.GetBytes(digits, text);
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var hmac = Mine.Hmac;
        hmac.AppendData(text);
        hmac.GetHashAndReset(whole);
        return whole[..DigestBytes].ToArray();
    }

    private const int MostOnStack = 256;

    private sealed class Tools(Keyring keyring)
    {
        private const int NoncesAtOnce = 256;

        private readonly Dictionary<string, AesGcm> _ciphers = [];
        private readonly byte[] _nonces = new byte[NoncesAtOnce * NonceBytes];
        private int _used = NoncesAtOnce * NonceBytes;

        public Keyring Keyring => keyring;

        public IncrementalHash Hmac { get; } = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, keyring.DigestKey);

        /// <summary>Random bytes are asked of the system for many values at once; each is used once.</summary>
        public void Nonce(Span<byte> into)
        {
            if (_used == _nonces.Length)
            {
                RandomNumberGenerator.Fill(_nonces);
                _used = 0;
            }

            _nonces.AsSpan(_used, NonceBytes).CopyTo(into);
            _used += NonceBytes;
        }

        public AesGcm? Cipher(string keyId)
        {
            if (_ciphers.TryGetValue(keyId, out var cipher)) return cipher;
            return keyring.CipherKeys.TryGetValue(keyId, out var key) ? _ciphers[keyId] = new(key, TagBytes) : null;
        }
    }
}
