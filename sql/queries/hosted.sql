-- Payments on the pages of a payment service; used by cgi-bin/orders.

-- name: open_sessions
-- Sessions in which the customer may still pay.
-- $1 order
SELECT id, token, session, url, amount_cents, created_at
  FROM hosted_session
 WHERE order_id = $1
   AND state = 'open';

-- name: start_session
-- $1 order, $2 token, $3 amount, $4 currency, $5 now
INSERT INTO hosted_session (order_id, token, amount_cents, currency, created_at)
VALUES ($1, $2, $3, $4, $5);

-- name: answer_session
-- No row touched when it was closed meanwhile: then nobody may hear its address.
-- $1 token, $2 the service's name, $3 its address
UPDATE hosted_session
   SET session = $2, url = $3
 WHERE token = $1
   AND state = 'open';

-- name: close_session
-- $1 session, $2 now
UPDATE hosted_session
   SET state = 'closed', finished_at = $2
 WHERE id = $1
   AND state = 'open';

-- name: session_by_token
-- $1 token
SELECT id, order_id, amount_cents, currency, state
  FROM hosted_session
 WHERE token = $1;

-- name: session_is_paid
-- Also one that was thought to be closed: the money is there. No row touched when this is known.
-- $1 session, $2 the service's name of the session, $3 and of the payment, $4 now
UPDATE hosted_session
   SET state = 'paid', payment = $3, finished_at = $4, session = COALESCE(session, $2), url = COALESCE(url, '')
 WHERE id = $1
   AND state <> 'paid';

-- name: has_succeeded
-- $1 order
SELECT EXISTS (SELECT FROM payment WHERE order_id = $1 AND state = 'succeeded') AS has_succeeded;

-- name: add_payment
-- $1 order, $2 amount, $3 state, $4 token, $5 now
INSERT INTO payment (order_id, method, amount_cents, state, token, created_at, finished_at)
VALUES ($1, 'hosted_card', $2, $3, $4, $5, $5);

-- name: note_event
-- No row when it came before.
-- $1 id, $2 kind, $3 now, $4 result, $5 payment or NULL, $6 cents or NULL
INSERT INTO gateway_event (id, kind, received_at, result, payment, refunded)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (id) DO NOTHING
RETURNING id;

-- name: claim_refunds
-- Refunds that are due, each for one sender at a time: he has a minute.
-- $1 now, $2 how many
UPDATE gateway_refund
   SET attempts = attempts + 1, next_try_at = $1::timestamptz + interval '1 minute'
  FROM (SELECT id FROM gateway_refund
         WHERE state = 'waiting' AND next_try_at <= $1::timestamptz
         ORDER BY next_try_at, id
         LIMIT $2
           FOR UPDATE SKIP LOCKED) AS due,
       hosted_session
 WHERE gateway_refund.id = due.id
   AND hosted_session.id = gateway_refund.session_id
RETURNING gateway_refund.id, gateway_refund.amount_cents, gateway_refund.attempts, gateway_refund.token, hosted_session.payment;

-- name: refund_is_done
-- $1 id, $2 now
UPDATE gateway_refund
   SET state = 'done', finished_at = $2, last_error = ''
 WHERE id = $1;

-- name: refund_is_put_off
-- $1 id, $2 when, $3 error
UPDATE gateway_refund
   SET next_try_at = $2, last_error = $3
 WHERE id = $1;

-- name: refund_has_failed
-- $1 id, $2 now, $3 error
UPDATE gateway_refund
   SET state = 'failed', finished_at = $2, last_error = $3
 WHERE id = $1;

-- name: refunds_of_order
-- What is sent back through the service, for staff.
-- $1 order
SELECT gateway_refund.id, gateway_refund.amount_cents, gateway_refund.state, gateway_refund.attempts,
       gateway_refund.last_error, gateway_refund.created_at, gateway_refund.refund_id IS NULL AS is_surplus
  FROM gateway_refund
  JOIN hosted_session ON hosted_session.id = gateway_refund.session_id
 WHERE hosted_session.order_id = $1
 ORDER BY gateway_refund.id;

-- name: try_refund_again
-- $1 id, $2 order, $3 now
UPDATE gateway_refund
   SET state = 'waiting', next_try_at = $3, finished_at = NULL
  FROM hosted_session
 WHERE gateway_refund.id = $1
   AND hosted_session.id = gateway_refund.session_id
   AND hosted_session.order_id = $2
   AND gateway_refund.state = 'failed';

-- name: waiting_events
-- Refunds that were made at the service itself.
-- $1 how many
SELECT gateway_event.id, gateway_event.refunded, hosted_session.order_id, hosted_session.id AS session_id
  FROM gateway_event
  LEFT JOIN hosted_session ON hosted_session.payment = gateway_event.payment
 WHERE gateway_event.result = 'waiting'
 ORDER BY gateway_event.received_at, gateway_event.refunded
 LIMIT $1;

-- name: event_result
-- $1 id, $2 result
UPDATE gateway_event
   SET result = $2
 WHERE id = $1;

-- name: known_refunds
-- What the shop knows to have gone back by a session, or to be on its way.
-- $1 session
SELECT COALESCE(sum(amount_cents), 0)::bigint AS cents
  FROM gateway_refund
 WHERE session_id = $1
   AND state <> 'failed';

-- name: refunded_outside
-- For this transaction: the service has sent the money back already.
SELECT set_config('parley.refunded_outside', 'on', true);
