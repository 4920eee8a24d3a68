-- A wording that staff taught the assistant is a sentence that the intent model learns from; forgotten
-- with the wording.

ALTER TABLE intent_lesson
  ADD COLUMN template_id bigint REFERENCES answer_template ON DELETE CASCADE;
CREATE INDEX intent_lesson_by_template ON intent_lesson (template_id) WHERE template_id IS NOT NULL;
