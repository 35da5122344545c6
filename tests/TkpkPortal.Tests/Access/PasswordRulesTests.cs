using System.Buffers.Binary;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Web.Setup;

namespace TkpkPortal.Tests.Access;

public sealed class PasswordRulesTests
{
    private static readonly CommonPasswords Common = new();
    private static readonly string[] OwnWords = ["siti.aminah", "Siti Aminah", "Kabupaten Contoh"];

    [Fact]
    public void The_list_is_a_file_beside_the_program_with_more_than_ten_thousand_entries()
    {
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, CommonPasswords.FileName)));
        Assert.InRange(Common.Count, 10_000, 100_000);
        Assert.True(Common.Contains("bismillah"));
    }

    [Theory]
    [InlineData("pendek")]
    [InlineData("11 karakter")]
    public void Less_than_twelve_characters_is_refused(string password) => Assert.Same(AccessRules.PasswordTooShort, Problem(password));

    [Fact]
    public void More_than_128_characters_is_refused_and_128_is_not()
    {
        var longest = string.Concat(Enumerable.Range(0, 128).Select(i => (char)('a' + (i * 7 % 26))));
        Assert.Null(Problem(longest));
        Assert.Same(AccessRules.PasswordTooLong, Problem(longest + "b"));
    }

    [Theory]
    [InlineData("passwordpassword")]
    [InlineData("Password12345")]
    [InlineData("!!dragon2026!")]
    [InlineData("123456789012")]
    [InlineData("abcdefghijklmn")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("1q2w1q2w1q2w")]
    [InlineData("qwertyuiop12")]
    [InlineData("Bismillah123!")]
    public void A_password_everybody_tries_first_is_refused(string password) => Assert.Same(AccessRules.PasswordCommon, Problem(password));

    [Theory]
    [InlineData("Kabupaten2026!")]
    [InlineData("TkpkBappeda2026")]
    [InlineData("siti.aminah.1987")]
    [InlineData("KabupatenContoh99")]
    [InlineData("Bappeda-Contoh-2025")]
    public void A_password_of_names_and_years_is_refused(string password) => Assert.Same(AccessRules.PasswordFromContext, Problem(password));

    [Theory]
    [InlineData("kuda tidur di atas awan")]
    [InlineData("qpwmznxbvhtr")]
    [InlineData("desa kami menanam vanili")]
    [InlineData("🐘🌋🥭🦜🛶🥥🌶🐉🏝🎋🪁🥁")]
    public void Any_other_twelve_characters_will_do(string password) => Assert.Null(Problem(password));

    [Fact]
    public async Task A_hash_of_the_default_options_is_PBKDF2_with_SHA512_and_210_000_rounds()
    {
        var options = new PortalOptions { ConnectionString = "", Keyring = Keyring.Generate() };
        using var hashing = new PasswordHashing(Options.Create(new PasswordHasherOptions { IterationCount = options.PasswordRounds }));

        var hash = await hashing.HashAsync("kuda tidur di atas awan", CancellationToken.None);

        Assert.Equal((1, 2u, 210_000u), Decode(hash));
        Assert.Equal(PasswordVerificationResult.Success, await hashing.VerifyAsync(hash, "kuda tidur di atas awan", CancellationToken.None));
        Assert.Equal(PasswordVerificationResult.Failed, await hashing.VerifyAsync(null, "kuda tidur di atas awan", CancellationToken.None));
    }

    /// <summary>Format marker, pseudo-random function (2 is HMAC-SHA512) and rounds of an Identity version 3 hash.</summary>
    internal static (int Format, uint Function, uint Rounds) Decode(string hash)
    {
        var bytes = Convert.FromBase64String(hash);
        return (bytes[0], BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(1)), BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(5)));
    }

    private static Rule? Problem(string password) => PasswordRules.Problem(password, Common, OwnWords);
}
