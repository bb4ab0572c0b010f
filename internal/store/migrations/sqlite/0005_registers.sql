-- Written by migrationdiff; not edited by hand.

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
DROP TRIGGER guard_one_time_notices_delete;
DROP TRIGGER guard_one_time_notices_update;
DROP TRIGGER guard_printed_papers_delete;
DROP TRIGGER guard_printed_papers_update;
DROP TRIGGER guard_promises_delete;
DROP TRIGGER guard_promises_fixed;
DROP TRIGGER guard_promises_result;
DROP TRIGGER guard_ratings_delete;
DROP TRIGGER guard_ratings_update;
DROP TRIGGER guard_up_reports_delete;
DROP TRIGGER guard_up_reports_fixed;
-- Disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- Create "new_posts" table
CREATE TABLE `new_posts` (`id` text NOT NULL, `community_id` text NOT NULL, `code` text NOT NULL, `name` text NOT NULL, `duties` text NOT NULL DEFAULT (''), `window` text NOT NULL DEFAULT (''), `a_must_master` json NOT NULL DEFAULT '[]', `b_must_know` json NOT NULL DEFAULT '[]', `version` integer NOT NULL DEFAULT (1), `a_id` text NOT NULL, `b_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `posts_staff_a` FOREIGN KEY (`community_id`, `a_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `posts_staff_b` FOREIGN KEY (`community_id`, `b_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `posts_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION, CONSTRAINT `post_a_is_not_b` CHECK (a_id <> b_id));
-- Copy rows from old table "posts" to new temporary table "new_posts"
INSERT INTO `new_posts` (`id`, `community_id`, `code`, `name`, `duties`, `window`, `a_id`, `b_id`) SELECT `id`, `community_id`, `code`, `name`, `duties`, `window`, `a_id`, `b_id` FROM `posts`;
-- Drop "posts" table after copying rows
DROP TABLE `posts`;
-- Rename temporary table "new_posts" to "posts"
ALTER TABLE `new_posts` RENAME TO `posts`;
-- Create index "post_community_id_code" to table: "posts"
CREATE UNIQUE INDEX `post_community_id_code` ON `posts` (`community_id`, `code`);
-- Create index "posts_community_id_id" to table: "posts"
CREATE UNIQUE INDEX `posts_community_id_id` ON `posts` (`community_id`, `id`);
-- Create index "promise_community_id_due_at_result" to table: "promises"
CREATE INDEX `promise_community_id_due_at_result` ON `promises` (`community_id`, `due_at`, `result`);
-- Add column "left_at" to table: "staff"
ALTER TABLE `staff` ADD COLUMN `left_at` datetime NULL;
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
-- Create "new_case_events" table
CREATE TABLE `new_case_events` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `community_id` text NOT NULL, `case_id` text NULL, `record_id` text NULL, `receipt_no` text NOT NULL DEFAULT (''), `number` integer NOT NULL, `kind` text NOT NULL, `at` datetime NOT NULL, `actor_id` text NULL, `reason` text NOT NULL DEFAULT (''), `facts` json NOT NULL, `audience` json NOT NULL, `alarm_kind` text NULL, `alarm_id` text NULL, `responsible_id` text NOT NULL DEFAULT (''), `holder_id` text NOT NULL DEFAULT (''), `status` text NULL, `due_at` datetime NULL, `matter` text NOT NULL DEFAULT ('SERVICE'), `about_id` text NULL, `restricted` bool NOT NULL DEFAULT (false), `previous` text NOT NULL, `hash` text NOT NULL, CONSTRAINT `case_events_cases_case_id` FOREIGN KEY (`community_id`, `case_id`) REFERENCES `cases` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `case_event_of_one` CHECK (case_id IS NULL AND record_id IS NOT NULL OR case_id IS NOT NULL AND record_id IS NULL));
-- Copy rows from old table "case_events" to new temporary table "new_case_events"
INSERT INTO `new_case_events` (`id`, `community_id`, `case_id`, `receipt_no`, `number`, `kind`, `at`, `actor_id`, `reason`, `facts`, `audience`, `alarm_kind`, `alarm_id`, `responsible_id`, `holder_id`, `status`, `due_at`, `matter`, `about_id`, `previous`, `hash`) SELECT `id`, `community_id`, `case_id`, IFNULL(`receipt_no`, ('')) AS `receipt_no`, `number`, `kind`, `at`, `actor_id`, `reason`, `facts`, `audience`, `alarm_kind`, `alarm_id`, IFNULL(`responsible_id`, ('')) AS `responsible_id`, IFNULL(`holder_id`, ('')) AS `holder_id`, `status`, `due_at`, `matter`, `about_id`, `previous`, `hash` FROM `case_events`;
-- Drop "case_events" table after copying rows
DROP TABLE `case_events`;
-- Rename temporary table "new_case_events" to "case_events"
ALTER TABLE `new_case_events` RENAME TO `case_events`;
-- Create index "case_events_alarm_id_key" to table: "case_events"
CREATE UNIQUE INDEX `case_events_alarm_id_key` ON `case_events` (`alarm_id`);
-- Create index "caseevent_case_id_number" to table: "case_events"
CREATE UNIQUE INDEX `caseevent_case_id_number` ON `case_events` (`case_id`, `number`);
-- Create index "caseevent_record_id_number" to table: "case_events"
CREATE UNIQUE INDEX `caseevent_record_id_number` ON `case_events` (`record_id`, `number`);
-- Create index "caseevent_community_id_id" to table: "case_events"
CREATE INDEX `caseevent_community_id_id` ON `case_events` (`community_id`, `id`);
-- Create index "case_event_warnings" to table: "case_events"
CREATE INDEX `case_event_warnings` ON `case_events` (`community_id`, `at`, `id`) WHERE alarm_kind IS NOT NULL;
-- Create "absences" table
CREATE TABLE `absences` (`id` text NOT NULL, `community_id` text NOT NULL, `kind` text NOT NULL, `from_at` datetime NOT NULL, `until_at` datetime NULL, `reason` text NOT NULL DEFAULT (''), `asked_by_id` text NOT NULL, `asked_at` datetime NOT NULL, `state` text NOT NULL, `decided_by_id` text NULL, `decided_at` datetime NULL, `decision_reason` text NOT NULL DEFAULT (''), `next_at` datetime NULL, `note_due_at` datetime NULL, `version` integer NOT NULL DEFAULT (1), `events` integer NOT NULL DEFAULT (0), `head` text NOT NULL DEFAULT (''), `staff_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `absences_staff_staff` FOREIGN KEY (`community_id`, `staff_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `absence_ends_later` CHECK (until_at IS NULL OR until_at >= from_at));
-- Create index "absence_community_id_state_from_at" to table: "absences"
CREATE INDEX `absence_community_id_state_from_at` ON `absences` (`community_id`, `state`, `from_at`);
-- Create index "absence_community_id_from_at_id" to table: "absences"
CREATE INDEX `absence_community_id_from_at_id` ON `absences` (`community_id`, `from_at`, `id`);
-- Create index "absence_staff_id_from_at" to table: "absences"
CREATE INDEX `absence_staff_id_from_at` ON `absences` (`staff_id`, `from_at`);
-- Create index "absence_next" to table: "absences"
CREATE INDEX `absence_next` ON `absences` (`next_at`, `id`) WHERE next_at IS NOT NULL;
-- Create index "absences_community_id_id" to table: "absences"
CREATE UNIQUE INDEX `absences_community_id_id` ON `absences` (`community_id`, `id`);
-- Create "absence_posts" table
CREATE TABLE `absence_posts` (`id` text NOT NULL, `community_id` text NOT NULL, `post_id` text NOT NULL, `staff_id` text NOT NULL, `from_at` datetime NOT NULL, `until_at` datetime NULL, `holds` bool NOT NULL DEFAULT (true), `absence_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `absence_posts_absences_absence` FOREIGN KEY (`community_id`, `absence_id`) REFERENCES `absences` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `absence_posts_posts_post_id` FOREIGN KEY (`community_id`, `post_id`) REFERENCES `posts` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `absence_posts_staff_staff_id` FOREIGN KEY (`community_id`, `staff_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "absencepost_absence_id" to table: "absence_posts"
CREATE INDEX `absencepost_absence_id` ON `absence_posts` (`absence_id`);
-- Create index "absencepost_post_id_from_at" to table: "absence_posts"
CREATE INDEX `absencepost_post_id_from_at` ON `absence_posts` (`post_id`, `from_at`);
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
-- Create "log_checkpoints" table
CREATE TABLE `log_checkpoints` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `community_id` text NOT NULL, `number` integer NOT NULL, `size` integer NOT NULL, `last_id` integer NOT NULL, `root` text NOT NULL, `note` text NOT NULL, `at` datetime NOT NULL, CONSTRAINT `log_checkpoints_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION);
-- Create index "logcheckpoint_community_id_number" to table: "log_checkpoints"
CREATE UNIQUE INDEX `logcheckpoint_community_id_number` ON `log_checkpoints` (`community_id`, `number`);
-- Create "log_records" table
CREATE TABLE `log_records` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `community_id` text NOT NULL, `number` integer NOT NULL, `hashes` blob NOT NULL, CONSTRAINT `log_records_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION);
-- Create index "logrecord_community_id_number" to table: "log_records"
CREATE UNIQUE INDEX `logrecord_community_id_number` ON `log_records` (`community_id`, `number`);
-- Create "post_hand_overs" table
CREATE TABLE `post_hand_overs` (`id` text NOT NULL, `community_id` text NOT NULL, `post_id` text NULL, `from_id` text NOT NULL, `to_id` text NOT NULL, `lines` json NULL, `things` json NULL, `note` text NOT NULL DEFAULT (''), `written_at` datetime NULL, `accepted_at` datetime NULL, `absence_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `post_hand_overs_absences_lists` FOREIGN KEY (`community_id`, `absence_id`) REFERENCES `absences` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `post_hand_overs_posts_post_id` FOREIGN KEY (`community_id`, `post_id`) REFERENCES `posts` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `post_hand_overs_staff_from_id` FOREIGN KEY (`community_id`, `from_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `post_hand_overs_staff_to_id` FOREIGN KEY (`community_id`, `to_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "posthandover_absence_id" to table: "post_hand_overs"
CREATE INDEX `posthandover_absence_id` ON `post_hand_overs` (`absence_id`);
-- Create index "posthandover_to_id_absence_id" to table: "post_hand_overs"
CREATE INDEX `posthandover_to_id_absence_id` ON `post_hand_overs` (`to_id`, `absence_id`);
-- Create "public_files" table
CREATE TABLE `public_files` (`id` text NOT NULL, `community_id` text NOT NULL, `kind` text NOT NULL, `item_code` text NULL, `title` text NOT NULL, `name` text NOT NULL, `format` text NOT NULL, `size` integer NOT NULL, `digest` text NOT NULL, `stored_as` text NOT NULL, `width` integer NOT NULL DEFAULT (0), `height` integer NOT NULL DEFAULT (0), `published_at` datetime NOT NULL, `published_by_id` text NOT NULL, `removed_at` datetime NULL, `removed_by_id` text NULL, `staff_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `public_files_staff_staff` FOREIGN KEY (`community_id`, `staff_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `public_files_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION, CONSTRAINT `public_file_of` CHECK (kind = 'PORTRAIT' AND staff_id IS NOT NULL AND item_code IS NULL OR kind = 'FORM' AND staff_id IS NULL AND item_code IS NOT NULL));
-- Create index "publicfile_community_id_removed_at" to table: "public_files"
CREATE INDEX `publicfile_community_id_removed_at` ON `public_files` (`community_id`, `removed_at`);
-- Create index "publicfile_staff_id" to table: "public_files"
CREATE UNIQUE INDEX `publicfile_staff_id` ON `public_files` (`staff_id`) WHERE removed_at IS NULL;
-- Create "studies" table
CREATE TABLE `studies` (`id` text NOT NULL, `community_id` text NOT NULL, `subject` text NOT NULL, `kind` text NOT NULL, `date` text NOT NULL, `passed` bool NOT NULL, `note` text NOT NULL DEFAULT (''), `recorded_at` datetime NOT NULL, `recorded_by_id` text NOT NULL, `post_id` text NOT NULL, `staff_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `studies_posts_post` FOREIGN KEY (`community_id`, `post_id`) REFERENCES `posts` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `studies_staff_staff` FOREIGN KEY (`community_id`, `staff_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "study_post_id_staff_id" to table: "studies"
CREATE INDEX `study_post_id_staff_id` ON `studies` (`post_id`, `staff_id`);
-- Create index "study_community_id_id" to table: "studies"
CREATE INDEX `study_community_id_id` ON `studies` (`community_id`, `id`);
-- Enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
