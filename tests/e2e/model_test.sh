#!/usr/bin/env bash
# model_test.sh - what visitors read when a language model words the answers: honest, calling, lying,
# hanging, and gone.
. "$(dirname "$0")/tap.sh"
here=$(dirname "$0")
work=$(mktemp -d)
settings=$SHOP_DATA/shop.conf
chat=$(pgrep -of "shop.fcgi .*--listen $SHOP_DATA/run/chat.sock")
stub=
cp "$settings" "$work/settings"
finish() {
  [ -n "$stub" ] && kill "$stub" 2>/dev/null
  cat "$work/settings" >"$settings"
  kill -HUP "$chat"
  rm -rf "$work"
}
trap finish EXIT
eventually() { for _ in $(seq 100); do "$@" && return 0; sleep 0.1; done; return 1; }

port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
mode() { echo "$1" >"$work/mode"; }
mode honest
node "$here/model_stub.mjs" "$port" "$work" &
stub=$!
eventually test -e "$work/ready"
printf '\nllm_protocol = ollama\nllm_url = http://127.0.0.1:%s\nllm_model = stub\nllm_timeout_s = 1\nllm_prompts_per_session = 99\n' "$port" >>"$settings"
kill -HUP "$chat"

curl -s -o /dev/null -c "$work/jar" "$SHOP_URL/chat"
# Asks as a browser does and reads the page to its end; the last answer's outcome is in $outcome.
ask() {
  local token
  token=$(curl -s -b "$work/jar" -c "$work/jar" "$SHOP_URL/chat" | hidden_of csrf)
  curl -s -L -b "$work/jar" -c "$work/jar" --data-urlencode "question=$1" -d "csrf=$token" "$SHOP_URL/chat" >"$work/page.html"
  outcome=$(sql "SELECT COALESCE(llm_outcome, 'none') || ' ' || engine FROM message WHERE sender = 'assistant' ORDER BY id DESC LIMIT 1")
}
product=$(sql 'SELECT name FROM product WHERE in_stock > 9 ORDER BY sold_count DESC, id LIMIT 1')
price=$(sql "SELECT '\$' || to_char(price_cents / 100.0, 'FM999990.00') FROM product WHERE name = \$\$$product\$\$")
says() { sed 's/&#39;/'"'"'/g; s/&amp;/\&/g' "$work/page.html" | grep -qF -- "$1"; }
says_not() { ! says "$1"; }
is_worded() { ask "how much is the $product?"; [ "${outcome%% *}" != none ]; }

check "a reload of the settings lets a model word the answers" eventually is_worded
ask "how much is the $product?"
check "an honest model's words are used" test "$outcome" = "used ollama"
check "and read by the visitor, with the right price" says "With pleasure"
check "which is the shop's own" says "$price"

mode calling
ask "how much is the $product?"
check "a model may look something up first" grep -q 'calling /api/chat 4 tool' "$work/asked"
check "before its words are used" test "$outcome" = "used ollama"

mode lying
ask "how much is the $product?"
check "a lying model's words are dropped" test "$outcome" = "rejected built-in"
check "nobody reads its price" says_not '$1.00'
check "nor its address" says_not evil.example
check "but the shop's own answer" says "$price"

mode hanging
ask "how much is the $product?"
check "a hanging model is given up" test "$outcome" = "failed built-in"
check "and the visitor has his answer" says "$price"

kill "$stub"
wait "$stub" 2>/dev/null
stub=
ask "how much is the $product?"
check "with the model gone the chat goes on" says "$price"
