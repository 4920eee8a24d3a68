-- The letter that tells a customer that his order left names what was chosen for him, too.

INSERT INTO model_setting (name, value, unit) VALUES
  ('letter_products', 3, 'products');            -- 0: letters name none

-- What was chosen for a customer and can be bought, without what he bought lately or has in his cart; NULL
-- when there is none, and for accounts that said no to being watched.
CREATE FUNCTION letter_suggestions(wanted bigint) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_agg(jsonb_build_object('product_id', s.product_id, 'name', s.name, 'price_cents', s.price_cents,
                                      'because', s.because, 'together', NULLIF(s.together, 0), 'orders', s.orders,
                                      'like', CASE WHEN s.together = 0 THEN s.because END)
                   ORDER BY s.rank)
    FROM (SELECT r.rank, r.product_id, product.name, product.price_cents, because.name AS because,
                 r.together, r.orders
            FROM account_recommendation AS r
            JOIN account ON account.id = r.account_id AND NOT account.no_tracking
            JOIN product ON product.id = r.product_id AND product.withdrawn_at IS NULL AND product.in_stock > 0
            JOIN product AS because ON because.id = r.because_id
           WHERE r.account_id = wanted
             AND r.kind = 'goes_with'
             AND NOT EXISTS (SELECT
                               FROM sales_order AS o
                               JOIN order_line AS l ON l.order_id = o.id
                              WHERE o.account_id = wanted
                                AND l.product_id = r.product_id
                                AND (o.state = 'temp' OR o.placed_at > now() - interval '21 days'))
           ORDER BY r.rank
           LIMIT (SELECT value::integer FROM model_setting WHERE name = 'letter_products')) AS s
$$;

CREATE OR REPLACE FUNCTION queue_order_mail() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO mail (kind, recipient, facts, account_id, order_id)
  SELECT 'order_' || NEW.kind, email,
         order_facts(id) || jsonb_build_object(
           'note', NEW.note,
           'chosen', CASE WHEN NEW.kind = 'shipped' THEN letter_suggestions(account_id) END),
         account_id, id
    FROM sales_order
   WHERE id = NEW.order_id
     AND email LIKE '%_@_%'
     AND (imported_from IS NULL OR NEW.at > now() - interval '1 day');
  RETURN NULL;
END $$;
