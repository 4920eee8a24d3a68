-- Accounts as staff see and change them; used by cgi-bin/accounts.

-- name: people
-- Newest accounts first, older than $5 when that is given.
-- $1 part of user name, e-mail or name, or ''; $2 role or ''; $3 only locked ones; $4 most rows; $5 account or NULL
SELECT account.id, account.username, account.email, account.first_name, account.last_name, account.role,
       account.created_at, account.last_login_at, account.locked_at IS NOT NULL AS locked,
       (SELECT count(*) FROM sales_order WHERE account_id = account.id AND state <> 'temp') AS orders
  FROM account
 WHERE ($1 = '' OR strpos(lower(account.username || ' ' || account.email || ' ' || account.first_name || ' '
                                || account.last_name), lower($1)) > 0)
   AND ($2 = '' OR account.role = $2)
   AND (NOT $3::boolean OR account.locked_at IS NOT NULL)
   AND ($5::bigint IS NULL OR account.id < $5)
 ORDER BY account.id DESC
 LIMIT $4;

-- name: person
-- $1 account
SELECT id, username, email, first_name, last_name, phone, street, postal_code, city, country, role,
       array_to_string(permissions, ' ') AS permissions, created_at, last_login_at, locked_at,
       email_verified_at IS NOT NULL AS email_verified, totp_secret IS NOT NULL AS has_second_factor,
       xmin::text AS version,
       (SELECT count(*) FROM sales_order WHERE account_id = $1 AND state <> 'temp') AS orders,
       (SELECT COALESCE(sum(total_cents), 0) FROM sales_order WHERE account_id = $1 AND state IN ('placed', 'complete')) AS spent_cents,
       (SELECT count(*) FROM review WHERE account_id = $1) AS reviews,
       (SELECT count(*) FROM conversation WHERE account_id = $1) AS conversations
  FROM account
 WHERE id = $1;

-- name: person_orders
-- $1 account, $2 most rows
SELECT id, number, state, payment_state, total_cents, placed_at
  FROM sales_order
 WHERE account_id = $1
   AND state <> 'temp'
 ORDER BY placed_at DESC, id DESC
 LIMIT $2;

-- name: lock_person
-- The version that staff saw, locked; no row when somebody changed it since, or when it is nobody whom
-- they may touch.
-- $1 account, $2 version or '', $3 true: staff and admins, too
SELECT id
  FROM account
 WHERE id = $1
   AND ($2 = '' OR xmin::text = $2)
   AND (role = 'customer' OR $3::boolean)
   FOR UPDATE;

-- name: set_locked
-- A lock ends every session.
-- $1 account, $2 true: lock, false: unlock, $3 now
UPDATE account
   SET locked_at = CASE WHEN $2::boolean THEN COALESCE(locked_at, $3::timestamptz) END,
       session_epoch = session_epoch + CASE WHEN $2::boolean THEN 1 ELSE 0 END
 WHERE id = $1;

-- name: set_role
-- $1 account, $2 role, $3 permissions as an array
UPDATE account
   SET role = $2, permissions = $3::text[]
 WHERE id = $1;

-- name: accounts_after
-- By id, those behind account $1; with $2 only those whose name or e-mail address holds it, with $3
-- only those of that role. $1 account (0: from the start), $2 words or '', $3 role or NULL, $4 how many
SELECT id, username, email, role, session_epoch, created_at, first_name, last_name, phone, street, postal_code,
       city, country, email_verified_at, locked_at IS NOT NULL AS locked, totp_secret IS NOT NULL AS has_second_factor
  FROM account
 WHERE id > $1
   AND ($2 = '' OR strpos(lower(username::text || ' ' || email::text || ' ' || first_name || ' ' || last_name), lower($2)) > 0)
   AND ($3::text IS NULL OR role = $3)
 ORDER BY id
 LIMIT $4;

-- name: count_accounts
-- $1 words or '', $2 role or NULL
SELECT count(*) AS accounts
  FROM account
 WHERE ($1 = '' OR strpos(lower(username::text || ' ' || email::text || ' ' || first_name || ' ' || last_name), lower($1)) > 0)
   AND ($2::text IS NULL OR role = $2);

-- name: permissions_of
-- $1 account
SELECT array_to_string(permissions, ' ') AS permissions FROM account WHERE id = $1;
