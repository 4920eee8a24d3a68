-- Keys for machines, beside people's tokens: each may what its maker may and the key names, no more.

CREATE TABLE api_key (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id    bigint NOT NULL REFERENCES account ON DELETE CASCADE,   -- who made it: its rights end with his
  name          text NOT NULL CHECK (name <> ''),
  prefix        text NOT NULL,                   -- the key's first letters, to tell keys apart
  hash          text NOT NULL CONSTRAINT api_key_hash_taken UNIQUE,     -- SHA-256, base64url
  permissions   text[] NOT NULL DEFAULT '{}',
  may_write     boolean NOT NULL DEFAULT false,
  created_at    timestamptz NOT NULL,
  expires_at    timestamptz,
  last_used_at  timestamptz,                     -- to the minute
  revoked_at    timestamptz
);
CREATE INDEX api_key_by_account ON api_key (account_id);
