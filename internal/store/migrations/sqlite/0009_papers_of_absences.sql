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
DROP TRIGGER guard_apologies_delete;
DROP TRIGGER guard_apologies_update;
DROP TRIGGER guard_attachments_delete;
DROP TRIGGER guard_attachments_update;
DROP TRIGGER guard_breaches_appeal;
DROP TRIGGER guard_breaches_delete;
DROP TRIGGER guard_breaches_ended;
DROP TRIGGER guard_breaches_fixed;
DROP TRIGGER guard_breaches_heard;
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
DROP TRIGGER guard_gift_returns_delete;
DROP TRIGGER guard_gift_returns_update;
DROP TRIGGER guard_gifts_delete;
DROP TRIGGER guard_gifts_fixed;
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
-- Create "new_printed_papers" table
CREATE TABLE `new_printed_papers` (`id` text NOT NULL, `community_id` text NOT NULL, `kind` text NOT NULL, `subject_id` text NULL, `number` text NOT NULL, `draft` bool NOT NULL, `content_sealed` text NOT NULL, `printed_at` datetime NOT NULL, `printed_by_id` text NOT NULL, `case_id` text NULL, `absence_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `printed_papers_cases_case` FOREIGN KEY (`community_id`, `case_id`) REFERENCES `cases` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `printed_papers_absences_absence` FOREIGN KEY (`community_id`, `absence_id`) REFERENCES `absences` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `printed_paper_is_of_one` CHECK (case_id IS NULL AND absence_id IS NOT NULL OR case_id IS NOT NULL AND absence_id IS NULL));
-- Copy rows from old table "printed_papers" to new temporary table "new_printed_papers"
INSERT INTO `new_printed_papers` (`id`, `community_id`, `kind`, `subject_id`, `number`, `draft`, `content_sealed`, `printed_at`, `printed_by_id`, `case_id`) SELECT `id`, `community_id`, `kind`, `subject_id`, `number`, `draft`, `content_sealed`, `printed_at`, `printed_by_id`, `case_id` FROM `printed_papers`;
-- Drop "printed_papers" table after copying rows
DROP TABLE `printed_papers`;
-- Rename temporary table "new_printed_papers" to "printed_papers"
ALTER TABLE `new_printed_papers` RENAME TO `printed_papers`;
-- Create index "printedpaper_case_id_printed_at" to table: "printed_papers"
CREATE INDEX `printedpaper_case_id_printed_at` ON `printed_papers` (`case_id`, `printed_at`);
-- Create index "printedpaper_absence_id_printed_at" to table: "printed_papers"
CREATE INDEX `printedpaper_absence_id_printed_at` ON `printed_papers` (`absence_id`, `printed_at`);
-- Enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
