using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace TkpkPortal.Core.Access;

/// <summary>
/// PBKDF2-SHA512 is slow on purpose: at most half the cores hash at once, so that a flood of sign-ins leaves the other half to everybody else.
/// A name without a password costs the same, so that time tells nobody which names exist.
/// </summary>
public sealed class PasswordHashing(IOptions<PasswordHasherOptions> options) : IDisposable
{
    private static readonly PortalUser Anybody = new();

    private readonly PasswordHasher<PortalUser> _hasher = new(options);
    private readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly Lazy<string> _nobodysHash = new(() => new PasswordHasher<PortalUser>(options).HashPassword(Anybody, Guid.NewGuid().ToString()));

    public async Task<string> HashAsync(string password, CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        try
        {
            return _hasher.HashPassword(Anybody, Composed(password));
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <summary>Null <paramref name="hash"/>: no such user, or none with a password; always fails, after the same work.</summary>
    public async Task<PasswordVerificationResult> VerifyAsync(string? hash, string password, CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        try
        {
            var result = _hasher.VerifyHashedPassword(Anybody, hash ?? _nobodysHash.Value, Composed(password));
            return hash is null ? PasswordVerificationResult.Failed : result;
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    /// <summary>One keyboard sends "é" as one character, another as two.</summary>
    private static string Composed(string password) => password.Normalize(NormalizationForm.FormC);
}
