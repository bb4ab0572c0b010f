-- Written by migrationdiff; not edited by hand.

DROP TRIGGER guard_accesses_delete ON accesses;
DROP TRIGGER guard_accesses_truncate ON accesses;
DROP TRIGGER guard_accesses_update ON accesses;
DROP TRIGGER guard_act_records_update ON act_records;
DROP TRIGGER guard_alarms_delete ON alarms;
DROP TRIGGER guard_alarms_ended ON alarms;
DROP TRIGGER guard_alarms_fixed ON alarms;
DROP TRIGGER guard_alarms_truncate ON alarms;
DROP TRIGGER guard_attachments_delete ON attachments;
DROP TRIGGER guard_attachments_truncate ON attachments;
DROP TRIGGER guard_attachments_update ON attachments;
DROP TRIGGER guard_breaches_delete ON breaches;
DROP TRIGGER guard_breaches_fixed ON breaches;
DROP TRIGGER guard_breaches_truncate ON breaches;
DROP TRIGGER guard_case_events_delete ON case_events;
DROP TRIGGER guard_case_events_truncate ON case_events;
DROP TRIGGER guard_case_events_update ON case_events;
DROP TRIGGER guard_cases_delete ON cases;
DROP TRIGGER guard_cases_fixed ON cases;
DROP TRIGGER guard_cases_truncate ON cases;
DROP TRIGGER guard_charges_delete ON charges;
DROP TRIGGER guard_charges_truncate ON charges;
DROP TRIGGER guard_charges_update ON charges;
DROP TRIGGER guard_custody_pieces_delete ON custody_pieces;
DROP TRIGGER guard_custody_pieces_fixed ON custody_pieces;
DROP TRIGGER guard_custody_pieces_truncate ON custody_pieces;
DROP TRIGGER guard_extensions_delete ON extensions;
DROP TRIGGER guard_extensions_fixed ON extensions;
DROP TRIGGER guard_extensions_truncate ON extensions;
DROP TRIGGER guard_hand_overs_delete ON hand_overs;
DROP TRIGGER guard_hand_overs_fixed ON hand_overs;
DROP TRIGGER guard_hand_overs_truncate ON hand_overs;
DROP TRIGGER guard_one_time_notices_delete ON one_time_notices;
DROP TRIGGER guard_one_time_notices_truncate ON one_time_notices;
DROP TRIGGER guard_one_time_notices_update ON one_time_notices;
DROP TRIGGER guard_printed_papers_delete ON printed_papers;
DROP TRIGGER guard_printed_papers_truncate ON printed_papers;
DROP TRIGGER guard_printed_papers_update ON printed_papers;
DROP TRIGGER guard_promises_delete ON promises;
DROP TRIGGER guard_promises_fixed ON promises;
DROP TRIGGER guard_promises_result ON promises;
DROP TRIGGER guard_promises_truncate ON promises;
DROP TRIGGER guard_ratings_delete ON ratings;
DROP TRIGGER guard_ratings_truncate ON ratings;
DROP TRIGGER guard_ratings_update ON ratings;
DROP TRIGGER guard_up_reports_delete ON up_reports;
DROP TRIGGER guard_up_reports_fixed ON up_reports;
DROP TRIGGER guard_up_reports_truncate ON up_reports;
-- Modify "case_events" table
ALTER TABLE "case_events" ADD CONSTRAINT "case_event_of_one" CHECK (((case_id IS NULL) AND (record_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (record_id IS NULL))), ALTER COLUMN "case_id" DROP NOT NULL, ALTER COLUMN "receipt_no" SET DEFAULT '', ALTER COLUMN "responsible_id" SET DEFAULT '', ALTER COLUMN "holder_id" SET DEFAULT '', ALTER COLUMN "status" DROP NOT NULL, ALTER COLUMN "due_at" DROP NOT NULL, ADD COLUMN "record_id" character varying NULL, ADD COLUMN "restricted" boolean NOT NULL DEFAULT false;
-- Create index "caseevent_record_id_number" to table: "case_events"
CREATE UNIQUE INDEX "caseevent_record_id_number" ON "case_events" ("record_id", "number");
-- Create index "promise_community_id_due_at_result" to table: "promises"
CREATE INDEX "promise_community_id_due_at_result" ON "promises" ("community_id", "due_at", "result");
-- Modify "staff" table
ALTER TABLE "staff" ADD COLUMN "left_at" timestamptz NULL;
-- Create "absences" table
CREATE TABLE "absences" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "kind" character varying NOT NULL, "from_at" timestamptz NOT NULL, "until_at" timestamptz NULL, "reason" text NOT NULL DEFAULT '', "asked_by_id" character varying NOT NULL, "asked_at" timestamptz NOT NULL, "state" character varying NOT NULL, "decided_by_id" character varying NULL, "decided_at" timestamptz NULL, "decision_reason" text NOT NULL DEFAULT '', "next_at" timestamptz NULL, "note_due_at" timestamptz NULL, "version" bigint NOT NULL DEFAULT 1, "events" bigint NOT NULL DEFAULT 0, "head" character varying NOT NULL DEFAULT '', "staff_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "absences_staff_staff" FOREIGN KEY ("community_id", "staff_id") REFERENCES "staff" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "absence_ends_later" CHECK ((until_at IS NULL) OR (until_at >= from_at)));
-- Create index "absence_community_id_from_at_id" to table: "absences"
CREATE INDEX "absence_community_id_from_at_id" ON "absences" ("community_id", "from_at", "id");
-- Create index "absence_community_id_state_from_at" to table: "absences"
CREATE INDEX "absence_community_id_state_from_at" ON "absences" ("community_id", "state", "from_at");
-- Create index "absence_next" to table: "absences"
CREATE INDEX "absence_next" ON "absences" ("next_at", "id") WHERE (next_at IS NOT NULL);
-- Create index "absence_staff_id_from_at" to table: "absences"
CREATE INDEX "absence_staff_id_from_at" ON "absences" ("staff_id", "from_at");
-- Create index "absences_community_id_id" to table: "absences"
CREATE UNIQUE INDEX "absences_community_id_id" ON "absences" ("community_id", "id");
-- Modify "posts" table
ALTER TABLE "posts" ADD COLUMN "a_must_master" jsonb NOT NULL DEFAULT '[]', ADD COLUMN "b_must_know" jsonb NOT NULL DEFAULT '[]', ADD COLUMN "version" bigint NOT NULL DEFAULT 1;
-- Create "absence_posts" table
CREATE TABLE "absence_posts" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "post_id" character varying NOT NULL, "staff_id" character varying NOT NULL, "from_at" timestamptz NOT NULL, "until_at" timestamptz NULL, "holds" boolean NOT NULL DEFAULT true, "absence_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "absence_posts_absences_absence" FOREIGN KEY ("community_id", "absence_id") REFERENCES "absences" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "absence_posts_posts_post_id" FOREIGN KEY ("community_id", "post_id") REFERENCES "posts" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "absence_posts_staff_staff_id" FOREIGN KEY ("community_id", "staff_id") REFERENCES "staff" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "absencepost_absence_id" to table: "absence_posts"
CREATE INDEX "absencepost_absence_id" ON "absence_posts" ("absence_id");
-- Create index "absencepost_post_id_from_at" to table: "absence_posts"
CREATE INDEX "absencepost_post_id_from_at" ON "absence_posts" ("post_id", "from_at");
-- Create "apologies" table
CREATE TABLE "apologies" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "case_id" character varying NOT NULL, "promise_id" character varying NOT NULL, "due_at" timestamptz NOT NULL, "way" character varying NOT NULL, "given_at" timestamptz NOT NULL, "given_by_id" character varying NOT NULL, "words" text NOT NULL, "remedy" text NOT NULL, "recorded_at" timestamptz NOT NULL, "recorded_by_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "apologies_cases_case_id" FOREIGN KEY ("community_id", "case_id") REFERENCES "cases" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "apologies_promise_id_key" to table: "apologies"
CREATE UNIQUE INDEX "apologies_promise_id_key" ON "apologies" ("promise_id");
-- Create index "apology_case_id_recorded_at" to table: "apologies"
CREATE INDEX "apology_case_id_recorded_at" ON "apologies" ("case_id", "recorded_at");
-- Modify "breaches" table
ALTER TABLE "breaches" ALTER COLUMN "case_id" DROP NOT NULL, ADD COLUMN "parent_id" character varying NULL, ADD COLUMN "state" character varying NOT NULL DEFAULT 'FOUND', ADD COLUMN "statement" text NOT NULL DEFAULT '', ADD COLUMN "waived" boolean NOT NULL DEFAULT false, ADD COLUMN "heard_at" timestamptz NULL, ADD COLUMN "heard_by_id" character varying NULL, ADD COLUMN "proposed" character varying NULL, ADD COLUMN "measure" character varying NULL, ADD COLUMN "decision_reason" text NOT NULL DEFAULT '', ADD COLUMN "decided_by_id" character varying NULL, ADD COLUMN "decided_at" timestamptz NULL, ADD COLUMN "decided_as" bigint NOT NULL DEFAULT 0, ADD COLUMN "absence_id" character varying NULL, ADD COLUMN "proof" text NOT NULL DEFAULT '', ADD COLUMN "carried_out_at" timestamptz NULL, ADD COLUMN "carried_out_by_id" character varying NULL, ADD COLUMN "closed_at" timestamptz NULL, ADD COLUMN "closed_by_id" character varying NULL, ADD COLUMN "appeal" text NOT NULL DEFAULT '', ADD COLUMN "appealed_at" timestamptz NULL, ADD COLUMN "appeal_outcome" character varying NULL, ADD COLUMN "appeal_reason" text NOT NULL DEFAULT '', ADD COLUMN "appeal_by_id" character varying NULL, ADD COLUMN "appeal_decided_at" timestamptz NULL, ADD COLUMN "version" bigint NOT NULL DEFAULT 1, ADD COLUMN "events" bigint NOT NULL DEFAULT 0, ADD COLUMN "head" character varying NOT NULL DEFAULT '', ADD CONSTRAINT "breaches_absences_absence_id" FOREIGN KEY ("community_id", "absence_id") REFERENCES "absences" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- Create index "breach_parent_id" to table: "breaches"
CREATE INDEX "breach_parent_id" ON "breaches" ("parent_id");
-- Create index "breach_person_id_kind_state" to table: "breaches"
CREATE INDEX "breach_person_id_kind_state" ON "breaches" ("person_id", "kind", "state");
-- Create "gifts" table
CREATE TABLE "gifts" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "person_id" character varying NOT NULL, "kind" character varying NOT NULL, "what" text NOT NULL, "giver" text NOT NULL, "value_fen" bigint NOT NULL, "found_at" timestamptz NOT NULL, "registered_at" timestamptz NOT NULL, "registered_by_id" character varying NOT NULL, "returned_fen" bigint NOT NULL DEFAULT 0, "closed_at" timestamptz NULL, "version" bigint NOT NULL DEFAULT 1, "events" bigint NOT NULL DEFAULT 0, "head" character varying NOT NULL DEFAULT '', PRIMARY KEY ("id"), CONSTRAINT "gift_closed_when_whole" CHECK ((closed_at IS NULL) OR ((kind)::text = 'OFFERED'::text) OR (returned_fen = value_fen)), CONSTRAINT "gift_has_value" CHECK (value_fen > 0), CONSTRAINT "gift_open_until_whole" CHECK ((closed_at IS NOT NULL) OR (((kind)::text <> 'OFFERED'::text) AND (returned_fen < value_fen))), CONSTRAINT "gift_returned_at_most" CHECK ((returned_fen >= 0) AND (returned_fen <= value_fen)));
-- Create index "gift_community_id_found_at_id" to table: "gifts"
CREATE INDEX "gift_community_id_found_at_id" ON "gifts" ("community_id", "found_at", "id");
-- Create index "gifts_community_id_id" to table: "gifts"
CREATE UNIQUE INDEX "gifts_community_id_id" ON "gifts" ("community_id", "id");
-- Create "gift_returns" table
CREATE TABLE "gift_returns" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "person_id" character varying NOT NULL, "amount_fen" bigint NOT NULL, "way" character varying NOT NULL, "proof" text NOT NULL, "returned_at" timestamptz NOT NULL, "recorded_by_id" character varying NOT NULL, "gift_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "gift_returns_gifts_returns" FOREIGN KEY ("community_id", "gift_id") REFERENCES "gifts" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "gift_return_is_something" CHECK (amount_fen > 0));
-- Create index "giftreturn_gift_id" to table: "gift_returns"
CREATE INDEX "giftreturn_gift_id" ON "gift_returns" ("gift_id");
-- Create "log_checkpoints" table
CREATE TABLE "log_checkpoints" ("id" bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY, "community_id" character varying NOT NULL, "number" bigint NOT NULL, "size" bigint NOT NULL, "last_id" bigint NOT NULL, "root" character varying NOT NULL, "note" text NOT NULL, "at" timestamptz NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "log_checkpoints_communities_community_id" FOREIGN KEY ("community_id") REFERENCES "communities" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "logcheckpoint_community_id_number" to table: "log_checkpoints"
CREATE UNIQUE INDEX "logcheckpoint_community_id_number" ON "log_checkpoints" ("community_id", "number");
-- Create "log_records" table
CREATE TABLE "log_records" ("id" bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY, "community_id" character varying NOT NULL, "number" bigint NOT NULL, "hashes" bytea NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "log_records_communities_community_id" FOREIGN KEY ("community_id") REFERENCES "communities" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "logrecord_community_id_number" to table: "log_records"
CREATE UNIQUE INDEX "logrecord_community_id_number" ON "log_records" ("community_id", "number");
-- Create "post_hand_overs" table
CREATE TABLE "post_hand_overs" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "post_id" character varying NULL, "from_id" character varying NOT NULL, "to_id" character varying NOT NULL, "lines" jsonb NULL, "things" jsonb NULL, "note" text NOT NULL DEFAULT '', "written_at" timestamptz NULL, "accepted_at" timestamptz NULL, "absence_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "post_hand_overs_absences_lists" FOREIGN KEY ("community_id", "absence_id") REFERENCES "absences" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "post_hand_overs_posts_post_id" FOREIGN KEY ("community_id", "post_id") REFERENCES "posts" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "post_hand_overs_staff_from_id" FOREIGN KEY ("community_id", "from_id") REFERENCES "staff" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "post_hand_overs_staff_to_id" FOREIGN KEY ("community_id", "to_id") REFERENCES "staff" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "posthandover_absence_id" to table: "post_hand_overs"
CREATE INDEX "posthandover_absence_id" ON "post_hand_overs" ("absence_id");
-- Create index "posthandover_to_id_absence_id" to table: "post_hand_overs"
CREATE INDEX "posthandover_to_id_absence_id" ON "post_hand_overs" ("to_id", "absence_id");
-- Create "public_files" table
CREATE TABLE "public_files" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "kind" character varying NOT NULL, "item_code" character varying NULL, "title" character varying NOT NULL, "name" character varying NOT NULL, "format" character varying NOT NULL, "size" bigint NOT NULL, "digest" character varying NOT NULL, "stored_as" character varying NOT NULL, "width" bigint NOT NULL DEFAULT 0, "height" bigint NOT NULL DEFAULT 0, "published_at" timestamptz NOT NULL, "published_by_id" character varying NOT NULL, "removed_at" timestamptz NULL, "removed_by_id" character varying NULL, "staff_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "public_files_communities_community_id" FOREIGN KEY ("community_id") REFERENCES "communities" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "public_files_staff_staff" FOREIGN KEY ("community_id", "staff_id") REFERENCES "staff" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "public_file_of" CHECK ((((kind)::text = 'PORTRAIT'::text) AND (staff_id IS NOT NULL) AND (item_code IS NULL)) OR (((kind)::text = 'FORM'::text) AND (staff_id IS NULL) AND (item_code IS NOT NULL))));
-- Create index "publicfile_community_id_removed_at" to table: "public_files"
CREATE INDEX "publicfile_community_id_removed_at" ON "public_files" ("community_id", "removed_at");
-- Create index "publicfile_staff_id" to table: "public_files"
CREATE UNIQUE INDEX "publicfile_staff_id" ON "public_files" ("staff_id") WHERE (removed_at IS NULL);
-- Create "studies" table
CREATE TABLE "studies" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "subject" character varying NOT NULL, "kind" character varying NOT NULL, "date" character varying NOT NULL, "passed" boolean NOT NULL, "note" text NOT NULL DEFAULT '', "recorded_at" timestamptz NOT NULL, "recorded_by_id" character varying NOT NULL, "post_id" character varying NOT NULL, "staff_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "studies_posts_post" FOREIGN KEY ("community_id", "post_id") REFERENCES "posts" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "studies_staff_staff" FOREIGN KEY ("community_id", "staff_id") REFERENCES "staff" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "study_community_id_id" to table: "studies"
CREATE INDEX "study_community_id_id" ON "studies" ("community_id", "id");
-- Create index "study_post_id_staff_id" to table: "studies"
CREATE INDEX "study_post_id_staff_id" ON "studies" ("post_id", "staff_id");
