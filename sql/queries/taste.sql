-- What a customer leans to; used by cgi-bin/recommend/taste.cpp.

-- name: taste
-- The brands and categories of what a customer bought (counts three), saved (two)
-- and looked at (one) within the time, with their weights, and how far they may count. No row for
-- whoever refused to be tracked, nor when the shopkeeper switched it off.
-- $1 account, $2 from, $3 to
WITH sign AS (
  SELECT order_line.product_id, 3 AS weight
    FROM sales_order
    JOIN order_line ON order_line.order_id = sales_order.id
   WHERE sales_order.account_id = $1 AND sales_order.state <> 'temp' AND sales_order.cancelled_at IS NULL
     AND sales_order.placed_at >= $2::timestamptz AND sales_order.placed_at < $3::timestamptz
   UNION ALL
  SELECT product_id, 2
    FROM favorite
   WHERE account_id = $1 AND created_at < $3::timestamptz
   UNION ALL
  SELECT product_id, 1
    FROM visit_event
   WHERE account_id = $1 AND kind IN ('view', 'click') AND product_id IS NOT NULL
     AND at >= $2::timestamptz AND at < $3::timestamptz
)
SELECT brand.name AS brand, product.category_id, sum(sign.weight) AS weight,
       (SELECT value FROM model_setting WHERE name = 'taste_term') AS percent
  FROM sign
  JOIN product ON product.id = sign.product_id
  LEFT JOIN brand ON brand.id = product.brand_id
 WHERE (SELECT value FROM model_setting WHERE name = 'taste_term') > 0
   AND NOT (SELECT no_tracking FROM account WHERE id = $1)
 GROUP BY brand.name, product.category_id;
