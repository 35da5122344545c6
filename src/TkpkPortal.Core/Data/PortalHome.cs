namespace TkpkPortal.Core.Data;

/// <summary>The folder that holds everything one portal keeps on this machine: database, keys, demo password.</summary>
public static class PortalHome
{
    /// <summary><c>TKPK_HOME</c>, else <c>/var/lib/tkpk-portal</c> for root, else <c>tkpk-portal</c> in the user's data folder.</summary>
    public static string Locate() => Locate(Environment.GetEnvironmentVariable, Environment.IsPrivilegedProcess);

    internal static string Locate(Func<string, string?> variable, bool root)
    {
        if (variable("TKPK_HOME") is { Length: > 0 } chosen) return Path.GetFullPath(chosen);
        // The account that the server runs under may not enter /root.
        if (root) return "/var/lib/tkpk-portal";
        // The XDG specification says that a relative path is to be ignored.
        if (variable("XDG_DATA_HOME") is { } data && Path.IsPathRooted(data)) return Path.Combine(data, "tkpk-portal");
        var user = variable("HOME") is { Length: > 0 } home
            ? home
            : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(user, ".local", "share", "tkpk-portal");
    }

    /// <summary>Makes the folder if need be and resolves every link in its path, so that all processes call one home by one name.</summary>
    internal static string Prepare(string home)
    {
        home = Path.GetFullPath(home);
        if (!Directory.Exists(home))
        {
            var mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            // The server's own account must pass through to its folders, though it may not list this one.
            if (Environment.IsPrivilegedProcess) mode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
            Directory.CreateDirectory(Path.GetDirectoryName(home) ?? "/");
            Directory.CreateDirectory(home);
            File.SetUnixFileMode(home, mode);
        }

        return Resolve(home);
    }

    private static string Resolve(string path)
    {
        var resolved = "/";
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            resolved = Path.Combine(resolved, part);
            if (Directory.ResolveLinkTarget(resolved, returnFinalTarget: true) is { } target) resolved = Resolve(target.FullName);
        }

        return resolved;
    }
}
