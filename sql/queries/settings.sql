-- What the shopkeeper sets by form; used by cgi-bin/admin and by every process (site_settings).

-- name: site_settings
-- What every page needs to know; read anew every few seconds.
SELECT name, value
  FROM setting
 WHERE name IN ('shop_name', 'payments_off', 'logo', 'chat_prompts_per_session', 'llm_prompts_per_session');

-- name: all_settings
SELECT name, value
  FROM setting;

-- name: set_setting
-- An empty value takes the setting away.
-- $1 name, $2 value, $3 now
WITH gone AS (
  DELETE FROM setting
   WHERE name = $1
     AND $2 = ''
)
INSERT INTO setting (name, value, changed_at)
SELECT $1, $2, $3::timestamptz
 WHERE $2 <> ''
ON CONFLICT (name) DO UPDATE
   SET value = EXCLUDED.value, changed_at = EXCLUDED.changed_at
 WHERE setting.value <> EXCLUDED.value;

-- name: tax_rates
SELECT country, name, rate_bp, included, md5(tax_rate::text) AS version
  FROM tax_rate
 ORDER BY country <> '', country;

-- name: add_tax_rate
-- No row touched when the country has one.
-- $1 country, $2 name, $3 rate, $4 included
INSERT INTO tax_rate (country, name, rate_bp, included)
VALUES ($1, $2, $3, $4)
ON CONFLICT (country) DO NOTHING;

-- name: set_tax_rate
-- No row touched when somebody changed it since.
-- $1 country, $2 version, $3 name, $4 rate, $5 included
UPDATE tax_rate
   SET name = $3, rate_bp = $4, included = $5
 WHERE country = $1
   AND md5(tax_rate::text) = $2;

-- name: drop_tax_rate
-- $1 country, $2 version
DELETE FROM tax_rate
 WHERE country = $1
   AND md5(tax_rate::text) = $2;

-- name: shipping_methods
SELECT code, name, country, price_cents, free_from_cents, days_min, days_max, position, md5(shipping_method::text) AS version
  FROM shipping_method
 ORDER BY position, code;

-- name: add_shipping_method
-- No row touched when there is such a code.
-- $1 code, $2 name, $3 country or '', $4 price, $5 free from or NULL, $6 least days, $7 most days, $8 position
INSERT INTO shipping_method (code, name, country, price_cents, free_from_cents, days_min, days_max, position)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (code) DO NOTHING;

-- name: set_shipping_method
-- No row touched when somebody changed it since.
-- $1 code, $2 version, $3 name, $4 country or '', $5 price, $6 free from or NULL, $7 least days, $8 most days, $9 position
UPDATE shipping_method
   SET name = $3, country = $4, price_cents = $5, free_from_cents = $6, days_min = $7, days_max = $8, position = $9
 WHERE code = $1
   AND md5(shipping_method::text) = $2;

-- name: drop_shipping_method
-- $1 code, $2 version
DELETE FROM shipping_method
 WHERE code = $1
   AND md5(shipping_method::text) = $2;

-- name: lock_policy
-- What it says now, for telling whether somebody changed it since.
-- $1 slug
SELECT policy.slug, policy.title
  FROM policy
 WHERE policy.slug = $1
   FOR UPDATE;

-- name: set_policy
-- $1 slug, $2 title, $3 headings, $4 bodies
WITH named AS (
  UPDATE policy
     SET title = $2
   WHERE slug = $1
), gone AS (
  DELETE FROM policy_paragraph
   WHERE policy = $1
     AND position > array_length($3::text[], 1)
)
INSERT INTO policy_paragraph (policy, position, heading, body)
SELECT $1, number, heading, body
  FROM unnest($3::text[], $4::text[]) WITH ORDINALITY AS paragraph (heading, body, number)
ON CONFLICT (policy, position) DO UPDATE
   SET heading = EXCLUDED.heading, body = EXCLUDED.body
 WHERE (policy_paragraph.heading, policy_paragraph.body) <> (EXCLUDED.heading, EXCLUDED.body);
