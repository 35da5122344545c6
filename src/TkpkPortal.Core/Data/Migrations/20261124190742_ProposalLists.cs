using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkPortal.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class ProposalLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_proposals_facilitator_id",
                table: "proposals");

            migrationBuilder.DropIndex(
                name: "ix_proposals_stage_stage_since_id",
                table: "proposals");

            migrationBuilder.DropIndex(
                name: "ix_proposals_village_id_stage_stage_since_id",
                table: "proposals");

            migrationBuilder.CreateIndex(
                name: "ix_proposals_stage_kind_created_at_id",
                table: "proposals",
                columns: new[] { "stage", "kind", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_proposals_stage_stage_since_id",
                table: "proposals",
                columns: new[] { "stage", "stage_since", "id" })
                .Annotation("Npgsql:IndexInclude", new[] { "cycle_month", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_proposals_village_id_stage_stage_since_id",
                table: "proposals",
                columns: new[] { "village_id", "stage", "stage_since", "id" })
                .Annotation("Npgsql:IndexInclude", new[] { "cycle_month", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_proposals_visits",
                table: "proposals",
                columns: new[] { "facilitator_id", "stage", "village_id", "stage_since", "id" },
                filter: "facilitator_id is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "cycle_month", "kind" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_proposals_stage_kind_created_at_id",
                table: "proposals");

            migrationBuilder.DropIndex(
                name: "ix_proposals_stage_stage_since_id",
                table: "proposals");

            migrationBuilder.DropIndex(
                name: "ix_proposals_village_id_stage_stage_since_id",
                table: "proposals");

            migrationBuilder.DropIndex(
                name: "ix_proposals_visits",
                table: "proposals");

            migrationBuilder.CreateIndex(
                name: "ix_proposals_facilitator_id",
                table: "proposals",
                column: "facilitator_id",
                filter: "facilitator_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_proposals_stage_stage_since_id",
                table: "proposals",
                columns: new[] { "stage", "stage_since", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_proposals_village_id_stage_stage_since_id",
                table: "proposals",
                columns: new[] { "village_id", "stage", "stage_since", "id" });
        }
    }
}
