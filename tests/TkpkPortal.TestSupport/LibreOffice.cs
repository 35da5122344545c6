using System.Diagnostics;

namespace TkpkPortal.TestSupport;

/// <summary>Makes the files only an office program makes: an old .xls, a workbook behind a password.</summary>
public static class LibreOffice
{
    /// <summary>No filter name or option sets a password; a macro can.</summary>
    private const string Macro =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
        <script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">Sub Protect(source As String, target As String)
        Dim how(0) As New com.sun.star.beans.PropertyValue
        how(0).Name = "Hidden"
        how(0).Value = True
        document = StarDesktop.loadComponentFromURL(source, "_blank", 0, how())
        Dim key(1) As New com.sun.star.beans.NamedValue
        key(0).Name = "CryptoType"
        key(0).Value = "Standard"
        key(1).Name = "OOXPassword"
        key(1).Value = "rahasia"
        Dim args(1) As New com.sun.star.beans.PropertyValue
        args(0).Name = "FilterName"
        args(0).Value = "Calc MS Excel 2007 XML"
        args(1).Name = "EncryptionData"
        args(1).Value = key()
        document.storeToURL(target, args())
        document.close(True)
        End Sub
        </script:module>
        """;

    /// <param name="workbook">An XLSX.</param>
    /// <param name="to">Another kind: xls, ods.</param>
    public static Task<byte[]> ConvertAsync(byte[] workbook, string to) => InFolderAsync(workbook, async folder =>
    {
        await RunAsync(folder, "--convert-to", to, "--outdir", Path.Combine(folder, "hasil"), Source(folder));
        return Directory.GetFiles(Path.Combine(folder, "hasil")).Single();
    });

    public static Task<byte[]> ProtectAsync(byte[] workbook) => InFolderAsync(workbook, async folder =>
    {
        // The first run makes the profile the macro goes into.
        await RunAsync(folder, "--convert-to", "csv", "--outdir", Path.Combine(folder, "hasil"), Source(folder));
        await File.WriteAllTextAsync(Path.Combine(folder, "profile/user/basic/Standard/Module1.xba"), Macro);
        var target = Path.Combine(folder, "terkunci.xlsx");
        await RunAsync(folder, $"macro:///Standard.Module1.Protect(\"file://{Source(folder)}\",\"file://{target}\")");
        return target;
    });

    private static string Source(string folder) => Path.Combine(folder, "asal.xlsx");

    private static async Task<byte[]> InFolderAsync(byte[] workbook, Func<string, Task<string>> make)
    {
        var folder = Directory.CreateTempSubdirectory("tkpk-soffice-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Source(folder), workbook);
            return await File.ReadAllBytesAsync(await make(folder));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static async Task RunAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("soffice") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments.Prepend("--norestore").Prepend("--headless").Prepend($"-env:UserInstallation=file://{folder}/profile")) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        await process.WaitForExitAsync(limit.Token);
        if (process.ExitCode != 0) throw new InvalidOperationException(await said + await wrong);
    }
}
