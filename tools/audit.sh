#!/usr/bin/env bash
# audit.sh - `make audit`: Lighthouse's marks of the shop's main pages (not part of make check: the
# marks for speed depend on what else the machine does).
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp -d /tmp/parley-audit.XXXXXX)
chmod 755 "$folder"
port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
PORT=$port DATA=$folder/data READY_FILE=$folder/ready DATABASE_MODE=fast tools/run.sh >"$folder/run.log" 2>&1 &
shop=$!
trap 'kill -TERM $shop 2>/dev/null; wait $shop 2>/dev/null || true; rm -rf "$folder"' EXIT
until [ -s "$folder/ready" ]; do
  kill -0 $shop 2>/dev/null || { cat "$folder/run.log" >&2; exit 1; }
  sleep 0.1
done
url=http://127.0.0.1:$port
product=$(curl -s "$url/" | grep -o '/product/[0-9]*/[a-z0-9-]*' | head -n 1)
export CHROME_PATH=${CHROME_PATH:-/usr/bin/chromium}

printf '%-34s %11s %13s %14s %4s\n' page performance accessibility best-practices seo
for path in / /category/electronics "$product" /login /policies/shipping; do
  npx --yes lighthouse@12 "$url$path" --quiet --output=json --output-path="$folder/report.json" \
    --chrome-flags='--headless=new --no-sandbox --disable-gpu --disable-background-networking' >/dev/null 2>&1
  node -e '
    const report = JSON.parse(require("fs").readFileSync(process.argv[1]));
    const mark = (name) => String(Math.round(report.categories[name].score * 100));
    console.log(process.argv[2].slice(0, 34).padEnd(34), mark("performance").padStart(11), mark("accessibility").padStart(13),
      mark("best-practices").padStart(14), mark("seo").padStart(4));
    for (const audit of Object.values(report.audits)) {
      const counts = Object.values(report.categories).some((c) => c.auditRefs.some((r) => r.id === audit.id && r.weight > 0));
      if (counts && audit.score !== null && audit.score < 0.9) console.log("    " + audit.title + (audit.displayValue ? ": " + audit.displayValue : ""));
    }' "$folder/report.json" "$path"
done
