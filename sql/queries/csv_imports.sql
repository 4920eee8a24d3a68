-- What all CSV files share: uploads that wait for their yes, imports that can be undone; used by
-- cgi-bin/csv/csv_imports.cpp and by the imports of products, stock, customers and orders.

-- name: patience
-- A large file may take longer than a page.
SET LOCAL statement_timeout = '120s';

-- name: quiet_audit
-- The rows of an import are its own history; the audit log holds that it happened. Products are
-- marked as changed once, by the statements here. One row: who acts.
SELECT COALESCE(current_setting('parley.actor', true), '') AS actor, set_config('parley.actor', '', true) AS now,
       set_config('parley.bulk', 'on', true) AS bulk;

-- name: loud_audit
-- $1 who acts
SELECT set_config('parley.actor', $1, true) AS now, set_config('parley.bulk', '', true) AS bulk;

-- name: record_import
-- $1 kind, $2 file name, $3 account or NULL, $4 now, $5 made, $6 changed, $7 bad rows
INSERT INTO csv_import (kind, file_name, account_id, applied_at, created_count, changed_count, bad_count)
VALUES ($1, $2, $3, $4, $5, $6, $7)
RETURNING id;

-- name: import_kind
-- $1 import
SELECT kind
  FROM csv_import
 WHERE id = $1;

-- name: lock_import
-- $1 import
SELECT id, kind, undone_at IS NOT NULL AS undone
  FROM csv_import
 WHERE id = $1
   FOR UPDATE;

-- name: mark_undone
-- $1 import, $2 now
UPDATE csv_import
   SET undone_at = $2
 WHERE id = $1;

-- name: keep_upload
-- $1 kind, $2 file name, $3 content, $4 account, $5 now
INSERT INTO csv_upload (kind, file_name, content, account_id, created_at)
VALUES ($1, $2, $3, $4, $5)
RETURNING id;

-- name: drop_old_uploads
-- Files that nobody applied for a day. $1 now
DELETE FROM csv_upload
 WHERE created_at < $1::timestamptz - interval '1 day';

-- name: upload_by_id
-- $1 id, $2 account that uploaded it
SELECT kind, file_name, content
  FROM csv_upload
 WHERE id = $1
   AND account_id = $2;

-- name: drop_upload
-- $1 id
DELETE FROM csv_upload
 WHERE id = $1;

-- name: imports
-- The newest first. $1 before this id (NULL: from the newest on), $2 at most so many, $3 kinds,
-- $4 part of the file's name or of who brought it, or ''
SELECT csv_import.id, kind, file_name, applied_at, undone_at, created_count, changed_count, bad_count,
       COALESCE(account.username::text, '') AS username
  FROM csv_import
  LEFT JOIN account ON account.id = csv_import.account_id
 WHERE ($1::bigint IS NULL OR csv_import.id < $1)
   AND kind = ANY ($3::text[])
   AND ($4 = '' OR strpos(lower(concat_ws(' ', file_name, account.username)), lower($4)) > 0)
 ORDER BY csv_import.id DESC
 LIMIT $2;
