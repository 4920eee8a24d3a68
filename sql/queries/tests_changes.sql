-- What tests change, to see that it is told; used by tests/db/changes_test.cpp and tests of pages.

-- name: take_number
-- A transaction that writes has a number from now on.
SELECT pg_current_xact_id()::text AS number;

-- name: old_marks
-- As if everything had been changed long ago.
UPDATE change_mark SET changed_xid = '3';

-- name: rename_category
-- $1 slug
UPDATE category SET name = name || ' (new)' WHERE slug = $1;

-- name: add_rule
INSERT INTO search_rule (kind, words) VALUES ('same', '{couch,sofa}');

-- name: add_factor
-- $1 product
INSERT INTO search_factor (product_id, factor) VALUES ($1, 1.5);

-- name: change_tax
INSERT INTO tax_rate (country, name, rate_bp, included) VALUES ('AT', 'VAT', 2000, true);

-- name: add_promotion
INSERT INTO promotion (name, kind, rate_bp) VALUES ('Ten off', 'percent', 1000);

-- name: vote_for_review
-- $1 product
UPDATE review SET helpful_count = helpful_count + 1 WHERE product_id = $1;

-- name: rename_account
-- $1 account, $2 first name
UPDATE account SET first_name = $2 WHERE id = $1;
