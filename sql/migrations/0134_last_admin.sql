-- There is always an admin who can log in: neither demoted, nor locked, nor deleted is the last one.
CREATE FUNCTION keep_an_admin() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- Two admins who demote each other at once take turns.
  PERFORM pg_advisory_xact_lock(hashtext('last_admin'));
  IF NOT EXISTS (SELECT FROM account WHERE role = 'admin' AND locked_at IS NULL AND id <> OLD.id) THEN
    RAISE EXCEPTION 'account % is the last admin', OLD.id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'account_last_admin';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER account_last_admin_stays BEFORE UPDATE OF role, locked_at ON account
  FOR EACH ROW WHEN (OLD.role = 'admin' AND OLD.locked_at IS NULL AND (NEW.role <> 'admin' OR NEW.locked_at IS NOT NULL))
  EXECUTE FUNCTION keep_an_admin();
CREATE TRIGGER account_last_admin_is_kept BEFORE DELETE ON account
  FOR EACH ROW WHEN (OLD.role = 'admin' AND OLD.locked_at IS NULL)
  EXECUTE FUNCTION keep_an_admin();
