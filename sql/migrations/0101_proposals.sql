-- What the assistant proposes: a button in an answer, good once, for a while, and only for what it
-- says. A sentence alone never buys or cancels anything.

CREATE TABLE message_proposal (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id   bigint NOT NULL REFERENCES message ON DELETE CASCADE,
  kind         text NOT NULL CHECK (kind IN ('cart_add', 'favorite_add', 'order_cancel')),
  product_id   bigint REFERENCES product ON DELETE CASCADE,
  order_id     bigint REFERENCES sales_order ON DELETE CASCADE,
  quantity     integer NOT NULL DEFAULT 1 CHECK (quantity BETWEEN 1 AND 99),
  price_cents  bigint NOT NULL DEFAULT 0 CHECK (price_cents >= 0),  -- of one piece, as it was said
  expires_at   timestamptz NOT NULL,
  used_at      timestamptz,
  CONSTRAINT message_proposal_has_object CHECK ((kind = 'order_cancel') = (order_id IS NOT NULL)
                                                AND (kind = 'order_cancel') = (product_id IS NULL))
);
CREATE INDEX message_proposal_by_message ON message_proposal (message_id);
CREATE INDEX message_proposal_by_product ON message_proposal (product_id) WHERE product_id IS NOT NULL;
CREATE INDEX message_proposal_by_order ON message_proposal (order_id) WHERE order_id IS NOT NULL;

-- What became of the language model's wording of an answer; NULL: none was asked.
ALTER TABLE message
  ADD COLUMN llm_outcome text CHECK (llm_outcome IN ('used', 'rejected', 'failed'));
