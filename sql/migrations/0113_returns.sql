-- Customers send something back: what they announce, and what staff say to it.

CREATE TABLE return_request (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id      bigint NOT NULL REFERENCES sales_order ON DELETE CASCADE,
  state         text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'accepted', 'declined')),
  reason        text NOT NULL DEFAULT '',        -- in the customer's words; none is needed
  answer        text NOT NULL DEFAULT '',        -- why it was declined
  refund_cents  bigint CHECK (refund_cents >= 0),   -- what is due for it; set when accepted
  token         text NOT NULL CONSTRAINT return_request_token_used UNIQUE,   -- one press of the button
  created_at    timestamptz NOT NULL DEFAULT now(),
  decided_at    timestamptz,
  decided_by    bigint REFERENCES account ON DELETE SET NULL,
  CONSTRAINT return_request_decided CHECK ((state = 'asked') = (decided_at IS NULL))
);
CREATE INDEX return_request_by_order ON return_request (order_id, id);
CREATE INDEX return_request_by_age ON return_request (id DESC, state);

CREATE TABLE return_line (
  return_id      bigint NOT NULL REFERENCES return_request ON DELETE CASCADE,
  order_line_id  bigint NOT NULL REFERENCES order_line ON DELETE CASCADE,
  quantity       integer NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (return_id, order_line_id)
);
CREATE INDEX return_line_by_order_line ON return_line (order_line_id);

-- No piece comes back twice, and none of another order. The order's row makes two returns take turns.
CREATE FUNCTION keep_returned_pieces() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ordered integer;
BEGIN
  PERFORM 1 FROM sales_order
    WHERE id = (SELECT order_id FROM return_request WHERE id = NEW.return_id)
      FOR NO KEY UPDATE;
  SELECT order_line.quantity INTO ordered
    FROM order_line
    JOIN return_request ON return_request.order_id = order_line.order_id
   WHERE order_line.id = NEW.order_line_id
     AND return_request.id = NEW.return_id;
  IF ordered IS NULL OR ordered < (SELECT sum(quantity)
                                     FROM return_line
                                     JOIN return_request ON return_request.id = return_line.return_id
                                    WHERE order_line_id = NEW.order_line_id
                                      AND state <> 'declined') THEN
    RAISE EXCEPTION 'line % was not bought that often', NEW.order_line_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'return_line_was_bought';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER return_line_was_bought AFTER INSERT OR UPDATE ON return_line
  FOR EACH ROW EXECUTE FUNCTION keep_returned_pieces();

-- What was decided stays decided.
CREATE FUNCTION keep_decided_returns() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'asked' AND (NEW.state, NEW.refund_cents) IS DISTINCT FROM (OLD.state, OLD.refund_cents) THEN
    RAISE EXCEPTION 'return % is decided', OLD.id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'return_request_stays_decided';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER return_request_stays_decided BEFORE UPDATE ON return_request
  FOR EACH ROW EXECUTE FUNCTION keep_decided_returns();
