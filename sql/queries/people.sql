-- Accounts as an admin sees them; used by cgi-bin/accounts/people.cpp.

-- name: accounts_after
-- By id, those behind account $1; with $2 only those whose name or e-mail address holds it, with $3
-- only those of that role. $1 account (0: from the start), $2 words or '', $3 role or NULL, $4 how many
SELECT id, username, email, role, session_epoch, created_at, first_name, last_name, phone, street, postal_code,
       city, country
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

-- name: set_role
-- Permissions are a member of staff's only. $1 account, $2 role, $3 permissions, an array
UPDATE account
   SET role = $2, permissions = CASE WHEN $2 = 'staff' THEN $3::text[] ELSE '{}' END
 WHERE id = $1
RETURNING id;

-- name: permissions_of
-- $1 account
SELECT array_to_string(permissions, ' ') AS permissions FROM account WHERE id = $1;
