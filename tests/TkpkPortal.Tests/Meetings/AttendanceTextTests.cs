using TkpkPortal.Core.Common;
using TkpkPortal.Core.Meetings;

namespace TkpkPortal.Tests.Meetings;

public sealed class AttendanceTextTests
{
    [Fact]
    public void A_paste_from_a_spreadsheet_or_with_semicolons_is_read()
    {
        var people = AttendanceText.Read("No.\tNama\tJabatan\tInstansi\n1\tSari Uji\tKepala\tDinas Uji\t0812 0000 0000\r\n\n2. ; Budi Uji ; Pendamping ; PKH\nNama;Jabatan;Instansi\n");

        Assert.Equal([new("Sari Uji", "Kepala", "Dinas Uji", "0812 0000 0000"), new("Budi Uji", "Pendamping", "PKH", null)], people);
    }

    [Theory]
    [InlineData("Sari; Kepala; Dinas\nBudi; Kepala", "RKR-18")]
    [InlineData("Sari", "RKR-18")]
    [InlineData("Sari; Kepala; Dinas; 0123456789012345678901234567890", "RKR-19")]
    public void An_incomplete_line_is_refused_by_its_number(string text, string code)
    {
        var broken = Assert.Throws<RuleBrokenException>(() => AttendanceText.Read(text));

        Assert.Equal(code, broken.Rule.Code);
        Assert.Contains($"Baris {text.Split('\n').Length} ", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_pasted_is_nobody() => Assert.Empty(AttendanceText.Read(" \r\n\t\t\n"));
}
