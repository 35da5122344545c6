using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace TkpkPortal.TestSupport;

/// <summary>A browser without script: keeps cookies, follows no redirect by itself, fills in forms as they stand on the page.</summary>
public sealed class Browser : IDisposable
{
    private readonly HttpClient _http;

    public Browser(Uri address) => _http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };

    public CookieContainer Cookies { get; } = new();

    public async Task<Answer> GetAsync(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return await Answer.ReadAsync(response);
    }

    public async Task<byte[]> DownloadAsync(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode == HttpStatusCode.OK ? await response.Content.ReadAsByteArrayAsync() : throw new InvalidOperationException($"{path} answered {response.StatusCode}.");
    }

    /// <summary>Opens the page, types into its form and sends it. Fields not named keep what the page shows.</summary>
    public async Task<Answer> SubmitAsync(string path, Dictionary<string, string> typed, string? formAction = null)
    {
        var form = await OpenFormAsync(path, formAction);
        return await form.SendAsync(typed);
    }

    /// <summary>Opens the page and keeps its form, to be sent later, or twice.</summary>
    public async Task<OpenForm> OpenFormAsync(string path, string? formAction = null)
    {
        var page = await GetAsync(path);
        return page.Status == HttpStatusCode.OK ? FormOn(page, path, formAction) : throw new InvalidOperationException($"{path} answered {page.Status}: {page.Text}");
    }

    public OpenForm FormOn(Answer page, string path, string? formAction = null)
    {
        var forms = page.Document.QuerySelectorAll("main form[method=post], .enter form[method=post]");
        var form = forms.FirstOrDefault(f => formAction is null || (f.GetAttribute("action") ?? "").EndsWith(formAction, StringComparison.Ordinal))
                   ?? throw new InvalidOperationException($"No form on {path}.");
        return new(this, form.GetAttribute("action") is { Length: > 0 } action ? action : path, OpenForm.FieldsOf(form));
    }

    internal async Task<Answer> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, (string Field, string Name, byte[] Content)? file)
    {
        using var multipart = new MultipartFormDataContent();
        using HttpContent content = file is null ? new FormUrlEncodedContent(fields) : multipart;
        if (file is { } upload)
        {
            foreach (var (name, value) in fields) multipart.Add(new StringContent(value), name);
            var part = new ByteArrayContent(upload.Content);
            // As a browser sends a box in which no file was chosen: an empty name.
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{upload.Field}\"; filename=\"{upload.Name}\"");
            multipart.Add(part);
        }

        using var response = await _http.PostAsync(new Uri(path, UriKind.Relative), content);
        return await Answer.ReadAsync(response);
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>A form as the browser holds it.</summary>
public sealed class OpenForm(Browser browser, string action, List<KeyValuePair<string, string>> fields)
{
    public IReadOnlyList<KeyValuePair<string, string>> Fields => fields;

    public Task<Answer> SendAsync(Dictionary<string, string> typed, (string Field, string Name, byte[] Content)? file = null) =>
        browser.PostAsync(action, fields.Where(f => !typed.ContainsKey(f.Key)).Concat(typed), file);

    public static List<KeyValuePair<string, string>> FieldsOf(IElement form)
    {
        var found = new List<KeyValuePair<string, string>>();
        foreach (var control in form.QuerySelectorAll("input[name], select[name], textarea[name]"))
        {
            var name = control.GetAttribute("name")!;
            var value = control switch
            {
                { LocalName: "textarea" } => control.TextContent,
                { LocalName: "select" } => (control.QuerySelector("option[selected]") ?? control.QuerySelector("option"))?.GetAttribute("value"),
                _ when control.GetAttribute("type") is "radio" or "checkbox" => control.HasAttribute("checked") ? control.GetAttribute("value") ?? "on" : null,
                _ when control.GetAttribute("type") is "file" => null,
                _ => control.GetAttribute("value") ?? "",
            };
            if (value is not null) found.Add(new(name, value));
        }

        return found;
    }
}

/// <summary>What the server answered.</summary>
public sealed record Answer(HttpStatusCode Status, string Html, string? Location, HttpResponseMessage Response)
{
    private IDocument? _document;

    public bool IsRedirect => (int)Status is 302 or 303;

    public IDocument Document => _document ??= new HtmlParser().ParseDocument(Html);

    /// <summary>What a person reads, spaces folded.</summary>
    public string Text => string.Join(' ', (Document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The sentences of the box "Ada masalah".</summary>
    public IReadOnlyList<string> Problems => [.. Document.QuerySelectorAll(".problems li").Select(li => li.TextContent.Trim())];

    internal static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var body = response.Content.Headers.ContentType?.MediaType is "text/html" or "text/plain" ? await response.Content.ReadAsStringAsync() : "";
        return new(response.StatusCode, body, response.Headers.Location?.ToString(), response);
    }
}
