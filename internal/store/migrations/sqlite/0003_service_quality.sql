-- Written by migrationdiff; not edited by hand.

DROP TRIGGER guard_accesses_delete;
DROP TRIGGER guard_accesses_update;
DROP TRIGGER guard_act_records_update;
DROP TRIGGER guard_alarms_delete;
DROP TRIGGER guard_alarms_ended;
DROP TRIGGER guard_alarms_fixed;
DROP TRIGGER guard_breaches_delete;
DROP TRIGGER guard_breaches_fixed;
DROP TRIGGER guard_case_events_delete;
DROP TRIGGER guard_case_events_update;
DROP TRIGGER guard_cases_delete;
DROP TRIGGER guard_cases_fixed;
DROP TRIGGER guard_extensions_delete;
DROP TRIGGER guard_extensions_fixed;
DROP TRIGGER guard_hand_overs_delete;
DROP TRIGGER guard_hand_overs_fixed;
DROP TRIGGER guard_promises_delete;
DROP TRIGGER guard_promises_fixed;
DROP TRIGGER guard_promises_result;
DROP TRIGGER guard_up_reports_delete;
DROP TRIGGER guard_up_reports_fixed;
-- Disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- Create "new_breaches" table
CREATE TABLE `new_breaches` (`id` text NOT NULL, `community_id` text NOT NULL, `kind` text NOT NULL, `clause` text NOT NULL, `person_id` text NOT NULL, `found_at` datetime NOT NULL, `reported_by_id` text NULL, `alarm_id` text NULL, `found_in` text NULL, `facts` json NOT NULL, `case_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `breaches_cases_case` FOREIGN KEY (`community_id`, `case_id`) REFERENCES `cases` (`community_id`, `id`) ON DELETE NO ACTION);
-- Copy rows from old table "breaches" to new temporary table "new_breaches"
INSERT INTO `new_breaches` (`id`, `community_id`, `kind`, `clause`, `person_id`, `found_at`, `reported_by_id`, `alarm_id`, `facts`, `case_id`) SELECT `id`, `community_id`, `kind`, `clause`, `person_id`, `found_at`, `reported_by_id`, `alarm_id`, `facts`, `case_id` FROM `breaches`;
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
-- Create "new_case_events" table
CREATE TABLE `new_case_events` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `community_id` text NOT NULL, `case_id` text NOT NULL, `receipt_no` text NOT NULL, `number` integer NOT NULL, `kind` text NOT NULL, `at` datetime NOT NULL, `actor_id` text NULL, `reason` text NOT NULL DEFAULT (''), `facts` json NOT NULL, `audience` json NOT NULL, `alarm_kind` text NULL, `alarm_id` text NULL, `responsible_id` text NOT NULL, `holder_id` text NOT NULL, `status` text NOT NULL, `due_at` datetime NOT NULL, `matter` text NOT NULL DEFAULT ('SERVICE'), `about_id` text NULL, `previous` text NOT NULL, `hash` text NOT NULL, CONSTRAINT `case_events_cases_case_id` FOREIGN KEY (`community_id`, `case_id`) REFERENCES `cases` (`community_id`, `id`) ON DELETE NO ACTION);
-- Copy rows from old table "case_events" to new temporary table "new_case_events"
INSERT INTO `new_case_events` (`id`, `community_id`, `case_id`, `receipt_no`, `number`, `kind`, `at`, `actor_id`, `reason`, `facts`, `audience`, `alarm_kind`, `alarm_id`, `responsible_id`, `holder_id`, `status`, `due_at`, `previous`, `hash`) SELECT `id`, `community_id`, `case_id`, `receipt_no`, `number`, `kind`, `at`, `actor_id`, `reason`, `facts`, `audience`, `alarm_kind`, `alarm_id`, `responsible_id`, `holder_id`, `status`, `due_at`, `previous`, `hash` FROM `case_events`;
-- Drop "case_events" table after copying rows
DROP TABLE `case_events`;
-- Rename temporary table "new_case_events" to "case_events"
ALTER TABLE `new_case_events` RENAME TO `case_events`;
-- Create index "case_events_alarm_id_key" to table: "case_events"
CREATE UNIQUE INDEX `case_events_alarm_id_key` ON `case_events` (`alarm_id`);
-- Create index "caseevent_case_id_number" to table: "case_events"
CREATE UNIQUE INDEX `caseevent_case_id_number` ON `case_events` (`case_id`, `number`);
-- Create index "caseevent_community_id_id" to table: "case_events"
CREATE INDEX `caseevent_community_id_id` ON `case_events` (`community_id`, `id`);
-- Create index "case_event_warnings" to table: "case_events"
CREATE INDEX `case_event_warnings` ON `case_events` (`community_id`, `at`, `id`) WHERE alarm_kind IS NOT NULL;
-- Create "new_cases" table
CREATE TABLE `new_cases` (`id` text NOT NULL, `community_id` text NOT NULL, `receipt_no` text NOT NULL, `status` text NOT NULL, `open` bool NOT NULL DEFAULT (true), `channel` text NOT NULL, `contact_at` datetime NOT NULL, `opened_at` datetime NOT NULL, `closed_at` datetime NULL, `holder_role` text NOT NULL, `responsible_role` text NOT NULL, `anonymous` bool NOT NULL DEFAULT (false), `contact_way_sealed` text NOT NULL DEFAULT (''), `contact_way_mask` text NOT NULL DEFAULT (''), `item_code` text NOT NULL DEFAULT (''), `situation` text NOT NULL DEFAULT (''), `demand` text NOT NULL DEFAULT (''), `outcome` text NOT NULL DEFAULT (''), `clock` text NOT NULL, `clock_from` datetime NOT NULL, `due_at` datetime NOT NULL, `provisional` bool NOT NULL DEFAULT (false), `soon_at` datetime NOT NULL, `extended` bool NOT NULL DEFAULT (false), `extensions_used` integer NOT NULL DEFAULT (0), `materials_complete_at` datetime NULL, `missing_materials` json NOT NULL, `promises_made` integer NOT NULL DEFAULT (0), `offer_to_id` text NULL, `report_to_id` text NULL, `extension_by_id` text NULL, `extension_state` text NULL, `call_back_asked_at` datetime NULL, `call_back_result` text NOT NULL DEFAULT (''), `matter` text NOT NULL DEFAULT ('SERVICE'), `topic` text NULL, `about_id` text NULL, `about_case_id` text NULL, `upheld` bool NULL, `notices` integer NOT NULL DEFAULT (0), `pieces` integer NOT NULL DEFAULT (0), `pieces_held` integer NOT NULL DEFAULT (0), `charged_fen` integer NOT NULL DEFAULT (0), `events` integer NOT NULL DEFAULT (0), `head` text NOT NULL DEFAULT (''), `version` integer NOT NULL DEFAULT (1), `first_responder_id` text NOT NULL, `holder_id` text NOT NULL, `responsible_id` text NOT NULL, `resident_id` text NULL, `item_id` text NULL, `post_id` text NULL, `department_id` text NULL, `promise_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `cases_staff_first_responder` FOREIGN KEY (`community_id`, `first_responder_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `cases_staff_holder` FOREIGN KEY (`community_id`, `holder_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `cases_staff_responsible` FOREIGN KEY (`community_id`, `responsible_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `cases_residents_resident` FOREIGN KEY (`community_id`, `resident_id`) REFERENCES `residents` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `cases_items_item` FOREIGN KEY (`community_id`, `item_id`) REFERENCES `items` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `cases_posts_post` FOREIGN KEY (`community_id`, `post_id`) REFERENCES `posts` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `cases_departments_department` FOREIGN KEY (`community_id`, `department_id`) REFERENCES `departments` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `cases_promises_promise` FOREIGN KEY (`id`, `promise_id`) REFERENCES `promises` (`case_id`, `id`) ON DELETE NO ACTION);
-- Copy rows from old table "cases" to new temporary table "new_cases"
INSERT INTO `new_cases` (`id`, `community_id`, `receipt_no`, `status`, `open`, `channel`, `contact_at`, `opened_at`, `closed_at`, `holder_role`, `responsible_role`, `anonymous`, `contact_way_sealed`, `contact_way_mask`, `item_code`, `situation`, `demand`, `outcome`, `clock`, `clock_from`, `due_at`, `provisional`, `soon_at`, `extended`, `extensions_used`, `materials_complete_at`, `missing_materials`, `promises_made`, `offer_to_id`, `report_to_id`, `extension_by_id`, `extension_state`, `call_back_asked_at`, `call_back_result`, `events`, `head`, `version`, `first_responder_id`, `holder_id`, `responsible_id`, `resident_id`, `item_id`, `post_id`, `department_id`, `promise_id`) SELECT `id`, `community_id`, `receipt_no`, `status`, `open`, `channel`, `contact_at`, `opened_at`, `closed_at`, `holder_role`, `responsible_role`, `anonymous`, `contact_way_sealed`, `contact_way_mask`, `item_code`, `situation`, `demand`, `outcome`, `clock`, `clock_from`, `due_at`, `provisional`, `soon_at`, `extended`, `extensions_used`, `materials_complete_at`, `missing_materials`, `promises_made`, `offer_to_id`, `report_to_id`, `extension_by_id`, `extension_state`, `call_back_asked_at`, `call_back_result`, `events`, `head`, `version`, `first_responder_id`, `holder_id`, `responsible_id`, `resident_id`, `item_id`, `post_id`, `department_id`, `promise_id` FROM `cases`;
-- Drop "cases" table after copying rows
DROP TABLE `cases`;
-- Rename temporary table "new_cases" to "cases"
ALTER TABLE `new_cases` RENAME TO `cases`;
-- Create index "casefile_community_id_receipt_no" to table: "cases"
CREATE UNIQUE INDEX `casefile_community_id_receipt_no` ON `cases` (`community_id`, `receipt_no`);
-- Create index "casefile_community_id_open_due_at_id" to table: "cases"
CREATE INDEX `casefile_community_id_open_due_at_id` ON `cases` (`community_id`, `open`, `due_at`, `id`);
-- Create index "casefile_community_id_responsible_id_open_due_at_id" to table: "cases"
CREATE INDEX `casefile_community_id_responsible_id_open_due_at_id` ON `cases` (`community_id`, `responsible_id`, `open`, `due_at`, `id`);
-- Create index "casefile_community_id_due_at_id" to table: "cases"
CREATE INDEX `casefile_community_id_due_at_id` ON `cases` (`community_id`, `due_at`, `id`);
-- Create index "case_open_totals" to table: "cases"
CREATE INDEX `case_open_totals` ON `cases` (`community_id`, `due_at`, `responsible_id`, `offer_to_id`, `report_to_id`, `extension_state`, `extension_by_id`, `matter`, `about_id`, `holder_id`) WHERE open;
-- Create index "casefile_community_id_holder_id_open" to table: "cases"
CREATE INDEX `casefile_community_id_holder_id_open` ON `cases` (`community_id`, `holder_id`, `open`);
-- Create index "casefile_community_id_contact_at_id" to table: "cases"
CREATE INDEX `casefile_community_id_contact_at_id` ON `cases` (`community_id`, `contact_at`, `id`);
-- Create index "casefile_community_id_resident_id_contact_at" to table: "cases"
CREATE INDEX `casefile_community_id_resident_id_contact_at` ON `cases` (`community_id`, `resident_id`, `contact_at`);
-- Create index "case_supervision" to table: "cases"
CREATE INDEX `case_supervision` ON `cases` (`community_id`, `about_id`) WHERE matter <> 'SERVICE';
-- Create index "cases_community_id_id" to table: "cases"
CREATE UNIQUE INDEX `cases_community_id_id` ON `cases` (`community_id`, `id`);
-- Add column "disclosure" to table: "communities"
ALTER TABLE `communities` ADD COLUMN `disclosure` json NOT NULL DEFAULT '{}';
-- Create "attachments" table
CREATE TABLE `attachments` (`id` text NOT NULL, `community_id` text NOT NULL, `case_id` text NOT NULL, `name` text NOT NULL, `kind` text NOT NULL, `size` integer NOT NULL, `digest` text NOT NULL, `stored_as` text NOT NULL, `width` integer NOT NULL DEFAULT (0), `height` integer NOT NULL DEFAULT (0), `attached_at` datetime NOT NULL, `attached_by_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `attachments_cases_case_id` FOREIGN KEY (`community_id`, `case_id`) REFERENCES `cases` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "attachment_case_id_attached_at" to table: "attachments"
CREATE INDEX `attachment_case_id_attached_at` ON `attachments` (`case_id`, `attached_at`);
-- Create "charges" table
CREATE TABLE `charges` (`id` text NOT NULL, `community_id` text NOT NULL, `case_id` text NOT NULL, `amount_fen` integer NOT NULL, `bill_no` text NOT NULL DEFAULT (''), `charged_at` datetime NOT NULL, `charged_by_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `charges_cases_case_id` FOREIGN KEY (`community_id`, `case_id`) REFERENCES `cases` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `charge_amount` CHECK (amount_fen > 0));
-- Create index "charge_case_id_charged_at" to table: "charges"
CREATE INDEX `charge_case_id_charged_at` ON `charges` (`case_id`, `charged_at`);
-- Create "custody_pieces" table
CREATE TABLE `custody_pieces` (`id` text NOT NULL, `community_id` text NOT NULL, `case_id` text NOT NULL, `name` text NOT NULL, `form` text NOT NULL, `count` integer NOT NULL, `condition` text NOT NULL DEFAULT (''), `place` text NOT NULL, `state` text NOT NULL, `taken_at` datetime NOT NULL, `taken_by_id` text NOT NULL, `returned_at` datetime NULL, `returned_by_id` text NULL, `signed_by` text NOT NULL DEFAULT (''), `reported_as` text NULL, `report` text NOT NULL DEFAULT (''), `reported_at` datetime NULL, `reported_by_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `custody_pieces_cases_case_id` FOREIGN KEY (`community_id`, `case_id`) REFERENCES `cases` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `custody_piece_count` CHECK (count BETWEEN 1 AND 999));
-- Create index "custodypiece_case_id_taken_at" to table: "custody_pieces"
CREATE INDEX `custodypiece_case_id_taken_at` ON `custody_pieces` (`case_id`, `taken_at`);
-- Create index "custodypiece_community_id_state_taken_at" to table: "custody_pieces"
CREATE INDEX `custodypiece_community_id_state_taken_at` ON `custody_pieces` (`community_id`, `state`, `taken_at`);
-- Create "one_time_notices" table
CREATE TABLE `one_time_notices` (`id` text NOT NULL, `community_id` text NOT NULL, `case_id` text NOT NULL, `number` integer NOT NULL, `resident_id` text NULL, `item_id` text NOT NULL, `missing` json NOT NULL, `reason` text NOT NULL DEFAULT (''), `told_way` text NOT NULL, `given_by_id` text NOT NULL, `given_at` datetime NOT NULL, `repeats_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `one_time_notices_cases_case_id` FOREIGN KEY (`community_id`, `case_id`) REFERENCES `cases` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "onetimenotice_case_id_number" to table: "one_time_notices"
CREATE UNIQUE INDEX `onetimenotice_case_id_number` ON `one_time_notices` (`case_id`, `number`);
-- Create index "onetimenotice_community_id_resident_id_item_id" to table: "one_time_notices"
CREATE INDEX `onetimenotice_community_id_resident_id_item_id` ON `one_time_notices` (`community_id`, `resident_id`, `item_id`);
-- Create "printed_papers" table
CREATE TABLE `printed_papers` (`id` text NOT NULL, `community_id` text NOT NULL, `kind` text NOT NULL, `subject_id` text NULL, `number` text NOT NULL, `draft` bool NOT NULL, `content_sealed` text NOT NULL, `printed_at` datetime NOT NULL, `printed_by_id` text NOT NULL, `case_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `printed_papers_cases_case` FOREIGN KEY (`community_id`, `case_id`) REFERENCES `cases` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "printedpaper_case_id_printed_at" to table: "printed_papers"
CREATE INDEX `printedpaper_case_id_printed_at` ON `printed_papers` (`case_id`, `printed_at`);
-- Create "ratings" table
CREATE TABLE `ratings` (`id` text NOT NULL, `community_id` text NOT NULL, `case_id` text NOT NULL, `about_id` text NOT NULL, `level` text NOT NULL, `tags` json NOT NULL, `comment` text NOT NULL DEFAULT (''), `rated_at` datetime NOT NULL, `matter_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `ratings_cases_case_id` FOREIGN KEY (`community_id`, `case_id`) REFERENCES `cases` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "ratings_case_id_key" to table: "ratings"
CREATE UNIQUE INDEX `ratings_case_id_key` ON `ratings` (`case_id`);
-- Create index "rating_community_id_rated_at_id" to table: "ratings"
CREATE INDEX `rating_community_id_rated_at_id` ON `ratings` (`community_id`, `rated_at`, `id`);
-- Create index "rating_community_id_about_id_rated_at" to table: "ratings"
CREATE INDEX `rating_community_id_about_id_rated_at` ON `ratings` (`community_id`, `about_id`, `rated_at`);
-- Enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
