-- name: top_categories
-- Categories without a parent, in the order of the navigation.
SELECT id, slug, name
  FROM category
 WHERE parent_id IS NULL
 ORDER BY position, name;

-- name: product_count
-- One row: how many products customers may see.
SELECT count(*) AS products
  FROM product
 WHERE withdrawn_at IS NULL;
