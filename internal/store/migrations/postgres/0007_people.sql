-- Who was away, suspended or had left: as absences that run since the upgrade, and as the day of leaving. Whether somebody is
-- on duty is computed from now on (B2).
INSERT INTO "absences" ("id", "community_id", "staff_id", "kind", "from_at", "reason", "asked_by_id", "asked_at", "state")
  SELECT 'abs_' || substr("id", 5), "community_id", "id", CASE "duty" WHEN 'AWAY' THEN 'EMERGENCY' ELSE 'SUSPENSION' END,
    now(), '', "id", now(), 'RUNNING'
  FROM "staff" WHERE "duty" IN ('AWAY', 'SUSPENDED');
INSERT INTO "absence_posts" ("id", "community_id", "absence_id", "post_id", "staff_id", "from_at")
  SELECT 'abp_' || substr(a."id", 5, 13) || substr(p."id", 18), a."community_id", a."id", p."id", a."staff_id", a."from_at"
  FROM "absences" a JOIN "posts" p ON p."community_id" = a."community_id" AND a."staff_id" IN (p."a_id", p."b_id") WHERE a."kind" = 'EMERGENCY';
UPDATE "staff" SET "left_at" = now() WHERE "duty" = 'LEFT';
