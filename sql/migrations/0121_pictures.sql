-- The first picture of a product has words of its own for those who do not see it.

ALTER TABLE product ADD COLUMN image_alt text NOT NULL DEFAULT '';
CREATE INDEX product_by_image ON product (image) WHERE image <> '';
CREATE INDEX product_picture_by_file ON product_picture (file);

CREATE OR REPLACE FUNCTION mark_product_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_xid := pg_current_xact_id();
  IF (NEW.sku, NEW.name, NEW.description, NEW.category_id, NEW.brand_id, NEW.image, NEW.image_alt, NEW.withdrawn_at,
      COALESCE(NEW.regular_price_cents, NEW.price_cents))
     IS DISTINCT FROM
     (OLD.sku, OLD.name, OLD.description, OLD.category_id, OLD.brand_id, OLD.image, OLD.image_alt, OLD.withdrawn_at,
      COALESCE(OLD.regular_price_cents, OLD.price_cents))
  THEN
    NEW.version := OLD.version + 1;
  END IF;
  RETURN NEW;
END $$;
