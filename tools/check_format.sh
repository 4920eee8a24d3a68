#!/usr/bin/env bash
# check_format.sh - clang-format decides how C++ is laid out; this tells where it disagrees.
set -euo pipefail
cd "$(dirname "$0")/.."
files=$(git ls-files 'cgi-bin/*.cpp' 'cgi-bin/*.h' 'tools/*.cpp' 'tools/*.h' 'tests/*.cpp' 'tests/*.h')
# shellcheck disable=SC2086
clang-format --dry-run --Werror $files
