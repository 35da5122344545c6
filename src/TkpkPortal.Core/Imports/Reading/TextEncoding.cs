using System.Text;
using System.Text.Unicode;

namespace TkpkPortal.Core.Imports.Reading;

/// <summary>Turns text as Excel saves it into UTF-8 while it is read: UTF-8 with or without BOM, UTF-16, Windows-1252.</summary>
internal static class TextEncoding
{
    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Stream ToUtf8(Stream content)
    {
        content.Position = 0;
        var head = new byte[64];
        var length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var (encoding, skip) = head.AsSpan(0, length) switch
        {
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            [0xEF, 0xBB, 0xBF, ..] => (null, 3),
            var other => (Utf16Without(other), 0),
        };
        content.Position = skip;
        return encoding is null ? new ForgivingUtf8(content) : Encoding.CreateTranscodingStream(content, encoding, new UTF8Encoding(false), leaveOpen: true);
    }

    /// <summary>UTF-16 without its mark: every other byte of plain letters is zero.</summary>
    public static Encoding? Utf16Without(ReadOnlySpan<byte> head)
    {
        if (head.Length < 4) return null;
        if (head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0) return Encoding.Unicode;
        return head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0 ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>Passes UTF-8 through and takes each byte that is none for Windows-1252, so that nobody has to know beforehand which of the two a file is.</summary>
    private sealed class ForgivingUtf8(Stream content) : Stream
    {
        private readonly byte[] _in = new byte[64 * 1024];
        private readonly byte[] _out = new byte[4 * 64 * 1024];
        private int _kept;
        private int _from;
        private int _to;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_from == _to) Fill();
            var length = Math.Min(buffer.Length, _to - _from);
            _out.AsSpan(_from, length).CopyTo(buffer);
            _from += length;
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private void Fill()
        {
            (_from, _to) = (0, 0);
            while (_to == 0)
            {
                var read = content.Read(_in, _kept, _in.Length - _kept);
                var have = _kept + read;
                if (have == 0) return;
                _kept = 0;
                Convert(_in.AsSpan(0, have), isEnd: read == 0);
            }
        }

        private void Convert(ReadOnlySpan<byte> bytes, bool isEnd)
        {
            if (Utf8.IsValid(bytes))
            {
                bytes.CopyTo(_out);
                _to = bytes.Length;
                return;
            }

            while (bytes.Length > 0)
            {
                var status = Rune.DecodeFromUtf8(bytes, out _, out var used);
                if (status == System.Buffers.OperationStatus.NeedMoreData && !isEnd)
                {
                    bytes.CopyTo(_in);
                    _kept = bytes.Length;
                    return;
                }

                if (status == System.Buffers.OperationStatus.Done)
                {
                    bytes[..used].CopyTo(_out.AsSpan(_to));
                    _to += used;
                }
                else
                {
                    used = 1;
                    _to += Encoding.UTF8.GetBytes(Western(bytes[0]), _out.AsSpan(_to));
                }

                bytes = bytes[used..];
            }
        }

        private static string Western(byte value) => Letters[value];

        private static readonly string[] Letters = [.. Enumerable.Range(0, 256).Select(b => Encoding.GetEncoding(1252).GetString([(byte)b]))];
    }
}
