#!/bin/sh
# September of the example school: run twice, the four plans that the school counts on, a year later.
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
