using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Proposals;

public static class ProposalRules
{
    public static readonly Rule WrongStage = new("USL-01", "Usulan ini tidak dapat {1}: tahapnya sekarang {0}. Muat ulang halaman untuk melihat keadaan terbaru.");
    public static readonly Rule NotYourStep = new("USL-02", "Langkah ini dikerjakan oleh {0}.");
    public static readonly Rule OwnProposal = new("USL-03", "Usulan yang Anda ajukan sendiri harus diperiksa oleh orang lain.");
    public static readonly Rule ReasonNeeded = new("USL-04", "Tulis alasannya, supaya keluarga dan desa tahu sebabnya.");
    public static readonly Rule Frozen = new("USL-05", "Isi usulan terkunci sejak diajukan. Minta pemeriksa mengembalikannya bila ada yang harus diubah.");
    public static readonly Rule NothingProposed = new("USL-06", "Usulan ini tidak mengubah apa pun: ubah sekurangnya satu isian, atau batalkan drafnya.");
    public static readonly Rule SecondPair = new("USL-07", "Pengesahan harus oleh orang lain daripada yang memverifikasi di Dinas Sosial.");
    public static readonly Rule VisitorNeeded = new("USL-08", "Pilih pendamping yang mengunjungi keluarga ini.");
    public static readonly Rule NotTheVisitor = new("USL-09", "Cek lapangan ini ditugaskan kepada pendamping lain.");
    public static readonly Rule AlreadyOpen = new("USL-10", "Keluarga ini masih punya usulan sejenis yang belum selesai{0}. Lanjutkan atau batalkan usulan itu dahulu.");
    public static readonly Rule FamilyHasLeft = new("USL-11", "Keluarga ini sudah keluar dari data, sehingga tidak dapat diusulkan lagi. Daftarkan sebagai usulan baru bila kembali.");
    public static readonly Rule AppliesToNothing = new("USL-12", "Penerapan tidak mengubah apa pun: data keluarga sudah sama dengan yang diusulkan.");
    public static readonly Rule AppliesToChanged = new("USL-13", "Penerapan dihentikan: data keluarga berubah sejak usulan diajukan ({0}). Kembalikan kepada desa atau perbaiki data keluarga dahulu.");
    public static readonly Rule BaseOvertaken = new("USL-14", "Data keluarga berubah sejak draf ini dibuat ({0}). Muat nilai terbaru, periksa lagi, lalu ajukan.");
    public static readonly Rule Incomplete = new("USL-15", "Usulan belum dapat diajukan: {0} isian masih perlu dilengkapi atau diperbaiki.");
    public static readonly Rule AnswerTwice = new("USL-16", "Hasil pusat untuk usulan ini sudah diterapkan, sehingga tidak dapat diubah lagi.");
    public static readonly Rule NothingWithdrawn = new("USL-17", "Usulan ini belum punya hasil pusat.");
}
