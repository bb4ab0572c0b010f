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
-- Create "new_cases" table
CREATE TABLE `new_cases` (`id` text NOT NULL, `community_id` text NOT NULL, `receipt_no` text NOT NULL, `status` text NOT NULL, `open` bool NOT NULL DEFAULT (true), `channel` text NOT NULL, `contact_at` datetime NOT NULL, `opened_at` datetime NOT NULL, `closed_at` datetime NULL, `holder_role` text NOT NULL, `responsible_role` text NOT NULL, `anonymous` bool NOT NULL DEFAULT (false), `contact_way_sealed` text NOT NULL DEFAULT (''), `contact_way_mask` text NOT NULL DEFAULT (''), `item_code` text NOT NULL DEFAULT (''), `situation` text NOT NULL DEFAULT (''), `demand` text NOT NULL DEFAULT (''), `outcome` text NOT NULL DEFAULT (''), `clock` text NOT NULL, `clock_from` datetime NOT NULL, `due_at` datetime NOT NULL, `provisional` bool NOT NULL DEFAULT (false), `green` bool NOT NULL DEFAULT (false), `queue_at` datetime NOT NULL DEFAULT ('1970-01-01 00:00:00+00:00'), `soon_at` datetime NOT NULL, `extended` bool NOT NULL DEFAULT (false), `extensions_used` integer NOT NULL DEFAULT (0), `materials_complete_at` datetime NULL, `missing_materials` json NOT NULL, `promises_made` integer NOT NULL DEFAULT (0), `offer_to_id` text NULL, `report_to_id` text NULL, `extension_by_id` text NULL, `extension_state` text NULL, `call_back_asked_at` datetime NULL, `call_back_result` text NOT NULL DEFAULT (''), `matter` text NOT NULL DEFAULT ('SERVICE'), `topic` text NULL, `about_id` text NULL, `about_case_id` text NULL, `upheld` bool NULL, `notices` integer NOT NULL DEFAULT (0), `pieces` integer NOT NULL DEFAULT (0), `pieces_held` integer NOT NULL DEFAULT (0), `charged_fen` integer NOT NULL DEFAULT (0), `events` integer NOT NULL DEFAULT (0), `head` text NOT NULL DEFAULT (''), `version` integer NOT NULL DEFAULT (1), `first_responder_id` text NOT NULL, `holder_id` text NOT NULL, `responsible_id` text NOT NULL, `resident_id` text NULL, `item_id` text NULL, `post_id` text NULL, `department_id` text NULL, `promise_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `cases_staff_first_responder` FOREIGN KEY (`community_id`, `first_responder_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `cases_staff_holder` FOREIGN KEY (`community_id`, `holder_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `cases_staff_responsible` FOREIGN KEY (`community_id`, `responsible_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `cases_residents_resident` FOREIGN KEY (`community_id`, `resident_id`) REFERENCES `residents` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `cases_items_item` FOREIGN KEY (`community_id`, `item_id`) REFERENCES `items` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `cases_posts_post` FOREIGN KEY (`community_id`, `post_id`) REFERENCES `posts` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `cases_departments_department` FOREIGN KEY (`community_id`, `department_id`) REFERENCES `departments` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `cases_promises_promise` FOREIGN KEY (`id`, `promise_id`) REFERENCES `promises` (`case_id`, `id`) ON DELETE NO ACTION);
-- Copy rows from old table "cases" to new temporary table "new_cases"
INSERT INTO `new_cases` (`id`, `community_id`, `receipt_no`, `status`, `open`, `channel`, `contact_at`, `opened_at`, `closed_at`, `holder_role`, `responsible_role`, `anonymous`, `contact_way_sealed`, `contact_way_mask`, `item_code`, `situation`, `demand`, `outcome`, `clock`, `clock_from`, `due_at`, `provisional`, `soon_at`, `extended`, `extensions_used`, `materials_complete_at`, `missing_materials`, `promises_made`, `offer_to_id`, `report_to_id`, `extension_by_id`, `extension_state`, `call_back_asked_at`, `call_back_result`, `matter`, `topic`, `about_id`, `about_case_id`, `upheld`, `notices`, `pieces`, `pieces_held`, `charged_fen`, `events`, `head`, `version`, `first_responder_id`, `holder_id`, `responsible_id`, `resident_id`, `item_id`, `post_id`, `department_id`, `promise_id`) SELECT `id`, `community_id`, `receipt_no`, `status`, `open`, `channel`, `contact_at`, `opened_at`, `closed_at`, `holder_role`, `responsible_role`, `anonymous`, `contact_way_sealed`, `contact_way_mask`, `item_code`, `situation`, `demand`, `outcome`, `clock`, `clock_from`, `due_at`, `provisional`, `soon_at`, `extended`, `extensions_used`, `materials_complete_at`, `missing_materials`, `promises_made`, `offer_to_id`, `report_to_id`, `extension_by_id`, `extension_state`, `call_back_asked_at`, `call_back_result`, `matter`, `topic`, `about_id`, `about_case_id`, `upheld`, `notices`, `pieces`, `pieces_held`, `charged_fen`, `events`, `head`, `version`, `first_responder_id`, `holder_id`, `responsible_id`, `resident_id`, `item_id`, `post_id`, `department_id`, `promise_id` FROM `cases`;
-- Drop "cases" table after copying rows
DROP TABLE `cases`;
-- Rename temporary table "new_cases" to "cases"
ALTER TABLE `new_cases` RENAME TO `cases`;
-- Create index "casefile_community_id_receipt_no" to table: "cases"
CREATE UNIQUE INDEX `casefile_community_id_receipt_no` ON `cases` (`community_id`, `receipt_no`);
-- Create index "casefile_community_id_open_queue_at_id" to table: "cases"
CREATE INDEX `casefile_community_id_open_queue_at_id` ON `cases` (`community_id`, `open`, `queue_at`, `id`);
-- Create index "casefile_community_id_responsible_id_open_queue_at_id" to table: "cases"
CREATE INDEX `casefile_community_id_responsible_id_open_queue_at_id` ON `cases` (`community_id`, `responsible_id`, `open`, `queue_at`, `id`);
-- Create index "casefile_community_id_queue_at_id" to table: "cases"
CREATE INDEX `casefile_community_id_queue_at_id` ON `cases` (`community_id`, `queue_at`, `id`);
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
-- Create "api_tokens" table
CREATE TABLE `api_tokens` (`id` text NOT NULL, `community_id` text NOT NULL, `kind` text NOT NULL, `name` text NOT NULL, `scopes` json NOT NULL, `token_hash` text NOT NULL, `hint` text NOT NULL, `made_at` datetime NOT NULL, `made_by_id` text NOT NULL, `expires_at` datetime NOT NULL, `revoked_at` datetime NULL, `revoked_by_id` text NULL, `last_used_at` datetime NULL, `partner_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `api_tokens_partners_partner` FOREIGN KEY (`community_id`, `partner_id`) REFERENCES `partners` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `api_tokens_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION, CONSTRAINT `token_of_whom` CHECK (kind = 'PARTNER' AND partner_id IS NOT NULL OR kind <> 'PARTNER' AND partner_id IS NULL));
-- Create index "api_tokens_token_hash_key" to table: "api_tokens"
CREATE UNIQUE INDEX `api_tokens_token_hash_key` ON `api_tokens` (`token_hash`);
-- Create index "apitoken_community_id_made_at_id" to table: "api_tokens"
CREATE INDEX `apitoken_community_id_made_at_id` ON `api_tokens` (`community_id`, `made_at`, `id`);
-- Create index "api_tokens_community_id_id" to table: "api_tokens"
CREATE UNIQUE INDEX `api_tokens_community_id_id` ON `api_tokens` (`community_id`, `id`);
-- Create "attendances" table
CREATE TABLE `attendances` (`id` text NOT NULL, `community_id` text NOT NULL, `at` datetime NOT NULL, `way` text NOT NULL, `checked_by_id` text NULL, `session_id` text NOT NULL, `enrolment_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `attendances_program_sessions_session` FOREIGN KEY (`community_id`, `session_id`) REFERENCES `program_sessions` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `attendances_enrolments_enrolment` FOREIGN KEY (`community_id`, `enrolment_id`) REFERENCES `enrolments` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "attendance_session_id_enrolment_id" to table: "attendances"
CREATE UNIQUE INDEX `attendance_session_id_enrolment_id` ON `attendances` (`session_id`, `enrolment_id`);
-- Create index "attendance_community_id_id" to table: "attendances"
CREATE INDEX `attendance_community_id_id` ON `attendances` (`community_id`, `id`);
-- Create "bookings" table
CREATE TABLE `bookings` (`id` text NOT NULL, `community_id` text NOT NULL, `from_at` datetime NOT NULL, `until_at` datetime NOT NULL, `purpose` text NOT NULL, `booked_at` datetime NOT NULL, `booked_by_id` text NOT NULL, `holds` bool NOT NULL DEFAULT (true), `cancelled_at` datetime NULL, `cancelled_by_id` text NULL, `resource_id` text NOT NULL, `project_id` text NULL, `program_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `bookings_resources_resource` FOREIGN KEY (`community_id`, `resource_id`) REFERENCES `resources` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `bookings_projects_project` FOREIGN KEY (`community_id`, `project_id`) REFERENCES `projects` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `bookings_programs_program` FOREIGN KEY (`community_id`, `program_id`) REFERENCES `programs` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `booking_of_one` CHECK (project_id IS NULL OR program_id IS NULL), CONSTRAINT `booking_span` CHECK (until_at > from_at));
-- Create index "booking_resource_id_from_at" to table: "bookings"
CREATE INDEX `booking_resource_id_from_at` ON `bookings` (`resource_id`, `from_at`);
-- Create index "booking_community_id_from_at_id" to table: "bookings"
CREATE INDEX `booking_community_id_from_at_id` ON `bookings` (`community_id`, `from_at`, `id`);
-- Create index "booking_program_id" to table: "bookings"
CREATE INDEX `booking_program_id` ON `bookings` (`program_id`);
-- Create index "booking_project_id" to table: "bookings"
CREATE INDEX `booking_project_id` ON `bookings` (`project_id`);
-- Create "case_projects" table
CREATE TABLE `case_projects` (`id` text NOT NULL, `community_id` text NOT NULL, `linked_at` datetime NOT NULL, `linked_by_id` text NOT NULL, `case_id` text NOT NULL, `project_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `case_projects_cases_case` FOREIGN KEY (`community_id`, `case_id`) REFERENCES `cases` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `case_projects_projects_cases` FOREIGN KEY (`community_id`, `project_id`) REFERENCES `projects` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "caseproject_case_id_project_id" to table: "case_projects"
CREATE UNIQUE INDEX `caseproject_case_id_project_id` ON `case_projects` (`case_id`, `project_id`);
-- Create index "caseproject_community_id_id" to table: "case_projects"
CREATE INDEX `caseproject_community_id_id` ON `case_projects` (`community_id`, `id`);
-- Create "counsellings" table
CREATE TABLE `counsellings` (`id` text NOT NULL, `community_id` text NOT NULL, `talked_by_id` text NOT NULL, `held_at` datetime NOT NULL, `way` text NOT NULL, `advised` text NOT NULL, `next_step` text NOT NULL DEFAULT (''), `next_on` text NOT NULL DEFAULT (''), `recorded_at` datetime NOT NULL, `done_at` datetime NULL, `done_result` text NOT NULL DEFAULT (''), `done_by_id` text NULL, `job_seeker_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `counsellings_job_seekers_job_seeker` FOREIGN KEY (`community_id`, `job_seeker_id`) REFERENCES `job_seekers` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "counselling_job_seeker_id_held_at" to table: "counsellings"
CREATE INDEX `counselling_job_seeker_id_held_at` ON `counsellings` (`job_seeker_id`, `held_at`);
-- Create index "counselling_community_id_id" to table: "counsellings"
CREATE INDEX `counselling_community_id_id` ON `counsellings` (`community_id`, `id`);
-- Create "deliveries" table
CREATE TABLE `deliveries` (`id` text NOT NULL, `community_id` text NOT NULL, `project_id` text NOT NULL, `partner_id` text NOT NULL, `quantity` integer NOT NULL, `worth_fen` integer NOT NULL DEFAULT (0), `delivered_on` text NOT NULL, `proof` text NOT NULL, `reported_at` datetime NOT NULL, `reported_by_id` text NULL, `token_id` text NULL, `decided_at` datetime NULL, `decided_by_id` text NULL, `confirmed` bool NULL, `decision_reason` text NOT NULL DEFAULT (''), `pledge_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `deliveries_pledges_deliveries` FOREIGN KEY (`community_id`, `pledge_id`) REFERENCES `pledges` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `delivery_by_one` CHECK (reported_by_id IS NULL AND token_id IS NOT NULL OR reported_by_id IS NOT NULL AND token_id IS NULL), CONSTRAINT `delivery_is_something` CHECK (quantity > 0 AND worth_fen >= 0));
-- Create index "delivery_pledge_id_id" to table: "deliveries"
CREATE INDEX `delivery_pledge_id_id` ON `deliveries` (`pledge_id`, `id`);
-- Create index "delivery_project_id" to table: "deliveries"
CREATE INDEX `delivery_project_id` ON `deliveries` (`project_id`);
-- Create index "delivery_partner_id_delivered_on" to table: "deliveries"
CREATE INDEX `delivery_partner_id_delivered_on` ON `deliveries` (`partner_id`, `delivered_on`);
-- Create "enrolments" table
CREATE TABLE `enrolments` (`id` text NOT NULL, `community_id` text NOT NULL, `ticket` integer NOT NULL, `name` text NOT NULL, `phone_sealed` text NOT NULL, `phone_mask` text NOT NULL, `phone_hash` text NOT NULL, `way` text NOT NULL, `state` text NOT NULL, `enrolled_at` datetime NOT NULL, `enrolled_by_id` text NULL, `seated_at` datetime NULL, `withdrawn_at` datetime NULL, `passed` bool NULL, `award` text NOT NULL DEFAULT (''), `program_id` text NOT NULL, `resident_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `enrolments_programs_program` FOREIGN KEY (`community_id`, `program_id`) REFERENCES `programs` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `enrolments_residents_resident` FOREIGN KEY (`community_id`, `resident_id`) REFERENCES `residents` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "enrolment_program_id_ticket" to table: "enrolments"
CREATE UNIQUE INDEX `enrolment_program_id_ticket` ON `enrolments` (`program_id`, `ticket`);
-- Create index "enrolment_once" to table: "enrolments"
CREATE UNIQUE INDEX `enrolment_once` ON `enrolments` (`program_id`, `phone_hash`) WHERE state <> 'WITHDRAWN';
-- Create index "enrolment_program_id_state_ticket" to table: "enrolments"
CREATE INDEX `enrolment_program_id_state_ticket` ON `enrolments` (`program_id`, `state`, `ticket`);
-- Create index "enrolment_resident_id" to table: "enrolments"
CREATE INDEX `enrolment_resident_id` ON `enrolments` (`resident_id`);
-- Create index "enrolment_community_id_id" to table: "enrolments"
CREATE INDEX `enrolment_community_id_id` ON `enrolments` (`community_id`, `id`);
-- Create index "enrolments_community_id_id" to table: "enrolments"
CREATE UNIQUE INDEX `enrolments_community_id_id` ON `enrolments` (`community_id`, `id`);
-- Create "follow_ups" table
CREATE TABLE `follow_ups` (`id` text NOT NULL, `community_id` text NOT NULL, `months` integer NOT NULL, `due_on` text NOT NULL, `done_at` datetime NULL, `done_by_id` text NULL, `employed` bool NULL, `note` text NOT NULL DEFAULT (''), `job_seeker_id` text NOT NULL, `referral_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `follow_ups_job_seekers_job_seeker` FOREIGN KEY (`community_id`, `job_seeker_id`) REFERENCES `job_seekers` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `follow_ups_referrals_follow_ups` FOREIGN KEY (`community_id`, `referral_id`) REFERENCES `referrals` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `follow_up_months` CHECK (months IN (1, 3, 6)), CONSTRAINT `follow_up_says` CHECK (done_at IS NULL AND employed IS NULL OR done_at IS NOT NULL AND employed IS NOT NULL));
-- Create index "followup_referral_id_months" to table: "follow_ups"
CREATE UNIQUE INDEX `followup_referral_id_months` ON `follow_ups` (`referral_id`, `months`);
-- Create index "followup_community_id_due_on_id" to table: "follow_ups"
CREATE INDEX `followup_community_id_due_on_id` ON `follow_ups` (`community_id`, `due_on`, `id`);
-- Create index "followup_job_seeker_id_due_on" to table: "follow_ups"
CREATE INDEX `followup_job_seeker_id_due_on` ON `follow_ups` (`job_seeker_id`, `due_on`);
-- Create "culture_groups" table
CREATE TABLE `culture_groups` (`id` text NOT NULL, `community_id` text NOT NULL, `name` text NOT NULL, `pinyin` text NOT NULL DEFAULT (''), `kind` text NOT NULL, `about` text NOT NULL DEFAULT (''), `founded_on` text NOT NULL DEFAULT (''), `dissolved_at` datetime NULL, `version` integer NOT NULL DEFAULT (1), `events` integer NOT NULL DEFAULT (0), `head` text NOT NULL DEFAULT (''), `contact_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `culture_groups_staff_contact` FOREIGN KEY (`community_id`, `contact_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `culture_groups_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION);
-- Create index "group_community_id_name" to table: "culture_groups"
CREATE UNIQUE INDEX `group_community_id_name` ON `culture_groups` (`community_id`, `name`);
-- Create index "culture_groups_community_id_id" to table: "culture_groups"
CREATE UNIQUE INDEX `culture_groups_community_id_id` ON `culture_groups` (`community_id`, `id`);
-- Create "job_seekers" table
CREATE TABLE `job_seekers` (`id` text NOT NULL, `community_id` text NOT NULL, `registered_at` datetime NOT NULL, `registered_by_id` text NOT NULL, `situations` json NOT NULL, `residence` text NOT NULL, `skills` json NOT NULL, `wishes` json NOT NULL, `obstacles` json NOT NULL, `benefits` json NOT NULL, `consented_at` datetime NULL, `note` text NOT NULL DEFAULT (''), `state` text NOT NULL, `state_reason` text NOT NULL DEFAULT (''), `state_at` datetime NOT NULL, `version` integer NOT NULL DEFAULT (1), `events` integer NOT NULL DEFAULT (0), `head` text NOT NULL DEFAULT (''), `resident_id` text NOT NULL, `counsellor_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `job_seekers_residents_resident` FOREIGN KEY (`community_id`, `resident_id`) REFERENCES `residents` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `job_seekers_staff_counsellor` FOREIGN KEY (`community_id`, `counsellor_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "jobseeker_resident_id" to table: "job_seekers"
CREATE UNIQUE INDEX `jobseeker_resident_id` ON `job_seekers` (`resident_id`);
-- Create index "jobseeker_community_id_state_registered_at_id" to table: "job_seekers"
CREATE INDEX `jobseeker_community_id_state_registered_at_id` ON `job_seekers` (`community_id`, `state`, `registered_at`, `id`);
-- Create index "jobseeker_community_id_counsellor_id_state_id" to table: "job_seekers"
CREATE INDEX `jobseeker_community_id_counsellor_id_state_id` ON `job_seekers` (`community_id`, `counsellor_id`, `state`, `id`);
-- Create index "job_seekers_community_id_id" to table: "job_seekers"
CREATE UNIQUE INDEX `job_seekers_community_id_id` ON `job_seekers` (`community_id`, `id`);
-- Create "members" table
CREATE TABLE `members` (`id` text NOT NULL, `community_id` text NOT NULL, `name` text NOT NULL, `pinyin` text NOT NULL DEFAULT (''), `role` text NOT NULL DEFAULT (''), `leads` bool NOT NULL DEFAULT (false), `phone_sealed` text NOT NULL DEFAULT (''), `phone_mask` text NOT NULL DEFAULT (''), `joined_on` text NOT NULL, `left_on` text NOT NULL DEFAULT (''), `group_id` text NOT NULL, `resident_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `members_culture_groups_members` FOREIGN KEY (`community_id`, `group_id`) REFERENCES `culture_groups` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `members_residents_resident` FOREIGN KEY (`community_id`, `resident_id`) REFERENCES `residents` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "member_group_id_left_on_id" to table: "members"
CREATE INDEX `member_group_id_left_on_id` ON `members` (`group_id`, `left_on`, `id`);
-- Create index "member_community_id_id" to table: "members"
CREATE INDEX `member_community_id_id` ON `members` (`community_id`, `id`);
-- Create index "members_community_id_id" to table: "members"
CREATE UNIQUE INDEX `members_community_id_id` ON `members` (`community_id`, `id`);
-- Create "openings" table
CREATE TABLE `openings` (`id` text NOT NULL, `community_id` text NOT NULL, `title` text NOT NULL, `pinyin` text NOT NULL DEFAULT (''), `employer` text NOT NULL, `sector` text NOT NULL, `place` text NOT NULL, `pay_min_fen` integer NOT NULL, `pay_max_fen` integer NOT NULL, `headcount` integer NOT NULL, `hired` integer NOT NULL DEFAULT (0), `hours` text NOT NULL, `skills` json NOT NULL, `demands` json NOT NULL, `about` text NOT NULL DEFAULT (''), `contact_name` text NOT NULL DEFAULT (''), `contact_phone` text NOT NULL DEFAULT (''), `expires_on` text NOT NULL, `entered_at` datetime NOT NULL, `entered_by_id` text NOT NULL, `closed_at` datetime NULL, `closed_reason` text NOT NULL DEFAULT (''), `version` integer NOT NULL DEFAULT (1), `events` integer NOT NULL DEFAULT (0), `head` text NOT NULL DEFAULT (''), `partner_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `openings_partners_partner` FOREIGN KEY (`community_id`, `partner_id`) REFERENCES `partners` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `openings_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION, CONSTRAINT `opening_pay` CHECK (pay_min_fen >= 0 AND pay_max_fen >= pay_min_fen), CONSTRAINT `opening_people` CHECK (headcount > 0 AND hired >= 0 AND hired <= headcount));
-- Create index "opening_community_id_expires_on_id" to table: "openings"
CREATE INDEX `opening_community_id_expires_on_id` ON `openings` (`community_id`, `expires_on`, `id`);
-- Create index "opening_community_id_entered_at_id" to table: "openings"
CREATE INDEX `opening_community_id_entered_at_id` ON `openings` (`community_id`, `entered_at`, `id`);
-- Create index "openings_community_id_id" to table: "openings"
CREATE UNIQUE INDEX `openings_community_id_id` ON `openings` (`community_id`, `id`);
-- Create "participations" table
CREATE TABLE `participations` (`id` text NOT NULL, `community_id` text NOT NULL, `date` text NOT NULL, `residents` integer NOT NULL, `minutes` integer NOT NULL DEFAULT (0), `note` text NOT NULL DEFAULT (''), `recorded_at` datetime NOT NULL, `recorded_by_id` text NOT NULL, `project_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `participations_projects_project` FOREIGN KEY (`community_id`, `project_id`) REFERENCES `projects` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `participation_is_something` CHECK (residents > 0 AND minutes >= 0));
-- Create index "participation_project_id_date" to table: "participations"
CREATE INDEX `participation_project_id_date` ON `participations` (`project_id`, `date`);
-- Create "partners" table
CREATE TABLE `partners` (`id` text NOT NULL, `community_id` text NOT NULL, `name` text NOT NULL, `pinyin` text NOT NULL DEFAULT (''), `kind` text NOT NULL, `address` text NOT NULL DEFAULT (''), `about` text NOT NULL DEFAULT (''), `offers` json NOT NULL, `agreement_no` text NOT NULL DEFAULT (''), `agreed_on` text NOT NULL DEFAULT (''), `agreed_until` text NOT NULL DEFAULT (''), `agreement` text NOT NULL DEFAULT (''), `left_at` datetime NULL, `version` integer NOT NULL DEFAULT (1), `events` integer NOT NULL DEFAULT (0), `head` text NOT NULL DEFAULT (''), PRIMARY KEY (`id`), CONSTRAINT `partners_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION);
-- Create index "partner_community_id_name" to table: "partners"
CREATE UNIQUE INDEX `partner_community_id_name` ON `partners` (`community_id`, `name`);
-- Create index "partners_community_id_id" to table: "partners"
CREATE UNIQUE INDEX `partners_community_id_id` ON `partners` (`community_id`, `id`);
-- Create "partner_contacts" table
CREATE TABLE `partner_contacts` (`id` text NOT NULL, `community_id` text NOT NULL, `name` text NOT NULL, `title` text NOT NULL DEFAULT (''), `phone_sealed` text NOT NULL DEFAULT (''), `phone_mask` text NOT NULL DEFAULT (''), `removed_at` datetime NULL, `partner_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `partner_contacts_partners_contacts` FOREIGN KEY (`community_id`, `partner_id`) REFERENCES `partners` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "partnercontact_partner_id" to table: "partner_contacts"
CREATE INDEX `partnercontact_partner_id` ON `partner_contacts` (`partner_id`);
-- Create index "partnercontact_community_id_id" to table: "partner_contacts"
CREATE INDEX `partnercontact_community_id_id` ON `partner_contacts` (`community_id`, `id`);
-- Create "pictures" table
CREATE TABLE `pictures` (`id` text NOT NULL, `community_id` text NOT NULL, `kind` text NOT NULL, `caption` text NOT NULL, `published` bool NOT NULL DEFAULT (false), `name` text NOT NULL, `format` text NOT NULL, `size` integer NOT NULL, `digest` text NOT NULL, `stored_as` text NOT NULL, `width` integer NOT NULL, `height` integer NOT NULL, `taken_in_at` datetime NOT NULL, `taken_in_by_id` text NOT NULL, `removed_at` datetime NULL, `removed_by_id` text NULL, `project_id` text NULL, `program_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `pictures_projects_project` FOREIGN KEY (`community_id`, `project_id`) REFERENCES `projects` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `pictures_programs_program` FOREIGN KEY (`community_id`, `program_id`) REFERENCES `programs` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `picture_of_one` CHECK (project_id IS NULL AND program_id IS NOT NULL OR project_id IS NOT NULL AND program_id IS NULL));
-- Create index "picture_project_id" to table: "pictures"
CREATE INDEX `picture_project_id` ON `pictures` (`project_id`);
-- Create index "picture_program_id" to table: "pictures"
CREATE INDEX `picture_program_id` ON `pictures` (`program_id`);
-- Create index "picture_community_id_id" to table: "pictures"
CREATE INDEX `picture_community_id_id` ON `pictures` (`community_id`, `id`);
-- Create "pledges" table
CREATE TABLE `pledges` (`id` text NOT NULL, `community_id` text NOT NULL, `kind` text NOT NULL, `what` text NOT NULL, `quantity` integer NOT NULL, `unit` text NOT NULL, `worth_fen` integer NOT NULL DEFAULT (0), `pledged_at` datetime NOT NULL, `pledged_by_id` text NULL, `token_id` text NULL, `delivered` integer NOT NULL DEFAULT (0), `withdrawn_at` datetime NULL, `withdrawn_reason` text NOT NULL DEFAULT (''), `version` integer NOT NULL DEFAULT (1), `partner_id` text NOT NULL, `project_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `pledges_partners_partner` FOREIGN KEY (`community_id`, `partner_id`) REFERENCES `partners` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `pledges_projects_pledges` FOREIGN KEY (`community_id`, `project_id`) REFERENCES `projects` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `pledge_by_one` CHECK (pledged_by_id IS NULL AND token_id IS NOT NULL OR pledged_by_id IS NOT NULL AND token_id IS NULL), CONSTRAINT `pledge_is_something` CHECK (quantity > 0 AND worth_fen >= 0 AND delivered >= 0));
-- Create index "pledge_project_id_id" to table: "pledges"
CREATE INDEX `pledge_project_id_id` ON `pledges` (`project_id`, `id`);
-- Create index "pledge_partner_id_pledged_at" to table: "pledges"
CREATE INDEX `pledge_partner_id_pledged_at` ON `pledges` (`partner_id`, `pledged_at`);
-- Create index "pledges_community_id_id" to table: "pledges"
CREATE UNIQUE INDEX `pledges_community_id_id` ON `pledges` (`community_id`, `id`);
-- Create "programs" table
CREATE TABLE `programs` (`id` text NOT NULL, `community_id` text NOT NULL, `kind` text NOT NULL, `title` text NOT NULL, `pinyin` text NOT NULL DEFAULT (''), `about` text NOT NULL DEFAULT (''), `place` text NOT NULL, `state` text NOT NULL, `state_reason` text NOT NULL DEFAULT (''), `capacity` integer NOT NULL, `seated` integer NOT NULL DEFAULT (0), `waiting` integer NOT NULL DEFAULT (0), `tickets` integer NOT NULL DEFAULT (0), `public_enrol` bool NOT NULL DEFAULT (false), `enrol_until` datetime NOT NULL, `from_at` datetime NOT NULL, `until_at` datetime NOT NULL, `result` text NOT NULL DEFAULT (''), `cost_fen` integer NOT NULL DEFAULT (0), `reached` integer NOT NULL DEFAULT (0), `version` integer NOT NULL DEFAULT (1), `events` integer NOT NULL DEFAULT (0), `head` text NOT NULL DEFAULT (''), `organiser_id` text NOT NULL, `group_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `programs_staff_organiser` FOREIGN KEY (`community_id`, `organiser_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `programs_culture_groups_group` FOREIGN KEY (`community_id`, `group_id`) REFERENCES `culture_groups` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `programs_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION, CONSTRAINT `program_capacity` CHECK (capacity > 0 AND seated >= 0 AND seated <= capacity), CONSTRAINT `program_cost` CHECK (cost_fen >= 0 AND reached >= 0), CONSTRAINT `program_span` CHECK (until_at > from_at), CONSTRAINT `program_waiting` CHECK (waiting >= 0));
-- Create index "program_community_id_from_at_id" to table: "programs"
CREATE INDEX `program_community_id_from_at_id` ON `programs` (`community_id`, `from_at`, `id`);
-- Create index "program_community_id_state_from_at_id" to table: "programs"
CREATE INDEX `program_community_id_state_from_at_id` ON `programs` (`community_id`, `state`, `from_at`, `id`);
-- Create index "programs_community_id_id" to table: "programs"
CREATE UNIQUE INDEX `programs_community_id_id` ON `programs` (`community_id`, `id`);
-- Create "program_acts" table
CREATE TABLE `program_acts` (`id` text NOT NULL, `community_id` text NOT NULL, `number` integer NOT NULL, `title` text NOT NULL, `performers` text NOT NULL DEFAULT (''), `minutes` integer NOT NULL, `award` text NOT NULL DEFAULT (''), `program_id` text NOT NULL, `group_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `program_acts_programs_acts` FOREIGN KEY (`community_id`, `program_id`) REFERENCES `programs` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `program_acts_culture_groups_group` FOREIGN KEY (`community_id`, `group_id`) REFERENCES `culture_groups` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `act_minutes` CHECK (minutes > 0));
-- Create index "programact_program_id_number" to table: "program_acts"
CREATE INDEX `programact_program_id_number` ON `program_acts` (`program_id`, `number`);
-- Create "program_sessions" table
CREATE TABLE `program_sessions` (`id` text NOT NULL, `community_id` text NOT NULL, `number` integer NOT NULL, `from_at` datetime NOT NULL, `until_at` datetime NOT NULL, `place` text NOT NULL, `program_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `program_sessions_programs_sessions` FOREIGN KEY (`community_id`, `program_id`) REFERENCES `programs` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `session_span` CHECK (until_at > from_at));
-- Create index "programsession_program_id_number" to table: "program_sessions"
CREATE UNIQUE INDEX `programsession_program_id_number` ON `program_sessions` (`program_id`, `number`);
-- Create index "programsession_community_id_from_at_id" to table: "program_sessions"
CREATE INDEX `programsession_community_id_from_at_id` ON `program_sessions` (`community_id`, `from_at`, `id`);
-- Create index "program_sessions_community_id_id" to table: "program_sessions"
CREATE UNIQUE INDEX `program_sessions_community_id_id` ON `program_sessions` (`community_id`, `id`);
-- Create "projects" table
CREATE TABLE `projects` (`id` text NOT NULL, `community_id` text NOT NULL, `number` text NOT NULL, `title` text NOT NULL, `pinyin` text NOT NULL DEFAULT (''), `kind` text NOT NULL, `origin` text NOT NULL, `stage` text NOT NULL, `stage_reason` text NOT NULL DEFAULT (''), `stage_at` datetime NOT NULL, `open_to_join` bool NOT NULL DEFAULT (false), `published` bool NOT NULL DEFAULT (false), `about` text NOT NULL DEFAULT (''), `place` text NOT NULL, `planned_from` text NOT NULL, `planned_until` text NOT NULL, `budget_fen` integer NOT NULL DEFAULT (0), `cost_fen` integer NOT NULL DEFAULT (0), `residents` integer NOT NULL DEFAULT (0), `outcome` text NOT NULL DEFAULT (''), `proposed_at` datetime NOT NULL, `proposed_by_id` text NOT NULL, `ended_at` datetime NULL, `version` integer NOT NULL DEFAULT (1), `events` integer NOT NULL DEFAULT (0), `head` text NOT NULL DEFAULT (''), `lead_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `projects_staff_lead` FOREIGN KEY (`community_id`, `lead_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `projects_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION, CONSTRAINT `project_money` CHECK (budget_fen >= 0 AND cost_fen >= 0 AND residents >= 0), CONSTRAINT `project_planned` CHECK (planned_until >= planned_from));
-- Create index "project_community_id_number" to table: "projects"
CREATE UNIQUE INDEX `project_community_id_number` ON `projects` (`community_id`, `number`);
-- Create index "project_community_id_stage_stage_at_id" to table: "projects"
CREATE INDEX `project_community_id_stage_stage_at_id` ON `projects` (`community_id`, `stage`, `stage_at`, `id`);
-- Create index "project_community_id_proposed_at_id" to table: "projects"
CREATE INDEX `project_community_id_proposed_at_id` ON `projects` (`community_id`, `proposed_at`, `id`);
-- Create index "projects_community_id_id" to table: "projects"
CREATE UNIQUE INDEX `projects_community_id_id` ON `projects` (`community_id`, `id`);
-- Create "project_partners" table
CREATE TABLE `project_partners` (`id` text NOT NULL, `community_id` text NOT NULL, `joined_at` datetime NOT NULL, `project_id` text NOT NULL, `partner_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `project_partners_projects_partners` FOREIGN KEY (`community_id`, `project_id`) REFERENCES `projects` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `project_partners_partners_partner` FOREIGN KEY (`community_id`, `partner_id`) REFERENCES `partners` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "projectpartner_project_id_partner_id" to table: "project_partners"
CREATE UNIQUE INDEX `projectpartner_project_id_partner_id` ON `project_partners` (`project_id`, `partner_id`);
-- Create index "projectpartner_partner_id" to table: "project_partners"
CREATE INDEX `projectpartner_partner_id` ON `project_partners` (`partner_id`);
-- Create index "projectpartner_community_id_id" to table: "project_partners"
CREATE INDEX `projectpartner_community_id_id` ON `project_partners` (`community_id`, `id`);
-- Create "project_tasks" table
CREATE TABLE `project_tasks` (`id` text NOT NULL, `community_id` text NOT NULL, `number` integer NOT NULL, `title` text NOT NULL, `due_on` text NOT NULL, `done_at` datetime NULL, `done_note` text NOT NULL DEFAULT (''), `removed_at` datetime NULL, `project_id` text NOT NULL, `owner_id` text NULL, `partner_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `project_tasks_projects_tasks` FOREIGN KEY (`community_id`, `project_id`) REFERENCES `projects` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `project_tasks_staff_owner` FOREIGN KEY (`community_id`, `owner_id`) REFERENCES `staff` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `project_tasks_partners_partner` FOREIGN KEY (`community_id`, `partner_id`) REFERENCES `partners` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `task_has_one_owner` CHECK (owner_id IS NULL AND partner_id IS NOT NULL OR owner_id IS NOT NULL AND partner_id IS NULL));
-- Create index "projecttask_project_id_number" to table: "project_tasks"
CREATE UNIQUE INDEX `projecttask_project_id_number` ON `project_tasks` (`project_id`, `number`);
-- Create "props" table
CREATE TABLE `props` (`id` text NOT NULL, `community_id` text NOT NULL, `kind` text NOT NULL, `name` text NOT NULL, `pinyin` text NOT NULL DEFAULT (''), `quantity` integer NOT NULL, `lent` integer NOT NULL DEFAULT (0), `missing` integer NOT NULL DEFAULT (0), `cost_fen` integer NOT NULL, `invoice_no` text NOT NULL DEFAULT (''), `bought_on` text NOT NULL, `owner` text NOT NULL, `kept_at` text NOT NULL, `version` integer NOT NULL DEFAULT (1), `events` integer NOT NULL DEFAULT (0), `head` text NOT NULL DEFAULT (''), `group_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `props_culture_groups_group` FOREIGN KEY (`community_id`, `group_id`) REFERENCES `culture_groups` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `props_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION, CONSTRAINT `prop_cost` CHECK (cost_fen >= 0), CONSTRAINT `prop_counts` CHECK (quantity > 0 AND lent >= 0 AND missing >= 0 AND lent + missing <= quantity));
-- Create index "prop_community_id_id" to table: "props"
CREATE INDEX `prop_community_id_id` ON `props` (`community_id`, `id`);
-- Create index "props_community_id_id" to table: "props"
CREATE UNIQUE INDEX `props_community_id_id` ON `props` (`community_id`, `id`);
-- Create "prop_loans" table
CREATE TABLE `prop_loans` (`id` text NOT NULL, `community_id` text NOT NULL, `to_name` text NOT NULL, `quantity` integer NOT NULL, `lent_at` datetime NOT NULL, `lent_by_id` text NOT NULL, `due_on` text NOT NULL, `returned` integer NOT NULL DEFAULT (0), `missing` integer NOT NULL DEFAULT (0), `closed_at` datetime NULL, `note` text NOT NULL DEFAULT (''), `prop_id` text NOT NULL, `member_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `prop_loans_props_prop` FOREIGN KEY (`community_id`, `prop_id`) REFERENCES `props` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `prop_loans_members_member` FOREIGN KEY (`community_id`, `member_id`) REFERENCES `members` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `loan_closed_when_whole` CHECK (closed_at IS NULL AND returned + missing < quantity OR closed_at IS NOT NULL AND returned + missing = quantity), CONSTRAINT `loan_counts` CHECK (quantity > 0 AND returned >= 0 AND missing >= 0 AND returned + missing <= quantity));
-- Create index "proploan_prop_id_closed_at" to table: "prop_loans"
CREATE INDEX `proploan_prop_id_closed_at` ON `prop_loans` (`prop_id`, `closed_at`);
-- Create index "proploan_community_id_id" to table: "prop_loans"
CREATE INDEX `proploan_community_id_id` ON `prop_loans` (`community_id`, `id`);
-- Create "referrals" table
CREATE TABLE `referrals` (`id` text NOT NULL, `community_id` text NOT NULL, `state` text NOT NULL, `referred_at` datetime NOT NULL, `referred_by_id` text NOT NULL, `score` integer NOT NULL, `reasons` json NOT NULL, `interview_at` datetime NULL, `decided_at` datetime NULL, `reason` text NOT NULL DEFAULT (''), `started_on` text NOT NULL DEFAULT (''), `version` integer NOT NULL DEFAULT (1), `job_seeker_id` text NOT NULL, `opening_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `referrals_job_seekers_job_seeker` FOREIGN KEY (`community_id`, `job_seeker_id`) REFERENCES `job_seekers` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `referrals_openings_opening` FOREIGN KEY (`community_id`, `opening_id`) REFERENCES `openings` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "referral_once" to table: "referrals"
CREATE UNIQUE INDEX `referral_once` ON `referrals` (`job_seeker_id`, `opening_id`) WHERE (state = 'REFERRED' OR state = 'INTERVIEW' OR state = 'HIRED');
-- Create index "referral_opening_id_state" to table: "referrals"
CREATE INDEX `referral_opening_id_state` ON `referrals` (`opening_id`, `state`);
-- Create index "referral_community_id_id" to table: "referrals"
CREATE INDEX `referral_community_id_id` ON `referrals` (`community_id`, `id`);
-- Create index "referrals_community_id_id" to table: "referrals"
CREATE UNIQUE INDEX `referrals_community_id_id` ON `referrals` (`community_id`, `id`);
-- Create "rehearsals" table
CREATE TABLE `rehearsals` (`id` text NOT NULL, `community_id` text NOT NULL, `from_at` datetime NOT NULL, `until_at` datetime NOT NULL, `place` text NOT NULL, `note` text NOT NULL DEFAULT (''), `present` json NOT NULL, `cancelled_at` datetime NULL, `group_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `rehearsals_culture_groups_group` FOREIGN KEY (`community_id`, `group_id`) REFERENCES `culture_groups` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `rehearsal_span` CHECK (until_at > from_at));
-- Create index "rehearsal_group_id_from_at" to table: "rehearsals"
CREATE INDEX `rehearsal_group_id_from_at` ON `rehearsals` (`group_id`, `from_at`);
-- Create index "rehearsal_community_id_from_at_id" to table: "rehearsals"
CREATE INDEX `rehearsal_community_id_from_at_id` ON `rehearsals` (`community_id`, `from_at`, `id`);
-- Create "reminders" table
CREATE TABLE `reminders` (`id` text NOT NULL, `community_id` text NOT NULL, `record_id` text NOT NULL, `subject_id` text NOT NULL, `kind` text NOT NULL, `staff_id` text NOT NULL, `at` datetime NOT NULL, `fired_at` datetime NULL, `pending` bool NOT NULL DEFAULT (true), PRIMARY KEY (`id`), CONSTRAINT `reminders_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION, CONSTRAINT `reminder_fired_is_not_pending` CHECK (fired_at IS NULL OR NOT pending));
-- Create index "reminder_subject_id_kind" to table: "reminders"
CREATE UNIQUE INDEX `reminder_subject_id_kind` ON `reminders` (`subject_id`, `kind`);
-- Create index "reminder_next" to table: "reminders"
CREATE INDEX `reminder_next` ON `reminders` (`at`, `id`) WHERE pending;
-- Create index "reminder_record_id" to table: "reminders"
CREATE INDEX `reminder_record_id` ON `reminders` (`record_id`);
-- Create "resources" table
CREATE TABLE `resources` (`id` text NOT NULL, `community_id` text NOT NULL, `kind` text NOT NULL, `name` text NOT NULL, `pinyin` text NOT NULL DEFAULT (''), `about` text NOT NULL DEFAULT (''), `place` text NOT NULL DEFAULT (''), `quantity` integer NOT NULL DEFAULT (1), `unit` text NOT NULL DEFAULT (''), `removed_at` datetime NULL, `version` integer NOT NULL DEFAULT (1), `events` integer NOT NULL DEFAULT (0), `head` text NOT NULL DEFAULT (''), `partner_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `resources_partners_partner` FOREIGN KEY (`community_id`, `partner_id`) REFERENCES `partners` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `resources_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION, CONSTRAINT `resource_quantity` CHECK (quantity > 0));
-- Create index "resource_community_id_id" to table: "resources"
CREATE INDEX `resource_community_id_id` ON `resources` (`community_id`, `id`);
-- Create index "resource_partner_id" to table: "resources"
CREATE INDEX `resource_partner_id` ON `resources` (`partner_id`);
-- Create index "resources_community_id_id" to table: "resources"
CREATE UNIQUE INDEX `resources_community_id_id` ON `resources` (`community_id`, `id`);
-- Create "token_reads" table
CREATE TABLE `token_reads` (`id` text NOT NULL, `community_id` text NOT NULL, `partner_id` text NULL, `at` datetime NOT NULL, `operation` text NOT NULL, `fields` json NOT NULL, `records` json NOT NULL, `errors` integer NOT NULL DEFAULT (0), `token_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `token_reads_api_tokens_token` FOREIGN KEY (`community_id`, `token_id`) REFERENCES `api_tokens` (`community_id`, `id`) ON DELETE NO ACTION);
-- Create index "tokenread_token_id_at_id" to table: "token_reads"
CREATE INDEX `tokenread_token_id_at_id` ON `token_reads` (`token_id`, `at`, `id`);
-- Create "volunteers" table
CREATE TABLE `volunteers` (`id` text NOT NULL, `community_id` text NOT NULL, `name` text NOT NULL, `resident_id` text NULL, `minutes` integer NOT NULL, `recorded_at` datetime NOT NULL, `recorded_by_id` text NOT NULL, `program_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `volunteers_programs_program` FOREIGN KEY (`community_id`, `program_id`) REFERENCES `programs` (`community_id`, `id`) ON DELETE NO ACTION, CONSTRAINT `volunteer_worked` CHECK (minutes > 0));
-- Create index "volunteer_program_id" to table: "volunteers"
CREATE INDEX `volunteer_program_id` ON `volunteers` (`program_id`);
-- Create index "volunteer_community_id_id" to table: "volunteers"
CREATE INDEX `volunteer_community_id_id` ON `volunteers` (`community_id`, `id`);
-- Enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
-- What was there before has it too
UPDATE cases SET queue_at = due_at;
