using System.Globalization;
using System.Text.RegularExpressions;

namespace TkpkPortal.Tests.Charts;

/// <summary>Reads SVG path data as a browser does: any stray character is an error.</summary>
internal static partial class PathReader
{
    [GeneratedRegex(@"\G(?:(?<command>[MmLlHhVvAaZz])|(?<number>-?(?:\d+\.?\d*|\.\d+))|[ ]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    /// <summary>The corner points of every ring or line, absolute.</summary>
    public static IReadOnlyList<IReadOnlyList<(double X, double Y)>> Read(string path)
    {
        var lines = new List<List<(double X, double Y)>>();
        var (x, y) = (0.0, 0.0);
        foreach (var (command, numbers) in Commands(path))
        {
            int step = char.ToLowerInvariant(command) switch { 'm' or 'l' => 2, 'h' or 'v' => 1, 'a' => 7, _ => 0 };
            if (step == 0 ? numbers.Count > 0 : numbers.Count == 0 || numbers.Count % step != 0)
                throw new FormatException($"'{command}' with {numbers.Count} numbers in {path}");
            for (int i = 0; step > 0 && i < numbers.Count; i += step)
            {
                bool relative = char.IsLower(command);
                (x, y) = char.ToLowerInvariant(command) switch
                {
                    'h' => (numbers[i] + (relative ? x : 0), y),
                    'v' => (x, numbers[i] + (relative ? y : 0)),
                    _ => (numbers[i + step - 2] + (relative ? x : 0), numbers[i + step - 1] + (relative ? y : 0)),
                };
                if (command is 'M' or 'm' && i == 0) lines.Add([]);
                lines[^1].Add((Math.Round(x, 3), Math.Round(y, 3)));
            }
        }
        return lines;
    }

    static List<(char Command, List<double> Numbers)> Commands(string path)
    {
        var commands = new List<(char Command, List<double> Numbers)>();
        int at = 0;
        while (at < path.Length)
        {
            var token = Token().Match(path, at);
            if (!token.Success) throw new FormatException($"'{path[at]}' at {at} in {path}");
            at += token.Length;
            if (token.Groups["command"].Success) commands.Add((token.Value[0], []));
            else if (token.Groups["number"].Success) commands[^1].Numbers.Add(double.Parse(token.Value, CultureInfo.InvariantCulture));
        }
        return commands;
    }
}
