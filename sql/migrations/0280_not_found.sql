-- What a question asked for and nothing in the shop matches: a gap in words or in goods, though the
-- question itself was understood.

ALTER TABLE message
  ADD COLUMN not_found text CHECK (length(not_found) BETWEEN 1 AND 200);
