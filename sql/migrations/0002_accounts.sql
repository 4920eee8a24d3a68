-- People: customers, staff and administrators share one table; `role` tells them apart.

CREATE TABLE account (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  username       citext NOT NULL CONSTRAINT account_username_taken UNIQUE,
  email          citext NOT NULL CONSTRAINT account_email_taken UNIQUE,
  password_hash  text,                           -- Argon2id; NULL: imported, must ask for a password first
  first_name     text NOT NULL DEFAULT '',
  last_name      text NOT NULL DEFAULT '',
  phone          text NOT NULL DEFAULT '',
  street         text NOT NULL DEFAULT '',
  postal_code    text NOT NULL DEFAULT '',
  city           text NOT NULL DEFAULT '',
  country        text NOT NULL DEFAULT '',       -- ISO 3166-1 alpha-2, or empty
  role           text NOT NULL DEFAULT 'customer' CHECK (role IN ('customer', 'staff', 'admin')),
  session_epoch  integer NOT NULL DEFAULT 0,     -- one more: every older session is signed out
  created_at     timestamptz NOT NULL DEFAULT now(),
  last_login_at  timestamptz,
  imported_from  text,                           -- 'source:key' of an imported customer
  CONSTRAINT account_username_length CHECK (length(username) BETWEEN 3 AND 40),
  CONSTRAINT account_email_shape CHECK (email LIKE '%_@_%' AND length(email) <= 254)
);
CREATE UNIQUE INDEX account_imported_from ON account (imported_from) WHERE imported_from IS NOT NULL;
