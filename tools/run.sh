#!/usr/bin/env bash
# run.sh - `make run`: a whole shop on this machine, from nothing to the first page.
#
#   PORT   port of the shop             8080
#   BIND   address it listens on        127.0.0.1
#   DATA   where everything made lies   var (database, secrets, pictures, logs, mail)
#   DEMO   'yes' fills an empty shop with the demo shop; 'no' leaves it empty
#   QUIET  'yes' prints only problems
#   TRAIN  'no' leaves the models alone; else they train beside the shop when there is something new
set -euo pipefail
cd "$(dirname "$0")/.."

PORT=${PORT:-8080} BIND=${BIND:-127.0.0.1} DEMO=${DEMO:-yes} QUIET=${QUIET:-no}
# Not beside tests.
if [ "${DATABASE_MODE:-safe}" = fast ]; then TRAIN=${TRAIN:-no}; else TRAIN=${TRAIN:-yes}; fi
here=$(pwd)
build=$(realpath -m "${BUILD:-build}")
data=$(realpath -m "${DATA:-var}")

say() { if [ "$QUIET" != yes ]; then echo "$*"; fi; }
refuse() { echo "$*" >&2; exit 1; }

case $PORT in '' | *[!0-9]*) refuse "PORT must be a number, not '$PORT'." ;; esac
if (exec 3<>"/dev/tcp/$BIND/$PORT") 2>/dev/null; then
  refuse "Port $PORT on $BIND is in use: stop what listens there, or choose another one with 'make run PORT=8081'."
fi

# Started by root, the programs run as www-data, if that user may see this folder.
as_server=()
server_user=$(id -un)
if [ "$(id -u)" -eq 0 ]; then
  if (cd / && runuser -u www-data -- test -r "$here/templates/layout.tpl"); then
    server_user=www-data
    as_server=(setpriv --reuid www-data --regid www-data --init-groups)
  else
    say "Note: www-data cannot read $here, so the shop itself runs as root. Use a folder that others may enter."
  fi
fi

# A cluster never runs as root, and its user must be able to enter the folder.
database_folder=$data/database
if [ "$(id -u)" -eq 0 ]; then
  mkdir -p "$data"
  if ! (cd / && runuser -u postgres -- test -x "$data"); then
    database_folder=/var/lib/parley-$(printf '%s' "$data" | sha256sum | cut -c1-12)/database
    mkdir -p "$(dirname "$database_folder")"
    say "Note: the user postgres cannot enter $data; the database lies in $database_folder."
  fi
fi
mkdir -p "$data"/{run,log,pictures,mail,cache} || refuse "Cannot write to $data."
touch "$data/run/.room" 2>/dev/null || refuse "Cannot write to $data: is the disk full?"

pids=()
stop() {
  trap - EXIT INT TERM
  say "Stopping …"
  for pid in "${pids[@]}"; do kill -TERM "$pid" 2>/dev/null || true; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
  tools/private_postgres.sh stop "$database_folder" || true
  say "Stopped."
}
trap 'stop' EXIT
trap 'stop; exit 0' INT TERM

socket=$(tools/private_postgres.sh start "$database_folder" ${DATABASE_MODE:-safe})
owner="host=$socket user=owner dbname=parley"
if [ "$(psql -h "$socket" -U owner -d postgres -Atc "SELECT 1 FROM pg_database WHERE datname = 'parley'")" != 1 ]; then
  psql -q -h "$socket" -U owner -d postgres -c 'CREATE DATABASE parley'
fi
"$build/migrate" --database "$owner" --sql "$here/sql" 2>"$data/log/migrate.log" >/dev/null || {
  tail -n 3 "$data/log/migrate.log" >&2
  refuse "The database could not be brought to the newest schema."
}

secrets=$data/secret.conf
if [ ! -s "$secrets" ]; then
  random() { head -c "$1" /dev/urandom | base64 -w0 | tr '+/' '-_' | tr -d '='; }
  (umask 077
    printf 'session_keys = k1:%s\ndatabase_password = %s\nadmin_database_password = %s\n' \
      "$(random 33)" "$(random 18)" "$(random 18)" >"$secrets")
fi
secret() { sed -n "s/^$1 = //p" "$secrets"; }
psql -q -h "$socket" -U owner -d parley -v ON_ERROR_STOP=1 >/dev/null <<SQL
ALTER ROLE parley_shop PASSWORD '$(secret database_password)';
ALTER ROLE parley_admin PASSWORD '$(secret admin_database_password)';
SQL

if [ "$DEMO" = yes ] && [ "$(psql -h "$socket" -U owner -d parley -Atc 'SELECT count(*) FROM product')" = 0 ]; then
  say "Making the demo shop …"
  "$build/demo_shop" --database "$owner" --pictures "$data/pictures" --sql "$here/sql" >"$data/log/demo.log" 2>&1 || {
    tail -n 3 "$data/log/demo.log" >&2
    refuse "The demo shop could not be made."
  }
  "$build/make_staff" --database "$owner" --demo "$data/demo-accounts.txt" >/dev/null
fi

# Settings of this run; a shop.conf of one's own in the data folder wins.
settings=$data/shop.conf
if [ ! -e "$settings" ] || grep -q '^# made by run.sh' "$settings"; then
  cat >"$settings" <<CONF
# made by run.sh at each start; delete this line to keep your own changes
shop_name = Parley
base_url = http://$BIND:$PORT
database = host=$socket user=parley_shop dbname=parley
admin_database = host=$socket user=parley_admin dbname=parley
templates = $here/templates
intent_model = $here/build/intents.en.model
pictures = $data/pictures
mail_folder = $data/mail
sql = $here/sql
card_gateway = sandbox
$(cat "${EXTRA_SETTINGS:-/dev/null}")
CONF
fi

parts=$data/run/nginx
mkdir -p "$parts"
fill() {
  sed -e "s#@PARTS@#$parts#g" -e "s#@SOCKETS@#$data/run#g" -e "s#@ROOT@#$here#g" -e "s#@PICTURES@#$data/pictures#g" \
    -e "s#@CACHE@#$data/cache#g" -e "s#@LISTEN@#$BIND:$PORT#g" -e "s#@SERVER_NAME@#_#g" "$1"
}
for file in etc/nginx/*.conf; do fill "$file" >"$parts/$(basename "$file")"; done
"$build/shop.fcgi" --nginx | sed "s#include #include $parts/#" >"$parts/locations.conf"
modules=
if [ -d /etc/nginx/modules-enabled ]; then modules="include /etc/nginx/modules-enabled/*.conf;"; fi
cat >"$parts/nginx.conf" <<CONF
$modules
daemon off;
worker_processes 2;
pid $data/run/nginx.pid;
error_log $data/log/nginx.log;
$([ "$(id -u)" -eq 0 ] && echo "user $server_user;")
events { worker_connections 1024; }
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  sendfile on;
  tcp_nopush on;
  client_body_temp_path $data/run/body;
  fastcgi_temp_path $data/run/fastcgi;
  proxy_temp_path $data/run/proxy;
  uwsgi_temp_path $data/run/uwsgi;
  scgi_temp_path $data/run/scgi;
  include $parts/http.conf;
  include $parts/site.conf;
}
CONF
if [ "$(id -u)" -eq 0 ]; then chown -R "$server_user" "$data"/{run,log,pictures,mail,cache} "$secrets" "$settings"; fi

for pool in shop chat admin; do
  (cd / && exec "${as_server[@]}" "$build/shop.fcgi" --config "$settings" --secrets "$secrets" --pool $pool \
    --listen "$data/run/$pool.sock" 2>>"$data/log/$pool.log") &
  pids+=($!)
done
(cd / && exec "${as_server[@]}" "$build/send_mail" --config "$settings" --secrets "$secrets" --every 2 2>>"$data/log/mail.log") &
pids+=($!)
(cd / && exec "${as_server[@]}" "$build/send_webhooks" --config "$settings" --secrets "$secrets" --every 5 2>>"$data/log/webhooks.log") &
pids+=($!)
(cd / && exec "${as_server[@]}" "$build/expire_orders" --config "$settings" --secrets "$secrets" --every 300 2>>"$data/log/orders.log" >&2) &
pids+=($!)
if [ "$TRAIN" = yes ]; then
  (cd / && exec nice "$build/retrain" --database "$owner" --sentences "$here/templates/chat/sentences.en.tsv" \
    --watch --look-every 5 2>>"$data/log/retrain.log") &
  pids+=($!)
fi
nginx -e "$data/log/nginx.log" -c "$parts/nginx.conf" &
pids+=($!)

for _ in $(seq 100); do
  curl -fs -o /dev/null "http://$BIND:$PORT/" && break
  kill -0 "${pids[-1]}" 2>/dev/null || { tail -n 3 "$data/log/nginx.log" >&2; refuse "nginx did not start."; }
  sleep 0.1
done
curl -fs -o /dev/null "http://$BIND:$PORT/" || {
  tail -qn 3 "$data"/log/{shop,nginx}.log >&2
  refuse "The first page does not answer; the lines above are from $data/log."
}

say ""
say "  Parley is open:  http://$BIND:$PORT/"
if [ -s "$data/demo-accounts.txt" ]; then
  say "  Demo accounts ($data/demo-accounts.txt):"
  while read -r role user password; do say "$(printf '    %-9s %-8s %s' "$role" "$user" "$password")"; done <"$data/demo-accounts.txt"
fi
say "  Logs: $data/log   Stop: Ctrl-C"
if [ -n "${READY_FILE:-}" ]; then echo "$socket" >"$READY_FILE"; fi
wait -n "${pids[@]}" || true
refuse "A part of the shop has ended; see $data/log."
