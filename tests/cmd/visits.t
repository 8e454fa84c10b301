#!/bin/sh
# Lessons shown to others: added, joined while there are seats, listed; what is refused; numbers stay.
. "$(dirname "$0")/lib.sh"

quiet() { "$@" >/dev/null; }
rows() { "$@" -f csv --no-header; }
list() { rows nsi session visits list "$@"; }
fresh

# ---- added
add='nsi session visits add --on 18.11 --lesson 3 --class 7Б'
is 'a dry run gives no number away' '$add --host p01 --seats 2 --dry-run -f csv; list' 'change,visit,date,lesson,class,host,quantum,seats,guests,free
+,V1,2026-11-18,3,7Б,p01,,2,,2'
is 'added, it has a number' '$add --host p01 --quantum kv-pary-5min --seats 2 -f csv' 'visit,date,lesson,class,host,quantum,seats,guests,free
V1,2026-11-18,3,7Б,p01,kv-pary-5min,2,,2'
is 'the next one, without seats, of a day that was' 'rows nsi session visits add --host p05 --on 10.11 --lesson 1 --class 5А' 'V2,2026-11-10,1,5А,p05,,,,'
is 'a number is given once, undone or not' 'quiet nsi undo --last; rows nsi session visits add --host p02 --on 20.11 --lesson 2 --class "10 А" --columns visit,class; list --columns visit' 'V3,10 А
V1
V3'
is 'a day off is warned of' 'nsi session visits add --host p02 --on 22.11 --lesson 2 --class 10А 2>&1 >/dev/null; quiet nsi undo --last' 'nsi: warning: 22.11.2026 — нерабочий день'
no 'no such quantum' '$add --host p02 --quantum kv-par' 'nsi: не найдено: квант «kv-par»'
no 'no lesson of that number' 'nsi session visits add --host p02 --on 18.11 --lesson 15 --class 7Б' 'nsi: урок — число от 0 до 14'
exit=2 no 'no such number of seats' '$add --host p02 --seats -1' 'nsi: --seats N: нужно число от 1; см. «nsi help session visits add»'
no 'too many of them' '$add --host p02 --seats 1000' 'nsi: мест — число от 1 до 999'
no 'a class has a name' 'nsi session visits add --host p02 --on 18.11 --lesson 1 --class " "' 'nsi: класс — короткое слово, например 7Б'
no 'one lesson at a time' '$add --host p01' 'nsi: p01 уже показывает урок 3 18.11.2026'
no 'in a school year' 'nsi session visits add --host p02 --on 2027-08-01 --lesson 1 --class 7Б' 'nsi: 01.08.2027 не входит ни в один учебный год'
exit=2 no 'a host is wanted' 'nsi session visits add --on 18.11 --lesson 1 --class 7Б' 'nsi: не указано --host PERSON (кто показывает урок); см. «nsi help session visits add»'

# ---- joined
is 'who comes' 'nsi session visits join V1 p04 -f csv' 'visit,person,date,lesson,class,host
V1,p04,2026-11-18,3,7Б,p01'
is 'in the list' 'list person:p04; nsi session visits list V1 -f json | grep -o "\"guests\".*" ' 'V1,2026-11-18,3,7Б,p01,kv-pary-5min,2,p04,1
"guests": ["p04"], "free": 1}'
no 'not the host' 'nsi session visits join V1 p01' 'nsi: V1: этот урок показывает p01'
no 'not twice' 'nsi session visits join V1 p04' 'nsi: V1: p04 уже в списке гостей'
no 'all of them or none: more than there are seats' 'nsi session visits join v1 p07,p09,p10' 'nsi: V1: мест всего 2, все заняты; для p09 места нет
nsi: V1: мест всего 2, все заняты; для p10 места нет'
is 'nobody of these came' 'list person:p07' ''
quiet nsi iop pause p07 --from 15.11 --to 20.11
no 'not who pauses that day' 'nsi session visits join V1 p07' 'nsi: у p07 18.11.2026 пауза'
no 'nor does he show a lesson' '$add --host p07' 'nsi: у p07 18.11.2026 пауза'
quiet nsi iop leave p12 --on 11.11 --reason x
no 'not who has left' 'nsi session visits join V1 p12' 'nsi: p12 не участвует 18.11.2026'
no 'nor does he show a lesson any more' '$add --host p12' 'nsi: p12 не участвует 18.11.2026'
quiet $add --host p06
no 'not at two lessons at once' 'nsi session visits join V5 p04' 'nsi: p04 в это время на другом уроке: урок 3 18.11.2026'
no 'nor away from the own one' 'nsi session visits join V1 p06' 'nsi: p06 в это время на другом уроке: урок 3 18.11.2026'
no 'no such visit' 'nsi session visits join V9 p04' 'nsi: посещения V9 нет (см. nsi session visits list)'
no 'no number at all' 'nsi session visits join 1 p04' 'nsi: посещения 1 нет (см. nsi session visits list)'
is 'a filter picks guests' 'rows nsi session visits join V3 group:kso --columns person 2>&1' 'nsi: V3: этот урок показывает p02'
is 'others come' 'rows nsi session visits join V3 org:net-a --columns person' 'p09
p10'
is 'as many as are free' 'quiet nsi session visits join V1 p09; list V1 --columns guests,free' 'p04 p09,0'

# ---- listed
is 'by person, school, quantum, days, class' 'for f in person:p02 person:p09 org:net-a org:s161 quantum:kv-pary-5min from:19.11 to:18.11 7Б; do list $f --columns visit | paste -sd,; done' 'V3
V1,V3

V1,V5,V3
V1
V3
V1,V5
V1,V5'
is 'as it was, and in another year' 'list --on 11.11; list --year 2028' ''
is 'people read it in the log' 'nsi log verb:visit,attend --limit 99 --columns undone,text | grep ^нет | sed "s/^нет *//" | sort' 'V1: p01 показывает урок 3 18.11.2026, 7Б, kv-pary-5min, мест: 2
V3: p02 показывает урок 2 20.11.2026, 10 А
V5: p06 показывает урок 3 18.11.2026, 7Б
p04 придёт на V1
p09 придёт на V1
p09 придёт на V3
p10 придёт на V3'

# ---- never mastering, and taken back
is 'nobody has mastered anything by it' 'sqlite3 nsi.db "SELECT count(*) FROM entry e WHERE e.verb IN ('"'start', 'master'"')"' '0'
is 'it hangs on who leaves' 'nsi iop leave p01 --on today --reason x --dry-run -f csv | grep visit' '~,visit,V1,2026-11-18 · 7Б'
first=$(nsi log verb:visit -f csv --no-header --columns entry | tail -1)
is 'a visit to which somebody comes is not taken back under them' "nsi undo $first 2>&1 | grep -c 'посещение, на которое идёт p0., отменено'" '2'
is 'with them it is' "quiet \$(nsi undo $first 2>&1 | grep -o 'nsi undo .*'); list --columns visit; nsi check" 'V5
V3'
is 'and comes back with them' 'quiet nsi redo; list V1 --columns guests; nsi check' 'p04 p09'
finish
