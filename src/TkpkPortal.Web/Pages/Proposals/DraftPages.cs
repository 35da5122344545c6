using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals.Drafts;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals;

/// <summary>What the pages of the form share: where they stand, where to go on after a save, how a problem is reached.</summary>
public static class DraftPages
{
    public static string Address(Guid id, string step) => $"/usulan/{id}/isi/{step}";

    /// <summary>Of the page's tab. A partial cannot set it: its view data is a copy.</summary>
    public static string Title(DraftView draft, string step, string? part = null) => $"{part ?? StepTitle(draft, step)}, usulan {draft.Number}";

    public static string StepTitle(DraftView draft, string step) => draft.Steps.FirstOrDefault(s => s.Key == step)?.Title ?? "Isi usulan";

    /// <summary>The field a problem speaks of, on its page.</summary>
    public static string AddressOf(Guid id, DraftProblem problem)
    {
        var page = Address(id, problem.Step) + (problem.MemberKey is { } key ? $"/{key}{(problem.Field is "LeaveReason" or "LeftOn" ? "/keluar" : "")}" : "");
        return $"{page}?periksa=true{(problem.Field is { } field ? "#" + TagBuilder.CreateSanitizedId(NameOf(field), "_") : "")}";
    }

    /// <summary>"10.32", the time a draft was saved.</summary>
    public static string Clock(KabupatenClock clock, DateTimeOffset moment) => Indonesian.Clock(TimeOnly.FromDateTime(clock.Local(moment)));

    /// <summary>A stored date as people write it; what could not be read stays as typed.</summary>
    public static string? Date(string? stored) => Indonesian.TryParseDate(stored, out var date) ? date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture) : stored;

    /// <summary>Null where the box shows the number as typed, because it cannot be one.</summary>
    public static string? CardMask(string? stored) => TypedNumber.Is(stored, text => FamilyCardNumber.Parse(text)) ? Nik.Mask(stored!) : null;

    /// <summary>As <see cref="CardMask"/>.</summary>
    public static string? NikMask(string? stored) => TypedNumber.Is(stored, text => Nik.Parse(text)) ? Nik.Mask(stored!) : null;

    /// <summary>Shows what a page still lacks, each beside its field.</summary>
    public static void Show(this PageModel page, IEnumerable<DraftProblem> problems)
    {
        foreach (var problem in problems) page.ModelState.AddModelError(problem.Field is { } field ? NameOf(field) : "", problem.Sentence);
    }

    /// <summary>On to the next page, or to this one again where something typed cannot be right. It is saved either way.</summary>
    public static IActionResult GoOn(this PageModel page, Guid id, SavedDraft saved, string step, KabupatenClock clock, string? same = null, string? next = null)
    {
        var at = $"Tersimpan pukul {Clock(clock, saved.At)}.";
        if (saved.Problems.Any(p => !p.IsMissing))
        {
            page.Tell($"{at} Ada isian yang perlu diperbaiki; Anda boleh melanjutkan dan memperbaikinya nanti.");
            return page.LocalRedirect($"{same ?? Address(id, step)}?periksa=true");
        }

        page.Tell(at);
        return page.LocalRedirect(next ?? Address(id, After(saved.Steps, step)));
    }

    public static string After(IReadOnlyList<DraftStep> steps, string step)
    {
        var at = steps.Select(s => s.Key).ToList().IndexOf(step);
        return steps[Math.Min(at + 1, steps.Count - 1)].Key;
    }

    private static string NameOf(string field) => field.StartsWith(AddSurvey.AnswersField + "[", StringComparison.Ordinal) ? field : $"Input.{field}";
}
