-- Coupons and automatic rules; used by cgi-bin/orders.

-- name: promotions_of_cart
-- The automatic promotions and that of the cart's coupon, in the order in which they are taken off,
-- each with what speaks against it now. eligible_cents is NULL when it is for all goods.
-- $1 account, $2 visitor, $3 now (NULL: the database's), $4 the customer's e-mail or NULL
WITH candidate AS (
  SELECT promotion.*, cart.id AS cart_id
    FROM promotion
    JOIN sales_order AS cart ON cart.state = 'temp' AND (cart.account_id = $1 OR cart.visitor = $2)
   WHERE promotion.active
     AND (promotion.code IS NULL OR promotion.code = cart.coupon)
)
SELECT candidate.id, name, COALESCE(code, '') AS code, kind, rate_bp, amount_cents, minimum_cents, combines,
       CASE WHEN candidate.category_id IS NOT NULL THEN
            (SELECT COALESCE(sum(order_line.quantity * product.price_cents), 0)::bigint
               FROM order_line
               JOIN product ON product.id = order_line.product_id
              WHERE order_line.order_id = candidate.cart_id
                AND lies_in(product.category_id, candidate.category_id))
       END AS eligible_cents,
       COALESCE(starts_at > COALESCE($3, now()), false) AS too_early,
       COALESCE(ends_at <= COALESCE($3, now()), false) AS over,
       COALESCE(used_count >= limit_total, false) AS used_up,
       limit_per_customer IS NOT NULL AND
         (SELECT count(*)
            FROM order_discount
            JOIN sales_order ON sales_order.id = order_discount.order_id
           WHERE order_discount.promotion_id = candidate.id
             AND sales_order.state NOT IN ('temp', 'cancelled')
             AND (sales_order.account_id = $1 OR lower(sales_order.email) = lower($4))) >= limit_per_customer AS used_by_customer,
       first_order AND EXISTS
         (SELECT FROM sales_order
           WHERE state NOT IN ('temp', 'cancelled')
             AND (account_id = $1 OR lower(email) = lower($4))) AS ordered_before
  FROM candidate
 ORDER BY priority, candidate.id;

-- name: has_promotions
SELECT EXISTS (SELECT FROM promotion WHERE active) AS has_promotions;

-- name: coupon_of_cart
-- The coupon that the cart holds; NULL without one.
-- $1 account, $2 visitor
SELECT coupon
  FROM sales_order
 WHERE state = 'temp'
   AND (account_id = $1 OR visitor = $2);

-- name: enter_coupon
-- One row touched when there is a cart and such a coupon.
-- $1 account, $2 visitor, $3 code
UPDATE sales_order
   SET coupon = $3
 WHERE state = 'temp'
   AND (account_id = $1 OR visitor = $2)
   AND EXISTS (SELECT FROM promotion WHERE code = $3 AND active);

-- name: drop_coupon
-- $1 account, $2 visitor
UPDATE sales_order
   SET coupon = NULL
 WHERE state = 'temp'
   AND (account_id = $1 OR visitor = $2);

-- name: adopt_coupon
-- At log-in the guest's coupon goes with his lines, unless the customer's cart has one.
-- $1 account, $2 visitor
UPDATE sales_order AS own
   SET coupon = guest.coupon
  FROM sales_order AS guest
 WHERE own.state = 'temp'
   AND own.account_id = $1
   AND own.coupon IS NULL
   AND guest.state = 'temp'
   AND guest.visitor = $2
   AND guest.coupon IS NOT NULL;

-- name: keep_discounts
-- What was taken off a placed order. $1 order, $2 promotions, $3 names, $4 codes, $5 amounts
INSERT INTO order_discount (order_id, position, promotion_id, name, code, amount_cents)
SELECT $1, place, promotion_id, name, NULLIF(code, ''), amount_cents
  FROM unnest($2::bigint[], $3::text[], $4::text[], $5::bigint[]) WITH ORDINALITY
       AS discount (promotion_id, name, code, amount_cents, place)
 ORDER BY place;

-- name: order_discounts
-- $1 order
SELECT promotion_id, name, COALESCE(code, '') AS code, amount_cents
  FROM order_discount
 WHERE order_id = $1
 ORDER BY position;

-- name: promotions_page
-- For staff, the newest first; with how much each took off.
-- $1 only those before this id (NULL: from the newest on), $2 words in name or code (NULL: any),
-- $3 most rows
SELECT promotion.id, name, COALESCE(code, '') AS code, kind, rate_bp, amount_cents, minimum_cents, starts_at,
       ends_at, limit_total, used_count, active,
       (SELECT COALESCE(sum(order_discount.amount_cents), 0)::bigint
          FROM order_discount
          JOIN sales_order ON sales_order.id = order_discount.order_id
         WHERE order_discount.promotion_id = promotion.id
           AND sales_order.state <> 'cancelled') AS taken_off_cents
  FROM promotion
 WHERE ($1::bigint IS NULL OR promotion.id < $1)
   AND ($2::text IS NULL OR strpos(lower(name), lower($2)) > 0 OR strpos(lower(code), lower($2)) > 0)
 ORDER BY promotion.id DESC
 LIMIT $3;

-- name: promotion_to_edit
-- $1 id
SELECT id, version, name, COALESCE(code, '') AS code, kind, COALESCE(rate_bp, 0) AS rate_bp,
       COALESCE(amount_cents, 0) AS amount_cents, minimum_cents, COALESCE(category_id, 0) AS category_id,
       first_order, combines, priority, starts_at, ends_at, limit_total, limit_per_customer, used_count, active
  FROM promotion
 WHERE id = $1;

-- name: create_promotion
-- $1 name, $2 code or NULL, $3 kind, $4 rate or NULL, $5 amount or NULL, $6 minimum, $7 category or NULL,
-- $8 first order only, $9 combines, $10 priority, $11 start or NULL, $12 end or NULL,
-- $13 limit in all or NULL, $14 limit per customer or NULL, $15 active
INSERT INTO promotion (name, code, kind, rate_bp, amount_cents, minimum_cents, category_id, first_order, combines,
                       priority, starts_at, ends_at, limit_total, limit_per_customer, active)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
RETURNING id;

-- name: save_promotion
-- One row when it still has this version. $1 … $15 as above, $16 id, $17 version
UPDATE promotion
   SET name = $1, code = $2, kind = $3, rate_bp = $4, amount_cents = $5, minimum_cents = $6, category_id = $7,
       first_order = $8, combines = $9, priority = $10, starts_at = $11, ends_at = $12, limit_total = $13,
       limit_per_customer = $14, active = $15
 WHERE id = $16
   AND version = $17
RETURNING id;
