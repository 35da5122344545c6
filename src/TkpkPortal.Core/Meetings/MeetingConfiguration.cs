using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkPortal.Core.Agencies;

namespace TkpkPortal.Core.Meetings;

internal sealed class MeetingConfiguration :
    IEntityTypeConfiguration<Meeting>,
    IEntityTypeConfiguration<AgendaItem>,
    IEntityTypeConfiguration<Invitee>,
    IEntityTypeConfiguration<Attendee>,
    IEntityTypeConfiguration<Decision>,
    IEntityTypeConfiguration<FollowUp>,
    IEntityTypeConfiguration<FollowUpReport>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("meetings");
        builder.Property(m => m.Title).HasMaxLength(200);
        builder.Property(m => m.Place).HasMaxLength(200);
        builder.Property(m => m.ChairTitle).HasMaxLength(200);
        builder.Property(m => m.OpenedBy).HasMaxLength(200);
        builder.Property(m => m.NoteTaker).HasMaxLength(150);
        builder.Property(m => m.InvitationNumber).HasMaxLength(80);
        builder.Property(m => m.MinutesNumber).HasMaxLength(80);
        builder.Property(m => m.ApprovedBy).HasMaxLength(200);
        builder.Property(m => m.Kind).HasDefaultValue(MeetingKind.Coordination).HasSentinel((MeetingKind)(-1));
        builder.Property(m => m.Material).HasColumnType("jsonb");
        builder.HasIndex(m => new { m.Date, m.Id });
        builder.Property(m => m.Version).IsRowVersion();
        builder.Ignore(m => m.MinutesMark);
        builder.Ignore(m => m.AgendaMark);
        builder.Ignore(m => m.ConclusionMark);
        builder.HasMany(m => m.Agenda).WithOne().HasForeignKey(a => a.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.Invitees).WithOne().HasForeignKey(i => i.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.Attendees).WithOne().HasForeignKey(a => a.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.Decisions).WithOne().HasForeignKey(d => d.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.FollowUps).WithOne(f => f.Meeting).HasForeignKey(f => f.MeetingId).OnDelete(DeleteBehavior.Restrict);
        foreach (var list in new[] { nameof(Meeting.Agenda), nameof(Meeting.Invitees), nameof(Meeting.Attendees), nameof(Meeting.Decisions), nameof(Meeting.FollowUps) })
            builder.Navigation(list).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<AgendaItem> builder)
    {
        builder.ToTable("agenda_items");
        builder.Property(a => a.Title).HasMaxLength(300);
        builder.Property(a => a.Speaker).HasMaxLength(200);
        builder.Ignore(a => a.DiscussionMark);
    }

    public void Configure(EntityTypeBuilder<Invitee> builder)
    {
        builder.ToTable("invitees");
        builder.Property(i => i.Office).HasMaxLength(200);
        builder.HasOne<Agency>().WithMany().HasForeignKey(i => i.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Attendee> builder)
    {
        builder.ToTable("attendees");
        builder.Property(a => a.Name).HasMaxLength(150);
        builder.Property(a => a.Position).HasMaxLength(150);
        builder.Property(a => a.Institution).HasMaxLength(150);
        builder.Property(a => a.Phone).HasMaxLength(30);
    }

    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("decisions");
        builder.Property(d => d.Text).HasMaxLength(2000);
        builder.HasIndex(d => new { d.Year, d.Number }).IsUnique();
        builder.Ignore(d => d.Label);
        builder.Ignore(d => d.TextMark);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(d => d.AgendaItemId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.ToTable("follow_ups");
        builder.Property(f => f.Text).HasMaxLength(2000);
        builder.Property(f => f.Output).HasMaxLength(500);
        builder.HasIndex(f => new { f.Year, f.Number }).IsUnique();
        builder.HasIndex(f => new { f.AgencyId, f.Status });
        builder.Ignore(f => f.Label);
        builder.Ignore(f => f.IsOpen);
        builder.Ignore(f => f.WordingMark);
        builder.Property(f => f.Version).IsRowVersion();
        builder.HasOne<Agency>().WithMany().HasForeignKey(f => f.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Decision>().WithMany().HasForeignKey(f => f.DecisionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(f => f.Reports).WithOne().HasForeignKey(r => r.FollowUpId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(f => f.Reports).HasField("_reports").UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<FollowUpReport> builder)
    {
        builder.ToTable("follow_up_reports");
        builder.Property(r => r.Note).HasMaxLength(2000);
        builder.Property(r => r.ReportedBy).HasMaxLength(150);
    }
}
