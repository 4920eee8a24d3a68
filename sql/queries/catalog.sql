-- Rows of a product card have the columns id, name, slug, brand, image, price_cents, in_stock,
-- review_count, rating_sum, regular_price_cents and lowest_price_cents; catalog::to_card() reads them.

-- name: top_categories
-- Categories without a parent, in the order of the navigation, each with the picture of the best
-- seller in it or below it.
SELECT top.id, top.slug, top.name, COALESCE(best.image, '') AS image
  FROM category AS top
  LEFT JOIN LATERAL (
         WITH RECURSIVE branch AS (
           SELECT top.id
            UNION
           SELECT category.id FROM category JOIN branch ON category.parent_id = branch.id
         )
         SELECT own.image
           FROM branch
          CROSS JOIN LATERAL (
                SELECT product.id, product.image, product.sold_count
                  FROM product
                 WHERE product.category_id = branch.id
                   AND product.withdrawn_at IS NULL AND product.image <> ''
                 ORDER BY product.sold_count DESC, product.id
                 LIMIT 1) AS own
          ORDER BY own.sold_count DESC, own.id
          LIMIT 1) AS best ON true
 WHERE top.parent_id IS NULL
 ORDER BY top.position, top.name;

-- name: product_count
-- One row: how many products customers may see.
SELECT count(*) AS products
  FROM product
 WHERE withdrawn_at IS NULL;

-- name: new_products
-- Cards, the newest product first.
-- $1 how many
SELECT product.id, product.name, product.slug, brand.name AS brand, product.image, product.price_cents,
       product.in_stock, product.review_count, product.rating_sum,
       product.regular_price_cents, product.lowest_price_cents
  FROM product
  LEFT JOIN brand ON brand.id = product.brand_id
 WHERE product.withdrawn_at IS NULL
 ORDER BY product.created_at DESC, product.id DESC
 LIMIT $1;

-- name: popular_products
-- Cards, the most sold product first.
-- $1 how many
SELECT product.id, product.name, product.slug, brand.name AS brand, product.image, product.price_cents,
       product.in_stock, product.review_count, product.rating_sum,
       product.regular_price_cents, product.lowest_price_cents
  FROM product
  LEFT JOIN brand ON brand.id = product.brand_id
 WHERE product.withdrawn_at IS NULL
 ORDER BY product.sold_count DESC, product.id DESC
 LIMIT $1;

-- name: shelf_products
-- Cards for the home page: the ten newest products, then the ten most sold ones. The numbers are
-- written out, because with a parameter as limit PostgreSQL plans anew at every call.
(SELECT product.id, product.name, product.slug, brand.name AS brand, product.image, product.price_cents,
        product.in_stock, product.review_count, product.rating_sum,
       product.regular_price_cents, product.lowest_price_cents, true AS is_new
   FROM product
   LEFT JOIN brand ON brand.id = product.brand_id
  WHERE product.withdrawn_at IS NULL
  ORDER BY product.created_at DESC, product.id DESC
  LIMIT 10)
 UNION ALL
(SELECT product.id, product.name, product.slug, brand.name, product.image, product.price_cents,
        product.in_stock, product.review_count, product.rating_sum,
       product.regular_price_cents, product.lowest_price_cents, false
   FROM product
   LEFT JOIN brand ON brand.id = product.brand_id
  WHERE product.withdrawn_at IS NULL
  ORDER BY product.sold_count DESC, product.id DESC
  LIMIT 10);

-- name: cards_by_id
-- Cards of these products in the order of the ids; unknown and withdrawn ones are left out.
-- $1 bigint[]
SELECT product.id, product.name, product.slug, brand.name AS brand, product.image, product.price_cents,
       product.in_stock, product.review_count, product.rating_sum,
       product.regular_price_cents, product.lowest_price_cents
  FROM unnest($1::bigint[]) WITH ORDINALITY AS wanted (id, place)
  JOIN product ON product.id = wanted.id
  LEFT JOIN brand ON brand.id = product.brand_id
 WHERE product.withdrawn_at IS NULL
 ORDER BY wanted.place;

-- name: similar_products
-- Cards of products that can be bought, of the same category, nearest in price first. Looks at the
-- nearest dearer and the nearest cheaper ones only, so that a large category costs no more; scalar
-- subqueries, because behind a join the index would not be read in its order.
-- $1 product, $2 how many
WITH wanted AS MATERIALIZED (
  SELECT category_id, price_cents FROM product WHERE id = $1
), near AS (
  (SELECT id, name, slug, brand_id, image, price_cents, in_stock, review_count, rating_sum,
          regular_price_cents, lowest_price_cents
     FROM product
    WHERE category_id = (SELECT category_id FROM wanted)
      AND price_cents >= (SELECT price_cents FROM wanted)
      AND withdrawn_at IS NULL AND in_stock > 0 AND id <> $1
    ORDER BY price_cents
    LIMIT $2)
   UNION ALL
  (SELECT id, name, slug, brand_id, image, price_cents, in_stock, review_count, rating_sum,
          regular_price_cents, lowest_price_cents
     FROM product
    WHERE category_id = (SELECT category_id FROM wanted)
      AND price_cents < (SELECT price_cents FROM wanted)
      AND withdrawn_at IS NULL AND in_stock > 0
    ORDER BY price_cents DESC
    LIMIT $2)
)
SELECT near.id, near.name, near.slug, brand.name AS brand, near.image, near.price_cents,
       near.in_stock, near.review_count, near.rating_sum,
       near.regular_price_cents, near.lowest_price_cents
  FROM near
  LEFT JOIN brand ON brand.id = near.brand_id
 ORDER BY abs(near.price_cents - (SELECT price_cents FROM wanted)), near.id
 LIMIT $2;

-- name: product_companions
-- Cards of what goes with a product by the models and can be bought, best first, with the orders that
-- held both. No rows where the models say nothing: then similar_products has to do.
-- $1 product, $2 how many
SELECT product.id, product.name, product.slug, brand.name AS brand, product.image, product.price_cents,
       product.in_stock, product.review_count, product.rating_sum,
       product.regular_price_cents, product.lowest_price_cents, pair.together, pair.orders
  FROM item_neighbour pair
  JOIN product ON product.id = pair.neighbour_id AND product.withdrawn_at IS NULL AND product.in_stock > 0
  LEFT JOIN brand ON brand.id = product.brand_id
 WHERE pair.product_id = $1
 ORDER BY pair.rank
 LIMIT $2;

-- name: product_by_id
-- One product that customers may see, with up to three levels of its category's path; no row when
-- unknown or withdrawn. Attributes and further pictures come as one text each: \x1F between the two
-- parts of one, \x1E between two of them. star_counts are five numbers, of one star first.
-- $1 product
SELECT product.id, product.name, product.slug, brand.name AS brand, product.image, product.price_cents,
       product.in_stock, product.review_count, product.rating_sum,
       product.regular_price_cents, product.lowest_price_cents,
       product.sku, product.description, product.image_alt, product.family_id IS NOT NULL AS has_family,
       array_to_string(product.star_counts, ' ') AS star_counts,
       category.id AS category_id, category.slug AS category_slug, category.name AS category_name,
       parent.id AS parent_id, parent.slug AS parent_slug, parent.name AS parent_name,
       top.id AS top_id, top.slug AS top_slug, top.name AS top_name,
       (SELECT string_agg(name || E'\x1F' || value, E'\x1E' ORDER BY position)
          FROM product_attribute
         WHERE product_id = $1) AS attributes,
       (SELECT string_agg(file || E'\x1F' || alt, E'\x1E' ORDER BY position)
          FROM product_picture
         WHERE product_id = $1) AS pictures
  FROM product
  JOIN category ON category.id = product.category_id
  LEFT JOIN category AS parent ON parent.id = category.parent_id
  LEFT JOIN category AS top ON top.id = parent.parent_id
  LEFT JOIN brand ON brand.id = product.brand_id
 WHERE product.id = $1
   AND product.withdrawn_at IS NULL;

-- name: product_to_customer
-- One row: what a product is to one customer; `stars` is NULL without a review of his.
-- $1 product, $2 account
SELECT EXISTS (SELECT FROM favorite WHERE account_id = $2 AND product_id = $1) AS is_favorite,
       own.stars, own.title, own.body
  FROM (SELECT $1::bigint AS id) AS asked
  LEFT JOIN review AS own ON own.product_id = asked.id AND own.account_id = $2;

-- name: newest_reviews
-- The authors are looked up for those only that are shown, not for all that there are to sort.
-- $1 product, $2 how many
SELECT review.id, (SELECT first_name FROM account WHERE id = review.account_id) AS author, review.stars,
       review.title, review.body, review.verified, review.created_at, review.helpful_count
  FROM review
 WHERE review.product_id = $1
   AND review.state = 'shown'
 ORDER BY review.created_at DESC, review.id DESC
 LIMIT $2;

-- name: reviews_after
-- The reviews that follow one of them, newest first; no row when that one does not exist.
-- $1 product, $2 the review that the last page ended with, $3 how many
SELECT review.id, account.first_name AS author, review.stars, review.title, review.body,
       review.verified, review.created_at, review.helpful_count
  FROM review
  JOIN account ON account.id = review.account_id
 WHERE review.product_id = $1
   AND review.state = 'shown'
   AND (review.created_at, review.id) <
       (SELECT last.created_at, last.id FROM review AS last WHERE last.id = $2 AND last.product_id = $1)
 ORDER BY review.created_at DESC, review.id DESC
 LIMIT $3;

-- name: save_review
-- One row, or none when the product is unknown or withdrawn. A customer's second review of a
-- product takes the place of the first. xmax is 0 only in a row that is new.
-- $1 product, $2 account, $3 stars, $4 title, $5 body
INSERT INTO review (product_id, account_id, stars, title, body, verified)
SELECT product.id, $2, $3, $4, $5,
       EXISTS (SELECT FROM sales_order
                 JOIN order_line ON order_line.order_id = sales_order.id
                WHERE sales_order.account_id = $2
                  AND order_line.product_id = product.id
                  AND sales_order.state <> 'temp'
                  AND (sales_order.payment_state = 'paid' OR sales_order.fulfilment_state = 'delivered'))
  FROM product
 WHERE product.id = $1
   AND product.withdrawn_at IS NULL
ON CONFLICT ON CONSTRAINT review_once_per_customer DO UPDATE
   SET stars = EXCLUDED.stars, title = EXCLUDED.title, body = EXCLUDED.body,
       verified = EXCLUDED.verified, created_at = now()
RETURNING (xmax = 0) AS is_new;

-- name: delete_review
-- $1 product, $2 account
DELETE FROM review
 WHERE product_id = $1
   AND account_id = $2;

-- name: add_favorite
-- One row: whether there is such a product on offer, and whether it is a favorite only now.
-- $1 account, $2 product
WITH offered AS (
  SELECT id FROM product WHERE id = $2 AND withdrawn_at IS NULL
), added AS (
  INSERT INTO favorite (account_id, product_id)
  SELECT $1, id FROM offered
  ON CONFLICT DO NOTHING
  RETURNING product_id
)
SELECT EXISTS (SELECT FROM offered) AS is_offered, EXISTS (SELECT FROM added) AS is_added;

-- name: remove_favorite
-- $1 account, $2 product
DELETE FROM favorite
 WHERE account_id = $1
   AND product_id = $2;

-- name: is_favorite
-- One row when it is.
-- $1 account, $2 product
SELECT product_id
  FROM favorite
 WHERE account_id = $1
   AND product_id = $2;

-- name: favorite_products
-- Cards, the latest favorite first.
-- $1 account, $2 how many, $3 how many to pass over
SELECT product.id, product.name, product.slug, brand.name AS brand, product.image, product.price_cents,
       product.in_stock, product.review_count, product.rating_sum,
       product.regular_price_cents, product.lowest_price_cents
  FROM favorite
  JOIN product ON product.id = favorite.product_id
  LEFT JOIN brand ON brand.id = product.brand_id
 WHERE favorite.account_id = $1
   AND product.withdrawn_at IS NULL
 ORDER BY favorite.created_at DESC, favorite.product_id DESC
 LIMIT $2 OFFSET $3;

-- name: policies
SELECT slug, title
  FROM policy
 ORDER BY title;

-- name: policy_by_slug
-- One row a paragraph; a policy without paragraphs has one row with empty texts.
-- $1 slug
SELECT policy.slug, policy.title, policy_paragraph.heading, policy_paragraph.body
  FROM policy
  LEFT JOIN policy_paragraph ON policy_paragraph.policy = policy.slug
 WHERE policy.slug = $1
 ORDER BY policy_paragraph.position;

-- name: addresses
-- What search engines should know, as (kind, id, slug): 'category' and 'policy' have no id.
-- $1 how many at most
(SELECT 'category' AS kind, NULL::bigint AS id, slug FROM category)
 UNION ALL
(SELECT 'policy', NULL, slug FROM policy)
 UNION ALL
(SELECT 'product', id, slug FROM product WHERE withdrawn_at IS NULL)
 LIMIT $1;

-- name: snapshot
-- What this moment sees: see changes.
SELECT pg_current_snapshot()::text AS snapshot, COALESCE(pg_current_xact_id_if_assigned()::text, '') AS own;

-- name: changes
-- One row: the snapshot for the next time, with our own transaction if it has written, which is no part of
-- it; the products and the marks that were changed by transactions that had not ended at the last look: one
-- of $3, or from $2 on. None of them is before $1, which lets an index find them; the highest number of all
-- as upper bound excludes nothing, but tells the planner that they are few.
-- $1 the first transaction that had not ended, $2 the first that had not begun, $3 xid8[] between them
SELECT pg_current_snapshot()::text AS snapshot, COALESCE(pg_current_xact_id_if_assigned()::text, '') AS own,
       array_to_string(ARRAY(SELECT id FROM product
                              WHERE changed_xid BETWEEN $1::text::xid8 AND '18446744073709551615'
                                AND (changed_xid >= $2::text::xid8 OR changed_xid = ANY ($3::text::xid8[]))),
                       ' ') AS products,
       array_to_string(ARRAY(SELECT name FROM change_mark
                              WHERE changed_xid >= $1::text::xid8
                                AND (changed_xid >= $2::text::xid8 OR changed_xid = ANY ($3::text::xid8[]))),
                       E'\n') AS marks;
