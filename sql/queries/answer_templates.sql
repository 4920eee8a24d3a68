-- What the shopkeeper taught the assistant; used by cgi-bin/chat/answer_templates.cpp.

-- name: templates
-- Those in force.
SELECT id, version, wording, means, answer
  FROM answer_template
 WHERE active
 ORDER BY lower(wording), id;

-- name: create_template
-- $1 wording, $2 means or '', $3 answer or ''
INSERT INTO answer_template (wording, means, answer)
VALUES ($1, $2, $3);

-- name: remove_template
-- $1 id, $2 version
UPDATE answer_template
   SET active = false
 WHERE id = $1
   AND version = $2
   AND active
RETURNING id;
