-- One answer a question, however often its page is asked for.
ALTER TABLE message
  ADD COLUMN answers bigint CONSTRAINT message_answered_once UNIQUE
                            REFERENCES message ON DELETE CASCADE;
CREATE INDEX conversation_by_visitor_age ON conversation (visitor, last_activity_at DESC) WHERE visitor IS NOT NULL;
