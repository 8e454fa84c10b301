#!/bin/sh
# Names stay at home: in no byte of nsi.db, of messages, of answers that were not asked for them; who may not
# read the private file sees codes. The names are cereals, and nobody's.
. "$(dirname "$0")/lib.sh"

rows() { "$@" -f csv --no-header; }
NSI_TODAY=2026-10-20
fresh
printf 'Код;ФИО\np04;Гречкина Овсяна Пшеновна\np05;Гречкин Рис Пшонович\np07;Пчёлкин Семён Рисович\n' >../list.csv
ok 'a list' nsi iop enrol ../list.csv

is 'a file has codes' 'rows nsi iop list person:p04 --columns person' p04
is 'a pipe too' 'nsi iop list person:p04 --columns person | tail -1' p04
is 'names on demand, for official use' 'nsi iop list person:p04,p09 --columns person --names' 'Педагог
------------------
p04 Гречкина О. П.
p09
с именами: для служебного пользования'
is 'for scripts in a column' 'nsi iop list person:p04,p09 --columns person,name --names -f csv' 'person,name
p04,Гречкина Овсяна Пшеновна
p09,'
if command -v script >/dev/null; then
	is 'a terminal shows them' "script -qec 'nsi iop list person:p07 --columns person' /dev/null </dev/null | tr -d '\r' | sed 's/\x1b\[[0-9;]*m//g' | tail -1" 'p07 Пчёлкин С. Р.'
fi

# ---- for the public
ok 'who agrees to be named in public' nsi iop consent p04 --scope public --on 2026-10-01
ok 'who agrees to less' nsi iop consent p07 --scope network --on 2026-10-01
is 'only they are named, and no paper is for official use' 'nsi iop list person:p04,p05,p07 --columns person --names --public' 'Педагог
------------------
p04 Гречкина О. П.
p05
p07'
is 'for scripts' 'rows nsi iop list person:p04,p07 --columns person,name --names --public' 'p04,Гречкина Овсяна Пшеновна
p07,'
is 'by itself it names nobody' 'nsi iop list person:p04 --columns person --public | tail -1' p04
is 'who is enrolled just now has not agreed' "printf 'ФИО\nКукурузин Початок Зернович\n' | nsi -q iop enrol - --names --public -n | grep -a + | grep -aco Кукуруз" 0
ok 'a reason' nsi iop credit p09 И3 --reason посевная
is 'nor are private texts shown' 'nsi log verb:credit --limit 1 --columns text --no-header --public; nsi log verb:credit --limit 1 --columns text --no-header; nsi log verb:credit --limit 1 --columns text --no-header --names | head -1' 'p09: И3 зачтено: …
p09: И3 зачтено: …
p09: И3 зачтено: посевная'
is 'a script asks for them with the names' 'rows nsi log verb:credit --limit 1 --columns text; rows nsi log verb:credit --limit 1 --columns text --names; rows nsi log verb:credit --limit 1 --columns text --names --public' 'p09: И3 зачтено: …
p09: И3 зачтено: посевная
p09: И3 зачтено: …'
if command -v script >/dev/null; then
	is 'on a terminal too' "script -qec 'nsi iop list person:p04,p07 --columns person --public --no-header' /dev/null </dev/null | tr -d '\r' | sed 's/\x1b\[[0-9;]*m//g'" 'p04 Гречкина О. П.
p07'
fi
ok 'taken back' nsi iop consent p04 --scope public --withdraw
is 'it is a code again' 'nsi iop list person:p04 --columns person --names --public --no-header' p04
is 'paper may have names by a setting, which alone changes no file' 'nsi config names.print on >/dev/null; nsi iop list person:p04 --columns person --no-header; nsi config names.print off >/dev/null' p04
ok 'the reason is taken back' nsi undo --last

# ---- a bare word finds people by their names too
is 'a given name, in any case' 'rows nsi iop list ОВСЯ --columns person' p04
is 'ё or е' 'rows nsi iop list семен --columns person; rows nsi iop list пчёл --columns person' 'p07
p07'
is 'a patronymic' 'rows nsi iop list пшон --columns person' 'p05'
is 'or a title' 'rows nsi iop list математ --columns person' 'p01
p12'
is 'with other filters' 'rows nsi iop list гречк org:s161 --columns person; rows nsi iop list гречк org:net-a --columns person' 'p04
p05'
is 'nobody' 'rows nsi iop list кукуруз --columns person' ''

# ---- by the beginning of a surname
is 'a surname' 'rows nsi iop show Пчелк --columns person | sort -u' p07
is 'a whole one before longer ones' 'rows nsi iop show гречкин --columns person | sort -u' p05
no 'of several their codes' 'nsi iop show Греч' 'nsi: так начинаются фамилии нескольких людей: укажите, кто из них: p05, p04'
ok 'a mark' nsi iop mark Гречкина inv-priznaki started --with p02 --on 2026-10-10
is 'has the code' 'rows nsi log verb:start --columns person | tail -1' p04

# ---- not a byte elsewhere
for f in nsi.db nsi.db-wal nsi.db-shm; do for w in Гречкин гречкин Пчёлк пчелк Овсян овсян; do
	[ ! -f $f ] || ! grep -qaF "$w" $f || echo "$f: $w"
done; done >"$T/found"
silent 'no name in nsi.db'
nsi log -f json >"$T/log"; nsi iop list -f json >>"$T/log"; nsi report board -f json >>"$T/log"; nsi iop enrol ../list.csv -f json >>"$T/log"
for w in Гречк Пчёлк Овсян; do grep -aF "$w" "$T/log"; done >"$T/found"
silent 'none in exports'
printf 'ФИО;Школа;Часов в год;Код\nГречкина Овсяна Пшеновна;нет;0;Овсян\nПчёлкин С.;s161;x;p07\nПчёлкин С.;s161;1;\n' >../bad.csv
nsi -v iop enrol ../bad.csv >"$T/log" 2>&1
grep -aE 'Гречк|Пчёлк|Овсян' "$T/log" >"$T/found"
silent 'none in messages'

# ---- who may not read them
chmod 600 nsi-private.db
mv nsi-private.db ../away.db; rm -f nsi-private.db-*
is 'without the private file there are codes' 'nsi iop list person:p04 --columns person | tail -1' p04
is 'nor by a bare word' 'rows nsi iop list овся --columns person' ''
no 'and no surnames' 'nsi iop show Гречкина' 'nsi: не найдено: педагог «Гречкина»'
exits 3 'names cannot be asked for' nsi iop list --names
mv ../away.db nsi-private.db

# ---- a private file of the version before
fresh
sqlite3 nsi-private.db 'DROP TABLE name; PRAGMA user_version=1' 2>/dev/null && {
	ok 'an older private file is brought up' nsi iop enrol ../list.csv
	is 'and finds' 'rows nsi iop show Пчелк --columns person | sort -u' p07
}

# ---- a group's folder
ok 'the private file for the group' nsi config private.group on
is 'has these rights' 'stat -c %a . nsi.db nsi-private.db' '2770
660
660'
ok 'and back' nsi config private.group off
is 'is its owner'"'"'s again' 'stat -c %a nsi-private.db' 600
finish
