#!/bin/sh
# Quanta: every step of their life, what is refused, what is undone, what is told.
. "$(dirname "$0")/lib.sh"

quiet() { "$@" >/dev/null; }
rows() { "$@" -f csv --no-header; }
q() { nsi -q quantum "$@"; }
try() { quiet nsi quantum try "$@"; }
of() { rows nsi quantum list quantum:"$1" --columns "${2:-state,trials,independent,worked}"; }
seq() { rows nsi log "$@" --columns seq | head -1; }
missing() { rows nsi quantum show "$1" --columns part,key,value | sed -n 's/^missing,//p' | paste -sd' '; }
steps() { printf '%s\n' 'format: nsi/1' 'quanta:' "  - {id: kv-novy, title: Новый, $1}" >novy.yaml; nsi -q module load novy.yaml >/dev/null; }
all='technology: kso, units: [inv-vidy], author: p01, problem: Молчат, minutes: 10, sign: Говорят, limits: Не для нового'
fresh
NSI_TODAY=2026-11-12

# ---- draft
steps 'author: p01'
is 'what has only a title is a draft' 'of kv-novy' 'draft,0,0,0'
is 'what it lacks to be described, all of it' 'missing kv-novy' 'technology,described units,described problem,described steps,described minutes,described sign,described limits,described'
is 'in words' "nsi quantum show kv-novy | grep 'не хватает' | head -2 | sed 's/  */ /g'" 'не хватает технология чтобы быть описанным, не хватает: технология
не хватает единицы чтобы быть описанным, не хватает: единицы'
is 'a trial of a draft is kept' 'try kv-novy --by p01 --on 2026-10-01 --class 7А --result worked; of kv-novy' 'draft,1,0,0'
is 'by others too' 'try kv-novy --by p02 --on 2026-10-02 --class 7А --result worked; of kv-novy' 'draft,2,1,1'
for lack in technology units author problem steps minutes sign limits; do
	line=$(printf '%s, steps: [Раз]' "$all" | sed "s/\(^\|, \)$lack: \(\[[^]]*\]\|[^,]*\)//; s/^, //")
	is "without $lack it stays a draft" "steps '$line'; of kv-novy state; missing kv-novy" "draft
$lack,described"
done

# ---- described, tried
fresh
NSI_TODAY=2026-11-12
steps 'author: p01'
try kv-novy --by p02 --on 2026-10-02 --class 7А --result worked
is 'all is there: described' "steps '$all, steps: [Раз, Два]'; of kv-novy" 'described,1,1,1'
is 'what it lacks to be tried' 'missing kv-novy' 'author_trial,tried'
is 'tried by another it is still described' 'try kv-novy --by p03 --on 2026-10-03 --class 7А --result worked; of kv-novy' 'described,2,2,2'
is 'the author has tried it' 'try kv-novy --by p01 --on 2026-10-05 --class 7А --result failed; of kv-novy' 'tried,3,2,2'
is 'as of the day before' 'of kv-novy "state,trials --on 2026-10-04" 2>/dev/null || rows nsi quantum list quantum:kv-novy --on 2026-10-04 --columns state,trials' 'described,2'
is 'what it lacks to be a sample' 'missing kv-novy' 'review,sample'
is 'reviewed: a sample' 'quiet q review kv-novy --on 2026-10-20; of kv-novy' 'sample,3,2,2'
is 'which lacks nothing' 'rows nsi quantum show kv-novy | grep -c ^missing' 0
is 'retired' 'quiet q retire kv-novy --reason "есть лучше"; of kv-novy' 'retired,3,2,2'

# ---- trials of a draft with no steps count for the first steps, not for later ones
fresh
NSI_TODAY=2026-11-12
steps 'author: p01'
try kv-novy --by p01 --on 2026-10-01 --class 7А --result worked
try kv-novy --by p02 --on 2026-10-02 --class 7А --result worked
is 'once it is described they count' "steps '$all, steps: [Раз]'; of kv-novy" 'tried,2,1,1'
is 'changed steps are another edition' "steps '$all, steps: [Раз, Два]'; of kv-novy state,trials,independent,worked,reach" 'described,0,0,0,1'
is 'changed words elsewhere are not' "steps '$all и ещё, steps: [Раз]'; of kv-novy" 'tried,2,1,1'
is 'the load undone brings the former back' "steps '$all, steps: [Три]'; of kv-novy state,trials; quiet nsi undo --last; of kv-novy state,trials" 'described,0
tried,2'

# ---- a sample: two others, one of them with success, a review; in any order
Q=kv-pary-5min
fresh
NSI_TODAY=2026-11-12
is 'described' "of $Q; missing $Q" 'described,0,0,0
author_trial,tried'
is 'a review before the trials is kept' "quiet q review $Q --on 2026-10-01; of $Q" 'described,0,0,0'
is 'two others failed' "try $Q --by p02 --on 2026-10-07 --class 7А --result failed; try $Q --by p03 --on 2026-10-07 --class 7А --result 'не получилось'; of $Q state,trials,independent,worked,failed" 'described,2,2,0,2'
is 'the author tried it: no sample, it worked with nobody' "try $Q --by p01 --on 2026-10-07 --class 7А --result получилось; of $Q; missing $Q" 'tried,3,2,0
worked,sample'
is 'the author twice is not independent' "try $Q --by p01 --on 2026-10-08 --class 7А --result worked; of $Q" 'tried,4,2,0'
is 'changed is not worked' "try $Q --by p02 --on 2026-10-09 --class 7А --result изменил --changed 'короче'; of $Q" 'tried,5,2,0'
is 'the same person counts once, and now it worked' "try $Q --by p02 --on 2026-10-10 --class 7А --result worked; of $Q" 'sample,6,2,1'
is 'a failed trial lowers nothing and is shown' "try $Q --by p04 --on 2026-10-11 --class 7А --result failed; of $Q state,independent,worked,failed,share; rows nsi quantum show $Q --columns key,on,by,value | grep p04" 'sample,3,1,3,0.333
try,2026-10-11,p04,failed'
is 'since the day on which all was there' "rows nsi quantum list quantum:$Q --on 2026-10-09 --columns state; rows nsi quantum list quantum:$Q --on 2026-10-10 --columns state" 'tried
sample'
is 'a target of samples counts it' "rows nsi report targets образцы --columns fact; rows nsi report targets образцы --columns fact --on 2026-10-09" '1
0'
is 'retired it is no sample any more' "quiet q retire $Q; of $Q state; rows nsi report targets образцы --columns fact" 'retired
0'
is 'one other person twice is one' "try kv-abzac-text --by p02 --class 5А --result worked; for d in 01 02 03; do try kv-abzac-text --by p04 --on 2026-10-\$d --class 5А --result worked; done; quiet q review kv-abzac-text; of kv-abzac-text; missing kv-abzac-text" 'tried,4,1,1
independent,sample'

# ---- retired
no 'a retired one is not tried' "nsi quantum try $Q --by p05 --class 7А --result worked" "nsi: $Q снят 12.11.2026: на 12.11.2026 он уже не применяется"
no 'nor shown' "nsi quantum pass $Q --from p01 --to p05" "nsi: $Q снят 12.11.2026: на 12.11.2026 он уже не применяется"
no 'nor adopted' "nsi quantum adopt $Q --by p02 --class 7А --since today" "nsi: $Q снят 12.11.2026: на 12.11.2026 он уже не применяется"
no 'nor reviewed' "nsi quantum review $Q" "nsi: $Q снят 12.11.2026: на 12.11.2026 он уже не применяется"
no 'nor retired twice' "nsi quantum retire $Q" "nsi: $Q снят 12.11.2026: на 12.11.2026 он уже не применяется"
is 'what was before that day may still be entered' "try $Q --by p05 --on 2026-11-11 --class 7А --result worked; of $Q" 'retired,8,4,2'
no 'not before what was done since' "quiet nsi undo \$(seq verb:retire); nsi quantum retire $Q --on 2026-10-10" "nsi: $Q снят 10.10.2026: на 11.10.2026 он уже не применяется
nsi: $Q снят 10.10.2026: на 11.11.2026 он уже не применяется"
is 'changed steps begin a new life' "quiet q retire $Q; sed 's/Учитель называет один вопрос/Учитель называет два вопроса/' '$ROOT/examples/school-161/kvanty.yaml' >kvanty.yaml; quiet nsi -q module load kvanty.yaml; of $Q state; try $Q --by p05 --class 7А --result worked; of $Q" 'described
described,1,1,1'
no 'only a sample is retired: described' 'nsi quantum retire kv-3-stancii' 'nsi: kv-3-stancii на 12.11.2026 не образец: снимают только образцы (чего не хватает: nsi quantum show kv-3-stancii)'
no 'in English' 'nsi --lang en quantum retire kv-3-stancii' 'nsi: kv-3-stancii is no sample on 2026-11-12: only a sample is retired (nsi quantum show kv-3-stancii says what it lacks)'

# ---- who reviews
fresh
NSI_TODAY=2026-11-12
no 'the author does not review his own, methodist or not' 'nsi --as p08 quantum review kv-list-samoocenki' 'nsi: никто не рассматривает свой квант: p08 — автор kv-list-samoocenki'
no 'nor one who is no methodist' 'nsi --as p02 quantum review kv-list-samoocenki' 'nsi: p02 — не методист: kv-list-samoocenki рассматривает методист'
ok 'a methodist who is not its author does' nsi --as p10 quantum review kv-list-samoocenki
ok 'the actor methodist does' nsi quantum review kv-list-samoocenki
ok 'who was made a methodist does' sh -c 'nsi iop set p02 roles=methodist && nsi --as p02 quantum review kv-list-samoocenki'
no 'and no more when he is none' 'quiet nsi iop set p02 roles=; nsi --as p02 quantum review kv-3-stancii' 'nsi: p02 — не методист: kv-3-stancii рассматривает методист'

# ---- trials
no 'not tomorrow' "nsi quantum try $Q --by p02 --on 2026-11-13 --class 7А --result worked" 'nsi: 13.11.2026 — позже сегодняшнего дня'
no 'nobody who takes no part' "nsi quantum try $Q --by p02 --on 2026-08-01 --class 7А --result worked" 'nsi: p02 на 01.08.2026 не состоит в программе'
no 'no such quantum' "nsi quantum try kv-pary-5 --by p02 --class 7А --result worked" 'nsi: не найдено: квант «kv-pary-5» (может быть, kv-pary-5min?)'
exit=2 no 'no such result' "nsi quantum try $Q --by p02 --class 7А --result done" 'nsi: --result RESULT: «done» не подходит, есть: worked (получилось), changed (изменил), failed (не получилось); см. «nsi help quantum try»'
is 'as a meeting names it' "try q:$Q --by p02 --class 7А --result worked; of $Q trials" 1
for bad in 25/24 9 9/0 /9 9/ a/b 9/24/2 -1/4 ' 9/24' 9/24x 9,5/24 123456/999999; do
	no "no measure: $bad" "nsi quantum try $Q --by p02 --class 7А --result worked --before '$bad' --after 9/24" "nsi: $Q: $bad — не мера: 9/24 — это девять учеников из двадцати четырёх"
done
no 'before without after' "nsi quantum try $Q --by p02 --class 7А --result worked --before 9/24" "nsi: $Q: «было» и «стало» указывают вместе: 9/24 и 17/24"
ok 'all of all is a measure, none of all too' nsi quantum try $Q --by p04 --class 7А --result worked --before 0/24 --after 24/24
no 'a class is of lessons only' 'nsi quantum try kv-chas-zaprosa --by p06 --class 7А --result worked' 'nsi: kv-chas-zaprosa — не для урока: класса, «было» и «стало» у него нет'
no 'a measure too' 'nsi quantum try kv-chas-zaprosa --by p06 --result worked --before 1/4 --after 2/4' 'nsi: kv-chas-zaprosa — не для урока: класса, «было» и «стало» у него нет'
ok 'without it a team tries its own' nsi quantum try kv-chas-zaprosa --by p06 --result worked
is 'what was changed is private' "try $Q --by p05 --class 7А --result изменил --changed 'сократил до трёх минут'; grep -c 'сократил' nsi.db; nsi log quantum:$Q person:p05 | grep -c 'изменил: сократил до'; nsi log quantum:$Q person:p05 --names | grep -c 'изменил: сократил до трёх минут'" '0
0
1'

# ---- from a sheet, as teachers keep it
printf 'Квант;Кто;Дата;Класс;Результат;Что изменено;Было;Стало\r\nkv-abzac-text;p04;05.10.2026;5А;получилось;;9/24;17/24\r\nkv-abzac-text;р09;06.10.2026;5Б;изменил;короче;;\r\nkv-abzac-text;p10;07.10.2026;5В;не получилось;;;\r\n' | iconv -f utf-8 -t cp1251 >proby.csv
is 'Russian headers and words, cp1251' 'q try --from proby.csv --dry-run --columns change,person -f csv --no-header; nsi quantum try --from proby.csv | tail -1; of kv-abzac-text' '+,p04
+,p09
+,p10
внесено: 3  уже было внесено: 0
described,3,3,1'
is 'again it stands already' 'nsi quantum try --from proby.csv' 'внесено: 0  уже было внесено: 3'
printf 'quantum,person,on,class,result\nkv-abzac-text,p04,2026-11-13,5А,worked\nkv-nope,p04,2026-11-01,5А,worked\n' >bad.csv
no 'wrong rows are told with their places' 'nsi quantum try --from bad.csv' 'nsi: bad.csv:3: не найдено: квант «kv-nope»'
no 'each by its line' 'sed -i 3d bad.csv; nsi quantum try --from bad.csv' 'nsi: bad.csv:2: 13.11.2026 — позже сегодняшнего дня'

# ---- passing on: shown, then tried
fresh
NSI_TODAY=2026-11-12
ok 'the author shows it, though he has not tried it' nsi quantum pass $Q --from p01 --to p02,p03 --session sg-1@2026-11-03 --on 2026-11-03
is 'it is in the log, with its session' "rows nsi log verb:pass --columns person,session,quantum,data | sed 's/\"\"steps\"\":\"\"[0-9a-f]*\"\",//'" "p02,sg-1@2026-11-03,$Q,\"{\"\"author\"\":1,\"\"with\"\":\"\"p01\"\"}\"
p03,sg-1@2026-11-03,$Q,\"{\"\"author\"\":1,\"\"with\"\":\"\"p01\"\"}\""
is 'a session by any of its names, and on its day' "rows nsi quantum pass $Q --from p01 --to p05 --session last --dry-run --columns on,text; rows nsi quantum pass $Q --from p01 --to p05 --session sg-1@03.11 --on 2026-11-04 --dry-run --columns on,text" "2026-11-09,\"$Q: показан, p01 → p05, metodsovet@2026-11-09\"
2026-11-04,\"$Q: показан, p01 → p05, sg-1@2026-11-03\""
no 'not one that there is not' "nsi quantum pass $Q --from p01 --to p05 --session nope" 'nsi: не найдено: занятие или событие «nope»'
is 'one that was not planned too' "rows nsi quantum pass $Q --from p01 --to p05 --session all@2026-11-04 --dry-run --columns on,text" "2026-11-12,\"$Q: показан, p01 → p05, all@2026-11-04\""
is 'shown is not yet passed on' "of $Q reach,depth" 0,0
is 'tried by who received it: a chain of one' "try $Q --by p02 --on 2026-11-04 --class 7А --result failed; of $Q reach,depth" 1,1
no 'who has not tried it shows it to nobody' "nsi quantum pass $Q --from p03 --to p04" "nsi: p03 — не автор $Q и к 12.11.2026 его не пробовал"
no 'nor before his trial' "nsi quantum pass $Q --from p02 --to p04 --on 2026-11-03" "nsi: p02 — не автор $Q и к 03.11.2026 его не пробовал"
no 'nobody shows it to himself' "nsi quantum pass $Q --from p02 --to p02" "nsi: никто не показывает $Q сам себе: p02"
is 'handed on it is a chain of two' "quiet q pass $Q --from p02 --to p04 --on 2026-11-05; try $Q --by p04 --on 2026-11-05 --class 7А --result worked; of $Q reach,depth,schools,days" 2,2,1,
is 'who tried it before it was shown to him has it from nobody' "try $Q --by p09 --on 2026-11-01 --class 7А --result worked; quiet q pass $Q --from p04 --to p09 --on 2026-11-06; try $Q --by p09 --on 2026-11-07 --class 7А --result worked; of $Q reach,depth,schools" 3,2,2
is 'a circle has an end' "quiet q pass $Q --from p04 --to p02 --on 2026-11-08; quiet q pass $Q --from p02 --to p01 --on 2026-11-08; of $Q depth" 2
is 'days from the first trial of the author to that of another' "try $Q --by p01 --on 2026-10-20 --class 7А --result worked; of $Q days" 12
no 'the giver takes part' "quiet nsi iop leave p02 --on 2026-11-10 --reason переезд; nsi quantum pass $Q --from p02 --to p05" 'nsi: p02 на 12.11.2026 не участвует в программе'
no 'the receiver too' "nsi quantum pass $Q --from p01 --to p02" 'nsi: p02 к 12.11.2026 уже не участвует в программе'

# ---- adopted
no 'who has not tried it does not use it regularly' "nsi quantum adopt $Q --by p05 --class 7А --since today" "nsi: p05 к 12.11.2026 ещё не пробовал $Q"
no 'nor before he tried it' "nsi quantum adopt $Q --by p04 --class 7А --since 2026-11-01" "nsi: p04 к 01.11.2026 ещё не пробовал $Q"
no 'of a lesson the class is told' "nsi quantum adopt $Q --by p04 --since 2026-11-06" "nsi: $Q: в каком классе? укажите --class"
is 'each class counts' "quiet q adopt $Q --by p04 --class 7А --since 2026-11-06; quiet q adopt $Q --by p04 --class 7Б --since 2026-11-06; of $Q adopted" 2
is 'once' "nsi quantum adopt $Q --by p04 --class 7А --since 2026-11-06; of $Q adopted" 'внесено: 0  уже было внесено: 1
2'

# ---- who leaves
is 'quanta that only he tried hang on him' "try kv-3-stancii --by p05 --on 2026-11-11 --class 3А --result worked; rows nsi iop leave p05 --on today --reason x --dry-run | grep quantum; rows nsi iop leave p04 --on today --reason x --dry-run | grep -c quantum" '~,quantum,kv-3-stancii,Три станции на уроке окружающего мира
0'

# ---- undone
fresh
NSI_TODAY=2026-11-12
try $Q --by p01 --on 2026-10-01 --class 7А --result worked
try $Q --by p02 --on 2026-10-02 --class 7А --result worked
try $Q --by p03 --on 2026-10-03 --class 7А --result worked
is 'a trial' "of $Q; quiet nsi undo --last; of $Q; quiet nsi redo; of $Q" 'tried,3,2,2
tried,2,1,1
tried,3,2,2'
is 'a review' "quiet q review $Q; of $Q state; quiet nsi undo --last; of $Q state; quiet nsi redo; of $Q state" 'sample
tried
sample'
is 'a retirement' "quiet q retire $Q; quiet nsi undo --last; of $Q state; quiet nsi redo; of $Q state" 'sample
retired'
no 'not the review of what is retired' "nsi undo $(seq verb:review)" "nsi: $Q снят 12.11.2026, а тогда он и образцом не был бы
nsi: на это опираются другие записи; отменить все вместе: nsi undo $(seq verb:review) $(seq verb:retire)"
no 'nor a trial that it needs' "nsi undo $(seq verb:try person:p01)" "nsi: $Q снят 12.11.2026, а тогда он и образцом не был бы
nsi: на это опираются другие записи; отменить все вместе: nsi undo $(seq verb:try person:p01) $(seq verb:retire)"
is 'both together' "quiet nsi undo $(seq verb:retire) $(seq verb:review); of $Q state" tried
quiet q pass $Q --from p02 --to p04
quiet q adopt $Q --by p02 --class 7А --since 2026-10-05
no 'nor the trial of who showed it and uses it' "nsi undo $(seq verb:try person:p02)" "nsi: p02 — не автор $Q и к 12.11.2026 его не пробовал
nsi: p02 к 05.10.2026 ещё не пробовал $Q
nsi: на это опираются другие записи; отменить все вместе: nsi undo $(seq verb:try person:p02) $(seq verb:pass) $(seq verb:adopt)"
no 'who tried something has not left before' 'nsi iop leave p03 --on 2026-10-02 --reason x' 'nsi: p03 к 03.10.2026 уже не участвует в программе'
is 'all of it derives from the journal' 'nsi check' ''

# ---- the list and its filters
fresh
NSI_TODAY=2026-11-12
quiet nsi quantum try --from "$ROOT/examples/school-161/kvanty-proby.csv"
quiet q review $Q
is 'the example has a sample with two independent trials' "of $Q state,trials,independent" sample,3,2
keys='quantum,title,technology,units,author,state,trials,independent,worked,reach,depth'
is 'the keys of the contract' 'nsi quantum list -f csv | head -1' "$keys"
is 'by state' 'rows nsi quantum list state:образец,draft --columns quantum' $Q
is 'by technology, unit, module, kind, author' "for f in tech:events unit:pary-voz module:rotacia kind:management person:p02; do rows nsi quantum list \$f --columns quantum | paste -sd' '; done" 'kv-vopros-sobytia kv-list-samoocenki
kv-zapusk-6
kv-3-stancii
kv-chas-zaprosa
kv-abzac-text'
is 'who tried it counts as well' "rows nsi quantum list person:p09 --columns quantum | paste -sd' '" "$Q kv-instr-bez-menya"
is 'by a word, and by the school of the author' "rows nsi quantum list станции --columns quantum; rows nsi quantum list org:net-a --columns quantum | wc -l" 'kv-3-stancii
0'
exit=2 no 'what it can be filtered by is told' 'nsi quantum list +late' 'nsi: «+late»: такого условия у этого вопроса нет; есть kind:… module:… org:… person:… quantum:… СЛОВО state:… tech:… unit:…'
is 'the whole of one, for scripts' "nsi quantum show kv-chas-zaprosa -f csv | grep -v ^definition" 'part,key,on,by,value
state,state,,,tried
state,trials,,,1
state,independent,,,0
state,worked,,,0
state,failed,,,0
state,reach,,,0
state,depth,,,0
state,schools,,,1
state,adopted,,,0
missing,independent,,,sample
missing,worked,,,sample
missing,review,,,sample
journal,try,2026-10-08,p06,worked'
no 'of none' 'nsi quantum show kv-x' 'nsi: не найдено: квант «kv-x»'
finish
