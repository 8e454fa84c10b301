#!/bin/sh
# Filters of the lists, and days in all their forms: a line a case.
. "$(dirname "$0")/lib.sh"

rows() { "$@" -f csv --no-header; }
n() { rows nsi "$@" | wc -l; }
dates() { rows nsi session list "$@" --columns date | cut -c6- | paste -sd' '; }
fresh
nsi iop mark --from "$ROOT/examples/school-161/marks-autumn.csv" >/dev/null

# counts NAME COMMAND… : FILTER=N …: the list under each filter has so many rows
counts() {
	what=$1 want=
	shift
	for f; do want="$want$f "; done
	is "$what" "for f in $(printf "'%s' " "$@"); do f=\${f%=*}; printf '%s=%s ' \"\$f\" \"\$(n $what \"\$f\")\"; done; echo" "$want"
}

# ---- each list under each filter that it knows
counts 'iop list' org:net-a=2 org:net-a,net-b=4 person:p07,p08=2 group:sg-1=8 state:утверждено=12 state:closed=0 unit:П3=6 \
	module:pary=6 tech:blended=12 +late=6 from:30.11=6 to:30.11=6 физик=1
counts 'iop list' state:нет=0
counts 'iop show p07' unit:И1=1 module:pary=4 tech:kso=11 state:освоено=2 +late=0 from:01.04=2 to:eoy=11 признаки=1
counts 'iop next p07' unit:П3=1 module:inv=2 tech:kso=5 from:01.04=2 +late=0 инструкция=0
counts 'iop who И2' org:s161=7 person:p01=1 group:kso=3 state:носитель=1 from:today=0
counts 'log' org:net-b=20 person:p07=19 group:kso=50 unit:И2=11 module:pary=15 tech:kso=80 from:01.11=26 to:01.09=88 verb:master=46 actor:nobody=0
counts 'module list' module:pary=1 unit:П3=1 tech:blended=5 учебная=2
counts 'year list' state:open=1 state:closed=0 from:01.09=1 from:02.09=0

# ---- together they narrow, repeated they widen
is 'two words' 'n iop list org:s161 state:approved физик; n iop list org:s161 state:draft' '1
0'
is 'one word twice' 'n iop list org:net-a org:net-b' 4

# ---- what a list can be filtered by is told
exit=2 no 'iop list' 'nsi iop list kind:webinar' 'nsi: «kind:webinar»: такого условия у этого вопроса нет; есть from:… group:… +late module:… org:… person:… СЛОВО state:… tech:… to:… unit:…'
exit=2 no 'iop show' 'nsi iop show p07 org:s161' 'nsi: «org:s161»: такого условия у этого вопроса нет; есть from:… +late module:… СЛОВО state:… tech:… to:… unit:…'
exit=2 no 'log' 'nsi log +late' 'nsi: «+late»: такого условия у этого вопроса нет; есть actor:… from:… group:… module:… org:… person:… quantum:… tech:… to:… unit:… verb:…'
exit=2 no 'module list' 'nsi module list state:open' 'nsi: «state:open»: такого условия у этого вопроса нет; есть module:… СЛОВО tech:… unit:…'
exit=2 no 'one without a value' 'nsi iop list org:' 'nsi: «org:»: за двоеточием стоит, какое именно, например org:s161'
exit=2 no 'a mistyped one in Russian letters' 'nsi session list бла:1' 'nsi: «бла:1»: такого условия у этого вопроса нет; есть from:… group:… kind:… module:… +open org:… person:… СЛОВО state:… status:… tech:… to:… unit:… +unrecorded'
is 'in Russian too' 'n iop list организация:s161,net-a состояние:утверждено; n iop list +просрочено; n session list статус:проведено; n session list с:01.12 по:03.12' "$(n iop list org:s161,net-a state:approved)
6
0
$(n session list from:01.12 to:03.12)"
no 'nothing of that name' 'nsi iop list org:s16' 'nsi: не найдено: организация «s16» (может быть, s161?)'
no 'no day' 'nsi session list from:позавчера' 'nsi: «позавчера» — не день (2026-11-12, 12.11.2026, 12.11, сегодня, -7д, пн, eom, q2)'

# ---- days: on Thursday 12 November 2026
day() { rows nsi session hold tablo --on "$1" --dry-run --columns on; }
for pair in 2026-10-15=2026-10-15 15.10.2026=2026-10-15 15.10=2026-10-15 1.9.=2026-09-01 today=2026-11-12 сегодня=2026-11-12 \
	вчера=2026-11-11 yesterday=2026-11-11 -7d=2026-11-05 -7д=2026-11-05 -2w=2026-10-29 -2н=2026-10-29 -1m=2026-10-12 -1м=2026-10-12 \
	q1=2026-10-24 Q1=2026-10-24 osen=2026-11-03 чт=2026-11-12 ЧЕТВЕРГ=2026-11-12; do
	is "${pair%=*}" "day ${pair%=*}" "${pair#*=}"
done
to() { nsi session move vebinar-4 --to "$1" --reason x --dry-run -f json 2>/dev/null | sed -n 's/.*moved to \([0-9-]*\).*/\1/p'; }
for pair in tomorrow=2026-11-13 завтра=2026-11-13 +2w=2026-11-26 +2н=2026-11-26 mon=2026-11-16 пн=2026-11-16 Понедельник=2026-11-16 \
	eow=2026-11-15 eom=2026-11-30 eoq=2026-12-31 eoy=2027-06-30 h1=2026-12-31 h2=2027-06-30 q2=2026-12-29 vesna=2027-03-28 15.01=2027-01-15; do
	is "to ${pair%=*}" "nsi config lang en >/dev/null; to ${pair%=*}" "${pair#*=}"
done
nsi config lang ru >/dev/null
is 'from a quarter: its first day, to a quarter: its last' 'dates from:q2 to:q2 group:sg-1; dates from:q2 to:Q2 kind:вебинар' '11-17 12-01 12-15
12-10'
is 'half-years' 'dates from:h1 to:h1 kind:вебинар; dates from:h2 to:h2 kind:вебинар' '10-15 12-10
02-11 05-13'
is 'a week by its days' 'dates from:пн to:+1н' '11-17'
is 'as an option, with a minus before it' 'rows nsi iop list --on -7d person:p07 --columns person; rows nsi iop list --on=-7д person:p07 --columns person' 'p07
p07'
finish
