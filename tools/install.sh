#!/usr/bin/env bash
# install.sh - `make install`: puts Parley on a classic host (Debian with nginx, PostgreSQL, systemd).
#
#   PREFIX=/opt/parley   programs, templates, static files, SQL
#   DESTDIR=             put in front of every path, to build a package or to look first
#   DOMAIN=shop.example  the name in nginx's site
#
# Existing settings and secrets are kept. Nothing is started: the last lines say what is left to do.
set -euo pipefail
cd "$(dirname "$0")/.."

prefix=${PREFIX:-/opt/parley} destination=${DESTDIR:-} domain=${DOMAIN:-_}
target=$destination$prefix
state=/var/lib/parley run=/run/parley
if [ -z "$destination" ] && [ "$(id -u)" -ne 0 ]; then
  echo "make install writes to /etc and $prefix: run it as root, or set DESTDIR." >&2
  exit 1
fi

install -d "$target/bin" "$destination/etc/parley/nginx" "$destination/etc/nginx/conf.d" \
  "$destination/etc/nginx/sites-available" "$destination/etc/systemd/system" "$destination/etc/logrotate.d"
for program in build/shop.fcgi $(find tools -maxdepth 1 -name '*.cpp' -printf 'build/%f\n' | sed 's/\.cpp$//'); do
  install -m 755 "$program" "$target/bin/"
done
install -m 644 build/intents.en.model "$target/"
for folder in templates static sql; do
  rm -rf "${target:?}/$folder"
  cp -R "$folder" "$target/"
done

fill() {
  sed -e "s#@PARTS@#/etc/parley/nginx#g" -e "s#@SOCKETS@#$run#g" -e "s#@ROOT@#$prefix#g" \
    -e "s#@PICTURES@#$state/pictures#g" -e "s#@CACHE@#/var/cache/nginx-parley#g" -e "s#@LISTEN@#80#g" \
    -e "s#@SERVER_NAME@#$domain#g" -e "s#@PREFIX@#$prefix#g" "$1"
}
for file in etc/nginx/fastcgi*.conf etc/nginx/static_headers.conf; do
  fill "$file" >"$destination/etc/parley/nginx/$(basename "$file")"
done
build/shop.fcgi --nginx | sed 's#include #include /etc/parley/nginx/#' >"$destination/etc/parley/nginx/locations.conf"
fill etc/nginx/http.conf >"$destination/etc/nginx/conf.d/parley.conf"
fill etc/nginx/site.conf >"$destination/etc/nginx/sites-available/parley"
for file in etc/systemd/*; do fill "$file" >"$destination/etc/systemd/system/$(basename "$file")"; done
install -m 644 etc/logrotate "$destination/etc/logrotate.d/parley"

if [ ! -e "$destination/etc/parley/shop.conf" ]; then
  sed -e "s|^#templates = .*|templates = $prefix/templates|" -e "s|^#sql = .*|sql = $prefix/sql|" \
    -e "s|^#intent_model = .*|intent_model = $prefix/intents.en.model|" \
    -e "s|^#pictures = .*|pictures = $state/pictures|" \
    -e "s|^#mail_folder = .*|mail_folder = $state/mail|" \
    -e "s|^#database = .*|database = dbname=parley user=parley_shop host=/var/run/postgresql|" \
    -e "s|^#admin_database = .*|admin_database = dbname=parley user=parley_admin host=/var/run/postgresql|" \
    etc/shop.conf >"$destination/etc/parley/shop.conf"
fi
if [ ! -e "$destination/etc/parley/secret.conf" ]; then
  random() { head -c "$1" /dev/urandom | base64 -w0 | tr '+/' '-_' | tr -d '='; }
  (umask 077 && printf 'session_keys = k1:%s\ndatabase_password = %s\nadmin_database_password = %s\n' \
    "$(random 33)" "$(random 18)" "$(random 18)" >"$destination/etc/parley/secret.conf")
fi

cat <<NEXT
Installed below $target. What is left, as root:
  adduser --system --group --home $state parley && chown parley /etc/parley/secret.conf
  runuser -u postgres -- createdb parley
  runuser -u postgres -- $prefix/bin/migrate --database dbname=parley --sql $prefix/sql
  set the passwords of parley_shop and parley_admin to those in /etc/parley/secret.conf
  $prefix/bin/make_staff --database … --username you --email you@$domain --role admin
  ln -s ../sites-available/parley /etc/nginx/sites-enabled/ && nginx -t
  systemctl daemon-reload && systemctl enable --now parley.target parley-mail.timer parley-orders.timer parley-webhooks.timer parley-retrain.service && systemctl reload nginx
NEXT
