namespace TkpkPortal.Core.Imports;

/// <summary>Keys of <see cref="ImportField"/>; they stand in remembered column names, so they never change.</summary>
public static class FieldKeys
{
    /// <summary>Family id, a bar, member id; or the family id alone for a person to add.</summary>
    public const string RowId = "id_baris";

    public const string SourceFamily = "id_keluarga_p3ke";
    public const string SourceMember = "id_individu";

    /// <summary>With points: 99.01.01.2001.</summary>
    public const string Village = "kode_desa";
    public const string VillageName = "nama_desa";
    public const string DistrictName = "nama_kecamatan";
    public const string Card = "nomor_kk";
    public const string Address = "alamat";
    public const string Hamlet = "dusun";
    public const string Rt = "rt";
    public const string Rw = "rw";
    public const string LegacyHousehold = "nomor_rumah_tangga";
    public const string Decile = "desil";
    public const string Name = "nama";
    public const string Nik = "nik";
    public const string Relation = "hubungan";
    public const string Sex = "jenis_kelamin";
    public const string BirthDate = "tanggal_lahir";
    public const string Education = "pendidikan";
    public const string School = "sekolah";
    public const string Occupation = "pekerjaan";
    public const string Work = "kedudukan_kerja";
    public const string Marital = "status_kawin";
    public const string Disability = "disabilitas";
    public const string Pregnant = "hamil";
    public const string HealthInsurance = "jkn";

    /// <summary>Of a proposal: 2026-000123, or the running number alone.</summary>
    public const string ProposalNumber = "nomor_usulan";

    /// <summary>What the centre decided.</summary>
    public const string Outcome = "hasil";
    public const string AnsweredOn = "tanggal_hasil";
    public const string Reason = "alasan";

    /// <summary>In front of a question's key.</summary>
    public const string Answer = "jawab:";
}
