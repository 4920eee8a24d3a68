-- CSV files of customers: export, import, undo; used by cgi-bin/accounts/customer_csv.cpp.

-- name: export_customers
-- The next customers by id. $1 behind this id, $2 at most so many
SELECT id, username, email, first_name, last_name, phone, street, postal_code, city, country,
       to_char(created_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS created_at
  FROM account
 WHERE id > $1
   AND role = 'customer'
 ORDER BY id
 LIMIT $2;

-- name: forget_incoming
-- What an earlier file of the same transaction left.
DROP TABLE IF EXISTS pg_temp.incoming_customer;

-- name: make_incoming
CREATE TEMP TABLE incoming_customer (
  line         integer NOT NULL,
  email        citext NOT NULL,
  good_email   boolean NOT NULL,
  username     citext,
  good_name    boolean NOT NULL,
  first_name   text,
  last_name    text,
  phone        text,
  street       text,
  postal_code  text,
  city         text,
  country      text,
  created_at   timestamptz,
  account_id   bigint,
  verdict      text          -- 'new', 'changed', 'same', or why it cannot be used
) ON COMMIT DROP;

-- name: copy_incoming
COPY incoming_customer (line, email, good_email, username, good_name, first_name, last_name, phone, street, postal_code,
                        city, country, created_at) FROM STDIN;

-- name: analyze_incoming
ANALYZE incoming_customer;

-- name: lock_customers
-- Against their owners and colleagues, in id order as everywhere.
SELECT count(*) AS locked
  FROM (SELECT account.id
          FROM account
         WHERE email IN (SELECT email FROM incoming_customer)
         ORDER BY id
           FOR NO KEY UPDATE) AS locked;

-- name: judge
-- What would become of each row; a column that the file does not have arrives as NULL. $1 now
UPDATE incoming_customer
   SET account_id = judged.account_id, verdict = judged.verdict
  FROM (SELECT row.line, account.id AS account_id,
               CASE WHEN lag(row.line) OVER (PARTITION BY row.email ORDER BY row.line) IS NOT NULL THEN 'customer_twice'
                    WHEN account.role <> 'customer' THEN 'not_customer'
                    WHEN account.id IS NULL AND NOT row.good_email THEN 'email'
                    WHEN account.id IS NULL AND NOT row.good_name THEN 'username'
                    WHEN account.id IS NULL AND row.created_at > $1::timestamptz THEN 'created_at'
                    WHEN account.id IS NULL AND row.username IS NOT NULL
                         AND (holder.id IS NOT NULL
                              OR lag(row.line) OVER (PARTITION BY row.username ORDER BY row.line) IS NOT NULL)
                    THEN 'username_taken'
                    WHEN account.id IS NULL THEN 'new'
                    WHEN COALESCE(row.first_name, account.first_name) <> account.first_name
                      OR COALESCE(row.last_name, account.last_name) <> account.last_name
                      OR COALESCE(row.phone, account.phone) <> account.phone
                      OR COALESCE(row.street, account.street) <> account.street
                      OR COALESCE(row.postal_code, account.postal_code) <> account.postal_code
                      OR COALESCE(row.city, account.city) <> account.city
                      OR COALESCE(row.country, account.country) <> account.country THEN 'changed'
                    ELSE 'same' END AS verdict
          FROM incoming_customer AS row
          LEFT JOIN account ON account.email = row.email
          LEFT JOIN account AS holder ON holder.username = row.username) AS judged
 WHERE judged.line = incoming_customer.line;

-- name: verdicts
-- How many rows have each verdict.
SELECT verdict, count(*) AS rows
  FROM incoming_customer
 GROUP BY verdict;

-- name: bad_rows
-- The first rows that cannot be used. $1 at most so many
SELECT line, verdict, email, COALESCE(username, '') AS username
  FROM incoming_customer
 WHERE verdict NOT IN ('new', 'changed', 'same')
 ORDER BY line
 LIMIT $1;

-- name: changes
-- What the first rows change, field by field. $1 at most so many rows
SELECT row.line, row.email, field.name AS field, field.before, field.after
  FROM (SELECT * FROM incoming_customer WHERE verdict IN ('new', 'changed') ORDER BY line LIMIT $1) AS row
  LEFT JOIN account ON account.id = row.account_id
 CROSS JOIN LATERAL (VALUES
    (1, 'new', CASE WHEN account.id IS NULL THEN '' END, trim(concat(row.first_name, ' ', row.last_name))),
    (2, 'first_name', account.first_name, row.first_name),
    (3, 'last_name', account.last_name, row.last_name),
    (4, 'phone', account.phone, row.phone),
    (5, 'street', account.street, row.street),
    (6, 'postal_code', account.postal_code, row.postal_code),
    (7, 'city', account.city, row.city),
    (8, 'country', account.country, row.country)) AS field (place, name, before, after)
 WHERE CASE WHEN account.id IS NULL THEN field.place = 1 ELSE field.place > 1 AND field.before <> field.after END
 ORDER BY row.line, field.place;

-- name: keep_before
-- $1 import
INSERT INTO csv_import_account (import_id, account_id, before, after)
SELECT $1, account.id, customer_facts(account), '{}'
  FROM incoming_customer
  JOIN account ON account.id = incoming_customer.account_id
 WHERE incoming_customer.verdict = 'changed';

-- name: create_new
-- Who has no user name gets the first part of the e-mail address, with a tail when somebody has that.
-- $1 now
WITH named AS (
  SELECT line, email, username,
         rpad(left(regexp_replace(split_part(email::text, '@', 1), '[^A-Za-z0-9._-]', '', 'g'), 27), 3, '-') AS plain
    FROM incoming_customer
   WHERE verdict = 'new'
), free AS (
  SELECT line, COALESCE(username::text,
           CASE WHEN row_number() OVER (PARTITION BY lower(plain) ORDER BY line) = 1
                     AND NOT EXISTS (SELECT FROM account WHERE account.username = plain::citext)
                     AND NOT EXISTS (SELECT FROM named AS other WHERE other.username = plain::citext)
                THEN plain
                ELSE plain || '-' || left(md5(lower(email::text)), 12) END) AS username
    FROM named
)
INSERT INTO account (username, email, first_name, last_name, phone, street, postal_code, city, country, created_at)
SELECT free.username, row.email, COALESCE(row.first_name, ''), COALESCE(row.last_name, ''), COALESCE(row.phone, ''),
       COALESCE(row.street, ''), COALESCE(row.postal_code, ''), COALESCE(row.city, ''), COALESCE(row.country, ''),
       COALESCE(row.created_at, $1::timestamptz)
  FROM incoming_customer AS row
  JOIN free ON free.line = row.line
 ORDER BY row.line;

-- name: change_known
UPDATE account
   SET first_name = COALESCE(row.first_name, account.first_name),
       last_name = COALESCE(row.last_name, account.last_name),
       phone = COALESCE(row.phone, account.phone),
       street = COALESCE(row.street, account.street),
       postal_code = COALESCE(row.postal_code, account.postal_code),
       city = COALESCE(row.city, account.city),
       country = COALESCE(row.country, account.country)
  FROM incoming_customer AS row
 WHERE row.verdict = 'changed'
   AND account.id = row.account_id;

-- name: keep_after
-- $1 import
INSERT INTO csv_import_account (import_id, account_id, before, after)
SELECT $1, account.id, NULL, customer_facts(account)
  FROM incoming_customer AS row
  JOIN account ON account.email = row.email
 WHERE row.verdict IN ('new', 'changed')
ON CONFLICT (import_id, account_id) DO UPDATE SET after = EXCLUDED.after;

-- name: count_imported
-- How many customers an import made or changed. $1 import
SELECT count(*) AS customers
  FROM csv_import_account
 WHERE import_id = $1;

-- name: lock_imported
-- $1 import
SELECT account.id
  FROM account
 WHERE id IN (SELECT account_id FROM csv_import_account WHERE import_id = $1)
 ORDER BY id
   FOR UPDATE;

-- name: look_up_by_index
-- Until the end of the transaction: each account that goes is looked for in every table that may name
-- it, which must never mean to read one of them whole.
SET LOCAL enable_seqscan = off;

-- name: undo_changed
-- Those whom nobody changed since. $1 import
UPDATE account
   SET first_name = done.before ->> 'first_name', last_name = done.before ->> 'last_name',
       phone = done.before ->> 'phone', street = done.before ->> 'street',
       postal_code = done.before ->> 'postal_code', city = done.before ->> 'city',
       country = done.before ->> 'country'
  FROM csv_import_account AS done
 WHERE done.import_id = $1
   AND done.before IS NOT NULL
   AND account.id = done.account_id
   AND customer_facts(account) = done.after;

-- name: undo_created
-- New ones whom nobody changed and who have done nothing: no password, no orders, no conversation, no
-- part in anything else. $1 import
DELETE FROM account
 USING csv_import_account AS done
 WHERE done.import_id = $1
   AND done.before IS NULL
   AND account.id = done.account_id
   AND account.role = 'customer'
   AND account.password_hash IS NULL
   AND account.last_login_at IS NULL
   AND customer_facts(account) = done.after
   AND NOT EXISTS (SELECT FROM sales_order WHERE sales_order.account_id = account.id)
   AND NOT EXISTS (SELECT FROM conversation WHERE conversation.account_id = account.id)
   AND NOT EXISTS (SELECT FROM review WHERE review.account_id = account.id)
   AND NOT EXISTS (SELECT FROM stock_wish WHERE stock_wish.account_id = account.id);
