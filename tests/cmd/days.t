#!/bin/sh
# Days as people type them, and the calendar beneath: periods, breaks, days off and days worked after all.
. "$(dirname "$0")/lib.sh"

cat >school.yaml <<'END'
format: nsi/1
programme:
  id: mini
  title: Programme
  technologies: [{id: ta, title: A}, {id: tb, title: B}]
  modules:
    - id: base
      kind: invariant
      title: Base
      technologies: [ta, tb]
      units:
        - {id: u-one, label: A1, title: One, hours: 1, check: demo}
        - {id: u-two, label: A2, title: Two, hours: 2, check: demo, after: [u-one]}
        - {id: u-tri, label: A3, title: Three, hours: 1.5, check: demo}
organisations:
  - {id: sch, title: School}
participants:
  - {code: p01, org: sch}
  - {code: p02, org: sch, bearer: [base]}
calendar:
  - id: c27
    year: 2027
    orgs: [sch]
    pupils: {from: 2026-09-01, to: 2027-05-26}
    teachers: {from: 2026-08-24, to: 2027-06-30}
    periods:
      - {id: t1, from: 2026-09-01, to: 2026-11-30}
      - {id: t2, from: 2026-12-01, to: 2027-02-28}
    breaks: [{id: osen, from: 2026-10-26, to: 2026-11-03}]
    days_off: [2026-11-04, {from: 2026-12-31, to: 2027-01-08}, {from: 2027-05-03, title: Day}]
    working_days: [{from: 2027-02-20, to: 2027-02-21}, 2027-03-14]
END
NSI_TODAY=2026-09-01
nsi init . --org sch --lang en >/dev/null
held() { nsi iop list person:p01 --on "$1" -f csv --no-header --columns mastered; }

is 'days of all forms are loaded' 'nsi -q module load school.yaml | tail -1' 'edition of the programme: 1  edition of the rest: 1  entries: 7'
# by hand: 186 working days from 1 September, the three days worked at a week-end among them
is 'due dates count days worked at a week-end' 'nsi iop plan p01 2>/dev/null -f csv --no-header --columns unit,due' 'u-one,2026-10-28
u-two,2027-03-01
u-tri,2027-05-26'
NSI_TODAY=2026-12-10
nsi iop mark p01 u-one mastered --with p02 --on 2026-11-04 >/dev/null
is 'a break ends before it' 'held osen' 0
is 'the trimester ends after it' 'held t1' 1
is 'one that is to come' 'held t2' 1
no 'no such period' 'held t9' 'nsi: "t9" is not a day (2026-11-12, 12.11.2026, 12.11, today, -7d, mon, eom, q2)'
is 'as the day of a fact too' 'nsi iop mark p01 u-two started --on t1 -f csv --no-header --columns on' 2026-11-30
no 'though not one that is to come' 'nsi iop mark p01 u-two started --on t2' 'nsi: 2027-02-28 is after today'
finish
