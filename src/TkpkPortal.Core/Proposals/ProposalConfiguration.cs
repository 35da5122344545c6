using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Files;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals.Centre;
using TkpkPortal.Core.Proposals.Cycles;
using TkpkPortal.Core.Proposals.Deliberations;

namespace TkpkPortal.Core.Proposals;

internal sealed class ProposalConfiguration :
    IEntityTypeConfiguration<Proposal>,
    IEntityTypeConfiguration<ProposalStep>,
    IEntityTypeConfiguration<ProposalDiff>,
    IEntityTypeConfiguration<IncomingMove>,
    IEntityTypeConfiguration<ProposalPhoto>,
    IEntityTypeConfiguration<ProposalDispatch>,
    IEntityTypeConfiguration<ProposalTally>,
    IEntityTypeConfiguration<UpdateCycle>,
    IEntityTypeConfiguration<CycleDefaults>
{
    /// <summary>One open proposal of a kind for one family.</summary>
    public const string OpenOnce = "ix_proposals_open_once";

    private const string Open = "stage not in ('Applied', 'Completed', 'Rejected', 'Cancelled')";

    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.ToTable("proposals");
        builder.Property(p => p.Number).UseIdentityAlwaysColumn();
        builder.HasIndex(p => p.Number).IsUnique();
        builder.Property(p => p.HeadName).HasMaxLength(Proposal.LongestName);
        builder.Property(p => p.Hamlet).HasMaxLength(Proposal.LongestPlace);
        builder.Property(p => p.CreatedByName).HasMaxLength(150);
        builder.Property(p => p.DraftStep).HasMaxLength(40);
        builder.Property(p => p.Reason).HasMaxLength(1000);
        builder.Property(p => p.PublicToken).HasMaxLength(16);
        builder.HasIndex(p => p.PublicToken).IsUnique();
        builder.Property(p => p.Version).IsRowVersion();
        builder.Ignore(p => p.OwnDataDueAt);
        builder.HasOne<Area>().WithMany().HasForeignKey(p => p.VillageId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Household>().WithMany().HasForeignKey(p => p.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<VillageDeliberation>().WithMany().HasForeignKey(p => p.DeliberationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ProposalDispatch>().WithMany().HasForeignKey(p => p.DispatchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.HouseholdId, p.Kind }).HasDatabaseName(OpenOnce).IsUnique().HasFilter("household_id is not null and " + Open);
        // Work lists go by stage and the time it waits there, in one desa, a kecamatan's desa or the whole kabupaten.
        // What a list is narrowed by stands in the index, so that only the rows of a page are fetched.
        builder.HasIndex(p => new { p.VillageId, p.Stage, p.StageSince, p.Id }).IncludeProperties(p => new { p.CycleMonth, p.Kind });
        builder.HasIndex(p => new { p.Stage, p.StageSince, p.Id }).IncludeProperties(p => new { p.CycleMonth, p.Kind });
        // Requests about own data are few among what was handed in, and are answered in the order in which they came.
        builder.HasIndex(p => new { p.Stage, p.Kind, p.CreatedAt, p.Id });
        // Families whose answer is not what was hoped for: told from the index alone.
        builder.HasIndex(p => new { p.Stage, p.StageSince, p.Id }, "answered").HasDatabaseName("ix_proposals_answered").IncludeProperties(p => new { p.Answer, p.AnsweredDecile, p.Kind }).HasFilter("answer is not null");
        builder.HasIndex(p => new { p.VillageId, p.UpdatedAt, p.Id });
        builder.HasIndex(p => new { p.UpdatedAt, p.Id });
        builder.HasIndex(p => new { p.FacilitatorId, p.Stage, p.VillageId, p.StageSince, p.Id }).HasDatabaseName("ix_proposals_visits").IncludeProperties(p => new { p.CycleMonth, p.Kind }).HasFilter("facilitator_id is not null");
        builder.HasIndex(p => p.DispatchId).HasFilter("dispatch_id is not null");
        builder.HasIndex(p => p.AnswerBatchId).HasFilter("answer_batch_id is not null");
        builder.HasIndex(p => p.DeliberationId).HasFilter("deliberation_id is not null");
        builder.HasMany(p => p.Steps).WithOne(s => s.Proposal).HasForeignKey(s => s.ProposalId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Diffs).WithOne(d => d.Proposal).HasForeignKey(d => d.ProposalId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.Incoming).WithOne().HasForeignKey<IncomingMove>(m => m.ProposalId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(p => p.Steps).HasField("_steps").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(p => p.Diffs).HasField("_diffs").UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<ProposalStep> builder)
    {
        builder.ToTable("proposal_steps");
        builder.Property(s => s.ActorName).HasMaxLength(150);
        builder.Property(s => s.Office).HasMaxLength(150);
        builder.Property(s => s.Note).HasMaxLength(1000);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(s => s.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.ProposalId, s.At });
    }

    public void Configure(EntityTypeBuilder<ProposalDiff> builder)
    {
        builder.ToTable("proposal_diffs");
        builder.HasIndex(d => new { d.ProposalId, d.Round }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<IncomingMove> builder)
    {
        builder.ToTable("incoming_moves");
        builder.HasKey(m => m.ProposalId);
        builder.Property(m => m.HeadName).HasMaxLength(150);
        builder.HasOne<Area>().WithMany().HasForeignKey(m => m.FromVillageId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Area>().WithMany().HasForeignKey(m => m.ToVillageId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ProposalPhoto> builder)
    {
        builder.ToTable("proposal_photos");
        builder.HasOne(p => p.Proposal).WithMany().HasForeignKey(p => p.ProposalId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(p => p.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.ProposalId);
    }

    public void Configure(EntityTypeBuilder<ProposalDispatch> builder)
    {
        builder.ToTable("proposal_dispatches");
        builder.Property(d => d.Number).UseIdentityAlwaysColumn();
        builder.HasIndex(d => d.Number).IsUnique();
        builder.Property(d => d.Note).HasMaxLength(500);
        builder.Property(d => d.SentByName).HasMaxLength(150);
    }

    public void Configure(EntityTypeBuilder<ProposalTally> builder)
    {
        builder.ToTable("proposal_tallies");
        builder.HasKey(t => new { t.VillageId, t.CycleMonth, t.Kind, t.Stage, t.Reached });
        builder.HasOne<Area>().WithMany().HasForeignKey(t => t.VillageId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<UpdateCycle> builder)
    {
        builder.ToTable("update_cycles");
        builder.HasIndex(c => c.Month).IsUnique();
        builder.Property(c => c.Note).HasMaxLength(300);
        builder.Property(c => c.Version).IsRowVersion();
        builder.Ignore(c => c.Deadlines);
    }

    public void Configure(EntityTypeBuilder<CycleDefaults> builder)
    {
        builder.ToTable("cycle_defaults");
        builder.Property(c => c.Version).IsRowVersion();
    }
}

internal sealed class DeliberationConfiguration : IEntityTypeConfiguration<VillageDeliberation>, IEntityTypeConfiguration<DeliberationItem>, IEntityTypeConfiguration<DeliberationAttendee>
{
    public void Configure(EntityTypeBuilder<VillageDeliberation> builder)
    {
        builder.ToTable("village_deliberations");
        builder.Property(d => d.Number).UseIdentityAlwaysColumn();
        builder.HasIndex(d => d.Number).IsUnique();
        builder.Property(d => d.Place).HasMaxLength(200);
        builder.Property(d => d.ChairName).HasMaxLength(150);
        builder.Property(d => d.ChairTitle).HasMaxLength(150);
        builder.Property(d => d.NoteTaker).HasMaxLength(150);
        builder.Property(d => d.MinutesNumber).HasMaxLength(80);
        builder.Property(d => d.Notes).HasMaxLength(4000);
        builder.Property(d => d.ClosedBy).HasMaxLength(150);
        builder.Property(d => d.Version).IsRowVersion();
        builder.HasOne<Area>().WithMany().HasForeignKey(d => d.VillageId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(d => d.SignedFileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.VillageId, d.HeldOn, d.Id });
        builder.HasIndex(d => new { d.HeldOn, d.Id });
        // An item or a person that the open musyawarah drops is deleted by the save, not by the database.
        builder.HasMany(d => d.Items).WithOne(i => i.Deliberation).HasForeignKey(i => i.DeliberationId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(d => d.Attendees).WithOne(a => a.Deliberation).HasForeignKey(a => a.DeliberationId).OnDelete(DeleteBehavior.ClientCascade);
        builder.Navigation(d => d.Items).HasField("_items").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(d => d.Attendees).HasField("_attendees").UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<DeliberationItem> builder)
    {
        builder.ToTable("deliberation_items");
        builder.HasIndex(i => new { i.DeliberationId, i.ProposalId }).IsUnique();
        builder.HasIndex(i => i.ProposalId);
        builder.Property(i => i.Reason).HasMaxLength(1000);
        builder.HasOne<Proposal>().WithMany().HasForeignKey(i => i.ProposalId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DeliberationAttendee> builder)
    {
        builder.ToTable("deliberation_attendees");
        builder.Property(a => a.Name).HasMaxLength(150);
        builder.Property(a => a.Position).HasMaxLength(150);
        builder.HasIndex(a => a.DeliberationId);
    }
}
