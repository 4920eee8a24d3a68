-- Withdrawals and returns; used by cgi-bin/orders/returns.

-- name: order_to_withdraw
-- The placed order with this number and e-mail address, whoever's it is.
-- $1 number, $2 e-mail
SELECT id
  FROM sales_order
 WHERE number = $1
   AND state <> 'temp'
   AND lower(email) = lower($2);

-- name: returnable_order
-- One row about a placed order: its states, and the last moment for a return, if that is known.
-- $1 order
SELECT id, number, state, payment_state, fulfilment_state,
       CASE WHEN fulfilment_state = 'delivered'
            THEN COALESCE(delivered_at, shipped_at, placed_at)
                 + COALESCE((SELECT value::integer FROM setting
                              WHERE name = 'return_days' AND value ~ '^[0-9]{1,4}$'), 30) * interval '1 day'
        END AS until
  FROM sales_order
 WHERE id = $1
   AND state <> 'temp';

-- name: returnable_lines
-- $1 order
SELECT order_line.id, order_line.quantity, COALESCE(order_line.product_name, product.name) AS name,
       COALESCE(order_line.unit_price_cents, product.price_cents) AS unit_price_cents,
       order_line.quantity - (SELECT COALESCE(sum(return_line.quantity), 0)
                                FROM return_line
                                JOIN return_request ON return_request.id = return_line.return_id
                               WHERE return_line.order_line_id = order_line.id
                                 AND return_request.state <> 'declined') AS open
  FROM order_line
  JOIN product ON product.id = order_line.product_id
 WHERE order_line.order_id = $1
 ORDER BY order_line.added_at, order_line.id;

-- name: return_by_token
-- $1 token
SELECT id, order_id
  FROM return_request
 WHERE token = $1;

-- name: add_return
-- $1 order, $2 reason, $3 token, $4 now
INSERT INTO return_request (order_id, reason, token, created_at) VALUES ($1, $2, $3, $4)
RETURNING id;

-- name: add_return_line
-- $1 return, $2 line of the order, $3 pieces
INSERT INTO return_line (return_id, order_line_id, quantity) VALUES ($1, $2, $3);

-- name: return_by_id
-- $1 return
SELECT return_request.id, return_request.order_id, sales_order.number, return_request.state,
       return_request.reason, return_request.answer, return_request.refund_cents,
       return_request.created_at, return_request.decided_at
  FROM return_request
  JOIN sales_order ON sales_order.id = return_request.order_id
 WHERE return_request.id = $1;

-- name: returns_of_order
-- $1 order
SELECT return_request.id, return_request.order_id, sales_order.number, return_request.state,
       return_request.reason, return_request.answer, return_request.refund_cents,
       return_request.created_at, return_request.decided_at
  FROM return_request
  JOIN sales_order ON sales_order.id = return_request.order_id
 WHERE return_request.order_id = $1
 ORDER BY return_request.id;

-- name: lines_of_return
-- $1 return
SELECT return_line.order_line_id, return_line.quantity,
       COALESCE(order_line.product_name, product.name) AS name,
       COALESCE(order_line.unit_price_cents, product.price_cents) AS unit_price_cents
  FROM return_line
  JOIN order_line ON order_line.id = return_line.order_line_id
  JOIN product ON product.id = order_line.product_id
 WHERE return_line.return_id = $1
 ORDER BY order_line.added_at, order_line.id;

-- name: list
-- Returns, newest first. $1 state or '', $2 text in order number, name or e-mail, or '',
-- $3 only before this return, $4 most rows
SELECT return_request.id, return_request.order_id, sales_order.number, sales_order.ship_name, sales_order.email,
       sales_order.currency, return_request.state, return_request.reason, return_request.refund_cents,
       return_request.created_at,
       (SELECT string_agg(return_line.quantity || ' × ' || COALESCE(order_line.product_name, ''), ', '
                          ORDER BY order_line.id)
          FROM return_line
          JOIN order_line ON order_line.id = return_line.order_line_id
         WHERE return_line.return_id = return_request.id) AS content
  FROM return_request
  JOIN sales_order ON sales_order.id = return_request.order_id
 WHERE ($1 = '' OR return_request.state = $1)
   AND ($2 = '' OR strpos(lower(concat_ws(' ', sales_order.number, sales_order.ship_name, sales_order.email)),
                          lower($2)) > 0)
   AND ($3::bigint IS NULL OR return_request.id < $3)
 ORDER BY return_request.id DESC
 LIMIT $4;

-- name: is_whole_order_returned
-- True when the pieces of all accepted returns, and of this one, are all that was ordered.
-- $1 order, $2 return
SELECT NOT EXISTS (
         SELECT 1
           FROM order_line
          WHERE order_line.order_id = $1
            AND order_line.quantity > (SELECT COALESCE(sum(return_line.quantity), 0)
                                         FROM return_line
                                         JOIN return_request ON return_request.id = return_line.return_id
                                        WHERE return_line.order_line_id = order_line.id
                                          AND (return_request.state = 'accepted' OR return_request.id = $2))) AS whole;

-- name: tax_of_order
-- How tax is on top of an order's prices, and how much was taken off its goods. $1 order
SELECT COALESCE(tax_rate_bp, 0) AS rate_bp, COALESCE(tax_included, true) AS included, subtotal_cents, discount_cents
  FROM sales_order
 WHERE id = $1;

-- name: decide
-- $1 return, $2 state, $3 refund that is due, $4 answer, $5 account, $6 now
UPDATE return_request
   SET state = $2, refund_cents = $3, answer = $4, decided_by = $5, decided_at = $6
 WHERE id = $1
   AND state = 'asked';
