namespace TkpkPortal.Core.Data;

/// <summary>The private database cannot run. The message is one Indonesian sentence for the operator; nothing else needs to be shown.</summary>
public sealed class EmbeddedPostgresException(string message) : Exception(message);
