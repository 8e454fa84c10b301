#!/bin/sh
# Sessions and other events of the year: which there are, moved, cancelled, held; how they are named.
. "$(dirname "$0")/lib.sh"

quiet() { "$@" >/dev/null; }
rows() { "$@" -f csv --no-header; }
days() { rows nsi session list "$@" --columns date | cut -c6- | paste -sd' '; }
state() { rows nsi session list --columns session,date,status | grep "^$1"; }
fresh

# ---- the cyclogram by days
is 'each second Tuesday until Christmas' 'days group:sg-1' '09-22 10-06 10-20 11-03 11-17 12-01 12-15'
is 'over the holidays, and not on 23 February' 'days group:sg-2' '01-12 01-26 02-09 03-09 03-23 04-06 04-20 05-04 05-18'
is 'the second Monday, shifted from a day off' 'days kind:metodsovet' '09-14 10-12 11-09 12-14 01-11 02-08 03-09 04-12 05-11'
is 'once' 'rows nsi session list kind:pedsovet' 'pedsovet-avgust@2026-08-27,2026-08-27,10:00,90,offline,актовый зал,,announced,,,false'
is 'some days' 'rows nsi session list неделя --columns session,date,until' 'nedelya-otkrytyh@2027-03-01,2027-03-01,2027-03-05'
is 'the keys of the contract' "nsi session list -f csv | head -1" 'session,date,start,minutes,mode,place,group,status,units,present,recorded'
is 'group and units are arrays' "nsi session list group:sg-1 -f json --limit 1 --columns group,units | sed -n 2p" '{"group": ["sg-1"], "units": ["inv-vidy", "inv-instr", "pary-voz"]}'
is 'by kind, person, school, unit, technology, word' 'for f in kind:вебинар person:p05 org:net-a unit:И2 module:rotacia tech:blended итоги; do rows nsi session list $f --columns session | wc -l; done | paste -sd" "' '4 10 18 7 9 16 1'
exit=2 no 'what it can be filtered by is told' 'nsi session list quantum:x' 'nsi: «quantum:x»: такого условия у этого вопроса нет; есть from:… group:… kind:… module:… +open org:… person:… СЛОВО state:… status:… tech:… to:… unit:… +unrecorded'
is 'another year has none of it' 'rows nsi session list --year 2028' ''

# ---- moved
has_warning='nsi: warning: sg-1@2026-11-17: у этой группы на 01.12.2026 уже есть встреча: sg-1@2026-12-01'
is 'moved onto another of its own' 'nsi session move sg-1@17.11 --to 01.12 --reason x -n 2>&1 >/dev/null' "$has_warning"
is 'moved, with a reason' 'nsi session move sg-1@17.11 --to 19.11 --reason мороз | sed -n 3p' '12.11.2026                    sg-1@2026-11-17: перенесено на 19.11.2026: …'
is 'it keeps its name' 'state sg-1@2026-11-17' 'sg-1@2026-11-17,2026-11-19,moved'
is 'the reason is private' 'grep -c мороз nsi.db; nsi log --limit 1 -f json | grep -c мороз' '0
0'
is 'the new day names it too, and the event' 'quiet nsi session move sg-vtornik@19.11 --to 20.11 --reason актировка; state sg-1@2026-11-17' 'sg-1@2026-11-17,2026-11-20,moved'
no 'it is there already' 'nsi session move sg-1@17.11 --to 20.11 --reason x' 'nsi: sg-1@2026-11-17: и так назначено на 20.11.2026'
no 'not on that day' 'nsi session move sg-1@18.11 --to 19.11 --reason x' 'nsi: sg-1: на 18.11.2026 не назначено (ближайшие дни: 03.11.2026, 20.11.2026)'
no 'no such event' 'nsi session move vebinar-5@18.11 --to 19.11 --reason x' 'nsi: не найдено: занятие или событие «vebinar-5» (может быть, vebinar-1?)'
no 'outside the school year' 'nsi session move vebinar-4 --to 2027-07-15 --reason x' 'nsi: 15.07.2027 не входит ни в один учебный год'
is 'a day off is warned of' 'nsi session move vebinar-4 --to 2027-05-10 --reason x 2>&1 >/dev/null' 'nsi: warning: vebinar-4@2027-05-13: 10.05.2027 — нерабочий день'
is 'undone' 'quiet nsi undo --last; state vebinar-4' 'vebinar-4@2027-05-13,2027-05-13,announced'
exit=2 no 'a reason is wanted' 'nsi session move sg-1@17.11 --to 19.11' 'nsi: не указано --reason TEXT (почему; остаётся в закрытом файле); см. «nsi help session move»'

# ---- cancelled
is 'a whole day at once' 'quiet nsi session move vebinar-2 --to 15.12 --reason x; rows nsi session cancel --on 15.12 --reason карантин --names --columns text' 'sg-1@2026-12-15: отменено: карантин
vebinar-2@2026-12-10: отменено: карантин'
is 'both, and on the day to which it was moved' 'days status:cancelled' '12-15 12-15'
no 'nothing is left of it' 'nsi session cancel --on 15.12 --reason x' 'nsi: на 15.12.2026 ничего не назначено'
is 'only what a school leads' 'rows nsi session cancel --on 23.04.2027 --org net-a --reason x --dry-run --names --columns text' 'video-2@2027-04-23: отменено: x'
no 'what is unknown is told as it was typed' 'nsi session cancel нечто@12.11 --reason x' 'nsi: не найдено: занятие или событие «нечто»'
no 'not the other' 'nsi session cancel --on 23.04.2027 --org s161 --reason x' 'nsi: у организации s161 на 23.04.2027 ничего не назначено'
no 'not twice' 'nsi session cancel vebinar-2 --reason x' 'nsi: vebinar-2@2026-12-10: уже отменено'
is 'but it may be moved' 'quiet nsi session move vebinar-2 --to 17.12 --reason x; state vebinar-2' 'vebinar-2@2026-12-10,2026-12-17,moved'
exit=2 no 'which?' 'nsi session cancel --reason x' 'nsi: укажите, что именно: занятие вроде sg-1@2026-11-17 или весь день (--on)'

# ---- held
is 'so many' 'rows nsi session hold vebinar-1 --attended 25 --product https://example.org/v1 --columns on,text' '2026-10-15,"vebinar-1@2026-10-15: проведено, присутствовало: 25, https://example.org/v1"'
is 'these' 'quiet nsi session hold sg-1@03.11 --attended p01,p02 --attended p04; rows nsi session list from:03.11 to:03.11 --columns status,present,recorded' 'held,3,true'
is 'last, by a filter' 'rows nsi session hold last --attended group:kso --columns text' '"metodsovet@2026-11-09: проведено, присутствовало: 3"'
no 'not before it was' 'nsi session hold vebinar-2' 'nsi: 17.12.2026 — позже сегодняшнего дня'
no 'which of many?' 'nsi session hold metodsovet' 'nsi: metodsovet бывает не один раз (9): укажите день, например metodsovet@2026-11-09'
no 'what was held is not cancelled' 'nsi session cancel vebinar-1 --reason x' 'nsi: vebinar-1@2026-10-15: уже проведено 15.10.2026; сначала отмените эту запись (nsi undo)'
no 'nor moved' 'nsi session move vebinar-1 --to 16.10 --reason x' 'nsi: vebinar-1@2026-10-15: уже проведено 15.10.2026; сначала отмените эту запись (nsi undo)'
NSI_TODAY=2026-12-20 no 'what was cancelled is not held' 'nsi session hold sg-1@15.12' 'nsi: sg-1@2026-12-15: отменено; сначала перенесите его или отмените эту запись (nsi undo)'
is 'a milestone' 'rows nsi session hold tablo --product https://example.org/t --columns text' '"tablo: достигнуто, https://example.org/t"'
is 'next is the one to come' 'nsi session move next --to 18.11 --reason x --dry-run | sed -n 3p' '+          12.11.2026                    sg-1@2026-11-17: перенесено на 18.11.2026: …'
is 'all of it derives from the journal' 'nsi check' ''

# ---- what the definitions no longer plan
sed 's/2026-09-22, to: 2026-12-22/2026-09-29, to: 2026-12-22/' "$ROOT/examples/school-161/god-2027/ciklogramma.yaml" >c.yaml
is 'what was held stays when the cyclogram changes' 'quiet nsi -q module load c.yaml; days group:sg-1 status:held; days group:sg-1 status:announced' '11-03
09-29 10-13 10-27 11-10 11-24 12-08 12-22'
is 'and all comes back when that load is undone' 'quiet nsi undo --last; days group:sg-1 status:announced' '09-22 10-06 10-20 12-01'
finish
