#!/bin/sh
# The pages of the manual are what the tables say now (else: make man), and mandoc likes them.
. "$(dirname "$0")/lib.sh"

for text in "$ROOT"/man/*.txt; do
	name=$(basename "$text" .txt)
	page=$(ls "$ROOT/man/$name".[1-8])
	nsi --lang en help --man "${name#nsi-}" "$text" >"$T/page"
	ok "$name is not stale" cmp "$T/page" "$page"
	mandoc -T lint -W warning "$page" >"$T/found" 2>&1
	silent "$name has no faults"
	mandoc -T utf8 "$page" 2>/dev/null | awk 'length > 500' >"$T/found"
	silent "$name can be read"
done
for page in "$ROOT"/man/*.[1-8]; do [ -f "${page%.*}.txt" ] || echo "$page"; done >"$T/found"
silent 'no page without its text'
nsi help | sed -n '/^Groups:/,/^$/s/^  \([a-z]*\) .*/\1/p' | while read -r group; do
	[ -f "$ROOT/man/nsi-$group.1" ] || echo "nsi-$group.1"
done >"$T/found"
silent 'each group has a page'
finish
