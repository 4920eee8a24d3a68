-- Loading the demo shop; used by tools/demo_shop.

-- name: product_count
SELECT count(*) AS products FROM product;

-- name: lift_triggers
-- The sums are made once at the end instead of row by row. Owner only.
ALTER TABLE review DISABLE TRIGGER review_is_counted;

-- name: restore_triggers
ALTER TABLE review ENABLE TRIGGER review_is_counted;

-- name: copy_categories
COPY category (id, slug, name, parent_id, position) FROM STDIN;

-- name: copy_brands
COPY brand (id, slug, name) FROM STDIN;

-- name: copy_centers
COPY distribution_center (id, name, latitude, longitude) FROM STDIN;

-- name: copy_accounts
COPY account (id, username, email, first_name, last_name, phone, street, postal_code, city, country, role, created_at) FROM STDIN;

-- name: allow_staff
-- The demo's shop assistant runs the shop, but its settings and its people are the admin's.
UPDATE account
   SET permissions = ARRAY['orders', 'products', 'stock', 'conversations', 'marketing', 'reports']
 WHERE role = 'staff';

-- name: copy_products
COPY product (id, sku, slug, name, description, category_id, brand_id, price_cents, image, in_stock, created_at) FROM STDIN;

-- name: copy_attributes
COPY product_attribute (product_id, position, name, value) FROM STDIN;

-- name: copy_pictures
COPY product_picture (product_id, position, file, alt) FROM STDIN;

-- name: copy_orders
COPY sales_order (id, number, account_id, state, payment_state, fulfilment_state, currency, subtotal_cents, shipping_cents,
  tax_cents, total_cents, tax_name, tax_rate_bp, tax_included, email, ship_name, ship_street, ship_postal_code, ship_city,
  ship_country, phone, shipping_method, shipping_name, payment_method, created_at, placed_at, paid_at, shipped_at, delivered_at,
  cancelled_at) FROM STDIN;

-- name: copy_lines
COPY order_line (id, order_id, product_id, quantity, product_name, unit_price_cents) FROM STDIN;

-- name: copy_order_events
COPY order_event (order_id, at, kind, account_id) FROM STDIN;

-- name: copy_payments
COPY payment (order_id, method, amount_cents, state, token, created_at, finished_at) FROM STDIN;

-- name: copy_units
COPY inventory_item (product_id, center_id, cost_cents, received_at, sold_at, order_line_id) FROM STDIN;

-- name: copy_reviews
COPY review (product_id, account_id, stars, title, body, verified, created_at) FROM STDIN;

-- name: copy_favorites
COPY favorite (account_id, product_id) FROM STDIN;

-- name: make_months
-- $1 first moment, $2 last moment
SELECT make_event_months($1, $2);

-- name: copy_events
COPY visit_event (at, kind, account_id, product_id) FROM STDIN;

-- name: count_reviews
UPDATE product
   SET review_count = counted.reviews, rating_sum = counted.stars, star_counts = counted.each
  FROM (SELECT product_id, count(*) AS reviews, sum(stars) AS stars,
               ARRAY[count(*) FILTER (WHERE stars = 1), count(*) FILTER (WHERE stars = 2),
                     count(*) FILTER (WHERE stars = 3), count(*) FILTER (WHERE stars = 4),
                     count(*) FILTER (WHERE stars = 5)] AS each
          FROM review
         GROUP BY product_id) AS counted
 WHERE counted.product_id = product.id;

-- name: count_sales
UPDATE product
   SET sold_count = counted.pieces
  FROM (SELECT order_line.product_id, sum(order_line.quantity) AS pieces
          FROM order_line
          JOIN sales_order ON sales_order.id = order_line.order_id
         WHERE sales_order.state IN ('placed', 'complete')
         GROUP BY order_line.product_id) AS counted
 WHERE counted.product_id = product.id;

-- name: next_account
SELECT setval(pg_get_serial_sequence('account', 'id'), (SELECT max(id) FROM account));

-- name: next_product
SELECT setval(pg_get_serial_sequence('product', 'id'), (SELECT max(id) FROM product));

-- name: next_category
SELECT setval(pg_get_serial_sequence('category', 'id'), (SELECT max(id) FROM category));

-- name: next_brand
SELECT setval(pg_get_serial_sequence('brand', 'id'), (SELECT max(id) FROM brand));

-- name: next_order
SELECT setval(pg_get_serial_sequence('sales_order', 'id'), (SELECT max(id) FROM sales_order));

-- name: next_line
SELECT setval(pg_get_serial_sequence('order_line', 'id'), (SELECT max(id) FROM order_line));

-- name: next_center
SELECT setval(pg_get_serial_sequence('distribution_center', 'id'), (SELECT max(id) FROM distribution_center));

-- name: next_number
SELECT setval('order_number', (SELECT max(number::bigint) FROM sales_order WHERE number ~ '^[0-9]+$'));

-- name: problems
-- A row for each rule that does not hold.
SELECT 'stock of product ' || product.id AS problem
  FROM product
  LEFT JOIN inventory_item ON inventory_item.product_id = product.id AND sold_at IS NULL
 GROUP BY product.id
HAVING product.in_stock <> count(inventory_item.id)
UNION ALL
SELECT 'total of order ' || sales_order.id
  FROM sales_order
  JOIN order_line ON order_line.order_id = sales_order.id
 GROUP BY sales_order.id
HAVING subtotal_cents <> sum(quantity * unit_price_cents)
    OR total_cents <> subtotal_cents + shipping_cents + CASE WHEN tax_included THEN 0 ELSE tax_cents END
UNION ALL
SELECT 'units of order line ' || order_line.id
  FROM order_line
  JOIN sales_order ON sales_order.id = order_line.order_id
  LEFT JOIN inventory_item ON inventory_item.order_line_id = order_line.id
 WHERE sales_order.state IN ('placed', 'complete')
 GROUP BY order_line.id
HAVING quantity <> count(inventory_item.id)
 LIMIT 5;

-- name: be_quiet
-- Until the end of the transaction: invented history is told to nobody by mail.
SELECT set_config('parley.quiet', 'on', true);

-- name: add_starters
-- What the chat offers to begin with, of the goods that this shop has.
INSERT INTO conversation_template (title, opening, position)
VALUES ('Within a budget', 'Show me wireless headphones under $' || '100.', 2),
       ('The cheapest of its kind', 'What is the cheapest smartwatch?', 3)
ON CONFLICT DO NOTHING;
