-- The shop in figures; used by cgi-bin/analytics/reports.cpp.
--
-- Everywhere: $1 first day, $2 day after the last one, $3 time zone of the days. An order counts for the day
-- on which it was placed, unless it was cancelled or came back; what was refunded of it is no revenue.

-- name: summary
-- One row.
WITH counted AS (
  SELECT o.account_id, o.total_cents - COALESCE((SELECT sum(amount_cents) FROM refund WHERE order_id = o.id), 0) AS revenue_cents
    FROM sales_order AS o
   WHERE o.placed_at >= $1::date::timestamp AT TIME ZONE $3::text
     AND o.placed_at < $2::date::timestamp AT TIME ZONE $3::text
     AND o.state IN ('placed', 'complete')
)
SELECT count(*) AS orders, COALESCE(sum(revenue_cents), 0)::bigint AS revenue_cents,
       COALESCE(round(avg(revenue_cents)), 0)::bigint AS average_cents,
       (SELECT count(*)
          FROM sales_order AS o
         WHERE o.placed_at >= $1::date::timestamp AT TIME ZONE $3::text
           AND o.placed_at < $2::date::timestamp AT TIME ZONE $3::text
           AND o.state IN ('cancelled', 'returned')) AS undone,
       (SELECT count(*)
          FROM account
         WHERE created_at >= $1::date::timestamp AT TIME ZONE $3::text
           AND created_at < $2::date::timestamp AT TIME ZONE $3::text
           AND role = 'customer') AS new_customers,
       (SELECT count(DISTINCT COALESCE(account_id::text, visitor))
          FROM visit_event
         WHERE at >= $1::date::timestamp AT TIME ZONE $3::text
           AND at < $2::date::timestamp AT TIME ZONE $3::text) AS visitors,
       (SELECT count(*)
          FROM conversation
         WHERE created_at >= $1::date::timestamp AT TIME ZONE $3::text
           AND created_at < $2::date::timestamp AT TIME ZONE $3::text) AS conversations
  FROM counted;

-- name: revenue
-- One row a day, week or month ($4), empty ones included.
SELECT to_char(bucket.start, 'YYYY-MM-DD') AS day, count(o.id) AS orders,
       COALESCE(sum(o.total_cents - o.refunded_cents), 0)::bigint AS revenue_cents
  FROM generate_series(date_trunc($4::text, $1::date::timestamp), $2::date::timestamp - interval '1 day',
                       ('1 ' || $4::text)::interval) AS bucket (start)
  LEFT JOIN (SELECT id, total_cents, date_trunc($4::text, placed_at AT TIME ZONE $3::text) AS start,
                    COALESCE((SELECT sum(amount_cents) FROM refund WHERE order_id = sales_order.id), 0) AS refunded_cents
               FROM sales_order
              WHERE placed_at >= $1::date::timestamp AT TIME ZONE $3::text
                AND placed_at < $2::date::timestamp AT TIME ZONE $3::text
                AND state IN ('placed', 'complete')) AS o ON o.start = bucket.start
 GROUP BY bucket.start
 ORDER BY bucket.start;

-- name: funnel
-- How many visitors came so far. A step counts whoever did it, and all that a later step proves.
WITH visitor AS (
  SELECT max(CASE kind WHEN 'purchase' THEN 3 WHEN 'cart' THEN 2 WHEN 'view' THEN 1 ELSE 0 END) AS reached
    FROM visit_event
   WHERE at >= $1::date::timestamp AT TIME ZONE $3::text
     AND at < $2::date::timestamp AT TIME ZONE $3::text
   GROUP BY COALESCE(account_id::text, visitor)
)
SELECT step.name AS step, count(visitor.reached) AS visitors,
       round(1000.0 * count(visitor.reached) / NULLIF((SELECT count(*) FROM visitor), 0)) AS share
  FROM (VALUES (0, 'came'), (1, 'viewed'), (2, 'filled_cart'), (3, 'bought')) AS step (number, name)
  LEFT JOIN visitor ON visitor.reached >= step.number
 GROUP BY step.number, step.name
 ORDER BY step.number;

-- name: products
-- The twenty that brought most. Lines as priced: without shipping, refunds and discounts of whole orders.
SELECT COALESCE(min(l.product_name), min(p.name)) AS product, sum(l.quantity) AS pieces,
       sum(l.quantity * l.unit_price_cents)::bigint AS revenue_cents
  FROM sales_order AS o
  JOIN order_line AS l ON l.order_id = o.id
  JOIN product AS p ON p.id = l.product_id
 WHERE o.placed_at >= $1::date::timestamp AT TIME ZONE $3::text
   AND o.placed_at < $2::date::timestamp AT TIME ZONE $3::text
   AND o.state IN ('placed', 'complete')
 GROUP BY l.product_id
 ORDER BY 3 DESC, l.product_id
 LIMIT 20;

-- name: centers
-- What the pieces sold from each centre brought and had cost.
SELECT c.name AS center, count(*) AS pieces, sum(l.unit_price_cents)::bigint AS revenue_cents,
       sum(i.cost_cents)::bigint AS cost_cents, sum(l.unit_price_cents - i.cost_cents)::bigint AS margin_cents,
       round(1000.0 * sum(l.unit_price_cents - i.cost_cents) / NULLIF(sum(l.unit_price_cents), 0)) AS share
  FROM sales_order AS o
  JOIN order_line AS l ON l.order_id = o.id
  JOIN inventory_item AS i ON i.order_line_id = l.id
  JOIN distribution_center AS c ON c.id = i.center_id
 WHERE o.placed_at >= $1::date::timestamp AT TIME ZONE $3::text
   AND o.placed_at < $2::date::timestamp AT TIME ZONE $3::text
   AND o.state IN ('placed', 'complete')
 GROUP BY c.id
 ORDER BY 3 DESC, c.id;

-- name: customers
-- Who bought: for the first time, again, or as a guest.
WITH bought AS (
  SELECT o.account_id, o.total_cents - COALESCE((SELECT sum(amount_cents) FROM refund WHERE order_id = o.id), 0) AS revenue_cents,
         o.account_id IS NOT NULL
           AND EXISTS (SELECT
                         FROM sales_order AS earlier
                        WHERE earlier.account_id = o.account_id
                          AND earlier.state IN ('placed', 'complete')
                          AND earlier.placed_at < $1::date::timestamp AT TIME ZONE $3::text) AS again
    FROM sales_order AS o
   WHERE o.placed_at >= $1::date::timestamp AT TIME ZONE $3::text
     AND o.placed_at < $2::date::timestamp AT TIME ZONE $3::text
     AND o.state IN ('placed', 'complete')
)
SELECT kind.name AS kind,
       CASE kind.name WHEN 'guest' THEN count(bought.*) ELSE count(DISTINCT bought.account_id) END AS customers,
       count(bought.*) AS orders, COALESCE(sum(bought.revenue_cents), 0)::bigint AS revenue_cents
  FROM (VALUES (1, 'new'), (2, 'returning'), (3, 'guest')) AS kind (place, name)
  LEFT JOIN bought ON kind.name = CASE WHEN bought.account_id IS NULL THEN 'guest' WHEN bought.again THEN 'returning' ELSE 'new' END
 GROUP BY kind.place, kind.name
 ORDER BY kind.place;

-- name: cohorts
-- Customers by the month of their first order, and how many of them ordered again one, two … months later
-- (thousandths). Months whose first order lies in the period.
WITH month AS (
  SELECT DISTINCT account_id, date_trunc('month', placed_at AT TIME ZONE $3::text) AS start
    FROM sales_order
   WHERE account_id IS NOT NULL
     AND state IN ('placed', 'complete')
     AND placed_at < $2::date::timestamp AT TIME ZONE $3::text
), cohort AS (
  SELECT account_id, min(start) AS start
    FROM month
   GROUP BY account_id
)
SELECT to_char(cohort.start, 'YYYY-MM') AS month, count(DISTINCT cohort.account_id) AS customers,
       round(1000.0 * count(*) FILTER (WHERE month.start = cohort.start + interval '1 month') / count(DISTINCT cohort.account_id)) AS after_1,
       round(1000.0 * count(*) FILTER (WHERE month.start = cohort.start + interval '2 months') / count(DISTINCT cohort.account_id)) AS after_2,
       round(1000.0 * count(*) FILTER (WHERE month.start = cohort.start + interval '3 months') / count(DISTINCT cohort.account_id)) AS after_3,
       round(1000.0 * count(*) FILTER (WHERE month.start = cohort.start + interval '6 months') / count(DISTINCT cohort.account_id)) AS after_6
  FROM cohort
  JOIN month ON month.account_id = cohort.account_id
 WHERE cohort.start >= date_trunc('month', $1::date::timestamp)
 GROUP BY cohort.start
 ORDER BY cohort.start;

-- name: conversations
-- One row a day, week or month ($4).
SELECT to_char(bucket.start, 'YYYY-MM-DD') AS day,
       (SELECT count(*)
          FROM conversation
         WHERE created_at >= bucket.start AT TIME ZONE $3::text
           AND created_at < (bucket.start + ('1 ' || $4::text)::interval) AT TIME ZONE $3::text) AS conversations,
       (SELECT count(*)
          FROM message
         WHERE sender = 'user'
           AND created_at >= bucket.start AT TIME ZONE $3::text
           AND created_at < (bucket.start + ('1 ' || $4::text)::interval) AT TIME ZONE $3::text) AS questions
  FROM generate_series(date_trunc($4::text, $1::date::timestamp), $2::date::timestamp - interval '1 day',
                       ('1 ' || $4::text)::interval) AS bucket (start)
 ORDER BY bucket.start;

-- name: intents
-- What the assistant understood, and how sure it was.
SELECT COALESCE(intent, '') AS intent, count(*) AS answers,
       round(1000.0 * count(*) / sum(count(*)) OVER ()) AS share,
       round(1000 * avg(confidence)::numeric) AS sureness
  FROM message
 WHERE sender = 'assistant'
   AND created_at >= $1::date::timestamp AT TIME ZONE $3::text
   AND created_at < $2::date::timestamp AT TIME ZONE $3::text
 GROUP BY intent
 ORDER BY answers DESC, intent
 LIMIT 20;

-- name: behaviour
-- What visitors did.
SELECT kind, count(*) AS events, count(DISTINCT COALESCE(account_id::text, visitor)) AS visitors
  FROM visit_event
 WHERE at >= $1::date::timestamp AT TIME ZONE $3::text
   AND at < $2::date::timestamp AT TIME ZONE $3::text
 GROUP BY kind
 ORDER BY events DESC, kind;

-- name: viewed_products
-- The twenty most looked at, and how many of the visitors who looked bought them.
SELECT p.name AS product, count(*) FILTER (WHERE e.kind = 'view') AS views,
       count(DISTINCT COALESCE(e.account_id::text, e.visitor)) FILTER (WHERE e.kind = 'purchase') AS buyers
  FROM visit_event AS e
  JOIN product AS p ON p.id = e.product_id
 WHERE e.at >= $1::date::timestamp AT TIME ZONE $3::text
   AND e.at < $2::date::timestamp AT TIME ZONE $3::text
   AND e.kind IN ('view', 'purchase')
 GROUP BY p.id
 ORDER BY views DESC, p.id
 LIMIT 20;

-- name: searches
-- What was searched for most.
SELECT search, count(*) AS searches, count(DISTINCT person) AS visitors, count(*) FILTER (WHERE NOT found) AS in_vain
  FROM (SELECT lower(btrim(split_part(detail, ' →', 1))) AS search, detail LIKE '% →%' AS found,
               COALESCE(account_id::text, visitor) AS person
          FROM visit_event
         WHERE at >= $1::date::timestamp AT TIME ZONE $3::text
           AND at < $2::date::timestamp AT TIME ZONE $3::text
           AND kind = 'search') AS past
 WHERE search <> ''
 GROUP BY search
 ORDER BY 2 DESC, search
 LIMIT 50;

-- name: empty_searches
-- What never found anything.
SELECT search, count(*) AS searches, count(DISTINCT person) AS visitors, count(*) FILTER (WHERE NOT found) AS in_vain
  FROM (SELECT lower(btrim(split_part(detail, ' →', 1))) AS search, detail LIKE '% →%' AS found,
               COALESCE(account_id::text, visitor) AS person
          FROM visit_event
         WHERE at >= $1::date::timestamp AT TIME ZONE $3::text
           AND at < $2::date::timestamp AT TIME ZONE $3::text
           AND kind = 'search') AS past
 WHERE search <> ''
 GROUP BY search
HAVING NOT bool_or(found)
 ORDER BY 2 DESC, search
 LIMIT 100;
