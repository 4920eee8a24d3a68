-- Single-use links, second factor, log-ins; used by cgi-bin/accounts.

-- name: add_link
-- For an unknown address a row without an account is written, so that both cases cost the same.
-- $1 hash, $2 purpose, $3 e-mail, $4 good for so many hours
INSERT INTO account_link (token_hash, account_id, purpose, email, expires_at)
VALUES ($1, (SELECT id FROM account WHERE email = $3::citext), $2, $3, now() + $4::integer * interval '1 hour')
RETURNING account_id;

-- name: drop_dead_links
DELETE FROM account_link
 WHERE expires_at < now() - interval '1 day';

-- name: drop_links_of
-- $1 account
DELETE FROM account_link
 WHERE account_id = $1;

-- name: account_of_link
-- Whose link this is, while it is good.
-- $1 hash, $2 purpose
SELECT account.id, account.username, account.email
  FROM account_link
  JOIN account ON account.id = account_link.account_id AND account.email = account_link.email
 WHERE token_hash = $1
   AND purpose = $2
   AND used_at IS NULL
   AND expires_at > now();

-- name: use_link
-- One row for the first who uses it, none for everybody after.
-- $1 hash, $2 purpose
UPDATE account_link
   SET used_at = now()
  FROM account
 WHERE account.id = account_link.account_id
   AND account.email = account_link.email
   AND token_hash = $1
   AND purpose = $2
   AND used_at IS NULL
   AND expires_at > now()
RETURNING account.id;

-- name: mark_verified
-- $1 account
UPDATE account
   SET email_verified_at = COALESCE(email_verified_at, now())
 WHERE id = $1;

-- name: second_factor
-- $1 account
SELECT totp_secret,
       (SELECT count(*) FROM recovery_code WHERE account_id = $1 AND used_at IS NULL) AS codes_left
  FROM account
 WHERE id = $1;

-- name: set_second_factor
-- $1 account, $2 secret, $3 time step of the code that proved it
UPDATE account
   SET totp_secret = $2, totp_last_step = $3
 WHERE id = $1;

-- name: drop_second_factor
-- $1 account
UPDATE account
   SET totp_secret = NULL, totp_last_step = 0
 WHERE id = $1;

-- name: use_step
-- One row for the first code of this time step or a later one; a code is good once.
-- $1 account, $2 time step
UPDATE account
   SET totp_last_step = $2
 WHERE id = $1
   AND totp_last_step < $2
RETURNING id;

-- name: drop_recovery_codes
-- $1 account
DELETE FROM recovery_code
 WHERE account_id = $1;

-- name: add_recovery_codes
-- $1 account, $2 hashes
INSERT INTO recovery_code (account_id, code_hash)
SELECT $1, unnest($2::text[]);

-- name: use_recovery_code
-- $1 account, $2 hash
UPDATE recovery_code
   SET used_at = now()
 WHERE account_id = $1
   AND code_hash = $2
   AND used_at IS NULL
RETURNING account_id;

-- name: add_log_in
-- $1 hash of the session's key, $2 account, $3 epoch, $4 now, $5 address, $6 browser
INSERT INTO log_in (key_hash, account_id, epoch, at, address, browser)
VALUES ($1, $2, $3, $4, $5, $6);

-- name: drop_old_log_ins
-- Those that are over; one that is not might still be used.
-- $1 account, $2 present epoch, $3 all before this moment
DELETE FROM log_in
 WHERE account_id = $1
   AND (ended_at < $3 OR (epoch <> $2 AND at < $3));

-- name: log_ins
-- Those that are good still, newest first.
-- $1 account
SELECT log_in.id, log_in.key_hash, log_in.at, log_in.address, log_in.browser
  FROM log_in
  JOIN account ON account.id = log_in.account_id AND account.session_epoch = log_in.epoch
 WHERE log_in.account_id = $1
   AND log_in.ended_at IS NULL
 ORDER BY log_in.at DESC, log_in.id DESC
 LIMIT 100;

-- name: end_log_in
-- $1 account, $2 log-in, $3 now
UPDATE log_in
   SET ended_at = $3
 WHERE id = $2
   AND account_id = $1
   AND ended_at IS NULL
RETURNING key_hash;

-- name: end_session
-- $1 hash of the session's key, $2 account, $3 now
UPDATE log_in
   SET ended_at = $3
 WHERE key_hash = $1
   AND account_id = $2
   AND ended_at IS NULL;

-- name: keep_log_in
-- After the account's epoch moved on: the one session that stays.
-- $1 hash of the session's key, $2 account, $3 epoch
UPDATE log_in
   SET epoch = $3
 WHERE key_hash = $1
   AND account_id = $2;

-- name: personal_data
-- Everything stored about a person, as JSON.
-- $1 account
SELECT personal_data($1)::text AS data;
