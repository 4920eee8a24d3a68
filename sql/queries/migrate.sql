-- name: lock
-- One migration at a time; the lock ends with the session.
SELECT pg_advisory_lock(7726539);

-- name: make_table
-- Which migrations this database has seen.
CREATE TABLE IF NOT EXISTS schema_migration (
  name        text PRIMARY KEY,
  checksum    text NOT NULL,
  applied_at  timestamptz NOT NULL DEFAULT now()
);

-- name: applied_migrations
SELECT name, checksum
  FROM schema_migration;

-- name: note_migration
-- $1 name, $2 checksum
INSERT INTO schema_migration (name, checksum) VALUES ($1, $2);
