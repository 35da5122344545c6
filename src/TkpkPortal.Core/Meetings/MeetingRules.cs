using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Meetings;

public static class MeetingRules
{
    public static readonly Rule WordingLocked = new("RKR-01", "Notulen rakor ini sudah disahkan, sehingga kata-katanya terkunci. Tulis perubahan sebagai keputusan rakor berikutnya.");
    public static readonly Rule AlreadyApproved = new("RKR-02", "Notulen ini sudah disahkan.");
    public static readonly Rule AttendanceEmpty = new("RKR-03", "Notulen belum dapat disahkan: daftar hadir masih kosong.");
    public static readonly Rule DiscussionEmpty = new("RKR-04", "Notulen belum dapat disahkan: pokok pembahasan mata acara {0}, “{1}”, masih kosong.");
    public static readonly Rule DecisionsEmpty = new("RKR-05", "Notulen belum dapat disahkan: belum ada keputusan.");
    public static readonly Rule FollowUpWithoutDueDate = new("RKR-06", "Notulen belum dapat disahkan: {0} belum punya tenggat.");
    public static readonly Rule NotHeldYet = new("RKR-07", "Notulen belum dapat disahkan: rakor baru berlangsung pada {0}.");
    public static readonly Rule AgendaEmpty = new("RKR-08", "Notulen belum dapat disahkan: mata acara masih kosong.");
    public static readonly Rule ChangedSinceRead = new("RKR-09", "Notulen berubah sejak Anda buka. Baca lagi isinya di bawah, lalu sahkan bila sudah benar.");
    public static readonly Rule EndsBeforeStart = new("RKR-10", "Jam selesai harus sesudah jam mulai.");
    public static readonly Rule InvitedAfterwards = new("RKR-11", "Tanggal undangan tidak boleh sesudah tanggal rakor.");
    public static readonly Rule YearIsNumbered = new("RKR-12", "Tahun rakor tidak dapat diubah: keputusan atau tindak lanjutnya sudah bernomor tahun {0}.");
    public static readonly Rule DateAfterDueDate = new("RKR-13", "Tanggal rakor tidak boleh sesudah tenggat {0}. Perbaiki tenggat itu dahulu.");
    public static readonly Rule AgendaItemInUse = new("RKR-14", "Mata acara “{0}” tidak dapat dihapus: pembahasan atau keputusannya sudah dicatat.");
    public static readonly Rule AgendaItemElsewhere = new("RKR-15", "Mata acara yang dipilih bukan milik rakor ini. Pilih mata acara lain.");
    public static readonly Rule WordingOvertaken = new("RKR-16", "{0} baru saja diubah orang lain. Tulisan Anda masih ada di bawah; bandingkan dengan yang tersimpan, lalu simpan lagi bila tetap perlu.");
    public static readonly Rule AgendaLineUntitled = new("RKR-17", "Mata acara dengan narasumber “{0}” belum bernama. Tulis mata acaranya, atau kosongkan narasumbernya.");
    public static readonly Rule AttendanceLineIncomplete = new("RKR-18", "Baris {0} daftar hadir belum lengkap: tulis nama, jabatan, dan instansi.");
    public static readonly Rule AttendanceLineTooLong = new("RKR-19", "Baris {0} daftar hadir terlalu panjang: nama, jabatan, dan instansi masing-masing paling panjang 150 huruf, nomor HP 30.");
    public static readonly Rule NobodyNamed = new("RKR-20", "Belum ada nama yang ditulis.");
    public static readonly Rule NoDistricts = new("RKR-21", "Camat belum dapat diundang sekaligus: kecamatan kabupaten ini belum dimuat. Pilih kabupaten di menu Pengaturan, atau tulis nama jabatannya.");
    public static readonly Rule AgencyUnavailable = new("RKR-22", "OPD yang dipilih nonaktif atau tidak ada. Pilih OPD lain.");
    public static readonly Rule AttendeeTwice = new("RKR-23", "Orang dengan nama dan instansi itu sudah ada di daftar hadir.");
    public static readonly Rule AgendaLineTooLong = new("RKR-24", "Mata acara nomor {0} terlalu panjang: paling panjang 300 huruf, narasumbernya 200.");
    public static readonly Rule MaterialOnlyForMpm = new("RKR-25", "Angka periode pemutakhiran hanya menjadi bahan rapat teknis MPM. Ubah jenis rapatnya dahulu.");
    public static readonly Rule MaterialEmpty = new("RKR-26", "Belum ada usulan yang diajukan pada periode {0}, sehingga tidak ada angka untuk dibekukan.");
    public static readonly Rule KindHasMaterial = new("RKR-27", "Jenis rapat tidak dapat diubah: angka periode pemutakhiran sudah dibekukan sebagai bahannya.");
}

public static class FollowUpRules
{
    public static readonly Rule StuckNeedsNote = new("RTL-01", "Tulis kendalanya dan bantuan yang diperlukan.");
    public static readonly Rule DoneNeedsOutput = new("RTL-02", "Tulis keluaran yang dihasilkan, misalnya nomor surat atau jumlah keluarga.");
    public static readonly Rule TransferNeedsNote = new("RTL-03", "Tulis kepada siapa tindak lanjut ini dialihkan dan alasannya.");
    public static readonly Rule ClosedForAgency = new("RTL-04", "Tindak lanjut ini sudah ditutup. Hubungi Sekretariat TKPK bila perlu dibuka kembali.");
    public static readonly Rule DueBeforeMeeting = new("RTL-05", "Tenggat tidak boleh sebelum tanggal rakor, {0}.");
    public static readonly Rule DecisionElsewhere = new("RTL-06", "Keputusan yang dipilih bukan milik rakor ini. Pilih keputusan lain.");
    public static readonly Rule AgencyUnavailable = new("RTL-07", "OPD ini nonaktif atau tidak ada. Pilih OPD lain.");
}
