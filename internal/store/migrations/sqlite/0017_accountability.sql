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
DROP TRIGGER guard_attachments_delete;
DROP TRIGGER guard_attachments_update;
DROP TRIGGER guard_breaches_delete;
DROP TRIGGER guard_breaches_fixed;
DROP TRIGGER guard_case_events_delete;
DROP TRIGGER guard_case_events_update;
DROP TRIGGER guard_cases_delete;
DROP TRIGGER guard_cases_fixed;
DROP TRIGGER guard_charges_delete;
DROP TRIGGER guard_charges_update;
DROP TRIGGER guard_custody_pieces_delete;
DROP TRIGGER guard_custody_pieces_fixed;
DROP TRIGGER guard_extensions_delete;
DROP TRIGGER guard_extensions_fixed;
DROP TRIGGER guard_hand_overs_delete;
DROP TRIGGER guard_hand_overs_fixed;
DROP TRIGGER guard_log_checkpoints_delete;
DROP TRIGGER guard_log_checkpoints_update;
DROP TRIGGER guard_log_records_delete;
DROP TRIGGER guard_log_records_update;
DROP TRIGGER guard_one_time_notices_delete;
DROP TRIGGER guard_one_time_notices_update;
DROP TRIGGER guard_post_hand_overs_accepted;
DROP TRIGGER guard_post_hand_overs_delete;
DROP TRIGGER guard_post_hand_overs_fixed;
DROP TRIGGER guard_printed_papers_delete;
DROP TRIGGER guard_printed_papers_update;
DROP TRIGGER guard_promises_delete;
DROP TRIGGER guard_promises_fixed;
DROP TRIGGER guard_promises_result;
DROP TRIGGER guard_public_files_delete;
DROP TRIGGER guard_public_files_fixed;
DROP TRIGGER guard_ratings_delete;
DROP TRIGGER guard_ratings_update;
DROP TRIGGER guard_studies_delete;
DROP TRIGGER guard_studies_update;
DROP TRIGGER guard_up_reports_delete;
DROP TRIGGER guard_up_reports_fixed;
-- Disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- Create "new_breaches" table
CREATE TABLE `new_breaches` (`id` text NOT NULL, `community_id` text NOT NULL, `kind` text NOT NULL, `clause` text NOT NULL, `person_id` text NOT NULL, `found_at` datetime NOT NULL, `reported_by_id` text NULL, `alarm_id` text NULL, `found_in` text NULL, `parent_id` text NULL, `facts` json NOT NULL, `state` text NOT NULL DEFAULT ('FOUND'), `statement` text NOT NULL DEFAULT (''), `waived` bool NOT NULL DEFAULT (false), `heard_at` datetime NULL, `heard_by_id` text NULL, `proposed` text NULL, `measure` text NULL, `decision_reason` text NOT NULL DEFAULT (''), `decided_by_id` text NULL, `decided_at` datetime NULL, `decided_as` integer NOT NULL DEFAULT (0), `absence_id` text NULL, `proof` text NOT NULL DEFAULT (''), `carried_out_at` datetime NULL, `carried_out_by_id` text NULL, `closed_at` datetime NULL, `closed_by_id` text NULL, `appeal` text NOT NULL DEFAULT (''), `appealed_at` datetime NULL, `appeal_outcome` text NULL, `appeal_reason` text NOT NULL DEFAULT (''), `appeal_by_id` text NULL, `appeal_decided_at` datetime NULL, `version` integer NOT NULL DEFAULT (1), `events` integer NOT NULL DEFAULT (0), `head` text NOT NULL DEFAULT (''), `case_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `breaches_cases_case` FOREIGN KEY (`community_id`, `case_id`) REFERENCES `cases` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `breaches_absences_absence_id` FOREIGN KEY (`community_id`, `absence_id`) REFERENCES `absences` (`community_id`, `id`) ON DELETE NO ACTION);
-- Copy rows from old table "breaches" to new temporary table "new_breaches"
INSERT INTO `new_breaches` (`id`, `community_id`, `kind`, `clause`, `person_id`, `found_at`, `reported_by_id`, `alarm_id`, `found_in`, `facts`, `case_id`) SELECT `id`, `community_id`, `kind`, `clause`, `person_id`, `found_at`, `reported_by_id`, `alarm_id`, `found_in`, `facts`, `case_id` FROM `breaches`;
-- Drop "breaches" table after copying rows
DROP TABLE `breaches`;
-- Rename temporary table "new_breaches" to "breaches"
ALTER TABLE `new_breaches` RENAME TO `breaches`;
-- Create index "breaches_alarm_id_key" to table: "breaches"
CREATE UNIQUE INDEX `breaches_alarm_id_key` ON `breaches` (`alarm_id`);
-- Create index "breaches_found_in_key" to table: "breaches"
CREATE UNIQUE INDEX `breaches_found_in_key` ON `breaches` (`found_in`);
-- Create index "breach_community_id_found_at_id" to table: "breaches"
CREATE INDEX `breach_community_id_found_at_id` ON `breaches` (`community_id`, `found_at`, `id`);
-- Create index "breach_case_id" to table: "breaches"
CREATE INDEX `breach_case_id` ON `breaches` (`case_id`);
-- Create index "breach_person_id_kind_state" to table: "breaches"
CREATE INDEX `breach_person_id_kind_state` ON `breaches` (`person_id`, `kind`, `state`);
-- Create index "breach_parent_id" to table: "breaches"
CREATE INDEX `breach_parent_id` ON `breaches` (`parent_id`);
-- Create "apologies" table
CREATE TABLE `apologies` (`id` text NOT NULL, `community_id` text NOT NULL, `case_id` text NOT NULL, `promise_id` text NOT NULL, `due_at` datetime NOT NULL, `way` text NOT NULL, `given_at` datetime NOT NULL, `given_by_id` text NOT NULL, `words` text NOT NULL, `remedy` text NOT NULL, `recorded_at` datetime NOT NULL, `recorded_by_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `apologies_cases_case_id` FOREIGN KEY (`community_id`, `case_id`) REFERENCES `cases` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "apologies_promise_id_key" to table: "apologies"
CREATE UNIQUE INDEX `apologies_promise_id_key` ON `apologies` (`promise_id`);
-- Create index "apology_case_id_recorded_at" to table: "apologies"
CREATE INDEX `apology_case_id_recorded_at` ON `apologies` (`case_id`, `recorded_at`);
-- Create "gifts" table
CREATE TABLE `gifts` (`id` text NOT NULL, `community_id` text NOT NULL, `person_id` text NOT NULL, `kind` text NOT NULL, `what` text NOT NULL, `giver` text NOT NULL, `value_fen` integer NOT NULL, `found_at` datetime NOT NULL, `registered_at` datetime NOT NULL, `registered_by_id` text NOT NULL, `returned_fen` integer NOT NULL DEFAULT (0), `closed_at` datetime NULL, `version` integer NOT NULL DEFAULT (1), `events` integer NOT NULL DEFAULT (0), `head` text NOT NULL DEFAULT (''), PRIMARY KEY (`id`), CONSTRAINT `gift_closed_when_whole` CHECK (closed_at IS NULL OR kind = 'OFFERED' OR returned_fen = value_fen), CONSTRAINT `gift_has_value` CHECK (value_fen > 0), CONSTRAINT `gift_open_until_whole` CHECK (closed_at IS NOT NULL OR kind <> 'OFFERED' AND returned_fen < value_fen), CONSTRAINT `gift_returned_at_most` CHECK (returned_fen >= 0 AND returned_fen <= value_fen));
-- Create index "gift_community_id_found_at_id" to table: "gifts"
CREATE INDEX `gift_community_id_found_at_id` ON `gifts` (`community_id`, `found_at`, `id`);
-- Create index "gifts_community_id_id" to table: "gifts"
CREATE UNIQUE INDEX `gifts_community_id_id` ON `gifts` (`community_id`, `id`);
-- Create "gift_returns" table
CREATE TABLE `gift_returns` (`id` text NOT NULL, `community_id` text NOT NULL, `person_id` text NOT NULL, `amount_fen` integer NOT NULL, `way` text NOT NULL, `proof` text NOT NULL, `returned_at` datetime NOT NULL, `recorded_by_id` text NOT NULL, `gift_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `gift_returns_gifts_returns` FOREIGN KEY (`community_id`, `gift_id`) REFERENCES `gifts` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `gift_return_is_something` CHECK (amount_fen > 0));
-- Create index "giftreturn_gift_id" to table: "gift_returns"
CREATE INDEX `giftreturn_gift_id` ON `gift_returns` (`gift_id`);
-- Enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
