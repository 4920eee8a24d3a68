#!/usr/bin/env bash
# test.sh - runs test programs against a database of their own and adds up what they say.
#
#   tools/test.sh build/test-unit build/test-db …     last line: "N passed, N failed"
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp -d /tmp/parley-test.XXXXXX)
chmod 755 "$folder"
trap 'tools/private_postgres.sh stop "$folder/database"; rm -rf "$folder"' EXIT
socket=$(tools/private_postgres.sh start "$folder/database" fast)
psql -q -h "$socket" -U owner -d postgres -c 'CREATE DATABASE test'
export PARLEY_TEST_DATABASE="host=$socket user=owner dbname=test"
build/migrate --database "$PARLEY_TEST_DATABASE" >/dev/null 2>"$folder/migrate.log" || { cat "$folder/migrate.log"; exit 1; }
# Leak detection would blame libraries' one-time allocations on us; overflows and use-after-free it finds.
export ASAN_OPTIONS=detect_leaks=0

passed=0
failed=0
for program in "$@"; do
  report=$folder/$(basename "$program").txt
  status=0
  "$program" --color_output=no --report_level=short --catch_system_errors=no >"$report" 2>&1 || status=$?
  good=$(sed -nE 's/^ *([0-9]+) test cases? out of [0-9]+ passed$/\1/p' "$report" | tail -n 1)
  bad=$(sed -nE 's/^ *([0-9]+) test cases? out of [0-9]+ (failed|aborted)$/\1/p' "$report" | awk '{n += $1} END {print n + 0}')
  good=${good:-0}
  # A program that ended badly without a count (a crash, a sanitizer's finding) is a failure.
  if [ $status -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
  if [ $status -ne 0 ] || [ "$good" -eq 0 ]; then grep -vE '^[0-9T:-]+Z ' "$report" | tail -n 60; fi
  echo "$program: $good passed, $bad failed"
  passed=$((passed + good)) failed=$((failed + bad))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
