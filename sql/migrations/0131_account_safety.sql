-- What keeps an account its owner's: confirmed addresses, single-use links, a second factor, a list of
-- log-ins, a lock.

ALTER TABLE account
  ADD COLUMN email_verified_at timestamptz,
  ADD COLUMN locked_at timestamptz,                   -- by staff: cannot log in
  ADD COLUMN totp_secret text,                        -- base32 (RFC 4648); NULL: no second factor
  ADD COLUMN totp_last_step bigint NOT NULL DEFAULT 0;   -- codes up to this time step are used up

-- A link that was mailed. Only its hash is here. One that nobody asked for about an unknown address is
-- kept as well, without an account: both cases shall cost the same.
CREATE TABLE account_link (
  token_hash  text PRIMARY KEY,                       -- SHA-256, base64url
  account_id  bigint REFERENCES account ON DELETE CASCADE,
  purpose     text NOT NULL CHECK (purpose IN ('password_reset', 'email_verification')),
  email       citext NOT NULL,                        -- a link to an earlier address is worth nothing
  expires_at  timestamptz NOT NULL,
  used_at     timestamptz
);
CREATE INDEX account_link_by_account ON account_link (account_id);
CREATE INDEX account_link_by_expiry ON account_link (expires_at);

CREATE TABLE recovery_code (
  account_id  bigint NOT NULL REFERENCES account ON DELETE CASCADE,
  code_hash   text NOT NULL,                          -- SHA-256, base64url; the codes are random
  used_at     timestamptz,
  PRIMARY KEY (account_id, code_hash)
);

-- One row a log-in by password. The cookie's random key finds it; a session without a row (from before
-- this table) is good until its epoch ends.
CREATE TABLE log_in (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key_hash    text NOT NULL UNIQUE,                   -- SHA-256 of the session's key, base64url
  account_id  bigint NOT NULL REFERENCES account ON DELETE CASCADE,
  epoch       integer NOT NULL,
  at          timestamptz NOT NULL,
  address     text NOT NULL,
  browser     text NOT NULL,                          -- "Firefox, Linux"
  ended_at    timestamptz
);
CREATE INDEX log_in_by_account ON log_in (account_id, at DESC);

-- Everything that is stored about a person, table by table: each table that names an account, and the
-- parts of what is theirs. Made from the schema's own foreign keys, so that no later table is
-- forgotten; what would open the account is left out.
CREATE FUNCTION personal_data(wanted bigint) RETURNS jsonb LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  part record;
  rows jsonb;
  result jsonb;
  secrets CONSTANT text[] := ARRAY['password_hash', 'totp_secret', 'totp_last_step', 'token_hash', 'code_hash',
                                   'key_hash', 'hash', 'secret', 'visitor', 'checkout_token', 'token', 'message_key'];
BEGIN
  SELECT jsonb_build_object('account', jsonb_build_array(to_jsonb(account) - secrets))
    INTO result FROM account WHERE id = wanted;
  FOR part IN
    SELECT DISTINCT con.conrelid::regclass::text AS table_name, att.attname AS column_name
      FROM pg_constraint AS con
      JOIN pg_attribute AS att ON att.attrelid = con.conrelid AND att.attnum = con.conkey[1]
      JOIN pg_class AS rel ON rel.oid = con.conrelid AND NOT rel.relispartition
     WHERE con.contype = 'f'
       AND con.confrelid = 'account'::regclass
     ORDER BY 1, 2
  LOOP
    EXECUTE format('SELECT jsonb_agg(to_jsonb(t) - $2) FROM %s AS t WHERE t.%I = $1', part.table_name, part.column_name)
       INTO rows USING wanted, secrets;
    IF rows IS NOT NULL THEN
      result := jsonb_set(result, ARRAY[part.table_name], COALESCE(result -> part.table_name, '[]') || rows);
    END IF;
  END LOOP;
  RETURN result || jsonb_strip_nulls(jsonb_build_object(
    'order_line', (SELECT jsonb_agg(to_jsonb(t) ORDER BY t.id) FROM order_line AS t JOIN sales_order AS o ON o.id = t.order_id WHERE o.account_id = wanted),
    'payment', (SELECT jsonb_agg(to_jsonb(t) - secrets ORDER BY t.id) FROM payment AS t JOIN sales_order AS o ON o.id = t.order_id WHERE o.account_id = wanted),
    'order_history', (SELECT jsonb_agg(jsonb_build_object('order_id', t.order_id, 'at', t.at, 'kind', t.kind, 'note', t.note) ORDER BY t.id)
                        FROM order_event AS t JOIN sales_order AS o ON o.id = t.order_id WHERE o.account_id = wanted),
    'message', (SELECT jsonb_agg(jsonb_build_object('conversation_id', t.conversation_id, 'sequence', t.sequence, 'sender', t.sender,
                                                    'text', t.text, 'created_at', t.created_at) ORDER BY t.conversation_id, t.sequence)
                  FROM message AS t JOIN conversation AS c ON c.id = t.conversation_id WHERE c.account_id = wanted)));
END $$;
