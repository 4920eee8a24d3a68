-- tools/retrain: jobs, versions, and what decides about them.

-- name: lock
-- One training at a time, in all programs; held until the session ends.
SELECT pg_try_advisory_lock(hashtext('parley retrain')) AS locked;

-- name: unlock
SELECT pg_advisory_unlock(hashtext('parley retrain'));

-- name: settings
SELECT name, value FROM model_setting ORDER BY name;

-- name: data_span
-- The days of the first order and after the newest one: an imported shop of ten years ago lives
-- then. $1 now
SELECT date_trunc('day', min(placed_at) AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' AS since,
       least(date_trunc('day', $1::timestamptz AT TIME ZONE 'UTC'),
             date_trunc('day', max(placed_at) AT TIME ZONE 'UTC') + interval '1 day') AT TIME ZONE 'UTC' AS until
  FROM sales_order
 WHERE state <> 'temp' AND placed_at <= $1::timestamptz;

-- name: orders_in_window
-- $1 from, $2 to
SELECT count(*) AS orders, count(DISTINCT account_id) AS customers
  FROM sales_order
 WHERE state <> 'temp' AND account_id IS NOT NULL AND placed_at >= $1::timestamptz AND placed_at < $2::timestamptz;

-- name: add_job
-- Nothing when one of this model is open already. $1 model, $2 reason
INSERT INTO model_job (model, reason)
VALUES ($1, $2)
ON CONFLICT (model) WHERE state IN ('waiting', 'running') DO NOTHING
RETURNING id;

-- name: next_job
-- Jobs that a killed training left running come first. $1 models, an array
SELECT id, model, action, target_id, forced, step, attempts, state = 'running' AS was_killed
  FROM model_job
 WHERE state IN ('waiting', 'running') AND model = ANY($1::text[])
 ORDER BY state = 'running' DESC, id
 LIMIT 1;

-- name: start_job
-- $1 job, $2 now
UPDATE model_job
   SET state = 'running', started_at = $2, progress = 0, step = '', attempts = attempts + 1
 WHERE id = $1;

-- name: tell_progress
-- $1 job, $2 percent, $3 what it does now
UPDATE model_job SET progress = $2, step = $3 WHERE id = $1 RETURNING stop_wanted;

-- name: finish_job
-- $1 job, $2 now, $3 state, $4 sentence, $5 version or NULL, $6 peak memory
UPDATE model_job
   SET state = $3, finished_at = $2, message = $4, version_id = $5, peak_kb = $6, progress = 100, step = ''
 WHERE id = $1;

-- name: active_version
-- $1 model
SELECT id, window_to FROM model_version WHERE model = $1 AND state = 'active';

-- name: artifact
-- Its bytes as hexadecimal digits; none when they were not kept. $1 version
SELECT model, encode(artifact, 'hex') AS artifact FROM model_version WHERE id = $1;

-- name: add_version
-- $1 model, $2 trained at, $3 from, $4 to, $5 code version, $6 parameters, $7 seed, $8 metrics,
-- $9 artifact in hexadecimal digits, $10 sentence, $11 state
INSERT INTO model_version (model, trained_at, window_from, window_to, code_version, parameters, seed,
                           metrics, artifact, verdict, state, activated_at)
VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8::jsonb, decode($9, 'hex'), $10, $11,
        CASE WHEN $11 = 'active' THEN $2::timestamptz END)
RETURNING id, artifact_hash;

-- name: retire_active
-- $1 model
UPDATE model_version SET state = 'retired' WHERE model = $1 AND state = 'active';

-- name: activate_version
-- $1 version, $2 now
UPDATE model_version SET state = 'active', activated_at = $2 WHERE id = $1;

-- name: trim_refused
-- Refused versions are many and large: their figures stay, their artifacts go but for the last 5.
-- $1 model
UPDATE model_version
   SET artifact = ''
 WHERE model = $1 AND state = 'refused' AND artifact <> ''
   AND id NOT IN (SELECT id FROM model_version WHERE model = $1 AND state = 'refused' ORDER BY id DESC LIMIT 5);

-- name: last_end
-- When this model's last training ended, or NULL. $1 model
SELECT max(finished_at) AS finished_at FROM model_job WHERE model = $1;

-- name: new_orders
-- $1 since, $2 count no further than this
SELECT count(*) AS orders
  FROM (SELECT 1 FROM sales_order WHERE state <> 'temp' AND created_at > $1::timestamptz LIMIT $2) o;
