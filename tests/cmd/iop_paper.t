#!/bin/sh
# Individual programmes as they are printed: every block, names and private texts by the rule for paper, a closed year as it was.
. "$(dirname "$0")/lib.sh"

quiet() { "$@" >/dev/null; }
rows() { "$@" -f csv --no-header; }
# bare FILE: the page without its colours
bare() { sed '/^<style>$/,/^<\/style>$/d' "$@"; }
school
quiet nsi -C "$T/school" iop mark --from "$ROOT/examples/school-161/marks-autumn.csv"
fresh
printf 'ФИО;Код\nГречкина Овсяна Пшеновна;p06\nКукурузин Початок Зернович;p07\n' >../list.csv
quiet nsi -q iop enrol ../list.csv --yes
quiet nsi iop set p06 curator=p02 mentor=p07
quiet nsi iop request add p06 'как посадить двенадцать' --unit И2,О1
number=$(rows nsi iop request list --columns request)
printf 'person,block,text\np06,goal,"вести пары\n<b>без карточки</b>"\np06,tasks,три занятия\np06,deficits,не держу время\np06,reflection,стало легче\np06,self_rating,4 из 5\n' >../f.csv
quiet nsi iop fill ../f.csv
quiet nsi iop revise p06 --reason 'новый класс'
quiet nsi iop plan p06
quiet nsi iop propose p06
quiet nsi iop approve p06 --body 'методический совет' --protocol 4 --on 2026-11-11
quiet nsi iop approve p06 --order 61-о

# ---- the page
texts='без карточки|три занятия|не держу время|стало легче|4 из 5|двенадцать|новый класс'
ok 'a page' nsi report iop p06 -o ../p06.html
is 'the same on standard output' 'nsi report iop p06 -f html | cmp - ../p06.html' ''
is 'all blocks, numbered' 'grep -o "<h2>[^<]*" ../p06.html | cut -c5-' '1. Участник
2. Диагностика
3. Цель, задачи, ожидаемый результат
4. Дорожная карта
5. Сопровождение
6. Что я отдаю
7. Рефлексия
8. Согласование и утверждение
9. Редакция'
is 'nothing in it runs or is fetched' 'grep -niE "<script|<link|<img|src=|@import|url\(|http" ../p06.html' ''
is 'tables have captions and heads' 'a=$(grep -o "<table" ../p06.html | wc -l); b=$(grep -o "<caption>" ../p06.html | wc -l); c=$(grep -o "scope=\"col\"" ../p06.html | wc -l); echo $a $b $c' '4 4 19'
is 'whose it is stands in the margin of each page' 'grep -o "content:\"p06[^\"]*" ../p06.html' 'content:"p06 · 2026/2027'
is 'codes alone, and lines instead of what he wrote' "grep -cE 'Гречкин|Кукурузин|служебного|$texts' ../p06.html" 0
is 'with --names they stand there, and a line that says for whose eyes' "nsi report iop p06 -f html --names | grep -oE 'Гречкина О[^<]*|Кукурузин[^<]*|для служебного пользования|$texts' | sort | uniq -c | sed 's/^ *//'" '1 4 из 5
6 Гречкина О. П.
2 Гречкина Овсяна Пшеновна
1 Гречкина Овсяна Пшеновна · 2026/2027
1 Кукурузин П. З.
1 без карточки
1 двенадцать
2 для служебного пользования
1 не держу время
1 новый класс
1 стало легче
1 три занятия'
is 'lines are lines, and no markup' 'nsi report iop p06 -f html --names | grep -o "вести пары<br>&lt;b&gt;без"' 'вести пары<br>&lt;b&gt;без'
is 'an order that came later belongs to its approval' "bare ../p06.html | sed -n '/Кем рассмотрена/,/<\/table>/p' | sed 's/<[^>]*>/|/g' | tr -s '|' | grep методический" '|методический совет|1|1|01.09.2026|45-о|
|методический совет|2|4|11.11.2026|61-о|'
cp -R . ../next
is 'an edition that nobody has approved yet has a row to write in' 'cd ../next; blank() { nsi report iop p06 -f html | sed -n "/Кем рассмотрена/,/<\\/table>/p" | grep -c "<td role=\"cell\" class=\"blank\""; }; blank; quiet nsi iop revise p06 --reason ещё; blank' '0
1'
rm -rf ../next
ok 'or by the setting for paper' nsi config names.print on
is 'which is for this paper, and for no other file' "nsi report iop p06 -f html | grep -cE 'Гречкина|$texts'; nsi report iop p06 -f csv | grep -cE 'Гречкин|$texts'; nsi report iop p06 -f md | grep -cE 'Гречкин|$texts'" '16
0
0'
is 'nobody who has not agreed in public, and none of the texts' "nsi report iop p06 -f html --public | grep -cE 'Гречкин|Кукурузин|служебного|$texts'" 0
is 'who may not read the private file gets lines' "mv nsi-private.db ../p; nsi report iop p06 -f html | cmp - ../p06.html; mv ../p nsi-private.db" ''
quiet nsi config names.print off
is 'of everybody: each begins a page' 'nsi report iop --all -f html >../all.html; grep -c "<section class=\"iop p" ../all.html; grep -o "<h1>" ../all.html | wc -l; grep -o "page:p[0-9]*" ../all.html | sort -u | wc -l' '12
12
12'
is 'into a folder: a page for each' 'nsi report iop --all -o ../papers; ls ../papers | paste -sd" "; nsi report iop p06 -f html | cmp - ../papers/p06.html; nsi report iop --all -f csv -o ../papers; sed -n 2p ../papers/p12.csv' 'p01.html p02.html p03.html p04.html p05.html p06.html p07.html p08.html p09.html p10.html p11.html p12.html
p12,participant,post,учитель математики,,,,'
if [ -f "$BUILD/plugin/format-xlsx.so" ]; then
	is 'as a workbook: a sheet for each, with the line below' 'nsi report iop p06,p07,net-a/p09 --names -o ../iop.xlsx; python3 "$ROOT/tests/cmd/book.py" ../iop.xlsx | cut -f1 | grep -x "p[0-9]*" | uniq; python3 "$ROOT/tests/cmd/book.py" ../iop.xlsx | grep -c "для служебного"; nsi iop form p06 p07 -o ../form.xlsx; python3 "$ROOT/tests/cmd/book.py" ../form.xlsx | cut -f1 | uniq | wc -l' 'p06
p07
p09
3
1'
fi
is 'what is empty is lines to write on' 'nsi report iop p10 -f html | grep -o "class=\"lines" | wc -l' 12
is 'in the language of who asks' 'nsi --lang en report iop p06 -f html | grep -o "<html lang=\"..\">\|<h2>[1-3][^<]*"' '<html lang="en">
<h2>1. Participant
<h2>2. Diagnosis
<h2>3. Goal, tasks, expected result'
is 'nobody has one' 'rows nsi iop enrol --name "Рисов П. З." --org s161 --columns person; nsi report iop p13 -f html | grep -c "ни у кого нет ИОП"' 'p13
1'
page() { nsi report iop p06 -f html --names | bare | sed "s/№ $number/№ N/g"; }
same iop.html page

# ---- as rows it is as before
is 'rows as before' 'nsi report iop p07 -f csv | head -1; rows nsi report iop p07 --columns block | uniq -c | sed "s/^ *//"' 'person,block,item,text,way,with,due,done
4 participant
11 roadmap
1 events
1 approval'
is 'more of each step for who asks' 'rows nsi report iop p06 --columns item,detail,hours,held,why,presented | grep "^И[14],"' 'И1,карта наблюдения одного занятия,1.5,mastered,invariant,observation
И4,"инструкция, опробованная коллегой",2,mastered,invariant,product'
is 'why there is a next edition' 'rows nsi report iop p06 --columns block,item,done | tail -1; nsi report iop p06 -f md --names | grep -c "новый класс"' 'edition,2,2026-11-12
1'

# ---- a closed year
NSI_TODAY=2027-07-01
show() { for p in p06 p07; do for f in html csv json; do nsi report iop $p --year 2027 -f $f --names; done; done; nsi report iop --all --year 2027 -f html; nsi report iop --all --year 2027 -f csv --columns person,block,item,text,way,with,due,done,detail,hours,held,why,evidence,presented,protocol,order; }
show >../before
quiet nsi year close 2027
is 'closed it is what it was' 'show | cmp - ../before; [ -s ../before ] || echo empty' ''
cp -R . ../shut
is 'one of it is kept for each who has one' "rows nsi log verb:snapshot --columns text | grep -c '(iop)'" 12
is 'the journal has no word of what he wrote' "strings -e S nsi.db | grep -cE '$texts'" 0
is 'any day of it shows that' 'nsi report iop p07 --on 2026-10-10 -f html --names >../a; nsi report iop p07 --year 2027 -f html --names | cmp - ../a' ''
quiet nsi iop credit p07 П2 --reason курсы --on 2027-05-01
quiet nsi iop credit p06 И6 --reason курсы --evidence удостоверение --on 2027-05-01
quiet nsi iop transfer p07 net-a
quiet nsi iop leave p04 --on 2027-06-01 --reason переезд
quiet nsi iop set p06 curator=p03
quiet nsi iop reopen p06@2027
quiet nsi iop mark p06 И7 mastered --with p08 --on 2027-06-01
cp -R "$ROOT/examples/school-161" ../ex
sed -i 's/label: И1/label: Ю1/; s/hours: 1.5, after: \[\], methods: \[paragraph_study/hours: 2.5, after: [], methods: [paragraph_study/; s/Признаки/Приметы/; s/карта наблюдения/лист наблюдения/' ../ex/programma.yaml
sed -i 's/short: "Школа 161"/short: "Ш161"/' ../ex/organizacii.yaml
sed -i 's/учитель информатики/учитель химии/' ../ex/pedagogi.yaml
sed -i 's/Занятие сводной/Встреча сводной/' ../ex/god-2027/*.yaml
is 'a load that renames' 'nsi -q module load ../ex -f csv --no-header --columns object | sort -u' 'event
org
participant
unit'
quiet nsi iop revise p06@2027 --reason 'ещё раз'
quiet nsi iop plan p06@2027
is 'after transfers, editions, late marks, renamed units, a new plan: the same bytes' 'show | cmp - ../before' ''
cd ../shut || exit 1
quiet nsi undo --last
quiet nsi -q module load ../ex
is 'when the closing is undone it is what is now' 'rows nsi report iop p06 --year 2027 --columns detail | grep -c Ш161; nsi report iop p06 --year 2027 -f html | grep -c "Встреча сводной"' '1
2'
ok 'nothing is amiss' nsi check
quiet nsi iop revise p10 --reason заново
quiet nsi iop plan p10
quiet nsi iop propose p10
quiet nsi iop approve p10 --protocol 7
is 'an approval that names no body leaves room for one, and no empty heading' 'nsi report iop p10 -f html >../p10.html && grep -c "rowheader\" scope=\"row\"></th>" ../p10.html' 0
finish
