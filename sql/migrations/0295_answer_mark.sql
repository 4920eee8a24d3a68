-- What the shopkeeper teaches the assistant tells of its changes as the rest of what a process keeps
-- does (0275): by a mark. The columns that told so until now are read by nobody any more.
INSERT INTO change_mark (name) VALUES ('answers');   -- what the shopkeeper taught the assistant
CREATE TRIGGER sets_change_mark AFTER INSERT OR UPDATE OR DELETE ON answer_template
  FOR EACH STATEMENT EXECUTE FUNCTION set_change_mark('answers');

CREATE FUNCTION raise_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;
DROP TRIGGER answer_template_is_marked ON answer_template;
DROP FUNCTION mark_answer_template();
CREATE TRIGGER raises_version BEFORE UPDATE ON answer_template FOR EACH ROW EXECUTE FUNCTION raise_version();
ALTER TABLE answer_template DROP COLUMN changed_xid;

DROP TRIGGER search_rule_is_marked ON search_rule;
DROP FUNCTION mark_search_rule();
CREATE TRIGGER raises_version BEFORE UPDATE ON search_rule FOR EACH ROW EXECUTE FUNCTION raise_version();
ALTER TABLE search_rule DROP COLUMN changed_xid;

-- The same function by another name.
DROP TRIGGER brand_is_counted ON brand;
DROP FUNCTION count_brand_version();
CREATE TRIGGER raises_version BEFORE UPDATE OF name, slug ON brand
  FOR EACH ROW WHEN ((NEW.name, NEW.slug) IS DISTINCT FROM (OLD.name, OLD.slug)) EXECUTE FUNCTION raise_version();
