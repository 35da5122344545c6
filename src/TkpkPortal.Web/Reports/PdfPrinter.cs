using Microsoft.Playwright;

namespace TkpkPortal.Web.Reports;

/// <summary>
/// Prints one HTML document at a time to a tagged PDF with a warm headless Chromium, which starts with the first document,
/// serves the next ones, and is closed after some idle minutes. The document can neither run script nor reach network or files.
/// </summary>
public sealed class PdfPrinter : IAsyncDisposable
{
    private readonly PdfPrinterOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<PdfPrinter> _log;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ITimer _idleTimer;
    private WarmChromium? _chromium;
    private long _lastUsed;
    private int _queued;
    private bool _disposed;

    public PdfPrinter(TimeProvider time, ILogger<PdfPrinter> log, PdfPrinterOptions options)
    {
        _time = time;
        _log = log;
        _options = options;
        _idleTimer = time.CreateTimer(_ => _ = CloseWhenIdleAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>True while Chromium is running.</summary>
    internal bool IsWarm => _chromium is { IsAlive: true };

    /// <summary>Chromium's main process, for tests and for the memory bench; empty while cold.</summary>
    internal IReadOnlyList<int> ProcessIds => _chromium?.ProcessIds() ?? [];

    /// <summary>
    /// Prints <paramref name="html"/>; its own <c>@page</c> rules win over <paramref name="size"/>.
    /// Cancelling works while the document waits for its turn.
    /// </summary>
    /// <exception cref="PdfPrinterException">Chromium is missing, crashed twice or took too long, or the queue is full.</exception>
    public async Task<byte[]> PrintAsync(string html, PaperSize size, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(html);
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (html.Length > _options.LongestHtml)
            throw new PdfPrinterException("Dokumen terlalu besar untuk dicetak. Persempit wilayah atau periodenya, lalu coba lagi.");

        try
        {
            if (Interlocked.Increment(ref _queued) > _options.QueueLimit)
                throw new PdfPrinterException("Antrean cetak PDF sedang penuh. Tunggu sebentar, lalu coba lagi.");

            await _turn.WaitAsync(cancel);
            try
            {
                ObjectDisposedException.ThrowIf(_disposed, this);
                return await PrintWithOneRetryAsync(html, size);
            }
            finally
            {
                RestartIdleTimer();
                _turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _queued);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;

        _disposed = true;
        await _idleTimer.DisposeAsync();
        await _turn.WaitAsync();
        try
        {
            await DropChromiumAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<byte[]> PrintWithOneRetryAsync(string html, PaperSize size)
    {
        for (int attempt = 1; ; attempt++)
        {
            Task<byte[]> printing = PrintOnceAsync(html, size);
            try
            {
                return await printing.WaitAsync(_options.Timeout);
            }
            catch (TimeoutException slow)
            {
                _ = printing.ContinueWith(late => late.Exception, TaskScheduler.Default);
                await DropChromiumAsync();
                throw new PdfPrinterException(
                    $"Pencetakan PDF melewati {_options.Timeout.TotalSeconds:0} detik dan dihentikan. Coba lagi; bila terulang, persempit isi laporan.", slow);
            }
            catch (Exception crash) when (crash is PlaywrightException or IOException or ObjectDisposedException or InvalidOperationException)
            {
                await DropChromiumAsync();
                if (attempt == 2)
                    throw new PdfPrinterException("PDF gagal dibuat karena program pencetak berhenti. Coba lagi; bila terulang, hubungi admin.", crash);

                _log.LogWarning(crash, "Chromium failed while printing; trying once more with a fresh one");
            }
        }
    }

    private async Task<byte[]> PrintOnceAsync(string html, PaperSize size)
    {
        if (_chromium is { IsAlive: false })
            await DropChromiumAsync();

        if (_chromium is null)
        {
            var fresh = new WarmChromium(_options);
            _chromium = fresh;
            await fresh.StartAsync();
        }

        return await _chromium.PrintAsync(html, size);
    }

    private async Task DropChromiumAsync()
    {
        if (Interlocked.Exchange(ref _chromium, null) is { } chromium)
            await chromium.DisposeAsync();
    }

    private void RestartIdleTimer()
    {
        _lastUsed = _time.GetTimestamp();
        if (!_disposed)
            _idleTimer.Change(_options.IdleTime, Timeout.InfiniteTimeSpan);
    }

    private async Task CloseWhenIdleAsync()
    {
        if (!await _turn.WaitAsync(0))
            return;

        try
        {
            if (!_disposed && _time.GetElapsedTime(_lastUsed) >= _options.IdleTime)
                await DropChromiumAsync();
        }
        finally
        {
            _turn.Release();
        }
    }
}
