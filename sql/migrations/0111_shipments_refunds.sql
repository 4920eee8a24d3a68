-- What left the house in which parcel, and what money went back.

CREATE TABLE shipment (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id    bigint NOT NULL REFERENCES sales_order ON DELETE CASCADE,
  carrier     text NOT NULL DEFAULT '',
  tracking    text NOT NULL DEFAULT '',
  shipped_at  timestamptz NOT NULL DEFAULT now(),
  account_id  bigint REFERENCES account ON DELETE SET NULL   -- who sent it
);
CREATE INDEX shipment_by_order ON shipment (order_id, id);

CREATE TABLE shipment_line (
  shipment_id    bigint NOT NULL REFERENCES shipment ON DELETE CASCADE,
  order_line_id  bigint NOT NULL REFERENCES order_line ON DELETE CASCADE,
  quantity       integer NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (shipment_id, order_line_id)
);
CREATE INDEX shipment_line_by_order_line ON shipment_line (order_line_id);

-- No piece is sent twice, and none of another order. The order's row makes two parcels take turns.
CREATE FUNCTION keep_shipped_pieces() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ordered integer;
BEGIN
  PERFORM 1 FROM sales_order
    WHERE id = (SELECT order_id FROM shipment WHERE id = NEW.shipment_id)
      FOR NO KEY UPDATE;
  SELECT order_line.quantity INTO ordered
    FROM order_line
    JOIN shipment ON shipment.order_id = order_line.order_id
   WHERE order_line.id = NEW.order_line_id
     AND shipment.id = NEW.shipment_id;
  IF ordered IS NULL OR ordered < (SELECT sum(quantity) FROM shipment_line
                                    WHERE order_line_id = NEW.order_line_id) THEN
    RAISE EXCEPTION 'line % was not ordered that often', NEW.order_line_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'shipment_line_was_ordered';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER shipment_line_was_ordered AFTER INSERT OR UPDATE ON shipment_line
  FOR EACH ROW EXECUTE FUNCTION keep_shipped_pieces();

CREATE TABLE refund (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id      bigint NOT NULL REFERENCES sales_order ON DELETE CASCADE,
  amount_cents  bigint NOT NULL CHECK (amount_cents > 0),
  reason        text NOT NULL DEFAULT '',
  account_id    bigint REFERENCES account ON DELETE SET NULL,   -- who sent it back
  created_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX refund_by_order ON refund (order_id, id);

-- What was paid for an order: the payments that succeeded; for orders that were marked as paid
-- without one (imported ones), their total.
CREATE FUNCTION paid_cents(of_order bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT GREATEST(
           (SELECT COALESCE(sum(amount_cents), 0) FROM payment
             WHERE order_id = of_order AND state IN ('succeeded', 'refunded')),
           (SELECT CASE WHEN payment_state = 'unpaid' THEN 0 ELSE total_cents END
              FROM sales_order WHERE id = of_order))::bigint
$$;

-- Never more goes back than came in, also when two people refund at once.
CREATE FUNCTION keep_refunds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM sales_order WHERE id = NEW.order_id FOR NO KEY UPDATE;
  IF (SELECT sum(amount_cents) FROM refund WHERE order_id = NEW.order_id) > paid_cents(NEW.order_id) THEN
    RAISE EXCEPTION 'order % was not paid that much', NEW.order_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'refund_was_paid';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER refund_was_paid AFTER INSERT OR UPDATE ON refund
  FOR EACH ROW EXECUTE FUNCTION keep_refunds();
