-- Conversations with the assistant.

CREATE TABLE conversation (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id        bigint REFERENCES account ON DELETE CASCADE,
  visitor           text,                        -- guest's session key until log-in adopts it
  title             text NOT NULL DEFAULT '',
  status            text NOT NULL DEFAULT 'active'
                    CHECK (status IN ('active', 'paused', 'completed', 'archived')),
  message_count     integer NOT NULL DEFAULT 0,  -- also the last sequence number given
  state             text NOT NULL DEFAULT '',    -- what the dialogue remembers between turns (JSON)
  created_at        timestamptz NOT NULL DEFAULT now(),
  last_activity_at  timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT conversation_has_owner CHECK (num_nonnulls(account_id, visitor) = 1)
);
CREATE INDEX conversation_by_account ON conversation (account_id, last_activity_at DESC) WHERE account_id IS NOT NULL;
CREATE INDEX conversation_by_visitor ON conversation (visitor) WHERE visitor IS NOT NULL;

CREATE TABLE message (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  conversation_id  bigint NOT NULL REFERENCES conversation ON DELETE CASCADE,
  sequence         integer NOT NULL CHECK (sequence > 0),
  sender           text NOT NULL CHECK (sender IN ('user', 'assistant', 'staff')),
  text             text NOT NULL,
  created_at       timestamptz NOT NULL DEFAULT now(),
  intent           text,                         -- what the assistant understood
  confidence       real CHECK (confidence BETWEEN 0 AND 1),
  engine           text,                         -- 'built-in', 'ollama', 'openai' …
  model_version    text,
  response_ms      integer,
  CONSTRAINT message_in_sequence UNIQUE (conversation_id, sequence)
);

-- Products that an answer shows as cards, in order.
CREATE TABLE message_product (
  message_id  bigint NOT NULL REFERENCES message ON DELETE CASCADE,
  position    smallint NOT NULL,
  product_id  bigint NOT NULL REFERENCES product ON DELETE CASCADE,
  PRIMARY KEY (message_id, position)
);

-- Where each number of an answer came from: the cell of the database and its value at that time.
CREATE TABLE message_fact (
  message_id  bigint NOT NULL REFERENCES message ON DELETE CASCADE,
  position    smallint NOT NULL,
  source      text NOT NULL,                     -- 'product 42 price_cents'
  value       text NOT NULL,
  as_of       timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (message_id, position)
);
