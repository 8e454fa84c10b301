#!/bin/sh
# Loading definitions: editions, what differs, what a load never touches.
. "$(dirname "$0")/lib.sh"

quiet() { "$@" >/dev/null; }
rows() { "$@" -f csv --no-header; }
load() { nsi -q module load "$@"; }
changes() { rows load "$@" --columns change,object,id,detail; }
mark() { quiet nsi iop mark "$@"; }
journal() { nsi log -f csv | cksum; }
said() { rows nsi log --limit "$1" --columns verb,person,unit,on; }
source_again() { rm -rf ../ex && cp -R "$ROOT/examples/school-161" ../ex; }
edit() { file=../ex/$1.yaml; shift; cp $file ../was.yaml; sed -i "$@" $file; cmp -s $file ../was.yaml && echo "not ok - sed changed nothing in $file"; }
editions() { rows nsi module list --columns edition | sort -u; }
NSI_TODAY=2026-10-20
fresh
source_again

# ---- one edition for one content
is 'loaded again: nothing changes' 'changes ../ex; editions' 1
is 'file by file too' 'changes ../ex/programma.yaml ../ex/gruppy.yaml; editions' 1
before=$(journal)
edit programma 's/label: И4, \(.*\), hours: 2,/label: И4, \1, hours: 3,/'
is 'one number changed: one line' 'nsi -q module diff ../ex | tail -1' '~          единица  inv-instr  hours: 2 → 3'
is 'a dry run says so and writes nothing' 'changes ../ex --dry-run; editions' '~,unit,inv-instr,hours: 2 → 3
1'
is 'nothing' journal "$before"
is 'loaded: a second edition, and the sums of its module' 'changes ../ex; rows nsi module list --columns module,hours,edition | head -1' '~,unit,inv-instr,hours: 2 → 3
inv,12,2'
is 'once' 'changes ../ex; editions' 2
is 'the difference of the two' 'rows nsi module diff 1 2 --columns change,id,detail; rows nsi module diff 1 --columns id; rows nsi module diff 2; rows nsi module diff 2 1 --columns detail' '~,inv-instr,hours: 2 → 3
inv-instr
hours: 3 → 2'
is 'plans stand on theirs' 'rows nsi iop list --columns edition,hours person:p07' '1,18.5'
is 'undone, the first is back' 'quiet nsi undo --last; rows nsi -q module diff ../ex --columns detail; rows nsi module diff 1; rows nsi module list --columns module,hours,edition | head -1' 'hours: 2 → 3
inv,11,1'
is 'and redone' 'quiet nsi redo; rows nsi -q module diff ../ex; editions' 2
is 'an edition that was there before gets no new number' 'source_again; changes ../ex; editions' '~,unit,inv-instr,hours: 3 → 2
1'
is 'another order of the same objects is an edition too' 'grep -v "id: inv-priznaki" ../ex/programma.yaml >a && grep "id: inv-priznaki" ../ex/programma.yaml >b && sed "/id: inv-vidy/r b" a >../ex/programma.yaml; changes ../ex | head -3; nsi report board --module inv | sed -n 2p | tr -s " "' " | И2 И1 И3 И4 И5 И6 И7 | освоено | учил"
source_again
quiet load ../ex

# ---- faults: nothing is loaded
before=$(journal)
edit programma 's/id: inv-vidy, label: И2/id: inv-vidy, label: И1/'
no 'a wrong file' 'load ../ex' 'nsi: ../ex/programma.yaml:27:11: «И1» называет и «inv-priznaki», и «inv-vidy»'
is 'and nothing of it' 'journal; editions' "$before
1"
source_again

# ---- a unit that the files no longer hold
edit programma '/id: pary-trenazh/d'
edit kompetencii 's/, pary-trenazh//'
no 'refused without --prune' 'load ../ex' 'nsi: единица pary-trenazh загружена, но в файлах её больше нет: чтобы вывести её, загрузите с --prune'
is 'with it retired' 'changes ../ex --prune | grep ^-' '-,unit,pary-trenazh,Взаимотренаж и взаимопроверка'
is 'who has it in his plan keeps it' 'rows nsi iop show p07 unit:pary-trenazh --columns label,hours,state' 'П4,1.5,open'
mark p04 И2 mastered --with p01 --on 2026-09-10
mark p04 П3 mastered --with p01 --on 2026-09-20
is 'and may be marked in it' 'mark p04 П4 mastered --on 2026-10-01; rows nsi iop show p04 unit:П4 --columns state' mastered
for p in p02 p04 p07 p10; do quiet nsi iop revise $p --reason редакция; quiet nsi iop plan $p; done
is 'a new plan has it no more' 'rows nsi iop show p04 --columns unit | grep -c pary-trenazh' 0
is 'its marks stay on the board' 'nsi report board -f json | grep -o "\"person\": \"p04\"\|\"pary-trenazh\": \"[a-z]*\"" | sed -n 4,5p; nsi report board --module pary | sed -n 2p | tr -s " "' '"person": "p04"
"pary-trenazh": "mastered"
 | П1 П2 П3 П4 | освоено | учил'
is 'who masters can teach it still' 'rows nsi iop who pary-trenazh --columns person,role' p04,mastered
is 'and it is shown' 'rows nsi module show П4 2>&1 --columns key,value | head -3' 'nsi: warning: П4 выведено из программы: показано, каким оно было в редакции 3
id,pary-trenazh
module,pary'
is 'the earlier board is as it was' 'nsi report board --on 2026-10-19 -f json | grep -c "\"pary-trenazh\": \"open\""' 3

# ---- a new id for the same content
fresh
source_again
edit programma 's/pary-abzac/pary-chten/'
for f in pedagogi kompetencii kvanty; do edit $f 's/pary-abzac/pary-chten/'; done
is 'is one row' 'changes ../ex --prune' '~,unit,pary-chten,id: pary-abzac → pary-chten'
is 'its bearer bears the new one' 'rows nsi iop who pary-chten --columns person,role; rows nsi iop who pary-abzac' p02,bearer

# ---- rosters
fresh
source_again
edit pedagogi 's/\(code: p03.*\)bearer: \[\]/\1bearer: [inv-zapros, {unit: inv-instr, since: 2026-10-01}]/; s/учитель физики/учитель химии/; s/\(code: p07.*\)choice: \[pary\]/\1choice: [online]/'
is 'only what changed is said' 'quiet load ../ex; said 6' 'edition,,,2026-10-20
bear,p03,inv-zapros,2026-10-20
bear,p03,inv-instr,2026-10-01
enrol,p04,,2026-10-20
set,p07,,2026-10-20
approve,p01,,2026-09-01'
is 'a bearer named later bears from today' 'mark p04 И1 mastered --with p02 --on 2026-09-15; nsi iop mark p04 И3 started --with p03 --on 2026-10-19 2>&1; mark p04 И3 started --with p03 --on 2026-10-20; rows nsi iop show p04 unit:И3 --columns state' 'nsi: 19.10.2026 p03 ещё не владеет И3 и учить p04 не может
started'
is 'or since the day that he has' 'mark p04 И2 mastered --with p01 --on 2026-09-15; nsi iop mark p04 И4 started --with p03 --on 2026-09-30 2>&1; mark p04 И4 started --with p03 --on 2026-10-01; rows nsi iop show p04 unit:И4 --columns state' 'nsi: 30.09.2026 p03 ещё не владеет И4 и учить p04 не может
started'
is 'those of the first load bear from before all days' 'mark p05 И2 started --with p01 --on 2026-08-24; rows nsi iop show p05 unit:И2 --columns state' started
is 'what he is since when' 'rows nsi iop list person:p04 --columns post; rows nsi iop list person:p04 --on 2026-10-19 --columns post' 'учитель химии
учитель физики'
is 'the choice counts in the next plan' 'quiet nsi iop revise p07 --reason х; rows nsi iop plan p07 --columns why,unit | grep chosen' 'chosen,online-pary
chosen,online-tablo'
NSI_TODAY=2026-10-21
is 'who bears no more' 'edit pedagogi "s/inv-zapros, {unit: inv-instr, since: 2026-10-01}//"; quiet load ../ex; said 3; nsi iop why p03 p04 И5 -f csv --no-header --columns allowed; NSI_TODAY=2026-10-22 nsi iop mark p05 И3 started --with p03 2>&1' 'edition,,,2026-10-21
unbear,p03,inv-zapros,2026-10-21
unbear,p03,inv-instr,2026-10-21
false
false
nsi: 22.10.2026 p03 ещё не владеет И3 и учить p05 не может
nsi: И3 опирается на И1, а p05 к 22.10.2026 этим не владеет'
is 'what he taught stands' 'rows nsi iop show p04 unit:И4 --columns state,with; nsi check' started,p03
is 'and bears again' 'edit pedagogi "s/\(code: p03.*\)bearer: \[\]/\1bearer: [inv-zapros]/"; quiet load ../ex; rows nsi iop who И3 --columns person' p03
is 'a person that the files no longer hold takes part still' 'edit pedagogi "/code: p11/d"; edit gruppy "s/, p11//"; quiet load ../ex --prune; rows nsi iop list person:p11 --columns state; said 2' 'approved
edition,,,2026-10-21
member,p11,,2026-10-21'
quiet nsi iop leave p12 --on 2026-10-15 --reason переезд
is 'who has left is not enrolled again' 'edit pedagogi "s/\(code: p12.*\)учитель математики/\1учитель физики/; s/\(code: p12.*\)bearer: \[\]/\1bearer: [inv-instr]/"; quiet load ../ex; said 1; rows nsi iop who И4 --columns person' 'edition,,,2026-10-21
p05'
is 'sound' 'nsi check' ''

# ---- plans on it
NSI_TODAY=2026-10-20
fresh
source_again
edit programma 's/label: И4, \(.*\), hours: 2,/label: И4, \1, hours: 3,/'
quiet load ../ex
quiet nsi iop revise p07 --reason редакция
quiet nsi iop plan p07
no 'a load with a plan on it is not undone alone' 'nsi undo 101' 'nsi: план p07 составлен по редакции, которая больше не загружена
nsi: на это опираются другие записи; отменить все вместе: nsi undo 101 103'
is 'that line, typed, works' 'quiet nsi undo 101 103; editions; rows nsi iop list person:p07 --columns edition,hours,state' '1
2,18.5,draft'

# ---- the next year's calendar alone
fresh
board=$(nsi report board -f json | cksum)
plans=$(nsi log verb:plan -f csv | cksum)
is 'the calendar is all that comes' 'changes "$ROOT/examples/next-year"' '+,calendar,s161-2028,'
is 'nothing else is touched, with --prune neither' 'changes "$ROOT/examples/next-year" --prune; nsi report board -f json | cksum; nsi log verb:plan -f csv | cksum; rows nsi year list --columns year,state' "$board
$plans
2027,open"
no 'an opened year keeps its calendar' 'quiet nsi year open; nsi undo 101' 'nsi: учебный год 2027/2028 остаётся без календаря
nsi: на это опираются другие записи; отменить все вместе: nsi undo 101 102'
is 'the first year'\''s files then say nothing' 'changes "$ROOT/examples/school-161"' ''
is 'nor do they take a choice back that the year gave' 'rows nsi log verb:set --limit 12 --columns on | sort -u; NSI_TODAY=2027-09-01; quiet load "$ROOT/examples/school-161"; rows nsi log verb:set --limit 12 --columns on | sort -u' '2026-10-20
2026-10-20'
is 'sound to the end' 'nsi check' ''

# ---- people whom a list enrols, named by files
cd "$T/desk" && rm -rf w && nsi init w --org s161 --lang ru --zone Asia/Krasnoyarsk >/dev/null && cd w || exit 1
source_again
rm ../ex/pedagogi.yaml ../ex/kvanty.yaml ../ex/god-2027/c*.yaml
sed -i '/sg-2\|uk-/d' ../ex/gruppy.yaml
is 'where nobody is enrolled they are left out' 'nsi module load ../ex 2>&1 >/dev/null | sed "s/.*gruppy/gruppy/"' \
	'gruppy.yaml:4:92: ещё никто не зачислен, поэтому эти люди пропущены: p01, p05, p08, p06, p02, p04, p07, p09, p10, p12; зачислите их (nsi iop enrol) и загрузите файлы ещё раз'
members() { rows nsi log verb:member --columns on,person,data | grep sg-1 | sort; }
is 'and in no group' members ''
printf 'Код;ФИО;Школа;Группа\n' >../list.csv
for i in 01 02 04 05 06 07 08; do echo "p$i;Кашин Рис $(echo $i | tr 0-9 А-К).;s161;"; done >>../list.csv
printf 'p09;Кашин Просо;net-a;sg-1\np10;Кашин Ячмень;net-a;\n' >>../list.csv
quiet nsi -q iop enrol ../list.csv
no 'who is not enrolled then is unknown' 'quiet load ../ex' 'nsi: ../ex/gruppy.yaml:7:143: не найдено: участник «p12», указано в «members» у «sg-1»'
sed -i 's/, p12\]/, net-a\/p10]/' ../ex/gruppy.yaml
no 'nor twice under two names' 'quiet load ../ex' 'nsi: ../ex/gruppy.yaml:7:5: «members» у «sg-1»: «net-a/p10» названо дважды'
sed -i 's/, net-a\/p10\]/]/' ../ex/gruppy.yaml
is 'all enrolled: they are named' 'changes ../ex | grep sg-1 | tr -d \"' '~,group,sg-1,leader: — → s161/p06; members: — → [s161/p01,s161/p02,s161/p04,s161/p06,s161/p07,net-a/p09,net-a/p10]'
is 'and members, once' 'members | cut -c-14; changes ../ex' '2026-08-24,p09
2026-10-20,p01
2026-10-20,p02
2026-10-20,p04
2026-10-20,p06
2026-10-20,p07
2026-10-20,p10'
sed -i 's/\[p01, p02,/[p02,/' ../ex/gruppy.yaml
is 'whom the group leaves out is a member no more' 'load ../ex >/dev/null; members | grep off' '2026-10-20,p01,"{""group"":""sg-1"",""off"":1}"'
is 'sound' 'nsi check' ''
finish
