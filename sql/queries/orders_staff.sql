-- Orders as staff see and move them; used by cgi-bin/orders (order_list, order_file, order_work).

-- name: list
-- Placed orders, newest first. A condition that is '' or NULL does not count.
-- $1 state, $2 payment state, $3 fulfilment state, $4 first day, $5 last day, $6 time zone of the days,
-- $7 customer: user name, e-mail or number of an account, $8 text in number, name or e-mail,
-- $9 only behind this order, $10 most rows, $11 only those whose customers have money to get back
SELECT page.id, page.number, page.state, page.payment_state, page.fulfilment_state, page.currency,
       page.subtotal_cents, page.shipping_cents, page.tax_cents, page.total_cents, page.placed_at,
       page.ship_name, page.email, page.ship_country, page.payment_method,
       (SELECT COALESCE(sum(quantity), 0) FROM order_line WHERE order_id = page.id) AS pieces,
       refunded_cents(page.id) AS refunded_cents
  FROM (SELECT *
          FROM sales_order
         WHERE state <> 'temp'
           AND ($1 = '' OR state = $1)
           AND ($2 = '' OR payment_state = $2)
           AND ($3 = '' OR fulfilment_state = $3)
           AND ($4::date IS NULL OR placed_at >= $4::date::timestamp AT TIME ZONE $6)
           AND ($5::date IS NULL OR placed_at < ($5::date + 1)::timestamp AT TIME ZONE $6)
           AND ($7 = '' OR account_id = (SELECT id
                                           FROM account
                                          WHERE username = $7::citext OR email = $7::citext OR id::text = $7
                                          ORDER BY username = $7::citext DESC, id
                                          LIMIT 1))
           AND ($8 = '' OR strpos(lower(concat_ws(' ', number, ship_name, email)), lower($8)) > 0)
           AND (NOT $11::boolean OR (
                 payment_state <> 'refunded'
                 AND CASE WHEN state IN ('cancelled', 'returned') THEN paid_cents(id)
                          ELSE (SELECT COALESCE(sum(refund_cents), 0) FROM return_request
                                 WHERE order_id = sales_order.id AND return_request.state = 'accepted')
                      END > refunded_cents(id)))
           AND ($9::bigint IS NULL OR (placed_at, id) < (SELECT placed_at, id FROM sales_order WHERE id = $9))
         ORDER BY placed_at DESC, id DESC
         LIMIT $10) AS page
 ORDER BY page.placed_at DESC, page.id DESC;

-- name: lines
-- The lines of an order, and how many of their pieces were sent. Orders that came from elsewhere, or
-- were sent in one go, have no parcels.
-- $1 order
SELECT order_line.id, order_line.product_id, order_line.quantity, product.slug, product.sku,
       COALESCE(order_line.product_name, product.name) AS name,
       COALESCE(order_line.unit_price_cents, product.price_cents) AS unit_price_cents,
       CASE WHEN sales_order.fulfilment_state IN ('shipped', 'delivered') THEN order_line.quantity
            ELSE (SELECT COALESCE(sum(quantity), 0) FROM shipment_line WHERE order_line_id = order_line.id)
        END AS shipped
  FROM order_line
  JOIN sales_order ON sales_order.id = order_line.order_id
  JOIN product ON product.id = order_line.product_id
 WHERE order_line.order_id = $1
 ORDER BY order_line.added_at, order_line.id;

-- name: history
-- $1 order
SELECT order_event.id, order_event.at, order_event.kind, order_event.note, account.username AS who
  FROM order_event
  LEFT JOIN account ON account.id = order_event.account_id
 WHERE order_event.order_id = $1
 ORDER BY order_event.id;

-- name: payments
-- $1 order
SELECT method, amount_cents, state, created_at, finished_at
  FROM payment
 WHERE order_id = $1
 ORDER BY id;

-- name: refunds
-- $1 order
SELECT amount_cents, reason, created_at
  FROM refund
 WHERE order_id = $1
 ORDER BY id;

-- name: shipments
-- $1 order
SELECT shipment.id, carrier, tracking, shipped_at, sum(shipment_line.quantity) AS pieces,
       string_agg(shipment_line.quantity || ' × ' || COALESCE(order_line.product_name, product.name), ', '
                  ORDER BY order_line.id) AS content
  FROM shipment
  JOIN shipment_line ON shipment_line.shipment_id = shipment.id
  JOIN order_line ON order_line.id = shipment_line.order_line_id
  JOIN product ON product.id = order_line.product_id
 WHERE shipment.order_id = $1
 GROUP BY shipment.id
 ORDER BY shipment.id;

-- name: money
-- One row: what was paid for an order, what went back, and who its customer is.
-- $1 order
SELECT paid_cents($1) AS paid_cents, refunded_cents($1) AS refunded_cents,
       (SELECT account.username
          FROM sales_order
          JOIN account ON account.id = sales_order.account_id
         WHERE sales_order.id = $1) AS customer;

-- name: last_event
-- How far the history of an order goes: a form made before a newer event is stale.
-- $1 order
SELECT COALESCE(max(id), 0) AS id
  FROM order_event
 WHERE order_id = $1;

-- name: record_payment
-- Money that came outside of the shop's gateway and that staff have seen.
-- $1 order, $2 method, $3 amount, $4 token, $5 now
INSERT INTO payment (order_id, method, amount_cents, state, token, created_at, finished_at)
VALUES ($1, $2, $3, 'succeeded', $4, $5, $5);

-- name: add_shipment
-- $1 order, $2 carrier, $3 tracking number, $4 now, $5 account
INSERT INTO shipment (order_id, carrier, tracking, shipped_at, account_id)
VALUES ($1, $2, $3, $4, $5)
RETURNING id;

-- name: add_shipment_line
-- $1 shipment, $2 line of the order, $3 pieces
INSERT INTO shipment_line (shipment_id, order_line_id, quantity) VALUES ($1, $2, $3);

-- name: add_refund
-- $1 order, $2 amount, $3 reason, $4 account, $5 now
INSERT INTO refund (order_id, amount_cents, reason, account_id, created_at) VALUES ($1, $2, $3, $4, $5);

-- name: steps
-- The table by which the database allows changes of state.
SELECT action, state_before, payment_before, fulfilment_before, state_after, payment_after, fulfilment_after
  FROM order_step;

-- name: issue_invoice
-- The number of the order's invoice, which is made now unless it has one; no number for an order
-- that may not have one (any more).
-- $1 order, $2 now
SELECT issue_invoice($1, $2) AS number;

-- name: invoice
-- $1 order
SELECT number, issued_at
  FROM invoice
 WHERE order_id = $1;

-- name: shop_details
-- What an invoice says about the shop itself.
SELECT (SELECT value FROM setting WHERE name = 'shop_address') AS shop_address,
       (SELECT value FROM setting WHERE name = 'tax_id') AS tax_id,
       (SELECT value FROM setting WHERE name = 'bank_account') AS bank_account;

-- name: places_of_units
-- Where the pieces of each line lie that were taken from stock for an order.
-- $1 order
SELECT order_line_id, string_agg(pieces || ' × ' || name, ', ' ORDER BY name) AS places
  FROM (SELECT inventory_item.order_line_id, distribution_center.name, count(*) AS pieces
          FROM inventory_item
          JOIN distribution_center ON distribution_center.id = inventory_item.center_id
         WHERE inventory_item.order_line_id IN (SELECT id FROM order_line WHERE order_id = $1)
         GROUP BY inventory_item.order_line_id, distribution_center.name) AS place
 GROUP BY order_line_id;

-- name: expired_orders
-- Unpaid orders that waited longer than the settings allow; those from elsewhere are history, and wait
-- for nobody here. $1 now, $2 only behind this order, $3 most rows
SELECT id
  FROM sales_order
 WHERE id > $2
   AND state = 'placed' AND payment_state = 'unpaid' AND fulfilment_state = 'open' AND imported_from IS NULL
   AND placed_at + unpaid_life(payment_method) < $1::timestamptz
 ORDER BY id
 LIMIT $3;

-- name: expired_order
-- A row when this order waited too long, with what its history says then. $1 order, $2 now
SELECT 'not paid in time' AS note
  FROM sales_order
 WHERE id = $1
   AND state = 'placed' AND payment_state = 'unpaid' AND fulfilment_state = 'open' AND imported_from IS NULL
   AND placed_at + unpaid_life(payment_method) < $2::timestamptz;

-- name: count_expired_orders
-- $1 now
SELECT count(*) AS orders
  FROM sales_order
 WHERE state = 'placed' AND payment_state = 'unpaid' AND fulfilment_state = 'open' AND imported_from IS NULL
   AND placed_at + unpaid_life(payment_method) < $1::timestamptz;
