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
-- Create "new_case_events" table
CREATE TABLE `new_case_events` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `community_id` text NOT NULL, `case_id` text NOT NULL, `receipt_no` text NOT NULL, `number` integer NOT NULL, `kind` text NOT NULL, `at` datetime NOT NULL, `actor_id` text NULL, `reason` text NOT NULL DEFAULT (''), `facts` json NOT NULL, `audience` json NOT NULL, `alarm_kind` text NULL, `alarm_id` text NULL, `responsible_id` text NOT NULL, `holder_id` text NOT NULL, `status` text NOT NULL, `due_at` datetime NOT NULL, `previous` text NOT NULL, `hash` text NOT NULL, CONSTRAINT `case_events_cases_case_id` FOREIGN KEY (`community_id`, `case_id`) REFERENCES `cases` (`community_id`, `id`) ON DELETE NO ACTION);
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
-- Enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
