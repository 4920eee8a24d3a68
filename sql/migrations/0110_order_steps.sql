-- What may become of an order: the same table as in cgi-bin/orders/states.cpp (a test compares the
-- two), and the trigger that refuses everything else, whoever asks.

ALTER TABLE sales_order
  DROP CONSTRAINT sales_order_fulfilment_state_check,
  ADD CONSTRAINT sales_order_fulfilment_state_check CHECK (
    fulfilment_state IN ('open', 'packed', 'partly_shipped', 'shipped', 'delivered', 'returned'));

ALTER TABLE order_event
  DROP CONSTRAINT order_event_kind_check,
  ADD CONSTRAINT order_event_kind_check CHECK (
    kind IN ('placed', 'paid', 'payment_failed', 'packed', 'part_shipped', 'shipped', 'delivered', 'cancelled',
             'returned', 'refunded', 'part_refunded', 'return_asked', 'return_accepted', 'return_declined',
             'note'));

CREATE TABLE order_step (
  action             text NOT NULL,
  state_before       text NOT NULL,
  payment_before     text NOT NULL,
  fulfilment_before  text NOT NULL,
  state_after        text NOT NULL,
  payment_after      text NOT NULL,
  fulfilment_after   text NOT NULL,
  PRIMARY KEY (state_before, payment_before, fulfilment_before, action)
);
INSERT INTO order_step (action, state_before, payment_before, fulfilment_before,
                        state_after, payment_after, fulfilment_after) VALUES
  ('place', 'temp', 'unpaid', 'open', 'placed', 'unpaid', 'open'),
  ('pay', 'placed', 'unpaid', 'open', 'placed', 'paid', 'open'),
  ('pay', 'placed', 'unpaid', 'packed', 'placed', 'paid', 'packed'),
  ('pay', 'placed', 'unpaid', 'partly_shipped', 'placed', 'paid', 'partly_shipped'),
  ('pay', 'placed', 'unpaid', 'shipped', 'placed', 'paid', 'shipped'),
  ('pay', 'placed', 'unpaid', 'delivered', 'complete', 'paid', 'delivered'),
  ('pack', 'placed', 'unpaid', 'open', 'placed', 'unpaid', 'packed'),
  ('pack', 'placed', 'paid', 'open', 'placed', 'paid', 'packed'),
  ('ship_part', 'placed', 'unpaid', 'open', 'placed', 'unpaid', 'partly_shipped'),
  ('ship_part', 'placed', 'paid', 'open', 'placed', 'paid', 'partly_shipped'),
  ('ship_part', 'placed', 'unpaid', 'packed', 'placed', 'unpaid', 'partly_shipped'),
  ('ship_part', 'placed', 'paid', 'packed', 'placed', 'paid', 'partly_shipped'),
  ('ship', 'placed', 'unpaid', 'open', 'placed', 'unpaid', 'shipped'),
  ('ship', 'placed', 'paid', 'open', 'placed', 'paid', 'shipped'),
  ('ship', 'placed', 'unpaid', 'packed', 'placed', 'unpaid', 'shipped'),
  ('ship', 'placed', 'paid', 'packed', 'placed', 'paid', 'shipped'),
  ('ship', 'placed', 'unpaid', 'partly_shipped', 'placed', 'unpaid', 'shipped'),
  ('ship', 'placed', 'paid', 'partly_shipped', 'placed', 'paid', 'shipped'),
  ('deliver', 'placed', 'unpaid', 'shipped', 'placed', 'unpaid', 'delivered'),
  ('deliver', 'placed', 'paid', 'shipped', 'complete', 'paid', 'delivered'),
  ('deliver', 'placed', 'refunded', 'shipped', 'complete', 'refunded', 'delivered'),
  ('cancel', 'placed', 'unpaid', 'open', 'cancelled', 'unpaid', 'open'),
  ('cancel', 'placed', 'unpaid', 'packed', 'cancelled', 'unpaid', 'open'),
  ('refund', 'placed', 'paid', 'open', 'cancelled', 'refunded', 'open'),
  ('refund', 'placed', 'paid', 'packed', 'cancelled', 'refunded', 'open'),
  ('refund', 'placed', 'paid', 'shipped', 'placed', 'refunded', 'shipped'),
  ('refund', 'complete', 'paid', 'delivered', 'complete', 'refunded', 'delivered'),
  ('take_back', 'placed', 'paid', 'open', 'returned', 'paid', 'returned'),
  ('take_back', 'placed', 'paid', 'packed', 'returned', 'paid', 'returned'),
  ('take_back', 'placed', 'unpaid', 'partly_shipped', 'returned', 'unpaid', 'returned'),
  ('take_back', 'placed', 'paid', 'partly_shipped', 'returned', 'paid', 'returned'),
  ('take_back', 'placed', 'unpaid', 'shipped', 'returned', 'unpaid', 'returned'),
  ('take_back', 'placed', 'paid', 'shipped', 'returned', 'paid', 'returned'),
  ('take_back', 'placed', 'refunded', 'shipped', 'returned', 'refunded', 'returned'),
  ('take_back', 'placed', 'unpaid', 'delivered', 'returned', 'unpaid', 'returned'),
  ('take_back', 'complete', 'paid', 'delivered', 'returned', 'paid', 'returned'),
  ('take_back', 'complete', 'refunded', 'delivered', 'returned', 'refunded', 'returned'),
  ('refund', 'returned', 'paid', 'returned', 'returned', 'refunded', 'returned');

CREATE FUNCTION keep_order_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.state, NEW.payment_state, NEW.fulfilment_state)
     IS DISTINCT FROM (OLD.state, OLD.payment_state, OLD.fulfilment_state)
     AND NOT EXISTS (
       SELECT 1
         FROM order_step
        WHERE (state_before, payment_before, fulfilment_before)
              = (OLD.state, OLD.payment_state, OLD.fulfilment_state)
          AND (state_after, payment_after, fulfilment_after)
              = (NEW.state, NEW.payment_state, NEW.fulfilment_state))
  THEN
    RAISE EXCEPTION 'order % cannot go from %/%/% to %/%/%', OLD.id,
      OLD.state, OLD.payment_state, OLD.fulfilment_state, NEW.state, NEW.payment_state, NEW.fulfilment_state
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'sales_order_steps';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sales_order_steps BEFORE UPDATE OF state, payment_state, fulfilment_state ON sales_order
  FOR EACH ROW EXECUTE FUNCTION keep_order_steps();

-- An order's history is only ever added to. (A deleted account leaves its events without a name.)
CREATE FUNCTION keep_order_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.account_id IS NULL
     AND (NEW.id, NEW.order_id, NEW.at, NEW.kind, NEW.note) = (OLD.id, OLD.order_id, OLD.at, OLD.kind, OLD.note)
  THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM sales_order WHERE id = OLD.order_id) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'the history of order % stays', OLD.order_id
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'order_event_stays';
END $$;
CREATE TRIGGER order_event_stays BEFORE UPDATE OR DELETE ON order_event
  FOR EACH ROW EXECUTE FUNCTION keep_order_events();
