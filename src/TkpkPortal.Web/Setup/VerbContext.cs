namespace TkpkPortal.Web.Setup;

/// <summary>What a verb has to do with the world: where it writes, what is configured, and when to stop.</summary>
internal sealed record VerbContext(TextWriter Output, TextWriter Error, Func<string, string?> Variable, CancellationToken Stop)
{
    /// <summary>A configured value; one that is empty counts as not set.</summary>
    public string? Configured(string name) => Variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}

/// <summary>The verb cannot do what was asked. The message is the one sentence its user reads.</summary>
internal sealed class VerbException(string message) : Exception(message);
