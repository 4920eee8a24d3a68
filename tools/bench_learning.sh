#!/usr/bin/env bash
# bench_learning.sh - how long a full retrain takes and how much memory, on a real shop's history
# (UCI Online Retail) as it is, with every customer twice, and with a million order lines; then what
# a list and a prediction cost. Times on shared machines drift.
#
#   DATA   folder that holds online_retail/*.csv
set -euo pipefail
cd "$(dirname "$0")/.."

file=$(ls "${DATA:-}"/online_retail/*.csv 2>/dev/null | head -n 1)
if [ -z "$file" ]; then
  echo "There is no online_retail/*.csv in '${DATA:-}': make bench-learning DATA=folder of public data" >&2
  exit 2
fi
folder=$(mktemp -d /tmp/parley-learning.XXXXXX)
chmod 755 "$folder"
trap 'tools/private_postgres.sh stop "$folder/database"; rm -rf "$folder"' EXIT
socket=$(tools/private_postgres.sh start "$folder/database" fast)
createdb -h "$socket" -U owner learning
database="host=$socket user=owner dbname=learning"
build/migrate --database "$database" >/dev/null 2>&1
build/import online-retail "$file" --database "$database" >/dev/null 2>&1
sql() { psql -q -h "$socket" -U owner -d learning -v ON_ERROR_STOP=1 -Atc "$1"; }

# Every customer who has orders once more, a few days later: the same habits, other people.
copy_people() {
  sql "CREATE TEMP TABLE twin AS
         SELECT id AS old, nextval(pg_get_serial_sequence('account', 'id')) AS new FROM account
          WHERE id IN (SELECT account_id FROM sales_order) AND username NOT LIKE 'twin%' ORDER BY id LIMIT $2;
       INSERT INTO account (id, username, email, first_name, role, country) OVERRIDING SYSTEM VALUE
         SELECT new, 'twin$1-' || new, 'twin$1-' || new || '@example.org', '', 'customer', 'GB' FROM twin;
       CREATE TEMP TABLE pair AS
         SELECT o.id AS old, nextval(pg_get_serial_sequence('sales_order', 'id')) AS new, t.new AS account
           FROM sales_order o JOIN twin t ON t.old = o.account_id WHERE o.state <> 'temp';
       INSERT INTO sales_order (id, number, account_id, state, subtotal_cents, shipping_cents, tax_cents, total_cents,
                                placed_at, created_at, cancelled_at) OVERRIDING SYSTEM VALUE
         SELECT p.new, 'twin$1-' || p.new, p.account, o.state, o.subtotal_cents, o.shipping_cents, o.tax_cents,
                o.total_cents, o.placed_at - interval '$1 days', o.created_at, o.cancelled_at
           FROM sales_order o JOIN pair p ON p.old = o.id;
       INSERT INTO order_line (order_id, product_id, quantity, product_name, unit_price_cents)
         SELECT p.new, l.product_id, l.quantity, l.product_name, l.unit_price_cents
           FROM order_line l JOIN pair p ON p.old = l.order_id ORDER BY l.id"
}

train() {
  sql "VACUUM ANALYZE"
  sql "TRUNCATE item_neighbour, account_recommendation, customer_prediction, model_job;
       UPDATE model_version SET state = 'retired' WHERE state = 'active'"
  local used
  used=$({ TIMEFORMAT='%R %U'; time build/retrain --database "$database" >/dev/null 2>"$folder/log"; } 2>&1) || {
    tail -n 3 "$folder/log" >&2
    exit 1
  }
  sql "SELECT format('%s|%s|%s|%s', (SELECT count(*) FROM order_line), (SELECT count(DISTINCT account_id) FROM sales_order),
                     (SELECT count(*) FROM product), (SELECT max(peak_kb) FROM model_job))" |
    awk -F'|' -v used="$used" '{split(used, u, " "); printf "%12d %10d %9d %8.1f %8.1f %8d\n", $1, $2, $3, u[1], u[2], $4 / 1024}'
}

printf '%12s %10s %9s %8s %8s %8s\n' 'order lines' customers products seconds 'own CPU' MB
train
copy_people 1 100000
train
copy_people 2 100000
copy_people 3 100000
copy_people 4 600
train
echo
build/bench_lists --database "$database"
