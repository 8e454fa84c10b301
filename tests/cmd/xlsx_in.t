#!/bin/sh
# Workbooks that come in: lists as people keep them, marks, and workbooks that nobody should open.
. "$(dirname "$0")/lib.sh"

if [ ! -f "$BUILD/plugin/reader-xlsx.so" ]; then
	skip 'workbooks' 'without libzip-dev and libexpat1-dev when nsi was built'
	finish
fi
make() { python3 "$ROOT/tests/cmd/make_book.py" "$1"; }
quiet() { "$@" >/dev/null; }
fresh

# ---- a list: titles above, another sheet before it, a hidden one, cells merged down, days, texts of several runs
make list.xlsx <<'END'
{"sheets": [
 {"name": "Пояснение", "rows": [[1, "Список педагогов", null], [3, "смотри второй лист"]]},
 {"name": "скрытый", "state": "hidden", "rows": [[1, "ФИО", "Код", "Организация"], [2, "Чужаков Чужак Чужакович", "p77"]]},
 {"name": "Педагоги", "merges": ["A1:E1", "A3:A4", "B3:B4", "C3:D3", "E6:E9", "E3:E4"], "rows": [
  [1, "Список педагогов на 2026/2027 учебный год", null, null, null, null],
  [3, "№ п/п", "Ф.И.О. педагога", "Согласие", null, "Должность"],
  [4, null, null, "школа", "сеть", null],
  [6, 1, "Гречкина Овсяна Пшеновна", {"day": 46280}, null, "учитель физики"],
  [7, 2, {"rich": ["Кукурузин ", "Початок", " Зернович"]}, {"day": 46281, "s": 2}, null, null],
  [8, null, null, null, null, null],
  [9, 3, {"inline": "Просова Манка Рисовна"}, null, null, null],
  [12, 4, {"f": "B1", "v": "Ячменёв Колос Овсович"}, null, null, "методист"]
 ]}]}
END
is 'a list as people keep it' 'nsi iop enrol list.xlsx --dry-run -f csv | grep "^+" | cut -d, -f1,2,3' '+,p13,s161
+,p14,s161
+,p15,s161
+,p16,s161'
ok 'is taken' nsi iop enrol list.xlsx --yes
is 'what is merged is said of each' 'sqlite3 nsi.db "SELECT bare, post FROM person WHERE substr(bare, 2) + 0 > 12 ORDER BY 1"' 'p13|учитель физики
p14|учитель физики
p15|учитель физики
p16|методист'
is 'days are days' 'nsi log person:p13 -f csv | grep consent | grep -co 2026-09-15; nsi log person:p14 -f csv | grep consent | grep -co 2026-09-16' '1
1'
is 'names are whole, without phonetic signs' 'nsi iop list --names -f csv --columns person,name | grep -c "Кукурузин Початок Зернович\|Просова Манка Рисовна\|Ячменёв Колос Овсович"' '3'
is 'another sheet by its name' 'nsi iop enrol list.xlsx --sheet Педагоги -f json | grep -o "\"same\": [0-9]*"; nsi iop enrol list.xlsx --sheet Ученики; nsi iop enrol list.xlsx --sheet Пояснение 2>&1 | grep -v warning' '"same": 4
nsi: list.xlsx: нет листа «Ученики»
nsi: list.xlsx:1: ни один столбец не говорит, о ком речь: нужен ФИО, или Фамилия и Имя, или Код'
is 'twice it is nothing new' 'nsi iop enrol list.xlsx -f json | grep -o "\"new\": [0-9]*, \"changed\": [0-9]*, \"same\": [0-9]*"' '"new": 0, "changed": 0, "same": 4'
is 'through a pipe too' 'nsi iop enrol - -f json <list.xlsx | grep -o "\"same\": [0-9]*"' '"same": 4'

make yes.xlsx <<'END'
{"sheets": [{"name": "Л", "rows": [[1, "ФИО", "Методист", "Дата согласия", "Согласие на передачу"],
 [2, "Полбин Рожок Овсович", true, {"day": 46280.5, "s": 2}, true], [3, "Отрубина Мюсли Хлопьевна", false, "14.09.2026 9:05:00", false]]}]}
END
quiet nsi -q iop enrol yes.xlsx --yes
is 'yes and no as Excel has them, a day that has a time, also in a text' 'nsi log verb:consent from:2026-09-14 -f csv --columns on,text --no-header | grep "p1[5-9]"' '2026-09-15,p17: согласие на использование в школе
2026-11-12,p17: согласие на использование в сети
2026-09-14,p18: согласие на использование в школе'

make two.xlsx <<'END'
{"sheets": [{"name": "Сентябрь", "merges": ["A2:A3", "B2:D2", "E2:F2", "G2:G3", "H2:I2"], "rows": [[1, "Участники"],
 [2, "№", "ФИО педагога", null, null, "Часы", null, "Место работы", "Согласие", null],
 [3, null, "Фамилия", "Имя", "Отчество", "в год", "в неделю", null, "школа", "сеть"],
 [4, 1, "Булкин", "Калач", "Сушкин", 30, 3, "Школа 161", {"day": 46280}, null], [5, 2, "Баранкина", "Слойка", null, 20, 2, "Школа А (сеть)", null, {"day": 46281}]]},
 {"name": "Октябрь", "rows": [[1, "ФИО", "Код"], [2, "Чужаков Чужак Чужакович", "p77"]]}]}
END
is 'a heading of two rows, and a sheet that is not read' 'nsi iop enrol two.xlsx --yes -f csv --columns change,person,org --no-header | grep "^+"; nsi iop list person:p19,p20 --names -f csv --columns name,capacity --no-header; nsi log verb:consent from:2026-09-14 -f csv --columns on,text --no-header | grep "p19\|p20"' 'nsi: warning: two.xlsx: лист «Октябрь» не прочитан: читается только один
+,p19,s161
+,p20,net-a
Булкин Калач Сушкин,30
Баранкина Слойка,20
2026-09-15,p19: согласие на использование в школе
2026-09-16,p20: согласие на использование в сети'
make two.xlsx <<'END'
{"sheets": [{"name": "Л", "merges": ["A2:D2"], "rows": [[1, "№ п/п", "ФИО", "Организация", "Код"], [2, "Школа А (сеть)"], [3, 1, "Булкин Калач Сушкин", null, "p19"], [4, 2, null], [5, 3, null], [6, null, null, "Школа 161"], [7, 4, null, "Школа 161"]]}]}
END
is 'numbers that wait for names and texts between them are nobody, but a row without a name is wrong' 'nsi iop enrol two.xlsx' 'nsi: warning: two.xlsx:A2: текст в строке один и никого не называет
nsi: warning: two.xlsx:C6: текст в строке один и никого не называет
nsi: two.xlsx:B7: нет ни имени, ни кода
nsi: строк с ошибками: 1 из 2; никто не зачислен'
make two.xlsx <<'END'
{"sheets": [{"name": "Л", "merges": ["A1:A1048576"], "rows": [[1, "ФИО", "Код"], [2, null, "p19"], [9, "Булкин Калач", "p19"]]}]}
END
is 'a heading down to the last row: nobody is below it' 'nsi iop enrol two.xlsx -f json | grep -o "\"new\": [0-9]*"' '"new": 0'
make two.xlsx <<'END'
{"sheets": [{"name": "Пояснение", "rows": [[1, "смотри дальше"]]}, {"name": "Новые", "rows": [[1, "ФИО", "Код"], [2, "Булкин", "p19"]]}]}
END
no 'of several sheets it says of which' 'nsi iop enrol two.xlsx' 'nsi: two.xlsx:Новые:A2: это не имя: нужны фамилия, имя, отчество или инициалы'

# ---- wrong cells by their names
make wrong.xlsx <<'END'
{"prefix": true, "sheets": [{"name": "Л", "rows": [[1, "Список"], [2, "ФИО", "Код", "Группа"], [3, "Гороховa", "x!", "нет-такой"], [4, "Пшено Просо", null, null], [5, "Бобов Фасоль Соевич"]]}]}
END
is 'wrong cells are named as in the workbook' 'nsi -q iop enrol wrong.xlsx 2>&1 | sed "s/: .*//;s/^nsi$/nsi: all/"; nsi -q iop enrol wrong.xlsx 2>&1 | grep -o "wrong.xlsx:[A-Z]*[0-9]*"' 'nsi: all
nsi: all
nsi: all
nsi: all
wrong.xlsx:A3
wrong.xlsx:B3
wrong.xlsx:C3'
is 'wrong rows come back as CSV' 'nsi -q iop enrol wrong.xlsx --errors e.csv 2>/dev/null; tail -c +4 e.csv | head -2 | cut -c1-40 | tr -d "\r"' 'ФИО;Код;Группа;error
Гороховa;x!;нет-такой;"э'

# ---- marks
make marks.xlsx <<'END'
{"1904": true, "sheets": [{"name": "М", "rows": [[2, "отметки осени"], [3, "Педагог", "Единица", "Состояние", "День", "С кем"], [4, "р04", "И2", "освоено", {"day": 44853}, "p01"], [6, "p03", "И2", "начато", "11.11.2026", "p01"]]}]}
END
is 'marks, the days of a Macintosh too' 'nsi iop mark --from marks.xlsx -f csv --columns on,person,unit' 'on,person,unit
2026-10-20,p04,inv-vidy
2026-11-11,p03,inv-vidy'
make marks.xlsx <<'END'
{"sheets": [{"name": "М", "rows": [[1, "Педагог", "Единица", "Состояние", "День", "Кто учил", "Доказательство"], [2, "p05", "И2", "освоено", {"day": 46310.65, "s": 2}, "p01", "лист 3"]]}]}
END
is 'a day that has a time; who taught, however it is headed' 'nsi iop mark --from marks.xlsx --dry-run -f csv --columns on,text --no-header' '2026-10-15,"p05: И2 освоено с помощью p01, проверка: methodist"'
make marks.xlsx <<'END'
{"sheets": [{"name": "М", "rows": [[1, "Педагог", "Единица", "Состояние", "С кем"], [2, "p05", "И2", "освоено", "p99"], [3, "p06", "И2", "кое-как", "p01"]]}]}
END
is 'wrong ones' 'nsi iop mark --from marks.xlsx 2>&1 | sed "s/ (.*//; s/, есть.*//"' 'nsi: marks.xlsx:D2: не найдено: педагог «p99»
nsi: marks.xlsx:C3: состояние: «кое-как» не подходит'

printf 'ФИО;Код\nПерлова Ячмена Крупеновна;p01\nГречкина Овсяна Пшеновна;p05\nПшёнкина Тыква Бахчевна;p06\n' >three.csv
quiet nsi -q iop enrol three.csv --yes
make marks.xlsx <<'END'
{"sheets": [{"name": "М", "rows": [[1, "Педагог", "Единица", "Состояние", "С кем", "Проверил"], [2, "p05 Гречкина О. П.", "И2", "освоено", "Перлова Я. К.", "p01 Перлова Я. К., p02"], [3, "Пшёнкина", "И2", "начато", "p01 Перлова", null]]}]}
END
is 'with names, as tables show them' 'nsi iop mark --from marks.xlsx --dry-run -f csv --columns text' 'text
"p05: И2 освоено с помощью p01, проверка: p01 и p02"
p06: И2 начато с помощью p01'
make marks.xlsx <<'END'
{"sheets": [{"name": "М", "rows": [[1, "Педагог", "Единица", "Состояние", "С кем"], [2, "p05 Гречкина О. П.", "И2", "освоено", "p01 Пшёнкина Т. Б."]]}]}
END
no 'a code beside the name of somebody else' 'nsi iop mark --from marks.xlsx' 'nsi: marks.xlsx:D2: рядом с кодом p01 стоит чужое имя'

# ---- workbooks that nobody should open: a sentence, nothing kept, in bounded time and memory
before=$(sqlite3 nsi.db 'SELECT max(seq) FROM entry')
good='"sheets": [{"name": "Л", "rows": [[1, "ФИО", "Код"], [2, "Бобов Фасоль Соевич", "p31"]]}]'
# the address sanitizer wants more of the machine's addresses than a limit leaves it
memory='ulimit -v 600000;'
(ulimit -v 600000; nsi --version) >/dev/null 2>&1 || memory=
bad() {
	make bad.xlsx
	exit=1 no "$1" "($memory timeout 20 nsi iop enrol bad.xlsx)" "nsi: bad.xlsx$2"
}
broken=': книга повреждена: её части не подходят друг к другу'
bad 'a billion laughs' ': в книге объявлены сущности (entities), чего в книгах не бывает' <<END
{$good, "parts": {"xl/worksheets/sheet1.xml": "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><worksheet><sheetData><row r='1'><c><v>&b;</v></c></row></sheetData></worksheet>"}}
END
bad 'a file of the machine' ': в книге объявлены сущности (entities), чего в книгах не бывает' <<END
{$good, "parts": {"xl/sharedStrings.xml": "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><sst><si><t>x</t></si></sst>"}}
END
bad 'ten thousand levels' ': вложенность в книге глубже, чем бывает' <<END
{$good, "parts": {"xl/sharedStrings.xml": {"text": "<si>", "times": 10000}}}
END
bad 'a bomb' ': книга распаковывается в больший объём, чем читается' <<END
{$good, "parts": {"xl/sharedStrings.xml": {"begin": "<sst>", "text": "<si><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></si>", "times": 900000, "end": "</sst>"}}}
END
bad 'no sheet' ': в книге нет листа' <<END
{"sheets": []}
END
bad 'sheets that are elsewhere' ': в книге нет листа' <<END
{$good, "parts": {"xl/_rels/workbook.xml.rels": "<Relationships><Relationship Id='rId1' Type='x/worksheet' Target='file:///etc/passwd' TargetMode='External'/></Relationships>"}}
END
bad 'a sheet that is not there' "$broken" <<END
{$good, "parts": {"xl/worksheets/sheet1.xml": null}}
END
bad 'a sheet that is another part' ':1: файл пуст: первая строка должна называть столбцы' <<END
{$good, "parts": {"xl/_rels/workbook.xml.rels": "<Relationships><Relationship Id='rId1' Type='x/worksheet' Target='../../../xl/../xl/workbook.xml'/></Relationships>"}}
END
bad 'a text that is not among the shared' "$broken" <<END
{$good, "parts": {"xl/sharedStrings.xml": "<sst/>"}}
END
bad 'XML that ends early' "$broken" <<END
{$good, "parts": {"xl/workbook.xml": "<workbook><sheets>"}}
END
bad 'rows backwards' ': строки книги идут не подряд' <<END
{$good, "parts": {"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row r='9'/><row r='3'/></sheetData></worksheet>"}}
END
bad 'a cell a thousand columns behind the last' ': строка без конца: столько ячеек нет ни в одной таблице' <<END
{$good, "parts": {"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row r='1'><c r='ZZZZ1'><v>1</v></c></row></sheetData></worksheet>"}}
END
make ok.xlsx <<END
{$good}
END
cut() { head -c "$1" ok.xlsx >bad.xlsx; exit=1 no "cut at $1" 'nsi iop enrol bad.xlsx' "nsi: bad.xlsx$2"; }
cut 900 "$broken"
cut 30 "$broken"
python3 -c '
import zipfile
with zipfile.ZipFile("bad.xlsx", "w") as z: z.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")'
exit=1 no 'another kind of zip' 'nsi iop enrol bad.xlsx' 'nsi: bad.xlsx: это не книга Excel (.xlsx)'
python3 -c '
b = bytearray(open("ok.xlsx", "rb").read()); k = b.find(b"PK\x01\x02"); n = b.find(b"xl/worksheets/sheet1.xml", k) - 46
b[n + 24:n + 28] = b"\xff\xff\xff\x7f"; open("bad.xlsx", "wb").write(b)'
exit=1 no 'two gigabytes promised' 'nsi iop enrol bad.xlsx' 'nsi: bad.xlsx: книга распаковывается в больший объём, чем читается'
python3 -c '
b = bytearray(open("ok.xlsx", "rb").read()); k = b.find(b"PK\x01\x02"); n = b.find(b"xl/sharedStrings.xml", k) - 46
b[n + 8] |= 1; open("bad.xlsx", "wb").write(b)'
is 'a part with a password' 'nsi iop enrol bad.xlsx 2>&1 | grep -c "книга"' '1'
printf '\320\317\021\340\241\261\032\341rest' >old.xls
exit=1 no 'an old workbook' 'nsi iop enrol old.xls' 'nsi: old.xls: это старый .xls или книга с паролем: сохраните как .xlsx без пароля'
is 'bytes changed by chance: an answer or a sentence, never a crash' 'python3 - <<END
import random, subprocess
whole = open("ok.xlsx", "rb").read()
for seed in range(60):
	r, b = random.Random(seed), bytearray(whole)
	for _ in range(r.randint(1, 6)): b[r.randrange(len(b))] = r.randrange(256)
	open("bad.xlsx", "wb").write(b)
	p = subprocess.run(["nsi", "iop", "enrol", "bad.xlsx", "--dry-run"], capture_output=True, timeout=20)
	if p.returncode not in (0, 1) or (p.returncode and not p.stderr.startswith(b"nsi: ")): print(seed, p.returncode, p.stderr)
END' ''
is 'nothing of it was kept' 'sqlite3 nsi.db "SELECT max(seq) FROM entry"' "$before"
exit=2 no 'a workbook of others' 'touch a.ods; nsi iop enrol a.ods' 'nsi: a.ods — книга другого вида: сохраните список как .xlsx или CSV'
is 'what it leads to is never opened' 'strace -f -e trace=file nsi iop enrol ok.xlsx --dry-run 2>&1 | grep -c "passwd\|worksheets"' '0'
mkdir -p "$T/lone" && cp -P "$BUILD/nsi" "$BUILD"/libnsi.so* "$T/lone/"
exit=3 no 'without the plugin: one sentence' '"$T/lone/nsi" iop enrol ok.xlsx 2>err; code=$?; sed "s|$T/|T/|g; s|, [^,()]*)|, INSTALLED)|" err >&2; exit $code' 'nsi: нет файла reader-xlsx.so (искали в T/lone/nsi, T/lone/plugin, INSTALLED): его соберёт make в исходниках nsi после apt install libzip-dev libexpat1-dev'
mkdir "$T/lone/plugin" && head -c 30 "$BUILD/plugin/reader-xlsx.so" >"$T/lone/plugin/reader-xlsx.so"
exits 3 'one that is broken' "$T/lone/nsi" iop enrol ok.xlsx
exits 3 'for marks and forms too' "$T/lone/nsi" iop mark --from ok.xlsx
exits 3 'and forms' "$T/lone/nsi" iop fill ok.xlsx
finish
