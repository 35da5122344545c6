using System.Security.Cryptography;
using System.Text.Json;

namespace TkpkPortal.Core.Common;

/// <summary>The secret keys of one deployment. They live in a file outside the database (mode 600): whoever has only a dump has no NIK.</summary>
public sealed class Keyring
{
    private const int KeyBytes = 32;

    private Keyring(string active, Dictionary<string, byte[]> cipherKeys, byte[] digestKey, byte[] auditKey)
    {
        ActiveKeyId = active;
        CipherKeys = cipherKeys;
        DigestKey = digestKey;
        AuditKey = auditKey;
    }

    /// <summary>Names the key new ciphers are made with; it stands in front of each cipher.</summary>
    public string ActiveKeyId { get; }

    internal IReadOnlyDictionary<string, byte[]> CipherKeys { get; }

    internal byte[] DigestKey { get; }

    internal byte[] AuditKey { get; }

    public static Keyring Generate() => new(
        "k1",
        new() { ["k1"] = RandomNumberGenerator.GetBytes(KeyBytes) },
        RandomNumberGenerator.GetBytes(KeyBytes),
        RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>Reads the key file; makes one where there is none and <paramref name="create"/> allows it.</summary>
    public static Keyring Load(string path, bool create)
    {
        if (File.Exists(path)) return Read(path);
        if (!create) throw new KeyringException($"Berkas kunci {path} tidak ada. Tanpa berkas itu NIK dan nomor KK tidak dapat dibaca.");
        var keyring = Generate();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var temporary = path + ".baru";
        File.WriteAllText(temporary, JsonSerializer.Serialize(keyring.ToContent()));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(temporary, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(temporary, path, overwrite: false);
        return keyring;
    }

    private static Keyring Read(string path)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(File.ReadAllText(path))!;
            var keyring = new Keyring(
                content.Active,
                content.Cipher.ToDictionary(pair => pair.Key, pair => Convert.FromBase64String(pair.Value)),
                Convert.FromBase64String(content.Digest),
                Convert.FromBase64String(content.Audit));
            if (!keyring.CipherKeys.ContainsKey(keyring.ActiveKeyId) || keyring.CipherKeys.Values.Any(key => key.Length != KeyBytes))
                throw new KeyringException($"Berkas kunci {path} tidak lengkap.");
            return keyring;
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentNullException)
        {
            throw new KeyringException($"Berkas kunci {path} rusak dan tidak dapat dibaca.");
        }
    }

    private Content ToContent() => new(
        ActiveKeyId,
        CipherKeys.ToDictionary(pair => pair.Key, pair => Convert.ToBase64String(pair.Value)),
        Convert.ToBase64String(DigestKey),
        Convert.ToBase64String(AuditKey));

    private sealed record Content(string Active, Dictionary<string, string> Cipher, string Digest, string Audit);
}

/// <summary>The key file is missing or damaged; the message is for the operator.</summary>
public sealed class KeyringException(string message) : Exception(message);
