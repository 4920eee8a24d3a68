-- What the JSON API shows of products beside their cards; used by cgi-bin/catalog/product_texts.cpp.

-- name: product_texts
-- Description and category of these products; withdrawn ones are left out.
-- $1 bigint[] of products
SELECT product.id, product.description, category.slug AS category_slug, category.name AS category
  FROM product
  JOIN category ON category.id = product.category_id
 WHERE product.id = ANY ($1::bigint[])
   AND product.withdrawn_at IS NULL;

-- name: review_count
-- $1 product
SELECT review_count FROM product WHERE id = $1 AND withdrawn_at IS NULL;

-- name: own_review
-- The review that a customer wrote of a product. $1 product, $2 account
SELECT review.id, account.first_name AS author, review.stars, review.title, review.body,
       review.verified, review.created_at, review.helpful_count
  FROM review
  JOIN account ON account.id = review.account_id
 WHERE review.product_id = $1
   AND review.account_id = $2;

-- name: favorites_after
-- Cards, the latest favorite first; those behind the favorite product $2 unless that is 0.
-- $1 account, $2 product, $3 how many
SELECT product.id, product.name, product.slug, brand.name AS brand, product.image, product.price_cents,
       product.in_stock, product.review_count, product.rating_sum,
       product.regular_price_cents, product.lowest_price_cents
  FROM favorite
  JOIN product ON product.id = favorite.product_id
  LEFT JOIN brand ON brand.id = product.brand_id
 WHERE favorite.account_id = $1
   AND product.withdrawn_at IS NULL
   AND ($2 = 0 OR (favorite.created_at, favorite.product_id) <
                  (SELECT last.created_at, last.product_id FROM favorite AS last
                    WHERE last.account_id = $1 AND last.product_id = $2))
 ORDER BY favorite.created_at DESC, favorite.product_id DESC
 LIMIT $3;

-- name: favorite_count
-- $1 account
SELECT count(*) AS favorites
  FROM favorite
  JOIN product ON product.id = favorite.product_id
 WHERE favorite.account_id = $1
   AND product.withdrawn_at IS NULL;
