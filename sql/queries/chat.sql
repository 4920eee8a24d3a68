-- Conversations. An owner is an account ($ account, NULL for guests) or a guest's session key
-- ($ visitor, NULL when signed in).

-- name: start_conversation
-- $1 account, $2 visitor, $3 now
INSERT INTO conversation (account_id, visitor, created_at, last_activity_at)
VALUES ($1, $2, $3, $3)
RETURNING id, title, status, message_count, state, created_at, last_activity_at;

-- name: conversation_by_id
-- No row when it belongs to somebody else. $1 account, $2 visitor, $3 conversation
SELECT id, title, status, message_count, state, created_at, last_activity_at
  FROM conversation
 WHERE id = $3
   AND (account_id = $1 OR visitor = $2);

-- name: current_conversation
-- The owner's last one, when it goes on. $1 account, $2 visitor
SELECT id, title, status, message_count, state, created_at, last_activity_at
  FROM conversation
 WHERE (account_id = $1 OR visitor = $2)
   AND status IN ('active', 'paused')
 ORDER BY last_activity_at DESC, id DESC
 LIMIT 1;

-- name: conversations
-- The latest activity first; only those that follow conversation $3 unless that is 0.
-- $1 account, $2 visitor, $3 conversation, $4 how many
SELECT id, title, status, message_count, state, created_at, last_activity_at
  FROM conversation
 WHERE (account_id = $1 OR visitor = $2)
   AND message_count > 0
   AND ($3 = 0 OR (last_activity_at, id) <
                  (SELECT last.last_activity_at, last.id FROM conversation AS last
                    WHERE last.id = $3 AND (last.account_id = $1 OR last.visitor = $2)))
 ORDER BY last_activity_at DESC, id DESC
 LIMIT $4;

-- name: add_question
-- The counter gives the sequence number, so that two messages at once cannot get the same one.
-- $1 account, $2 visitor, $3 conversation, $4 text, $5 title if it has none, $6 now
WITH place AS (
  UPDATE conversation
     SET message_count = message_count + 1,
         last_activity_at = GREATEST(last_activity_at, $6),
         status = CASE WHEN taken_by IS NULL THEN 'active' ELSE 'paused' END,
         title = CASE WHEN title = '' THEN $5 ELSE title END
   WHERE id = $3
     AND (account_id = $1 OR visitor = $2)
  RETURNING id, message_count
)
INSERT INTO message (conversation_id, sequence, sender, text, created_at)
SELECT id, message_count, 'user', $4, $6
  FROM place
RETURNING id, conversation_id, sequence, sender, text, created_at, answers, 0 AS fact_count;

-- name: lock_conversation
-- $1 conversation
SELECT id
  FROM conversation
 WHERE id = $1
   FOR UPDATE;

-- name: add_answer
-- $1 conversation, $2 question, $3 text, $4 intent, $5 confidence, $6 engine, $7 milliseconds, $8 state, $9 now,
-- $10 version of the language model or '', $11 what became of its wording or '', $12 what nothing matches or '',
-- $13 whether a person is wanted
WITH place AS (
  UPDATE conversation
     SET message_count = message_count + 1,
         last_activity_at = GREATEST(last_activity_at, $9),
         state = $8,
         person_wanted_at = CASE WHEN $13::boolean THEN COALESCE(person_wanted_at, $9) ELSE person_wanted_at END
   WHERE id = $1
  RETURNING id, message_count
)
INSERT INTO message (conversation_id, sequence, sender, text, created_at, answers, intent, confidence,
                     engine, response_ms, model_version, llm_outcome, not_found)
SELECT id, message_count, 'assistant', $3, $9, $2, $4, $5, $6, $7, NULLIF($10, ''), NULLIF($11, ''),
       NULLIF($12, '')
  FROM place
RETURNING id;

-- name: add_message_products
-- $1 message, $2 bigint[] of products
INSERT INTO message_product (message_id, position, product_id)
SELECT $1, shown.position, shown.id
  FROM unnest($2::bigint[]) WITH ORDINALITY AS shown (id, position);

-- name: add_message_facts
-- $1 message, $2 text[] of sources, $3 text[] of values, $4 now
INSERT INTO message_fact (message_id, position, source, value, as_of)
SELECT $1, told.position, told.source, told.value, $4
  FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS told (source, value, position);

-- name: message_by_id
-- A message of one of the owner's conversations. $1 account, $2 visitor, $3 message
SELECT message.id, message.conversation_id, message.sequence, message.sender, message.text,
       message.created_at, message.answers,
       (SELECT count(*) FROM message_fact WHERE message_fact.message_id = message.id) AS fact_count
  FROM message
  JOIN conversation ON conversation.id = message.conversation_id
 WHERE message.id = $3
   AND (conversation.account_id = $1 OR conversation.visitor = $2);

-- name: answer_to
-- $1 question
SELECT id, conversation_id, sequence, sender, text, created_at, answers,
       (SELECT count(*) FROM message_fact WHERE message_fact.message_id = message.id) AS fact_count
  FROM message
 WHERE answers = $1;

-- name: messages_before
-- The newest first, with what the conversation's customer thinks of each. $1 conversation, $2 sequence number,
-- $3 how many
SELECT message.id, conversation_id, sequence, sender, text, message.created_at, answers,
       (SELECT count(*) FROM message_fact WHERE message_fact.message_id = message.id) AS fact_count,
       COALESCE(message_reaction.reaction, '') AS reaction
  FROM message
  JOIN conversation ON conversation.id = message.conversation_id
  LEFT JOIN message_reaction ON message_reaction.message_id = message.id
                            AND message_reaction.account_id = conversation.account_id
 WHERE conversation_id = $1
   AND sequence < $2
 ORDER BY sequence DESC
 LIMIT $3;

-- name: message_products
-- Cards of what these messages show, withdrawn products left out. $1 bigint[] of messages
SELECT product.id, product.name, product.slug, brand.name AS brand, product.image, product.price_cents,
       product.in_stock, product.review_count, product.rating_sum,
       product.regular_price_cents, product.lowest_price_cents, message_product.message_id
  FROM message_product
  JOIN product ON product.id = message_product.product_id
  LEFT JOIN brand ON brand.id = product.brand_id
 WHERE message_product.message_id = ANY ($1::bigint[])
   AND product.withdrawn_at IS NULL
 ORDER BY message_product.message_id, message_product.position;

-- name: message_links
-- Orders and policies that answers name. $1 bigint[] of messages
SELECT DISTINCT message_fact.message_id, split_part(source, ' ', 1) AS kind, split_part(source, ' ', 2) AS key,
       CASE WHEN source LIKE 'sales_order %' THEN value ELSE policy.title END AS label
  FROM message_fact
  LEFT JOIN policy ON source LIKE 'policy_paragraph %' AND policy.slug = split_part(source, ' ', 2)
 WHERE message_fact.message_id = ANY ($1::bigint[])
   AND (source LIKE 'sales_order % number' OR policy.slug IS NOT NULL)
 ORDER BY message_fact.message_id, kind, label;

-- name: message_facts
-- $1 message
SELECT source, value, as_of
  FROM message_fact
 WHERE message_id = $1
 ORDER BY position;

-- name: complete_current
-- Conversations that nothing was said in stay as they are. $1 account, $2 visitor
UPDATE conversation
   SET status = 'completed'
 WHERE (account_id = $1 OR visitor = $2)
   AND status IN ('active', 'paused')
   AND message_count > 0;

-- name: archive_conversation
-- $1 account, $2 visitor, $3 conversation
UPDATE conversation
   SET status = 'archived'
 WHERE id = $3
   AND (account_id = $1 OR visitor = $2);

-- name: delete_conversation
-- With its messages. $1 account, $2 visitor, $3 conversation
DELETE FROM conversation
 WHERE id = $3
   AND (account_id = $1 OR visitor = $2);

-- name: begin_turn
-- Waits until no other process answers this question. 50 is the room of chat's locks. $1 question
SELECT pg_advisory_lock(50, ($1::bigint % 2147483647)::integer);

-- name: end_turn
-- $1 question
SELECT pg_advisory_unlock(50, ($1::bigint % 2147483647)::integer);

-- What acts read. `needs` are those of product_meets() (sql/migrations/0051_product_meets.sql).

-- name: attribute_figures
-- Numbers in the values of an attribute, per unit; the unit that most products have comes first. "1,000" is a
-- thousand.
-- $1 bigint[] of products, $2 text[] of attribute names
SELECT product_attribute.name, max(COALESCE(part.text[2], '')) AS unit,
       count(DISTINCT product_attribute.product_id) AS products,
       trim_scale(round(avg(replace(part.text[1], ',', '.')::numeric), 2))::text AS average,
       trim_scale(min(replace(part.text[1], ',', '.')::numeric))::text AS least,
       trim_scale(max(replace(part.text[1], ',', '.')::numeric))::text AS most,
       array_to_string((array_agg(DISTINCT product_attribute.product_id))[1:12], ',') AS ids
  FROM product_attribute
  CROSS JOIN LATERAL (SELECT regexp_match(regexp_replace(product_attribute.value, '(\d),(?=\d{3}(?!\d))', '\1', 'g'),
                                          '^\D{0,12}?([0-9]{1,9}(?:[.,][0-9]{1,4})?)\s*(.*)$') AS text) AS part
 WHERE product_attribute.product_id = ANY ($1::bigint[])
   AND product_attribute.name = ANY ($2::text[])
   AND part.text IS NOT NULL
 GROUP BY product_attribute.name, lower(COALESCE(part.text[2], ''))
 ORDER BY products DESC, product_attribute.name
 LIMIT 1;

-- name: attribute_values
-- What products say of these attributes. $1 bigint[] of products, $2 text[] of names
SELECT product.id, product.name AS product_name, product_attribute.name, product_attribute.value
  FROM unnest($1::bigint[]) WITH ORDINALITY AS wanted (id, place)
  JOIN product ON product.id = wanted.id
  JOIN product_attribute ON product_attribute.product_id = product.id
 WHERE product_attribute.name = ANY ($2::text[])
   AND product.withdrawn_at IS NULL
 ORDER BY wanted.place, product_attribute.position;

-- name: attribute_spread
-- The values of attributes and how many products have each. $1 bigint[] of products, $2 text[] of names, $3 how many
SELECT value, count(DISTINCT product_id) AS products
  FROM product_attribute
 WHERE product_id = ANY ($1::bigint[])
   AND name = ANY ($2::text[])
 GROUP BY value
 ORDER BY products DESC, value
 LIMIT $3;

-- name: attribute_names
-- What any of these products says of itself, the most frequent first. $1 bigint[] of products
SELECT name
  FROM product_attribute
 WHERE product_id = ANY ($1::bigint[])
 GROUP BY name
 ORDER BY count(*) DESC, name;

-- name: attributes_of
-- All that products say of themselves. $1 bigint[] of products
SELECT product.id, product.name AS product_name, product_attribute.name,
       string_agg(product_attribute.value, ', ' ORDER BY product_attribute.position) AS value
  FROM unnest($1::bigint[]) WITH ORDINALITY AS wanted (id, place)
  JOIN product ON product.id = wanted.id
  JOIN product_attribute ON product_attribute.product_id = product.id
 WHERE product.withdrawn_at IS NULL
 GROUP BY product.id, wanted.place, product_attribute.name
 ORDER BY min(product_attribute.position), product_attribute.name, wanted.place;

-- name: trending
-- Cards of what was bought most since a moment. $1 bigint[] of products or NULL for all, $2 since, $3 how many
SELECT product.id, product.name, product.slug, brand.name AS brand, product.image, product.price_cents,
       product.in_stock, product.review_count, product.rating_sum,
       product.regular_price_cents, product.lowest_price_cents, sold.pieces AS sold_count,
       count(*) OVER () AS total, sum(product.in_stock) OVER () AS pieces
  FROM (SELECT order_line.product_id, sum(order_line.quantity) AS pieces
          FROM sales_order
          JOIN order_line ON order_line.order_id = sales_order.id
         WHERE sales_order.placed_at >= $2
           AND sales_order.state NOT IN ('temp', 'cancelled', 'returned')
         GROUP BY order_line.product_id) AS sold
  JOIN product ON product.id = sold.product_id
  LEFT JOIN brand ON brand.id = product.brand_id
 WHERE product.withdrawn_at IS NULL
   AND ($1::bigint[] IS NULL OR product.id = ANY ($1::bigint[]))
 ORDER BY sold.pieces DESC, product.id
 LIMIT $3;

-- name: own_order_by_number
-- Only of this account. $1 account, $2 number as the customer wrote it
SELECT id, number, state, payment_state, fulfilment_state, total_cents, placed_at, shipped_at, delivered_at,
       cancelled_at
  FROM sales_order
 WHERE account_id = $1
   AND state <> 'temp'
   AND lower(number) = lower($2);

-- name: own_last_orders
-- $1 account, $2 how many
SELECT id, number, state, payment_state, fulfilment_state, total_cents, placed_at, shipped_at, delivered_at,
       cancelled_at
  FROM sales_order
 WHERE account_id = $1
   AND state <> 'temp'
 ORDER BY placed_at DESC, id DESC
 LIMIT $2;

-- name: cancellable_orders
-- Orders that their customer may still cancel; with a number only that one. $1 account, $2 number or '', $3 how many
SELECT id, number
  FROM sales_order
 WHERE account_id = $1
   AND state = 'placed'
   AND payment_state = 'unpaid'
   AND fulfilment_state = 'open'
   AND ($2 = '' OR number = $2)
 ORDER BY placed_at DESC, id DESC
 LIMIT $3;

-- name: own_purchases
-- Lines of the account's orders, the latest first. $1 account, $2 needs, $3 from, $4 until, $5 how many
SELECT sales_order.id, sales_order.number, sales_order.placed_at, sales_order.state, order_line.product_id,
       COALESCE(order_line.product_name, product.name) AS name, order_line.quantity,
       count(*) OVER () AS total
  FROM sales_order
  JOIN order_line ON order_line.order_id = sales_order.id
  JOIN product ON product.id = order_line.product_id
 WHERE sales_order.account_id = $1
   AND sales_order.state <> 'temp'
   AND sales_order.placed_at >= $3
   AND sales_order.placed_at < $4
   AND product_meets(product.id, product.name, product.description, product.category_id, product.brand_id,
                     $2::jsonb)
 ORDER BY sales_order.placed_at DESC, sales_order.id DESC, order_line.id
 LIMIT $5;

-- name: policy_paragraphs
-- $1 slug
SELECT policy.title, policy_paragraph.position, policy_paragraph.heading, policy_paragraph.body
  FROM policy
  JOIN policy_paragraph ON policy_paragraph.policy = policy.slug
 WHERE policy.slug = $1
 ORDER BY policy_paragraph.position;

-- name: shipping_methods
-- In the order of the checkout.
SELECT code, name, NULLIF(country, '') AS country, price_cents, free_from_cents, days_min, days_max
  FROM shipping_method
 ORDER BY position, code;

-- The catalogue's words.

-- name: catalogue_categories
-- Each with the ids of all categories below it and its own.
WITH RECURSIVE below AS (
  SELECT id AS top, id FROM category
   UNION
  SELECT below.top, category.id FROM category JOIN below ON category.parent_id = below.id
)
SELECT category.name, array_to_string(array_agg(below.id), ',') AS ids
  FROM category
  JOIN below ON below.top = category.id
 GROUP BY category.id, category.name
 ORDER BY category.id;

-- name: catalogue_brands
SELECT id, name
  FROM brand
 ORDER BY id;

-- name: catalogue_products
-- These products, withdrawn or not, each with its attributes in one text. $1 products; NULL: all on offer
SELECT product.id, product.name, product.description, product.category_id, COALESCE(product.brand_id, 0) AS brand_id,
       product.price_cents, product.in_stock, product.sold_count, product.rating_sum, product.review_count,
       (extract(epoch FROM product.created_at) * 1000000)::bigint AS created,
       product.regular_price_cents IS NOT NULL AS on_sale,
       product.withdrawn_at IS NOT NULL AS withdrawn, COALESCE(attribute.texts, '') AS attributes
  FROM product
  LEFT JOIN LATERAL (SELECT string_agg(name || E'\x1F' || value, E'\x1E' ORDER BY position) AS texts
                       FROM product_attribute
                      WHERE product_id = product.id) AS attribute ON true
 WHERE product.id = ANY (COALESCE($1::bigint[], ARRAY(SELECT id FROM product WHERE withdrawn_at IS NULL)));
