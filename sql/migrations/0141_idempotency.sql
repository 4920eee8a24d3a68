-- Answers to requests that must not happen twice: a client that heard nothing asks again with the
-- same Idempotency-Key and gets the first answer. Kept for a day.

CREATE TABLE idempotency_key (
  account_id   bigint NOT NULL REFERENCES account ON DELETE CASCADE,
  key          text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  fingerprint  text NOT NULL,                    -- SHA-256 of method, path and body
  created_at   timestamptz NOT NULL,
  status       integer,                          -- NULL: being answered, or its process died
  answer       text,
  PRIMARY KEY (account_id, key),
  CONSTRAINT idempotency_key_answered CHECK ((status IS NULL) = (answer IS NULL))
);
CREATE INDEX idempotency_key_by_age ON idempotency_key (created_at);
