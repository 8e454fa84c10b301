#!/bin/sh
# The board: as drawn, as scripts get it, and counted again by hand over the journal alone.
. "$(dirname "$0")/lib.sh"

quiet() { "$@" >/dev/null; }
board() { nsi report board "$@"; }
rows() { board "$@" -f csv --no-header; }
school
quiet nsi -C "$T/school" iop mark --from "$ROOT/examples/school-161/marks-autumn.csv"
fresh

# ---- as drawn
same board-autumn.txt board
same board-autumn.csv board -f csv
same board-autumn.json board -f json
is 'twice the same bytes' 'board -f json | cmp - "$ROOT/tests/cmd/out/board-autumn.json"' ''
is 'without marks of the alphabet' 'board --module pary --org net-a --plain' 'Табло учёта и планирования · 2026/2027 · на 12.11.2026 · модули: pary · школы: net-a
                   | П1 П2 П3 П4 | освоено | учил
-------------------+-------------+---------+-----
p09 Школа А (сеть) |             | 3 из 12 |    0
p10 Школа А (сеть) | .  o  o  o  | 1 из 11 |    0
-------------------+-------------+---------+-----
могут учить        | 3  0! 1  0! |         |
ждут               | 1  3  6  0  |         |
o предстоит  p запланировано  . в работе  + освоено  * передано  z зачтено  H носитель
! после знака: срок прошёл · 0!: учить пока некому, начать с совместного изучения, курсов или гостя'

# ---- counted again: entry, act, code, origin, nothing derived; plans and definitions as they were said
sql() { sqlite3 -csv nsi.db "$@"; }
live="WITH dead AS (SELECT o.id AS origin, e.about_seq AS act FROM entry e JOIN origin o ON o.code = e.about JOIN act a ON a.origin = e.origin AND a.seq = e.act
        WHERE e.verb = 'undo' AND NOT EXISTS (SELECT 1 FROM entry r JOIN act b ON b.origin = r.origin AND b.seq = r.act WHERE r.verb IN ('undo', 'redo')
          AND r.about = e.about AND r.about_seq = e.about_seq AND (b.lamport, r.seq) > (a.lamport, e.seq))),
      live AS (SELECT e.*, a.lamport FROM entry e JOIN act a ON a.origin = e.origin AND a.seq = e.act
                WHERE NOT EXISTS (SELECT 1 FROM dead d WHERE d.origin = e.origin AND d.act = e.act)),
      people AS (SELECT DISTINCT person FROM live WHERE verb = 'enrol'),
      hold AS (SELECT person, unit, part, verb, coalesce(day, 0) AS day FROM live WHERE verb IN ('master', 'credit', 'bear')),
      whole AS (SELECT DISTINCT person, unit FROM hold WHERE part IS NULL),
      said AS (SELECT person, data FROM live l WHERE verb = 'plan' AND NOT EXISTS (SELECT 1 FROM live x WHERE x.verb = 'plan' AND x.person = l.person AND (x.lamport, x.seq) > (l.lamport, l.seq))),
      planned AS (SELECT s.person, c.id AS unit, j.value ->> '\$.due' AS due FROM said s, json_each(s.data, '\$.units') j JOIN code c ON c.kind = 'unit' AND c.code = j.value ->> '\$.unit'),
      needs AS (SELECT u.id AS unit, n.id AS need FROM item i, json_each(i.body, '\$.after') j JOIN code u ON u.kind = 'unit' AND u.code = i.id JOIN code n ON n.kind = 'unit' AND n.code = j.value WHERE i.kind = 'unit'
                UNION SELECT u.id, n.id FROM item i JOIN item m ON m.kind = 'module' AND m.id = i.body ->> '\$.module', json_each(m.body, '\$.requires') j
                        JOIN code u ON u.kind = 'unit' AND u.code = i.id JOIN code n ON n.kind = 'unit' AND n.code = j.value WHERE i.kind = 'unit'),
      given AS (SELECT peer, person, unit, part, day FROM live WHERE verb IN ('start', 'master') AND peer IS NOT NULL)"
bare="substr(p.code, instr(p.code, '/') + 1)"
sql "$live SELECT $bare, (SELECT count(*) FROM planned l JOIN whole w USING (person, unit) WHERE l.person = q.person), (SELECT count(*) FROM planned l WHERE l.person = q.person),
  (SELECT count(*) FROM (SELECT DISTINCT person, unit, part, day FROM live WHERE verb = 'master' AND peer = q.person))
  FROM people q JOIN code p ON p.id = q.person ORDER BY 1" | tr -d '"\r' >../counts
is 'mastered, of, taught' 'rows --view record --columns person,mastered,of,taught | cmp - ../counts' ''
sql "$live SELECT $bare, c.code, CASE
    WHEN EXISTS (SELECT 1 FROM hold h WHERE h.person = q.person AND h.unit = c.id AND h.part IS NULL AND h.verb = 'bear') THEN 'bearer'
    WHEN EXISTS (SELECT 1 FROM whole w WHERE w.person = q.person AND w.unit = c.id)
     AND EXISTS (SELECT 1 FROM given g JOIN hold h ON h.person = g.person AND h.unit = g.unit AND h.part IS NULL AND h.verb = 'master' AND h.day >= g.day WHERE g.peer = q.person AND g.unit = c.id) THEN 'passed'
    WHEN EXISTS (SELECT 1 FROM hold h WHERE h.person = q.person AND h.unit = c.id AND h.part IS NULL AND h.verb = 'master') THEN 'mastered'
    WHEN EXISTS (SELECT 1 FROM whole w WHERE w.person = q.person AND w.unit = c.id) THEN 'credited'
    WHEN EXISTS (SELECT 1 FROM live l WHERE l.person = q.person AND l.unit = c.id AND l.verb IN ('start', 'master')) THEN 'started'
    WHEN EXISTS (SELECT 1 FROM planned l WHERE l.person = q.person AND l.unit = c.id) THEN 'open' END AS state
  FROM people q JOIN code p ON p.id = q.person JOIN code c ON c.kind = 'unit' ORDER BY 1, 2" | tr -d '"\r' | grep -v ',$' >../cells
board --view record -f json | sed -n 's/^{"row": "person", "person": "\([^"]*\)", "org": "[^"]*", \(.*\), "mastered": .*/\1 \2/p' | tr -d '",' |
	awk '{ for (i = 2; i < NF; i += 2) { sub(/:$/, "", $i); if ($(i + 1) ~ /:$/) i--; else print $1 "," $i "," $(i + 1) } }' | sort >../shown
is 'every cell' 'cmp ../cells ../shown; wc -l <../cells' 132
sql "$live SELECT c.code, (SELECT count(DISTINCT person) FROM whole w WHERE w.unit = c.id),
  (SELECT count(*) FROM planned l WHERE l.unit = c.id AND NOT EXISTS (SELECT 1 FROM whole w WHERE w.person = l.person AND w.unit = c.id)
     AND NOT EXISTS (SELECT 1 FROM needs n WHERE n.unit = c.id AND NOT EXISTS (SELECT 1 FROM whole w WHERE w.person = l.person AND w.unit = n.need)))
  FROM code c WHERE c.kind = 'unit' ORDER BY 1" | tr -d '"\r' >../planning
is 'who can teach, who waits' 'board --view plan -f csv | cut -d, -f4-27 | awk -F, '\''{ for (i = 1; i <= NF; i++) v[i] = v[i] (NR > 1 ? "," : "") $i } END { for (i = 1; i in v; i++) print v[i] }'\'' | sort | cmp - ../planning' ''
sql "$live SELECT $bare, (SELECT group_concat(code, ' ') FROM (SELECT c.code FROM planned l JOIN code c ON c.id = l.unit JOIN item i ON i.kind = 'unit' AND i.id = c.code
    WHERE l.person = q.person AND l.due < '2026-11-12' AND NOT EXISTS (SELECT 1 FROM whole w WHERE w.person = l.person AND w.unit = l.unit) ORDER BY i.ord))
  FROM people q JOIN code p ON p.id = q.person ORDER BY 1" | tr -d '"\r' >../late
is 'what is late' 'rows --view record --columns person,late | cmp - ../late' ''

# ---- undone marks are not counted
quiet nsi undo --last
is 'as before all marks' 'rows --view record --columns person,mastered,taught | grep -v ",0$"; rows --view plan --columns row,inv-vidy,pary-voz,inv-priznaki' 'can_teach,1,1,1
wait,11,0,11'
quiet nsi redo
is 'and back' 'board -f json | cmp - "$ROOT/tests/cmd/out/board-autumn.json"' ''

# ---- any day
is 'a day in September' 'rows --on 22.09.2026 --view record --columns person,inv-priznaki,inv-vidy,mastered,taught | sed -n 1,4p' 'p01,mastered,bearer,2,3
p02,bearer,passed,4,4
p03,mastered,open,1,0
p04,passed,passed,2,2'
is 'passed on when the learner was checked' 'rows --on 2026-09-21 --view record --columns person,inv-vidy | sed -n 4p' p04,mastered
is 'before it all' 'rows --on 2026-09-01 --view plan --columns row,inv-vidy; rows --on 2026-08-31 --view record | wc -l' 'can_teach,1
wait,11
12'
is 'before anybody was enrolled' 'rows --on 2026-08-23 --view record | wc -l' 0
no 'no day' 'board --on 32.09' 'nsi: «32.09» — не день (2026-11-12, 12.11.2026, 12.11, сегодня, -7д, пн, eom, q2)'
is 'a mark entered later is of its day' 'quiet nsi iop mark p11 И1 mastered --with p02 --on 2026-10-01; rows --on 2026-09-30 --view record --columns inv-priznaki | tail -2 | head -1; rows --on 2026-10-01 --view record --columns inv-priznaki | tail -2 | head -1' 'open
mastered'

# ---- rows and columns
is 'one school: the lower rows count everybody' 'rows --org net-b --module inv --columns row,person,inv-vidy' 'person,p11,mastered
person,p12,passed
can_teach,,11
wait,,1'
is 'a group' 'rows --group kso --view record --columns person | paste -sd" "; rows --group kso --group uk-a --view record --columns person | paste -sd" "' 'p01 p02 p04
p01 p02 p04 p10'
is 'modules in the order of the programme' 'board --module pary --module inv --view plan -f csv | head -1 | cut -d, -f4,10,11' 'inv-priznaki,inv-refleksia,pary-abzac'
is 'columns by name' 'rows --columns person,late --limit 2' 'p01,
p02,inv-zapros'
no 'no such module' 'board --module par' 'nsi: не найдено: модуль «par» (может быть, pary?)'
no 'no such school' 'board --org net-x' 'nsi: не найдено: организация «net-x» (может быть, net-a?)'
no 'no such group' 'board --group ks' 'nsi: не найдено: группа «ks» (может быть, kso?)'
exit=2 no 'no such view' 'board --view all' 'nsi: --view record|plan: «all» не подходит, есть: record (учёт), plan (планирование); см. «nsi help report board»'

# ---- who left, who bears no more
earlier=$(board --on 2026-11-01 -f json | cksum)
is 'before the programme was loaded the board is empty, with a sentence' 'nsi report board --on 2026-08-25 --module inv --org net-a' 'Табло учёта и планирования · 2026/2027 · на 25.08.2026 · модули: inv · школы: net-a
            | освоено | учил
------------+---------+-----
p09 net-a   | 0 из 0  |    0
p10 net-a   | 0 из 0  |    0
------------+---------+-----
могут учить |         |
ждут        |         |
единиц на этот день нет: программа загружена позже, или их не оставляет --module'
is 'what hangs on somebody who would leave' 'nsi iop leave p06 --on 2026-11-12 --reason х --dry-run -f csv --no-header' '~,event,sg-vtornik,Занятие сводной группы
~,event,vebinar-3,Вебинар: маршрутный лист ученика
~,group,sg-1,Сводная группа 1: взаимообмен заданиями
~,milestone,ploshchadka,Онлайн-площадка сети
-,unit,online-tablo,О2: учить будет некому'
is 'nothing was said' 'nsi log verb:leave -f csv --no-header; rows --view record | wc -l' 12
is 'leaving: off the board, and nobody teaches what only he could' 'nsi iop leave p06 --on 2026-11-12 --reason переезд -f csv --no-header | wc -l; rows --view record --columns person | grep -c p06; rows --view plan --columns row,online-tablo,inv-tablo' '5
0
can_teach,0,1
wait,0,5'
is 'his programme is closed' 'nsi iop list person:p06 -f csv --no-header --columns state' closed
is 'the earlier board is as it was' 'board --on 2026-11-01 -f json | cksum' "$earlier"
is 'the day before too' 'rows --on 2026-11-11 --view record --columns person | grep -c p06' 1
is 'the reason stays in the school' 'nsi log verb:leave -f csv --no-header --columns text --names; sqlite3 nsi.db .dump | grep -c переезд' 'p06: выбытие: переезд
0'
no 'not twice' 'nsi iop leave p06 --on 2026-11-12 --reason х' 'nsi: p06 к 12.11.2026 уже не участвует в программе'
no 'his programme is not reopened' 'nsi iop reopen p06 --reason х' 'nsi: p06 уже не участвует в программе: ИОП не возвращают, не пересматривают и не открывают снова'
no 'nor as of a day before' 'nsi iop reopen p06 --reason х --on 2026-11-02' 'nsi: p06 уже не участвует в программе: ИОП не возвращают, не пересматривают и не открывают снова'
no 'nor left before he came' 'nsi iop leave p05 --on 2020-11-12 --reason х' 'nsi: p05 на 12.11.2020 не состоит в программе'
no 'nor on a day to come' 'nsi iop leave p05 --on 2026-11-13 --reason х' 'nsi: 13.11.2026 — позже сегодняшнего дня'
no 'he teaches no more' 'nsi iop mark p09 И5 started --with p06' 'nsi: p06 на 12.11.2026 не участвует в программе
nsi: И5 опирается на И3, а p09 к 12.11.2026 этим не владеет'
no 'nor checks' 'nsi iop mark p10 И1 mastered --checked-by p06' 'nsi: p06 на 12.11.2026 не участвует в программе'
no 'nor learns' 'nsi iop mark p06 И3 started --with p01' 'nsi: ИОП p06 на 2026/2027 закрыта
nsi: p06 к 12.11.2026 уже не участвует в программе'
is 'what he taught before may be entered still' 'quiet nsi iop mark p10 И1 mastered --with p06 --on 2026-11-11; rows --columns person,inv-priznaki | grep p10' p10,mastered
is 'sound to the end' 'nsi check' ''
finish
