using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace TkpkPortal.Web.Charts;

/// <summary>A QR code as one SVG path of module rows, the quiet zone of four modules included.</summary>
/// <param name="Size">Modules along one side.</param>
public sealed record QrDrawing(int Size, string Path)
{
    /// <summary>Error level M: a fold or a stain over 15 % of the paper still reads.</summary>
    public static QrDrawing Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++) AddRow(path, rows[y], y);
        return new(rows.Count, path.ToString());
    }

    private static void AddRow(StringBuilder path, BitArray row, int y)
    {
        for (var x = 0; x < row.Count; x++)
        {
            if (!row[x]) continue;
            var start = x;
            while (x + 1 < row.Count && row[x + 1]) x++;
            path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start + 1}v1H{start}z");
        }
    }
}
