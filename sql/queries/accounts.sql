-- name: account_by_login
-- $1 user name or e-mail
SELECT id, username, email, session_epoch
  FROM account
 WHERE username = $1::citext OR email = $1::citext;
