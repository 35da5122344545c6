using System.ComponentModel.DataAnnotations;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Web.Pages.Households;

public sealed class MemberInput
{
    [Display(Name = "Nama lengkap")]
    [Required(ErrorMessage = "Nama lengkap wajib diisi.")]
    [StringLength(150, ErrorMessage = "Nama lengkap paling panjang 150 huruf.")]
    public string Name { get; set; } = "";

    [Display(Name = "NIK")]
    [StringLength(60, ErrorMessage = "NIK terlalu panjang.")]
    public string? Nik { get; set; }

    [Display(Name = "Kosongkan NIK yang tersimpan")]
    public bool RemoveNik { get; set; }

    [Display(Name = "Hubungan dengan kepala keluarga")]
    [Required(ErrorMessage = "Pilih hubungan dengan kepala keluarga.")]
    public FamilyRelation? Relation { get; set; }

    [Display(Name = "Jenis kelamin")]
    [Required(ErrorMessage = "Pilih jenis kelamin.")]
    public Sex? Sex { get; set; }

    [Display(Name = "Tanggal lahir")]
    public DateOnly? BirthDate { get; set; }

    [Display(Name = "Status perkawinan")]
    public MaritalStatus? Marital { get; set; }

    [Display(Name = "Pendidikan terakhir")]
    public Education? Education { get; set; }

    [Display(Name = "Sekolah")]
    public SchoolStatus? School { get; set; }

    [Display(Name = "Kedudukan dalam pekerjaan")]
    public WorkStatus? Work { get; set; }

    [Display(Name = "Pekerjaan")]
    [StringLength(100, ErrorMessage = "Pekerjaan paling panjang 100 huruf.")]
    public string? Occupation { get; set; }

    [Display(Name = "Disabilitas")]
    public DisabilityLevel? Disability { get; set; }

    [Display(Name = "Sedang hamil")]
    public bool? Pregnant { get; set; }

    [Display(Name = "Jaminan kesehatan (JKN)")]
    public HealthInsurance? HealthInsurance { get; set; }

    public static MemberInput From(MemberDetails details) => new()
    {
        Name = details.Name,
        Relation = details.Relation,
        Sex = details.Sex,
        BirthDate = details.BirthDate,
        Education = details.Education,
        Occupation = details.Occupation,
        School = details.School,
        Work = details.Work,
        Marital = details.Marital,
        Disability = details.Disability,
        Pregnant = details.Pregnant,
        HealthInsurance = details.HealthInsurance,
    };

    public MemberDetails ToDetails() => new(Name.Trim(), Relation!.Value, Sex!.Value, BirthDate, Education, Blank.ToNull(Occupation))
    {
        School = School,
        Work = Work,
        Marital = Marital,
        Disability = Disability,
        Pregnant = Pregnant,
        HealthInsurance = HealthInsurance,
    };
}
