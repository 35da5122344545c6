using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Deliberations;

namespace TkpkPortal.Web.Pages.Proposals.Deliberations;

public enum DeliberationTaskState
{
    Missing,
    Begun,
    Waiting,
    Ready,
    Done,
}

/// <param name="Path">Behind /musyawarah/{id}/.</param>
public sealed record DeliberationTask(string Title, string Path, string Sub, DeliberationTaskState State);

/// <summary>What is left to do until a musyawarah may be closed, told from its records and nothing else.</summary>
public static class DeliberationTasks
{
    public static IReadOnlyList<DeliberationTask> Of(DeliberationView d)
    {
        List<DeliberationTask> tasks = d.IsStatement ? [Agenda(d), Signed(d)] : [Agenda(d), Attendance(d), Outcomes(d), Number(d), Signed(d)];
        tasks.Add(d switch
        {
            { IsClosed: true } => new("Penutupan", "tutup", $"Ditutup oleh {d.ClosedBy}", DeliberationTaskState.Done),
            { Obstacles.Count: 0 } => new("Penutupan", "tutup", "Semua sudah lengkap", DeliberationTaskState.Ready),
            _ when tasks.TrueForAll(t => t.State == DeliberationTaskState.Done) => new("Penutupan", "tutup", d.Obstacles[0], DeliberationTaskState.Waiting),
            _ => new("Penutupan", "tutup", "Menunggu langkah di atasnya", DeliberationTaskState.Waiting),
        });
        return tasks;
    }

    private static DeliberationTask Agenda(DeliberationView d) => d.Items.Count == 0
        ? new("Acara", "acara", "Belum ada usulan yang dipilih", DeliberationTaskState.Missing)
        : new("Acara", "acara", Indonesian.Count(d.Items.Count, d.IsStatement ? "usulan dijamin" : "usulan dibahas"), DeliberationTaskState.Done);

    private static DeliberationTask Attendance(DeliberationView d)
    {
        var women = d.Guests.Count(g => g.IsFemale);
        var sub = d.Guests.Count == 0 ? $"Belum diisi; paling sedikit {Indonesian.Number(d.LeastAttendees)} orang" : $"{Indonesian.Count(d.Guests.Count, "orang")}, {Indonesian.Number(women)} perempuan";
        if (d.Guests.Count >= d.LeastAttendees) return new("Daftar hadir", "daftar-hadir", sub, DeliberationTaskState.Done);
        return new("Daftar hadir", "daftar-hadir", d.Guests.Count == 0 ? sub : $"{sub}; paling sedikit {Indonesian.Number(d.LeastAttendees)} orang", d.Guests.Count == 0 ? DeliberationTaskState.Missing : DeliberationTaskState.Begun);
    }

    private static DeliberationTask Outcomes(DeliberationView d)
    {
        var needed = d.Items.Where(i => i.Waits || i.Outcome is not null).ToList();
        var decided = needed.Count(i => i.Outcome is not null);
        if (d.Items.Count == 0) return new("Hasil", "hasil", "Menunggu acara", DeliberationTaskState.Waiting);
        var sub = $"{Indonesian.Number(decided)} dari {Indonesian.Count(needed.Count, "usulan diberi hasil")}";
        return new("Hasil", "hasil", sub, decided == needed.Count ? DeliberationTaskState.Done : decided == 0 ? DeliberationTaskState.Missing : DeliberationTaskState.Begun);
    }

    private static DeliberationTask Number(DeliberationView d) => d.Details.MinutesNumber is { } number
        ? new("Nomor berita acara", "ubah", number, DeliberationTaskState.Done)
        : new("Nomor berita acara", "ubah", "Belum diisi", DeliberationTaskState.Missing);

    private static DeliberationTask Signed(DeliberationView d) => d.SignedCopy is null
        ? new("Salinan bertanda tangan", "unggah", "Cetak, tanda tangani, lalu unggah", DeliberationTaskState.Missing)
        : new("Salinan bertanda tangan", "unggah", "Sudah diunggah", DeliberationTaskState.Done);
}
