-- Reviews: what staff think of them, who found them helpful, who took offence.

ALTER TABLE review
  ADD COLUMN state          text NOT NULL DEFAULT 'shown' CHECK (state IN ('shown', 'waiting', 'hidden')),
  ADD COLUMN helpful_count  integer NOT NULL DEFAULT 0 CHECK (helpful_count >= 0);
CREATE INDEX review_to_look_at ON review (id) WHERE state = 'waiting';

-- The setting reviews_first_seen: staff read a review before the world does. One that staff hid, or that
-- still waits, waits for them again when its writer changes it.
CREATE FUNCTION place_review() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF (TG_OP = 'UPDATE' AND OLD.state <> 'shown')
     OR EXISTS (SELECT FROM setting WHERE name = 'reviews_first_seen' AND value = 'on') THEN
    NEW.state := 'waiting';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER review_is_placed BEFORE INSERT OR UPDATE OF stars, title, body ON review
  FOR EACH ROW EXECUTE FUNCTION place_review();

-- Stars count as long as the review is shown.
CREATE OR REPLACE FUNCTION count_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.state = 'shown' THEN
    UPDATE product SET rating_sum = rating_sum - OLD.stars, review_count = review_count - 1
     WHERE id = OLD.product_id;
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.state = 'shown' THEN
    UPDATE product SET rating_sum = rating_sum + NEW.stars, review_count = review_count + 1
     WHERE id = NEW.product_id;
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER review_is_counted ON review;
CREATE TRIGGER review_is_counted AFTER INSERT OR DELETE OR UPDATE OF stars, product_id, state, title, body ON review
  FOR EACH ROW EXECUTE FUNCTION count_review();

CREATE TABLE review_vote (
  review_id   bigint NOT NULL REFERENCES review ON DELETE CASCADE,
  account_id  bigint NOT NULL REFERENCES account ON DELETE CASCADE,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (review_id, account_id)
);
CREATE INDEX review_vote_by_account ON review_vote (account_id);
CREATE FUNCTION count_vote() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE review SET helpful_count = helpful_count + 1 WHERE id = NEW.review_id;
  ELSE
    UPDATE review SET helpful_count = helpful_count - 1 WHERE id = OLD.review_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER vote_is_counted AFTER INSERT OR DELETE ON review_vote
  FOR EACH ROW EXECUTE FUNCTION count_vote();

CREATE TABLE review_report (
  review_id   bigint NOT NULL REFERENCES review ON DELETE CASCADE,
  account_id  bigint NOT NULL REFERENCES account ON DELETE CASCADE,
  reason      text NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  settled_at  timestamptz,                       -- staff have decided
  PRIMARY KEY (review_id, account_id)
);
CREATE INDEX review_report_open ON review_report (review_id) WHERE settled_at IS NULL;
CREATE INDEX review_report_by_account ON review_report (account_id);

-- Who wants to hear when a product can be bought again: one letter, then the wish is forgotten.
CREATE TABLE stock_wish (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  product_id  bigint NOT NULL REFERENCES product ON DELETE CASCADE,
  email       text NOT NULL CHECK (email LIKE '%_@_%'),
  account_id  bigint REFERENCES account ON DELETE CASCADE,
  created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX stock_wish_once ON stock_wish (product_id, lower(email));
CREATE INDEX stock_wish_by_account ON stock_wish (account_id) WHERE account_id IS NOT NULL;

CREATE FUNCTION tell_stock_wishes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  WITH told AS (
    DELETE FROM stock_wish WHERE product_id = NEW.id RETURNING email, account_id
  )
  INSERT INTO mail (kind, recipient, facts, account_id)
  SELECT 'back_in_stock', told.email,
         jsonb_build_object('name', COALESCE(account.first_name, ''), 'product', NEW.name,
                            'path', '/product/' || NEW.id || '/' || NEW.slug, 'price_cents', NEW.price_cents),
         told.account_id
    FROM told
    LEFT JOIN account ON account.id = told.account_id;
  RETURN NULL;
END $$;
CREATE TRIGGER product_is_back AFTER UPDATE OF in_stock, withdrawn_at ON product
  FOR EACH ROW WHEN (NEW.in_stock > 0 AND NEW.withdrawn_at IS NULL
                     AND (OLD.in_stock = 0 OR OLD.withdrawn_at IS NOT NULL))
  EXECUTE FUNCTION tell_stock_wishes();
