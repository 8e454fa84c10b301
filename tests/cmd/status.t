#!/bin/sh
# Today at a glance: what waits, and a command for each line that works when typed and shows as many rows.
. "$(dirname "$0")/lib.sh"
fresh
nsi config lang en >/dev/null

: >"$T/kinds"
# each: types what stands in the lines, in a copy (some write), and notes the kinds
each() {
	nsi status -f tsv --columns kind,count,command --no-header >"$T/lines"
	while IFS='	' read -r kind count command; do
		echo "$kind" >>"$T/kinds"
		rm -rf "$T/typed" && cp -R . "$T/typed"
		rows=$(cd "$T/typed" && $command -f csv --no-header 2>>"$T/found" </dev/null) || echo "$command: exit code $?" >>"$T/found"
		case $command in 'nsi help '*) rows= ;; esac
		[ "$(printf '%s' "$rows" | grep -c '')" -eq "$count" ] || echo "$kind: $count, but '$command' shows: $rows" >>"$T/found"
	done <"$T/lines"
	[ -s "$T/lines" ] || echo 'no lines at all' >>"$T/found"
	silent "$1"
	: >"$T/found"
}
kinds() { nsi status -f csv --columns kind,count --no-header "$@"; }

: >"$T/found"
is 'without a word the same' 'nsi >a; nsi status >b; cmp a b; rm a b' ''
nsi iop mark --from "$ROOT/examples/school-161/marks-autumn.csv" >/dev/null
printf 'round,a,b,a_gives,b_result\n1,p02,p10,inv-priznaki,ok\n' >s.csv
nsi session record all@2026-11-09 --from s.csv >/dev/null
nsi session pair all@2026-11-10 --rounds 1 --save >/dev/null
nsi iop request add p07 'как вести пару' --unit pary-voz --on 2026-11-01 >/dev/null
nsi iop request add uk-161 'нужна площадка' --on 2026-11-01 >/dev/null
nsi iop request add p04 'хочу попробовать' >/dev/null
each 'each command shows what its line counts'
nsi iop mark p10 inv-priznaki mastered --with p02 --checked-by p02 --on 2026-11-10 >/dev/null
nsi iop revise p05 --reason x >/dev/null
nsi iop revise p06 p07 --reason x >/dev/null
nsi -q iop plan p05 p06 >/dev/null
nsi iop propose p06 >/dev/null
nsi iop leave p11 --on 2026-11-05 --reason x >/dev/null
nsi iop close p12 >/dev/null
nsi -q session group open sg-3 --members p03,p04 --from 01.10 --to 01.11 >/dev/null
is 'what waits' kinds 'coming,1
unrecorded,3
request_late,2
request,3
late,4
untaught,6
draft,2
proposed,1
group,1'
each 'each command shows what its line counts now'
ok 'at most 12 lines' test "$(nsi | wc -l)" -le 12
is 'untaught is what the board marks and somebody plans' 'nsi iop untaught -f csv --no-header --columns unit | sort >u
nsi report board --view plan -f json | tr ",{" "\n\n" | sed -n "/can_teach/,/wait/s/.*\"\([a-z-]*\)\": *0.*/\1/p" | sort >b; comm -23 u b; rm u b' ''
exits 4 'something waits' nsi status --exit-code
nsi iop request answer "$(nsi iop request list person:p07 -f csv --no-header --columns request)" --offer p01 >/dev/null
is 'answered, it waits no more' 'kinds | grep request' 'request_late,1
request,2'

is 'who came later has no programme' 'nsi iop enrol --name "Просова Ржана Полбовна" --org s161 >/dev/null; kinds | grep without' 'without,1'
is 'ten kinds are told' 'kinds | wc -l; kinds | grep ^all' 10
nsi undo "$(nsi log verb:master person:p10 --limit 1 -f csv --no-header --columns entry)" >/dev/null
is 'of more nine, and how to see them all' 'kinds | cut -d, -f1 | tr "\n" " "; nsi | tail -1 | sed "s/  */ /g"' 'coming unrecorded pending request_late request late untaught without draft all  11 kinds of things wait in all; these are the first nine nsi status --all'
ok 'at most 12 lines again' test "$(nsi | wc -l)" -eq 12
is 'all of them' 'kinds --all | wc -l; kinds --all | tail -2' '11
proposed,1
group,1'
each 'each command shows what its line counts, to the last'
day=$NSI_TODAY
NSI_TODAY=2026-12-24
is 'in a week without sessions the next one' 'kinds | grep -E "coming|next"' 'next,1'
each 'each command shows what its line counts then'
is 'words go with their numbers' 'nsi --lang ru status | grep -E "next|without|untaught|from|state:none|iop untaught" | sed "s/  nsi.*//; s/  *$//"' '      1  ближайшее занятие или событие, позже чем через неделю
      6  единиц, которым некому учить
      1  педагог, у которого ещё нет ИОП'
is 'machines read the same words whatever the number' 'nsi status -f csv --no-header --columns text | grep without' 'requests without an answer
people without an individual programme'
NSI_TODAY=$day

mkdir ../e && cd ../e && nsi init --org s161 --lang en >/dev/null
is 'a new workspace' 'nsi status -f csv --no-header' 'empty,0,no programme is loaded yet,false,nsi help module load'
each 'its command works'
cat >p.yaml <<'Y'
format: nsi/1
programme:
  id: p
  title: P
  technologies: [{id: kso, title: K}, {id: smo, title: S}]
  modules:
    - {id: inv, kind: invariant, title: I, technologies: [kso, smo], units: [{id: a, label: A, title: A, hours: 1, check: demo, result: r}]}
calendar:
  - {id: c, year: 2027, orgs: [s161], pupils: {from: 2026-09-01, to: 2027-05-26}, teachers: {from: 2026-08-24, to: 2027-06-30},
     periods: [{id: q1, title: Q, from: 2026-09-01, to: 2027-05-26}]}
organisations: [{id: s161, title: S}]
Y
nsi -q module load p.yaml >/dev/null
is 'all is done' 'nsi' 'nothing waits today'
is 'in Russian' 'nsi --lang ru status' 'на сегодня всё сделано'
is 'scripts get no row' 'nsi status -f csv --no-header; nsi status -f json' '[]'
exits 0 'and nothing to act on' nsi status --exit-code
nsi iop enrol --code p01 --name 'Гречкин Рис Овсович' --org s161 >/dev/null
is 'somebody has no programme' kinds 'unplanned,0'
each 'its command works'
nsi iop leave p01 --on today --reason x >/dev/null
is 'who has left needs none' kinds ''
nsi year close 2027 >/dev/null
is 'the year is closed' kinds 'calendar,0'
each 'its command works'
sed 's/id: c, year: 2027/id: d, year: 2028/; s/2027-/2028-/g; s/2026-/2027-/g' p.yaml | sed -n '1p;/^calendar/,/periods/p' >d.yaml
nsi -q module load p.yaml d.yaml >/dev/null
is 'the next one is not open yet' kinds 'year,1'
each 'its command opens one'
sed -n "s/^ *SELECT [0-9]*, '\([a-z_]*\)'.*/\1/p" "$ROOT/schemas/sql/ask/status.sql" | sort >"$T/all"
is 'every kind of line was there' 'sort -u "$T/kinds" | diff "$T/all" -' ''
finish
