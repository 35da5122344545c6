using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Households;

public static class SurveyRules
{
    public static readonly Rule InFuture = new("KEL-40", "Tanggal pendataan tidak boleh setelah hari ini.");
    public static readonly Rule UnknownInstrument = new("KEL-41", "Pilih instrumen pendataan dari daftar.");
    public static readonly Rule NotAnAnswer = new("KEL-42", "Jawaban ini tidak dikenal untuk pertanyaan \"{0}\". Pilih atau tulis jawaban menurut daftar instrumen.");
    public static readonly Rule NotANumber = new("KEL-47", "\"{0}\" diisi angka, misalnya 36,5. Periksa tulisannya dan besarnya.");
    public static readonly Rule NothingAnswered = new("KEL-43", "Isi sedikitnya satu jawaban.");
    public static readonly Rule UnknownCriterion = new("KEL-44", "Kriteria ini tidak ada dalam daftar periksa.");
    public static readonly Rule ChecklistInFuture = new("KEL-45", "Tanggal pemeriksaan tidak boleh setelah hari ini.");
    public static readonly Rule ChecklistEmpty = new("KEL-46", "Jawab sedikitnya satu kriteria dengan ya atau tidak.");

    /// <summary>What to say to an answer the question does not know.</summary>
    internal static Rule RefusalOf(Question question) => question.Kind == AnswerKind.Number ? NotANumber : NotAnAnswer;
}
