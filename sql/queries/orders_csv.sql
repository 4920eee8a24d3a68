-- CSV files of orders: export, import, undo; used by cgi-bin/orders/order_csv.cpp.

-- name: export_orders
-- One row a line of an order. $1 behind this order, $2 at most so many orders
SELECT page.id, page.number, page.state, page.payment_state AS payment, page.fulfilment_state AS fulfilment,
       page.currency, to_char(page.placed_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS placed_at, page.email,
       page.ship_name AS name, page.ship_street AS street, page.ship_postal_code AS postal_code, page.ship_city AS city,
       page.ship_country AS country, page.phone, page.subtotal_cents AS subtotal, page.discount_cents AS discount,
       page.shipping_cents AS shipping, page.tax_cents AS tax, page.total_cents AS total, page.tax_name,
       round(page.tax_rate_bp / 100.0, 2) AS tax_rate,
       CASE page.tax_included WHEN true THEN 'yes' WHEN false THEN 'no' END AS tax_included,
       page.shipping_name AS shipping_method, page.payment_method,
       to_char(page.paid_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS paid_at,
       to_char(page.shipped_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS shipped_at,
       to_char(page.delivered_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS delivered_at,
       to_char(page.cancelled_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS cancelled_at,
       product.sku, order_line.product_name AS product, order_line.quantity, order_line.unit_price_cents AS unit_price
  FROM (SELECT * FROM sales_order WHERE state <> 'temp' AND id > $1 ORDER BY id LIMIT $2) AS page
  LEFT JOIN order_line ON order_line.order_id = page.id
  LEFT JOIN product ON product.id = order_line.product_id
 ORDER BY page.id, order_line.id;

-- name: forget_incoming
-- What an earlier file of the same transaction left.
DROP TABLE IF EXISTS pg_temp.incoming_order, pg_temp.incoming_order_line;

-- name: make_incoming
CREATE TEMP TABLE incoming_order (
  line            integer NOT NULL,
  rows            integer NOT NULL,
  number          text NOT NULL,
  state           text NOT NULL,
  payment         text NOT NULL,
  fulfilment      text NOT NULL,
  currency        text NOT NULL,
  placed_at       timestamptz NOT NULL,
  subtotal_cents  bigint NOT NULL,
  discount_cents  bigint NOT NULL,
  shipping_cents  bigint NOT NULL,
  tax_cents       bigint NOT NULL,
  total_cents     bigint NOT NULL,
  tax_name        text NOT NULL,
  tax_rate_bp     integer,
  tax_included    boolean,
  email           text,
  name            text,
  street          text,
  postal_code     text,
  city            text,
  country         text,
  phone           text,
  shipping_name   text NOT NULL,
  payment_method  text NOT NULL,
  paid_at         timestamptz,
  shipped_at      timestamptz,
  delivered_at    timestamptz,
  cancelled_at    timestamptz,
  order_id        bigint,
  verdict         text          -- 'new', 'same', or why it cannot be used
) ON COMMIT DROP;

-- name: make_incoming_lines
CREATE TEMP TABLE incoming_order_line (
  line              integer NOT NULL,
  number            text NOT NULL,
  sku               text NOT NULL,
  product_name      text NOT NULL,
  quantity          integer NOT NULL,
  unit_price_cents  bigint NOT NULL,
  product_id        bigint,
  problem           text
) ON COMMIT DROP;

-- name: copy_incoming
COPY incoming_order (line, rows, number, state, payment, fulfilment, currency, placed_at, subtotal_cents, discount_cents,
                     shipping_cents, tax_cents, total_cents, tax_name, tax_rate_bp, tax_included, email, name, street,
                     postal_code, city, country, phone, shipping_name, payment_method, paid_at, shipped_at, delivered_at,
                     cancelled_at) FROM STDIN;

-- name: copy_incoming_lines
COPY incoming_order_line (line, number, sku, product_name, quantity, unit_price_cents) FROM STDIN;

-- name: analyze_incoming
ANALYZE incoming_order;

-- name: analyze_incoming_lines
ANALYZE incoming_order_line;

-- name: find_products
UPDATE incoming_order_line AS row
   SET product_id = product.id, product_name = CASE WHEN row.product_name = '' THEN product.name ELSE row.product_name END
  FROM product
 WHERE product.sku = row.sku;

-- name: judge_lines
-- A product that is not here, or that an order names twice.
UPDATE incoming_order_line AS row
   SET problem = judged.problem
  FROM (SELECT line, CASE WHEN product_id IS NULL THEN 'product'
                          WHEN row_number() OVER (PARTITION BY number, product_id ORDER BY line) > 1 THEN 'sku_twice'
                     END AS problem
          FROM incoming_order_line) AS judged
 WHERE judged.line = row.line
   AND judged.problem IS NOT NULL;

-- name: judge
-- What would become of each order: one that is here must say the same.
UPDATE incoming_order
   SET order_id = judged.order_id, verdict = judged.verdict
  FROM (SELECT row.line, present.id AS order_id,
               CASE WHEN COALESCE(line.problems, 0) > 0 THEN 'order_incomplete'
                    WHEN present.id IS NOT NULL
                     AND (present.state, present.payment_state, present.fulfilment_state, present.currency,
                          date_trunc('second', present.placed_at), present.subtotal_cents, present.discount_cents,
                          present.shipping_cents, present.tax_cents, present.total_cents)
                       = (row.state, row.payment, row.fulfilment, row.currency, row.placed_at, row.subtotal_cents,
                          row.discount_cents, row.shipping_cents, row.tax_cents, row.total_cents)
                     AND lower(COALESCE(row.email, present.email, '')) = lower(COALESCE(present.email, ''))
                     AND COALESCE(row.name, trim(present.ship_name), '') = COALESCE(trim(present.ship_name), '')
                     AND COALESCE(row.street, trim(present.ship_street), '') = COALESCE(trim(present.ship_street), '')
                     AND COALESCE(row.city, trim(present.ship_city), '') = COALESCE(trim(present.ship_city), '')
                     AND COALESCE(row.country, present.ship_country, '') = COALESCE(present.ship_country, '')
                     AND line.texts IS NOT DISTINCT FROM own.texts THEN 'same'
                    WHEN present.id IS NOT NULL THEN 'order_other'
                    WHEN line.texts IS NULL THEN 'no_lines'
                    WHEN row.fulfilment = 'partly_shipped'
                      OR NOT EXISTS (SELECT FROM order_step
                                      WHERE (state_after, payment_after, fulfilment_after)
                                            = (row.state, row.payment, row.fulfilment)) THEN 'order_steps'
                    WHEN row.email <> '' AND row.email NOT LIKE '%_@_%' THEN 'email'
                    WHEN row.subtotal_cents <> line.sum_cents OR row.discount_cents > row.subtotal_cents
                      OR row.total_cents NOT IN (
                           row.subtotal_cents - row.discount_cents + row.shipping_cents
                             + CASE WHEN row.tax_included THEN 0 ELSE row.tax_cents END,
                           row.subtotal_cents - row.discount_cents + row.shipping_cents
                             + CASE WHEN row.tax_included IS FALSE THEN row.tax_cents ELSE 0 END) THEN 'order_sums'
                    ELSE 'new' END AS verdict
          FROM incoming_order AS row
          LEFT JOIN sales_order AS present ON present.number = row.number
          LEFT JOIN (SELECT number, count(problem) AS problems, sum(quantity * unit_price_cents) AS sum_cents,
                            array_agg((product_id, quantity, unit_price_cents)::text ORDER BY product_id) AS texts
                       FROM incoming_order_line
                      GROUP BY number) AS line ON line.number = row.number
          LEFT JOIN (SELECT order_id, array_agg((product_id, quantity, unit_price_cents)::text ORDER BY product_id) AS texts
                       FROM order_line
                      WHERE order_id IN (SELECT id FROM sales_order
                                          WHERE number IN (SELECT number FROM incoming_order))
                      GROUP BY order_id) AS own ON own.order_id = present.id) AS judged
 WHERE judged.line = incoming_order.line;

-- name: verdicts
-- How many rows of the file have each verdict.
SELECT verdict, sum(rows) AS rows
  FROM incoming_order
 GROUP BY verdict;

-- name: bad_rows
-- The first rows that cannot be used: of an order its first one, and each that names no product.
-- $1 at most so many
SELECT line, verdict, number AS detail
  FROM incoming_order
 WHERE verdict NOT IN ('new', 'same', 'order_incomplete')
 UNION ALL
SELECT row.line, COALESCE(row.problem, 'order_incomplete'), CASE WHEN row.problem IS NULL THEN row.number ELSE row.sku END
  FROM incoming_order_line AS row
  JOIN incoming_order ON incoming_order.number = row.number AND incoming_order.verdict = 'order_incomplete'
 ORDER BY 1
 LIMIT $1;

-- name: new_orders
-- The first orders that would come, with whom they belong to. $1 at most so many
SELECT row.line, row.number, COALESCE(account.username::text, NULLIF(row.email, ''), row.name, '') AS customer
  FROM incoming_order AS row
  LEFT JOIN account ON account.email = row.email::citext
 WHERE row.verdict = 'new'
 ORDER BY row.line
 LIMIT $1;

-- name: be_quiet
-- Until the end of the transaction: history that is brought in is told to nobody.
SELECT set_config('parley.quiet', 'on', true);

-- name: create_new
INSERT INTO sales_order (number, account_id, state, payment_state, fulfilment_state, currency, subtotal_cents,
                         discount_cents, shipping_cents, tax_cents, total_cents, tax_name, tax_rate_bp, tax_included, email,
                         ship_name, ship_street, ship_postal_code, ship_city, ship_country, phone, shipping_name,
                         payment_method, created_at, placed_at, paid_at, shipped_at, delivered_at, cancelled_at,
                         imported_from)
SELECT row.number, account.id, row.state, row.payment, row.fulfilment, row.currency, row.subtotal_cents,
       row.discount_cents, row.shipping_cents, row.tax_cents, row.total_cents, row.tax_name, COALESCE(row.tax_rate_bp, 0),
       COALESCE(row.tax_included,
                row.total_cents = row.subtotal_cents - row.discount_cents + row.shipping_cents),
       NULLIF(row.email, ''), NULLIF(row.name, ''), NULLIF(row.street, ''), NULLIF(row.postal_code, ''),
       NULLIF(row.city, ''), NULLIF(row.country, ''), NULLIF(row.phone, ''), NULLIF(row.shipping_name, ''),
       NULLIF(row.payment_method, ''), row.placed_at, row.placed_at,
       CASE WHEN row.payment <> 'unpaid' THEN COALESCE(row.paid_at, row.placed_at) END, row.shipped_at, row.delivered_at,
       CASE WHEN row.state = 'cancelled' THEN COALESCE(row.cancelled_at, row.placed_at) END, 'csv:' || row.number
  FROM incoming_order AS row
  LEFT JOIN account ON account.email = row.email::citext
 WHERE row.verdict = 'new'
 ORDER BY row.placed_at, row.line;

-- name: find_created
-- The orders that were just made.
UPDATE incoming_order
   SET order_id = sales_order.id
  FROM sales_order
 WHERE incoming_order.verdict = 'new'
   AND sales_order.number = incoming_order.number;

-- name: create_lines
INSERT INTO order_line (order_id, product_id, quantity, product_name, unit_price_cents, added_at)
SELECT incoming_order.order_id, row.product_id, row.quantity, row.product_name, row.unit_price_cents,
       incoming_order.placed_at
  FROM incoming_order_line AS row
  JOIN incoming_order ON incoming_order.number = row.number
 WHERE incoming_order.verdict = 'new'
 ORDER BY row.line;

-- name: create_history
-- What the states tell, with the times that the file tells.
INSERT INTO order_event (order_id, at, kind)
SELECT row.order_id, step.at, step.kind
  FROM incoming_order AS row
 CROSS JOIN LATERAL (VALUES
    (1, 'placed', row.placed_at),
    (2, 'paid', CASE WHEN row.payment <> 'unpaid' THEN COALESCE(row.paid_at, row.placed_at) END),
    (3, 'packed', CASE WHEN row.fulfilment = 'packed' THEN COALESCE(row.paid_at, row.placed_at) END),
    (4, 'shipped', CASE WHEN row.fulfilment IN ('shipped', 'delivered')
                        THEN COALESCE(row.shipped_at, row.delivered_at, row.placed_at) ELSE row.shipped_at END),
    (5, 'delivered', CASE WHEN row.fulfilment = 'delivered'
                          THEN COALESCE(row.delivered_at, row.shipped_at, row.placed_at) ELSE row.delivered_at END),
    (6, 'cancelled', CASE WHEN row.state = 'cancelled' THEN COALESCE(row.cancelled_at, row.placed_at) END),
    (7, 'returned', CASE WHEN row.state = 'returned' THEN COALESCE(row.delivered_at, row.shipped_at, row.placed_at) END),
    (8, 'refunded', CASE WHEN row.payment = 'refunded'
                         THEN COALESCE(row.cancelled_at, row.delivered_at, row.shipped_at, row.placed_at) END)
  ) AS step (place, kind, at)
 WHERE row.verdict = 'new'
   AND step.at IS NOT NULL
 ORDER BY row.order_id, step.place;

-- name: count_sold
-- What was sold elsewhere was sold; products in id order as everywhere.
UPDATE product
   SET sold_count = sold_count + counted.pieces
  FROM (SELECT row.product_id, sum(row.quantity) AS pieces
          FROM incoming_order_line AS row
          JOIN incoming_order ON incoming_order.number = row.number
         WHERE incoming_order.verdict = 'new'
           AND incoming_order.state NOT IN ('cancelled', 'returned')
         GROUP BY row.product_id
         ORDER BY row.product_id) AS counted
 WHERE product.id = counted.product_id;

-- name: keep_created
-- $1 import
INSERT INTO csv_import_order (import_id, order_id, last_event)
SELECT $1, row.order_id, max(order_event.id)
  FROM incoming_order AS row
  JOIN order_event ON order_event.order_id = row.order_id
 WHERE row.verdict = 'new'
 GROUP BY row.order_id;

-- name: count_imported
-- $1 import
SELECT count(*) AS orders
  FROM csv_import_order
 WHERE import_id = $1;

-- name: lock_imported
-- $1 import
SELECT sales_order.id
  FROM sales_order
 WHERE id IN (SELECT order_id FROM csv_import_order WHERE import_id = $1)
 ORDER BY id
   FOR UPDATE;

-- name: forget_undoable
DROP TABLE IF EXISTS pg_temp.undoable_order;

-- name: make_undoable
CREATE TEMP TABLE undoable_order (
  order_id  bigint NOT NULL
) ON COMMIT DROP;

-- name: fill_undoable
-- The orders of an import that nobody has worked on since. $1 import
INSERT INTO undoable_order (order_id)
SELECT done.order_id
  FROM csv_import_order AS done
 WHERE done.import_id = $1
   AND NOT EXISTS (SELECT FROM order_event WHERE order_event.order_id = done.order_id AND order_event.id > done.last_event)
   AND NOT EXISTS (SELECT FROM invoice WHERE invoice.order_id = done.order_id)
   AND NOT EXISTS (SELECT FROM payment WHERE payment.order_id = done.order_id)
   AND NOT EXISTS (SELECT FROM refund WHERE refund.order_id = done.order_id)
   AND NOT EXISTS (SELECT FROM shipment WHERE shipment.order_id = done.order_id)
   AND NOT EXISTS (SELECT FROM return_request WHERE return_request.order_id = done.order_id);

-- name: uncount_sold
UPDATE product
   SET sold_count = sold_count - counted.pieces
  FROM (SELECT order_line.product_id, sum(order_line.quantity) AS pieces
          FROM undoable_order
          JOIN sales_order ON sales_order.id = undoable_order.order_id
          JOIN order_line ON order_line.order_id = sales_order.id
         WHERE sales_order.state NOT IN ('cancelled', 'returned')
         GROUP BY order_line.product_id
         ORDER BY order_line.product_id) AS counted
 WHERE product.id = counted.product_id;

-- name: undo_created
DELETE FROM sales_order
 USING undoable_order
 WHERE sales_order.id = undoable_order.order_id;
