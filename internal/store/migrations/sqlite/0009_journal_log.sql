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
DROP TRIGGER guard_ratings_delete;
DROP TRIGGER guard_ratings_update;
DROP TRIGGER guard_up_reports_delete;
DROP TRIGGER guard_up_reports_fixed;
-- Create "log_checkpoints" table
CREATE TABLE `log_checkpoints` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `community_id` text NOT NULL, `number` integer NOT NULL, `size` integer NOT NULL, `last_id` integer NOT NULL, `root` text NOT NULL, `note` text NOT NULL, `at` datetime NOT NULL, CONSTRAINT `log_checkpoints_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION);
-- Create index "logcheckpoint_community_id_number" to table: "log_checkpoints"
CREATE UNIQUE INDEX `logcheckpoint_community_id_number` ON `log_checkpoints` (`community_id`, `number`);
-- Create "log_records" table
CREATE TABLE `log_records` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `community_id` text NOT NULL, `number` integer NOT NULL, `hashes` blob NOT NULL, CONSTRAINT `log_records_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION);
-- Create index "logrecord_community_id_number" to table: "log_records"
CREATE UNIQUE INDEX `logrecord_community_id_number` ON `log_records` (`community_id`, `number`);
