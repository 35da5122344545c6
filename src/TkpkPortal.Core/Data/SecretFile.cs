using System.Security.Cryptography;

namespace TkpkPortal.Core.Data;

/// <summary>A generated secret that lives in a file only its owner reads (mode 600).</summary>
internal static class SecretFile
{
    /// <summary>The secret in the file, made and written when there is none yet.</summary>
    public static string ReadOrCreate(string path)
    {
        if (File.Exists(path)) return File.ReadAllText(path).Trim();
        var secret = RandomNumberGenerator.GetHexString(40, lowercase: true);
        // Written aside and renamed: a full disk must not leave an empty secret behind.
        var aside = path + ".new";
        File.Delete(aside);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using (var file = new FileStream(aside, options))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(secret + "\n"));
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, path);
        return secret;
    }
}
