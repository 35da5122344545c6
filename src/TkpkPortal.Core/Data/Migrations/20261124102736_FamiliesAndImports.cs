using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace TkpkPortal.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class FamiliesAndImports : Migration
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

            migrationBuilder.AddColumn<long>(
                name: "conditions",
                table: "households",
                type: "bigint",
                maxLength: 30,
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "known_conditions",
                table: "households",
                type: "bigint",
                maxLength: 30,
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "last_batch_id",
                table: "households",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "legacy_household_number",
                table: "households",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "households",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "origin_batch_id",
                table: "households",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "split_from_id",
                table: "households",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "disability",
                table: "household_members",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "health_insurance",
                table: "household_members",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "marital",
                table: "household_members",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "pregnant",
                table: "household_members",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "school",
                table: "household_members",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "work",
                table: "household_members",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "checklist_assessments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    assessed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    answers = table.Column<string>(type: "jsonb", nullable: false),
                    needed = table.Column<int>(type: "integer", nullable: false),
                    met = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_checklist_assessments", x => x.id);
                    table.ForeignKey(
                        name: "fk_checklist_assessments_households_household_id",
                        column: x => x.household_id,
                        principalTable: "households",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "decile_releases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    released_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decile_releases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "import_batches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    format = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    purpose = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    legal_basis = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    giver = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    letter_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decile_source = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    decile_released_on = table.Column<DateOnly>(type: "date", nullable: true),
                    surveyed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    program_id = table.Column<Guid>(type: "uuid", nullable: true),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    file_size = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    sheet_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    columns = table.Column<string>(type: "jsonb", nullable: false),
                    uploaded_by = table.Column<Guid>(type: "uuid", nullable: true),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    committed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cleared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    skipped_rows = table.Column<int>(type: "integer", nullable: false),
                    new_records = table.Column<int>(type: "integer", nullable: false),
                    changed_records = table.Column<int>(type: "integer", nullable: false),
                    same_records = table.Column<int>(type: "integer", nullable: false),
                    missing_records = table.Column<int>(type: "integer", nullable: false),
                    bad_rows = table.Column<int>(type: "integer", nullable: false),
                    warnings = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    phase_started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cancel_requested = table.Column<bool>(type: "boolean", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    fence = table.Column<long>(type: "bigint", nullable: false),
                    leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    refusal = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    refusal_code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    failed_in = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_batches", x => x.id);
                    table.ForeignKey(
                        name: "fk_import_batches_programs_program_id",
                        column: x => x.program_id,
                        principalTable: "programs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_column_names",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    format = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    giver = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    header = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    field = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_column_names", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "village_condition_tallies",
                columns: table => new
                {
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    condition = table.Column<long>(type: "bigint", maxLength: 30, nullable: false),
                    decile = table.Column<int>(type: "integer", nullable: false),
                    households = table.Column<int>(type: "integer", nullable: false),
                    unreached = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_village_condition_tallies", x => new { x.village_id, x.condition, x.decile });
                    table.ForeignKey(
                        name: "fk_village_condition_tallies_areas_village_id",
                        column: x => x.village_id,
                        principalTable: "areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bucket = table.Column<int>(type: "integer", nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    row_number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    sealed_diff = table.Column<byte[]>(type: "bytea", nullable: false),
                    sealed_before = table.Column<byte[]>(type: "bytea", nullable: true),
                    merged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    kept_on_undo = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_import_changes_households_household_id",
                        column: x => x.household_id,
                        principalTable: "households",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_import_changes_import_batches_batch_id",
                        column: x => x.batch_id,
                        principalTable: "import_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_chunks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bucket = table.Column<int>(type: "integer", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    new_records = table.Column<int>(type: "integer", nullable: false),
                    changed_records = table.Column<int>(type: "integer", nullable: false),
                    same_records = table.Column<int>(type: "integer", nullable: false),
                    bad_rows = table.Column<int>(type: "integer", nullable: false),
                    warnings = table.Column<int>(type: "integer", nullable: false),
                    sealed_plan = table.Column<byte[]>(type: "bytea", nullable: true),
                    matched = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    merged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_chunks", x => x.id);
                    table.ForeignKey(
                        name: "fk_import_chunks_import_batches_batch_id",
                        column: x => x.batch_id,
                        principalTable: "import_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_file_parts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    sealed_content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_file_parts", x => x.id);
                    table.ForeignKey(
                        name: "fk_import_file_parts_import_batches_batch_id",
                        column: x => x.batch_id,
                        principalTable: "import_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_pieces",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bucket = table.Column<int>(type: "integer", nullable: false),
                    sealed_rows = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_pieces", x => x.id);
                    table.ForeignKey(
                        name: "fk_import_pieces_import_batches_batch_id",
                        column: x => x.batch_id,
                        principalTable: "import_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_problems",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    row_number = table.Column<int>(type: "integer", nullable: false),
                    column = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    header = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    is_error = table.Column<bool>(type: "boolean", nullable: false),
                    sealed_text = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_problems", x => x.id);
                    table.ForeignKey(
                        name: "fk_import_problems_import_batches_batch_id",
                        column: x => x.batch_id,
                        principalTable: "import_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "surveys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    instrument = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    edition = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    taken_on = table.Column<DateOnly>(type: "date", nullable: false),
                    answers = table.Column<string>(type: "jsonb", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_surveys", x => x.id);
                    table.ForeignKey(
                        name: "fk_surveys_household_members_member_id",
                        column: x => x.member_id,
                        principalTable: "household_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_surveys_households_household_id",
                        column: x => x.household_id,
                        principalTable: "households",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_surveys_import_batches_batch_id",
                        column: x => x.batch_id,
                        principalTable: "import_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "welfare_deciles",
                columns: table => new
                {
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    release_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decile = table.Column<int>(type: "integer", nullable: true),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_welfare_deciles", x => new { x.household_id, x.release_id });
                    table.ForeignKey(
                        name: "fk_welfare_deciles_decile_releases_release_id",
                        column: x => x.release_id,
                        principalTable: "decile_releases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_welfare_deciles_households_household_id",
                        column: x => x.household_id,
                        principalTable: "households",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_welfare_deciles_import_batches_batch_id",
                        column: x => x.batch_id,
                        principalTable: "import_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_households_last_batch_id",
                table: "households",
                column: "last_batch_id",
                filter: "last_batch_id is not null and origin_batch_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_households_left",
                table: "households",
                columns: new[] { "left_on", "id" },
                filter: "left_on is not null");

            migrationBuilder.CreateIndex(
                name: "ix_households_legacy_household_number",
                table: "households",
                column: "legacy_household_number",
                filter: "legacy_household_number is not null");

            migrationBuilder.CreateIndex(
                name: "ix_households_merged_into_id",
                table: "households",
                column: "merged_into_id",
                filter: "merged_into_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_households_origin_batch_id",
                table: "households",
                column: "origin_batch_id",
                filter: "origin_batch_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_households_split_from_id",
                table: "households",
                column: "split_from_id",
                filter: "split_from_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_households_village_id_head_name_id",
                table: "households",
                columns: new[] { "village_id", "head_name", "id" },
                filter: "left_on is null")
                .Annotation("Npgsql:IndexInclude", new[] { "conditions", "decile", "active_program_count" });

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

            migrationBuilder.CreateIndex(
                name: "ix_checklist_assessments_household_id_assessed_on",
                table: "checklist_assessments",
                columns: new[] { "household_id", "assessed_on" });

            migrationBuilder.CreateIndex(
                name: "ix_decile_releases_source_released_on",
                table: "decile_releases",
                columns: new[] { "source", "released_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_import_batches_number",
                table: "import_batches",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_import_batches_program_id",
                table: "import_batches",
                column: "program_id");

            migrationBuilder.CreateIndex(
                name: "ix_import_batches_sha256",
                table: "import_batches",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_import_changes_batch_id_row_number",
                table: "import_changes",
                columns: new[] { "batch_id", "row_number" });

            migrationBuilder.CreateIndex(
                name: "ix_import_changes_household_id",
                table: "import_changes",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_import_chunks_batch_id_bucket",
                table: "import_chunks",
                columns: new[] { "batch_id", "bucket" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_import_column_names_format_giver_header",
                table: "import_column_names",
                columns: new[] { "format", "giver", "header" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_import_file_parts_batch_id_number",
                table: "import_file_parts",
                columns: new[] { "batch_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_import_pieces_batch_id_bucket",
                table: "import_pieces",
                columns: new[] { "batch_id", "bucket" });

            migrationBuilder.CreateIndex(
                name: "ix_import_problems_batch_id_row_number",
                table: "import_problems",
                columns: new[] { "batch_id", "row_number" });

            migrationBuilder.CreateIndex(
                name: "ix_surveys_batch_id",
                table: "surveys",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "ix_surveys_household_id_taken_on",
                table: "surveys",
                columns: new[] { "household_id", "taken_on" });

            migrationBuilder.CreateIndex(
                name: "ix_surveys_member_id",
                table: "surveys",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "ix_welfare_deciles_batch_id",
                table: "welfare_deciles",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "ix_welfare_deciles_release_id",
                table: "welfare_deciles",
                column: "release_id");

            migrationBuilder.AddForeignKey(
                name: "fk_households_households_merged_into_id",
                table: "households",
                column: "merged_into_id",
                principalTable: "households",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_households_households_split_from_id",
                table: "households",
                column: "split_from_id",
                principalTable: "households",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_households_import_batches_last_batch_id",
                table: "households",
                column: "last_batch_id",
                principalTable: "import_batches",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_households_import_batches_origin_batch_id",
                table: "households",
                column: "origin_batch_id",
                principalTable: "import_batches",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_households_households_merged_into_id",
                table: "households");

            migrationBuilder.DropForeignKey(
                name: "fk_households_households_split_from_id",
                table: "households");

            migrationBuilder.DropForeignKey(
                name: "fk_households_import_batches_last_batch_id",
                table: "households");

            migrationBuilder.DropForeignKey(
                name: "fk_households_import_batches_origin_batch_id",
                table: "households");

            migrationBuilder.DropTable(
                name: "checklist_assessments");

            migrationBuilder.DropTable(
                name: "import_changes");

            migrationBuilder.DropTable(
                name: "import_chunks");

            migrationBuilder.DropTable(
                name: "import_column_names");

            migrationBuilder.DropTable(
                name: "import_file_parts");

            migrationBuilder.DropTable(
                name: "import_pieces");

            migrationBuilder.DropTable(
                name: "import_problems");

            migrationBuilder.DropTable(
                name: "surveys");

            migrationBuilder.DropTable(
                name: "village_condition_tallies");

            migrationBuilder.DropTable(
                name: "welfare_deciles");

            migrationBuilder.DropTable(
                name: "decile_releases");

            migrationBuilder.DropTable(
                name: "import_batches");

            migrationBuilder.DropIndex(
                name: "ix_households_last_batch_id",
                table: "households");

            migrationBuilder.DropIndex(
                name: "ix_households_left",
                table: "households");

            migrationBuilder.DropIndex(
                name: "ix_households_legacy_household_number",
                table: "households");

            migrationBuilder.DropIndex(
                name: "ix_households_merged_into_id",
                table: "households");

            migrationBuilder.DropIndex(
                name: "ix_households_origin_batch_id",
                table: "households");

            migrationBuilder.DropIndex(
                name: "ix_households_split_from_id",
                table: "households");

            migrationBuilder.DropIndex(
                name: "ix_households_village_id_head_name_id",
                table: "households");

            migrationBuilder.DropIndex(
                name: "ix_households_without_card",
                table: "households");

            migrationBuilder.DropIndex(
                name: "ix_household_members_without_nik",
                table: "household_members");

            migrationBuilder.DropColumn(
                name: "extreme_poor_needed",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "unfit_house_needed",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "conditions",
                table: "households");

            migrationBuilder.DropColumn(
                name: "known_conditions",
                table: "households");

            migrationBuilder.DropColumn(
                name: "last_batch_id",
                table: "households");

            migrationBuilder.DropColumn(
                name: "legacy_household_number",
                table: "households");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "households");

            migrationBuilder.DropColumn(
                name: "origin_batch_id",
                table: "households");

            migrationBuilder.DropColumn(
                name: "split_from_id",
                table: "households");

            migrationBuilder.DropColumn(
                name: "disability",
                table: "household_members");

            migrationBuilder.DropColumn(
                name: "health_insurance",
                table: "household_members");

            migrationBuilder.DropColumn(
                name: "marital",
                table: "household_members");

            migrationBuilder.DropColumn(
                name: "pregnant",
                table: "household_members");

            migrationBuilder.DropColumn(
                name: "school",
                table: "household_members");

            migrationBuilder.DropColumn(
                name: "work",
                table: "household_members");

            migrationBuilder.CreateIndex(
                name: "ix_households_village_id_head_name_id",
                table: "households",
                columns: new[] { "village_id", "head_name", "id" });
        }
    }
}
