-- Products as a customer sees them.

CREATE TABLE category (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  slug       text NOT NULL CONSTRAINT category_slug_taken UNIQUE,
  name       text NOT NULL,
  parent_id  bigint REFERENCES category,
  position   integer NOT NULL DEFAULT 0          -- order in the navigation
);

CREATE TABLE brand (
  id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  slug  text NOT NULL CONSTRAINT brand_slug_taken UNIQUE,
  name  text NOT NULL
);

CREATE TABLE product (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sku            text NOT NULL CONSTRAINT product_sku_taken UNIQUE,   -- the shopkeeper's stock code
  slug           text NOT NULL,                  -- for people in the URL: /product/{id}/{slug}
  name           text NOT NULL CHECK (name <> ''),
  description    text NOT NULL DEFAULT '',
  category_id    bigint NOT NULL REFERENCES category,
  brand_id       bigint REFERENCES brand,
  price_cents    bigint NOT NULL CHECK (price_cents >= 0),
  image          text NOT NULL DEFAULT '',       -- file below the pictures folder; '' has none
  in_stock       integer NOT NULL DEFAULT 0 CONSTRAINT product_in_stock_not_negative CHECK (in_stock >= 0),
  sold_count     bigint NOT NULL DEFAULT 0,      -- pieces ever sold, less the returned ones
  rating_sum     bigint NOT NULL DEFAULT 0,      -- stars of all reviews added up
  review_count   integer NOT NULL DEFAULT 0,
  created_at     timestamptz NOT NULL DEFAULT now(),
  changed_xid    xid8 NOT NULL DEFAULT pg_current_xact_id(),   -- transaction that changed it last
  withdrawn_at   timestamptz,                    -- no longer offered; never deleted, orders name it
  imported_from  text,
  CHECK (rating_sum BETWEEN review_count AND review_count::bigint * 5)
);
CREATE INDEX product_by_category ON product (category_id, price_cents) WHERE withdrawn_at IS NULL;
CREATE INDEX product_by_change ON product (changed_xid);
CREATE INDEX product_by_age ON product (created_at DESC, id DESC) WHERE withdrawn_at IS NULL;
CREATE INDEX product_by_sales ON product (sold_count DESC, id DESC) WHERE withdrawn_at IS NULL;
CREATE INDEX product_name_trigrams ON product USING gin (name gin_trgm_ops);
CREATE UNIQUE INDEX product_imported_from ON product (imported_from) WHERE imported_from IS NOT NULL;

-- 'Colour' = 'red', 'Material' = 'cotton': shown on the product page, filtered by, asked about.
-- One row a value: a shirt of cotton and linen has two rows of name 'Material'.
CREATE TABLE product_attribute (
  product_id  bigint NOT NULL REFERENCES product ON DELETE CASCADE,
  position    smallint NOT NULL,
  name        text NOT NULL CHECK (name <> ''),
  value       text NOT NULL CHECK (value <> ''),
  PRIMARY KEY (product_id, position)
);
CREATE INDEX product_attribute_by_value ON product_attribute (name, value);

-- Further pictures; the first one is product.image.
CREATE TABLE product_picture (
  product_id  bigint NOT NULL REFERENCES product ON DELETE CASCADE,
  position    smallint NOT NULL CHECK (position >= 1),
  file        text NOT NULL,
  alt         text NOT NULL DEFAULT '',
  PRIMARY KEY (product_id, position)
);

CREATE TABLE review (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  product_id  bigint NOT NULL REFERENCES product ON DELETE CASCADE,
  account_id  bigint NOT NULL REFERENCES account ON DELETE CASCADE,
  stars       smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
  title       text NOT NULL DEFAULT '',
  body        text NOT NULL DEFAULT '',
  verified    boolean NOT NULL DEFAULT false,    -- the writer had bought the product here
  created_at  timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT review_once_per_customer UNIQUE (product_id, account_id)
);
CREATE INDEX review_newest ON review (product_id, created_at DESC, id DESC);
CREATE INDEX review_by_account ON review (account_id);

CREATE TABLE favorite (
  account_id  bigint NOT NULL REFERENCES account ON DELETE CASCADE,
  product_id  bigint NOT NULL REFERENCES product ON DELETE CASCADE,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, product_id)
);
CREATE INDEX favorite_by_product ON favorite (product_id);

-- product.rating_sum and review_count always agree with the reviews, whoever writes them.
CREATE FUNCTION count_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE product SET rating_sum = rating_sum - OLD.stars, review_count = review_count - 1
     WHERE id = OLD.product_id;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    UPDATE product SET rating_sum = rating_sum + NEW.stars, review_count = review_count + 1
     WHERE id = NEW.product_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER review_is_counted AFTER INSERT OR DELETE OR UPDATE OF stars, product_id ON review
  FOR EACH ROW EXECUTE FUNCTION count_review();

-- Every change of a product, its attributes included, marks it, so that search indexes can fetch
-- just what changed since they last looked (see search/).
CREATE FUNCTION mark_product_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_xid := pg_current_xact_id();
  RETURN NEW;
END $$;
CREATE TRIGGER product_is_marked BEFORE UPDATE ON product
  FOR EACH ROW EXECUTE FUNCTION mark_product_changed();

CREATE FUNCTION mark_product_of_attribute() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE product SET changed_xid = pg_current_xact_id()
     WHERE id IN (SELECT DISTINCT product_id FROM gone);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    UPDATE product SET changed_xid = pg_current_xact_id()
     WHERE id IN (SELECT DISTINCT product_id FROM come);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER attribute_insert_marks AFTER INSERT ON product_attribute
  REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION mark_product_of_attribute();
CREATE TRIGGER attribute_update_marks AFTER UPDATE ON product_attribute
  REFERENCING OLD TABLE AS gone NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION mark_product_of_attribute();
CREATE TRIGGER attribute_delete_marks AFTER DELETE ON product_attribute
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION mark_product_of_attribute();
