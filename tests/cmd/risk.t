#!/bin/sh
# Who may fall behind: late, nobody to learn from, nobody met, no answer.
. "$(dirname "$0")/lib.sh"
fresh
nsi config lang en >/dev/null
risk() { nsi iop risk -f csv --no-header "$@"; }

is 'the keys' 'nsi iop risk person:p12 reason:late -f csv' 'person,unit,due,days_late,reason
p12,inv-priznaki,2026-09-16,57,late
p12,inv-vidy,2026-10-01,42,late
p12,inv-zapros,2026-10-19,24,late
p12,inv-instr,2026-11-10,2,late'
is 'the day itself is not late' 'risk person:p12 unit:inv-instr --on 2026-11-10' ''
is 'words for people' 'nsi --lang ru iop risk person:p12 unit:inv-instr --no-header' 'p12  inv-instr  10.11.2026  2  просрочено'
is 'nobody can teach it, and all before it is held' 'nsi iop mark p12 inv-priznaki,inv-vidy mastered --with p02 --checked-by p02 --on 2026-10-10 >/dev/null 2>&1
risk reason:no_teacher | wc -l; for u in $(risk reason:no_teacher --columns unit | sort -u); do nsi iop who $u -f csv --no-header; done' "$(risk reason:no_teacher | wc -l)"
exits 4 'to act on' nsi iop risk --exit-code
exits 0 'or not' nsi iop risk person:p12 unit:vedushchiy-set --exit-code
is 'filters' 'risk org:net-a reason:late --columns person | sort -u; risk +late person:p12 unit:inv-vidy --columns unit; risk from:2026-11-01 to:2026-11-10 person:p12 --columns unit,reason' 'p09
p10
inv-vidy
inv-instr,late'
exit=2 no 'reasons that there are' 'nsi iop risk reason:lazy' 'nsi: reason: "lazy" is none of: late, no_teacher, no_meeting, late_request'

# Nobody met: the programme was approved on the 1st of September.
met() { risk reason:no_meeting "$@"; }
is 'not before a month' 'met person:p03 --on 2026-10-01' ''
is 'after a month' 'met person:p03 --on 2026-10-02' 'p03,,2026-10-01,1,no_meeting'
nsi iop mark p03 inv-priznaki started --beside p04 --on 2026-09-20 >/dev/null
is 'a mark with a partner counts' 'met person:p03,p04 --on 2026-10-20; met person:p03,p04 --on 2026-10-21' 'p03,,2026-10-20,1,no_meeting
p04,,2026-10-20,1,no_meeting'
nsi iop mark p03 inv-vidy started --way self-study --on 2026-10-15 >/dev/null
is 'one alone does not' 'met person:p03 --on 2026-10-21' 'p03,,2026-10-20,1,no_meeting'
nsi iop pause p03 --from 2026-10-18 --to 2026-10-25 >/dev/null
is 'a pause puts it off' 'met person:p03 --on 2026-10-21; met person:p03 --on 2026-11-24; met person:p03 --on 2026-11-25' 'p03,,2026-11-24,1,no_meeting'
nsi iop enrol --name 'Иванова Анна' --code p20 --org s161 >/dev/null
is 'nor whose programme is not under way' 'nsi -q iop plan p20 --module pary >/dev/null; met person:p20 --on 2026-12-30' ''
nsi iop close p03 >/dev/null
is 'a closed programme is in no danger' 'risk person:p03 --on 2026-12-30' ''

nsi iop request add p07 'как вести пару' --on 2026-11-01 >/dev/null
nsi iop request add uk-161 'площадка' --on 2026-11-06 >/dev/null
is 'an answer that is owed' 'risk reason:late_request' 'p07,,2026-11-06,6,late_request
uk-161,,2026-11-11,1,late_request'
is 'on its last day it is not late' 'risk reason:late_request --on 2026-11-06' ''
is 'of whom' 'risk reason:late_request person:p07 --columns person; risk reason:late_request org:net-a' 'p07'
nsi iop request answer "$(nsi iop request list person:p07 -f csv --no-header --columns request)" --offer p01 >/dev/null
is 'answered' 'risk reason:late_request' 'uk-161,,2026-11-11,1,late_request'

cd "$T/desk" && mkdir e && cd e && nsi init --org s161 --lang en >/dev/null
is 'all is well' 'nsi iop risk; nsi iop untaught' 'nobody is late, without a teacher, without a meeting or without an answer
whatever is planned can be taught by somebody'
is 'said of all only' 'nsi iop risk reason:late | wc -l' '2'
fresh
nsi config lang en >/dev/null
printf 'round,kind,a,b\n1,discuss,p03,p05\n' >talk.csv
is 'a meeting counts, though nothing was taught' 'met person:p03 --on 2026-11-10; nsi session record all@2026-10-20 --from talk.csv >/dev/null; met person:p03 --on 2026-11-12' 'p03,,2026-10-01,40,no_meeting'
finish
