-- Written by migrationdiff; not edited by hand.

-- The guards of PostgreSQL: what no statement may do, whoever sends it. A message begins with "xinxing: " and one of
-- the words append-only, fixed, kept, apart (migrations.Refusal). The same guards for SQLite are in sqlite.sql.

CREATE OR REPLACE FUNCTION xinxing_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'xinxing: %', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_NAME;
END
$$;

-- The journals: entries are added, never changed or removed.
CREATE TRIGGER guard_case_events_update BEFORE UPDATE ON case_events FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: case_events');
CREATE TRIGGER guard_case_events_delete BEFORE DELETE ON case_events FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: case_events');
CREATE TRIGGER guard_case_events_truncate BEFORE TRUNCATE ON case_events FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('append-only: case_events');
CREATE TRIGGER guard_log_records_update BEFORE UPDATE ON log_records FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: log_records');
CREATE TRIGGER guard_log_records_delete BEFORE DELETE ON log_records FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: log_records');
CREATE TRIGGER guard_log_records_truncate BEFORE TRUNCATE ON log_records FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('append-only: log_records');
CREATE TRIGGER guard_figure_entries_update BEFORE UPDATE ON figure_entries FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: figure_entries');
CREATE TRIGGER guard_figure_entries_delete BEFORE DELETE ON figure_entries FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: figure_entries');
CREATE TRIGGER guard_figure_entries_truncate BEFORE TRUNCATE ON figure_entries FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('append-only: figure_entries');
CREATE TRIGGER guard_figure_releases_update BEFORE UPDATE ON figure_releases FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: figure_releases (R)');
CREATE TRIGGER guard_figure_releases_delete BEFORE DELETE ON figure_releases FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: figure_releases (R)');
CREATE TRIGGER guard_figure_releases_truncate BEFORE TRUNCATE ON figure_releases FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('append-only: figure_releases (R)');
CREATE TRIGGER guard_log_checkpoints_update BEFORE UPDATE ON log_checkpoints FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: log_checkpoints');
CREATE TRIGGER guard_log_checkpoints_delete BEFORE DELETE ON log_checkpoints FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: log_checkpoints');
CREATE TRIGGER guard_log_checkpoints_truncate BEFORE TRUNCATE ON log_checkpoints FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('append-only: log_checkpoints');
CREATE TRIGGER guard_accesses_update BEFORE UPDATE ON accesses FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: accesses');
CREATE TRIGGER guard_accesses_delete BEFORE DELETE ON accesses FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: accesses');
CREATE TRIGGER guard_accesses_truncate BEFORE TRUNCATE ON accesses FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('append-only: accesses');

-- What a resident was told, paid, gave and said, and what was printed.
CREATE TRIGGER guard_one_time_notices_update BEFORE UPDATE ON one_time_notices FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: one_time_notices');
CREATE TRIGGER guard_one_time_notices_delete BEFORE DELETE ON one_time_notices FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: one_time_notices');
CREATE TRIGGER guard_one_time_notices_truncate BEFORE TRUNCATE ON one_time_notices FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('append-only: one_time_notices');
CREATE TRIGGER guard_charges_update BEFORE UPDATE ON charges FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: charges');
CREATE TRIGGER guard_charges_delete BEFORE DELETE ON charges FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: charges');
CREATE TRIGGER guard_charges_truncate BEFORE TRUNCATE ON charges FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('append-only: charges');
CREATE TRIGGER guard_attachments_update BEFORE UPDATE ON attachments FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: attachments');
CREATE TRIGGER guard_attachments_delete BEFORE DELETE ON attachments FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: attachments');
CREATE TRIGGER guard_attachments_truncate BEFORE TRUNCATE ON attachments FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('append-only: attachments');
CREATE TRIGGER guard_ratings_update BEFORE UPDATE ON ratings FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: ratings');
CREATE TRIGGER guard_ratings_delete BEFORE DELETE ON ratings FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: ratings');
CREATE TRIGGER guard_ratings_truncate BEFORE TRUNCATE ON ratings FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('append-only: ratings');
CREATE TRIGGER guard_printed_papers_update BEFORE UPDATE ON printed_papers FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: printed_papers');
CREATE TRIGGER guard_printed_papers_delete BEFORE DELETE ON printed_papers FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: printed_papers');
CREATE TRIGGER guard_printed_papers_truncate BEFORE TRUNCATE ON printed_papers FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('append-only: printed_papers');

-- A remembered act may grow old and be removed, but never answers differently.
CREATE TRIGGER guard_act_records_update BEFORE UPDATE ON act_records FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: act_records');

-- What is told once stays as it was told.
CREATE TRIGGER guard_cases_fixed BEFORE UPDATE ON cases FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.receipt_no IS DISTINCT FROM NEW.receipt_no
  OR OLD.channel IS DISTINCT FROM NEW.channel
  OR OLD.contact_at IS DISTINCT FROM NEW.contact_at
  OR OLD.opened_at IS DISTINCT FROM NEW.opened_at
  OR OLD.first_responder_id IS DISTINCT FROM NEW.first_responder_id
  OR OLD.anonymous IS DISTINCT FROM NEW.anonymous
  OR OLD.matter IS DISTINCT FROM NEW.matter
  OR OLD.topic IS DISTINCT FROM NEW.topic
  OR OLD.about_case_id IS DISTINCT FROM NEW.about_case_id
) EXECUTE FUNCTION xinxing_refuse('fixed: cases (F1)');
CREATE TRIGGER guard_promises_fixed BEFORE UPDATE ON promises FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.case_id IS DISTINCT FROM NEW.case_id
  OR OLD.number IS DISTINCT FROM NEW.number
  OR OLD.origin IS DISTINCT FROM NEW.origin
  OR OLD.made_at IS DISTINCT FROM NEW.made_at
  OR OLD.made_by_id IS DISTINCT FROM NEW.made_by_id
  OR OLD.start_at IS DISTINCT FROM NEW.start_at
  OR OLD.working_days IS DISTINCT FROM NEW.working_days
  OR OLD.due_at IS DISTINCT FROM NEW.due_at
  OR OLD.provisional IS DISTINCT FROM NEW.provisional
  OR OLD.told_at IS DISTINCT FROM NEW.told_at
  OR OLD.told_way IS DISTINCT FROM NEW.told_way
  OR OLD.explanation IS DISTINCT FROM NEW.explanation
) EXECUTE FUNCTION xinxing_refuse('fixed: promises (T4)');
CREATE TRIGGER guard_hand_overs_fixed BEFORE UPDATE ON hand_overs FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.case_id IS DISTINCT FROM NEW.case_id
  OR OLD.from_id IS DISTINCT FROM NEW.from_id
  OR OLD.to_id IS DISTINCT FROM NEW.to_id
  OR OLD.explanation IS DISTINCT FROM NEW.explanation
  OR OLD.offered_at IS DISTINCT FROM NEW.offered_at
  OR OLD.answer_by IS DISTINCT FROM NEW.answer_by
) EXECUTE FUNCTION xinxing_refuse('fixed: hand_overs (F10)');
CREATE TRIGGER guard_up_reports_fixed BEFORE UPDATE ON up_reports FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.case_id IS DISTINCT FROM NEW.case_id
  OR OLD.reporter_id IS DISTINCT FROM NEW.reporter_id
  OR OLD.reason IS DISTINCT FROM NEW.reason
  OR OLD.reported_at IS DISTINCT FROM NEW.reported_at
  OR OLD.decide_by IS DISTINCT FROM NEW.decide_by
) EXECUTE FUNCTION xinxing_refuse('fixed: up_reports (F6)');
CREATE TRIGGER guard_extensions_fixed BEFORE UPDATE ON extensions FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.case_id IS DISTINCT FROM NEW.case_id
  OR OLD.asked_by_id IS DISTINCT FROM NEW.asked_by_id
  OR OLD.asked_at IS DISTINCT FROM NEW.asked_at
  OR OLD.reason IS DISTINCT FROM NEW.reason
  OR OLD.working_days IS DISTINCT FROM NEW.working_days
  OR OLD.old_due_at IS DISTINCT FROM NEW.old_due_at
) EXECUTE FUNCTION xinxing_refuse('fixed: extensions (T5)');
CREATE TRIGGER guard_breaches_fixed BEFORE UPDATE ON breaches FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.case_id IS DISTINCT FROM NEW.case_id
  OR OLD.kind IS DISTINCT FROM NEW.kind
  OR OLD.clause IS DISTINCT FROM NEW.clause
  OR OLD.person_id IS DISTINCT FROM NEW.person_id
  OR OLD.found_at IS DISTINCT FROM NEW.found_at
  OR OLD.reported_by_id IS DISTINCT FROM NEW.reported_by_id
  OR OLD.alarm_id IS DISTINCT FROM NEW.alarm_id
  OR OLD.found_in IS DISTINCT FROM NEW.found_in
  OR OLD.parent_id IS DISTINCT FROM NEW.parent_id
  OR OLD.facts IS DISTINCT FROM NEW.facts
) EXECUTE FUNCTION xinxing_refuse('fixed: breaches (A4)');
CREATE TRIGGER guard_alarms_fixed BEFORE UPDATE ON alarms FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.case_id IS DISTINCT FROM NEW.case_id
  OR OLD.subject IS DISTINCT FROM NEW.subject
  OR OLD.kind IS DISTINCT FROM NEW.kind
) EXECUTE FUNCTION xinxing_refuse('fixed: alarms (T7)');

-- A promise ends once: kept, missed, extended or replaced.
CREATE TRIGGER guard_promises_result BEFORE UPDATE ON promises FOR EACH ROW WHEN (
  OLD.result IS NOT NULL AND OLD.result IS DISTINCT FROM NEW.result
) EXECUTE FUNCTION xinxing_refuse('fixed: promises.result (T4)');

-- An alarm that has fallen, or whose clock has stopped, is history.
CREATE TRIGGER guard_alarms_ended BEFORE UPDATE ON alarms FOR EACH ROW WHEN (
  NOT OLD.pending AND (OLD.pending IS DISTINCT FROM NEW.pending OR OLD.fired_at IS DISTINCT FROM NEW.fired_at OR OLD.at IS DISTINCT FROM NEW.at OR OLD.due_at IS DISTINCT FROM NEW.due_at)
) EXECUTE FUNCTION xinxing_refuse('fixed: alarms (T7)');
CREATE TRIGGER guard_alarms_delete BEFORE DELETE ON alarms FOR EACH ROW WHEN (
  OLD.fired_at IS NOT NULL
) EXECUTE FUNCTION xinxing_refuse('kept: alarms (T7)');
CREATE TRIGGER guard_alarms_truncate BEFORE TRUNCATE ON alarms FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: alarms (T7)');

-- No case is ever dropped, nor what was promised, offered, reported, asked and found on it.
CREATE TRIGGER guard_cases_delete BEFORE DELETE ON cases FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: cases');
CREATE TRIGGER guard_cases_truncate BEFORE TRUNCATE ON cases FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: cases');
CREATE TRIGGER guard_promises_delete BEFORE DELETE ON promises FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: promises');
CREATE TRIGGER guard_promises_truncate BEFORE TRUNCATE ON promises FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: promises');
CREATE TRIGGER guard_hand_overs_delete BEFORE DELETE ON hand_overs FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: hand_overs');
CREATE TRIGGER guard_hand_overs_truncate BEFORE TRUNCATE ON hand_overs FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: hand_overs');
CREATE TRIGGER guard_up_reports_delete BEFORE DELETE ON up_reports FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: up_reports');
CREATE TRIGGER guard_up_reports_truncate BEFORE TRUNCATE ON up_reports FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: up_reports');
CREATE TRIGGER guard_extensions_delete BEFORE DELETE ON extensions FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: extensions');
CREATE TRIGGER guard_extensions_truncate BEFORE TRUNCATE ON extensions FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: extensions');
CREATE TRIGGER guard_breaches_delete BEFORE DELETE ON breaches FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: breaches');
CREATE TRIGGER guard_breaches_truncate BEFORE TRUNCATE ON breaches FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: breaches');

-- What was taken into custody stays as it was receipted (A5).
CREATE TRIGGER guard_custody_pieces_fixed BEFORE UPDATE ON custody_pieces FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.case_id IS DISTINCT FROM NEW.case_id
  OR OLD.name IS DISTINCT FROM NEW.name
  OR OLD.form IS DISTINCT FROM NEW.form
  OR OLD.count IS DISTINCT FROM NEW.count
  OR OLD.condition IS DISTINCT FROM NEW.condition
  OR OLD.place IS DISTINCT FROM NEW.place
  OR OLD.taken_at IS DISTINCT FROM NEW.taken_at
  OR OLD.taken_by_id IS DISTINCT FROM NEW.taken_by_id
) EXECUTE FUNCTION xinxing_refuse('fixed: custody_pieces (A5)');
CREATE TRIGGER guard_custody_pieces_delete BEFORE DELETE ON custody_pieces FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: custody_pieces (A5)');
CREATE TRIGGER guard_custody_pieces_truncate BEFORE TRUNCATE ON custody_pieces FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: custody_pieces (A5)');

-- Who was to be away, from when and why, stays as it was asked; so do the claims on posts, and who handed over.
CREATE TRIGGER guard_absences_fixed BEFORE UPDATE ON absences FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.staff_id IS DISTINCT FROM NEW.staff_id
  OR OLD.kind IS DISTINCT FROM NEW.kind
  OR OLD.from_at IS DISTINCT FROM NEW.from_at
  OR OLD.reason IS DISTINCT FROM NEW.reason
  OR OLD.asked_by_id IS DISTINCT FROM NEW.asked_by_id
  OR OLD.asked_at IS DISTINCT FROM NEW.asked_at
) EXECUTE FUNCTION xinxing_refuse('fixed: absences (B4)');
CREATE TRIGGER guard_absence_posts_fixed BEFORE UPDATE ON absence_posts FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.absence_id IS DISTINCT FROM NEW.absence_id
  OR OLD.post_id IS DISTINCT FROM NEW.post_id
  OR OLD.staff_id IS DISTINCT FROM NEW.staff_id
  OR OLD.from_at IS DISTINCT FROM NEW.from_at
) EXECUTE FUNCTION xinxing_refuse('fixed: absence_posts (B6)');
CREATE TRIGGER guard_post_hand_overs_fixed BEFORE UPDATE ON post_hand_overs FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.absence_id IS DISTINCT FROM NEW.absence_id
  OR OLD.post_id IS DISTINCT FROM NEW.post_id
  OR OLD.from_id IS DISTINCT FROM NEW.from_id
) EXECUTE FUNCTION xinxing_refuse('fixed: post_hand_overs (B4)');
CREATE TRIGGER guard_post_hand_overs_accepted BEFORE UPDATE ON post_hand_overs FOR EACH ROW WHEN (
  OLD.accepted_at IS NOT NULL AND (OLD.accepted_at IS DISTINCT FROM NEW.accepted_at OR OLD.to_id IS DISTINCT FROM NEW.to_id OR OLD.note IS DISTINCT FROM NEW.note OR OLD.written_at IS DISTINCT FROM NEW.written_at OR OLD.lines::text IS DISTINCT FROM NEW.lines::text OR OLD.things::text IS DISTINCT FROM NEW.things::text)
) EXECUTE FUNCTION xinxing_refuse('fixed: post_hand_overs (B4)');
CREATE TRIGGER guard_absences_delete BEFORE DELETE ON absences FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: absences');
CREATE TRIGGER guard_absences_truncate BEFORE TRUNCATE ON absences FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: absences');
CREATE TRIGGER guard_absence_posts_delete BEFORE DELETE ON absence_posts FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: absence_posts');
CREATE TRIGGER guard_absence_posts_truncate BEFORE TRUNCATE ON absence_posts FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: absence_posts');
CREATE TRIGGER guard_post_hand_overs_delete BEFORE DELETE ON post_hand_overs FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: post_hand_overs');
CREATE TRIGGER guard_post_hand_overs_truncate BEFORE TRUNCATE ON post_hand_overs FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: post_hand_overs');

-- What was said and appealed stays as it was said, and what has ended has ended.
CREATE TRIGGER guard_breaches_heard BEFORE UPDATE ON breaches FOR EACH ROW WHEN (
  OLD.heard_at IS NOT NULL AND (OLD.heard_at IS DISTINCT FROM NEW.heard_at OR OLD.heard_by_id IS DISTINCT FROM NEW.heard_by_id OR OLD.statement IS DISTINCT FROM NEW.statement OR OLD.waived IS DISTINCT FROM NEW.waived)
) EXECUTE FUNCTION xinxing_refuse('fixed: breaches (A4)');
CREATE TRIGGER guard_breaches_appeal BEFORE UPDATE ON breaches FOR EACH ROW WHEN (
  OLD.appealed_at IS NOT NULL AND (OLD.appealed_at IS DISTINCT FROM NEW.appealed_at OR OLD.appeal IS DISTINCT FROM NEW.appeal)
) EXECUTE FUNCTION xinxing_refuse('fixed: breaches (A4)');
CREATE TRIGGER guard_breaches_ended BEFORE UPDATE ON breaches FOR EACH ROW WHEN (
  OLD.state IN ('CLOSED', 'DISMISSED') AND OLD.state IS DISTINCT FROM NEW.state
) EXECUTE FUNCTION xinxing_refuse('fixed: breaches (A4)');

-- What was given and what went back stays as it was registered (A1), and an apology as it was made (A2).
CREATE TRIGGER guard_gifts_fixed BEFORE UPDATE ON gifts FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.person_id IS DISTINCT FROM NEW.person_id
  OR OLD.kind IS DISTINCT FROM NEW.kind
  OR OLD.what IS DISTINCT FROM NEW.what
  OR OLD.giver IS DISTINCT FROM NEW.giver
  OR OLD.value_fen IS DISTINCT FROM NEW.value_fen
  OR OLD.found_at IS DISTINCT FROM NEW.found_at
  OR OLD.registered_at IS DISTINCT FROM NEW.registered_at
  OR OLD.registered_by_id IS DISTINCT FROM NEW.registered_by_id
  OR OLD.closed_at IS NOT NULL AND OLD.closed_at IS DISTINCT FROM NEW.closed_at
) EXECUTE FUNCTION xinxing_refuse('fixed: gifts (A1)');
CREATE TRIGGER guard_gifts_delete BEFORE DELETE ON gifts FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: gifts');
CREATE TRIGGER guard_gifts_truncate BEFORE TRUNCATE ON gifts FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: gifts');
CREATE TRIGGER guard_gift_returns_update BEFORE UPDATE ON gift_returns FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: gift_returns');
CREATE TRIGGER guard_gift_returns_delete BEFORE DELETE ON gift_returns FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: gift_returns');
CREATE TRIGGER guard_gift_returns_truncate BEFORE TRUNCATE ON gift_returns FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('append-only: gift_returns');
CREATE TRIGGER guard_apologies_update BEFORE UPDATE ON apologies FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: apologies');
CREATE TRIGGER guard_apologies_delete BEFORE DELETE ON apologies FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: apologies');
CREATE TRIGGER guard_apologies_truncate BEFORE TRUNCATE ON apologies FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('append-only: apologies');

-- A and B are never away together (B6): no two claims on one post overlap, in any order, from any number of clients.
-- The update makes the claims of a community wait for each other, whatever the isolation: what was committed meanwhile is
-- seen by the check, or the transaction has to begin again.
CREATE OR REPLACE FUNCTION xinxing_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE communities SET ref_version = ref_version + 1 WHERE id = NEW.community_id;
  IF EXISTS (
    SELECT 1 FROM absence_posts o WHERE o.post_id = NEW.post_id AND o.id <> NEW.id AND o.holds
      AND (o.until_at IS NULL OR o.until_at > NEW.from_at) AND (NEW.until_at IS NULL OR NEW.until_at > o.from_at)
  ) THEN
    RAISE EXCEPTION 'xinxing: apart: absence_posts (B6)' USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER guard_absence_posts_apart BEFORE INSERT OR UPDATE ON absence_posts FOR EACH ROW WHEN (NEW.holds) EXECUTE FUNCTION xinxing_apart();
-- What the office published stays known as it was; it is removed once, and stays removed (Q5, B3).
CREATE TRIGGER guard_public_files_fixed BEFORE UPDATE ON public_files FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.kind IS DISTINCT FROM NEW.kind
  OR OLD.staff_id IS DISTINCT FROM NEW.staff_id
  OR OLD.item_code IS DISTINCT FROM NEW.item_code
  OR OLD.title IS DISTINCT FROM NEW.title
  OR OLD.name IS DISTINCT FROM NEW.name
  OR OLD.format IS DISTINCT FROM NEW.format
  OR OLD.size IS DISTINCT FROM NEW.size
  OR OLD.digest IS DISTINCT FROM NEW.digest
  OR OLD.stored_as IS DISTINCT FROM NEW.stored_as
  OR OLD.width IS DISTINCT FROM NEW.width
  OR OLD.height IS DISTINCT FROM NEW.height
  OR OLD.published_at IS DISTINCT FROM NEW.published_at
  OR OLD.published_by_id IS DISTINCT FROM NEW.published_by_id
  OR OLD.removed_at IS NOT NULL AND (OLD.removed_at IS DISTINCT FROM NEW.removed_at OR OLD.removed_by_id IS DISTINCT FROM NEW.removed_by_id)
) EXECUTE FUNCTION xinxing_refuse('fixed: public_files (Q5)');
CREATE TRIGGER guard_public_files_delete BEFORE DELETE ON public_files FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: public_files (Q5)');
CREATE TRIGGER guard_public_files_truncate BEFORE TRUNCATE ON public_files FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: public_files (Q5)');

-- What was learned, and by whom it was recorded (B8).
CREATE TRIGGER guard_studies_update BEFORE UPDATE ON studies FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: studies');
CREATE TRIGGER guard_studies_delete BEFORE DELETE ON studies FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: studies');
CREATE TRIGGER guard_studies_truncate BEFORE TRUNCATE ON studies FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('append-only: studies');

-- Who came, was referred and was followed up stays known (E1–E4).
CREATE TRIGGER guard_job_seekers_fixed BEFORE UPDATE ON job_seekers FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.resident_id IS DISTINCT FROM NEW.resident_id
  OR OLD.registered_at IS DISTINCT FROM NEW.registered_at
  OR OLD.registered_by_id IS DISTINCT FROM NEW.registered_by_id
) EXECUTE FUNCTION xinxing_refuse('fixed: job_seekers (E1)');
CREATE TRIGGER guard_job_seekers_delete BEFORE DELETE ON job_seekers FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: job_seekers (E1)');
CREATE TRIGGER guard_job_seekers_truncate BEFORE TRUNCATE ON job_seekers FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: job_seekers (E1)');
CREATE TRIGGER guard_counsellings_fixed BEFORE UPDATE ON counsellings FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.job_seeker_id IS DISTINCT FROM NEW.job_seeker_id
  OR OLD.talked_by_id IS DISTINCT FROM NEW.talked_by_id
  OR OLD.held_at IS DISTINCT FROM NEW.held_at
  OR OLD.way IS DISTINCT FROM NEW.way
  OR OLD.advised IS DISTINCT FROM NEW.advised
  OR OLD.next_step IS DISTINCT FROM NEW.next_step
  OR OLD.next_on IS DISTINCT FROM NEW.next_on
  OR OLD.recorded_at IS DISTINCT FROM NEW.recorded_at
) EXECUTE FUNCTION xinxing_refuse('fixed: counsellings (E2)');
CREATE TRIGGER guard_counsellings_delete BEFORE DELETE ON counsellings FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: counsellings (E2)');
CREATE TRIGGER guard_counsellings_truncate BEFORE TRUNCATE ON counsellings FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: counsellings (E2)');
CREATE TRIGGER guard_referrals_fixed BEFORE UPDATE ON referrals FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.job_seeker_id IS DISTINCT FROM NEW.job_seeker_id
  OR OLD.opening_id IS DISTINCT FROM NEW.opening_id
  OR OLD.referred_at IS DISTINCT FROM NEW.referred_at
  OR OLD.referred_by_id IS DISTINCT FROM NEW.referred_by_id
  OR OLD.score IS DISTINCT FROM NEW.score
  OR OLD.reasons IS DISTINCT FROM NEW.reasons
) EXECUTE FUNCTION xinxing_refuse('fixed: referrals (E4)');
CREATE TRIGGER guard_referrals_delete BEFORE DELETE ON referrals FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: referrals (E4)');
CREATE TRIGGER guard_referrals_truncate BEFORE TRUNCATE ON referrals FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: referrals (E4)');
CREATE TRIGGER guard_follow_ups_fixed BEFORE UPDATE ON follow_ups FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.referral_id IS DISTINCT FROM NEW.referral_id
  OR OLD.job_seeker_id IS DISTINCT FROM NEW.job_seeker_id
  OR OLD.months IS DISTINCT FROM NEW.months
  OR OLD.due_on IS DISTINCT FROM NEW.due_on
) EXECUTE FUNCTION xinxing_refuse('fixed: follow_ups (E4)');
CREATE TRIGGER guard_follow_ups_delete BEFORE DELETE ON follow_ups FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: follow_ups (E4)');
CREATE TRIGGER guard_follow_ups_truncate BEFORE TRUNCATE ON follow_ups FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: follow_ups (E4)');

-- Whoever enrolled keeps the turn in which they came; nobody is skipped without a trace (E5).
CREATE TRIGGER guard_enrolments_fixed BEFORE UPDATE ON enrolments FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.program_id IS DISTINCT FROM NEW.program_id
  OR OLD.ticket IS DISTINCT FROM NEW.ticket
  OR OLD.resident_id IS DISTINCT FROM NEW.resident_id
  OR OLD.name IS DISTINCT FROM NEW.name
  OR OLD.phone_sealed IS DISTINCT FROM NEW.phone_sealed
  OR OLD.phone_mask IS DISTINCT FROM NEW.phone_mask
  OR OLD.phone_hash IS DISTINCT FROM NEW.phone_hash
  OR OLD.way IS DISTINCT FROM NEW.way
  OR OLD.enrolled_at IS DISTINCT FROM NEW.enrolled_at
  OR OLD.enrolled_by_id IS DISTINCT FROM NEW.enrolled_by_id
  OR OLD.state = 'WITHDRAWN' AND OLD.state IS DISTINCT FROM NEW.state
) EXECUTE FUNCTION xinxing_refuse('fixed: enrolments (E5)');
CREATE TRIGGER guard_enrolments_delete BEFORE DELETE ON enrolments FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: enrolments (E5)');
CREATE TRIGGER guard_enrolments_truncate BEFORE TRUNCATE ON enrolments FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: enrolments (E5)');
CREATE TRIGGER guard_prop_loans_fixed BEFORE UPDATE ON prop_loans FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.prop_id IS DISTINCT FROM NEW.prop_id
  OR OLD.member_id IS DISTINCT FROM NEW.member_id
  OR OLD.to_name IS DISTINCT FROM NEW.to_name
  OR OLD.quantity IS DISTINCT FROM NEW.quantity
  OR OLD.lent_at IS DISTINCT FROM NEW.lent_at
  OR OLD.lent_by_id IS DISTINCT FROM NEW.lent_by_id
  OR OLD.due_on IS DISTINCT FROM NEW.due_on
  OR OLD.closed_at IS NOT NULL AND OLD.closed_at IS DISTINCT FROM NEW.closed_at
) EXECUTE FUNCTION xinxing_refuse('fixed: prop_loans (C3)');
CREATE TRIGGER guard_prop_loans_delete BEFORE DELETE ON prop_loans FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: prop_loans (C3)');
CREATE TRIGGER guard_prop_loans_truncate BEFORE TRUNCATE ON prop_loans FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: prop_loans (C3)');
CREATE TRIGGER guard_programs_delete BEFORE DELETE ON programs FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: programs (E5)');
CREATE TRIGGER guard_programs_truncate BEFORE TRUNCATE ON programs FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: programs (E5)');
CREATE TRIGGER guard_props_delete BEFORE DELETE ON props FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: props (C3)');
CREATE TRIGGER guard_props_truncate BEFORE TRUNCATE ON props FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: props (C3)');
CREATE TRIGGER guard_volunteers_update BEFORE UPDATE ON volunteers FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: volunteers (C4)');
CREATE TRIGGER guard_volunteers_delete BEFORE DELETE ON volunteers FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: volunteers (C4)');
CREATE TRIGGER guard_volunteers_truncate BEFORE TRUNCATE ON volunteers FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('append-only: volunteers (C4)');

-- What was built together, pledged and delivered stays as it was said; what is decided is decided once (P3, P5).
CREATE TRIGGER guard_projects_fixed BEFORE UPDATE ON projects FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.number IS DISTINCT FROM NEW.number
  OR OLD.origin IS DISTINCT FROM NEW.origin
  OR OLD.proposed_at IS DISTINCT FROM NEW.proposed_at
  OR OLD.proposed_by_id IS DISTINCT FROM NEW.proposed_by_id
  OR OLD.ended_at IS NOT NULL AND OLD.stage IS DISTINCT FROM NEW.stage
) EXECUTE FUNCTION xinxing_refuse('fixed: projects (P3)');
CREATE TRIGGER guard_projects_delete BEFORE DELETE ON projects FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: projects (P3)');
CREATE TRIGGER guard_projects_truncate BEFORE TRUNCATE ON projects FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: projects (P3)');
CREATE TRIGGER guard_bookings_fixed BEFORE UPDATE ON bookings FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.resource_id IS DISTINCT FROM NEW.resource_id
  OR OLD.from_at IS DISTINCT FROM NEW.from_at
  OR OLD.until_at IS DISTINCT FROM NEW.until_at
  OR OLD.purpose IS DISTINCT FROM NEW.purpose
  OR OLD.project_id IS DISTINCT FROM NEW.project_id
  OR OLD.program_id IS DISTINCT FROM NEW.program_id
  OR OLD.booked_at IS DISTINCT FROM NEW.booked_at
  OR OLD.booked_by_id IS DISTINCT FROM NEW.booked_by_id
  OR NOT OLD.holds AND NEW.holds
) EXECUTE FUNCTION xinxing_refuse('fixed: bookings (P2)');
CREATE TRIGGER guard_bookings_delete BEFORE DELETE ON bookings FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: bookings (P2)');
CREATE TRIGGER guard_bookings_truncate BEFORE TRUNCATE ON bookings FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: bookings (P2)');
CREATE TRIGGER guard_pledges_fixed BEFORE UPDATE ON pledges FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.project_id IS DISTINCT FROM NEW.project_id
  OR OLD.partner_id IS DISTINCT FROM NEW.partner_id
  OR OLD.kind IS DISTINCT FROM NEW.kind
  OR OLD.what IS DISTINCT FROM NEW.what
  OR OLD.quantity IS DISTINCT FROM NEW.quantity
  OR OLD.unit IS DISTINCT FROM NEW.unit
  OR OLD.worth_fen IS DISTINCT FROM NEW.worth_fen
  OR OLD.pledged_at IS DISTINCT FROM NEW.pledged_at
  OR OLD.pledged_by_id IS DISTINCT FROM NEW.pledged_by_id
  OR OLD.token_id IS DISTINCT FROM NEW.token_id
  OR OLD.withdrawn_at IS NOT NULL AND OLD.withdrawn_at IS DISTINCT FROM NEW.withdrawn_at
) EXECUTE FUNCTION xinxing_refuse('fixed: pledges (P3)');
CREATE TRIGGER guard_pledges_delete BEFORE DELETE ON pledges FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: pledges (P3)');
CREATE TRIGGER guard_pledges_truncate BEFORE TRUNCATE ON pledges FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: pledges (P3)');
CREATE TRIGGER guard_deliveries_fixed BEFORE UPDATE ON deliveries FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.pledge_id IS DISTINCT FROM NEW.pledge_id
  OR OLD.project_id IS DISTINCT FROM NEW.project_id
  OR OLD.partner_id IS DISTINCT FROM NEW.partner_id
  OR OLD.quantity IS DISTINCT FROM NEW.quantity
  OR OLD.worth_fen IS DISTINCT FROM NEW.worth_fen
  OR OLD.delivered_on IS DISTINCT FROM NEW.delivered_on
  OR OLD.proof IS DISTINCT FROM NEW.proof
  OR OLD.reported_at IS DISTINCT FROM NEW.reported_at
  OR OLD.reported_by_id IS DISTINCT FROM NEW.reported_by_id
  OR OLD.token_id IS DISTINCT FROM NEW.token_id
  OR OLD.decided_at IS NOT NULL AND (OLD.decided_at IS DISTINCT FROM NEW.decided_at OR OLD.confirmed IS DISTINCT FROM NEW.confirmed)
) EXECUTE FUNCTION xinxing_refuse('fixed: deliveries (P3)');
CREATE TRIGGER guard_deliveries_delete BEFORE DELETE ON deliveries FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: deliveries (P3)');
CREATE TRIGGER guard_deliveries_truncate BEFORE TRUNCATE ON deliveries FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: deliveries (P3)');
CREATE TRIGGER guard_api_tokens_fixed BEFORE UPDATE ON api_tokens FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.kind IS DISTINCT FROM NEW.kind
  OR OLD.partner_id IS DISTINCT FROM NEW.partner_id
  OR OLD.name IS DISTINCT FROM NEW.name
  OR OLD.scopes IS DISTINCT FROM NEW.scopes
  OR OLD.communities IS DISTINCT FROM NEW.communities
  OR OLD.token_hash IS DISTINCT FROM NEW.token_hash
  OR OLD.hint IS DISTINCT FROM NEW.hint
  OR OLD.made_at IS DISTINCT FROM NEW.made_at
  OR OLD.made_by_id IS DISTINCT FROM NEW.made_by_id
  OR OLD.expires_at IS DISTINCT FROM NEW.expires_at
  OR OLD.revoked_at IS NOT NULL AND OLD.revoked_at IS DISTINCT FROM NEW.revoked_at
) EXECUTE FUNCTION xinxing_refuse('fixed: api_tokens (P5)');
CREATE TRIGGER guard_api_tokens_delete BEFORE DELETE ON api_tokens FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: api_tokens (P5)');
CREATE TRIGGER guard_api_tokens_truncate BEFORE TRUNCATE ON api_tokens FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: api_tokens (P5)');
CREATE TRIGGER guard_report_pulls_fixed BEFORE UPDATE ON report_pulls FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.asker_id IS DISTINCT FROM NEW.asker_id
  OR OLD.ask IS DISTINCT FROM NEW.ask
  OR OLD.format IS DISTINCT FROM NEW.format
  OR OLD.language IS DISTINCT FROM NEW.language
  OR OLD.asked_at IS DISTINCT FROM NEW.asked_at
  OR OLD.state <> 'WAITING' AND (NEW.state = 'WAITING' OR OLD.ready_at IS DISTINCT FROM NEW.ready_at OR OLD.row_count IS DISTINCT FROM NEW.row_count OR OLD.failure IS DISTINCT FROM NEW.failure)
  OR (OLD.state = 'FAILED' OR OLD.state = 'GONE') AND OLD.state IS DISTINCT FROM NEW.state
) EXECUTE FUNCTION xinxing_refuse('fixed: report_pulls (R)');
CREATE TRIGGER guard_report_pulls_delete BEFORE DELETE ON report_pulls FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: report_pulls (R)');
CREATE TRIGGER guard_report_pulls_truncate BEFORE TRUNCATE ON report_pulls FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: report_pulls (R)');
CREATE TRIGGER guard_pictures_fixed BEFORE UPDATE ON pictures FOR EACH ROW WHEN (
  OLD.id IS DISTINCT FROM NEW.id
  OR OLD.community_id IS DISTINCT FROM NEW.community_id
  OR OLD.project_id IS DISTINCT FROM NEW.project_id
  OR OLD.program_id IS DISTINCT FROM NEW.program_id
  OR OLD.kind IS DISTINCT FROM NEW.kind
  OR OLD.caption IS DISTINCT FROM NEW.caption
  OR OLD.name IS DISTINCT FROM NEW.name
  OR OLD.format IS DISTINCT FROM NEW.format
  OR OLD.size IS DISTINCT FROM NEW.size
  OR OLD.digest IS DISTINCT FROM NEW.digest
  OR OLD.stored_as IS DISTINCT FROM NEW.stored_as
  OR OLD.width IS DISTINCT FROM NEW.width
  OR OLD.height IS DISTINCT FROM NEW.height
  OR OLD.taken_in_at IS DISTINCT FROM NEW.taken_in_at
  OR OLD.taken_in_by_id IS DISTINCT FROM NEW.taken_in_by_id
  OR OLD.removed_at IS NOT NULL AND OLD.removed_at IS DISTINCT FROM NEW.removed_at
) EXECUTE FUNCTION xinxing_refuse('fixed: pictures (P3)');
CREATE TRIGGER guard_pictures_delete BEFORE DELETE ON pictures FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: pictures (P3)');
CREATE TRIGGER guard_pictures_truncate BEFORE TRUNCATE ON pictures FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: pictures (P3)');
CREATE TRIGGER guard_partners_delete BEFORE DELETE ON partners FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('kept: partners (P1)');
CREATE TRIGGER guard_partners_truncate BEFORE TRUNCATE ON partners FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('kept: partners (P1)');
CREATE TRIGGER guard_participations_update BEFORE UPDATE ON participations FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: participations (P6)');
CREATE TRIGGER guard_participations_delete BEFORE DELETE ON participations FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: participations (P6)');
CREATE TRIGGER guard_participations_truncate BEFORE TRUNCATE ON participations FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('append-only: participations (P6)');
CREATE TRIGGER guard_case_projects_update BEFORE UPDATE ON case_projects FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: case_projects (P4)');
CREATE TRIGGER guard_case_projects_delete BEFORE DELETE ON case_projects FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: case_projects (P4)');
CREATE TRIGGER guard_case_projects_truncate BEFORE TRUNCATE ON case_projects FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('append-only: case_projects (P4)');
CREATE TRIGGER guard_token_reads_update BEFORE UPDATE ON token_reads FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: token_reads (P5)');
CREATE TRIGGER guard_token_reads_delete BEFORE DELETE ON token_reads FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: token_reads (P5)');
CREATE TRIGGER guard_token_reads_truncate BEFORE TRUNCATE ON token_reads FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('append-only: token_reads (P5)');
CREATE TRIGGER guard_project_partners_update BEFORE UPDATE ON project_partners FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: project_partners (P5)');
CREATE TRIGGER guard_project_partners_delete BEFORE DELETE ON project_partners FOR EACH ROW EXECUTE FUNCTION xinxing_refuse('append-only: project_partners (P5)');
CREATE TRIGGER guard_project_partners_truncate BEFORE TRUNCATE ON project_partners FOR EACH STATEMENT EXECUTE FUNCTION xinxing_refuse('append-only: project_partners (P5)');

-- A resource is never booked twice for one time (P2), in any order, from any number of clients.
-- The lock on the resource makes its bookings wait for each other, whatever the isolation; the row is written as it is, since who booked changed nothing of it.
CREATE OR REPLACE FUNCTION xinxing_bookings_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE resources SET version = version WHERE id = NEW.resource_id;
  IF EXISTS (
    SELECT 1 FROM bookings o WHERE o.resource_id = NEW.resource_id AND o.id <> NEW.id AND o.holds
    AND o.until_at > NEW.from_at AND NEW.until_at > o.from_at
  ) THEN
    RAISE EXCEPTION 'xinxing: apart: bookings (P2)' USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER guard_bookings_apart BEFORE INSERT OR UPDATE ON bookings FOR EACH ROW WHEN (NEW.holds) EXECUTE FUNCTION xinxing_bookings_apart();
