using System.CommandLine;

namespace TkpkPortal.Web.Setup;

/// <summary>Help in Indonesian, from the descriptions that stand with the verbs. The library's own is in English.</summary>
internal static class VerbHelp
{
    public static void Write(Command command, TextWriter output)
    {
        var path = PathTo(command);
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine("Cara pakai:");
        output.WriteLine($"  {path}{Usage(command)}");
        Section(output, "Perintah", command.Subcommands.Select(c => (c.Name + Usage(c), c.Description)));
        Section(output, "Isian", command.Arguments.Select(a => (a.Name, a.Description)));
        Section(output, "Pilihan", Options(command).Select(o => (OptionName(o), o.Description)));
        if (command is RootCommand) Section(output, "Setelan lewat variabel lingkungan", Variables);
    }

    private static readonly (string, string?)[] Variables =
    [
        ("TKPK_URL", $"Alamat yang didengarkan; bila kosong {ListenAddress.Usual}"),
        ("TKPK_PUBLIC_URL", "Alamat yang dipakai orang, untuk tautan dan kode QR"),
        ("TKPK_HOME", "Folder data, kunci, dan catatan"),
        ("TKPK_KEYS_FILE", "Berkas kunci; bila kosong kunci.json di folder data"),
        ("TKPK_DEMO", "Isi \"tidak\" agar portal baru tidak diisi data contoh"),
        ("ConnectionStrings__Portal", "Server PostgreSQL sendiri; bila kosong portal menjalankan basis datanya sendiri"),
        ("TKPK_DB_PASSWORD_FILE", "Berkas berisi kata sandi server PostgreSQL itu"),
    ];

    private static void Section(TextWriter output, string title, IEnumerable<(string Name, string? Text)> rows)
    {
        var list = rows.ToList();
        if (list.Count == 0) return;
        var width = list.Max(r => r.Name.Length) + 2;
        output.WriteLine();
        output.WriteLine($"{title}:");
        foreach (var (name, text) in list) output.WriteLine($"  {name.PadRight(width)}{text}");
    }

    private static string Usage(Command command) =>
        string.Concat(command.Arguments.Select(a => $" {a.Name}")) + (command.Subcommands.Count == 0 ? "" : command.Action is null ? " PERINTAH" : " [PERINTAH]") + (command is RootCommand ? " [PILIHAN]" : "");

    private static IEnumerable<Option> Options(Command command) => command.Options.Concat(Above(command).SelectMany(c => c.Options).Where(o => o.Recursive)).Distinct();

    private static IEnumerable<Command> Above(Command command) => command.Parents.OfType<Command>().SelectMany(p => Above(p).Append(p));

    private static string OptionName(Option option) => option.HelpName is { } value ? $"{option.Name} {value}" : option.Name;

    /// <summary>Without the executable: import areas.</summary>
    public static string NameOf(Command command) => string.Join(' ', Above(command).Append(command).Where(c => c is not RootCommand).Select(c => c.Name));

    private static string PathTo(Command command) => $"TkpkPortal.Web {NameOf(command)}".TrimEnd();
}
