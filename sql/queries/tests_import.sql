-- What the tests of tools/import look at.

-- name: product
-- $1 imported_from
SELECT p.id, p.sku, p.name, p.price_cents, p.in_stock, p.sold_count, p.rating_sum, p.review_count,
       c.name AS category, COALESCE(b.name, '') AS brand, p.image,
       (SELECT string_agg(a.name || '=' || a.value, '; ' ORDER BY a.position)
          FROM product_attribute a WHERE a.product_id = p.id) AS attributes,
       (SELECT count(*) FROM inventory_item i WHERE i.product_id = p.id AND i.sold_at IS NULL) AS free_pieces,
       (SELECT count(*) FROM inventory_item i WHERE i.product_id = p.id AND i.sold_at IS NOT NULL) AS sold_pieces
  FROM product p
  JOIN category c ON c.id = p.category_id
  LEFT JOIN brand b ON b.id = p.brand_id
 WHERE p.imported_from = $1;

-- name: account
-- $1 imported_from
SELECT username, email, first_name, last_name, city, country, role, password_hash IS NULL AS no_password
  FROM account WHERE imported_from = $1;

-- name: order_of
-- $1 imported_from
SELECT o.number, o.state, o.payment_state, o.fulfilment_state, o.subtotal_cents, o.shipping_cents,
       o.total_cents, o.placed_at, o.account_id IS NULL AS is_guest, o.ship_country,
       (SELECT string_agg(l.quantity || ' x ' || p.sku || ' at ' || l.unit_price_cents, '; ' ORDER BY p.sku)
          FROM order_line l JOIN product p ON p.id = l.product_id WHERE l.order_id = o.id) AS lines,
       (SELECT string_agg(e.kind || CASE WHEN e.note <> '' THEN ' ' || e.note ELSE '' END, '; ' ORDER BY e.id)
          FROM order_event e WHERE e.order_id = o.id) AS events
  FROM sales_order o WHERE o.imported_from = $1;

-- name: sizes
-- Everything that an import may add to.
SELECT (SELECT count(*) FROM product) || ' ' || (SELECT count(*) FROM product_attribute) || ' ' ||
       (SELECT count(*) FROM account) || ' ' || (SELECT count(*) FROM sales_order) || ' ' ||
       (SELECT count(*) FROM order_line) || ' ' || (SELECT count(*) FROM order_event) || ' ' ||
       (SELECT count(*) FROM inventory_item) || ' ' || (SELECT count(*) FROM review) || ' ' ||
       (SELECT count(*) FROM visit_event) || ' ' || (SELECT count(*) FROM category) || ' ' ||
       (SELECT count(*) FROM brand) || ' ' || (SELECT count(*) FROM distribution_center) || ' ' ||
       (SELECT COALESCE(sum(sold_count), 0) FROM product) || ' ' ||
       (SELECT COALESCE(sum(in_stock), 0) FROM product) AS sizes;

-- name: visits_of
-- $1 visitor
SELECT string_agg(kind || ' ' || detail || CASE WHEN product_id IS NOT NULL THEN ' of a product' ELSE '' END,
                  '; ' ORDER BY at) AS visits
  FROM visit_event WHERE visitor = $1;
