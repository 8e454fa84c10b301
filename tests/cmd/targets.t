#!/bin/sh
# Targets and milestones: what was planned, what is there, by when.
. "$(dirname "$0")/lib.sh"

quiet() { "$@" >/dev/null; }
rows() { "$@" -f csv --no-header; }
of() { rows nsi report targets --columns target,plan,fact,due,done | grep "^$1,"; }
fresh
quiet nsi iop mark --from "$ROOT/examples/school-161/marks-autumn.csv"

is 'the keys of the contract' 'nsi report targets -f csv | head -1' 'target,title,kind,plan,fact,due,done'
is 'all that the source plans' 'rows nsi report targets --columns kind | sort | uniq -c | sed "s/^ *//"' '9 milestone
2 target'
is 'eoy is the last day of the teachers' 'of vebinary' 'vebinary,4,0,2027-06-30,'
is 'approved programmes count themselves' 'of zapusk-iop' 'zapusk-iop,10,12,2026-10-09,2026-09-01'
is 'active schools too: the third one had its first mark' 'of set' 'set,3,3,2026-12-25,2026-09-29'
is 'as of a day before it' "rows nsi report targets --on 2026-09-27 set --columns fact,done" '2,'
is 'events that were held' 'quiet nsi session hold vebinar-1 --attended 25; of vebinary' 'vebinary,4,1,2027-06-30,'
is 'held twice, it counts once' 'quiet nsi session hold vebinar-1 --attended 26; of vebinary; rows nsi session list kind:вебинар status:held --columns present' 'vebinary,4,1,2027-06-30,
26'
NSI_TODAY=2027-05-20
for e in vebinar-2 vebinar-3 vebinar-4 video-1; do quiet nsi session hold $e; done
is 'done with the last one that was wanted' 'of vebinary; of video' 'vebinary,4,4,2027-06-30,2027-05-13
video,2,1,2027-06-30,'
NSI_TODAY=2026-11-12
is 'but not yet in November' 'of vebinary' 'vebinary,4,1,2027-06-30,'
is 'a milestone by hand, on its day' 'quiet nsi session hold koncepciya --on 28.09 --product https://example.org/k; rows nsi report targets concep --columns target; of koncepciya' 'koncepciya,1,1,2026-09-30,2026-09-28'
is 'with what is there' 'rows nsi report targets концепция --columns product' 'https://example.org/k'
is 'one of a count too' 'quiet nsi session hold obrazcy; of obrazcy' 'obrazcy,5,0,2027-04-30,2026-11-12'
is 'and undone' 'quiet nsi undo --last; of obrazcy' 'obrazcy,5,0,2027-04-30,'
is 'late' 'rows nsi report targets +late --columns target | paste -sd" "' 'programma ciklogramma tablo normativka'
is 'by due date, responsible, kind' 'rows nsi report targets to:q1 person:p06 kind:веха --columns target | paste -sd" "' 'zapusk-iop ciklogramma tablo'
no 'not before it was' 'nsi session hold normativka --on 20.11' 'nsi: 20.11.2026 — позже сегодняшнего дня'
exit=2 no 'nobody attends a milestone' 'nsi session hold normativka --attended 3' 'nsi: normativka — веха: присутствующих у неё не бывает'
exit=2 no 'what it can be filtered by is told' 'nsi report targets unit:И1' 'nsi: «unit:И1»: такого условия у этого вопроса нет; есть from:… kind:… +late person:… СЛОВО to:…'

# ---- words for days
cat >words.yaml <<'YAML'
format: nsi/1
targets:
  - {id: t-h1, title: "H1", count_of: "event:seminar", count: 1, due: h1}
  - {id: t-h2, title: "H2", count_of: "event:seminar", count: 1, due: h2}
  - {id: t-q3, title: "Q3", count_of: "event:seminar", count: 1, due: q3}
  - {id: t-28, title: "2028", count_of: "event:seminar", count: 1, due: q3, year: 2028}
YAML
is 'half-years and quarters' 'quiet nsi -q module load words.yaml; of t-h1; of t-h2; of t-q3; of t-28' 't-h1,1,0,2026-12-31,
t-h2,1,0,2027-06-30,
t-q3,1,0,2027-03-20,'
is 'each in its year' 'quiet nsi -q module load "$ROOT/examples/next-year"; rows nsi report targets --year 2028 --columns target,due | grep t-' 't-h1,2027-12-31
t-h2,2028-06-30
t-q3,2028-03-18
t-28,2028-03-18'
is 'all of it derives from the journal' 'nsi check' ''
finish
