#!/usr/bin/env bash
# run.sh - opens a whole shop on a free port with data of its own, then lets every *_test.sh and
# *_test.mjs beside it loose on it. Last line: "N passed, N failed".
#
#   tests/e2e/run.sh [name …]     only the tests whose file names contain one of the names
set -uo pipefail
cd "$(dirname "$0")/../.."

folder=$(mktemp -d /tmp/parley-e2e.XXXXXX)
chmod 755 "$folder"
free_port() { node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'; }
port=$(free_port)
printf 'login_attempts = 1000\nregister_attempts = 1000\nchat_attempts = 1000\n' >"$folder/extra.conf"

PORT=$port DATA=$folder/data READY_FILE=$folder/ready DATABASE_MODE=fast EXTRA_SETTINGS=$folder/extra.conf \
  tools/run.sh >"$folder/run.log" 2>&1 &
shop=$!
trap 'kill -TERM $shop 2>/dev/null; wait $shop 2>/dev/null; rm -rf "$folder"' EXIT
for _ in $(seq 600); do
  [ -s "$folder/ready" ] && break
  kill -0 $shop 2>/dev/null || { cat "$folder/run.log"; echo "0 passed, 1 failed"; exit 1; }
  sleep 0.1
done

export SHOP_URL=http://127.0.0.1:$port SHOP_DATA=$folder/data SHOP_SOCKET SHOP_PID=$shop
SHOP_SOCKET=$(cat "$folder/ready")
(cd tests/e2e && { [ -d node_modules ] && [ node_modules -nt package-lock.json ] || { npm ci --no-audit --no-fund --silent && touch node_modules; }; }) || {
  echo "npm could not install the browser tests' tools"
  echo "0 passed, 1 failed"
  exit 1
}

passed=0
failed=0
for test in tests/e2e/*_test.sh tests/e2e/*_test.mjs; do
  [ -e "$test" ] || continue
  if [ $# -gt 0 ]; then
    wanted=no
    for name in "$@"; do case $test in *"$name"*) wanted=yes ;; esac; done
    [ $wanted = yes ] || continue
  fi
  case $test in
    *.sh) output=$(bash "$test" 2>&1) ;;
    *.mjs) output=$(node "$test" 2>&1) ;;
  esac
  status=$?
  good=$(grep -c '^ok ' <<<"$output")
  bad=$(grep -c '^not ok ' <<<"$output")
  # A test file that died half way has failed, whatever it had counted.
  if [ $status -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
  if [ "$bad" -gt 0 ] || [ "$good" -eq 0 ]; then grep -v '^ok ' <<<"$output" | head -n 60; else grep '^# ' <<<"$output"; fi
  echo "$test: $good passed, $bad failed"
  passed=$((passed + good)) failed=$((failed + bad))
done
if [ "$failed" -gt 0 ]; then
  echo "-- the last lines of the shop's log"
  grep -h 'error=' "$folder"/data/log/{shop,chat,admin}.log | tail -n 10
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
