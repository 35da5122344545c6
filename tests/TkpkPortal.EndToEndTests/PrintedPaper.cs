using UglyToad.PdfPig;

namespace TkpkPortal.EndToEndTests;

/// <summary>A printed paper read back: the size of its sheets in points and its words.</summary>
internal sealed record PrintedPaper(IReadOnlyList<(int Width, int Height)> Sheets, string Text)
{
    public static readonly (int, int) A4 = (595, 842);
    public static readonly (int, int) F4 = (609, 935);

    public static PrintedPaper Read(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        var pages = document.GetPages().ToList();
        return new(
            [.. pages.Select(p => ((int)Math.Round(p.Width), (int)Math.Round(p.Height)))],
            string.Join(' ', pages.SelectMany(p => p.GetWords()).Select(w => w.Text)));
    }

    public void Carries((int, int) size, params string[] words)
    {
        Assert.All(Sheets, sheet => Assert.Equal(size, sheet));
        Assert.All(words, word => Assert.True(Text.Contains(word, StringComparison.Ordinal), $"The paper does not say “{word}” but: {Text}"));
    }
}
