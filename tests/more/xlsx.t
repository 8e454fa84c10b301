#!/bin/sh
# Workbooks in the hands of LibreOffice: what it reads, what it gives back when it has saved them, what it prints.
. "$(dirname "$0")/../cmd/lib.sh"

if [ ! -f "$BUILD/plugin/format-xlsx.so" ] || [ ! -f "$BUILD/plugin/reader-xlsx.so" ] || ! command -v soffice >/dev/null; then
	skip 'workbooks in LibreOffice' 'without the plugins, or without soffice (libreoffice-calc-nogui)'
	finish
fi
office() { soffice "-env:UserInstallation=file://$T/office" --headless --convert-to "$1" --outdir "$2" "$3" >/dev/null 2>&1; }
quiet() { "$@" >/dev/null; }
book() { python3 "$ROOT/tests/cmd/book.py" "$@"; }
fresh
quiet nsi iop mark p04 inv-vidy mastered --with p01 --on 2.11
quiet nsi session pair sg-1@2026-11-17 --rounds 4 --save

# ---- cell by cell: the first sheet as LibreOffice shows it, and the same answer for Excel as csv
# as_shown FILE.xlsx: its first sheet
as_shown() { office 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true' csv "$1"; cat "csv/${1%.xlsx}.csv"; }
for q in 'iop show p04' 'iop list' 'session list' 'session show sg-1@2026-11-17' 'log' 'module list'; do
	# shellcheck disable=SC2086
	nsi $q -o a.xlsx && nsi $q -f csv-excel -o a.csv
	as_shown a.xlsx >shown
	is "$q: cell by cell" 'python3 - <<END
import csv
want = list(csv.reader(open("a.csv", encoding="utf-8-sig"), delimiter=";"))
got = list(csv.reader(open("shown", encoding="utf-8-sig"), delimiter=";"))
same = lambda a, b: a == b or a.replace(",", ".") == b or a == "\u0027" + b or (a.replace(",", ".").rstrip("0").rstrip(".") or "0") == (b.rstrip("0").rstrip(".") or "0")
n = 0
for i, row in enumerate(want):
	for k, a in enumerate(row):
		b = got[i][k] if i < len(got) and k < len(got[i]) else "nothing"
		n += 1
		if not same(a, b): print(i + 1, k + 1, repr(a), repr(b))
if n < 10: print("only", n)
END' ''
done

# ---- opened and saved by it
nsi report board -o board.xlsx
office xlsx saved board.xlsx
book board.xlsx | cut -f1-4 | sort >a
book saved/board.xlsx | cut -f1-4 | sort >b
is 'a board it has saved has the same cells' 'cmp a b; wc -l <a | awk "{ print (\$1 > 500) }"' '1'
python3 "$ROOT/tests/cmd/make_book.py" list.xlsx <<'END'
{"sheets": [{"name": "Пояснение", "rows": [[1, "Список педагогов", null]]},
 {"name": "Педагоги", "merges": ["A1:E1", "A3:A4", "B3:B4", "E6:E9", "E3:E4"], "rows": [
  [1, "Список педагогов на 2026/2027 учебный год", null, null, null, null], [3, "№ п/п", "Ф.И.О. педагога", "Согласие", null, "Должность"],
  [4, null, null, "школа", "сеть", null], [6, 1, "Гречкина Овсяна Пшеновна", {"day": 46280}, null, "учитель физики"],
  [7, 2, {"rich": ["Кукурузин ", "Початок", " Зернович"]}, {"day": 46281, "s": 2}, null, null], [9, 3, {"inline": "Просова Манка Рисовна"}, null, null, null]]}]}
END
office xlsx saved list.xlsx
cp -R . ../one
is 'a list it has saved says the same' 'nsi iop enrol list.xlsx --dry-run -f csv >x; nsi iop enrol saved/list.xlsx --dry-run -f csv >y; cmp x y; grep -c "^+" x; cd ../one && nsi iop enrol list.xlsx --yes >/dev/null && nsi iop enrol saved/list.xlsx -f json | grep -o "\"same\": [0-9]*"' '3
"same": 3'
nsi session show sg-1@2026-11-17 --sheet -o sheet.xlsx
office xlsx saved sheet.xlsx
is 'a sheet it has saved still has its lists and locks' 'book saved/sheet.xlsx part xl/worksheets/sheet1.xml | grep -o "<sheetProtection\|<formula1>[^<]*" | sed "s/&quot;/\"/g" | sort -u' '<formula1>"освоил,не успели,не было"
<sheetProtection'
quiet nsi iop form p04 -o forms
office xlsx saved forms/p04.xlsx
is 'a form too' 'nsi iop fill saved/p04.xlsx -f json | grep -o "\"said\": 0"' '"said": 0'
printf 'person,block,text\np04,goal,"Понять:\n  «раз», два & <три>\n\nконец"\np04,tasks,=1+1\np04,deficits,0012\np04,reflection,убрать\n' >f.csv
quiet nsi iop fill f.csv
quiet nsi iop form p04 --names -o forms
office xlsx saved forms/p04.xlsx
is 'a filled one says the same when it has saved it' 'nsi iop fill saved/p04.xlsx -f json | grep -o "\"said.*"' '"said": 0, "same": 4}'
nsi iop form p04 --names -f csv-excel -o dash.csv
sed -i 's/;убрать/;-/; s/;0012/;14:30/' dash.csv
soffice "-env:UserInstallation=file://$T/office" --headless --infilter='Text - txt - csv (StarCalc):59,34,76' --convert-to xlsx --outdir saved dash.csv >/dev/null 2>&1
is 'a dash in it takes away, blank places change nothing' 'nsi iop fill saved/dash.xlsx -f csv --columns text --no-header; nsi iop form p04 --names -f csv --columns block,text --no-header | grep "^defi\|^refl"' 'p04: дефициты на 2026/2027: …
p04: рефлексия на 2026/2027
deficits,14:30
reflection,'

# ---- printed
office pdf pdf board.xlsx
is 'a board is printed on A3, nothing too wide for its column' 'pdfinfo pdf/board.pdf | grep -c "1190.55 x 841.89"; pdftotext -layout pdf/board.pdf - | grep -c "###"; pdftotext -layout pdf/board.pdf - | grep -c "могут учить" | awk "{ print (\$1 > 3) }"' '1
0
1'
finish
