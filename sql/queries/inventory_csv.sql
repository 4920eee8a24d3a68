-- CSV files of stock: export, import, undo; used by cgi-bin/inventory/stock_csv.cpp.

-- name: export_stock
-- What lies where, by product and centre. $1 behind this product, $2 at most so many products
SELECT page.id, page.sku, distribution_center.name AS center, unit.pieces, unit.cost_cents
  FROM (SELECT id, sku FROM product WHERE id > $1 ORDER BY id LIMIT $2) AS page
  LEFT JOIN LATERAL (SELECT center_id, count(*) AS pieces, round(avg(cost_cents))::bigint AS cost_cents
                       FROM inventory_item
                      WHERE product_id = page.id AND sold_at IS NULL
                      GROUP BY center_id) AS unit ON true
  LEFT JOIN distribution_center ON distribution_center.id = unit.center_id
 ORDER BY page.id, distribution_center.name;

-- name: forget_incoming
-- What an earlier file of the same transaction left.
DROP TABLE IF EXISTS pg_temp.incoming_stock;

-- name: make_incoming
CREATE TEMP TABLE incoming_stock (
  line        integer NOT NULL,
  sku         text NOT NULL,
  center      text NOT NULL,
  pieces      integer NOT NULL,
  cost_cents  bigint,
  product_id  bigint,
  center_id   bigint,
  present     integer,
  verdict     text          -- 'changed', 'same', or why it cannot be used
) ON COMMIT DROP;

-- name: copy_incoming
COPY incoming_stock (line, sku, center, pieces, cost_cents) FROM STDIN;

-- name: analyze_incoming
ANALYZE incoming_stock;

-- name: resolve
-- Products and centres that the rows name; an empty name is the only centre there is.
UPDATE incoming_stock
   SET product_id = found.product_id, center_id = found.center_id
  FROM (SELECT row.line, product.id AS product_id, center.id AS center_id
          FROM incoming_stock AS row
          LEFT JOIN product ON product.sku = row.sku
          LEFT JOIN distribution_center AS center
                 ON lower(center.name) = lower(row.center)
                 OR (row.center = '' AND (SELECT count(*) FROM distribution_center) = 1)) AS found
 WHERE found.line = incoming_stock.line;

-- name: lock_products
-- Against buyers and colleagues, in id order as everywhere.
SELECT count(*) AS locked
  FROM (SELECT product.id
          FROM product
         WHERE id IN (SELECT product_id FROM incoming_stock)
         ORDER BY id
           FOR NO KEY UPDATE) AS locked;

-- name: judge
UPDATE incoming_stock
   SET present = judged.present, verdict = judged.verdict
  FROM (SELECT row.line, COALESCE(unit.pieces, 0) AS present,
               CASE WHEN row.product_id IS NULL THEN 'product'
                    WHEN row.center_id IS NULL THEN 'center'
                    WHEN lag(row.line) OVER (PARTITION BY row.product_id, row.center_id ORDER BY row.line) IS NOT NULL
                    THEN 'twice'
                    WHEN COALESCE(unit.pieces, 0) = row.pieces THEN 'same'
                    ELSE 'changed' END AS verdict
          FROM incoming_stock AS row
          LEFT JOIN (SELECT product_id, center_id, count(*) AS pieces
                       FROM inventory_item
                      WHERE sold_at IS NULL
                        AND product_id IN (SELECT product_id FROM incoming_stock)
                      GROUP BY product_id, center_id) AS unit
                 ON unit.product_id = row.product_id AND unit.center_id = row.center_id) AS judged
 WHERE judged.line = incoming_stock.line;

-- name: verdicts
-- How many rows have each verdict, and how many pieces would come.
SELECT verdict, count(*) AS rows,
       COALESCE(sum(pieces - present) FILTER (WHERE verdict = 'changed' AND pieces > present), 0) AS new_pieces
  FROM incoming_stock
 GROUP BY verdict;

-- name: bad_rows
-- $1 at most so many
SELECT line, sku, center, verdict
  FROM incoming_stock
 WHERE verdict NOT IN ('changed', 'same')
 ORDER BY line
 LIMIT $1;

-- name: changed_rows
-- $1 at most so many
SELECT line, sku, present, pieces
  FROM incoming_stock
 WHERE verdict = 'changed'
 ORDER BY line
 LIMIT $1;

-- name: keep_pieces
-- $1 import
INSERT INTO csv_import_stock (import_id, product_id, center_id, pieces)
SELECT $1, product_id, center_id, pieces - present
  FROM incoming_stock
 WHERE verdict = 'changed';

-- name: add_pieces
-- Pieces that came, each for what the file says it cost, else for what the last one cost; counter and
-- history with them. $1 account or NULL, $2 now
WITH came AS (
  INSERT INTO inventory_item (product_id, center_id, cost_cents, received_at)
  SELECT row.product_id, row.center_id, COALESCE(row.cost_cents, last.cost_cents, 0), $2::timestamptz
    FROM incoming_stock AS row
    LEFT JOIN LATERAL (SELECT cost_cents
                         FROM inventory_item
                        WHERE product_id = row.product_id
                        ORDER BY received_at DESC, id DESC
                        LIMIT 1) AS last ON row.cost_cents IS NULL
   CROSS JOIN LATERAL generate_series(1, row.pieces - row.present)
   WHERE row.verdict = 'changed'
     AND row.pieces > row.present
  RETURNING product_id, center_id, cost_cents
), history AS (
  INSERT INTO stock_change (product_id, center_id, kind, pieces, value_cents, account_id, at)
  SELECT product_id, center_id, 'received', count(*), sum(cost_cents), $1::bigint, $2::timestamptz
    FROM came
   GROUP BY product_id, center_id
), counted AS (
  SELECT product_id, count(*) AS pieces FROM came GROUP BY product_id
)
UPDATE product
   SET in_stock = in_stock + counted.pieces
  FROM counted
 WHERE product.id = counted.product_id;

-- name: drop_pieces
-- Pieces that are not there: the longest lying ones leave, counter and history with them.
-- $1 account or NULL, $2 now, $3 reason
WITH gone AS (
  DELETE FROM inventory_item
   USING incoming_stock AS row, (SELECT id, row_number() OVER (PARTITION BY product_id, center_id
                                                               ORDER BY received_at, id) AS place
                                   FROM inventory_item
                                  WHERE sold_at IS NULL
                                    AND product_id IN (SELECT product_id FROM incoming_stock
                                                        WHERE verdict = 'changed' AND pieces < present)) AS unit
   WHERE row.verdict = 'changed'
     AND row.pieces < row.present
     AND inventory_item.id = unit.id
     AND inventory_item.product_id = row.product_id
     AND inventory_item.center_id = row.center_id
     AND unit.place <= row.present - row.pieces
  RETURNING inventory_item.product_id, inventory_item.center_id, inventory_item.cost_cents
), history AS (
  INSERT INTO stock_change (product_id, center_id, kind, pieces, value_cents, reason, account_id, at)
  SELECT product_id, center_id, 'corrected', - count(*), - sum(cost_cents), $3, $1::bigint, $2::timestamptz
    FROM gone
   GROUP BY product_id, center_id
), counted AS (
  SELECT product_id, count(*) AS pieces FROM gone GROUP BY product_id
)
UPDATE product
   SET in_stock = in_stock - counted.pieces
  FROM counted
 WHERE product.id = counted.product_id;

-- name: lock_imported_products
-- $1 import
SELECT product.id
  FROM product
 WHERE id IN (SELECT product_id FROM csv_import_stock WHERE import_id = $1)
 ORDER BY id
   FOR NO KEY UPDATE;

-- name: bring_back
-- The rows of an import turned round: what would lie there without it, but never less than nothing.
-- $1 import
INSERT INTO incoming_stock (line, sku, center, pieces, product_id, center_id, present, verdict)
SELECT row_number() OVER (), '', '', GREATEST(0, COALESCE(unit.pieces, 0) - done.pieces), done.product_id, done.center_id,
       COALESCE(unit.pieces, 0),
       CASE WHEN COALESCE(unit.pieces, 0) = 0 AND done.pieces > 0 THEN 'same' ELSE 'changed' END
  FROM csv_import_stock AS done
  LEFT JOIN LATERAL (SELECT count(*) AS pieces
                       FROM inventory_item
                      WHERE product_id = done.product_id
                        AND center_id = done.center_id
                        AND sold_at IS NULL) AS unit ON true
 WHERE done.import_id = $1;

-- name: brought_back
-- How many rows are wholly undone, and how many not, because pieces were sold or moved since.
-- $1 import
SELECT count(*) FILTER (WHERE back.present - back.pieces = done.pieces) AS undone,
       count(*) FILTER (WHERE back.present - back.pieces <> done.pieces) AS left_over
  FROM csv_import_stock AS done
  JOIN incoming_stock AS back ON back.product_id = done.product_id AND back.center_id = done.center_id
 WHERE done.import_id = $1;
