#!/usr/bin/env bash
# real.sh - `make real DATA=folder`: imports a real gift shop (UCI Online Retail), opens it through
# nginx and buys something in it, step by step. Last line: "N passed, N failed".
#
#   DATA   folder that holds online_retail/*.csv
#   KEEP   'yes' leaves the shop open afterwards, until Ctrl-C
set -uo pipefail
cd "$(dirname "$0")/.."

file=$(ls "${DATA:-}"/online_retail/*.csv 2>/dev/null | head -n 1)
if [ -z "$file" ]; then
  echo "There is no online_retail/*.csv in '${DATA:-}': make real DATA=folder of public data" >&2
  exit 2
fi
file=$(realpath "$file")
folder=$(mktemp -d /tmp/parley-real.XXXXXX)
chmod 755 "$folder"
port=${PORT:-$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')}

# An empty shop first, for its database; the import is made by the owner beside it.
PORT=$port DATA=$folder/data DEMO=no READY_FILE=$folder/ready DATABASE_MODE=fast tools/run.sh >"$folder/run.log" 2>&1 &
shop=$!
trap 'kill -TERM $shop 2>/dev/null; wait $shop 2>/dev/null; rm -rf "$folder"' EXIT
for _ in $(seq 300); do
  [ -s "$folder/ready" ] && break
  kill -0 $shop 2>/dev/null || { cat "$folder/run.log" >&2; exit 1; }
  sleep 0.1
done
export SHOP_URL=http://127.0.0.1:$port SHOP_SOCKET SHOP_DATA=$folder/data
SHOP_SOCKET=$(cat "$folder/ready")
. tests/e2e/tap.sh

psql -q -h "$SHOP_SOCKET" -U owner -d parley -v ON_ERROR_STOP=1 -f sql/demo/rules.sql >/dev/null
echo "Importing $(basename "$file") …"
begin=$(date +%s.%N)
build/import online-retail "$file" --database "host=$SHOP_SOCKET user=owner dbname=parley" --report "$folder/report.txt" 2>/dev/null
printf 'Imported in %.1f s.\n' "$(echo "$(date +%s.%N) - $begin" | bc -l 2>/dev/null || awk -v a="$begin" -v b="$(date +%s.%N)" 'BEGIN {print b - a}')"

jar=$folder/jar
page() { curl -s -b "$jar" -c "$jar" "$SHOP_URL$1" "${@:2}"; }
token() { page "$1" | hidden_of csrf; }
{
  check "the catalogue is there" test "$(sql 'SELECT count(*) FROM product')" -gt 3000
  check "a search finds gifts" grep -q 'product-card' <<<"$(page '/search?q=heart+lunch+box')"
  check "also with a typing error" grep -q 'product-card' <<<"$(page '/search?q=lanterm&in_stock=1')"
  product=$(sql 'SELECT id FROM product WHERE in_stock > 0 ORDER BY sold_count DESC LIMIT 1')
  check "the best seller has a page" grep -q 'Add to cart' <<<"$(page "/product/$product" -L)"
  page /register >/dev/null
  page /register -o /dev/null -d "csrf=$(token /register)&username=real-visitor&email=real%40example.com&password=a+good+long+secret&country=GB"
  check "a visitor registers" grep -q 'real-visitor' <<<"$(page /account)"
  page /cart/add -o /dev/null -d "csrf=$(token /account)&product=$product&pieces=2"
  check "two pieces are in the cart" grep -q 'class="cart-line' <<<"$(page /cart)"
  page /checkout >"$folder/checkout.html"
  field() { hidden_of "$1" <"$folder/checkout.html"; }
  page /checkout -o /dev/null -d "csrf=$(field csrf)&checkout_token=$(field checkout_token)&total_cents=$(field total_cents)&email=real%40example.com&name=Real+Visitor&street=1+High+Street&postal_code=N1&city=London&country=GB&phone=&shipping=standard&payment=bank_transfer"
  check "the order is placed" test "$(sql "SELECT count(*) FROM sales_order JOIN account ON account.id = account_id WHERE username = 'real-visitor' AND state = 'placed'")" = 1
  check "and shows in the list" grep -q 'order-card' <<<"$(page /orders)"
  page /chat >/dev/null
  page /chat -L -o "$folder/answer.html" -d "csrf=$(token /chat)&question=What+are+the+top+5+most+sold+products%3F"
  check "the assistant knows what sells" grep -q 'product-card' "$folder/answer.html"
  customer=$(sql "SELECT username FROM account JOIN sales_order ON account_id = account.id WHERE account.imported_from IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1")
  check "an imported customer ($customer) sees the old orders" grep -q 'order-card' <<<"$(PARLEY_CONFIG=$SHOP_DATA/shop.conf PARLEY_SECRETS=$SHOP_DATA/secret.conf build/shop.fcgi --get /orders --as "$customer" 2>/dev/null)"
  check "stock and units agree" test "$(sql "SELECT count(*) FROM (SELECT product.id FROM product LEFT JOIN inventory_item i ON i.product_id = product.id AND sold_at IS NULL GROUP BY product.id HAVING in_stock <> count(i.id)) AS wrong")" = 0
} | tee "$folder/checks.txt"
if [ "${KEEP:-no}" = yes ]; then
  echo "The shop is open: $SHOP_URL/   Stop: Ctrl-C"
  wait $shop
fi
echo "$(grep -c '^ok ' "$folder/checks.txt") passed, $(grep -c '^not ok ' "$folder/checks.txt") failed"
! grep -q '^not ok ' "$folder/checks.txt"
