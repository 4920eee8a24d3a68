-- Who does not want to be watched, reactions to answers, and months ahead for events.

ALTER TABLE account ADD COLUMN no_tracking boolean NOT NULL DEFAULT false;

ALTER TABLE visit_event DROP CONSTRAINT visit_event_kind_check;
ALTER TABLE visit_event ADD CONSTRAINT visit_event_kind_check
  CHECK (kind IN ('view', 'search', 'click', 'favorite', 'cart', 'purchase', 'review', 'chat', 'reaction'));

-- tools/retrain makes further ones in time.
SELECT make_event_months(now(), now() + interval '24 months');
