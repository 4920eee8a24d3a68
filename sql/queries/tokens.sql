-- Log-ins of API clients; used by cgi-bin/accounts/tokens.cpp.

-- name: start_family
-- $1 account, $2 session epoch, $3 now
INSERT INTO token_family (account_id, epoch, created_at, last_used_at) VALUES ($1, $2, $3, $3)
RETURNING id;

-- name: add_refresh_token
-- $1 hash, $2 family, $3 now
INSERT INTO refresh_token (hash, family_id, issued_at) VALUES ($1, $2, $3);

-- name: lock_refresh_token
-- The token with its family, locked against a second use at the same moment; `is_current` when the
-- account has not been logged out everywhere since. No row for an unknown token.
-- $1 hash, $2 family
SELECT refresh_token.used_at IS NOT NULL AS is_used, token_family.ended_at IS NOT NULL AS is_ended,
       token_family.account_id, token_family.epoch, token_family.epoch = account.session_epoch AS is_current
  FROM token_family
  JOIN refresh_token ON refresh_token.family_id = token_family.id
  JOIN account ON account.id = token_family.account_id
 WHERE refresh_token.hash = $1
   AND token_family.id = $2
   FOR UPDATE OF token_family;

-- name: use_refresh_token
-- $1 hash, $2 now
WITH used AS (
  UPDATE refresh_token SET used_at = $2 WHERE hash = $1 RETURNING family_id
)
UPDATE token_family SET last_used_at = $2 WHERE id = (SELECT family_id FROM used);

-- name: end_family
-- $1 family, $2 now, $3 reason
UPDATE token_family SET ended_at = $2, end_reason = $3 WHERE id = $1 AND ended_at IS NULL;

-- name: drop_old_families
-- Families whose last token has expired. $1 last used before
DELETE FROM token_family WHERE last_used_at < $1;
