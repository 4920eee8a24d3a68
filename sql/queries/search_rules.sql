-- The shopkeeper's words; used by cgi-bin/search/rules.cpp and past.cpp.

-- name: rules
-- Those in force, the stop words last.
SELECT id, version, kind, array_to_string(words, E'\n') AS words, array_to_string(means, E'\n') AS means
  FROM search_rule
 WHERE active
 ORDER BY kind = 'stop', words, id;

-- name: create_rule
-- $1 kind, $2 words, $3 means
INSERT INTO search_rule (kind, words, means)
VALUES ($1, $2::text[], $3::text[]);

-- name: save_rule
-- No row when somebody changed it meanwhile. $1 id, $2 version, $3 kind, $4 words, $5 means
UPDATE search_rule
   SET words = $4::text[], means = $5::text[], kind = $3
 WHERE id = $1
   AND version = $2
   AND active
   AND (kind = 'stop') = ($3 = 'stop')
RETURNING id;

-- name: remove_rule
-- $1 id, $2 version
UPDATE search_rule
   SET active = false
 WHERE id = $1
   AND version = $2
   AND active
   AND kind <> 'stop'
RETURNING id;

-- name: rule_exists
-- $1 id
SELECT id FROM search_rule WHERE id = $1 AND active;

-- name: past_searches
-- What was searched for since $1, most often first: of the newest 20,000 searches at most $2 different
-- texts. What only one or two persons typed is theirs: $3 is how many persons a text must have.
SELECT text, count(*) AS times, bool_or(found) AS found
  FROM (SELECT lower(btrim(split_part(detail, ' →', 1))) AS text, detail LIKE '% →%' AS found,
               COALESCE(account_id::text, visitor) AS person
          FROM visit_event
         WHERE kind = 'search'
           AND at >= $1
           AND detail IS NOT NULL
         ORDER BY at DESC
         LIMIT 20000) AS search
 WHERE text <> ''
 GROUP BY text
HAVING count(DISTINCT person) >= $3
 ORDER BY times DESC, text
 LIMIT $2;
