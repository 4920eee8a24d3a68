-- What is known of customers before a moment, and what they did after it.

-- name: features
-- One row per customer who had bought before the cut-off; the only text that makes features, for
-- training and for serving. Days are UTC days; the last one counted is the day before the cut-off.
-- $1 cut-off (midnight)
WITH known AS (
  SELECT account_id, (at AT TIME ZONE 'UTC')::date AS day, sum(amount_cents)::float8 AS cents,
         count(*) AS orders
    FROM model_purchase
   WHERE at < $1::timestamptz
     AND (undone_at IS NULL OR undone_at >= $1::timestamptz)
   GROUP BY 1, 2
), cut AS (
  SELECT ($1::timestamptz AT TIME ZONE 'UTC')::date AS day
), step AS (
  SELECT known.*, day - lag(day) OVER w AS gap, row_number() OVER w AS place,
         row_number() OVER (PARTITION BY account_id ORDER BY day DESC) AS back
    FROM known
  WINDOW w AS (PARTITION BY account_id ORDER BY day)
), bought AS (
  SELECT s.account_id,
         count(*) - 1 AS repeats,
         max(s.day) - min(s.day) AS last_days,
         min(cut.day) - 1 - min(s.day) AS known_days,
         min(cut.day) - 1 - max(s.day) AS idle_days,
         sum(s.orders) AS orders,
         sum(s.cents) AS spent,
         avg(s.cents) AS spent_mean,
         max(s.cents) AS spent_most,
         sum(s.cents) FILTER (WHERE s.back = 1) AS spent_last,
         COALESCE(avg(s.cents) FILTER (WHERE s.place > 1), 0) AS spent_repeat_mean,
         avg(s.gap)::float8 AS gap_mean,
         COALESCE(stddev_pop(s.gap), 0)::float8 AS gap_spread,
         count(*) FILTER (WHERE s.day >= cut.day - 30) AS days_30,
         count(*) FILTER (WHERE s.day >= cut.day - 60) AS days_60,
         count(*) FILTER (WHERE s.day >= cut.day - 90) AS days_90,
         COALESCE(sum(s.cents) FILTER (WHERE s.day >= cut.day - 30), 0) AS spent_30,
         COALESCE(sum(s.cents) FILTER (WHERE s.day >= cut.day - 90), 0) AS spent_90
    FROM step s CROSS JOIN cut
   GROUP BY s.account_id
), seen AS (
  SELECT account_id,
         count(*) FILTER (WHERE kind IN ('view', 'click')) AS views_30,
         count(*) FILTER (WHERE kind = 'search') AS searches_30,
         count(*) FILTER (WHERE kind = 'cart') AS carts_30,
         count(*) FILTER (WHERE kind = 'chat') AS chats_30
    FROM visit_event
   WHERE at < $1::timestamptz AND at >= $1::timestamptz - interval '30 days'
     AND account_id IS NOT NULL
   GROUP BY account_id
)
SELECT b.account_id, b.repeats, b.last_days, b.known_days, b.idle_days, b.orders,
       round(b.spent) AS spent, round(b.spent_mean) AS spent_mean, round(b.spent_most) AS spent_most,
       round(b.spent_last) AS spent_last, round(b.spent_repeat_mean) AS spent_repeat_mean,
       COALESCE(round(b.gap_mean::numeric, 3), b.known_days + 1) AS gap_mean,
       round(b.gap_spread::numeric, 3) AS gap_spread,
       round((b.idle_days / (COALESCE(b.gap_mean, b.known_days + 1) + 1))::numeric, 4) AS idle_per_gap,
       b.days_30, b.days_60, b.days_90, round(b.spent_30) AS spent_30, round(b.spent_90) AS spent_90,
       COALESCE(s.views_30, 0) AS views_30, COALESCE(s.searches_30, 0) AS searches_30,
       COALESCE(s.carts_30, 0) AS carts_30, COALESCE(s.chats_30, 0) AS chats_30
  FROM bought b LEFT JOIN seen s USING (account_id)
 ORDER BY b.account_id;

-- name: outcomes
-- What each of those customers did from the cut-off on: the label is written here.
-- $1 cut-off, $2 days ahead
SELECT k.account_id,
       COALESCE(a.days, 0) = 0 AS churned,
       COALESCE(a.days, 0) AS purchases,
       COALESCE(a.cents, 0)::bigint AS spent
  FROM (SELECT DISTINCT account_id FROM model_purchase
         WHERE at < $1::timestamptz AND (undone_at IS NULL OR undone_at >= $1::timestamptz)) k
  LEFT JOIN (SELECT account_id, count(DISTINCT (at AT TIME ZONE 'UTC')::date) AS days,
                    sum(amount_cents) AS cents
               FROM model_purchase
              WHERE at >= $1::timestamptz AND at < $1::timestamptz + make_interval(days => $2::integer)
                AND (undone_at IS NULL OR undone_at >= $1::timestamptz + make_interval(days => $2::integer))
              GROUP BY account_id) a USING (account_id)
 ORDER BY k.account_id;

-- name: hide_purchases
-- Shadows the view of the same name in this session: the world as it was at the cut-off.
-- Filled by copy_purchases.
CREATE TEMP TABLE model_purchase (
  order_id      bigint,
  account_id    bigint,
  at            timestamptz,
  amount_cents  bigint,
  undone_at     timestamptz
);

-- name: copy_purchases
COPY pg_temp.model_purchase (order_id, account_id, at, amount_cents, undone_at) FROM STDIN;

-- name: hide_events
CREATE TEMP TABLE visit_event (
  at          timestamptz,
  kind        text,
  account_id  bigint,
  visitor     text,
  product_id  bigint,
  detail      text
);

-- name: past_purchases
-- What model_purchase would have been at the cut-off.
-- $1 cut-off
INSERT INTO pg_temp.model_purchase (order_id, account_id, at, amount_cents, undone_at)
SELECT order_id, account_id, at, amount_cents, NULLIF(least(undone_at, $1::timestamptz), $1::timestamptz)
  FROM public.model_purchase
 WHERE at < $1::timestamptz;

-- name: past_events
-- $1 cut-off
INSERT INTO pg_temp.visit_event (at, kind, account_id, visitor, product_id, detail)
SELECT at, kind, account_id, visitor, product_id, detail FROM public.visit_event
 WHERE at < $1::timestamptz AND at >= $1::timestamptz - interval '31 days';

-- name: show_purchases
DROP TABLE pg_temp.model_purchase;

-- name: show_events
DROP TABLE pg_temp.visit_event;

-- name: make_staged_predictions
CREATE TEMP TABLE staged_prediction (
  account_id   bigint PRIMARY KEY,
  churn        double precision,
  spend_cents  bigint,
  purchases    double precision,
  reasons      jsonb
) ON COMMIT DROP;

-- name: copy_staged_predictions
COPY staged_prediction (account_id, churn, spend_cents, purchases, reasons) FROM STDIN;

-- name: publish_churn
-- An account that was deleted meanwhile is passed over.
-- $1 cut-off, $2 version
INSERT INTO customer_prediction (account_id, cut_at, churn, churn_reasons, churn_version_id)
SELECT s.account_id, $1, s.churn, s.reasons, $2
  FROM staged_prediction s
  JOIN account a ON a.id = s.account_id
    ON CONFLICT (account_id) DO UPDATE
   SET cut_at = EXCLUDED.cut_at, churn = EXCLUDED.churn, churn_reasons = EXCLUDED.churn_reasons,
       churn_version_id = EXCLUDED.churn_version_id;

-- name: publish_spending
-- $1 cut-off, $2 version
INSERT INTO customer_prediction (account_id, cut_at, spend_cents, purchases, spending_version_id)
SELECT s.account_id, $1, s.spend_cents, s.purchases, $2
  FROM staged_prediction s
  JOIN account a ON a.id = s.account_id
    ON CONFLICT (account_id) DO UPDATE
   SET cut_at = EXCLUDED.cut_at, spend_cents = EXCLUDED.spend_cents, purchases = EXCLUDED.purchases,
       spending_version_id = EXCLUDED.spending_version_id;

-- name: drop_staged_predictions
DROP TABLE staged_prediction;
