-- tools/import online-retail: from staged invoice rows to products, customers and orders.

-- name: make_lines
-- One row of the file: kind S sale, C cancellation (quantity as a positive number), P postage.
CREATE TEMP TABLE staged_line (
  line         bigint NOT NULL,
  kind         text NOT NULL,
  invoice      text NOT NULL,
  code         text NOT NULL,
  description  integer NOT NULL,
  quantity     bigint NOT NULL,
  price_cents  bigint NOT NULL,
  at           timestamptz NOT NULL,
  customer     bigint,
  country      text NOT NULL
) ON COMMIT DROP;

-- name: copy_lines
COPY staged_line (line, kind, invoice, code, description, quantity, price_cents, at, customer, country)
  FROM STDIN;

-- name: make_descriptions
-- Each text of the file once, as people like to read it; `plain` is for finding words in it.
CREATE TEMP TABLE staged_description (
  id     integer PRIMARY KEY,
  name   text NOT NULL,
  slug   text NOT NULL,
  plain  text NOT NULL GENERATED ALWAYS AS
         (' ' || regexp_replace(lower(name), '[^a-z0-9]+', ' ', 'g') || ' ') STORED
) ON COMMIT DROP;

-- name: copy_descriptions
COPY staged_description (id, name, slug) FROM STDIN;

-- name: analyze_lines
ANALYZE staged_line;

-- name: refuse_mixed_invoices
-- An invoice has one customer; when rows disagree, which one paid cannot be known.
-- $1 file
WITH mixed AS (
  SELECT invoice FROM staged_line
   GROUP BY invoice
  HAVING min(COALESCE(customer, 0)) <> max(COALESCE(customer, 0))
)
INSERT INTO staged_problem (file, line, verdict, reason)
SELECT $1, line, 'bad', 'invoice ' || invoice || ' names several customers'
  FROM staged_line JOIN mixed USING (invoice);

-- name: leave_out_unpriced_codes
-- A code that was never sold at a price (samples, stock corrections) is no product.
-- $1 file
WITH unpriced AS (
  SELECT code FROM staged_line WHERE kind = 'S' GROUP BY code HAVING max(price_cents) = 0
)
INSERT INTO staged_problem (file, line, verdict, reason)
SELECT $1, line, 'left out', 'code ' || code || ' was never sold at a price'
  FROM staged_line JOIN unpriced USING (code)
 WHERE kind = 'S';

-- name: refuse_foreign_codes
-- A stock code or account of the shop's own must not be taken over.
-- $1 file
WITH codes AS (
  SELECT sku FROM product
   WHERE sku IN (SELECT DISTINCT code FROM staged_line WHERE kind = 'S')
     AND imported_from IS DISTINCT FROM 'online-retail:' || sku
), buyers AS (
  SELECT DISTINCT customer, 'customer' || customer AS username
    FROM staged_line WHERE customer IS NOT NULL
), taken AS (
  SELECT b.customer FROM buyers b JOIN account a ON a.username = b.username::citext
   WHERE a.imported_from IS DISTINCT FROM 'online-retail:customer:' || b.customer
   UNION
  SELECT b.customer FROM buyers b JOIN account a ON a.email = (b.username || '@example.org')::citext
   WHERE a.imported_from IS DISTINCT FROM 'online-retail:customer:' || b.customer
)
INSERT INTO staged_problem (file, line, verdict, reason)
SELECT $1, line, 'bad', 'code ' || code || ' is another product of this shop'
  FROM staged_line JOIN codes ON codes.sku = staged_line.code
UNION ALL
SELECT $1, line, 'bad', 'customer ' || customer || ' is another account of this shop'
  FROM staged_line JOIN taken USING (customer);

-- name: drop_problem_lines
DELETE FROM staged_line USING staged_problem p WHERE p.line = staged_line.line;

-- name: leave_out_lonely_postage
-- $1 file
INSERT INTO staged_problem (file, line, verdict, reason)
SELECT $1, p.line, 'left out', 'invoice ' || p.invoice || ' is about postage only'
  FROM staged_line p
 WHERE p.kind = 'P'
   AND NOT EXISTS (SELECT 1 FROM staged_line s WHERE s.kind = 'S' AND s.invoice = p.invoice);

-- name: make_products
-- Name: the most frequent description of priced sales. Price: the most frequent one of the last 60
-- days in which the product was sold, the latest of equally frequent ones.
CREATE TEMP TABLE staged_product ON COMMIT DROP AS
WITH sold AS (
  SELECT code, description, price_cents, at, max(at) OVER (PARTITION BY code) AS last_at
    FROM staged_line WHERE kind = 'S' AND price_cents > 0
), named AS (
  SELECT DISTINCT ON (code) code, description, min(first_at) OVER (PARTITION BY code) AS first_at
    FROM (SELECT code, description, count(*) AS rows, min(at) AS first_at, max(at) AS last_at
            FROM sold GROUP BY code, description) d
   ORDER BY code, rows DESC, last_at DESC, description
), priced AS (
  SELECT DISTINCT ON (code) code, price_cents
    FROM (SELECT code, price_cents, count(*) AS rows, max(at) AS last_at
            FROM sold WHERE at >= last_at - interval '60 days' GROUP BY code, price_cents) d
   ORDER BY code, rows DESC, last_at DESC, price_cents
)
SELECT n.code, n.description, n.first_at, q.price_cents, p.id AS product_id, p.id IS NULL AS is_new,
       NULL::text AS category
  FROM named n
  JOIN priced q USING (code)
  LEFT JOIN product p ON p.imported_from = 'online-retail:' || n.code;

-- name: make_words
-- What the words of a description say about the goods.
CREATE TEMP TABLE staged_word (
  kind   text NOT NULL,          -- 'Category', or the name of an attribute
  value  text NOT NULL,
  word   text NOT NULL,          -- in small letters, singular; may be several words
  rank   integer NOT NULL        -- of the categories: smaller wins
) ON COMMIT DROP;

-- name: add_words
-- The longest phrase decides the category ("gift bag" is gift wrap and no bag); among equally long
-- ones the category that stands first here. Colours and materials are all taken.
INSERT INTO staged_word (kind, value, word, rank)
SELECT w.kind, w.value, trim(word), w.rank
  FROM (VALUES
    (1, 'Category', 'Christmas', 'christmas, xmas, advent, santa, reindeer, snowflake, snowman, snowmen, nativity, angel decoration, noel, stocking, christmas tree, rudolph'),
    (2, 'Category', 'Jewellery & Hair', 'necklace, necklac, neckl, bracelet, earring, brooch, pendant, bangle, ring, anklet, jewellery, hair clip, hairclip, hair grip, hair slide, hair comb, hair tie, hairband, charm, diamante, bead, tiara, hair band, phone charm, choker, lariat, keyring, key ring, bag charm, filigree'),
    (3, 'Category', 'Lighting & Candles', 'candle, t light, tea light, t light holder, tealight, lantern, lamp, lampshade, light holder, night light, candlestick, candleholder, candle holder, votive, chandelier, fairy lights, string of lights, light, incense, oil burner, candelabra, nightlight, light garland'),
    (4, 'Category', 'Stationery & Gift Wrap', 'card, wrap, gift wrap, gift bag, gift tag, gift tape, gift box, notebook, pencil, pen, eraser, sticker, paper, ribbon, tissue paper, envelope, writing set, stationery, sketchbook, journal, diary, calendar, book, bookmark, tape, rubber, ruler, greeting card, letter rack, stamp, organiser, recipe box, photo album, album, tag, tissue, paper bag, memo, notelet, chalk, blackboard, address book, file, passport cover, wrapping, crayon, calculator'),
    (5, 'Category', 'Party & Celebration', 'bunting, balloon, party, birthday, garland, paper chain, cake case, doily, doilies, paper plate, paper cup, paper napkin, napkin, streamer, confetti, party bag, cocktail parasol, easter, halloween, valentine, wedding, honeycomb'),
    (6, 'Category', 'Bags & Luggage', 'bag, lunch bag, jumbo bag, shopper, handbag, purse, wallet, luggage tag, suitcase, rucksack, backpack, washbag, wash bag, tote, airline bag, charlotte bag, shoulder bag, jumbo storage bag, bag charlotte, trolley, holdall, clutch, satchel, travel bag, make up bag, cosmetic bag, shopping bag, ticket holder, card holder'),
    (7, 'Category', 'Toys & Children', 'toy, doll, dolly, puppet, jigsaw, puzzle, game, playhouse, play house, skittle, dominoes, ludo, marble, spinning top, children, childrens, child, childs, kid, kids, baby, teddy, soft toy, bear, creepy crawlies, playing cards, nursery, skipping rope, snap card, playing card, dinosaur, circus parade lunch box, feltcraft, felt craft, craft, dolly girl, building block, bingo, yo yo, harmonica, kite, money box, money bank, moneybox, piggy bank, babushka, spaceboy, origami, painting set, colouring, magic, rocking horse, train, robot, tattoo, stress ball'),
    (8, 'Category', 'Garden & Outdoors', 'garden, plant, plant pot, plant marker, watering can, bird house, bird feeder, bird bath, birdhouse, birdcage, seed, herb, parasol, windmill, trowel, spade, fork, planter, flower pot, flowerpot, hanging basket, picnic, deck chair, deckchair, umbrella, beach, shed, wind chime, windchime, bird table, gnome, thermometer, picnic basket, hammock, garden kneeling pad, kneeling pad, bicycle'),
    (9, 'Category', 'Kitchen & Dining', 'mug, cup, saucer, plate, bowl, teapot, tea pot, tea towel, tea set, kitchen, cutlery, spoon, teaspoon, knife, cake, cake stand, cakestand, cake tin, baking, bakeware, lunch box, lunchbox, jar, jam, jam jar, jam making, bottle, jug, glass, tumbler, goblet, wine, beaker, coaster, placemat, place mat, tray, apron, oven glove, egg cup, eggcup, tea cosy, coffee, tea, sugar, milk, bread, bread bin, butter dish, dish, pan, frying pan, measuring, cookie, cookie cutter, biscuit, biscuit tin, food, chopping board, napkin ring, table cloth, tablecloth, pantry, ice cream, popcorn, salt, pepper, cruet, snack box, tin, fridge magnet, magnet, flask, pudding, ramekin, scale, sieve, whisk, rolling pin, ladle, corkscrew, bottle opener, tiffin, storage tin, cocktail, shot glass, straw, chocolate, sweets, toast, colander, mould'),
    (10, 'Category', 'Bath & Wellbeing', 'bath, bathroom, soap, soap dish, towel, flannel, bath salt, bath sponge, sponge, body, balm, hand cream, toothbrush, toilet, hot water bottle, hottie, hand warmer, massage, lip gloss, perfume, scent bottle, lavender, manicure, nail, plaster, eye mask, slipper, sleep, tissue box, first aid, cosmetic, shower'),
    (11, 'Category', 'Home & Decoration', 'cushion, cushion cover, frame, photo frame, photoframe, doorsign, picture frame, clock, alarm clock, mirror, vase, sign, door sign, metal sign, hook, coat hook, coat rack, hanger, knob, door knob, drawer knob, doormat, door mat, door stop, doorstop, decoration, wall art, wall, ornament, heart, wreath, basket, box, storage, storage box, trinket box, trinket pot, cabinet, chest, drawer, shelf, shelves, stool, chair, table, bench, rack, curtain, throw, quilt, blanket, rug, wall tidy, letter, number tile, block word, tile, letter holder, key cabinet, bell, photo, picture, candlepot, flower, artificial flower, rose, butterfly, bird, feather, mobile, wicker heart, hanging heart, bookend, book end, block letter, bin, magazine rack, tidy, draught excluder, wallpaper, suncatcher, cover, stand, house, figurine, sculpture, drop, crystal, star, egg, chicken, hen, rabbit, frog, owl, cat, dog, elephant, tree, skull'),
    (12, 'Category', 'Sewing & Crafts', 'sewing, sewing kit, sewing box, knitting, button, needle, fabric, patch, cross stitch, crochet kit, embroidery, tapestry, yarn, thread, pin cushion, tape measure, make your own, make your own card, paint your own, craft kit, felt kit'),
    (13, 'Category', 'Clothing & Accessories', 'scarf, glove, hat, poncho, sock, shirt, sunglasses, sunglass, belt, shawl, sarong, jacket, raincoat, rain hat, sombrero, mitten, leg warmer, slippers, flip flop, shoe, apron dress'),
    (0, 'Colour', 'Red', 'red, scarlet, crimson, ruby'), (0, 'Colour', 'Pink', 'pink, fuschia, fuchsia, rose pink'),
    (0, 'Colour', 'Blue', 'blue, navy, turquoise, aqua, sky blue'), (0, 'Colour', 'Green', 'green, olive, mint, lime'),
    (0, 'Colour', 'White', 'white'), (0, 'Colour', 'Black', 'black, jet'), (0, 'Colour', 'Ivory', 'ivory, cream'),
    (0, 'Colour', 'Yellow', 'yellow'), (0, 'Colour', 'Orange', 'orange'), (0, 'Colour', 'Purple', 'purple, lilac, amethyst, mauve'),
    (0, 'Colour', 'Brown', 'brown'), (0, 'Colour', 'Grey', 'grey, gray'), (0, 'Colour', 'Silver', 'silver'),
    (0, 'Colour', 'Gold', 'gold, golden'), (0, 'Colour', 'Assorted', 'assorted, asstd, asst, multicolour, multicoloured, multi colour, assorted colour'),
    (0, 'Material', 'Wood', 'wood, wooden, bamboo'), (0, 'Material', 'Metal', 'metal, tin, zinc, iron, aluminium, steel, wire, brass, copper'),
    (0, 'Material', 'Glass', 'glass, murano'), (0, 'Material', 'Ceramic', 'ceramic, porcelain, china, stoneware, earthenware'),
    (0, 'Material', 'Paper', 'paper, card, cardboard'), (0, 'Material', 'Cotton', 'cotton'), (0, 'Material', 'Wool', 'wool, woolly, knitted'),
    (0, 'Material', 'Felt', 'felt, feltcraft'), (0, 'Material', 'Enamel', 'enamel'), (0, 'Material', 'Wicker', 'wicker, rattan, willow'),
    (0, 'Material', 'Plastic', 'plastic, acrylic, polyester, pvc'), (0, 'Material', 'Leather', 'leather'), (0, 'Material', 'Slate', 'slate'),
    (0, 'Material', 'Stone', 'stone, marble, terracotta'), (0, 'Material', 'Silk', 'silk, satin'), (0, 'Material', 'Wax', 'candle'),
    (0, 'Material', 'Feather', 'feather'), (0, 'Material', 'Rubber', 'rubber')
  ) AS w (rank, kind, value, words),
  LATERAL string_to_table(w.words, ',') AS word;

-- name: choose_categories
UPDATE staged_product p
   SET category = COALESCE(c.value, 'Other Gifts')
  FROM staged_product q
  JOIN staged_description d ON d.id = q.description
  LEFT JOIN LATERAL (
    SELECT w.value
      FROM staged_word w
     WHERE w.kind = 'Category'
       AND (strpos(d.plain, ' ' || w.word || ' ') > 0 OR strpos(d.plain, ' ' || w.word || 's ') > 0)
     ORDER BY array_length(string_to_array(w.word, ' '), 1) DESC, w.rank
     LIMIT 1) c ON true
 WHERE p.code = q.code AND q.is_new;

-- name: add_categories
INSERT INTO category (slug, name, position)
SELECT trim(BOTH '-' FROM regexp_replace(lower(c.category), '[^a-z]+', '-', 'g')), c.category,
       100 + COALESCE((SELECT min(w.rank) FROM staged_word w WHERE w.value = c.category), 99)
  FROM (SELECT DISTINCT category FROM staged_product WHERE is_new) c
ON CONFLICT (slug) DO NOTHING;

-- name: add_products
-- $1 pieces in stock of each
INSERT INTO product (sku, slug, name, category_id, price_cents, in_stock, created_at, imported_from)
SELECT s.code, d.slug, d.name, c.id, s.price_cents, $1::integer, s.first_at, 'online-retail:' || s.code
  FROM staged_product s
  JOIN staged_description d ON d.id = s.description
  JOIN category c ON c.slug = trim(BOTH '-' FROM regexp_replace(lower(s.category), '[^a-z]+', '-', 'g'))
 WHERE s.is_new
 ORDER BY s.first_at, s.code;

-- name: find_products
UPDATE staged_product s
   SET product_id = p.id
  FROM product p
 WHERE s.is_new AND p.imported_from = 'online-retail:' || s.code;

-- name: add_attributes
-- Colours and materials, and how many pieces one buys: "SET OF 6 …", "PACK OF 12 …", "S/4 …".
INSERT INTO product_attribute (product_id, position, name, value)
SELECT product_id, row_number() OVER (PARTITION BY product_id ORDER BY name, value), name, value
  FROM (
    SELECT DISTINCT s.product_id, w.kind AS name, w.value
      FROM staged_product s
      JOIN staged_description d ON d.id = s.description
      JOIN staged_word w ON w.kind <> 'Category' AND strpos(d.plain, ' ' || w.word || ' ') > 0
     WHERE s.is_new
    UNION ALL
    SELECT s.product_id, 'Pack of', m.pieces
      FROM staged_product s
      JOIN staged_description d ON d.id = s.description,
      LATERAL (SELECT COALESCE(
        substring(d.plain FROM ' (?:set|pack|box|pk|pkt|s)(?: of)? ([1-9][0-9]{0,2}) '),
        substring(d.plain FROM '^ ([1-9][0-9]?) (?!tier |hook |drawer |piece |day |way |row |heart |strand |compartment |section |minute |cm |inch |d )')
      ) AS pieces) m
     WHERE s.is_new AND m.pieces::integer > 1
  ) found;

-- name: add_units
-- Half the price stands for the cost, which the source does not tell.
-- $1 pieces of each new product, $2 distribution centre
INSERT INTO inventory_item (product_id, center_id, cost_cents)
SELECT product_id, $2::bigint, price_cents / 2
  FROM staged_product, generate_series(1, $1::integer)
 WHERE is_new
 ORDER BY product_id;

-- name: make_accounts
-- Customers with at least one order; the country is that of the latest.
CREATE TEMP TABLE staged_account ON COMMIT DROP AS
SELECT DISTINCT ON (l.customer) l.customer, l.country,
       min(l.at) OVER (PARTITION BY l.customer) AS first_at, a.id AS account_id, a.id IS NULL AS is_new
  FROM staged_line l
  LEFT JOIN account a ON a.imported_from = 'online-retail:customer:' || l.customer
 WHERE l.kind = 'S' AND l.customer IS NOT NULL
 ORDER BY l.customer, l.at DESC, l.line DESC;

-- name: add_accounts
INSERT INTO account (username, email, country, created_at, imported_from)
SELECT 'customer' || customer, 'customer' || customer || '@example.org', country, first_at,
       'online-retail:customer:' || customer
  FROM staged_account
 WHERE is_new
 ORDER BY first_at, customer;

-- name: find_accounts
UPDATE staged_account s
   SET account_id = a.id
  FROM account a
 WHERE s.is_new AND a.imported_from = 'online-retail:customer:' || s.customer;

-- name: make_sales
-- Rows of an invoice about the same product are one line at their average price.
CREATE TEMP TABLE staged_sale ON COMMIT DROP AS
SELECT invoice, code, customer, min(at) AS at, sum(quantity)::integer AS quantity,
       round(sum(quantity * price_cents) / sum(quantity))::bigint AS price_cents, 0 AS returned
  FROM staged_line
 WHERE kind = 'S'
 GROUP BY invoice, code, customer;

-- name: index_sales
CREATE INDEX ON staged_sale (customer, code);

-- name: analyze_sales
ANALYZE staged_sale;

-- name: make_cancels
CREATE TEMP TABLE staged_cancel ON COMMIT DROP AS
SELECT line, invoice, code, customer, at, quantity::integer AS quantity
  FROM staged_line
 WHERE kind = 'C';

-- name: make_returns
-- How many pieces of which sale a cancellation took back.
CREATE TEMP TABLE staged_return (
  invoice   text NOT NULL,
  code      text NOT NULL,
  line      bigint NOT NULL,
  quantity  integer NOT NULL
) ON COMMIT DROP;

-- name: match_whole_sales
-- First the plain case: the customer's latest sale of just as many pieces before it.
INSERT INTO staged_return (invoice, code, line, quantity)
SELECT DISTINCT ON (s.invoice, s.code) s.invoice, s.code, c.line, c.quantity
  FROM staged_cancel c
  CROSS JOIN LATERAL (
    SELECT invoice, code
      FROM staged_sale
     WHERE customer = c.customer AND code = c.code AND quantity = c.quantity AND at <= c.at
     ORDER BY at DESC, invoice DESC
     LIMIT 1) s
 ORDER BY s.invoice, s.code, c.at, c.line;

-- name: match_parts
-- Then the customer's other sales of the product and the other cancellations, both first come first
-- served: pieces a to b of the one are pieces a to b of the other.
INSERT INTO staged_return (invoice, code, line, quantity)
WITH sale AS (
  SELECT s.invoice, s.code, s.customer, s.at, s.quantity,
         sum(s.quantity) OVER (PARTITION BY s.customer, s.code ORDER BY s.at, s.invoice) AS upto
    FROM staged_sale s
   WHERE s.customer IS NOT NULL
     AND (s.customer, s.code) IN (SELECT customer, code FROM staged_cancel)
     AND NOT EXISTS (SELECT 1 FROM staged_return r WHERE r.invoice = s.invoice AND r.code = s.code)
), cancel AS (
  SELECT c.line, c.code, c.customer, c.at, c.quantity,
         sum(c.quantity) OVER (PARTITION BY c.customer, c.code ORDER BY c.at, c.line) AS upto
    FROM staged_cancel c
   WHERE c.customer IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM staged_return r WHERE r.line = c.line)
)
SELECT s.invoice, s.code, c.line,
       least(s.upto, c.upto) - greatest(s.upto - s.quantity, c.upto - c.quantity)
  FROM sale s
  JOIN cancel c ON c.customer = s.customer AND c.code = s.code AND s.at <= c.at
 WHERE least(s.upto, c.upto) > greatest(s.upto - s.quantity, c.upto - c.quantity);

-- name: leave_out_unmatched_cancels
-- $1 file
INSERT INTO staged_problem (file, line, verdict, reason)
SELECT $1, c.line, 'left out',
       'cancels ' || c.quantity - COALESCE(r.quantity, 0) || ' of ' || c.code
       || ' more than this file sold to the customer before'
  FROM staged_cancel c
  LEFT JOIN (SELECT line, sum(quantity) AS quantity FROM staged_return GROUP BY line) r USING (line)
 WHERE c.quantity > COALESCE(r.quantity, 0);

-- name: take_back_returns
UPDATE staged_sale s
   SET returned = r.quantity
  FROM (SELECT invoice, code, sum(quantity) AS quantity FROM staged_return GROUP BY invoice, code) r
 WHERE r.invoice = s.invoice AND r.code = s.code;

-- name: make_orders
-- An order that came back as a whole keeps its lines and is returned, or cancelled when that
-- happened on the day of the invoice; other orders hold what the customer kept.
CREATE TEMP TABLE staged_order ON COMMIT DROP AS
WITH invoice AS (
  SELECT invoice, min(at) AS at, min(customer) AS customer, min(country) AS country
    FROM staged_line WHERE kind = 'S' GROUP BY invoice
), postage AS (
  SELECT invoice, sum(quantity * price_cents)::bigint AS cents
    FROM staged_line WHERE kind = 'P' GROUP BY invoice
), goods AS (
  SELECT invoice, sum(quantity * price_cents)::bigint AS cents,
         sum((quantity - returned) * price_cents)::bigint AS kept_cents,
         sum(quantity - returned) = 0 AS all_back
    FROM staged_sale GROUP BY invoice
), back AS (
  SELECT r.invoice, max(c.at) AS last_at
    FROM staged_return r JOIN staged_cancel c USING (line) GROUP BY r.invoice
)
SELECT i.invoice, i.at, a.account_id, i.country, g.all_back, b.last_at AS back_at,
       CASE WHEN NOT g.all_back THEN 'complete'
            WHEN b.last_at < i.at + interval '1 day' THEN 'cancelled'
            ELSE 'returned' END AS state,
       CASE WHEN g.all_back THEN g.cents ELSE g.kept_cents END AS subtotal_cents,
       COALESCE(p.cents, 0) AS shipping_cents, o.id AS order_id, o.id IS NULL AS is_new
  FROM invoice i
  JOIN goods g USING (invoice)
  LEFT JOIN postage p USING (invoice)
  LEFT JOIN back b USING (invoice)
  LEFT JOIN staged_account a ON a.customer = i.customer
  LEFT JOIN sales_order o ON o.imported_from = 'online-retail:invoice:' || i.invoice;

-- name: add_orders
-- The source tells one moment only: placed, paid and delivered are all the invoice's.
-- $1 currency
INSERT INTO sales_order (number, account_id, state, payment_state, fulfilment_state, currency,
                         subtotal_cents, shipping_cents, tax_cents, total_cents, tax_name, tax_rate_bp,
                         tax_included, ship_country, created_at, placed_at, paid_at, shipped_at,
                         delivered_at, cancelled_at, imported_from)
SELECT 'R' || invoice, account_id, state,
       CASE WHEN all_back THEN 'refunded' ELSE 'paid' END,
       CASE state WHEN 'complete' THEN 'delivered' WHEN 'returned' THEN 'returned' ELSE 'open' END,
       $1, subtotal_cents, shipping_cents, 0, subtotal_cents + shipping_cents, '', 0, true, country,
       at, at, at,
       CASE WHEN state <> 'cancelled' THEN at END, CASE WHEN state <> 'cancelled' THEN at END,
       CASE WHEN state = 'cancelled' THEN back_at END, 'online-retail:invoice:' || invoice
  FROM staged_order
 WHERE is_new
 ORDER BY at, invoice;

-- name: find_orders
UPDATE staged_order s
   SET order_id = o.id
  FROM sales_order o
 WHERE s.is_new AND o.imported_from = 'online-retail:invoice:' || s.invoice;

-- name: add_order_lines
INSERT INTO order_line (order_id, product_id, quantity, product_name, unit_price_cents, added_at)
SELECT o.order_id, p.product_id,
       CASE WHEN o.all_back THEN s.quantity ELSE s.quantity - s.returned END,
       d.name, s.price_cents, o.at
  FROM staged_sale s
  JOIN staged_order o USING (invoice)
  JOIN staged_product p USING (code)
  JOIN staged_description d ON d.id = p.description
 WHERE o.is_new AND (o.all_back OR s.quantity > s.returned)
 ORDER BY o.order_id, p.product_id;

-- name: add_order_events
INSERT INTO order_event (order_id, at, kind, note)
SELECT order_id, at, kind, note
  FROM (
    SELECT o.order_id, o.at, k.kind, '' AS note, k.step
      FROM staged_order o
      JOIN (VALUES (1, 'placed'), (2, 'paid'), (3, 'delivered')) AS k (step, kind)
        ON k.kind <> 'delivered' OR o.state <> 'cancelled'
     WHERE o.is_new
    UNION ALL
    SELECT o.order_id, c.at, CASE WHEN o.state = 'cancelled' THEN 'cancelled' ELSE 'returned' END,
           string_agg(r.quantity || ' × ' || r.code, ', ' ORDER BY r.line), 4
      FROM staged_return r
      JOIN staged_cancel c USING (line)
      JOIN staged_order o ON o.invoice = r.invoice
     WHERE o.is_new
     GROUP BY o.order_id, o.state, c.invoice, c.at
    UNION ALL
    SELECT o.order_id, o.back_at, 'refunded', '', 5
      FROM staged_order o
     WHERE o.is_new AND o.back_at IS NOT NULL
  ) e
 ORDER BY order_id, at, step;

-- name: count_sales
-- sold_count of what was kept, from the orders that are new.
UPDATE product p
   SET sold_count = p.sold_count + s.pieces
  FROM (SELECT q.product_id, sum(s.quantity - s.returned) AS pieces
          FROM staged_sale s
          JOIN staged_order o USING (invoice)
          JOIN staged_product q USING (code)
         WHERE o.is_new
         GROUP BY q.product_id) s
 WHERE p.id = s.product_id AND s.pieces > 0;

-- name: totals
SELECT (SELECT count(*) FROM staged_product WHERE is_new) AS products,
       (SELECT count(*) FROM staged_account WHERE is_new) AS customers,
       count(*) FILTER (WHERE is_new) AS orders,
       count(*) FILTER (WHERE NOT is_new) AS known_orders,
       count(*) FILTER (WHERE is_new AND account_id IS NULL) AS guest_orders,
       count(*) FILTER (WHERE is_new AND state = 'cancelled') AS cancelled_orders,
       count(*) FILTER (WHERE is_new AND state = 'returned') AS returned_orders,
       COALESCE(sum(subtotal_cents) FILTER (WHERE is_new AND state = 'complete'), 0)::bigint AS goods_cents,
       COALESCE(sum(shipping_cents) FILTER (WHERE is_new AND state = 'complete'), 0)::bigint AS shipping_cents
  FROM staged_order;
