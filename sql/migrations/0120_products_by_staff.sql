-- What staff need to change products: versions against two editors at once, price history, sales
-- with start and end, a category tree without cycles.

ALTER TABLE product
  -- Counts the changes by staff; a form brings the version that it was made from.
  ADD COLUMN version              integer NOT NULL DEFAULT 1,
  -- While a sale runs: the price before and after it, and the lowest price of the 30 days before it
  -- (directive 2019/2161, article 2). price_cents is what one piece costs now, in a sale or not.
  ADD COLUMN regular_price_cents  bigint,
  ADD COLUMN lowest_price_cents   bigint,
  ADD CONSTRAINT product_sale_is_cheaper CHECK (regular_price_cents > price_cents),
  ADD CONSTRAINT product_sale_tells_lowest CHECK ((regular_price_cents IS NULL) = (lowest_price_cents IS NULL));

-- Every price that a product ever had, since when.
CREATE TABLE price_history (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  product_id   bigint NOT NULL REFERENCES product ON DELETE CASCADE,
  price_cents  bigint NOT NULL,
  since        timestamptz NOT NULL
);
CREATE INDEX price_history_of_product ON price_history (product_id, since DESC, id DESC);
INSERT INTO price_history (product_id, price_cents, since)
SELECT id, price_cents, created_at FROM product;

CREATE FUNCTION keep_price_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO price_history (product_id, price_cents, since)
    VALUES (NEW.id, NEW.price_cents, LEAST(NEW.created_at, now()));
  ELSIF NEW.price_cents <> OLD.price_cents THEN
    INSERT INTO price_history (product_id, price_cents, since) VALUES (NEW.id, NEW.price_cents, now());
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER product_price_is_kept AFTER INSERT OR UPDATE OF price_cents ON product
  FOR EACH ROW EXECUTE FUNCTION keep_price_history();

-- A reduced price for a time. At most one that is not over hangs on a product.
CREATE TABLE product_sale (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  product_id   bigint NOT NULL REFERENCES product ON DELETE CASCADE,
  price_cents  bigint NOT NULL CHECK (price_cents >= 0),
  starts_at    timestamptz NOT NULL,
  ends_at      timestamptz,                      -- NULL: until staff end it
  state        text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'ended')),
  CONSTRAINT product_sale_ends_after_start CHECK (ends_at > starts_at)
);
CREATE UNIQUE INDEX product_sale_one_at_a_time ON product_sale (product_id) WHERE state <> 'ended';
CREATE INDEX product_sale_to_start ON product_sale (starts_at) WHERE state = 'waiting';
CREATE INDEX product_sale_to_end ON product_sale (ends_at) WHERE state = 'running';

-- The lowest price that a product had in the 30 days before a moment.
CREATE FUNCTION lowest_price_before(product bigint, moment timestamptz) RETURNS bigint
LANGUAGE sql STABLE AS $$
  SELECT min(price_cents)
    FROM (SELECT price_cents FROM price_history
           WHERE product_id = product AND since < moment AND since >= moment - interval '30 days'
           UNION ALL
          (SELECT price_cents FROM price_history
            WHERE product_id = product AND since < moment - interval '30 days'
            ORDER BY since DESC, id DESC
            LIMIT 1)) AS had
$$;

-- Starts and ends the sales that are due at $1, so that product.price_cents is true: called by every
-- process when the next moment has come, and by whoever places an order. Runs with its owner's
-- rights, because the shop's role may not write prices; it can do nothing but what staff planned, and
-- nothing before its time. Products are locked in id order, as everywhere. A sale that would not be
-- cheaper any more is over without having begun. Returns how many prices changed.
CREATE FUNCTION apply_due_sales(moment timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  now_at  timestamptz := LEAST(moment, clock_timestamp());
  changed integer := 0;
  due     record;
BEGIN
  IF NOT EXISTS (SELECT FROM product_sale
                  WHERE (state = 'waiting' AND starts_at <= now_at)
                     OR (state = 'running' AND ends_at <= now_at)) THEN
    RETURN 0;
  END IF;
  PERFORM FROM product
    WHERE id IN (SELECT product_id FROM product_sale
                  WHERE (state = 'waiting' AND starts_at <= now_at)
                     OR (state = 'running' AND ends_at <= now_at))
    ORDER BY id FOR NO KEY UPDATE;
  FOR due IN
    SELECT product_sale.*, product.price_cents AS price_now, product.regular_price_cents
      FROM product_sale JOIN product ON product.id = product_sale.product_id
     WHERE (product_sale.state = 'waiting' AND starts_at <= now_at)
        OR (product_sale.state = 'running' AND ends_at <= now_at)
     ORDER BY product.id
  LOOP
    IF due.state = 'running' THEN
      UPDATE product
         SET price_cents = regular_price_cents, regular_price_cents = NULL, lowest_price_cents = NULL
       WHERE id = due.product_id;
      UPDATE product_sale SET state = 'ended' WHERE id = due.id;
      changed := changed + 1;
    ELSIF due.ends_at <= now_at OR due.price_cents >= due.price_now THEN
      UPDATE product_sale SET state = 'ended' WHERE id = due.id;
    ELSE
      UPDATE product
         SET regular_price_cents = price_cents, price_cents = due.price_cents,
             lowest_price_cents = COALESCE(lowest_price_before(id, due.starts_at), price_cents)
       WHERE id = due.product_id;
      UPDATE product_sale SET state = 'running' WHERE id = due.id;
      changed := changed + 1;
    END IF;
  END LOOP;
  RETURN changed;
END $$;

-- The version counts what staff change; stock, ratings and a sale's start and end do not.
CREATE OR REPLACE FUNCTION mark_product_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_xid := pg_current_xact_id();
  IF (NEW.sku, NEW.name, NEW.description, NEW.category_id, NEW.brand_id, NEW.image, NEW.withdrawn_at,
      COALESCE(NEW.regular_price_cents, NEW.price_cents))
     IS DISTINCT FROM
     (OLD.sku, OLD.name, OLD.description, OLD.category_id, OLD.brand_id, OLD.image, OLD.withdrawn_at,
      COALESCE(OLD.regular_price_cents, OLD.price_cents))
  THEN
    NEW.version := OLD.version + 1;
  END IF;
  RETURN NEW;
END $$;

-- Attributes and pictures are part of the product: changing them is a change by staff.
CREATE OR REPLACE FUNCTION mark_product_of_attribute() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE product SET changed_xid = pg_current_xact_id(), version = version + 1
     WHERE id IN (SELECT DISTINCT product_id FROM gone);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    UPDATE product SET changed_xid = pg_current_xact_id(), version = version + 1
     WHERE id IN (SELECT DISTINCT product_id FROM come);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER picture_insert_marks AFTER INSERT ON product_picture
  REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION mark_product_of_attribute();
CREATE TRIGGER picture_update_marks AFTER UPDATE ON product_picture
  REFERENCING OLD TABLE AS gone NEW TABLE AS come
  FOR EACH STATEMENT EXECUTE FUNCTION mark_product_of_attribute();
CREATE TRIGGER picture_delete_marks AFTER DELETE ON product_picture
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION mark_product_of_attribute();

-- Categories and brands have versions too, and tell search indexes of their changes.
ALTER TABLE category
  ADD COLUMN version      integer NOT NULL DEFAULT 1,
  ADD COLUMN changed_xid  xid8 NOT NULL DEFAULT pg_current_xact_id(),
  ADD CONSTRAINT category_has_name CHECK (name <> '');
ALTER TABLE brand
  ADD COLUMN version  integer NOT NULL DEFAULT 1,
  ADD CONSTRAINT brand_has_name CHECK (name <> '');
CREATE INDEX category_by_parent ON category (parent_id);
CREATE INDEX product_by_brand ON product (brand_id);
CREATE INDEX product_in_category ON product (category_id);

-- No category is its own ancestor, and none lies deeper than five levels. One change of the tree at
-- a time: two moves that are fine alone may close a circle together.
CREATE FUNCTION keep_category_tree() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ancestor  bigint := NEW.parent_id;
  above     integer := 0;
  below     integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('parley category tree'));
  WHILE ancestor IS NOT NULL LOOP
    above := above + 1;
    IF ancestor = NEW.id OR above > 100 THEN
      RAISE EXCEPTION 'category % would be its own ancestor', NEW.id
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'category_no_circle';
    END IF;
    SELECT parent_id INTO ancestor FROM category WHERE id = ancestor;
  END LOOP;
  WITH RECURSIVE branch (id, depth) AS (
    SELECT NEW.id, 1
     UNION ALL
    SELECT category.id, branch.depth + 1
      FROM category JOIN branch ON category.parent_id = branch.id
     WHERE branch.depth < 10
  )
  SELECT max(depth) INTO below FROM branch;
  IF above + below > 5 THEN
    RAISE EXCEPTION 'category % would lie too deep', NEW.id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'category_not_too_deep';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER category_stays_a_tree BEFORE INSERT OR UPDATE OF parent_id ON category
  FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION keep_category_tree();

CREATE FUNCTION mark_category_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_xid := pg_current_xact_id();
  IF (NEW.slug, NEW.name, NEW.parent_id, NEW.position) IS DISTINCT FROM (OLD.slug, OLD.name, OLD.parent_id, OLD.position)
  THEN
    NEW.version := OLD.version + 1;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER category_is_marked BEFORE UPDATE ON category
  FOR EACH ROW EXECUTE FUNCTION mark_category_changed();

-- A category that is gone leaves no row to mark: another one is marked in its place.
CREATE FUNCTION mark_category_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE category SET changed_xid = pg_current_xact_id() WHERE id = (SELECT min(id) FROM category);
  RETURN NULL;
END $$;
CREATE TRIGGER category_gone_marks AFTER DELETE ON category
  FOR EACH STATEMENT EXECUTE FUNCTION mark_category_gone();

-- The products of a renamed category or brand are found by its new name.
CREATE FUNCTION mark_products_of_renamed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'category' THEN
    UPDATE product SET changed_xid = pg_current_xact_id() WHERE category_id = NEW.id;
  ELSE
    UPDATE product SET changed_xid = pg_current_xact_id() WHERE brand_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER category_rename_marks AFTER UPDATE OF name ON category
  FOR EACH ROW WHEN (NEW.name <> OLD.name) EXECUTE FUNCTION mark_products_of_renamed();
CREATE TRIGGER brand_rename_marks AFTER UPDATE OF name ON brand
  FOR EACH ROW WHEN (NEW.name <> OLD.name) EXECUTE FUNCTION mark_products_of_renamed();

CREATE FUNCTION count_brand_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER brand_is_counted BEFORE UPDATE OF name, slug ON brand
  FOR EACH ROW WHEN ((NEW.name, NEW.slug) IS DISTINCT FROM (OLD.name, OLD.slug)) EXECUTE FUNCTION count_brand_version();
