#!/bin/sh
# The summary: its figures are those of SQL written by hand over the journal alone, and --explain lists what was counted.
. "$(dirname "$0")/lib.sh"

quiet() { "$@" >/dev/null 2>&1 || echo "$*"; }
NSI_TODAY=2027-01-20

# ---- a year that has everything once, some of it undone
a_year() {
	fresh
	quiet nsi iop mark --from "$ROOT/examples/school-161/marks-autumn.csv"
	quiet nsi quantum try --from "$ROOT/examples/school-161/kvanty-proby.csv"
	quiet nsi quantum pass kv-pary-5min --from p01 --to p04,p09 --on 2026-11-12
	quiet nsi quantum adopt kv-pary-5min --by p04 --class 8Б --since 2026-11-20
	quiet nsi session pair sg-1@2026-11-17 --rounds 4 --save
	quiet nsi session record sg-1@2026-11-17 --all-ok --absent p12
	quiet nsi session pair --on 2026-11-26 --start 16:00 --minutes 90 --rounds 3 --mode online --link https://example.org/x --save
	quiet nsi session record all@2026-11-26 --all-ok
	quiet nsi session cancel sg-1@2026-12-01 --reason "карантин"
	quiet nsi session move sg-1@2026-12-15 --to 2026-12-17 --reason "занят зал"
	quiet nsi session hold vebinar-2 --attended 25 --on 2026-12-10
	quiet nsi session hold metodsovet@2026-12-14 --attended p01,p02
	quiet nsi iop credit p05 inv-tablo --reason "курсы" --on 2026-11-30
	quiet nsi iop request add p02 "как сделать карточки" --unit pary-voz --on 2026-10-01
	quiet nsi iop request add p03 "что дальше" --on 2026-12-01
	quiet nsi iop request add p04 "ошибка" --on 2026-12-02
	quiet nsi undo --last
	quiet nsi iop request answer $(nsi iop request list person:p02 -f csv --no-header --columns request) --offer p01 --on 2026-10-03
	quiet nsi session visits add --host p01 --on 2026-11-18 --lesson 3 --class 7Б --quantum kv-pary-5min
	quiet nsi session visits join V1 p04,p09
	quiet nsi session visits add --host p02 --on 2026-12-08 --lesson 2 --class 5А
	quiet nsi session visits join V2 p03
	quiet nsi session visits join V2 p05
	quiet nsi undo --last
	quiet nsi session visits add --host p02 --on 2027-02-08 --lesson 2 --class 5А
	quiet nsi session visits join V3 p03
	quiet nsi iop revise p08 --reason "новый модуль"
	quiet nsi iop leave p11 --on 2026-12-20 --reason "переезд"
	quiet nsi iop enrol --name "Новикова Анна Петровна" --org net-b
	quiet nsi iop mark p03 inv-tablo mastered --with p04 --checked-by p04 --on 2026-12-21
	quiet nsi undo --last
}
is 'a year' a_year ''
cd w || exit 1
quiet nsi init "$T/none" --org s1 --lang ru

# One number of the journal: LIVE are its entries that stand, each with the days of the quarter at hand.
hand() {
	sqlite3 nsi.db "
	WITH word AS (SELECT about, about_seq, verb, row_number() OVER (PARTITION BY about, about_seq ORDER BY seq DESC) AS nth
	                FROM entry WHERE verb IN ('undo', 'redo')),
	live AS (SELECT e.*, p.code AS who, q.code AS other, s.code AS meeting, a.lamport
	           FROM entry e JOIN act a ON a.origin = e.origin AND a.seq = e.act
	           LEFT JOIN code p ON p.id = e.person LEFT JOIN code q ON q.id = e.peer LEFT JOIN code s ON s.id = e.session
	          WHERE NOT EXISTS (SELECT 1 FROM word w JOIN origin o ON o.code = w.about
	                             WHERE w.nth = 1 AND w.verb = 'undo' AND o.id = e.origin AND w.about_seq = e.act)),
	q2 AS (SELECT * FROM live WHERE date(2440587.5 + day) BETWEEN '2026-11-05' AND '2026-12-29'),
	here AS (SELECT DISTINCT person, who FROM live e WHERE verb = 'enrol' AND date(2440587.5 + day) <= '2026-12-29'
	            AND NOT EXISTS (SELECT 1 FROM q2 g WHERE g.verb = 'leave' AND g.person = e.person))
	$1"
}
# value and denominator of a figure
figure() { nsi report summary --period "$1" -f csv --no-header --columns indicator,value,of | sed -n "s/^$2,//p"; }
same_as() { is "$1" "figure q2 $2" "$(hand "$3")"; }

same_as 'approved of enrolled' approved "SELECT (SELECT count(*) FROM here h WHERE 'approve' = (SELECT verb FROM live w WHERE w.person = h.person
	AND w.verb IN ('propose', 'return', 'approve', 'revise') AND date(2440587.5 + w.day) <= '2026-12-29' ORDER BY lamport DESC, seq DESC LIMIT 1)) || ',' || (SELECT count(*) FROM here)"
same_as 'units held of those planned to date' mastered "SELECT sum(EXISTS (SELECT 1 FROM live m WHERE m.verb IN ('master', 'credit', 'bear') AND m.person = h.person AND m.part IS NULL
	AND m.unit = (SELECT id FROM code WHERE kind = 'unit' AND code = j.value ->> 'unit') AND coalesce(date(2440587.5 + m.day), '') <= '2026-12-29')) || ',' || count(*)
	FROM here h JOIN live p ON p.verb = 'plan' AND p.person = h.person AND p.lamport = (SELECT max(x.lamport) FROM live x WHERE x.verb = 'plan' AND x.person = h.person AND date(2440587.5 + x.day) <= '2026-12-29')
	JOIN json_each(p.data, '\$.units') j WHERE coalesce(j.value ->> 'due', '') <= '2026-12-29'"
same_as 'sessions held: the recorded ones; planned: with those that were cancelled or moved' held "SELECT count(DISTINCT meeting) || ',4' FROM q2 WHERE verb = 'record'"
same_as 'requests without an answer' unanswered "SELECT sum(NOT EXISTS (SELECT 1 FROM live a WHERE a.verb IN ('answer', 'settle') AND a.about_seq = r.seq)) || ',' || count(*) FROM live r WHERE r.verb = 'request' AND date(2440587.5 + r.day) <= '2026-12-29'"
same_as 'mastered, invariant' units:invariant "SELECT count(DISTINCT q.who || u.code) || ',' || (SELECT count(*) FROM live p JOIN json_each(p.data, '\$.units') j WHERE p.verb = 'plan'
	AND p.lamport = (SELECT max(x.lamport) FROM live x WHERE x.verb = 'plan' AND x.person = p.person AND date(2440587.5 + x.day) <= '2026-12-29') AND j.value ->> 'unit' LIKE 'inv-%')
	FROM q2 q JOIN code u ON u.id = q.unit WHERE q.verb = 'master' AND q.part IS NULL AND u.code LIKE 'inv-%'"
same_as 'mastered, variative' units:variative "SELECT count(DISTINCT q.who || u.code) || ',' || (SELECT count(*) FROM live p JOIN json_each(p.data, '\$.units') j WHERE p.verb = 'plan'
	AND p.lamport = (SELECT max(x.lamport) FROM live x WHERE x.verb = 'plan' AND x.person = p.person AND date(2440587.5 + x.day) <= '2026-12-29') AND j.value ->> 'unit' NOT LIKE 'inv-%')
	FROM q2 q JOIN code u ON u.id = q.unit WHERE q.verb = 'master' AND q.part IS NULL AND u.code NOT LIKE 'inv-%'"
same_as 'credited' credited "SELECT count(*) || ',' FROM q2 WHERE verb = 'credit'"
same_as 'changed' changed "SELECT count(DISTINCT person) || ',' || (SELECT count(DISTINCT person) FROM live WHERE verb = 'plan') FROM q2 WHERE verb = 'revise' AND date(2440587.5 + day) <= '2026-12-29'"
same_as 'joined' joined "SELECT count(*) || ',' FROM q2 WHERE verb = 'enrol'"
same_as 'left' left "SELECT count(*) || ',' FROM q2 WHERE verb = 'leave'"
same_as 'cancelled' cancelled "SELECT count(*) || ',4' FROM live e WHERE verb = 'cancel' AND substr(meeting, instr(meeting, '@') + 1) BETWEEN '2026-11-05' AND '2026-12-29'"
same_as 'online' mode:online "SELECT count(DISTINCT meeting) || ',2' FROM q2 WHERE verb = 'record' AND data ->> 'mode' = 'online'"
same_as 'person-hours' hours "SELECT printf('%.15g', sum(json_array_length(r.data, '\$.attended') * (SELECT p.data ->> 'minutes' FROM live p WHERE p.verb = 'pair' AND p.session = r.session) / 60.0)) || ',' FROM q2 r WHERE r.verb = 'record'"
same_as 'attendance' attendance "SELECT sum(json_array_length(data, '\$.attended')) || ',' || (sum(json_array_length(data, '\$.attended')) + 1) FROM q2 WHERE verb = 'record'"
for r in worked changed failed; do
	same_as "trials: $r" trials:$r "SELECT sum(data ->> 'result' = '$r') || ',' || count(*) FROM q2 WHERE verb = 'try'"
done
same_as 'passings' passings "SELECT count(*) || ',' FROM q2 WHERE verb = 'pass'"
same_as 'adopted' adopted "SELECT count(*) || ',' FROM q2 WHERE verb = 'adopt'"
same_as 'across schools' across "SELECT sum(substr(who, 1, instr(who, '/')) <> substr(other, 1, instr(other, '/'))) || ',' || count(*)
	FROM (SELECT DISTINCT who, other, unit, part, day FROM q2 WHERE verb IN ('start', 'master') AND peer IS NOT NULL AND (verb = 'master' OR tm IS NOT NULL))"
same_as 'lessons shown to others' visits "SELECT count(*) || ',' FROM live WHERE verb = 'visit' AND data ->> 'day' BETWEEN '2026-11-05' AND '2026-12-29'"
same_as 'and their guests' guests "SELECT count(*) || ',' FROM live g JOIN live v ON v.verb = 'visit' AND v.seq = g.about_seq WHERE g.verb = 'attend' AND v.data ->> 'day' BETWEEN '2026-11-05' AND '2026-12-29'"
same_as 'who taught' teachers "SELECT count(DISTINCT other) || ',' || (SELECT count(*) FROM here)
	FROM q2 JOIN here h ON h.person = peer WHERE verb IN ('start', 'master') AND (verb = 'master' OR tm IS NOT NULL)"
same_as 'events that were held' events:webinar "SELECT count(*) || ',1' FROM q2 WHERE verb = 'hold' AND data ->> 'kind' = 'webinar'"
is 'staff by school, of all' 'figure year staff:net-b' "$(sqlite3 nsi.db "SELECT '2,12'")"
is 'in a quarter stand the moving parts only' 'nsi report summary --period q2 -f csv --columns section | grep -c "staff:\|goals"; nsi report summary --period h1 -f csv --columns section | grep -c goals' '0
11'

# ---- as other commands have it
is 'nobody can teach' 'figure year untaught | cut -d, -f1' "$(nsi iop untaught -f csv --no-header | wc -l)"
is 'late' 'figure year late | cut -d, -f1' "$(nsi iop risk reason:late -f csv --no-header | wc -l)"
is 'nobody met' 'figure year lonely | cut -d, -f1' "$(nsi iop risk reason:no_meeting -f csv --no-header | wc -l)"
is 'targets' 'nsi report summary -f csv --no-header --columns indicator,value,of | sed -n "s/^goals://p" | sort' "$(nsi report targets -f csv --no-header --columns target,fact,plan | sort)"
is 'quanta' 'nsi report summary -f csv --no-header --columns indicator,value | sed -n "s/^quanta://p" | grep -v ",0$" | sort' "$(nsi quantum list -f csv --no-header --columns state | sort | uniq -c | awk '{ print $2 "," $1 }')"

# ---- the rows behind each figure
for p in year q2; do
	: >"$T/found"
	nsi report summary --period $p -f csv --no-header --columns indicator,value | grep -v '^conclusions' >figures
	while IFS=, read -r key value; do
		n=$(nsi report summary --period $p --explain "$key" -f csv --no-header | wc -l)
		[ "$key" != hours ] || n=$(nsi report summary --period $p --explain hours -f csv --no-header --columns amount | awk '{ n += $1 } END { printf "%.15g", n }')
		[ "$n" = "$value" ] || echo "$key: $value, but $n rows" >>"$T/found"
	done <figures
	[ "$(wc -l <figures)" -gt 30 ] || echo "only $(wc -l <figures) figures" >>"$T/found"
	silent "as many rows as each numerator: $p"
done
is 'and what they are' 'nsi report summary --period q2 --explain cancelled -f csv; nsi report summary --period q2 --explain left -f csv' 'session,date,status
sg-1@2026-12-01,2026-12-01,cancelled
person,on
p11,2026-12-20'

is 'each part of a figure stands there, of nothing too' 'nsi report summary --period q1 -f csv --no-header --columns indicator,value,of | grep "^mode\|^states\|^trials"; nsi -C "$T/none" report summary --period 2026-10-01..2026-10-31 -f csv --no-header --columns indicator | grep : | paste -sd" "; nsi report summary --period q1 --explain mode:online -f csv' 'states:draft,0,12
states:proposed,0,12
states:approved,12,12
states:closed,0,12
mode:offline,0,0
mode:online,0,0
mode:mixed,0,0
trials:worked,4,6
trials:changed,1,6
trials:failed,1,6
states:draft states:proposed states:approved states:closed units:invariant units:variative mode:offline mode:online mode:mixed quanta:draft quanta:described quanta:tried quanta:sample quanta:retired trials:worked trials:changed trials:failed
session,date,mode,present'

# ---- before
is 'a quarter against the quarter before' 'nsi report summary --period q2 -f csv --no-header --columns indicator,previous,previous_of | grep "^units\|^held\|^trials:w"' "$(nsi report summary --period q1 -f csv --no-header --columns indicator,value,of | grep '^units\|^held\|^trials:w')"
is 'a half-year, with the quarters before it, has none before the first year' 'nsi report summary --period h1 -f csv --no-header --columns previous | sort -u; nsi report summary --period h2 -f csv --no-header --columns indicator,previous | grep ^credited' '""
credited,1'
is 'what was only before stands there too' 'nsi report summary --period q2 -f csv | grep trials:worked; nsi report summary --period q2 --explain trials:worked -f csv --no-header' 'quanta,trials:worked,0,1,4'
is 'days against as many days before' 'nsi report summary --period 2026-11-05..2026-12-04 -f csv --columns indicator,previous,previous_of | grep trials: | sort' "$(nsi report summary --period 2026-10-06..2026-11-04 -f csv --columns indicator,value,of | grep trials: | sort)"

# ---- how it looks
is 'the keys of the contract' 'nsi report summary -f csv | head -1' 'section,indicator,value,of,previous'
is 'no-break spaces, a decimal comma, a dash for nothing' 'nsi report summary --period q1 --columns indicator,value,previous,change --no-header | grep "^approved\|^untaught\|^adopted" | sed "s/\xc2\xa0/~/g; s/  */ /g"; nsi report summary --period 2026-08-24..2026-08-25 --columns indicator,value --no-header | grep ^mastered | sed "s/  */ /g"' 'approved 12~из~13~(92,3~%) — —
untaught 11~из~24~(45,8~%) — —
adopted 0 — —
mastered —'
is 'keys are for programs and for who asks for them: paper has room for the words' 'nsi report summary -f md --limit 1 | grep Раздел; nsi report summary --columns title,indicator --limit 1 | tail -1' '| Раздел | Показатель | Значение | Было | Изменение |
ИОП утверждены, из всех участников  approved'
is 'page one first' 'nsi report summary -f csv --no-header --columns indicator --limit 5 | paste -sd" "' 'approved mastered held untaught unanswered'
is 'conclusions are left blank' 'nsi report summary --no-header | tail -1 | sed "s/  */ /g"; nsi report summary -f csv | tail -1' 'выводы и задачи (пишет человек)
conclusions,conclusions,,,'
printf '\357\273\277Сделано больше, чем хотели.\r\n\r\nВ мае: открытая неделя.\r\n' >notes.txt
is 'or taken from a file' 'nsi report summary --notes notes.txt -f csv | tail -2; nsi report summary --notes notes.txt | tail -1 | grep -o "В мае.*неделя."' 'conclusions,conclusions,"Сделано больше, чем хотели.",,
conclusions,conclusions,В мае: открытая неделя.,,
В мае: открытая неделя.'
printf 'Так.\n\377\n' >wrong.txt
echo old >old.html
no 'or not, when it cannot be: nothing is printed, and a file stays as it was' 'nsi report summary --notes none.txt; nsi report summary --notes wrong.txt; nsi report summary --notes wrong.txt -o old.html; r=$?; cat old.html; exit $r' 'nsi: none.txt: такого файла или папки нет
nsi: wrong.txt:2: текст не в UTF-8
nsi: wrong.txt:2: текст не в UTF-8
old'
no 'a key that is none' 'nsi report summary --explain masterd' 'nsi: показателя «masterd» нет; может быть, mastered?'
no 'a part that is none' 'nsi report summary --explain staff:s99; nsi report summary --period .. ; nsi report summary --period 2026-10-01..; nsi report summary --explain held:x' 'nsi: показателя «staff:s99» нет; все: nsi report summary --columns indicator
nsi: «..»: такого периода нет (year, h1, h2, q2, 01.09.2026..31.10.2026)
nsi: «2026-10-01..»: такого периода нет (year, h1, h2, q2, 01.09.2026..31.10.2026)
nsi: held на части не делится: --explain held'
no 'a period that is none' 'nsi report summary --period q7' 'nsi: «q7»: такого периода в 2026/2027 нет (year, h1, h2, q2, 01.09.2026..31.10.2026)'
no 'backwards' 'nsi report summary --period 31.12..01.12' 'nsi: 31.12..01.12: последний день раньше первого'
no 'another year' 'nsi report summary --year 2031' 'nsi: нет календаря на 2030/2031: загрузите его'
no 'no calendar at all' 'nsi -C "$T/none" report summary; nsi -C "$T/none" report summary --period h1' 'nsi: учебный год не открыт: загрузите его календарь или укажите --year
nsi: учебный год не открыт: загрузите его календарь или укажите --year'
is 'twice the same' 'nsi report summary >a; nsi report summary >b; cmp a b' ''
is 'nothing is written' 'before=$(sqlite3 nsi.db "SELECT count(*) FROM entry"); nsi report summary >/dev/null; [ $before = $(sqlite3 nsi.db "SELECT count(*) FROM entry") ] || echo more' ''

# ---- the end of the year
NSI_TODAY=2027-06-30
all() { for p in year h2 q4; do nsi report summary --year 2027 --period $p -f csv; nsi report summary --year 2027 --period $p --explain late -f csv; done; }
all >open
is 'there is something to tell' 'grep -c "^late\|,late,[1-9]\|,lonely,[1-9]\|,untaught,[1-9]\|,states:approved,[1-9]" open' '12'
is 'closing the year changes no figure of it' 'quiet nsi year close 2027; all | diff open -' ''
is 'but nobody is in danger any more' 'nsi iop risk --year 2027 -f csv --no-header | grep -vc late_request; nsi iop untaught --year 2027' '0
всему, что запланировано, есть кому учить'
NSI_TODAY=2027-09-05
is 'nor does the next one' 'quiet nsi -q module load "$ROOT/examples/next-year"; quiet nsi year open; all | diff open -' ''
is 'and it is what the next year is compared with' 'nsi report summary --period year -f csv --no-header --columns indicator,previous | grep "^late\|^states:approved"' "$(sed -n '/^section/,/^person/p' open | sed -n 's/^problems,\(late,[0-9]*\),.*/\1/p; s/^iop,\(states:approved,[0-9]*\),.*/\1/p' | head -2)"
is 'the rows behind a figure say of which, and of which days' 'nsi report summary --period q2 --explain late | head -1; nsi report summary --period q2 --explain units:invariant -f html | grep "<h1>"' 'Сводка · 05.11.2027 – 29.12.2027 · на 05.09.2027 · Единицы просрочены, из запланированных к этому дню
<h1>Сводка · 05.11.2027 – 29.12.2027 · на 05.09.2027 · Единицы освоены за период, из всех в ИОП: инвариант</h1>'
finish
