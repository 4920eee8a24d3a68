-- tools/bench_lists: whom and what to ask about.

-- name: backend
SELECT pg_backend_pid() AS pid;

-- name: nothing
SELECT 1 AS one;

-- name: products
SELECT DISTINCT product_id AS id FROM item_neighbour ORDER BY 1 LIMIT 5000;

-- name: accounts
SELECT DISTINCT account_id AS id FROM account_recommendation ORDER BY 1 LIMIT 5000;

-- name: churn_model
SELECT window_to, convert_from(artifact, 'UTF8') AS artifact FROM model_version WHERE model = 'churn' AND state = 'active';
