-- How the published models do, once it is known.

-- name: keep_predictions
-- Today's predictions, unless some of this week are kept already.
INSERT INTO prediction_past (cut_at, account_id, churn, spend_cents, version_id)
SELECT cut_at, account_id, churn, spend_cents, churn_version_id
  FROM customer_prediction p
 WHERE NOT EXISTS (SELECT 1 FROM prediction_past q WHERE q.cut_at > p.cut_at - interval '7 days')
ON CONFLICT DO NOTHING;

-- name: drop_old_predictions
-- $1 now
DELETE FROM prediction_past WHERE cut_at < $1::timestamptz - interval '2 years';

-- name: known_predictions
-- The newest kept predictions of the active churn model whose days ahead are over, with what came.
-- $1 end of time, $2 days ahead
WITH ready AS (
  SELECT max(p.cut_at) AS cut_at
    FROM prediction_past p
    JOIN model_version v ON v.id = p.version_id AND v.state = 'active'
   WHERE p.cut_at <= $1::timestamptz - make_interval(days => $2::integer)
)
SELECT p.churn, COALESCE(p.spend_cents, 0) AS said_cents, COALESCE(o.cents, 0)::bigint AS came_cents,
       o.account_id IS NULL AS churned
  FROM prediction_past p
  JOIN ready ON ready.cut_at = p.cut_at
  LEFT JOIN (SELECT m.account_id, sum(m.amount_cents) AS cents
               FROM model_purchase m, ready
              WHERE m.at >= ready.cut_at AND m.at < ready.cut_at + make_interval(days => $2::integer)
                AND m.undone_at IS NULL
              GROUP BY m.account_id) o ON o.account_id = p.account_id
 WHERE p.churn IS NOT NULL
 ORDER BY p.account_id;

-- name: list_hits
-- Of the customers who ordered on a day and had a list: how many took something of it, and for how
-- much. To be asked before the lists are made anew. $1 begin of the day
SELECT count(DISTINCT o.account_id) AS customers,
       count(DISTINCT o.account_id) FILTER (WHERE r.product_id IS NOT NULL) AS hits,
       COALESCE(sum(l.quantity * l.unit_price_cents) FILTER (WHERE r.product_id IS NOT NULL), 0)::bigint
         AS recommended_cents,
       COALESCE(sum(l.quantity * l.unit_price_cents), 0)::bigint AS cents
  FROM sales_order o
  JOIN order_line l ON l.order_id = o.id
  LEFT JOIN account_recommendation r
         ON r.account_id = o.account_id AND r.product_id = l.product_id AND r.rank <= 10
 WHERE o.state <> 'temp' AND o.placed_at >= $1::timestamptz
   AND o.placed_at < $1::timestamptz + interval '1 day'
   AND EXISTS (SELECT 1 FROM account_recommendation a WHERE a.account_id = o.account_id);

-- name: lists_made_since
-- $1 moment
SELECT EXISTS (SELECT FROM model_job
                WHERE model = 'recommend' AND state IN ('published', 'kept') AND finished_at >= $1::timestamptz) AS made;

-- name: coverage
-- Which share of the offered products stands on somebody's list.
SELECT (SELECT count(DISTINCT product_id) FROM account_recommendation)::float8
         / greatest(1, (SELECT count(*) FROM product WHERE withdrawn_at IS NULL)) AS share,
       (SELECT count(DISTINCT account_id) FROM account_recommendation) AS customers;

-- name: write_metric
-- $1 day, $2 model, $3 metric, $4 value, $5 samples, $6 alarm
INSERT INTO model_metric (day, model, metric, version_id, value, samples, alarm)
SELECT $1::date, $2, $3, (SELECT id FROM model_version WHERE model = $2 AND state = 'active'), $4, $5, $6
    ON CONFLICT (model, metric, day) DO UPDATE
   SET value = EXCLUDED.value, samples = EXCLUDED.samples, alarm = EXCLUDED.alarm,
       version_id = EXCLUDED.version_id;

-- name: promise
-- What the active version promised and how far it has been looked at. $1 model
SELECT id, (metrics -> 'challenger' ->> 'value')::float8 AS figure,
       (metrics -> 'details' ->> 'hit_rate')::float8 AS hit_rate,
       window_to,
       (SELECT max(w.id) FROM model_version w
         WHERE w.model = v.model AND w.state = 'retired' AND w.id < v.id AND w.artifact <> '') AS previous_id
  FROM model_version v
 WHERE model = $1 AND state = 'active';

-- name: recent_hits
-- The hit rate of the active version over its last 30 days. $1 version, $2 day
SELECT COALESCE(sum(value * samples) / NULLIF(sum(samples), 0), 0) AS rate, COALESCE(sum(samples), 0) AS samples
  FROM model_metric
 WHERE model = 'recommend' AND metric = 'hit_rate' AND version_id = $1 AND day > $2::date - 30;

-- name: taken_rates
-- Of the searches since the version came (the newest 14 days) and of those of the 28 days before: which
-- share led to a product. $1 version, $2 day
SELECT COALESCE(sum(m.value * m.samples) FILTER (WHERE is_since) / NULLIF(sum(m.samples) FILTER (WHERE is_since), 0), 0)
         AS since,
       COALESCE(sum(m.samples) FILTER (WHERE is_since), 0)::bigint AS samples_since,
       COALESCE(sum(m.value * m.samples) FILTER (WHERE is_before) / NULLIF(sum(m.samples) FILTER (WHERE is_before), 0), 0)
         AS before,
       COALESCE(sum(m.samples) FILTER (WHERE is_before), 0)::bigint AS samples_before
  FROM model_version AS version
  JOIN model_metric AS m ON m.model = 'search' AND m.metric = 'taken_rate' AND m.day <= $2::date
 CROSS JOIN LATERAL (SELECT m.day > version.activated_at::date AND m.day > $2::date - 14 AS is_since,
                            m.day < version.activated_at::date
                              AND m.day >= version.activated_at::date - 28 AS is_before) AS days
 WHERE version.id = $1;

-- name: answers
-- The assistant's answers of a day, and those among them that were sure of the question. $1 begin of the day
SELECT count(*) AS answers,
       count(*) FILTER (WHERE confidence >= 0.5 AND intent NOT IN ('out_of_scope', 'nonsense')) AS understood
  FROM message
 WHERE sender = 'assistant' AND intent IS NOT NULL
   AND created_at >= $1::timestamptz AND created_at < $1::timestamptz + interval '1 day';

-- name: settings
SELECT name, value FROM model_setting WHERE name IN ('drift_alarm', 'rollback_share');

-- name: ask_rollback
-- $1 model, $2 version to go back to
INSERT INTO model_job (model, action, target_id, reason)
VALUES ($1, 'activate', $2, 'alarm')
ON CONFLICT (model) WHERE state IN ('waiting', 'running') DO NOTHING
RETURNING id;
