#!/usr/bin/env bash
# check.sh - `make check`: everything a newcomer's machine needs, and every test there is.
# The last line is "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/.."

passed=0
failed=0
begin=$(date +%s)
log=$(mktemp)
trap 'rm -f "$log"' EXIT

title() { printf '\n== %s (after %d s)\n' "$*" $(($(date +%s) - begin)); }
# Runs a step whose last line may be "N passed, N failed"; a step without it counts as one.
step() {
  local name=$1 status=0 counts
  shift
  title "$name"
  "$@" 2>&1 | tee "$log"
  status=${PIPESTATUS[0]}
  counts=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -n 1)
  if [ -n "$counts" ]; then
    passed=$((passed + $(cut -d' ' -f1 <<<"$counts")))
    local bad
    bad=$(cut -d' ' -f3 <<<"$counts")
    if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
    failed=$((failed + bad))
  elif [ "$status" -eq 0 ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
  fi
}

tests() { make --no-print-directory -s -j2 BUILD=build build/test-unit build/test-db build/test-page build/test-repo; }
# g++ 12 calls its own <regex> maybe uninitialised under AddressSanitizer (GCC bug 105562); the plain
# build keeps that warning.
sanitized() {
  make --no-print-directory -s -j2 BUILD=build/asan OPTIMISE=-O1 SANITIZE="-fsanitize=address,undefined -fno-sanitize-recover=undefined -Wno-maybe-uninitialized" \
    build/asan/test-unit build/asan/test-db
}

step "build" make --no-print-directory -s -j2 make-all
if [ "$failed" -eq 0 ]; then
  step "build the tests" tests
  step "layout of the code (clang-format)" tools/check_format.sh
  step "unit, page, database and repository tests" tools/test.sh build/test-unit build/test-db build/test-page build/test-repo
  step "build with AddressSanitizer and UndefinedBehaviorSanitizer" sanitized
  step "unit and database tests with both sanitizers" tools/test.sh build/asan/test-unit build/asan/test-db
  step "end to end, through nginx, FastCGI and PostgreSQL" tests/e2e/run.sh
fi

printf '\nTook %d s.\n%d passed, %d failed\n' $(($(date +%s) - begin)) $passed $failed
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
