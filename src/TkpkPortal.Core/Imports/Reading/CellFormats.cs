using System.Globalization;
using System.Xml;

namespace TkpkPortal.Core.Imports.Reading;

/// <summary>Only what tells a date from a figure: Excel keeps both as numbers.</summary>
internal sealed class CellFormats
{
    private readonly List<bool> _dates = [];

    public static CellFormats Read(XmlReader xml)
    {
        using (xml)
        {
            var formats = new CellFormats();
            var custom = new Dictionary<int, bool>();
            var inCells = false;
            while (xml.Read())
            {
                if (xml.LocalName == "cellXfs") inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (xml.LocalName == "numFmt") custom[Number(xml.GetAttribute("numFmtId"))] = IsDateCode(xml.GetAttribute("formatCode") ?? "");
                else if (xml.LocalName == "xf" && inCells)
                {
                    var id = Number(xml.GetAttribute("numFmtId"));
                    formats._dates.Add(custom.TryGetValue(id, out var date) ? date : id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58));
                }
            }

            return formats;
        }
    }

    public bool IsDate(int style) => (uint)style < (uint)_dates.Count && _dates[style];

    /// <summary>The cell of a date's number; a figure no date has stays a figure.</summary>
    public static SourceCell DateOf(string raw, bool from1904, bool formula)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) || DateSerial.ToDate(from1904 ? serial + 1462 : serial) is not { } date)
            return new(raw, CellKind.Number, formula);
        return new(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellKind.Date, formula);
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>A day, month or year outside quotes and brackets.</summary>
    private static bool IsDateCode(string code)
    {
        var (quoted, bracketed) = (false, false);
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"':
                    quoted = !quoted;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '[':
                    bracketed = true;
                    break;
                case ']':
                    bracketed = false;
                    break;
                case 'd' or 'D' or 'm' or 'M' or 'y' or 'Y' when !quoted && !bracketed:
                    return true;
                case ';':
                    return false;
            }
        }

        return false;
    }
}

/// <summary>Days as Excel counts them, with the 29 February 1900 that never was.</summary>
internal static class DateSerial
{
    private const int Last = 2_958_465;

    public static DateOnly? ToDate(double serial)
    {
        if (serial is < 1 or > Last) return null;
        var days = (int)serial;
        return new DateOnly(1899, 12, 30).AddDays(days < 60 ? days + 1 : days);
    }
}
