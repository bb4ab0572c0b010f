-- The words by which residents are found compare bytewise, whatever order the database was made with.
ALTER TABLE "resident_terms" ALTER COLUMN "term" TYPE character varying COLLATE "C";
