-- What staff do with products, categories and brands; used by cgi-bin/catalog/manage*.cpp and tree.cpp.
-- A product's regular price is COALESCE(regular_price_cents, price_cents): the sale of the day does
-- not count.

-- name: products_page
-- The newest first, of those that pass every filter.
-- $1 only products before this id (NULL: from the newest on), $2 category (with all below it) or NULL,
-- $3 brand or NULL, $4 at most so many pieces or NULL, $5 'offered', 'withdrawn' or 'all', $6 most rows
WITH RECURSIVE branch (id) AS (
  SELECT $2::bigint WHERE $2 IS NOT NULL
   UNION
  SELECT category.id FROM category JOIN branch ON category.parent_id = branch.id
)
SELECT product.id, product.version, product.sku, product.slug, product.name, category.name AS category,
       brand.name AS brand, product.price_cents, product.regular_price_cents, product.in_stock,
       product.sold_count, product.image, product.withdrawn_at IS NOT NULL AS withdrawn, product.id AS place
  FROM product
  JOIN category ON category.id = product.category_id
  LEFT JOIN brand ON brand.id = product.brand_id
 WHERE ($1::bigint IS NULL OR product.id < $1)
   AND ($2::bigint IS NULL OR product.category_id IN (SELECT id FROM branch))
   AND ($3::bigint IS NULL OR product.brand_id = $3)
   AND ($4::integer IS NULL OR product.in_stock <= $4)
   AND ($5 = 'all' OR (product.withdrawn_at IS NOT NULL) = ($5 = 'withdrawn'))
 ORDER BY product.id DESC
 LIMIT $6;

-- name: found_products_page
-- The same for words: products that the search index found, best first; before them the one with
-- exactly this stock code, behind them withdrawn ones (which no index holds) by name or code.
-- $1 only products behind this place (NULL: from the first on), $2 … $6 as above,
-- $7 ids that the index found, $8 the words as typed
WITH RECURSIVE branch (id) AS (
  SELECT $2::bigint WHERE $2 IS NOT NULL
   UNION
  SELECT category.id FROM category JOIN branch ON category.parent_id = branch.id
), found AS (
  SELECT id, min(place) AS place
    FROM (SELECT id, 0 AS place FROM product WHERE sku = $8
           UNION ALL
          SELECT id, place FROM unnest($7::bigint[]) WITH ORDINALITY AS hit (id, place)
           UNION ALL
          SELECT id, 1000000000000 + id
            FROM product
           WHERE strpos(lower(sku), lower($8)) > 0
              OR (withdrawn_at IS NOT NULL AND strpos(lower(name), lower($8)) > 0)) AS hits
   GROUP BY id
)
SELECT product.id, product.version, product.sku, product.slug, product.name, category.name AS category,
       brand.name AS brand, product.price_cents, product.regular_price_cents, product.in_stock,
       product.sold_count, product.image, product.withdrawn_at IS NOT NULL AS withdrawn, found.place
  FROM found
  JOIN product ON product.id = found.id
  JOIN category ON category.id = product.category_id
  LEFT JOIN brand ON brand.id = product.brand_id
 WHERE ($1::bigint IS NULL OR found.place > $1)
   AND ($2::bigint IS NULL OR product.category_id IN (SELECT id FROM branch))
   AND ($3::bigint IS NULL OR product.brand_id = $3)
   AND ($4::integer IS NULL OR product.in_stock <= $4)
   AND ($5 = 'all' OR (product.withdrawn_at IS NOT NULL) = ($5 = 'withdrawn'))
 ORDER BY found.place
 LIMIT $6;

-- name: product_to_edit
-- One product with all that its form shows, withdrawn or not.
-- $1 product
SELECT product.id, product.version, product.sku, product.slug, product.name, product.description,
       product.category_id, COALESCE(product.brand_id, 0) AS brand_id,
       COALESCE(product.regular_price_cents, product.price_cents) AS regular_price_cents,
       product.price_cents, product.image, product.in_stock, product.withdrawn_at IS NOT NULL AS withdrawn,
       sale.id AS sale_id, sale.price_cents AS sale_price_cents, sale.starts_at, sale.ends_at,
       sale.state AS sale_state
  FROM product
  LEFT JOIN product_sale AS sale ON sale.product_id = product.id AND sale.state <> 'ended'
 WHERE product.id = $1;

-- name: attributes_of
-- $1 product
SELECT name, value
  FROM product_attribute
 WHERE product_id = $1
 ORDER BY position;

-- name: create_product
-- $1 sku, $2 slug, $3 name, $4 description, $5 category, $6 brand or NULL, $7 price
INSERT INTO product (sku, slug, name, description, category_id, brand_id, price_cents)
VALUES ($1, $2, $3, $4, $5, $6, $7)
RETURNING id;

-- name: lock_product
-- For a change by staff, against another one.
-- $1 product
SELECT id, version, COALESCE(regular_price_cents, price_cents) AS regular_price_cents,
       withdrawn_at IS NOT NULL AS withdrawn
  FROM product
 WHERE id = $1
   FOR NO KEY UPDATE;

-- name: save_product
-- A locked product. $1 id, $2 sku, $3 slug, $4 name, $5 description, $6 category, $7 brand or NULL,
-- $8 regular price
UPDATE product
   SET sku = $2, slug = $3, name = $4, description = $5, category_id = $6, brand_id = $7,
       price_cents = CASE WHEN regular_price_cents IS NULL THEN $8 ELSE price_cents END,
       regular_price_cents = CASE WHEN regular_price_cents IS NULL THEN NULL ELSE $8::bigint END
 WHERE id = $1;

-- name: has_other_attributes
-- One row when the attributes are not these. $1 product, $2 names, $3 values
SELECT 1 AS differs
 WHERE ARRAY(SELECT name || E'\x1F' || value FROM product_attribute WHERE product_id = $1 ORDER BY position)
       IS DISTINCT FROM
       ARRAY(SELECT name || E'\x1F' || value
               FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS wanted (name, value, place)
              ORDER BY place);

-- name: drop_attributes
-- $1 product
DELETE FROM product_attribute
 WHERE product_id = $1;

-- name: add_attributes
-- $1 product, $2 names, $3 values
INSERT INTO product_attribute (product_id, position, name, value)
SELECT $1, place, name, value
  FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS wanted (name, value, place);

-- name: set_withdrawn
-- A locked product. $1 product, $2 the moment, or NULL to offer it again
UPDATE product
   SET withdrawn_at = $2
 WHERE id = $1;

-- name: bulk_price
-- New regular prices for the products whose version is still the one that was seen, rounded half up
-- to whole cents. Left alone: what would cost less than nothing or more than $5, or no more than its
-- running sale.
-- $1 ids, $2 versions, $3 change in basis points, $4 change in cents, $5 most
WITH asked AS (
  SELECT product.id, product.regular_price_cents IS NOT NULL AS on_sale, product.price_cents AS price_now,
         round(COALESCE(regular_price_cents, price_cents) * (10000 + $3::numeric) / 10000 + $4::bigint)::bigint AS price
    FROM unnest($1::bigint[], $2::integer[]) AS seen (id, version)
    JOIN product ON product.id = seen.id AND product.version = seen.version
   ORDER BY product.id
     FOR NO KEY UPDATE OF product
)
UPDATE product
   SET price_cents = CASE WHEN asked.on_sale THEN product.price_cents ELSE asked.price END,
       regular_price_cents = CASE WHEN asked.on_sale THEN asked.price END
  FROM asked
 WHERE product.id = asked.id
   AND asked.price BETWEEN 0 AND $5
   AND (NOT asked.on_sale OR asked.price > asked.price_now);

-- name: bulk_category
-- $1 ids, $2 versions, $3 category
WITH asked AS (
  SELECT product.id
    FROM unnest($1::bigint[], $2::integer[]) AS seen (id, version)
    JOIN product ON product.id = seen.id AND product.version = seen.version
   ORDER BY product.id
     FOR NO KEY UPDATE OF product
)
UPDATE product
   SET category_id = $3
  FROM asked
 WHERE product.id = asked.id;

-- name: bulk_withdrawn
-- $1 ids, $2 versions, $3 the moment, or NULL to offer them again
WITH asked AS (
  SELECT product.id
    FROM unnest($1::bigint[], $2::integer[]) AS seen (id, version)
    JOIN product ON product.id = seen.id AND product.version = seen.version
   ORDER BY product.id
     FOR NO KEY UPDATE OF product
)
UPDATE product
   SET withdrawn_at = $3
  FROM asked
 WHERE product.id = asked.id
   AND (product.withdrawn_at IS NULL) = ($3::timestamptz IS NOT NULL);

-- name: price_history
-- The newest first. $1 product, $2 at most so many
SELECT price_cents, since
  FROM price_history
 WHERE product_id = $1
 ORDER BY since DESC, id DESC
 LIMIT $2;

-- name: plan_sale
-- $1 product, $2 price, $3 start, $4 end or NULL
INSERT INTO product_sale (product_id, price_cents, starts_at, ends_at)
VALUES ($1, $2, $3, $4);

-- name: end_sale
-- The sale of a locked product is over: a waiting one never begins, a running one ends now. One row
-- when there was one.
-- $1 product
WITH ended AS (
  UPDATE product_sale
     SET state = 'ended'
   WHERE product_id = $1
     AND state <> 'ended'
  RETURNING product_id
)
UPDATE product
   SET price_cents = COALESCE(regular_price_cents, price_cents), regular_price_cents = NULL,
       lowest_price_cents = NULL
  FROM ended
 WHERE product.id = ended.product_id
RETURNING product.id;

-- name: apply_due_sales
-- One row: how many prices changed. $1 the moment
SELECT apply_due_sales($1) AS changed;

-- name: next_sale_moment
-- One row: when the next sale starts or ends; NULL without any.
SELECT LEAST((SELECT min(starts_at) FROM product_sale WHERE state = 'waiting'),
             (SELECT min(ends_at) FROM product_sale WHERE state = 'running')) AS next;

-- name: category_tree
-- Every category with how many products lie in it itself.
SELECT category.id, category.version, COALESCE(category.parent_id, 0) AS parent_id, category.slug, category.name,
       category.position, COALESCE(content.products, 0) AS products
  FROM category
  LEFT JOIN (SELECT category_id, count(*) AS products FROM product GROUP BY category_id) AS content
         ON content.category_id = category.id
 ORDER BY category.position, category.name, category.id;

-- name: create_category
-- $1 slug, $2 name, $3 parent or NULL, $4 position
INSERT INTO category (slug, name, parent_id, position)
VALUES ($1, $2, $3, $4);

-- name: save_category
-- One row touched when it still has this version. $1 id, $2 version, $3 slug, $4 name, $5 parent or NULL,
-- $6 position
UPDATE category
   SET slug = $3, name = $4, parent_id = $5, position = $6
 WHERE id = $1
   AND version = $2;

-- name: delete_category
-- $1 id
DELETE FROM category
 WHERE id = $1;

-- name: brands
-- Brands by name with how many products each has. $1 part of name or address, or '', $2 behind this brand
-- (0: from the first on), $3 at most so many
SELECT brand.id, brand.version, brand.slug, brand.name, COALESCE(content.products, 0) AS products
  FROM brand
  LEFT JOIN (SELECT brand_id, count(*) AS products FROM product GROUP BY brand_id) AS content
         ON content.brand_id = brand.id
 WHERE ($1 = '' OR strpos(lower(brand.name || ' ' || brand.slug), lower($1)) > 0)
   AND ($2 = 0 OR (lower(brand.name), brand.id) > (SELECT lower(name), id FROM brand WHERE id = $2))
 ORDER BY lower(brand.name), brand.id
 LIMIT $3;

-- name: create_brand
-- $1 slug, $2 name
INSERT INTO brand (slug, name)
VALUES ($1, $2);

-- name: save_brand
-- One row touched when it still has this version. $1 id, $2 version, $3 slug, $4 name
UPDATE brand
   SET slug = $3, name = $4
 WHERE id = $1
   AND version = $2;

-- name: delete_brand
-- $1 id
DELETE FROM brand
 WHERE id = $1;

-- name: pictures_of
-- All pictures of a product in their order, each with the product's version; one row with an empty
-- file for a product without pictures.
-- $1 product
(SELECT version, image AS file, image_alt AS alt, 0 AS position
   FROM product
  WHERE id = $1)
 UNION ALL
(SELECT 0, file, alt, position
   FROM product_picture
  WHERE product_id = $1)
 ORDER BY position;

-- name: set_first_picture
-- $1 product, $2 file, $3 words
UPDATE product
   SET image = $2, image_alt = $3
 WHERE id = $1;

-- name: drop_further_pictures
-- $1 product
DELETE FROM product_picture
 WHERE product_id = $1;

-- name: add_further_pictures
-- $1 product, $2 files, $3 words
INSERT INTO product_picture (product_id, position, file, alt)
SELECT $1, place, file, alt
  FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS picture (file, alt, place);

-- name: unused_pictures
-- Of these files, those that no product shows any more.
-- $1 files
SELECT file
  FROM unnest($1::text[]) AS gone (file)
 WHERE NOT EXISTS (SELECT FROM product WHERE image = gone.file)
   AND NOT EXISTS (SELECT FROM product_picture WHERE product_picture.file = gone.file);
