using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Households;

public sealed partial class IdentityTests
{
    [Fact]
    public async Task Numbers_open_once_for_a_reason_that_is_kept()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var (nik, card) = (Builders.Nik(), Builders.CardNumber());
        var family = await portal.Make.HouseholdAsync(village.Id, 1, nik, card);
        using var browser = await portal.SignInAsync(Role.SocialAgency);
        var form = await browser.OpenFormAsync($"/keluarga/{family}/buka-nik");

        var opened = await form.SendAsync(new() { ["Reason"] = "Mencocokkan dengan KTP" });
        var again = await form.SendAsync(new() { ["Reason"] = "Mencocokkan dengan KTP" });

        Assert.Equal(HttpStatusCode.OK, opened.Status);
        Assert.Contains(nik, opened.Text.Replace("\u00a0", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(card, opened.Text.Replace("\u00a0", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("no-store", opened.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal($"/keluarga/{family}/buka-nik", again.Location);
        await using var db = portal.Open();
        var entry = await db.AuditEntries.SingleAsync(a => a.SubjectId == family && a.Action == AuditAction.Reveal);
        Assert.Equal("Mencocokkan dengan KTP", entry.Reason);
        Assert.Contains("NIK dan nomor KK dibuka", (await browser.GetAsync($"/keluarga/{family}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("singkat", "IDN-09")]
    [InlineData("          cek     ", "IDN-09")]
    [InlineData("memeriksa 9901 0117 0580 0001", "IDN-11")]
    public async Task A_poor_reason_opens_nothing(string reason, string code)
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var family = await portal.Make.HouseholdAsync(village.Id, nik: Builders.Nik());

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => RevealAsync(portal, Secretariat(), family, reason));

        Assert.Equal(code, broken.Rule.Code);
        await using var db = portal.Open();
        Assert.False(await db.AuditEntries.AnyAsync(a => a.SubjectId == family && a.Action == AuditAction.Reveal));
    }

    [Fact]
    public async Task Sixty_openings_an_hour_and_not_one_more_even_at_once()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var family = await portal.Make.HouseholdAsync(village.Id, nik: Builders.Nik());
        var actor = Secretariat();
        for (var i = 0; i < 55; i++) await RevealAsync(portal, actor, family, "alasan yang cukup panjang");

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            try
            {
                await RevealAsync(portal, actor, family, "alasan yang cukup panjang");
                return true;
            }
            catch (RuleBrokenException broken) when (broken.Rule == HouseholdRules.RevealLimit)
            {
                return false;
            }
        }));

        Assert.Equal(5, results.Count(opened => opened));
        await RevealAsync(portal, Secretariat(), family, "rekan lain masih boleh");
    }

    [Fact]
    public async Task No_column_of_a_dump_holds_sixteen_digits()
    {
        await using var portal = await Portal.StartAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var (nik, card) = (Builders.Nik(), Builders.CardNumber());
        var family = await portal.Make.HouseholdAsync(village.Id, 2, nik, card);
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var child = await ChildAsync(portal, family);
        await browser.SubmitAsync($"/keluarga/{family}/anggota/{child}/perbaiki", new() { ["Input.Nik"] = Builders.Nik() });
        await browser.SubmitAsync($"/keluarga/{family}/perbaiki", new() { ["Input.CardNumber"] = Builders.CardNumber() });
        await browser.SubmitAsync($"/keluarga/{family}/buka-nik", new() { ["Reason"] = "Mencocokkan dengan KTP" });

        await using var connection = new NpgsqlConnection(portal.ConnectionString);
        await connection.OpenAsync();
        foreach (var table in await StringsAsync(connection, "select table_name::text from information_schema.tables where table_schema = 'public'"))
        {
            // Bytea prints as hex in a row's text; only its decimal runs could be digits of a number, so those columns are read as raw bytes below.
            var columns = await StringsAsync(connection, $"select column_name::text from information_schema.columns where table_name = '{table}' and data_type not in ('bytea', 'uuid')");
            foreach (var column in columns)
            foreach (var text in await StringsAsync(connection, $"select \"{column}\"::text from \"{table}\" where \"{column}\" is not null"))
                Assert.False(SixteenDigits().IsMatch(text), $"{table}.{column}");
            var binary = await StringsAsync(connection, $"select column_name::text from information_schema.columns where table_name = '{table}' and data_type = 'bytea'");
            foreach (var column in binary)
            foreach (var text in await StringsAsync(connection, $"select encode(\"{column}\", 'escape') from \"{table}\" where \"{column}\" is not null"))
                Assert.False(text.Contains(nik, StringComparison.Ordinal) || text.Contains(card, StringComparison.Ordinal), $"{table}.{column}");
        }
    }

    [Fact]
    public async Task The_same_number_seals_differently_every_time_and_a_touched_cipher_does_not_open()
    {
        var portal = await Portal.SharedAsync();
        var (nik, record) = (Builders.Nik(), Guid.NewGuid());
        var (one, two) = (portal.Cipher.Seal(nik, record), portal.Cipher.Seal(nik, record));
        Assert.NotEqual(one, two);
        Assert.Equal(portal.Cipher.Digest(nik), portal.Cipher.Digest(nik));

        for (var bit = 0; bit < one.Length * 8; bit += 5)
        {
            var touched = (byte[])one.Clone();
            touched[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.ThrowsAny<Exception>(() => portal.Cipher.Open(touched, record));
        }

        Assert.ThrowsAny<CryptographicException>(() => portal.Cipher.Open(one, Guid.NewGuid()));
        Assert.Equal(nik, portal.Cipher.Open(one, record));
    }

    [Fact]
    public async Task A_family_whose_cipher_was_changed_in_the_database_gives_an_error_not_garbage()
    {
        await using var portal = await Portal.StartAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var family = await portal.Make.HouseholdAsync(village.Id, nik: Builders.Nik());
        await using (var db = portal.Open())
            await db.Database.ExecuteSqlAsync($"update household_members set nik_cipher = set_byte(nik_cipher, length(nik_cipher) - 1, get_byte(nik_cipher, length(nik_cipher) - 1) # 1) where household_id = {family}");
        using var browser = await portal.SignInAsync(Role.Secretariat);

        var answer = await browser.GetAsync($"/keluarga/{family}");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Contains("tidak terbaca", (await browser.GetAsync("/keluarga")).Text, StringComparison.Ordinal);
    }

    private static Actor Secretariat() => new() { Name = "Sekretariat", Role = Role.Secretariat, Reach = Reach.Everything, UserId = Guid.NewGuid() };

    private static Task<RevealedNumbers> RevealAsync(Portal portal, Actor actor, Guid family, string reason) =>
        portal.Make.RunAsync<RevealIdentity, RevealedNumbers>(actor, useCase => useCase.RunAsync(family, reason, CancellationToken.None));

    private static async Task<Guid> ChildAsync(Portal portal, Guid family)
    {
        await using var db = portal.Open();
        return await db.HouseholdMembers.Where(m => m.HouseholdId == family && m.Relation == FamilyRelation.Child).Select(m => m.Id).FirstAsync();
    }

    private static async Task<List<string>> StringsAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync()) found.Add(reader.GetString(0));
        return found;
    }

    [GeneratedRegex(@"(?<!\d)\d{16}(?!\d)")]
    private static partial Regex SixteenDigits();
}
