-- Mail to be sent: a row is written in the same transaction as what it tells, and tools/send_mail
-- takes it from here. Nothing that was committed stays untold, nothing that was rolled back is told.

CREATE TABLE mail (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_key  uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT mail_key_taken UNIQUE,  -- the same Message-ID at every try
  kind         text NOT NULL CHECK (kind ~ '^[a-z_]+$'),   -- 'order_shipped': chooses the template
  recipient    text NOT NULL CHECK (recipient <> ''),
  facts        jsonb NOT NULL,                 -- what the letter says, as it was when it was queued
  secret       jsonb,                          -- one-time links: staff never see them, forgotten when sent
  account_id   bigint REFERENCES account ON DELETE CASCADE,
  order_id     bigint REFERENCES sales_order ON DELETE CASCADE,
  state        text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'dead')),
  attempts     integer NOT NULL DEFAULT 0,
  created_at   timestamptz NOT NULL DEFAULT now(),
  next_try_at  timestamptz NOT NULL DEFAULT now(),   -- while a sender is at work: when another one may try
  sent_at      timestamptz,
  last_error   text NOT NULL DEFAULT '',
  CONSTRAINT mail_sent_when CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
  CONSTRAINT mail_sent_forgets CHECK (state <> 'sent' OR secret IS NULL)
);
CREATE INDEX mail_waiting ON mail (next_try_at, id) WHERE state = 'waiting';
CREATE INDEX mail_by_state ON mail (state, id DESC);
CREATE INDEX mail_by_account ON mail (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX mail_by_order ON mail (order_id) WHERE order_id IS NOT NULL;

-- What a letter about an order says.
CREATE FUNCTION order_facts(wanted bigint) RETURNS jsonb LANGUAGE sql STABLE AS $$
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
                     WHERE l.order_id = o.id))
    FROM sales_order AS o
   WHERE o.id = wanted
$$;

-- Whoever changes an order writes what happened; the letter follows from that. At the end of the
-- transaction, so that the order is as it will be. History that is brought in from elsewhere
-- (parley.quiet) is told to nobody.
CREATE FUNCTION queue_order_mail() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO mail (kind, recipient, facts, account_id, order_id)
  SELECT 'order_' || NEW.kind, email, order_facts(id) || jsonb_build_object('note', NEW.note), account_id, id
    FROM sales_order
   WHERE id = NEW.order_id
     AND email LIKE '%_@_%'
     AND (imported_from IS NULL OR NEW.at > now() - interval '1 day');
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER order_event_is_told AFTER INSERT ON order_event DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind IN ('placed', 'paid', 'shipped', 'refunded', 'cancelled')
                     AND current_setting('parley.quiet', true) IS DISTINCT FROM 'on')
  EXECUTE FUNCTION queue_order_mail();

-- An order that forgets its customer forgets the letters to him, but for those on their way.
CREATE FUNCTION forget_order_mail() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM mail WHERE order_id = NEW.id AND state <> 'waiting';
  RETURN NULL;
END $$;
CREATE TRIGGER order_mail_is_forgotten AFTER UPDATE OF email, forget_contact, state ON sales_order
  FOR EACH ROW WHEN (NEW.email IS NULL AND OLD.email IS NOT NULL)
  EXECUTE FUNCTION forget_order_mail();
