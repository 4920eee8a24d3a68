-- What tools/csv writes besides products and stock.

-- name: customers
-- $1 behind this id, $2 at most so many
SELECT id, username, email, first_name, last_name, phone, street, postal_code, city, country,
       to_char(created_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS created_at
  FROM account
 WHERE id > $1
   AND role = 'customer'
 ORDER BY id
 LIMIT $2;

-- name: orders
-- One row a line of an order. $1 behind this order, $2 at most so many orders
SELECT page.id, page.number, page.state, page.payment_state, page.fulfilment_state, page.currency,
       to_char(page.placed_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS placed_at, COALESCE(page.email, '') AS email,
       COALESCE(page.ship_country, '') AS country, page.subtotal_cents, page.discount_cents, page.shipping_cents,
       page.tax_cents, page.total_cents, product.sku, order_line.product_name, order_line.quantity,
       COALESCE(order_line.unit_price_cents, 0) AS unit_price_cents
  FROM (SELECT * FROM sales_order WHERE state <> 'temp' AND id > $1 ORDER BY id LIMIT $2) AS page
  LEFT JOIN order_line ON order_line.order_id = page.id
  LEFT JOIN product ON product.id = order_line.product_id
 ORDER BY page.id, order_line.id;
