using System.Text.RegularExpressions;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Programs;

public static partial class ProgramRules
{
    public static readonly Rule DecileOutOfRange = new("PRG-01", "Desil harus angka 1 sampai 10.");
    public static readonly Rule DecileReversed = new("PRG-02", "Desil akhir harus sama dengan atau lebih besar dari desil awal.");
    public static readonly Rule CodeTaken = new("PRG-03", "Sudah ada program dengan kode ini. Tulis kode lain, atau buka program itu.");
    public static readonly Rule AlreadyClosed = new("PRG-04", "Program ini sudah ditutup.");
    public static readonly Rule AlreadyOpen = new("PRG-05", "Program ini masih berjalan.");
    public static readonly Rule AgencyInactive = new("PRG-06", "OPD ini nonaktif. Pilih OPD lain, atau aktifkan kembali OPD itu.");
    public static readonly Rule SubActivityShape = new("PRG-07", "Kode sub kegiatan tidak benar. Contoh: 1.06.05.2.02.0001.");
    public static readonly Rule LineTwice = new("PRG-08", "Sub kegiatan ini sudah ada pada tahun yang sama. Buka baris itu untuk mengubah pagunya.");
    public static readonly Rule CeilingNotPositive = new("PRG-09", "Pagu harus lebih besar dari nol.");
    public static readonly Rule YearOutOfRange = new("PRG-10", "Tahun anggaran harus antara 2000 dan {0}.");
    public static readonly Rule TargetNotPositive = new("PRG-11", "Target keluaran harus lebih besar dari nol.");
    public static readonly Rule QuarterNotBegun = new("PRG-12", "Triwulan {0} tahun {1} belum dimulai.");
    public static readonly Rule AmountNegative = new("PRG-13", "Realisasi tidak boleh kurang dari nol.");
    public static readonly Rule AmountAboveCeiling = new("PRG-14", "Realisasi {0} melebihi pagu {1}. Periksa angkanya, atau isi pagu perubahan lebih dahulu.");
    public static readonly Rule AmountBelowEarlier = new("PRG-15", "Realisasi bersifat kumulatif: tidak boleh kurang dari triwulan sebelumnya, {0}.");
    public static readonly Rule AmountAboveLater = new("PRG-16", "Realisasi bersifat kumulatif: tidak boleh melebihi triwulan sesudahnya, {0}.");
    public static readonly Rule PhysicalOutOfRange = new("PRG-17", "Realisasi fisik harus antara 0 dan 100 persen.");
    public static readonly Rule RecipientsNegative = new("PRG-18", "Jumlah penerima tidak boleh kurang dari nol.");
    public static readonly Rule CeilingBelowRealization = new("PRG-19", "Pagu tidak boleh kurang dari realisasi yang sudah dilaporkan, {0}.");

    /// <summary>U.BB.PP.L.KK.SS or .SSSS of Permendagri 90/2019 and its updates.</summary>
    public static bool IsSubActivityCode(string code) => SubActivity().IsMatch(code);

    [GeneratedRegex(@"^[0-9X]\.[0-9X]{2}\.\d{2}\.\d\.\d{2}\.(\d{2}|\d{4})$")]
    private static partial Regex SubActivity();
}
