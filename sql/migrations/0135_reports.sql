-- What the reports look for by day.
CREATE INDEX conversation_by_beginning ON conversation (created_at);
CREATE INDEX account_by_beginning ON account (created_at);
