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
DROP TRIGGER guard_ratings_delete;
DROP TRIGGER guard_ratings_update;
DROP TRIGGER guard_up_reports_delete;
DROP TRIGGER guard_up_reports_fixed;
-- Create "public_files" table
CREATE TABLE `public_files` (`id` text NOT NULL, `community_id` text NOT NULL, `kind` text NOT NULL, `item_code` text NULL, `title` text NOT NULL, `name` text NOT NULL, `format` text NOT NULL, `size` integer NOT NULL, `digest` text NOT NULL, `stored_as` text NOT NULL, `width` integer NOT NULL DEFAULT (0), `height` integer NOT NULL DEFAULT (0), `published_at` datetime NOT NULL, `published_by_id` text NOT NULL, `removed_at` datetime NULL, `removed_by_id` text NULL, `staff_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `public_files_staff_staff` FOREIGN KEY (`community_id`, `staff_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `public_files_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION, CONSTRAINT `public_file_of` CHECK (kind = 'PORTRAIT' AND staff_id IS NOT NULL AND item_code IS NULL OR kind = 'FORM' AND staff_id IS NULL AND item_code IS NOT NULL));
-- Create index "publicfile_community_id_removed_at" to table: "public_files"
CREATE INDEX `publicfile_community_id_removed_at` ON `public_files` (`community_id`, `removed_at`);
-- Create index "publicfile_staff_id" to table: "public_files"
CREATE UNIQUE INDEX `publicfile_staff_id` ON `public_files` (`staff_id`) WHERE removed_at IS NULL;
