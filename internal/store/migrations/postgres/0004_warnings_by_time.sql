-- Written by migrationdiff; not edited by hand.

DROP TRIGGER guard_accesses_delete ON accesses;
DROP TRIGGER guard_accesses_truncate ON accesses;
DROP TRIGGER guard_accesses_update ON accesses;
DROP TRIGGER guard_act_records_update ON act_records;
DROP TRIGGER guard_alarms_delete ON alarms;
DROP TRIGGER guard_alarms_ended ON alarms;
DROP TRIGGER guard_alarms_fixed ON alarms;
DROP TRIGGER guard_alarms_truncate ON alarms;
DROP TRIGGER guard_breaches_delete ON breaches;
DROP TRIGGER guard_breaches_fixed ON breaches;
DROP TRIGGER guard_breaches_truncate ON breaches;
DROP TRIGGER guard_case_events_delete ON case_events;
DROP TRIGGER guard_case_events_truncate ON case_events;
DROP TRIGGER guard_case_events_update ON case_events;
DROP TRIGGER guard_cases_delete ON cases;
DROP TRIGGER guard_cases_fixed ON cases;
DROP TRIGGER guard_cases_truncate ON cases;
DROP TRIGGER guard_extensions_delete ON extensions;
DROP TRIGGER guard_extensions_fixed ON extensions;
DROP TRIGGER guard_extensions_truncate ON extensions;
DROP TRIGGER guard_hand_overs_delete ON hand_overs;
DROP TRIGGER guard_hand_overs_fixed ON hand_overs;
DROP TRIGGER guard_hand_overs_truncate ON hand_overs;
DROP TRIGGER guard_promises_delete ON promises;
DROP TRIGGER guard_promises_fixed ON promises;
DROP TRIGGER guard_promises_result ON promises;
DROP TRIGGER guard_promises_truncate ON promises;
DROP TRIGGER guard_up_reports_delete ON up_reports;
DROP TRIGGER guard_up_reports_fixed ON up_reports;
DROP TRIGGER guard_up_reports_truncate ON up_reports;
-- Drop index "case_event_warnings" from table: "case_events"
DROP INDEX "case_event_warnings";
-- Create index "case_event_warnings" to table: "case_events"
CREATE INDEX "case_event_warnings" ON "case_events" ("community_id", "at", "id") WHERE (alarm_kind IS NOT NULL);
