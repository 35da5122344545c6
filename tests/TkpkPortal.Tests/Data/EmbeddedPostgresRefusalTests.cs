using TkpkPortal.Core.Data;

namespace TkpkPortal.Tests.Data;

/// <summary>Each thing that keeps the private database from running is told in one sentence; none of these starts a server.</summary>
public sealed class EmbeddedPostgresRefusalTests(EmbeddedHome home) : IClassFixture<EmbeddedHome>
{
    [Fact]
    public async Task A_data_folder_of_another_major_version_names_both_versions()
    {
        var other = home.Beside("lama");
        var data = Directory.CreateDirectory(Path.Combine(other, "postgres", "data"));
        HandToServerAccount(data.FullName);
        await File.WriteAllTextAsync(Path.Combine(data.FullName, "PG_VERSION"), "9\n");

        var refused = await RefusedAsync(other);

        Assert.Contains("dibuat oleh PostgreSQL 9", refused, StringComparison.Ordinal);
        Assert.Contains("upgrade.md", refused, StringComparison.Ordinal);
        Assert.Equal("9\n", await File.ReadAllTextAsync(Path.Combine(data.FullName, "PG_VERSION")));
    }

    [Fact]
    public async Task A_folder_that_is_no_database_is_left_alone()
    {
        var other = home.Beside("asing");
        var data = Directory.CreateDirectory(Path.Combine(other, "postgres", "data"));
        HandToServerAccount(data.FullName);
        await File.WriteAllTextAsync(Path.Combine(data.FullName, "catatan.txt"), "milik orang lain");

        Assert.Contains("bukan basis data PostgreSQL yang utuh", await RefusedAsync(other), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(data.FullName, "catatan.txt")));
    }

    [Fact]
    public async Task Missing_programs_name_the_package_to_install()
    {
        var empty = Directory.CreateDirectory(home.Beside("kosong")).FullName;

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(
            () => EmbeddedPostgres.StartAsync(home.Beside("tanpa-server"), EmbeddedRole.Portal, empty));

        Assert.Contains("pasang paket postgresql", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_home_that_the_server_account_cannot_reach_names_the_folder_in_the_way()
    {
        if (!Environment.IsPrivilegedProcess) return;
        var closed = Directory.CreateDirectory(home.Beside("tertutup"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.Contains($"tidak boleh memasuki folder {closed.FullName};", await RefusedAsync(Path.Combine(closed.FullName, "home")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_of_a_running_data_folder_is_not_taken_for_the_original()
    {
        var data = Directory.CreateDirectory(home.Beside("salinan")).FullName;
        // A shell called "postgres": the command line is what tells a server from another program.
        using var server = EmbeddedHome.Run("bash", "-c", "exec -a postgres bash -c 'echo up; sleep 60; true' -D /asli");
        server.StandardOutput.ReadLine();
        File.WriteAllText(Path.Combine(data, "postmaster.pid"), $"{server.Id}\n/asli\n");

        var refused = Assert.Throws<EmbeddedPostgresException>(() => Postmaster.Find(data));
        server.Kill(entireProcessTree: true);

        Assert.Contains("tampaknya salinan dari /asli", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FATAL:  could not write lock file \"postmaster.pid\": No space left on device", "penuh")]
    [InlineData("FATAL:  could not extend file \"base/1/2691\": wrote only 4096 of 8192 bytes\nHINT:  Check free disk space.\nPANIC:  cannot abort transaction 1", "penuh")]
    [InlineData("FATAL:  database files are incompatible with server", "versi lain")]
    [InlineData("LOG:  could not bind Unix address \"/x/.s.PGSQL.5432\": Address already in use", "dipakai program lain")]
    [InlineData("FATAL:  lock file \"/x/.s.PGSQL.5432.lock\" already exists", "belum selesai berhenti")]
    [InlineData("FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use", "belum selesai berhenti")]
    [InlineData("FATAL:  data directory \"/x\" has invalid permissions", "Hak akses")]
    [InlineData("FATAL:  could not map anonymous shared memory: Cannot allocate memory", "Memori")]
    [InlineData("PANIC:  could not locate a valid checkpoint record", "rusak")]
    [InlineData("something nobody foresaw", "catatan teknisnya")]
    public void What_the_server_prints_becomes_one_sentence(string printed, string expected)
    {
        var sentence = PostgresTrouble.Explain(printed, "/x").Message;

        Assert.Contains(expected, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("FATAL", sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/srv/portal", "/data", "/home/sari", false, "/srv/portal")]
    [InlineData("", "/data", "/home/sari", true, "/var/lib/tkpk-portal")]
    [InlineData("", "/data", "/home/sari", false, "/data/tkpk-portal")]
    [InlineData("", "relatif", "/home/sari", false, "/home/sari/.local/share/tkpk-portal")]
    public void The_home_is_the_chosen_one_or_the_users_own(string chosen, string data, string user, bool root, string expected) => Assert.Equal(
        expected,
        PortalHome.Locate(name => name switch { "TKPK_HOME" => chosen, "XDG_DATA_HOME" => data, "HOME" => user, _ => null }, root));

    [Theory]
    [InlineData("/srv/portal", true)]
    [InlineData("/srv/portal, kabupaten", false)]
    [InlineData("/srv/folder-yang-sangat-panjang/folder-yang-sangat-panjang/folder-yang-sangat-panjang/folder-yang-sangat-panjang", false)]
    public void The_socket_stands_in_the_home_unless_its_path_cannot_be_an_address(string path, bool inside)
    {
        var socket = PostgresSettings.SocketFolder(path);

        Assert.Equal(inside, socket == path + "/socket");
        Assert.InRange(socket.Length + "/.s.PGSQL.5432".Length, 1, 107);
    }

    private static async Task<string> RefusedAsync(string home) =>
        (await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.StartAsync(home, EmbeddedRole.Portal))).Message;

    private static void HandToServerAccount(string folder)
    {
        if (!Environment.IsPrivilegedProcess) return;
        using var change = EmbeddedHome.Run("chown", "postgres", folder);
        change.WaitForExit();
    }
}
