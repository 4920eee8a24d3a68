-- tools/import dummyjson: staged JSON elements become products, accounts, reviews and orders.
-- `item` numbers the elements of a file, `line` is where one begins.

-- name: make_products
CREATE TEMP TABLE staged_product (
  item           bigint PRIMARY KEY,
  line           bigint NOT NULL,
  id             bigint NOT NULL,
  sku            text NOT NULL,
  slug           text NOT NULL,
  name           text NOT NULL,
  description    text NOT NULL,
  category_slug  text NOT NULL,
  category       text NOT NULL,
  brand_slug     text NOT NULL,
  brand          text NOT NULL,
  price_cents    bigint NOT NULL,
  stock          integer NOT NULL,
  since          timestamptz,
  product_id     bigint,
  is_new         boolean NOT NULL DEFAULT true
) ON COMMIT DROP;

-- name: copy_products
COPY staged_product (item, line, id, sku, slug, name, description, category_slug, category,
                     brand_slug, brand, price_cents, stock, since) FROM STDIN;

-- name: make_attributes
CREATE TEMP TABLE staged_attribute (
  id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  item   bigint NOT NULL,        -- of the product
  name   text NOT NULL,
  value  text NOT NULL
) ON COMMIT DROP;

-- name: copy_attributes
COPY staged_attribute (item, name, value) FROM STDIN;

-- name: make_reviews
CREATE TEMP TABLE staged_review (
  id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  item   bigint NOT NULL,        -- of the product
  line   bigint NOT NULL,
  name   text NOT NULL,
  email  text NOT NULL,
  stars  smallint NOT NULL,
  body   text NOT NULL,
  at     timestamptz NOT NULL
) ON COMMIT DROP;

-- name: copy_reviews
COPY staged_review (item, line, name, email, stars, body, at) FROM STDIN;

-- name: make_accounts
-- Users, and behind them (id NULL) reviewers who are no users.
CREATE TEMP TABLE staged_account (
  item         bigint,
  line         bigint NOT NULL,
  id           bigint,
  username     text NOT NULL,
  email        text NOT NULL,
  first_name   text NOT NULL,
  last_name    text NOT NULL,
  phone        text NOT NULL,
  street       text NOT NULL,
  postal_code  text NOT NULL,
  city         text NOT NULL,
  country      text NOT NULL,
  source_key   text GENERATED ALWAYS AS
               (CASE WHEN id IS NULL THEN 'dummyjson:reviewer:' || email ELSE 'dummyjson:user:' || id END) STORED,
  account_id   bigint,
  is_new       boolean NOT NULL DEFAULT true
) ON COMMIT DROP;

-- name: copy_accounts
COPY staged_account (item, line, id, username, email, first_name, last_name, phone, street,
                     postal_code, city, country) FROM STDIN;

-- name: make_orders
CREATE TEMP TABLE staged_order (
  item      bigint PRIMARY KEY,
  line      bigint NOT NULL,
  id        bigint NOT NULL,
  user_id   bigint NOT NULL,
  order_id  bigint,
  is_new    boolean NOT NULL DEFAULT true
) ON COMMIT DROP;

-- name: copy_orders
COPY staged_order (item, line, id, user_id) FROM STDIN;

-- name: make_sales
CREATE TEMP TABLE staged_sale (
  item         bigint NOT NULL,  -- of the cart
  product      bigint NOT NULL,
  quantity     integer NOT NULL,
  price_cents  bigint NOT NULL
) ON COMMIT DROP;

-- name: copy_sales
COPY staged_sale (item, product, quantity, price_cents) FROM STDIN;

-- name: refuse_products
-- A second element with the same id or stock code, and a stock code of the shop's own.
WITH wrong AS (
  SELECT item, CASE WHEN again > 1 THEN 'repeats the id ' || id
                    WHEN same_sku > 1 THEN 'repeats the stock code ' || sku
                    ELSE 'stock code ' || sku || ' is another product of this shop' END AS reason
    FROM (SELECT s.item, s.id, s.sku, row_number() OVER (PARTITION BY s.id ORDER BY s.item) AS again,
                 row_number() OVER (PARTITION BY s.sku ORDER BY s.item) AS same_sku, p.id AS other
            FROM staged_product s
            LEFT JOIN product p ON p.sku = s.sku
                               AND p.imported_from IS DISTINCT FROM 'dummyjson:product:' || s.id) d
   WHERE again > 1 OR same_sku > 1 OR other IS NOT NULL
), gone AS (
  DELETE FROM staged_product s USING wrong w WHERE w.item = s.item RETURNING s.line, w.reason
)
INSERT INTO staged_problem (file, line, verdict, reason)
SELECT 'products.json', line, 'bad', reason FROM gone;

-- name: mark_known_products
UPDATE staged_product s SET product_id = p.id, is_new = false
  FROM product p WHERE p.imported_from = 'dummyjson:product:' || s.id;

-- name: add_categories
INSERT INTO category (slug, name, position)
SELECT category_slug, min(category), 100
  FROM staged_product WHERE is_new GROUP BY category_slug
ON CONFLICT (slug) DO NOTHING;

-- name: add_brands
INSERT INTO brand (slug, name)
SELECT brand_slug, min(brand)
  FROM staged_product WHERE is_new AND brand <> '' GROUP BY brand_slug
ON CONFLICT (slug) DO NOTHING;

-- name: add_products
INSERT INTO product (sku, slug, name, description, category_id, brand_id, price_cents, in_stock,
                     created_at, imported_from)
SELECT s.sku, s.slug, s.name, s.description, c.id, b.id, s.price_cents, s.stock,
       COALESCE(s.since, now()), 'dummyjson:product:' || s.id
  FROM staged_product s
  JOIN category c ON c.slug = s.category_slug
  LEFT JOIN brand b ON b.slug = s.brand_slug AND s.brand <> ''
 WHERE s.is_new
 ORDER BY s.item;

-- name: find_products
UPDATE staged_product s SET product_id = p.id
  FROM product p WHERE s.is_new AND p.imported_from = 'dummyjson:product:' || s.id;

-- name: add_attributes
INSERT INTO product_attribute (product_id, position, name, value)
SELECT s.product_id, row_number() OVER (PARTITION BY s.product_id ORDER BY min(a.id)), a.name, a.value
  FROM staged_attribute a
  JOIN staged_product s USING (item)
 WHERE s.is_new
 GROUP BY s.product_id, a.name, a.value;

-- name: add_units
-- Half the price stands for the cost, which the source does not tell.
-- $1 distribution centre
INSERT INTO inventory_item (product_id, center_id, cost_cents)
SELECT product_id, $1::bigint, price_cents / 2
  FROM staged_product, generate_series(1, stock)
 WHERE is_new
 ORDER BY product_id;

-- name: refuse_accounts
WITH wrong AS (
  SELECT item, CASE WHEN same_id > 1 THEN 'repeats the id ' || id
                    WHEN same_name > 1 THEN 'repeats the user name ' || username
                    WHEN same_email > 1 THEN 'repeats the e-mail address of another user'
                    ELSE 'user name or e-mail address is another account of this shop' END AS reason
    FROM (SELECT s.item, s.id, s.username,
                 row_number() OVER (PARTITION BY s.id ORDER BY s.item) AS same_id,
                 row_number() OVER (PARTITION BY lower(s.username) ORDER BY s.item) AS same_name,
                 row_number() OVER (PARTITION BY s.email ORDER BY s.item) AS same_email,
                 EXISTS (SELECT 1 FROM account a WHERE a.username = s.username::citext
                            AND a.imported_from IS DISTINCT FROM s.source_key) OR
                 EXISTS (SELECT 1 FROM account a WHERE a.email = s.email::citext
                            AND a.imported_from IS DISTINCT FROM s.source_key) AS is_taken
            FROM staged_account s) d
   WHERE same_id > 1 OR same_name > 1 OR same_email > 1 OR is_taken
), gone AS (
  DELETE FROM staged_account s USING wrong w WHERE w.item = s.item RETURNING s.line, w.reason
)
INSERT INTO staged_problem (file, line, verdict, reason)
SELECT 'users.json', line, 'bad', reason FROM gone;

-- name: add_reviewers
-- Who reviewed new products without being a user; the user name is the front part of the address.
INSERT INTO staged_account (line, username, email, first_name, last_name, phone, street,
                            postal_code, city, country)
SELECT min(r.line), left(split_part(r.email, '@', 1), 40), r.email,
       split_part(min(r.name), ' ', 1), substr(min(r.name), strpos(min(r.name) || ' ', ' ') + 1),
       '', '', '', '', ''
  FROM staged_review r
  JOIN staged_product p ON p.item = r.item AND p.is_new
 WHERE NOT EXISTS (SELECT 1 FROM staged_account s WHERE s.email = r.email)
 GROUP BY r.email;

-- name: refuse_reviewers
WITH gone AS (
  DELETE FROM staged_account s
   WHERE s.id IS NULL
     AND (length(s.username) < 3 OR s.email NOT LIKE '%_@_%'
          OR EXISTS (SELECT 1 FROM staged_account o WHERE lower(o.username) = lower(s.username)
                        AND o.email <> s.email)
          OR EXISTS (SELECT 1 FROM account a WHERE a.username = s.username::citext
                        AND a.imported_from IS DISTINCT FROM s.source_key)
          OR EXISTS (SELECT 1 FROM account a WHERE a.email = s.email::citext
                        AND a.imported_from IS DISTINCT FROM s.source_key))
  RETURNING s.line, s.email
)
INSERT INTO staged_problem (file, line, verdict, reason)
SELECT 'products.json', line, 'bad', 'reviewer ' || email || ' cannot become an account' FROM gone;

-- name: mark_known_accounts
UPDATE staged_account s SET account_id = a.id, is_new = false
  FROM account a WHERE a.imported_from = s.source_key;

-- name: add_accounts
-- Everybody is a customer here, whatever the source's role says.
INSERT INTO account (username, email, first_name, last_name, phone, street, postal_code, city,
                     country, imported_from)
SELECT username, email, first_name, last_name, phone, street, postal_code, city, country, source_key
  FROM staged_account
 WHERE is_new
 ORDER BY item, email;

-- name: find_accounts
UPDATE staged_account s SET account_id = a.id
  FROM account a WHERE s.is_new AND a.imported_from = s.source_key;

-- name: leave_out_second_reviews
WITH again AS (
  SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY item, email ORDER BY id) AS time
                    FROM staged_review) r
   WHERE time > 1
), gone AS (
  DELETE FROM staged_review r USING again a WHERE a.id = r.id RETURNING r.line, r.email
)
INSERT INTO staged_problem (file, line, verdict, reason)
SELECT 'products.json', line, 'left out', 'a second review of the product by ' || email
  FROM gone;

-- name: add_reviews
INSERT INTO review (product_id, account_id, stars, body, created_at)
SELECT p.product_id, a.account_id, r.stars, r.body, r.at
  FROM staged_review r
  JOIN staged_product p ON p.item = r.item AND p.is_new
  JOIN staged_account a ON a.email = r.email
 ORDER BY r.id;

-- name: refuse_orders
-- A cart is imported as a whole or not at all.
WITH wrong AS (
  SELECT item, CASE WHEN again > 1 THEN 'repeats the id ' || id
                    WHEN NOT knows_user THEN 'user ' || user_id || ' is not imported'
                    ELSE 'product ' || stranger || ' is not imported' END AS reason
    FROM (SELECT o.item, o.id, o.user_id, row_number() OVER (PARTITION BY o.id ORDER BY o.item) AS again,
                 EXISTS (SELECT 1 FROM staged_account a WHERE a.id = o.user_id) AS knows_user,
                 (SELECT min(s.product) FROM staged_sale s
                   WHERE s.item = o.item
                     AND NOT EXISTS (SELECT 1 FROM staged_product p WHERE p.id = s.product)) AS stranger
            FROM staged_order o) d
   WHERE again > 1 OR NOT knows_user OR stranger IS NOT NULL
), gone AS (
  DELETE FROM staged_order o USING wrong w WHERE w.item = o.item RETURNING o.line, w.reason
)
INSERT INTO staged_problem (file, line, verdict, reason)
SELECT 'carts.json', line, 'bad', reason FROM gone;

-- name: mark_known_orders
UPDATE staged_order s SET order_id = o.id, is_new = false
  FROM sales_order o WHERE o.imported_from = 'dummyjson:cart:' || s.id;

-- name: add_orders
-- Carts know no time and no payment: they are placed now, and not paid yet.
-- $1 currency
INSERT INTO sales_order (number, account_id, state, currency, subtotal_cents, shipping_cents, tax_cents,
                         total_cents, tax_name, tax_rate_bp, tax_included, email, ship_name, ship_street,
                         ship_postal_code, ship_city, ship_country, phone, placed_at, imported_from)
SELECT 'D' || o.id, a.account_id, 'placed', $1, g.cents, 0, 0, g.cents, '', 0, true, a.email,
       trim(a.first_name || ' ' || a.last_name), a.street, a.postal_code, a.city, a.country, a.phone,
       now(), 'dummyjson:cart:' || o.id
  FROM staged_order o
  JOIN staged_account a ON a.id = o.user_id
  JOIN (SELECT item, sum(quantity * price_cents)::bigint AS cents FROM staged_sale GROUP BY item) g
    ON g.item = o.item
 WHERE o.is_new
 ORDER BY o.item;

-- name: find_orders
UPDATE staged_order s SET order_id = o.id
  FROM sales_order o WHERE s.is_new AND o.imported_from = 'dummyjson:cart:' || s.id;

-- name: add_order_lines
INSERT INTO order_line (order_id, product_id, quantity, product_name, unit_price_cents)
SELECT o.order_id, p.product_id, s.quantity, p.name, s.price_cents
  FROM staged_sale s
  JOIN staged_order o ON o.item = s.item AND o.is_new
  JOIN staged_product p ON p.id = s.product
 ORDER BY o.order_id, p.product_id;

-- name: add_order_events
INSERT INTO order_event (order_id, kind)
SELECT order_id, 'placed' FROM staged_order WHERE is_new ORDER BY order_id;

-- name: add_sold_units
-- The stock of products.json is what is left; the carts' pieces were there besides.
-- $1 distribution centre
INSERT INTO inventory_item (product_id, center_id, cost_cents, sold_at, order_line_id)
SELECT l.product_id, $1::bigint, l.unit_price_cents / 2, now(), l.id
  FROM staged_order o
  JOIN order_line l ON l.order_id = o.order_id,
       generate_series(1, l.quantity)
 WHERE o.is_new
 ORDER BY l.id;

-- name: count_sales
UPDATE product p SET sold_count = p.sold_count + s.pieces
  FROM (SELECT l.product_id, sum(l.quantity) AS pieces
          FROM staged_order o JOIN order_line l ON l.order_id = o.order_id
         WHERE o.is_new GROUP BY l.product_id) s
 WHERE p.id = s.product_id;

-- name: totals
SELECT (SELECT count(*) FROM staged_product WHERE is_new) AS products,
       (SELECT COALESCE(sum(stock), 0) FROM staged_product WHERE is_new) AS pieces,
       (SELECT count(*) FROM staged_account WHERE is_new) AS customers,
       (SELECT count(*) FROM review r JOIN staged_product p USING (product_id) WHERE p.is_new) AS reviews,
       (SELECT count(*) FROM staged_order WHERE is_new) AS orders,
       (SELECT COALESCE(sum(x.subtotal_cents), 0)::bigint
          FROM sales_order x JOIN staged_order s ON s.order_id = x.id WHERE s.is_new) AS goods_cents;
