-- Keys for machines; used by cgi-bin/accounts/api_keys.cpp and cgi-bin/visitor.cpp.

-- name: add_key
-- $1 account, $2 name, $3 prefix, $4 hash, $5 permissions, an array, $6 may write, $7 now, $8 expires or NULL
INSERT INTO api_key (account_id, name, prefix, hash, permissions, may_write, created_at, expires_at)
VALUES ($1, $2, $3, $4, $5::text[], $6, $7, $8)
RETURNING id;

-- name: keys_after
-- All keys, revoked ones too. $1 the last key seen (0: none), $2 how many
SELECT api_key.id, name, prefix, array_to_string(api_key.permissions, ' ') AS permissions, may_write,
       api_key.created_at, expires_at, last_used_at, revoked_at, account.username AS maker
  FROM api_key
  JOIN account ON account.id = api_key.account_id
 WHERE api_key.id > $1
 ORDER BY api_key.id
 LIMIT $2;

-- name: keys_found
-- The newest first. $1 part of name, first letters or maker, or '', $2 before this key or NULL, $3 how many
SELECT api_key.id, name, prefix, array_to_string(api_key.permissions, ' ') AS permissions, may_write,
       api_key.created_at, expires_at, last_used_at, revoked_at, account.username AS maker
  FROM api_key
  JOIN account ON account.id = api_key.account_id
 WHERE ($1 = '' OR strpos(lower(concat_ws(' ', name, prefix, account.username)), lower($1)) > 0)
   AND ($2::bigint IS NULL OR api_key.id < $2)
 ORDER BY api_key.id DESC
 LIMIT $3;

-- name: count_keys
SELECT count(*) AS keys FROM api_key;

-- name: revoke_key
-- One row when it was good until now. $1 key, $2 now
UPDATE api_key SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING id;

-- name: visitor_by_key
-- The machine behind a key, with what its maker may today; notes the use, once a minute.
-- $1 hash, $2 now
WITH used AS (
  UPDATE api_key SET last_used_at = $2
   WHERE hash = $1 AND (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '1 minute')
  RETURNING id
)
SELECT api_key.account_id, api_key.name, api_key.may_write, account.username,
       array_to_string(ARRAY(SELECT name FROM unnest(api_key.permissions) AS name
                              WHERE account.role = 'admin' OR name = ANY (account.permissions)), ' ') AS permissions,
       account.totp_secret IS NULL
         AND EXISTS (SELECT FROM setting WHERE setting.name = 'staff_second_factor' AND value = 'on') AS lacks_second_factor,
       (SELECT count(*) FROM used) AS noted
  FROM api_key
  JOIN account ON account.id = api_key.account_id
 WHERE api_key.hash = $1
   AND api_key.revoked_at IS NULL
   AND (api_key.expires_at IS NULL OR api_key.expires_at > $2)
   AND account.role <> 'customer'
   AND account.locked_at IS NULL;
