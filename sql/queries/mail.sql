-- Letters on their way; used by cgi-bin/mail and cgi-bin/admin.

-- name: queue_mail
-- $1 kind, $2 recipient, $3 facts, $4 secret facts or NULL, $5 account or NULL, $6 order or NULL
INSERT INTO mail (kind, recipient, facts, secret, account_id, order_id)
VALUES ($1, $2, $3, $4, $5, $6);

-- name: claim_mail
-- The next letter that is due, taken by this sender alone: nobody else tries it before $2. Counted as
-- a try beforehand, so that a letter that kills its sender comes to rest as well.
-- $1 now, $2 seconds of pause after each number of tries, as an array
UPDATE mail
   SET attempts = attempts + 1,
       next_try_at = $1::timestamptz
                     + ($2::integer[])[LEAST(attempts + 1, array_length($2::integer[], 1))] * interval '1 second'
 WHERE id = (SELECT id
               FROM mail
              WHERE state = 'waiting'
                AND next_try_at <= $1
              ORDER BY next_try_at, id
              LIMIT 1
                FOR UPDATE SKIP LOCKED)
RETURNING id, message_key, kind, recipient, facts, secret, attempts, created_at;

-- name: mark_sent
-- $1 mail, $2 the try that did it, $3 now
UPDATE mail
   SET state = 'sent', sent_at = $3, secret = NULL, last_error = ''
 WHERE id = $1
   AND attempts = $2
   AND state = 'waiting';

-- name: mark_failed
-- $1 mail, $2 the try that failed, $3 why, $4 true: no further try
UPDATE mail
   SET last_error = $3, state = CASE WHEN $4::boolean THEN 'dead' ELSE state END
 WHERE id = $1
   AND attempts = $2
   AND state = 'waiting';

-- name: send_again
-- A dead letter gets all its tries once more; nothing happens to others.
-- $1 mail, or NULL for every dead one; $2 now
UPDATE mail
   SET state = 'waiting', attempts = 0, next_try_at = $2
 WHERE state = 'dead'
   AND ($1::bigint IS NULL OR id = $1);

-- name: forget_old_mail
-- $1 all that were done with before this moment
DELETE FROM mail
 WHERE state <> 'waiting'
   AND COALESCE(sent_at, created_at) < $1;

-- name: mail_by_id
-- Without its secret: nobody but the sender needs that.
-- $1 mail
SELECT id, kind, recipient, facts, secret IS NOT NULL AS has_secret, state, attempts, created_at, next_try_at,
       sent_at, last_error, order_id
  FROM mail
 WHERE id = $1;

-- name: mail_list
-- Newest first, older than $3 when that is given.
-- $1 state or '', $2 a part of the recipient or '', $3 mail or NULL, $4 most rows
SELECT id, kind, recipient, state, attempts, created_at, next_try_at, sent_at, last_error
  FROM mail
 WHERE ($1 = '' OR state = $1)
   AND ($2 = '' OR strpos(lower(recipient), lower($2)) > 0)
   AND ($3::bigint IS NULL OR id < $3)
 ORDER BY id DESC
 LIMIT $4;

-- name: mail_counts
-- One row: how many letters are in which state.
SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting,
       count(*) FILTER (WHERE state = 'dead') AS dead,
       count(*) FILTER (WHERE state = 'sent') AS sent
  FROM mail;

-- name: shop_name
-- What the shopkeeper called the shop; no row: as in shop.conf.
SELECT value
  FROM setting
 WHERE name = 'shop_name';
