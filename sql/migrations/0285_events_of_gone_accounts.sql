-- What a gone account did goes with it, for all accounts of a statement at once. As a foreign key it was
-- a search through every month of visit_event for each account: the larger half of what it cost to take
-- an import of 100,000 customers back. The two triggers promise what the foreign key promised.

ALTER TABLE visit_event DROP CONSTRAINT visit_event_account_id_fkey;

-- As their owner, for the shop's role may lock no accounts.
CREATE FUNCTION require_event_accounts() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  wanted bigint[] := ARRAY(SELECT DISTINCT account_id FROM fresh WHERE account_id IS NOT NULL);
  found bigint;
BEGIN
  IF wanted = '{}' THEN
    RETURN NULL;
  END IF;
  -- Whoever is found stays until the end of the transaction.
  SELECT count(*) INTO found
    FROM (SELECT FROM account WHERE id = ANY (wanted) ORDER BY id FOR KEY SHARE) AS kept;
  IF found < cardinality(wanted) THEN
    RAISE EXCEPTION 'an event of an account that does not exist'
      USING ERRCODE = 'foreign_key_violation', TABLE = 'visit_event', CONSTRAINT = 'visit_event_account_id_fkey';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER visit_event_has_account AFTER INSERT ON visit_event REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION require_event_accounts();
CREATE TRIGGER visit_event_keeps_account AFTER UPDATE ON visit_event REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION require_event_accounts();

-- Planned each time: one account and 100,000 want different ways.
CREATE FUNCTION forget_events_of_gone() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  EXECUTE 'DELETE FROM visit_event USING gone WHERE visit_event.account_id = gone.id';
  RETURN NULL;
END $$;
CREATE TRIGGER account_takes_events AFTER DELETE ON account REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION forget_events_of_gone();
