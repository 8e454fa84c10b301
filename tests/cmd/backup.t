#!/bin/sh
# One file with everything, made while others write; a workspace made of it, which goes on by itself.
. "$(dirname "$0")/lib.sh"
fresh
nsi config lang en >/dev/null
secret='сложный разговор с родителями'
nsi iop credit p07 inv-vidy --reason "$secret" >"$T/out" 2>&1 || cat "$T/out"
count() { nsi "$@" log -f csv --no-header | wc -l; }

n=$(count)
is 'a copy that says what is inside' "nsi backup ../b1 -f csv" "file,entries,names
../b1,$n,true"
is 'with texts inside it is for nobody else' 'stat -c %a ../b1' '600'
no 'never over anything' 'nsi backup ../b1' 'nsi: ../b1 is there already'
mkfifo ../fifo
no 'not over a fifo either' 'nsi backup ../fifo' 'nsi: ../fifo is there already'
exit=3 no 'nor where there is no folder' 'nsi backup ../none/b' 'nsi: ../none/b.new: there is no such file or folder'
exit=2 no 'nor nowhere' 'nsi backup -' "nsi: \"-\" is not the name of a file"
is 'nothing is left beside' 'ls -A ..' 'b1
fifo
w'

mkdir ../r && cd ../r || exit 1
exit=3 no 'a database is no backup' 'nsi restore ../w/nsi.db' "nsi: $T/desk/w/nsi.db is not a backup of nsi"
echo 'no database' >../text
exit=3 no 'nor is any file' 'nsi restore ../text' "nsi: $T/desk/text is not a backup of nsi"
no 'nor one that is not there' 'nsi restore ../b0' "nsi: $T/desk/b0: there is no such file or folder"
head -c 40000 ../b1 >../cut
exits 3 'nor half of one' nsi restore ../cut
is 'and none of them left a thing' 'ls -A' ''
exit=3 no 'a backup is no workspace' 'nsi --db ../b1 log' "nsi: $T/desk/b1 is not a database of nsi"

is 'a workspace again' "nsi restore ../b1 -f csv" "file,entries,names
$T/desk/r/nsi.db,$n,true"
is 'two files as ever' 'ls -A; stat -c %a nsi.db nsi-private.db' 'nsi-private.db
nsi.db
644
600'
no 'not over one' 'nsi restore ../b1' "nsi: $T/desk/r/nsi.db is there already: restore into an empty folder"
is 'it is sound' 'nsi check' ''
is 'and says the same' 'nsi report board -f csv >../1; nsi -C ../w report board -f csv | cmp - ../1' ''
nsi log --names | grep -q "$secret"
result $? 'private texts too'
! grep -q "$secret" nsi.db
result $? 'which are not in the database'

cp nsi-private.db ../kept && rm nsi.db
is 'cut off in the middle it is said again' 'nsi -q restore ../b1 >/dev/null; nsi check; cmp nsi-private.db ../kept' ''
rm nsi.db && echo >>nsi-private.db && cp nsi-private.db ../kept
no 'another private file is not written over' 'nsi restore ../b1' "nsi: $T/desk/r/nsi-private.db is there already: restore into an empty folder"
is 'nor touched' 'ls -A; cmp nsi-private.db ../kept' 'nsi-private.db'
rm nsi-private.db ../kept && nsi -q restore ../b1 >/dev/null

nsi iop credit p04 inv-vidy --reason 'своё' >/dev/null && nsi -C ../w iop credit p05 inv-vidy --reason 'чужое' >/dev/null
result $? 'both go on'
is 'each by another name' "nsi log -f csv --columns entry --limit 1 --no-header | cut -d: -f1 >../1
nsi -C ../w log -f csv --columns entry --limit 1 --no-header | cut -d: -f1 | cmp -s - ../1 && echo same" ''
is 'both are sound' 'nsi check; nsi -C ../w check' ''
nsi undo --last >/dev/null && nsi undo --last >/dev/null
result $? 'what was said before can be undone there'
is 'and it is sound' 'nsi check' ''

# One writes without a pause while it is copied.
cd ../w || exit 1
( i=0; while [ ! -e ../stop ] && [ $i -lt 5000 ]; do i=$((i + 1)); nsi iop credit p0$((i % 9 + 1)) pary-voz --reason "по записи $i" >/dev/null 2>&1; nsi undo --last >/dev/null 2>&1; [ $i -ne 3 ] || : >../begun; done ) &
i=0; while [ ! -e ../begun ] && [ $i -lt 600 ]; do i=$((i + 1)); sleep 0.1; done
m=$(count)
for k in 1 2 3 4; do nsi -q backup ../c$k >/dev/null || echo "backup $k"; done >"$T/found" 2>&1
kill -0 $! 2>/dev/null || echo 'the writer was done too early' >>"$T/found"
: >../stop
wait
[ "$(count)" -gt "$m" ] && [ "$m" -gt "$n" ] || echo 'nothing was written' >>"$T/found"
silent 'copied while another writes'
for k in 1 2 3 4; do
	mkdir ../r$k && nsi -C ../r$k restore ../c$k >/dev/null && nsi -C ../r$k check &&
		nsi -C ../r$k undo --last >/dev/null && nsi -C ../r$k check || echo "restore $k"
done >"$T/found" 2>&1
nsi check >>"$T/found" 2>&1
silent 'all of them are sound and go on, as the one they were copied from'

rm nsi-private.db
is 'without the private file' "nsi backup ../b2 -f csv | cut -d, -f3; stat -c %a ../b2" 'nsi: warning: private texts cannot be read here: the backup is made without them
names
false
644'
mkdir ../r9
is 'a workspace that says what it lacks' "nsi -C ../r9 restore ../b2 >/dev/null; nsi -C ../r9 check | grep -c missing" '1'
finish
