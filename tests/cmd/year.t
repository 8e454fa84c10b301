#!/bin/sh
# School years: opened with what is left, closed as a snapshot that nothing changes any more.
. "$(dirname "$0")/lib.sh"

quiet() { "$@" >/dev/null; }
rows() { "$@" -f csv --no-header; }
show() { for f in table csv json; do nsi report board "$@" -f $f; done; }
list() { rows nsi iop list "$@" --columns person,org,edition,units,mastered,hours,capacity,due,late; }
school
quiet nsi -C "$T/school" iop mark --from "$ROOT/examples/school-161/marks-autumn.csv"
fresh

# ---- what there is
is 'the first calendar opened its year' 'rows nsi year list' '2027,open,2026-09-01,'
is 'opened again: nothing' 'nsi year open | tail -1; nsi year open 2027 | tail -1' 'внесено: 0
внесено: 0'
no 'no calendar, no year' 'nsi year open 2028' 'nsi: нет календаря на 2027/2028: загрузите его'
no 'no year' 'nsi year open х' 'nsi: «х» — не учебный год (2027 или 2026/2027)'
no 'nothing loaded' 'nsi init ../empty --org s1 --lang ru >/dev/null; nsi -C ../empty year open' 'nsi: календарь ещё не загружен: nsi module load ПАПКА'
no 'nor a board' 'nsi -C ../empty report board' 'nsi: учебный год не открыт: загрузите календарь или выполните nsi year open'
exit=2 no 'closing wants a year' 'nsi year close' 'nsi: не указано YEAR (год, в котором он кончается); см. «nsi help year close»'

# ---- closing
NSI_TODAY=2027-07-01
show --year 2027 >../board
list --year 2027 >../list
before=$(nsi log -f csv | cksum)
is 'a dry run shows it closed' 'nsi year close 2027 --dry-run -f csv; rows nsi year open 2027 --dry-run' 'change,year,state,opened,closed
~,2027,closed,2026-09-01,2027-07-01
=,2027,open,2026-09-01,'
is 'and writes nothing' 'nsi log -f csv | cksum; rows nsi year list' "$before
2027,open,2026-09-01,"
is 'closed' 'rows nsi year close 2026/2027; rows nsi year list' '2027,closed,2026-09-01,2027-07-01
2027,closed,2026-09-01,2027-07-01'
same_board() { is "$1: the board is the same" 'show --year 2027 | cmp - ../board' ''; is "$1: the list is the same" 'list --year 2027 | cmp - ../list' ''; }
same_board 'just closed'
is 'any day of it shows that' 'show --on 2026-10-10 | cmp - ../board; show --on 30.06.2027 | cmp - ../board' ''
is 'with no year open it is what is shown' 'show | cmp - ../board; rows nsi iop list --columns state | sort | uniq -c | tr -s " "' ' 12 closed'
is 'rows and columns are chosen as ever' 'nsi report board --year 2027 --org net-a --module pary -f csv | cut -d, -f2,4-7' 'person,pary-abzac,pary-obratn,pary-voz,pary-trenazh
p09,,,,
p10,started,open,open,open
,3,0,1,0
,1,3,6,0'
is 'a group too' 'nsi report board --year 2027 --group uk-161 --view record -f csv --no-header | cut -d, -f2' 'p06
p08'
no 'not closed twice' 'nsi year close 2027' 'nsi: учебный год 2026/2027 не открыт'
no 'nor opened' 'nsi year open 2027' 'nsi: учебный год 2026/2027 закрыт: чтобы открыть его снова, отмените закрытие'
no 'marks are refused' 'nsi iop mark p07 П2 mastered --on 2027-06-01' 'nsi: ИОП p07 на 2026/2027 закрыта'
no 'in files too' 'printf "person,unit,state,on\np07,П2,mastered,2027-06-01\n" | nsi iop mark --from -' 'nsi: <stdin>:2: ИОП p07 на 2026/2027 закрыта'
no 'plans too' 'nsi iop plan p07@2027' 'nsi: ИОП p07: состояние «закрыто»; перед новым планом её нужно вернуть (return) или пересмотреть (revise)'

# ---- whatever comes after
ok 'a credit is taken' nsi iop credit p07 П2 --reason курсы --on 2027-05-01
same_board 'after a credit'
quiet nsi iop leave p04 --on 2027-06-01 --reason переезд
same_board 'after somebody left'
cp -R "$ROOT/examples/school-161" ../ex
sed -i 's/label: И1/label: Ю1/; s/hours: 1.5, after: \[\], methods: \[paragraph_study/hours: 2.5, after: [], methods: [paragraph_study/' ../ex/programma.yaml
sed -i 's/short: "Школа 161"/short: "Ш161"/' ../ex/organizacii.yaml
sed -i 's/mark: "+"/mark: "м"/' ../ex/tablo.yaml
sed -i 's/members: \[p06, p08\]/members: [p08]/' ../ex/gruppy.yaml
sed -i 's/учитель физики/учитель химии/' ../ex/pedagogi.yaml
is 'a load that renames and moves' 'nsi -q module load ../ex -f csv --no-header --columns object | sort | uniq -c | tr -s " "' ' 1 group
 1 legend
 1 org
 1 participant
 1 unit'
same_board 'after it'
is 'the group is who was in it' 'nsi report board --year 2027 --group uk-161 --view record -f csv --no-header | cut -d, -f2' 'p06
p08'
quiet nsi iop reopen p07@2027
is 'one programme reopened takes marks' 'quiet nsi iop mark p07 И5 mastered --with p06 --on 2027-06-01; rows nsi iop list --year 2027 person:p07 --columns state' approved
same_board 'after that'

# ---- the next year
NSI_TODAY=2027-09-01
quiet nsi -q module load "$ROOT/examples/next-year"
is 'a calendar alone opens nothing now' 'rows nsi year list --columns year,state' 2027,closed
is 'what is left is carried over as a choice' 'quiet nsi year open; rows nsi log verb:set from:2027-09-01 --columns text | tr -d "\"" | sort' 'p01: choice = rotacia-stancii, rotacia-perev, rotacia-dannye
p02: choice = pary-obratn, pary-voz, pary-trenazh
p03: choice = sobytie-komanda, sobytie-analiz
p05: choice = rotacia-dannye
p06: choice = online-pary
p07: choice = pary-voz, pary-trenazh
p08: choice = sobytie-komanda, sobytie-analiz
p09: choice = rotacia-stancii, rotacia-perev, rotacia-dannye, online-pary, online-tablo
p10: choice = pary-abzac, pary-obratn, pary-voz, pary-trenazh
p11: choice = marshrut-karta, marshrut-list, marshrut-svod
p12: choice = marshrut-karta, marshrut-list, marshrut-svod, vedushchiy-zapusk, vedushchiy-set'
is 'once' 'nsi year open | tail -1' 'внесено: 0'
is 'it is the current one, nobody has a plan' 'rows nsi year list --columns year,state; rows nsi iop list --columns state | sort -u' '2027,closed
2028,open
""'
is 'marks of the last year stand in brackets, outside the count' 'nsi report board --module pary --view record | grep "^p0[27]"' 'p02 Ш161           | Н       (•)    | 0 из 0  |   11
p07 Ш161           | (м) (з) (•)    | 0 из 0  |    5'
is 'for scripts they stand apart' 'nsi report board -f json | sed -n "s/.*\"person\": \"p07\".*\"pary-abzac\": \"\([a-z]*\)\".*\(\"mastered\".*\"of\": 0\).*\(\"earlier\": .*\)},/\1|\2|\3/p"' '|"mastered": 0, "of": 0|"earlier": [{"unit": "inv-priznaki", "state": "passed", "year": 2027}, {"unit": "inv-vidy", "state": "passed", "year": 2027}, {"unit": "inv-zapros", "state": "passed", "year": 2027}, {"unit": "inv-instr", "state": "passed", "year": 2027}, {"unit": "inv-tablo", "state": "mastered", "year": 2027}, {"unit": "inv-kriterii", "state": "mastered", "year": 2027}, {"unit": "pary-abzac", "state": "mastered", "year": 2027}, {"unit": "pary-obratn", "state": "credited", "year": 2027}, {"unit": "pary-voz", "state": "started", "year": 2027}]'
quiet nsi -q iop plan --all
is 'the plan holds what is not mastered' 'rows nsi iop show p07 --columns unit,state | paste -sd" "' 'inv-refleksia,open pary-voz,started pary-trenazh,open'
is 'who mastered last year teaches' 'quiet nsi iop mark p10 И1 mastered --with p07 --on 2027-09-01; rows nsi iop show p10 unit:inv-priznaki --columns state' mastered
is 'what rests on it may be started' 'quiet nsi iop mark p07 П3 mastered --on 2027-09-01; rows nsi iop show p07 unit:П3 --columns state' mastered
no 'no marks of the days before it' 'nsi iop mark p10 И3 started --on 2027-08-24' 'nsi: 24.08.2027 — раньше учебного года, он начинается 25.08.2027
nsi: И3 опирается на Ю1, а p10 к 24.08.2027 этим не владеет'
same_board 'in the next year'
no 'what leans on the closing' 'nsi undo $(rows nsi log verb:snapshot --limit 1 --columns entry)' 'nsi: ИОП p07: состояние «утверждено», а снова открыть можно только закрытую
nsi: на это опираются другие записи; отменить все вместе: nsi undo 179 214'
is 'of two open years the newest is current' 'quiet nsi undo 179 214; rows nsi year list --columns year,state; rows nsi iop list --columns units person:p07' '2027,open
2028,open
3'
is 'the snapshot is gone with the closing' 'nsi report board --year 2027 -f csv | cmp -s - ../board || echo live' live
quiet nsi year close 2027
exits 1 'a closing is not redone over another' nsi redo
is 'sound to the end' 'nsi check' ''
finish
