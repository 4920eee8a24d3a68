-- Telling other systems what happened: a delivery is written in the same transaction as what it
-- tells, and tools/send_webhooks takes it from here.

CREATE TABLE webhook_endpoint (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  url         text NOT NULL CHECK (url ~ '^https?://' AND length(url) <= 500),
  secret      text NOT NULL,                     -- signs deliveries; shown once
  events      text[] NOT NULL CONSTRAINT webhook_endpoint_events_known CHECK (
                events <@ ARRAY['order.placed', 'order.paid', 'order.shipped', 'product.changed', 'stock.low']),
  active      boolean NOT NULL DEFAULT true,
  created_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE webhook_delivery (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  endpoint_id   bigint NOT NULL REFERENCES webhook_endpoint ON DELETE CASCADE,
  event_id      uuid NOT NULL,                   -- the same at every try, and for every endpoint
  event         text NOT NULL,
  payload       jsonb NOT NULL,
  state         text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'dead')),
  attempts      integer NOT NULL DEFAULT 0,
  created_at    timestamptz NOT NULL DEFAULT now(),
  next_try_at   timestamptz NOT NULL DEFAULT now(),
  delivered_at  timestamptz,
  last_status   integer,
  last_error    text,
  CONSTRAINT webhook_delivery_when CHECK ((state = 'delivered') = (delivered_at IS NOT NULL))
);
CREATE INDEX webhook_delivery_waiting ON webhook_delivery (next_try_at, id) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_by_endpoint ON webhook_delivery (endpoint_id);

CREATE FUNCTION queue_webhook(wanted text, facts jsonb) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO webhook_delivery (endpoint_id, event_id, event, payload)
  SELECT endpoint.id, event.id, wanted,
         jsonb_build_object('id', event.id, 'event', wanted,
                            'created_at', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                            'data', facts)
    FROM webhook_endpoint AS endpoint, (SELECT gen_random_uuid() AS id) AS event
   WHERE endpoint.active
     AND wanted = ANY (endpoint.events)
$$;
REVOKE EXECUTE ON FUNCTION queue_webhook(text, jsonb) FROM PUBLIC;

CREATE FUNCTION tell_order_event() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM queue_webhook('order.' || NEW.kind,
            jsonb_build_object('order_id', id, 'number', number, 'user_id', account_id, 'state', state,
                               'payment_state', payment_state, 'fulfilment_state', fulfilment_state,
                               'total_cents', total_cents, 'currency', currency))
     FROM sales_order
    WHERE id = NEW.order_id
      AND imported_from IS NULL;
  RETURN NULL;
END $$;
-- At the end of the transaction, so that the order is as it will be.
CREATE CONSTRAINT TRIGGER order_event_tells AFTER INSERT ON order_event DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind IN ('placed', 'paid', 'shipped')) EXECUTE FUNCTION tell_order_event();

CREATE FUNCTION tell_product_change() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  facts jsonb := jsonb_build_object('product_id', NEW.id, 'sku', NEW.sku, 'name', NEW.name,
                                    'price_cents', NEW.price_cents, 'in_stock', NEW.in_stock,
                                    'withdrawn', NEW.withdrawn_at IS NOT NULL);
BEGIN
  IF (NEW.name, NEW.description, NEW.price_cents, NEW.category_id, NEW.brand_id, NEW.withdrawn_at)
     IS DISTINCT FROM
     (OLD.name, OLD.description, OLD.price_cents, OLD.category_id, OLD.brand_id, OLD.withdrawn_at) THEN
    PERFORM queue_webhook('product.changed', facts);
  END IF;
  IF NEW.in_stock <= 3 AND OLD.in_stock > 3 THEN
    PERFORM queue_webhook('stock.low', facts);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER product_tells AFTER UPDATE OF name, description, price_cents, category_id, brand_id, withdrawn_at, in_stock
  ON product FOR EACH ROW EXECUTE FUNCTION tell_product_change();
