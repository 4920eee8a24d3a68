#!/usr/bin/env bash
# soak.sh - many requests on end: the memory of the pools must not grow with them.
#
#   tools/soak.sh
#   REQUESTS=1000000    in ten rounds; each asks for listings, searches, products, carts and the home page
#
# After the first round everything is loaded; from there on more than 5 % of growth is a leak, and the
# exit code says so. The last line is "1 passed, 0 failed" when it does not grow.
set -euo pipefail
cd "$(dirname "$0")/.."

requests=${REQUESTS:-1000000}
. tools/bench_shop.sh
guest="Cookie: $(guest_cookie)"
product=$(sql "SELECT '/product/' || id || '/' || slug FROM product WHERE in_stock > 5 ORDER BY sold_count DESC LIMIT 1")
category=$(sql 'SELECT slug FROM category WHERE parent_id IS NULL ORDER BY position LIMIT 1')
paths=(/ "/category/$category" '/search?q=wireless+headphones' "$product" /cart /no-such-page)
each=$((requests / 10 / ${#paths[@]}))

bad=0 first=0 now=0
printf 'Memory of the three pools after so many requests, in MB\n'
for round in $(seq 10); do
  for path in "${paths[@]}"; do
    ab -q -k -c 4 -n "$each" -H "$guest" "$url$path" >"$folder/ab.txt" 2>&1 || { cat "$folder/ab.txt" >&2; exit 1; }
    wrong=$(awk '/^Non-2xx/ {print $3}' "$folder/ab.txt")
    if [ "$path" != /no-such-page ]; then bad=$((bad + ${wrong:-0})); fi
  done
  now=$(pools_memory)
  [ "$round" -gt 1 ] || first=$now
  printf '%10d %8s\n' $((round * each * ${#paths[@]})) "$now"
done
grown=$(awk -v a="$first" -v b="$now" 'BEGIN {print (b > a * 1.05) ? 1 : 0}')
printf 'Answers other than 200 where 200 was due: %d\n' "$bad"
[ "$grown" = 0 ] && [ "$bad" = 0 ] && { echo '1 passed, 0 failed'; exit 0; }
echo '0 passed, 1 failed'
exit 1
