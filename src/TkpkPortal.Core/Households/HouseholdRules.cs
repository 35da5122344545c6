using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Households;

public static class HouseholdRules
{
    public static readonly Rule NikLength = new("IDN-01", "NIK harus 16 angka; yang terbaca {0}. Salin dari KTP atau KK.");
    public static readonly Rule NikDay = new("IDN-02", "NIK tidak benar: angka ke-7 dan ke-8 (tanggal lahir) harus 01–31, atau 41–71 untuk perempuan.");
    public static readonly Rule NikMonth = new("IDN-03", "NIK tidak benar: angka ke-9 dan ke-10 (bulan lahir) harus 01–12.");
    public static readonly Rule NikSequence = new("IDN-04", "NIK tidak benar: empat angka terakhir tidak boleh 0000.");
    public static readonly Rule CardLength = new("IDN-05", "Nomor KK harus 16 angka; yang terbaca {0}. Salin dari kartu keluarga.");
}
