-- What a running process may keep of what it has read. Products tell of their changes by themselves
-- (product.changed_xid); what changes seldom tells by a mark, one for each kind, so that a process asks one
-- small table. A mark is the transaction that changed something last. A transaction that sets a mark holds
-- its row until it ends: only for what staff and tools change.
CREATE TABLE change_mark (
  name         text PRIMARY KEY,
  changed_xid  xid8 NOT NULL DEFAULT pg_current_xact_id()
);
INSERT INTO change_mark (name)
VALUES ('categories'),      -- the tree: names, addresses, order
       ('search rules'),    -- the shopkeeper's words
       ('search factors'),  -- what visitors taught the search
       ('companions'),      -- what goes with what
       ('prices');          -- shipping methods, tax rates, which promotions there are

CREATE FUNCTION set_change_mark() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE change_mark SET changed_xid = pg_current_xact_id()
   WHERE name = TG_ARGV[0] AND changed_xid <> pg_current_xact_id();
  RETURN NULL;
END $$;

CREATE TRIGGER sets_change_mark AFTER INSERT OR UPDATE OR DELETE ON category
  FOR EACH STATEMENT EXECUTE FUNCTION set_change_mark('categories');
CREATE TRIGGER sets_change_mark AFTER INSERT OR UPDATE OR DELETE ON search_rule
  FOR EACH STATEMENT EXECUTE FUNCTION set_change_mark('search rules');
CREATE TRIGGER sets_change_mark AFTER INSERT OR UPDATE OR DELETE ON search_factor
  FOR EACH STATEMENT EXECUTE FUNCTION set_change_mark('search factors');
CREATE TRIGGER sets_change_mark AFTER INSERT OR UPDATE OF state OR DELETE ON model_version
  FOR EACH STATEMENT EXECUTE FUNCTION set_change_mark('search factors');
CREATE TRIGGER sets_change_mark AFTER INSERT OR UPDATE OR DELETE ON model_setting
  FOR EACH STATEMENT EXECUTE FUNCTION set_change_mark('search factors');
CREATE TRIGGER sets_change_mark AFTER INSERT OR UPDATE OR DELETE ON item_neighbour
  FOR EACH STATEMENT EXECUTE FUNCTION set_change_mark('companions');
CREATE TRIGGER sets_change_mark AFTER INSERT OR UPDATE OR DELETE ON shipping_method
  FOR EACH STATEMENT EXECUTE FUNCTION set_change_mark('prices');
CREATE TRIGGER sets_change_mark AFTER INSERT OR UPDATE OR DELETE ON tax_rate
  FOR EACH STATEMENT EXECUTE FUNCTION set_change_mark('prices');
CREATE TRIGGER sets_change_mark AFTER INSERT OR UPDATE OF active OR DELETE ON promotion
  FOR EACH STATEMENT EXECUTE FUNCTION set_change_mark('prices');

-- Categories told so by columns of their own until now.
DROP TRIGGER category_gone_marks ON category;
DROP FUNCTION mark_category_gone();
CREATE OR REPLACE FUNCTION mark_category_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.slug, NEW.name, NEW.parent_id, NEW.position) IS DISTINCT FROM (OLD.slug, OLD.name, OLD.parent_id, OLD.position)
  THEN
    NEW.version := OLD.version + 1;
  END IF;
  RETURN NEW;
END $$;
ALTER TABLE category DROP COLUMN changed_xid;

-- A product's page shows its reviews: their votes and their authors' names are changes of it.
CREATE FUNCTION mark_product_of_vote() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE product SET changed_xid = pg_current_xact_id() WHERE id = NEW.product_id;
  RETURN NULL;
END $$;
CREATE TRIGGER review_vote_marks AFTER UPDATE OF helpful_count ON review
  FOR EACH ROW WHEN (NEW.helpful_count <> OLD.helpful_count) EXECUTE FUNCTION mark_product_of_vote();

CREATE FUNCTION mark_products_of_author() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE product SET changed_xid = pg_current_xact_id()
   WHERE id IN (SELECT product_id FROM review WHERE account_id = NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER author_rename_marks AFTER UPDATE OF first_name ON account
  FOR EACH ROW WHEN (NEW.first_name <> OLD.first_name) EXECUTE FUNCTION mark_products_of_author();

-- A mark is no deed of anybody.
CREATE OR REPLACE FUNCTION unaudited_tables() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY['audit_log', 'schema_migration', 'rate_limit', 'mail', 'account_link', 'recovery_code', 'log_in',
               'token_family', 'refresh_token', 'visit_event', 'message', 'message_product', 'message_fact',
               'favorite', 'order_line', 'order_event', 'order_step', 'inventory_item',
               'csv_import_account', 'csv_import_order', 'change_mark']
$$;
