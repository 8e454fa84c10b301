#!/bin/sh
# Names when a computer is switched off: killed at any system call, between the two commits too, with another
# process that sweeps, no name is lost, none is shown for somebody else, none is in nsi.db. The names are
# cereals, and nobody's.
. "$(dirname "$0")/lib.sh"

NSI_TODAY=2026-10-20
if ! command -v strace >/dev/null || ! strace -o /dev/null true 2>/dev/null; then
	skip 'names when a computer is switched off' 'no strace'
	finish
fi
names() { nsi iop list --names -f csv --no-header --columns person,name; }
entries() { nsi log -f csv --no-header --columns entry | wc -l; }
cat >list.csv <<'EOF'
Код;ФИО;Школа;Носитель
p04;Гречкина Овсяна Пшеновна;;
p05;Гречкин Рис Пшонович;;
;Пчёлкин Семён Рисович;s161;И1
;Плов Али Гасан оглы;net-a;
;Борщов Свёкл Морковович;s161;
EOF
fresh
before=$(entries)
nsi iop enrol ../list.csv >/dev/null
after=$(entries)
names >../want
is 'the list as it should be' 'grep -v ",$" ../want' 'p04,Гречкина Овсяна Пшеновна
p05,Гречкин Рис Пшонович
p13,Пчёлкин Семён Рисович
p14,Плов Али Гасан оглы
p15,Борщов Свёкл Морковович'
cut -d, -f1 ../want | sed 's/$/,/' >../nobody

# What must hold now, whatever has happened, at $1; then the list is said again and is whole.
sound() {
	nsi check 2>&1 | sed "s/^/$1: /"
	case $(entries) in "$before"|"$after") ;; *) echo "$1: $(entries) entries, neither $before nor $after" ;; esac
	names | grep -Fxv -f ../want -f ../nobody | sed "s/^/$1: shown is /"
	[ "$(entries)" = "$before" ] || names | diff ../want - | sed "s/^/$1: lost is /"
	for w in Гречк гречк Пчёлк пчелк Овсян овсян Гасан Свёкл; do
		! cat nsi.db* 2>/dev/null | grep -qaF "$w" || echo "$1: $w in nsi.db"
	done
	nsi -q check --repair || echo "$1: not repaired"
	nsi -q iop enrol ../list.csv 2>&1 >/dev/null | sed "s/^/$1: again: /"
	names | diff ../want - | sed "s/^/$1: again: /"
	nsi check 2>&1 | sed "s/^/$1: after that: /"
}
# at CALL N: the list, killed at the N-th system call CALL; fails when it was not
at() {
	strace -f -o /dev/null -e trace=$1 -e inject=$1:signal=KILL:when=$2 nsi -q iop enrol ../list.csv >/dev/null 2>&1
	[ $? -ge 128 ]
}
# killed CALL STEP: at every STEP-th system call CALL
killed() {
	k=1 none=0 whole=0
	: >"$T/found"
	while fresh; at $1 $k; do
		[ "$(entries)" = "$before" ] && none=$((none + 1)) || whole=$((whole + 1))
		sound "$1 $k" >>"$T/found"
		k=$((k + $2))
	done
	diag "$1: $k calls, killed $none times before it was kept and $whole after"
	[ $none -gt 0 ] || echo "$1: never before it was kept" >>"$T/found"
	silent "killed at a $1"
}
killed fdatasync 1
killed pwrite64 7
killed fcntl 19
killed openat 11
killed pread64 41

# ---- between the two commits: the texts are there, the entries are not
: >"$T/found"
k=1 between=0
while fresh; at pwrite64 $k; do
	if [ "$(entries)" = "$before" ] && [ "$(sqlite3 nsi-private.db 'SELECT count(*) FROM name')" != 0 ]; then
		between=$((between + 1))
		[ $((between % 4)) -ne 1 ] || sound "between $k" >>"$T/found"
	fi
	k=$((k + 2))
done
diag "of the $k writes every second was tried, $between are between"
[ $between -gt 0 ] || echo "never between" >>"$T/found"
silent 'killed between the two commits'

# ---- with a process that sweeps all the while
sweep() {
	rm -f ../stop
	: >../swept
	while [ ! -e ../stop ]; do
		nsi -q check --repair >>../swept 2>&1 || echo "exit code $?" >>../swept
	done &
	sweeps=$!
}
swept() {
	: >../stop
	wait $sweeps
	sed 's/^/the one that sweeps: /' ../swept >>"$T/found"
}
: >"$T/found"
for k in 3 17 31 45; do
	fresh
	sweep
	at pwrite64 $k
	sound "swept $k" >>"$T/found"
	swept
done
silent 'one is killed while another sweeps'
: >"$T/found"
fresh
sweep
for i in 2 3 4 5 6; do
	sed -n "1p;${i}p" ../list.csv | nsi -q iop enrol - 2>>"$T/found" >/dev/null
done
swept
names | diff ../want - >>"$T/found"
silent 'names come one after the other while another sweeps'
finish
