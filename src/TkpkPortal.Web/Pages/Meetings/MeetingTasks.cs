using TkpkPortal.Core.Common;
using TkpkPortal.Core.Meetings;

namespace TkpkPortal.Web.Pages.Meetings;

public enum TaskState
{
    NotStarted,
    Running,
    Problem,
    Waiting,
    Ready,
    Done,
}

/// <param name="Path">Behind /rakor/{id}/.</param>
public sealed record MeetingTask(string Title, string Path, string Sub, TaskState State);

/// <summary>What is left to do for a rakor, told from its records and nothing else.</summary>
public static class MeetingTasks
{
    public static IReadOnlyList<MeetingTask> Of(MeetingView meeting, DateOnly today)
    {
        List<MeetingTask> tasks = [Invitation(meeting), Agenda(meeting), Attendance(meeting), Minutes(meeting), Outcome(meeting)];
        if (meeting.Details.Kind == MeetingKind.MpmTechnical) tasks.Insert(2, Material(meeting));
        tasks.Add(Approval(meeting, today, tasks.Skip(1).All(t => t.State == TaskState.Done)));
        return tasks;
    }

    private static MeetingTask Invitation(MeetingView m)
    {
        var who = Indonesian.Count(m.Invitees, "jabatan diundang");
        return (m.Invitees, m.Details) switch
        {
            _ when m.IsApproved => new("Undangan", "undangan", who, TaskState.Done),
            (0, _) => new("Undangan", "undangan", "Belum ada yang diundang", TaskState.NotStarted),
            (_, { InvitationNumber: not null, InvitationDate: { } date }) => new("Undangan", "undangan", $"{who}, tertanggal {Indonesian.LongDate(date)}", TaskState.Done),
            _ => new("Undangan", "undangan", $"{who}; nomor atau tanggal surat belum diisi", TaskState.Running),
        };
    }

    private static MeetingTask Agenda(MeetingView m) => m.Agenda.Count == 0
        ? new("Mata acara", "mata-acara", "Belum ada mata acara", TaskState.NotStarted)
        : new("Mata acara", "mata-acara", Indonesian.Count(m.Agenda.Count, "mata acara"), TaskState.Done);

    private static MeetingTask Material(MeetingView m) => m.Material is { } material
        ? new("Bahan rapat", "bahan-mpm", $"Angka periode {Indonesian.MonthYear(material.CycleMonth)} dibekukan", TaskState.Done)
        : new("Bahan rapat", "bahan-mpm", "Angka periode pemutakhiran belum dibekukan", TaskState.NotStarted);

    private static MeetingTask Attendance(MeetingView m) => m.Attendees == 0
        ? new("Daftar hadir", "daftar-hadir", "Belum ada yang tercatat hadir", TaskState.NotStarted)
        : new("Daftar hadir", "daftar-hadir", Indonesian.Count(m.Attendees, "orang hadir"), TaskState.Done);

    private static MeetingTask Minutes(MeetingView m)
    {
        var filled = m.Agenda.Count(a => a.Discussion is not null);
        var sub = $"{Indonesian.Number(filled)} dari {Indonesian.Count(m.Agenda.Count, "mata acara terisi")}";
        if (m.Agenda.Count == 0) return new("Notulen", "notulen", "Menunggu mata acara", TaskState.Waiting);
        return new("Notulen", "notulen", sub, filled == m.Agenda.Count ? TaskState.Done : filled == 0 ? TaskState.NotStarted : TaskState.Running);
    }

    private static MeetingTask Outcome(MeetingView m)
    {
        const string title = "Keputusan dan tindak lanjut";
        var undated = m.FollowUps.Count(f => f.DueOn is null);
        if (undated > 0) return new(title, "#tindak-lanjut", $"{Indonesian.Count(undated, "tindak lanjut")} belum punya tenggat", TaskState.Problem);
        var sub = $"{Indonesian.Count(m.Decisions.Count, "keputusan")}, {Indonesian.Count(m.FollowUps.Count, "tindak lanjut")}";
        if (m.Decisions.Count > 0) return new(title, "#keputusan", sub, TaskState.Done);
        return new(title, "keputusan/tambah", m.FollowUps.Count > 0 ? $"{sub}; keputusannya belum ditulis" : "Belum ada keputusan", m.FollowUps.Count > 0 ? TaskState.Running : TaskState.NotStarted);
    }

    private static MeetingTask Approval(MeetingView m, DateOnly today, bool complete)
    {
        const string title = "Pengesahan notulen";
        const string path = "sahkan-notulen";
        if (m.IsApproved) return new(title, path, $"Disahkan oleh {m.ApprovedBy}", TaskState.Done);
        if (m.Details.Date > today) return new(title, path, "Menunggu rakor berlangsung", TaskState.Waiting);
        return complete ? new(title, path, "Menunggu pimpinan membaca dan mengesahkan", TaskState.Ready) : new(title, path, "Menunggu daftar hadir, notulen, dan tindak lanjut lengkap", TaskState.Waiting);
    }
}
