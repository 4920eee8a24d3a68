-- Products of one family; used by cgi-bin/catalog/variants.cpp.

-- name: variants_of
-- The product's family with all its variants, itself among them; no row when it stands alone. Option values
-- are apart by U+001F, empty where a variant lacks one. Found by the family first and sorted afterwards:
-- else all products are walked through in the order of their numbers, for each page.
-- $1 product
SELECT family.id AS family_id, family.name AS family_name, array_to_string(family.options, E'\x1F') AS options,
       product.id, product.slug, product.name, product.sku, product.price_cents, product.in_stock,
       product.withdrawn_at IS NOT NULL AS withdrawn,
       (SELECT string_agg(COALESCE((SELECT value FROM product_attribute
                                     WHERE product_id = product.id AND product_attribute.name = wanted.name
                                     ORDER BY position
                                     LIMIT 1), ''), E'\x1F' ORDER BY wanted.place)
          FROM unnest(family.options) WITH ORDINALITY AS wanted (name, place)) AS option_values
  FROM product_family AS family
  JOIN product ON product.family_id = family.id
 WHERE family.id = (SELECT family_id FROM product WHERE id = $1)
   AND product.family_id = (SELECT family_id FROM product WHERE id = $1)
 ORDER BY product.id + 0;

-- name: lock_family
-- Against two new variants at once. $1 family
SELECT id
  FROM product_family
 WHERE id = $1
   FOR UPDATE;

-- name: make_family
-- $1 name, $2 options
INSERT INTO product_family (name, options)
VALUES ($1, $2)
RETURNING id;

-- name: join_family
-- $1 product, $2 family or NULL
UPDATE product
   SET family_id = $2, version = version + 1
 WHERE id = $1;

-- name: copy_pictures
-- $1 from, $2 to
WITH first AS (
  UPDATE product
     SET image = source.image, image_alt = source.image_alt
    FROM product AS source
   WHERE source.id = $1
     AND product.id = $2
)
INSERT INTO product_picture (product_id, position, file, alt)
SELECT $2, position, file, alt
  FROM product_picture
 WHERE product_id = $1;
