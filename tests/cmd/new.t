#!/bin/sh
# nsi module new: what it prints is refused as it is, and loads when it has been filled in; nsi module schema.
. "$(dirname "$0")/lib.sh"
nsi init w --org s161 --lang en >/dev/null
cd w || exit 1
printf 'format: nsi/1\norganisations:\n  - {id: s161}\n' >base.yaml
nsi module load base.yaml >/dev/null

# filled KIND SED…: empty it is refused with places; filled in it loads, and the object is there
filled() {
	kind=$1
	shift
	nsi module new "$kind" >"$kind.yaml"
	exits 1 "$kind: empty it is refused" nsi module check "$kind.yaml"
	grep -q "^$kind.yaml *[0-9]" "$T/out"
	result $? "$kind: with the lines that are to be filled"
	sed "$@" "$kind.yaml" >full.yaml && mv full.yaml "$kind.yaml"
	ok "$kind: filled in it loads" nsi module load "$kind.yaml"
}
value() { printf 's/^\\( *-* *\\)\\(# \\)\\{0,1\\}%s:[^#]*/\\1%s: %s /' "$1" "$1" "$2"; }

filled programme -e "$(value id pairs)" -e "$(value title 'Work in pairs')" -e "$(value capacity 40)"
filled technology -e "$(value id kso)" -e "$(value title 'Collective learning')" -e "$(value short KSO)"
filled module -e "$(value id base)" -e "$(value kind invariant)" -e "$(value title Base)" -e "$(value technologies '[kso]')"
filled unit -e "$(value id five-kinds)" -e "$(value module base)" -e "$(value label B1)" -e "$(value title Kinds)" \
	-e "$(value hours 1.5)" -e "$(value check demo)" -e "$(value parts '[{id: k1, title: One}]')"
filled competence -e "$(value id steps)" -e "$(value title Steps)" -e "$(value units '[five-kinds]')"
filled technique -e "$(value id quick_talk)" -e "$(value title Talk)" -e "$(value minutes 5)"
filled org -e "$(value id net-a)" -e "$(value short A)"
filled participant -e "$(value code p01)" -e "$(value org s161)" -e "$(value bearer '[five-kinds]')"
filled group -e "$(value id kso)" -e "$(value members '[p01]')"
filled quantum -e "$(value id kv-one)" -e "$(value title One)" -e "$(value author p01)" -e "$(value steps '[a, b]')"
filled calendar -e "$(value id y27)" -e "$(value year 2027)" -e "$(value orgs '[s161]')" \
	-e 's/: {from: , to: }/: {from: 2026-09-01, to: 2027-05-28}/'
filled event -e "$(value id council)" -e "$(value kind metodsovet)" -e "$(value title Council)" -e "$(value date 2026-10-12)"
filled target -e "$(value id many)" -e "$(value title Many)" -e "$(value count_of event:metodsovet)" -e "$(value count 5)" -e "$(value due eoy)"
filled milestone -e "$(value id board)" -e "$(value title Board)" -e "$(value due 2026-10-15)"
filled legend -e "$(value state mastered)" -e "$(value mark '"+"')"
ok 'all of them together' nsi module check ./*.yaml
for k in $(nsi module new none 2>&1 | sed 's/.*: //; s/,//g'); do [ -f "$k.yaml" ] || echo "$k"; done >"$T/found"
silent 'and there are no others'
is 'what was filled in is there' 'nsi module show five-kinds -f csv | tail -n +2' 'id,five-kinds
module,base
label,B1
title,Kinds
hours,1.5
check,demo
parts,"[{""id"":""k1"",""title"":""One""}]"'

no 'no such kind' 'nsi module new wizard' "nsi: no file begins with 'wizard': programme, technology, module, unit, competence, technique, org, participant, group, quantum, calendar, event, target, milestone, legend"
is 'the comments are in the language of the workspace' 'nsi --lang ru module new org | sed -n 1p' '# Школа или другая организация сети.'
is 'its rows' 'nsi module new org -f json | sed -n 2p | cut -c-15' '{"kind": "org",'

# ---- schema
is 'the schema of a file is that of the sources' 'nsi module schema programme | cmp - "$ROOT/schemas/programme.schema.json" && echo same' same
is 'by the name of its file' 'nsi module schema programme.schema.json -f json | cmp - "$ROOT/schemas/programme.schema.json" && echo same' same
is 'all names' 'nsi module schema -f csv | sed -n 1,3p' 'name,title
programme,A file of definitions.
resource,"A link that hangs on a programme, module or unit."'
no 'no such object' 'nsi module schema wizard' 'nsi: there is no definition of that name: wizard'
exits 0 'without a workspace' sh -c 'cd / && nsi module schema unit && nsi module new unit'
finish
