-- Rows for tests; used by tests/support only.

-- name: category_named
-- $1 slug, $2 name
INSERT INTO category (slug, name) VALUES ($1, $2)
ON CONFLICT (slug) DO UPDATE SET name = EXCLUDED.name
RETURNING id;

-- name: brand_named
-- $1 slug, $2 name
INSERT INTO brand (slug, name) VALUES ($1, $2)
ON CONFLICT (slug) DO UPDATE SET name = EXCLUDED.name
RETURNING id;

-- name: make_product
-- $1 sku, $2 slug, $3 name, $4 description, $5 category, $6 brand, $7 price, $8 pieces
INSERT INTO product (sku, slug, name, description, category_id, brand_id, price_cents, in_stock)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
RETURNING id;

-- name: make_attribute
-- $1 product, $2 position, $3 name, $4 value
INSERT INTO product_attribute (product_id, position, name, value) VALUES ($1, $2, $3, $4);

-- name: make_units
-- $1 product, $2 pieces, $3 price: the cost is half of it
WITH center AS (
  INSERT INTO distribution_center (name) VALUES ('Test centre')
  ON CONFLICT (name) DO UPDATE SET name = EXCLUDED.name
  RETURNING id
)
INSERT INTO inventory_item (product_id, center_id, cost_cents)
SELECT $1, center.id, $3::bigint / 2
  FROM center, generate_series(1, $2::integer);

-- name: make_account
-- $1 user name, $2 e-mail, $3 first name, $4 role, $5 country
INSERT INTO account (username, email, first_name, role, country) VALUES ($1, $2, $3, $4, $5)
RETURNING id;

-- name: make_tax_rates
INSERT INTO tax_rate (country, name, rate_bp, included)
VALUES ('', 'VAT', 2000, true), ('US', 'sales tax', 825, false), ('DE', 'VAT', 1900, true)
ON CONFLICT DO NOTHING;

-- name: make_shipping_methods
INSERT INTO shipping_method (code, name, price_cents, free_from_cents, days_min, days_max, position)
VALUES ('standard', 'Standard delivery', 495, 6000, 3, 5, 1),
       ('express', 'Express delivery', 1295, NULL, 1, 2, 2)
ON CONFLICT DO NOTHING;
