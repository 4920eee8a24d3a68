-- Importing the same distribution centres twice finds the first ones.

ALTER TABLE distribution_center ADD COLUMN imported_from text;
CREATE UNIQUE INDEX distribution_center_imported_from ON distribution_center (imported_from)
  WHERE imported_from IS NOT NULL;
