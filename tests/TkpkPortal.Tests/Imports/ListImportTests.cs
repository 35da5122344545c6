using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Imports;

public sealed class ListImportTests
{
    private static ImportOrigin Ranked(DateOnly on) => Builders.Origin() with { DecileSource = "DTSEN", DecileReleasedOn = on };

    [Fact]
    public async Task Deciles_are_kept_by_release_and_the_newest_stands_on_the_family()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var (card, nik) = (Builders.CardNumber(), Builders.Nik());
        var family = await portal.Make.HouseholdAsync(village.Id, nik: nik, cardNumber: card);
        var newer = await portal.Make.ImportAsync($"NIK;Desil\n{nik};2\n", ImportFormat.Deciles, Ranked(new(2026, 3, 1)));
        Assert.Equal((ImportState.Committed, 1), (newer.State, newer.ChangedRecords));
        var older = await portal.Make.ImportAsync($"Nomor KK;Desil\n{card};5\n", ImportFormat.Deciles, Ranked(new(2025, 9, 1)));
        Assert.Equal(1, older.ChangedRecords);
        await using (var db = portal.Open())
        {
            var held = await db.Households.SingleAsync(h => h.Id == family);
            Assert.Equal((2, "DTSEN", new DateOnly(2026, 3, 1)), (held.Decile, held.DecileSource, held.DecileReleasedOn));
            Assert.Equal([5, 2], await db.WelfareDeciles.Where(d => d.HouseholdId == family).OrderBy(d => d.Release.ReleasedOn).Select(d => d.Decile!.Value).ToListAsync());
            Assert.Equal(1, await db.VillageTallies.Where(t => t.VillageId == village.Id && t.Decile == 2).SumAsync(t => t.Households));
        }

        var same = await portal.Make.SettledAsync(await portal.Make.UploadAsync($"NIK;Desil\n{nik};2\n", ImportFormat.Deciles, Ranked(new(2026, 3, 1))));
        Assert.Equal((0, 1), (same.ChangedRecords, same.SameRecords));
        foreach (var id in new[] { older.Id, newer.Id })
        {
            await portal.Make.StepAsync(id, b => b.Undo());
            Assert.Equal(ImportState.Undone, (await portal.Make.SettledAsync(id)).State);
        }

        await using var after = portal.Open();
        Assert.Null((await after.Households.SingleAsync(h => h.Id == family)).Decile);
        Assert.False(await after.WelfareDeciles.AnyAsync(d => d.HouseholdId == family));
    }

    [Fact]
    public async Task Recipients_are_enrolled_once_and_counted()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var (nik, other) = (Builders.Nik(), Builders.Nik());
        var family = await portal.Make.HouseholdAsync(village.Id, nik: nik, headName: "Penerima Contoh");
        var already = await portal.Make.HouseholdAsync(village.Id, nik: other);
        var program = await portal.Make.AssistanceAsync();
        await portal.Make.EnrollAsync(already, program.Id);
        var origin = Builders.Origin() with { ProgramId = program.Id };
        var batch = await portal.Make.ImportAsync($"NIK;Nama\n{nik};Penerima Contoh\n{other};Lain\n{Builders.Nik()};Tidak Dikenal\n", ImportFormat.Recipients, origin);
        Assert.Equal((ImportState.Committed, 1, 1, 1), (batch.State, batch.NewRecords, batch.SameRecords, batch.BadRows));
        await using (var db = portal.Open())
        {
            Assert.Equal(1, (await db.Households.SingleAsync(h => h.Id == family)).ActiveProgramCount);
            Assert.Equal(ImportRules.FamilyUnknown.Code, (await db.ImportProblems.SingleAsync(p => p.BatchId == batch.Id)).Code);
        }

        await portal.Make.StepAsync(batch.Id, b => b.Undo());
        Assert.Equal(ImportState.Undone, (await portal.Make.SettledAsync(batch.Id)).State);
        await using var after = portal.Open();
        Assert.Equal(0, (await after.Households.SingleAsync(h => h.Id == family)).ActiveProgramCount);
        Assert.Equal(1, await after.Enrollments.CountAsync(e => e.ProgramId == program.Id));
    }

    [Fact]
    public async Task A_p3ke_list_brings_families_answers_conditions_and_deciles()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var nik = Builders.Nik();
        var origin = Ranked(new(2026, 1, 1)) with { SurveyedOn = new DateOnly(2025, 12, 1) };
        var csv = $"id_keluarga_p3ke;kode_kemdagri;desil_kesejahteraan;alamat;kepala_keluarga;nik;jenis_kelamin;tanggal_lahir;jenis_lantai\nP1;{village.Code};1;Dusun Satu;Kepala P3KE;{nik};Laki-laki;1980-05-17;Tanah\n";
        var batch = await portal.Make.ImportAsync(csv, ImportFormat.P3keFamilies, origin);
        Assert.Equal((ImportState.Committed, 1), (batch.State, batch.NewRecords));
        await using (var db = portal.Open())
        {
            var held = await db.Households.AsNoTracking().Include(h => h.Members).SingleAsync(h => h.OriginBatchId == batch.Id);
            Assert.Equal((1, "Kepala P3KE"), (held.Decile, held.HeadName));
            Assert.True(held.Conditions.HasFlag(HouseholdConditions.EarthFloor));
            var survey = await db.Surveys.SingleAsync(s => s.HouseholdId == held.Id);
            Assert.Equal(("p3ke", new DateOnly(2025, 12, 1), batch.Id), (survey.Instrument, survey.TakenOn, survey.BatchId));
            Assert.Single(survey.Given());
        }

        var same = await portal.Make.SettledAsync(await portal.Make.UploadAsync(csv, ImportFormat.P3keFamilies, origin));
        Assert.Equal((ImportState.Preview, 0, 0, 1), (same.State, same.NewRecords, same.ChangedRecords, same.SameRecords));
    }

    [Fact]
    public async Task An_upload_without_origin_or_over_its_time_is_refused()
    {
        var portal = await Portal.SharedAsync();
        Assert.Equal(ImportRules.OriginNeeded, (await Refused(Builders.Origin() with { Giver = " " })).Rule);
        Assert.Equal(ImportRules.AlreadyExpired, (await Refused(Builders.Origin(new(2020, 1, 1)))).Rule);
        Assert.Equal(HouseholdRules.DecileSourceNeeded, (await Refused(Builders.Origin(), ImportFormat.Deciles)).Rule);
        Assert.Equal(ImportRules.ProgramNeeded, (await Refused(Builders.Origin(), ImportFormat.Recipients)).Rule);
        Assert.Equal(ImportRules.FileEmpty, (await Assert.ThrowsAsync<RuleBrokenException>(() => portal.Make.UploadAsync(""))).Rule);

        Task<RuleBrokenException> Refused(ImportOrigin origin, ImportFormat format = ImportFormat.Template) =>
            Assert.ThrowsAsync<RuleBrokenException>(() => portal.Make.UploadAsync("a;b\n1;2\n", format, origin));
    }
}
