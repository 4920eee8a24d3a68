-- Stock as staff keep it; used by cgi-bin/inventory/stock and centers.

-- name: list_stock
-- Products with what lies on the shelf, those with the fewest pieces first.
-- $1 text in name or stock code, or '', $2 only those with at most so many pieces, or NULL,
-- $3 centre where some of it lies, or NULL, $4 and $5 only behind this number of pieces and product,
-- $6 most rows
SELECT page.id, page.sku, page.name, page.slug, page.in_stock, page.sold_count, page.withdrawn,
       (SELECT COALESCE(sum(cost_cents), 0) FROM inventory_item
         WHERE product_id = page.id AND sold_at IS NULL) AS value_cents
  FROM (SELECT id, sku, name, slug, in_stock, sold_count, withdrawn_at IS NOT NULL AS withdrawn
          FROM product
         WHERE (withdrawn_at IS NULL OR in_stock > 0)
           AND ($1 = '' OR strpos(lower(concat_ws(' ', name, sku)), lower($1)) > 0)
           AND ($2::integer IS NULL OR in_stock <= $2)
           AND ($3::bigint IS NULL OR EXISTS (SELECT 1 FROM inventory_item
                                               WHERE product_id = product.id AND center_id = $3
                                                 AND sold_at IS NULL))
           AND ($4::integer IS NULL OR (in_stock, id) > ($4, $5::bigint))
         ORDER BY in_stock, id
         LIMIT $6) AS page
 ORDER BY page.in_stock, page.id;

-- name: product
-- $1 product
SELECT id, sku, name, slug, in_stock, sold_count, withdrawn_at IS NOT NULL AS withdrawn,
       COALESCE((SELECT max(id) FROM stock_change WHERE product_id = product.id), 0) AS last_change
  FROM product
 WHERE id = $1;

-- name: units_by_center
-- Every centre, with the pieces of a product that lie there.
-- $1 product
SELECT distribution_center.id, distribution_center.name, count(inventory_item.id) AS pieces,
       COALESCE(sum(inventory_item.cost_cents), 0) AS value_cents
  FROM distribution_center
  LEFT JOIN inventory_item ON inventory_item.center_id = distribution_center.id
                          AND inventory_item.product_id = $1
                          AND inventory_item.sold_at IS NULL
 GROUP BY distribution_center.id
 ORDER BY distribution_center.name;

-- name: history
-- $1 product, $2 most rows
SELECT stock_change.kind, stock_change.pieces, stock_change.value_cents, stock_change.reason, stock_change.at,
       center.name AS center, target.name AS target, account.username AS who
  FROM stock_change
  JOIN distribution_center AS center ON center.id = stock_change.center_id
  LEFT JOIN distribution_center AS target ON target.id = stock_change.to_center_id
  LEFT JOIN account ON account.id = stock_change.account_id
 WHERE stock_change.product_id = $1
 ORDER BY stock_change.id DESC
 LIMIT $2;

-- name: lock_product
-- Against buyers and colleagues; carts may still be filled meanwhile.
-- $1 product
SELECT id, in_stock
  FROM product
 WHERE id = $1
   FOR NO KEY UPDATE;

-- name: last_change
-- $1 product
SELECT COALESCE(max(id), 0) AS id
  FROM stock_change
 WHERE product_id = $1;

-- name: lock_centers
-- $1 one centre, $2 another one or the same
SELECT id
  FROM distribution_center
 WHERE id IN ($1, $2)
 ORDER BY id
   FOR KEY SHARE;

-- name: move_units
-- The longest lying pieces go to another centre. (ARRAY: chosen once; as a plain subquery the planner
-- may choose again for each row and move more than asked.)
-- One row: how many went, and what they cost.
-- $1 product, $2 from centre, $3 to centre, $4 pieces
WITH moved AS (
  UPDATE inventory_item
     SET center_id = $3
   WHERE id = ANY (ARRAY (SELECT id
                  FROM inventory_item
                 WHERE product_id = $1 AND center_id = $2 AND sold_at IS NULL
                 ORDER BY received_at, id
                 LIMIT $4
                   FOR UPDATE))
  RETURNING cost_cents
)
SELECT count(*) AS pieces, COALESCE(sum(cost_cents), 0) AS value_cents
  FROM moved;

-- name: count_units
-- $1 product, $2 centre
SELECT count(*) AS pieces
  FROM inventory_item
 WHERE product_id = $1
   AND center_id = $2
   AND sold_at IS NULL;

-- name: drop_units
-- Pieces that were not found when counting: the longest lying ones. One row about them.
-- $1 product, $2 centre, $3 pieces
WITH dropped AS (
  DELETE FROM inventory_item
   WHERE id = ANY (ARRAY (SELECT id
                  FROM inventory_item
                 WHERE product_id = $1 AND center_id = $2 AND sold_at IS NULL
                 ORDER BY received_at, id
                 LIMIT $3
                   FOR UPDATE))
  RETURNING cost_cents
), counted AS (
  UPDATE product
     SET in_stock = in_stock - (SELECT count(*) FROM dropped)
   WHERE id = $1
)
SELECT count(*) AS pieces, COALESCE(sum(cost_cents), 0) AS value_cents
  FROM dropped;

-- name: last_cost
-- What a piece of the product cost last; 0 when none ever came. $1 product
SELECT COALESCE((SELECT cost_cents
                   FROM inventory_item
                  WHERE product_id = $1
                  ORDER BY received_at DESC, id DESC
                  LIMIT 1), 0) AS cost_cents;

-- name: add_change
-- $1 product, $2 centre, $3 to centre, $4 kind, $5 pieces, $6 value, $7 reason, $8 account, $9 now
INSERT INTO stock_change (product_id, center_id, to_center_id, kind, pieces, value_cents, reason, account_id, at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- name: list_centers
-- Every centre with what lies there.
SELECT distribution_center.id, distribution_center.name, latitude, longitude,
       count(inventory_item.id) AS pieces, COALESCE(sum(inventory_item.cost_cents), 0) AS value_cents
  FROM distribution_center
  LEFT JOIN inventory_item ON inventory_item.center_id = distribution_center.id
                          AND inventory_item.sold_at IS NULL
 GROUP BY distribution_center.id
 ORDER BY distribution_center.name;

-- name: center_by_id
-- $1 centre
SELECT id, name, latitude, longitude
  FROM distribution_center
 WHERE id = $1;

-- name: add_center
-- $1 name, $2 latitude, $3 longitude
INSERT INTO distribution_center (name, latitude, longitude) VALUES ($1, $2, $3)
RETURNING id;

-- name: change_center
-- Only when it still is as the form showed it.
-- $1 centre, $2 name, $3 latitude, $4 longitude, $5 name before
UPDATE distribution_center
   SET name = $2, latitude = $3, longitude = $4
 WHERE id = $1
   AND name = $5
RETURNING id;

-- name: centers_after
-- $1 the last centre seen (0: none), $2 how many
SELECT id, name, latitude, longitude
  FROM distribution_center
 WHERE id > $1
 ORDER BY id
 LIMIT $2;

-- name: center_count
SELECT count(*) AS centers
  FROM distribution_center;
