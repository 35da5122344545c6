using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using TkpkPortal.Core.Common;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Access;

/// <summary>Runs after everything else: other tests at work would be measured too.</summary>
[CollectionDefinition(nameof(SignInTimingTests), DisableParallelization = true)]
[Collection(nameof(SignInTimingTests))]
public sealed class SignInTimingTests
{
    private const string Wrong = "sandi yang keliru";

    [Fact]
    public async Task An_unknown_name_takes_as_long_as_a_wrong_password()
    {
        const int tries = 50;
        await using var portal = await Portal.StartAsync(builder => builder.Services.Configure<PasswordHasherOptions>(o => o.IterationCount = 100_000));
        using var browser = portal.Visitor();
        var names = new List<string>();
        for (var i = 0; i < tries; i++) names.Add((await portal.Make.UserAsync(Role.Secretariat)).UserName!);
        var form = await browser.OpenFormAsync("/masuk");
        await TimeAsync(form, "pemanasan");
        await TimeAsync(form, names[0]);
        (double Known, double Unknown) medians = default;

        // A busy machine may spoil one round; a missing hash spoils every round.
        for (var round = 0; round < 3; round++)
        {
            List<double> known = [], unknown = [];
            for (var i = 0; i < tries; i++)
            {
                known.Add(await TimeAsync(form, names[i]));
                unknown.Add(await TimeAsync(form, $"takdikenal{round}-{i}"));
            }

            medians = (Median(known), Median(unknown));
            if (Difference(medians) < 0.10) break;
        }

        Assert.True(Difference(medians) < 0.10, $"Wrong password {medians.Known:0.0} ms, unknown name {medians.Unknown:0.0} ms.");
        // The work itself must show, else equal medians would prove nothing.
        Assert.True(medians.Known > 15, $"Only {medians.Known:0.0} ms: the hash was not computed.");
    }

    private static double Difference((double Known, double Unknown) medians) => Math.Abs(medians.Known - medians.Unknown) / Math.Max(medians.Known, medians.Unknown);

    private static async Task<double> TimeAsync(OpenForm form, string name)
    {
        var watch = Stopwatch.StartNew();
        var answer = await form.SendAsync(new() { ["Input.Name"] = name, ["Input.Password"] = Wrong });
        watch.Stop();
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
