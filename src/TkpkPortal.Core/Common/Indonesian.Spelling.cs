namespace TkpkPortal.Core.Common;

public static partial class Indonesian
{
    private static readonly string[] Digits =
        ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];

    private static readonly string[] GroupWords = ["", "ribu", "juta", "miliar", "triliun", "kuadriliun", "kuintiliun"];

    /// <summary>The number in words (terbilang): 1.250 is "seribu dua ratus lima puluh", 0 is "nol", negative numbers start with "minus".</summary>
    public static string Spell(long value)
    {
        if (value == 0)
            return "nol";

        ulong rest = value < 0 ? (ulong)(-(value + 1)) + 1 : (ulong)value;
        var words = new Stack<string>();
        for (int group = 0; rest > 0; group++, rest /= 1000)
        {
            int part = (int)(rest % 1000);
            if (part > 0)
                words.Push(SpellGroup(part, group));
        }

        return (value < 0 ? "minus " : "") + string.Join(' ', words);
    }

    /// <summary>Money in words: "satu juta rupiah", with sen when there are any.</summary>
    public static string SpellRupiah(decimal value)
    {
        decimal rounded = Math.Round(value, 2, MidpointRounding.AwayFromZero);
        long whole = (long)decimal.Truncate(Math.Abs(rounded));
        int cents = (int)((Math.Abs(rounded) - whole) * 100);
        string text = Spell(whole) + " rupiah" + (cents > 0 ? $" {Spell(cents)} sen" : "");
        return (rounded < 0 ? "minus " : "") + text;
    }

    private static string SpellGroup(int part, int group) =>
        part == 1 && group == 1 ? "seribu" : $"{SpellBelowThousand(part)} {GroupWords[group]}".TrimEnd();

    private static string SpellBelowThousand(int value) => value switch
    {
        < 12 => Digits[value],
        < 20 => Digits[value - 10] + " belas",
        < 100 => $"{Digits[value / 10]} puluh {Digits[value % 10]}".TrimEnd(),
        < 200 => $"seratus {SpellBelowThousand(value - 100)}".TrimEnd(),
        _ => $"{Digits[value / 100]} ratus {SpellBelowThousand(value % 100)}".TrimEnd(),
    };
}
