-- People who can sign in; used by cgi-bin/accounts.

-- name: account_by_login
-- $1 user name or e-mail
SELECT id, username, email, role, session_epoch, created_at, password_hash,
       first_name, last_name, phone, street, postal_code, city, country,
       email_verified_at, locked_at IS NOT NULL AS locked, totp_secret IS NOT NULL AS has_second_factor
  FROM account
 WHERE username = $1::citext OR email = $1::citext
 ORDER BY username = $1::citext DESC
 LIMIT 1;

-- name: account_by_id
-- $1 account
SELECT id, username, email, role, session_epoch, created_at, password_hash,
       first_name, last_name, phone, street, postal_code, city, country,
       email_verified_at, locked_at IS NOT NULL AS locked, totp_secret IS NOT NULL AS has_second_factor
  FROM account
 WHERE id = $1;

-- name: insert_account
-- $1 user name, $2 e-mail, $3 password hash, $4 first name, $5 last name, $6 phone, $7 city, $8 country
INSERT INTO account (username, email, password_hash, first_name, last_name, phone, city, country)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
RETURNING id, username, email, role, session_epoch, created_at, password_hash,
          first_name, last_name, phone, street, postal_code, city, country,
          email_verified_at, locked_at IS NOT NULL AS locked, totp_secret IS NOT NULL AS has_second_factor;

-- name: note_login
-- $1 account
UPDATE account
   SET last_login_at = now()
 WHERE id = $1;

-- name: set_password
-- A new password ends every session.
-- $1 account, $2 password hash
UPDATE account
   SET password_hash = $2, session_epoch = session_epoch + 1
 WHERE id = $1
RETURNING session_epoch;

-- name: next_epoch
-- $1 account
UPDATE account
   SET session_epoch = session_epoch + 1
 WHERE id = $1
RETURNING session_epoch;

-- name: update_profile
-- Another address is not confirmed yet.
-- $1 account, $2 e-mail, $3 first name, $4 last name, $5 phone, $6 street, $7 postal code, $8 city, $9 country
UPDATE account
   SET email_verified_at = CASE WHEN email = $2::citext THEN email_verified_at END, email = $2, first_name = $3, last_name = $4, phone = $5, street = $6, postal_code = $7, city = $8,
       country = $9
 WHERE id = $1;

-- name: belongings
-- What hangs on an account: one row of counts. Open orders are those that open_orders below finds.
-- $1 account
SELECT count(*) FILTER (WHERE is_open) AS open_orders,
       count(*) FILTER (WHERE state = 'placed' AND NOT is_open) AS orders_on_the_way,
       count(*) FILTER (WHERE state IN ('complete', 'cancelled', 'returned')) AS finished_orders,
       (SELECT count(*) FROM review WHERE account_id = $1) AS reviews,
       (SELECT count(*) FROM favorite WHERE account_id = $1) AS favorites,
       (SELECT count(*) FROM conversation WHERE account_id = $1) AS conversations
  FROM (SELECT state,
               state = 'placed' AND payment_state = 'unpaid' AND fulfilment_state IN ('open', 'packed')
               AND NOT EXISTS (SELECT 1
                                 FROM payment
                                WHERE payment.order_id = sales_order.id
                                  AND payment.state IN ('started', 'timed_out', 'succeeded')) AS is_open
          FROM sales_order
         WHERE account_id = $1) AS own;

-- name: lock_orders
-- Waits for whoever pays, cancels or places an order of this account.
-- $1 account
SELECT id
  FROM sales_order
 WHERE account_id = $1
 ORDER BY id
   FOR UPDATE;

-- name: lock_account
-- From here on nothing new can be tied to the account.
-- $1 account
SELECT id
  FROM account
 WHERE id = $1
   FOR UPDATE;

-- name: open_orders
-- One row: the unpaid, unshipped orders of an account as an array. Those whose money may be on its
-- way are not among them.
-- $1 account
SELECT COALESCE(array_agg(id ORDER BY id), '{}') AS ids
  FROM sales_order
 WHERE account_id = $1
   AND state = 'placed' AND payment_state = 'unpaid' AND fulfilment_state IN ('open', 'packed')
   AND NOT EXISTS (SELECT 1
                     FROM payment
                    WHERE payment.order_id = sales_order.id
                      AND payment.state IN ('started', 'timed_out', 'succeeded'));

-- name: lock_products_of_orders
-- In id order, as every buyer does.
-- $1 orders
SELECT id
  FROM product
 WHERE id IN (SELECT product_id FROM order_line WHERE order_id = ANY ($1::bigint[]))
 ORDER BY id
   FOR NO KEY UPDATE;

-- name: return_units_of_orders
-- The pieces of these orders lie on the shelf again: units and counters alike.
-- $1 orders
WITH returned AS (
  UPDATE inventory_item
     SET sold_at = NULL, order_line_id = NULL
   WHERE order_line_id IN (SELECT id FROM order_line WHERE order_id = ANY ($1::bigint[]))
  RETURNING product_id
), counted AS (
  SELECT product_id, count(*) AS pieces
    FROM returned
   GROUP BY product_id
)
UPDATE product
   SET in_stock = in_stock + counted.pieces, sold_count = sold_count - counted.pieces
  FROM counted
 WHERE product.id = counted.product_id;

-- name: cancel_orders
-- $1 orders
WITH cancelled AS (
  UPDATE sales_order
     SET state = 'cancelled', fulfilment_state = 'open', cancelled_at = now()
   WHERE id = ANY ($1::bigint[])
  RETURNING id
)
INSERT INTO order_event (order_id, kind, note)
SELECT id, 'cancelled', 'account deleted'
  FROM cancelled;

-- name: delete_cart
-- $1 account
DELETE FROM sales_order
 WHERE account_id = $1
   AND state = 'temp';

-- name: forget_orders
-- Orders stay for the books, without the person; those on their way keep the address until they
-- arrive (a trigger erases it then).
-- $1 account
UPDATE sales_order
   SET account_id = NULL, visitor = NULL, forget_contact = true
 WHERE account_id = $1;

-- name: delete_account
-- Favorites, reviews, conversations and events go with it (ON DELETE CASCADE).
-- $1 account
DELETE FROM account
 WHERE id = $1;

-- name: upsert_staff
-- $1 user name, $2 e-mail, $3 role, $4 password hash, $5 permissions with commas between them
INSERT INTO account (username, email, role, password_hash, permissions)
VALUES ($1, $2, $3, $4, string_to_array($5, ','))
ON CONFLICT (username) DO UPDATE
   SET role = EXCLUDED.role, permissions = EXCLUDED.permissions, password_hash = EXCLUDED.password_hash, session_epoch = account.session_epoch + 1;

-- name: count_attempt
-- $1 purpose, $2 hashed subject, $3 start of the window
INSERT INTO rate_limit (purpose, subject, window_start, attempts)
VALUES ($1, $2, $3, 1)
ON CONFLICT (purpose, subject, window_start) DO UPDATE SET attempts = rate_limit.attempts + 1
RETURNING attempts;

-- name: attempts_so_far
-- $1 purpose, $2 hashed subject, $3 start of the window
SELECT attempts
  FROM rate_limit
 WHERE purpose = $1 AND subject = $2 AND window_start = $3;

-- name: uncount_attempt
-- $1 purpose, $2 hashed subject, $3 start of the window
UPDATE rate_limit
   SET attempts = attempts - 1
 WHERE purpose = $1 AND subject = $2 AND window_start = $3 AND attempts > 0;

-- name: clear_attempts
-- $1 purpose, $2 hashed subject
DELETE FROM rate_limit
 WHERE purpose = $1 AND subject = $2;

-- name: drop_old_attempts
-- $1 all before this moment
DELETE FROM rate_limit
 WHERE window_start < $1;
