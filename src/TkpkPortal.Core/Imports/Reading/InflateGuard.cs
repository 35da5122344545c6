using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Imports.Reading;

/// <summary>Counts what really comes out of a compressed file: what its directory says may be a lie.</summary>
internal sealed class InflateGuard(long compressed)
{
    private const long Most = 2L * 1024 * 1024 * 1024;
    private const long Unsuspicious = 64L * 1024 * 1024;

    /// <summary>A sheet of nothing but equal rows comes to about 60.</summary>
    private const int MostTimes = 150;

    private long _inflated;

    public Stream Watch(Stream inflated) => new Counted(inflated, this);

    private void Count(int bytes)
    {
        _inflated += bytes;
        if (_inflated > Most || (_inflated > Unsuspicious && _inflated / MostTimes > compressed)) throw new RuleBrokenException(ImportRules.Inflates);
    }

    private sealed class Counted(Stream inner, InflateGuard guard) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            guard.Count(read);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
