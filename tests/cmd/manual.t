#!/bin/sh
# The pages of the manual are what the tables say now (else: make man), in both languages, and mandoc likes them.
. "$(dirname "$0")/lib.sh"

# page TEXT LANG: the page of man/…/NAME.txt
text() {
	what=$(basename "$1" .txt) dir=$(dirname "$1")
	page=$(ls "$dir/$what".[1-8] | grep -v '/nsi\.3$')
	nsi --lang "$2" help --man "${what#nsi-}" "$1" >"$T/page"
	ok "$2: $what is not stale" cmp "$T/page" "$page"
	[ "$2" = en ] || russian='first section is not "NAME": Sh\|description line outside NAME section: Nd'
	lint "$2: $what" "$page" "${russian:-}"
	russian=
}

# lint NAME PAGE [UNLESS]; that its sections have Russian titles is no fault of a page
lint() {
	about=$1
	mandoc -T lint -W warning "$2" 2>&1 | grep -v "${3:-^$}" >"$T/found"
	silent "$about has no faults"
	mandoc -K utf-8 -T utf8 "$2" 2>/dev/null | awk 'length > 500' >"$T/found"
	silent "$about can be read"
}

for text in "$ROOT"/man/*.txt; do
	text "$text" en
	text "$ROOT/man/ru/${text##*/}" ru
done
for page in "$ROOT"/man/*.[1-8] "$ROOT"/man/ru/*.[1-8]; do [ -f "${page%.*}.txt" ] || echo "$page"; done >"$T/found"
silent 'no page without its text'
nsi help | sed -n '/^Groups:/,/^$/s/^  \([a-z]*\) .*/\1/p' | while read -r group; do
	for dir in man man/ru; do [ -f "$ROOT/$dir/nsi-$group.1" ] || echo "$dir/nsi-$group.1"; done
done >"$T/found"
silent 'each group has a page'
for page in "$ROOT"/man/*.[1-8]; do
	for dir in man man/ru; do grep -q " ${page##*/}\( \|$\)" "$ROOT/tests/man.mk" || [ "${page##*/}" = nsi.3 ] || echo "$page"; done
done >"$T/found"
silent 'make man makes all of them'

# What one language says, the other does: the same sections, paragraphs and commands.
shape() { sed -n 's/^= .*/=/p; s/^\(% .*\)/\1/p; /^\t\$ /s/.*/$/p; /^[^=%\t]/s/.*/text/p' "$1" | awk '!($0 == "text" && before == "text"); { before = $0 }'; }
for text in "$ROOT"/man/*.txt; do
	shape "$text" >"$T/en"
	shape "$ROOT/man/ru/${text##*/}" >"$T/ru"
	diff -u "$T/en" "$T/ru" >"$T/diff"
	result $? "${text##*/} says the same in both languages" "$T/diff"
done
grep -n 'раунд\|юнит\|воркспейс\|дефолт' "$ROOT"/man/ru/*.txt >"$T/found"
silent 'in Russian words'

# ---- make install puts them where man looks
ok 'make install' make -s -C "$ROOT" install BUILD="$BUILD" DESTDIR="$T/into" PREFIX=/pre
for page in "$ROOT"/man/*.[1-8]; do
	for dir in man ru/man; do
		[ "$dir${page##*/}" = ru/mannsi.3 ] || [ -f "$T/into/pre/share/man/$dir${page##*.}/${page##*/}" ] || echo "$dir ${page##*/}"
	done
done >"$T/found"
silent 'all pages are installed, the Russian ones too'

# ---- the library
LC_ALL=C awk -f "$ROOT/man/library.awk" "$ROOT/lib/nsi.h" "$ROOT/examples/library/who.c" >"$T/page"
ok 'nsi(3) is not stale' cmp "$T/page" "$ROOT/man/nsi.3"
lint 'nsi(3)' "$ROOT/man/nsi.3"
sed -n 's/^NSI_API .*[ *]\(nsi_[a-z_]*\)(.*/\1/p' "$ROOT/lib/nsi.h" | while read -r f; do
	grep -q "[ *]$f(" "$ROOT/man/nsi.3" || echo "$f"
done >"$T/found"
silent 'nsi(3) names every function'
finish
