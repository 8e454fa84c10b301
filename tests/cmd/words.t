#!/bin/sh
# Every text for people is in the catalogue, translated, with the same places to fill.
. "$(dirname "$0")/lib.sh"
po=$ROOT/lib/po/ru.po pot=$BUILD/nsi.pot

# texts OPTION: the first lines of the texts that msgattrib picks
texts() {
	msgattrib "$1" --no-wrap --no-location "$po" | sed '1,/^$/d' | grep 'msgid' >"$T/found"
}

ok 'the template is there' test -s "$pot"
ok 'the catalogue is sound' msgfmt --check-format --check-header -o "$T/ru.mo" "$po"
msgcmp --use-fuzzy --use-untranslated "$po" "$pot" >"$T/out" 2>&1
grep -v '^msgcmp:' "$T/out" >"$T/found"
silent 'the catalogue has the texts of the sources and no others (make po)'
texts --untranslated
silent 'all is translated'
texts --only-fuzzy
silent 'nothing is fuzzy'
texts --only-obsolete
silent 'nothing is obsolete'

msgattrib --no-wrap --no-location "$po" >"$T/plain.po"
# {names}, and [what may be left out], stand in both; what ends a text ends its translation
perl -CSD -Mutf8 -ne '
	sub places { join " ", sort $_[0] =~ /\{\w*\}/g, $_[0] =~ /[][]/g }
	if (/^msgid "(.*)"$/) { $id = $1 }
	elsif (/^msgstr(?:\[\d\])? "(.*)"$/ && $id ne "" && $1 ne "") {
		my $t = $1;
		print "$id: {places} differ: $t\n" if places($id) ne places($t);
		print "$id: ends otherwise: $t\n" if ($id =~ /([.:?])(\s|\\n)*$/ ? $1 : "") ne ($t =~ /([.:?])(\s|\\n)*$/ ? $1 : "");
		print "$id: begins otherwise: $t\n" if $id =~ /^[a-z]/ && $t =~ /^[А-ЯЁ][^А-ЯЁ]/ || $id =~ /^[A-Z][a-z]/ && $t =~ /^[а-яё]/;
		print "$id: blanks at an end differ: $t\n" if ($id =~ /^\s*/ && length $&) != ($t =~ /^\s*/ && length $&);
	}' "$T/plain.po" >"$T/found"
silent 'translations have the places, ends and capitals of their texts'
finish
