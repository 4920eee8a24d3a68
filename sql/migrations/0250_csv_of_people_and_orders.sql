-- CSV files of customers and of orders, beside those of products and stock; variants in those of
-- products.

ALTER TABLE csv_import
  DROP CONSTRAINT csv_import_kind_check,
  ADD CONSTRAINT csv_import_kind_check CHECK (kind IN ('products', 'stock', 'customers', 'orders'));
ALTER TABLE csv_upload
  DROP CONSTRAINT csv_upload_kind_check,
  ADD CONSTRAINT csv_upload_kind_check CHECK (kind IN ('products', 'stock', 'customers', 'orders'));
ALTER TABLE csv_import_product ADD COLUMN family_id bigint;

-- What customers were like before an import of customers, and after it: whoever is not as it left him
-- was changed since. Goes with the account.
CREATE TABLE csv_import_account (
  import_id   bigint NOT NULL REFERENCES csv_import ON DELETE CASCADE,
  account_id  bigint NOT NULL REFERENCES account ON DELETE CASCADE,
  before      jsonb,                              -- NULL: made by the import
  after       jsonb NOT NULL,
  PRIMARY KEY (import_id, account_id)
);
CREATE INDEX csv_import_account_by_account ON csv_import_account (account_id);

-- What an import of customers may change.
CREATE FUNCTION customer_facts(person account) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object('first_name', person.first_name, 'last_name', person.last_name, 'phone', person.phone,
                            'street', person.street, 'postal_code', person.postal_code, 'city', person.city,
                            'country', person.country)
$$;

-- Orders that an import brought, each with the last row of its history: a later one means that
-- somebody has worked on it since.
CREATE TABLE csv_import_order (
  import_id   bigint NOT NULL REFERENCES csv_import ON DELETE CASCADE,
  order_id    bigint NOT NULL REFERENCES sales_order ON DELETE CASCADE,
  last_event  bigint NOT NULL,
  PRIMARY KEY (import_id, order_id)
);
CREATE INDEX csv_import_order_by_order ON csv_import_order (order_id);

-- The audit log must not keep what a person may want to be forgotten, and these rows hold nothing else;
-- imports of orders are counted in thousands.
CREATE OR REPLACE FUNCTION unaudited_tables() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY['audit_log', 'schema_migration', 'rate_limit', 'mail', 'account_link', 'recovery_code', 'log_in',
               'token_family', 'refresh_token', 'visit_event', 'message', 'message_product', 'message_fact',
               'favorite', 'order_line', 'order_event', 'order_step', 'inventory_item',
               'csv_import_account', 'csv_import_order']
$$;

-- Orders from elsewhere bring their numbers: the next one of our own is the next that nobody has.
CREATE FUNCTION next_order_number() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  wanted text;
BEGIN
  LOOP
    wanted := nextval('order_number')::text;
    EXIT WHEN NOT EXISTS (SELECT FROM sales_order WHERE number = wanted);
  END LOOP;
  RETURN wanted;
END $$;

-- History that is brought in is told to nobody, and does not even queue the question.
DROP TRIGGER order_event_tells ON order_event;
CREATE CONSTRAINT TRIGGER order_event_tells AFTER INSERT ON order_event DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.kind IN ('placed', 'paid', 'shipped')
                     AND current_setting('parley.quiet', true) IS DISTINCT FROM 'on')
  EXECUTE FUNCTION tell_order_event();
