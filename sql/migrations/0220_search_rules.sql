-- What the shopkeeper tells the search about words. A rule is never deleted: switched off, it still
-- tells every search index that something changed (changed_xid, as for products).

CREATE TABLE search_rule (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind         text NOT NULL CHECK (kind IN ('same', 'also', 'stop')),
  words        text[] NOT NULL CHECK (cardinality(words) BETWEEN 1 AND 400),   -- each a word or a few
  means        text[] NOT NULL DEFAULT '{}',     -- kind 'also': what is found as well
  active       boolean NOT NULL DEFAULT true,
  version      integer NOT NULL DEFAULT 1,
  changed_xid  xid8 NOT NULL DEFAULT pg_current_xact_id(),
  CONSTRAINT search_rule_means CHECK ((kind = 'also') = (cardinality(means) > 0))
);
CREATE INDEX search_rule_by_change ON search_rule (changed_xid);
CREATE UNIQUE INDEX search_rule_one_stop_list ON search_rule (kind) WHERE kind = 'stop';

CREATE FUNCTION mark_search_rule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_xid := pg_current_xact_id();
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER search_rule_is_marked BEFORE UPDATE ON search_rule
  FOR EACH ROW EXECUTE FUNCTION mark_search_rule();

-- The words that search/words.cpp starts with.
INSERT INTO search_rule (kind, words)
VALUES ('stop', ARRAY['a', 'an', 'and', 'any', 'are', 'as', 'at', 'be', 'by', 'do', 'for', 'from', 'get', 'has',
                      'have', 'i', 'in', 'is', 'it', 'me', 'my', 'of', 'on', 'or', 'our', 'out', 'show', 'some',
                      'that', 'the', 'them', 'these', 'this', 'to', 'up', 'was', 'we', 'what', 'with', 'without',
                      'you', 'your']);

-- What people searched for lately is asked often, and searches are few among all events.
CREATE INDEX visit_event_searches ON visit_event (at) WHERE kind = 'search';
