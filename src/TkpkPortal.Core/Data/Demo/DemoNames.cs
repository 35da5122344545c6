using System.Text;

namespace TkpkPortal.Core.Data.Demo;

/// <summary>
/// Invented names. The most common words are everyday ones, the long tail is put together from syllables, and a word's share falls
/// with its rank (Zipf), as in a real register: a search must cope with both. Every name ends in "Contoh".
/// </summary>
internal sealed class DemoNames
{
    public const string Mark = "Contoh";
    private const int WordsPerSex = 5000;

    private static readonly string[] CommonWomen =
    [
        "Siti", "Sri", "Nur", "Sumarni", "Dewi", "Rahmi", "Aminah", "Wati", "Kartini", "Suparni", "Maryam", "Fatimah", "Yuliana", "Ratna", "Lestari",
        "Rohani", "Endang", "Ningsih", "Nurhayati", "Ani", "Tuti", "Lina", "Rini", "Marlina", "Sulastri", "Hasanah", "Mariati", "Ida", "Yanti", "Ester",
        "Ketut", "Hotma", "Maria", "Rosmawati", "Juminah", "Painem", "Sariyem", "Poniyem", "Kasmi", "Saodah",
    ];

    private static readonly string[] CommonMen =
    [
        "Ahmad", "Muhammad", "Budi", "Slamet", "Agus", "Wayan", "Ujang", "Yosef", "Sutrisno", "Bambang", "Supardi", "Hasan", "Ibrahim", "Joko", "Tono",
        "Made", "Abdul", "Rahman", "Suryadi", "Wahyu", "Iwan", "Dedi", "Asep", "Sugeng", "Eko", "Hendra", "Yanto", "Kadir", "Rusli", "Mulyadi",
        "Tukiman", "Karso", "Paijo", "Poltak", "Togar", "Yohanes", "Petrus", "Nyoman", "Sarman", "Jumadi",
    ];

    private static readonly string[] Starts =
    [
        "Su", "Sar", "Par", "Kas", "Mar", "War", "Dar", "Har", "Nur", "Yul", "Rus", "Mul", "Jum", "Sam", "Tar", "Kar", "Bas", "Das", "Ras", "Man",
        "San", "Wan", "Tam", "Lam", "Rah", "Zul", "Fit", "Ad", "In", "Um", "Er", "Mis", "Pon", "Ngat", "Tuk", "Wag", "Leg", "Pah", "Jem", "Kem",
    ];

    private static readonly string[] Middles = ["i", "a", "u", "o", "ma", "mi", "na", "ni", "ri", "ra", "di", "da", "ti", "ta", "si", "li", "la", "ya", "ki", "ka", "wa", "ha", "pi", "ba"];
    private static readonly string[] WomenEnds = ["wati", "ni", "yah", "ti", "yanti", "ningsih", "sih", "nah", "mi", "rah", "yem", "lina", "dah", "liani"];
    private static readonly string[] MenEnds = ["no", "to", "di", "man", "wan", "min", "jo", "yadi", "din", "lan", "santo", "dono", "mat", "lis"];

    private readonly string[] _women;
    private readonly string[] _men;
    private readonly double[] _reach;

    public DemoNames(int seed)
    {
        var random = new DemoRandom(seed, DemoStream.Names);
        _women = Words(random, CommonWomen, WomenEnds);
        _men = Words(random, CommonMen, MenEnds);
        _reach = new double[WordsPerSex];
        var sum = 0.0;
        // The offset flattens the head a little: no name of a real register covers a tenth of it.
        for (var rank = 0; rank < WordsPerSex; rank++) _reach[rank] = sum += 1.0 / (rank + 12);
    }

    public string Woman(DemoRandom random) => Full(random, _women);

    public string Man(DemoRandom random) => Full(random, _men);

    private string Full(DemoRandom random, string[] words)
    {
        var first = Word(random, words);
        var count = random.Weighted([0.30, 0.58, 0.12]);
        if (count == 0) return $"{first} {Mark}";
        var second = Word(random, words);
        return count == 1 ? $"{first} {second} {Mark}" : $"{first} {second} {Word(random, words)} {Mark}";
    }

    private string Word(DemoRandom random, string[] words)
    {
        var found = Array.BinarySearch(_reach, random.Next(0, _reach[^1]));
        return words[Math.Min(found < 0 ? ~found : found, words.Length - 1)];
    }

    private static string[] Words(DemoRandom random, string[] common, string[] ends)
    {
        var words = new List<string>(common);
        var known = new HashSet<string>(common);
        var word = new StringBuilder();
        while (words.Count < WordsPerSex)
        {
            word.Clear().Append(random.Pick(Starts));
            for (var more = random.Weighted([0.25, 0.6, 0.15]); more > 0; more--) word.Append(random.Pick(Middles));
            word.Append(random.Pick(ends));
            if (known.Add(word.ToString())) words.Add(word.ToString());
        }

        return [.. words];
    }
}
