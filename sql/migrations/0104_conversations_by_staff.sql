-- A person of the shop may take a conversation over: the assistant is silent in it (its status is
-- 'paused') until it is handed back.
ALTER TABLE conversation
  ADD COLUMN taken_by bigint REFERENCES account ON DELETE SET NULL;
CREATE INDEX conversation_taken ON conversation (taken_by) WHERE taken_by IS NOT NULL;
CREATE INDEX message_unsure ON message (created_at DESC) WHERE sender = 'assistant'
  AND (confidence < 0.5 OR intent IN ('out_of_scope', 'nonsense'));
