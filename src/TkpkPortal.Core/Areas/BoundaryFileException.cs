namespace TkpkPortal.Core.Areas;

/// <summary>A boundary file that cannot be taken over. The message is an Indonesian sentence for the person who sent the file.</summary>
public sealed class BoundaryFileException : Exception
{
    internal BoundaryFileException(string message, int? feature = null, Exception? inner = null)
        : base(message, inner) => Feature = feature;

    /// <summary>Which feature is wrong, counted from 1; null when it is the file as a whole.</summary>
    public int? Feature { get; }
}
