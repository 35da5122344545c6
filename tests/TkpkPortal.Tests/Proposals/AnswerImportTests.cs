using System.Text;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports;
using TkpkPortal.Core.Proposals;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Proposals;

public sealed class AnswerImportTests
{
    private static string File(params string[] rows) => string.Join('\n', rows.Prepend(Builders.AnswerHeader)) + "\n";

    [Fact]
    public async Task Answers_by_number_are_previewed_taken_and_taken_back()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var (yes, no, later) = (await portal.Make.SentAsync(village.Id), await portal.Make.SentAsync(village.Id), await portal.Make.SentAsync(village.Id));
        var office = await portal.Make.OfficeAsync();
        var id = await portal.Make.UploadAnswersAsync(office, Encoding.UTF8.GetBytes(File(
            $"{await portal.Make.NumberAsync(yes)};;;Diterima;2;05/11/2026;", $"{await portal.Make.NumberAsync(no)};;;tidak disetujui;;05/11/2026;Sudah mampu", $"{await portal.Make.NumberAsync(later)};;;Tunda;;;Menunggu BPS")));
        var preview = await portal.Make.SettledAsync(id);
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var page = await browser.GetAsync($"/impor/{id}");
        Assert.Equal((ImportState.Preview, 3, 0, 0), (preview.State, preview.ChangedRecords, preview.BadRows, preview.NewRecords));
        Assert.Contains("3 usulan mendapat hasil", page.Text, StringComparison.Ordinal);
        Assert.Contains("belum ada menjadi Diterima, desil 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("Dikirim ke SIKS-NG menjadi Diterima pusat", page.Text, StringComparison.Ordinal);
        Assert.Equal(ProposalStage.Sent, (await portal.Make.ProposalRowAsync(yes)).Stage);

        Assert.True((await browser.SubmitAsync($"/impor/{id}/simpan", [])).IsRedirect);
        var committed = await portal.Make.SettledAsync(id);

        Assert.Equal((ImportState.Committed, 3), (committed.State, committed.ChangedRecords));
        var (a, b, c) = (await portal.Make.ProposalRowAsync(yes), await portal.Make.ProposalRowAsync(no), await portal.Make.ProposalRowAsync(later));
        Assert.Equal((ProposalStage.Answered, CentreAnswer.Accepted, 2, new DateOnly(2026, 11, 5), id), (a.Stage, a.Answer, a.AnsweredDecile, a.AnsweredOn, a.AnswerBatchId));
        Assert.Equal((ProposalStage.Rejected, CentreAnswer.Rejected, "Sudah mampu"), (b.Stage, b.Answer, b.Reason));
        Assert.Equal((ProposalStage.Sent, CentreAnswer.Postponed, "Menunggu BPS"), (c.Stage, c.Answer, c.Reason));
        Assert.Equal((1, 1, 1), (await Counted(ProposalStage.Answered), await Counted(ProposalStage.Rejected), await Counted(ProposalStage.Sent)));
        // In the name of who pressed the button, not of who uploaded the file.
        Assert.Equal(committed.AskedBy, a.Steps.Single(s => s.Act == ProposalAct.Accept).ActorId);
        Assert.NotEqual(office.UserId, committed.AskedBy);

        Assert.Contains("Hasil pusat atas 3 usulan ditarik kembali", (await browser.GetAsync($"/impor/{id}/urungkan")).Text, StringComparison.Ordinal);
        Assert.True((await browser.SubmitAsync($"/impor/{id}/urungkan", [])).IsRedirect);
        Assert.Equal(ImportState.Undone, (await portal.Make.SettledAsync(id)).State);
        foreach (var proposal in new[] { yes, no, later })
        {
            var back = await portal.Make.ProposalRowAsync(proposal);
            Assert.Equal((ProposalStage.Sent, null, null, null), (back.Stage, back.Answer, back.AnsweredDecile, back.AnswerBatchId));
        }

        Assert.Equal((0, 0, 3), (await Counted(ProposalStage.Answered), await Counted(ProposalStage.Rejected), await Counted(ProposalStage.Sent)));
        Assert.Contains("Semua perubahan dikembalikan", (await browser.GetAsync($"/impor/{id}")).Text, StringComparison.Ordinal);

        Task<int> Counted(ProposalStage stage) => portal.Make.CountedAsync(village.Id, stage);
    }

    [Fact]
    public async Task A_row_without_a_number_finds_its_proposal_by_NIK_or_card()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var (nik, card) = (Builders.Nik(), Builders.CardNumber());
        var byNik = await portal.Make.SentAsync(village.Id, content: Builders.NewFamilyContent(nik: nik));
        var family = await portal.Make.HouseholdAsync(village.Id, cardNumber: card);
        var held = await portal.Make.ContentOfAsync(family);
        var byCard = await portal.Make.SentAsync(village.Id, ProposalKind.Correction, family, held with { Family = held.Family with { Address = "Jalan Kartu 3" } });
        var batch = await portal.Make.AnswersAsync(File($";{nik};;Diterima;1;;", $";;{card};Diterima;3;;", $";{Builders.Nik()};;Diterima;3;;"));
        Assert.Equal((2, 1), (batch.ChangedRecords, batch.BadRows));
        Assert.Equal((1, 3), ((await portal.Make.ProposalRowAsync(byNik)).AnsweredDecile, (await portal.Make.ProposalRowAsync(byCard)).AnsweredDecile));
        Assert.Equal(["IMP-78"], await CodesAsync(portal, batch.Id, errors: true));
    }

    [Fact]
    public async Task What_is_wrong_is_told_cell_by_cell_and_what_is_doubtful_is_warned()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var (good, twice, repeated, early) = (await portal.Make.SentAsync(village.Id), await portal.Make.SentAsync(village.Id), await portal.Make.SentAsync(village.Id), await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.Approved));
        var (n, t, r, e) = (await portal.Make.NumberAsync(good), await portal.Make.NumberAsync(twice), await portal.Make.NumberAsync(repeated), await portal.Make.NumberAsync(early));
        var other = await portal.Make.SentAsync(village.Id);
        var id = await portal.Make.UploadAnswersAsync(await portal.Make.OfficeAsync(), Encoding.UTF8.GetBytes(File(
            $"{n};;;Diterima;;;", "2026-999999999;;;Diterima;2;;", $"{e};;;Diterima;2;;", $"{t};;;Diterima;2;;", $"{t};;;Ditolak;;;Mampu", $"{r};;;Ditolak;;;", $"{r};;;Ditolak;;;",
            $"{await portal.Make.NumberAsync(other)};;;Diterima;11;;", $"{await portal.Make.NumberAsync(other)};{Builders.Nik()};;Diterima;2;;", $"{n}x;;;Diterima;2;;", $"{n};;;mungkin;2;;", $"{n};;;Diterima;2;05/11/2099;", ";;;Diterima;2;;")));
        // Most of its rows are bad, so a person is asked first.
        Assert.Equal(ImportState.AwaitingAnswer, (await portal.Make.SettledAsync(id)).State);
        await portal.Make.StepAsync(id, b => b.GoOnAnyway());
        await portal.Make.StepAsync(id, b => b.Commit(Builders.Today));
        var batch = await portal.Make.SettledAsync(id);

        Assert.Equal((2, 10), (batch.ChangedRecords, batch.BadRows));
        Assert.Equal(
            ["IMP-17", "IMP-24", "IMP-70", "IMP-71", "IMP-73", "IMP-74", "IMP-74", "IMP-76", "IMP-81", "KEL-15"], (await CodesAsync(portal, batch.Id, errors: true)).Order(StringComparer.Ordinal));
        Assert.Equal(["IMP-75", "IMP-79", "IMP-80"], (await CodesAsync(portal, batch.Id, errors: false)).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal((ProposalStage.Sent, ProposalStage.Rejected), ((await portal.Make.ProposalRowAsync(twice)).Stage, (await portal.Make.ProposalRowAsync(repeated)).Stage));
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var refused = MiniExcelLibs.MiniExcel.Query(new MemoryStream(await browser.DownloadAsync($"/impor/{batch.Id}/galat.xlsx")), useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        Assert.Equal(10, refused.Count);
        Assert.Contains(refused, row => Equals(row["Nomor usulan"], e));
    }

    [Fact]
    public async Task Only_a_family_that_stays_where_it_is_is_missed_a_decile()
    {
        var portal = await Portal.SharedAsync();
        var (_, _, villages) = await portal.Make.DistrictAsync(2);
        var (leaving, moving, kept) = (await portal.Make.HouseholdAsync(villages[0].Id), await portal.Make.HouseholdAsync(villages[0].Id), await portal.Make.HouseholdAsync(villages[0].Id));
        var (left, moved, corrected) = (await portal.Make.ContentOfAsync(leaving), await portal.Make.ContentOfAsync(moving), await portal.Make.ContentOfAsync(kept));
        var exit = await portal.Make.SentAsync(villages[0].Id, ProposalKind.Exit, leaving, left with { LeaveReason = LeaveReason.NoLongerPoor, LeftOn = "2026-11-01" });
        var move = await portal.Make.SentAsync(villages[0].Id, ProposalKind.Move, moving, moved with { ToVillageId = villages[1].Id });
        var correction = await portal.Make.SentAsync(villages[0].Id, ProposalKind.Correction, kept, corrected with { Family = corrected.Family with { Address = "Jalan Tetap 4" } });

        var others = await portal.Make.AnswersAsync(File($"{await portal.Make.NumberAsync(exit)};;;Diterima;;;", $"{await portal.Make.NumberAsync(move)};;;Diterima;;;"));
        var stays = await portal.Make.AnswersAsync(File($"{await portal.Make.NumberAsync(correction)};;;Diterima;;;"));

        Assert.Equal((2, 0), (others.ChangedRecords, others.BadRows));
        Assert.Empty(await CodesAsync(portal, others.Id, errors: false));
        Assert.Equal(["IMP-79"], await CodesAsync(portal, stays.Id, errors: false));
    }

    [Fact]
    public async Task The_sheet_of_a_dispatch_comes_back_as_a_workbook_without_any_mapping()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var proposal = await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.Approved);
        var dispatch = await portal.Make.SendAsync(proposal);
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var sheet = MiniExcelLibs.MiniExcel.Query(new MemoryStream(await browser.DownloadAsync($"/pengiriman/{dispatch}?handler=Answers")), useHeaderRow: true).Cast<IDictionary<string, object?>>().Single();
        sheet["Hasil"] = "Diterima";
        sheet["Desil baru"] = "2";
        var filled = WorkbookMaker.Of([.. sheet.Keys], [.. sheet.Values]);

        var id = await portal.Make.UploadAnswersAsync(await portal.Make.OfficeAsync(), filled, "hasil.xlsx");
        var preview = await portal.Make.SettledAsync(id);

        Assert.Equal((ImportState.Preview, 1, 0), (preview.State, preview.ChangedRecords, preview.BadRows));
    }

    [Fact]
    public async Task A_column_nobody_knows_is_asked_for_and_then_read()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var proposal = await portal.Make.SentAsync(village.Id);
        var id = await portal.Make.UploadAnswersAsync(await portal.Make.OfficeAsync(), Encoding.UTF8.GetBytes($"Nomor usulan;Kesimpulan akhir SIKS\n{await portal.Make.NumberAsync(proposal)};Diterima\n"));
        Assert.Equal(ImportState.AwaitingColumns, (await portal.Make.SettledAsync(id)).State);
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var form = await browser.OpenFormAsync($"/impor/{id}/kolom");
        var column = form.Fields.First(f => f.Value.Length == 0 || f.Key.Contains('[', StringComparison.Ordinal)).Key;

        Assert.True((await form.SendAsync(new() { [column] = FieldKeys.Outcome })).IsRedirect);

        Assert.Equal((ImportState.Preview, 1), ((await portal.Make.SettledAsync(id)).State, (await portal.Make.BatchAsync(id)).ChangedRecords));
    }

    [Fact]
    public async Task A_later_answer_replaces_an_earlier_one_until_it_is_applied()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var proposal = await portal.Make.SentAsync(village.Id);
        var number = await portal.Make.NumberAsync(proposal);
        var first = await portal.Make.AnswersAsync(File($"{number};;;Ditolak;;;Keliru"));
        var second = await portal.Make.AnswersAsync(File($"{number};;;Diterima;2;;"));
        Assert.Equal((1, 1), (first.ChangedRecords, second.ChangedRecords));
        Assert.Equal((ProposalStage.Answered, second.Id), ((await portal.Make.ProposalRowAsync(proposal)).Stage, (await portal.Make.ProposalRowAsync(proposal)).AnswerBatchId));
        var same = await portal.Make.SettledAsync(await portal.Make.UploadAnswersAsync(await portal.Make.OfficeAsync(), Encoding.UTF8.GetBytes(File($"{number};;;Diterima;2;;"))));
        Assert.Equal((0, 1), (same.ChangedRecords, same.SameRecords));
        // The earlier import no longer answers for it, so undoing that one leaves it.
        await portal.Make.StepAsync(first.Id, b => b.Undo());
        await portal.Make.SettledAsync(first.Id);
        Assert.Equal(ProposalStage.Answered, (await portal.Make.ProposalRowAsync(proposal)).Stage);

        await portal.Make.ApplyAsync(proposal);
        var tooLate = await portal.Make.SettledAsync(await portal.Make.UploadAnswersAsync(await portal.Make.OfficeAsync(), Encoding.UTF8.GetBytes(File($"{number};;;Ditolak;;;Terlambat"))));

        Assert.Equal(["IMP-72"], await CodesAsync(portal, tooLate.Id, errors: true));
    }

    [Fact]
    public async Task Undo_leaves_what_is_written_to_a_record_and_lists_it()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var (applied, open) = (await portal.Make.SentAsync(village.Id, content: Builders.NewFamilyContent("Kepala Diterapkan")), await portal.Make.SentAsync(village.Id));
        var batch = await portal.Make.AnswersAsync(File($"{await portal.Make.NumberAsync(applied)};;;Diterima;2;;", $"{await portal.Make.NumberAsync(open)};;;Diterima;2;;"));
        await portal.Make.ApplyAsync(applied);
        using var browser = await portal.SignInAsync(Role.Secretariat);

        Assert.Contains("1 usulan dibiarkan", (await browser.GetAsync($"/impor/{batch.Id}/urungkan")).Text, StringComparison.Ordinal);
        Assert.True((await browser.SubmitAsync($"/impor/{batch.Id}/urungkan", [])).IsRedirect);
        Assert.Equal(ImportState.Undone, (await portal.Make.SettledAsync(batch.Id)).State);

        Assert.Equal((ProposalStage.Applied, ProposalStage.Sent), ((await portal.Make.ProposalRowAsync(applied)).Stage, (await portal.Make.ProposalRowAsync(open)).Stage));
        Assert.Contains("1 usulan tidak dikembalikan", (await browser.GetAsync($"/impor/{batch.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("Kepala Diterapkan", (await browser.GetAsync($"/impor/{batch.Id}/tertinggal")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_between_preview_and_saving_stays_out_and_is_told()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var (applied, open) = (await portal.Make.SentAsync(village.Id), await portal.Make.SentAsync(village.Id));
        await portal.Make.AnswersAsync(File($"{await portal.Make.NumberAsync(applied)};;;Diterima;2;;"));
        var id = await portal.Make.UploadAnswersAsync(
            await portal.Make.OfficeAsync(), Encoding.UTF8.GetBytes(File($"{await portal.Make.NumberAsync(applied)};;;Ditolak;;;Berubah", $"{await portal.Make.NumberAsync(open)};;;Diterima;2;;")));
        Assert.Equal(2, (await portal.Make.SettledAsync(id)).ChangedRecords);
        await portal.Make.ApplyAsync(applied);
        await portal.Make.StepAsync(id, b => b.Commit(Builders.Today));
        var batch = await portal.Make.SettledAsync(id);

        Assert.Equal((ImportState.Committed, 1, 1), (batch.State, batch.ChangedRecords, batch.BadRows));
        Assert.Equal((ProposalStage.Applied, ProposalStage.Answered), ((await portal.Make.ProposalRowAsync(applied)).Stage, (await portal.Make.ProposalRowAsync(open)).Stage));
        Assert.Equal(["IMP-72"], await CodesAsync(portal, id, errors: true));
    }

    [Fact]
    public async Task A_worker_that_comes_after_a_killed_one_answers_and_takes_back_nothing_twice()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var (yes, later) = (await portal.Make.SentAsync(village.Id), await portal.Make.SentAsync(village.Id));
        var batch = await portal.Make.AnswersAsync(File($"{await portal.Make.NumberAsync(yes)};;;Diterima;2;;", $"{await portal.Make.NumberAsync(later)};;;Tertunda;;;BPS"));

        // Killed after the last chunk, before the phase ended: the ledger knows.
        await AgainAsync("Committing");
        Assert.Equal((ImportState.Committed, 2), ((await portal.Make.SettledAsync(batch.Id)).State, (await portal.Make.BatchAsync(batch.Id)).ChangedRecords));
        Assert.Equal((1, 1), (await StepsAsync(yes, ProposalAct.Accept), await StepsAsync(later, ProposalAct.Wait)));
        await portal.Make.StepAsync(batch.Id, b => b.Undo());
        await portal.Make.SettledAsync(batch.Id);
        await AgainAsync("Undoing");

        Assert.Equal(ImportState.Undone, (await portal.Make.SettledAsync(batch.Id)).State);
        Assert.Equal((1, 1), (await StepsAsync(yes, ProposalAct.WithdrawAnswer), await StepsAsync(later, ProposalAct.WithdrawAnswer)));
        Assert.Equal(2, await portal.Make.CountedAsync(village.Id, ProposalStage.Sent));

        async Task AgainAsync(string state)
        {
            await using var db = portal.Open();
            await db.Database.ExecuteSqlAsync($"update import_batches set state = {state}, leased_until = null where id = {batch.Id}");
        }

        async Task<int> StepsAsync(Guid proposal, ProposalAct act) => (await portal.Make.ProposalRowAsync(proposal)).Steps.Count(s => s.Act == act);
    }

    [Fact]
    public async Task A_family_import_is_not_undone_where_a_proposal_speaks_of_its_family()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var imported = await portal.Make.ImportAsync(Builders.Template(Builders.Row(village.Code, Builders.CardNumber(), "Kepala Diusulkan", Builders.Nik())));
        Guid family;
        await using (var db = portal.Open()) family = await db.Households.Where(h => h.OriginBatchId == imported.Id).Select(h => h.Id).SingleAsync();
        var held = await portal.Make.ContentOfAsync(family);
        await portal.Make.ProposalAsync(village.Id, ProposalKind.Correction, ProposalStage.Submitted, family, held with { Family = held.Family with { Address = "Jalan Usul 4" } });

        await portal.Make.StepAsync(imported.Id, b => b.Undo());

        Assert.Equal(ImportState.Undone, (await portal.Make.SettledAsync(imported.Id)).State);
        await using var after = portal.Open();
        Assert.True(await after.Households.AnyAsync(h => h.Id == family));
    }

    private static async Task<List<string>> CodesAsync(Portal portal, Guid batch, bool errors)
    {
        await using var db = portal.Open();
        return await db.ImportProblems.Where(p => p.BatchId == batch && p.IsError == errors).OrderBy(p => p.RowNumber).Select(p => p.Code).ToListAsync();
    }
}
