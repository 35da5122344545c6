using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Proposals.Deliberations;

public static class DeliberationRules
{
    public static readonly Rule Closed = new("MSD-01", "Musyawarah ini sudah ditutup, sehingga isinya terkunci.");
    public static readonly Rule NotWaiting = new("MSD-02", "Usulan {0} tidak menunggu musyawarah desa ini.");
    public static readonly Rule ReasonNeeded = new("MSD-03", "Tulis alasan untuk setiap usulan yang tidak layak atau ditunda.");
    public static readonly Rule NoItems = new("MSD-04", "Musyawarah belum dapat ditutup: belum ada usulan pada acaranya.");
    public static readonly Rule NotHeldYet = new("MSD-05", "Musyawarah belum dapat ditutup: baru berlangsung pada {0}.");
    public static readonly Rule OutcomesMissing = new("MSD-06", "Musyawarah belum dapat ditutup: {0} usulan belum diberi hasil.");
    public static readonly Rule TooFewAttendees = new("MSD-07", "Musyawarah belum dapat ditutup: daftar hadir paling sedikit {0} orang, baru tercatat {1}.");
    public static readonly Rule NumberMissing = new("MSD-08", "Musyawarah belum dapat ditutup: nomor berita acara belum diisi.");
    public static readonly Rule SignedMissing = new("MSD-09", "Musyawarah belum dapat ditutup: unggah dahulu berita acara atau SPTJM yang sudah ditandatangani.");
    public static readonly Rule StatementNotAllowed = new("MSD-10", "SPTJM sebagai pengganti musyawarah tidak diizinkan pada pengaturan kabupaten ini.");
    public static readonly Rule OnAnotherAgenda = new("MSD-11", "Usulan {0} sudah ada pada acara musyawarah lain yang belum ditutup.");
    public static readonly Rule StatementDecidesAll = new("MSD-12", "SPTJM menyatakan semua usulannya layak. Keluarkan dari acara usulan yang tidak dijamin.");
    public static readonly Rule AgendaTooLong = new("MSD-13", "Satu musyawarah paling banyak membahas {0} usulan. Bahas sisanya pada musyawarah berikutnya.");
    public static readonly Rule GuestIncomplete = new("MSD-14", "Daftar hadir baris {0}: isi nama, unsur, serta L atau P.");
    public static readonly Rule GuestTooLong = new("MSD-15", "Daftar hadir baris {0}: nama dan unsur paling panjang {1} huruf.");
    public static readonly Rule TooManyAttendees = new("MSD-16", "Daftar hadir paling banyak memuat {0} orang.");
    public static readonly Rule AlreadySigned = new("MSD-17", "Salinan bertanda tangan sudah diunggah, jadi musyawarah atau SPTJM ini tidak dapat dibatalkan. Lengkapi, lalu tutup.");
}
