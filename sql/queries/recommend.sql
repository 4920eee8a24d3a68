-- What people bought, and what they may like next.

-- name: items
-- Products that were bought within [$1, $2) or are offered, those that sell most first.
-- $1 from, $2 to, $3 at most
SELECT p.id,
       concat_ws(' ', p.name, b.name, c.name,
                 (SELECT string_agg(a.value, ' ' ORDER BY a.position)
                    FROM product_attribute a WHERE a.product_id = p.id)) AS words
  FROM product p
  JOIN category c ON c.id = p.category_id
  LEFT JOIN brand b ON b.id = p.brand_id
  LEFT JOIN (SELECT l.product_id, count(*) AS orders
               FROM order_line l
               JOIN sales_order o ON o.id = l.order_id
              WHERE o.placed_at >= $1::timestamptz AND o.placed_at < $2::timestamptz AND o.state <> 'temp'
              GROUP BY l.product_id) s ON s.product_id = p.id
 WHERE p.withdrawn_at IS NULL OR s.orders > 0
 ORDER BY COALESCE(s.orders, 0) DESC, p.id
 LIMIT $3;

-- name: purchases
-- The lines of orders that stood at $2, a customer's together and in order of time; guests' orders
-- are each alone.
-- $1 from, $2 to
SELECT COALESCE(o.account_id, 0) AS account_id, o.id AS order_id, o.placed_at, l.product_id
  FROM sales_order o
  JOIN order_line l ON l.order_id = o.id
 WHERE o.state <> 'temp' AND o.placed_at >= $1::timestamptz AND o.placed_at < $2::timestamptz
   AND (o.cancelled_at IS NULL OR o.cancelled_at >= $2::timestamptz)
 ORDER BY o.account_id NULLS LAST, o.placed_at, o.id, l.id;

-- name: clear_neighbours
DELETE FROM item_neighbour;

-- name: clear_recommendations
DELETE FROM account_recommendation;

-- name: note_neighbours
-- Else the first plans after a training know nothing of the new rows.
ANALYZE item_neighbour;

-- name: note_recommendations
ANALYZE account_recommendation;

-- name: copy_neighbours
COPY item_neighbour (product_id, rank, neighbour_id, weight, together, orders) FROM STDIN;

-- name: copy_recommendations
COPY account_recommendation (account_id, rank, product_id, kind, because_id, together, orders, score) FROM STDIN;

-- name: goes_with
-- What goes with several products, and is none of them: cards with the pair that speaks most for each.
-- `best` holds numbers below 2^53 only, which float8 keeps exactly; arrays compare by their first
-- element that differs.
-- $1 products, $2 how many
WITH pair AS (
  SELECT neighbour_id, sum(weight) AS weight,
         max(ARRAY[weight::float8, product_id::float8, together::float8, orders::float8]) AS best
    FROM item_neighbour
   WHERE product_id = ANY ($1::bigint[]) AND rank <= 12
     AND neighbour_id <> ALL ($1::bigint[])
   GROUP BY neighbour_id
   ORDER BY sum(weight) DESC, neighbour_id
   LIMIT 24
)
SELECT product.id, product.name, product.slug, brand.name AS brand, product.image, product.price_cents,
       product.in_stock, product.review_count, product.rating_sum,
       product.regular_price_cents, product.lowest_price_cents,
       'goes_with' AS kind, because.name AS because, best[3]::integer AS together, best[4]::integer AS orders
  FROM pair
  JOIN product ON product.id = pair.neighbour_id AND product.withdrawn_at IS NULL AND product.in_stock > 0
  JOIN product because ON because.id = pair.best[2]::bigint
  LEFT JOIN brand ON brand.id = product.brand_id
 ORDER BY pair.weight DESC, product.id
 LIMIT $2;

-- name: for_account
-- What was chosen for a customer and can be bought, without what is in the cart or was bought within
-- three weeks: new things first, then those to take again, each best first.
-- $1 account, $2 now, $3 new things at most, $4 things to take again at most
WITH had AS MATERIALIZED (
  SELECT ARRAY(SELECT l.product_id
                 FROM sales_order o
                 JOIN order_line l ON l.order_id = o.id
                WHERE o.account_id = $1
                  AND (o.state = 'temp' OR o.placed_at > $2::timestamptz - interval '21 days')) AS products
), chosen AS (
  (SELECT r.product_id, r.kind, r.because_id, r.together, r.orders, r.rank
     FROM account_recommendation r
     JOIN product p ON p.id = r.product_id AND p.withdrawn_at IS NULL AND p.in_stock > 0
    WHERE r.account_id = $1 AND r.kind <> 'again' AND r.product_id <> ALL((SELECT products FROM had)::bigint[])
    ORDER BY r.rank
    LIMIT $3)
   UNION ALL
  (SELECT r.product_id, r.kind, r.because_id, r.together, r.orders, r.rank + 1000
     FROM account_recommendation r
     JOIN product p ON p.id = r.product_id AND p.withdrawn_at IS NULL AND p.in_stock > 0
    WHERE r.account_id = $1 AND r.kind = 'again' AND r.product_id <> ALL((SELECT products FROM had)::bigint[])
    ORDER BY r.rank
    LIMIT $4)
)
SELECT product.id, product.name, product.slug, brand.name AS brand, product.image, product.price_cents,
       product.in_stock, product.review_count, product.rating_sum,
       product.regular_price_cents, product.lowest_price_cents,
       chosen.kind, because.name AS because, chosen.together, chosen.orders
  FROM chosen
  JOIN product ON product.id = chosen.product_id
  LEFT JOIN brand ON brand.id = product.brand_id
  LEFT JOIN product because ON because.id = chosen.because_id
 ORDER BY chosen.rank;

-- name: popular
-- What sells most and can be bought, without these products and without what the account has in the
-- cart or bought within three weeks.
-- $1 products, $2 account or 0, $3 now, $4 how many
SELECT product.id, product.name, product.slug, brand.name AS brand, product.image, product.price_cents,
       product.in_stock, product.review_count, product.rating_sum,
       product.regular_price_cents, product.lowest_price_cents,
       'popular' AS kind, NULL AS because, 0 AS together, least(product.sold_count, 2147483647) AS orders
  FROM product
  LEFT JOIN brand ON brand.id = product.brand_id
 WHERE product.withdrawn_at IS NULL AND product.in_stock > 0 AND product.sold_count > 0
   AND product.id <> ALL($1::bigint[])
   AND NOT EXISTS (SELECT 1
                     FROM sales_order o
                     JOIN order_line l ON l.order_id = o.id AND l.product_id = product.id
                    WHERE o.account_id = $2
                      AND (o.state = 'temp' OR o.placed_at > $3::timestamptz - interval '21 days'))
 ORDER BY product.sold_count DESC, product.id DESC
 LIMIT $4;
