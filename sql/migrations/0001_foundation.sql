-- What every later migration leans on: extensions, shop settings, rate limits.

CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- What the shopkeeper may change while the shop runs. Process settings (paths, sizes, time-outs)
-- are in etc/shop.conf instead.
CREATE TABLE setting (
  name        text PRIMARY KEY,
  value       text NOT NULL,
  changed_at  timestamptz NOT NULL DEFAULT now()
);

-- Fixed-window counters. Unlogged: after a crash everybody starts at zero, which is harmless.
CREATE UNLOGGED TABLE rate_limit (
  purpose        text NOT NULL,         -- 'login', 'register', 'chat' …
  subject        text NOT NULL,         -- an address or an account, hashed by the program
  window_start   timestamptz NOT NULL,
  attempts       integer NOT NULL,
  PRIMARY KEY (purpose, subject, window_start)
);
CREATE INDEX rate_limit_by_age ON rate_limit (window_start);
