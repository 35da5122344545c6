using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Access;

public static class AccessRules
{
    /// <summary>One sentence for an unknown name, a wrong password, a closed account and a locked one: the page tells nobody which names exist.</summary>
    public static readonly Rule SignInRefused = new(
        "AKS-01",
        "Nama pengguna dan kata sandi tidak cocok. Periksa ketikan Anda, lalu coba lagi. Setelah lima kali salah, akun ditutup 15 menit: tunggu, atau minta tautan kata sandi baru kepada admin.");

    public static readonly Rule PasswordTooShort = new("AKS-02", "Kata sandi paling sedikit 12 karakter. Rangkaian empat kata yang tidak berkaitan mudah diingat dan sulit ditebak.");
    public static readonly Rule PasswordTooLong = new("AKS-03", "Kata sandi paling panjang 128 karakter.");
    public static readonly Rule PasswordCommon = new("AKS-04", "Kata sandi ini termasuk yang paling sering dipakai orang, jadi mudah ditebak. Pilih rangkaian kata lain.");
    public static readonly Rule PasswordFromContext = new("AKS-05", "Kata sandi ini tersusun dari nama Anda, nama kantor, nama wilayah, atau tahun, jadi mudah ditebak. Tambahkan kata lain yang tidak berkaitan.");
    public static readonly Rule OldPasswordWrong = new("AKS-06", "Kata sandi lama tidak cocok. Setelah lima kali salah, perubahan ditutup 15 menit.");
    public static readonly Rule PasswordUnchanged = new("AKS-07", "Kata sandi baru sama dengan yang lama. Tulis kata sandi lain.");
    public static readonly Rule UserNameTaken = new("AKS-08", "Nama pengguna ini sudah dipakai. Tulis nama lain, atau buka pengguna itu bila orangnya sama.");
    public static readonly Rule EmailTaken = new("AKS-09", "Surel ini sudah dipakai pengguna lain.");
    public static readonly Rule DistrictRequired = new("AKS-10", "Camat memerlukan wilayah kerja berupa satu kecamatan di kabupaten kami.");
    public static readonly Rule VillageRequired = new("AKS-11", "Operator desa memerlukan wilayah kerja berupa satu desa atau kelurahan di kabupaten kami.");
    public static readonly Rule AgencyRequired = new("AKS-12", "Peran ini memerlukan OPD yang aktif.");
    public static readonly Rule OwnRoleKept = new("AKS-13", "Anda tidak dapat melepas peran admin Anda sendiri. Minta admin lain melakukannya.");
    public static readonly Rule NotOneself = new("AKS-14", "Anda tidak dapat menonaktifkan akun Anda sendiri. Minta admin lain melakukannya.");
    public static readonly Rule LastAdmin = new("AKS-15", "Ini admin aktif yang terakhir. Angkat admin lain lebih dahulu.");
    public static readonly Rule AlreadyInactive = new("AKS-16", "Pengguna ini sudah nonaktif.");
    public static readonly Rule AlreadyActive = new("AKS-17", "Pengguna ini sudah aktif.");
    public static readonly Rule InvitationInvalid = new("AKS-18", "Tautan ini sudah dipakai, kedaluwarsa, atau tidak lengkap. Minta tautan baru kepada admin Sekretariat TKPK.");
    public static readonly Rule InactiveHasNoLink = new("AKS-19", "Pengguna nonaktif tidak dapat menerima tautan. Aktifkan kembali lebih dahulu.");
    public static readonly Rule AdminExists = new("AKS-20", "Portal ini sudah mempunyai admin aktif. Admin lain diundang lewat menu Pengguna.");
}
