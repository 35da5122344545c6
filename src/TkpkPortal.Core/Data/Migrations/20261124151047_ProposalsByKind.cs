using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkPortal.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class ProposalsByKind : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_proposals_stage_kind_created_at_id",
                table: "proposals",
                columns: new[] { "stage", "kind", "created_at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_proposals_stage_kind_created_at_id",
                table: "proposals");
        }
    }
}
