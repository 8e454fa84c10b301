#!/bin/sh
# Who has only `nsi help` types what it shows, and has a board after ten commands.
. "$(dirname "$0")/lib.sh"

# The first steps that the help in $1 shows, a line each, as they are to be typed.
steps() { sed -n '/^$/{h;d}; /^  \(nsi\|cd\) .*/p' "$1" | sed '/^  nsi report board/q' | sed 's/^  //; s/   .*//'; }

# typed NAME LANG: all of them, one after the other, in one shell
typed() {
	rm -rf "$T/new" && mkdir "$T/new" && cd "$T/new" || exit 1
	nsi --lang "$2" help >"$T/help"
	steps "$T/help" >"$T/steps"
	{ echo "LANG=$2.UTF-8; export LANG; set -e"; cat "$T/steps"; } >"$T/script"
	sh "$T/script" >"$T/out" 2>"$T/err" </dev/null
	result $? "$1: all of them can be typed" "$T/out" "$T/err"
	grep -v warning "$T/err" | grep -v предупреждение >"$T/found"
	silent "$1: nothing goes wrong"
	LC_ALL=C.UTF-8 grep -c '[+⊕]' "$T/out" >"$T/found"
	[ "$(cat "$T/found")" -ge 3 ]
	result $? "$1: people have mastered something on the board" "$T/out"
}

typed 'in September' en
cp "$T/steps" "$T/english"
[ "$(wc -l <"$T/english")" -le 9 ] && [ "$(wc -l <"$T/english")" -ge 5 ]
result $? 'with nsi help they are ten commands at most' "$T/english"
is 'the last one is the board' 'tail -1 "$T/english"' 'nsi report board'
awk '/^$/{n++} n == 2 && length > 80 && !/examples/' "$T/help" >"$T/found"
silent 'no line is wider than 80'
typed 'in Russian' ru
is 'the commands are the same' 'cmp "$T/english" "$T/steps"' ''
for NSI_TODAY in 2026-09-01 2027-01-03 2027-06-20; do
	export NSI_TODAY
	typed "on $NSI_TODAY" en
done

# ---- the example is found where it was installed, too
mkdir -p "$T/a place/bin" "$T/a place/lib" "$T/a place/share/nsi" && cp "$BUILD/nsi" "$T/a place/bin" && cp "$BUILD/libnsi.so.0" "$T/a place/lib"
cp -R "$ROOT/examples" "$T/a place/share/nsi"
is 'installed' '"$T/a place/bin/nsi" help | grep "module load" | sed "s|$T|T|"' '  nsi module load "T/a place/share/nsi/examples/school-161"'
PATH="$T/a place/bin:$PATH" typed 'installed' en
rm -r "$T/a place/share"
is 'without examples' '"$T/a place/bin/nsi" help | grep "module load"' '  nsi module load FOLDER                a programme, people and a year'

# ---- after each step nsi says what is next
cd "$T" && rm -rf s && nsi --lang en init s --org s161 >"$T/out"
is 'init names the next command' 'tail -1 "$T/out"' "next, in this folder: nsi module load FOLDER; 'nsi help' shows the first steps"
cd s || exit 1
is 'a workspace without a programme' 'nsi status -f csv --columns kind,command --no-header' 'empty,nsi help module load'
NSI_TODAY=2026-09-01 nsi -q module load "$ROOT/examples/school-161" >/dev/null
is 'people without programmes' 'NSI_TODAY=2026-09-01 nsi status -f csv --columns kind,command --no-header | grep unplanned' 'unplanned,nsi help iop plan'
finish
