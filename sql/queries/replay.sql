-- What customers asked and how they were answered; used by tools/replay.

-- name: stored_turns
-- Questions that the assistant answered, of every conversation in which something was asked since $1: each
-- conversation from its beginning, because what is asked builds on what was said. `wanted`: asked since $1.
SELECT question.conversation_id, question.text, question.created_at, question.created_at >= $1 AS wanted,
       COALESCE(conversation.account_id, 0) AS account_id, COALESCE(conversation.visitor, '') AS visitor,
       answer.text AS answer, COALESCE(answer.intent, '') AS intent,
       COALESCE(answer.confidence, 0)::float8 AS confidence, COALESCE(answer.engine, '') AS engine,
       (SELECT count(*) FROM message_product WHERE message_product.message_id = answer.id) AS cards
  FROM conversation
  JOIN message AS question ON question.conversation_id = conversation.id AND question.sender = 'user'
  JOIN message AS answer ON answer.answers = question.id AND answer.sender = 'assistant'
 WHERE conversation.last_activity_at >= $1
 ORDER BY question.conversation_id, question.sequence;

-- name: latest_answer
-- How this question was answered last, whoever asked it; case and spaces do not count. $1 question
SELECT answer.text AS answer, COALESCE(answer.intent, '') AS intent,
       COALESCE(answer.confidence, 0)::float8 AS confidence, COALESCE(answer.engine, '') AS engine,
       (SELECT count(*) FROM message_product WHERE message_product.message_id = answer.id) AS cards
  FROM message AS question
  JOIN message AS answer ON answer.answers = question.id AND answer.sender = 'assistant'
 WHERE question.sender = 'user'
   AND lower(regexp_replace(question.text, '\s+', ' ', 'g')) = lower(regexp_replace($1, '\s+', ' ', 'g'))
 ORDER BY question.created_at DESC
 LIMIT 1;
