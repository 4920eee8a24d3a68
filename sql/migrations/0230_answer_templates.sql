-- What the shopkeeper teaches the assistant about certain wordings: what they mean, or what to
-- answer. Never deleted: switched off, a template still tells every process that something changed
-- (changed_xid, as for products).

CREATE TABLE answer_template (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  wording      text NOT NULL CHECK (length(wording) BETWEEN 1 AND 200),
  means        text NOT NULL DEFAULT '' CHECK (length(means) <= 200),   -- a question that is understood
  answer       text NOT NULL DEFAULT '' CHECK (length(answer) <= 1000),
  active       boolean NOT NULL DEFAULT true,
  version      integer NOT NULL DEFAULT 1,
  created_at   timestamptz NOT NULL DEFAULT now(),
  changed_xid  xid8 NOT NULL DEFAULT pg_current_xact_id(),
  CONSTRAINT answer_template_says_one_thing CHECK ((means = '') <> (answer = ''))
);
CREATE INDEX answer_template_by_change ON answer_template (changed_xid);
CREATE UNIQUE INDEX answer_template_wording_taken ON answer_template (lower(wording)) WHERE active;

CREATE FUNCTION mark_answer_template() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_xid := pg_current_xact_id();
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER answer_template_is_marked BEFORE UPDATE ON answer_template
  FOR EACH ROW EXECUTE FUNCTION mark_answer_template();
CREATE CONSTRAINT TRIGGER is_audited AFTER INSERT OR UPDATE OR DELETE ON answer_template
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (current_setting('parley.actor', true) <> '') EXECUTE FUNCTION write_audit();
