#!/bin/sh
# The tables that nsi-views(5) promises to those who write SQL of their own: they are there, with these columns and no
# others, sqlite3 alone can read them, and both languages name the same.
. "$(dirname "$0")/lib.sh"
fresh
said() { awk '/^= /{ name = $2 } /^\t[a-z_]+ /&& name != "EXAMPLES" && name != "ПРИМЕРЫ" { print name "." $1 }' "$1"; }

said "$ROOT/man/nsi-views.txt" >"$T/said"
sed 's/\..*//' "$T/said" | uniq >"$T/names"
while read -r name; do
	sqlite3 -readonly nsi.db "SELECT '$name.' || name FROM pragma_table_info('$name')"
done <"$T/names" >"$T/is"
ok 'the columns are those of the database' diff "$T/said" "$T/is"
[ "$(wc -l <"$T/names")" -ge 18 ]
result $? 'all of them were looked at' "$T/names"
said "$ROOT/man/ru/nsi-views.txt" >"$T/is"
ok 'the Russian page names the same' diff "$T/said" "$T/is"

# ---- what the page says of days, of until and of the board
nsi iop mark --from "$ROOT/examples/school-161/marks-autumn.csv" >/dev/null
nsi quantum try --from "$ROOT/examples/school-161/kvanty-proby.csv" >/dev/null
while read -r name; do
	sqlite3 -readonly nsi.db "SELECT count(*) > 0 FROM $name" | grep -qx 1 || echo "$name"
done <"$T/names" >"$T/found" 2>&1
silent 'sqlite3 reads them, and they are not empty in a school'
is 'trials' "sqlite3 -readonly nsi.db 'SELECT count(*) FROM trial_of'" 8
sqlite3 -readonly nsi.db "SELECT p.bare, count(DISTINCT t.learner || ' ' || t.unit || ' ' || t.part || ' ' || t.day)
  FROM person p LEFT JOIN taught t ON t.giver = p.id AND t.done GROUP BY p.id ORDER BY p.bare" | tr '|' , >"$T/is"
nsi report board -f csv --columns person,taught --no-header | grep ^p >"$T/said"
ok 'what was taught, as the board counts' diff "$T/said" "$T/is"
nsi iop leave p06 --on 2026-11-12 --reason x >/dev/null
is 'until is the first day on which it is no more so' \
	"sqlite3 -readonly nsi.db \"SELECT date(2440587.5 + max(until)) FROM person WHERE bare = 'p06'\"" 2026-11-12
finish
