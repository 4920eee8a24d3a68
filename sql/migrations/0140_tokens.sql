-- Log-ins of API clients. One family is one log-in: its refresh tokens follow one another, each used
-- once; using one twice ends the family. Tokens themselves are never stored, only hashes of their ids.

CREATE TABLE token_family (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id    bigint NOT NULL REFERENCES account ON DELETE CASCADE,
  epoch         integer NOT NULL,                -- the account's session_epoch at log-in
  created_at    timestamptz NOT NULL,
  last_used_at  timestamptz NOT NULL,
  ended_at      timestamptz,
  end_reason    text CHECK (end_reason IN ('logout', 'reuse')),
  CONSTRAINT token_family_ended_why CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
CREATE INDEX token_family_by_account ON token_family (account_id);
CREATE INDEX token_family_by_use ON token_family (last_used_at);

CREATE TABLE refresh_token (
  hash       text PRIMARY KEY,                   -- SHA-256 of the token's id, base64url
  family_id  bigint NOT NULL REFERENCES token_family ON DELETE CASCADE,
  issued_at  timestamptz NOT NULL,
  used_at    timestamptz
);
CREATE INDEX refresh_token_by_family ON refresh_token (family_id);
