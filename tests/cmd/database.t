#!/bin/sh
# The database file: what is none of ours is left alone, many at once, killed at any moment.
. "$(dirname "$0")/lib.sh"

quiet() { "$@" >/dev/null; }
entries() { nsi log -f csv --no-header --columns entry | wc -l; }
sums() { find "$1" -type f -exec cksum {} + | sort -k3; }
# stays NAME 'COMMAND' TEXT: refused as by the machine, in one sentence, and not one byte of this folder changed
stays() {
	sums . >"$T/before"
	exit=3 no "$1" "$2" "$3"
	sums . | cmp -s - "$T/before"
	result $? "$1: not one byte changed"
}
LC_ALL=ru_RU.UTF-8
NSI_TODAY=2026-10-20
mkdir files && cd files || exit 1

# ---- none of ours
stays 'none here' 'nsi iop list' 'nsi: ни здесь, ни в папках выше нет nsi.db: создайте её командой nsi init'
stays 'none of that name' 'nsi --db none.db iop list' "nsi: нет базы $PWD/none.db: создайте её командой nsi init"
mkdir folder && touch empty.db && echo text >text.db && head -c 100000 "$BUILD/nsi" >bytes.db && ln -s text.db link.db
stays 'a folder' 'nsi --db folder iop list' "nsi: $PWD/folder — не база nsi"
stays 'an empty file' 'nsi --db empty.db iop list' "nsi: $PWD/empty.db — не база nsi"
stays 'a text' 'nsi --db text.db iop mark p07 И1 started' "nsi: $PWD/text.db — не база nsi"
stays 'other bytes' 'nsi --db bytes.db iop list' "nsi: $PWD/bytes.db — не база nsi"
stays 'a link' 'nsi --db link.db iop list' "nsi: $PWD/link.db не открывается: это символическая ссылка"
sqlite3 other.db 'CREATE TABLE a (b); INSERT INTO a VALUES (1)'
stays "somebody's database" 'nsi --db other.db iop list' "nsi: $PWD/other.db — не база nsi"
mkfifo pipe
sqlite3 wal.db <pipe >/dev/null &
exec 3>pipe
echo 'PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0; CREATE TABLE a (b); INSERT INTO a VALUES (1);' >&3
until [ -s wal.db-wal ]; do sleep 0.02; done
mkdir left && cp wal.db wal.db-wal left/
exec 3>&-
wait
rm -f pipe wal.db*
stays 'with a journal left behind' 'nsi --db left/wal.db iop list' "nsi: $PWD/left/wal.db — не база nsi"
cp text.db nsi.db
stays 'init where something is' 'nsi init . --org s1' "nsi: $PWD/nsi.db уже есть"
rm nsi.db

# ---- ours, but not for us
fresh
sqlite3 nsi.db 'PRAGMA wal_checkpoint(TRUNCATE); PRAGMA user_version = 99' >/dev/null
stays 'of a newer nsi' 'nsi iop list' "nsi: $PWD/nsi.db записан более новой nsi: установите её"
stays 'to be written by a newer nsi' 'nsi iop mark p07 И1 started' "nsi: $PWD/nsi.db записан более новой nsi: установите её"
fresh
chmod 755 "$T" "$T/desk"
chmod a-w . nsi.db
if [ "$(id -u)" -eq 0 ]; then other='setpriv --reuid=65534 --regid=65534 --clear-groups'; else other=; fi
if [ -n "$other" ] && ! $other "$BUILD/nsi" --version >/dev/null 2>&1; then
	skip 'read-only' 'another user cannot run this build'
else
	stays 'read-only' "$other nsi iop list" "nsi: в $PWD/nsi.db или его папку нельзя записать, а это нужно и для чтения: копию, чтобы читать в другом месте, делает nsi backup"
	stays 'read-only, to be written' "$other nsi iop mark p07 И1 started" "nsi: в $PWD/nsi.db или его папку нельзя записать, а это нужно и для чтения: копию, чтобы читать в другом месте, делает nsi backup"
fi
chmod u+w . nsi.db
fresh
head -c 40000 /dev/zero | dd of=nsi.db bs=1 seek=60000 conv=notrunc 2>/dev/null
exit=3 no 'damaged' 'nsi report board' "nsi: файл $PWD/nsi.db повреждён: восстановите резервную копию"

# ---- locked
fresh
before=$(entries)
mkfifo ../pipe
sqlite3 nsi.db <../pipe >locked &
exec 3>../pipe
echo 'BEGIN IMMEDIATE; SELECT 1;' >&3
until [ -s locked ]; do sleep 0.02; done
exit=3 no 'another writes: one sentence' 'nsi -c busy_timeout=200 iop mark p07 И1 started' "nsi: файл $PWD/nsi.db занят другой программой: повторите, когда она закончит"
exit=3 no 'a load too' 'nsi -q -c busy_timeout=200 module load "$ROOT/examples/next-year"' "nsi: файл $PWD/nsi.db занят другой программой: повторите, когда она закончит"
is 'readers do not wait' 'nsi -c busy_timeout=200 iop list -f csv --no-header | wc -l' 12
nsi iop mark p07 И1 started 3>&- >../told 2>&1 &
sleep 0.3
exec 3>&-
wait
is 'who waits gets his turn' 'tail -1 ../told' 'внесено: 1  уже было внесено: 0'
is 'one entry came' 'echo $(($(entries) - before)); nsi check' 1

# ---- eight writers at once
fresh
before=$(entries)
for p in p03 p04 p05 p06 p07 p08 p09 p10; do
	(for d in 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20; do nsi iop mark $p И1 started --on 2026-09-$d >/dev/null || echo "$p $d"; done) &
done >lost 2>&1
wait
is 'eight writers, twenty marks each: none is lost' 'cat lost; echo $(($(entries) - before)); nsi log verb:start -f csv --no-header --columns person | sort | uniq -c | tr -s " " | sort -u | wc -l; sqlite3 nsi.db "SELECT count(*) = max(seq) FROM entry"; nsi check' '160
8
1'

# ---- killed at any moment
if ! command -v strace >/dev/null || ! strace -o /dev/null true 2>/dev/null; then
	skip 'killed at any moment' 'no strace'
	finish
fi
# killed NAME CALL COMMAND…: killed at every eleventh system call CALL it is done whole or not at all
killed() {
	name=$1 call=$2
	shift 2
	fresh
	was=$(entries)
	"$@" >/dev/null 2>&1
	all=$(entries) at=1 none=0 whole=0
	: >"$T/found"
	while fresh; strace -f -o /dev/null -e trace=$call -e inject=$call:signal=KILL:when=$at "$@" >/dev/null 2>&1; [ $? -ge 128 ]; do
		nsi check >"$T/out" 2>&1 || sed "s/^/$at: /" "$T/out" >>"$T/found"
		[ ! -s "$T/out" ] || sed "s/^/$at: /" "$T/out" >>"$T/found"
		case $(entries) in "$was") none=$((none + 1)) ;; "$all") whole=$((whole + 1)) ;; *) echo "$at: $(entries) entries, neither $was nor $all" >>"$T/found" ;; esac
		at=$((at + ${step:-11}))
	done
	[ $none -gt 0 ] || echo "never before it was done ($at)" >>"$T/found"
	[ "$all" -gt "$was" ] || echo "the command itself said nothing" >>"$T/found"
	silent "$name"
}
NSI_TODAY=2026-11-12
killed 'a file of marks, killed as it writes' pwrite64 nsi iop mark --from "$ROOT/examples/school-161/marks-autumn.csv"
step=1 killed 'a file of marks, killed as it flushes' fdatasync nsi iop mark --from "$ROOT/examples/school-161/marks-autumn.csv"
killed 'a credit with its private reason' pwrite64 nsi iop credit p07 И1 --reason курсы
step=1 killed 'the same, killed as it flushes' fdatasync nsi iop credit p07 И1 --reason курсы
step=29 killed 'a load' pwrite64 nsi -q module load "$ROOT/examples/next-year"
finish
