-- What visitors took of what the search showed them.

-- name: shown_and_taken
-- Searches with the products shown, and what was clicked or put into a cart, as it happened; without
-- those whom nobody could tell apart. $1 from, $2 to
SELECT at, kind, COALESCE(account_id::text, visitor) AS person, COALESCE(product_id, 0) AS product_id,
       CASE WHEN kind = 'search' THEN detail END AS detail
  FROM visit_event
 WHERE kind IN ('search', 'click', 'cart')
   AND at >= $1::timestamptz
   AND at < $2::timestamptz
   AND (account_id IS NOT NULL OR visitor IS NOT NULL)
   AND (product_id IS NOT NULL OR detail LIKE '% → %')
 ORDER BY at, kind DESC, person, product_id, detail;

-- name: searches_span
-- The days of the searches, counted back over at most $2 of them; NULL when there are none. $1 now
SELECT date_trunc('day', min(at) AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' AS since,
       least(date_trunc('day', $1::timestamptz AT TIME ZONE 'UTC'),
             date_trunc('day', max(at) AT TIME ZONE 'UTC') + interval '1 day') AT TIME ZONE 'UTC' AS until
  FROM (SELECT at FROM visit_event
         WHERE kind = 'search' AND at <= $1::timestamptz AND detail LIKE '% → %'
         ORDER BY at DESC
         LIMIT $2) AS newest;

-- name: forget_factors
DELETE FROM search_factor;

-- name: write_factors
-- Products that are gone meanwhile are passed over. $1 array of products, $2 array of factors
INSERT INTO search_factor (product_id, factor)
SELECT f.product_id, f.factor
  FROM unnest($1::bigint[], $2::real[]) AS f (product_id, factor)
  JOIN product ON product.id = f.product_id;

-- name: factors
SELECT product_id, factor FROM search_factor;

-- name: factors_in_force
-- No row when no version is active or the setting says no.
SELECT product_id, factor
  FROM search_factor
 WHERE EXISTS (SELECT FROM model_version WHERE model = 'search' AND state = 'active')
   AND EXISTS (SELECT FROM model_setting WHERE name = 'search_term' AND value > 0);

-- name: terms
-- How far stock and sales count, in percent.
SELECT name, value FROM model_setting WHERE name IN ('stock_term', 'sales_term');
