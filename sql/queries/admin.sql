-- What staff see; used by cgi-bin/admin.

-- name: today
-- One row: the shop at a glance. Cancelled and returned orders are no revenue, nor is what was refunded.
-- $1 the moment
SELECT count(*) FILTER (WHERE placed_at > $1::timestamptz - interval '1 day') AS orders_today,
       count(*) FILTER (WHERE placed_at > $1::timestamptz - interval '30 days') AS orders_month,
       COALESCE(sum(total_cents - (SELECT COALESCE(sum(amount_cents), 0) FROM refund WHERE order_id = sales_order.id))
                                 FILTER (WHERE placed_at > $1::timestamptz - interval '30 days'
                                           AND state IN ('placed', 'complete')), 0) AS revenue_month_cents,
       count(*) FILTER (WHERE state = 'placed' AND payment_state = 'unpaid') AS unpaid,
       count(*) FILTER (WHERE state = 'placed' AND payment_state = 'paid' AND fulfilment_state IN ('open', 'packed', 'partly_shipped')) AS to_ship,
       (SELECT count(*) FROM account WHERE role = 'customer') AS customers,
       (SELECT count(*) FROM conversation WHERE last_activity_at > $1::timestamptz - interval '1 day') AS conversations_today
  FROM sales_order
 WHERE state <> 'temp';

-- name: to_do
-- One row: what waits for somebody.
SELECT (SELECT count(*) FROM return_request WHERE state = 'asked') AS returns,
       (SELECT count(*) FROM review
         WHERE state = 'waiting'
            OR EXISTS (SELECT FROM review_report WHERE review_id = review.id AND settled_at IS NULL)) AS reviews,
       (SELECT count(*) FROM mail WHERE state = 'dead') AS dead_letters,
       (SELECT count(*) FROM gateway_refund WHERE state = 'failed') AS refused_refunds,
       (SELECT hosted_session.order_id
          FROM gateway_refund
          JOIN hosted_session ON hosted_session.id = gateway_refund.session_id
         WHERE gateway_refund.state = 'failed'
         ORDER BY gateway_refund.id
         LIMIT 1) AS refused_order;

-- name: newest_orders
-- $1 at most so many
SELECT id, number, state, payment_state, fulfilment_state, total_cents, placed_at, COALESCE(ship_name, '') AS ship_name
  FROM sales_order
 WHERE state <> 'temp'
 ORDER BY placed_at DESC, id DESC
 LIMIT $1;

-- name: low_stock
-- Products that sell and are nearly gone, the best sellers first.
-- $1 so few pieces count as low, $2 at most so many products
SELECT id, slug, name, in_stock, sold_count
  FROM product
 WHERE withdrawn_at IS NULL
   AND in_stock <= $1
 ORDER BY sold_count DESC, id
 LIMIT $2;
