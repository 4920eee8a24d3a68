-- name: lock_products_of_order
-- Locks the products of an order against other buyers, in id order, so that two orders never wait
-- for one another. Carts may still be filled meanwhile (no key update).
-- $1 order
SELECT product.id
  FROM order_line
  JOIN product ON product.id = order_line.product_id
 WHERE order_line.order_id = $1
 ORDER BY product.id
   FOR NO KEY UPDATE OF product;

-- name: take_from_counter
-- The pieces of an order leave the shelf; product_in_stock_not_negative refuses what is not there.
-- $1 order
UPDATE product
   SET in_stock = product.in_stock - order_line.quantity,
       sold_count = product.sold_count + order_line.quantity
  FROM order_line
 WHERE order_line.order_id = $1
   AND product.id = order_line.product_id;

-- name: claim_units
-- The longest lying units of each product go into the order. One row for each line: pieces claimed.
-- $1 order, $2 now
WITH picked AS (
  SELECT order_line.id AS line, unit.id AS unit
    FROM order_line
   CROSS JOIN LATERAL (
         SELECT id
           FROM inventory_item
          WHERE product_id = order_line.product_id
            AND sold_at IS NULL
          ORDER BY received_at, id
          LIMIT order_line.quantity
            FOR UPDATE) AS unit
   WHERE order_line.order_id = $1
), claimed AS (
  UPDATE inventory_item
     SET sold_at = $2, order_line_id = picked.line
    FROM picked
   WHERE inventory_item.id = picked.unit
  RETURNING order_line_id
)
SELECT order_line.product_id, order_line.quantity,
       (SELECT count(*) FROM claimed WHERE claimed.order_line_id = order_line.id) AS claimed
  FROM order_line
 WHERE order_line.order_id = $1;

-- name: return_units
-- What was claimed for an order lies on the shelf again.
-- $1 order
WITH returned AS (
  UPDATE inventory_item
     SET sold_at = NULL, order_line_id = NULL
   WHERE order_line_id IN (SELECT id FROM order_line WHERE order_id = $1)
  RETURNING product_id
), counted AS (
  SELECT product_id, count(*) AS pieces
    FROM returned
   GROUP BY product_id
)
UPDATE product
   SET in_stock = in_stock + counted.pieces,
       sold_count = sold_count - counted.pieces
  FROM counted
 WHERE product.id = counted.product_id;

-- name: receive_units
-- New pieces of a product arrive at a centre. One row with the new stock; none when either is unknown.
-- $1 product, $2 centre, $3 pieces, $4 cost of one piece in cents, $5 now
WITH arrived AS (
  INSERT INTO inventory_item (product_id, center_id, cost_cents, received_at)
  SELECT product.id, distribution_center.id, $4, $5
    FROM product, distribution_center, generate_series(1, $3::integer)
   WHERE product.id = $1
     AND distribution_center.id = $2
  RETURNING id
)
UPDATE product
   SET in_stock = in_stock + (SELECT count(*) FROM arrived)
 WHERE id = $1
   AND EXISTS (SELECT 1 FROM arrived)
RETURNING in_stock;

-- name: ledger_problems
-- Products whose counter and units disagree; no row means that the books are in order.
-- $1 most rows
SELECT product.id, product.name, product.in_stock, count(inventory_item.id) AS units
  FROM product
  LEFT JOIN inventory_item ON inventory_item.product_id = product.id
                          AND inventory_item.sold_at IS NULL
 GROUP BY product.id
HAVING product.in_stock <> count(inventory_item.id)
 ORDER BY product.id
 LIMIT $1;

-- name: return_pieces
-- Some units that were claimed for one line of an order lie on the shelf again. The caller has
-- locked the order's products.
-- $1 line of the order, $2 pieces
WITH returned AS (
  UPDATE inventory_item
     SET sold_at = NULL, order_line_id = NULL
   WHERE id = ANY (ARRAY (SELECT id FROM inventory_item WHERE order_line_id = $1 ORDER BY id LIMIT $2 FOR UPDATE))
  RETURNING product_id
), counted AS (
  SELECT product_id, count(*) AS pieces
    FROM returned
   GROUP BY product_id
)
UPDATE product
   SET in_stock = in_stock + counted.pieces,
       sold_count = sold_count - counted.pieces
  FROM counted
 WHERE product.id = counted.product_id;
