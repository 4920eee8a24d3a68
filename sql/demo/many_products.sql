-- many_products.sql - makes the demo shop's range as large as :products, for measuring only: each new
-- product is another model of one that is there. Their pieces lie in no centre.
--   psql -v products=50000 -f sql/demo/many_products.sql
WITH size AS (
  SELECT count(*) AS now FROM product
), made AS (
  INSERT INTO product (sku, slug, name, description, category_id, brand_id, price_cents, image, in_stock, sold_count,
                       rating_sum, review_count, star_counts, created_at)
  SELECT sku || '-M' || n, slug || '-m' || n, name || ' ' || upper(substr(md5(sku || n), 1, 4)), description,
         category_id, brand_id, price_cents + (n * 37 % 500), image, in_stock, sold_count / (n + 1), rating_sum,
         review_count, star_counts, created_at - n * interval '1 hour'
    FROM product, size, generate_series(1, (:products / size.now)::integer) AS n
   ORDER BY n, product.id
   LIMIT GREATEST(0, :products - (SELECT now FROM size))
  RETURNING id, sku
)
INSERT INTO product_attribute (product_id, position, name, value)
SELECT made.id, attribute.position, attribute.name, attribute.value
  FROM made
  JOIN product ON product.sku = regexp_replace(made.sku, '-M\d+$', '')
  JOIN product_attribute AS attribute ON attribute.product_id = product.id;
ANALYZE product;
ANALYZE product_attribute;
