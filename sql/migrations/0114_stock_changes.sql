-- What staff did to the stock, piece by piece: what came, moved, was counted, and why.

CREATE TABLE stock_change (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  product_id    bigint NOT NULL REFERENCES product ON DELETE CASCADE,
  center_id     bigint NOT NULL REFERENCES distribution_center,
  to_center_id  bigint REFERENCES distribution_center,   -- of a move
  kind          text NOT NULL CHECK (kind IN ('received', 'moved', 'corrected')),
  pieces        integer NOT NULL CHECK (pieces <> 0),    -- negative: so many were missing
  value_cents   bigint NOT NULL,                         -- what these pieces cost, all together
  reason        text NOT NULL DEFAULT '',
  account_id    bigint REFERENCES account ON DELETE SET NULL,   -- who did it
  at            timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT stock_change_moves_elsewhere CHECK ((kind = 'moved') = (to_center_id IS NOT NULL)
                                                 AND to_center_id IS DISTINCT FROM center_id),
  CONSTRAINT stock_change_corrected_for_a_reason CHECK (kind <> 'corrected' OR reason <> ''),
  CHECK (kind = 'corrected' OR pieces > 0)
);
CREATE INDEX stock_change_by_product ON stock_change (product_id, id DESC);

CREATE INDEX inventory_item_free_by_center ON inventory_item (center_id, product_id) WHERE sold_at IS NULL;
