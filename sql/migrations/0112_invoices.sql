-- Invoices: numbered without gaps, one for an order, never changed.

CREATE TABLE invoice (
  number     bigint PRIMARY KEY CHECK (number > 0),
  order_id   bigint NOT NULL CONSTRAINT invoice_once_per_order UNIQUE REFERENCES sales_order,
  issued_at  timestamptz NOT NULL
);

-- One row: whoever issues an invoice waits here for the one before, so that a number whose
-- transaction failed is given to the next one.
CREATE TABLE invoice_counter (
  single  boolean PRIMARY KEY DEFAULT true CHECK (single),
  last    bigint NOT NULL
);
INSERT INTO invoice_counter (last) VALUES (0);

-- The only way to an invoice, for the storefront as well: nobody else may write the two tables.
-- NULL for an order that is unknown, a cart, or was cancelled before it had one.
CREATE FUNCTION issue_invoice(of_order bigint, moment timestamptz) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  order_state text;
  found_number bigint;
BEGIN
  SELECT number INTO found_number FROM invoice WHERE order_id = of_order;
  IF FOUND THEN
    RETURN found_number;
  END IF;
  SELECT state INTO order_state FROM sales_order WHERE id = of_order FOR NO KEY UPDATE;
  IF order_state IS NULL OR order_state NOT IN ('placed', 'complete', 'returned') THEN
    RETURN NULL;
  END IF;
  -- Somebody may have been faster while we waited for the order.
  SELECT number INTO found_number FROM invoice WHERE order_id = of_order;
  IF FOUND THEN
    RETURN found_number;
  END IF;
  UPDATE invoice_counter SET last = last + 1 RETURNING last INTO found_number;
  INSERT INTO invoice (number, order_id, issued_at) VALUES (found_number, of_order, moment);
  RETURN found_number;
END $$;

CREATE FUNCTION keep_invoices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'invoice % stays as it is', OLD.number
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'invoice_stays';
END $$;
CREATE TRIGGER invoice_stays BEFORE UPDATE OR DELETE ON invoice
  FOR EACH ROW EXECUTE FUNCTION keep_invoices();
