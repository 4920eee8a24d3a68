-- What visitors do: the raw material of every model. Kept by the month, so that old months can be
-- dropped in one step.

CREATE TABLE visit_event (
  at          timestamptz NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('view', 'search', 'click', 'favorite', 'cart', 'purchase',
                                            'review', 'chat')),
  account_id  bigint REFERENCES account ON DELETE CASCADE,
  visitor     text,
  product_id  bigint REFERENCES product ON DELETE CASCADE,
  detail      text
) PARTITION BY RANGE (at);
CREATE INDEX visit_event_by_time ON visit_event (at);
CREATE INDEX visit_event_by_account ON visit_event (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX visit_event_by_product ON visit_event (product_id) WHERE product_id IS NOT NULL;

-- Makes the monthly partitions that cover [first, last]; safe to call again.
CREATE FUNCTION make_event_months(first timestamptz, last timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  month timestamp := date_trunc('month', first AT TIME ZONE 'UTC');
BEGIN
  WHILE month <= last AT TIME ZONE 'UTC' LOOP
    EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF visit_event FOR VALUES FROM (%L) TO (%L)',
                   'visit_event_' || to_char(month, 'YYYY_MM'),
                   month::text || '+00', (month + interval '1 month')::text || '+00');
    month := month + interval '1 month';
  END LOOP;
END $$;
