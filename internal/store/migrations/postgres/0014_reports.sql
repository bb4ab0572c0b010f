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
DROP TRIGGER guard_api_tokens_delete ON api_tokens;
DROP TRIGGER guard_api_tokens_fixed ON api_tokens;
DROP TRIGGER guard_api_tokens_truncate ON api_tokens;
DROP TRIGGER guard_apologies_delete ON apologies;
DROP TRIGGER guard_apologies_truncate ON apologies;
DROP TRIGGER guard_apologies_update ON apologies;
DROP TRIGGER guard_attachments_delete ON attachments;
DROP TRIGGER guard_attachments_truncate ON attachments;
DROP TRIGGER guard_attachments_update ON attachments;
DROP TRIGGER guard_bookings_apart ON bookings;
DROP TRIGGER guard_bookings_delete ON bookings;
DROP TRIGGER guard_bookings_fixed ON bookings;
DROP TRIGGER guard_bookings_truncate ON bookings;
DROP TRIGGER guard_breaches_appeal ON breaches;
DROP TRIGGER guard_breaches_delete ON breaches;
DROP TRIGGER guard_breaches_ended ON breaches;
DROP TRIGGER guard_breaches_fixed ON breaches;
DROP TRIGGER guard_breaches_heard ON breaches;
DROP TRIGGER guard_breaches_truncate ON breaches;
DROP TRIGGER guard_case_events_delete ON case_events;
DROP TRIGGER guard_case_events_truncate ON case_events;
DROP TRIGGER guard_case_events_update ON case_events;
DROP TRIGGER guard_case_projects_delete ON case_projects;
DROP TRIGGER guard_case_projects_truncate ON case_projects;
DROP TRIGGER guard_case_projects_update ON case_projects;
DROP TRIGGER guard_cases_delete ON cases;
DROP TRIGGER guard_cases_fixed ON cases;
DROP TRIGGER guard_cases_truncate ON cases;
DROP TRIGGER guard_charges_delete ON charges;
DROP TRIGGER guard_charges_truncate ON charges;
DROP TRIGGER guard_charges_update ON charges;
DROP TRIGGER guard_counsellings_delete ON counsellings;
DROP TRIGGER guard_counsellings_fixed ON counsellings;
DROP TRIGGER guard_counsellings_truncate ON counsellings;
DROP TRIGGER guard_custody_pieces_delete ON custody_pieces;
DROP TRIGGER guard_custody_pieces_fixed ON custody_pieces;
DROP TRIGGER guard_custody_pieces_truncate ON custody_pieces;
DROP TRIGGER guard_deliveries_delete ON deliveries;
DROP TRIGGER guard_deliveries_fixed ON deliveries;
DROP TRIGGER guard_deliveries_truncate ON deliveries;
DROP TRIGGER guard_enrolments_delete ON enrolments;
DROP TRIGGER guard_enrolments_fixed ON enrolments;
DROP TRIGGER guard_enrolments_truncate ON enrolments;
DROP TRIGGER guard_extensions_delete ON extensions;
DROP TRIGGER guard_extensions_fixed ON extensions;
DROP TRIGGER guard_extensions_truncate ON extensions;
DROP TRIGGER guard_figure_entries_delete ON figure_entries;
DROP TRIGGER guard_figure_entries_truncate ON figure_entries;
DROP TRIGGER guard_figure_entries_update ON figure_entries;
DROP TRIGGER guard_follow_ups_delete ON follow_ups;
DROP TRIGGER guard_follow_ups_fixed ON follow_ups;
DROP TRIGGER guard_follow_ups_truncate ON follow_ups;
DROP TRIGGER guard_gift_returns_delete ON gift_returns;
DROP TRIGGER guard_gift_returns_truncate ON gift_returns;
DROP TRIGGER guard_gift_returns_update ON gift_returns;
DROP TRIGGER guard_gifts_delete ON gifts;
DROP TRIGGER guard_gifts_fixed ON gifts;
DROP TRIGGER guard_gifts_truncate ON gifts;
DROP TRIGGER guard_hand_overs_delete ON hand_overs;
DROP TRIGGER guard_hand_overs_fixed ON hand_overs;
DROP TRIGGER guard_hand_overs_truncate ON hand_overs;
DROP TRIGGER guard_job_seekers_delete ON job_seekers;
DROP TRIGGER guard_job_seekers_fixed ON job_seekers;
DROP TRIGGER guard_job_seekers_truncate ON job_seekers;
DROP TRIGGER guard_log_checkpoints_delete ON log_checkpoints;
DROP TRIGGER guard_log_checkpoints_truncate ON log_checkpoints;
DROP TRIGGER guard_log_checkpoints_update ON log_checkpoints;
DROP TRIGGER guard_log_records_delete ON log_records;
DROP TRIGGER guard_log_records_truncate ON log_records;
DROP TRIGGER guard_log_records_update ON log_records;
DROP TRIGGER guard_one_time_notices_delete ON one_time_notices;
DROP TRIGGER guard_one_time_notices_truncate ON one_time_notices;
DROP TRIGGER guard_one_time_notices_update ON one_time_notices;
DROP TRIGGER guard_participations_delete ON participations;
DROP TRIGGER guard_participations_truncate ON participations;
DROP TRIGGER guard_participations_update ON participations;
DROP TRIGGER guard_partners_delete ON partners;
DROP TRIGGER guard_partners_truncate ON partners;
DROP TRIGGER guard_pictures_delete ON pictures;
DROP TRIGGER guard_pictures_fixed ON pictures;
DROP TRIGGER guard_pictures_truncate ON pictures;
DROP TRIGGER guard_pledges_delete ON pledges;
DROP TRIGGER guard_pledges_fixed ON pledges;
DROP TRIGGER guard_pledges_truncate ON pledges;
DROP TRIGGER guard_post_hand_overs_accepted ON post_hand_overs;
DROP TRIGGER guard_post_hand_overs_delete ON post_hand_overs;
DROP TRIGGER guard_post_hand_overs_fixed ON post_hand_overs;
DROP TRIGGER guard_post_hand_overs_truncate ON post_hand_overs;
DROP TRIGGER guard_printed_papers_delete ON printed_papers;
DROP TRIGGER guard_printed_papers_truncate ON printed_papers;
DROP TRIGGER guard_printed_papers_update ON printed_papers;
DROP TRIGGER guard_programs_delete ON programs;
DROP TRIGGER guard_programs_truncate ON programs;
DROP TRIGGER guard_project_partners_delete ON project_partners;
DROP TRIGGER guard_project_partners_truncate ON project_partners;
DROP TRIGGER guard_project_partners_update ON project_partners;
DROP TRIGGER guard_projects_delete ON projects;
DROP TRIGGER guard_projects_fixed ON projects;
DROP TRIGGER guard_projects_truncate ON projects;
DROP TRIGGER guard_promises_delete ON promises;
DROP TRIGGER guard_promises_fixed ON promises;
DROP TRIGGER guard_promises_result ON promises;
DROP TRIGGER guard_promises_truncate ON promises;
DROP TRIGGER guard_prop_loans_delete ON prop_loans;
DROP TRIGGER guard_prop_loans_fixed ON prop_loans;
DROP TRIGGER guard_prop_loans_truncate ON prop_loans;
DROP TRIGGER guard_props_delete ON props;
DROP TRIGGER guard_props_truncate ON props;
DROP TRIGGER guard_public_files_delete ON public_files;
DROP TRIGGER guard_public_files_fixed ON public_files;
DROP TRIGGER guard_public_files_truncate ON public_files;
DROP TRIGGER guard_ratings_delete ON ratings;
DROP TRIGGER guard_ratings_truncate ON ratings;
DROP TRIGGER guard_ratings_update ON ratings;
DROP TRIGGER guard_referrals_delete ON referrals;
DROP TRIGGER guard_referrals_fixed ON referrals;
DROP TRIGGER guard_referrals_truncate ON referrals;
DROP TRIGGER guard_studies_delete ON studies;
DROP TRIGGER guard_studies_truncate ON studies;
DROP TRIGGER guard_studies_update ON studies;
DROP TRIGGER guard_token_reads_delete ON token_reads;
DROP TRIGGER guard_token_reads_truncate ON token_reads;
DROP TRIGGER guard_token_reads_update ON token_reads;
DROP TRIGGER guard_up_reports_delete ON up_reports;
DROP TRIGGER guard_up_reports_fixed ON up_reports;
DROP TRIGGER guard_up_reports_truncate ON up_reports;
DROP TRIGGER guard_volunteers_delete ON volunteers;
DROP TRIGGER guard_volunteers_truncate ON volunteers;
DROP TRIGGER guard_volunteers_update ON volunteers;
-- Modify "api_tokens" table
ALTER TABLE "api_tokens" ADD COLUMN "communities" jsonb NOT NULL DEFAULT '[]';
-- Create index "group_community_id_founded_on_id" to table: "culture_groups"
CREATE INDEX "group_community_id_founded_on_id" ON "culture_groups" ("community_id", "founded_on", "id");
-- Create index "custodypiece_community_id_taken_at_id" to table: "custody_pieces"
CREATE INDEX "custodypiece_community_id_taken_at_id" ON "custody_pieces" ("community_id", "taken_at", "id");
-- Create index "extension_community_id_asked_at_id" to table: "extensions"
CREATE INDEX "extension_community_id_asked_at_id" ON "extensions" ("community_id", "asked_at", "id");
-- Create index "handover_community_id_offered_at_id" to table: "hand_overs"
CREATE INDEX "handover_community_id_offered_at_id" ON "hand_overs" ("community_id", "offered_at", "id");
-- Create index "jobseeker_community_id_registered_at_id" to table: "job_seekers"
CREATE INDEX "jobseeker_community_id_registered_at_id" ON "job_seekers" ("community_id", "registered_at", "id");
-- Create index "onetimenotice_community_id_given_at_id" to table: "one_time_notices"
CREATE INDEX "onetimenotice_community_id_given_at_id" ON "one_time_notices" ("community_id", "given_at", "id");
-- Create index "partner_community_id_agreed_on_id" to table: "partners"
CREATE INDEX "partner_community_id_agreed_on_id" ON "partners" ("community_id", "agreed_on", "id");
-- Drop index "promise_community_id_due_at_result" from table: "promises"
DROP INDEX "promise_community_id_due_at_result";
-- Create index "study_community_id_date_id" to table: "studies"
CREATE INDEX "study_community_id_date_id" ON "studies" ("community_id", "date", "id");
-- Create "figure_releases" table
CREATE TABLE "figure_releases" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "month" character varying NOT NULL, "attribute" character varying NOT NULL, "cells" jsonb NOT NULL, "at" timestamptz NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "figure_releases_communities_community_id" FOREIGN KEY ("community_id") REFERENCES "communities" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "figurerelease_community_id_attribute_month" to table: "figure_releases"
CREATE UNIQUE INDEX "figurerelease_community_id_attribute_month" ON "figure_releases" ("community_id", "attribute", "month");
-- Create "figure_rollups" table
CREATE TABLE "figure_rollups" ("id" bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY, "community_id" character varying NOT NULL, "rollup" character varying NOT NULL, "measure" character varying NOT NULL, "day" character varying NOT NULL, "key" character varying NOT NULL DEFAULT '', "kind" character varying NOT NULL DEFAULT '', "total" bigint NOT NULL, "spread" bytea NULL, PRIMARY KEY ("id"), CONSTRAINT "figure_rollups_communities_community_id" FOREIGN KEY ("community_id") REFERENCES "communities" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "figure_rollup_cell" to table: "figure_rollups"
CREATE UNIQUE INDEX "figure_rollup_cell" ON "figure_rollups" ("community_id", "rollup", "measure", "day", "key", "kind") INCLUDE ("total");
-- Create "report_pulls" table
CREATE TABLE "report_pulls" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "asker_id" character varying NOT NULL, "ask" text NOT NULL, "format" character varying NOT NULL, "language" character varying NOT NULL, "asked_at" timestamptz NOT NULL, "state" character varying NOT NULL DEFAULT 'WAITING', "tries" bigint NOT NULL DEFAULT 0, "claimed_until" timestamptz NULL, "row_count" bigint NOT NULL DEFAULT 0, "bytes" bigint NOT NULL DEFAULT 0, "parts" bigint NOT NULL DEFAULT 0, "ready_at" timestamptz NULL, "gone_at" timestamptz NULL, "failure" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "report_pulls_communities_community_id" FOREIGN KEY ("community_id") REFERENCES "communities" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "report_pull_failure" CHECK ((((state)::text = 'FAILED'::text) AND (failure IS NOT NULL)) OR (((state)::text <> 'FAILED'::text) AND (failure IS NULL))), CONSTRAINT "report_pull_ready" CHECK ((((state)::text = 'WAITING'::text) AND (ready_at IS NULL)) OR (((state)::text = 'FAILED'::text) AND (ready_at IS NULL)) OR ((ready_at IS NOT NULL) AND (gone_at IS NOT NULL))));
-- Create index "reportpull_community_id_asker_id_asked_at_id" to table: "report_pulls"
CREATE INDEX "reportpull_community_id_asker_id_asked_at_id" ON "report_pulls" ("community_id", "asker_id", "asked_at", "id");
-- Create index "reportpull_state_asked_at_id" to table: "report_pulls"
CREATE INDEX "reportpull_state_asked_at_id" ON "report_pulls" ("state", "asked_at", "id");
-- Create index "reportpull_state_gone_at" to table: "report_pulls"
CREATE INDEX "reportpull_state_gone_at" ON "report_pulls" ("state", "gone_at");
