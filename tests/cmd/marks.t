#!/bin/sh
# Marks: what is taken and what is refused, at the shell and in files. Each refusal with its words.
. "$(dirname "$0")/lib.sh"

mark() { nsi iop mark "$@"; }
quiet() { "$@" >/dev/null; }
state() { nsi iop show "$1" unit:"$2" -f csv --no-header --columns state; }
rows() { "$@" -f csv --no-header; }
entries() { nsi log -f csv --no-header --columns entry | wc -l; }
file() { printf '%s\n' "$@" >marks.csv; }
NSI_TODAY=2026-10-20
fresh

# ---- one mark
is 'a mark is told' 'mark p07 inv-vidy mastered --with p01 --on 2026-09-10' 'День        Педагог  Единица   Что
----------  -------  --------  --------------------------------------------------
10.09.2026  p07      inv-vidy  p07: И2 освоено с помощью p01, проверка: methodist
внесено: 1  уже было внесено: 0'
is 'and shown' 'rows nsi iop show p07 unit:И2 --columns state,on,with,checked_by,way' 'mastered,2026-09-10,p01,methodist,pair'
is 'the same mark again is nothing new' 'mark p07 inv-vidy mastered --with p01 --on 2026-09-10' 'внесено: 0  уже было внесено: 1'
is 'a dry run says so too' 'rows mark p07 inv-vidy mastered --with p01 --on 10.09.2026 --dry-run --columns change,person,unit' '=,p07,inv-vidy'
no 'another day is another mark' 'mark p07 inv-vidy mastered --with p01 --on 2026-09-11' 'nsi: p07: И2 уже освоено'
no 'another checker too' 'mark p07 inv-vidy mastered --with p01 --checked-by p02 --on 2026-09-10' 'nsi: p07: И2 уже освоено'
no 'a second checker too' 'mark p07 inv-vidy mastered --with p01 --checked-by methodist,p02 --on 2026-09-10' 'nsi: p07: И2 уже освоено'
no 'another giver too' 'mark p07 inv-vidy mastered --with p04 --on 2026-09-10' 'nsi: 10.09.2026 p04 ещё не владеет И2 и учить p07 не может
nsi: p07: И2 уже освоено'
no 'nobody is started on what he holds' 'mark p07 inv-vidy started --with p01 --on 2026-09-11' 'nsi: p07: И2 уже освоено'
is 'but what came before may be entered later' 'quiet mark p07 inv-vidy started --with p01 --on 2026-09-08; state p07 inv-vidy' mastered
no 'a bearer is no learner' 'mark p01 inv-vidy mastered --checked-by p02' 'nsi: p01 уже носитель И2'
is 'an actor checks' 'quiet nsi --as p08 iop mark p07 inv-priznaki started; quiet nsi --as p08 iop mark p07 inv-priznaki mastered; rows nsi iop show p07 unit:inv-priznaki --columns state,checked_by' mastered,p08
is 'Russian words and letters' 'quiet mark р04 и1 Начато; state p04 inv-priznaki' started
is 'several people in one command' 'mark p02,p05 p06 inv-vidy mastered --with p01 | tail -1' 'внесено: 3  уже было внесено: 0'
no 'of several who are wrong all are named' 'mark p08 p02 p03 p06 inv-vidy mastered --with p01 --on 2026-10-19' 'nsi: p02: И2 уже освоено
nsi: p06: И2 уже освоено'
is 'and nothing of it is kept' 'state p08 inv-vidy' open
is 'two checkers' 'quiet mark p08 inv-vidy mastered --with p01 --checked-by p02,p05 --on 2026-10-20; rows nsi iop show p08 unit:inv-vidy --columns checked_by' 'p02 p05'
is 'whom the log names as others do' "nsi log person:p08 unit:inv-vidy verb:master -f json --columns data" '[
{"data": {"with":"p01","checked_by":"p02 p05"}}
]'

# ---- taken back, and given again over what was said since
quiet mark p09 inv-vidy mastered --with p01 --on 2026-09-10
quiet nsi undo --last
quiet mark p09 inv-vidy mastered --with p01 --on 2026-09-11
no 'what was said since stands in the way of a redo' 'nsi redo' 'nsi: p09: И2 уже освоено'
is 'and all stays sound' 'nsi check; state p09 inv-vidy' mastered

# ---- who and what
no 'self-check' 'mark p04 inv-vidy mastered --with p01 --checked-by p04' 'nsi: никто не проверяет сам себя: p04 не может проверить И2 у p04'
no 'as an actor too' 'nsi --as p04 iop mark p04 inv-vidy mastered --with p01' 'nsi: никто не проверяет сам себя: p04 не может проверить И2 у p04'
no 'in English' 'nsi --lang en --as p04 iop mark p04 inv-vidy mastered --with p01' 'nsi: nobody checks himself: p04 cannot check the И2 of p04'
no 'nor as the second' 'mark p04 inv-vidy mastered --checked-by p01,p04' 'nsi: вторая подпись должна быть не от p01 и не от p04'
no 'two signatures are of two' 'mark p04 inv-vidy mastered --checked-by p01,p01' 'nsi: вторая подпись должна быть не от p01 и не от p04'
no 'three are too many' 'mark p04 inv-vidy mastered --checked-by p01,p02,p03' 'nsi: проверяющих больше двух'
no 'nobody teaches himself' 'mark p04 inv-vidy started --with p04' 'nsi: никто не учит сам себя: p04 не может научить p04 единице И2'
no 'not in his programme' 'mark p07 sobytie-zamysel started' 'nsi: С1 нет в ИОП p07 на 2026/2027'
no 'in English' 'nsi --lang en iop mark p07 sobytie-zamysel started' 'nsi: С1 is not in the programme of p07 for 2026/2027'
no 'and it rests on what he does not hold: both' 'mark p04 rotacia-perev started' 'nsi: Р2 нет в ИОП p04 на 2026/2027
nsi: Р2 опирается на И4, а p04 к 20.10.2026 этим не владеет'
no 'nobody of that code' 'mark p99 inv-vidy started' 'nsi: не найдено: педагог «p99» (может быть, p09?)'
no 'no such unit' 'mark p04 inv-vid started' 'nsi: не найдено: единица «inv-vid» (может быть, inv-vidy?)'
no 'no such part' 'mark p04 П3.К9 started' 'nsi: не найдено: часть «П3.К9» (может быть, pary-voz.k1?)'
exit=2 no 'no such state' 'mark p04 inv-vidy master' 'nsi: STATE: «master» не подходит, есть: started (начато), mastered (освоено); см. «nsi help iop mark»'
no 'no such checker' 'mark p04 inv-vidy mastered --checked-by boss' 'nsi: не найдено: педагог «boss»'

# ---- what it rests on, as of the day
no 'a prerequisite is missing' 'mark p04 inv-instr started --with p05' 'nsi: И4 опирается на И2, а p04 к 20.10.2026 этим не владеет'
no 'in English' 'nsi --lang en iop mark p04 inv-instr started --with p05' 'nsi: И4 rests on И2, which p04 does not hold by 2026-10-20'
no 'each that is missing' 'mark p07 inv-refleksia started' 'nsi: И7 опирается на И5, а p07 к 20.10.2026 этим не владеет
nsi: И7 опирается на И6, а p07 к 20.10.2026 этим не владеет'
no 'what a module requires too' 'mark p04 pary-abzac started' 'nsi: П1 опирается на И2, а p04 к 20.10.2026 этим не владеет'
no 'the day before is too early' 'mark p07 inv-instr started --with p05 --on 2026-09-09' 'nsi: И4 опирается на И2, а p07 к 09.09.2026 этим не владеет'
ok 'the same day will do' mark p07 inv-instr started --with p05 --on 2026-09-10
no 'a giver who does not hold it' 'mark p04 inv-vidy started --with p03' 'nsi: 20.10.2026 p03 ещё не владеет И2 и учить p04 не может'
no 'a giver who held it later' 'mark p04 inv-vidy started --with p07 --on 2026-09-09' 'nsi: 09.09.2026 p07 ещё не владеет И2 и учить p04 не может'
no 'in English' 'nsi --lang en iop mark p04 inv-vidy started --with p07 --on 2026-09-09' 'nsi: p07 did not hold И2 before teaching it to p04 on 2026-09-09'
ok 'the same day will do too' mark p04 inv-vidy started --with p07 --on 2026-09-10

# ---- why: the same sentences
is 'why not' 'rows nsi iop why p03 p10 И2; nsi --lang en iop why p03 p10 И2 -f json' 'false,20.10.2026 p03 ещё не владеет И2 и учить p10 не может,giver
[
{"allowed": false, "reason": "p03 did not hold И2 before teaching it to p10 on 2026-10-20", "rule": "giver"}
]'
is 'each reason' 'rows nsi iop why p03 p03 И4 --columns reason,rule' '"И4 опирается на И2, а p03 к 20.10.2026 этим не владеет",prerequisite
никто не учит сам себя: p03 не может научить p03 единице И4,self_teach'
is 'why yes' 'rows nsi iop why p01 p10 И2; rows nsi iop why p07 p04 И2' 'true,,
true,,'
no 'of nobody' 'nsi iop why p03 p99 И2' 'nsi: не найдено: педагог «p99» (может быть, p09?)'
is 'asking says nothing' 'nsi log person:p10 verb:start -f csv --no-header' ''

# ---- days
no 'after today' 'mark p04 inv-vidy mastered --with p01 --on 2026-10-21' 'nsi: 21.10.2026 — позже сегодняшнего дня'
no 'before the teachers'\'' year' 'mark p04 inv-vidy started --on 2026-08-23' 'nsi: 23.08.2026 — раньше учебного года, он начинается 24.08.2026
nsi: p04 на 23.08.2026 не состоит в программе'
ok 'its first day, though enrolled in September' mark p05 inv-priznaki started --on 24.08.2026
exit=1 no 'no day' 'mark p04 inv-vidy started --on 31.09.2026' 'nsi: «31.09.2026» — не день (2026-11-12, 12.11.2026, 12.11, сегодня, -7д, пн, eom, q2)'
ok 'a day of the year' mark p05 inv-priznaki started --on 3.09

# ---- files: order of rows does not matter, circles are seen
fresh
file person,unit,state,on,with p10,inv-vidy,mastered,2026-10-01,p11 p11,inv-vidy,mastered,2026-10-01,p10
no 'a circle of two' 'mark --from marks.csv' 'nsi: marks.csv:2: 01.10.2026 p11 ещё не владеет И2 и учить p10 не может
nsi: marks.csv:3: 01.10.2026 p10 ещё не владеет И2 и учить p11 не может'
file person,unit,state,on,with p11,inv-vidy,mastered,2026-10-01,p10 p09,inv-vidy,mastered,2026-10-01,p01 p10,inv-vidy,mastered,2026-10-01,p12 p12,inv-vidy,mastered,2026-10-01,p11
no 'a circle of three, beside what is sound' 'mark --from marks.csv' 'nsi: marks.csv:2: 01.10.2026 p10 ещё не владеет И2 и учить p11 не может
nsi: marks.csv:4: 01.10.2026 p12 ещё не владеет И2 и учить p10 не может
nsi: marks.csv:5: 01.10.2026 p11 ещё не владеет И2 и учить p12 не может'
quiet mark p10 inv-vidy started --with p01 --on 2026-10-01
no 'who was only started gives nothing' 'mark p11 inv-vidy mastered --with p10 --on 2026-10-02' 'nsi: 02.10.2026 p10 ещё не владеет И2 и учить p11 не может'
chain='p02,inv-vidy,mastered,2026-10-02,p01 p03,inv-vidy,mastered,2026-10-02,p02 p04,inv-vidy,mastered,2026-10-02,p03 p05,inv-vidy,mastered,2026-10-02,p04 p06,inv-vidy,mastered,2026-10-02,p05 p07,inv-instr,started,2026-10-02,p05 p07,inv-vidy,mastered,2026-10-02,p06'
for order in 1 2 3 4 5 6; do
	{ echo person,unit,state,on,with; printf '%s\n' $chain | LC_ALL=C sort -t, -k1.2,1.3 | awk -v s=$order 'BEGIN { srand(s) } { print rand() "\t" $0 }' | sort | cut -f2; } >chain$order.csv
	is "a chain of one day, shuffled ($order)" "mark --from chain$order.csv | tail -1; mark --from chain$order.csv; quiet nsi undo --last" 'внесено: 7  уже было внесено: 0
внесено: 0  уже было внесено: 7'
done
is 'the same, row by row backwards, is refused' 'tac chain1.csv >/dev/null; mark p07 inv-vidy mastered --with p06 --on 2026-10-02' 'nsi: 02.10.2026 p06 ещё не владеет И2 и учить p07 не может'
file person,unit,state,on p03,inv-vidy,mastered,2026-10-02 p03,inv-vidy,mastered,2026-10-02
is 'twice in one file is once' 'mark --from marks.csv | tail -1' 'внесено: 1  уже было внесено: 1'
file person,unit,state,on p04,inv-vidy,mastered,2026-10-02 p04,inv-vidy,mastered,2026-10-03
no 'twice and different in one file is refused' 'mark --from marks.csv' 'nsi: marks.csv:3: p04: И2 уже освоено'
file person,unit,state,on p03,inv-vidy,mastered,2026-10-02 p05,inv-vidy,mastered,2026-10-02 p04,inv-instr,started,2026-10-02
no 'places are right where rows stand already' 'mark --from marks.csv' 'nsi: marks.csv:4: И4 опирается на И2, а p04 к 02.10.2026 этим не владеет'

# ---- files as they come
fresh
printf '\357\273\277Педагог,Метка,Единица,Состояние,Дата,С кем,Проверил,Способ,Подтверждение\r\nр04,,И2,освоено,01.10.2026,p01,"p01, p02",запуск,"а, ""б""\nв"\r\n\r\np03,,И2,в деле,1.10,p01,,pair,\r\n' >ru.csv
no 'all that is wrong is told' 'mark --from ru.csv' 'nsi: warning: ru.csv:1: столбец «Метка» не учитывается
nsi: ru.csv:5: состояние: «в деле» не подходит, есть: started (начато), mastered (освоено)'
sed -i 's/в деле/в работе/' ru.csv
is 'Russian headers, a BOM, CRLF, quoted line ends' 'mark --from ru.csv -f csv --no-header --columns on,person,unit' 'nsi: warning: ru.csv:1: столбец «Метка» не учитывается
2026-10-01,p04,inv-vidy
2026-10-01,p03,inv-vidy'
is 'all of it is kept' 'nsi log verb:master -f ndjson --columns data' '{"data": {"evidence":"а, \"б\"\nв","way":"launch","with":"p01","checked_by":"p01 p02"}}'
file Педагог,Единица,Состояние,Дата,Проверил p99,И2,освоено,02.10.2026,p01 p05,И99,освоено,02.10.2026,p01 p05,И2,сделано,02.10.2026,p01 p05,И2,освоено,32.10.2026,p01 p05,И2,освоено,02.10.2026,'p01 p02 p03' p05,И2,освоено,02.10.2026,p01,x '"p05 p06",И2,освоено,02.10.2026,p01' ,И2,освоено,02.10.2026,p01 p05,,освоено,02.10.2026,p01
no 'every wrong row is named' 'mark --from marks.csv' 'nsi: marks.csv:2: не найдено: педагог «p99» (может быть, p09?)
nsi: marks.csv:3: не найдено: единица «И99»
nsi: marks.csv:4: состояние: «сделано» не подходит, есть: started (начато), mastered (освоено)
nsi: marks.csv:5: «32.10.2026» — не день (2026-11-12, 12.11.2026, 12.11, сегодня, -7д, пн, eom, q2)
nsi: marks.csv:6: проверяющих больше двух
nsi: marks.csv:7: столбцов 6, а в заголовке 5
nsi: marks.csv:8: в столбце «person» несколько значений: в строке один педагог
nsi: marks.csv:9: не указано «person» (кто: коды через пробел или запятую)
nsi: marks.csv:10: не указано «unit» (единица или часть: код или метка, например inv-vidy, И2, pary-voz.k1)'
file person,unit
no 'a column that must be there' 'mark --from marks.csv' 'nsi: marks.csv:1: нет столбца «state» (что достигнуто)'
file person,unit,state,unit,Единица p05,И2,started,И2,И2
no 'a column twice' 'mark --from marks.csv' 'nsi: marks.csv:1: столбец «unit» указан дважды
nsi: marks.csv:1: столбец «Единица» указан дважды'
: >empty.csv
no 'an empty file' 'mark --from empty.csv' 'nsi: empty.csv:1: файл пуст: первая строка должна называть столбцы'
file person,unit,state
is 'a header alone is nothing' 'mark --from marks.csv' 'внесено: 0  уже было внесено: 0'
printf 'person,unit,state\np05,inv-vidy,started\np05,\310\355\342,started\n' >cp1251.csv
no 'cp1251 is read as such' 'mark --from cp1251.csv' 'nsi: cp1251.csv:3: не найдено: единица «Инв»'
printf 'Педагог;Единица;Состояние;;\r\np05;И1;начато;;\r\n' | iconv -f utf-8 -t cp1251 >excel.csv
is 'as Russian Excel saves it' 'mark --from excel.csv --with p02 --on 2026-10-05 --dry-run | tail -1' 'внесено: 1  уже было внесено: 0'
printf 'person,unit,state\np05,inv-vidy,started\np05,inv-\000vidy,started\n' >nul.csv
no 'NUL' 'mark --from nul.csv' 'nsi: nul.csv:3: нулевой байт: это не файл CSV'
printf 'person,unit,state\np05,"inv-vidy,started\n' >quote.csv
no 'a quote without an end' 'mark --from quote.csv' 'nsi: quote.csv:2: кавычка открыта и не закрыта'
no 'no such file' 'mark --from none.csv' 'nsi: none.csv: такого файла или папки нет'
no 'a folder' 'mark --from .' 'nsi: .: это папка, а не файл'
is 'standard input, values for all rows' 'printf "person,unit\np05,И1\np06,И1\n" | nsi iop mark --from - --state started --with p02 --on 2026-10-05 | tail -1' 'внесено: 2  уже было внесено: 0'
no 'its lines are named' 'printf "person,unit,state\np05,И1,освоено\n" | mark --from - --with p07' 'nsi: <stdin>:2: 20.10.2026 p07 ещё не владеет И1 и учить p05 не может'
no 'a line is where the row begins' 'printf "person,unit,state,evidence\np05,И1,started,\"a\nb\"\np99,И1,started,\n" | mark --from -' 'nsi: <stdin>:4: не найдено: педагог «p99» (может быть, p09?)'
is 'the journal has what was taken only' entries 104

# ---- parts
fresh
quiet mark p02 p04 p07 p12 inv-vidy mastered --with p01 --on 2026-09-10
no 'a part needs what its unit rests on' 'mark p10 П3.К1 mastered --with p01' 'nsi: К1 (П3) опирается на И2, а p10 к 20.10.2026 этим не владеет'
is 'a launch on a card' 'rows mark p02 pary-voz.k1 mastered --way launch --with p01 --on 2026-10-01 --columns unit,text' 'pary-voz.k1,"p02: К1 (П3) освоено с помощью p01, проверка: methodist"'
is 'the unit is started by it' 'rows nsi iop show p02 unit:pary-voz --columns state,parts' 'started,k1'
ok 'who was checked on a card gives it' mark p04 П3.К1 mastered --with p02 --on 2026-10-01
ok 'and so on, the same day' mark p07 П3.К1 mastered --with p04 --on 2026-10-01
no 'but no other card' 'mark p04 П3.К2 mastered --with p02 --on 2026-10-02' 'nsi: 02.10.2026 p02 ещё не владеет К2 (П3) и учить p04 не может'
no 'nor the unit' 'mark p12 П3 mastered --with p02 --on 2026-10-06' 'nsi: 06.10.2026 p02 ещё не владеет П3 и учить p12 не может'
no 'nor starts it' 'mark p12 П3 started --with p02 --on 2026-10-06' 'nsi: 06.10.2026 p02 ещё не владеет П3 и учить p12 не может'
no 'a card is taken once' 'mark p02 П3.К1 mastered --on 2026-10-07' 'nsi: p02: К1 (П3) уже освоено'
is 'unless it is the same mark' 'mark p04 П3.К1 mastered --with p02 --on 2026-10-01' 'внесено: 0  уже было внесено: 1'
for k in 2 3 4 5 6; do quiet mark p02 П3.К$k mastered --with p01 --on 2026-10-0$k; done
is 'all cards: its check is owed' 'rows nsi iop show p02 unit:pary-voz --columns state,parts' 'started,k1 k2 k3 k4 k5 k6'
no 'and the unit is not given yet' 'mark p12 П3 started --with p02' 'nsi: 20.10.2026 p02 ещё не владеет П3 и учить p12 не может'
is 'mastered by its check' 'quiet mark p02 П3 mastered --on 2026-10-10 --evidence "уроки в 7А"; state p02 pary-voz' mastered
no 'then no card is taken any more' 'mark p02 П3.К1 mastered --on 2026-10-11' 'nsi: p02: К1 (П3) уже освоено'
is 'and the whole unit is given' 'quiet mark p12 П3 started --with p02 --on 2026-10-10; nsi iop who П3 -f csv --no-header --columns person' 'p01
p02'
is 'passed on: a card given before, the learner checked later' 'state p02 pary-voz; quiet mark p04 П3 mastered --on 2026-10-12; state p02 pary-voz' 'mastered
passed'
is 'who gave one card alone has not passed the unit on' 'quiet mark p07 П3 started --on 2026-10-12; state p07 pary-voz' started

is 'scripts get it by its keys' 'nsi log person:p02 unit:pary-voz verb:master -f json --limit 2 | sed "s/: \"s161[^ ]*:[0-9]*/: \"ENTRY/"' '[
{"entry": "ENTRY", "at": "2026-10-20T12:00:00Z", "on": "2026-10-10", "actor": "methodist", "verb": "master", "person": "p02", "unit": "pary-voz", "session": null, "quantum": null, "data": {"evidence":"уроки в 7А","checked_by":"methodist"}, "undone": false},
{"entry": "ENTRY", "at": "2026-10-20T12:00:00Z", "on": "2026-10-06", "actor": "methodist", "verb": "master", "person": "p02", "unit": "pary-voz", "session": null, "quantum": null, "data": {"part":"k6","with":"p01","checked_by":"methodist"}, "undone": false}
]'

# ---- co-study
quiet mark p03 p04 p07 inv-priznaki mastered --with p02 --on 2026-09-15
ok 'three study together' mark p03 inv-zapros started --beside p04,p07 --way co-study --on 2026-10-01
is 'it is told' 'nsi log person:p03 unit:inv-zapros -f csv --no-header --columns text' '"p03: И3 начато, вместе с p04, p07"'
is 'and kept by code' 'nsi log person:p03 unit:inv-zapros -f ndjson --columns data' '{"data": {"beside":["p04","p07"],"way":"co-study"}}'
no 'none of them is the first checker' 'mark p03 inv-zapros mastered --checked-by p04 --on 2026-10-10' 'nsi: p04 изучает И3 вместе с p03 и сам этим не владеет: проверить должен другой'
no 'nor the other way round' 'mark p04 inv-zapros mastered --checked-by p03 --on 2026-10-10' 'nsi: p03 изучает И3 вместе с p04 и сам этим не владеет: проверить должен другой'
no 'nor the third of the second' 'mark p04 inv-zapros mastered --checked-by p07 --on 2026-10-10' 'nsi: p07 изучает И3 вместе с p04 и сам этим не владеет: проверить должен другой'
no 'nor two of them' 'mark p03 inv-zapros mastered --checked-by p04,p07 --on 2026-10-10' 'nsi: p04 изучает И3 вместе с p03 и сам этим не владеет: проверить должен другой'
no 'nor does one of them teach it' 'mark p03 inv-zapros mastered --with p04 --on 2026-10-10' 'nsi: 10.10.2026 p04 ещё не владеет И3 и учить p03 не может'
ok 'with somebody else beside him he is' mark p07 inv-zapros mastered --checked-by p03,p08 --on 2026-10-09
ok 'somebody else is' mark p04 inv-zapros mastered --checked-by p08 --on 2026-10-10
no 'who holds it since then does not check before' 'mark p03 inv-zapros mastered --checked-by p04 --on 2026-10-09' 'nsi: p04 изучает И3 вместе с p03 и сам этим не владеет: проверить должен другой'
ok 'but then' mark p03 inv-zapros mastered --checked-by p04 --on 2026-10-10
is 'with somebody beside it is another start' 'quiet mark p09 inv-priznaki started; mark p09 inv-priznaki started --beside p11 | tail -1; mark p09 inv-priznaki started --beside p11' 'внесено: 1  уже было внесено: 0
внесено: 0  уже было внесено: 1'
is 'of one list each means the others' 'quiet mark p10,p11 inv-priznaki started --beside p10,p11; rows nsi log unit:inv-priznaki person:p10,p11 --columns text' '"p10: И1 начато, вместе с p11"
"p11: И1 начато, вместе с p10"'
no 'nobody studies beside himself' 'mark p05 inv-priznaki started --beside p05' 'nsi: p05 не может быть вместе с самим собой'

# ---- credit
fresh
is 'a credit is older than the programme' 'rows nsi iop credit p07 inv-vidy --reason курсы --on 2024-03-01 --columns on,person,unit,text' '2024-03-01,p07,inv-vidy,p07: И2 зачтено: …'
is 'and holds' 'state p07 inv-vidy; quiet mark p04 inv-vidy mastered --with p07 --on 2026-09-01; state p04 inv-vidy' 'credited
mastered'
is 'the reason is not in the journal' 'nsi log verb:credit -f csv --columns data | grep -c курсы; sqlite3 nsi.db .dump | grep -c курсы' '0
0'
exit=2 no 'without a reason' 'nsi iop credit p07 inv-priznaki --reason ""' 'nsi: текст пуст: ничего не сделано'
is 'the same credit is nothing new' 'nsi iop credit p07 inv-vidy --reason курсы --on 2024-03-01' 'внесено: 0  уже было внесено: 1'
no 'another is refused' 'nsi iop credit p07 inv-vidy --reason курсы --on 2025-03-01' 'nsi: p07: И2 уже зачтено'
no 'what is credited is not mastered again' 'mark p07 inv-vidy mastered --with p01' 'nsi: p07: И2 уже зачтено'
no 'nor what is mastered credited' 'nsi iop credit p04 inv-vidy --reason курсы' 'nsi: p04: И2 уже освоено'
no 'nor what is borne' 'nsi iop credit p01 inv-vidy --reason курсы' 'nsi: p01 уже носитель И2'
no 'nor on a day to come' 'nsi iop credit p07 inv-priznaki --reason курсы --on 2026-10-21' 'nsi: 21.10.2026 — позже сегодняшнего дня'
ok 'outside the programme it may be' nsi iop credit p07 rotacia-perev --reason курсы

# ---- a programme with rules of its own
cd "$T/desk" && mkdir small && cat >small/small.yaml <<'YAML'
format: nsi/1
programme:
  id: small
  title: Малая
  capacity: 10
  strict_check: true
  evidence: required
  chain_limit: 2
  credit_years: 3
  technologies:
    - {id: ta, title: А}
    - {id: tb, title: Б}
  modules:
    - id: inv
      kind: invariant
      title: Общее
      technologies: [ta, tb]
      units:
        - {id: inv-a, label: И1, title: Раз, hours: 1, after: [], check: demo, result: р}
        - {id: inv-b, label: И2, title: Два, hours: 1, after: [], check: product, result: р}
    - id: var
      kind: variative
      title: Своё
      technologies: [ta]
      units:
        - {id: var-a, label: В1, title: Три, hours: 1, after: [inv-a], check: talk, result: р}
    - id: own
      kind: variative
      title: Иное
      technologies: [tb]
      units:
        - {id: own-a, label: Н1, title: Пять, hours: 1, after: [], check: talk, result: р}
organisations:
  - {id: s1, short: Школа 1, zone: Europe/Moscow}
participants:
  - {code: a, org: s1, bearer: [inv-a], choice: [var]}
  - {code: b, org: s1, choice: [var]}
  - {code: c, org: s1, choice: [var]}
  - {code: d, org: s1, choice: [var]}
  - {code: e, org: s1, choice: [var]}
calendar:
  - {id: s1-2027, year: 2027, orgs: [s1], zone: Europe/Moscow, week: 5, pupils: {from: 2026-09-01, to: 2027-05-26}, teachers: {from: 2026-08-24, to: 2027-06-30}}
YAML
nsi init small --org s1 --lang ru >/dev/null && cd small || exit 1
NSI_TODAY=2026-09-01
no 'no plan yet: nothing is in it' 'nsi -q module load small.yaml >/dev/null; mark b inv-a started' 'nsi: И1 нет в ИОП b на 2026/2027'
quiet nsi iop plan --all
NSI_TODAY=2026-10-20
no 'his own learner is not checked alone' 'mark b inv-a mastered --with a --checked-by a' 'nsi: И1: a и учит b, и проверяет; в одиночку так нельзя: назовите второго проверяющего'
no 'nor in English' 'nsi --lang en iop mark b inv-a mastered --with a --checked-by a' 'nsi: a taught И1 to b and cannot check it alone: name a second checker'
ok 'two may' mark b inv-a mastered --with a --checked-by a,c --on 2026-10-01
quiet mark c inv-a started --with b --on 2026-10-02
no 'nor where the teaching was said before' 'mark c inv-a mastered --checked-by b --on 2026-10-05' 'nsi: И1: b и учит c, и проверяет; в одиночку так нельзя: назовите второго проверяющего'
ok 'somebody else may' mark c inv-a mastered --with b --checked-by a --on 2026-10-05
no 'handed on too often' 'mark d inv-a mastered --with c --on 2026-10-06' 'nsi: И1 передавалось бы уже 3-й раз подряд, а можно не больше 2'
no 'in a file with its whole chain too' 'printf "person,unit,state,on,with\ne,inv-a,mastered,2026-10-09,d\nd,inv-a,mastered,2026-10-08,b\n" | mark --from -' 'nsi: <stdin>:2: И1 передавалось бы уже 3-й раз подряд, а можно не больше 2'
ok 'but from the source' mark d inv-a mastered --with a --on 2026-10-06
no 'a product wants evidence' 'mark b inv-b mastered' 'nsi: И2 проверяется так: продукт; программа требует подтверждения'
ok 'with it, it is mastered' mark b inv-b mastered --evidence папка
ok 'a talk wants none' mark b var-a mastered
no 'too long ago to be credited' 'nsi iop credit c inv-b --reason курсы --on 2023-10-19' 'nsi: И2 от 19.10.2023: прошло больше лет, чем можно зачесть (3)'
ok 'three years ago it may be' nsi iop credit c inv-b --reason курсы --on 2023-10-20
quiet mark c var-a started --on 2026-10-20
quiet nsi iop plan c --module own
no 'what a new programme leaves out is marked no more' 'mark c var-a mastered' 'nsi: В1 нет в ИОП c на 2026/2027'
is 'what was marked before stands, and may be taken back and given again' 'nsi check; quiet nsi undo --last; quiet nsi redo; nsi check' ''
NSI_TODAY=2027-07-02
no 'no calendar holds the day' 'mark e inv-a mastered --with a --on 2027-07-01' 'nsi: дня 01.07.2027 нет ни в одном учебном году'
is 'sound to the end' 'nsi check' ''
finish
