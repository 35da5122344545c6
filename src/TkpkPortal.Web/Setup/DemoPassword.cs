using System.Security.Cryptography;

namespace TkpkPortal.Web.Setup;

/// <summary>The password the demo accounts share, kept in the home folder where only its owner reads it.</summary>
internal static class DemoPassword
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz";
    private const int Groups = 4;

    public static string PathIn(string home) => Path.Combine(home, "demo-password.txt");

    /// <summary>Null where there is none.</summary>
    public static string? Read(string home) => File.Exists(PathIn(home)) ? File.ReadAllText(PathIn(home)).Trim() : null;

    public static string ReadOrCreate(string home)
    {
        if (Read(home) is { Length: > 0 } kept) return kept;
        var made = string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));
        var aside = PathIn(home) + ".baru";
        File.Delete(aside);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
        using (var writer = new StreamWriter(aside, options)) writer.WriteLine(made);
        File.Move(aside, PathIn(home), overwrite: true);
        return made;
    }
}
