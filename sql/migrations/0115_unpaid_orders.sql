-- How long an unpaid order may keep its pieces, by the way it is to be paid; NULL: for ever.
-- Settings: unpaid_card_minutes (60), unpaid_days (14).
CREATE FUNCTION unpaid_life(method text) RETURNS interval LANGUAGE sql STABLE AS $$
  SELECT CASE method
           WHEN 'cash_on_delivery' THEN NULL
           WHEN 'bank_transfer' THEN
             COALESCE((SELECT value::integer FROM setting
                        WHERE name = 'unpaid_days' AND value ~ '^[0-9]{1,4}$'), 14) * interval '1 day'
           ELSE
             CASE WHEN method IS NOT NULL THEN
               COALESCE((SELECT value::integer FROM setting
                          WHERE name = 'unpaid_card_minutes' AND value ~ '^[0-9]{1,6}$'), 60) * interval '1 minute'
             END
         END
$$;

CREATE INDEX sales_order_unpaid ON sales_order (id) WHERE state = 'placed' AND payment_state = 'unpaid';

-- The receipt of a withdrawal goes out with the withdrawal itself, at the end of its transaction.
CREATE FUNCTION queue_withdrawal_mail() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO mail (kind, recipient, facts, account_id, order_id)
  SELECT 'withdrawal_receipt', sales_order.email,
         jsonb_build_object(
           'name', sales_order.ship_name, 'number', sales_order.number, 'received_at', NEW.created_at,
           'note', NEW.reason,
           'line', (SELECT jsonb_agg(jsonb_build_object('quantity', return_line.quantity,
                                                        'name', order_line.product_name) ORDER BY order_line.id)
                      FROM return_line
                      JOIN order_line ON order_line.id = return_line.order_line_id
                     WHERE return_line.return_id = NEW.id)),
         sales_order.account_id, sales_order.id
    FROM sales_order
   WHERE sales_order.id = NEW.order_id
     AND sales_order.email LIKE '%_@_%';
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER return_request_is_told AFTER INSERT ON return_request DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION queue_withdrawal_mail();
