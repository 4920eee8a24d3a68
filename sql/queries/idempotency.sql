-- Answers kept for repeated requests; used by cgi-bin/accounts/idempotency.cpp.

-- name: drop_old_keys
-- $1 made before
DELETE FROM idempotency_key WHERE created_at < $1;

-- name: claim_key
-- One row when the key is ours now: it is new, or whoever had it died before he answered.
-- $1 account, $2 key, $3 fingerprint, $4 now, $5 a claim without answer is dead when older than this
INSERT INTO idempotency_key (account_id, key, fingerprint, created_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (account_id, key) DO UPDATE SET created_at = $4
      WHERE idempotency_key.status IS NULL
        AND idempotency_key.fingerprint = $3
        AND idempotency_key.created_at < $5
RETURNING key;

-- name: find_key
-- $1 account, $2 key
SELECT fingerprint, status, answer FROM idempotency_key WHERE account_id = $1 AND key = $2;

-- name: keep_answer
-- $1 account, $2 key, $3 status, $4 answer
UPDATE idempotency_key SET status = $3, answer = $4 WHERE account_id = $1 AND key = $2;

-- name: release_key
-- $1 account, $2 key
DELETE FROM idempotency_key WHERE account_id = $1 AND key = $2 AND status IS NULL;
