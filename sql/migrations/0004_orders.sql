-- Carts, orders, payments, and the rules that no program may break.

CREATE TABLE tax_rate (
  country   text PRIMARY KEY,                    -- ISO 3166-1 alpha-2; '' is everywhere else
  name      text NOT NULL,                       -- 'VAT', 'sales tax'
  rate_bp   integer NOT NULL CHECK (rate_bp BETWEEN 0 AND 10000),   -- basis points: 825 is 8.25 %
  included  boolean NOT NULL                     -- true: prices contain it; false: it is added
);

CREATE TABLE shipping_method (
  code             text PRIMARY KEY,
  name             text NOT NULL,
  country          text NOT NULL DEFAULT '',     -- '' ships everywhere
  price_cents      bigint NOT NULL CHECK (price_cents >= 0),
  free_from_cents  bigint CHECK (free_from_cents >= 0),   -- goods from this value on ship free
  days_min         integer NOT NULL,             -- working days until it arrives
  days_max         integer NOT NULL,
  position         integer NOT NULL DEFAULT 0,
  CHECK (days_min <= days_max)
);

-- One table for carts and orders: the cart IS the order in state 'temp'.
CREATE TABLE sales_order (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number            text CONSTRAINT sales_order_number_taken UNIQUE,  -- what people quote; set when placed
  account_id        bigint REFERENCES account ON DELETE SET NULL,
  visitor           text,                        -- random key of a guest's session cookie
  state             text NOT NULL DEFAULT 'temp'
                    CHECK (state IN ('temp', 'placed', 'complete', 'cancelled', 'returned')),
  payment_state     text NOT NULL DEFAULT 'unpaid'
                    CHECK (payment_state IN ('unpaid', 'paid', 'refunded')),
  fulfilment_state  text NOT NULL DEFAULT 'open'
                    CHECK (fulfilment_state IN ('open', 'packed', 'shipped', 'delivered', 'returned')),
  currency          text NOT NULL DEFAULT 'USD',
  subtotal_cents    bigint CHECK (subtotal_cents >= 0),     -- goods, as priced
  shipping_cents    bigint CHECK (shipping_cents >= 0),
  tax_cents         bigint CHECK (tax_cents >= 0),          -- contained or added: tax_included tells
  total_cents       bigint CHECK (total_cents >= 0),        -- what the customer pays
  tax_name          text,
  tax_rate_bp       integer,
  tax_included      boolean,
  email             text,
  ship_name         text,
  ship_street       text,
  ship_postal_code  text,
  ship_city         text,
  ship_country      text,
  phone             text,
  shipping_method   text,                        -- copied code and name: rules may change later
  shipping_name     text,
  payment_method    text CHECK (payment_method IN ('bank_transfer', 'cash_on_delivery', 'sandbox_card')),
  checkout_token    text CONSTRAINT sales_order_checkout_token_used UNIQUE,  -- placing twice finds this order
  forget_contact    boolean NOT NULL DEFAULT false,   -- account is gone: erase the address when done
  created_at        timestamptz NOT NULL DEFAULT now(),
  placed_at         timestamptz,
  paid_at           timestamptz,
  shipped_at        timestamptz,
  delivered_at      timestamptz,
  cancelled_at      timestamptz,
  imported_from     text,
  CONSTRAINT sales_order_placed_is_complete CHECK (state = 'temp' OR (
    number IS NOT NULL AND placed_at IS NOT NULL AND subtotal_cents IS NOT NULL AND
    shipping_cents IS NOT NULL AND tax_cents IS NOT NULL AND total_cents IS NOT NULL)),
  CONSTRAINT sales_order_paid_when CHECK ((paid_at IS NOT NULL) = (payment_state <> 'unpaid')),
  CONSTRAINT sales_order_temp_is_untouched CHECK (state <> 'temp' OR
    (payment_state = 'unpaid' AND fulfilment_state = 'open' AND number IS NULL)),
  CONSTRAINT sales_order_temp_has_owner CHECK (state <> 'temp' OR
    num_nonnulls(account_id, visitor) = 1)
);
CREATE UNIQUE INDEX sales_order_one_temp_per_account ON sales_order (account_id)
  WHERE state = 'temp' AND account_id IS NOT NULL;
CREATE UNIQUE INDEX sales_order_one_temp_per_visitor ON sales_order (visitor)
  WHERE state = 'temp' AND visitor IS NOT NULL;
CREATE INDEX sales_order_by_account ON sales_order (account_id, placed_at DESC, id DESC);
CREATE INDEX sales_order_by_visitor ON sales_order (visitor) WHERE visitor IS NOT NULL;
CREATE INDEX sales_order_by_age ON sales_order (placed_at DESC, id DESC) WHERE state <> 'temp';
CREATE UNIQUE INDEX sales_order_imported_from ON sales_order (imported_from) WHERE imported_from IS NOT NULL;

-- Numbers that people can read to one another; gaps are fine here (invoices are another matter).
CREATE SEQUENCE order_number START 10001;

CREATE TABLE order_line (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id          bigint NOT NULL REFERENCES sales_order ON DELETE CASCADE,
  product_id        bigint NOT NULL REFERENCES product,
  quantity          integer NOT NULL CONSTRAINT order_line_quantity_positive CHECK (quantity > 0),
  product_name      text,                        -- copied when placed
  unit_price_cents  bigint CHECK (unit_price_cents >= 0),
  added_at          timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT order_line_one_per_product UNIQUE (order_id, product_id)
);
CREATE INDEX order_line_by_product ON order_line (product_id);

-- What happened to an order, when and by whom. Rows are only ever added.
CREATE TABLE order_event (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id    bigint NOT NULL REFERENCES sales_order ON DELETE CASCADE,
  at          timestamptz NOT NULL DEFAULT now(),
  kind        text NOT NULL CHECK (kind IN ('placed', 'paid', 'payment_failed', 'packed', 'shipped',
                                            'delivered', 'cancelled', 'returned', 'refunded', 'note')),
  account_id  bigint REFERENCES account ON DELETE SET NULL,   -- who did it; NULL: the shop itself
  note        text NOT NULL DEFAULT ''
);
CREATE INDEX order_event_by_order ON order_event (order_id, id);

CREATE TABLE payment (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id      bigint NOT NULL REFERENCES sales_order,
  method        text NOT NULL,
  amount_cents  bigint NOT NULL CHECK (amount_cents >= 0),
  state         text NOT NULL CHECK (state IN ('started', 'succeeded', 'declined', 'timed_out', 'refunded')),
  token         text NOT NULL CONSTRAINT payment_token_used UNIQUE,   -- one press of the pay button
  created_at    timestamptz NOT NULL DEFAULT now(),
  finished_at   timestamptz
);
CREATE INDEX payment_by_order ON payment (order_id);
CREATE UNIQUE INDEX payment_only_one_succeeds ON payment (order_id) WHERE state = 'succeeded';
CREATE UNIQUE INDEX payment_one_at_a_time ON payment (order_id) WHERE state = 'started';

-- A placed order is read-only: only its states, times and (to forget) its contact may change.
CREATE FUNCTION keep_placed_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'temp' THEN
    RETURN NEW;
  END IF;
  IF NEW.state = 'temp' OR
     (NEW.number, NEW.subtotal_cents, NEW.shipping_cents, NEW.tax_cents, NEW.total_cents, NEW.placed_at)
     IS DISTINCT FROM
     (OLD.number, OLD.subtotal_cents, OLD.shipping_cents, OLD.tax_cents, OLD.total_cents, OLD.placed_at)
  THEN
    RAISE EXCEPTION 'order % is placed and read-only', OLD.id USING ERRCODE = 'integrity_constraint_violation',
      CONSTRAINT = 'sales_order_placed_is_read_only';
  END IF;
  IF NEW.forget_contact AND (NEW.state IN ('complete', 'cancelled', 'returned')) THEN
    NEW.email := NULL; NEW.ship_name := NULL; NEW.ship_street := NULL; NEW.ship_postal_code := NULL;
    NEW.ship_city := NULL; NEW.phone := NULL; NEW.visitor := NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sales_order_stays BEFORE UPDATE ON sales_order
  FOR EACH ROW EXECUTE FUNCTION keep_placed_order();

CREATE FUNCTION keep_placed_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM sales_order WHERE id = OLD.order_id AND state <> 'temp') THEN
    RAISE EXCEPTION 'order % is placed and read-only', OLD.order_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'sales_order_placed_is_read_only';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER order_line_stays BEFORE UPDATE OR DELETE ON order_line
  FOR EACH ROW EXECUTE FUNCTION keep_placed_lines();
