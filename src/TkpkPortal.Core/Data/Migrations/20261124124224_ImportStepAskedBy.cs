using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkPortal.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class ImportStepAskedBy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "asked_by",
                table: "import_batches",
                type: "uuid",
                nullable: true);
            // Until now the worker ran as the uploader.
            migrationBuilder.Sql("update import_batches set asked_by = uploaded_by");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "asked_by",
                table: "import_batches");
        }
    }
}
