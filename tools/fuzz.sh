#!/usr/bin/env bash
# fuzz.sh - `make fuzz`: strangers' bytes against every parser, with clang's libFuzzer and the address
# and undefined-behaviour sanitizers. What finds new paths is kept in tests/fuzz/corpus.
#
#   SECONDS_EACH=30   how long each parser is tried; KEEP=yes adds what was found to the corpus
set -euo pipefail
cd "$(dirname "$0")/.."

time=${SECONDS_EACH:-30}
build=${BUILD:-build}/fuzz
mkdir -p "$build"
program=$build/fuzz_target
sources=(tests/fuzz/fuzz_target.cpp cgi-bin/base/{text,hash,random,time,money,messages}.cpp
  cgi-bin/web/{request,multipart,json,json_form,form,session,signer,token,notice}.cpp)
if [ ! -x "$program" ] || [ -n "$(find "${sources[@]}" cgi-bin/web cgi-bin/base -newer "$program" -name '*.[ch]*' -print -quit)" ]; then
  echo "Building …"
  ${FUZZ_CXX:-clang++} -std=c++20 -O1 -g -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
    -Icgi-bin -I"${BUILD:-build}/gen" -isystem "$(pg_config --includedir)" "${sources[@]}" -lctemplate -lcrypto -o "$program"
fi

failed=0
for target in request query multipart cookie token json; do
  found=$build/found/$target
  mkdir -p "$found"
  status=0
  FUZZ_TARGET=$target "$program" -max_total_time="$time" -timeout=5 -rss_limit_mb=1024 -max_len=65536 -print_final_stats=1 \
    -artifact_prefix="$build/$target-" "$found" "tests/fuzz/corpus/$target" >"$build/$target.log" 2>&1 || status=$?
  runs=$(awk '/number_of_executed_units/ {print $2}' "$build/$target.log")
  peak=$(awk '/peak_rss_mb/ {print $2}' "$build/$target.log")
  if [ $status -ne 0 ]; then
    failed=$((failed + 1))
    grep -E 'ERROR|SUMMARY|Test unit written' "$build/$target.log" | head -n 5
  fi
  printf '%-10s %10s inputs in %s s, at most %s MB: %s\n' "$target" "${runs:-?}" "$time" "${peak:-?}" "$([ $status -eq 0 ] && echo fine || echo FOUND SOMETHING)"
  if [ "${KEEP:-no}" = yes ]; then
    FUZZ_TARGET=$target "$program" -use_counters=0 -set_cover_merge=1 "tests/fuzz/corpus/$target" "$found" >/dev/null 2>&1 || true
  fi
done
echo "$((6 - failed)) passed, $failed failed"
[ "$failed" -eq 0 ]
