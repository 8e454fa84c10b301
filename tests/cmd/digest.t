#!/bin/sh
# The digest: what happened since a day, what waits, and whether anybody has to do something.
. "$(dirname "$0")/lib.sh"

quiet() { "$@" >/dev/null 2>&1 || echo "$*"; }
rows() { nsi report digest "$@" -f csv --no-header; }
fresh
quiet nsi iop mark --from "$ROOT/examples/school-161/marks-autumn.csv"

is 'the keys of the contract' 'nsi report digest -f csv | head -1' 'kind,person,unit,session,due,text'
is 'of a week' 'rows' 'mastered,,,,,освоено 6 единиц
late,p12,inv-instr,,2026-11-10,"Письменная инструкция, по которой можно работать без учителя"
session,,,sg-1@2026-11-17,2026-11-17,Занятие сводной группы'
is 'masteries are counted' "sqlite3 nsi.db \"SELECT count(DISTINCT person || ' ' || unit) FROM mark WHERE step = 4 AND part = 0 AND date(2440587.5 + day) BETWEEN '2026-09-15' AND '2026-11-12'\"; rows --since 2026-09-15 | sed -n 's/^mastered.* \\([0-9]*\\) .*/\\1/p'" '36
36'
is 'late since that day only' 'rows --since 2026-10-30 | grep ^late | cut -d, -f2-5' 'p10,inv-zapros,,2026-10-30
p12,inv-instr,,2026-11-10'
is 'what will be due in a week' 'rows --on 2026-11-06 | grep "^due" | cut -d, -f2-5' 'p12,inv-instr,,2026-11-10'
exits 4 'somebody has to do something' nsi report digest --exit-code
exits 0 'or nobody, whatever happened' nsi report digest --since 2026-11-11 --on 2026-11-12 --exit-code

quiet nsi session pair sg-1@2026-11-03 --rounds 2 --save
is 'planned and not recorded' 'rows | grep ^unrec' 'unrecorded,,,sg-1@2026-11-03,2026-11-03,Занятие сводной группы'
quiet nsi session record sg-1@2026-11-03 --all-ok
is 'held' 'rows | grep -c ^held; rows --since 2026-11-03 | grep ^held' '0
held,,,sg-1@2026-11-03,,Занятие сводной группы: было 8 человек'
is 'checks that are owed' 'rows | grep ^check | cut -d, -f2,3' "$(nsi session pending -f csv --no-header --columns person,unit)"
quiet nsi iop request add p03 "слова" --on 2026-11-09
is 'a request without an answer, and no text of it' 'rows | grep ^request | sed "s/[0-9]* без/N без/"' 'request,p03,,,2026-11-14,запрос N без ответа'
quiet nsi iop leave p02 --on 2026-11-11 --reason "переезд"
quiet nsi iop enrol --name "Новикова Анна Петровна" --org net-b
is 'who came and who went' 'rows --since 2026-08-24 | grep "^joined\|^left" | tail -2; rows --since 2026-11-09 | grep ^left' 'joined,p13,,,,теперь участвует
left,p02,,,,больше не участвует
left,p02,,,,больше не участвует'
is 'of which days it tells' 'nsi report digest --since 09.11 | head -1; nsi --lang en report digest -f md | head -1' 'Что произошло и что ждёт · 09.11.2026 – 12.11.2026
## What happened and what waits · 2026-11-05 – 2026-11-12'
is 'the week before another day' 'nsi report digest --on 2026-10-01 | head -1; nsi report digest --on 2026-10-01 -f csv | grep -c ^mastered' 'Что произошло и что ждёт · 24.09.2026 – 01.10.2026
1'
no 'a last day before the first' 'nsi report digest --since завтра' 'nsi: 13.11.2026 – 12.11.2026: последний день раньше первого'
is 'words for people' 'nsi report digest --since 2026-11-12 | tail -1 | sed "s/  */ /g"' 'занятие sg-1@2026-11-17 17.11.2026 Занятие сводной группы'
is 'and in English' 'nsi --lang en report digest --since 2026-11-12 | tail -1 | sed "s/  */ /g"' 'session sg-1@2026-11-17 2026-11-17 Занятие сводной группы'

# ---- the digest before
is 'twice the same' 'nsi report digest --since 2026-11-05 >a; nsi report digest --since 2026-11-05 >b; cmp a b' ''
is 'the first one tells of a week' 'rows --since last >a; rows --since -7d >b; cmp a b' ''
is 'on the same day the same again' 'rows --since last >b; cmp a b' ''
NSI_TODAY=2026-11-20
is 'then since that one' 'rows --since last >a; rows --since 2026-11-12 >b; cmp a b; rows --since прошлый >/dev/null 2>&1; rows --since last >b; cmp a b' ''
is 'the journal does not know' 'sqlite3 nsi.db "SELECT count(*) FROM entry" >a; rows --since last >/dev/null; sqlite3 nsi.db "SELECT count(*) FROM entry" >b; cmp a b; nsi check; nsi config | grep -c digest' '0'
sqlite3 nsi.db 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
chmod 755 "$T" "$T/desk"
chmod 777 .
chmod 444 nsi.db
NSI_TODAY=2026-11-23
if [ "$(id -u)" -eq 0 ]; then other='setpriv --reuid=65534 --regid=65534 --clear-groups'; else other=; fi
if [ -n "$other" ] && ! $other "$BUILD/nsi" --version >/dev/null 2>&1; then
	skip 'read-only' 'another user cannot run this build'
else
	is 'where nothing can be written it is told all the same' "$other nsi report digest --since last -f csv >\"$T/a\"; echo code \$?; nsi report digest --since 2026-11-20 -f csv | diff \"$T/a\" -" 'nsi: warning: день этого письма здесь не записать: следующее с --since last начнётся с того же дня, что и это
code 0'
fi
chmod 644 nsi.db
no 'a day that is none' 'nsi report digest --since nonsense' 'nsi: «nonsense» — не день (2026-11-12, 12.11.2026, 12.11, сегодня, -7д, пн, eom, q2)'
finish
