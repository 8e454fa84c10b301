#!/bin/sh
# Where answers are written: never over the workspace, never over what is being read; with names for the owner alone.
. "$(dirname "$0")/lib.sh"

fresh
before=$(cksum nsi.db nsi-private.db)
whole() { [ "$(cksum nsi.db nsi-private.db)" = "$before" ]; }
list() { printf 'ФИО;Школа\nКрупа;Школа 161\nКашин Овёс Ячменович;Школа 5\n' >"$1"; }
list l.csv
mark=$(cksum <l.csv)

# ---- the workspace's own files
ln nsi.db hard.csv
mkdir sub
for f in nsi.db nsi-private.db "$PWD/sub/../nsi.db" hard.csv nsi.db-wal nsi.db-shm nsi-private.db-journal nsi.db.new; do
	exits 3 "-o ${f##*/}: refused" nsi iop list -o "$f"
	is "-o ${f##*/}: with one sentence" 'wc -l <"$T/err"; grep -c "относится к базе" "$T/err"' '1
1'
	exits 1 "--errors ${f##*/}: refused" nsi iop enrol l.csv --errors "$f"
	is "--errors ${f##*/}: that too" 'grep -c "относится к базе" "$T/err"' 1
done
ok 'nothing was written' whole
is 'nor left behind' 'ls -A | paste -sd" "' 'hard.csv l.csv nsi-private.db nsi.db sub'
exits 3 'nor by who opens no database' nsi --db sub/none.db module new module -o nsi.db
exits 3 'nor beside it' nsi --db sub/none.db module new module -o nsi.db-shm
ok 'and so it stays' whole
for f in nsi.db nsi-private.db-wal nsi.db-journal nsi.db.new; do
	exits 1 "no copy is made as $f" nsi backup "$f"
	is "$f: with that sentence" 'grep -c "относится к базе" "$T/err"' 1
done
rm hard.csv
ok 'another name will do' nsi iop list -o people.txt

# ---- what is being read
ln l.csv same.csv
exits 1 'the list is not its own list of errors' nsi iop enrol l.csv --partial --errors l.csv
is 'in one sentence' 'tail -1 "$T/err"' 'nsi: l.csv: отсюда читают: для вывода нужно другое имя'
exits 1 'nor by another path' nsi iop enrol l.csv --partial --errors sub/../l.csv
exits 1 'nor by another name' nsi iop enrol l.csv --partial --errors same.csv
ln -s l.csv link.csv
exits 1 'read through a link' nsi iop enrol link.csv --partial --errors l.csv
exits 1 'written through a link' nsi iop enrol l.csv --partial --errors link.csv
exits 1 'from standard input' sh -c 'nsi iop enrol - --partial --errors l.csv <l.csv'
exits 5 'nor is the answer written over it' nsi iop enrol l.csv --partial -o l.csv
printf 'format: nsi/1\n' >a.yaml
exits 3 'nor over a definition' nsi module check a.yaml -o a.yaml
mkdir folder && cp a.yaml folder
exits 3 'nor over one of a folder' nsi module check folder -o folder/a.yaml
is 'it is what it was' 'cmp a.yaml folder/a.yaml' ''
is 'all of it is there' 'cksum <l.csv; cat a.yaml' "$mark
format: nsi/1"

# ---- whose eyes
mode() { stat -c %a "$1"; }
exits 1 'wrong rows' nsi iop enrol l.csv --errors wrong.csv
is 'are names' 'mode wrong.csv' 600
ok 'a list without names' nsi iop list -o plain.csv
is 'is as the umask says' 'mode plain.csv' 644
ok 'with names' nsi iop list --names -o named.csv
is 'it is for its owner' 'mode named.csv' 600
ok 'over an open one too' nsi iop list --names -o plain.csv
is 'and then closed' 'mode plain.csv' 600

nsi -q iop request add p07 'Тайна двух столов' >/dev/null
for f in table csv tsv json ndjson csv-excel md; do
	is "$f in a pipe holds no text of a request" "nsi iop request list -f $f | grep -c Тайна" 0
	is "$f with names holds it" "nsi iop request list --names --columns text -f $f | grep -c Тайна" 1
done
ok 'a table in a file' nsi iop request list -o requests.txt
is 'neither' 'grep -c Тайна requests.txt' 0
ok 'with names it does' nsi iop request list --names -o requests.txt
is 'for its owner' 'mode requests.txt; grep -c Тайна requests.txt' '600
1'
finish
