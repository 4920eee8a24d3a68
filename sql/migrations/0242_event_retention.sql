-- Events older than a setting go, a whole month at a time; lists of customers are paged by key.

INSERT INTO model_setting (name, value, unit) VALUES
  ('event_months', 25, 'months');                -- 0: events are kept for ever

-- Drops the months that lie wholly before the last `months`, counted back from the newest event, as a shop
-- that was brought in lives when it lived; returns how many went. Waits two seconds at most for those who
-- write events at this moment. The newest event is looked up in here, because a table that the calling
-- statement reads cannot be dropped by it.
CREATE FUNCTION drop_event_months(months integer, now timestamptz) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  month text;
  oldest timestamptz;
  dropped integer := 0;
BEGIN
  SELECT least(now, (SELECT at FROM visit_event WHERE at <= now ORDER BY at DESC LIMIT 1)) - make_interval(months => months)
    INTO oldest;
  PERFORM set_config('lock_timeout', '2s', true);
  FOR month IN
    SELECT child.relname
      FROM pg_inherits
      JOIN pg_class AS child ON child.oid = inhrelid
     WHERE inhparent = 'visit_event'::regclass
       AND child.relname ~ '^visit_event_\d{4}_\d\d$'
       AND (to_date(right(child.relname, 7), 'YYYY_MM') + interval '1 month') AT TIME ZONE 'UTC' <= oldest
     ORDER BY child.relname
  LOOP
    EXECUTE format('DROP TABLE %I', month);
    dropped := dropped + 1;
  END LOOP;
  RETURN dropped;
END $$;

DROP INDEX customer_prediction_by_churn, customer_prediction_by_spend;
CREATE INDEX customer_prediction_by_churn ON customer_prediction ((COALESCE(churn, -1)), (-account_id));
CREATE INDEX customer_prediction_by_spend ON customer_prediction ((COALESCE(spend_cents, -1)), (-account_id));
