using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkPortal.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class SurveysAndChecklists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_households_village_id_head_name_id",
                table: "households");

            migrationBuilder.AddColumn<int>(
                name: "extreme_poor_needed",
                table: "settings",
                type: "integer",
                nullable: false,
                defaultValue: 6);

            migrationBuilder.AddColumn<int>(
                name: "unfit_house_needed",
                table: "settings",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateIndex(
                name: "ix_households_village_id_head_name_id",
                table: "households",
                columns: new[] { "village_id", "head_name", "id" },
                filter: "left_on is null")
                .Annotation("Npgsql:IndexInclude", new[] { "conditions", "decile", "active_program_count" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_households_village_id_head_name_id",
                table: "households");

            migrationBuilder.DropColumn(
                name: "extreme_poor_needed",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "unfit_house_needed",
                table: "settings");

            migrationBuilder.CreateIndex(
                name: "ix_households_village_id_head_name_id",
                table: "households",
                columns: new[] { "village_id", "head_name", "id" });
        }
    }
}
