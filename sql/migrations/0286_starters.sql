-- Beginnings of a conversation are looked after by staff: how often each was chosen, and who changed it
-- meanwhile.

ALTER TABLE conversation_template
  ADD COLUMN used_count integer NOT NULL DEFAULT 0,
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD CONSTRAINT conversation_template_lengths CHECK (length(title) <= 100 AND length(description) <= 300);

INSERT INTO conversation_template (title, description, opening, position)
VALUES ('What I can ask', 'What the assistant knows and can do.', 'What can I ask?', 6)
ON CONFLICT DO NOTHING;
