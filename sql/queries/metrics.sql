-- Figures for Prometheus; used by cgi-bin/metrics_api.cpp.

-- name: figures
-- One row.
SELECT pg_database_size(current_database()) AS database_bytes,
       (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()) AS database_connections,
       (SELECT count(*) FROM sales_order WHERE state <> 'temp') AS orders,
       (SELECT count(*) FROM product WHERE withdrawn_at IS NULL) AS products,
       (SELECT count(*) FROM product WHERE withdrawn_at IS NULL AND in_stock = 0) AS products_sold_out,
       (SELECT count(*) FROM message WHERE sender = 'user') AS questions,
       (SELECT count(*) FROM message WHERE sender = 'assistant') AS answers,
       (SELECT COALESCE(sum(response_ms), 0) FROM message WHERE sender = 'assistant') AS answer_ms,
       (SELECT count(*) FROM mail WHERE state = 'waiting') AS mail_waiting,
       (SELECT count(*) FROM mail WHERE state = 'dead') AS mail_dead,
       (SELECT count(*) FROM webhook_delivery WHERE state = 'waiting') AS webhooks_waiting,
       (SELECT count(*) FROM webhook_delivery WHERE state = 'dead') AS webhooks_dead;

-- name: models
-- One row a model, whether it serves or not. $1 models, an array; $2 now
SELECT known.model, COALESCE(version.id, 0) AS version,
       COALESCE(extract(epoch FROM $2::timestamptz - version.trained_at), 0)::bigint AS age_seconds,
       (SELECT count(*) FROM model_job WHERE model_job.model = known.model AND state IN ('waiting', 'running')) AS open_jobs,
       (SELECT count(*) FROM model_job WHERE model_job.model = known.model AND state = 'failed') AS failed_jobs,
       (SELECT count(*)
          FROM (SELECT DISTINCT ON (metric) alarm
                  FROM model_metric
                 WHERE model_metric.model = known.model
                 ORDER BY metric, day DESC) AS newest
         WHERE newest.alarm) AS alarms
  FROM unnest($1::text[]) WITH ORDINALITY AS known (model, place)
  LEFT JOIN model_version AS version ON version.model = known.model AND version.state = 'active'
 ORDER BY known.place;
