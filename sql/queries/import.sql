-- What all imports of tools/import share. The staged_… tables are temporary: each import makes
-- its own (queries make_…), and they go with its transaction.

-- name: drop_tables
-- A transaction may hold several imports (tests do).
DROP TABLE IF EXISTS pg_temp.staged_problem, pg_temp.staged_line, pg_temp.staged_description,
  pg_temp.staged_word, pg_temp.staged_product, pg_temp.staged_attribute, pg_temp.staged_account,
  pg_temp.staged_order, pg_temp.staged_sale, pg_temp.staged_cancel, pg_temp.staged_return,
  pg_temp.staged_review, pg_temp.staged_center, pg_temp.staged_unit, pg_temp.staged_event;

-- name: give_memory
-- Until the transaction ends: a few large sorts and hashes instead of many small ones.
SET LOCAL work_mem = '128MB';

-- name: make_problems
-- Rows of the files that the set-based checks refuse: verdict 'bad' or 'left out'.
CREATE TEMP TABLE staged_problem (
  file     text NOT NULL,
  line     bigint NOT NULL,
  verdict  text NOT NULL,
  reason   text NOT NULL
) ON COMMIT DROP;

-- name: problems
-- In the order of the files.
SELECT file, line, verdict, reason FROM staged_problem ORDER BY file, line, reason;

-- name: forget_problems
TRUNCATE staged_problem;

-- name: warehouse
-- The one place where the pieces of imports lie that know no places of their own.
INSERT INTO distribution_center (name, imported_from) VALUES ('Main warehouse', 'import:warehouse')
ON CONFLICT (imported_from) WHERE imported_from IS NOT NULL DO UPDATE SET name = distribution_center.name
RETURNING id;

-- name: refresh_statistics_of_lines
-- The planner must know of hundreds of thousands of new rows before the first visitor comes.
ANALYZE order_line;

-- name: refresh_statistics_of_orders
ANALYZE sales_order;

-- name: refresh_statistics_of_products
ANALYZE product;

-- name: refresh_statistics_of_units
ANALYZE inventory_item;

-- name: count_unbalanced_products
-- Products whose stock is not the number of their free pieces; must be 0.
SELECT count(*) AS products
  FROM product p
  LEFT JOIN (SELECT product_id, count(*) AS pieces FROM inventory_item
              WHERE sold_at IS NULL GROUP BY product_id) u ON u.product_id = p.id
 WHERE p.in_stock <> COALESCE(u.pieces, 0)
   AND p.imported_from LIKE $1 || ':%';

-- name: be_quiet
-- Until the end of the transaction: history that is brought in is told to nobody by mail.
SELECT set_config('parley.quiet', 'on', true);
