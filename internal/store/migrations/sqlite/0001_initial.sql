-- Written by migrationdiff; not edited by hand.

-- Create "accesses" table
CREATE TABLE `accesses` (`id` text NOT NULL, `community_id` text NOT NULL, `resident_id` text NOT NULL, `actor_id` text NOT NULL, `field` text NOT NULL, `reason` text NOT NULL, `at` datetime NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `accesses_residents_resident_id` FOREIGN KEY (`community_id`, `resident_id`) REFERENCES `residents` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "access_community_id_resident_id_at" to table: "accesses"
CREATE INDEX `access_community_id_resident_id_at` ON `accesses` (`community_id`, `resident_id`, `at`);
-- Create "act_records" table
CREATE TABLE `act_records` (`id` text NOT NULL, `community_id` text NOT NULL, `actor_id` text NOT NULL, `client_mutation_id` text NOT NULL, `act` text NOT NULL, `digest` text NOT NULL, `result` text NOT NULL, `at` datetime NOT NULL, PRIMARY KEY (`id`));
-- Create index "actrecord_actor_id_client_mutation_id" to table: "act_records"
CREATE UNIQUE INDEX `actrecord_actor_id_client_mutation_id` ON `act_records` (`actor_id`, `client_mutation_id`);
-- Create index "actrecord_at" to table: "act_records"
CREATE INDEX `actrecord_at` ON `act_records` (`at`);
-- Create "alarms" table
CREATE TABLE `alarms` (`id` text NOT NULL, `community_id` text NOT NULL, `case_id` text NOT NULL, `subject` text NOT NULL, `kind` text NOT NULL, `at` datetime NOT NULL, `due_at` datetime NOT NULL, `pending` bool NOT NULL DEFAULT (true), `fired_at` datetime NULL, PRIMARY KEY (`id`), CONSTRAINT `alarms_cases_case_id` FOREIGN KEY (`community_id`, `case_id`) REFERENCES `cases` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `alarm_fired_is_not_pending` CHECK (fired_at IS NULL OR NOT pending));
-- Create index "alarm_subject_kind" to table: "alarms"
CREATE UNIQUE INDEX `alarm_subject_kind` ON `alarms` (`subject`, `kind`);
-- Create index "alarm_pending_at" to table: "alarms"
CREATE INDEX `alarm_pending_at` ON `alarms` (`at`, `id`) WHERE pending;
-- Create index "alarm_case_id_pending" to table: "alarms"
CREATE INDEX `alarm_case_id_pending` ON `alarms` (`case_id`, `pending`);
-- Create "breaches" table
CREATE TABLE `breaches` (`id` text NOT NULL, `community_id` text NOT NULL, `kind` text NOT NULL, `clause` text NOT NULL, `person_id` text NOT NULL, `found_at` datetime NOT NULL, `reported_by_id` text NULL, `alarm_id` text NULL, `facts` json NOT NULL, `case_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `breaches_cases_case` FOREIGN KEY (`community_id`, `case_id`) REFERENCES `cases` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "breaches_alarm_id_key" to table: "breaches"
CREATE UNIQUE INDEX `breaches_alarm_id_key` ON `breaches` (`alarm_id`);
-- Create index "breach_community_id_found_at_id" to table: "breaches"
CREATE INDEX `breach_community_id_found_at_id` ON `breaches` (`community_id`, `found_at`, `id`);
-- Create index "breach_case_id" to table: "breaches"
CREATE INDEX `breach_case_id` ON `breaches` (`case_id`);
-- Create "calendar_notices" table
CREATE TABLE `calendar_notices` (`id` text NOT NULL, `year` integer NOT NULL, `notice` json NOT NULL, PRIMARY KEY (`id`));
-- Create index "calendar_notices_year_key" to table: "calendar_notices"
CREATE UNIQUE INDEX `calendar_notices_year_key` ON `calendar_notices` (`year`);
-- Create "case_events" table
CREATE TABLE `case_events` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `community_id` text NOT NULL, `case_id` text NOT NULL, `receipt_no` text NOT NULL, `number` integer NOT NULL, `kind` text NOT NULL, `at` datetime NOT NULL, `actor_id` text NULL, `reason` text NOT NULL DEFAULT (''), `facts` json NOT NULL, `audience` json NOT NULL, `alarm_kind` text NULL, `alarm_id` text NULL, `responsible_id` text NOT NULL, `holder_id` text NOT NULL, `status` text NOT NULL, `due_at` datetime NOT NULL, `previous` text NOT NULL, `hash` text NOT NULL, CONSTRAINT `case_events_cases_case_id` FOREIGN KEY (`community_id`, `case_id`) REFERENCES `cases` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "case_events_alarm_id_key" to table: "case_events"
CREATE UNIQUE INDEX `case_events_alarm_id_key` ON `case_events` (`alarm_id`);
-- Create index "caseevent_case_id_number" to table: "case_events"
CREATE UNIQUE INDEX `caseevent_case_id_number` ON `case_events` (`case_id`, `number`);
-- Create index "caseevent_community_id_id" to table: "case_events"
CREATE INDEX `caseevent_community_id_id` ON `case_events` (`community_id`, `id`);
-- Create index "case_event_warnings" to table: "case_events"
CREATE INDEX `case_event_warnings` ON `case_events` (`community_id`, `at`, `id`) WHERE alarm_kind IS NOT NULL;
-- Create "cases" table
CREATE TABLE `cases` (`id` text NOT NULL, `community_id` text NOT NULL, `receipt_no` text NOT NULL, `status` text NOT NULL, `open` bool NOT NULL DEFAULT (true), `channel` text NOT NULL, `contact_at` datetime NOT NULL, `opened_at` datetime NOT NULL, `closed_at` datetime NULL, `holder_role` text NOT NULL, `responsible_role` text NOT NULL, `anonymous` bool NOT NULL DEFAULT (false), `contact_way_sealed` text NOT NULL DEFAULT (''), `contact_way_mask` text NOT NULL DEFAULT (''), `item_code` text NOT NULL DEFAULT (''), `situation` text NOT NULL DEFAULT (''), `demand` text NOT NULL DEFAULT (''), `outcome` text NOT NULL DEFAULT (''), `clock` text NOT NULL, `clock_from` datetime NOT NULL, `due_at` datetime NOT NULL, `provisional` bool NOT NULL DEFAULT (false), `soon_at` datetime NOT NULL, `extended` bool NOT NULL DEFAULT (false), `extensions_used` integer NOT NULL DEFAULT (0), `materials_complete_at` datetime NULL, `missing_materials` json NOT NULL, `promises_made` integer NOT NULL DEFAULT (0), `offer_to_id` text NULL, `report_to_id` text NULL, `extension_by_id` text NULL, `extension_state` text NULL, `call_back_asked_at` datetime NULL, `call_back_result` text NOT NULL DEFAULT (''), `events` integer NOT NULL DEFAULT (0), `head` text NOT NULL DEFAULT (''), `version` integer NOT NULL DEFAULT (1), `first_responder_id` text NOT NULL, `holder_id` text NOT NULL, `responsible_id` text NOT NULL, `resident_id` text NULL, `item_id` text NULL, `post_id` text NULL, `department_id` text NULL, `promise_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `cases_staff_first_responder` FOREIGN KEY (`community_id`, `first_responder_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `cases_staff_holder` FOREIGN KEY (`community_id`, `holder_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `cases_staff_responsible` FOREIGN KEY (`community_id`, `responsible_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `cases_residents_resident` FOREIGN KEY (`community_id`, `resident_id`) REFERENCES `residents` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `cases_items_item` FOREIGN KEY (`community_id`, `item_id`) REFERENCES `items` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `cases_posts_post` FOREIGN KEY (`community_id`, `post_id`) REFERENCES `posts` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `cases_departments_department` FOREIGN KEY (`community_id`, `department_id`) REFERENCES `departments` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `cases_promises_promise` FOREIGN KEY (`id`, `promise_id`) REFERENCES `promises` (`case_id`, `id`) ON DELETE NO ACTION);
-- Create index "casefile_community_id_receipt_no" to table: "cases"
CREATE UNIQUE INDEX `casefile_community_id_receipt_no` ON `cases` (`community_id`, `receipt_no`);
-- Create index "casefile_community_id_open_due_at_id" to table: "cases"
CREATE INDEX `casefile_community_id_open_due_at_id` ON `cases` (`community_id`, `open`, `due_at`, `id`);
-- Create index "casefile_community_id_responsible_id_open_due_at_id" to table: "cases"
CREATE INDEX `casefile_community_id_responsible_id_open_due_at_id` ON `cases` (`community_id`, `responsible_id`, `open`, `due_at`, `id`);
-- Create index "casefile_community_id_due_at_id" to table: "cases"
CREATE INDEX `casefile_community_id_due_at_id` ON `cases` (`community_id`, `due_at`, `id`);
-- Create index "case_open_totals" to table: "cases"
CREATE INDEX `case_open_totals` ON `cases` (`community_id`, `due_at`, `responsible_id`, `offer_to_id`, `report_to_id`, `extension_state`, `extension_by_id`) WHERE open;
-- Create index "casefile_community_id_holder_id_open" to table: "cases"
CREATE INDEX `casefile_community_id_holder_id_open` ON `cases` (`community_id`, `holder_id`, `open`);
-- Create index "casefile_community_id_contact_at_id" to table: "cases"
CREATE INDEX `casefile_community_id_contact_at_id` ON `cases` (`community_id`, `contact_at`, `id`);
-- Create index "casefile_community_id_resident_id_contact_at" to table: "cases"
CREATE INDEX `casefile_community_id_resident_id_contact_at` ON `cases` (`community_id`, `resident_id`, `contact_at`);
-- Create index "cases_community_id_id" to table: "cases"
CREATE UNIQUE INDEX `cases_community_id_id` ON `cases` (`community_id`, `id`);
-- Create "communities" table
CREATE TABLE `communities` (`id` text NOT NULL, `name` text NOT NULL, `parent_id` text NULL, `time_zone` text NOT NULL DEFAULT ('Asia/Shanghai'), `hours` json NOT NULL, `limits` json NOT NULL, `ref_version` integer NOT NULL DEFAULT (1), PRIMARY KEY (`id`));
-- Create "departments" table
CREATE TABLE `departments` (`id` text NOT NULL, `community_id` text NOT NULL, `code` text NOT NULL, `name` text NOT NULL, `pinyin` text NOT NULL DEFAULT (''), `address` text NOT NULL, `phone` text NOT NULL, `hours` text NOT NULL, `website` text NOT NULL, `duties` text NOT NULL DEFAULT (''), PRIMARY KEY (`id`), CONSTRAINT `departments_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION);
-- Create index "department_community_id_code" to table: "departments"
CREATE UNIQUE INDEX `department_community_id_code` ON `departments` (`community_id`, `code`);
-- Create index "departments_community_id_id" to table: "departments"
CREATE UNIQUE INDEX `departments_community_id_id` ON `departments` (`community_id`, `id`);
-- Create "extensions" table
CREATE TABLE `extensions` (`id` text NOT NULL, `community_id` text NOT NULL, `asked_by_id` text NOT NULL, `asked_at` datetime NOT NULL, `reason` text NOT NULL, `working_days` integer NOT NULL, `old_due_at` datetime NOT NULL, `new_due_at` datetime NOT NULL, `state` text NOT NULL, `decided_by_id` text NULL, `decided_at` datetime NULL, `decision_reason` text NOT NULL DEFAULT (''), `told_at` datetime NULL, `told_by_id` text NULL, `told_way` text NULL, `case_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `extensions_cases_case` FOREIGN KEY (`community_id`, `case_id`) REFERENCES `cases` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "extension_case_id_asked_at" to table: "extensions"
CREATE INDEX `extension_case_id_asked_at` ON `extensions` (`case_id`, `asked_at`);
-- Create index "extension_one_running" to table: "extensions"
CREATE UNIQUE INDEX `extension_one_running` ON `extensions` (`case_id`) WHERE (state = 'REQUESTED' OR state = 'APPROVED');
-- Create index "extension_community_id_state_asked_at" to table: "extensions"
CREATE INDEX `extension_community_id_state_asked_at` ON `extensions` (`community_id`, `state`, `asked_at`);
-- Create "facts" table
CREATE TABLE `facts` (`id` text NOT NULL, `value` text NOT NULL, PRIMARY KEY (`id`));
-- Create "hand_overs" table
CREATE TABLE `hand_overs` (`id` text NOT NULL, `community_id` text NOT NULL, `from_id` text NOT NULL, `to_id` text NOT NULL, `explanation` text NOT NULL, `offered_at` datetime NOT NULL, `answer_by` datetime NOT NULL, `state` text NOT NULL, `answered_at` datetime NULL, `return_reason` text NOT NULL DEFAULT (''), `case_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `hand_overs_cases_case` FOREIGN KEY (`community_id`, `case_id`) REFERENCES `cases` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `hand_overs_staff_from_id` FOREIGN KEY (`community_id`, `from_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `hand_overs_staff_to_id` FOREIGN KEY (`community_id`, `to_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "handover_case_id_offered_at" to table: "hand_overs"
CREATE INDEX `handover_case_id_offered_at` ON `hand_overs` (`case_id`, `offered_at`);
-- Create index "hand_over_one_offer" to table: "hand_overs"
CREATE UNIQUE INDEX `hand_over_one_offer` ON `hand_overs` (`case_id`) WHERE state = 'OFFERED';
-- Create index "handover_community_id_to_id_state_offered_at" to table: "hand_overs"
CREATE INDEX `handover_community_id_to_id_state_offered_at` ON `hand_overs` (`community_id`, `to_id`, `state`, `offered_at`);
-- Create "items" table
CREATE TABLE `items` (`id` text NOT NULL, `community_id` text NOT NULL, `code` text NOT NULL, `version` integer NOT NULL, `name` text NOT NULL, `pinyin` text NOT NULL DEFAULT (''), `kind` text NOT NULL, `limit_days` integer NOT NULL, `immediate` bool NOT NULL DEFAULT (false), `fee` text NOT NULL DEFAULT ('0.00'), `channels` json NOT NULL, `materials` json NOT NULL, `steps` json NOT NULL, `legal_basis` text NOT NULL DEFAULT (''), `max_extensions` integer NOT NULL DEFAULT (0), `max_extension_days` integer NOT NULL DEFAULT (0), `valid_from` text NOT NULL, `retired_from` text NULL, `post_id` text NULL, `department_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `items_posts_post` FOREIGN KEY (`community_id`, `post_id`) REFERENCES `posts` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `items_departments_department` FOREIGN KEY (`community_id`, `department_id`) REFERENCES `departments` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `items_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION, CONSTRAINT `item_limit` CHECK (limit_days >= 0 AND limit_days <= 400), CONSTRAINT `item_registration_cap` CHECK (kind <> 'REGISTRATION' OR limit_days BETWEEN 1 AND 7));
-- Create index "item_community_id_code_version" to table: "items"
CREATE UNIQUE INDEX `item_community_id_code_version` ON `items` (`community_id`, `code`, `version`);
-- Create index "items_community_id_id" to table: "items"
CREATE UNIQUE INDEX `items_community_id_id` ON `items` (`community_id`, `id`);
-- Create "local_days" table
CREATE TABLE `local_days` (`id` text NOT NULL, `community_id` text NOT NULL, `date` text NOT NULL, `kind` text NOT NULL, `name` text NOT NULL, `source` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `local_days_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION);
-- Create index "localday_community_id_date" to table: "local_days"
CREATE UNIQUE INDEX `localday_community_id_date` ON `local_days` (`community_id`, `date`);
-- Create "posts" table
CREATE TABLE `posts` (`id` text NOT NULL, `community_id` text NOT NULL, `code` text NOT NULL, `name` text NOT NULL, `duties` text NOT NULL DEFAULT (''), `window` text NOT NULL DEFAULT (''), `a_id` text NOT NULL, `b_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `posts_staff_a` FOREIGN KEY (`community_id`, `a_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `posts_staff_b` FOREIGN KEY (`community_id`, `b_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `posts_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION, CONSTRAINT `post_a_is_not_b` CHECK (a_id <> b_id));
-- Create index "post_community_id_code" to table: "posts"
CREATE UNIQUE INDEX `post_community_id_code` ON `posts` (`community_id`, `code`);
-- Create index "posts_community_id_id" to table: "posts"
CREATE UNIQUE INDEX `posts_community_id_id` ON `posts` (`community_id`, `id`);
-- Create "promises" table
CREATE TABLE `promises` (`id` text NOT NULL, `community_id` text NOT NULL, `case_id` text NOT NULL, `number` integer NOT NULL, `origin` text NOT NULL, `made_at` datetime NOT NULL, `made_by_id` text NULL, `start_at` datetime NOT NULL, `working_days` integer NOT NULL, `due_at` datetime NOT NULL, `provisional` bool NOT NULL DEFAULT (false), `told_at` datetime NOT NULL, `told_way` text NOT NULL, `explanation` json NOT NULL, `result` text NULL, PRIMARY KEY (`id`), CONSTRAINT `promises_cases_case_id` FOREIGN KEY (`community_id`, `case_id`) REFERENCES `cases` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "promise_case_id_number" to table: "promises"
CREATE UNIQUE INDEX `promise_case_id_number` ON `promises` (`case_id`, `number`);
-- Create index "promises_case_id_id" to table: "promises"
CREATE UNIQUE INDEX `promises_case_id_id` ON `promises` (`case_id`, `id`);
-- Create "residents" table
CREATE TABLE `residents` (`id` text NOT NULL, `community_id` text NOT NULL, `name` text NOT NULL, `pinyin` text NOT NULL DEFAULT (''), `id_number_sealed` text NOT NULL DEFAULT (''), `id_number_mask` text NOT NULL DEFAULT (''), `id_number_hash` text NULL, `phone_sealed` text NOT NULL DEFAULT (''), `phone_mask` text NOT NULL DEFAULT (''), `sex` text NOT NULL DEFAULT (''), `birth_date` text NOT NULL DEFAULT (''), `address` text NOT NULL DEFAULT (''), `tags` json NOT NULL, `created_at` datetime NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `residents_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION);
-- Create index "resident_community_id_id_number_hash" to table: "residents"
CREATE UNIQUE INDEX `resident_community_id_id_number_hash` ON `residents` (`community_id`, `id_number_hash`);
-- Create index "residents_community_id_id" to table: "residents"
CREATE UNIQUE INDEX `residents_community_id_id` ON `residents` (`community_id`, `id`);
-- Create "resident_terms" table
CREATE TABLE `resident_terms` (`id` text NOT NULL, `community_id` text NOT NULL, `term` text NOT NULL, `resident_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `resident_terms_residents_resident` FOREIGN KEY (`community_id`, `resident_id`) REFERENCES `residents` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "residentterm_community_id_term_resident_id" to table: "resident_terms"
CREATE UNIQUE INDEX `residentterm_community_id_term_resident_id` ON `resident_terms` (`community_id`, `term`, `resident_id`);
-- Create index "residentterm_resident_id" to table: "resident_terms"
CREATE INDEX `residentterm_resident_id` ON `resident_terms` (`resident_id`);
-- Create "sessions" table
CREATE TABLE `sessions` (`id` text NOT NULL, `token_hash` text NOT NULL, `created_at` datetime NOT NULL, `expires_at` datetime NOT NULL, `staff_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `sessions_staff_staff` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE NO ACTION);
-- Create index "sessions_token_hash_key" to table: "sessions"
CREATE UNIQUE INDEX `sessions_token_hash_key` ON `sessions` (`token_hash`);
-- Create index "session_expires_at" to table: "sessions"
CREATE INDEX `session_expires_at` ON `sessions` (`expires_at`);
-- Create index "session_staff_id" to table: "sessions"
CREATE INDEX `session_staff_id` ON `sessions` (`staff_id`);
-- Create "sign_in_attempts" table
CREATE TABLE `sign_in_attempts` (`id` text NOT NULL, `login_hash` text NOT NULL, `failures` integer NOT NULL DEFAULT (0), `last_at` datetime NOT NULL, `locked_until` datetime NULL, PRIMARY KEY (`id`));
-- Create index "sign_in_attempts_login_hash_key" to table: "sign_in_attempts"
CREATE UNIQUE INDEX `sign_in_attempts_login_hash_key` ON `sign_in_attempts` (`login_hash`);
-- Create "staff" table
CREATE TABLE `staff` (`id` text NOT NULL, `community_id` text NOT NULL, `name` text NOT NULL, `pinyin` text NOT NULL DEFAULT (''), `title` text NOT NULL DEFAULT (''), `login` text NOT NULL, `password_hash` text NOT NULL, `roles` json NOT NULL, `duty` text NOT NULL DEFAULT ('ON_DUTY'), `superior_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `staff_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION);
-- Create index "staff_login_key" to table: "staff"
CREATE UNIQUE INDEX `staff_login_key` ON `staff` (`login`);
-- Create index "staff_community_id_pinyin_id" to table: "staff"
CREATE INDEX `staff_community_id_pinyin_id` ON `staff` (`community_id`, `pinyin`, `id`);
-- Create index "staff_community_id_id" to table: "staff"
CREATE UNIQUE INDEX `staff_community_id_id` ON `staff` (`community_id`, `id`);
-- Create "up_reports" table
CREATE TABLE `up_reports` (`id` text NOT NULL, `community_id` text NOT NULL, `reporter_id` text NOT NULL, `superior_id` text NOT NULL, `reason` text NOT NULL, `reported_at` datetime NOT NULL, `decide_by` datetime NOT NULL, `state` text NOT NULL, `decided_at` datetime NULL, `decided_by_id` text NULL, `instructions` text NOT NULL DEFAULT (''), `case_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `up_reports_cases_case` FOREIGN KEY (`community_id`, `case_id`) REFERENCES `cases` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "upreport_case_id_reported_at" to table: "up_reports"
CREATE INDEX `upreport_case_id_reported_at` ON `up_reports` (`case_id`, `reported_at`);
-- Create index "up_report_one_waiting" to table: "up_reports"
CREATE UNIQUE INDEX `up_report_one_waiting` ON `up_reports` (`case_id`) WHERE state = 'WAITING';
-- Create index "upreport_community_id_superior_id_state_reported_at" to table: "up_reports"
CREATE INDEX `upreport_community_id_superior_id_state_reported_at` ON `up_reports` (`community_id`, `superior_id`, `state`, `reported_at`);
