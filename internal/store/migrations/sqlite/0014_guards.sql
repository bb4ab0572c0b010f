-- Written by migrationdiff; not edited by hand.

-- The guards of SQLite: what no statement may do, whoever sends it. A message begins with "xinxing: " and one of
-- the words append-only, fixed, kept, apart (migrations.Refusal). The same guards for PostgreSQL are in postgres.sql.

-- The journals: entries are added, never changed or removed.
CREATE TRIGGER guard_case_events_update BEFORE UPDATE ON case_events FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: case_events'); END;
CREATE TRIGGER guard_case_events_delete BEFORE DELETE ON case_events FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: case_events'); END;
CREATE TRIGGER guard_log_records_update BEFORE UPDATE ON log_records FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: log_records'); END;
CREATE TRIGGER guard_log_records_delete BEFORE DELETE ON log_records FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: log_records'); END;
CREATE TRIGGER guard_figure_entries_update BEFORE UPDATE ON figure_entries FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: figure_entries'); END;
CREATE TRIGGER guard_figure_entries_delete BEFORE DELETE ON figure_entries FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: figure_entries'); END;
CREATE TRIGGER guard_figure_releases_update BEFORE UPDATE ON figure_releases FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: figure_releases (R)'); END;
CREATE TRIGGER guard_figure_releases_delete BEFORE DELETE ON figure_releases FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: figure_releases (R)'); END;
CREATE TRIGGER guard_log_checkpoints_update BEFORE UPDATE ON log_checkpoints FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: log_checkpoints'); END;
CREATE TRIGGER guard_log_checkpoints_delete BEFORE DELETE ON log_checkpoints FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: log_checkpoints'); END;
CREATE TRIGGER guard_accesses_update BEFORE UPDATE ON accesses FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: accesses'); END;
CREATE TRIGGER guard_accesses_delete BEFORE DELETE ON accesses FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: accesses'); END;

-- What a resident was told, paid, gave and said, and what was printed.
CREATE TRIGGER guard_one_time_notices_update BEFORE UPDATE ON one_time_notices FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: one_time_notices'); END;
CREATE TRIGGER guard_one_time_notices_delete BEFORE DELETE ON one_time_notices FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: one_time_notices'); END;
CREATE TRIGGER guard_charges_update BEFORE UPDATE ON charges FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: charges'); END;
CREATE TRIGGER guard_charges_delete BEFORE DELETE ON charges FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: charges'); END;
CREATE TRIGGER guard_attachments_update BEFORE UPDATE ON attachments FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: attachments'); END;
CREATE TRIGGER guard_attachments_delete BEFORE DELETE ON attachments FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: attachments'); END;
CREATE TRIGGER guard_ratings_update BEFORE UPDATE ON ratings FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: ratings'); END;
CREATE TRIGGER guard_ratings_delete BEFORE DELETE ON ratings FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: ratings'); END;
CREATE TRIGGER guard_printed_papers_update BEFORE UPDATE ON printed_papers FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: printed_papers'); END;
CREATE TRIGGER guard_printed_papers_delete BEFORE DELETE ON printed_papers FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: printed_papers'); END;

-- A remembered act may grow old and be removed, but never answers differently.
CREATE TRIGGER guard_act_records_update BEFORE UPDATE ON act_records FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: act_records'); END;

-- What is told once stays as it was told.
CREATE TRIGGER guard_cases_fixed BEFORE UPDATE ON cases FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.receipt_no IS NOT NEW.receipt_no
  OR OLD.channel IS NOT NEW.channel
  OR OLD.contact_at IS NOT NEW.contact_at
  OR OLD.opened_at IS NOT NEW.opened_at
  OR OLD.first_responder_id IS NOT NEW.first_responder_id
  OR OLD.anonymous IS NOT NEW.anonymous
  OR OLD.matter IS NOT NEW.matter
  OR OLD.topic IS NOT NEW.topic
  OR OLD.about_case_id IS NOT NEW.about_case_id
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: cases (F1)'); END;
CREATE TRIGGER guard_promises_fixed BEFORE UPDATE ON promises FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.case_id IS NOT NEW.case_id
  OR OLD.number IS NOT NEW.number
  OR OLD.origin IS NOT NEW.origin
  OR OLD.made_at IS NOT NEW.made_at
  OR OLD.made_by_id IS NOT NEW.made_by_id
  OR OLD.start_at IS NOT NEW.start_at
  OR OLD.working_days IS NOT NEW.working_days
  OR OLD.due_at IS NOT NEW.due_at
  OR OLD.provisional IS NOT NEW.provisional
  OR OLD.told_at IS NOT NEW.told_at
  OR OLD.told_way IS NOT NEW.told_way
  OR OLD.explanation IS NOT NEW.explanation
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: promises (T4)'); END;
CREATE TRIGGER guard_hand_overs_fixed BEFORE UPDATE ON hand_overs FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.case_id IS NOT NEW.case_id
  OR OLD.from_id IS NOT NEW.from_id
  OR OLD.to_id IS NOT NEW.to_id
  OR OLD.explanation IS NOT NEW.explanation
  OR OLD.offered_at IS NOT NEW.offered_at
  OR OLD.answer_by IS NOT NEW.answer_by
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: hand_overs (F10)'); END;
CREATE TRIGGER guard_up_reports_fixed BEFORE UPDATE ON up_reports FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.case_id IS NOT NEW.case_id
  OR OLD.reporter_id IS NOT NEW.reporter_id
  OR OLD.reason IS NOT NEW.reason
  OR OLD.reported_at IS NOT NEW.reported_at
  OR OLD.decide_by IS NOT NEW.decide_by
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: up_reports (F6)'); END;
CREATE TRIGGER guard_extensions_fixed BEFORE UPDATE ON extensions FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.case_id IS NOT NEW.case_id
  OR OLD.asked_by_id IS NOT NEW.asked_by_id
  OR OLD.asked_at IS NOT NEW.asked_at
  OR OLD.reason IS NOT NEW.reason
  OR OLD.working_days IS NOT NEW.working_days
  OR OLD.old_due_at IS NOT NEW.old_due_at
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: extensions (T5)'); END;
CREATE TRIGGER guard_breaches_fixed BEFORE UPDATE ON breaches FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.case_id IS NOT NEW.case_id
  OR OLD.kind IS NOT NEW.kind
  OR OLD.clause IS NOT NEW.clause
  OR OLD.person_id IS NOT NEW.person_id
  OR OLD.found_at IS NOT NEW.found_at
  OR OLD.reported_by_id IS NOT NEW.reported_by_id
  OR OLD.alarm_id IS NOT NEW.alarm_id
  OR OLD.found_in IS NOT NEW.found_in
  OR OLD.parent_id IS NOT NEW.parent_id
  OR OLD.facts IS NOT NEW.facts
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: breaches (A4)'); END;
CREATE TRIGGER guard_alarms_fixed BEFORE UPDATE ON alarms FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.case_id IS NOT NEW.case_id
  OR OLD.subject IS NOT NEW.subject
  OR OLD.kind IS NOT NEW.kind
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: alarms (T7)'); END;

-- A promise ends once: kept, missed, extended or replaced.
CREATE TRIGGER guard_promises_result BEFORE UPDATE ON promises FOR EACH ROW WHEN
  OLD.result IS NOT NULL AND OLD.result IS NOT NEW.result
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: promises.result (T4)'); END;

-- An alarm that has fallen, or whose clock has stopped, is history.
CREATE TRIGGER guard_alarms_ended BEFORE UPDATE ON alarms FOR EACH ROW WHEN
  NOT OLD.pending AND (OLD.pending IS NOT NEW.pending OR OLD.fired_at IS NOT NEW.fired_at OR OLD.at IS NOT NEW.at OR OLD.due_at IS NOT NEW.due_at)
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: alarms (T7)'); END;
CREATE TRIGGER guard_alarms_delete BEFORE DELETE ON alarms FOR EACH ROW WHEN
  OLD.fired_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'xinxing: kept: alarms (T7)'); END;

-- No case is ever dropped, nor what was promised, offered, reported, asked and found on it.
CREATE TRIGGER guard_cases_delete BEFORE DELETE ON cases FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: cases'); END;
CREATE TRIGGER guard_promises_delete BEFORE DELETE ON promises FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: promises'); END;
CREATE TRIGGER guard_hand_overs_delete BEFORE DELETE ON hand_overs FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: hand_overs'); END;
CREATE TRIGGER guard_up_reports_delete BEFORE DELETE ON up_reports FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: up_reports'); END;
CREATE TRIGGER guard_extensions_delete BEFORE DELETE ON extensions FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: extensions'); END;
CREATE TRIGGER guard_breaches_delete BEFORE DELETE ON breaches FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: breaches'); END;

-- What was taken into custody stays as it was receipted (A5).
CREATE TRIGGER guard_custody_pieces_fixed BEFORE UPDATE ON custody_pieces FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.case_id IS NOT NEW.case_id
  OR OLD.name IS NOT NEW.name
  OR OLD.form IS NOT NEW.form
  OR OLD.count IS NOT NEW.count
  OR OLD.condition IS NOT NEW.condition
  OR OLD.place IS NOT NEW.place
  OR OLD.taken_at IS NOT NEW.taken_at
  OR OLD.taken_by_id IS NOT NEW.taken_by_id
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: custody_pieces (A5)'); END;
CREATE TRIGGER guard_custody_pieces_delete BEFORE DELETE ON custody_pieces FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: custody_pieces (A5)'); END;

-- Who was to be away, from when and why, stays as it was asked; so do the claims on posts, and who handed over.
CREATE TRIGGER guard_absences_fixed BEFORE UPDATE ON absences FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.staff_id IS NOT NEW.staff_id
  OR OLD.kind IS NOT NEW.kind
  OR OLD.from_at IS NOT NEW.from_at
  OR OLD.reason IS NOT NEW.reason
  OR OLD.asked_by_id IS NOT NEW.asked_by_id
  OR OLD.asked_at IS NOT NEW.asked_at
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: absences (B4)'); END;
CREATE TRIGGER guard_absence_posts_fixed BEFORE UPDATE ON absence_posts FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.absence_id IS NOT NEW.absence_id
  OR OLD.post_id IS NOT NEW.post_id
  OR OLD.staff_id IS NOT NEW.staff_id
  OR OLD.from_at IS NOT NEW.from_at
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: absence_posts (B6)'); END;
CREATE TRIGGER guard_post_hand_overs_fixed BEFORE UPDATE ON post_hand_overs FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.absence_id IS NOT NEW.absence_id
  OR OLD.post_id IS NOT NEW.post_id
  OR OLD.from_id IS NOT NEW.from_id
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: post_hand_overs (B4)'); END;
CREATE TRIGGER guard_post_hand_overs_accepted BEFORE UPDATE ON post_hand_overs FOR EACH ROW WHEN
  OLD.accepted_at IS NOT NULL AND (OLD.accepted_at IS NOT NEW.accepted_at OR OLD.to_id IS NOT NEW.to_id OR OLD.note IS NOT NEW.note OR OLD.written_at IS NOT NEW.written_at OR OLD.lines IS NOT NEW.lines OR OLD.things IS NOT NEW.things)
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: post_hand_overs (B4)'); END;
CREATE TRIGGER guard_absences_delete BEFORE DELETE ON absences FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: absences'); END;
CREATE TRIGGER guard_absence_posts_delete BEFORE DELETE ON absence_posts FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: absence_posts'); END;
CREATE TRIGGER guard_post_hand_overs_delete BEFORE DELETE ON post_hand_overs FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: post_hand_overs'); END;

-- What was said and appealed stays as it was said, and what has ended has ended.
CREATE TRIGGER guard_breaches_heard BEFORE UPDATE ON breaches FOR EACH ROW WHEN
  OLD.heard_at IS NOT NULL AND (OLD.heard_at IS NOT NEW.heard_at OR OLD.heard_by_id IS NOT NEW.heard_by_id OR OLD.statement IS NOT NEW.statement OR OLD.waived IS NOT NEW.waived)
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: breaches (A4)'); END;
CREATE TRIGGER guard_breaches_appeal BEFORE UPDATE ON breaches FOR EACH ROW WHEN
  OLD.appealed_at IS NOT NULL AND (OLD.appealed_at IS NOT NEW.appealed_at OR OLD.appeal IS NOT NEW.appeal)
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: breaches (A4)'); END;
CREATE TRIGGER guard_breaches_ended BEFORE UPDATE ON breaches FOR EACH ROW WHEN
  OLD.state IN ('CLOSED', 'DISMISSED') AND OLD.state IS NOT NEW.state
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: breaches (A4)'); END;

-- What was given and what went back stays as it was registered (A1), and an apology as it was made (A2).
CREATE TRIGGER guard_gifts_fixed BEFORE UPDATE ON gifts FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.person_id IS NOT NEW.person_id
  OR OLD.kind IS NOT NEW.kind
  OR OLD.what IS NOT NEW.what
  OR OLD.giver IS NOT NEW.giver
  OR OLD.value_fen IS NOT NEW.value_fen
  OR OLD.found_at IS NOT NEW.found_at
  OR OLD.registered_at IS NOT NEW.registered_at
  OR OLD.registered_by_id IS NOT NEW.registered_by_id
  OR OLD.closed_at IS NOT NULL AND OLD.closed_at IS NOT NEW.closed_at
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: gifts (A1)'); END;
CREATE TRIGGER guard_gifts_delete BEFORE DELETE ON gifts FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: gifts'); END;
CREATE TRIGGER guard_gift_returns_update BEFORE UPDATE ON gift_returns FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: gift_returns'); END;
CREATE TRIGGER guard_gift_returns_delete BEFORE DELETE ON gift_returns FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: gift_returns'); END;
CREATE TRIGGER guard_apologies_update BEFORE UPDATE ON apologies FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: apologies'); END;
CREATE TRIGGER guard_apologies_delete BEFORE DELETE ON apologies FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: apologies'); END;

-- A and B are never away together (B6): no two claims on one post overlap, in any order, from any number of clients.
CREATE TRIGGER guard_absence_posts_apart_insert BEFORE INSERT ON absence_posts FOR EACH ROW WHEN NEW.holds AND EXISTS (
  SELECT 1 FROM absence_posts o WHERE o.post_id = NEW.post_id AND o.id <> NEW.id AND o.holds
    AND (o.until_at IS NULL OR o.until_at > NEW.from_at) AND (NEW.until_at IS NULL OR NEW.until_at > o.from_at)
) BEGIN SELECT RAISE(ABORT, 'xinxing: apart: absence_posts (B6)'); END;
CREATE TRIGGER guard_absence_posts_apart_update BEFORE UPDATE ON absence_posts FOR EACH ROW WHEN NEW.holds AND EXISTS (
  SELECT 1 FROM absence_posts o WHERE o.post_id = NEW.post_id AND o.id <> NEW.id AND o.holds
    AND (o.until_at IS NULL OR o.until_at > NEW.from_at) AND (NEW.until_at IS NULL OR NEW.until_at > o.from_at)
) BEGIN SELECT RAISE(ABORT, 'xinxing: apart: absence_posts (B6)'); END;
-- What the office published stays known as it was; it is removed once, and stays removed (Q5, B3).
CREATE TRIGGER guard_public_files_fixed BEFORE UPDATE ON public_files FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.kind IS NOT NEW.kind
  OR OLD.staff_id IS NOT NEW.staff_id
  OR OLD.item_code IS NOT NEW.item_code
  OR OLD.title IS NOT NEW.title
  OR OLD.name IS NOT NEW.name
  OR OLD.format IS NOT NEW.format
  OR OLD.size IS NOT NEW.size
  OR OLD.digest IS NOT NEW.digest
  OR OLD.stored_as IS NOT NEW.stored_as
  OR OLD.width IS NOT NEW.width
  OR OLD.height IS NOT NEW.height
  OR OLD.published_at IS NOT NEW.published_at
  OR OLD.published_by_id IS NOT NEW.published_by_id
  OR OLD.removed_at IS NOT NULL AND (OLD.removed_at IS NOT NEW.removed_at OR OLD.removed_by_id IS NOT NEW.removed_by_id)
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: public_files (Q5)'); END;
CREATE TRIGGER guard_public_files_delete BEFORE DELETE ON public_files FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: public_files (Q5)'); END;

-- What was learned, and by whom it was recorded (B8).
CREATE TRIGGER guard_studies_update BEFORE UPDATE ON studies FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: studies'); END;
CREATE TRIGGER guard_studies_delete BEFORE DELETE ON studies FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: studies'); END;

-- Who came, was referred and was followed up stays known (E1–E4).
CREATE TRIGGER guard_job_seekers_fixed BEFORE UPDATE ON job_seekers FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.resident_id IS NOT NEW.resident_id
  OR OLD.registered_at IS NOT NEW.registered_at
  OR OLD.registered_by_id IS NOT NEW.registered_by_id
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: job_seekers (E1)'); END;
CREATE TRIGGER guard_job_seekers_delete BEFORE DELETE ON job_seekers FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: job_seekers (E1)'); END;
CREATE TRIGGER guard_counsellings_fixed BEFORE UPDATE ON counsellings FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.job_seeker_id IS NOT NEW.job_seeker_id
  OR OLD.talked_by_id IS NOT NEW.talked_by_id
  OR OLD.held_at IS NOT NEW.held_at
  OR OLD.way IS NOT NEW.way
  OR OLD.advised IS NOT NEW.advised
  OR OLD.next_step IS NOT NEW.next_step
  OR OLD.next_on IS NOT NEW.next_on
  OR OLD.recorded_at IS NOT NEW.recorded_at
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: counsellings (E2)'); END;
CREATE TRIGGER guard_counsellings_delete BEFORE DELETE ON counsellings FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: counsellings (E2)'); END;
CREATE TRIGGER guard_referrals_fixed BEFORE UPDATE ON referrals FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.job_seeker_id IS NOT NEW.job_seeker_id
  OR OLD.opening_id IS NOT NEW.opening_id
  OR OLD.referred_at IS NOT NEW.referred_at
  OR OLD.referred_by_id IS NOT NEW.referred_by_id
  OR OLD.score IS NOT NEW.score
  OR OLD.reasons IS NOT NEW.reasons
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: referrals (E4)'); END;
CREATE TRIGGER guard_referrals_delete BEFORE DELETE ON referrals FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: referrals (E4)'); END;
CREATE TRIGGER guard_follow_ups_fixed BEFORE UPDATE ON follow_ups FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.referral_id IS NOT NEW.referral_id
  OR OLD.job_seeker_id IS NOT NEW.job_seeker_id
  OR OLD.months IS NOT NEW.months
  OR OLD.due_on IS NOT NEW.due_on
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: follow_ups (E4)'); END;
CREATE TRIGGER guard_follow_ups_delete BEFORE DELETE ON follow_ups FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: follow_ups (E4)'); END;

-- Whoever enrolled keeps the turn in which they came; nobody is skipped without a trace (E5).
CREATE TRIGGER guard_enrolments_fixed BEFORE UPDATE ON enrolments FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.program_id IS NOT NEW.program_id
  OR OLD.ticket IS NOT NEW.ticket
  OR OLD.resident_id IS NOT NEW.resident_id
  OR OLD.name IS NOT NEW.name
  OR OLD.phone_sealed IS NOT NEW.phone_sealed
  OR OLD.phone_mask IS NOT NEW.phone_mask
  OR OLD.phone_hash IS NOT NEW.phone_hash
  OR OLD.way IS NOT NEW.way
  OR OLD.enrolled_at IS NOT NEW.enrolled_at
  OR OLD.enrolled_by_id IS NOT NEW.enrolled_by_id
  OR OLD.state = 'WITHDRAWN' AND OLD.state IS NOT NEW.state
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: enrolments (E5)'); END;
CREATE TRIGGER guard_enrolments_delete BEFORE DELETE ON enrolments FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: enrolments (E5)'); END;
CREATE TRIGGER guard_prop_loans_fixed BEFORE UPDATE ON prop_loans FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.prop_id IS NOT NEW.prop_id
  OR OLD.member_id IS NOT NEW.member_id
  OR OLD.to_name IS NOT NEW.to_name
  OR OLD.quantity IS NOT NEW.quantity
  OR OLD.lent_at IS NOT NEW.lent_at
  OR OLD.lent_by_id IS NOT NEW.lent_by_id
  OR OLD.due_on IS NOT NEW.due_on
  OR OLD.closed_at IS NOT NULL AND OLD.closed_at IS NOT NEW.closed_at
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: prop_loans (C3)'); END;
CREATE TRIGGER guard_prop_loans_delete BEFORE DELETE ON prop_loans FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: prop_loans (C3)'); END;
CREATE TRIGGER guard_programs_delete BEFORE DELETE ON programs FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: programs (E5)'); END;
CREATE TRIGGER guard_props_delete BEFORE DELETE ON props FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: props (C3)'); END;
CREATE TRIGGER guard_volunteers_update BEFORE UPDATE ON volunteers FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: volunteers (C4)'); END;
CREATE TRIGGER guard_volunteers_delete BEFORE DELETE ON volunteers FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: volunteers (C4)'); END;

-- What was built together, pledged and delivered stays as it was said; what is decided is decided once (P3, P5).
CREATE TRIGGER guard_projects_fixed BEFORE UPDATE ON projects FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.number IS NOT NEW.number
  OR OLD.origin IS NOT NEW.origin
  OR OLD.proposed_at IS NOT NEW.proposed_at
  OR OLD.proposed_by_id IS NOT NEW.proposed_by_id
  OR OLD.ended_at IS NOT NULL AND OLD.stage IS NOT NEW.stage
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: projects (P3)'); END;
CREATE TRIGGER guard_projects_delete BEFORE DELETE ON projects FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: projects (P3)'); END;
CREATE TRIGGER guard_bookings_fixed BEFORE UPDATE ON bookings FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.resource_id IS NOT NEW.resource_id
  OR OLD.from_at IS NOT NEW.from_at
  OR OLD.until_at IS NOT NEW.until_at
  OR OLD.purpose IS NOT NEW.purpose
  OR OLD.project_id IS NOT NEW.project_id
  OR OLD.program_id IS NOT NEW.program_id
  OR OLD.booked_at IS NOT NEW.booked_at
  OR OLD.booked_by_id IS NOT NEW.booked_by_id
  OR NOT OLD.holds AND NEW.holds
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: bookings (P2)'); END;
CREATE TRIGGER guard_bookings_delete BEFORE DELETE ON bookings FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: bookings (P2)'); END;
CREATE TRIGGER guard_pledges_fixed BEFORE UPDATE ON pledges FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.project_id IS NOT NEW.project_id
  OR OLD.partner_id IS NOT NEW.partner_id
  OR OLD.kind IS NOT NEW.kind
  OR OLD.what IS NOT NEW.what
  OR OLD.quantity IS NOT NEW.quantity
  OR OLD.unit IS NOT NEW.unit
  OR OLD.worth_fen IS NOT NEW.worth_fen
  OR OLD.pledged_at IS NOT NEW.pledged_at
  OR OLD.pledged_by_id IS NOT NEW.pledged_by_id
  OR OLD.token_id IS NOT NEW.token_id
  OR OLD.withdrawn_at IS NOT NULL AND OLD.withdrawn_at IS NOT NEW.withdrawn_at
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: pledges (P3)'); END;
CREATE TRIGGER guard_pledges_delete BEFORE DELETE ON pledges FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: pledges (P3)'); END;
CREATE TRIGGER guard_deliveries_fixed BEFORE UPDATE ON deliveries FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.pledge_id IS NOT NEW.pledge_id
  OR OLD.project_id IS NOT NEW.project_id
  OR OLD.partner_id IS NOT NEW.partner_id
  OR OLD.quantity IS NOT NEW.quantity
  OR OLD.worth_fen IS NOT NEW.worth_fen
  OR OLD.delivered_on IS NOT NEW.delivered_on
  OR OLD.proof IS NOT NEW.proof
  OR OLD.reported_at IS NOT NEW.reported_at
  OR OLD.reported_by_id IS NOT NEW.reported_by_id
  OR OLD.token_id IS NOT NEW.token_id
  OR OLD.decided_at IS NOT NULL AND (OLD.decided_at IS NOT NEW.decided_at OR OLD.confirmed IS NOT NEW.confirmed)
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: deliveries (P3)'); END;
CREATE TRIGGER guard_deliveries_delete BEFORE DELETE ON deliveries FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: deliveries (P3)'); END;
CREATE TRIGGER guard_api_tokens_fixed BEFORE UPDATE ON api_tokens FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.kind IS NOT NEW.kind
  OR OLD.partner_id IS NOT NEW.partner_id
  OR OLD.name IS NOT NEW.name
  OR OLD.scopes IS NOT NEW.scopes
  OR OLD.communities IS NOT NEW.communities
  OR OLD.token_hash IS NOT NEW.token_hash
  OR OLD.hint IS NOT NEW.hint
  OR OLD.made_at IS NOT NEW.made_at
  OR OLD.made_by_id IS NOT NEW.made_by_id
  OR OLD.expires_at IS NOT NEW.expires_at
  OR OLD.revoked_at IS NOT NULL AND OLD.revoked_at IS NOT NEW.revoked_at
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: api_tokens (P5)'); END;
CREATE TRIGGER guard_api_tokens_delete BEFORE DELETE ON api_tokens FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: api_tokens (P5)'); END;
CREATE TRIGGER guard_report_pulls_fixed BEFORE UPDATE ON report_pulls FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.asker_id IS NOT NEW.asker_id
  OR OLD.ask IS NOT NEW.ask
  OR OLD.format IS NOT NEW.format
  OR OLD.language IS NOT NEW.language
  OR OLD.asked_at IS NOT NEW.asked_at
  OR OLD.state <> 'WAITING' AND (NEW.state = 'WAITING' OR OLD.ready_at IS NOT NEW.ready_at OR OLD.row_count IS NOT NEW.row_count OR OLD.failure IS NOT NEW.failure)
  OR (OLD.state = 'FAILED' OR OLD.state = 'GONE') AND OLD.state IS NOT NEW.state
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: report_pulls (R)'); END;
CREATE TRIGGER guard_report_pulls_delete BEFORE DELETE ON report_pulls FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: report_pulls (R)'); END;
CREATE TRIGGER guard_pictures_fixed BEFORE UPDATE ON pictures FOR EACH ROW WHEN
  OLD.id IS NOT NEW.id
  OR OLD.community_id IS NOT NEW.community_id
  OR OLD.project_id IS NOT NEW.project_id
  OR OLD.program_id IS NOT NEW.program_id
  OR OLD.kind IS NOT NEW.kind
  OR OLD.caption IS NOT NEW.caption
  OR OLD.name IS NOT NEW.name
  OR OLD.format IS NOT NEW.format
  OR OLD.size IS NOT NEW.size
  OR OLD.digest IS NOT NEW.digest
  OR OLD.stored_as IS NOT NEW.stored_as
  OR OLD.width IS NOT NEW.width
  OR OLD.height IS NOT NEW.height
  OR OLD.taken_in_at IS NOT NEW.taken_in_at
  OR OLD.taken_in_by_id IS NOT NEW.taken_in_by_id
  OR OLD.removed_at IS NOT NULL AND OLD.removed_at IS NOT NEW.removed_at
BEGIN SELECT RAISE(ABORT, 'xinxing: fixed: pictures (P3)'); END;
CREATE TRIGGER guard_pictures_delete BEFORE DELETE ON pictures FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: pictures (P3)'); END;
CREATE TRIGGER guard_partners_delete BEFORE DELETE ON partners FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: kept: partners (P1)'); END;
CREATE TRIGGER guard_participations_update BEFORE UPDATE ON participations FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: participations (P6)'); END;
CREATE TRIGGER guard_participations_delete BEFORE DELETE ON participations FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: participations (P6)'); END;
CREATE TRIGGER guard_case_projects_update BEFORE UPDATE ON case_projects FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: case_projects (P4)'); END;
CREATE TRIGGER guard_case_projects_delete BEFORE DELETE ON case_projects FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: case_projects (P4)'); END;
CREATE TRIGGER guard_token_reads_update BEFORE UPDATE ON token_reads FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: token_reads (P5)'); END;
CREATE TRIGGER guard_token_reads_delete BEFORE DELETE ON token_reads FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: token_reads (P5)'); END;
CREATE TRIGGER guard_project_partners_update BEFORE UPDATE ON project_partners FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: project_partners (P5)'); END;
CREATE TRIGGER guard_project_partners_delete BEFORE DELETE ON project_partners FOR EACH ROW BEGIN SELECT RAISE(ABORT, 'xinxing: append-only: project_partners (P5)'); END;

-- A resource is never booked twice for one time (P2), in any order, from any number of clients.
CREATE TRIGGER guard_bookings_apart_insert BEFORE INSERT ON bookings FOR EACH ROW WHEN NEW.holds AND EXISTS (
  SELECT 1 FROM bookings o WHERE o.resource_id = NEW.resource_id AND o.id <> NEW.id AND o.holds
    AND o.until_at > NEW.from_at AND NEW.until_at > o.from_at
) BEGIN SELECT RAISE(ABORT, 'xinxing: apart: bookings (P2)'); END;
CREATE TRIGGER guard_bookings_apart_update BEFORE UPDATE ON bookings FOR EACH ROW WHEN NEW.holds AND EXISTS (
  SELECT 1 FROM bookings o WHERE o.resource_id = NEW.resource_id AND o.id <> NEW.id AND o.holds
    AND o.until_at > NEW.from_at AND NEW.until_at > o.from_at
) BEGIN SELECT RAISE(ABORT, 'xinxing: apart: bookings (P2)'); END;
