#!/bin/sh
# Plans and the states of programmes: what is drawn up, proposed, approved, closed, and what is not.
. "$(dirname "$0")/lib.sh"

quiet() { "$@" >/dev/null; }
rows() { "$@" -f csv --no-header; }
plan() { rows nsi iop plan "$@" --columns unit | paste -sd' '; }
state() { rows nsi iop list --columns state person:"$1"; }
journal() { nsi log -f csv | cksum; }
inv='inv-priznaki inv-vidy inv-zapros inv-instr inv-tablo inv-kriterii inv-refleksia'

# A draft of everybody, in September.
NSI_TODAY=2026-09-01
nsi init "$T/school" --org s161 --lang ru --zone Asia/Krasnoyarsk >/dev/null
nsi -C "$T/school" -q module load "$ROOT/examples/school-161" >/dev/null
fresh

# ---- what is in a plan
is 'the invariant and the choice' 'plan p03' "$inv sobytie-zamysel sobytie-komanda sobytie-analiz"
is '--module replaces the choice' 'plan p03 --module online' "$inv online-pary online-tablo"
is '--unit too, what it rests on is pulled in' 'plan p03 --unit В1 --unit С1' "$inv pary-voz sobytie-zamysel vedushchiy-zapusk"
is 'each says why' 'rows nsi iop show p03 --columns unit,why | grep -v invariant' 'pary-voz,needed by vedushchiy-zapusk
sobytie-zamysel,chosen
vedushchiy-zapusk,chosen'
is 'in Russian too' 'nsi iop show p03 unit:П3 --columns unit,why | tail -1' 'pary-voz  нужно для: vedushchiy-zapusk'
is 'what is borne takes no hours and has no date' 'quiet nsi iop plan p01; rows nsi iop show p01 unit:И2 --columns unit,due,hours,state' 'inv-vidy,,0,bearer'
is 'what is credited too' 'quiet nsi iop credit p03 И1 --reason курсы; quiet nsi iop plan p03; rows nsi iop show p03 unit:И1 --columns unit,due,hours,state' 'inv-priznaki,,0,credited'
is 'and is not pulled in' 'plan p07 --unit В1 | grep -c pary-voz; quiet nsi iop credit p07 П3 --reason курсы; plan p07 --unit В1 | grep -c pary-voz' '1
0'
is 'the sum is told' 'nsi iop plan p04 -f json --columns person,unit | tail -2' '{"summary": true, "hours": 18.5, "units": 11, "capacity": 36, "said": 1, "left": 0}
]'
is 'the journal has what, by when' 'nsi log person:p04 verb:plan -f json --columns data | grep -o "\"year\":2027\|{\"unit\":\"pary-voz\"[^}]*}"' '"year":2027
{"unit":"pary-voz","due":"2026-12-22","hours":2,"why":"chosen"}'
is 'the same plan again is nothing new' 'nsi iop plan p04 | tail -1' 'часы: 18,5  единицы: 11  часов в год: 36  планов составлено: 0  не тронуто: 0'
no 'no such module' 'nsi iop plan p03 --module onlin' 'nsi: не найдено: модуль «onlin» (может быть, online?)'
no 'no such unit' 'nsi iop plan p03 --unit В9' 'nsi: не найдено: единица «В9»'
no 'nobody' 'nsi iop plan p33' 'nsi: не найдено: педагог «p33» (может быть, p03?)'
exit=2 no 'for whom?' 'nsi iop plan' 'nsi: скажите, кто: коды, условие вроде org:s161 или --all'
exit=2 no 'codes and filters do not mix' 'nsi iop plan p03 org:net-a' 'nsi: либо коды, либо условия, но не вместе'

# ---- hours
all='--module pary --module marshrut --module rotacia --module online --module sobytie --module vedushchiy'
no 'more than the capacity' "nsi iop plan p07 $all" 'nsi: p07: 38,5 ч — больше, чем часов в год (36; выбрано: pary 7,5, marshrut 6, rotacia 5, online 3, sobytie 5, vedushchiy 3); выберите меньше через --module или --unit либо увеличьте число часов'
no 'in English' "nsi --lang en iop plan p07 $all" 'nsi: p07: 38.5 hours are more than the capacity of 36 (chosen: pary 7.5, marshrut 6, rotacia 5, online 3, sobytie 5, vedushchiy 3); choose less with --module or --unit, or raise the capacity'
cat >small.yaml <<'YAML'
format: nsi/1
participants:
  - {code: p07, org: s161, post: "учитель английского языка", choice: [pary], capacity: 10.5}
  - {code: p09, org: net-a, choice: [rotacia, online], capacity: 19}
  - {code: p04, org: s161, post: "учитель физики", groups: [kso]}
YAML
quiet nsi -q module load small.yaml
no "the person's own capacity, all who are wrong" 'nsi iop plan p07 p09 p03 --module rotacia' 'nsi: p07: 16 ч — больше, чем часов в год (10,5; выбрано: rotacia 5); выберите меньше через --module или --unit либо увеличьте число часов'
is 'of a filter the others are planned, and it is no success' 'nsi iop plan person:p07,p03 --module rotacia --columns person | sort | uniq -c | tr -s " "; nsi -q iop plan person:p07,p03 --module rotacia >/dev/null 2>&1; echo $?' 'nsi: p07: 16 ч — больше, чем часов в год (10,5; выбрано: rotacia 5); выберите меньше через --module или --unit либо увеличьте число часов
 1 -------
 10 p03
 1 Педагог
 1 часы: 14,5 единицы: 10 часов в год: 36 планов составлено: 1 не тронуто: 0 отказано: 1
1'
is 'it can be said again' 'nsi iop plan person:p07,p03 --module rotacia 2>/dev/null | tail -1' 'часы: 14,5  единицы: 10  часов в год: 36  планов составлено: 0  не тронуто: 0  отказано: 1'
is 'exactly the capacity is enough' 'nsi iop plan p09 | tail -1' 'часы: 19  единицы: 12  часов в год: 19  планов составлено: 1  не тронуто: 0'

# ---- no choice, all held
is 'no choice: a draft with a warning' 'nsi -q iop plan p04 --columns unit -f csv --no-header | wc -l; nsi iop plan p04 2>&1 >/dev/null' '7
nsi: warning: p04: выбора ещё нет, в черновике только инвариант, представить его на утверждение нельзя'
is '-q is silent' 'nsi -q iop plan p04 2>&1 >/dev/null' ''
no 'it is not proposed' 'nsi iop propose p04' 'nsi: p04: кроме инварианта ничего не выбрано; составьте план с --module или --unit, потом представляйте'
is 'a filter leaves him alone, and says so' 'nsi iop propose person:p04' 'nsi: warning: не представлены на утверждение, потому что ничего не выбрано: p04
внесено: 0  уже было внесено: 0  не тронуто: 1'
is 'a choice by hand does' 'quiet nsi iop plan p04 --unit П1; quiet nsi iop propose p04; state p04' proposed
for u in П1 П2 П3 П4; do quiet nsi iop credit p10 $u --reason курсы; done
is 'a choice that is all held: a draft with a warning' 'nsi iop plan p10 2>&1 >/dev/null' 'nsi: warning: p10: всё выбранное уже освоено'

# ---- dates
fresh
quiet nsi -q iop plan --all
days() { sqlite3 nsi.db "$@"; }
is 'no date on a Saturday or Sunday' "days \"SELECT count(*) FROM plan_unit WHERE strftime('%w', due * 86400, 'unixepoch') IN ('0', '6')\"" 0
is 'nor on a day off' 'days "SELECT count(*) FROM plan_unit u CROSS JOIN day_off d WHERE u.due BETWEEN d.since AND d.until AND d.works = 0"' 0
is 'none before those of what it rests on' 'days "SELECT count(*) FROM plan p JOIN plan_unit u USING (person, year, seq) JOIN need n ON n.edition = p.edition AND n.unit = u.unit JOIN plan_unit w ON w.person = u.person AND w.seq = u.seq AND w.unit = n.need AND w.due > u.due"' 0
is 'the last is due on the last day of the pupils'\'' year' 'days "SELECT DISTINCT date(max(due) * 86400, '\''unixepoch'\'') FROM plan_unit GROUP BY person ORDER BY 1 DESC LIMIT 1"' 2027-05-26
is 'units of a combined group are not due after it' "days \"SELECT u.unit FROM plan_unit u JOIN code c ON c.id = u.unit JOIN code p ON p.id = u.person WHERE c.code = 'pary-voz' AND p.code IN ('s161/p02', 's161/p04', 's161/p07', 'net-a/p10', 'net-b/p12') AND date(due * 86400, 'unixepoch') > '2026-12-22'\"" ''
is 'of the others they are' 'rows nsi iop plan p03 --unit П3 --dry-run --columns unit,due | grep pary-voz' 'pary-voz,2027-05-26'
is 'early: as soon as the hours allow' 'rows nsi iop plan p03 --pace early --dry-run --columns due | tail -1' 2026-09-22
is 'begun late it is spread over what is left' 'NSI_TODAY=2027-05-24; rows nsi iop plan p03 --dry-run --columns due | uniq -c | tr -s " "' ' 3 2027-05-24
 3 2027-05-25
 4 2027-05-26'
is 'after the pupils'\'' year over that of the teachers' 'NSI_TODAY=2027-06-29; rows nsi iop plan p03 --dry-run --columns due | sort -u' '2027-06-29
2027-06-30'
is 'two at once say the same' 'nsi -q iop plan p03 p03 --dry-run | cksum | cmp - /dev/stdin 2>/dev/null; rows nsi iop plan p03,p03 --dry-run --columns unit | wc -l' 10

# ---- dry runs
before=$(journal)
is 'a dry run compares with the plan that stands' 'rows nsi iop plan p03 --dry-run --columns change | sort | uniq -c | tr -s " "' ' 10 ='
is 'what comes, goes and moves' 'rows nsi iop plan p03 --module online --dry-run --columns change,unit | grep -v "^~"' '+,online-pary
+,online-tablo
-,sobytie-zamysel
-,sobytie-komanda
-,sobytie-analiz'
is 'and writes nothing' journal "$before"

# ---- states: each word where it belongs
quiet nsi iop propose p03
is 'proposed' 'state p03' proposed
no 'not twice' 'nsi iop propose p03' 'nsi: ИОП p03: состояние «на утверждении», а представить на утверждение можно только черновик'
no 'no new plan' 'nsi iop plan p03 --module online' 'nsi: ИОП p03: состояние «на утверждении»; перед новым планом её нужно вернуть (return) или пересмотреть (revise)'
ok 'but a dry run' nsi iop plan p03 --module online --dry-run
no 'not revised' 'nsi iop revise p03 --reason х' 'nsi: ИОП p03: состояние «на утверждении», а пересмотреть можно только утверждённую'
no 'not closed' 'nsi iop close p03' 'nsi: ИОП p03: состояние «на утверждении», а закрыть можно только утверждённую'
no 'not reopened' 'nsi iop reopen p03' 'nsi: ИОП p03: состояние «на утверждении», а снова открыть можно только закрытую'
is 'returned with a reason' 'nsi iop return p03 --reason "мало часов" -f csv --no-header --names --columns text; state p03' 'p03: ИОП на 2026/2027 возвращена в черновики: мало часов
draft'
exit=2 no 'a reason must be' 'nsi iop return p03' 'nsi: не указано --reason TEXT (почему; хранится в закрытом файле: -, @ФАЙЛ или набрать в редакторе); см. «nsi help iop return»'
no 'a draft is not returned' 'nsi iop return p03 --reason х' 'nsi: ИОП p03: состояние «черновик», а вернуть можно только представленную на утверждение'
no 'nor approved' 'nsi iop approve p03' 'nsi: ИОП p03: состояние «черновик», а утвердить можно только представленную на утверждение'
quiet nsi iop propose p03
is 'approved' 'nsi iop approve p03 --body "метод. совет" --protocol 1 --on 14.09.2026 2>&1; NSI_TODAY=2026-09-14; nsi iop approve p03 --body "метод. совет" --protocol 1 --on 14.09.2026 -f csv --no-header --columns on,text' 'nsi: 14.09.2026 — позже сегодняшнего дня
2026-09-14,"p03: ИОП на 2026/2027 утверждена, метод. совет, протокол 1"'
NSI_TODAY=2026-09-15
no 'not twice' 'nsi iop approve p03 --protocol 2' 'nsi: ИОП p03: состояние «утверждено», а утвердить можно только представленную на утверждение'
is 'an order is added later' 'nsi iop approve p03 --order 45-о -f csv --no-header --columns text; state p03' '"p03: ИОП на 2026/2027 утверждена, приказ 45-о"
approved'
no 'but once' 'nsi iop approve p03 --order 46-о' 'nsi: ИОП p03: состояние «утверждено», а утвердить можно только представленную на утверждение'
ok 'a dry run of a plan' nsi iop plan p03 --module online --dry-run
no 'an approved one is not planned anew' 'nsi iop plan p03 --module online' 'nsi: ИОП p03: состояние «утверждено»; перед новым планом её нужно вернуть (return) или пересмотреть (revise)'
is 'but revised, with a reason, as the next' 'quiet nsi iop revise p03 --reason "другой выбор"; quiet nsi iop plan p03 --module online; state p03' draft
is 'proposed and approved again' 'quiet nsi iop propose p03; quiet nsi iop approve p03 --order 47-о; state p03' approved
is 'closed' 'quiet nsi iop close p03 --reason итоги; state p03' closed
no 'it takes no marks' 'nsi iop mark p03 И1 mastered' 'nsi: ИОП p03 на 2026/2027 закрыта'
no 'in English' 'nsi --lang en iop mark p03 И1 mastered' 'nsi: the programme of p03 for 2026/2027 is closed'
ok 'but a credit' nsi iop credit p03 И2 --reason курсы
no 'not closed twice' 'nsi iop close p03' 'nsi: ИОП p03: состояние «закрыто», а закрыть можно только утверждённую'
ok 'a dry run even then' nsi iop plan p03 --dry-run
is 'reopened it is what it was' 'quiet nsi iop reopen p03; state p03' approved
ok 'and takes marks' nsi iop mark p03 И1 mastered

# ---- filters and --all
quiet nsi iop propose p01 p02
is 'named in the wrong state: refused, all of them, nothing kept' 'nsi iop propose p01 p04 p03 2>&1; state p04' 'nsi: ИОП p01: состояние «на утверждении», а представить на утверждение можно только черновик
nsi: ИОП p03: состояние «утверждено», а представить на утверждение можно только черновик
draft'
is 'a filter takes those in the right state and says how many' 'nsi iop propose org:s161 | tail -1' 'внесено: 5  уже было внесено: 0  не тронуто: 3'
is 'again: none is no error' 'nsi iop propose org:s161' 'внесено: 0  уже было внесено: 0  не тронуто: 8'
is '--all' 'nsi iop propose --all | tail -1; nsi iop propose --all' 'внесено: 4  уже было внесено: 0  не тронуто: 8
внесено: 0  уже было внесено: 0  не тронуто: 12'
is 'approve: one protocol for all' 'nsi iop approve --all --protocol 3 | tail -1' 'внесено: 11  уже было внесено: 0  не тронуто: 1'
is 'an order later, for all who have none' 'nsi iop approve --all --order 48-о | tail -1; nsi iop approve --all --order 48-о' 'внесено: 11  уже было внесено: 0  не тронуто: 1
внесено: 0  уже было внесено: 0  не тронуто: 12'
is 'plan --all leaves them alone and counts them' 'quiet nsi iop revise p01 --reason х; nsi iop plan --all | tail -1' 'часы: 14,5  единицы: 10  часов в год: 36  планов составлено: 1  не тронуто: 11'
is 'a filter of nobody' 'nsi iop close group:uk-a person:p01' 'внесено: 0  уже было внесено: 0  не тронуто: 0'
is 'a year may be named' 'nsi iop propose p01@2027 -f csv --no-header --columns text' 'p01: ИОП на 2026/2027 представлена на утверждение'
no 'of a year without a plan' 'nsi iop propose p01 --year 2028' 'nsi: у p01 нет плана на 2027/2028'
no 'of a year without a calendar' 'nsi iop plan p01 --year 2028' 'nsi: нет календаря на 2027/2028: загрузите его'
no 'no year' 'nsi iop plan p01@x' 'nsi: «x» — не учебный год (2027 или 2026/2027)'
no 'what is wrong with many is said once' 'nsi iop return --all --reason x --on 2026-12-31' 'nsi: 31.12.2026 — позже сегодняшнего дня'
is 'sound to the end' 'nsi check' ''
finish
