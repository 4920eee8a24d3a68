-- Beginnings of a conversation; used by cgi-bin/chat/starters.cpp.

-- name: starters
-- Those with $1 in their words; '' is in all of them.
SELECT id, title, description, opening, position, version, used_count
  FROM conversation_template
 WHERE withdrawn_at IS NULL
   AND ($1 = '' OR strpos(lower(concat_ws(' ', title, description, opening)), lower($1)) > 0)
 ORDER BY position, id;

-- name: starter_by_id
-- $1 template
SELECT id, title, description, opening, position, version, used_count
  FROM conversation_template
 WHERE id = $1
   AND withdrawn_at IS NULL;

-- name: note_use
-- $1 template
UPDATE conversation_template SET used_count = used_count + 1 WHERE id = $1;

-- name: add
-- $1 title, $2 description, $3 opening, $4 position
INSERT INTO conversation_template (title, description, opening, position) VALUES ($1, $2, $3, $4);

-- name: change
-- No row when it is gone or another version by now. $1 template, $2 version, $3 title, $4 description, $5 opening,
-- $6 position
UPDATE conversation_template
   SET title = $3, description = $4, opening = $5, position = $6, version = version + 1
 WHERE id = $1
   AND version = $2
   AND withdrawn_at IS NULL
RETURNING id;

-- name: remove
-- No row when it is gone or another version by now. $1 template, $2 version
DELETE FROM conversation_template
 WHERE id = $1
   AND version = $2
RETURNING id;
