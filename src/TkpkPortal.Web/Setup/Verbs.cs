using System.CommandLine;
using System.CommandLine.Parsing;
using TkpkPortal.Core.Data.Demo;

namespace TkpkPortal.Web.Setup;

/// <summary>The command line: one executable with verbs. An error is one sentence and an exit code other than 0.</summary>
internal static class Verbs
{
    public const int Failed = 1;
    public const int Misused = 2;
    public const int Interrupted = 130;

    public static async Task<int> RunAsync(string[] args)
    {
        using var signals = new StopSignals();
        return await RunAsync(args, new(Console.Out, Console.Error, Environment.GetEnvironmentVariable, signals.Token));
    }

    internal static async Task<int> RunAsync(string[] args, VerbContext context)
    {
        var help = new Option<bool>("--help", "-h", "-?") { Description = "Menampilkan bantuan", Recursive = true };
        var parsed = Build(context, help).Parse(args);
        if (parsed.GetValue(help))
        {
            VerbHelp.Write(parsed.CommandResult.Command, context.Output);
            return 0;
        }

        if (parsed.Errors.Count > 0)
        {
            await context.Error.WriteLineAsync(Misuse(parsed));
            return Misused;
        }

        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = context.Output, Error = context.Error };
            return await parsed.InvokeAsync(configuration, context.Stop);
        }
        catch (Exception trouble)
        {
            await context.Error.WriteLineAsync(VerbTrouble.Explain(trouble, context));
            return trouble is OperationCanceledException ? Interrupted : Failed;
        }
    }

    private static RootCommand Build(VerbContext context, Option<bool> help)
    {
        var network = new Option<bool>("--izinkan-jaringan") { Description = "Mengizinkan portal berisi data contoh dibuka dari komputer lain" };
        var root = new RootCommand("TkpkPortal: ruang kerja TKPK kabupaten. Tanpa perintah, portal dijalankan (serve).");
        root.Options.Clear();
        root.Add(help);
        root.Add(network);
        Command[] verbs = [Serve(network), Migrate(context), CreateAdmin(context), Demo(context), Import(context)];
        foreach (var verb in verbs) root.Add(verb);
        foreach (var serving in new[] { root, verbs[0] }) serving.SetAction((parsed, ct) => ServeVerb.RunAsync(context, parsed.GetValue(network), ct));
        return root;
    }

    private static Command Serve(Option<bool> network) => new("serve", "Menjalankan portal; basis data dan tabelnya disiapkan lebih dahulu") { network };

    private static Command Migrate(VerbContext context)
    {
        var verb = new Command("migrate", "Menyesuaikan tabel basis data dengan versi portal ini");
        verb.SetAction((_, ct) => DataVerbs.MigrateAsync(context, ct));
        return verb;
    }

    private static Command CreateAdmin(VerbContext context)
    {
        var userName = new Option<string>("--nama-pengguna") { HelpName = "NAMA", Description = "Nama pengguna admin; bila kosong \"admin\"", DefaultValueFactory = _ => "admin" };
        var fullName = new Option<string>("--nama-lengkap") { HelpName = "NAMA", Description = "Nama lengkap admin; bila kosong \"Admin Portal\"", DefaultValueFactory = _ => "Admin Portal" };
        var verb = new Command("create-admin", "Membuat admin dan mencetak tautan sekali pakai untuk memilih kata sandinya") { userName, fullName };
        verb.SetAction((parsed, ct) => DataVerbs.CreateAdminAsync(context, parsed.GetValue(userName)!, parsed.GetValue(fullName)!, ct));
        return verb;
    }

    private static Command Demo(VerbContext context)
    {
        var families = new Option<int>("--families") { HelpName = "N", Description = "Banyaknya keluarga; bila kosong 10000", DefaultValueFactory = _ => DemoRequest.UsualFamilies };
        var seed = new Option<int>("--seed") { HelpName = "S", Description = "Benih acak: benih yang sama membuat isi yang sama; bila kosong 1", DefaultValueFactory = _ => DemoRequest.UsualSeed };
        var verb = new Command("demo", "Mengisi basis data kosong dengan data contoh rekaan") { families, seed };
        verb.SetAction((parsed, ct) => DataVerbs.DemoAsync(context, parsed.GetValue(families), parsed.GetValue(seed), ct));
        return verb;
    }

    private static Command Import(VerbContext context)
    {
        var verb = new Command("import", "Memasukkan isi berkas; baris yang benar masuk, yang salah disebutkan");
        foreach (var kind in ImportVerb.Kinds)
        {
            var file = new Argument<string>("FILE") { Description = kind.File };
            var one = new Command(kind.Name, kind.Description) { file };
            one.SetAction((parsed, ct) => ImportVerb.RunAsync(context, kind, parsed.GetValue(file)!, ct));
            verb.Add(one);
        }

        return verb;
    }

    private static string Misuse(ParseResult parsed)
    {
        var verb = parsed.CommandResult.Command;
        var name = VerbHelp.NameOf(verb);
        if (parsed.UnmatchedTokens.Count > 0) return $"Perintah atau pilihan \"{parsed.UnmatchedTokens[0]}\" tidak dikenal; jalankan dengan --help untuk melihat daftarnya.";
        if (verb.Subcommands.Count > 0 && verb.Action is null) return $"Perintah {name} perlu salah satu dari: {string.Join(", ", verb.Subcommands.Select(c => c.Name))}.";
        var option = parsed.Errors.Select(e => e.SymbolResult).Select(s => s as OptionResult ?? s?.Parent as OptionResult).FirstOrDefault(o => o is not null);
        return option is null
            ? $"Perintah {name} kurang lengkap; jalankan {name} --help untuk melihat cara memakainya."
            : $"Nilai untuk {option.Option.Name} kurang atau tidak dapat dibaca; jalankan {name} --help untuk melihat cara memakainya.";
    }
}
