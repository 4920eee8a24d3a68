-- An import of many products changes their rows once itself: marking them again for each statement
-- about their details would double its work. It says so by the setting parley.bulk.

CREATE OR REPLACE FUNCTION mark_product_of_attribute() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('parley.bulk', true) = 'on' THEN
    RETURN NULL;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    UPDATE product SET changed_xid = pg_current_xact_id(), version = version + 1
     WHERE id IN (SELECT DISTINCT product_id FROM gone);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    UPDATE product SET changed_xid = pg_current_xact_id(), version = version + 1
     WHERE id IN (SELECT DISTINCT product_id FROM come);
  END IF;
  RETURN NULL;
END $$;
