using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.TestSupport;
using TkpkPortal.Web.Setup;

namespace TkpkPortal.Tests.Data.Demo;

/// <summary>The command line, run in this process against a database of its own.</summary>
public sealed class VerbsTests : IAsyncLifetime
{
    private readonly string _home = Path.Combine(Path.GetTempPath(), "tkpk-verba-" + Guid.NewGuid().ToString("N")[..8]);
    private readonly Dictionary<string, string> _settings = [];
    private string _database = "";

    public async Task InitializeAsync()
    {
        _database = "uji_verba_" + Guid.NewGuid().ToString("N")[..8];
        await using var server = NpgsqlDataSource.Create(await TestCluster.ConnectionAsync());
        await using var command = server.CreateCommand($"create database {_database}");
        await command.ExecuteNonQueryAsync();
        _settings["TKPK_HOME"] = _home;
        _settings["TKPK_URL"] = "http://127.0.0.1:0";
        _settings["ConnectionStrings__Portal"] = new NpgsqlConnectionStringBuilder(await TestCluster.ConnectionAsync()) { Database = _database }.ConnectionString;
        Directory.CreateDirectory(_home);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_home, recursive: true);
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("terbang", "\"terbang\" tidak dikenal")]
    [InlineData("demo --families banyak", "--families")]
    [InlineData("demo --families", "--families")]
    [InlineData("import", "areas, boundaries, indicators")]
    [InlineData("import areas", "import areas kurang lengkap")]
    public async Task A_misused_verb_is_told_in_one_sentence(string line, string expected)
    {
        var told = await RunAsync(line.Split(' '));

        Assert.Equal(Verbs.Misused, told.ExitCode);
        Assert.Contains(expected, told.OneSentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_verb_in_Indonesian()
    {
        var told = await RunAsync("--help");

        Assert.Equal(0, told.ExitCode);
        Assert.All(["serve", "migrate", "create-admin", "demo", "import", "Cara pakai", "TKPK_PUBLIC_URL"], word => Assert.Contains(word, told.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("Usage", told.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_missing_or_unreadable_is_refused()
    {
        var file = Path.Combine(_home, "angka.csv");
        await File.WriteAllTextAsync(file, "bukan,daftar\n1,2\n");

        var missing = await RunAsync("import", "areas", Path.Combine(_home, "tidak-ada.csv"));
        var wrong = await RunAsync("import", "areas", file);

        Assert.Equal(Verbs.Failed, missing.ExitCode);
        Assert.Contains("tidak ada", missing.OneSentence, StringComparison.Ordinal);
        Assert.Equal(Verbs.Failed, wrong.ExitCode);
        Assert.Contains("kode", wrong.OneSentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_takes_good_rows_and_names_the_bad_one()
    {
        var file = Path.Combine(_home, "wilayah.csv");
        await File.WriteAllTextAsync(file, "kode,nama\n97,Provinsi Uji Perintah\n97.01,Kabupaten Uji Perintah\nabc,Salah\n");

        var told = await RunAsync("import", "areas", file);

        Assert.Contains("2 baru", told.Output, StringComparison.Ordinal);
        Assert.Contains("Baris 4", told.OneSentence, StringComparison.Ordinal);
        Assert.Equal(Verbs.Failed, told.ExitCode);
        await using var db = Open();
        Assert.Equal("Kabupaten Uji Perintah", (await db.Areas.SingleAsync(a => a.Code == "97.01")).Name);
    }

    [Fact]
    public async Task The_first_admin_gets_a_link_and_a_second_admin_is_refused()
    {
        _settings["TKPK_PUBLIC_URL"] = "https://tkpk.contoh.example";

        var first = await RunAsync("create-admin", "--nama-pengguna", "kepala", "--nama-lengkap", "Kepala Uji");
        var second = await RunAsync("create-admin", "--nama-pengguna", "lain");

        Assert.Equal(0, first.ExitCode);
        Assert.Contains("https://tkpk.contoh.example/undangan/", first.Output, StringComparison.Ordinal);
        Assert.Equal(Verbs.Failed, second.ExitCode);
        Assert.NotEmpty(second.OneSentence);
        await using var db = Open();
        var user = await db.Users.SingleAsync();
        Assert.Equal((Role.Admin, "Kepala Uji"), (user.Role, user.FullName));
    }

    [Fact]
    public async Task A_second_demo_is_refused_and_the_first_prints_its_password()
    {
        var first = await RunAsync("demo", "--families", "20", "--seed", "5");
        var second = await RunAsync("demo", "--families", "20");

        Assert.Equal(0, first.ExitCode);
        var password = await File.ReadAllTextAsync(Path.Combine(_home, "demo-password.txt"));
        Assert.Contains($"Kata sandi contoh: {password.Trim()}", first.Output, StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_home, "demo-password.txt")));
        Assert.Equal(Verbs.Failed, second.ExitCode);
        Assert.Contains("masih kosong", second.OneSentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_listens_makes_no_demo_on_a_named_server_and_stops_with_zero()
    {
        using var stop = new CancellationTokenSource();
        await using var output = new StringWriter();
        var serving = Verbs.RunAsync(["serve"], new(TextWriter.Synchronized(output), TextWriter.Null, Setting, stop.Token));
        var address = await AddressAsync(output, serving);
        using var http = new HttpClient();

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(address, "/sehat"))).StatusCode);
        await stop.CancelAsync();

        Assert.Equal(0, await serving);
        Assert.DoesNotContain("Kata sandi contoh", output.ToString(), StringComparison.Ordinal);
        await using var db = Open();
        Assert.False(await db.Households.AnyAsync());
    }

    [Fact]
    public async Task A_port_in_use_is_told_in_one_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        _settings["TKPK_URL"] = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        var told = await RunAsync("serve");

        Assert.Equal(Verbs.Failed, told.ExitCode);
        Assert.Contains("sedang dipakai program lain", told.OneSentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_data_is_not_served_to_the_network_unless_allowed()
    {
        await RunAsync("demo", "--families", "5");
        _settings["TKPK_URL"] = "http://0.0.0.0:0";

        var told = await RunAsync("serve");

        Assert.Equal(Verbs.Failed, told.ExitCode);
        Assert.Contains("--izinkan-jaringan", told.OneSentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_of_another_database_are_refused()
    {
        var made = await RunAsync("migrate");
        File.Delete(Path.Combine(_home, "kunci.json"));
        var gone = await RunAsync("migrate");
        Keyring.Load(Path.Combine(_home, "kunci.json"), create: true);
        var other = await RunAsync("migrate");

        Assert.Equal((0, Verbs.Failed, Verbs.Failed), (made.ExitCode, gone.ExitCode, other.ExitCode));
        Assert.Contains("tidak ada", gone.OneSentence, StringComparison.Ordinal);
        Assert.Contains("bukan kunci basis data ini", other.OneSentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_told_in_one_sentence()
    {
        _settings["ConnectionStrings__Portal"] = "Host=127.0.0.1;Port=1;Username=tkpk;Database=tkpk;Timeout=2";

        var told = await RunAsync("migrate");

        Assert.Equal(Verbs.Failed, told.ExitCode);
        Assert.Contains("tidak dapat dihubungi", told.OneSentence, StringComparison.Ordinal);
    }

    private TkpkDbContext Open() => new TkpkDatabase(
        NpgsqlDataSource.Create(_settings["ConnectionStrings__Portal"]), new FieldCipher(Keyring.Load(Path.Combine(_home, "kunci.json"), create: false)), TimeProvider.System)
        .Open(Actor.System("Uji"));

    private string? Setting(string name) => _settings.GetValueOrDefault(name);

    private async Task<Told> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exitCode = await Verbs.RunAsync(args, new(output, error, Setting, CancellationToken.None));
        return new(exitCode, output.ToString(), error.ToString());
    }

    private static async Task<Uri> AddressAsync(StringWriter output, Task<int> serving)
    {
        const string sign = "berjalan di ";
        for (var tries = 0; tries < 600 && !serving.IsCompleted; tries++)
        {
            var text = output.ToString();
            if (text.Contains("Ctrl-C", StringComparison.Ordinal)) return new(text[(text.IndexOf(sign, StringComparison.Ordinal) + sign.Length)..].Split('\n')[0].Trim());
            await Task.Delay(100);
        }

        throw new InvalidOperationException($"The portal did not start: {output}");
    }

    private sealed record Told(int ExitCode, string Output, string Error)
    {
        /// <summary>All that stands on stderr; fails on a stack trace.</summary>
        public string OneSentence => Assert.Single(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
