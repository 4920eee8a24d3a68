-- Telling other systems; used by cgi-bin/mail/webhooks.cpp.

-- name: add_endpoint
-- $1 address, $2 secret, $3 events, an array, $4 now
INSERT INTO webhook_endpoint (url, secret, events, created_at) VALUES ($1, $2, $3::text[], $4)
RETURNING id, url, array_to_string(events, ' ') AS events, active, created_at;

-- name: endpoints_after
-- $1 the last endpoint seen (0: none), $2 how many
SELECT id, url, array_to_string(events, ' ') AS events, active, created_at
  FROM webhook_endpoint
 WHERE id > $1
 ORDER BY id
 LIMIT $2;

-- name: count_endpoints
SELECT count(*) AS endpoints FROM webhook_endpoint;

-- name: change_endpoint
-- $1 endpoint, $2 address or NULL, $3 events, an array or NULL, $4 active or NULL
UPDATE webhook_endpoint
   SET url = COALESCE($2, url), events = COALESCE($3::text[], events), active = COALESCE($4::boolean, active)
 WHERE id = $1
RETURNING id, url, array_to_string(events, ' ') AS events, active, created_at;

-- name: delete_endpoint
-- $1 endpoint
DELETE FROM webhook_endpoint WHERE id = $1;

-- name: deliveries
-- The newest first, those behind delivery $2 unless that is 0. $1 state or NULL, $2 delivery, $3 how many,
-- $4 event or NULL, $5 endpoint or NULL, $6 part of the last error or of the event's id, or ''
SELECT delivery.id, endpoint_id, url, event_id, event, state, attempts, last_status, last_error, delivery.created_at,
       next_try_at, delivered_at
  FROM webhook_delivery AS delivery
  JOIN webhook_endpoint ON webhook_endpoint.id = delivery.endpoint_id
 WHERE ($1::text IS NULL OR state = $1)
   AND ($2 = 0 OR delivery.id < $2)
   AND ($4::text IS NULL OR event = $4)
   AND ($5::bigint IS NULL OR endpoint_id = $5)
   AND ($6 = '' OR strpos(lower(concat_ws(' ', last_error, event_id)), lower($6)) > 0)
 ORDER BY delivery.id DESC
 LIMIT $3;

-- name: count_deliveries
-- $1 state or NULL
SELECT count(*) AS deliveries FROM webhook_delivery WHERE ($1::text IS NULL OR state = $1);

-- name: replay
-- From the beginning, delivered or not. $1 delivery, $2 now
UPDATE webhook_delivery
   SET state = 'waiting', attempts = 0, next_try_at = $2, delivered_at = NULL
 WHERE id = $1
RETURNING id, endpoint_id, (SELECT url FROM webhook_endpoint WHERE webhook_endpoint.id = endpoint_id) AS url, event_id,
          event, state, attempts, last_status, last_error, created_at, next_try_at, delivered_at;

-- name: claim_delivery
-- The next delivery that is due, this sender's alone until its pause is over; counted as a try
-- beforehand. $1 now, $2 seconds of pause after each number of tries, an array
UPDATE webhook_delivery
   SET attempts = attempts + 1,
       next_try_at = $1::timestamptz
                     + ($2::integer[])[LEAST(attempts + 1, array_length($2::integer[], 1))] * interval '1 second'
  FROM webhook_endpoint AS endpoint
 WHERE endpoint.id = webhook_delivery.endpoint_id
   AND webhook_delivery.id = (SELECT waiting.id
                                FROM webhook_delivery AS waiting
                                JOIN webhook_endpoint ON webhook_endpoint.id = waiting.endpoint_id
                               WHERE waiting.state = 'waiting'
                                 AND waiting.next_try_at <= $1
                                 AND webhook_endpoint.active
                               ORDER BY waiting.next_try_at, waiting.id
                               LIMIT 1
                                 FOR UPDATE OF waiting SKIP LOCKED)
RETURNING webhook_delivery.id, endpoint.url, endpoint.secret, event_id, event, payload, attempts;

-- name: finish_delivery
-- $1 delivery, $2 the try, $3 state, $4 status or NULL, $5 error or NULL, $6 now
UPDATE webhook_delivery
   SET state = $3, last_status = $4, last_error = $5, delivered_at = CASE WHEN $3 = 'delivered' THEN $6::timestamptz END
 WHERE id = $1
   AND attempts = $2
   AND state = 'waiting';

-- name: forget_old_deliveries
-- $1 made before
DELETE FROM webhook_delivery WHERE state <> 'waiting' AND created_at < $1;
