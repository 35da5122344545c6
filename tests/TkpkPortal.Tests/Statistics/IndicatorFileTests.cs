using System.Text;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Statistics;

namespace TkpkPortal.Tests.Statistics;

public sealed class IndicatorFileTests
{
    private static Task<IndicatorFile> Read(byte[] bytes) => IndicatorFile.ReadAsync(new MemoryStream(bytes), CancellationToken.None);

    private static Task<IndicatorFile> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static async Task<Rule> Refused(byte[] bytes) => (await Assert.ThrowsAsync<RuleBrokenException>(() => Read(bytes))).Rule;

    [Theory]
    [InlineData("kode_wilayah,tahun,indikator,nilai\n12.22,2015,P0,11.59\n")]
    [InlineData("Kode Wilayah;TAHUN;Indikator;Nilai\r\n12.22;2015;P0;11,59\r\n")]
    [InlineData("nilai;indikator;tahun;kode-wilayah\n\"11,59\";P0;2015;12.22")]
    [InlineData("sep=;\r\nkode_wilayah;tahun;indikator;nilai\r\n12.22;2015;P0;11,59\r\n")]
    [InlineData("\ufeffkode_wilayah\ttahun\tindikator\tnilai\n12.22\t2015\tP0\t11,59\n")]
    public async Task Separators_header_order_and_case_do_not_matter(string text)
    {
        var row = Assert.Single((await Read(text)).Rows);

        Assert.Equal(("12.22", "2015", "P0"), (row.AreaCode, row.Year, row.Indicator));
        Assert.Equal("11.59", row.Value.Replace(',', '.'));
    }

    [Fact]
    public async Task A_windows_1252_file_keeps_its_letters()
    {
        byte[] bytes = [.. "kode_wilayah,tahun,indikator,nilai,sumber\n12.22,2015,P0,11.59,Caf"u8, 0xE9, .. "\n"u8];

        Assert.Equal("Café", Assert.Single((await Read(bytes)).Rows).Source);
    }

    [Fact]
    public async Task Row_numbers_are_lines_of_the_file_and_blank_lines_are_passed_over()
    {
        var file = await Read("kode_wilayah,tahun,indikator,nilai\n\n12.22,2015,P0,11.59\n,,,\n12.22,2016,P0,11.20\n");

        Assert.Equal([3, 5], file.Rows.Select(r => r.Number));
    }

    [Fact]
    public async Task Files_that_cannot_be_used_are_refused_with_one_rule()
    {
        Assert.Equal(StatisticsRules.FileEmpty, await Refused([]));
        Assert.Equal(StatisticsRules.FileEmpty, await Refused([.. "kode_wilayah,tahun,indikator,nilai\n"u8]));
        Assert.Equal(StatisticsRules.FileUnreadable, await Refused([(byte)'P', (byte)'K', 3, 4, 20, 0]));
        Assert.Equal(StatisticsRules.FileUnreadable, await Refused([1, 0, 2, 0]));
        Assert.Equal(StatisticsRules.FileTooBig, await Refused(new byte[(IndicatorFile.MegabyteLimit * 1024 * 1024) + 1]));
        var missing = await Assert.ThrowsAsync<RuleBrokenException>(() => Read("kode_wilayah,tahun,angka\n1,2,3\n"));
        Assert.Equal("Kolom indikator, nilai tidak ada di baris judul. Baris pertama harus memuat kode_wilayah, tahun, indikator, dan nilai.", missing.Message);
    }

    [Fact]
    public async Task Refused_rows_come_back_as_they_were_with_their_fault()
    {
        var file = await Read("kode_wilayah;tahun;indikator;nilai\n12.22;2015;P0;11,59\n12.22;2016;P0;\"=1+1\"\n");

        var text = Encoding.UTF8.GetString(file.Refused([new(3, "nilai", "=1+1", "STA-13", "bukan angka.")])).TrimStart('\ufeff');

        Assert.Equal("kode_wilayah;tahun;indikator;nilai;galat\r\n12.22;2016;P0;\"'=1+1\";nilai: bukan angka.\r\n", text);
    }
}
