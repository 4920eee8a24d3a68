#!/usr/bin/env bash
# bench.sh - what a page costs: CPU microseconds of nginx, program and PostgreSQL per request, beside
# nginx serving a static file of the same size, all in one run. Times on shared machines drift;
# compare the column "x static" and rows of one run, never bare times of two runs.
#
#   tools/bench.sh [name …]       only the rows whose names contain one of the names
#   REQUESTS=4000                 counted requests a row
#   PRODUCTS=50000                with so many products instead of the demo shop's own
#   DATA=folder                   of public data: then also what search costs in a shop of 50,000
#                                 products (rows "search 50k", "search sql", "search growth")
set -euo pipefail
cd "$(dirname "$0")/.."

requests=${REQUESTS:-4000}
. tools/bench_shop.sh

if [ -n "${PRODUCTS:-}" ]; then
  psql -q -h "$socket" -U owner -d parley -v ON_ERROR_STOP=1 -v "products=$PRODUCTS" -f sql/demo/many_products.sql >/dev/null
  # Each worker learns of them by a request of its own.
  for _ in $(seq 60); do curl -s -o /dev/null --max-time 60 "$url/api/products?q=lamp"; done
fi
# Pages show what the models say, as in a shop that has been open for a day.
build/retrain --database "host=$socket user=owner dbname=parley" >/dev/null 2>"$folder/retrain.log"

# Nanoseconds on a processor, added up over processes.
cpu_of() { for pid in $1; do cut -d' ' -f1 "/proc/$pid/schedstat" 2>/dev/null || true; done | awk '{n += $1} END {printf "%.0f", n}'; }

load() { ab -q -k -c 4 -n "$1" "${options[@]}" "$2" >"$folder/ab.txt" 2>&1 || { cat "$folder/ab.txt" >&2; exit 1; }; }

# The static row is always there: the others are read beside it.
is_wanted() {
  local wanted
  if [ ${#names[@]} = 0 ] || [ "$1" = static ]; then return 0; fi
  for wanted in "${names[@]}"; do case $1 in *"$wanted"*) return 0 ;; esac; done
  return 1
}

# Rows are measured in turns, so that a slow minute of the machine falls on all of them; of each the
# middle turn is printed.
rounds=5
row_names=() row_paths=() row_cookies=()
row() {
  is_wanted "$1" || return 0
  row_names+=("$1") row_paths+=("$2") row_cookies+=("${3:-}")
}

# One turn of row $1: hundredths of microseconds of nginx, program and database for a request.
turn() {
  local path=${row_paths[$1]} cookie=${row_cookies[$1]} pools postgres nginx_before pool_before postgres_before n p d
  local each=$((requests / rounds))
  options=()
  if [ -n "$cookie" ]; then options=(-H "$cookie"); fi
  load 100 "$url$path"
  pools=$(pool_pids) postgres=$(postgres_pids)
  nginx_before=$(cpu_of "$nginx_pids") pool_before=$(cpu_of "$pools") postgres_before=$(cpu_of "$postgres")
  load "$each" "$url$path"
  n=$((($(cpu_of "$nginx_pids") - nginx_before) / each / 10))
  p=$((($(cpu_of "$pools") - pool_before) / each / 10))
  d=$((($(cpu_of "$postgres") - postgres_before) / each / 10))
  echo "$((n + p + d)) $n $p $d $(awk '/^Document Length/ {print $3}' "$folder/ab.txt") $(awk '/^Non-2xx/ {print $3}' "$folder/ab.txt")"
}

print_rows() {
  local at round total n p d bytes bad static=
  for round in $(seq "$rounds"); do
    for at in "${!row_names[@]}"; do turn "$at" >>"$folder/row.$at"; done
  done
  for at in "${!row_names[@]}"; do
    read -r total n p d bytes bad < <(sort -n "$folder/row.$at" | sed -n "$(((rounds + 1) / 2))p")
    static=${static:-$total}
    printf '%-26s %7s %8s %8s %8s %8s %9s %s\n' "${row_names[$at]}" "$bytes" $(hundredths "$n") $(hundredths "$p") \
      $(hundredths "$d") $(hundredths "$total") "$(awk -v a="$total" -v b="$static" 'BEGIN {printf "%.1f", a / b}')" "${bad:+$bad not 2xx}"
  done
}
hundredths() { awk -v n="$1" 'BEGIN {printf "%.1f", n / 100}'; }

names=("$@")
product=$(sql "SELECT '/product/' || id || '/' || slug FROM product WHERE in_stock > 5 ORDER BY sold_count DESC LIMIT 1")
category=$(sql "SELECT slug FROM category WHERE parent_id IS NULL ORDER BY position LIMIT 1")
size=$(curl -s "$url/category/$category" | wc -c)
head -c "$size" /dev/zero | tr '\0' x >"$folder/data/pictures/bench.txt"
chmod 644 "$folder/data/pictures/bench.txt"

guest="Cookie: $(guest_cookie)"

printf 'CPU microseconds per request (%s requests a row in %s turns, 4 connections, uncompressed)\n' "$requests" "$rounds"
printf '%-26s %7s %8s %8s %8s %8s %9s\n' page bytes nginx program postgres total 'x static'
row static /pictures/bench.txt
row health /health
row "home, anonymous" /
row "home, guest" / "$guest"
row "listing, anonymous" "/category/$category"
row "listing, guest" "/category/$category" "$guest"
row "search, guest" "/search?q=wireless+headphones" "$guest"
row "product, anonymous" "$product"
row "product, guest" "$product" "$guest"
row "cart, guest" /cart "$guest"
row "product, JSON" "/api/products/$(sed 's#/product/\([0-9]*\)/.*#\1#' <<<"$product")"
row "search of 24, JSON" "/api/products?q=wireless+headphones"
row "listing of 24, JSON" "/api/products?category=$category"
row "categories, JSON" /api/categories
row "chat, guest" /chat "$guest"
print_rows

if is_wanted "chat turn"; then
  printf '\nA question to the assistant and its stored answer: CPU microseconds of the program and PostgreSQL\n'
  build/bench_chat --database "host=$socket user=owner dbname=parley"
fi

if is_wanted "lists"; then
  printf '\nRecommendations and predictions, over 4 connections\n'
  build/bench_lists --database "host=$socket user=owner dbname=parley"
fi

printf '\nMemory of the three pools together (proportional set size): %s MB\n' "$(pools_memory)"

# --- search in a large shop ----------------------------------------------------------------------
data=${DATA:-}/homedepot
[ -s "$data/products.tsv" ] || exit 0

# The catalogue of a do-it-yourself shop; what a list of titles has not is made up, the same each time.
import_large_shop() {
  psql -q -h "$socket" -U owner -d parley -v ON_ERROR_STOP=1 <<SQL
CREATE TEMP TABLE title (id bigint, title text, description text);
\copy title FROM '$data/products.tsv' WITH (FORMAT csv, DELIMITER E'\t', QUOTE E'\b', HEADER)
INSERT INTO category (slug, name, parent_id, position)
SELECT 'bench-' || n, 'Bench ' || n, NULL, n FROM generate_series(1, 20) AS n;
INSERT INTO category (slug, name, parent_id, position)
SELECT 'bench-' || n, 'Bench ' || n, (SELECT id FROM category WHERE slug = 'bench-' || 1 + n % 20), n
  FROM generate_series(21, 220) AS n;
INSERT INTO brand (slug, name)
SELECT DISTINCT 'bench-' || lower(split_part(title, ' ', 1)), split_part(title, ' ', 1) FROM title
    ON CONFLICT DO NOTHING;
INSERT INTO product (sku, slug, name, category_id, brand_id, price_cents, in_stock, sold_count)
SELECT 'bench-' || t.id, 'bench', t.title, category.id, brand.id, 100 + abs(hashtext(t.title)) % 20000,
       abs(hashtext('stock' || t.title)) % 20, abs(hashtext('sold' || t.title)) % 1000
  FROM title AS t
  JOIN category ON category.slug = 'bench-' || 21 + abs(hashtext('place' || t.title)) % 200
  JOIN brand ON brand.slug = 'bench-' || lower(split_part(t.title, ' ', 1));
INSERT INTO product_attribute (product_id, position, name, value)
SELECT id, 1, 'Colour', (ARRAY['red', 'blue', 'green', 'black', 'white', 'brown', 'grey', 'yellow'])[1 + id % 8]
  FROM product WHERE sku LIKE 'bench-%';
INSERT INTO product_attribute (product_id, position, name, value)
SELECT id, 2, 'Material', (ARRAY['steel', 'oak', 'cotton', 'glass', 'plastic', 'brass'])[1 + id % 6]
  FROM product WHERE sku LIKE 'bench-%' AND id % 2 = 0;
ANALYZE;
SQL
}

# Sorted numbers on stdin -> median, 95th and 99th percentile.
spread() { sort -n | awk '{v[NR] = $1} END {printf "%8.0f %8.0f %8.0f", v[int((NR + 1) * .5)], v[int((NR + 1) * .95)], v[int((NR + 1) * .99)]}'; }
mean() { awk '{n += $1} END {print n / NR}'; }
queries=200 each=200
awk -F'\t' 'NR > 1 && NR % 29 == 0 {print $2}' "$data/queries.tsv" | head -n "$queries" >"$folder/queries.txt"

if is_wanted "search 50k" || is_wanted "search sql"; then
  import_large_shop
  printf '\nSearch among %s products: CPU microseconds of a result page with facets, nginx and database included\n' \
    "$(sql 'SELECT count(*) FROM product WHERE withdrawn_at IS NULL')"
  printf '%-26s %8s %8s %8s %8s %8s\n' "of $queries queries" median p95 p99 mean mixed
fi
if is_wanted "search 50k"; then
  options=(-H "$guest")
  # New workers, which share the index that their parent made of this catalogue.
  pkill -HUP -f "^$PWD/build/shop.fcgi .*$folder/data/run/"
  sleep 5
  load 400 "$url/search?q=ladder"
  pools=$(pool_pids) postgres=$(postgres_pids)
  # What each query costs at the address that begins with $1.
  ask_all() {
    local text before
    while read -r text; do
      text=$(node -e 'console.log(encodeURIComponent(process.argv[1]))' "$text")
      load 20 "$1$text"
      before=$(cpu_of "$nginx_pids $pools $postgres")
      load "$each" "$1$text"
      echo $((($(cpu_of "$nginx_pids $pools $postgres") - before) / each / 1000))
    done <"$folder/queries.txt"
  }
  # The same when every query is another one than the one before: the mean of them all, as what each
  # costs cannot be told apart.
  ask_mixed() {
    local before count
    for _ in $(seq 20); do cat "$folder/queries.txt"; done | shuf --random-source=/dev/zero |
      node -e 'for (const text of require("fs").readFileSync(0, "utf8").trim().split("\n")) console.log(`url = "${process.argv[1]}${encodeURIComponent(text)}"\noutput = /dev/null`)' "$1" >"$folder/mixed"
    count=$(grep -c '^url' "$folder/mixed")
    before=$(cpu_of "$nginx_pids $pools $postgres")
    curl -s -Z --parallel-max 4 "${options[@]}" -K "$folder/mixed" 2>/dev/null
    echo $((($(cpu_of "$nginx_pids $pools $postgres") - before) / count / 1000))
  }
  ask_all "$url/search?q=" >"$folder/costs.txt"
  printf '%-26s %s %8.0f %8s\n' "in memory (ours)" "$(spread <"$folder/costs.txt")" "$(mean <"$folder/costs.txt")" "$(ask_mixed "$url/search?q=")"
  options=()
  ask_all "$url/api/products?q=" >"$folder/costs.txt"
  printf '%-26s %s %8.0f %8s\n' "the same as JSON" "$(spread <"$folder/costs.txt")" "$(mean <"$folder/costs.txt")" "$(ask_mixed "$url/api/products?q=")"
fi
# The same words asked of PostgreSQL alone: its full text index, its ranking, the counts of one facet.
if is_wanted "search sql"; then
  sql "CREATE TABLE bench_text AS SELECT id, brand_id, to_tsvector('english', name) AS words FROM product;
       CREATE INDEX ON bench_text USING gin (words); ANALYZE bench_text;" >/dev/null
  coproc PSQL { psql -q -h "$socket" -U owner -d parley -At; }
  ask() { printf '%s\n' "$1" >&"${PSQL[1]}"; read -r answer <&"${PSQL[0]}"; }
  ask 'SELECT pg_backend_pid();'
  backend=$answer
  while read -r text; do
    words=$(tr -cs '[:alnum:]' ' ' <<<"$text" | sed 's/^ *//; s/ *$//; s/  */ | /g')
    before=$(cpu_of "$backend")
    ask "WITH found AS MATERIALIZED (SELECT id, brand_id, ts_rank_cd(words, q) AS rank FROM bench_text, to_tsquery('english', '$words') AS q WHERE words @@ q)
         SELECT (SELECT count(*) FROM (SELECT id FROM found ORDER BY rank DESC, id LIMIT 24) AS page) + (SELECT count(*) FROM (SELECT brand_id, count(*) FROM found GROUP BY brand_id) AS facet);"
    echo $((($(cpu_of "$backend") - before) / 1000))
  done <"$folder/queries.txt" >"$folder/costs.txt"
  printf '%-26s %s   (no page, no spelling, one facet)\n' "PostgreSQL alone, GIN" "$(spread <"$folder/costs.txt")"
fi
if is_wanted "search growth"; then
  printf '\nSearch as the catalogue grows: the search itself with facets, without page and database\n'
  build/search_eval growth "$data" --split dev
fi
