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
-- Create "studies" table
CREATE TABLE `studies` (`id` text NOT NULL, `community_id` text NOT NULL, `subject` text NOT NULL, `kind` text NOT NULL, `date` text NOT NULL, `passed` bool NOT NULL, `note` text NOT NULL DEFAULT (''), `recorded_at` datetime NOT NULL, `recorded_by_id` text NOT NULL, `post_id` text NOT NULL, `staff_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `studies_posts_post` FOREIGN KEY (`community_id`, `post_id`) REFERENCES `posts` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `studies_staff_staff` FOREIGN KEY (`community_id`, `staff_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "study_post_id_staff_id" to table: "studies"
CREATE INDEX `study_post_id_staff_id` ON `studies` (`post_id`, `staff_id`);
-- Create index "study_community_id_id" to table: "studies"
CREATE INDEX `study_community_id_id` ON `studies` (`community_id`, `id`);
-- Enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
