-- tools/import thelook: staged rows become centres, products, accounts, orders, pieces and events.
-- A reference is looked up in the shop itself, where this run's rows stand besides earlier ones.

-- name: make_centers
CREATE TEMP TABLE staged_center (
  line       bigint PRIMARY KEY,
  id         bigint NOT NULL,
  name       text NOT NULL,
  latitude   double precision,
  longitude  double precision
) ON COMMIT DROP;

-- name: copy_centers
COPY staged_center (line, id, name, latitude, longitude) FROM STDIN;

-- name: make_products
CREATE TEMP TABLE staged_product (
  line           bigint PRIMARY KEY,
  id             bigint NOT NULL,
  sku            text NOT NULL,
  slug           text NOT NULL,
  name           text NOT NULL,
  category_slug  text NOT NULL,
  category       text NOT NULL,
  brand_slug     text NOT NULL,
  brand          text NOT NULL,
  department     text NOT NULL,
  price_cents    bigint NOT NULL,
  center         bigint NOT NULL,
  product_id     bigint,
  is_new         boolean NOT NULL DEFAULT true
) ON COMMIT DROP;

-- name: copy_products
COPY staged_product (line, id, sku, slug, name, category_slug, category, brand_slug, brand,
                     department, price_cents, center) FROM STDIN;

-- name: make_accounts
CREATE TEMP TABLE staged_account (
  line         bigint PRIMARY KEY,
  id           bigint NOT NULL,
  email        text NOT NULL,
  first_name   text NOT NULL,
  last_name    text NOT NULL,
  street       text NOT NULL,
  postal_code  text NOT NULL,
  city         text NOT NULL,
  country      text NOT NULL,
  at           timestamptz NOT NULL,
  is_new       boolean NOT NULL DEFAULT true
) ON COMMIT DROP;

-- name: copy_accounts
COPY staged_account (line, id, email, first_name, last_name, street, postal_code, city, country, at)
  FROM STDIN;

-- name: make_units
CREATE TEMP TABLE staged_unit (
  line        bigint PRIMARY KEY,
  id          bigint NOT NULL,
  product     bigint NOT NULL,
  center      bigint NOT NULL,
  cost_cents  bigint NOT NULL,
  at          timestamptz NOT NULL,
  sold_at     timestamptz,
  is_new      boolean NOT NULL DEFAULT true
) ON COMMIT DROP;

-- name: copy_units
COPY staged_unit (line, id, product, center, cost_cents, at, sold_at) FROM STDIN;

-- name: make_orders
-- orders.csv; without that file, or for orders it does not name, from order_items.csv.
CREATE TEMP TABLE staged_order (
  line          bigint,
  id            bigint NOT NULL,
  user_id       bigint NOT NULL,
  status        text NOT NULL,
  at            timestamptz NOT NULL,
  shipped_at    timestamptz,
  delivered_at  timestamptz,
  returned_at   timestamptz,
  order_id      bigint,
  is_new        boolean NOT NULL DEFAULT true
) ON COMMIT DROP;

-- name: copy_orders
COPY staged_order (line, id, user_id, status, at, shipped_at, delivered_at, returned_at) FROM STDIN;

-- name: make_sales
CREATE TEMP TABLE staged_sale (
  line          bigint PRIMARY KEY,
  id            bigint NOT NULL,
  order_no      bigint NOT NULL,
  user_id       bigint NOT NULL,
  product       bigint NOT NULL,
  unit          bigint NOT NULL,
  status        text NOT NULL,
  at            timestamptz NOT NULL,
  shipped_at    timestamptz,
  delivered_at  timestamptz,
  returned_at   timestamptz,
  price_cents   bigint NOT NULL
) ON COMMIT DROP;

-- name: copy_sales
COPY staged_sale (line, id, order_no, user_id, product, unit, status, at, shipped_at, delivered_at,
                  returned_at, price_cents) FROM STDIN;

-- name: make_events
CREATE TEMP TABLE staged_event (
  line     bigint PRIMARY KEY,
  id       bigint NOT NULL,
  user_id  bigint,
  session  text NOT NULL,
  at       timestamptz NOT NULL,
  kind     text NOT NULL,
  product  bigint,
  uri      text NOT NULL,
  is_new   boolean NOT NULL DEFAULT true
) ON COMMIT DROP;

-- name: copy_events
COPY staged_event (line, id, user_id, session, at, kind, product, uri) FROM STDIN;

-- name: analyze_units
ANALYZE staged_unit;

-- name: analyze_sales
ANALYZE staged_sale;

-- name: analyze_events
ANALYZE staged_event;

-- name: refuse_centers
WITH wrong AS (
  SELECT line, CASE WHEN same_id > 1 THEN 'repeats the id ' || id
                    ELSE 'distribution centre "' || name || '" is another one of this shop' END AS reason
    FROM (SELECT s.line, s.id, s.name, row_number() OVER (PARTITION BY s.id ORDER BY s.line) AS same_id,
                 row_number() OVER (PARTITION BY s.name ORDER BY s.line) AS same_name,
                 EXISTS (SELECT 1 FROM distribution_center c WHERE c.name = s.name
                            AND c.imported_from IS DISTINCT FROM 'thelook:center:' || s.id) AS is_taken
            FROM staged_center s) d
   WHERE same_id > 1 OR same_name > 1 OR is_taken
), gone AS (
  DELETE FROM staged_center s USING wrong w WHERE w.line = s.line RETURNING s.line, w.reason
)
INSERT INTO staged_problem (file, line, verdict, reason)
SELECT 'distribution_centers.csv', line, 'bad', reason FROM gone;

-- name: add_centers
INSERT INTO distribution_center (name, latitude, longitude, imported_from)
SELECT name, latitude, longitude, 'thelook:center:' || id FROM staged_center ORDER BY id
ON CONFLICT (imported_from) WHERE imported_from IS NOT NULL DO NOTHING;

-- name: refuse_products
WITH wrong AS (
  SELECT line, CASE WHEN same_id > 1 THEN 'repeats the id ' || id
                    WHEN same_sku > 1 THEN 'repeats the stock code ' || sku
                    WHEN is_taken THEN 'stock code ' || sku || ' is another product of this shop'
                    ELSE 'distribution centre ' || center || ' is not known' END AS reason
    FROM (SELECT s.line, s.id, s.sku, s.center,
                 row_number() OVER (PARTITION BY s.id ORDER BY s.line) AS same_id,
                 row_number() OVER (PARTITION BY s.sku ORDER BY s.line) AS same_sku,
                 EXISTS (SELECT 1 FROM product p WHERE p.sku = s.sku
                            AND p.imported_from IS DISTINCT FROM 'thelook:product:' || s.id) AS is_taken,
                 EXISTS (SELECT 1 FROM distribution_center c
                          WHERE c.imported_from = 'thelook:center:' || s.center) AS has_center
            FROM staged_product s) d
   WHERE same_id > 1 OR same_sku > 1 OR is_taken OR NOT has_center
), gone AS (
  DELETE FROM staged_product s USING wrong w WHERE w.line = s.line RETURNING s.line, w.reason
)
INSERT INTO staged_problem (file, line, verdict, reason)
SELECT 'products.csv', line, 'bad', reason FROM gone;

-- name: add_categories
INSERT INTO category (slug, name, position)
SELECT category_slug, min(category), 100 FROM staged_product GROUP BY category_slug
ON CONFLICT (slug) DO NOTHING;

-- name: add_brands
INSERT INTO brand (slug, name)
SELECT brand_slug, min(brand) FROM staged_product WHERE brand <> '' GROUP BY brand_slug
ON CONFLICT (slug) DO NOTHING;

-- name: mark_known_products
UPDATE staged_product s SET product_id = p.id, is_new = false
  FROM product p WHERE p.imported_from = 'thelook:product:' || s.id;

-- name: add_products
INSERT INTO product (sku, slug, name, category_id, brand_id, price_cents, imported_from)
SELECT s.sku, s.slug, s.name, c.id, b.id, s.price_cents, 'thelook:product:' || s.id
  FROM staged_product s
  JOIN category c ON c.slug = s.category_slug
  LEFT JOIN brand b ON b.slug = s.brand_slug AND s.brand <> ''
 WHERE s.is_new
 ORDER BY s.id;

-- name: find_products
UPDATE staged_product s SET product_id = p.id
  FROM product p WHERE s.is_new AND p.imported_from = 'thelook:product:' || s.id;

-- name: add_attributes
INSERT INTO product_attribute (product_id, position, name, value)
SELECT product_id, 1, 'Department', department FROM staged_product WHERE is_new AND department <> '';

-- name: refuse_accounts
WITH wrong AS (
  SELECT line, CASE WHEN same_id > 1 THEN 'repeats the id ' || id
                    WHEN same_email > 1 THEN 'repeats the e-mail address of another user'
                    ELSE 'user name or e-mail address is another account of this shop' END AS reason
    FROM (SELECT s.line, s.id, row_number() OVER (PARTITION BY s.id ORDER BY s.line) AS same_id,
                 row_number() OVER (PARTITION BY s.email ORDER BY s.line) AS same_email,
                 EXISTS (SELECT 1 FROM account a WHERE a.email = s.email::citext
                            AND a.imported_from IS DISTINCT FROM 'thelook:user:' || s.id) OR
                 EXISTS (SELECT 1 FROM account a WHERE a.username = ('thelook' || s.id)::citext
                            AND a.imported_from IS DISTINCT FROM 'thelook:user:' || s.id) AS is_taken
            FROM staged_account s) d
   WHERE same_id > 1 OR same_email > 1 OR is_taken
), gone AS (
  DELETE FROM staged_account s USING wrong w WHERE w.line = s.line RETURNING s.line, w.reason
)
INSERT INTO staged_problem (file, line, verdict, reason)
SELECT 'users.csv', line, 'bad', reason FROM gone;

-- name: mark_known_accounts
UPDATE staged_account s SET is_new = false
  FROM account a WHERE a.imported_from = 'thelook:user:' || s.id;

-- name: add_accounts
-- TheLook has no user names.
INSERT INTO account (username, email, first_name, last_name, street, postal_code, city, country,
                     created_at, imported_from)
SELECT 'thelook' || id, email, first_name, last_name, street, postal_code, city, country, at,
       'thelook:user:' || id
  FROM staged_account
 WHERE is_new
 ORDER BY id;

-- name: refuse_units
WITH wrong AS (
  SELECT d.line, CASE WHEN d.again > 1 THEN 'repeats the id ' || d.id
                      WHEN p.id IS NULL THEN 'product ' || d.product || ' is not imported'
                      ELSE 'distribution centre ' || d.center || ' is not known' END AS reason
    FROM (SELECT line, id, product, center, row_number() OVER (PARTITION BY id ORDER BY line) AS again
            FROM staged_unit) d
    LEFT JOIN product p ON p.imported_from = 'thelook:product:' || d.product
    LEFT JOIN distribution_center c ON c.imported_from = 'thelook:center:' || d.center
   WHERE d.again > 1 OR p.id IS NULL OR c.id IS NULL
), gone AS (
  DELETE FROM staged_unit s USING wrong w WHERE w.line = s.line RETURNING s.line, w.reason
)
INSERT INTO staged_problem (file, line, verdict, reason)
SELECT 'inventory_items.csv', line, 'bad', reason FROM gone;

-- name: mark_known_units
UPDATE staged_unit s SET is_new = false
  FROM inventory_item i WHERE i.imported_from = 'thelook:inventory:' || s.id;

-- name: refuse_orders
WITH wrong AS (
  SELECT d.line, CASE WHEN d.again > 1 THEN 'repeats the order ' || d.id
                      ELSE 'user ' || d.user_id || ' is not imported' END AS reason
    FROM (SELECT line, id, user_id, row_number() OVER (PARTITION BY id ORDER BY line) AS again
            FROM staged_order) d
    LEFT JOIN account a ON a.imported_from = 'thelook:user:' || d.user_id
   WHERE d.again > 1 OR a.id IS NULL
), gone AS (
  DELETE FROM staged_order s USING wrong w WHERE w.line = s.line RETURNING s.line, w.reason
)
INSERT INTO staged_problem (file, line, verdict, reason)
SELECT 'orders.csv', line, 'bad', reason FROM gone;

-- name: derive_orders
-- Without orders.csv the first item of each order speaks for it.
INSERT INTO staged_order (id, user_id, status, at, shipped_at, delivered_at, returned_at)
SELECT DISTINCT ON (order_no) order_no, user_id, status, at, shipped_at, delivered_at, returned_at
  FROM staged_sale
 ORDER BY order_no, line;

-- name: mark_known_orders
UPDATE staged_order s SET order_id = o.id, is_new = false
  FROM sales_order o WHERE o.imported_from = 'thelook:order:' || s.id;

-- name: refuse_sales
WITH judged AS (
  SELECT d.line,
         CASE WHEN d.again > 1 THEN 'repeats the id ' || d.id
              WHEN d.same_unit > 1 THEN 'inventory item ' || d.unit || ' is sold twice'
              WHEN a.id IS NULL THEN 'user ' || d.user_id || ' is not imported'
              WHEN p.id IS NULL THEN 'product ' || d.product || ' is not imported'
              WHEN o.id IS NULL THEN 'order ' || d.order_no || ' is not imported'
              WHEN o.user_id <> d.user_id THEN 'order ' || d.order_no || ' is another user''s'
              WHEN o.status <> d.status THEN 'order ' || d.order_no || ' is ' || o.status
              WHEN u.id IS NULL AND i.id IS NULL THEN 'inventory item ' || d.unit || ' is not imported'
              WHEN u.product <> d.product OR i.product_id <> p.id
                THEN 'inventory item ' || d.unit || ' is another product'
              WHEN o.is_new AND i.id IS NOT NULL
                THEN 'inventory item ' || d.unit || ' was imported before, without this order'
              WHEN NOT o.is_new AND i.id IS NULL
                THEN 'order ' || d.order_no || ' was imported before, without this piece'
         END AS reason
    FROM (SELECT s.*, row_number() OVER (PARTITION BY id ORDER BY line) AS again,
                 row_number() OVER (PARTITION BY unit ORDER BY line) AS same_unit
            FROM staged_sale s) d
    LEFT JOIN account a ON a.imported_from = 'thelook:user:' || d.user_id
    LEFT JOIN product p ON p.imported_from = 'thelook:product:' || d.product
    LEFT JOIN staged_order o ON o.id = d.order_no
    LEFT JOIN staged_unit u ON u.id = d.unit AND u.is_new
    LEFT JOIN inventory_item i ON i.imported_from = 'thelook:inventory:' || d.unit
), gone AS (
  DELETE FROM staged_sale s USING judged j
   WHERE j.line = s.line AND j.reason IS NOT NULL
  RETURNING s.line, j.reason
)
INSERT INTO staged_problem (file, line, verdict, reason)
SELECT 'order_items.csv', line, 'bad', reason FROM gone;

-- name: refuse_empty_orders
WITH gone AS (
  DELETE FROM staged_order o
   WHERE o.is_new AND NOT EXISTS (SELECT 1 FROM staged_sale s WHERE s.order_no = o.id)
  RETURNING line, id
)
INSERT INTO staged_problem (file, line, verdict, reason)
SELECT 'orders.csv', line, 'bad', 'no item of order ' || id || ' could be imported'
  FROM gone WHERE line IS NOT NULL;

-- name: refuse_sold_units
WITH gone AS (
  DELETE FROM staged_unit u
   WHERE u.is_new AND u.sold_at IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM staged_sale s WHERE s.unit = u.id)
  RETURNING line
)
INSERT INTO staged_problem (file, line, verdict, reason)
SELECT 'inventory_items.csv', line, 'bad', 'is sold, but the order item is not imported' FROM gone;

-- name: add_orders
-- $1 currency
INSERT INTO sales_order (number, account_id, state, payment_state, fulfilment_state, currency,
                         subtotal_cents, shipping_cents, tax_cents, total_cents, tax_name, tax_rate_bp,
                         tax_included, email, ship_name, ship_street, ship_postal_code, ship_city,
                         ship_country, created_at, placed_at, paid_at, shipped_at, delivered_at,
                         cancelled_at, imported_from)
SELECT 'T' || o.id, a.id,
       CASE o.status WHEN 'Complete' THEN 'complete' WHEN 'Cancelled' THEN 'cancelled'
                     WHEN 'Returned' THEN 'returned' ELSE 'placed' END,
       CASE o.status WHEN 'Cancelled' THEN 'unpaid' WHEN 'Returned' THEN 'refunded' ELSE 'paid' END,
       CASE o.status WHEN 'Complete' THEN 'delivered' WHEN 'Returned' THEN 'returned'
                     WHEN 'Shipped' THEN 'shipped' ELSE 'open' END,
       $1, g.cents, 0, 0, g.cents, '', 0, true, a.email, trim(a.first_name || ' ' || a.last_name), a.street,
       a.postal_code, a.city, a.country, o.at, o.at, CASE WHEN o.status <> 'Cancelled' THEN o.at END,
       o.shipped_at, o.delivered_at, CASE WHEN o.status = 'Cancelled' THEN o.at END,
       'thelook:order:' || o.id
  FROM staged_order o
  JOIN account a ON a.imported_from = 'thelook:user:' || o.user_id
  JOIN (SELECT order_no, sum(pieces * price_cents)::bigint AS cents
          FROM (SELECT order_no, count(*) AS pieces, round(avg(price_cents))::bigint AS price_cents
                  FROM staged_sale GROUP BY order_no, product) p
         GROUP BY order_no) g ON g.order_no = o.id
 WHERE o.is_new
 ORDER BY o.at, o.id;

-- name: find_orders
UPDATE staged_order s SET order_id = o.id
  FROM sales_order o WHERE s.is_new AND o.imported_from = 'thelook:order:' || s.id;

-- name: add_order_lines
-- An item is one piece; the pieces of one product are one line, at their average price.
INSERT INTO order_line (order_id, product_id, quantity, product_name, unit_price_cents, added_at)
SELECT o.order_id, p.id, count(*), p.name, round(avg(s.price_cents)), o.at
  FROM staged_sale s
  JOIN staged_order o ON o.id = s.order_no AND o.is_new
  JOIN product p ON p.imported_from = 'thelook:product:' || s.product
 GROUP BY o.order_id, o.at, p.id, p.name
 ORDER BY o.order_id, p.id;

-- name: add_order_events
INSERT INTO order_event (order_id, at, kind)
SELECT o.order_id, e.at, e.kind
  FROM staged_order o
 CROSS JOIN LATERAL (VALUES
    (1, 'placed', o.at),
    (2, 'paid', CASE WHEN o.status <> 'Cancelled' THEN o.at END),
    (3, 'cancelled', CASE WHEN o.status = 'Cancelled' THEN o.at END),
    (4, 'shipped', o.shipped_at),
    (5, 'delivered', o.delivered_at),
    (6, 'returned', CASE WHEN o.status = 'Returned' THEN COALESCE(o.returned_at, o.delivered_at, o.at) END),
    (7, 'refunded', CASE WHEN o.status = 'Returned' THEN COALESCE(o.returned_at, o.delivered_at, o.at) END)
  ) AS e (step, kind, at)
 WHERE o.is_new AND e.at IS NOT NULL
 ORDER BY o.order_id, e.step;

-- name: add_units
-- Pieces of cancelled and returned orders lie in the warehouse again.
INSERT INTO inventory_item (product_id, center_id, cost_cents, received_at, sold_at, order_line_id,
                            imported_from)
SELECT p.id, c.id, u.cost_cents, u.at, CASE WHEN l.id IS NOT NULL THEN COALESCE(u.sold_at, o.at) END,
       l.id, 'thelook:inventory:' || u.id
  FROM staged_unit u
  JOIN product p ON p.imported_from = 'thelook:product:' || u.product
  JOIN distribution_center c ON c.imported_from = 'thelook:center:' || u.center
  LEFT JOIN staged_sale s ON s.unit = u.id
  LEFT JOIN staged_order o ON o.id = s.order_no AND o.status NOT IN ('Cancelled', 'Returned')
  LEFT JOIN order_line l ON l.order_id = o.order_id AND l.product_id = p.id
 WHERE u.is_new
 ORDER BY u.id;

-- name: count_stock
UPDATE product p SET in_stock = p.in_stock + f.pieces
  FROM (SELECT i.product_id, count(*) AS pieces
          FROM staged_unit u
          JOIN inventory_item i ON i.imported_from = 'thelook:inventory:' || u.id
         WHERE u.is_new AND i.sold_at IS NULL
         GROUP BY i.product_id) f
 WHERE p.id = f.product_id;

-- name: count_sales
UPDATE product p SET sold_count = p.sold_count + s.pieces
  FROM (SELECT l.product_id, sum(l.quantity) AS pieces
          FROM staged_order o JOIN order_line l ON l.order_id = o.order_id
         WHERE o.is_new AND o.status NOT IN ('Cancelled', 'Returned')
         GROUP BY l.product_id) s
 WHERE p.id = s.product_id;

-- name: refuse_events
-- Fifteen years bound the months that are made for events.
WITH judged AS (
  SELECT e.line,
         CASE WHEN e.again > 1 THEN 'repeats the id ' || e.id
              WHEN e.at > now() + interval '1 day' OR e.at < now() - interval '15 years'
                THEN 'lies in the future or too far back'
              WHEN e.user_id IS NOT NULL AND a.id IS NULL THEN 'user ' || e.user_id || ' is not imported'
              WHEN e.product IS NOT NULL AND p.id IS NULL THEN 'product ' || e.product || ' is not imported'
         END AS reason
    FROM (SELECT s.*, row_number() OVER (PARTITION BY id ORDER BY line) AS again FROM staged_event s) e
    LEFT JOIN account a ON a.imported_from = 'thelook:user:' || e.user_id
    LEFT JOIN product p ON p.imported_from = 'thelook:product:' || e.product
), gone AS (
  DELETE FROM staged_event s USING judged j
   WHERE j.line = s.line AND j.reason IS NOT NULL
  RETURNING s.line, j.reason
)
INSERT INTO staged_problem (file, line, verdict, reason)
SELECT 'events.csv', line, 'bad', reason FROM gone;

-- name: make_event_months
SELECT make_event_months(min(at), max(at)) FROM staged_event;

-- name: mark_known_events
-- visit_event has no room for a foreign key of its own: the same visitor does the same thing only
-- once at a moment.
UPDATE staged_event e SET is_new = false
  FROM visit_event v
 WHERE v.at = e.at AND v.visitor = e.session AND v.kind = e.kind AND v.detail = e.uri;

-- name: add_events
INSERT INTO visit_event (at, kind, account_id, visitor, product_id, detail)
SELECT e.at, e.kind, a.id, e.session, p.id, e.uri
  FROM staged_event e
  LEFT JOIN account a ON a.imported_from = 'thelook:user:' || e.user_id
  LEFT JOIN product p ON p.imported_from = 'thelook:product:' || e.product
 WHERE e.is_new
 ORDER BY e.at;

-- name: totals
SELECT (SELECT count(*) FROM staged_product WHERE is_new) AS products,
       (SELECT count(*) FROM staged_account WHERE is_new) AS customers,
       (SELECT count(*) FROM staged_unit WHERE is_new) AS pieces,
       (SELECT count(*) FROM staged_order WHERE is_new) AS orders,
       (SELECT count(*) FROM staged_event WHERE is_new) AS events,
       (SELECT COALESCE(sum(x.subtotal_cents), 0)::bigint
          FROM sales_order x JOIN staged_order s ON s.order_id = x.id
         WHERE s.is_new AND s.status NOT IN ('Cancelled', 'Returned')) AS goods_cents;
