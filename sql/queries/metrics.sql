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
