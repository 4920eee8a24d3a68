# bench_shop.sh - sourced by bench.sh and soak.sh: opens a shop of its own on a free port, with the demo
# data, and closes it again at the end. Gives $url, $socket (of the database), $folder, sql and the
# processes' numbers.
folder=$(mktemp -d /tmp/parley-bench.XXXXXX)
chmod 755 "$folder"
port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
PORT=$port DATA=$folder/data TRAIN=no READY_FILE=$folder/ready tools/run.sh >"$folder/run.log" 2>&1 &
shop=$!
trap 'kill -TERM $shop 2>/dev/null; wait $shop 2>/dev/null || true; rm -rf "$folder"' EXIT
until [ -s "$folder/ready" ]; do
  kill -0 $shop 2>/dev/null || { cat "$folder/run.log" >&2; exit 1; }
  sleep 0.1
done
url=http://127.0.0.1:$port
socket=$(cat "$folder/ready")
sql() { psql -h "$socket" -U owner -d parley -Atc "$1"; }

children_of() { pgrep -P "$1" || true; }
nginx_pids=$(children_of "$(cat "$folder/data/run/nginx.pid")")
pool_pids() { local master; for master in $(pgrep -f "^$PWD/build/shop.fcgi .*$folder/data/run/"); do echo "$master"; children_of "$master"; done | sort -u; }
postgres_pids() { children_of "$(head -n 1 "$(sql 'SHOW data_directory')/postmaster.pid")"; }
# Megabytes of the three pools together: proportional set size, so that shared pages count once.
pools_memory() {
  local pid
  for pid in $(pool_pids); do awk '/^Pss:/ {print $2}' "/proc/$pid/smaps_rollup" 2>/dev/null; done |
    awk '{n += $1} END {printf "%.1f", n / 1024}'
}
# A guest with two things in the cart: his cookie passes by nginx's cache.
guest_cookie() {
  local token
  curl -s -c "$folder/jar" -o /dev/null -d "product=$(sql 'SELECT id FROM product WHERE in_stock > 9 LIMIT 1')&pieces=1" "$url/cart/add"
  token=$(curl -s -b "$folder/jar" "$url/cart" | grep -o 'name="csrf" value="[^"]*"' | head -n 1 | sed 's/.*value="//; s/"$//')
  curl -s -b "$folder/jar" -o /dev/null -d "csrf=$token&product=$(sql 'SELECT id FROM product WHERE in_stock > 9 OFFSET 1 LIMIT 1')&pieces=2" "$url/cart/add"
  echo "session=$(awk '$6 == "session" {print $7}' "$folder/jar")"
}
