-- Votes, reports and moderation of reviews, and wishes to hear of stock; used by cgi-bin/catalog.

-- name: shown_review
-- $1 review
SELECT review.id, review.product_id, product.slug, review.account_id, review.stars, review.title, review.body,
       account.first_name AS author
  FROM review
  JOIN product ON product.id = review.product_id
  JOIN account ON account.id = review.account_id
 WHERE review.id = $1
   AND review.state = 'shown'
   AND product.withdrawn_at IS NULL;

-- name: vote
-- No row touched when this customer has voted.
-- $1 review, $2 account
INSERT INTO review_vote (review_id, account_id)
VALUES ($1, $2)
ON CONFLICT DO NOTHING;

-- name: take_vote_back
-- $1 review, $2 account
DELETE FROM review_vote
 WHERE review_id = $1
   AND account_id = $2;

-- name: report_review
-- A second report of the same customer opens his first one again.
-- $1 review, $2 account, $3 reason, $4 now
INSERT INTO review_report (review_id, account_id, reason, created_at)
VALUES ($1, $2, $3, $4)
ON CONFLICT (review_id, account_id) DO UPDATE
   SET reason = EXCLUDED.reason, created_at = EXCLUDED.created_at, settled_at = NULL;

-- name: reviews_to_moderate
-- Newest first. $1 'open' (waiting or reported), 'shown', 'hidden' or 'all', $2 words or '',
-- $3 only reviews before this id, or NULL, $4 how many
SELECT review.id, review.product_id, product.name AS product, product.slug, review.stars, review.title, review.body,
       review.verified, review.state, review.helpful_count, review.created_at, account.username AS author,
       (extract(epoch FROM review.created_at) * 1000000)::bigint::text AS version,
       (SELECT count(*) FROM review_report
         WHERE review_id = review.id AND settled_at IS NULL) AS reports,
       (SELECT string_agg(DISTINCT reason, E'\n') FROM review_report
         WHERE review_id = review.id AND settled_at IS NULL) AS reasons
  FROM review
  JOIN product ON product.id = review.product_id
  JOIN account ON account.id = review.account_id
 WHERE ($1 = 'all'
        OR review.state = $1
        OR ($1 = 'open' AND (review.state = 'waiting'
                             OR EXISTS (SELECT FROM review_report
                                         WHERE review_id = review.id AND settled_at IS NULL))))
   AND ($2 = '' OR strpos(lower(review.title || ' ' || review.body || ' ' || product.name || ' ' || account.username),
                          lower($2)) > 0)
   AND ($3::bigint IS NULL OR review.id < $3)
 ORDER BY review.id DESC
 LIMIT $4;

-- name: count_open_reviews
SELECT (SELECT count(*) FROM review WHERE state = 'waiting')
       + (SELECT count(DISTINCT review_id)
            FROM review_report
            JOIN review ON review.id = review_report.review_id
           WHERE settled_at IS NULL
             AND review.state <> 'waiting') AS open;

-- name: set_review_state
-- No row touched when its writer changed it since.
-- $1 review, $2 version, $3 state
UPDATE review
   SET state = $3
 WHERE id = $1
   AND (extract(epoch FROM created_at) * 1000000)::bigint::text = $2;

-- name: settle_reports
-- $1 review, $2 now
UPDATE review_report
   SET settled_at = $2
 WHERE review_id = $1
   AND settled_at IS NULL;

-- name: wish_for_stock
-- No row touched when the product can be bought, or is unknown. Asking twice is asking once.
-- $1 product, $2 e-mail, $3 account or NULL, $4 now
INSERT INTO stock_wish (product_id, email, account_id, created_at)
SELECT id, $2, $3::bigint, $4::timestamptz
  FROM product
 WHERE id = $1
   AND in_stock = 0
   AND withdrawn_at IS NULL
ON CONFLICT (product_id, lower(email)) DO UPDATE
   SET created_at = EXCLUDED.created_at;

-- name: email_of
-- $1 account
SELECT email
  FROM account
 WHERE id = $1;

-- name: stock_wishes
-- Sold-out products that people wait for, most wanted first. $1 how many
SELECT product.id, product.name, count(*) AS people, min(stock_wish.created_at) AS since
  FROM stock_wish
  JOIN product ON product.id = stock_wish.product_id
 GROUP BY product.id
 ORDER BY people DESC, since
 LIMIT $1;
