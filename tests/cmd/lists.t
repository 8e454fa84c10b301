#!/bin/sh
# Lists that go wrong in quiet ways: codes beside other people's names, namesakes, what a hand set, separators in headings.
. "$(dirname "$0")/lib.sh"

NSI_BIN=$BUILD/nsi ORDER=45-о PROTOCOL=1
export NSI_BIN ORDER PROTOCOL
NSI_TODAY=2026-09-01 "$ROOT/examples/school-161/september.sh" "$T/excel" "$ROOT/examples/school-161-excel" >"$T/out" 2>&1 || cat "$T/out"
unset ORDER PROTOCOL
again() { cd "$T/desk" && rm -rf w && cp -R "$T/excel" w && cp "$T/list.csv" w && cd w || exit 1; }
enrol() { nsi iop enrol "$@"; }
plain() { nsi iop enrol "$@" -f csv --no-header; }
names() { nsi iop list --names -f csv --columns person,name | sort | cksum; }
iconv -f cp1251 -t utf-8 "$ROOT/examples/school-161-excel/pedagogi.csv" | tr -d '\r' >"$T/list.csv"
again
before=$(names)

# ---- a column that slid down by one row
awk -F';' -v OFS=';' 'NR == 1 || $10 == "" { print; next } { c = $10; $10 = p ? p : "p12"; p = c; print }' list.csv >slid.csv
exits 1 'codes that slid by a row are refused' enrol slid.csv
is 'each row with both codes' 'head -1 "$T/err"; grep -c "двух людей" "$T/err"' 'nsi: slid.csv:2:10: код p12 и имя — двух людей: так зовут p01
12'
is 'and nobody has another name' names "$before"
is 'initials are enough to see it' "printf 'Код;ФИО\np01;Гречкина О. П.\n' >l.csv; enrol l.csv 2>&1 | head -1" 'nsi: l.csv:2:1: код p01 и имя — двух людей: так зовут p02'
is 'who marries has a new name' "printf 'Код;ФИО\np01;Крупникова Ячмена Крупеновна\n' >l.csv; plain l.csv | grep ^~ | cut -d, -f1,2,4" '~,p01,имя'

# ---- the same name in another school
again
ok 'somebody goes to another school' nsi -q iop transfer p07 net-a --on 2026-11-10
exits 1 'the old list does not make him anew' enrol list.csv
is 'by his code he is known' 'head -1 "$T/err"' 'nsi: list.csv:8:4: p07 сейчас в net-a: nsi iop transfer p07 s161'
sed '8s/;p07;/;;/' list.csv >uncoded.csv
exits 1 'nor without a code' enrol uncoded.csv
is 'who that is is shown' 'head -1 "$T/err"' 'nsi: uncoded.csv:8:2: так зовут p07 из другой школы: впишите этот код в столбец Код, а если это другой человек — новый код'
exits 1 'nor does one by hand' enrol --name 'Кукурузина Каша Початковна' --org net-b
ok 'a new code says that it is somebody else' enrol --name 'Кукурузина Каша Початковна' --org net-b --code p77

# ---- unknown schools
again
printf 'ФИО;Школа\nКашин Овёс Ячменович;Ш161\nБлинова Гречка Маслова;Школа 5\nОладьин Кефир Мукович;Лицей 5\nПирогов Хлеб Дрожжевич;Школа 5\nСушкин Мак Чаевич;Гимназия\nБаранкин Мёд Чаевич;Интернат\n' >l.csv
enrol l.csv >/dev/null 2>"$T/err"
is 'ids that are offered are free, one a school' 'sed -n "s/.*{id: \([^}]*\)}.*/\1/p" "$T/err"' 's161-2, short: "Ш161"
s5, short: "Школа 5"
s5-2, short: "Лицей 5"
s5, short: "Школа 5"
net-x, short: "Гимназия"
net-x-2, short: "Интернат"'

# ---- what a hand set stands
again
nsi -q iop set p03 post=завуч choice=pary >/dev/null
sed '/;p03;/{s/учитель истории/учитель обществознания/;s/Образовательное событие[^;]*/Взаимообучение онлайн/}' list.csv >new.csv
is 'a new list does not undo it' 'plain new.csv | grep p03 | cut -d, -f1,2,4-' '=,p03,должность: завуч (задано вручную); выбор: pary (задано вручную)'
is 'it stands' 'nsi log person:p03 verb:set -f csv --no-header --columns entry | wc -l; nsi check' 2
is 'nor does the same list again' 'plain new.csv | grep p03 | cut -d, -f1' '='
nsi -q iop set p03 'post=учитель обществознания' >/dev/null
is 'said by hand as in the list, the list goes on' 'sed "s/учитель обществознания/учитель права/" new.csv >l.csv; plain l.csv | grep p03 | cut -d, -f1,2,4' '~,p03,должность: учитель обществознания → учитель права'

# ---- separators in headings
again
is 'commas in a heading of a list with semicolons' "printf 'Фамилия, имя, отчество;Школа\nКашин Овёс Ячменович;Школа 161\n' >l.csv; plain l.csv | grep ^+ | cut -d, -f1-3" '+,p13,s161'
is 'more commas than semicolons' "printf 'ФИО;Должность, предмет, класс\nБлинова Гречка Масловна;учитель, химия, 7\n' >l.csv; plain l.csv | grep ^+ | cut -d, -f1-3" '+,p14,s161'
is 'a semicolon in a heading of a list with commas' "printf 'ФИО,Школа,Должность; прочее\nОладьин Кефир Мукович,Школа 161,учитель\n' >l.csv; plain l.csv | grep ^+ | cut -d, -f1-3" '+,p15,s161'
is 'quoted commas' "printf '\"Фамилия, имя, отчество\",Школа\nПирогов Хлеб Дрожжевич,Школа 161\n' >l.csv; plain l.csv | grep ^+ | cut -d, -f1-3" '+,p16,s161'
is 'a heading alone' "printf 'Фамилия, имя, отчество;Школа\n' | plain -" ''
finish
