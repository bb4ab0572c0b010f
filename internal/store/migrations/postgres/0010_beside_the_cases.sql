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
DROP TRIGGER guard_apologies_delete ON apologies;
DROP TRIGGER guard_apologies_truncate ON apologies;
DROP TRIGGER guard_apologies_update ON apologies;
DROP TRIGGER guard_attachments_delete ON attachments;
DROP TRIGGER guard_attachments_truncate ON attachments;
DROP TRIGGER guard_attachments_update ON attachments;
DROP TRIGGER guard_breaches_appeal ON breaches;
DROP TRIGGER guard_breaches_delete ON breaches;
DROP TRIGGER guard_breaches_ended ON breaches;
DROP TRIGGER guard_breaches_fixed ON breaches;
DROP TRIGGER guard_breaches_heard ON breaches;
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
DROP TRIGGER guard_gift_returns_delete ON gift_returns;
DROP TRIGGER guard_gift_returns_truncate ON gift_returns;
DROP TRIGGER guard_gift_returns_update ON gift_returns;
DROP TRIGGER guard_gifts_delete ON gifts;
DROP TRIGGER guard_gifts_fixed ON gifts;
DROP TRIGGER guard_gifts_truncate ON gifts;
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
-- Create "partners" table
CREATE TABLE "partners" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "name" character varying NOT NULL, "pinyin" character varying NOT NULL DEFAULT '', "kind" character varying NOT NULL, "address" character varying NOT NULL DEFAULT '', "about" text NOT NULL DEFAULT '', "offers" jsonb NOT NULL, "agreement_no" character varying NOT NULL DEFAULT '', "agreed_on" character varying NOT NULL DEFAULT '', "agreed_until" character varying NOT NULL DEFAULT '', "agreement" text NOT NULL DEFAULT '', "left_at" timestamptz NULL, "version" bigint NOT NULL DEFAULT 1, "events" bigint NOT NULL DEFAULT 0, "head" character varying NOT NULL DEFAULT '', PRIMARY KEY ("id"), CONSTRAINT "partners_communities_community_id" FOREIGN KEY ("community_id") REFERENCES "communities" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "partner_community_id_name" to table: "partners"
CREATE UNIQUE INDEX "partner_community_id_name" ON "partners" ("community_id", "name");
-- Create index "partners_community_id_id" to table: "partners"
CREATE UNIQUE INDEX "partners_community_id_id" ON "partners" ("community_id", "id");
-- Create "api_tokens" table
CREATE TABLE "api_tokens" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "kind" character varying NOT NULL, "name" character varying NOT NULL, "scopes" jsonb NOT NULL, "token_hash" character varying NOT NULL, "hint" character varying NOT NULL, "made_at" timestamptz NOT NULL, "made_by_id" character varying NOT NULL, "expires_at" timestamptz NOT NULL, "revoked_at" timestamptz NULL, "revoked_by_id" character varying NULL, "last_used_at" timestamptz NULL, "partner_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "api_tokens_communities_community_id" FOREIGN KEY ("community_id") REFERENCES "communities" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "api_tokens_partners_partner" FOREIGN KEY ("community_id", "partner_id") REFERENCES "partners" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "token_of_whom" CHECK ((((kind)::text = 'PARTNER'::text) AND (partner_id IS NOT NULL)) OR (((kind)::text <> 'PARTNER'::text) AND (partner_id IS NULL))));
-- Create index "api_tokens_community_id_id" to table: "api_tokens"
CREATE UNIQUE INDEX "api_tokens_community_id_id" ON "api_tokens" ("community_id", "id");
-- Create index "api_tokens_token_hash_key" to table: "api_tokens"
CREATE UNIQUE INDEX "api_tokens_token_hash_key" ON "api_tokens" ("token_hash");
-- Create index "apitoken_community_id_made_at_id" to table: "api_tokens"
CREATE INDEX "apitoken_community_id_made_at_id" ON "api_tokens" ("community_id", "made_at", "id");
-- Create "culture_groups" table
CREATE TABLE "culture_groups" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "name" character varying NOT NULL, "pinyin" character varying NOT NULL DEFAULT '', "kind" character varying NOT NULL, "about" text NOT NULL DEFAULT '', "founded_on" character varying NOT NULL DEFAULT '', "dissolved_at" timestamptz NULL, "version" bigint NOT NULL DEFAULT 1, "events" bigint NOT NULL DEFAULT 0, "head" character varying NOT NULL DEFAULT '', "contact_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "culture_groups_communities_community_id" FOREIGN KEY ("community_id") REFERENCES "communities" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "culture_groups_staff_contact" FOREIGN KEY ("community_id", "contact_id") REFERENCES "staff" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "culture_groups_community_id_id" to table: "culture_groups"
CREATE UNIQUE INDEX "culture_groups_community_id_id" ON "culture_groups" ("community_id", "id");
-- Create index "group_community_id_name" to table: "culture_groups"
CREATE UNIQUE INDEX "group_community_id_name" ON "culture_groups" ("community_id", "name");
-- Create "programs" table
CREATE TABLE "programs" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "kind" character varying NOT NULL, "title" character varying NOT NULL, "pinyin" character varying NOT NULL DEFAULT '', "about" text NOT NULL DEFAULT '', "place" character varying NOT NULL, "state" character varying NOT NULL, "state_reason" text NOT NULL DEFAULT '', "capacity" bigint NOT NULL, "seated" bigint NOT NULL DEFAULT 0, "waiting" bigint NOT NULL DEFAULT 0, "tickets" bigint NOT NULL DEFAULT 0, "public_enrol" boolean NOT NULL DEFAULT false, "enrol_until" timestamptz NOT NULL, "from_at" timestamptz NOT NULL, "until_at" timestamptz NOT NULL, "result" text NOT NULL DEFAULT '', "cost_fen" bigint NOT NULL DEFAULT 0, "reached" bigint NOT NULL DEFAULT 0, "version" bigint NOT NULL DEFAULT 1, "events" bigint NOT NULL DEFAULT 0, "head" character varying NOT NULL DEFAULT '', "organiser_id" character varying NOT NULL, "group_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "programs_communities_community_id" FOREIGN KEY ("community_id") REFERENCES "communities" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "programs_culture_groups_group" FOREIGN KEY ("community_id", "group_id") REFERENCES "culture_groups" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "programs_staff_organiser" FOREIGN KEY ("community_id", "organiser_id") REFERENCES "staff" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "program_capacity" CHECK ((capacity > 0) AND (seated >= 0) AND (seated <= capacity)), CONSTRAINT "program_cost" CHECK ((cost_fen >= 0) AND (reached >= 0)), CONSTRAINT "program_span" CHECK (until_at > from_at), CONSTRAINT "program_waiting" CHECK (waiting >= 0));
-- Create index "program_community_id_from_at_id" to table: "programs"
CREATE INDEX "program_community_id_from_at_id" ON "programs" ("community_id", "from_at", "id");
-- Create index "program_community_id_state_from_at_id" to table: "programs"
CREATE INDEX "program_community_id_state_from_at_id" ON "programs" ("community_id", "state", "from_at", "id");
-- Create index "programs_community_id_id" to table: "programs"
CREATE UNIQUE INDEX "programs_community_id_id" ON "programs" ("community_id", "id");
-- Create "enrolments" table
CREATE TABLE "enrolments" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "ticket" bigint NOT NULL, "name" character varying NOT NULL, "phone_sealed" character varying NOT NULL, "phone_mask" character varying NOT NULL, "phone_hash" character varying NOT NULL, "way" character varying NOT NULL, "state" character varying NOT NULL, "enrolled_at" timestamptz NOT NULL, "enrolled_by_id" character varying NULL, "seated_at" timestamptz NULL, "withdrawn_at" timestamptz NULL, "passed" boolean NULL, "award" character varying NOT NULL DEFAULT '', "program_id" character varying NOT NULL, "resident_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "enrolments_programs_program" FOREIGN KEY ("community_id", "program_id") REFERENCES "programs" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "enrolments_residents_resident" FOREIGN KEY ("community_id", "resident_id") REFERENCES "residents" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "enrolment_community_id_id" to table: "enrolments"
CREATE INDEX "enrolment_community_id_id" ON "enrolments" ("community_id", "id");
-- Create index "enrolment_once" to table: "enrolments"
CREATE UNIQUE INDEX "enrolment_once" ON "enrolments" ("program_id", "phone_hash") WHERE ((state)::text <> 'WITHDRAWN'::text);
-- Create index "enrolment_program_id_state_ticket" to table: "enrolments"
CREATE INDEX "enrolment_program_id_state_ticket" ON "enrolments" ("program_id", "state", "ticket");
-- Create index "enrolment_program_id_ticket" to table: "enrolments"
CREATE UNIQUE INDEX "enrolment_program_id_ticket" ON "enrolments" ("program_id", "ticket");
-- Create index "enrolment_resident_id" to table: "enrolments"
CREATE INDEX "enrolment_resident_id" ON "enrolments" ("resident_id");
-- Create index "enrolments_community_id_id" to table: "enrolments"
CREATE UNIQUE INDEX "enrolments_community_id_id" ON "enrolments" ("community_id", "id");
-- Create "program_sessions" table
CREATE TABLE "program_sessions" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "number" bigint NOT NULL, "from_at" timestamptz NOT NULL, "until_at" timestamptz NOT NULL, "place" character varying NOT NULL, "program_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "program_sessions_programs_sessions" FOREIGN KEY ("community_id", "program_id") REFERENCES "programs" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "session_span" CHECK (until_at > from_at));
-- Create index "program_sessions_community_id_id" to table: "program_sessions"
CREATE UNIQUE INDEX "program_sessions_community_id_id" ON "program_sessions" ("community_id", "id");
-- Create index "programsession_community_id_from_at_id" to table: "program_sessions"
CREATE INDEX "programsession_community_id_from_at_id" ON "program_sessions" ("community_id", "from_at", "id");
-- Create index "programsession_program_id_number" to table: "program_sessions"
CREATE UNIQUE INDEX "programsession_program_id_number" ON "program_sessions" ("program_id", "number");
-- Create "attendances" table
CREATE TABLE "attendances" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "at" timestamptz NOT NULL, "way" character varying NOT NULL, "checked_by_id" character varying NULL, "session_id" character varying NOT NULL, "enrolment_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "attendances_enrolments_enrolment" FOREIGN KEY ("community_id", "enrolment_id") REFERENCES "enrolments" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "attendances_program_sessions_session" FOREIGN KEY ("community_id", "session_id") REFERENCES "program_sessions" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "attendance_community_id_id" to table: "attendances"
CREATE INDEX "attendance_community_id_id" ON "attendances" ("community_id", "id");
-- Create index "attendance_session_id_enrolment_id" to table: "attendances"
CREATE UNIQUE INDEX "attendance_session_id_enrolment_id" ON "attendances" ("session_id", "enrolment_id");
-- Create "projects" table
CREATE TABLE "projects" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "number" character varying NOT NULL, "title" character varying NOT NULL, "pinyin" character varying NOT NULL DEFAULT '', "kind" character varying NOT NULL, "origin" character varying NOT NULL, "stage" character varying NOT NULL, "stage_reason" text NOT NULL DEFAULT '', "stage_at" timestamptz NOT NULL, "open_to_join" boolean NOT NULL DEFAULT false, "published" boolean NOT NULL DEFAULT false, "about" text NOT NULL DEFAULT '', "place" character varying NOT NULL, "planned_from" character varying NOT NULL, "planned_until" character varying NOT NULL, "budget_fen" bigint NOT NULL DEFAULT 0, "cost_fen" bigint NOT NULL DEFAULT 0, "residents" bigint NOT NULL DEFAULT 0, "outcome" text NOT NULL DEFAULT '', "proposed_at" timestamptz NOT NULL, "proposed_by_id" character varying NOT NULL, "ended_at" timestamptz NULL, "version" bigint NOT NULL DEFAULT 1, "events" bigint NOT NULL DEFAULT 0, "head" character varying NOT NULL DEFAULT '', "lead_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "projects_communities_community_id" FOREIGN KEY ("community_id") REFERENCES "communities" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "projects_staff_lead" FOREIGN KEY ("community_id", "lead_id") REFERENCES "staff" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "project_money" CHECK ((budget_fen >= 0) AND (cost_fen >= 0) AND (residents >= 0)), CONSTRAINT "project_planned" CHECK ((planned_until)::text >= (planned_from)::text));
-- Create index "project_community_id_number" to table: "projects"
CREATE UNIQUE INDEX "project_community_id_number" ON "projects" ("community_id", "number");
-- Create index "project_community_id_proposed_at_id" to table: "projects"
CREATE INDEX "project_community_id_proposed_at_id" ON "projects" ("community_id", "proposed_at", "id");
-- Create index "project_community_id_stage_stage_at_id" to table: "projects"
CREATE INDEX "project_community_id_stage_stage_at_id" ON "projects" ("community_id", "stage", "stage_at", "id");
-- Create index "projects_community_id_id" to table: "projects"
CREATE UNIQUE INDEX "projects_community_id_id" ON "projects" ("community_id", "id");
-- Create "resources" table
CREATE TABLE "resources" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "kind" character varying NOT NULL, "name" character varying NOT NULL, "pinyin" character varying NOT NULL DEFAULT '', "about" text NOT NULL DEFAULT '', "place" character varying NOT NULL DEFAULT '', "quantity" bigint NOT NULL DEFAULT 1, "unit" character varying NOT NULL DEFAULT '', "removed_at" timestamptz NULL, "version" bigint NOT NULL DEFAULT 1, "events" bigint NOT NULL DEFAULT 0, "head" character varying NOT NULL DEFAULT '', "partner_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "resources_communities_community_id" FOREIGN KEY ("community_id") REFERENCES "communities" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "resources_partners_partner" FOREIGN KEY ("community_id", "partner_id") REFERENCES "partners" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "resource_quantity" CHECK (quantity > 0));
-- Create index "resource_community_id_id" to table: "resources"
CREATE INDEX "resource_community_id_id" ON "resources" ("community_id", "id");
-- Create index "resource_partner_id" to table: "resources"
CREATE INDEX "resource_partner_id" ON "resources" ("partner_id");
-- Create index "resources_community_id_id" to table: "resources"
CREATE UNIQUE INDEX "resources_community_id_id" ON "resources" ("community_id", "id");
-- Create "bookings" table
CREATE TABLE "bookings" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "from_at" timestamptz NOT NULL, "until_at" timestamptz NOT NULL, "purpose" character varying NOT NULL, "booked_at" timestamptz NOT NULL, "booked_by_id" character varying NOT NULL, "holds" boolean NOT NULL DEFAULT true, "cancelled_at" timestamptz NULL, "cancelled_by_id" character varying NULL, "resource_id" character varying NOT NULL, "project_id" character varying NULL, "program_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "bookings_programs_program" FOREIGN KEY ("community_id", "program_id") REFERENCES "programs" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "bookings_projects_project" FOREIGN KEY ("community_id", "project_id") REFERENCES "projects" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "bookings_resources_resource" FOREIGN KEY ("community_id", "resource_id") REFERENCES "resources" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "booking_of_one" CHECK ((project_id IS NULL) OR (program_id IS NULL)), CONSTRAINT "booking_span" CHECK (until_at > from_at));
-- Create index "booking_community_id_from_at_id" to table: "bookings"
CREATE INDEX "booking_community_id_from_at_id" ON "bookings" ("community_id", "from_at", "id");
-- Create index "booking_program_id" to table: "bookings"
CREATE INDEX "booking_program_id" ON "bookings" ("program_id");
-- Create index "booking_project_id" to table: "bookings"
CREATE INDEX "booking_project_id" ON "bookings" ("project_id");
-- Create index "booking_resource_id_from_at" to table: "bookings"
CREATE INDEX "booking_resource_id_from_at" ON "bookings" ("resource_id", "from_at");
-- Drop index "casefile_community_id_due_at_id" from table: "cases"
DROP INDEX "casefile_community_id_due_at_id";
-- Drop index "casefile_community_id_open_due_at_id" from table: "cases"
DROP INDEX "casefile_community_id_open_due_at_id";
-- Drop index "casefile_community_id_responsible_id_open_due_at_id" from table: "cases"
DROP INDEX "casefile_community_id_responsible_id_open_due_at_id";
-- Modify "cases" table
ALTER TABLE "cases" ADD COLUMN "green" boolean NOT NULL DEFAULT false, ADD COLUMN "queue_at" timestamptz NOT NULL DEFAULT '1970-01-01 00:00:00+00';
-- Create index "casefile_community_id_open_queue_at_id" to table: "cases"
CREATE INDEX "casefile_community_id_open_queue_at_id" ON "cases" ("community_id", "open", "queue_at", "id");
-- Create index "casefile_community_id_queue_at_id" to table: "cases"
CREATE INDEX "casefile_community_id_queue_at_id" ON "cases" ("community_id", "queue_at", "id");
-- Create index "casefile_community_id_responsible_id_open_queue_at_id" to table: "cases"
CREATE INDEX "casefile_community_id_responsible_id_open_queue_at_id" ON "cases" ("community_id", "responsible_id", "open", "queue_at", "id");
-- Create "case_projects" table
CREATE TABLE "case_projects" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "linked_at" timestamptz NOT NULL, "linked_by_id" character varying NOT NULL, "case_id" character varying NOT NULL, "project_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "case_projects_cases_case" FOREIGN KEY ("community_id", "case_id") REFERENCES "cases" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "case_projects_projects_cases" FOREIGN KEY ("community_id", "project_id") REFERENCES "projects" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "caseproject_case_id_project_id" to table: "case_projects"
CREATE UNIQUE INDEX "caseproject_case_id_project_id" ON "case_projects" ("case_id", "project_id");
-- Create index "caseproject_community_id_id" to table: "case_projects"
CREATE INDEX "caseproject_community_id_id" ON "case_projects" ("community_id", "id");
-- Create "job_seekers" table
CREATE TABLE "job_seekers" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "registered_at" timestamptz NOT NULL, "registered_by_id" character varying NOT NULL, "situations" jsonb NOT NULL, "residence" character varying NOT NULL, "skills" jsonb NOT NULL, "wishes" jsonb NOT NULL, "obstacles" jsonb NOT NULL, "benefits" jsonb NOT NULL, "consented_at" timestamptz NULL, "note" text NOT NULL DEFAULT '', "state" character varying NOT NULL, "state_reason" text NOT NULL DEFAULT '', "state_at" timestamptz NOT NULL, "version" bigint NOT NULL DEFAULT 1, "events" bigint NOT NULL DEFAULT 0, "head" character varying NOT NULL DEFAULT '', "resident_id" character varying NOT NULL, "counsellor_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "job_seekers_residents_resident" FOREIGN KEY ("community_id", "resident_id") REFERENCES "residents" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "job_seekers_staff_counsellor" FOREIGN KEY ("community_id", "counsellor_id") REFERENCES "staff" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "job_seekers_community_id_id" to table: "job_seekers"
CREATE UNIQUE INDEX "job_seekers_community_id_id" ON "job_seekers" ("community_id", "id");
-- Create index "jobseeker_community_id_counsellor_id_state_id" to table: "job_seekers"
CREATE INDEX "jobseeker_community_id_counsellor_id_state_id" ON "job_seekers" ("community_id", "counsellor_id", "state", "id");
-- Create index "jobseeker_community_id_state_registered_at_id" to table: "job_seekers"
CREATE INDEX "jobseeker_community_id_state_registered_at_id" ON "job_seekers" ("community_id", "state", "registered_at", "id");
-- Create index "jobseeker_resident_id" to table: "job_seekers"
CREATE UNIQUE INDEX "jobseeker_resident_id" ON "job_seekers" ("resident_id");
-- Create "counsellings" table
CREATE TABLE "counsellings" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "talked_by_id" character varying NOT NULL, "held_at" timestamptz NOT NULL, "way" character varying NOT NULL, "advised" text NOT NULL, "next_step" text NOT NULL DEFAULT '', "next_on" character varying NOT NULL DEFAULT '', "recorded_at" timestamptz NOT NULL, "done_at" timestamptz NULL, "done_result" text NOT NULL DEFAULT '', "done_by_id" character varying NULL, "job_seeker_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "counsellings_job_seekers_job_seeker" FOREIGN KEY ("community_id", "job_seeker_id") REFERENCES "job_seekers" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "counselling_community_id_id" to table: "counsellings"
CREATE INDEX "counselling_community_id_id" ON "counsellings" ("community_id", "id");
-- Create index "counselling_job_seeker_id_held_at" to table: "counsellings"
CREATE INDEX "counselling_job_seeker_id_held_at" ON "counsellings" ("job_seeker_id", "held_at");
-- Create "pledges" table
CREATE TABLE "pledges" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "kind" character varying NOT NULL, "what" character varying NOT NULL, "quantity" bigint NOT NULL, "unit" character varying NOT NULL, "worth_fen" bigint NOT NULL DEFAULT 0, "pledged_at" timestamptz NOT NULL, "pledged_by_id" character varying NULL, "token_id" character varying NULL, "delivered" bigint NOT NULL DEFAULT 0, "withdrawn_at" timestamptz NULL, "withdrawn_reason" text NOT NULL DEFAULT '', "version" bigint NOT NULL DEFAULT 1, "partner_id" character varying NOT NULL, "project_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "pledges_partners_partner" FOREIGN KEY ("community_id", "partner_id") REFERENCES "partners" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "pledges_projects_pledges" FOREIGN KEY ("community_id", "project_id") REFERENCES "projects" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "pledge_by_one" CHECK (((pledged_by_id IS NULL) AND (token_id IS NOT NULL)) OR ((pledged_by_id IS NOT NULL) AND (token_id IS NULL))), CONSTRAINT "pledge_is_something" CHECK ((quantity > 0) AND (worth_fen >= 0) AND (delivered >= 0)));
-- Create index "pledge_partner_id_pledged_at" to table: "pledges"
CREATE INDEX "pledge_partner_id_pledged_at" ON "pledges" ("partner_id", "pledged_at");
-- Create index "pledge_project_id_id" to table: "pledges"
CREATE INDEX "pledge_project_id_id" ON "pledges" ("project_id", "id");
-- Create index "pledges_community_id_id" to table: "pledges"
CREATE UNIQUE INDEX "pledges_community_id_id" ON "pledges" ("community_id", "id");
-- Create "deliveries" table
CREATE TABLE "deliveries" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "project_id" character varying NOT NULL, "partner_id" character varying NOT NULL, "quantity" bigint NOT NULL, "worth_fen" bigint NOT NULL DEFAULT 0, "delivered_on" character varying NOT NULL, "proof" text NOT NULL, "reported_at" timestamptz NOT NULL, "reported_by_id" character varying NULL, "token_id" character varying NULL, "decided_at" timestamptz NULL, "decided_by_id" character varying NULL, "confirmed" boolean NULL, "decision_reason" text NOT NULL DEFAULT '', "pledge_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "deliveries_pledges_deliveries" FOREIGN KEY ("community_id", "pledge_id") REFERENCES "pledges" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "delivery_by_one" CHECK (((reported_by_id IS NULL) AND (token_id IS NOT NULL)) OR ((reported_by_id IS NOT NULL) AND (token_id IS NULL))), CONSTRAINT "delivery_is_something" CHECK ((quantity > 0) AND (worth_fen >= 0)));
-- Create index "delivery_partner_id_delivered_on" to table: "deliveries"
CREATE INDEX "delivery_partner_id_delivered_on" ON "deliveries" ("partner_id", "delivered_on");
-- Create index "delivery_pledge_id_id" to table: "deliveries"
CREATE INDEX "delivery_pledge_id_id" ON "deliveries" ("pledge_id", "id");
-- Create index "delivery_project_id" to table: "deliveries"
CREATE INDEX "delivery_project_id" ON "deliveries" ("project_id");
-- Create "openings" table
CREATE TABLE "openings" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "title" character varying NOT NULL, "pinyin" character varying NOT NULL DEFAULT '', "employer" character varying NOT NULL, "sector" character varying NOT NULL, "place" character varying NOT NULL, "pay_min_fen" bigint NOT NULL, "pay_max_fen" bigint NOT NULL, "headcount" bigint NOT NULL, "hired" bigint NOT NULL DEFAULT 0, "hours" character varying NOT NULL, "skills" jsonb NOT NULL, "demands" jsonb NOT NULL, "about" text NOT NULL DEFAULT '', "contact_name" character varying NOT NULL DEFAULT '', "contact_phone" character varying NOT NULL DEFAULT '', "expires_on" character varying NOT NULL, "entered_at" timestamptz NOT NULL, "entered_by_id" character varying NOT NULL, "closed_at" timestamptz NULL, "closed_reason" text NOT NULL DEFAULT '', "version" bigint NOT NULL DEFAULT 1, "events" bigint NOT NULL DEFAULT 0, "head" character varying NOT NULL DEFAULT '', "partner_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "openings_communities_community_id" FOREIGN KEY ("community_id") REFERENCES "communities" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "openings_partners_partner" FOREIGN KEY ("community_id", "partner_id") REFERENCES "partners" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "opening_pay" CHECK ((pay_min_fen >= 0) AND (pay_max_fen >= pay_min_fen)), CONSTRAINT "opening_people" CHECK ((headcount > 0) AND (hired >= 0) AND (hired <= headcount)));
-- Create index "opening_community_id_entered_at_id" to table: "openings"
CREATE INDEX "opening_community_id_entered_at_id" ON "openings" ("community_id", "entered_at", "id");
-- Create index "opening_community_id_expires_on_id" to table: "openings"
CREATE INDEX "opening_community_id_expires_on_id" ON "openings" ("community_id", "expires_on", "id");
-- Create index "openings_community_id_id" to table: "openings"
CREATE UNIQUE INDEX "openings_community_id_id" ON "openings" ("community_id", "id");
-- Create "referrals" table
CREATE TABLE "referrals" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "state" character varying NOT NULL, "referred_at" timestamptz NOT NULL, "referred_by_id" character varying NOT NULL, "score" bigint NOT NULL, "reasons" jsonb NOT NULL, "interview_at" timestamptz NULL, "decided_at" timestamptz NULL, "reason" text NOT NULL DEFAULT '', "started_on" character varying NOT NULL DEFAULT '', "version" bigint NOT NULL DEFAULT 1, "job_seeker_id" character varying NOT NULL, "opening_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "referrals_job_seekers_job_seeker" FOREIGN KEY ("community_id", "job_seeker_id") REFERENCES "job_seekers" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "referrals_openings_opening" FOREIGN KEY ("community_id", "opening_id") REFERENCES "openings" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "referral_community_id_id" to table: "referrals"
CREATE INDEX "referral_community_id_id" ON "referrals" ("community_id", "id");
-- Create index "referral_once" to table: "referrals"
CREATE UNIQUE INDEX "referral_once" ON "referrals" ("job_seeker_id", "opening_id") WHERE (((state)::text = 'REFERRED'::text) OR ((state)::text = 'INTERVIEW'::text) OR ((state)::text = 'HIRED'::text));
-- Create index "referral_opening_id_state" to table: "referrals"
CREATE INDEX "referral_opening_id_state" ON "referrals" ("opening_id", "state");
-- Create index "referrals_community_id_id" to table: "referrals"
CREATE UNIQUE INDEX "referrals_community_id_id" ON "referrals" ("community_id", "id");
-- Create "follow_ups" table
CREATE TABLE "follow_ups" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "months" bigint NOT NULL, "due_on" character varying NOT NULL, "done_at" timestamptz NULL, "done_by_id" character varying NULL, "employed" boolean NULL, "note" text NOT NULL DEFAULT '', "job_seeker_id" character varying NOT NULL, "referral_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "follow_ups_job_seekers_job_seeker" FOREIGN KEY ("community_id", "job_seeker_id") REFERENCES "job_seekers" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "follow_ups_referrals_follow_ups" FOREIGN KEY ("community_id", "referral_id") REFERENCES "referrals" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "follow_up_months" CHECK (months = ANY (ARRAY[(1)::bigint, (3)::bigint, (6)::bigint])), CONSTRAINT "follow_up_says" CHECK (((done_at IS NULL) AND (employed IS NULL)) OR ((done_at IS NOT NULL) AND (employed IS NOT NULL))));
-- Create index "followup_community_id_due_on_id" to table: "follow_ups"
CREATE INDEX "followup_community_id_due_on_id" ON "follow_ups" ("community_id", "due_on", "id");
-- Create index "followup_job_seeker_id_due_on" to table: "follow_ups"
CREATE INDEX "followup_job_seeker_id_due_on" ON "follow_ups" ("job_seeker_id", "due_on");
-- Create index "followup_referral_id_months" to table: "follow_ups"
CREATE UNIQUE INDEX "followup_referral_id_months" ON "follow_ups" ("referral_id", "months");
-- Create "members" table
CREATE TABLE "members" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "name" character varying NOT NULL, "pinyin" character varying NOT NULL DEFAULT '', "role" character varying NOT NULL DEFAULT '', "leads" boolean NOT NULL DEFAULT false, "phone_sealed" character varying NOT NULL DEFAULT '', "phone_mask" character varying NOT NULL DEFAULT '', "joined_on" character varying NOT NULL, "left_on" character varying NOT NULL DEFAULT '', "group_id" character varying NOT NULL, "resident_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "members_culture_groups_members" FOREIGN KEY ("community_id", "group_id") REFERENCES "culture_groups" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "members_residents_resident" FOREIGN KEY ("community_id", "resident_id") REFERENCES "residents" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "member_community_id_id" to table: "members"
CREATE INDEX "member_community_id_id" ON "members" ("community_id", "id");
-- Create index "member_group_id_left_on_id" to table: "members"
CREATE INDEX "member_group_id_left_on_id" ON "members" ("group_id", "left_on", "id");
-- Create index "members_community_id_id" to table: "members"
CREATE UNIQUE INDEX "members_community_id_id" ON "members" ("community_id", "id");
-- Create "participations" table
CREATE TABLE "participations" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "date" character varying NOT NULL, "residents" bigint NOT NULL, "minutes" bigint NOT NULL DEFAULT 0, "note" text NOT NULL DEFAULT '', "recorded_at" timestamptz NOT NULL, "recorded_by_id" character varying NOT NULL, "project_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "participations_projects_project" FOREIGN KEY ("community_id", "project_id") REFERENCES "projects" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "participation_is_something" CHECK ((residents > 0) AND (minutes >= 0)));
-- Create index "participation_project_id_date" to table: "participations"
CREATE INDEX "participation_project_id_date" ON "participations" ("project_id", "date");
-- Create "partner_contacts" table
CREATE TABLE "partner_contacts" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "name" character varying NOT NULL, "title" character varying NOT NULL DEFAULT '', "phone_sealed" character varying NOT NULL DEFAULT '', "phone_mask" character varying NOT NULL DEFAULT '', "removed_at" timestamptz NULL, "partner_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "partner_contacts_partners_contacts" FOREIGN KEY ("community_id", "partner_id") REFERENCES "partners" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "partnercontact_community_id_id" to table: "partner_contacts"
CREATE INDEX "partnercontact_community_id_id" ON "partner_contacts" ("community_id", "id");
-- Create index "partnercontact_partner_id" to table: "partner_contacts"
CREATE INDEX "partnercontact_partner_id" ON "partner_contacts" ("partner_id");
-- Create "pictures" table
CREATE TABLE "pictures" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "kind" character varying NOT NULL, "caption" character varying NOT NULL, "published" boolean NOT NULL DEFAULT false, "name" character varying NOT NULL, "format" character varying NOT NULL, "size" bigint NOT NULL, "digest" character varying NOT NULL, "stored_as" character varying NOT NULL, "width" bigint NOT NULL, "height" bigint NOT NULL, "taken_in_at" timestamptz NOT NULL, "taken_in_by_id" character varying NOT NULL, "removed_at" timestamptz NULL, "removed_by_id" character varying NULL, "project_id" character varying NULL, "program_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "pictures_programs_program" FOREIGN KEY ("community_id", "program_id") REFERENCES "programs" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "pictures_projects_project" FOREIGN KEY ("community_id", "project_id") REFERENCES "projects" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "picture_of_one" CHECK (((project_id IS NULL) AND (program_id IS NOT NULL)) OR ((project_id IS NOT NULL) AND (program_id IS NULL))));
-- Create index "picture_community_id_id" to table: "pictures"
CREATE INDEX "picture_community_id_id" ON "pictures" ("community_id", "id");
-- Create index "picture_program_id" to table: "pictures"
CREATE INDEX "picture_program_id" ON "pictures" ("program_id");
-- Create index "picture_project_id" to table: "pictures"
CREATE INDEX "picture_project_id" ON "pictures" ("project_id");
-- Modify "printed_papers" table
ALTER TABLE "printed_papers" ADD CONSTRAINT "printed_paper_is_of_one" CHECK (((case_id IS NULL) AND (absence_id IS NOT NULL)) OR ((case_id IS NOT NULL) AND (absence_id IS NULL))), ALTER COLUMN "case_id" DROP NOT NULL, ADD COLUMN "absence_id" character varying NULL, ADD CONSTRAINT "printed_papers_absences_absence" FOREIGN KEY ("community_id", "absence_id") REFERENCES "absences" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION;
-- Create index "printedpaper_absence_id_printed_at" to table: "printed_papers"
CREATE INDEX "printedpaper_absence_id_printed_at" ON "printed_papers" ("absence_id", "printed_at");
-- Create "program_acts" table
CREATE TABLE "program_acts" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "number" bigint NOT NULL, "title" character varying NOT NULL, "performers" character varying NOT NULL DEFAULT '', "minutes" bigint NOT NULL, "award" character varying NOT NULL DEFAULT '', "program_id" character varying NOT NULL, "group_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "program_acts_culture_groups_group" FOREIGN KEY ("community_id", "group_id") REFERENCES "culture_groups" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "program_acts_programs_acts" FOREIGN KEY ("community_id", "program_id") REFERENCES "programs" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "act_minutes" CHECK (minutes > 0));
-- Create index "programact_program_id_number" to table: "program_acts"
CREATE INDEX "programact_program_id_number" ON "program_acts" ("program_id", "number");
-- Create "project_partners" table
CREATE TABLE "project_partners" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "joined_at" timestamptz NOT NULL, "project_id" character varying NOT NULL, "partner_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "project_partners_partners_partner" FOREIGN KEY ("community_id", "partner_id") REFERENCES "partners" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "project_partners_projects_partners" FOREIGN KEY ("community_id", "project_id") REFERENCES "projects" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "projectpartner_community_id_id" to table: "project_partners"
CREATE INDEX "projectpartner_community_id_id" ON "project_partners" ("community_id", "id");
-- Create index "projectpartner_partner_id" to table: "project_partners"
CREATE INDEX "projectpartner_partner_id" ON "project_partners" ("partner_id");
-- Create index "projectpartner_project_id_partner_id" to table: "project_partners"
CREATE UNIQUE INDEX "projectpartner_project_id_partner_id" ON "project_partners" ("project_id", "partner_id");
-- Create "project_tasks" table
CREATE TABLE "project_tasks" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "number" bigint NOT NULL, "title" character varying NOT NULL, "due_on" character varying NOT NULL, "done_at" timestamptz NULL, "done_note" text NOT NULL DEFAULT '', "removed_at" timestamptz NULL, "project_id" character varying NOT NULL, "owner_id" character varying NULL, "partner_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "project_tasks_partners_partner" FOREIGN KEY ("community_id", "partner_id") REFERENCES "partners" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "project_tasks_projects_tasks" FOREIGN KEY ("community_id", "project_id") REFERENCES "projects" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "project_tasks_staff_owner" FOREIGN KEY ("community_id", "owner_id") REFERENCES "staff" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "task_has_one_owner" CHECK (((owner_id IS NULL) AND (partner_id IS NOT NULL)) OR ((owner_id IS NOT NULL) AND (partner_id IS NULL))));
-- Create index "projecttask_project_id_number" to table: "project_tasks"
CREATE UNIQUE INDEX "projecttask_project_id_number" ON "project_tasks" ("project_id", "number");
-- Create "props" table
CREATE TABLE "props" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "kind" character varying NOT NULL, "name" character varying NOT NULL, "pinyin" character varying NOT NULL DEFAULT '', "quantity" bigint NOT NULL, "lent" bigint NOT NULL DEFAULT 0, "missing" bigint NOT NULL DEFAULT 0, "cost_fen" bigint NOT NULL, "invoice_no" character varying NOT NULL DEFAULT '', "bought_on" character varying NOT NULL, "owner" character varying NOT NULL, "kept_at" character varying NOT NULL, "version" bigint NOT NULL DEFAULT 1, "events" bigint NOT NULL DEFAULT 0, "head" character varying NOT NULL DEFAULT '', "group_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "props_communities_community_id" FOREIGN KEY ("community_id") REFERENCES "communities" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "props_culture_groups_group" FOREIGN KEY ("community_id", "group_id") REFERENCES "culture_groups" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "prop_cost" CHECK (cost_fen >= 0), CONSTRAINT "prop_counts" CHECK ((quantity > 0) AND (lent >= 0) AND (missing >= 0) AND ((lent + missing) <= quantity)));
-- Create index "prop_community_id_id" to table: "props"
CREATE INDEX "prop_community_id_id" ON "props" ("community_id", "id");
-- Create index "props_community_id_id" to table: "props"
CREATE UNIQUE INDEX "props_community_id_id" ON "props" ("community_id", "id");
-- Create "prop_loans" table
CREATE TABLE "prop_loans" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "to_name" character varying NOT NULL, "quantity" bigint NOT NULL, "lent_at" timestamptz NOT NULL, "lent_by_id" character varying NOT NULL, "due_on" character varying NOT NULL, "returned" bigint NOT NULL DEFAULT 0, "missing" bigint NOT NULL DEFAULT 0, "closed_at" timestamptz NULL, "note" text NOT NULL DEFAULT '', "prop_id" character varying NOT NULL, "member_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "prop_loans_members_member" FOREIGN KEY ("community_id", "member_id") REFERENCES "members" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "prop_loans_props_prop" FOREIGN KEY ("community_id", "prop_id") REFERENCES "props" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "loan_closed_when_whole" CHECK (((closed_at IS NULL) AND ((returned + missing) < quantity)) OR ((closed_at IS NOT NULL) AND ((returned + missing) = quantity))), CONSTRAINT "loan_counts" CHECK ((quantity > 0) AND (returned >= 0) AND (missing >= 0) AND ((returned + missing) <= quantity)));
-- Create index "proploan_community_id_id" to table: "prop_loans"
CREATE INDEX "proploan_community_id_id" ON "prop_loans" ("community_id", "id");
-- Create index "proploan_prop_id_closed_at" to table: "prop_loans"
CREATE INDEX "proploan_prop_id_closed_at" ON "prop_loans" ("prop_id", "closed_at");
-- Create "rehearsals" table
CREATE TABLE "rehearsals" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "from_at" timestamptz NOT NULL, "until_at" timestamptz NOT NULL, "place" character varying NOT NULL, "note" text NOT NULL DEFAULT '', "present" jsonb NOT NULL, "cancelled_at" timestamptz NULL, "group_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "rehearsals_culture_groups_group" FOREIGN KEY ("community_id", "group_id") REFERENCES "culture_groups" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "rehearsal_span" CHECK (until_at > from_at));
-- Create index "rehearsal_community_id_from_at_id" to table: "rehearsals"
CREATE INDEX "rehearsal_community_id_from_at_id" ON "rehearsals" ("community_id", "from_at", "id");
-- Create index "rehearsal_group_id_from_at" to table: "rehearsals"
CREATE INDEX "rehearsal_group_id_from_at" ON "rehearsals" ("group_id", "from_at");
-- Create "reminders" table
CREATE TABLE "reminders" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "record_id" character varying NOT NULL, "subject_id" character varying NOT NULL, "kind" character varying NOT NULL, "staff_id" character varying NOT NULL, "at" timestamptz NOT NULL, "fired_at" timestamptz NULL, "pending" boolean NOT NULL DEFAULT true, PRIMARY KEY ("id"), CONSTRAINT "reminders_communities_community_id" FOREIGN KEY ("community_id") REFERENCES "communities" ("id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "reminder_fired_is_not_pending" CHECK ((fired_at IS NULL) OR (NOT pending)));
-- Create index "reminder_next" to table: "reminders"
CREATE INDEX "reminder_next" ON "reminders" ("at", "id") WHERE pending;
-- Create index "reminder_record_id" to table: "reminders"
CREATE INDEX "reminder_record_id" ON "reminders" ("record_id");
-- Create index "reminder_subject_id_kind" to table: "reminders"
CREATE UNIQUE INDEX "reminder_subject_id_kind" ON "reminders" ("subject_id", "kind");
-- Create "token_reads" table
CREATE TABLE "token_reads" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "partner_id" character varying NULL, "at" timestamptz NOT NULL, "operation" character varying NOT NULL, "fields" jsonb NOT NULL, "records" jsonb NOT NULL, "errors" bigint NOT NULL DEFAULT 0, "token_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "token_reads_api_tokens_token" FOREIGN KEY ("community_id", "token_id") REFERENCES "api_tokens" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION);
-- Create index "tokenread_token_id_at_id" to table: "token_reads"
CREATE INDEX "tokenread_token_id_at_id" ON "token_reads" ("token_id", "at", "id");
-- Create "volunteers" table
CREATE TABLE "volunteers" ("id" character varying NOT NULL, "community_id" character varying NOT NULL, "name" character varying NOT NULL, "resident_id" character varying NULL, "minutes" bigint NOT NULL, "recorded_at" timestamptz NOT NULL, "recorded_by_id" character varying NOT NULL, "program_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "volunteers_programs_program" FOREIGN KEY ("community_id", "program_id") REFERENCES "programs" ("community_id", "id") ON UPDATE NO ACTION ON DELETE NO ACTION, CONSTRAINT "volunteer_worked" CHECK (minutes > 0));
-- Create index "volunteer_community_id_id" to table: "volunteers"
CREATE INDEX "volunteer_community_id_id" ON "volunteers" ("community_id", "id");
-- Create index "volunteer_program_id" to table: "volunteers"
CREATE INDEX "volunteer_program_id" ON "volunteers" ("program_id");
-- What was there before has it too
UPDATE cases SET queue_at = due_at;
