-- Staff's view of the models.

-- name: versions
-- $1 model, $2 at most
SELECT id, model, trained_at, window_from, window_to, code_version, parameters, seed, artifact_hash,
       artifact <> '' AS has_artifact, verdict, state, metrics
  FROM model_version
 WHERE model = $1
 ORDER BY id DESC
 LIMIT $2;

-- name: version
-- $1 version
SELECT id, model, trained_at, window_from, window_to, code_version, parameters, seed, artifact_hash,
       artifact <> '' AS has_artifact, verdict, state, metrics
  FROM model_version
 WHERE id = $1;

-- name: jobs
-- $1 at most
SELECT j.id, j.model, j.action, j.reason, j.state, j.step, j.message, a.username AS requested_by,
       j.requested_at, j.started_at, j.finished_at, j.progress
  FROM model_job j
  LEFT JOIN account a ON a.id = j.requested_by
 ORDER BY j.state IN ('waiting', 'running') DESC, j.id DESC
 LIMIT $1;

-- name: job
-- $1 job
SELECT j.id, j.model, j.action, j.reason, j.state, j.step, j.message, a.username AS requested_by,
       j.requested_at, j.started_at, j.finished_at, j.progress
  FROM model_job j
  LEFT JOIN account a ON a.id = j.requested_by
 WHERE j.id = $1;

-- name: newest_job
-- $1 model
SELECT j.id, j.model, j.action, j.reason, j.state, j.step, j.message, a.username AS requested_by,
       j.requested_at, j.started_at, j.finished_at, j.progress
  FROM model_job j
  LEFT JOIN account a ON a.id = j.requested_by
 WHERE j.model = $1
 ORDER BY j.id DESC
 LIMIT 1;

-- name: request_training
-- No row when one is open. $1 model, $2 publish whatever comes out, $3 who asks
INSERT INTO model_job (model, reason, forced, requested_by)
VALUES ($1, 'request', $2, $3)
ON CONFLICT (model) WHERE state IN ('waiting', 'running') DO NOTHING
RETURNING id;

-- name: request_activation
-- No row when a job of the model is open. $1 model, $2 version, $3 who asks
INSERT INTO model_job (model, action, target_id, reason, requested_by)
VALUES ($1, 'activate', $2, 'request', $3)
ON CONFLICT (model) WHERE state IN ('waiting', 'running') DO NOTHING
RETURNING id;

-- name: request_stop
-- $1 job, $2 now
UPDATE model_job
   SET stop_wanted = true,
       state = CASE state WHEN 'waiting' THEN 'stopped' ELSE state END,
       finished_at = CASE state WHEN 'waiting' THEN $2::timestamptz END
 WHERE id = $1 AND state IN ('waiting', 'running')
RETURNING id;

-- name: newest_metrics
SELECT DISTINCT ON (model, metric) model, metric, day::timestamp AT TIME ZONE 'UTC' AS day, value, samples, alarm
  FROM model_metric
 ORDER BY model, metric, day DESC;

-- name: insights
-- REC-5, the last 30 days that were looked at.
WITH recent AS (
  SELECT metric, value, samples, day FROM model_metric
   WHERE model = 'recommend' AND day > (SELECT max(day) FROM model_metric WHERE model = 'recommend') - 30
)
SELECT COALESCE((SELECT value FROM recent WHERE metric = 'coverage' ORDER BY day DESC LIMIT 1), 0) AS coverage,
       COALESCE(sum(value * samples) FILTER (WHERE metric = 'hit_rate')
                / NULLIF(sum(samples) FILTER (WHERE metric = 'hit_rate'), 0), 0) AS hit_rate,
       COALESCE(sum(samples) FILTER (WHERE metric = 'hit_rate'), 0) AS customers,
       COALESCE(sum(value) FILTER (WHERE metric = 'recommended_cents'), 0)::bigint AS recommended_cents,
       COALESCE(sum(value) FILTER (WHERE metric = 'cents'), 0)::bigint AS cents
  FROM recent;

-- name: predictions_by_churn
-- The likeliest to leave first. $1 at most, $2 part of a name or e-mail address, or '', $3 behind this account
-- (0: from the first on)
SELECT p.account_id, a.username, trim(a.first_name || ' ' || a.last_name) AS name, p.churn, p.spend_cents,
       p.purchases, p.cut_at, p.churn_reasons
  FROM customer_prediction p
  JOIN account a ON a.id = p.account_id
 WHERE ($2 = '' OR strpos(lower(concat_ws(' ', a.username, a.email, a.first_name, a.last_name)), lower($2)) > 0)
   AND ($3 = 0 OR (COALESCE(p.churn, -1), -p.account_id)
                  < (SELECT COALESCE(l.churn, -1), -l.account_id FROM customer_prediction l WHERE l.account_id = $3))
 ORDER BY COALESCE(p.churn, -1) DESC, -p.account_id DESC
 LIMIT $1;

-- name: predictions_by_value
-- The highest spending first. $1 at most, $2 part of a name or e-mail address, or '', $3 behind this account
-- (0: from the first on)
SELECT p.account_id, a.username, trim(a.first_name || ' ' || a.last_name) AS name, p.churn, p.spend_cents,
       p.purchases, p.cut_at, p.churn_reasons
  FROM customer_prediction p
  JOIN account a ON a.id = p.account_id
 WHERE ($2 = '' OR strpos(lower(concat_ws(' ', a.username, a.email, a.first_name, a.last_name)), lower($2)) > 0)
   AND ($3 = 0 OR (COALESCE(p.spend_cents, -1), -p.account_id)
                  < (SELECT COALESCE(l.spend_cents, -1), -l.account_id FROM customer_prediction l WHERE l.account_id = $3))
 ORDER BY COALESCE(p.spend_cents, -1) DESC, -p.account_id DESC
 LIMIT $1;

-- name: prediction
-- $1 account
SELECT p.account_id, a.username, trim(a.first_name || ' ' || a.last_name) AS name, p.churn, p.spend_cents,
       p.purchases, p.cut_at, p.churn_reasons
  FROM customer_prediction p
  JOIN account a ON a.id = p.account_id
 WHERE p.account_id = $1;

-- name: model_settings
SELECT name, value FROM model_setting ORDER BY name;

-- name: set_model_setting
-- $1 name, $2 value
UPDATE model_setting SET value = $2 WHERE name = $1;
