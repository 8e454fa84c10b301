#!/bin/sh
# The keys of JSON and the headers of CSV that scripts of schools rely on.
. "$(dirname "$0")/lib.sh"

NSI_BIN=$BUILD/nsi NSI_TODAY=2026-09-01 ORDER=45-о PROTOCOL=1 "$ROOT/examples/school-161/september.sh" w >/dev/null 2>&1
nsi -C w iop mark --from "$ROOT/examples/school-161/marks-autumn.csv" >/dev/null
cd w || exit 1

# keys COMMAND…: those of the first object
keys() {
	"$@" -f json 2>/dev/null | perl -ne 'if (/^\{/) { my @k = /(?<=[{ ])"((?:[^"\\]|\\.)*)": /g; print "@k\n"; exit }'
}
# has NAME KEYS COMMAND…: they are the keys, in this order, and the headers of CSV
has() {
	name=$1 want=$2
	shift 2
	is "$name" "keys $*; $* -f csv | head -1 | tr , ' '" "$want
$want"
}

has 'log' 'entry at on actor verb person unit session quantum data undone' nsi log
has 'year list' 'year state opened closed' nsi year list
has 'config' 'key value' nsi config
has 'module list' 'module kind title units hours technologies edition' nsi module list
has 'module map' 'layer module unit label title hours after opens bearers technologies' nsi module map
has 'iop list' 'person org state edition units mastered hours capacity due late' nsi iop list
has 'iop show' 'person unit label way due hours why state mark on with checked_by parts' nsi iop show p07
has 'iop plan' 'change person unit label way due hours why' nsi iop plan p07 --module pary --dry-run
has 'iop next' 'unit label title ready waiting_for teachers' nsi iop next p07
has 'iop who' 'person org role taught last_met' nsi iop who inv-vidy
has 'iop why' 'allowed reason rule' nsi iop why p01 p07 inv-vidy
nsi session pair --on 15.09 --rounds 1 --save >/dev/null
has 'session show --sheet' 'session plan round kind a b a_gives b_gives a_result b_result' nsi session show all@15.09 --sheet
has 'session show --invite' 'person text' nsi session show all@15.09 --invite
nsi undo --last >/dev/null
has 'session list' 'session date start minutes mode place group status units present recorded' nsi session list
nsi iop request add p07 'как вести пару' --unit pary-voz >/dev/null
has 'iop request list' 'request person on theme units competences taken_by offered answered days state need' nsi iop request list
has 'iop request add' 'change request person on' nsi iop request add p07 'ещё' --dry-run
has 'quantum list' 'quantum title technology units author state trials independent worked reach depth' nsi quantum list
has 'quantum show' 'part key on by value' nsi quantum show kv-pary-5min
has 'report board' 'row person org online-pary online-tablo mastered of taught late earlier' nsi report board --module online
has 'report cyclogram' 'month pedsovet metodsovet combined_group webinar video visit_week' nsi report cyclogram
has 'report targets' 'target title kind plan fact due done' nsi report targets
printf 'format: nsi/1\ngroups:\n  - {id: kso, kind: creativ}\n' >bad.yaml
has 'module check' 'file line column severity rule message' nsi module check bad.yaml
cp "$ROOT/examples/school-161/programma.yaml" . && sed -i '/id: pary-obratn/s/hours: 2/hours: 3/' programma.yaml
has 'module diff' 'change object id detail' nsi -q module diff programma.yaml
has 'module load' 'change object id detail' nsi -q module load programma.yaml --dry-run
is 'lists are arrays of ids' 'nsi module list -f json | head -2 | tail -1 | grep -o "\"technologies\": .*]"' '"technologies": ["kso", "blended", "events"]'
is 'no answer is an empty array' 'nsi iop list person:p07 state:closed -f json' '[]'
finish
