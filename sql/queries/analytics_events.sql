-- What visitors do.

-- name: write_events
-- Arrays of equal length: $1 when, $2 kinds, $3 accounts (0: none), $4 visitors (empty: none),
-- $5 products (0: none), $6 details. What visitors did is not promised to anybody: its transaction
-- does not wait for the disk.
WITH unhurried AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true))
INSERT INTO visit_event (at, kind, account_id, visitor, product_id, detail)
SELECT e.at, e.kind, NULLIF(e.account_id, 0), NULLIF(e.visitor, ''), NULLIF(e.product_id, 0), NULLIF(e.detail, '')
  FROM unnest($1::timestamptz[], $2::text[], $3::bigint[], $4::text[], $5::bigint[], $6::text[])
       AS e (at, kind, account_id, visitor, product_id, detail), unhurried
 WHERE (e.account_id = 0 OR EXISTS (SELECT FROM account a WHERE a.id = e.account_id AND NOT a.no_tracking))
   AND (e.product_id = 0 OR EXISTS (SELECT FROM product p WHERE p.id = e.product_id));

-- name: set_tracking
-- $1 account, $2 refused
UPDATE account SET no_tracking = $2 WHERE id = $1;

-- name: tracking
-- $1 account
SELECT no_tracking FROM account WHERE id = $1;

-- name: forget_events
-- $1 account
DELETE FROM visit_event WHERE account_id = $1;

-- name: make_months
-- $1 now
SELECT make_event_months($1::timestamptz, $1::timestamptz + interval '2 months');

-- name: drop_months
-- How many months went; without the setting no row, and nothing goes. $1 now
SELECT drop_event_months(value::integer, $1::timestamptz) AS dropped
  FROM model_setting
 WHERE name = 'event_months' AND value >= 1;
