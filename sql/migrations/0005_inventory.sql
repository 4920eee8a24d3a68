-- Stock by the piece: where each unit lies, what it cost, and in which order it left.

CREATE TABLE distribution_center (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name       text NOT NULL CONSTRAINT distribution_center_name_taken UNIQUE,
  latitude   double precision,
  longitude  double precision
);

-- product.in_stock always equals the number of its units without sold_at (the check command and
-- a test compare the two).
CREATE TABLE inventory_item (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  product_id     bigint NOT NULL REFERENCES product,
  center_id      bigint NOT NULL REFERENCES distribution_center,
  cost_cents     bigint NOT NULL CHECK (cost_cents >= 0),
  received_at    timestamptz NOT NULL DEFAULT now(),
  sold_at        timestamptz,
  order_line_id  bigint REFERENCES order_line,
  imported_from  text,
  CONSTRAINT inventory_item_sold_in_order CHECK ((sold_at IS NULL) = (order_line_id IS NULL))
);
CREATE INDEX inventory_item_free ON inventory_item (product_id, received_at, id) WHERE sold_at IS NULL;
CREATE INDEX inventory_item_by_line ON inventory_item (order_line_id) WHERE order_line_id IS NOT NULL;
CREATE UNIQUE INDEX inventory_item_imported_from ON inventory_item (imported_from) WHERE imported_from IS NOT NULL;
