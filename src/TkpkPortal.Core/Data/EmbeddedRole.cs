namespace TkpkPortal.Core.Data;

/// <summary>What a process is to the private database.</summary>
public enum EmbeddedRole
{
    /// <summary>A short command: it uses the cluster, and stops it only when it is the last to use it.</summary>
    Verb,

    /// <summary>The serving portal: the only one of its home, it also brings back a database that died.</summary>
    Portal,
}
