# embed_sql.awk - turns sql/queries/<file>.sql into a header of named query constants.
#
#   awk -v namespace=catalog -f tools/embed_sql.awk sql/queries/catalog.sql > catalog.sql.h
#
# A query starts with "-- name: <name>"; further "--" lines document it and stay out of the text.
# The number of parameters is the highest $n.

function finish() {
  if (name == "") return
  sub(/[ \t\n;]+$/, "", text)
  printf "inline constexpr db::Query %s{\"%s.%s\", R\"sql(%s)sql\", %d};\n", name, namespace, name, text, params
}

BEGIN {
  print "// Generated from sql/queries/" namespace ".sql; do not edit."
  print "#pragma once\n#include \"db/db.h\"\nnamespace sql::" namespace " {"
}
/^-- name: / { finish(); name = $3; text = ""; params = 0; next }
/^[ \t]*--/ { next }
name != "" {
  text = text $0 "\n"
  rest = $0
  while (match(rest, /\$[0-9]+/)) {
    number = substr(rest, RSTART + 1, RLENGTH - 1) + 0
    if (number > params) params = number
    rest = substr(rest, RSTART + RLENGTH)
  }
}
END { finish(); print "}  // namespace sql::" namespace }
