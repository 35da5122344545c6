using Microsoft.AspNetCore.Identity;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Web.Access;

/// <summary>Identity's refusals in the portal's words.</summary>
internal sealed class IdentitySentences : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Error(nameof(DefaultError), "Terjadi kesalahan. Coba sekali lagi.");

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), "Data pengguna ini baru saja diubah orang lain. Muat ulang halaman, lalu coba lagi.");

    public override IdentityError PasswordMismatch() => Of(AccessRules.OldPasswordWrong);

    public override IdentityError InvalidToken() => Of(AccessRules.InvitationInvalid);

    public override IdentityError InvalidUserName(string? userName) =>
        Error(nameof(InvalidUserName), "Nama pengguna hanya boleh berisi huruf latin, angka, titik, garis bawah, dan tanda hubung.");

    public override IdentityError InvalidEmail(string? email) => Error(nameof(InvalidEmail), "Surel tidak dapat dibaca. Contoh: nama@contoh.go.id.");

    public override IdentityError DuplicateUserName(string userName) => Of(AccessRules.UserNameTaken);

    public override IdentityError DuplicateEmail(string email) => Of(AccessRules.EmailTaken);

    public override IdentityError PasswordTooShort(int length) => Of(AccessRules.PasswordTooShort);

    public override IdentityError UserAlreadyHasPassword() => Error(nameof(UserAlreadyHasPassword), "Pengguna ini sudah mempunyai kata sandi.");

    internal static IdentityError Of(Rule rule) => Error(rule.Code, rule.Sentence);

    private static IdentityError Error(string code, string sentence) => new() { Code = code, Description = sentence };
}

/// <summary>Whoever makes users through Identity meets the same password rules as the pages.</summary>
internal sealed class PasswordPolicyValidator(PasswordPolicy policy) : IPasswordValidator<PortalUser>
{
    public async Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password) =>
        await policy.ProblemAsync(password ?? "", user, CancellationToken.None) is { } rule ? IdentityResult.Failed(IdentitySentences.Of(rule)) : IdentityResult.Success;
}
