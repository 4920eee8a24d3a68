-- CSV files that staff brought in, and what each changed, so that it can be undone.

CREATE TABLE csv_import (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind           text NOT NULL CHECK (kind IN ('products', 'stock')),
  file_name      text NOT NULL,
  account_id     bigint REFERENCES account ON DELETE SET NULL,
  applied_at     timestamptz NOT NULL,
  undone_at      timestamptz,
  created_count  integer NOT NULL DEFAULT 0,
  changed_count  integer NOT NULL DEFAULT 0,
  bad_count      integer NOT NULL DEFAULT 0
);

-- A file that was uploaded and waits for its yes. Unlogged: after a crash it is uploaded again.
CREATE UNLOGGED TABLE csv_upload (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind        text NOT NULL CHECK (kind IN ('products', 'stock')),
  file_name   text NOT NULL,
  content     text NOT NULL,                     -- base64url
  account_id  bigint NOT NULL,
  created_at  timestamptz NOT NULL
);

-- What products were like before an import of products.
CREATE TABLE csv_import_product (
  import_id      bigint NOT NULL REFERENCES csv_import ON DELETE CASCADE,
  product_id     bigint NOT NULL REFERENCES product ON DELETE CASCADE,
  is_new         boolean NOT NULL,
  after_version  integer NOT NULL,                -- another one by now: somebody changed it since
  name           text,
  slug           text,
  description    text,
  category_id    bigint,
  brand_id       bigint,
  price_cents    bigint,                          -- regular
  withdrawn_at   timestamptz,
  attributes     jsonb,                           -- [["Colour", "red"], …]
  PRIMARY KEY (import_id, product_id)
);
CREATE INDEX csv_import_product_by_product ON csv_import_product (product_id);

-- How many pieces an import of stock added (or took away, below zero).
CREATE TABLE csv_import_stock (
  import_id   bigint NOT NULL REFERENCES csv_import ON DELETE CASCADE,
  product_id  bigint NOT NULL REFERENCES product ON DELETE CASCADE,
  center_id   bigint NOT NULL REFERENCES distribution_center,
  pieces      integer NOT NULL CHECK (pieces <> 0),
  PRIMARY KEY (import_id, product_id, center_id)
);
CREATE INDEX csv_import_stock_by_product ON csv_import_stock (product_id);
