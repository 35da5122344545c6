using System.ComponentModel.DataAnnotations;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Drafts;

namespace TkpkPortal.Web.Pages.Proposals.Drafts;

/// <summary>Bounds what one box may hold; everything else is saved as typed and spoken of by the checks.</summary>
internal static class Shape
{
    public const int Longest = 2000;
    public const string TooLong = "Tulisan terlalu panjang; paling panjang 2.000 huruf.";
}

public sealed class DraftFamilyInput
{
    [Display(Name = "Nomor KK")]
    [StringLength(Shape.Longest, ErrorMessage = Shape.TooLong)]
    public string? CardNumber { get; set; }

    [Display(Name = "Kosongkan nomor KK yang tersimpan")]
    public bool RemoveCardNumber { get; set; }

    [Display(Name = "Desa atau kelurahan tujuan")]
    public Guid? ToVillageId { get; set; }

    [Display(Name = "Alamat")]
    [StringLength(Shape.Longest, ErrorMessage = Shape.TooLong)]
    public string? Address { get; set; }

    [Display(Name = "Dusun")]
    [StringLength(Shape.Longest, ErrorMessage = Shape.TooLong)]
    public string? Hamlet { get; set; }

    [Display(Name = "RT")]
    [StringLength(Shape.Longest, ErrorMessage = Shape.TooLong)]
    public string? Rt { get; set; }

    [Display(Name = "RW")]
    [StringLength(Shape.Longest, ErrorMessage = Shape.TooLong)]
    public string? Rw { get; set; }

    public static DraftFamilyInput From(ProposalContent content) => new()
    {
        CardNumber = DraftPages.CardMask(content.Family.CardNumber) is null ? content.Family.CardNumber : null,
        ToVillageId = content.ToVillageId,
        Address = content.Family.Address,
        Hamlet = content.Family.Hamlet,
        Rt = content.Family.Rt,
        Rw = content.Family.Rw,
    };

    public FamilyPart ToPart() => new(CardNumber, RemoveCardNumber, Address, Hamlet, Rt, Rw, ToVillageId);
}

public sealed class DraftMemberInput
{
    [Display(Name = "Nama lengkap")]
    [StringLength(Shape.Longest, ErrorMessage = Shape.TooLong)]
    public string? Name { get; set; }

    [Display(Name = "NIK")]
    [StringLength(Shape.Longest, ErrorMessage = Shape.TooLong)]
    public string? Nik { get; set; }

    [Display(Name = "Kosongkan NIK yang tersimpan")]
    public bool RemoveNik { get; set; }

    [Display(Name = "Hubungan dengan kepala keluarga")]
    public FamilyRelation? Relation { get; set; }

    [Display(Name = "Jenis kelamin")]
    public Sex? Sex { get; set; }

    [Display(Name = "Tanggal lahir")]
    [StringLength(Shape.Longest, ErrorMessage = Shape.TooLong)]
    public string? BirthDate { get; set; }

    [Display(Name = "Status perkawinan")]
    public MaritalStatus? Marital { get; set; }

    [Display(Name = "Pendidikan terakhir")]
    public Education? Education { get; set; }

    [Display(Name = "Sekolah")]
    public SchoolStatus? School { get; set; }

    [Display(Name = "Kedudukan dalam pekerjaan")]
    public WorkStatus? Work { get; set; }

    [Display(Name = "Pekerjaan")]
    [StringLength(Shape.Longest, ErrorMessage = Shape.TooLong)]
    public string? Occupation { get; set; }

    [Display(Name = "Disabilitas")]
    public DisabilityLevel? Disability { get; set; }

    [Display(Name = "Sedang hamil")]
    public bool? Pregnant { get; set; }

    [Display(Name = "Jaminan kesehatan (JKN)")]
    public HealthInsurance? HealthInsurance { get; set; }

    public static DraftMemberInput From(MemberDraft member) => new()
    {
        Name = member.Name,
        Nik = DraftPages.NikMask(member.Nik) is null ? member.Nik : null,
        Relation = member.Relation,
        Sex = member.Sex,
        BirthDate = DraftPages.Date(member.BirthDate),
        Marital = member.Marital,
        Education = member.Education,
        School = member.School,
        Work = member.Work,
        Occupation = member.Occupation,
        Disability = member.Disability,
        Pregnant = member.Pregnant,
        HealthInsurance = member.HealthInsurance,
    };

    /// <param name="key">Null for a person who is to be added.</param>
    public MemberPart ToPart(Guid? key) => new(
        new()
        {
            Key = key ?? Guid.CreateVersion7(),
            Name = Name,
            Nik = Blank.ToNull(Nik),
            Relation = Relation,
            Sex = Sex,
            BirthDate = BirthDate,
            Marital = Marital,
            Education = Education,
            School = School,
            Work = Work,
            Occupation = Occupation,
            Disability = Disability,
            Pregnant = Pregnant,
            HealthInsurance = HealthInsurance,
        },
        key is null,
        RemoveNik);
}

public sealed class DraftLeaveInput
{
    [Display(Name = "Alasan keluar")]
    public LeaveReason? LeaveReason { get; set; }

    [Display(Name = "Tanggal keluar")]
    [StringLength(Shape.Longest, ErrorMessage = Shape.TooLong)]
    public string? LeftOn { get; set; }
}

public sealed class DraftReasonsInput
{
    [Display(Name = "Pokok sanggahan")]
    public ObjectionGround? Ground { get; set; }

    [Display(Name = "Alasan keluar")]
    public LeaveReason? LeaveReason { get; set; }

    [Display(Name = "Tanggal keluar")]
    [StringLength(Shape.Longest, ErrorMessage = Shape.TooLong)]
    public string? LeftOn { get; set; }

    [Display(Name = "Alasan usulan")]
    [StringLength(Shape.Longest, ErrorMessage = Shape.TooLong)]
    public string? Grounds { get; set; }

    [Display(Name = "Nama pemberi keterangan")]
    [StringLength(Shape.Longest, ErrorMessage = Shape.TooLong)]
    public string? Informant { get; set; }

    [Display(Name = "Nomor telepon")]
    [StringLength(Shape.Longest, ErrorMessage = Shape.TooLong)]
    public string? InformantPhone { get; set; }

    [Display(Name = "KTP sudah dilihat petugas")]
    public bool? IdentityCardSeen { get; set; }

    [Display(Name = "Kartu Keluarga sudah dilihat petugas")]
    public bool? FamilyCardSeen { get; set; }

    public static DraftReasonsInput From(ProposalContent content) => new()
    {
        Ground = content.Ground,
        LeaveReason = content.LeaveReason,
        LeftOn = DraftPages.Date(content.LeftOn),
        Grounds = content.Grounds,
        Informant = content.Informant,
        InformantPhone = content.InformantPhone,
        IdentityCardSeen = content.IdentityCardSeen,
        FamilyCardSeen = content.FamilyCardSeen,
    };

    public ReasonsPart ToPart() => new()
    {
        Ground = Ground,
        LeaveReason = LeaveReason,
        LeftOn = LeftOn,
        Grounds = Grounds,
        Informant = Informant,
        InformantPhone = InformantPhone,
        IdentityCardSeen = IdentityCardSeen,
        FamilyCardSeen = FamilyCardSeen,
    };
}
