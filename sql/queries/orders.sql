-- A cart's owner is an account ($1) or a guest's visitor key ($2); the other one is NULL.

-- name: cart_lines
-- The lines of an owner's TEMP order as the products are today, oldest first.
-- $1 account, $2 visitor
SELECT sales_order.id AS order_id, sales_order.coupon,
       order_line.product_id, order_line.quantity,
       product.name, product.slug, product.image, product.price_cents, product.in_stock,
       product.withdrawn_at IS NOT NULL AS withdrawn
  FROM sales_order
  JOIN order_line ON order_line.order_id = sales_order.id
  JOIN product ON product.id = order_line.product_id
 WHERE sales_order.state = 'temp'
   AND (sales_order.account_id = $1 OR sales_order.visitor = $2)
 ORDER BY order_line.added_at, order_line.id;

-- name: shipping_methods
SELECT code, name, country, price_cents, free_from_cents, days_min, days_max
  FROM shipping_method
 ORDER BY position, code;

-- name: tax_rates
SELECT country, name, rate_bp, included
  FROM tax_rate
 ORDER BY country;

-- name: profile_address
-- What a customer's profile knows for the checkout form.
-- $1 account
SELECT trim(first_name || ' ' || last_name) AS name, street, postal_code, city, country, phone, email
  FROM account
 WHERE id = $1;

-- name: open_cart_of_account
-- Makes the customer's TEMP order unless there is one, and locks it; nothing for a product that
-- cannot be bought.
-- $1 account, $2 product, $3 pieces, $4 now
INSERT INTO sales_order (account_id, created_at)
SELECT $1, $4::timestamptz
  FROM product
 WHERE id = $2
   AND withdrawn_at IS NULL
   AND in_stock >= $3
ON CONFLICT (account_id) WHERE state = 'temp' AND account_id IS NOT NULL
   DO UPDATE SET currency = sales_order.currency;

-- name: open_cart_of_visitor
-- The same for a guest.
-- $1 visitor, $2 product, $3 pieces, $4 now
INSERT INTO sales_order (visitor, created_at)
SELECT $1, $4::timestamptz
  FROM product
 WHERE id = $2
   AND withdrawn_at IS NULL
   AND in_stock >= $3
ON CONFLICT (visitor) WHERE state = 'temp' AND visitor IS NOT NULL
   DO UPDATE SET currency = sales_order.currency;

-- name: lock_cart
-- Waits for whoever changes or places this cart; no row when there is none (any more).
-- $1 account, $2 visitor
SELECT id
  FROM sales_order
 WHERE state = 'temp'
   AND (account_id = $1 OR visitor = $2)
   FOR UPDATE;

-- name: add_line
-- Adds pieces of a product to the cart, as far as stock and limits allow all of them. One row about
-- the product; `quantity` is NULL when nothing was added. No row for an unknown product.
-- $1 account, $2 visitor, $3 product, $4 pieces, $5 now, $6 most pieces a line, $7 most lines
WITH cart AS (
  SELECT id
    FROM sales_order
   WHERE state = 'temp'
     AND (account_id = $1 OR visitor = $2)
), held AS (
  SELECT count(*) AS line_count,
         COALESCE(sum(quantity) FILTER (WHERE product_id = $3::bigint), 0) AS pieces
    FROM order_line
   WHERE order_id = (SELECT id FROM cart)
), line AS (
  INSERT INTO order_line (order_id, product_id, quantity, added_at)
  SELECT cart.id, product.id, $4::integer, $5::timestamptz
    FROM product, cart, held
   WHERE product.id = $3
     AND product.withdrawn_at IS NULL
     AND held.pieces + $4::integer <= LEAST(product.in_stock, $6::integer)
     AND (held.pieces > 0 OR held.line_count < $7::integer)
  ON CONFLICT ON CONSTRAINT order_line_one_per_product
     DO UPDATE SET quantity = order_line.quantity + EXCLUDED.quantity
  RETURNING quantity
)
SELECT product.name, product.in_stock, product.withdrawn_at IS NOT NULL AS withdrawn,
       held.pieces AS held_pieces, held.line_count, (SELECT quantity FROM line) AS quantity
  FROM product, held
 WHERE product.id = $3;

-- name: set_quantity
-- Sets the pieces of one line. One row about the line, `changed` when it was done; no row when the
-- cart does not hold the product.
-- $1 account, $2 visitor, $3 product, $4 pieces, $5 most pieces a line
WITH held AS (
  SELECT order_line.id, product.name, product.in_stock,
         product.withdrawn_at IS NOT NULL AS withdrawn
    FROM sales_order
    JOIN order_line ON order_line.order_id = sales_order.id
    JOIN product ON product.id = order_line.product_id
   WHERE sales_order.state = 'temp'
     AND (sales_order.account_id = $1 OR sales_order.visitor = $2)
     AND product.id = $3
), changed AS (
  UPDATE order_line
     SET quantity = $4
    FROM held
   WHERE order_line.id = held.id
     AND NOT held.withdrawn
     AND $4 <= LEAST(held.in_stock, $5::integer)
  RETURNING order_line.id
)
SELECT name, in_stock, withdrawn, EXISTS (SELECT 1 FROM changed) AS changed
  FROM held;

-- name: remove_line
-- One row with the product's name when the line was there.
-- $1 account, $2 visitor, $3 product
DELETE FROM order_line
 USING product
 WHERE order_line.order_id = (SELECT id
                                FROM sales_order
                               WHERE state = 'temp'
                                 AND (account_id = $1 OR visitor = $2))
   AND order_line.product_id = $3
   AND product.id = order_line.product_id
RETURNING product.name;

-- name: drop_empty_cart
-- A TEMP order ends with its last line.
-- $1 account, $2 visitor
DELETE FROM sales_order
 WHERE state = 'temp'
   AND (account_id = $1 OR visitor = $2)
   AND NOT EXISTS (SELECT 1 FROM order_line WHERE order_line.order_id = sales_order.id);

-- name: drop_cart
-- $1 account, $2 visitor
DELETE FROM sales_order
 WHERE state = 'temp'
   AND (account_id = $1 OR visitor = $2);

-- name: lock_two_carts
-- The carts that are to become one.
-- $1 account, $2 visitor
SELECT id
  FROM sales_order
 WHERE state = 'temp'
   AND (account_id = $1 OR visitor = $2)
 ORDER BY id
   FOR UPDATE;

-- name: adopt_cart
-- A guest's cart becomes the customer's, when he has none yet.
-- $1 account, $2 visitor
UPDATE sales_order
   SET account_id = $1, visitor = NULL
 WHERE state = 'temp'
   AND visitor = $2
   AND NOT EXISTS (SELECT 1 FROM sales_order AS own WHERE own.state = 'temp' AND own.account_id = $1);

-- name: merge_lines
-- A guest's lines go into the customer's cart: pieces add up, but not beyond stock and limits.
-- $1 account, $2 visitor, $3 most pieces a line, $4 most lines
INSERT INTO order_line (order_id, product_id, quantity, added_at)
SELECT own.id, order_line.product_id, order_line.quantity, order_line.added_at
  FROM sales_order AS own
  JOIN sales_order AS guest ON guest.state = 'temp' AND guest.visitor = $2
  JOIN order_line ON order_line.order_id = guest.id
 WHERE own.state = 'temp'
   AND own.account_id = $1
 ORDER BY order_line.added_at, order_line.id
 LIMIT GREATEST(0, $4 - (SELECT count(*)
                           FROM sales_order AS cart
                           JOIN order_line AS line ON line.order_id = cart.id
                          WHERE cart.state = 'temp' AND cart.account_id = $1))
ON CONFLICT ON CONSTRAINT order_line_one_per_product
   DO UPDATE SET quantity = GREATEST(order_line.quantity,
          LEAST(order_line.quantity + EXCLUDED.quantity, $3::integer,
                (SELECT in_stock FROM product WHERE product.id = order_line.product_id)));

-- name: order_by_checkout_token
-- $1 token
SELECT id, number, account_id, visitor
  FROM sales_order
 WHERE checkout_token = $1;

-- name: lock_lines
-- The lines of a cart with their products, locked in id order against other buyers.
-- $1 order
SELECT order_line.product_id, order_line.quantity,
       product.name, product.price_cents, product.in_stock,
       product.withdrawn_at IS NOT NULL AS withdrawn
  FROM order_line
  JOIN product ON product.id = order_line.product_id
 WHERE order_line.order_id = $1
 ORDER BY product.id
   FOR NO KEY UPDATE OF product;

-- name: copy_names_and_prices
-- From here on the order keeps what the customer saw, whatever becomes of the product.
-- $1 order
UPDATE order_line
   SET product_name = product.name, unit_price_cents = product.price_cents
  FROM product
 WHERE order_line.order_id = $1
   AND product.id = order_line.product_id;

-- name: close_cart
-- TEMP becomes CLOSE.
-- $1 order, $2 now, $3 token, $4 currency, $5 subtotal, $6 shipping, $7 tax, $8 total, $9 tax name,
-- $10 tax rate, $11 tax included, $12 e-mail, $13 name, $14 street, $15 postal code, $16 city,
-- $17 country, $18 phone, $19 shipping method, $20 its name, $21 payment method, $22 discount
UPDATE sales_order
   SET state = 'placed', number = next_order_number(), placed_at = $2,
       checkout_token = $3, currency = $4,
       subtotal_cents = $5, shipping_cents = $6, tax_cents = $7, total_cents = $8,
       tax_name = $9, tax_rate_bp = $10, tax_included = $11,
       email = $12, ship_name = $13, ship_street = $14, ship_postal_code = $15, ship_city = $16,
       ship_country = $17, phone = $18,
       shipping_method = $19, shipping_name = $20, payment_method = $21, discount_cents = $22
 WHERE id = $1
   AND state = 'temp'
RETURNING number;

-- name: add_event
-- $1 order, $2 now, $3 kind, $4 account, $5 note
INSERT INTO order_event (order_id, at, kind, account_id, note) VALUES ($1, $2, $3, $4, $5);

-- name: temp_order
-- The customer's TEMP order as a row of his list, at today's prices.
-- $1 account
SELECT sales_order.id, sales_order.created_at, sum(order_line.quantity) AS pieces, count(*) AS products,
       sum(order_line.quantity * product.price_cents) AS total_cents,
       (array_agg(product.name ORDER BY order_line.id))[1] AS first_product
  FROM sales_order
  JOIN order_line ON order_line.order_id = sales_order.id
  JOIN product ON product.id = order_line.product_id
 WHERE sales_order.state = 'temp'
   AND sales_order.account_id = $1
 GROUP BY sales_order.id;

-- name: placed_orders
-- The customer's placed orders, newest first, older than order $2 when that is given.
-- $1 account, $2 order or NULL, $3 most rows
SELECT page.id, page.number, page.state, page.payment_state, page.fulfilment_state, page.currency,
       page.total_cents, page.placed_at, content.pieces, content.products, content.first_product
  FROM (SELECT *
          FROM sales_order
         WHERE account_id = $1
           AND state <> 'temp'
           AND ($2::bigint IS NULL OR
                (placed_at, id) < (SELECT placed_at, id
                                     FROM sales_order
                                    WHERE id = $2 AND account_id = $1))
         ORDER BY placed_at DESC, id DESC
         LIMIT $3) AS page
 CROSS JOIN LATERAL (
       SELECT COALESCE(sum(quantity), 0) AS pieces, count(*) AS products,
              (array_agg(product_name ORDER BY id))[1] AS first_product
         FROM order_line
        WHERE order_id = page.id) AS content
 ORDER BY page.placed_at DESC, page.id DESC;

-- name: order_by_id
-- Everything of one order but its lines and events.
-- $1 order
SELECT id, number, account_id, visitor, state, payment_state, fulfilment_state, currency,
       subtotal_cents, discount_cents, shipping_cents, tax_cents, total_cents, tax_name, tax_rate_bp,
       tax_included, email, ship_name, ship_street, ship_postal_code, ship_city, ship_country, phone,
       shipping_method, shipping_name, payment_method, created_at, placed_at,
       (SELECT value FROM setting WHERE name = 'bank_account') AS bank_account
  FROM sales_order
 WHERE id = $1;

-- name: order_lines
-- $1 order
SELECT order_line.product_id, order_line.quantity, product.slug, product.image,
       COALESCE(order_line.product_name, product.name) AS name,
       COALESCE(order_line.unit_price_cents, product.price_cents) AS unit_price_cents
  FROM order_line
  JOIN product ON product.id = order_line.product_id
 WHERE order_line.order_id = $1
 ORDER BY order_line.added_at, order_line.id;

-- name: order_events
-- $1 order
SELECT at, kind, note
  FROM order_event
 WHERE order_id = $1
 ORDER BY id;

-- name: guest_order
-- The order of a guest who knows its number and the e-mail address given with it.
-- $1 number, $2 e-mail
SELECT id
  FROM sales_order
 WHERE number = $1
   AND account_id IS NULL
   AND lower(email) = lower($2);

-- name: lock_order
-- A placed order, for a change of its states.
-- $1 order
SELECT id, account_id, visitor, state, payment_state, fulfilment_state, total_cents, currency,
       payment_method, email
  FROM sales_order
 WHERE id = $1
   AND state <> 'temp'
   FOR UPDATE;

-- name: set_states
-- New states of a locked order; each time is kept when its state is reached first.
-- $1 order, $2 order state, $3 payment state, $4 fulfilment state, $5 now
UPDATE sales_order
   SET state = $2, payment_state = $3, fulfilment_state = $4,
       paid_at = CASE WHEN $3 = 'unpaid' THEN NULL ELSE COALESCE(paid_at, $5) END,
       shipped_at = CASE WHEN $4 = 'shipped' THEN COALESCE(shipped_at, $5) ELSE shipped_at END,
       delivered_at = CASE WHEN $4 = 'delivered' THEN COALESCE(delivered_at, $5) ELSE delivered_at END,
       cancelled_at = CASE WHEN $2 = 'cancelled' THEN COALESCE(cancelled_at, $5) ELSE cancelled_at END
 WHERE id = $1;

-- name: set_payment_method
-- $1 order, $2 method
UPDATE sales_order
   SET payment_method = $2
 WHERE id = $1;

-- name: payment_by_token
-- What came of one press of the pay button.
-- $1 token
SELECT order_id, state
  FROM payment
 WHERE token = $1;

-- name: open_payments
-- Payments whose outcome the shop does not know for sure.
-- $1 order
SELECT id, token, state, created_at
  FROM payment
 WHERE order_id = $1
   AND state IN ('started', 'timed_out')
 ORDER BY id;

-- name: start_payment
-- $1 order, $2 method, $3 amount, $4 token, $5 now
INSERT INTO payment (order_id, method, amount_cents, state, token, created_at)
VALUES ($1, $2, $3, 'started', $4, $5)
RETURNING id;

-- name: finish_payment
-- $1 payment, $2 state, $3 now
UPDATE payment
   SET state = $2, finished_at = $3
 WHERE id = $1
   AND state IN ('started', 'timed_out');
