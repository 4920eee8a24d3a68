#!/usr/bin/env bash
# mail_test.sh - letters leave, once, whatever the mail server does.
. "$(dirname "$0")/tap.sh"
here=$(dirname "$0")
work=$(mktemp -d)
sender=$(pgrep -of "send_mail .*$SHOP_DATA")
stub=
finish() {
  [ -n "$stub" ] && kill "$stub" 2>/dev/null
  kill -CONT "$sender" 2>/dev/null
  rm -rf "$work"
}
trap finish EXIT
eventually() { for _ in $(seq 100); do "$@" && return 0; sleep 0.1; done; return 1; }

# --- a letter becomes a file ------------------------------------------------------------------
queue() {
  sql "INSERT INTO mail (kind, recipient, facts) VALUES ('back_in_stock', '$1', '{\"product\": \"Lämp $1\", \"path\": \"/product/1\"}') RETURNING message_key" | head -n 1
}
key=$(queue file@example.com)
check "without a mail server a letter becomes a file" eventually test -s "$SHOP_DATA/mail/$key.eml"
check "which names its recipient" grep -q 'To: <file@example.com>' "$SHOP_DATA/mail/$key.eml"

curl -s -o /dev/null -c "$work/jar" -d "product=$(sql 'SELECT id FROM product WHERE in_stock > 9 ORDER BY id LIMIT 1')&pieces=1" "$SHOP_URL/cart/add"
curl -s -b "$work/jar" "$SHOP_URL/checkout" >"$work/checkout.html"
field() { hidden_of "$1" <"$work/checkout.html"; }
curl -s -o /dev/null -b "$work/jar" -d "csrf=$(field csrf)&checkout_token=$(field checkout_token)&total_cents=$(field total_cents)&email=letter%40example.com&name=Lea&street=1+Main&postal_code=1&city=Bern&country=US&phone=&shipping=standard&payment=bank_transfer" "$SHOP_URL/checkout"
was_told() { [ "$(sql "SELECT count(*) FROM mail WHERE recipient = 'letter@example.com' AND kind = 'order_placed' AND state = 'sent'")" = 1 ]; }
check "who orders gets a letter" eventually was_told
check "and demo history was told to nobody" test "$(sql "SELECT count(*) FROM mail WHERE kind LIKE 'order%'")" -lt 50

# --- a mail server with bad days; the shop's own sender sleeps meanwhile ------------------------
kill -STOP "$sender"
port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
export PARLEY_CONFIG=$SHOP_DATA/shop.conf PARLEY_SECRETS=$SHOP_DATA/secret.conf PARLEY_MAIL_URL=smtp://127.0.0.1:$port PARLEY_MAIL_TIMEOUT_S=1
due() { sql "UPDATE mail SET next_try_at = now() WHERE state = 'waiting'" >/dev/null; }
state_of() { sql "SELECT state || ' ' || attempts FROM mail WHERE recipient = '$1'"; }
taken() { ls "$work"/*.txt 2>/dev/null | wc -l; }
mode() { echo "$1" >"$work/mode"; }

key=$(queue one@example.com)
queue two@example.com >/dev/null
check "a server that is away is an error" bash -c '! build/send_mail'
check "which costs the first letter a try" test "$(state_of one@example.com)" = "waiting 1"
check "and the next one none" test "$(state_of two@example.com)" = "waiting 0"

mode slow
/usr/bin/python3 "$here/smtp_stub.py" "$port" "$work" &
stub=$!
eventually test -e "$work/ready"
due
build/send_mail >/dev/null
check "a slow server is not waited for" test "$(sql "SELECT count(*) FROM mail WHERE state = 'waiting' AND last_error <> ''")" = 2

due
PARLEY_MAIL_TIMEOUT_S=60 build/send_mail >/dev/null 2>&1 &
killed=$!
is_claimed() { [ "$(sql "SELECT count(*) FROM mail WHERE state = 'waiting' AND attempts >= 3")" -gt 0 ] || [ "$(state_of one@example.com)" = "waiting 3" ]; }
eventually is_claimed
kill -9 $killed
wait $killed 2>/dev/null
check "a sender killed while it sends leaves the letter waiting" test "$(sql "SELECT count(*) FROM mail WHERE recipient IN ('one@example.com', 'two@example.com') AND state = 'waiting'")" = 2

sleep 4 # until the stub has got over its slowness
mode ok
before=$(taken)
due
build/send_mail >/dev/null
check "when the server is well both letters leave" test "$(state_of one@example.com | cut -d' ' -f1)$(state_of two@example.com | cut -d' ' -f1)" = sentsent
check "each of them once" test $(($(taken) - before)) = 2
check "under the name that it always had" test "$(cat "$work"/*.txt | grep -c "Message-ID: <$key@")" -ge 1
check "and no letter has two names" test "$(cat "$work"/*.txt | grep 'Message-ID' | sort -u | wc -l)" = 2
build/send_mail >/dev/null
check "and never again" test $(($(taken) - before)) = 2

mode refuse
queue three@example.com >/dev/null
for _ in 1 2 3; do
  due
  build/send_mail >/dev/null 2>&1
done
check "a letter that is refused for good is given up" test "$(state_of three@example.com)" = "dead 3"
check "with the server's words" grep -q 550 <<<"$(sql "SELECT last_error FROM mail WHERE recipient = 'three@example.com'")"

mode ok
for n in $(seq 40); do queue "many$n@example.com" >/dev/null; done
before=$(taken)
PARLEY_MAIL_TIMEOUT_S=30 build/send_mail >/dev/null &
PARLEY_MAIL_TIMEOUT_S=30 build/send_mail >/dev/null &
wait %% 2>/dev/null
wait_all() { [ "$(sql "SELECT count(*) FROM mail WHERE recipient LIKE 'many%' AND state = 'sent'")" = 40 ]; }
eventually wait_all
check "two senders at once send forty letters forty times" test $(($(taken) - before)) = 40
