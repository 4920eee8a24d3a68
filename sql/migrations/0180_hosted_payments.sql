-- Paying on the pages of a payment service. The shop opens a session there, the customer pays, and the
-- service tells by signed events, which may come late, twice or in the wrong order.

ALTER TABLE sales_order
  DROP CONSTRAINT sales_order_payment_method_check,
  ADD CONSTRAINT sales_order_payment_method_check CHECK (
    payment_method IN ('bank_transfer', 'cash_on_delivery', 'sandbox_card', 'hosted_card'));

-- 'surplus': the order was paid already; the money is on its way back and counts nowhere.
ALTER TABLE payment
  DROP CONSTRAINT payment_state_check,
  ADD CONSTRAINT payment_state_check CHECK (
    state IN ('started', 'succeeded', 'declined', 'timed_out', 'refunded', 'surplus'));

-- Committed before the service is asked. An open one without a session is a question without an answer:
-- nobody knows its address, so nobody can pay it.
CREATE TABLE hosted_session (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id      bigint NOT NULL REFERENCES sales_order ON DELETE CASCADE,
  token         text NOT NULL CONSTRAINT hosted_session_token_used UNIQUE,   -- our name for it; a payment's token later
  amount_cents  bigint NOT NULL CHECK (amount_cents > 0),
  currency      text NOT NULL,
  state         text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'paid', 'closed')),
  session       text CONSTRAINT hosted_session_known_once UNIQUE,   -- the service's name for it
  url           text,                            -- where the customer pays
  payment       text,                            -- the service's name of the payment: what a refund names
  created_at    timestamptz NOT NULL,
  finished_at   timestamptz,
  CONSTRAINT hosted_session_answered CHECK ((session IS NULL) = (url IS NULL))
);
CREATE INDEX hosted_session_by_order ON hosted_session (order_id, id);
CREATE INDEX hosted_session_by_payment ON hosted_session (payment) WHERE payment IS NOT NULL;
CREATE UNIQUE INDEX hosted_session_one_at_a_time ON hosted_session (order_id) WHERE state = 'open';

-- Each event counts once, whatever its sender repeats.
CREATE TABLE gateway_event (
  id           text PRIMARY KEY,                 -- the service's
  kind         text NOT NULL,                    -- 'checkout.session.completed'
  received_at  timestamptz NOT NULL,
  result       text NOT NULL,                    -- what came of it
  payment      text,                             -- of a refund made over there: which payment,
  refunded     bigint                            -- and how many cents went back in all until then
);
CREATE INDEX gateway_event_waiting ON gateway_event (received_at) WHERE result = 'waiting';

-- Money on its way back: an outbox, emptied by tools/expire_orders and by the page of the refund.
CREATE TABLE gateway_refund (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  session_id    bigint NOT NULL REFERENCES hosted_session ON DELETE CASCADE,
  refund_id     bigint REFERENCES refund ON DELETE CASCADE,   -- NULL: money that came twice
  token         uuid NOT NULL DEFAULT gen_random_uuid(),      -- asked twice with it, money goes back once
  amount_cents  bigint NOT NULL CHECK (amount_cents > 0),
  state         text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'failed')),
  attempts      integer NOT NULL DEFAULT 0,
  created_at    timestamptz NOT NULL DEFAULT now(),
  next_try_at   timestamptz NOT NULL DEFAULT now(),
  finished_at   timestamptz,
  last_error    text NOT NULL DEFAULT ''
);
CREATE INDEX gateway_refund_waiting ON gateway_refund (next_try_at, id) WHERE state = 'waiting';
CREATE INDEX gateway_refund_by_session ON gateway_refund (session_id);

-- Whoever refunds an order that was paid there sends the money back there, in the same transaction. Only
-- what the service itself has sent back already (parley.refunded_outside) is not sent again.
CREATE FUNCTION queue_gateway_refund() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO gateway_refund (session_id, refund_id, amount_cents, state, finished_at)
  SELECT open_money.id, NEW.id, LEAST(NEW.amount_cents, open_money.cents),
         CASE WHEN current_setting('parley.refunded_outside', true) = 'on' THEN 'done' ELSE 'waiting' END,
         CASE WHEN current_setting('parley.refunded_outside', true) = 'on' THEN now() END
    FROM (SELECT hosted_session.id,
                 hosted_session.amount_cents
                 - (SELECT COALESCE(sum(amount_cents), 0) FROM gateway_refund
                     WHERE session_id = hosted_session.id AND state <> 'failed') AS cents
            FROM hosted_session
            JOIN payment ON payment.token = hosted_session.token
           WHERE hosted_session.order_id = NEW.order_id
             AND hosted_session.state = 'paid'
             AND payment.state = 'succeeded') AS open_money
   WHERE open_money.cents > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER refund_goes_out AFTER INSERT ON refund FOR EACH ROW EXECUTE FUNCTION queue_gateway_refund();

-- Money that came twice goes back by itself.
CREATE FUNCTION send_surplus_back() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO gateway_refund (session_id, amount_cents)
  SELECT id, amount_cents FROM hosted_session WHERE token = NEW.token;
  RETURN NULL;
END $$;
CREATE TRIGGER surplus_goes_back AFTER INSERT ON payment
  FOR EACH ROW WHEN (NEW.state = 'surplus') EXECUTE FUNCTION send_surplus_back();
