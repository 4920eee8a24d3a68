-- How many reviews a product has with one, two, … five stars, kept with it like review_count: the
-- product page shows them at every call, whether there are three reviews or thirty thousand.
ALTER TABLE product ADD COLUMN star_counts integer[] NOT NULL DEFAULT '{0,0,0,0,0}'
  CHECK (cardinality(star_counts) = 5 AND 0 <= ALL (star_counts));

UPDATE product
   SET star_counts = counted.stars
  FROM (SELECT product_id, ARRAY[count(*) FILTER (WHERE stars = 1), count(*) FILTER (WHERE stars = 2),
                                 count(*) FILTER (WHERE stars = 3), count(*) FILTER (WHERE stars = 4),
                                 count(*) FILTER (WHERE stars = 5)] AS stars
          FROM review
         WHERE state = 'shown'
         GROUP BY product_id) AS counted
 WHERE counted.product_id = product.id;

-- Stars count as long as the review is shown.
CREATE OR REPLACE FUNCTION count_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.state = 'shown' THEN
    UPDATE product SET rating_sum = rating_sum - OLD.stars, review_count = review_count - 1,
                       star_counts[OLD.stars] = star_counts[OLD.stars] - 1
     WHERE id = OLD.product_id;
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.state = 'shown' THEN
    UPDATE product SET rating_sum = rating_sum + NEW.stars, review_count = review_count + 1,
                       star_counts[NEW.stars] = star_counts[NEW.stars] + 1
     WHERE id = NEW.product_id;
  END IF;
  RETURN NULL;
END $$;

-- As before, and the new count is no news for the audit log either.
CREATE OR REPLACE FUNCTION audit_values(row_data jsonb, subject text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT COALESCE(jsonb_object_agg(key, CASE
           WHEN value = 'null' THEN value
           WHEN key IN ('password_hash', 'totp_secret', 'token', 'checkout_token', 'secret', 'visitor') THEN '"(secret)"'
           WHEN subject IN ('account', 'sales_order')
            AND key IN ('email', 'first_name', 'last_name', 'phone', 'street', 'postal_code', 'city',
                        'ship_name', 'ship_street', 'ship_postal_code', 'ship_city') THEN '"(personal)"'
           ELSE value END), '{}')
    FROM jsonb_each(row_data)
   WHERE key NOT IN ('changed_xid', 'last_login_at', 'totp_last_step', 'rating_sum', 'review_count', 'star_counts',
                     'sold_count')
$$;
