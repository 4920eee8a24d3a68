-- Rows for tests of the models; used by tests only.

-- name: leaking_features
-- As predict.features, but `orders` counts purchases behind the cut-off as well.
-- $1 cut-off
SELECT account_id, 0 AS repeats, 0 AS last_days, 0 AS known_days, 0 AS idle_days, count(*) AS orders,
       0 AS spent, 0 AS spent_mean, 0 AS spent_most, 0 AS spent_last, 0 AS spent_repeat_mean,
       0 AS gap_mean, 0 AS gap_spread, 0 AS idle_per_gap, 0 AS days_30, 0 AS days_60, 0 AS days_90,
       0 AS spent_30, 0 AS spent_90, 0 AS views_30, 0 AS searches_30, 0 AS carts_30, 0 AS chats_30
  FROM model_purchase
 GROUP BY account_id
HAVING min(at) < $1::timestamptz
 ORDER BY account_id;

-- name: make_purchase
-- $1 account, $2 when, $3 cents, $4 state, $5 when it was cancelled or NULL
INSERT INTO sales_order (number, account_id, state, subtotal_cents, shipping_cents, tax_cents, total_cents,
                         placed_at, cancelled_at)
SELECT 'P' || nextval('order_number'), $1, $4, $3, 0, 0, $3, $2, $5::timestamptz
RETURNING id;
