-- Written by migrationdiff; not edited by hand.

-- Disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- Create "new_staff" table
CREATE TABLE `new_staff` (`id` text NOT NULL, `community_id` text NOT NULL, `name` text NOT NULL, `pinyin` text NOT NULL DEFAULT (''), `title` text NOT NULL DEFAULT (''), `login` text NOT NULL, `password_hash` text NOT NULL, `roles` json NOT NULL, `left_at` datetime NULL, `superior_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `staff_communities_community_id` FOREIGN KEY (`community_id`) REFERENCES `communities` (`id`) ON DELETE NO ACTION);
-- Copy rows from old table "staff" to new temporary table "new_staff"
INSERT INTO `new_staff` (`id`, `community_id`, `name`, `pinyin`, `title`, `login`, `password_hash`, `roles`, `left_at`, `superior_id`) SELECT `id`, `community_id`, `name`, `pinyin`, `title`, `login`, `password_hash`, `roles`, `left_at`, `superior_id` FROM `staff`;
-- Drop "staff" table after copying rows
DROP TABLE `staff`;
-- Rename temporary table "new_staff" to "staff"
ALTER TABLE `new_staff` RENAME TO `staff`;
-- Create index "staff_login_key" to table: "staff"
CREATE UNIQUE INDEX `staff_login_key` ON `staff` (`login`);
-- Create index "staff_community_id_pinyin_id" to table: "staff"
CREATE INDEX `staff_community_id_pinyin_id` ON `staff` (`community_id`, `pinyin`, `id`);
-- Create index "staff_community_id_id" to table: "staff"
CREATE UNIQUE INDEX `staff_community_id_id` ON `staff` (`community_id`, `id`);
-- Enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
