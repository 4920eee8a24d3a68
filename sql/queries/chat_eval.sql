-- The whole catalogue as the evaluation of the assistant reads it, for plain comparisons in memory; used
-- by tools/chat_eval/catalogue.cpp.

-- name: products
SELECT product.id, product.name, product.category_id, COALESCE(brand.name, '') AS brand, product.price_cents,
       product.in_stock, product.sold_count, product.rating_sum, product.review_count,
       to_char(product.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') AS created
  FROM product
  LEFT JOIN brand ON brand.id = product.brand_id
 WHERE product.withdrawn_at IS NULL
 ORDER BY product.id;

-- name: categories
SELECT id, name, COALESCE(parent_id, 0) AS parent_id
  FROM category;

-- name: attributes
SELECT product_id, name, value
  FROM product_attribute;

-- name: customer
-- Somebody with several orders that are on their way or there, and the number of his latest one.
SELECT account.id, max(sales_order.number) FILTER (WHERE sales_order.placed_at = latest.at) AS number
  FROM account
  JOIN sales_order ON sales_order.account_id = account.id
  JOIN LATERAL (SELECT max(placed_at) AS at FROM sales_order AS o WHERE o.account_id = account.id) AS latest ON true
 WHERE account.role = 'customer'
   AND sales_order.state <> 'temp'
 GROUP BY account.id
HAVING count(*) >= 3
 ORDER BY account.id
 LIMIT 1;
