#!/usr/bin/env bash
# faults_test.sh - what happens when parts break, or two people want the same thing: faults are
# caused, not pretended.
. "$(dirname "$0")/tap.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

pool_master() { pgrep -of "shop.fcgi .*--pool $1 .*$SHOP_DATA"; }
workers_of() { pgrep -P "$(pool_master "$1")"; }
eventually() { for _ in $(seq 100); do "$@" && return 0; sleep 0.1; done; return 1; }
is_status() { [ "$(status_of "$1")" = "$2" ]; }

# Workers that hang: nginx gives up after its 30 seconds, during which the other faults have their turn.
hanging=$(workers_of admin)
kill -STOP $hanging
curl -s -o "$work/late.json" -w '%{http_code} %{content_type}' -H 'Accept: application/json' "$SHOP_URL/admin" >"$work/late.status" &
late=$!

before=$(workers_of shop | wc -l)
kill -9 "$(workers_of shop | tail -n 1)"
good=0
for _ in $(seq 20); do [ "$(status_of '/search?q=lamp&in_stock=1')" = 200 ] && good=$((good + 1)); done
check "a killed worker costs nobody his page" test $good -ge 19
refilled() { [ "$(workers_of shop | wc -l)" -ge "$before" ]; }
check "and is replaced" eventually refilled

good=0
for round in $(seq 40); do
  [ "$round" = 10 ] && kill -HUP "$(pool_master shop)"
  [ "$(status_of "/search?q=mug&page=$((round % 2 + 1))")" = 200 ] && good=$((good + 1))
done
check "a reload drops no request" test $good = 40

# Workers that learn of thousands of products by themselves each hold them alone: new ones, which share
# what their master has read, take their place while nobody waits.
before=$(workers_of shop)
sql "INSERT INTO product (sku, slug, name, category_id, price_cents, in_stock)
     SELECT 'learnt-' || n, 'learnt', 'Learnt Lantern ' || n, (SELECT min(id) FROM category), 100 + n, 0
       FROM generate_series(1, 4000) AS n" >/dev/null
good=0
for _ in $(seq 40); do curl -s "$SHOP_URL/search?q=learnt+lantern" | grep -q 'Learnt Lantern' && good=$((good + 1)); done
check "thousands of new products are found at once by every worker" test $good = 40
renewed() { [ -z "$(comm -12 <(sort <<<"$before") <(workers_of shop | sort))" ]; }
check "then new workers share them" eventually renewed
good=0
for _ in $(seq 20); do curl -s "$SHOP_URL/search?q=learnt+lantern" | grep -q 'Learnt Lantern' && good=$((good + 1)); done
check "and know them as well" test $good = 20
sql "UPDATE product SET withdrawn_at = now() WHERE sku LIKE 'learnt-%'" >/dev/null

# --- two people, one piece -------------------------------------------------------------------
product=$(sql 'SELECT id FROM product WHERE in_stock > 3 ORDER BY id DESC LIMIT 1')
sql "DELETE FROM inventory_item WHERE sold_at IS NULL AND product_id = $product AND id NOT IN (SELECT max(id) FROM inventory_item WHERE sold_at IS NULL AND product_id = $product)" >/dev/null
sql "UPDATE product SET in_stock = 1 WHERE id = $product" >/dev/null
sold_before=$(sql "SELECT count(*) FROM order_line JOIN sales_order ON sales_order.id = order_id WHERE product_id = $product AND state <> 'temp'")

# Fills a cart and the checkout form; leaves the form's fields in $work/<name>.form.
prepare() {
  curl -s -o /dev/null -c "$work/$1.jar" -d "product=$product&pieces=1" "$SHOP_URL/cart/add"
  curl -s -b "$work/$1.jar" "$SHOP_URL/checkout" >"$work/$1.html"
  hidden_fields <"$work/$1.html" >"$work/$1.form"
}
# The hidden fields of the checkout form as urlencoded pairs.
hidden_fields() {
  tr '>' '>\n' | grep -o '<input type="hidden" name="[a-z_]*" value="[^"]*"' | grep -v 'name="next"' | sort -u |
    sed -E 's/.*name="([a-z_]*)" value="([^"]*)"/\1=\2/' | paste -sd'&'
}
address='email=race%40example.com&name=Race+Buyer&street=1+Main+St&postal_code=97201&city=Portland&country=US&phone=&shipping=standard&payment=bank_transfer'
place() { curl -s -o "$work/$1.answer" -w '%{http_code} %{redirect_url}' -b "$work/$1.jar" -d "$(cat "$work/$1.form")&$address" "$SHOP_URL/checkout" >"$work/$1.status"; }

prepare one
prepare two
place one &
one=$!
place two &
wait $one $!
sold=$(($(sql "SELECT count(*) FROM order_line JOIN sales_order ON sales_order.id = order_id WHERE product_id = $product AND state <> 'temp'") - sold_before))
check "of two buyers of the last piece exactly one gets it ($(cat "$work"/*.status | tr '\n' ' '))" test "$sold" = 1
check "and the stock is zero, not less" test "$(sql "SELECT in_stock FROM product WHERE id = $product")" = 0

product=$(sql 'SELECT id FROM product WHERE in_stock > 9 ORDER BY id DESC LIMIT 1')
count_before=$(sql "SELECT count(*) FROM sales_order WHERE state <> 'temp'")
prepare twice
place twice &
first=$!
place twice &
wait $first $!
check "the same form sent twice makes one order" test $(($(sql "SELECT count(*) FROM sales_order WHERE state <> 'temp'") - count_before)) = 1
check "stock and units still agree for every product" test "$(sql "SELECT count(*) FROM (SELECT product.id FROM product LEFT JOIN inventory_item i ON i.product_id = product.id AND sold_at IS NULL GROUP BY product.id HAVING in_stock <> count(i.id)) AS wrong")" = 0

# --- the database goes away and comes back ------------------------------------------------------
folder=$(sql 'SHOW data_directory')
tools/private_postgres.sh stop "$folder"
check "without the database a page says so with 503" test "$(status_of '/search?q=away')" = 503
check "in the shop's look" grep -q 'site-head' <<<"$(body_of '/search?q=away2')"
check "and /health tells it" test "$(status_of /health)" = 503
tools/private_postgres.sh start "$folder" fast >/dev/null
check "when it is back the pages are, too" eventually is_status '/search?q=back' 200
good=0
for round in $(seq 20); do [ "$(status_of "/search?q=again&page=$round")" = 200 ] && good=$((good + 1)); done
check "of every worker" test $good = 20

# --- the worker that hangs ------------------------------------------------------------------------
wait $late
check "a worker that hangs is given up with 504" grep -q '^504 application/problem+json' "$work/late.status"
check "in the API's form for errors" node -e 'const p = JSON.parse(require("fs").readFileSync(process.argv[1])); process.exit(p.status === 504 ? 0 : 1)' "$work/late.json"
kill -CONT $hanging
check "and works on when it wakes" eventually is_status /admin 303
