-- What the shopkeeper teaches the assistant tells of its changes as the rest of what a process keeps
-- does (0275): by a mark. The columns that told so until now are read by nobody any more.
INSERT INTO change_mark (name) VALUES ('answers');   -- what the shopkeeper taught the assistant
CREATE TRIGGER sets_change_mark AFTER INSERT OR UPDATE OR DELETE ON answer_template
  FOR EACH STATEMENT EXECUTE FUNCTION set_change_mark('answers');

CREATE OR REPLACE FUNCTION mark_answer_template() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;
ALTER TABLE answer_template DROP COLUMN changed_xid;

CREATE OR REPLACE FUNCTION mark_search_rule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;
ALTER TABLE search_rule DROP COLUMN changed_xid;
