using System.ComponentModel.DataAnnotations;
using TkpkPortal.Core.Meetings;

namespace TkpkPortal.Web.Pages.Meetings;

/// <summary>One line of the attendance list. Which parts a line needs is told by AttendanceText, the same for typed and pasted ones.</summary>
public sealed class AttendeeInput
{
    [Display(Name = "Nama")]
    public string? Name { get; set; }

    [Display(Name = "Jabatan")]
    public string? Position { get; set; }

    [Display(Name = "Instansi")]
    public string? Institution { get; set; }

    [Display(Name = "Nomor HP")]
    public string? Phone { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Name + Position + Institution + Phone);

    public AttendeeLine ToLine(int number) => AttendanceText.Check(number, Name, Position, Institution, Phone);
}
