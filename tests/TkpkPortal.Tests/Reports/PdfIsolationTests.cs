using System.Net;
using System.Net.Sockets;
using TkpkPortal.Web.Reports;

namespace TkpkPortal.Tests.Reports;

public sealed class PdfIsolationTests(PaperPrinting printing) : IClassFixture<PaperPrinting>
{
    [Fact]
    public async Task Hostile_html_reaches_neither_network_nor_files_nor_script()
    {
        string secret = Path.Combine(Path.GetTempPath(), $"rahasia-{Guid.NewGuid():N}.txt");
        await File.WriteAllTextAsync(secret, "ISI-BERKAS-RAHASIA");
        using var listener = new CountingListener();
        try
        {
            byte[] pdf = await printing.Printer.PrintAsync(Hostile(listener.Url, secret), PaperSize.A4, CancellationToken.None);
            await Task.Delay(TimeSpan.FromSeconds(1));

            string text = PrintedPaper.Read(pdf).Text;
            Assert.Equal(0, listener.Hits);
            Assert.Contains("Isi yang sah", text, StringComparison.Ordinal);
            Assert.DoesNotContain("SKRIP-BERJALAN", text, StringComparison.Ordinal);
            Assert.DoesNotContain("RAHASIA", text, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public async Task A_document_that_moves_on_by_itself_reaches_nothing_and_spoils_no_other()
    {
        using var listener = new CountingListener();
        string hostile = $"""<!doctype html><meta http-equiv="refresh" content="0;url={listener.Url}"><p>Isi yang sah</p>""";
        for (int i = 0; i < 2; i++)
        {
            try
            {
                byte[] pdf = await printing.Printer.PrintAsync(hostile, PaperSize.A4, CancellationToken.None);
                Assert.Equal("Isi yang sah", PrintedPaper.Read(pdf).Text);
            }
            catch (PdfPrinterException refused)
            {
                Assert.StartsWith("PDF gagal dibuat", refused.Message, StringComparison.Ordinal);
            }

            byte[] next = await printing.Printer.PrintAsync("<p>Dokumen berikutnya</p>", PaperSize.A4, CancellationToken.None);
            Assert.Equal("Dokumen berikutnya", PrintedPaper.Read(next).Text);
        }

        Assert.Equal(0, listener.Hits);
    }

    [Fact]
    public async Task The_listener_of_this_test_does_count()
    {
        using var listener = new CountingListener();
        using var client = new HttpClient();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetAsync(new Uri(listener.Url)));
        Assert.InRange(listener.Hits, 1, int.MaxValue);
    }

    [Fact]
    public async Task Nothing_of_one_document_is_left_in_the_next()
    {
        await printing.Printer.PrintAsync("<p>Keluarga pertama</p>", PaperSize.A4, CancellationToken.None);
        byte[] second = await printing.Printer.PrintAsync("<p>Keluarga kedua</p>", PaperSize.A4, CancellationToken.None);

        Assert.Equal("Keluarga kedua", PrintedPaper.Read(second).Text);
    }

    private static string Hostile(string url, string file) =>
        $$"""
        <!doctype html><html><head>
        <link rel="stylesheet" href="{{url}}css"><link rel="prefetch" href="{{url}}prefetch"><link rel="preload" as="image" href="{{url}}preload">
        <link rel="preconnect" href="{{url}}"><link rel="dns-prefetch" href="{{url}}"><link rel="icon" href="{{url}}icon"><link rel="manifest" href="{{url}}manifest">
        <link rel="modulepreload" href="{{url}}module">
        <base href="{{url}}">
        <style>@import url("{{url}}import"); @font-face { font-family: f; src: url("{{url}}font") } body { font-family: f, sans-serif; background: url("{{url}}background") }
        p::after { content: url("{{url}}content") } @page { background: url("{{url}}page"); @top-left { content: url("{{url}}margin") } }</style>
        <script src="{{url}}script"></script><script>document.write("SKRIP-BERJALAN"); fetch("{{url}}fetch"); new WebSocket("{{url}}".replace("http", "ws"))</script>
        </head><body onload="document.body.append('SKRIP-BERJALAN')"><p>Isi yang sah</p>
        <img src="{{url}}img" srcset="{{url}}srcset 2x" onerror="document.body.append('SKRIP-BERJALAN')"><img src="file://{{file}}">
        <picture><source srcset="{{url}}source"><img src="{{url}}picture" alt=""></picture>
        <iframe src="{{url}}iframe"></iframe><iframe src="file://{{file}}"></iframe><iframe srcdoc="&lt;img src='{{url}}srcdoc'&gt;"></iframe>
        <object data="{{url}}object"></object><object data="file://{{file}}"></object><embed src="{{url}}embed">
        <video src="{{url}}video" poster="{{url}}poster" autoplay></video><audio src="{{url}}audio" autoplay></audio><track src="{{url}}track">
        <svg><image href="{{url}}svg"/><use href="{{url}}use#a"/></svg><input type="image" src="{{url}}input">
        <form action="{{url}}form"><button autofocus>Kirim</button></form><a href="{{url}}ping" ping="{{url}}ping">tautan</a>
        <link rel="stylesheet" href="file://{{file}}"></body></html>
        """;

    /// <summary>Counts connections, not requests: even a preconnect is a leak.</summary>
    private sealed class CountingListener : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private int _hits;

        public CountingListener()
        {
            _listener.Start();
            _ = AcceptAsync();
        }

        public int Hits => Volatile.Read(ref _hits);

        public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/";

        public void Dispose() => _listener.Dispose();

        private async Task AcceptAsync()
        {
            try
            {
                while (true)
                {
                    using TcpClient client = await _listener.AcceptTcpClientAsync();
                    Interlocked.Increment(ref _hits);
                }
            }
            catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
