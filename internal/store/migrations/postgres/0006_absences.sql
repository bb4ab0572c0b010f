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
-- Create "absence_posts" table
CREATE TABLE "absence_posts" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "post_id" character varying NOT NULL, "staff_id" character varying NOT NULL, "from_at" timestamptz NOT NULL, "until_at" timestamptz NULL, "holds" boolean NOT NULL DEFAULT true, "absence_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "absence_posts_absences_absence" FOREIGN KEY ("community_id", "absence_id") REFERENCES "absences" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "absence_posts_posts_post_id" FOREIGN KEY ("community_id", "post_id") REFERENCES "posts" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "absence_posts_staff_staff_id" FOREIGN KEY ("community_id", "staff_id") REFERENCES "staff" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "absencepost_absence_id" to table: "absence_posts"
CREATE INDEX "absencepost_absence_id" ON "absence_posts" ("absence_id");
-- Create index "absencepost_post_id_from_at" to table: "absence_posts"
CREATE INDEX "absencepost_post_id_from_at" ON "absence_posts" ("post_id", "from_at");
-- Create "post_hand_overs" table
CREATE TABLE "post_hand_overs" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "post_id" character varying NULL, "from_id" character varying NOT NULL, "to_id" character varying NOT NULL, "lines" jsonb NULL, "things" jsonb NULL, "note" text NOT NULL DEFAULT '', "written_at" timestamptz NULL, "accepted_at" timestamptz NULL, "absence_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "post_hand_overs_absences_lists" FOREIGN KEY ("community_id", "absence_id") REFERENCES "absences" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "post_hand_overs_posts_post_id" FOREIGN KEY ("community_id", "post_id") REFERENCES "posts" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "post_hand_overs_staff_from_id" FOREIGN KEY ("community_id", "from_id") REFERENCES "staff" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "post_hand_overs_staff_to_id" FOREIGN KEY ("community_id", "to_id") REFERENCES "staff" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "posthandover_absence_id" to table: "post_hand_overs"
CREATE INDEX "posthandover_absence_id" ON "post_hand_overs" ("absence_id");
-- Create index "posthandover_to_id_absence_id" to table: "post_hand_overs"
CREATE INDEX "posthandover_to_id_absence_id" ON "post_hand_overs" ("to_id", "absence_id");
