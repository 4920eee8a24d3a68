-- Rows for tests of the catalogue; used by tests/ only.

-- name: make_paid_order
-- An order with one piece of a product.
-- $1 account, $2 product, $3 payment state, $4 fulfilment state
WITH placed AS (
  INSERT INTO sales_order (number, account_id, state, payment_state, fulfilment_state, subtotal_cents, shipping_cents,
                           tax_cents, total_cents, placed_at, paid_at)
  VALUES ('T-' || nextval('order_number'), $1, 'placed', $3, $4, 1, 0, 0, 1, now(),
          CASE WHEN $3::text = 'unpaid' THEN NULL ELSE now() END)
  RETURNING id
)
INSERT INTO order_line (order_id, product_id, quantity, product_name, unit_price_cents)
SELECT placed.id, $2, 1, 'Lamp', 1 FROM placed;

-- name: make_cart
-- $1 account, $2 product
WITH cart AS (
  INSERT INTO sales_order (account_id) VALUES ($1) RETURNING id
)
INSERT INTO order_line (order_id, product_id, quantity)
SELECT cart.id, $2, 1 FROM cart;

-- name: withdraw
-- $1 product
UPDATE product SET withdrawn_at = now() WHERE id = $1;

-- name: rename
-- $1 product, $2 name
UPDATE product SET name = $2 WHERE id = $1;

-- name: make_picture
-- $1 product, $2 position, $3 file, $4 alternative text
INSERT INTO product_picture (product_id, position, file, alt) VALUES ($1, $2, $3, $4);

-- name: set_image
-- $1 product, $2 file
UPDATE product SET image = $2 WHERE id = $1;

-- name: set_sold
-- $1 product, $2 pieces
UPDATE product SET sold_count = $2 WHERE id = $1;

-- name: age_review
-- $1 product, $2 account, $3 days
UPDATE review SET created_at = created_at - make_interval(days => $3)
 WHERE product_id = $1 AND account_id = $2;

-- name: nest_category
-- Puts one category below another.
-- $1 slug, $2 slug of the parent
UPDATE category SET parent_id = (SELECT id FROM category WHERE slug = $2) WHERE slug = $1;

-- name: make_policy
-- $1 slug, $2 title
INSERT INTO policy (slug, title) VALUES ($1, $2);

-- name: make_paragraph
-- $1 policy, $2 position, $3 heading, $4 text
INSERT INTO policy_paragraph (policy, position, heading, body) VALUES ($1, $2, $3, $4);
