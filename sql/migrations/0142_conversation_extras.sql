-- What clients of the API add to conversations: what people think of an answer, and ready-made
-- beginnings.

CREATE TABLE message_reaction (
  message_id  bigint NOT NULL REFERENCES message ON DELETE CASCADE,
  account_id  bigint NOT NULL REFERENCES account ON DELETE CASCADE,
  reaction    text NOT NULL CHECK (reaction IN ('like', 'dislike', 'love', 'confused')),
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (message_id, account_id)
);
CREATE INDEX message_reaction_by_account ON message_reaction (account_id);

CREATE TABLE conversation_template (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  title        text NOT NULL CONSTRAINT conversation_template_title_taken UNIQUE CHECK (title <> ''),
  description  text NOT NULL DEFAULT '',
  opening      text NOT NULL DEFAULT '' CHECK (length(opening) <= 2000),   -- the first question; '' asks nothing
  position     integer NOT NULL DEFAULT 0,
  withdrawn_at timestamptz
);
INSERT INTO conversation_template (title, description, opening, position) VALUES
  ('Track an order', 'Where the latest orders are.', 'Where are my orders?', 1),
  ('What sells best', 'The products that customers buy most.', 'What are the top 5 most sold products?', 2),
  ('Delivery', 'How goods are sent, and what that costs.', 'How long does delivery take?', 3),
  ('Returns', 'How to send something back.', 'How can I return something?', 4),
  ('A free question', 'An empty conversation.', '', 5);

CREATE INDEX message_by_time ON message (created_at);
CREATE INDEX conversation_by_activity ON conversation (last_activity_at DESC, id DESC);
