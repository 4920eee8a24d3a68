#!/usr/bin/env bash
# learning_test.sh - training from a real standby (streaming replication), and with the database's disk
# full: faults are caused, not pretended.
. "$(dirname "$0")/tap.sh"
work=$(mktemp -d /tmp/parley-standby.XXXXXX)
chmod 755 "$work"
programs=$(ls -d /usr/lib/postgresql/15/bin 2>/dev/null || dirname "$(readlink -f "$(command -v pg_ctl)")")
as_owner=()
[ "$(id -u)" -eq 0 ] && as_owner=(runuser -u postgres --)
# Whatever hangs is ended after so many seconds.
bounded() { timeout -k 5 "$@"; }
owner() { (cd / && bounded 120 "${as_owner[@]}" "$@"); }
primary="host=$SHOP_SOCKET user=owner dbname=parley"
standby="host=$work user=owner dbname=parley"
mounted=no
clean_up() {
  owner "$programs/pg_ctl" -D "$work/standby" -m immediate -w stop >/dev/null 2>&1
  if [ $mounted = yes ]; then
    sql 'ALTER TABLE model_version SET TABLESPACE pg_default' >/dev/null 2>&1
    sql 'DROP TABLESPACE tiny' >/dev/null 2>&1
    umount "$work/tiny"
  fi
  rm -rf "$work"
}
trap clean_up EXIT

train() { bounded 300 build/retrain --database "$primary" "$@" >"$work/log" 2>&1; }
newest_hash() { sql "SELECT artifact_hash FROM model_version WHERE model = '$1' AND artifact <> '' ORDER BY id DESC LIMIT 1"; }
active() { sql "SELECT model, id, artifact_hash FROM model_version WHERE state = 'active' ORDER BY model"; }
last_message() { sql "SELECT message FROM model_job WHERE model = '$1' ORDER BY id DESC LIMIT 1"; }
eventually() { for _ in $(seq 600); do "$@" && return 0; sleep 0.2; done; return 1; }

# --- a standby --------------------------------------------------------------------------------
data=$(sql 'SHOW data_directory')
sed -i '1i local replication owner peer map=owner' "$data/pg_hba.conf"
sql 'SELECT pg_reload_conf()' >/dev/null
mkdir "$work/standby"
[ "$(id -u)" -eq 0 ] && chown postgres: "$work" "$work/standby"
chmod 700 "$work/standby"
owner "$programs/pg_basebackup" -h "$SHOP_SOCKET" -U owner -D "$work/standby" -R -X stream -c fast >"$work/backup.log" 2>&1
# Its server.log and options are the primary's; only the socket is its own.
owner "$programs/pg_ctl" -D "$work/standby" -l "$work/standby/standby.log" -w -t 60 \
  -o "-c listen_addresses='' -c unix_socket_directories='$work' -c max_connections=60 -c hot_standby=on" start >/dev/null 2>&1
on_standby() { psql "$standby" -Atc "$1"; }
check "a standby follows the shop's database" test "$(on_standby 'SELECT pg_is_in_recovery()')" = t
caught_up() { [ "$(on_standby "SELECT pg_last_wal_replay_lsn() >= '$1'")" = t ]; }

before=$(on_standby "SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) FROM pg_stat_user_tables WHERE relname = 'order_line'")
for model in recommend spending intents search; do
  train --only $model || sed 's/^/# /' "$work/log"
  from_primary=$(newest_hash $model)
  eventually caught_up "$(sql 'SELECT pg_current_wal_lsn()')"
  check "$model is trained from the standby" train --only $model --read-from "$standby"
  [ -z "$from_primary" ] && continue
  check "and comes out bit-equal ($model)" test "$(newest_hash $model)" = "$from_primary"
done
sleep 1.2 # until the server has counted
after=$(on_standby "SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) FROM pg_stat_user_tables WHERE relname = 'order_line'")
check "orders were read there ($before, then $after)" test "${after:-0}" -gt "${before:-0}"
check "churn, whose features need a table of their own, too" train --only churn --read-from "$standby"

serving=$(active)
owner "$programs/pg_ctl" -D "$work/standby" -m fast -w stop >/dev/null 2>&1
train --only churn --read-from "$standby"
check "without the standby the training ends in one sentence" grep -q '^retrain: .*; the active models stay$' "$work/log"
check "and what served serves" test "$(active)" = "$serving"

# --- no room ----------------------------------------------------------------------------------
train --only recommend --read-from "$primary options='-c temp_file_limit=1kB -c work_mem=64kB'"
check "no room for temporary files is told in one sentence" grep -q '^retrain: .*temp_file_limit.*; the active models stay$' "$work/log"
check "and what served serves" test "$(active)" = "$serving"

# A disk on which all versions so far find room, and one megabyte more; a version of intents has four.
sql 'VACUUM FULL model_version' >/dev/null
room=$(($(sql "SELECT pg_total_relation_size('model_version') / 1024") + 1024))
mkdir "$work/tiny"
if mount -t tmpfs -o size=${room}k tmpfs "$work/tiny" 2>/dev/null; then
  mounted=yes
  [ "$(id -u)" -eq 0 ] && chown postgres: "$work/tiny"
  sql "CREATE TABLESPACE tiny LOCATION '$work/tiny'" >/dev/null
  sql 'ALTER TABLE model_version SET TABLESPACE tiny' >/dev/null
  train --only intents
  check "a full disk is told in one sentence ($(last_message intents))" test "$(last_message intents)" = "the database's disk is full; the active model stays"
  check "the training is written down as failed" test "$(sql "SELECT state FROM model_job WHERE model = 'intents' ORDER BY id DESC LIMIT 1")" = failed
  check "what served serves" test "$(active)" = "$serving"
  sql 'ALTER TABLE model_version SET TABLESPACE pg_default' >/dev/null
  check "and with room again the next training ends well" train --only intents
else
  echo "# no right to mount a small disk here: the full disk was not tried"
fi
