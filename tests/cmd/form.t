#!/bin/sh
# What people write for their programmes: the form goes out, comes back filled, stays private.
. "$(dirname "$0")/lib.sh"

quiet() { "$@" >/dev/null; }
fresh

is 'the form of one' 'nsi iop form p07 -f csv' 'person,block,text
p07,goal,
p07,tasks,
p07,deficits,
p07,self_rating,
p07,reflection,'
is 'of a filter, of everybody' 'nsi iop form org:net-b -f csv --columns person --no-header | sort -u; nsi iop form --all -f csv --no-header | wc -l' 'p11
p12
60'
exit=2 no 'of whom must be said' 'nsi iop form' 'nsi: скажите, кто: коды, условие вроде org:s161 или --all'
exit=2 no 'everybody and somebody' 'nsi iop form p07 --all' 'nsi: либо --all, либо PERSON..., но не вместе; см. «nsi help iop form»'
is 'the manual says --all once' 'sed -n "/^.Ss form/,/^.Ss fill/p" "$ROOT/man/nsi-iop.1" | grep -c "Fl -all"' 1
is 'into a folder: a file for each' 'nsi iop form org:net-b -f csv -o forms; ls forms; nsi iop form p07 -f csv -o forms; ls forms | wc -l' 'p11.csv
p12.csv
3'
cat >one.csv <<'END'
person,block,text
p07,goal,Научиться вести пары
p07,самооценка,"4 из 5
=вторая строка"
p07,reflection,
END
printf 'Педагог;Раздел;Текст\np04;Цель;Понять\n' >two.csv
printf 'person,block,text\np05,goal,x\np99,цель,y\np05,цели,z\n' >bad.csv
before=$(sqlite3 nsi.db 'SELECT max(seq) FROM entry')
is 'all or none, wrong cells named' 'nsi iop fill one.csv bad.csv 2>&1 | sed "s/, есть.*//"' 'nsi: bad.csv:3: не найдено: педагог «p99» (может быть, p09?)
nsi: bad.csv:4: раздел: «цели» не подходит'
is 'a trial writes nothing' 'nsi iop fill one.csv two.csv --dry-run -f csv --columns change,person; sqlite3 nsi.db "SELECT max(seq) FROM entry"' "change,person
+,p07
+,p07
+,p04
$before"
is 'filled ones are read' 'nsi iop fill one.csv two.csv -f csv --columns person,text' 'person,text
p07,p07: цель на 2026/2027: …
p07,p07: самооценка на 2026/2027: …
p04,p04: цель на 2026/2027: …'
is 'twice they are nothing new' 'nsi iop fill one.csv two.csv -f json' '[
{"summary": true, "said": 0, "same": 3}
]'
is 'what is written stays in the private file' 'strings -e S nsi.db | grep -c "вести пары"; strings -e S nsi-private.db | grep -c "вести пары"' '0
1'
is 'and is read by who may' 'nsi iop form p07 -f csv | grep -c пары; nsi iop form p07 --names -f json | grep -c "вести пары"' '0
1'
if [ -f "$BUILD/plugin/format-xlsx.so" ] && [ -f "$BUILD/plugin/reader-xlsx.so" ]; then
	is 'as workbooks' 'nsi iop form p07 p04 -o books --names; ls books; python3 "$ROOT/tests/cmd/book.py" books/p04.xlsx | awk -F"\t" "\$2 ~ /[BC]2/ { print \$4 }"' 'p04.xlsx
p07.xlsx
цель
Понять'
	is 'which come back, with their lines' 'nsi iop fill books/*.xlsx -f json' '[
{"summary": true, "said": 0, "same": 3}
]'
	printf 'ФИО;Код\nГречкина Овсяна Пшеновна;p04\nКукурузин Початок Зернович;p07\n' >list.csv
	quiet nsi -q iop enrol list.csv --yes
	is 'with names beside the codes they come back too' 'nsi iop form p07 p04 -o books --names; python3 "$ROOT/tests/cmd/book.py" books/p04.xlsx | grep -c "p04 Гречкина О. П."; nsi iop fill books/*.xlsx -f json' '5
[
{"summary": true, "said": 0, "same": 3}
]'
fi
printf 'person,block,text\np04 (Гречкина),tasks,x\nП. З. Кукурузин,tasks,y\np05 Неизвестно Кто,tasks,z\n' >named.csv
is 'a name beside the code is no second person' 'nsi -q iop fill named.csv --dry-run -f csv --columns person' 'person
p04
p07
p05'
printf 'person,block,text\np04 Кукурузин П. З.,tasks,x\n' >named.csv
no 'but the name of somebody else is refused' 'nsi -q iop fill named.csv' 'nsi: named.csv:2: рядом с кодом p04 стоит чужое имя'
printf 'person,block,text\np04,goal,x\np07,goal,y\np04,цель,z\n' >twice.csv
no 'a block that stands twice' 'nsi -q iop fill twice.csv' 'nsi: twice.csv:4: p04: цель — дважды'
no 'also in two files' 'head -2 twice.csv >first.csv; printf "person,block,text\np04,goal,z\n" >last.csv; nsi -q iop fill first.csv one.csv last.csv' 'nsi: last.csv:2: p04: цель — дважды'

# ---- for a text editor
same form.yaml nsi iop form p04 --names -f yaml
is 'without --names the words are not there' 'nsi iop form p04 -f yaml | grep -c Понять; nsi config names.print on >/dev/null; nsi iop form p04 -o p04.yaml; grep -c Понять p04.yaml; nsi config names.print off >/dev/null' '0
0'
is 'a file for each, blank: they say nothing' 'nsi iop form --all -f yaml -o texts; ls texts | wc -l; nsi iop fill texts/*.yaml -f json' '12
[
{"summary": true, "said": 0, "same": 0}
]'
is 'one file of all: with names it says what stands there' 'nsi iop form --all --names -o all.yml; grep -c "^- педагог: p" all.yml; nsi iop fill all.yml -f json; stat -c %a all.yml' '12
[
{"summary": true, "said": 0, "same": 3}
]
600'
cat >mine.yaml <<'END'
# как человек пишет
Педагог: р09
цель: |
  Вести пары:
    без карточки

  и "без" подсказки
ЗАДАЧИ:
  - раз
  - два
self-rating: 4 из 5
рефлексия:
END
is 'filled by hand: words of either language, looks of letters do not matter' 'nsi iop fill mine.yaml -f csv --columns person,text; nsi iop form p09 --names -f csv' 'person,text
p09,p09: цель на 2026/2027: …
p09,p09: задачи на 2026/2027: …
p09,p09: самооценка на 2026/2027: …
person,name,block,text
p09,,goal,"Вести пары:
  без карточки

и ""без"" подсказки"
p09,,tasks,"раз
два"
p09,,deficits,
p09,,self_rating,4 из 5
p09,,reflection,'
is 'equal in whatever form it comes back is nothing new' 'nsi iop form p09 --names -o back.yaml; nsi iop form p09 --names -f csv -o back.csv; nsi iop fill back.yaml back.csv -f json | grep -o "\"said.*"' '"said": 0, "same": 6}'
printf 'person,block,text\np09,goal," \n  отступ\t\nи \\ \"" \342\200\250конец \n"\np09,deficits,=1+1\np09,reflection,"# - {x: [y]}"\n' >hard.csv
quiet nsi iop fill hard.csv
is 'whatever was written comes back from YAML' 'nsi iop form p09 --names -f csv >a; nsi iop form p09 --names -o hard.yaml; quiet nsi undo --last; quiet nsi iop fill hard.yaml; nsi iop form p09 --names -f csv | cmp - a; grep -c "конец" a' '1'
is 'an editor that saves a text as .txt' 'nsi iop form p09 --names -f yaml >p09.txt; { printf "\\357\\273\\277"; sed "s/$/\\r/" p09.txt; } >p09.yaml.txt; printf "person\tblock\ttext\np09\tgoal\tпо столбцам\n" >unicode.txt; nsi iop fill p09.txt -f json | grep -o "\"said.*"; nsi iop fill p09.yaml.txt -f json | grep -o "\"said.*"; nsi iop fill unicode.txt --dry-run -f json | grep -o "\"said.*"' '"said": 0, "same": 5}
"said": 0, "same": 5}
"said": 1, "same": 0}'
exit=2 no 'a form has no columns to choose' 'nsi iop form p09 -f yaml --columns text' 'nsi: yaml — форма целиком: --columns, --sort и --limit к ней не относятся'
# wrong NAME 'YAML' MESSAGE
wrong() { printf -- "$2" >w.yaml; no "$1" 'nsi iop fill w.yaml' "$3"; }
wrong 'an unknown word' 'педагог: p07\nцели: раз\nцель: два\nгод: 2027\n' 'nsi: w.yaml:2:1: раздел: «цели» не подходит, есть: goal (цель), tasks (задачи), deficits (дефициты), self_rating (самооценка), reflection (рефлексия)'
wrong 'of nobody' '- педагог: p07\n  цель: раз\n- цель: два\n' 'nsi: w.yaml:3:3: не указано «person» (кто)'
wrong 'of somebody who is not there' 'педагог: p99\nгод: 2027\nцель: два\nзадачи: три\n' 'nsi: w.yaml:1:1: не найдено: педагог «p99» (может быть, p09?)'
wrong 'of no year' '- педагог: p07\n  год: 20a7\n  цель: раз\n- педагог: p04\n  год: x\n  цель: два\n' 'nsi: w.yaml:2:3: «20a7» — не учебный год (2027 или 2026/2027)
nsi: w.yaml:5:3: «x» — не учебный год (2027 или 2026/2027)'
wrong 'words behind the line' 'педагог: p07\nцель: | вести пары\n' 'nsi: w.yaml:2:9: за «|» и «>» ничего не пишут: текст начинается со следующей строки, отступив два пробела вправо'
wrong 'twice' 'педагог: p07\nцель: раз\nцель: два\n' 'nsi: w.yaml:3:1: цель стоит дважды, первый раз в строке 2'
wrong 'no text' 'педагог: p07\nцель: {раз: два}\n' 'nsi: w.yaml:2:7: здесь должен стоять текст'
wrong 'nothing' '' 'nsi: w.yaml:1:1: файл пуст'
wrong 'no form' 'просто слова\n' 'nsi: w.yaml:1:1: здесь должны стоять слова с текстами, как «цель: …»'
is 'of all of that nothing was kept' 'nsi iop form p07 --names -f csv | grep -c "раз\|два"' 0

# ---- with the programme itself
is 'below the programme: who may read it sees what was written' 'nsi iop show p09 --names | sed -n "/^цель/,\$p" | sed "s/ *\$//"; nsi iop show p09 | grep -c "Вести\|отступ"; nsi iop show p09 --names --public | grep -c отступ; nsi iop show p09 --names -f html | grep -c отступ' 'цель: отступ
  и \ \" �конец
задачи: раз
  два
дефициты: =1+1
самооценка: 4 из 5
рефлексия: # - {x: [y]}
с именами: для служебного пользования
0
0
1'
is 'on a terminal without being asked' 'script -qc "nsi iop show p09" /dev/null | grep -c "самооценка: 4 из 5"' 1
is 'rows for scripts are as before' 'nsi iop show p09 --names -f json | grep -c "отступ\|самооценка"; nsi iop show p09 --names -f csv | grep -c отступ; nsi iop show p09 --columns unit --names | grep -c отступ' '0
0
0'
is 'as it was then' 'nsi iop show p09 --on 2026-10-01 --names | grep -c отступ' 0

# ---- taken away
is 'a lone dash takes away what was written' 'nsi iop form p04 --names -f csv --columns block,text | sed -n 2p; printf "педагог: p04\nцель: |\n  -\nзадачи: |\n  —\n" >dash.yaml; nsi iop fill dash.yaml -f csv --columns person,text; nsi iop form p04 --names -f csv --columns block,text | sed -n 2p; nsi report iop p04 --columns block,item | grep -c цель' 'goal,Понять
person,text
p04,p04: цель на 2026/2027
goal,
0'
is 'twice it is nothing new, in CSV too; a word after it stands again' 'printf "person,block,text\np04,goal,-\n" >dash.csv; nsi iop fill dash.yaml dash.csv -f json | grep -o "\"said.*"; nsi undo --last >/dev/null; nsi iop form p04 --names -f csv --columns text | sed -n 2p; nsi iop fill dash.csv >/dev/null; nsi iop fill two.csv -f json | grep -o "\"said.*"' '"said": 0, "same": 3}
Понять
"said": 1, "same": 0}'
is 'the form says so' 'nsi iop form p04 | tail -1; nsi iop form p04 -f yaml | sed -n 2p; nsi iop form p04 -f csv | wc -l' 'Пустое место ничего не меняет; одна чёрточка (-) убирает то, что было там написано раньше.
# Пустое место ничего не меняет; одна чёрточка (-) убирает то, что было там написано раньше.
6'

# ---- of another year it says so
is 'it comes back to the year that it was made of' 'quiet nsi -q module load "$ROOT/examples/next-year"; nsi iop form p05@2028 -f csv | head -2; nsi iop form p05@2028 -f csv | sed "2s/goal,/&на будущее/" >next.csv; nsi iop fill next.csv -f csv --columns text --no-header; nsi iop form p05 --year 2028 --names -f yaml | grep -A1 "^год\|^цель"' 'person,block,text,year
p05,goal,,2028
p05: цель на 2027/2028: …
год: 2028

--
цель: |
  на будущее'
is 'a later word holds, and can be taken back' 'printf "person,block,text\np04,goal,Уметь\n" >three.csv; nsi -q iop fill three.csv >/dev/null; nsi iop form p04 --names -f csv | sed -n 2p | sed "s/.*,//"; nsi undo --last >/dev/null; nsi iop form p04 --names -f csv | sed -n 2p | sed "s/.*,//"' 'Уметь
Понять'
# ---- what is closed is read only; a year that nobody knows is a slip of the pen
printf 'педагог: p06\nгод: 2027\nцель: |\n  поздно\n' >late.yaml
is 'a closed programme takes nothing more, an open one again' 'quiet nsi iop close p06; nsi iop fill late.yaml 2>&1; echo $?; quiet nsi iop reopen p06; nsi iop fill late.yaml -f csv --columns text --no-header' 'nsi: late.yaml:3: ИОП p06 на 2026/2027 закрыта
1
p06: цель на 2026/2027: …'
printf 'педагог: p06\nгод: 2072\nцель: |\n  опечатка\n' >slip.yaml
no 'a year without a calendar' 'nsi iop fill slip.yaml' 'nsi: slip.yaml:3: нет календаря на 2071/2072: загрузите его'
is 'nor does a closed year, whoever has a programme in it' 'quiet nsi year close 2027; printf "person,block,text,year\np06,goal,x,2027\np07,goal,x,2027\n" >shut.csv; nsi iop fill shut.csv 2>&1; quiet nsi undo --last; nsi iop fill shut.csv --dry-run -f json | tail -2 | head -1' 'nsi: shut.csv:2: ИОП p06 на 2026/2027 закрыта
nsi: shut.csv:3: ИОП p07 на 2026/2027 закрыта
{"summary": true, "said": 2, "same": 0}'
ok 'nothing is amiss' nsi check
finish
