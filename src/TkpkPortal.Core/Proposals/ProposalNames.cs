using System.Globalization;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Deliberations;

namespace TkpkPortal.Core.Proposals;

/// <summary>What people call the codes of a proposal.</summary>
public static class ProposalNames
{
    /// <summary>"2026-000123": the year of registration and the running number.</summary>
    public static string Number(int year, int number) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{number:000000}");

    /// <summary>The running number of "2026-000123" or "123"; null for anything else.</summary>
    public static int? ParseNumber(string? text)
    {
        var part = text?.Trim().Split('-')[^1];
        return int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
    }

    public static string Of(ProposalKind kind) => kind switch
    {
        ProposalKind.NewFamily => "Usulan baru",
        ProposalKind.Correction => "Perbaikan data",
        ProposalKind.Exit => "Usul keluar",
        ProposalKind.Move => "Pindah desa",
        ProposalKind.Objection => "Sanggah",
        ProposalKind.OwnDataAccess => "Permintaan melihat data sendiri",
        ProposalKind.OwnDataCorrection => "Permintaan memperbaiki data sendiri",
        ProposalKind.OwnDataObjection => "Keberatan atas penggunaan data sendiri",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(ProposalRegistration registration) => registration switch
    {
        ProposalRegistration.Active => "Keluarga datang sendiri (aktif)",
        ProposalRegistration.Passive => "Kunjungan petugas atau disebut musyawarah (pasif)",
        _ => throw new ArgumentOutOfRangeException(nameof(registration)),
    };

    public static string Of(ProposalStage stage) => stage switch
    {
        ProposalStage.Draft => "Draf",
        ProposalStage.Submitted => "Diajukan desa",
        ProposalStage.Deliberated => "Dimusyawarahkan",
        ProposalStage.DistrictVerified => "Diverifikasi kecamatan",
        ProposalStage.SocialVerified => "Diverifikasi Dinas Sosial",
        ProposalStage.FieldCheckAsked => "Menunggu cek lapangan",
        ProposalStage.FieldChecked => "Dicek lapangan",
        ProposalStage.Approved => "Disahkan",
        ProposalStage.Sent => "Dikirim ke SIKS-NG",
        ProposalStage.Answered => "Diterima pusat",
        ProposalStage.Applied => "Diterapkan",
        ProposalStage.Completed => "Selesai dijawab",
        ProposalStage.Returned => "Dikembalikan",
        ProposalStage.Rejected => "Ditolak",
        ProposalStage.Cancelled => "Dibatalkan",
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };

    /// <summary>Within a sentence: "diverifikasi Dinas Sosial".</summary>
    public static string Within(ProposalStage stage) => Indonesian.Lowered(Of(stage));

    /// <summary>Within a sentence: "usul keluar".</summary>
    public static string Within(ProposalKind kind) => Indonesian.Lowered(Of(kind));

    /// <summary>Within a sentence: "berbeda dari usulan".</summary>
    public static string Within(FieldFinding finding) => Indonesian.Lowered(Of(finding));

    /// <summary>What happens next, for the people who wait: the words of the status page and the receipt.</summary>
    public static string Awaits(ProposalKind kind, ProposalStage stage) => stage switch
    {
        ProposalStage.Draft => "Belum diajukan; petugas desa masih melengkapinya.",
        ProposalStage.Submitted when ProposalFlow.IsOwnData(kind) => "Menunggu jawaban Dinas Sosial atau Sekretariat TKPK.",
        ProposalStage.Submitted => "Menunggu musyawarah desa atau kelurahan.",
        ProposalStage.Deliberated => "Menunggu pemeriksaan camat.",
        ProposalStage.DistrictVerified => "Menunggu pemeriksaan Dinas Sosial.",
        ProposalStage.SocialVerified or ProposalStage.FieldChecked => "Menunggu pengesahan.",
        ProposalStage.FieldCheckAsked => "Menunggu kunjungan pendamping ke rumah.",
        ProposalStage.Approved when kind == ProposalKind.OwnDataCorrection => "Menunggu diterapkan ke data keluarga.",
        ProposalStage.Approved => "Menunggu dikirim ke SIKS-NG.",
        ProposalStage.Sent => "Menunggu hasil pusat.",
        ProposalStage.Answered => "Pusat menerima; menunggu diterapkan ke data keluarga.",
        ProposalStage.Applied => "Selesai: data keluarga sudah diperbarui.",
        ProposalStage.Completed => "Selesai: permintaan sudah dijawab.",
        ProposalStage.Returned => "Dikembalikan kepada desa untuk diperbaiki.",
        ProposalStage.Rejected => "Ditolak; tanyakan alasannya kepada petugas desa.",
        ProposalStage.Cancelled => "Dibatalkan.",
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };

    public static string Of(ProposalAct act) => act switch
    {
        ProposalAct.Submit => "Mengajukan",
        ProposalAct.Deliberate => "Musyawarah: layak",
        ProposalAct.Postpone => "Musyawarah: ditunda",
        ProposalAct.VerifyDistrict => "Verifikasi kecamatan",
        ProposalAct.VerifySocial => "Verifikasi Dinas Sosial",
        ProposalAct.AskFieldCheck => "Meminta cek lapangan",
        ProposalAct.RecordFieldCheck => "Cek lapangan",
        ProposalAct.Approve => "Pengesahan",
        ProposalAct.Send => "Pengiriman ke SIKS-NG",
        ProposalAct.Accept => "Hasil pusat: diterima",
        ProposalAct.Wait => "Hasil pusat: tertunda",
        ProposalAct.WithdrawAnswer => "Hasil pusat ditarik kembali",
        ProposalAct.Apply => "Penerapan ke data keluarga",
        ProposalAct.Complete => "Menjawab permintaan",
        ProposalAct.Return => "Mengembalikan",
        ProposalAct.Reject => "Menolak",
        ProposalAct.Cancel => "Membatalkan",
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>"diverifikasi kecamatan", for "Usulan ini tidak dapat ...".</summary>
    public static string Passive(ProposalAct act) => act switch
    {
        ProposalAct.Submit => "diajukan",
        ProposalAct.Deliberate or ProposalAct.Postpone => "dimusyawarahkan",
        ProposalAct.VerifyDistrict => "diverifikasi kecamatan",
        ProposalAct.VerifySocial => "diverifikasi Dinas Sosial",
        ProposalAct.AskFieldCheck or ProposalAct.RecordFieldCheck => "dicek lapangan",
        ProposalAct.Approve => "disahkan",
        ProposalAct.Send => "dikirim",
        ProposalAct.Accept or ProposalAct.Wait => "diberi hasil pusat",
        ProposalAct.WithdrawAnswer => "ditarik hasil pusatnya",
        ProposalAct.Apply => "diterapkan",
        ProposalAct.Complete => "dijawab",
        ProposalAct.Return => "dikembalikan",
        ProposalAct.Reject => "ditolak",
        ProposalAct.Cancel => "dibatalkan",
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    public static string Of(CentreAnswer answer) => answer switch
    {
        CentreAnswer.Accepted => "Diterima",
        CentreAnswer.Rejected => "Ditolak",
        CentreAnswer.Postponed => "Tertunda",
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    public static string Of(FieldFinding finding) => finding switch
    {
        FieldFinding.Matches => "Sesuai usulan",
        FieldFinding.Differs => "Berbeda dari usulan",
        FieldFinding.NotFound => "Keluarga tidak ditemukan",
        _ => throw new ArgumentOutOfRangeException(nameof(finding)),
    };

    public static string Of(DeliberationOutcome outcome) => outcome switch
    {
        DeliberationOutcome.Worthy => "Layak",
        DeliberationOutcome.NotWorthy => "Tidak layak",
        DeliberationOutcome.Postponed => "Tunda",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public static string Of(DeliberationForm form) => form switch
    {
        DeliberationForm.Assembly => "Musyawarah",
        DeliberationForm.Statement => "SPTJM",
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    public static string Of(PhotoSubject subject) => subject switch
    {
        PhotoSubject.FrontOfHouse => "Rumah tampak depan",
        PhotoSubject.Floor => "Lantai",
        PhotoSubject.Wall => "Dinding",
        PhotoSubject.Roof => "Atap",
        PhotoSubject.Toilet => "Jamban",
        PhotoSubject.FamilyCard => "Kartu Keluarga",
        PhotoSubject.IdentityCard => "KTP",
        PhotoSubject.Statement => "Surat pernyataan",
        PhotoSubject.Other => "Lainnya",
        _ => throw new ArgumentOutOfRangeException(nameof(subject)),
    };

    public static string Of(ObjectionGround ground) => ground switch
    {
        ObjectionGround.NoLongerPoor => "Keluarga sudah mampu",
        ObjectionGround.LeftThePlace => "Keluarga tidak lagi tinggal di sini",
        ObjectionGround.Duplicate => "Keluarga tercatat ganda",
        ObjectionGround.WrongData => "Data keluarga tidak benar",
        _ => throw new ArgumentOutOfRangeException(nameof(ground)),
    };
}
