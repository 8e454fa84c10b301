#!/bin/sh
# September of the example school: run twice, the four plans that the school counts on, a year later; the same school
# with its people in a list of Excel's.
. "$(dirname "$0")/lib.sh"

NSI_BIN=$BUILD/nsi example=$ROOT/examples/school-161
export NSI_BIN
september() { "$example/september.sh" "$@" 2>>"$T/err"; }
rows() { nsi -C w "$@" -f csv --no-header; }
journal() { nsi -C w log -f csv | cksum; }
states() { rows iop list --columns state | sort | uniq -c | tr -s ' '; }
today() { NSI_TODAY=$1; }

# ---- twice

today 2026-09-01
is 'the first run says what it did' 'september w | sed "s| /.*||"' 'создана рабочая папка
загружены описания из
составлены ИОП
ИОП предложены'
is 'all twelve are proposed' states ' 12 proposed'
before=$(journal)
is 'the second run has nothing to do' 'september w' 'nothing to do'
is 'the journal has not changed' journal "$before"
is 'nor has another day anything to do' 'NSI_TODAY=2026-09-03; september w' 'nothing to do'
is 'nor a copy of the folder' 'cp -R "$example" copy && september w copy' 'nothing to do'
is 'nor two at once' 'september w & september w; wait' 'nothing to do
nothing to do'
is 'a protocol approves all' 'PROTOCOL=1 september w' 'предложенные ИОП утверждены'
is 'all twelve are approved' states ' 12 approved'
is 'the order comes later' 'ORDER=45-о PROTOCOL=1 september w' 'предложенные ИОП утверждены'
is 'to all of them' 'rows log verb:approve --columns data | grep -c 45-о' 12
is 'and only once' 'ORDER=45-о PROTOCOL=1 september w' 'nothing to do'
is 'warnings are told once' 'grep -c sg-1 "$T/err"' 1

# ---- wrong words

exits 2 'no folder: the command line is wrong' "$example/september.sh"
exits 2 'one too many' "$example/september.sh" w "$example" x
exits 0 'help' "$example/september.sh" --help
exits 1 'no source: the name is wrong' "$example/september.sh" x none
is 'and nothing was made' 'ls -d x 2>&1 | tail -c 26' 'No such file or directory'
printf 'format: nsi/1\ngroups:\n  - {id: kso, kind: nonsense}\n' >bad.yaml
before=$(journal)
exits 1 'a wrong definition: the data are wrong' "$example/september.sh" w bad.yaml
is 'and nothing was loaded' journal "$before"
exits 3 'no nsi: the machine is wrong' env NSI_BIN="$T/none" "$example/september.sh" x

# ---- the four plans

inv='inv-priznaki inv-vidy inv-zapros inv-instr inv-tablo inv-kriterii inv-refleksia'
# plan PERSON HOURS UNITS WORDS…: dry, in every state
plan() {
	person=$1 hours=$2 units=$3
	shift 3
	rows iop plan "$person" "$@" --dry-run --columns unit,hours,why >plan
	is "$person $*: hours" "awk -F, '{ h += \$2 } END { printf \"%.1f\\n\", h }' plan" "$hours"
	is "$person $*: units in order" 'cut -d, -f1 plan | paste -sd" "' "$units"
}
plan p07 18.5 "$inv pary-abzac pary-obratn pary-voz pary-trenazh" --module pary
plan p09 19.0 "$inv rotacia-stancii rotacia-perev rotacia-dannye online-pary online-tablo" --module rotacia --module online
plan p03 16.0 "$inv sobytie-zamysel sobytie-komanda sobytie-analiz" --module sobytie
plan p12 23.5 "$inv pary-voz marshrut-karta marshrut-list marshrut-svod online-pary vedushchiy-zapusk vedushchiy-set" \
	--module marshrut --module vedushchiy
is 'p12: who asks for pary-voz' 'grep ^pary-voz, plan' 'pary-voz,2,needed by marshrut-svod'
is 'p12: who asks for online-pary' 'grep ^online-pary, plan' 'online-pary,1.5,needed by vedushchiy-set'
is 'dry runs left the journal alone' journal "$before"

# ---- people from Excel

excel=$ROOT/examples/school-161-excel
today 2026-09-01
rows iop list --columns person,org,state,units,hours,due | sort >yaml.list
for p in 01 02 03 04 05 06 07 08 09 10 11 12; do rows iop show p$p --columns person,unit,due,why; done >yaml.plans
rows session list --columns session,groups,responsible 2>/dev/null | sort >yaml.year
from_list() {
	is "$1: programme, people, groups and plans" "september w $2 2>&1 | sed 's| /.*||'" 'создана рабочая папка
загружены описания из
зачислены педагоги из
группы и ответственные дополнены из
составлены ИОП
ИОП предложены
предложенные ИОП утверждены'
	is "$1: a second time there is nothing to do" "september w $2" 'nothing to do'
	for p in 01 02 03 04 05 06 07 08 09 10 11 12; do rows iop show p$p --columns person,unit,due,why; done >list.plans
	is "$1: the plans are those of the YAML" 'cmp yaml.plans list.plans && wc -l <list.plans' 130
	is "$1: and so is everybody" 'rows iop list --columns person,org,state,units,hours,due | sort | cmp - yaml.list' ''
	is "$1: groups and events have their people" 'rows session list --columns session,groups,responsible 2>/dev/null | sort | cmp - yaml.year' ''
}
mv w yaml
PROTOCOL=1 ORDER=45-о
export PROTOCOL ORDER
is 'the lists are as Excel has them: no UTF-8, CRLF' 'for f in "$excel"/*.csv; do iconv -f utf-8 "$f" >/dev/null 2>&1 && echo "$f"; LC_ALL=C grep -avc "$(printf "\\r")\$" "$f"; done' '0
0'
mkdir cp1251 && cp "$excel"/*.csv cp1251
from_list cp1251 cp1251
is 'names when they are asked for' 'rows iop list --names --columns person,name | sed -n "5p;11,12p"' 'p05,Пшёнкина Тыква Бахчевна
p11,Полба-Спельтова Мука Зерновна
p12,Толокнов Кисель Гасан оглы'
is 'and by the beginning of a surname' 'rows iop show пшенк --columns person | sort -u' p05
plan p07 18.5 "$inv pary-abzac pary-obratn pary-voz pary-trenazh"
plan p09 19.0 "$inv rotacia-stancii rotacia-perev rotacia-dannye online-pary online-tablo"
plan p03 16.0 "$inv sobytie-zamysel sobytie-komanda sobytie-analiz"
plan p12 23.5 "$inv pary-voz marshrut-karta marshrut-list marshrut-svod online-pary vedushchiy-zapusk vedushchiy-set"
is 'autumn as Excel keeps it' 'NSI_TODAY=2026-11-12; nsi -C w iop mark --from "$excel/otmetki-oseni.csv" | tail -1' 'внесено: 78  уже было внесено: 0'
is 'is the autumn of the CSV' 'NSI_TODAY=2026-11-12; nsi -C w iop mark --from "$example/marks-autumn.csv"' 'внесено: 0  уже было внесено: 78'
is 'the database is sound' 'nsi -C w check' ''
rm -rf w
mkdir utf16 && { printf '\377\376'; iconv -f cp1251 -t utf-16le "$excel/pedagogi.csv" | sed 's/;\x00/\t\x00/g'; } >utf16/pedagogi.csv
from_list 'Unicode text' utf16
rm -rf w
mkdir both && cp -R "$example"/*.yaml "$example/god-2027" both && rm both/pedagogi.yaml && cp "$excel/pedagogi.csv" both
from_list 'definitions beside the list' both
is 'of which none is the script'"'"'s' 'NSI_BIN=$BUILD/nsi sh -x "$example/september.sh" w both 2>&1 | grep -c "module load .*school-161"' 0
rm -rf w
mkdir wrong && { iconv -f cp1251 -t utf-8 "$excel/pedagogi.csv" | sed 's/Школа 161;kso/Школа 5;kso/'; } >wrong/pedagogi.csv
exits 1 'a wrong list stops with its exit code' "$example/september.sh" w wrong
is 'and its sentences' 'sed "s|: .*/wrong|: wrong|" "$T/err"' 'nsi: wrong/pedagogi.csv:2:4: нет организации «Школа 5»: загрузите её строкой  - {id: s5, short: "Школа 5"}  в разделе organisations
nsi: wrong/pedagogi.csv:3:4: нет организации «Школа 5»: загрузите её строкой  - {id: s5, short: "Школа 5"}  в разделе organisations
nsi: wrong/pedagogi.csv:5:4: нет организации «Школа 5»: загрузите её строкой  - {id: s5, short: "Школа 5"}  в разделе organisations
nsi: строк с ошибками: 3 из 12; никто не зачислен'
is 'and nothing was made' 'ls -d w 2>&1 | tail -c 26' 'No such file or directory'
is 'mended, it goes on' 'september w cp1251 | sed "s| /.*||"' 'создана рабочая папка
загружены описания из
зачислены педагоги из
группы и ответственные дополнены из
составлены ИОП
ИОП предложены
предложенные ИОП утверждены'
grep -E 'Перлов|Гречкин|Рисов|Пшенк|Пшёнк' "$T/err" w/nsi.db >"$T/found"
silent 'no name was told'

# ---- a school of its own: nobody of the example's is in it
rm -rf w
mkdir strange && printf 'ФИО;Должность\nКашин Овёс Ячменович;учитель\nБлинова Гречка Масловна;учитель\nОладьин Кефир Мукович;учитель\n' >strange/list.csv
for f in Сушкин Баранкин Пирогов Калачев Кренделев Ватрушкин Булкин Пряников Коржиков Батонов; do echo "$f Мак Чаевич;учитель"; done >>strange/list.csv
is 'of a list alone the programme and the calendar are taken' 'september w strange | sed "s| /.*||"' 'группы, кванты, циклограмма и цели примера не взяты: они о его педагогах; свои положите в
создана рабочая папка
загружены описания из
зачислены педагоги из
составлены ИОП'
is 'all have their plans' states ' 13 draft'
is 'nobody leads or answers for what is the example'"'"'s' 'rows session group list | wc -l; rows quantum list | wc -l; rows session list | wc -l' '0
0
0'
is 'a second time there is nothing to do' 'september w strange' 'nothing to do'
unset PROTOCOL ORDER
rm -rf w && mv yaml w

# ---- autumn, and a year later

today 2026-11-12
ok 'the marks of autumn obey the rules' nsi -C w iop mark --from "$example/marks-autumn.csv"
before=$(journal)
ok 'entered again they are nothing new' nsi -C w iop mark --from "$example/marks-autumn.csv"
is 'and change nothing' journal "$before"
is 'the database is sound' 'nsi -C w check' ''
last=2027-06-30
today $last
for f in table csv json; do nsi -C w report board --on $last -f $f >board.$f; done
is 'the board shows who passed on what' 'grep -c "^p.*⊕" board.table' 8

today 2027-09-01
is 'the second September' 'september w "$ROOT/examples/next-year" | sed "s| /.*||"' 'загружены описания из
открыт учебный год
составлены ИОП
ИОП предложены'
is 'has all to do only once' 'september w "$ROOT/examples/next-year"' 'nothing to do'
is 'nor have the files of the first year' 'september w' 'nothing to do'
for f in table csv json; do
	is "last year's board, $f, is byte for byte the same" "nsi -C w report board --on $last -f $f | cmp - board.$f" ''
done
is "last year's board by its number is that of its last day" 'nsi -C w report board --year 2027 | cmp - board.table' ''
is 'masters of last year can teach' 'rows iop who inv-vidy --columns person | sort | paste -sd" "' \
	'p01 p02 p03 p04 p05 p06 p07 p09 p10 p11 p12'
is 'what was mastered is not planned again' 'rows iop show p07 --columns unit | paste -sd" "' \
	'inv-tablo inv-refleksia pary-obratn pary-voz pary-trenazh'
is 'nor pulled in' 'rows iop show p12 --columns unit | paste -sd" "' \
	'inv-instr inv-tablo inv-kriterii inv-refleksia pary-voz marshrut-karta marshrut-list marshrut-svod online-pary vedushchiy-zapusk vedushchiy-set'
is 'the year of the newest calendar is the current one' states ' 12 proposed'
is 'the database is sound still' 'nsi -C w check' ''
finish
