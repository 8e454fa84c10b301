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
printf 'person,block,text\np04 Гречкина О. П.,tasks,x\nКукурузин П. З.,tasks,y\np05 Неизвестно Кто,tasks,z\n' >named.csv
is 'a name beside the code is no second person' 'nsi -q iop fill named.csv --dry-run -f csv --columns person' 'person
p04
p07
p05'
printf 'person,block,text\np04 Кукурузин П. З.,tasks,x\n' >named.csv
no 'but the name of somebody else is refused' 'nsi -q iop fill named.csv' 'nsi: named.csv:2: рядом с кодом p04 стоит чужое имя'
printf 'person,block,text\np04,goal,x\np07,goal,y\np04,цель,z\n' >twice.csv
no 'a block that stands twice' 'nsi -q iop fill twice.csv' 'nsi: twice.csv:4: p04: цель — дважды'
no 'also in two files' 'head -2 twice.csv >first.csv; printf "person,block,text\np04,goal,z\n" >last.csv; nsi -q iop fill first.csv one.csv last.csv' 'nsi: last.csv:2: p04: цель — дважды'
is 'a later word holds, and can be taken back' 'printf "person,block,text\np04,goal,Уметь\n" >three.csv; nsi -q iop fill three.csv >/dev/null; nsi iop form p04 --names -f csv | sed -n 2p | sed "s/.*,//"; nsi undo --last >/dev/null; nsi iop form p04 --names -f csv | sed -n 2p | sed "s/.*,//"' 'Уметь
Понять'
ok 'nothing is amiss' nsi check
finish
