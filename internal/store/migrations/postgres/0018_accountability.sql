-- Written by migrationdiff; not edited by hand.

DROP TRIGGER guard_absence_posts_apart ON absence_posts;
DROP TRIGGER guard_absence_posts_delete ON absence_posts;
DROP TRIGGER guard_absence_posts_fixed ON absence_posts;
DROP TRIGGER guard_absence_posts_truncate ON absence_posts;
DROP TRIGGER guard_absences_delete ON absences;
DROP TRIGGER guard_absences_fixed ON absences;
DROP TRIGGER guard_absences_truncate ON absences;
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
DROP TRIGGER guard_log_checkpoints_delete ON log_checkpoints;
DROP TRIGGER guard_log_checkpoints_truncate ON log_checkpoints;
DROP TRIGGER guard_log_checkpoints_update ON log_checkpoints;
DROP TRIGGER guard_log_records_delete ON log_records;
DROP TRIGGER guard_log_records_truncate ON log_records;
DROP TRIGGER guard_log_records_update ON log_records;
DROP TRIGGER guard_one_time_notices_delete ON one_time_notices;
DROP TRIGGER guard_one_time_notices_truncate ON one_time_notices;
DROP TRIGGER guard_one_time_notices_update ON one_time_notices;
DROP TRIGGER guard_post_hand_overs_accepted ON post_hand_overs;
DROP TRIGGER guard_post_hand_overs_delete ON post_hand_overs;
DROP TRIGGER guard_post_hand_overs_fixed ON post_hand_overs;
DROP TRIGGER guard_post_hand_overs_truncate ON post_hand_overs;
DROP TRIGGER guard_printed_papers_delete ON printed_papers;
DROP TRIGGER guard_printed_papers_truncate ON printed_papers;
DROP TRIGGER guard_printed_papers_update ON printed_papers;
DROP TRIGGER guard_promises_delete ON promises;
DROP TRIGGER guard_promises_fixed ON promises;
DROP TRIGGER guard_promises_result ON promises;
DROP TRIGGER guard_promises_truncate ON promises;
DROP TRIGGER guard_public_files_delete ON public_files;
DROP TRIGGER guard_public_files_fixed ON public_files;
DROP TRIGGER guard_public_files_truncate ON public_files;
DROP TRIGGER guard_ratings_delete ON ratings;
DROP TRIGGER guard_ratings_truncate ON ratings;
DROP TRIGGER guard_ratings_update ON ratings;
DROP TRIGGER guard_studies_delete ON studies;
DROP TRIGGER guard_studies_truncate ON studies;
DROP TRIGGER guard_studies_update ON studies;
DROP TRIGGER guard_up_reports_delete ON up_reports;
DROP TRIGGER guard_up_reports_fixed ON up_reports;
DROP TRIGGER guard_up_reports_truncate ON up_reports;
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
