using System.Buffers.Binary;
using System.Text;
using System.Xml;

namespace TkpkPortal.Core.Imports.Reading;

/// <summary>
/// The texts a workbook keeps apart from its cells. A registry of a kabupaten has millions, so they lie as UTF-8 in megabyte blocks and become strings only when a cell asks.
/// </summary>
internal sealed class SharedTexts
{
    private const int Block = 1024 * 1024;
    private const int Remembered = 8192;

    private readonly List<byte[]> _blocks = [];
    private readonly List<int> _starts = [];
    private readonly string?[] _first = new string?[Remembered];
    private int _free = Block;

    public int Count => _starts.Count;

    public static SharedTexts Read(XmlReader xml)
    {
        using (xml)
        {
            var texts = new SharedTexts();
            var built = new StringBuilder();
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si") texts.Add(RichText.Read(xml, built));
            }

            return texts;
        }
    }

    public string this[int index]
    {
        get
        {
            if ((uint)index >= (uint)_starts.Count) return "";
            if (index >= Remembered) return At(index);
            return _first[index] ??= At(index);
        }
    }

    private string At(int index)
    {
        var (block, start) = (_blocks[_starts[index] / Block], _starts[index] % Block);
        return Encoding.UTF8.GetString(block, start + 4, BinaryPrimitives.ReadInt32LittleEndian(block.AsSpan(start)));
    }

    private void Add(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        if (_free + 4 + length > Block)
        {
            _blocks.Add(new byte[Block]);
            _free = 0;
        }

        var block = _blocks[^1];
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(_free), length);
        Encoding.UTF8.GetBytes(text, block.AsSpan(_free + 4));
        _starts.Add(((_blocks.Count - 1) * Block) + _free);
        _free += 4 + length;
    }
}

/// <summary>A text of one or several differently formatted runs; the reading aid of Asian texts is left out.</summary>
internal static class RichText
{
    /// <summary>Excel's own limit of a cell.</summary>
    public const int Longest = 32_767;

    /// <summary>The reader stands on the element around the text, and on its end afterwards.</summary>
    public static string Read(XmlReader xml, StringBuilder built)
    {
        if (xml.IsEmptyElement) return "";
        var (depth, single) = (xml.Depth, "");
        built.Clear();
        while (xml.Read() && xml.Depth > depth)
        {
            while (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh") xml.Skip();
            if (xml.Depth <= depth) break;
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA) || xml.Depth < depth + 2) continue;
            if (single.Length == 0 && built.Length == 0) single = xml.Value;
            else
            {
                if (built.Length == 0) built.Append(single);
                built.Append(xml.Value);
            }
        }

        var text = built.Length > 0 ? built.ToString() : single;
        if (text.Length > Longest) text = text[..Longest];
        return text.Contains("_x", StringComparison.Ordinal) ? Unescape(text) : text;
    }

    /// <summary>Characters XML cannot hold stand as _x000D_.</summary>
    internal static string Unescape(string text)
    {
        var built = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_'
                && ushort.TryParse(text.AsSpan(i + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var code))
            {
                built.Append((char)code);
                i += 6;
            }
            else
            {
                built.Append(text[i]);
            }
        }

        return built.ToString();
    }
}
