using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace TkpkPortal.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Proposals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "meetings",
                type: "character varying(30)",
                maxLength: 30,
                nullable: false,
                defaultValue: "Coordination");

            migrationBuilder.AddColumn<string>(
                name: "material",
                table: "meetings",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "material_frozen_at",
                table: "meetings",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "cycle_defaults",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    submit_day = table.Column<int>(type: "integer", nullable: false),
                    deliberate_day = table.Column<int>(type: "integer", nullable: false),
                    district_day = table.Column<int>(type: "integer", nullable: false),
                    social_day = table.Column<int>(type: "integer", nullable: false),
                    send_day = table.Column<int>(type: "integer", nullable: false),
                    allow_statement = table.Column<bool>(type: "boolean", nullable: false),
                    least_attendees = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cycle_defaults", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "held_posts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    path = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    sealed_form = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_held_posts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "proposal_dispatches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    cycle_month = table.Column<DateOnly>(type: "date", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    sent_by = table.Column<Guid>(type: "uuid", nullable: true),
                    sent_by_name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal_dispatches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "proposal_tallies",
                columns: table => new
                {
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cycle_month = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    stage = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    reached = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    since_days = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal_tallies", x => new { x.village_id, x.cycle_month, x.kind, x.stage, x.reached });
                    table.ForeignKey(
                        name: "fk_proposal_tallies_areas_village_id",
                        column: x => x.village_id,
                        principalTable: "areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "update_cycles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    submit_by = table.Column<DateOnly>(type: "date", nullable: false),
                    deliberate_by = table.Column<DateOnly>(type: "date", nullable: false),
                    district_by = table.Column<DateOnly>(type: "date", nullable: false),
                    social_by = table.Column<DateOnly>(type: "date", nullable: false),
                    send_by = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_update_cycles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "village_deliberations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    form = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    starts_at = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    chair_name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    chair_title = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    note_taker = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    minutes_number = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    notes = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    signed_file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_by = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_village_deliberations", x => x.id);
                    table.ForeignKey(
                        name: "fk_village_deliberations_areas_village_id",
                        column: x => x.village_id,
                        principalTable: "areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_village_deliberations_stored_files_signed_file_id",
                        column: x => x.signed_file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deliberation_attendees",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    deliberation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    position = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    is_female = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deliberation_attendees", x => x.id);
                    table.ForeignKey(
                        name: "fk_deliberation_attendees_village_deliberations_deliberation_id",
                        column: x => x.deliberation_id,
                        principalTable: "village_deliberations",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "proposals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    registration = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: true),
                    head_name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    hamlet = table.Column<string>(type: "character varying(130)", maxLength: 130, nullable: false),
                    stage = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    reached = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    stage_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    returned_from = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    cycle_month = table.Column<DateOnly>(type: "date", nullable: false),
                    is_late = table.Column<bool>(type: "boolean", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    sealed_content = table.Column<byte[]>(type: "bytea", nullable: false),
                    draft_step = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    created_by = table.Column<Guid>(type: "uuid", nullable: true),
                    created_by_name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    submitted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    deliberation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    social_verified_by = table.Column<Guid>(type: "uuid", nullable: true),
                    facilitator_id = table.Column<Guid>(type: "uuid", nullable: true),
                    finding = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    dispatch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answer = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    answered_decile = table.Column<int>(type: "integer", nullable: true),
                    answer_batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    public_token = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    pin_cipher = table.Column<byte[]>(type: "bytea", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposals", x => x.id);
                    table.ForeignKey(
                        name: "fk_proposals_areas_village_id",
                        column: x => x.village_id,
                        principalTable: "areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_proposals_households_household_id",
                        column: x => x.household_id,
                        principalTable: "households",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_proposals_proposal_dispatches_dispatch_id",
                        column: x => x.dispatch_id,
                        principalTable: "proposal_dispatches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_proposals_village_deliberations_deliberation_id",
                        column: x => x.deliberation_id,
                        principalTable: "village_deliberations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deliberation_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    deliberation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deliberation_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_deliberation_items_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_deliberation_items_village_deliberations_deliberation_id",
                        column: x => x.deliberation_id,
                        principalTable: "village_deliberations",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "incoming_moves",
                columns: table => new
                {
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    head_name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    stage = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    stage_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incoming_moves", x => x.proposal_id);
                    table.ForeignKey(
                        name: "fk_incoming_moves_areas_from_village_id",
                        column: x => x.from_village_id,
                        principalTable: "areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_incoming_moves_areas_to_village_id",
                        column: x => x.to_village_id,
                        principalTable: "areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_incoming_moves_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "proposal_diffs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    sealed_lines = table.Column<byte[]>(type: "bytea", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    lines = table.Column<int>(type: "integer", nullable: false),
                    frozen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal_diffs", x => x.id);
                    table.ForeignKey(
                        name: "fk_proposal_diffs_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "proposal_photos",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    location_cipher = table.Column<byte[]>(type: "bytea", nullable: true),
                    added_by = table.Column<Guid>(type: "uuid", nullable: true),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal_photos", x => x.id);
                    table.ForeignKey(
                        name: "fk_proposal_photos_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_proposal_photos_stored_files_file_id",
                        column: x => x.file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "proposal_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    act = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    from = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    to = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    office = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_proposal_steps_proposals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_proposal_steps_stored_files_file_id",
                        column: x => x.file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_deliberation_attendees_deliberation_id",
                table: "deliberation_attendees",
                column: "deliberation_id");

            migrationBuilder.CreateIndex(
                name: "ix_deliberation_items_deliberation_id_proposal_id",
                table: "deliberation_items",
                columns: new[] { "deliberation_id", "proposal_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_deliberation_items_proposal_id",
                table: "deliberation_items",
                column: "proposal_id");

            migrationBuilder.CreateIndex(
                name: "ix_held_posts_at",
                table: "held_posts",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_held_posts_user_id_at",
                table: "held_posts",
                columns: new[] { "user_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_incoming_moves_from_village_id",
                table: "incoming_moves",
                column: "from_village_id");

            migrationBuilder.CreateIndex(
                name: "ix_incoming_moves_to_village_id",
                table: "incoming_moves",
                column: "to_village_id");

            migrationBuilder.CreateIndex(
                name: "ix_proposal_diffs_proposal_id_round",
                table: "proposal_diffs",
                columns: new[] { "proposal_id", "round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_proposal_dispatches_number",
                table: "proposal_dispatches",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_proposal_photos_file_id",
                table: "proposal_photos",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_proposal_photos_proposal_id",
                table: "proposal_photos",
                column: "proposal_id");

            migrationBuilder.CreateIndex(
                name: "ix_proposal_steps_file_id",
                table: "proposal_steps",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_proposal_steps_proposal_id_at",
                table: "proposal_steps",
                columns: new[] { "proposal_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_proposals_answer_batch_id",
                table: "proposals",
                column: "answer_batch_id",
                filter: "answer_batch_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_proposals_answered",
                table: "proposals",
                columns: new[] { "stage", "stage_since", "id" },
                filter: "answer is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "answer", "answered_decile", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_proposals_deliberation_id",
                table: "proposals",
                column: "deliberation_id",
                filter: "deliberation_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_proposals_dispatch_id",
                table: "proposals",
                column: "dispatch_id",
                filter: "dispatch_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_proposals_facilitator_id",
                table: "proposals",
                column: "facilitator_id",
                filter: "facilitator_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_proposals_number",
                table: "proposals",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_proposals_open_once",
                table: "proposals",
                columns: new[] { "household_id", "kind" },
                unique: true,
                filter: "household_id is not null and stage not in ('Applied', 'Completed', 'Rejected', 'Cancelled')");

            migrationBuilder.CreateIndex(
                name: "ix_proposals_public_token",
                table: "proposals",
                column: "public_token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_proposals_stage_stage_since_id",
                table: "proposals",
                columns: new[] { "stage", "stage_since", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_proposals_updated_at_id",
                table: "proposals",
                columns: new[] { "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_proposals_village_id_stage_stage_since_id",
                table: "proposals",
                columns: new[] { "village_id", "stage", "stage_since", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_proposals_village_id_updated_at_id",
                table: "proposals",
                columns: new[] { "village_id", "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_update_cycles_month",
                table: "update_cycles",
                column: "month",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_village_deliberations_held_on_id",
                table: "village_deliberations",
                columns: new[] { "held_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_village_deliberations_number",
                table: "village_deliberations",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_village_deliberations_signed_file_id",
                table: "village_deliberations",
                column: "signed_file_id");

            migrationBuilder.CreateIndex(
                name: "ix_village_deliberations_village_id_held_on_id",
                table: "village_deliberations",
                columns: new[] { "village_id", "held_on", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cycle_defaults");

            migrationBuilder.DropTable(
                name: "deliberation_attendees");

            migrationBuilder.DropTable(
                name: "deliberation_items");

            migrationBuilder.DropTable(
                name: "held_posts");

            migrationBuilder.DropTable(
                name: "incoming_moves");

            migrationBuilder.DropTable(
                name: "proposal_diffs");

            migrationBuilder.DropTable(
                name: "proposal_photos");

            migrationBuilder.DropTable(
                name: "proposal_steps");

            migrationBuilder.DropTable(
                name: "proposal_tallies");

            migrationBuilder.DropTable(
                name: "update_cycles");

            migrationBuilder.DropTable(
                name: "proposals");

            migrationBuilder.DropTable(
                name: "proposal_dispatches");

            migrationBuilder.DropTable(
                name: "village_deliberations");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "material",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "material_frozen_at",
                table: "meetings");
        }
    }
}
