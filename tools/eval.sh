#!/usr/bin/env bash
# eval.sh - runs model_eval on the public data sets in the folder DATA, with a database of its own.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -z "${DATA:-}" ] || [ ! -d "$DATA" ]; then
  echo "Name the folder of public data: make eval DATA=folder" >&2
  exit 2
fi
folder=$(mktemp -d /tmp/parley-eval.XXXXXX)
chmod 755 "$folder"
trap 'tools/private_postgres.sh stop "$folder/database"; rm -rf "$folder"' EXIT
socket=$(tools/private_postgres.sh start "$folder/database" fast)
build/model_eval "$DATA" --database "host=$socket user=owner dbname=postgres" "$@"
