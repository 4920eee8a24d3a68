# tap.sh - sourced by the *_test.sh files: one line "ok"/"not ok" a check.
#
#   check "the page answers" test "$(status_of /)" = 200
count=0
check() {
  local name=$1
  shift
  count=$((count + 1))
  if "$@" >/dev/null 2>&1; then echo "ok $count - $name"; else echo "not ok $count - $name ($*)" | head -c 400; [ $? ]; echo; fi
}
status_of() { curl -s -o /dev/null -w '%{http_code}' "${@:2}" "$SHOP_URL$1"; }
body_of() { curl -s "${@:2}" "$SHOP_URL$1"; }
head_of() { curl -s -o /dev/null -D - "${@:2}" "$SHOP_URL$1"; }
# The value of a form's hidden field on a page: hidden_of csrf <page.html
hidden_of() { grep -o "name=\"$1\" value=\"[^\"]*\"" | head -n 1 | sed 's/.*value="//; s/"$//'; }
sql() { psql -h "$SHOP_SOCKET" -U owner -d parley -Atc "$1"; }
