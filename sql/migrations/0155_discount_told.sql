-- Letters about an order name what was taken off it.

CREATE OR REPLACE FUNCTION order_facts(wanted bigint) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
           'order_id', o.id, 'number', o.number, 'placed_at', o.placed_at, 'currency', o.currency,
           'subtotal_cents', o.subtotal_cents, 'shipping_cents', o.shipping_cents, 'tax_cents', o.tax_cents,
           'total_cents', o.total_cents, 'tax_name', o.tax_name, 'tax_contained', o.tax_included IS TRUE,
           'shipping_name', o.shipping_name, 'name', o.ship_name, 'street', o.ship_street,
           'postal_code', o.ship_postal_code, 'city', o.ship_city, 'country', o.ship_country,
           'customer', o.account_id IS NOT NULL, 'guest', o.account_id IS NULL,
           'bank_account', CASE WHEN o.payment_method = 'bank_transfer' AND o.payment_state = 'unpaid'
                                THEN (SELECT value FROM setting WHERE setting.name = 'bank_account') END,
           'cash', o.payment_method = 'cash_on_delivery' AND o.payment_state = 'unpaid',
           'line', (SELECT jsonb_agg(jsonb_build_object('name', l.product_name, 'quantity', l.quantity,
                                                        'sum_cents', l.quantity * l.unit_price_cents) ORDER BY l.id)
                      FROM order_line AS l
                     WHERE l.order_id = o.id),
           'discount', (SELECT jsonb_agg(jsonb_build_object('name', d.name, 'sum_cents', - d.amount_cents)
                                         ORDER BY d.position)
                          FROM order_discount AS d
                         WHERE d.order_id = o.id
                           AND d.amount_cents > 0))
    FROM sales_order AS o
   WHERE o.id = wanted
$$;
