#!/bin/sh
# The days of events: working days of the two years of the example, several schools with calendars and zones of their own,
# what falls on days off.
. "$(dirname "$0")/lib.sh"

rows() { "$@" -f csv --no-header; }
days() { rows nsi session list "$@" --columns date | cut -c6- | paste -sd' '; }

cat >year.yaml <<'YAML'
format: nsi/1
organisations:
  - {id: s161, short: "Школа 161", zone: Asia/Krasnoyarsk}
  - {id: net-a, short: "Школа А", zone: Asia/Yekaterinburg}
  - {id: net-b, short: "Школа Б", zone: Asia/Novosibirsk}
participants:
  - {code: p01, org: s161, post: "учитель физики"}
  - {code: p02, org: net-a, post: "учитель химии"}
  - {code: p03, org: net-b, post: "учитель истории"}
groups:
  - {id: kso, kind: creative, title: "Группа", leader: net-a/p02, members: [s161/p01]}
calendar:
  - id: ours
    year: 2027
    orgs: [s161]
    zone: Asia/Krasnoyarsk
    pupils: {from: 2026-09-01, to: 2027-05-26}
    teachers: {from: 2026-08-24, to: 2027-06-30}
    days_off: [2026-11-04]
    working_days: [{from: 2026-10-31, to: 2026-10-31}]
  - id: theirs
    year: 2027
    orgs: [net-a]
    zone: Asia/Yekaterinburg
    week: 6
    pupils: {from: 2026-09-01, to: 2027-05-26}
    teachers: {from: 2026-08-24, to: 2027-06-30}
    days_off: [{from: 2026-10-26, to: 2026-11-01}]
  - id: next
    year: 2028
    orgs: [s161, net-a]
    pupils: {from: 2027-09-01, to: 2028-05-26}
    teachers: {from: 2027-08-25, to: 2028-06-30}
    days_off: [2027-11-04]
cyclogram:
  - {id: our-sat, kind: shmo, title: "Суббота", from: 2026-10-17, to: 2026-11-14, weekday: sat, time: "10:00", responsible: s161/p01}
  - {id: their-sat, kind: shmo, title: "Суббота", from: 2026-10-17, to: 2026-11-14, weekday: sat, time: "10:00", responsible: net-a/p02}
  - {id: our-wed, kind: shmo, title: "Среда", from: 2026-10-21, to: 2026-11-11, weekday: wed, responsible: s161/p01, on_day_off: shift}
  - {id: their-wed, kind: shmo, title: "Среда", from: 2026-10-21, to: 2026-11-11, weekday: wed, responsible: net-a/p02, on_day_off: shift}
  - {id: guest-wed, kind: shmo, title: "Среда", from: 2026-10-21, to: 2026-11-11, weekday: wed, responsible: net-b/p03}
  - {id: of-group, kind: shmo, title: "Среда", from: 2026-10-21, to: 2026-11-11, weekday: wed, groups: [kso]}
  - {id: second, kind: creative_group, title: "Вторая в тот же день", from: 2026-11-11, to: 2026-11-11, weekday: wed, time: "18:00", groups: [kso]}
  - {id: once, kind: seminar, title: "Семинар в праздник", date: 2026-11-04, responsible: s161/p01}
  - {id: once-shift, kind: seminar, title: "Семинар", date: 2026-11-04, responsible: s161/p01, on_day_off: shift}
  - {id: both-years, kind: report, title: "Отчёт", repeat: "FREQ=MONTHLY;BYMONTHDAY=4", from: 2027-05-04, to: 2027-12-31, responsible: s161/p01}
YAML
nsi init w --org s161 --lang ru --zone Asia/Krasnoyarsk >/dev/null
cd w && nsi -q module load ../year.yaml >/dev/null

is 'five days a week, one Saturday is worked' 'days субб person:p01 kind:shmo --columns date; days суббота org:s161' '10-31
10-31'
is 'six days a week, a week of holidays' 'days суббота org:net-a' '10-17 10-24 11-07 11-14'
is 'shifted over our day off' "rows nsi session list --columns session | grep our-wed | cut -d@ -f2 | paste -sd' '" '2026-10-21 2026-10-28 2026-11-05 2026-11-11'
is 'and over their week' "rows nsi session list --columns session | grep their-wed | cut -d@ -f2 | paste -sd' '" '2026-10-21 2026-11-02 2026-11-04 2026-11-11'
is 'who has no calendar has ours' "rows nsi session list --columns session | grep guest-wed | cut -d@ -f2 | paste -sd' '" '2026-10-21 2026-10-28 2026-11-11'
is "a group's event rests when its leader does" 'days group:kso kind:shmo' '10-21 11-04 11-11'
is 'the second one of a day' 'rows nsi session list group:kso from:11.11 --columns session,event' 'kso@2026-11-11,of-group
kso@2026-11-11.2,second'
is 'and it is found so' 'rows nsi session cancel kso@11.11.2 --reason x --names --columns text; rows nsi session cancel second@11.11 --reason x --dry-run --columns text 2>&1' 'kso@2026-11-11.2: отменено: x
nsi: kso@2026-11-11.2: уже отменено'
is 'once: it stands on the day it was given, unless it may be shifted' 'rows nsi session list kind:seminar --columns session' 'once@2026-11-04
once-shift@2026-11-05'
is 'each zone is told' 'rows nsi session list суббота org:net-a to:17.10 --columns session,start,zone' 'their-sat@2026-10-17,10:00,Asia/Yekaterinburg'
is 'a rule goes on in the next year, between them it rests' 'days kind:report; days kind:report --year 2028' '05-04 06-04
08-04 10-04'
is 'all of it derives from the items' 'nsi check' ''
printf 'format: nsi/1\ncyclogram:\n  - {id: x, kind: report, title: X, from: 2026-09-01, to: 2026-10-01, repeat: "FREQ=YEARLY"}\n' >x.yaml
no 'a rule of another kind is refused by name' 'nsi -q module load x.yaml' 'nsi: x.yaml:3:5: «repeat» у «x»: «FREQ=YEARLY» пока использовать нельзя (FREQ=WEEKLY или MONTHLY, INTERVAL, BYDAY, BYMONTHDAY, UNTIL, COUNT)'

# ---- every working day that a plan may use
cd .. && nsi init e --org s161 --lang ru --zone Asia/Krasnoyarsk >/dev/null && cd e
nsi -q module load "$ROOT/examples/school-161" "$ROOT/examples/next-year" >/dev/null
cat >daily.yaml <<'YAML'
format: nsi/1
cyclogram:
  - {id: day, kind: consultation, title: "Каждый рабочий день", repeat: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", from: 2026-08-24, to: 2028-06-30, responsible: p06}
YAML
nsi -q module load daily.yaml >/dev/null
# the dates of a month as ranges
month() {
	rows nsi session list kind:consultation "from:$(echo "$1-01" | cut -c-10)" "to:$2" --year "$3" --columns date | cut -c9- | awk '
		{ d = $1 + 0 } d != last + 1 || NR == 1 { if (NR > 1) printf "%s ", first < last ? first "-" last : first; first = d } { last = d }
		END { if (NR) print first < last ? first "-" last : first }'
}
# written down with a wall calendar, not by the tool: school year, month (or the first day of the teachers' year), days
while read -r year of days; do
	is "the working days of $of" "month $of $(date -d "$(echo "$of" | cut -c-7)-01 +1 month -1 day" +%F) $year" "$days"
done <<'EOF'
2027 2026-08-24 24-28 31
2027 2026-09 1-4 7-11 14-18 21-25 28-30
2027 2026-10 1-2 5-9 12-16 19-23 26-30
2027 2026-11 2-3 5-6 9-13 16-20 23-27 30
2027 2026-12 1-4 7-11 14-18 21-25 28-29
2027 2027-01 11-15 18-22 25-29
2027 2027-02 1-5 8-12 15-19 22 24-26
2027 2027-03 1-5 9-12 15-19 22-26 29-31
2027 2027-04 1-2 5-9 12-16 19-23 26-30
2027 2027-05 4-7 11-14 17-21 24-28 31
2027 2027-06 1-4 7-11 15-18 21-25 28-30
2028 2027-08-25 25-27 30-31
2028 2027-09 1-3 6-10 13-17 20-24 27-30
2028 2027-10 1 4-8 11-15 18-22 25-29
2028 2027-11 1-3 5 8-12 15-19 22-26 29-30
2028 2027-12 1-3 6-10 13-17 20-24 27-29
2028 2028-01 10-14 17-21 24-28 31
2028 2028-02 1-4 7-11 14-18 21-22 24-25 28-29
2028 2028-03 1-3 6-7 9-10 13-17 20-24 27-31
2028 2028-04 3-7 10-14 17-21 24-28
2028 2028-05 2-5 8 10-12 15-19 22-26 29-31
2028 2028-06 1-2 5-9 13-16 19-23 26-30
EOF
is 'the two years' 'rows nsi session list kind:consultation from:2026-08-24 --columns date | wc -l; rows nsi session list kind:consultation from:2027-08-25 --year 2028 --columns date | wc -l' '209
210'

# ---- each second Tuesday, over breaks (teachers work) and days off (nobody does)
cat >tuesday.yaml <<'YAML'
format: nsi/1
cyclogram:
  - {id: tue-skip, kind: webinar, title: "Через вторник", repeat: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", from: 2026-09-08, to: 2027-06-30, responsible: p06}
  - {id: tue-shift, kind: webinar, title: "Через вторник", repeat: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", from: 2026-09-08, to: 2027-06-30, on_day_off: shift, responsible: p06}
YAML
nsi -q module load tuesday.yaml >/dev/null
tuesdays() { rows nsi session list вторник --columns event,date | sed -n "s/^$1,//p" | cut -c6- | paste -sd' '; }
# 3 November lies in the autumn break and 23 March in that of spring: teachers work; 23 February is off
is 'what falls on a day off is left out, and the step is kept' 'tuesdays tue-skip' \
	'09-08 09-22 10-06 10-20 11-03 11-17 12-01 12-15 12-29 01-12 01-26 02-09 03-09 03-23 04-06 04-20 05-04 05-18 06-01 06-15 06-29'
is 'or goes to the next working day' 'tuesdays tue-shift' \
	'09-08 09-22 10-06 10-20 11-03 11-17 12-01 12-15 12-29 01-12 01-26 02-09 02-24 03-09 03-23 04-06 04-20 05-04 05-18 06-01 06-15 06-29'
finish
