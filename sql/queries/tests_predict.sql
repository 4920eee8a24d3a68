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

-- name: make_customers
-- 240 customers of 14 months: one third goes on buying every 25 days, one third stops in between, one
-- third came once. Who buys the first product buys the second one with it.
-- $1 the end of time, $2 first product, $3 second, $4 third
WITH person AS (
  INSERT INTO account (username, email, first_name, role, country)
  SELECT 'shopper' || n, 'shopper' || n || '@example.org', 'Shopper', 'customer', 'US'
    FROM generate_series(1, 240) n
  RETURNING id, substr(username::text, 8)::integer AS n
), visit AS (
  SELECT p.id, p.n, v
    FROM person p, generate_series(0, 16) v
   WHERE CASE p.n % 3 WHEN 0 THEN true WHEN 1 THEN v <= 3 + p.n % 7 ELSE v = p.n % 17 END
), placed AS (
  INSERT INTO sales_order (number, account_id, state, subtotal_cents, shipping_cents, tax_cents, total_cents,
                           placed_at, created_at)
  SELECT 'T' || n || '-' || v, id, 'complete', 1000 + 500 * (n % 5), 0, 0, 1000 + 500 * (n % 5),
         $1::timestamptz - interval '1 day' * (420 - 25 * v - n % 20),
         $1::timestamptz - interval '1 day' * (420 - 25 * v - n % 20)
    FROM visit
  RETURNING id, account_id, number
)
INSERT INTO order_line (order_id, product_id, quantity, product_name, unit_price_cents)
SELECT o.id, p.product_id, 1, 'thing', 1000
  FROM placed o,
       LATERAL (SELECT unnest(CASE WHEN o.account_id % 2 = 0 THEN ARRAY[$2::bigint, $3::bigint]
                                   ELSE ARRAY[$4::bigint] END) AS product_id) p
 ORDER BY o.id;

-- name: forget_returning
-- Everybody's orders of the last days are gone: all have left. $1 from
DELETE FROM sales_order WHERE placed_at >= $1::timestamptz;

-- name: versions
-- $1 model
SELECT id, state, verdict, artifact_hash FROM model_version WHERE model = $1 ORDER BY id;

-- name: jobs
-- $1 model
SELECT id, state, message, progress FROM model_job WHERE model = $1 ORDER BY id;

-- name: ask_to_stop
-- $1 model
UPDATE model_job SET stop_wanted = true WHERE model = $1;

-- name: leave_running
-- As a killed training leaves its job. $1 model
UPDATE model_job SET state = 'running', started_at = now() WHERE model = $1;

-- name: neighbours
-- $1 product
SELECT neighbour_id, together, orders FROM item_neighbour WHERE product_id = $1 ORDER BY rank;

-- name: predictions
SELECT count(*) AS customers, count(churn) AS with_churn, count(spend_cents) AS with_spending,
       min(churn) AS least, max(churn) AS most
  FROM customer_prediction;

-- name: recommendations
-- $1 account
SELECT product_id, kind, because_id, together, orders FROM account_recommendation WHERE account_id = $1 ORDER BY rank;

-- name: someone
-- $1 user name
SELECT id FROM account WHERE username = $1;

-- name: make_version
-- $1 model, $2 state
INSERT INTO model_version (model, window_from, window_to, code_version, parameters, seed, metrics, artifact,
                           verdict, state, activated_at)
VALUES ($1, '2025-01-01', '2026-01-01', 'test', '{"method": "test"}', 1,
        '{"figure": "AUC", "challenger": {"value": 0.75, "low": 0.7, "high": 0.8}, "plain": {"value": 0.6},
          "details": {"calibration": [{"said": 0.3, "came": 0.25, "people": 40}], "lift": [0.2, 0.4, 1.0],
                      "importance": [{"feature": "idle_days", "adds": 0.5}]}}',
        'bytes', 'AUC 0.7500', $2, now())
RETURNING id;

-- name: make_prediction
-- $1 account, $2 chance of leaving, $3 cents
INSERT INTO customer_prediction (account_id, cut_at, churn, spend_cents, purchases, churn_reasons)
VALUES ($1, '2026-03-01', $2, $3, 1.5, '[{"feature": "idle_days", "value": 90, "adds": 0.8}]');

-- name: make_neighbour
-- $1 product, $2 rank, $3 neighbour, $4 orders with both, $5 orders with the product
INSERT INTO item_neighbour (product_id, rank, neighbour_id, weight, together, orders)
VALUES ($1, $2::integer, $3, 1.0 / $2::integer, $4, $5);

-- name: make_recommendation
-- $1 account, $2 rank, $3 product, $4 kind, $5 because or NULL, $6 together, $7 orders
INSERT INTO account_recommendation (account_id, rank, product_id, kind, because_id, together, orders, score)
VALUES ($1, $2, $3, $4, $5::bigint, $6, $7, 1);

-- name: set_sold
-- $1 product, $2 pieces
UPDATE product SET sold_count = $2 WHERE id = $1;

-- name: kill_often
-- As trainings that were killed each time leave their job. $1 model, $2 how often
UPDATE model_job SET state = 'running', started_at = now(), step = 'growing trees', attempts = $2 WHERE model = $1;

-- name: metrics
-- $1 model
SELECT metric, day, value, samples, alarm FROM model_metric WHERE model = $1 ORDER BY metric, day;

-- name: promise
-- The active version promised this. $1 model, $2 figure, $3 hit rate
UPDATE model_version
   SET metrics = jsonb_build_object('challenger', jsonb_build_object('value', $2::float8),
                                    'details', jsonb_build_object('hit_rate', $3::float8))
 WHERE model = $1 AND state = 'active';

-- name: age_predictions
-- The published predictions, as if they had been made so many days earlier. $1 days
INSERT INTO prediction_past (cut_at, account_id, churn, spend_cents, version_id)
SELECT cut_at - make_interval(days => $1::integer), account_id, churn, spend_cents, churn_version_id
  FROM customer_prediction;

-- name: turn_predictions
-- Says of everybody the contrary.
UPDATE prediction_past SET churn = 1 - churn;

-- name: list_for_all
-- Everybody's list is one product. $1 product
INSERT INTO account_recommendation (account_id, rank, product_id, kind, because_id, together, orders, score)
SELECT DISTINCT account_id, 1, $1::bigint, 'again', NULL::bigint, 1, 1, 1 FROM sales_order WHERE account_id IS NOT NULL;

-- name: orders_on
-- So many customers bought a product on a day. $1 day, $2 product, $3 how many
WITH placed AS (
  INSERT INTO sales_order (number, account_id, state, subtotal_cents, shipping_cents, tax_cents, total_cents, placed_at)
  SELECT 'M' || nextval('order_number'), id, 'complete', 1000, 0, 0, 1000, $1::timestamptz + interval '10 hours'
    FROM (SELECT id FROM account WHERE username LIKE 'shopper%' ORDER BY id LIMIT $3) a
  RETURNING id
)
INSERT INTO order_line (order_id, product_id, quantity, product_name, unit_price_cents)
SELECT id, $2, 1, 'thing', 1000 FROM placed;

-- name: clear_lists
DELETE FROM account_recommendation;

-- name: orders_of_another_kind
-- Everybody buys for a hundred times as much. $1 day
INSERT INTO sales_order (number, account_id, state, subtotal_cents, shipping_cents, tax_cents, total_cents, placed_at)
SELECT 'K' || nextval('order_number'), id, 'complete', 250000, 0, 0, 250000, $1::timestamptz + interval '10 hours'
  FROM account WHERE username LIKE 'shopper%';

-- name: wait_for_lock
SELECT pg_advisory_lock(hashtext('parley retrain'));

-- name: add_lesson
-- $1 gist, $2 label, $3 when
INSERT INTO intent_lesson (gist, label, labelled_at) VALUES ($1, $2, $3);

-- name: add_version
-- $1 model, $2 artifact, $3 now, $4 state
INSERT INTO model_version (model, trained_at, window_from, window_to, code_version, parameters, seed, metrics, artifact,
                           verdict, state, activated_at)
VALUES ($1, $3, $3::timestamptz - interval '1 day', $3, '', '{}', 1, '{}', $2::text::bytea, '', $4, $3);

-- name: add_metric
-- $1 day, $2 model, $3 metric, $4 value, $5 samples
INSERT INTO model_metric (day, model, metric, value, samples) VALUES ($1::timestamptz::date, $2, $3, $4, $5);

-- name: add_alarm
-- $1 day, $2 model, $3 metric, $4 value, $5 samples
INSERT INTO model_metric (day, model, metric, value, samples, alarm)
VALUES ($1::timestamptz::date, $2, $3, $4, $5, true);

-- name: add_event
-- $1 when, $2 kind, $3 visitor, $4 product or NULL, $5 detail or NULL
INSERT INTO visit_event (at, kind, visitor, product_id, detail) VALUES ($1, $2, $3, $4, $5);

-- name: set_setting
-- $1 name, $2 value
UPDATE model_setting SET value = $2 WHERE name = $1;
