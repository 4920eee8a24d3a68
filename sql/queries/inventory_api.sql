-- Distribution centres; used by cgi-bin/inventory/centers.cpp.

-- name: centers_after
-- $1 the last centre seen (0: none), $2 how many
SELECT id, name, latitude, longitude
  FROM distribution_center
 WHERE id > $1
 ORDER BY id
 LIMIT $2;

-- name: center_by_id
-- $1 centre
SELECT id, name, latitude, longitude
  FROM distribution_center
 WHERE id = $1;

-- name: center_count
SELECT count(*) AS centers
  FROM distribution_center;
