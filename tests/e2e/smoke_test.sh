#!/usr/bin/env bash
# smoke_test.sh - what nginx and the program promise about every answer, seen by curl.
. "$(dirname "$0")/tap.sh"
jar=$(mktemp)
trap 'rm -f "$jar"' EXIT
product=$(sql 'SELECT id FROM product WHERE in_stock > 20 ORDER BY id LIMIT 1')

contains() { grep -qF -- "$2" <<<"$1"; }
lacks() { ! grep -qF -- "$2" <<<"$1"; }

home=$(body_of /)
head=$(head_of /)
check "the first page shows products at once" contains "$home" 'class="product-card"'
check "the policy allows no script" contains "$head" "default-src 'none'"
check "content types are not guessed" contains "$head" 'X-Content-Type-Options: nosniff'
check "a page tells what it cost" contains "$(head_of '/search?q=lamp')" 'Server-Timing: db;dur='
check "a page tells its length" contains "$head" 'Content-Length: '
check "HEAD answers without a body" test "$(curl -sI "$SHOP_URL/" | head -n 1 | cut -d' ' -f2)" = 200
check "a slash at the end does not matter" test "$(status_of /cart/)" = 200
check "nor does it in the other pools" test "$(status_of /chat/)$(status_of /admin/)" = 200303

missing=$(body_of /no-such-page)
check "an unknown address is 404" test "$(status_of /no-such-page)" = 404
check "in the shop's look, with a request id" contains "$missing" 'class="site-head"'
check "and names the request" contains "$missing" '<code>'
check "errors are problem+json for those who want it" contains "$(head_of /no-such-page -H 'Accept: application/json')" 'application/problem+json'
check "a wrong method is 405 and says what is right" contains "$(head_of /health -X DELETE)" 'Allow: GET, HEAD'

check "static files are kept for long" contains "$(head_of /static/shop.css)" 'immutable'
check "and lie outside of nobody's reach" test "$(status_of /static/../etc/shop.conf --path-as-is)" != 200
check "nor behind an encoded way" test "$(status_of /static/%2e%2e/etc/shop.conf --path-as-is)" != 200
check "nor does the pictures folder lead out" test "$(status_of /pictures../secret.conf --path-as-is)" != 200

first=$(head_of /category/books | grep -i x-request-id)
second=$(head_of /category/books | grep -i x-request-id)
check "anonymous pages come from nginx's cache for a second" test "$first" = "$second"
check "and set no cookie" lacks "$(head_of /category/books)" 'Set-Cookie'
curl -s -o /dev/null -c "$jar" -d "product=$product&pieces=1" "$SHOP_URL/cart/add"
third=$(head_of /category/books -b "$jar" | grep -i x-request-id)
fourth=$(head_of /category/books -b "$jar" | grep -i x-request-id)
check "a session passes the cache by" test "$third" != "$fourth"
check "a guest's cart is remembered" contains "$(body_of /cart -b "$jar")" 'class="cart-line'
check "the cart's count never shows to others" lacks "$(body_of /category/books)" 'count-badge'

big=$(mktemp)
head -c 2000000 /dev/zero | tr '\0' x >"$big"
check "a form of 2 MB is refused with 413" test "$(status_of /login --data-binary @"$big")" = 413
head -c 12000000 /dev/zero | tr '\0' x >"$big"
check "12 MB are refused by nginx in the shop's look" contains "$(body_of /login --data-binary @"$big")" 'Too large'
rm -f "$big"
check "a path that is no UTF-8 is 400" test "$(status_of /search/%ff)" = 400
check "a field that is no UTF-8 is 400" test "$(status_of '/search?q=%ff')" = 400
check "a NUL in a field is 400" test "$(status_of '/search?q=a%00b')" = 400
check "a forged cookie makes a guest" test "$(status_of /account -b 'session=1.1.0.9999999999.x.k1.forged')" = 303
check "a form from another site is refused" test "$(status_of /cart/add -H 'Origin: https://evil.example' -d "product=$product&pieces=1")" = 403
check "and so is one that the browser marks" test "$(status_of /cart/add -H 'Sec-Fetch-Site: cross-site' -d "product=$product&pieces=1")" = 403
check "a log-in without a name is asked again" test "$(status_of /login -d 'login=&password=')" = 422
carts=$(sql "SELECT count(*) FROM sales_order WHERE state = 'temp'")
for bad in 'product=0&pieces=1' 'product=-1&pieces=1' 'product=x&pieces=1' "product=$product&pieces=0" "product=$product&pieces=99999999999999999999" "product=$product&product=1&pieces=1" 'pieces=1'; do
  check "$bad is refused" test "$(status_of /cart/add -d "$bad" | cut -c1)" -lt 5
done
check "and none of it has made a cart" test "$(sql "SELECT count(*) FROM sales_order WHERE state = 'temp'")" = "$carts"

cgi() { env -i GATEWAY_INTERFACE=CGI/1.1 REQUEST_METHOD=GET REQUEST_URI="$1" PARLEY_CONFIG="$SHOP_DATA/shop.conf" PARLEY_SECRETS="$SHOP_DATA/secret.conf" build/shop.fcgi 2>/dev/null; }
check "the same program answers as plain CGI" contains "$(cgi /)" 'class="product-card"'
check "with a status line" contains "$(cgi /nothing | head -n 1)" 'Status: 404'
check "--routes prints the table" contains "$(build/shop.fcgi --routes)" '/product/{id}'
check "--check looks at the database" contains "$(PARLEY_CONFIG=$SHOP_DATA/shop.conf PARLEY_SECRETS=$SHOP_DATA/secret.conf build/shop.fcgi --check 2>&1)" 'products'
while read -r method path _; do
  [ "$method" = GET ] || continue
  address=$(sed -E 's/\{slug\}/books/; s/\{[a-z_]+\}/1/g' <<<"$path")
  check "GET $address does not fail" test "$(status_of "$address" | cut -c1)" != 5
done < <(build/shop.fcgi --routes)
