-- Promotions: coupons and automatic rules, what they took off each order, and limits that hold
-- whoever asks at the same time.

CREATE TABLE promotion (
  id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name                text NOT NULL CHECK (name <> ''),   -- what customers read in cart and order
  code                text CONSTRAINT promotion_code_taken UNIQUE
                      CHECK (code = upper(code) AND code <> ''),   -- of a coupon; NULL: automatic
  kind                text NOT NULL CHECK (kind IN ('percent', 'amount', 'free_shipping')),
  rate_bp             integer CHECK (rate_bp BETWEEN 1 AND 10000),   -- of 'percent', basis points
  amount_cents        bigint CHECK (amount_cents > 0),               -- of 'amount'
  minimum_cents       bigint NOT NULL DEFAULT 0 CHECK (minimum_cents >= 0),   -- goods in the cart
  category_id         bigint REFERENCES category,      -- with all below it; NULL: all goods
  first_order         boolean NOT NULL DEFAULT false,  -- only who has not ordered before
  combines            boolean NOT NULL DEFAULT true,   -- false: alone, or not at all
  priority            integer NOT NULL DEFAULT 0,      -- lower ones are taken off first
  starts_at           timestamptz,
  ends_at             timestamptz,
  limit_total         integer CHECK (limit_total > 0),
  limit_per_customer  integer CHECK (limit_per_customer > 0),
  used_count          integer NOT NULL DEFAULT 0,      -- orders that have it, cancelled ones left out
  active              boolean NOT NULL DEFAULT true,
  version             integer NOT NULL DEFAULT 1,
  created_at          timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT promotion_total_limit CHECK (used_count >= 0 AND used_count <= COALESCE(limit_total, used_count)),
  CONSTRAINT promotion_is_whole CHECK ((kind = 'percent') = (rate_bp IS NOT NULL) AND
                                       (kind = 'amount') = (amount_cents IS NOT NULL)),
  CONSTRAINT promotion_ends_after_start CHECK (ends_at > starts_at)
);
CREATE INDEX promotion_by_category ON promotion (category_id) WHERE category_id IS NOT NULL;

ALTER TABLE sales_order
  ADD COLUMN coupon          text,                     -- what the customer typed, in capitals
  ADD COLUMN discount_cents  bigint NOT NULL DEFAULT 0 CHECK (discount_cents >= 0),
  ADD CONSTRAINT sales_order_discount_of_goods CHECK (discount_cents <= subtotal_cents),
  ADD CONSTRAINT sales_order_sums_agree CHECK (state = 'temp' OR tax_included IS NULL OR
    total_cents = subtotal_cents - discount_cents + shipping_cents + CASE WHEN tax_included THEN 0 ELSE tax_cents END);
CREATE INDEX sales_order_by_email ON sales_order (lower(email)) WHERE state <> 'temp';

-- What each promotion took off an order, in the order in which it did.
CREATE TABLE order_discount (
  order_id      bigint NOT NULL REFERENCES sales_order ON DELETE CASCADE,
  position      smallint NOT NULL,
  promotion_id  bigint NOT NULL REFERENCES promotion,
  name          text NOT NULL,                         -- copied, as prices are
  code          text,
  amount_cents  bigint NOT NULL CHECK (amount_cents >= 0),   -- 0: free shipping, which is in shipping_cents
  PRIMARY KEY (order_id, position),
  CONSTRAINT order_discount_once UNIQUE (order_id, promotion_id)
);
CREATE INDEX order_discount_by_promotion ON order_discount (promotion_id);
CREATE TRIGGER order_discount_stays BEFORE UPDATE OR DELETE ON order_discount
  FOR EACH ROW EXECUTE FUNCTION keep_placed_lines();

CREATE FUNCTION keep_placed_discount() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'order % is placed and read-only', OLD.id
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'sales_order_placed_is_read_only';
END $$;
CREATE TRIGGER sales_order_discount_stays BEFORE UPDATE ON sales_order
  FOR EACH ROW WHEN (OLD.state <> 'temp' AND
                     (NEW.discount_cents, NEW.coupon) IS DISTINCT FROM (OLD.discount_cents, OLD.coupon))
  EXECUTE FUNCTION keep_placed_discount();

-- True when somebody else's order (than $1) of the same person counts: same account, or same e-mail.
CREATE FUNCTION other_orders_of_customer(order_id bigint, promotion bigint) RETURNS bigint
LANGUAGE sql STABLE AS $$
  SELECT count(*)
    FROM sales_order AS mine
    JOIN sales_order AS other ON other.id <> mine.id
                             AND other.state NOT IN ('temp', 'cancelled')
                             AND (other.account_id = mine.account_id OR lower(other.email) = lower(mine.email))
   WHERE mine.id = order_id
     AND (promotion IS NULL OR EXISTS (SELECT FROM order_discount
                                        WHERE order_discount.order_id = other.id AND promotion_id = promotion))
$$;

-- Counting locks the promotion's row: of two orders at the same time the second one sees the first.
-- Runs with its owner's rights, because the shop's role may not write promotions.
CREATE FUNCTION count_promotion_use() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  used  promotion%ROWTYPE;
BEGIN
  UPDATE promotion SET used_count = used_count + 1 WHERE id = NEW.promotion_id RETURNING * INTO used;
  IF used.limit_per_customer IS NOT NULL AND
     other_orders_of_customer(NEW.order_id, used.id) >= used.limit_per_customer THEN
    RAISE EXCEPTION 'promotion % is used up for this customer', used.id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'promotion_customer_limit';
  END IF;
  IF used.first_order AND other_orders_of_customer(NEW.order_id, NULL) > 0 THEN
    RAISE EXCEPTION 'promotion % is for first orders', used.id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'promotion_first_order';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER promotion_use_is_counted AFTER INSERT ON order_discount
  FOR EACH ROW EXECUTE FUNCTION count_promotion_use();

-- A cancelled order gives its promotions back.
CREATE FUNCTION give_promotions_back() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE promotion SET used_count = used_count - 1
   WHERE id IN (SELECT promotion_id FROM order_discount WHERE order_id = NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER cancelled_order_gives_back AFTER UPDATE OF state ON sales_order
  FOR EACH ROW WHEN (NEW.state = 'cancelled' AND OLD.state <> 'cancelled') EXECUTE FUNCTION give_promotions_back();

CREATE FUNCTION count_promotion_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.used_count = OLD.used_count THEN
    NEW.version := OLD.version + 1;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER promotion_is_counted BEFORE UPDATE ON promotion
  FOR EACH ROW EXECUTE FUNCTION count_promotion_version();
