-- Rows for tests; used by tests/support only.

-- name: category_named
-- $1 slug, $2 name
INSERT INTO category (slug, name) VALUES ($1, $2)
ON CONFLICT (slug) DO UPDATE SET name = EXCLUDED.name
RETURNING id;

-- name: brand_named
-- $1 slug, $2 name
INSERT INTO brand (slug, name) VALUES ($1, $2)
ON CONFLICT (slug) DO UPDATE SET name = EXCLUDED.name
RETURNING id;

-- name: make_product
-- $1 sku, $2 slug, $3 name, $4 description, $5 category, $6 brand, $7 price, $8 pieces
INSERT INTO product (sku, slug, name, description, category_id, brand_id, price_cents, in_stock)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
RETURNING id;

-- name: make_attribute
-- $1 product, $2 position, $3 name, $4 value
INSERT INTO product_attribute (product_id, position, name, value) VALUES ($1, $2, $3, $4);

-- name: make_units
-- $1 product, $2 pieces, $3 price: the cost is half of it
WITH center AS (
  INSERT INTO distribution_center (name) VALUES ('Test centre')
  ON CONFLICT (name) DO UPDATE SET name = EXCLUDED.name
  RETURNING id
)
INSERT INTO inventory_item (product_id, center_id, cost_cents)
SELECT $1, center.id, $3::bigint / 2
  FROM center, generate_series(1, $2::integer);

-- name: make_account
-- $1 user name, $2 e-mail, $3 first name, $4 role, $5 country, $6 permissions with commas between them
INSERT INTO account (username, email, first_name, role, country, permissions)
VALUES ($1, $2, $3, $4, $5, string_to_array($6, ','))
RETURNING id;

-- name: make_tax_rates
INSERT INTO tax_rate (country, name, rate_bp, included)
VALUES ('', 'VAT', 2000, true), ('US', 'sales tax', 825, false), ('DE', 'VAT', 1900, true)
ON CONFLICT DO NOTHING;

-- name: lesson_labels
SELECT COALESCE(string_agg(label, ',' ORDER BY id), '') AS labels FROM intent_lesson;

-- name: make_pickup
-- A method for one country. $1 country
INSERT INTO shipping_method (code, name, country, price_cents, days_min, days_max, position)
VALUES ('pickup-here', 'Pick up', $1, 0, 1, 2, 9);

-- name: make_shipping_methods
INSERT INTO shipping_method (code, name, price_cents, free_from_cents, days_min, days_max, position)
VALUES ('standard', 'Standard delivery', 495, 6000, 3, 5, 1),
       ('express', 'Express delivery', 1295, NULL, 1, 2, 2)
ON CONFLICT DO NOTHING;

-- name: make_placed_order
-- An order with one line and an address. $1 account, $2 product, $3 pieces, $4 state, $5 payment, $6 fulfilment
WITH placed AS (
  INSERT INTO sales_order (account_id, state, payment_state, fulfilment_state, number, placed_at, paid_at,
                           subtotal_cents, shipping_cents, tax_cents, total_cents, email, ship_name, ship_street,
                           ship_city, ship_country)
  VALUES ($1, $4, $5, $6, 'T' || nextval('order_number'), now(), CASE WHEN $5 <> 'unpaid' THEN now() END,
          1000, 0, 0, 1000, 'a@example.com', 'A', '1 High Street', 'Bern', 'CH')
  RETURNING id
)
INSERT INTO order_line (order_id, product_id, quantity, product_name, unit_price_cents)
SELECT id, $2, $3, 'Lamp', 1000
  FROM placed
RETURNING order_id;

-- name: make_review
-- $1 account, $2 product, $3 stars
INSERT INTO review (account_id, product_id, stars) VALUES ($1, $2, $3);

-- name: make_favorite
-- $1 account, $2 product
INSERT INTO favorite (account_id, product_id) VALUES ($1, $2);

-- name: make_conversation
-- $1 account
INSERT INTO conversation (account_id) VALUES ($1) RETURNING id;

-- name: tied_rows
-- How many rows name an account. $1 account
SELECT (SELECT count(*) FROM review WHERE account_id = $1)
     + (SELECT count(*) FROM favorite WHERE account_id = $1)
     + (SELECT count(*) FROM conversation WHERE account_id = $1)
     + (SELECT count(*) FROM sales_order WHERE account_id = $1)
     + (SELECT count(*) FROM visit_event WHERE account_id = $1)
     + (SELECT count(*) FROM order_event WHERE account_id = $1) AS rows;

-- name: product_counters
-- $1 product
SELECT in_stock, sold_count, review_count, rating_sum FROM product WHERE id = $1;

-- name: addresses_of_product_orders
-- $1 product
SELECT sales_order.state, payment_state, fulfilment_state, ship_street, email
  FROM sales_order
  JOIN order_line ON order_line.order_id = sales_order.id
 WHERE order_line.product_id = $1
 ORDER BY sales_order.id;

-- name: complete_orders_of_product
-- $1 product
UPDATE sales_order
   SET state = 'complete', fulfilment_state = 'delivered'
 WHERE id IN (SELECT order_id FROM order_line WHERE product_id = $1);

-- name: make_guest_cart
-- $1 visitor, $2 product, $3 pieces
WITH cart AS (INSERT INTO sales_order (visitor) VALUES ($1) RETURNING id)
INSERT INTO order_line (order_id, product_id, quantity) SELECT id, $2, $3 FROM cart;

-- name: make_cart
-- $1 account, $2 product, $3 pieces
WITH cart AS (INSERT INTO sales_order (account_id) VALUES ($1) RETURNING id)
INSERT INTO order_line (order_id, product_id, quantity) SELECT id, $2, $3 FROM cart;

-- name: add_cart_line
-- $1 account, $2 product, $3 pieces
INSERT INTO order_line (order_id, product_id, quantity)
SELECT id, $2, $3 FROM sales_order WHERE account_id = $1 AND state = 'temp';

-- name: cart_lines
-- $1 account
SELECT product_id, quantity
  FROM order_line
  JOIN sales_order ON sales_order.id = order_line.order_id
 WHERE account_id = $1 AND state = 'temp'
 ORDER BY product_id;

-- name: rename_product
-- $1 product, $2 name
UPDATE product SET name = $2 WHERE id = $1;

-- name: withdraw_product
-- $1 product
UPDATE product SET withdrawn_at = now() WHERE id = $1;

-- name: recolour_product
-- $1 product, $2 colour
UPDATE product_attribute SET value = $2 WHERE product_id = $1 AND name = 'Colour';

-- name: sell_out
-- $1 product
UPDATE product SET in_stock = 0 WHERE id = $1;

-- name: make_dated_order
-- A paid order with one piece. $1 account, $2 product, $3 number, $4 placed at
WITH placed AS (
  INSERT INTO sales_order (account_id, state, payment_state, number, placed_at, paid_at, subtotal_cents,
                           shipping_cents, tax_cents, total_cents)
  VALUES ($1, 'placed', 'paid', $3, $4, $4, 1000, 0, 0, 1000)
  RETURNING id
)
INSERT INTO order_line (order_id, product_id, quantity, product_name, unit_price_cents)
SELECT placed.id, product.id, 1, product.name, product.price_cents
  FROM placed, product
 WHERE product.id = $2
RETURNING order_id;

-- name: sold_pieces
-- $1 product, $2 pieces
UPDATE product SET sold_count = $2 WHERE id = $1;

-- name: make_policy
-- $1 slug, $2 title, $3 heading, $4 body
WITH made AS (
  INSERT INTO policy (slug, title) VALUES ($1, $2)
  ON CONFLICT (slug) DO UPDATE SET title = EXCLUDED.title
  RETURNING slug
)
INSERT INTO policy_paragraph (policy, position, heading, body)
SELECT slug, COALESCE((SELECT max(position) FROM policy_paragraph WHERE policy = $1), 0) + 1, $3, $4
  FROM made;

-- name: make_past_price
-- $1 product, $2 price, $3 since
INSERT INTO price_history (product_id, price_cents, since) VALUES ($1, $2, $3);

-- name: age_proposals
-- All proposals were made long ago. $1 now
UPDATE message_proposal SET expires_at = $1;

-- name: newest_proposal
SELECT max(id) AS id FROM message_proposal;

-- name: pieces_in_carts
-- $1 product
SELECT COALESCE(sum(quantity), 0) AS pieces
  FROM order_line
  JOIN sales_order ON sales_order.id = order_line.order_id
 WHERE product_id = $1
   AND state = 'temp';

-- name: reduce_price
-- As a sale does while it runs. $1 product, $2 cents
UPDATE product SET regular_price_cents = price_cents, lowest_price_cents = price_cents, price_cents = $2 WHERE id = $1;

-- name: set_price
-- $1 product, $2 price
UPDATE product SET price_cents = $2 WHERE id = $1;

-- name: make_unpaid_order
-- An order of one piece that waits for its payment. $1 account, $2 product, $3 number, $4 placed at
WITH placed AS (
  INSERT INTO sales_order (account_id, state, payment_state, number, placed_at, subtotal_cents,
                           shipping_cents, tax_cents, total_cents)
  VALUES ($1, 'placed', 'unpaid', $3, $4, 1000, 0, 0, 1000)
  RETURNING id
)
INSERT INTO order_line (order_id, product_id, quantity, product_name, unit_price_cents)
SELECT placed.id, product.id, 1, product.name, product.price_cents
  FROM placed, product
 WHERE product.id = $2;

-- name: chat_counts
-- All that asking the assistant could leave behind, in one text.
SELECT (SELECT count(*) FROM message) || ' ' || (SELECT count(*) FROM message_fact) || ' ' ||
       (SELECT count(*) FROM message_product) || ' ' || (SELECT count(*) FROM message_proposal) || ' ' ||
       (SELECT count(*) FROM order_line) || ' ' ||
       (SELECT string_agg(md5(conversation::text), '' ORDER BY id) FROM conversation) AS counts;

-- name: products_meeting
-- $1 needs
SELECT id
  FROM product
 WHERE withdrawn_at IS NULL
   AND product_meets(id, name, description, category_id, brand_id, $1::jsonb)
 ORDER BY id;
