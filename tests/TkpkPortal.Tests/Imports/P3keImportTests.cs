using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports;
using TkpkPortal.Core.Imports.Running;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Imports;

/// <summary>The centre's two files with all their columns, some of which fill the record and are kept as answers too.</summary>
public sealed class P3keImportTests
{
    private static ImportOrigin Origin => new("Uji", "Uji", "Kementerian Uji", "1", null) { DecileSource = "P3KE", DecileReleasedOn = new(2026, 1, 31), SurveyedOn = new(2026, 1, 31) };

    [Fact]
    public void The_layout_a_batch_keeps_is_the_one_its_rows_were_staged_by()
    {
        foreach (var format in Enum.GetValues<ImportFormat>())
        {
            var layout = ColumnMatch.Of(format, [.. ImportFields.Mappable(format).Select(f => f.Label)], new Dictionary<string, string?>()).Layout;
            var kept = LayoutJson.Read(format, LayoutJson.Write(layout));
            Assert.Equal(layout.Fields.Select(f => f.Key), kept.Fields.Select(f => f.Key));
            Assert.Equal(layout.Columns, kept.Columns);
        }
    }

    [Fact]
    public async Task Families_come_in_with_occupation_and_education_as_fact_and_as_answer()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var nik = Builders.Nik();

        var batch = await portal.Make.ImportAsync(
            $"""
            id_keluarga_p3ke;kode_kemdagri;desil_kesejahteraan;alamat;kepala_keluarga;nik;jenis_kelamin;tanggal_lahir;pekerjaan;pendidikan;jenis_lantai
            K-{nik[..8]};{village.Code};1;Jalan Uji 1;Kepala Uji;{nik};Laki-laki;1980-05-17;Petani;Tamat SD/sederajat;Tanah
            """,
            ImportFormat.P3keFamilies, Origin);

        Assert.Equal((ImportState.Committed, 1, 0), (batch.State, batch.NewRecords, batch.BadRows));
        await using var db = portal.Open();
        var head = await db.HouseholdMembers.Include(m => m.Household).SingleAsync(m => m.Household.OriginBatchId == batch.Id);
        Assert.Equal(("Kepala Uji", FamilyRelation.Head), (head.Name, head.Relation));
        Assert.NotNull(head.Occupation);
        Assert.NotNull(head.Education);
        Assert.True(await db.Surveys.AnyAsync(s => s.HouseholdId == head.HouseholdId));
        Assert.True(head.Household.Conditions.HasFlag(HouseholdConditions.EarthFloor));
    }

    [Fact]
    public async Task Persons_come_in_with_their_relation()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var (head, wife) = (Builders.Nik(), Builders.Nik());
        var family = $"K-{head[..8]}";

        var batch = await portal.Make.ImportAsync(
            $"""
            id_keluarga_p3ke;id_individu;kode_kemdagri;alamat;nama;nik;jenis_kelamin;hubungan_dengan_kepala_keluarga;tanggal_lahir;status_kawin;pekerjaan;pendidikan
            {family};1;{village.Code};Jalan Uji 2;Kepala Uji;{head};Laki-laki;Kepala keluarga;1980-05-17;Kawin;Petani;Tamat SD/sederajat
            {family};2;{village.Code};Jalan Uji 2;Istri Uji;{wife};Perempuan;Istri/suami;1984-02-03;Kawin;Tidak/belum bekerja;Tamat SMP/sederajat
            """,
            ImportFormat.P3keMembers, Origin);

        Assert.Equal((ImportState.Committed, 1, 0, 2), (batch.State, batch.NewRecords, batch.BadRows, batch.Rows));
        await using var db = portal.Open();
        var members = await db.HouseholdMembers.Where(m => m.Household.OriginBatchId == batch.Id).OrderBy(m => m.Name).ToListAsync();
        Assert.Equal([("Istri Uji", FamilyRelation.Spouse), ("Kepala Uji", FamilyRelation.Head)], members.Select(m => (m.Name, m.Relation)));
    }
}
