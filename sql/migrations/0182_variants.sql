-- Variants: products of one family, told apart by their options (size, colour). Each is a product of its
-- own, with stock code, price, stock and pictures, so cart, orders, stock and search need no second kind of
-- thing; an option is one of its details (product_attribute).

CREATE TABLE product_family (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name     text NOT NULL CHECK (name <> ''),     -- what the variants' names begin with
  options  text[] NOT NULL CHECK (cardinality(options) BETWEEN 1 AND 3)   -- names of details, in order
);
ALTER TABLE product ADD COLUMN family_id bigint REFERENCES product_family ON DELETE SET NULL;
CREATE INDEX product_by_family ON product (family_id) WHERE family_id IS NOT NULL;

-- A family that its last product leaves is forgotten.
CREATE FUNCTION forget_empty_family() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM product_family
   WHERE id = OLD.family_id
     AND NOT EXISTS (SELECT FROM product WHERE family_id = OLD.family_id);
  RETURN NULL;
END $$;
CREATE TRIGGER product_leaves_family AFTER UPDATE OF family_id ON product
  FOR EACH ROW WHEN (OLD.family_id IS NOT NULL AND NEW.family_id IS DISTINCT FROM OLD.family_id)
  EXECUTE FUNCTION forget_empty_family();
