-- An order that is refunded has got all its money back, also when that was noted elsewhere (an
-- imported order has no rows in refund).

CREATE FUNCTION refunded_cents(of_order bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT GREATEST(
           (SELECT COALESCE(sum(amount_cents), 0) FROM refund WHERE order_id = of_order),
           (SELECT CASE WHEN payment_state = 'refunded' THEN paid_cents(of_order) ELSE 0 END
              FROM sales_order WHERE id = of_order))::bigint
$$;

CREATE OR REPLACE FUNCTION keep_refunds() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  payment text;
BEGIN
  SELECT payment_state INTO payment FROM sales_order WHERE id = NEW.order_id FOR NO KEY UPDATE;
  IF payment = 'refunded'
     OR (SELECT sum(amount_cents) FROM refund WHERE order_id = NEW.order_id) > paid_cents(NEW.order_id) THEN
    RAISE EXCEPTION 'order % was not paid that much', NEW.order_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'refund_was_paid';
  END IF;
  RETURN NULL;
END $$;
