using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;
using TkpkPortal.TestSupport;

namespace TkpkPortal.EndToEndTests;

/// <summary>A proposal from the desk of the desa to the centre's answer and back to its people, at the width of a phone.</summary>
public sealed class ProposalJourneyTests
{
    private const string Hardship = "Belum pernah didata; menumpang di rumah orang tua sejak banjir.";

    [Fact]
    public async Task A_family_comes_forward_and_learns_the_result()
    {
        await using var browser = await BrowserPortal.StartAsync();
        var desks = await Desks.OpenAsync(browser);
        var family = new NewFamily();

        var proposal = await RegisterAsync(browser, desks, family);
        var number = await browser.Portal.Make.NumberAsync(proposal);
        await desks.Village.HandInAsync(proposal);
        var (address, pin, receipt) = await desks.Village.ReceiptAsync(proposal);
        receipt.Carries(PrintedPaper.A4, number, pin, family.Head, "tidak dipungut biaya");
        Assert.DoesNotContain(family.HeadNik, receipt.Text, StringComparison.Ordinal);
        var phone = await browser.VisitAsync(BrowserPortal.PhoneWidth);
        await ReadsAsync(phone, address, pin, ProposalStage.Submitted, number, family);

        var minutes = (await desks.Village.DeliberateAsync("470/12/BA/2026", [family.Head]))[0];
        minutes.Carries(PrintedPaper.A4, "BERITA ACARA", "Nomor: 470/12/BA/2026", number, family.Head, "Layak", "dihadiri 5 (lima) orang", "Budi Contoh");
        Assert.All(family.Numbers, secret => Assert.DoesNotContain(secret, minutes.Text, StringComparison.Ordinal));

        await desks.District.VerifyAsync(number);
        await ReturnAsync(desks, proposal, number);
        await desks.District.VerifyAsync(number);
        await desks.Social.VerifyAsync(number);
        await desks.Secretariat.ApproveAsync(number);
        ReadWorkbook(await desks.Secretariat.SendAllAsync(), number, family);
        await ReadsAsync(phone, address, pin, ProposalStage.Sent, number, family);

        await desks.Secretariat.ImportAnswerAsync($"{number};;;Diterima;2;{Day(Builders.Today)};");
        await desks.Secretariat.ApplyAsync(proposal);
        await ReadProfileAsync(browser, desks, proposal, number, family);
        await ReadsAsync(phone, address, pin, ProposalStage.Applied, number, family);
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task An_objection_takes_a_family_off_and_nobody_reads_who_objected()
    {
        await using var browser = await BrowserPortal.StartAsync();
        var make = browser.Portal.Make;
        var desks = await Desks.OpenAsync(browser);
        const string head = "Sudarmadji";
        const string objector = "Wirokusumo";
        var household = await make.HouseholdAsync(desks.Place.Id, headName: head);
        await make.RankAsync(household, 2);

        var proposal = await ObjectAsync(desks.Village, head, objector);
        var number = await make.NumberAsync(proposal);
        await desks.Village.HandInAsync(proposal);
        var papers = (await desks.Village.DeliberateAsync("470/13/BA/2026", [head])).Append((await desks.Village.ReceiptAsync(proposal)).Paper).ToList();
        papers[0].Carries(PrintedPaper.A4, "Nomor: 470/13/BA/2026", number, head, "Sanggah", "Layak");
        Assert.DoesNotContain(head, papers[2].Text, StringComparison.Ordinal);

        await desks.District.VerifyAsync(number);
        await desks.Social.VerifyAsync(number);
        await desks.Secretariat.ApproveAsync(number);
        var rows = await desks.Secretariat.SendAllAsync();
        Assert.NotEmpty(rows);
        await desks.Secretariat.ImportAnswerAsync($"{number};;;Diterima;;{Day(Builders.Today)};");
        await desks.Secretariat.ApplyAsync(proposal);
        await desks.Secretariat.SeesAsync("Keluarga ini sudah keluar", "sudah mampu", $"Sanggah nomor {number}: Penerapan ke data keluarga");
        Assert.DoesNotContain(objector, await desks.Secretariat.ReadAsync(), StringComparison.Ordinal);
        await desks.Secretariat.FollowAsync("Cetak profil");
        papers.Add(await desks.Secretariat.PaperAsync("Unduh PDF (A4)"));

        Assert.Equal(6, papers.Count);
        Assert.All(papers, paper => Assert.DoesNotContain(objector, paper.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(rows.SelectMany(r => r.Values), cell => cell is string text && text.Contains(objector, StringComparison.Ordinal));
        await using var db = browser.Portal.Open();
        var left = await db.Households.AsNoTracking().SingleAsync(h => h.Id == household);
        Assert.Equal((LeaveReason.NoLongerPoor, Builders.Today.AddDays(-30)), (left.LeaveReason, left.LeftOn));
        Assert.Equal(objector, (await make.OpenProposalAsync(proposal)).Content.Informant);
        Assert.Empty(browser.Complaints);
    }

    /// <summary>The desk fills the form; in the middle of it the sign-in ends.</summary>
    private static async Task<Guid> RegisterAsync(BrowserPortal browser, Desks desks, NewFamily family)
    {
        var page = desks.Village;
        await page.ChooseKindAsync("Usulan baru");
        var proposal = page.ProposalId();
        await page.EnterAsync("Nomor KK (jika ada)", family.Card);
        await page.EnterAsync("Alamat", "Jalan Uji 7");
        await page.EnterAsync("Dusun (jika ada)", "Dusun Uji");
        await page.EnterAsync("RT (jika ada)", "03");
        await page.SubmitAsync("Simpan dan lanjut");
        await page.FollowAsync("Tambah kepala keluarga");
        await page.FillMemberAsync(family.Head, family.HeadNik, "Kepala keluarga", "Laki-laki", "17/05/1980");
        await page.SubmitAsync("Simpan dan tambah anggota lain");

        await page.FillMemberAsync(family.Wife, family.WifeNik, "Suami atau istri", "Perempuan", "02/03/1984");
        await page.ChooseAsync("Pendidikan terakhir", "SD sederajat");
        await LoseSessionAsync(browser, desks.VillageUser);
        await page.SubmitAsync("Simpan anggota");
        await GoOnAsync(page, desks.VillageUser, proposal);
        await page.SeesAsync(family.Head, family.Wife, "lahir 02/03/1984");

        await page.FollowAsync("Lanjut");
        await page.EnterAsync("Luas lantai", "21");
        await page.ChooseAsync("Jenis lantai terluas", "Tanah");
        await page.AnswerAsync("Sumber penerangan utama", "Listrik PLN tanpa meteran");
        await page.SubmitAsync("Simpan dan lanjut");
        await page.AnswerAsync("Sepeda motor", "Tidak");
        await page.SubmitAsync("Simpan dan lanjut");
        await page.SubmitAsync("Simpan dan lanjut");
        await FillReasonsAsync(page, "Alasan usulan", Hardship, "KTP kepala keluarga");
        await page.SeesAsync("Yang diusulkan", family.Head, Hardship);
        await page.AddPhotoAsync(proposal);

        var kept = (await browser.Portal.Make.OpenProposalAsync(proposal)).Content;
        Assert.Equal([(family.Head, family.HeadNik), (family.Wife, family.WifeNik)], kept.Family.Members.Select(m => (m.Name, m.Nik)));
        Assert.Equal((family.Card, "Jalan Uji 7", "03", "8"), (kept.Family.CardNumber, kept.Family.Address, kept.Family.Rt, kept.Family.Answers["jenis_lantai"]));
        return proposal;
    }

    private static async Task LoseSessionAsync(BrowserPortal browser, PortalUser user)
    {
        await using var db = browser.Portal.Open();
        var ended = await db.LoginSessions.Where(s => s.UserId == user.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.ExpiresAt, DateTimeOffset.UtcNow.AddMinutes(-1)));
        Assert.Equal(1, ended);
    }

    private static async Task GoOnAsync(IPage page, PortalUser user, Guid proposal)
    {
        Assert.Equal("/masuk", page.Path());
        await page.NameThemselvesAsync(user.UserName!);
        await page.SeesAsync("Lanjutkan isian", $"/usulan/{proposal}/isi/anggota/baru");
        await page.SubmitAsync("Lanjutkan");
        Assert.Equal($"/usulan/{proposal}/isi/anggota", page.Path());
    }

    private static async Task FillReasonsAsync(IPage page, string label, string words, string card)
    {
        await page.EnterAsync(label, words);
        await page.AnswerAsync(card, "Ya, sudah dilihat");
        await page.AnswerAsync("Kartu Keluarga", "Ya, sudah dilihat");
        await page.SubmitAsync("Simpan dan lanjut");
    }

    private static async Task ReturnAsync(Desks desks, Guid proposal, string number)
    {
        const string reason = "RW belum diisi; lengkapi menurut Kartu Keluarga.";
        await desks.Social.TakeUpAsync(number);
        await desks.Social.FollowAsync("Kembalikan kepada desa");
        await desks.Social.EnterAsync("Alasan", reason);
        await desks.Social.SubmitAsync("Kembalikan kepada desa");
        await desks.Social.SeesAsync("Usulan dikembalikan kepada desa");

        var page = desks.Village;
        await page.OpenAsync($"/usulan/{proposal}");
        await page.SeesAsync("Dikembalikan.", reason);
        await page.OpenAsync($"/usulan/{proposal}/isi/keluarga");
        await page.SeesAsync(reason);
        await page.EnterAsync("RW (jika ada)", "05");
        await page.SubmitAsync("Simpan dan lanjut");
        await page.HandInAsync(proposal);
        await page.SeesAsync("Pengajuan ke-2", "Dimusyawarahkan.");
    }

    /// <summary>What the centre's operator types from: numbers whole, as text.</summary>
    private static void ReadWorkbook(List<IDictionary<string, object?>> rows, string number, NewFamily family)
    {
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal((number, family.Card), (row["Nomor usulan"] as string, row["Nomor KK"] as string)));
        Assert.Equal([(family.Head, family.HeadNik), (family.Wife, family.WifeNik)], rows.Select(r => ((string)r["Nama"]!, r["NIK"] as string)));
        Assert.All(rows, row => Assert.Equal("05", row["RW"]));
    }

    private static async Task ReadProfileAsync(BrowserPortal browser, Desks desks, Guid proposal, string number, NewFamily family)
    {
        var page = desks.Secretariat;
        await page.SeesAsync($"Keluarga {family.Head}", family.Wife, "2 DTSEN rilis 31 Oktober 2026");
        var profile = page.Path();
        await desks.Village.OpenAsync(profile);
        await desks.Village.SeesAsync([
            "RW belum diisi; lengkapi menurut Kartu Keluarga.",
            .. new[] { ProposalAct.Submit, ProposalAct.Deliberate, ProposalAct.VerifyDistrict, ProposalAct.Return, ProposalAct.VerifySocial, ProposalAct.Approve, ProposalAct.Send, ProposalAct.Accept, ProposalAct.Apply }
                .Select(act => $"Usulan baru nomor {number}: {ProposalNames.Of(act)}"),
        ]);
        await using var db = browser.Portal.Open();
        var row = await db.Proposals.AsNoTracking().Include(p => p.Steps).SingleAsync(p => p.Id == proposal);
        var household = await db.Households.AsNoTracking().SingleAsync(h => h.Id == row.HouseholdId);
        Assert.Equal((profile, ProposalStage.Applied, 2, 2), ($"/keluarga/{household.Id}", row.Stage, row.Round, household.Decile));
        Assert.Equal(
            [ProposalAct.Submit, ProposalAct.Deliberate, ProposalAct.VerifyDistrict, ProposalAct.Return, ProposalAct.Submit, ProposalAct.VerifyDistrict, ProposalAct.VerifySocial, ProposalAct.Approve, ProposalAct.Send, ProposalAct.Accept, ProposalAct.Apply],
            row.Steps.OrderBy(s => s.At).Select(s => s.Act));
    }

    /// <summary>The family's own phone: number, stage and date, and nothing that tells a stranger who it is.</summary>
    private static async Task ReadsAsync(IPage phone, string address, string pin, ProposalStage stage, string number, NewFamily family)
    {
        var text = await phone.StatusAsync(address, pin);
        Assert.StartsWith($"Usulan {number} {ProposalNames.Of(stage)} sejak {Indonesian.LongDate(DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7)))} {ProposalNames.Awaits(ProposalKind.NewFamily, stage)}", text, StringComparison.Ordinal);
        Assert.All([.. family.Numbers, family.Head, family.Wife, "Desa Uji", "Dusun Uji", "Usulan baru"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    private static async Task<Guid> ObjectAsync(IPage page, string head, string objector)
    {
        await page.ChooseKindAsync("Sanggah");
        await page.EnterAsync("Nama kepala keluarga, nomor KK, atau NIK", head);
        await page.SubmitAsync("Cari keluarga");
        await page.FollowAsync(head);
        await page.SubmitAsync("Buat draf usulan");
        var proposal = page.ProposalId();
        await page.AnswerAsync("Pokok sanggahan", "Keluarga sudah mampu");
        await page.EnterAsync("Sejak kapan", Day(Builders.Today.AddDays(-30)));
        await page.EnterAsync("Nama yang menyanggah", objector);
        await FillReasonsAsync(page, "Isi sanggahan", "Sudah punya usaha dan rumah yang baik.", "KTP kepala keluarga");
        return proposal;
    }

    private static string Day(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Names of one word, which no narrow column of a paper can break in two.</summary>
    private sealed record NewFamily
    {
        public string Head { get; } = "Suparno";

        public string Wife { get; } = "Sukarsih";

        public string HeadNik { get; } = Builders.Nik();

        public string WifeNik { get; } = Builders.Nik(new(1984, 3, 2), Sex.Female);

        public string Card { get; } = Builders.CardNumber();

        public IReadOnlyList<string> Numbers => [HeadNik, WifeNik, Card];
    }

    /// <summary>Everybody who has a say, each signed in; desa and camat hold a phone.</summary>
    private sealed record Desks(Area Place, PortalUser VillageUser, IPage Village, IPage District, IPage Social, IPage Secretariat)
    {
        public static async Task<Desks> OpenAsync(BrowserPortal browser)
        {
            var make = browser.Portal.Make;
            var (regency, district, villages) = await make.DistrictAsync(1);
            await make.ChooseRegencyAsync(regency);
            var operatorUser = await make.UserAsync(Role.VillageOperator, villages[0].Id);
            return new(
                villages[0],
                operatorUser,
                await browser.SignInAsync(operatorUser.UserName!, BrowserPortal.PhoneWidth),
                await browser.SignInAsync((await make.UserAsync(Role.DistrictHead, district.Id)).UserName!, BrowserPortal.PhoneWidth),
                await browser.SignInAsync((await make.UserAsync(Role.SocialAgency)).UserName!, BrowserPortal.PhoneWidth),
                await browser.SignInAsync((await make.UserAsync(Role.Secretariat)).UserName!, BrowserPortal.PhoneWidth));
        }
    }
}
