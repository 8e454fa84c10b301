#!/bin/sh
# Workbooks: what is written is read back without anything of ours, byte by byte the same each time.
. "$(dirname "$0")/lib.sh"

if [ ! -f "$BUILD/plugin/format-xlsx.so" ]; then
	skip 'workbooks' 'without libxlsxwriter-dev when nsi was built'
	finish
fi
book() { python3 "$ROOT/tests/cmd/book.py" "$@"; }
quiet() { "$@" >/dev/null; }
fresh
quiet nsi iop mark p04 inv-vidy mastered --with p01 --on 2.11
quiet nsi iop mark p03 inv-vidy started --with p01 --on 12.11

# ---- a list
ok 'a list' nsi iop show p04 -o a.xlsx
book a.xlsx >a
is 'its head speaks the language of the database' 'awk -F"\t" "\$2 ~ /^[AB]1\$/ { print \$4 }" a; nsi --lang en iop show p04 -f xlsx >en.xlsx; book en.xlsx | awk -F"\t" "\$2 == \"A1\" { print \$4 }"' 'Единица
Метка
Unit'
is 'days are days' 'awk -F"\t" "\$3 == \"n\" && \$5 ~ /yyyy/ { print \$4, \$5 }" a | sort -u | head -2; awk -F"\t" "\$4 == 46328 && \$3 == \"n\"" a | grep -c dd.mm.yyyy' '46286 dd.mm.yyyy
46307 dd.mm.yyyy
1'
is 'numbers are numbers' 'awk -F"\t" "\$3 == \"n\" && \$5 !~ /yyyy/ { print \$5 }" a | sort -u' '0.0'
is 'nothing is a formula, no link, nothing runs' 'cut -f3 a | sort -u; python3 -m zipfile -l a.xlsx | grep -ciE "macro|vba|external|drawing"' 'n
s
0'
is 'a head that stays, a filter, a width for each' 'book a.xlsx part xl/worksheets/sheet1.xml | grep -o "state=\"frozen\"\|<autoFilter\|<col min" | sort | uniq -c | sed "s/^ *//"' '1 <autoFilter
11 <col min
1 state="frozen"'
is 'the same rows are the same bytes, at any hour and on another day' 'nsi iop show p04 -o b.xlsx; cmp a.xlsx b.xlsx; NSI_NOW=2026-11-12T23:59:00+07:00 nsi iop show p04 --on 2026-11-12 -o b.xlsx; NSI_TODAY=2026-11-13 nsi iop show p04 --on 2026-11-12 -f xlsx | cmp - b.xlsx' ''
is 'the columns that were asked for, and no head' 'nsi iop list --columns person,mastered --sort -person --limit 1 --no-header -o c.xlsx; book c.xlsx | cut -f2-4' 'A1	s	p12
B1	n	0'
is 'codes alone' 'book a.xlsx | grep -c Овсяна' '0'

# ---- what Excel would run, what a terminal would obey, what a workbook would unpack
cat >more.yaml <<'END'
format: nsi/1
modules:
  - id: zz
    kind: variative
    title: "=1+1"
    units:
      - { id: zz-a, label: Я1, title: "=cmd|' /C calc'!A0", hours: 1, check: talk }
      - { id: zz-b, label: Я2, title: "@SUM(1)", hours: 1, check: talk }
      - { id: zz-c, label: Я3, title: "-2+3 _x0041_ & <b>\"q\"</b>", hours: 1.25, check: talk }
END
quiet nsi -q module load more.yaml
nsi module map -o m.xlsx
is 'they are text, and stay it when edited' 'book m.xlsx | awk -F"\t" "\$4 ~ /^[=@-]/ { print \$3, \$5, \$4 }"' "s @ =cmd|' /C calc'!A0
s @ @SUM(1)
s @ -2+3 _x005F_x0041_ & <b>\"q\"</b>"

# ---- the board
ok 'a board' nsi report board -o board.xlsx
book board.xlsx >b
is 'one sheet of all, a sheet a module' 'cut -f1 b | uniq | head -4' 'Все
inv
pary
marshrut'
is 'words in colour, never glyphs' 'awk -F"\t" "\$1 == \"Все\" && \$2 ~ /^D[3-9]+\$/ && \$6 != \"\" { print \$4, \$6 }" b | sort | uniq -c | sed "s/^ *//" | head -3' '1 в работе! FFFFF2CC
1 носитель FFE4DFEC
1 освоено FFC6EFCE'
is 'late is said in letters too' 'awk -F"\t" "\$1 == \"Все\" && \$4 ~ /предстоит!/" b | wc -l | awk "{ print (\$1 > 0) }"' '1'
is 'who can teach, as numbers' 'awk -F"\t" "\$1 == \"inv\" && \$4 == \"могут учить\" { print \$2 }" b; awk -F"\t" "\$1 == \"inv\" && \$2 == \"D15\" { print \$3, \$4 }" b' 'A15
n 2'
is 'nobody to teach it: the number keeps its sign' 'awk -F"\t" "\$1 == \"Все\" && \$2 ~ /15\$/ && \$5 ~ /!/ { print \$3, \$4, \$5 }" b | sort -u' 'n 0 0"!"'
is 'the legend on each sheet' 'for s in Все inv pary; do awk -F"\t" -v s=$s "\$1 == s && \$6 != \"\" && \$4 == \"носитель\" { print s }" b | tail -1; done' 'Все
inv
pary'
nsi report board -f csv --columns person,mastered --no-header | grep '^p' | sort >want
awk -F'\t' '$1 != "Все" { next } { c = $2; sub(/[0-9]+$/, "", c) } $2 ~ /[A-Z]2$/ && $4 == "освоено" { k = c } c == "A" { who = $4 } c == k && who ~ /^p/ { print who "," $4 }' b | sort >got
ok 'what it says is what the table says' cmp want got
is 'of twelve' 'wc -l <got' '12'

# ---- texts of several lines, long ones, numbers that have a sign
row() { python3 "$ROOT/tests/cmd/book.py" "$1" part xl/worksheets/sheet1.xml | grep -o "<row r=\"$2\"[^>]*>" | sed 's/ spans="[^"]*"//'; }
quiet nsi session pair --on 20.11 --rounds 2 --present p01,p02,p03,p04 --save
nsi session show all@20.11 --invite p01 -o text.xlsx
is 'a text keeps its lines, and the row is as tall' 'book text.xlsx part xl/sharedStrings.xml | grep -c "^1) 15:00\|^1) "; row text.xlsx 2 | sed "s/.* ht=\"//; s/\".*//" | awk "{ print (\$1 >= 45) }"' '1
1'
printf '%s' "$(printf 'длинное слово %.0s' 1 2 3 4 5 6 7 8 9 10 11 12)" | quiet nsi iop request add p02 -
nsi iop request list person:p02 --names --columns text -o text.xlsx
is 'a long one takes several lines' 'row text.xlsx 2' '<row r="2" ht="60" customHeight="1">'
python3 -c 'print("я" * 32766 + "\U0001F642" * 9)' | quiet nsi iop request add p03 -
nsi iop request list person:p03 --names --columns text --no-header -o text.xlsx
is 'what is more than a cell holds is cut' 'book text.xlsx | sed -n 1p | cut -f4 | tr -d "\n" | iconv -f utf-8 -t utf-16le | wc -c; book text.xlsx | sed -n 1p | cut -f4 | grep -c "я…$"' '65534
1'
nsi report summary --period 2026-11-01..2026-11-12 -o sum.xlsx
is 'figures that are numbers are numbers' 'book sum.xlsx | sed "s/^[^	]*	//" | awk -F"\t" "\$2 == \"n\" && \$1 ~ /^[CE]/ { print substr(\$1, 1, 1), \$2, \$4 }" | sort -u' 'C n 0
E n +0;−0;0
E n 0'
is 'its sheet has a whole name' 'book sum.xlsx | cut -f1 | sort -u' 'Сводка'
cat >long.yaml <<'END'
format: nsi/1
modules:
  - { id: history, kind: variative, title: Ж, units: [{ id: h-a, label: Ж1, title: Ж, hours: 1, check: talk }] }
  - { id: a-module-with-a-name-that-is-long-1, kind: variative, title: Ж, units: [{ id: h-b, label: Ж2, title: Ж, hours: 1, check: talk }] }
  - { id: a-module-with-a-name-that-is-long-2, kind: variative, title: Ж, units: [{ id: h-c, label: Ж3, title: Ж, hours: 1, check: talk }] }
END
quiet nsi -q module load long.yaml
nsi report board --module history --module a-module-with-a-name-that-is-long-1 --module a-module-with-a-name-that-is-long-2 -o long.xlsx 2>err
is 'names of sheets are names, and differ' 'cat err; book long.xlsx | cut -f1 | uniq' 'Все
history 2
a-module-with-a-name-that-is-lo
a-module-with-a-name-that-is- 2'

# ---- plugins
is 'nsi itself does not know the library' 'nm -D --undefined-only "$BUILD/nsi" "$BUILD/libnsi.so" | grep -c "workbook_\|lxw_"; ldd "$BUILD/nsi" | grep -c "libxlsxwriter"' '0
0'
mkdir -p "$T/lone" && cp -P "$BUILD/nsi" "$BUILD"/libnsi.so* "$T/lone/"
lone() { (mkdir -p "$T/lone/plugin" && cd "$T/lone/plugin" && rm -f ./*.so && eval "$1"); "$T/lone/nsi" ${3:-} iop list -o x.xlsx 2>&1 >out | sed "s|$T/|T/|g; s|, [^,()]*)|, INSTALLED)|"; ls x.xlsx 2>/dev/null; "$T/lone/nsi" iop list -o x.xlsx >out 2>&1; [ $? -eq "$2" ] || echo "not exit code $2"; }
is 'none: where it was looked for, how it is built' 'lone : 3; lone : 3 "--lang en"' "nsi: нет файла format-xlsx.so (искали в T/lone/nsi, T/lone/plugin, INSTALLED): его соберёт make в исходниках nsi после apt install libxlsxwriter-dev
nsi: format-xlsx.so is missing (looked for in T/lone/nsi, T/lone/plugin, INSTALLED): apt install libxlsxwriter-dev, then make in the source of nsi builds it"
is 'one cut off' 'lone "head -c 30 $BUILD/plugin/format-xlsx.so >format-xlsx.so" 3; lone "echo broken >format-xlsx.so" 3 "--lang en"' 'nsi: T/lone/plugin/format-xlsx.so не загружается (file too short): соберите заново командой make в исходниках nsi
nsi: T/lone/plugin/format-xlsx.so cannot be loaded (file too short): make in the source of nsi builds it anew'
row() { echo "const struct { unsigned abi; const char *name; } $1 = { 99, \"xlsx\" };" | ${CC:-cc} -shared -fPIC -x c - -o format-xlsx.so; }
is 'one of another nsi' 'lone "row nsi_format_xlsx" 3; lone "row nsi_format_xlsx" 3 "--lang en"' 'nsi: T/lone/plugin/format-xlsx.so собран для другой версии nsi: соберите заново командой make в исходниках этой
nsi: T/lone/plugin/format-xlsx.so was made for another nsi: make in the source of this one builds it anew'
is 'one that holds something else' 'lone "row nsi_reader_xlsx" 3; lone "row other" 3 "--lang en"' 'nsi: T/lone/plugin/format-xlsx.so — не дополнение nsi: в нём нет nsi_format_xlsx
nsi: T/lone/plugin/format-xlsx.so is no plugin of nsi: nsi_format_xlsx is not in it'
is 'what is saved is saved' '"$T/lone/nsi" iop mark p07 inv-vidy mastered --with p01 -o x.xlsx >out 2>&1; echo $?; tail -1 out' '5
nsi: всё внесённое сохранено; не удался только вывод'
finish
