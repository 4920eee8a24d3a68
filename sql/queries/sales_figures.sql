-- Sales in numbers; used by cgi-bin/analytics/sales_figures.cpp. Orders count by the moment they were
-- placed; cancelled and returned ones are no revenue.

-- name: sales_summary
-- One row. $1 from or NULL, $2 until or NULL
SELECT count(*) AS orders,
       count(*) FILTER (WHERE state IN ('cancelled', 'returned')) AS lost,
       count(*) FILTER (WHERE state IN ('placed', 'complete') AND payment_state = 'unpaid') AS unpaid,
       count(*) FILTER (WHERE state = 'complete') AS complete,
       count(DISTINCT account_id) AS customers,
       COALESCE(sum(total_cents) FILTER (WHERE state IN ('placed', 'complete')), 0)::bigint AS revenue_cents,
       COALESCE(round(avg(total_cents) FILTER (WHERE state IN ('placed', 'complete'))), 0)::bigint AS average_cents,
       COALESCE(sum((SELECT sum(quantity) FROM order_line WHERE order_line.order_id = sales_order.id))
                FILTER (WHERE state IN ('placed', 'complete')), 0)::bigint AS pieces
  FROM sales_order
 WHERE state <> 'temp'
   AND ($1::timestamptz IS NULL OR placed_at >= $1)
   AND ($2::timestamptz IS NULL OR placed_at < $2);

-- name: sales_by_day
-- Days (UTC) on which something was ordered, the latest first. $1 from or NULL, $2 until or NULL, $3 how many
SELECT to_char(placed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, count(*) AS orders,
       COALESCE(sum(total_cents) FILTER (WHERE state IN ('placed', 'complete')), 0)::bigint AS revenue_cents
  FROM sales_order
 WHERE state <> 'temp'
   AND ($1::timestamptz IS NULL OR placed_at >= $1)
   AND ($2::timestamptz IS NULL OR placed_at < $2)
 GROUP BY 1
 ORDER BY 1 DESC
 LIMIT $3;

-- name: top_products
-- What was sold most. $1 from or NULL, $2 until or NULL, $3 how many
SELECT order_line.product_id, product.name, product.slug, sum(order_line.quantity)::bigint AS pieces,
       sum(order_line.quantity * order_line.unit_price_cents)::bigint AS revenue_cents,
       count(*) AS orders
  FROM sales_order
  JOIN order_line ON order_line.order_id = sales_order.id
  JOIN product ON product.id = order_line.product_id
 WHERE sales_order.state IN ('placed', 'complete')
   AND ($1::timestamptz IS NULL OR sales_order.placed_at >= $1)
   AND ($2::timestamptz IS NULL OR sales_order.placed_at < $2)
 GROUP BY order_line.product_id, product.id
 ORDER BY pieces DESC, revenue_cents DESC, order_line.product_id
 LIMIT $3;
