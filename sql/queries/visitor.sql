-- name: customer_by_session
-- The signed-in person behind a session; no row when the account is gone or was logged out everywhere,
-- or when this log-in was ended.
-- $1 account id, $2 session epoch, $3 hash of the session's key
SELECT account.role,
       account.username, array_to_string(account.permissions, ' ') AS permissions,
       COALESCE(NULLIF(account.first_name, ''), account.username::text) AS name,
       account.role <> 'customer' AND account.totp_secret IS NULL
         AND EXISTS (SELECT FROM setting WHERE setting.name = 'staff_second_factor' AND value = 'on') AS lacks_second_factor,
       COALESCE((SELECT sum(order_line.quantity)
                   FROM sales_order
                   JOIN order_line ON order_line.order_id = sales_order.id
                  WHERE sales_order.account_id = account.id AND sales_order.state = 'temp'), 0) AS cart_pieces
  FROM account
 WHERE account.id = $1
   AND account.session_epoch = $2
   AND NOT EXISTS (SELECT FROM log_in WHERE log_in.key_hash = $3 AND log_in.ended_at IS NOT NULL);

-- name: customer_by_token
-- The person behind an access token; no row when the account is gone, was logged out everywhere, or
-- the log-in that the token came from has ended.
-- $1 account id, $2 session epoch, $3 token family
SELECT account.role,
       account.username, array_to_string(account.permissions, ' ') AS permissions,
       COALESCE(NULLIF(account.first_name, ''), account.username::text) AS name,
       account.role <> 'customer' AND account.totp_secret IS NULL
         AND EXISTS (SELECT FROM setting WHERE setting.name = 'staff_second_factor' AND value = 'on') AS lacks_second_factor,
       0 AS cart_pieces
  FROM account
  JOIN token_family ON token_family.account_id = account.id
 WHERE account.id = $1
   AND account.session_epoch = $2
   AND token_family.id = $3
   AND token_family.ended_at IS NULL;

-- name: guest_by_key
-- What a guest's session holds.
-- $1 visitor key
SELECT COALESCE(sum(order_line.quantity), 0) AS cart_pieces
  FROM sales_order
  JOIN order_line ON order_line.order_id = sales_order.id
 WHERE sales_order.visitor = $1
   AND sales_order.state = 'temp';

-- name: health
-- One row when the database answers.
SELECT 1 AS alive;

-- name: adopt_conversations
-- $1 visitor key, $2 account
UPDATE conversation
   SET account_id = $2, visitor = NULL
 WHERE visitor = $1;

-- name: set_actor
-- Whose changes the audit log will say these are; empty: nobody's.
-- $1 account, $2 user name, $3 address, $4 request
SELECT set_config('parley.actor_id', $1, false), set_config('parley.actor', $2, false),
       set_config('parley.address', $3, false), set_config('parley.request', $4, false);
