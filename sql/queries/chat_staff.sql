-- Conversations as staff see them; used by cgi-bin/chat/staff.cpp.

-- name: conversations
-- The latest activity first. $1 words in any message or '', $2 status, 'person' (wanted) or '', $3 behind this conversation or 0,
-- $4 how many
SELECT conversation.id, conversation.title, conversation.status, conversation.message_count,
       conversation.last_activity_at, COALESCE(account.username, '') AS customer,
       conversation.person_wanted_at IS NOT NULL AS wants_person,
       (SELECT count(*) FROM message
         WHERE message.conversation_id = conversation.id AND message.sender = 'assistant'
           AND (message.confidence < 0.5 OR message.intent IN ('out_of_scope', 'nonsense')
                OR message.not_found IS NOT NULL)) AS unsure,
       (SELECT count(*) FROM message JOIN message_reaction ON message_reaction.message_id = message.id
         WHERE message.conversation_id = conversation.id AND reaction IN ('dislike', 'confused')) AS disliked
  FROM conversation
  LEFT JOIN account ON account.id = conversation.account_id
 WHERE conversation.message_count > 0
   AND ($2 = '' OR conversation.status = $2 OR ($2 = 'person' AND conversation.person_wanted_at IS NOT NULL))
   AND ($1 = '' OR EXISTS (SELECT FROM message
                            WHERE message.conversation_id = conversation.id
                              AND strpos(lower(message.text), lower($1)) > 0))
   AND ($3 = 0 OR (conversation.last_activity_at, conversation.id) <
                  (SELECT last.last_activity_at, last.id FROM conversation AS last WHERE last.id = $3))
 ORDER BY conversation.last_activity_at DESC, conversation.id DESC
 LIMIT $4;

-- name: conversation
-- $1 conversation
SELECT conversation.id, conversation.title, conversation.status, conversation.message_count,
       conversation.last_activity_at, COALESCE(account.username, '') AS customer, 0 AS unsure, 0 AS disliked,
       conversation.person_wanted_at IS NOT NULL AS wants_person,
       COALESCE(taker.username, '') AS taken_by
  FROM conversation
  LEFT JOIN account ON account.id = conversation.account_id
  LEFT JOIN account AS taker ON taker.id = conversation.taken_by
 WHERE conversation.id = $1;

-- name: messages
-- The newest first, with what the assistant understood. $1 conversation, $2 before this sequence number, $3 how many
SELECT message.id, message.sequence, message.sender, message.text, message.created_at,
       COALESCE(message.intent, '') AS intent, COALESCE(message.confidence, 0)::float8 AS confidence,
       COALESCE(message.engine, '') AS engine, COALESCE(message.response_ms, 0) AS response_ms,
       COALESCE(message.llm_outcome, '') AS llm_outcome,
       COALESCE((SELECT string_agg(source || ': ' || value, E'\n' ORDER BY position)
                   FROM message_fact WHERE message_fact.message_id = message.id), '') AS facts,
       COALESCE((SELECT string_agg(DISTINCT reaction, ' ' ORDER BY reaction)
                   FROM message_reaction WHERE message_reaction.message_id = message.id), '') AS reactions
  FROM message
 WHERE message.conversation_id = $1
   AND message.sequence < $2
 ORDER BY message.sequence DESC
 LIMIT $3;

-- name: take_over
-- No row when it is over. $1 conversation, $2 staff
UPDATE conversation
   SET taken_by = $2,
       status = 'paused',
       person_wanted_at = NULL
 WHERE id = $1
   AND status IN ('active', 'paused')
RETURNING id;

-- name: hand_back
-- $1 conversation
UPDATE conversation
   SET taken_by = NULL,
       status = 'active'
 WHERE id = $1
   AND taken_by IS NOT NULL
RETURNING id;

-- name: add_staff_message
-- Only in a conversation that this person has taken over. $1 conversation, $2 staff, $3 text, $4 now
WITH place AS (
  UPDATE conversation
     SET message_count = message_count + 1,
         last_activity_at = GREATEST(last_activity_at, $4)
   WHERE id = $1
     AND taken_by = $2
  RETURNING id, message_count
)
INSERT INTO message (conversation_id, sequence, sender, text, created_at)
SELECT id, message_count, 'staff', $3, $4
  FROM place
RETURNING id;

-- name: understood
-- Questions that were understood, alike but for case and spaces, out of the newest $2 since $1.
SELECT min(text) AS text, count(*) AS times
  FROM (SELECT question.text
          FROM message AS answer
          JOIN message AS question ON question.id = answer.answers
         WHERE answer.sender = 'assistant'
           AND answer.created_at >= $1
           AND answer.confidence >= 0.5
           AND answer.intent NOT IN ('out_of_scope', 'nonsense', 'taken_over')
           AND answer.not_found IS NULL
         ORDER BY answer.created_at DESC
         LIMIT $2) AS newest
 GROUP BY lower(regexp_replace(text, '\s+', ' ', 'g'))
 ORDER BY times DESC;

-- name: gaps
-- Questions that were not understood, alike but for case and spaces, and those that found nothing; the most
-- frequent first. $1 since, $2 how many, $3 whether questions that found nothing are one when they sought the same
SELECT min(question.text) AS text, count(*) AS times, count(DISTINCT question.conversation_id) AS conversations,
       max(question.created_at) AS last_at, max(answer.intent) AS intent, max(question.conversation_id) AS conversation_id,
       COALESCE(min(answer.not_found), '') AS not_found
  FROM message AS answer
  JOIN message AS question ON question.id = answer.answers
 WHERE answer.sender = 'assistant'
   AND answer.created_at >= $1
   AND (answer.confidence < 0.5 OR answer.intent IN ('out_of_scope', 'nonsense') OR answer.not_found IS NOT NULL)
 GROUP BY answer.not_found IS NULL,
          CASE WHEN $3 AND answer.not_found IS NOT NULL THEN lower(answer.not_found)
               ELSE lower(regexp_replace(question.text, '\s+', ' ', 'g')) END
 ORDER BY times DESC, last_at DESC
 LIMIT $2;
