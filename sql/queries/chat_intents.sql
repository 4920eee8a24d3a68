-- Which intent model serves, and the sentences that staff labelled for it.

-- name: published
-- No row when none is. The artifact in hexadecimal digits, unless it is the version known already.
-- $1 known version
SELECT id, CASE WHEN id <> $1 THEN encode(artifact, 'hex') END AS artifact
  FROM model_version
 WHERE model = 'intents' AND state = 'active';

-- name: lessons
-- What staff labelled, oldest first.
SELECT gist, label FROM intent_lesson ORDER BY id;

-- name: lessons_span
-- When they were labelled; NULL when none was.
SELECT min(labelled_at) AS since FROM intent_lesson;

-- name: new_lessons
-- $1 since, $2 count no further than this
SELECT count(*) AS lessons
  FROM (SELECT 1 FROM intent_lesson WHERE labelled_at > $1::timestamptz LIMIT $2) lesson;
