using System.Net;
using System.Net.Http.Headers;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Faults;

public sealed class OrderlyStopTests(FaultHome home) : IClassFixture<FaultHome>
{
    [Fact]
    public async Task A_request_under_way_is_answered_before_the_portal_stops_with_zero()
    {
        await using var portal = await home.StartAsync();
        using var browser = await FaultHome.SignInAsync(portal, await home.MakeAdminAsync(portal));
        var form = await browser.OpenFormAsync("/opd/daftarkan");
        var fields = form.Fields.Where(f => !f.Key.StartsWith("Input.", StringComparison.Ordinal))
            .Concat([new("Input.Name", "Dinas Terakhir"), new("Input.ShortName", "Akhir"), new("Input.HeadTitle", "Kepala Dinas Terakhir")]);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = browser.Cookies, Expect100ContinueTimeout = TimeSpan.FromMinutes(1) };
        using var http = new HttpClient(handler) { BaseAddress = portal.Address };
        using var held = new HeldContent(await new FormUrlEncodedContent(fields).ReadAsByteArrayAsync());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/opd/daftarkan") { Content = held };
        request.Headers.ExpectContinue = true;

        var sending = http.SendAsync(request);
        await held.HalfSent;
        portal.RequestStop();
        await RefusesNewVisitorsAsync(portal.Address);
        held.Release();
        using var answer = await sending;

        Assert.Equal((HttpStatusCode.Redirect, "/opd"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Equal(0, await portal.ExitCodeAsync());
        Assert.Null(portal.ServerId);
        Assert.Equal(1, await home.AskAsync<long>("select count(*) from agencies where name = 'Dinas Terakhir'"));
    }

    private static async Task RefusesNewVisitorsAsync(Uri address)
    {
        try
        {
            while (true)
            {
                using var visitor = new HttpClient();
                using var answer = await visitor.GetAsync(new Uri(address, "/masuk"));
                await Task.Delay(20);
            }
        }
        catch (HttpRequestException)
        {
            return;
        }
    }

    /// <summary>A body that stops half-way until it is released. It begins only when the portal has said that it reads it.</summary>
    private sealed class HeldContent : HttpContent
    {
        private readonly TaskCompletionSource _half = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly byte[] _body;

        public HeldContent(byte[] body)
        {
            _body = body;
            Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        }

        public Task HalfSent => _half.Task;

        public void Release() => _released.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_body.AsMemory(0, _body.Length / 2));
            await stream.FlushAsync();
            _half.SetResult();
            await _released.Task;
            await stream.WriteAsync(_body.AsMemory(_body.Length / 2));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _body.Length;
            return true;
        }
    }
}
