#!/usr/bin/env bash
# tidy.sh - clang-tidy over the program and the tools, by .clang-tidy. A file that was clean is not read
# again until it, a header of ours that it includes, or the rules change: what was clean is kept below
# ~/.cache/parley-tidy. Called by `make tidy` with the compiler's flags in FLAGS; the
# programs must be built, as the compiler's notes tell which headers a file includes.
set -uo pipefail
cd "$(dirname "$0")/.."

cache=${XDG_CACHE_HOME:-$HOME/.cache}/parley-tidy
mkdir -p "$cache"
find "$cache" -type f -mtime +60 -delete
export FLAGS cache
# Of the compiler's flags those that clang-tidy needs.
FLAGS=$(tr ' ' '\n' <<<"$FLAGS" | grep -E '^-(I|isystem|std|D)|^/' | tr '\n' ' ')
rules=$(clang-tidy --version | sha256sum; sha256sum <.clang-tidy; echo "$FLAGS")
export rules

look_at() {
  local file=$1 notes=build/obj/${1%.cpp}.d ours key
  ours=$(tr ' \\' '\n\n' <"$notes" | grep -E '^(cgi-bin|tools|build/gen)/[^:]*$' | sort -u)
  # shellcheck disable=SC2086
  key=$(cat $ours <<<"$rules" - | sha256sum | cut -d' ' -f1)
  [ -e "$cache/$key" ] && { echo "ok $file"; return; }
  local found
  # shellcheck disable=SC2086
  if found=$(clang-tidy --quiet "$file" -- $FLAGS -fconstexpr-steps=10000000 2>/dev/null); then
    touch "$cache/$key"
    echo "ok $file"
  else
    printf 'not ok %s\n%s\n' "$file" "$found"
  fi
}
export -f look_at

found=$(find cgi-bin tools -name '*.cpp' | sort | xargs -P "$(nproc)" -I{} bash -c 'look_at "$1"' _ {})
grep -v '^ok ' <<<"$found"
passed=$(grep -c '^ok ' <<<"$found")
failed=$(grep -c '^not ok ' <<<"$found")
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
