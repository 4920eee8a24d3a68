#!/usr/bin/env bash
# private_postgres.sh - a PostgreSQL cluster of our own in a folder; the system's is not touched.
#
#   tools/private_postgres.sh start FOLDER [fast]   prints the folder of its unix socket
#   tools/private_postgres.sh stop FOLDER
#
# Never runs as root: started by root it runs as the user 'postgres'. 'fast' gives up durability,
# for tests. Connections are by unix socket only: the owner by being that user, roles by password.
set -euo pipefail

command=$1
folder=$(realpath -m "$2")
mode=${3:-safe}
programs=$(ls -d /usr/lib/postgresql/15/bin 2>/dev/null || dirname "$(readlink -f "$(command -v pg_ctl || true)")")
if [ ! -x "$programs/initdb" ]; then
  echo "PostgreSQL 15 is not installed (package postgresql-15)." >&2
  exit 1
fi

as_owner=()
if [ "$(id -u)" -eq 0 ]; then
  as_owner=(runuser -u postgres --)
fi
# The socket's path must be short (about 100 bytes), whatever the folder is called.
socket=/tmp/parley-$(printf '%s' "$folder" | sha256sum | cut -c1-12)

make_cluster() {
  mkdir -p "$folder"
  if [ "$(id -u)" -eq 0 ]; then chown postgres: "$folder"; fi
  if ! (cd / && "${as_owner[@]}" test -w "$folder"); then
    echo "The user postgres cannot reach $folder; set DATA to a folder that he can, for instance DATA=/var/lib/parley." >&2
    exit 1
  fi
  local free
  free=$(df -Pk "$folder" | awk 'NR == 2 {print $4}')
  if [ "$free" -lt 204800 ]; then
    echo "There is too little room in $folder: the database needs 200 MB, $((free / 1024)) MB are free." >&2
    exit 1
  fi
  # pg_hba.conf is replaced before the first start, so nothing is ever trusted.
  (cd / && "${as_owner[@]}" "$programs/initdb" -D "$folder" -E UTF8 --locale=C.UTF-8 --auth=reject --username=owner >/dev/null)
  # The owner is whoever may become the cluster's user, and root; all others need a password.
  cat >"$folder/pg_hba.conf" <<HBA
local all owner peer map=owner
local all all scram-sha-256
HBA
  cat >"$folder/pg_ident.conf" <<IDENT
owner $(id -un) owner
owner postgres owner
owner root owner
IDENT
  if [ "$(id -u)" -eq 0 ]; then chown postgres: "$folder"/pg_hba.conf "$folder"/pg_ident.conf; fi
}

is_running() { (cd / && "${as_owner[@]}" "$programs/pg_ctl" -D "$folder" status >/dev/null 2>&1); }

start() {
  [ -e "$folder/PG_VERSION" ] || make_cluster
  mkdir -p "$socket"
  if [ "$(id -u)" -eq 0 ]; then chown postgres: "$socket"; fi
  chmod 755 "$socket"
  local options="-c listen_addresses='' -c unix_socket_directories='$socket' -c max_connections=60 -c shared_buffers=64MB -c jit=off"
  [ "$mode" = fast ] && options+=" -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
  if ! is_running; then
    if ! (cd / && "${as_owner[@]}" "$programs/pg_ctl" -D "$folder" -o "$options" -l "$folder/server.log" -w -t 60 start >/dev/null); then
      tail -n 5 "$folder/server.log" >&2
      echo "PostgreSQL did not start in $folder." >&2
      exit 1
    fi
  fi
  echo "$socket"
}

case $command in
  start) start ;;
  stop)
    if is_running; then (cd / && "${as_owner[@]}" "$programs/pg_ctl" -D "$folder" -m fast -w stop >/dev/null); fi
    rm -rf "$socket"
    ;;
  *)
    echo "usage: private_postgres.sh start|stop FOLDER [fast]" >&2
    exit 2
    ;;
esac
