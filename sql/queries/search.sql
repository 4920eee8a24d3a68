-- What the search index is made from; used by cgi-bin/search.

-- name: all_products
-- Every product that customers may see, with its attributes in one text.
SELECT product.id, product.name, product.slug, COALESCE(brand.name, '') AS brand, product.image, product.price_cents,
       product.in_stock, product.review_count, product.rating_sum,
       product.regular_price_cents, product.lowest_price_cents, product.category_id, product.description,
       attribute.texts AS attributes, product.sold_count,
       (extract(epoch FROM product.created_at) * 1000000)::bigint AS created, product.family_id
  FROM product
  LEFT JOIN brand ON brand.id = product.brand_id
  LEFT JOIN (SELECT product_id, string_agg(name || E'\x1F' || value, E'\x1E' ORDER BY position) AS texts
               FROM product_attribute
              GROUP BY product_id) AS attribute ON attribute.product_id = product.id
 WHERE product.withdrawn_at IS NULL;

-- name: products_by_id
-- These products, the withdrawn ones included.
-- $1 array of ids
SELECT product.id, product.name, product.slug, COALESCE(brand.name, '') AS brand, product.image, product.price_cents,
       product.in_stock, product.review_count, product.rating_sum,
       product.regular_price_cents, product.lowest_price_cents, product.category_id, product.description,
       (SELECT string_agg(name || E'\x1F' || value, E'\x1E' ORDER BY position)
          FROM product_attribute
         WHERE product_id = product.id) AS attributes,
       product.sold_count, (extract(epoch FROM product.created_at) * 1000000)::bigint AS created,
       product.family_id, product.withdrawn_at IS NOT NULL AS withdrawn
  FROM product
  LEFT JOIN brand ON brand.id = product.brand_id
 WHERE product.id = ANY ($1::bigint[]);

-- name: categories
-- The whole tree, in the order of the navigation.
SELECT id, COALESCE(parent_id, 0) AS parent_id, slug, name
  FROM category
 ORDER BY position, name, id;
