#!/bin/sh
# Answers as people take them away: Markdown, a table for Excel, a page. In both languages, and what comes back.
. "$(dirname "$0")/lib.sh"

quiet() { "$@" >/dev/null; }
# page WORDS…: a page but for its style
page() { nsi "$@" -f html | sed '/^<style>$/,/^<\/style>$/d'; }
school
quiet nsi -C "$T/school" iop mark --from "$ROOT/examples/school-161/marks-autumn.csv"
fresh

# ---- as they are
for lang in ru en; do
	same "formats-board-$lang.html" page report board --module inv --module pary --lang $lang
	same "formats-list-$lang.html" page iop list --lang $lang
	same "formats-sessions-$lang.html" page session list from:2026-09-01 to:2026-11-30 --lang $lang --sort date,session
	for format in md csv-excel svg; do
		same "formats-board-$lang.$format" nsi report board --module inv --module pary -f $format --lang $lang
		same "formats-list-$lang.$format" nsi iop list -f $format --lang $lang
		same "formats-sessions-$lang.$format" nsi session list from:2026-09-01 to:2026-11-30 -f $format --lang $lang --sort date,session
	done
done
is 'the suffix chooses; csv stays csv' 'nsi iop list -o l.md && nsi iop list -f md | cmp - l.md; nsi iop list -o l.csv && nsi iop list -f csv | cmp - l.csv' ''
is 'a mark of UTF-8, CRLF everywhere' 'nsi iop list -f csv-excel -o l.csv; head -c 3 l.csv | od -An -tx1; wc -l <l.csv; tr -cd "\r" <l.csv | wc -c' ' ef bb bf
13
13'
is 'without headers' 'nsi iop list -f csv-excel --no-header --columns person,hours --limit 1 | tr -d "\r"' "$(printf '\357\273\277')p01;14,5"


# ---- pages
is 'a page of one person says whose it is' 'nsi iop show p03 -f html | grep "<h1>"; nsi iop show p03 --columns unit,state -f html | grep "<h1>"; nsi iop list org:net-b -f html | grep "<h1>"' '<h1>p03 · ИОП педагога: единицы, сроки, что сделано</h1>
<h1>p03 · ИОП педагога: единицы, сроки, что сделано</h1>
<h1>ИОП: чьи, в каком состоянии, сколько сделано</h1>'
is 'of whom and what is asked stands on it, as codes' 'for what in "iop next p03" "iop who И4" "session group show sg-1" "iop show p03@2027"; do nsi $what -f html | grep -o "<h1>[^:,<]*"; done; mkdir "$T/copy"; cp -p nsi*.db "$T/copy"; printf "ФИО;Код\nРисов Плов Маслович;p03\n" >"$T/copy/l.csv"; cd "$T/copy"; quiet nsi -q iop enrol l.csv --yes; nsi iop next Рисов -f html | grep -c Рисов' '<h1>p03 · Что педагогу осталось
<h1>И4 · Кто может учить единице или её части
<h1>sg-1 · Кто в группе
<h1>p03@2027 · ИОП педагога
0'
is 'no heading of a row is empty' 'nsi session group show sg-1 -f html | grep -c "<th scope=\"row\" class=\"lead\"></th>"; nsi session group show sg-1 -f html | grep -c "<td class=\"lead\"></td>"' '0
3'
is 'nothing is asked of anybody outside' 'for what in "report board" "iop list" "iop show p03" "report targets"; do nsi $what -f html | grep -cE "url\(|https?:|src=|href=|<script|@import"; done' '0
0
0
0'
is 'a page is written twice the same' 'nsi report board -o a.html; nsi report board -f html | cmp - a.html; nsi report board -o b.htm; cmp a.html b.htm' ''
rm -f a.html b.htm
is 'no names on it, but asked for' 'nsi iop list -f html | grep -c Вермишел; nsi iop list --names -f html | grep -o "<p class=\"note\">.*</p>"' '0
<p class="note">с именами: для служебного пользования</p>'

# ---- cp1251
is 'the same in cp1251' 'nsi report board -f csv-excel --encoding cp1251 | iconv -f cp1251 -t utf-8 >a; nsi report board -f csv-excel | tail -c +4 | cmp - a' ''
rm -f l.csv l.md err
is 'every letter of cp1251 is the one that iconv has' 'i=128; while [ $i -lt 256 ]; do [ $i = 152 ] || printf "\\$(printf %o $i)"; i=$((i + 1)); done >letters
iconv -f cp1251 -t utf-8 letters >word; quiet nsi iop request add p01 @word; nsi iop request list --names -f csv-excel --encoding cp1251 --columns need,text >got; grep -c -a -F "$(cat letters)" got' 1
quiet nsi undo --last
quiet nsi iop request add p01 'Как ⊕ больше → 5 ≥ 4, → ∑, 𝛑 и'
no 'what does not fit is listed, nothing is written' 'nsi iop request list --names -f csv-excel --encoding cp1251 --columns text -o new.csv; code=$?; ls; exit $code' 'nsi: new.csv:2: в cp1251 нет знака «⊕» (U+2295)
nsi: new.csv:2: в cp1251 нет знака «→» (U+2192)
nsi: new.csv:2: в cp1251 нет знака «≥» (U+2265)
nsi: new.csv:2: в cp1251 нет знака «∑» (U+2211)
nsi: new.csv:2: в cp1251 нет знака «𝛑» (U+1D6D1)
nsi: ничего не записано: без --encoding cp1251 поместится всё
a
got
letters
nsi-private.db
nsi.db
word'
no 'nor is a file that is there touched' 'echo old >new.csv; nsi iop request list --names -f csv-excel --encoding cp1251 --columns text -o new.csv 2>/dev/null; code=$?; cat new.csv >&2; exit $code' old
is 'in UTF-8 all of it fits' 'nsi iop request list --names -f csv-excel --columns text --no-header --limit 1 | tail -c +4 | tr -d "\r"' 'Как ⊕ больше → 5 ≥ 4, → ∑, 𝛑 и'
exit=2 no 'an encoding is for Excel' 'nsi iop list -f csv --encoding cp1251' 'nsi: --encoding — только для -f csv-excel'
exit=2 no 'nor for pages' 'quiet nsi session pair --on 12.11 --rounds 2 --present p01,p02,p03,p04 --save; nsi session show last --sheet -f html --encoding cp1251' 'nsi: --encoding — только для -f csv-excel'
exit=2 no 'no such encoding' 'nsi iop list -f csv-excel --encoding koi8-r' 'nsi: --encoding utf-8|cp1251: «koi8-r» не подходит, есть: utf-8, cp1251; см. «nsi help iop list»'

# ---- what Excel would run
is 'a request that is a formula' 'quiet nsi iop request add p02 "=HYPERLINK(\"http://x\")"; nsi iop request list --names -f csv-excel --columns text --no-header | tail -1 | tr -d "\r"' "\"'=HYPERLINK(\"\"http://x\"\")\""

is 'one that begins with a tab' 'printf "\tx" | quiet nsi iop request add p02 -; nsi iop request list --names -f csv-excel --columns text --no-header | grep -c "^\"'"'"'	x\""' 1
is 'signs of numbers that count' 'nsi report summary --period q2 -f csv-excel --columns change --no-header | tail -c +4 | tr -d "\r" | sed "s/[1-9][0-9]*/N/" | sort -u; nsi report summary --period q2 -f csv-excel --encoding cp1251 --columns change | iconv -f cp1251 -t utf-8 | grep -c "^-[0-9]"' '""
-N
0
N
5'

# ---- there and back
marks='--columns person,unit,state,on,with,checked_by,way'
for lang in ru en; do
	is "marks come back, $lang" "nsi iop show p03 state:mastered,started $marks -f csv-excel --lang $lang -o m.csv; nsi iop mark --from m.csv" 'внесено: 0  уже было внесено: 4'
	is "in cp1251 too, $lang" "nsi iop show p03 state:mastered,started $marks -f csv-excel --encoding cp1251 --lang $lang -o m.csv; nsi iop mark --from m.csv" 'внесено: 0  уже было внесено: 4'
done
# a sheet of a session, filled in Excel
is 'a sheet is filled in Excel and comes back' 'nsi session show last --sheet -f csv-excel -o s.csv; head -2 s.csv | tr -d "\r"; awk -F";" -v OFS=";" "NR > 1 { if (\$7) \$10 = \"освоил\"; if (\$8) \$9 = \"освоил\" } { sub(/\r/, \"\"); print \$0 \"\r\" }" s.csv >f.csv; nsi session record last --from f.csv | tail -1' '﻿Занятие;План;Круг;Вид;Первый;Второй;Первый даёт;Второй даёт;Первый взял;Второй взял
all@2026-11-12;182;1;запуск;p02;p01;И6;;;
внесено: 11  уже было внесено: 0  получено: 3  не состоялось: 0'
is 'said anew from Excel' 'nsi iop show p03 state:mastered $marks -f csv-excel -o m.csv; sed "s/^p03;inv-vidy;освоено;08.10.2026;p04;p04/p03;И4;освоено;10.11.2026;p02;p08/" m.csv >n.csv; nsi iop mark --from n.csv --dry-run -f csv --no-header | grep -v "^="' '+,2026-11-10,p03,inv-instr,"p03: И4 освоено с помощью p02, проверка: p08"'
is 'a guarded text comes back as it was' 'printf "quantum;by;on;class;result;changed\nkv-pary-5min;p01;12.11.2026;5а;изменил;'\''=a+b\n" >t.csv; quiet nsi quantum try --from t.csv; nsi quantum show kv-pary-5min --names -f csv | grep -o "=a+b"' '=a+b'
finish
