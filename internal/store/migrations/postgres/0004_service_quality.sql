-- Written by migrationdiff; not edited by hand.

DROP TRIGGER guard_accesses_delete ON accesses;
DROP TRIGGER guard_accesses_truncate ON accesses;
DROP TRIGGER guard_accesses_update ON accesses;
DROP TRIGGER guard_act_records_update ON act_records;
DROP TRIGGER guard_alarms_delete ON alarms;
DROP TRIGGER guard_alarms_ended ON alarms;
DROP TRIGGER guard_alarms_fixed ON alarms;
DROP TRIGGER guard_alarms_truncate ON alarms;
DROP TRIGGER guard_breaches_delete ON breaches;
DROP TRIGGER guard_breaches_fixed ON breaches;
DROP TRIGGER guard_breaches_truncate ON breaches;
DROP TRIGGER guard_case_events_delete ON case_events;
DROP TRIGGER guard_case_events_truncate ON case_events;
DROP TRIGGER guard_case_events_update ON case_events;
DROP TRIGGER guard_cases_delete ON cases;
DROP TRIGGER guard_cases_fixed ON cases;
DROP TRIGGER guard_cases_truncate ON cases;
DROP TRIGGER guard_extensions_delete ON extensions;
DROP TRIGGER guard_extensions_fixed ON extensions;
DROP TRIGGER guard_extensions_truncate ON extensions;
DROP TRIGGER guard_hand_overs_delete ON hand_overs;
DROP TRIGGER guard_hand_overs_fixed ON hand_overs;
DROP TRIGGER guard_hand_overs_truncate ON hand_overs;
DROP TRIGGER guard_promises_delete ON promises;
DROP TRIGGER guard_promises_fixed ON promises;
DROP TRIGGER guard_promises_result ON promises;
DROP TRIGGER guard_promises_truncate ON promises;
DROP TRIGGER guard_up_reports_delete ON up_reports;
DROP TRIGGER guard_up_reports_fixed ON up_reports;
DROP TRIGGER guard_up_reports_truncate ON up_reports;
-- Modify "breaches" table
ALTER TABLE "breaches" ADD COLUMN "found_in" character varying NULL;
-- Create index "breaches_found_in_key" to table: "breaches"
CREATE UNIQUE INDEX "breaches_found_in_key" ON "breaches" ("found_in");
-- Modify "case_events" table
ALTER TABLE "case_events" ADD COLUMN "matter" character varying NOT NULL DEFAULT 'SERVICE', ADD COLUMN "about_id" character varying NULL;
-- Drop index "case_open_totals" from table: "cases"
DROP INDEX "case_open_totals";
-- Modify "cases" table
ALTER TABLE "cases" ADD COLUMN "matter" character varying NOT NULL DEFAULT 'SERVICE', ADD COLUMN "topic" character varying NULL, ADD COLUMN "about_id" character varying NULL, ADD COLUMN "about_case_id" character varying NULL, ADD COLUMN "upheld" boolean NULL, ADD COLUMN "notices" bigint NOT NULL DEFAULT 0, ADD COLUMN "pieces" bigint NOT NULL DEFAULT 0, ADD COLUMN "pieces_held" bigint NOT NULL DEFAULT 0, ADD COLUMN "charged_fen" bigint NOT NULL DEFAULT 0;
-- Create index "case_open_totals" to table: "cases"
CREATE INDEX "case_open_totals" ON "cases" ("community_id", "due_at", "responsible_id", "offer_to_id", "report_to_id", "extension_state", "extension_by_id", "matter", "about_id", "holder_id") WHERE open;
-- Create index "case_supervision" to table: "cases"
CREATE INDEX "case_supervision" ON "cases" ("community_id", "about_id") WHERE ((matter)::text <> 'SERVICE'::text);
-- Modify "communities" table
ALTER TABLE "communities" ADD COLUMN "disclosure" jsonb NOT NULL DEFAULT '{}';
-- Create "attachments" table
CREATE TABLE "attachments" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "case_id" character varying NOT NULL, "name" character varying NOT NULL, "kind" character varying NOT NULL, "size" bigint NOT NULL, "digest" character varying NOT NULL, "stored_as" character varying NOT NULL, "width" bigint NOT NULL DEFAULT 0, "height" bigint NOT NULL DEFAULT 0, "attached_at" timestamptz NOT NULL, "attached_by_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "attachments_cases_case_id" FOREIGN KEY ("community_id", "case_id") REFERENCES "cases" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "attachment_case_id_attached_at" to table: "attachments"
CREATE INDEX "attachment_case_id_attached_at" ON "attachments" ("case_id", "attached_at");
-- Create "charges" table
CREATE TABLE "charges" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "case_id" character varying NOT NULL, "amount_fen" bigint NOT NULL, "bill_no" character varying NOT NULL DEFAULT '', "charged_at" timestamptz NOT NULL, "charged_by_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "charges_cases_case_id" FOREIGN KEY ("community_id", "case_id") REFERENCES "cases" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "charge_amount" CHECK (amount_fen > 0));
-- Create index "charge_case_id_charged_at" to table: "charges"
CREATE INDEX "charge_case_id_charged_at" ON "charges" ("case_id", "charged_at");
-- Create "custody_pieces" table
CREATE TABLE "custody_pieces" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "case_id" character varying NOT NULL, "name" character varying NOT NULL, "form" character varying NOT NULL, "count" bigint NOT NULL, "condition" character varying NOT NULL DEFAULT '', "place" character varying NOT NULL, "state" character varying NOT NULL, "taken_at" timestamptz NOT NULL, "taken_by_id" character varying NOT NULL, "returned_at" timestamptz NULL, "returned_by_id" character varying NULL, "signed_by" character varying NOT NULL DEFAULT '', "reported_as" character varying NULL, "report" text NOT NULL DEFAULT '', "reported_at" timestamptz NULL, "reported_by_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "custody_pieces_cases_case_id" FOREIGN KEY ("community_id", "case_id") REFERENCES "cases" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "custody_piece_count" CHECK ((count >= 1) AND (count <= 999)));
-- Create index "custodypiece_case_id_taken_at" to table: "custody_pieces"
CREATE INDEX "custodypiece_case_id_taken_at" ON "custody_pieces" ("case_id", "taken_at");
-- Create index "custodypiece_community_id_state_taken_at" to table: "custody_pieces"
CREATE INDEX "custodypiece_community_id_state_taken_at" ON "custody_pieces" ("community_id", "state", "taken_at");
-- Create "one_time_notices" table
CREATE TABLE "one_time_notices" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "case_id" character varying NOT NULL, "number" bigint NOT NULL, "resident_id" character varying NULL, "item_id" character varying NOT NULL, "missing" jsonb NOT NULL, "reason" text NOT NULL DEFAULT '', "told_way" character varying NOT NULL, "given_by_id" character varying NOT NULL, "given_at" timestamptz NOT NULL, "repeats_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "one_time_notices_cases_case_id" FOREIGN KEY ("community_id", "case_id") REFERENCES "cases" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "onetimenotice_case_id_number" to table: "one_time_notices"
CREATE UNIQUE INDEX "onetimenotice_case_id_number" ON "one_time_notices" ("case_id", "number");
-- Create index "onetimenotice_community_id_resident_id_item_id" to table: "one_time_notices"
CREATE INDEX "onetimenotice_community_id_resident_id_item_id" ON "one_time_notices" ("community_id", "resident_id", "item_id");
-- Create "printed_papers" table
CREATE TABLE "printed_papers" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "kind" character varying NOT NULL, "subject_id" character varying NULL, "number" character varying NOT NULL, "draft" boolean NOT NULL, "content_sealed" text NOT NULL, "printed_at" timestamptz NOT NULL, "printed_by_id" character varying NOT NULL, "case_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "printed_papers_cases_case" FOREIGN KEY ("community_id", "case_id") REFERENCES "cases" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "printedpaper_case_id_printed_at" to table: "printed_papers"
CREATE INDEX "printedpaper_case_id_printed_at" ON "printed_papers" ("case_id", "printed_at");
-- Create "ratings" table
CREATE TABLE "ratings" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "case_id" character varying NOT NULL, "about_id" character varying NOT NULL, "level" character varying NOT NULL, "tags" jsonb NOT NULL, "comment" text NOT NULL DEFAULT '', "rated_at" timestamptz NOT NULL, "matter_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "ratings_cases_case_id" FOREIGN KEY ("community_id", "case_id") REFERENCES "cases" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "rating_community_id_about_id_rated_at" to table: "ratings"
CREATE INDEX "rating_community_id_about_id_rated_at" ON "ratings" ("community_id", "about_id", "rated_at");
-- Create index "rating_community_id_rated_at_id" to table: "ratings"
CREATE INDEX "rating_community_id_rated_at_id" ON "ratings" ("community_id", "rated_at", "id");
-- Create index "ratings_case_id_key" to table: "ratings"
CREATE UNIQUE INDEX "ratings_case_id_key" ON "ratings" ("case_id");
