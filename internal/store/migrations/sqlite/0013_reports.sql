-- Written by migrationdiff; not edited by hand.

DROP TRIGGER guard_absence_posts_apart_insert;
DROP TRIGGER guard_absence_posts_apart_update;
DROP TRIGGER guard_absence_posts_delete;
DROP TRIGGER guard_absence_posts_fixed;
DROP TRIGGER guard_absences_delete;
DROP TRIGGER guard_absences_fixed;
DROP TRIGGER guard_accesses_delete;
DROP TRIGGER guard_accesses_update;
DROP TRIGGER guard_act_records_update;
DROP TRIGGER guard_alarms_delete;
DROP TRIGGER guard_alarms_ended;
DROP TRIGGER guard_alarms_fixed;
DROP TRIGGER guard_api_tokens_delete;
DROP TRIGGER guard_api_tokens_fixed;
DROP TRIGGER guard_apologies_delete;
DROP TRIGGER guard_apologies_update;
DROP TRIGGER guard_attachments_delete;
DROP TRIGGER guard_attachments_update;
DROP TRIGGER guard_bookings_apart_insert;
DROP TRIGGER guard_bookings_apart_update;
DROP TRIGGER guard_bookings_delete;
DROP TRIGGER guard_bookings_fixed;
DROP TRIGGER guard_breaches_appeal;
DROP TRIGGER guard_breaches_delete;
DROP TRIGGER guard_breaches_ended;
DROP TRIGGER guard_breaches_fixed;
DROP TRIGGER guard_breaches_heard;
DROP TRIGGER guard_case_events_delete;
DROP TRIGGER guard_case_events_update;
DROP TRIGGER guard_case_projects_delete;
DROP TRIGGER guard_case_projects_update;
DROP TRIGGER guard_cases_delete;
DROP TRIGGER guard_cases_fixed;
DROP TRIGGER guard_charges_delete;
DROP TRIGGER guard_charges_update;
DROP TRIGGER guard_counsellings_delete;
DROP TRIGGER guard_counsellings_fixed;
DROP TRIGGER guard_custody_pieces_delete;
DROP TRIGGER guard_custody_pieces_fixed;
DROP TRIGGER guard_deliveries_delete;
DROP TRIGGER guard_deliveries_fixed;
DROP TRIGGER guard_enrolments_delete;
DROP TRIGGER guard_enrolments_fixed;
DROP TRIGGER guard_extensions_delete;
DROP TRIGGER guard_extensions_fixed;
DROP TRIGGER guard_figure_entries_delete;
DROP TRIGGER guard_figure_entries_update;
DROP TRIGGER guard_follow_ups_delete;
DROP TRIGGER guard_follow_ups_fixed;
DROP TRIGGER guard_gift_returns_delete;
DROP TRIGGER guard_gift_returns_update;
DROP TRIGGER guard_gifts_delete;
DROP TRIGGER guard_gifts_fixed;
DROP TRIGGER guard_hand_overs_delete;
DROP TRIGGER guard_hand_overs_fixed;
DROP TRIGGER guard_job_seekers_delete;
DROP TRIGGER guard_job_seekers_fixed;
DROP TRIGGER guard_log_checkpoints_delete;
DROP TRIGGER guard_log_checkpoints_update;
DROP TRIGGER guard_log_records_delete;
DROP TRIGGER guard_log_records_update;
DROP TRIGGER guard_one_time_notices_delete;
DROP TRIGGER guard_one_time_notices_update;
DROP TRIGGER guard_participations_delete;
DROP TRIGGER guard_participations_update;
DROP TRIGGER guard_partners_delete;
DROP TRIGGER guard_pictures_delete;
DROP TRIGGER guard_pictures_fixed;
DROP TRIGGER guard_pledges_delete;
DROP TRIGGER guard_pledges_fixed;
DROP TRIGGER guard_post_hand_overs_accepted;
DROP TRIGGER guard_post_hand_overs_delete;
DROP TRIGGER guard_post_hand_overs_fixed;
DROP TRIGGER guard_printed_papers_delete;
DROP TRIGGER guard_printed_papers_update;
DROP TRIGGER guard_programs_delete;
DROP TRIGGER guard_project_partners_delete;
DROP TRIGGER guard_project_partners_update;
DROP TRIGGER guard_projects_delete;
DROP TRIGGER guard_projects_fixed;
DROP TRIGGER guard_promises_delete;
DROP TRIGGER guard_promises_fixed;
DROP TRIGGER guard_promises_result;
DROP TRIGGER guard_prop_loans_delete;
DROP TRIGGER guard_prop_loans_fixed;
DROP TRIGGER guard_props_delete;
DROP TRIGGER guard_public_files_delete;
DROP TRIGGER guard_public_files_fixed;
DROP TRIGGER guard_ratings_delete;
DROP TRIGGER guard_ratings_update;
DROP TRIGGER guard_referrals_delete;
DROP TRIGGER guard_referrals_fixed;
DROP TRIGGER guard_studies_delete;
DROP TRIGGER guard_studies_update;
DROP TRIGGER guard_token_reads_delete;
DROP TRIGGER guard_token_reads_update;
DROP TRIGGER guard_up_reports_delete;
DROP TRIGGER guard_up_reports_fixed;
DROP TRIGGER guard_volunteers_delete;
DROP TRIGGER guard_volunteers_update;
-- Create index "extension_community_id_asked_at_id" to table: "extensions"
CREATE INDEX `extension_community_id_asked_at_id` ON `extensions` (`community_id`, `asked_at`, `id`);
-- Create index "handover_community_id_offered_at_id" to table: "hand_overs"
CREATE INDEX `handover_community_id_offered_at_id` ON `hand_overs` (`community_id`, `offered_at`, `id`);
-- Drop index "promise_community_id_due_at_result" from table: "promises"
DROP INDEX `promise_community_id_due_at_result`;
-- Create index "custodypiece_community_id_taken_at_id" to table: "custody_pieces"
CREATE INDEX `custodypiece_community_id_taken_at_id` ON `custody_pieces` (`community_id`, `taken_at`, `id`);
-- Create index "onetimenotice_community_id_given_at_id" to table: "one_time_notices"
CREATE INDEX `onetimenotice_community_id_given_at_id` ON `one_time_notices` (`community_id`, `given_at`, `id`);
-- Create index "study_community_id_date_id" to table: "studies"
CREATE INDEX `study_community_id_date_id` ON `studies` (`community_id`, `date`, `id`);
-- Add column "communities" to table: "api_tokens"
ALTER TABLE `api_tokens` ADD COLUMN `communities` json NOT NULL DEFAULT '[]';
-- Create index "group_community_id_founded_on_id" to table: "culture_groups"
CREATE INDEX `group_community_id_founded_on_id` ON `culture_groups` (`community_id`, `founded_on`, `id`);
-- Create index "jobseeker_community_id_registered_at_id" to table: "job_seekers"
CREATE INDEX `jobseeker_community_id_registered_at_id` ON `job_seekers` (`community_id`, `registered_at`, `id`);
-- Create index "partner_community_id_agreed_on_id" to table: "partners"
CREATE INDEX `partner_community_id_agreed_on_id` ON `partners` (`community_id`, `agreed_on`, `id`);
-- Create "figure_releases" table
CREATE TABLE `figure_releases` (`id` text NOT NULL, `community_id` text NOT NULL, `month` text NOT NULL, `attribute` text NOT NULL, `cells` json NOT NULL, `at` datetime NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `figure_releases_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION);
-- Create index "figurerelease_community_id_attribute_month" to table: "figure_releases"
CREATE UNIQUE INDEX `figurerelease_community_id_attribute_month` ON `figure_releases` (`community_id`, `attribute`, `month`);
-- Create "figure_rollups" table
CREATE TABLE `figure_rollups` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `community_id` text NOT NULL, `rollup` text NOT NULL, `measure` text NOT NULL, `day` text NOT NULL, `key` text NOT NULL DEFAULT (''), `kind` text NOT NULL DEFAULT (''), `total` integer NOT NULL, `spread` blob NULL, CONSTRAINT `figure_rollups_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION);
-- Create index "figure_rollup_cell" to table: "figure_rollups"
CREATE UNIQUE INDEX `figure_rollup_cell` ON `figure_rollups` (`community_id`, `rollup`, `measure`, `day`, `key`, `kind`);
-- Create "report_pulls" table
CREATE TABLE `report_pulls` (`id` text NOT NULL, `community_id` text NOT NULL, `asker_id` text NOT NULL, `ask` text NOT NULL, `format` text NOT NULL, `language` text NOT NULL, `asked_at` datetime NOT NULL, `state` text NOT NULL DEFAULT ('WAITING'), `tries` integer NOT NULL DEFAULT (0), `claimed_until` datetime NULL, `row_count` integer NOT NULL DEFAULT (0), `bytes` integer NOT NULL DEFAULT (0), `parts` integer NOT NULL DEFAULT (0), `ready_at` datetime NULL, `gone_at` datetime NULL, `failure` text NULL, PRIMARY KEY (`id`), CONSTRAINT `report_pulls_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION, CONSTRAINT `report_pull_failure` CHECK (state = 'FAILED' AND failure IS NOT NULL OR state <> 'FAILED' AND failure IS NULL), CONSTRAINT `report_pull_ready` CHECK (state = 'WAITING' AND ready_at IS NULL OR state = 'FAILED' AND ready_at IS NULL OR ready_at IS NOT NULL AND gone_at IS NOT NULL));
-- Create index "reportpull_community_id_asker_id_asked_at_id" to table: "report_pulls"
CREATE INDEX `reportpull_community_id_asker_id_asked_at_id` ON `report_pulls` (`community_id`, `asker_id`, `asked_at`, `id`);
-- Create index "reportpull_state_asked_at_id" to table: "report_pulls"
CREATE INDEX `reportpull_state_asked_at_id` ON `report_pulls` (`state`, `asked_at`, `id`);
-- Create index "reportpull_state_gone_at" to table: "report_pulls"
CREATE INDEX `reportpull_state_gone_at` ON `report_pulls` (`state`, `gone_at`);
