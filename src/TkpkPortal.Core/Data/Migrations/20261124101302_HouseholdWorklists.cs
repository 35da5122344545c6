using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkPortal.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class HouseholdWorklists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_households_left",
                table: "households",
                columns: new[] { "left_on", "id" },
                filter: "left_on is not null");

            migrationBuilder.CreateIndex(
                name: "ix_households_without_card",
                table: "households",
                column: "village_id",
                filter: "card_number_digest is null and left_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_household_members_without_nik",
                table: "household_members",
                column: "household_id",
                filter: "nik_digest is null and left_on is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_households_left",
                table: "households");

            migrationBuilder.DropIndex(
                name: "ix_households_without_card",
                table: "households");

            migrationBuilder.DropIndex(
                name: "ix_household_members_without_nik",
                table: "household_members");
        }
    }
}
