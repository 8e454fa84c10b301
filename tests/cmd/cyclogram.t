#!/bin/sh
# The cyclogram of the year as tables and rows: months by kinds, what repeats, a week.
. "$(dirname "$0")/lib.sh"

quiet() { "$@" >/dev/null; }
rows() { "$@" -f csv --no-header; }
fresh

is 'months by kinds' 'nsi report cyclogram' 'Годовая циклограмма · 2026/2027
Месяц          педсовет  методсовет  сводная группа  вебинар  видео  неделя посещений
-------------  --------  ----------  --------------  -------  -----  ----------------
Август 2026    27
Сентябрь 2026            14          22
Октябрь 2026             12          6, 20           15
Ноябрь 2026              9           3, 17
Декабрь 2026             14          1, 15           10
Январь 2027              11          12, 26
Февраль 2027             8           9               11       19
Март 2027                9           9, 23                           1–5
Апрель 2027              12          6, 20                    23
Май 2027                 11          4, 18           13'
is 'programs get sessions' 'nsi report cyclogram -f csv | sed -n "1p;4p"; nsi report cyclogram --group sg-1 -f json --limit 1 | sed -n 2p' 'month,pedsovet,metodsovet,combined_group,webinar,video,visit_week
2026-10,,metodsovet@2026-10-12,sg-1@2026-10-06 sg-1@2026-10-20,vebinar-1@2026-10-15,,
{"month": "2026-09", "combined_group": ["sg-1@2026-09-22"]}'
is 'of a school' 'rows nsi report cyclogram --org net-a' '2027-04,video-2@2027-04-23,
2027-05,,vebinar-4@2027-05-13'
is 'what repeats' 'nsi report cyclogram --layout repeat --limit 4 --columns repeat,every,on,start,event,times' 'Годовая циклограмма · 2026/2027
Повторяется  Каждые  День        Начало  Событие          Раз
-----------  ------  ----------  ------  ---------------  ---
по неделям        2  вт          15:00   sg-vtornik         7
по неделям        2  вт          15:00   sg-2-vtornik       9
по месяцам        1  2 пн        14:30   metodsovet         9
раз в год            27.08.2026  10:00   pedsovet-avgust    1'
is 'for programs' 'nsi report cyclogram --layout repeat -f csv | sed -n "1p;3,4p;10p"' 'repeat,every,on,start,event,kind,title,group,times,first,last
weekly,2,tue,15:00,sg-2-vtornik,combined_group,Занятие сводной группы 2,sg-2,9,2027-01-12,2027-05-18
monthly,1,2 mon,14:30,metodsovet,metodsovet,Методический совет: утверждение ИОП,,9,2026-09-14,2027-05-11
yearly,,2027-03-01 2027-03-05,,nedelya-otkrytyh,visit_week,Неделя открытых занятий,,1,2027-03-01,2027-03-05'
is 'a week' 'nsi report cyclogram --layout week --on 17.11' 'Годовая циклограмма · 16.11.2026 – 22.11.2026
Начало  пн 16.11  вт 17.11                ср 18.11  чт 19.11  пт 20.11
------  --------  ----------------------  --------  --------  --------
15:00             Занятие сводной группы'
is 'moved and cancelled ones' 'quiet nsi -q session move sg-1@17.11 --to 21.11 --reason x; quiet nsi session cancel vebinar-2 --reason x; rows nsi report cyclogram --layout week --on 17.11; rows nsi report cyclogram --columns webinar | grep v | paste -sd" "' '15:00,,,,,,sg-1@2026-11-17
vebinar-1@2026-10-15 vebinar-3@2027-02-11 vebinar-4@2027-05-13'
is 'days of more than a day' 'nsi report cyclogram --layout неделя --on 03.03.2027 -f json | sed -n 2p' '{"start": null, "mon": ["nedelya-otkrytyh@2027-03-01"], "tue": ["nedelya-otkrytyh@2027-03-01"], "wed": ["nedelya-otkrytyh@2027-03-01"], "thu": ["nedelya-otkrytyh@2027-03-01"], "fri": ["nedelya-otkrytyh@2027-03-01"]}'
is 'nothing in the holidays' 'nsi report cyclogram --layout week --on 31.12 -f json' '[]'
no 'a year without a calendar' 'nsi report cyclogram --year 2029' 'nsi: нет календаря на 2028/2029: загрузите его'
cat >more.yaml <<'Y'
format: nsi/1
calendar:
  - {id: k-net-b, year: 2027, orgs: [net-b], pupils: {from: 2026-09-01, to: 2027-05-26}, teachers: {from: 2026-08-24, to: 2027-06-30},
     periods: [{id: tri1, title: Т1, from: 2026-09-01, to: 2027-05-26}]}
cyclogram:
  - {id: kurs, kind: seminar, title: Курс, from: 2026-12-01, repeat: "FREQ=WEEKLY;COUNT=3"}
  - {id: do, kind: seminar, title: До, from: 2026-12-01, repeat: "FREQ=WEEKLY;UNTIL=20261210"}
Y
is 'a rule that says how often or until when needs no last day' 'quiet nsi module load more.yaml; rows nsi session list --columns session | grep -E "^(kurs|do)@" | paste -sd" "' \
	'kurs@2026-12-01 do@2026-12-01 kurs@2026-12-08 do@2026-12-08 kurs@2026-12-15'
no 'a period of another school' 'nsi report cyclogram --layout week --on tri1' 'nsi: «tri1» — период календаря net-b на 2026/2027, а не нашего на этот год: назовите день'
is 'nothing is well in a year without a calendar' 'nsi iop risk --year 2030' 'нет календаря на 2029/2030: загрузите его'
mkdir none
nsi init none --org s161 --lang ru >/dev/null
no 'nor is there one of no year' 'nsi --db none/nsi.db report cyclogram' 'nsi: учебный год не открыт: загрузите его календарь или укажите --year'
no 'no such group' 'nsi report cyclogram --group sg-9' 'nsi: не найдено: группа «sg-9» (может быть, sg-1?)'
finish
