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
VALUES ($1, $2, $3)
RETURNING id;

-- name: add_lesson
-- $1 gist, $2 label, $3 account or 0, $4 template
INSERT INTO intent_lesson (gist, label, labelled_by, template_id)
VALUES ($1, $2, NULLIF($3, 0), $4)
ON CONFLICT (gist) DO UPDATE
   SET label = EXCLUDED.label, labelled_by = EXCLUDED.labelled_by, labelled_at = now(),
       template_id = EXCLUDED.template_id;

-- name: forget_lesson
-- $1 template
DELETE FROM intent_lesson WHERE template_id = $1;

-- name: remove_template
-- $1 id, $2 version
UPDATE answer_template
   SET active = false
 WHERE id = $1
   AND version = $2
   AND active
RETURNING id;
