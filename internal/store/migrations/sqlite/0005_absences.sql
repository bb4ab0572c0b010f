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
-- Add column "left_at" to table: "staff"
ALTER TABLE `staff` ADD COLUMN `left_at` datetime NULL;
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
-- Create "post_hand_overs" table
CREATE TABLE `post_hand_overs` (`id` text NOT NULL, `community_id` text NOT NULL, `post_id` text NULL, `from_id` text NOT NULL, `to_id` text NOT NULL, `lines` json NULL, `things` json NULL, `note` text NOT NULL DEFAULT (''), `written_at` datetime NULL, `accepted_at` datetime NULL, `absence_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `post_hand_overs_absences_lists` FOREIGN KEY (`community_id`, `absence_id`) REFERENCES `absences` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `post_hand_overs_posts_post_id` FOREIGN KEY (`community_id`, `post_id`) REFERENCES `posts` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `post_hand_overs_staff_from_id` FOREIGN KEY (`community_id`, `from_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `post_hand_overs_staff_to_id` FOREIGN KEY (`community_id`, `to_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "posthandover_absence_id" to table: "post_hand_overs"
CREATE INDEX `posthandover_absence_id` ON `post_hand_overs` (`absence_id`);
-- Create index "posthandover_to_id_absence_id" to table: "post_hand_overs"
CREATE INDEX `posthandover_to_id_absence_id` ON `post_hand_overs` (`to_id`, `absence_id`);
-- Enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
