#!/usr/bin/env bash
# lynx_test.sh - a text browser is enough: a visitor at a terminal finds a thing, reads about it, puts
# it into the cart and comes to the checkout, with the keys that a person presses.
. "$(dirname "$0")/tap.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# press "text" ENTER …: the commands of lynx for these keys.
press() {
  local word i
  for word in "$@"; do
    case $word in
      ENTER) echo 'key ^J' ;;
      *) for ((i = 0; i < ${#word}; i++)); do
        case ${word:i:1} in ' ') echo 'key <space>' ;; *) echo "key ${word:i:1}" ;; esac
      done ;;
    esac
  done
}
visit() { TERM=xterm LINES=40 COLUMNS=100 timeout 60 lynx -accept_all_cookies -cmd_script="$work/keys" "$1" | sed 's/\x1b[^a-zA-Z]*[a-zA-Z]/ /g'; }
read_page() { lynx -dump -nolist -width=100 "$SHOP_URL$1"; }
carts() { sql "SELECT count(*) FROM sales_order WHERE state = 'temp' AND visitor IS NOT NULL"; }

name=$(sql 'SELECT name FROM product WHERE in_stock > 20 ORDER BY sold_count DESC LIMIT 1')
id=$(sql 'SELECT id FROM product WHERE in_stock > 20 ORDER BY sold_count DESC LIMIT 1')
query=$(sed 's/[^A-Za-z0-9]/+/g' <<<"$name")
check "a search lists the thing" grep -qF "$name" <<<"$(read_page "/search?q=$query")"
page=$(read_page "/product/$id")
check "its page tells name, price and stock" test "$(grep -cE "^ *(\\\$[0-9.]+|[0-9]+ in stock)$" <<<"$page")" -ge 2
check "and what buyers say" grep -q 'stars' <<<"$page"

before=$(carts)
press / 'Add to cart' ENTER ENTER / 'To checkout' ENTER ENTER q y >"$work/keys"
seen=$(visit "$SHOP_URL/product/$id")
check "a key puts it into the cart" test $(($(carts) - before)) = 1
check "and two more lead to the checkout" grep -q 'Delivery address\|Street' <<<"$seen"
check "a policy reads like a letter" grep -q 'days' <<<"$(read_page /policies/returns)"
check "the assistant has a field and a button" grep -qi 'button.*ask\|button.*send' <<<"$(read_page /chat)"
