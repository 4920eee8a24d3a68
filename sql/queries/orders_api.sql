-- Orders as the JSON API shows them; used by cgi-bin/orders/order_records.cpp and buy.cpp.

-- name: records_of_account
-- The customer's orders, TEMP first, then newest first; those behind order $2 unless that is 0.
-- $1 account, $2 order, $3 how many
SELECT id, number, account_id, state, payment_state, fulfilment_state, currency, subtotal_cents, shipping_cents,
       tax_cents, total_cents, ship_name, ship_street, ship_postal_code, ship_city, ship_country, phone,
       shipping_method, payment_method, created_at, placed_at, paid_at, delivered_at
  FROM sales_order
 WHERE account_id = $1
   AND ($2 = 0 OR (COALESCE(placed_at, 'infinity'), id) <
                  (SELECT COALESCE(last.placed_at, 'infinity'), last.id FROM sales_order AS last
                    WHERE last.id = $2 AND last.account_id = $1))
 ORDER BY COALESCE(placed_at, 'infinity') DESC, id DESC
 LIMIT $3;

-- name: count_of_account
-- $1 account
SELECT count(*) AS orders FROM sales_order WHERE account_id = $1;

-- name: records
-- Placed orders for staff, newest first; those behind order $4 unless that is 0.
-- $1 account or NULL, $2 state or NULL, $3 payment state or NULL, $4 order, $5 how many
SELECT id, number, account_id, state, payment_state, fulfilment_state, currency, subtotal_cents, shipping_cents,
       tax_cents, total_cents, ship_name, ship_street, ship_postal_code, ship_city, ship_country, phone,
       shipping_method, payment_method, created_at, placed_at, paid_at, delivered_at
  FROM sales_order
 WHERE state <> 'temp'
   AND ($1::bigint IS NULL OR account_id = $1)
   AND ($2::text IS NULL OR state = $2)
   AND ($3::text IS NULL OR payment_state = $3)
   AND ($4 = 0 OR (placed_at, id) <
                  (SELECT last.placed_at, last.id FROM sales_order AS last WHERE last.id = $4))
 ORDER BY placed_at DESC, id DESC
 LIMIT $5;

-- name: count_records
-- $1 account or NULL, $2 state or NULL, $3 payment state or NULL
SELECT count(*) AS orders
  FROM sales_order
 WHERE state <> 'temp'
   AND ($1::bigint IS NULL OR account_id = $1)
   AND ($2::text IS NULL OR state = $2)
   AND ($3::text IS NULL OR payment_state = $3);

-- name: record_by_id
-- $1 order
SELECT id, number, account_id, state, payment_state, fulfilment_state, currency, subtotal_cents, shipping_cents,
       tax_cents, total_cents, ship_name, ship_street, ship_postal_code, ship_city, ship_country, phone,
       shipping_method, payment_method, created_at, placed_at, paid_at, delivered_at
  FROM sales_order
 WHERE id = $1;

-- name: lines_of_orders
-- $1 bigint[] of orders
SELECT order_line.order_id, order_line.product_id, order_line.quantity, product.slug, product.image,
       COALESCE(order_line.product_name, product.name) AS name,
       COALESCE(order_line.unit_price_cents, product.price_cents) AS unit_price_cents
  FROM order_line
  JOIN product ON product.id = order_line.product_id
 WHERE order_line.order_id = ANY ($1::bigint[])
 ORDER BY order_line.order_id, order_line.added_at, order_line.id;

-- name: order_of_token
-- What a token has bought for this account. $1 token, $2 account
SELECT id, number FROM sales_order WHERE checkout_token = $1 AND account_id = $2;

-- name: give_to_account
-- An order that was made beside the cart becomes the customer's. $1 order, $2 account
UPDATE sales_order SET account_id = $2, visitor = NULL WHERE id = $1;
