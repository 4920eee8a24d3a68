-- What the assistant proposes; used by cgi-bin/chat/proposal.cpp.

-- name: add_proposal
-- $1 message, $2 kind, $3 product or NULL, $4 order or NULL, $5 pieces, $6 price of one in cents, $7 good until
INSERT INTO message_proposal (message_id, kind, product_id, order_id, quantity, price_cents, expires_at)
VALUES ($1, $2, $3, $4, $5, $6, $7);

-- name: open_proposals
-- Those of these messages that nobody has accepted yet. $1 bigint[] of messages, $2 now
SELECT proposal.id, proposal.message_id, proposal.kind, COALESCE(proposal.product_id, 0) AS product_id,
       COALESCE(proposal.order_id, 0) AS order_id, proposal.quantity, proposal.price_cents,
       COALESCE(product.name, sales_order.number, '') AS name
  FROM message_proposal AS proposal
  LEFT JOIN product ON product.id = proposal.product_id
  LEFT JOIN sales_order ON sales_order.id = proposal.order_id
 WHERE proposal.message_id = ANY ($1::bigint[])
   AND proposal.used_at IS NULL
   AND proposal.expires_at > $2
 ORDER BY proposal.id;

-- name: lock_proposal
-- A proposal in one of this person's conversations; an order must be his as well.
-- $1 proposal, $2 account or NULL, $3 visitor key
SELECT proposal.id, proposal.message_id, proposal.kind, COALESCE(proposal.product_id, 0) AS product_id,
       COALESCE(proposal.order_id, 0) AS order_id, proposal.quantity, proposal.price_cents,
       COALESCE(product.name, sales_order.number, '') AS name, message.conversation_id,
       proposal.used_at, proposal.expires_at,
       proposal.kind = 'cart_add' AND product.price_cents <> proposal.price_cents AS price_changed
  FROM message_proposal AS proposal
  JOIN message ON message.id = proposal.message_id
  JOIN conversation ON conversation.id = message.conversation_id
  LEFT JOIN product ON product.id = proposal.product_id
  LEFT JOIN sales_order ON sales_order.id = proposal.order_id
 WHERE proposal.id = $1
   AND CASE WHEN $2::bigint IS NULL THEN conversation.visitor = $3 ELSE conversation.account_id = $2 END
   AND (proposal.order_id IS NULL OR sales_order.account_id = $2)
   FOR UPDATE OF proposal;

-- name: mark_used
-- $1 proposal, $2 now
UPDATE message_proposal
   SET used_at = $2
 WHERE id = $1;

-- name: prompts_used
-- How often the language model was asked in this conversation. $1 conversation
SELECT count(*) AS prompts
  FROM message
 WHERE conversation_id = $1
   AND llm_outcome IS NOT NULL;

-- name: questions_asked
-- $1 conversation
SELECT count(*) AS questions
  FROM message
 WHERE conversation_id = $1
   AND sender = 'user';

-- name: products_named
-- Products that a text names. $1 text in lower case
SELECT name
  FROM product
 WHERE length(name) >= 5
   AND strpos($1, lower(name)) > 0;
