#!/bin/sh
# An evening on paper and in a chat: the page to print, the sheet that is filled and comes back, invitations.
. "$(dirname "$0")/lib.sh"

quiet() { "$@" >/dev/null; }
q() { sqlite3 nsi.db "$1"; }
marks() { q "SELECT person, unit, part, step FROM mark WHERE tm > 0 ORDER BY 1, 2, 3, 4"; }
fresh
NSI_TODAY=2026-09-16
no 'nothing is planned yet' 'nsi session show sg-1@17.11 --sheet' 'nsi: на sg-1@2026-11-17 пары ещё не составлены: nsi session pair sg-1@2026-11-17 --save'
quiet nsi session pair --on 15.09 --rounds 4 --save

# ---- the page
ok 'a page' nsi session show last --sheet -o wall.html
is 'the same on standard output' 'nsi session show last --sheet -f html | cmp - wall.html' ''
is 'a route for each, a line of the attendance for each' 'grep -c "class=\"page route" wall.html; grep -c "class=\"sign\"" wall.html' '12
12'
is 'nothing in it runs or is fetched' 'grep -niE "<script|<link|<img|src=|@import|url\(|http" wall.html' ''
is 'it says of which plan it is' 'plan=$(nsi session show last --sheet -f csv --columns plan --no-header | sort -u); grep -c "План $plan" wall.html' '14'
is 'codes alone' 'grep -c "class=\"name\"" wall.html' '0'
is 'it is in the language of the database' 'grep -o "<html lang=\"..\">" wall.html; nsi --lang en session show last --sheet -f html | grep -c "My route"' '<html lang="ru">
12'
is 'tables have heads and captions' 'a=$(grep -o "<table" wall.html | wc -l); b=$(grep -o "<caption>" wall.html | wc -l); c=$(grep -o "scope=" wall.html | wc -l); [ $a = $b ] && [ $c -gt $((a * 5)) ] || echo "$a $b $c"' ''
exit=2 no 'one of both' 'nsi session show last --sheet --invite' 'nsi: либо --sheet, либо --invite'
exit=2 no 'of whom, is asked of invitations only' 'nsi session show last p07 --sheet' 'nsi: людей можно называть только с --invite'
exit=2 no 'other answers are no sheets' 'nsi session list -o list.pdf' 'nsi: не найдено: формат «pdf» (дополнение называлось бы format-pdf.so)'

# ---- the sheet that comes back
is 'empty it says what is missing' 'nsi session show last --sheet -o sheet.csv; nsi session record last --from sheet.csv 2>&1 | head -1' 'nsi: sheet.csv:2: столбец «Второй взял»: пусто, а нужно: освоил, не успели или не было'
is 'its headers are those that the record takes' 'head -1 sheet.csv' 'session,plan,round,kind,a,b,a_gives,b_gives,a_result,b_result'
awk 'BEGIN { FS = OFS = "," } NR > 1 { if ($8) $9 = "ok"; if ($7) $10 = "ok" } 1' sheet.csv >filled.csv
ok 'filled it comes back' nsi session record last --from filled.csv
is 'and can be had again as it was filled' 'nsi session show last --sheet -o again.csv; cmp filled.csv again.csv' ''
is 'twice it is nothing new' 'nsi session record last --from again.csv -f json | grep -o "\"said\": 0, \"same\": 1"' '"said": 0, "same": 1'
is 'the page has its crosses: on the wall and in the routes' 'n=$(grep -o ",ok" filled.csv | wc -l); [ "$(nsi session show last --sheet -f html | grep -o "×</span><small>освоил" | wc -l)" = $((n * 2)) ] || echo "$n"' ''
is 'what came of it is what one line would have said' 'marks >a; quiet nsi undo --last; quiet nsi session record last --all-ok; marks >b; cmp a b; [ -s a ] || echo nothing' ''
is 'and the sheet of what one line said is nothing new' 'nsi session show last --sheet -o again.csv; nsi session record last --from again.csv -f json | grep -o "\"said\": [0-9]*, \"same\": [0-9]*"' '"said": 0, "same": 1'
same_with() { sed "s/,ok\\b/,$1/" again.csv >words.csv; nsi session record last --from words.csv -f json | grep -o '"said": [0-9]*, "same": [0-9]*'; }
is 'what went well has more than one word' 'for word in освоено Освоила получилось Да + "освоил(а)"; do same_with "$word"; done | sort | uniq -c | sed "s/^ *//"' '6 "said": 0, "same": 1'
is 'so has what did not, and who was not there' 'n=$(grep -n ",p06,.*,ok" again.csv | tail -1 | cut -d: -f1); for word in "ещё нет" "не успела" not_yet Н отсутствовала absent; do sed "${n}s/,ok/,$word/" again.csv >words.csv; nsi session record last --from words.csv --dry-run | cksum; done | uniq -c | sed "s/^ *//; s/ .*//"' '3
3'
is 'another one is named, with those that are known' 'sed "2s/,ok/,кое-как/" again.csv >words.csv; nsi session record last --from words.csv 2>&1' 'nsi: words.csv:2: столбец «Второй взял»: «кое-как» не подходит, есть: ok (освоил), not_yet (не успели), absent (не было)'
quiet nsi undo --last
quiet nsi session pair last --rounds 4 --absent p12 --save
is 'of a former plan it is refused' 'nsi session record last --from filled.csv 2>&1 | head -1 | sed "s/([0-9]*)/(N)/; s/ [0-9]*$/ M/"' 'nsi: filled.csv:2: столбец «План»: лист сделан по прежнему плану (N); теперь план M'

# ---- the same as a workbook
if [ -f "$BUILD/plugin/reader-xlsx.so" ] && [ -f "$BUILD/plugin/format-xlsx.so" ]; then
	# fill FILE.xlsx: the results of a sheet, as a hand would choose them; the words it offers
	fill() { python3 "$ROOT/tests/cmd/fill_book.py" "$@"; }
	nsi session show last --sheet -o sheet.xlsx
	is 'a workbook to be filled: words to choose from, all else locked' 'python3 "$ROOT/tests/cmd/book.py" sheet.xlsx part xl/worksheets/sheet1.xml | grep -o "<sheetProtection[^>]*sheet=.1.\|<formula1>[^<]*" | sed "s/ .*sheet/ sheet/" | sort -u' '<formula1>"освоил,не успели,не было"
<sheetProtection sheet="1"'
	is 'empty it says which cells' 'nsi session record last --from sheet.xlsx 2>&1 | head -1' 'nsi: sheet.xlsx:J2: столбец «Второй взял»: пусто, а нужно: освоил, не успели или не было'
	fill sheet.xlsx filled.xlsx освоил
	is 'filled it comes back' 'nsi session record last --from filled.xlsx -f csv | wc -l | awk "{ print (\$1 > 20) }"' '1'
	marks >a; quiet nsi undo --last; quiet nsi session record last --all-ok; marks >b
	is 'what came of it is what one line would have said' 'cmp a b; [ -s a ] || echo nothing' ''
	quiet nsi undo --last
	printf 'ФИО;Код\nГречкина Овсяна Пшеновна;p04\nКукурузин Початок Зернович;p07\n' >two.csv
	quiet nsi -q iop enrol two.csv --yes
	nsi session show last --sheet --names -o named.xlsx
	is 'names stand beside the codes, and a line below' 'python3 "$ROOT/tests/cmd/book.py" named.xlsx | cut -f4 | grep "Гречкина\|служебного" | sort -u' 'p04 Гречкина О. П.
с именами: для служебного пользования'
	fill named.xlsx filled.xlsx освоил
	ok 'it comes back too' nsi session record last --from filled.xlsx
	marks >b
	is 'and says the same' 'cmp a b' ''
	quiet nsi undo --last
	nsi session show last --sheet --names -f csv-excel | sed 's/p04 Гречкина О. П./p04 Кукурузин П. З./' >other.csv
	is 'a code beside the name of somebody else is refused' 'nsi session record last --from other.csv 2>&1 | grep -m1 "чужое имя" | sed "s/:[0-9]*: столбец [^:]*/:N: столбец/"' 'nsi: other.csv:N: столбец: рядом с кодом p04 стоит чужое имя'
fi

# ---- names, by the rule for paper
printf 'ФИО;Код\nГречкина Овсяна Пшеновна;p04\nКукурузин Початок Зернович;p07\n' >list.csv
quiet nsi -q iop enrol list.csv --yes
is 'not by themselves' 'nsi session show last --sheet -f html | grep -c Гречкина' '0'
is 'with --names, and a line that says so' 'nsi session show last --sheet -o named.html --names; grep -o "Гречкина О.[^<]*" named.html | sort -u | sed "s,\xc2\xa0, ,"; grep -c "для служебного пользования" named.html' 'Гречкина О. П.
13'
ok 'or by a setting' nsi config names.print on
is 'which is for paper' 'nsi session show last --sheet -f html | grep -q Гречкина || echo no; nsi session show last --sheet -f csv | grep -c Гречкина' '0'
is 'nobody who has not agreed in public' 'nsi session show last --sheet -f html --public | grep -c "Гречкина\|служебного"' '0'
quiet nsi config names.print off

# ---- invitations
is 'one text' 'nsi session show last --invite p07 | head -2' 'p07, приглашаем на занятие взаимного обучения: вторник, 15 сентября 2026, 15:00–16:30.
1) 15:00 стол 1, с p01: берёте И2 «Пять видов работы в паре и правила смены партнёра»'
is 'one for each, with empty lines between' 'nsi session show last --invite | grep -c "приглашаем"; nsi session show last --invite | grep -c "^$"' '11
10'
is 'for scripts as rows' 'nsi session show last --invite -f csv | head -1; nsi session show last --invite p07 -f json | grep -c "\"person\": \"p07\", \"text\": "' 'person,text
1'
is 'who is not there is not invited' 'nsi session show last --invite p12 2>&1' 'nsi: p12 не приходит на all@2026-09-15'
quiet nsi session pair --on 16.09 --rounds 8 --save
is 'eight rounds fit into 500 characters' 'nsi session show last --invite -f json | perl -CS -ne "s/\\\\n/\n/g; print \"\$1\n\" if /\"text\": \"(.*)\"/s && length(\$1) > 500"' ''
is 'titles gave way, not rounds' 'nsi session show last --invite p01 | grep -c "^[1-8])"' '8'

# ---- a small one, to the letter
quiet nsi session pair --on 18.09 --present p01,p02,p03 --rounds 2 --place 'каб. 214' --leader p02 --save
page() { nsi session show all@18.09 --sheet -f html | sed '/^<style>$/,/^<\/style>$/d; s/План [0-9]*/План N/; s/<dd>[0-9]*</<dd>N</'; }
same sheet.html page
finish
