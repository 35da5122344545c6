using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Imports;

/// <summary>IMP-01 to 29: the file or a cell; 30 and on: the import as a whole.</summary>
public static class ImportRules
{
    public static readonly Rule WrongState = new("IMP-30", "Langkah ini tidak dapat dilakukan: impor {0}. Muat ulang halaman untuk melihat keadaannya sekarang.");
    public static readonly Rule NothingToSave = new("IMP-31", "Tidak ada baris baru atau berubah yang dapat disimpan.");
}
