-- What staff changed: who, when, from where, before and after. Rows are only ever added, each one holds
-- the hash of the one before, so that nothing can be taken out or changed unseen.

CREATE TABLE audit_log (
  id             bigint PRIMARY KEY,             -- 1, 2, 3 … without gaps
  at             timestamptz NOT NULL,
  actor_id       bigint,                         -- account; no foreign key: the entry outlives it
  actor          text NOT NULL,                  -- user name at that time
  address        text NOT NULL,
  request        text NOT NULL,                  -- id of the request, as in the program's log
  database_role  text NOT NULL,                  -- which role wrote: staff's is parley_admin
  action         text NOT NULL CHECK (action IN ('INSERT', 'UPDATE', 'DELETE')),
  subject        text NOT NULL,                  -- table
  subject_key    text NOT NULL,                  -- its id, slug, code or name
  before         jsonb,                          -- of an update: only what changed
  after          jsonb,
  previous_hash  bytea NOT NULL,
  hash           bytea NOT NULL
);
CREATE INDEX audit_log_by_subject ON audit_log (subject, subject_key, id DESC);
CREATE INDEX audit_log_by_actor ON audit_log (lower(actor), id DESC);

-- The hash of an entry; its text must not depend on any setting of the session.
CREATE FUNCTION audit_hash(entry audit_log) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(entry.previous_hash || convert_to(jsonb_build_array(
           entry.id, (extract(epoch FROM entry.at) * 1000000)::bigint, entry.actor_id, entry.actor, entry.address,
           entry.request, entry.database_role, entry.action, entry.subject, entry.subject_key,
           entry.before, entry.after)::text, 'UTF8'))
$$;

-- What the log must not hold: secrets, and what the person may want to be forgotten. That it changed
-- is kept, what it was is not.
CREATE FUNCTION audit_values(row_data jsonb, subject text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT COALESCE(jsonb_object_agg(key, CASE
           WHEN value = 'null' THEN value
           WHEN key IN ('password_hash', 'totp_secret', 'token', 'checkout_token', 'secret', 'visitor') THEN '"(secret)"'
           WHEN subject IN ('account', 'sales_order')
            AND key IN ('email', 'first_name', 'last_name', 'phone', 'street', 'postal_code', 'city',
                        'ship_name', 'ship_street', 'ship_postal_code', 'ship_city') THEN '"(personal)"'
           ELSE value END), '{}')
    FROM jsonb_each(row_data)
   WHERE key NOT IN ('changed_xid', 'last_login_at', 'totp_last_step', 'rating_sum', 'review_count', 'sold_count')
$$;

-- One for all tables. At the end of the transaction: the chain is locked for a moment only, and nobody
-- waits for anything while he holds it, so that it cannot take part in a deadlock.
CREATE FUNCTION write_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
  new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
  one jsonb := COALESCE(new_row, old_row);
  last record;
  entry audit_log;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- Only what changed, by its true values; hidden afterwards.
    SELECT jsonb_object_agg(was.key, was.value), jsonb_object_agg(was.key, new_row -> was.key)
      INTO old_row, new_row
      FROM jsonb_each(old_row) AS was
     WHERE was.value IS DISTINCT FROM new_row -> was.key;
  END IF;
  entry.before := audit_values(old_row, TG_TABLE_NAME);
  entry.after := audit_values(new_row, TG_TABLE_NAME);
  IF TG_OP = 'UPDATE' AND entry.after = '{}' THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('audit_log'));
  SELECT id, hash INTO last FROM audit_log ORDER BY id DESC LIMIT 1;
  entry.id := COALESCE(last.id, 0) + 1;
  entry.previous_hash := COALESCE(last.hash, sha256('parley'));
  entry.at := clock_timestamp();
  entry.actor_id := NULLIF(current_setting('parley.actor_id', true), '')::bigint;
  entry.actor := current_setting('parley.actor', true);
  entry.address := COALESCE(current_setting('parley.address', true), '');
  entry.request := COALESCE(current_setting('parley.request', true), '');
  entry.database_role := session_user;
  entry.action := TG_OP;
  entry.subject := TG_TABLE_NAME;
  entry.subject_key := COALESCE(one ->> 'id', one ->> 'slug', one ->> 'code', one ->> 'name', one ->> 'country',
                                concat_ws(' ', one ->> 'policy', one ->> 'product_id', one ->> 'position'));
  entry.hash := audit_hash(entry);
  INSERT INTO audit_log SELECT entry.*;
  RETURN NULL;
END $$;

CREATE FUNCTION keep_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is only ever added to'
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'audit_log_stays';
END $$;
CREATE TRIGGER audit_log_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION keep_audit();

-- The first entry whose hash, place or predecessor is wrong; no row when the chain is whole. What was
-- cut off at the end shows only when an earlier last hash was kept elsewhere (tools/audit_check).
CREATE FUNCTION audit_break() RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
  SELECT id
    FROM (SELECT id, row_number() OVER (ORDER BY id) AS place, previous_hash,
                 lag(hash, 1, sha256('parley')) OVER (ORDER BY id) AS hash_before, hash, audit_hash(entry) AS right_hash
            FROM audit_log AS entry) AS chain
   WHERE id <> place OR previous_hash <> hash_before OR hash <> right_hash
   ORDER BY id
   LIMIT 1
$$;

-- Every table is audited but these: what programs write by themselves, what is a history of its own, and
-- what is counted in thousands. Run after every migration (grants.sql), so that no new table is forgotten.
CREATE FUNCTION unaudited_tables() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY['audit_log', 'schema_migration', 'rate_limit', 'mail', 'account_link', 'recovery_code', 'log_in',
               'token_family', 'refresh_token', 'visit_event', 'message', 'message_product', 'message_fact',
               'favorite', 'order_line', 'order_event', 'order_step', 'inventory_item']
$$;
CREATE FUNCTION audit_every_table() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  name text;
BEGIN
  FOR name IN
    SELECT relname
      FROM pg_class
     WHERE relnamespace = 'public'::regnamespace
       AND relkind IN ('r', 'p')
       AND NOT relispartition
       AND relpersistence = 'p'
       AND relname <> ALL (unaudited_tables())
       AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = pg_class.oid AND tgname = 'is_audited')
  LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER is_audited AFTER INSERT OR UPDATE OR DELETE ON %I
                      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
                      WHEN (current_setting(''parley.actor'', true) <> '''') EXECUTE FUNCTION write_audit()', name);
  END LOOP;
END $$;
SELECT audit_every_table();
