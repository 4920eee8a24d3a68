-- The audit log; used by cgi-bin/admin and tools/audit_check.

-- name: audit_list
-- Newest first, before entry $6 when that is given.
-- $1 table or '', $2 key or '', $3 part of the actor's name or '', $4 from and $5 to (a day, included) or '', $6 entry or NULL, $7 most rows
SELECT id, at, actor, address, request, database_role, action, subject, subject_key, before, after
  FROM audit_log
 WHERE ($1 = '' OR subject = $1)
   AND ($2 = '' OR subject_key = $2)
   AND ($3 = '' OR strpos(lower(actor), lower($3)) > 0)
   AND ($4 = '' OR at >= $4::date)
   AND ($5 = '' OR at < $5::date + 1)
   AND ($6::bigint IS NULL OR id < $6)
 ORDER BY id DESC
 LIMIT $7;

-- name: audit_subjects
-- The tables that the log speaks of.
WITH RECURSIVE step AS (
  (SELECT subject FROM audit_log ORDER BY subject LIMIT 1)
  UNION ALL
  SELECT (SELECT subject FROM audit_log WHERE subject > step.subject ORDER BY subject LIMIT 1) FROM step WHERE step.subject IS NOT NULL
)
SELECT subject
  FROM step
 WHERE subject IS NOT NULL;

-- name: audit_break
-- The first wrong entry; no row when the chain is whole.
SELECT audit_break AS id
  FROM audit_break();

-- name: audit_head
-- How long the chain is and how it ends.
SELECT count(*) AS entries, COALESCE((SELECT encode(hash, 'hex') FROM audit_log ORDER BY id DESC LIMIT 1), '') AS hash
  FROM audit_log;

-- name: audit_holds
-- One row when the chain once ended with this hash.
-- $1 hash, hexadecimal
SELECT id
  FROM audit_log
 WHERE hash = decode($1, 'hex');
