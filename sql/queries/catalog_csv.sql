-- CSV files of products: export, import, undo; used by cgi-bin/catalog/product_csv.cpp.

-- name: category_paths
-- Every category with its whole path, "Home > Lighting", for files that are read in again.
WITH RECURSIVE path (id, text) AS (
  SELECT id, name FROM category WHERE parent_id IS NULL
   UNION ALL
  SELECT category.id, path.text || ' > ' || category.name
    FROM category JOIN path ON category.parent_id = path.id
)
SELECT id, text FROM path;

-- name: export_products
-- The next products by id. $1 behind this id, $2 at most so many
SELECT product.id, product.sku, product.name, product.description, product.category_id,
       COALESCE(brand.name, '') AS brand,
       COALESCE(product.regular_price_cents, product.price_cents) AS price_cents,
       product.withdrawn_at IS NOT NULL AS withdrawn, product.in_stock,
       COALESCE(product_family.name, '') AS family,
       COALESCE(array_to_string(product_family.options, ' | '), '') AS options,
       (SELECT string_agg(name || E'\x1F' || value, E'\x1E' ORDER BY position)
          FROM product_attribute
         WHERE product_id = product.id) AS attributes
  FROM product
  LEFT JOIN brand ON brand.id = product.brand_id
  LEFT JOIN product_family ON product_family.id = product.family_id
 WHERE product.id > $1
 ORDER BY product.id
 LIMIT $2;

-- name: attribute_names
-- Names of details, the most used ones first. $1 at most so many
SELECT name
  FROM product_attribute
 GROUP BY name
 ORDER BY count(DISTINCT product_id) DESC, name
 LIMIT $1;

-- name: forget_incoming
-- What an earlier file of the same transaction left.
DROP TABLE IF EXISTS pg_temp.incoming, pg_temp.incoming_attribute, pg_temp.category_called;

-- name: make_incoming
CREATE TEMP TABLE incoming (
  line         integer NOT NULL,
  sku          text NOT NULL,
  name         text,
  slug         text,
  description  text,
  category     text,
  brand        text,
  price_cents  bigint,
  withdrawn    boolean,
  family       text,
  options      text[],
  category_id  bigint,
  brand_id     bigint,
  family_id    bigint,
  families     integer,      -- so many of this name, none of which the product is in
  product_id   bigint,
  details      boolean,      -- true: its details are others than before
  verdict      text          -- 'new', 'changed', 'same', or why it cannot be used
) ON COMMIT DROP;

-- name: make_incoming_attribute
CREATE TEMP TABLE incoming_attribute (
  line   integer NOT NULL,
  place  integer NOT NULL,
  name   text NOT NULL,
  value  text NOT NULL
) ON COMMIT DROP;

-- name: make_path
-- Categories by the names that a file may call them: path, name (when only one has it), slug.
CREATE TEMP TABLE category_called (
  called       text NOT NULL,
  category_id  bigint NOT NULL
) ON COMMIT DROP;

-- name: copy_incoming
COPY incoming (line, sku, name, slug, description, category, brand, price_cents, withdrawn, family, options) FROM STDIN;

-- name: copy_incoming_attributes
COPY incoming_attribute (line, place, name, value) FROM STDIN;

-- name: analyze_incoming
ANALYZE incoming;

-- name: analyze_incoming_attributes
ANALYZE incoming_attribute;

-- name: name_categories
INSERT INTO category_called (called, category_id)
WITH RECURSIVE path (id, text, name, slug) AS (
  SELECT id, name, name, slug FROM category WHERE parent_id IS NULL
   UNION ALL
  SELECT category.id, path.text || ' > ' || category.name, category.name, category.slug
    FROM category JOIN path ON category.parent_id = path.id
), called AS (
  SELECT lower(text) AS called, id, 1 AS rank FROM path
   UNION ALL
  SELECT lower(name), min(id), 2 FROM path GROUP BY lower(name) HAVING count(*) = 1
   UNION ALL
  SELECT lower(slug), id, 3 FROM path
)
SELECT DISTINCT ON (called) called, id FROM called ORDER BY called, rank, id;

-- name: resolve
-- Finds the products, categories and brands that the rows name; NULL where there is none yet.
UPDATE incoming
   SET product_id = found.product_id, category_id = found.category_id, brand_id = found.brand_id
  FROM (SELECT row.line, product.id AS product_id, category_called.category_id, brand.id AS brand_id
          FROM incoming AS row
          LEFT JOIN product ON product.sku = row.sku
          LEFT JOIN category_called ON category_called.called = lower(row.category)
          LEFT JOIN (SELECT lower(name) AS name, min(id) AS id FROM brand GROUP BY lower(name)) AS brand
                 ON brand.name = lower(row.brand)) AS found
 WHERE found.line = incoming.line;

-- name: resolve_families
-- Finds the families that the rows name: the product's own, else the only one of that name.
UPDATE incoming
   SET family_id = found.family_id, families = found.families
  FROM (SELECT row.line, CASE WHEN own.id IS NULL THEN COALESCE(named.families, 0) ELSE 0 END AS families,
               COALESCE(own.id, CASE WHEN named.families = 1 THEN named.id END) AS family_id
          FROM incoming AS row
          LEFT JOIN product ON product.id = row.product_id
          LEFT JOIN product_family AS own ON own.id = product.family_id AND lower(own.name) = lower(row.family)
          LEFT JOIN (SELECT lower(name) AS called, min(id) AS id, count(*) AS families
                       FROM product_family
                      GROUP BY lower(name)) AS named ON named.called = lower(row.family)
         WHERE row.family <> '') AS found
 WHERE found.line = incoming.line;

-- name: make_families
-- Those that rows without a problem name and nobody has yet; the first row with options says which.
INSERT INTO product_family (name, options)
SELECT DISTINCT ON (lower(family)) family,
       (SELECT telling.options
          FROM incoming AS telling
         WHERE lower(telling.family) = lower(incoming.family)
           AND telling.options IS NOT NULL
         ORDER BY telling.line
         LIMIT 1)
  FROM incoming
 WHERE family <> ''
   AND family_id IS NULL
   AND verdict IN ('new', 'changed')
 ORDER BY lower(family), line;

-- name: lock_products
-- Against editors and buyers, in id order as everywhere.
SELECT count(*) AS locked
  FROM (SELECT product.id
          FROM product
         WHERE id IN (SELECT product_id FROM incoming)
         ORDER BY id
           FOR NO KEY UPDATE) AS locked;

-- name: make_brands
-- Those that rows without a problem name and nobody has yet; a slug that is taken gets a tail.
WITH named AS (
  SELECT DISTINCT ON (lower(brand)) brand AS name,
         trim(BOTH '-' FROM regexp_replace(lower(unaccent(brand)), '[^a-z0-9]+', '-', 'g')) AS plain
    FROM incoming
   WHERE brand <> ''
     AND brand_id IS NULL
     AND verdict IN ('new', 'changed')
   ORDER BY lower(brand), line
)
INSERT INTO brand (slug, name)
SELECT CASE WHEN plain <> '' AND count(*) OVER (PARTITION BY plain) = 1
                 AND NOT EXISTS (SELECT FROM brand WHERE slug = plain)
            THEN plain
            ELSE concat_ws('-', NULLIF(plain, ''), left(md5(lower(name)), 12)) END, name
  FROM named;

-- name: judge
-- What would become of each row. An empty cell of name, category and price leaves things as they are;
-- a column that the file does not have arrives as NULL. $1 names of the details that the file has,
-- $2 most variants of a family
UPDATE incoming
   SET verdict = judged.verdict, details = judged.details
  FROM (SELECT row.line, cardinality($1::text[]) > 0 AND had.texts IS DISTINCT FROM wanted.texts AS details,
               CASE WHEN lag(row.line) OVER (PARTITION BY row.sku ORDER BY row.line) IS NOT NULL THEN 'twice'
                    WHEN COALESCE(row.category, '') <> '' AND row.category_id IS NULL THEN 'category'
                    WHEN product.id IS NULL AND COALESCE(row.name, '') = '' THEN 'new_name'
                    WHEN product.id IS NULL AND row.category_id IS NULL THEN 'new_category'
                    WHEN product.id IS NULL AND row.price_cents IS NULL THEN 'new_price'
                    WHEN row.families > 1 THEN 'family_twice'
                    WHEN row.family <> '' AND row.family_id IS NULL AND first_value(row.options) OVER same_family IS NULL
                    THEN 'new_family'
                    WHEN row.family <> ''
                     AND row.options <> COALESCE(family.options, first_value(row.options) OVER same_family) THEN 'options'
                    WHEN row.family <> '' AND COALESCE(others.members, 0)
                           + row_number() OVER (PARTITION BY lower(row.family) ORDER BY row.line) > $2 THEN 'family_full'
                    WHEN product.id IS NULL THEN 'new'
                    WHEN product.regular_price_cents IS NOT NULL AND row.price_cents <= product.price_cents THEN 'below_sale'
                    WHEN COALESCE(NULLIF(row.name, ''), product.name) <> product.name
                      OR COALESCE(row.description, product.description) <> product.description
                      OR COALESCE(row.category_id, product.category_id) <> product.category_id
                      OR (row.brand IS NOT NULL AND
                          (CASE WHEN row.brand = '' THEN NULL ELSE COALESCE(row.brand_id, 0) END)
                          IS DISTINCT FROM product.brand_id)
                      OR COALESCE(row.price_cents, product.regular_price_cents, product.price_cents)
                         <> COALESCE(product.regular_price_cents, product.price_cents)
                      OR COALESCE(row.withdrawn, product.withdrawn_at IS NOT NULL) <> (product.withdrawn_at IS NOT NULL)
                      OR (row.family = '' AND product.family_id IS NOT NULL)
                      OR (row.family <> '' AND row.family_id IS DISTINCT FROM product.family_id)
                      OR (cardinality($1::text[]) > 0 AND
                          had.texts IS DISTINCT FROM wanted.texts) THEN 'changed'
                    ELSE 'same' END AS verdict
          FROM incoming AS row
          LEFT JOIN product ON product.id = row.product_id
          LEFT JOIN product_family AS family ON family.id = row.family_id
          LEFT JOIN (SELECT family_id, count(*) AS members
                       FROM product
                      WHERE family_id IS NOT NULL
                        AND NOT EXISTS (SELECT FROM incoming WHERE incoming.product_id = product.id)
                      GROUP BY family_id) AS others ON others.family_id = row.family_id
          LEFT JOIN (SELECT product_id, array_agg(name || E'\x1F' || value ORDER BY name, position) AS texts
                       FROM product_attribute
                      WHERE name = ANY ($1::text[])
                        AND product_id IN (SELECT product_id FROM incoming)
                      GROUP BY product_id) AS had ON had.product_id = product.id
          LEFT JOIN (SELECT line, array_agg(name || E'\x1F' || value ORDER BY name, place) AS texts
                       FROM incoming_attribute
                      GROUP BY line) AS wanted ON wanted.line = row.line
        WINDOW same_family AS (PARTITION BY lower(row.family) ORDER BY row.options IS NULL, row.line)) AS judged
 WHERE judged.line = incoming.line;

-- name: verdicts
-- How many rows have each verdict.
SELECT verdict, count(*) AS rows
  FROM incoming
 GROUP BY verdict;

-- name: bad_rows
-- The first rows that cannot be used. $1 at most so many
SELECT line, verdict,
       CASE WHEN verdict = 'category' THEN category
            WHEN verdict IN ('options', 'new_family', 'family_twice', 'family_full') THEN family
            ELSE sku END AS detail
  FROM incoming
 WHERE verdict NOT IN ('new', 'changed', 'same')
 ORDER BY line
 LIMIT $1;

-- name: changed_rows
-- The first rows that change something, with the values before and after. $1 at most so many
SELECT row.line, row.sku, row.verdict, COALESCE(product.name, '') AS old_name,
       COALESCE(NULLIF(row.name, ''), product.name) AS new_name,
       COALESCE(product.regular_price_cents, product.price_cents) AS old_price_cents,
       COALESCE(row.price_cents, product.regular_price_cents, product.price_cents) AS new_price_cents,
       COALESCE(old_category.name, '') AS old_category, COALESCE(new_category.name, old_category.name) AS new_category,
       COALESCE(old_brand.name, '') AS old_brand, COALESCE(row.brand, old_brand.name, '') AS new_brand,
       COALESCE(row.description <> product.description, false) AS other_description,
       COALESCE(old_family.name, '') AS old_family, COALESCE(row.family, old_family.name, '') AS new_family,
       COALESCE(product.withdrawn_at IS NOT NULL, false) AS old_withdrawn,
       COALESCE(row.withdrawn, product.withdrawn_at IS NOT NULL, false) AS new_withdrawn
  FROM incoming AS row
  LEFT JOIN product ON product.id = row.product_id
  LEFT JOIN category AS old_category ON old_category.id = product.category_id
  LEFT JOIN category AS new_category ON new_category.id = row.category_id
  LEFT JOIN brand AS old_brand ON old_brand.id = product.brand_id
  LEFT JOIN product_family AS old_family ON old_family.id = product.family_id
 WHERE row.verdict IN ('new', 'changed')
 ORDER BY row.line
 LIMIT $1;

-- name: keep_before
-- $1 import
INSERT INTO csv_import_product (import_id, product_id, is_new, after_version, name, slug, description, category_id,
                                brand_id, family_id, price_cents, withdrawn_at, attributes)
SELECT $1, product.id, false, product.version, product.name, product.slug, product.description, product.category_id,
       product.brand_id, product.family_id, COALESCE(product.regular_price_cents, product.price_cents), product.withdrawn_at,
       COALESCE((SELECT jsonb_agg(jsonb_build_array(name, value) ORDER BY position)
                   FROM product_attribute
                  WHERE product_id = product.id), '[]')
  FROM incoming
  JOIN product ON product.id = incoming.product_id
 WHERE incoming.verdict = 'changed';

-- name: create_new
INSERT INTO product (sku, slug, name, description, category_id, brand_id, family_id, price_cents, withdrawn_at)
SELECT sku, slug, name, COALESCE(description, ''), category_id, brand_id, family_id, price_cents,
       CASE WHEN withdrawn THEN now() END
  FROM incoming
 WHERE verdict = 'new'
 ORDER BY line;

-- name: change_known
-- $1 now
UPDATE product
   SET name = COALESCE(NULLIF(row.name, ''), product.name),
       slug = CASE WHEN COALESCE(row.name, '') = '' THEN product.slug ELSE row.slug END,
       description = COALESCE(row.description, product.description),
       category_id = COALESCE(row.category_id, product.category_id),
       brand_id = CASE WHEN row.brand IS NULL THEN product.brand_id WHEN row.brand = '' THEN NULL ELSE row.brand_id END,
       price_cents = CASE WHEN product.regular_price_cents IS NULL THEN COALESCE(row.price_cents, product.price_cents)
                          ELSE product.price_cents END,
       regular_price_cents = CASE WHEN product.regular_price_cents IS NULL THEN NULL
                                  ELSE COALESCE(row.price_cents, product.regular_price_cents) END,
       family_id = CASE WHEN row.family IS NULL THEN product.family_id WHEN row.family <> '' THEN row.family_id END,
       version = product.version + 1,
       withdrawn_at = CASE WHEN row.withdrawn IS NULL OR row.withdrawn = (product.withdrawn_at IS NOT NULL)
                           THEN product.withdrawn_at
                           WHEN row.withdrawn THEN $1::timestamptz END
  FROM incoming AS row
 WHERE row.verdict = 'changed'
   AND product.id = row.product_id;

-- name: find_created
-- The products that were just made.
UPDATE incoming
   SET product_id = product.id
  FROM product
 WHERE incoming.verdict = 'new'
   AND product.sku = incoming.sku;

-- name: keep_created
-- $1 import
INSERT INTO csv_import_product (import_id, product_id, is_new, after_version)
SELECT $1, product.id, true, product.version
  FROM incoming
  JOIN product ON product.id = incoming.product_id
 WHERE incoming.verdict = 'new';

-- name: drop_old_attributes
-- Details that the file has a column for. $1 their names
DELETE FROM product_attribute
 USING incoming
 WHERE incoming.verdict = 'changed'
   AND incoming.details
   AND product_attribute.product_id = incoming.product_id
   AND product_attribute.name = ANY ($1::text[]);

-- name: add_new_attributes
-- Behind those that stayed.
INSERT INTO product_attribute (product_id, position, name, value)
SELECT incoming.product_id,
       COALESCE(stayed.last, 0) + row_number() OVER (PARTITION BY incoming.product_id ORDER BY incoming_attribute.place),
       incoming_attribute.name, incoming_attribute.value
  FROM incoming
  JOIN incoming_attribute ON incoming_attribute.line = incoming.line
  LEFT JOIN (SELECT product_id, max(position) AS last
               FROM product_attribute
              WHERE product_id IN (SELECT product_id FROM incoming)
              GROUP BY product_id) AS stayed ON stayed.product_id = incoming.product_id
 WHERE incoming.verdict = 'new'
    OR (incoming.verdict = 'changed' AND incoming.details);

-- name: finish_import
-- Versions as they are now. $1 import
UPDATE csv_import_product
   SET after_version = product.version
  FROM product
 WHERE csv_import_product.import_id = $1
   AND product.id = csv_import_product.product_id;

-- name: lock_imported_products
-- $1 import
SELECT product.id
  FROM product
 WHERE id IN (SELECT product_id FROM csv_import_product WHERE import_id = $1)
 ORDER BY id
   FOR NO KEY UPDATE;

-- name: forget_undoable
DROP TABLE IF EXISTS pg_temp.undoable;

-- name: make_undoable
CREATE TEMP TABLE undoable (
  product_id  bigint NOT NULL,
  is_new      boolean NOT NULL
) ON COMMIT DROP;

-- name: fill_undoable
-- The products of an import that nobody changed since, and whose old price a sale does not undercut.
-- $1 import
INSERT INTO undoable (product_id, is_new)
SELECT before.product_id, before.is_new
  FROM csv_import_product AS before
  JOIN product ON product.id = before.product_id AND product.version = before.after_version
 WHERE before.import_id = $1
   AND (before.is_new OR product.regular_price_cents IS NULL OR before.price_cents > product.price_cents);

-- name: undo_changed
-- $1 import
UPDATE product
   SET name = before.name, slug = before.slug, description = before.description, category_id = before.category_id,
       brand_id = before.brand_id, withdrawn_at = before.withdrawn_at, version = product.version + 1,
       family_id = (SELECT id FROM product_family WHERE id = before.family_id),
       price_cents = CASE WHEN product.regular_price_cents IS NULL THEN before.price_cents ELSE product.price_cents END,
       regular_price_cents = CASE WHEN product.regular_price_cents IS NULL THEN NULL ELSE before.price_cents END
  FROM csv_import_product AS before
  JOIN undoable ON undoable.product_id = before.product_id AND NOT undoable.is_new
 WHERE before.import_id = $1
   AND product.id = before.product_id;

-- name: undo_drop_attributes
DELETE FROM product_attribute
 USING undoable
 WHERE product_attribute.product_id = undoable.product_id
   AND NOT undoable.is_new;

-- name: undo_add_attributes
-- $1 import
INSERT INTO product_attribute (product_id, position, name, value)
SELECT before.product_id, pair.place, pair.value ->> 0, pair.value ->> 1
  FROM csv_import_product AS before
  JOIN undoable ON undoable.product_id = before.product_id AND NOT undoable.is_new
 CROSS JOIN LATERAL jsonb_array_elements(before.attributes) WITH ORDINALITY AS pair (value, place)
 WHERE before.import_id = $1;

-- name: undo_created
-- New products are withdrawn: orders may name them. $1 now
UPDATE product
   SET withdrawn_at = COALESCE(product.withdrawn_at, $1), family_id = NULL
  FROM undoable
 WHERE undoable.is_new
   AND product.id = undoable.product_id;

-- name: undoable_count
-- One row.
SELECT count(*) AS products
  FROM undoable;

-- name: count_imported
-- How many products an import made or changed. $1 import
SELECT count(*) AS products
  FROM csv_import_product
 WHERE import_id = $1;
