-- Written by migrationdiff; not edited by hand.

-- Modify "staff" table
ALTER TABLE "staff" DROP COLUMN "duty";
