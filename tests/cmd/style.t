#!/bin/sh
# The looks of the sources: tabs, first comments, no blanks at the ends of lines.
. "$(dirname "$0")/lib.sh"
cd "$ROOT" || exit 1

code=$(find lib cmd tests -name '*.[ch]' | sort)
# files of Excel's look as Excel has them
text=$(find Makefile lib cmd schemas examples man tests .ci -type f -name '*.*' ! -path 'tests/data/*' ! -path 'tests/cmd/out/*' ! -path 'examples/*-excel/*.csv' 2>/dev/null | sort)

grep -nE '[[:blank:]]+$' $text >"$T/found"
silent 'no blanks at the end of a line'
grep -lP '\r' $text >"$T/found"
silent 'no carriage returns'
for f in $text; do [ -z "$(tail -c 1 "$f")" ] || echo "$f"; done >"$T/found"
silent 'files end with a newline'
awk 'FNR == 1 { before = "" } /^ / && !/^ \*/ && before ~ /[;{}]$/ { print FILENAME ":" FNR ": indented by blanks" } { before = $0 }' $code >"$T/found"
silent 'indented by tabs'
for f in $code; do
	head -n 1 "$f" | grep -q '^/\* ' || echo "$f: the first line says what lives here"
done >"$T/found"
silent 'each file says first what lives here'
for f in $(find lib cmd -name '*.[ch]'); do
	head -n 1 "$f" | grep -q "^/\* $(basename "$f") - " || echo "$f: the first line begins with the file's name"
done >"$T/found"
silent 'and begins with its name'
wc -l $code | awk '$1 > 400 && $2 != "total" { print "# " $2 " has " $1 " lines: think again above 400" }'
finish
