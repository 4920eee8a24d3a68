-- Conversations as the JSON API shows them; used by cgi-bin/chat/{sessions,message_records,
-- reactions,starters,conversation_figures}.cpp.

-- name: sessions
-- The account's conversations, the latest activity first; those behind conversation $6 unless that is 0.
-- $1 account, $2 status or NULL, $3 begun from or NULL, $4 begun before or NULL, $5 words or '',
-- $6 conversation, $7 how many
SELECT id, title, status, message_count, created_at, last_activity_at
  FROM conversation
 WHERE account_id = $1
   AND ($2::text IS NULL OR status = $2)
   AND ($3::timestamptz IS NULL OR created_at >= $3)
   AND ($4::timestamptz IS NULL OR created_at < $4)
   AND ($5 = '' OR strpos(lower(title), lower($5)) > 0 OR EXISTS (
         SELECT FROM message
          WHERE message.conversation_id = conversation.id AND strpos(lower(message.text), lower($5)) > 0))
   AND ($6 = 0 OR (last_activity_at, id) <
                  (SELECT last.last_activity_at, last.id FROM conversation AS last
                    WHERE last.id = $6 AND last.account_id = $1))
 ORDER BY last_activity_at DESC, id DESC
 LIMIT $7;

-- name: count_sessions
-- $1 account, $2 status or NULL, $3 begun from or NULL, $4 begun before or NULL, $5 words or ''
SELECT count(*) AS sessions
  FROM conversation
 WHERE account_id = $1
   AND ($2::text IS NULL OR status = $2)
   AND ($3::timestamptz IS NULL OR created_at >= $3)
   AND ($4::timestamptz IS NULL OR created_at < $4)
   AND ($5 = '' OR strpos(lower(title), lower($5)) > 0 OR EXISTS (
         SELECT FROM message
          WHERE message.conversation_id = conversation.id AND strpos(lower(message.text), lower($5)) > 0));

-- name: change_session
-- One row when the conversation is the account's. $1 account, $2 conversation, $3 title or NULL, $4 status or NULL
UPDATE conversation
   SET title = COALESCE($3, title), status = COALESCE($4, status)
 WHERE id = $2
   AND account_id = $1
RETURNING id;

-- name: messages
-- The account's messages by id, upwards or downwards, those behind message $4 unless that is 0.
-- $1 account, $2 conversation or NULL, $3 sender or NULL, $4 message, $5 upwards, $6 how many
SELECT message.id, message.conversation_id, message.sequence, message.sender, message.text, message.created_at,
       message.answers, message.engine, message.model_version, message.response_ms, message.confidence,
       message.intent
  FROM message
  JOIN conversation ON conversation.id = message.conversation_id
 WHERE conversation.account_id = $1
   AND ($2::bigint IS NULL OR message.conversation_id = $2)
   AND ($3::text IS NULL OR message.sender = $3)
   AND ($4 = 0 OR CASE WHEN $5 THEN message.id > $4 ELSE message.id < $4 END)
 ORDER BY CASE WHEN $5 THEN message.id ELSE -message.id END
 LIMIT $6;

-- name: count_messages
-- $1 account, $2 conversation or NULL, $3 sender or NULL
SELECT count(*) AS messages
  FROM message
  JOIN conversation ON conversation.id = message.conversation_id
 WHERE conversation.account_id = $1
   AND ($2::bigint IS NULL OR message.conversation_id = $2)
   AND ($3::text IS NULL OR message.sender = $3);

-- name: messages_by_id
-- $1 bigint[] of messages
SELECT id, conversation_id, sequence, sender, text, created_at, answers, engine, model_version, response_ms,
       confidence, intent
  FROM message
 WHERE id = ANY ($1::bigint[])
 ORDER BY sequence;

-- name: facts_of_messages
-- $1 bigint[] of messages
SELECT message_id, source, value
  FROM message_fact
 WHERE message_id = ANY ($1::bigint[])
 ORDER BY message_id, position;

-- name: add_reaction
-- $1 message, $2 account, $3 reaction, $4 now
INSERT INTO message_reaction (message_id, account_id, reaction, created_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (message_id, account_id) DO UPDATE SET reaction = $3, created_at = $4;

-- name: take_back_reaction
-- One row when this account had reacted like this. $1 message, $2 account, $3 reaction
DELETE FROM message_reaction
 WHERE message_id = $1 AND account_id = $2 AND reaction = $3
RETURNING message_id;

-- name: reactions
-- How often each kind of reaction was given, and whether by this account. $1 message, $2 account
SELECT reaction, count(*) AS count, bool_or(account_id = $2) AS is_own
  FROM message_reaction
 WHERE message_id = $1
 GROUP BY reaction
 ORDER BY reaction;

-- name: statistics_of_account
-- One row. $1 account
SELECT count(*) AS sessions,
       count(*) FILTER (WHERE status = 'active') AS active,
       count(*) FILTER (WHERE status = 'paused') AS paused,
       count(*) FILTER (WHERE status = 'completed') AS completed,
       count(*) FILTER (WHERE status = 'archived') AS archived,
       COALESCE(sum(message_count), 0) AS messages,
       COALESCE(sum((SELECT count(*) FROM message
                      WHERE message.conversation_id = conversation.id AND sender = 'user')), 0) AS questions,
       max(last_activity_at) AS last_activity_at,
       (SELECT count(*) FROM message_reaction WHERE message_reaction.account_id = $1) AS reactions
  FROM conversation
 WHERE account_id = $1;

-- name: conversation_figures
-- Conversations of everybody with what their answers were like, the latest first; those behind
-- conversation $3 unless that is 0. $1 from or NULL, $2 until or NULL, $3 conversation, $4 how many
SELECT conversation.id, conversation.account_id, conversation.title, conversation.status,
       conversation.message_count, conversation.created_at, conversation.last_activity_at,
       answer.answers, answer.response_ms, answer.confidence, answer.unanswered,
       (SELECT count(*) FROM message_reaction
          JOIN message ON message.id = message_reaction.message_id
         WHERE message.conversation_id = conversation.id) AS reactions
  FROM conversation
 CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE sender = 'assistant') AS answers,
              round(avg(response_ms) FILTER (WHERE sender = 'assistant'))::bigint AS response_ms,
              round((avg(confidence) FILTER (WHERE sender = 'assistant'))::numeric, 3)::double precision AS confidence,
              count(*) FILTER (WHERE sender = 'user' AND NOT EXISTS (
                SELECT FROM message AS reply WHERE reply.answers = message.id)) AS unanswered
         FROM message
        WHERE message.conversation_id = conversation.id) AS answer
 WHERE conversation.message_count > 0
   AND ($1::timestamptz IS NULL OR conversation.last_activity_at >= $1)
   AND ($2::timestamptz IS NULL OR conversation.last_activity_at < $2)
   AND ($3 = 0 OR (conversation.last_activity_at, conversation.id) <
                  (SELECT last.last_activity_at, last.id FROM conversation AS last WHERE last.id = $3))
 ORDER BY conversation.last_activity_at DESC, conversation.id DESC
 LIMIT $4;

-- name: count_figures
-- $1 from or NULL, $2 until or NULL
SELECT count(*) AS sessions
  FROM conversation
 WHERE message_count > 0
   AND ($1::timestamptz IS NULL OR last_activity_at >= $1)
   AND ($2::timestamptz IS NULL OR last_activity_at < $2);

-- name: summary
-- One row over all conversations. $1 from or NULL, $2 until or NULL
SELECT count(DISTINCT message.conversation_id) AS sessions,
       count(DISTINCT conversation.account_id) AS users,
       count(*) AS messages,
       count(*) FILTER (WHERE sender = 'user') AS questions,
       count(*) FILTER (WHERE sender = 'assistant') AS answers,
       round(avg(response_ms) FILTER (WHERE sender = 'assistant'))::bigint AS response_ms,
       round((avg(confidence) FILTER (WHERE sender = 'assistant'))::numeric, 3)::double precision AS confidence,
       count(*) FILTER (WHERE intent IN ('out_of_scope', 'nonsense')) AS not_understood
  FROM message
  JOIN conversation ON conversation.id = message.conversation_id
 WHERE ($1::timestamptz IS NULL OR message.created_at >= $1)
   AND ($2::timestamptz IS NULL OR message.created_at < $2);

-- name: summary_groups
-- How often: kind 'intent', 'engine' or 'reaction'. $1 from or NULL, $2 until or NULL
SELECT 'intent' AS kind, intent AS name, count(*) AS count
  FROM message
 WHERE sender = 'assistant' AND intent IS NOT NULL
   AND ($1::timestamptz IS NULL OR created_at >= $1) AND ($2::timestamptz IS NULL OR created_at < $2)
 GROUP BY intent
 UNION ALL
SELECT 'engine', COALESCE(engine, ''), count(*)
  FROM message
 WHERE sender = 'assistant'
   AND ($1::timestamptz IS NULL OR created_at >= $1) AND ($2::timestamptz IS NULL OR created_at < $2)
 GROUP BY engine
 UNION ALL
SELECT 'reaction', reaction, count(*)
  FROM message_reaction
 WHERE ($1::timestamptz IS NULL OR created_at >= $1) AND ($2::timestamptz IS NULL OR created_at < $2)
 GROUP BY reaction
 ORDER BY 1, 3 DESC, 2;
