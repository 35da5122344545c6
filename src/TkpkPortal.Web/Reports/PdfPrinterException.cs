namespace TkpkPortal.Web.Reports;

/// <summary>A paper could not be printed; <see cref="Exception.Message"/> is an Indonesian sentence that may be shown to the reader.</summary>
public sealed class PdfPrinterException : Exception
{
    public PdfPrinterException(string sentence, Exception? cause = null)
        : base(sentence, cause)
    {
    }
}
