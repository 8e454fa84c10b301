#!/bin/sh
# What is different on a terminal: wide changes are asked about, private texts are typed in the editor, long work is seen.
. "$(dirname "$0")/lib.sh"

command -v script >/dev/null || { echo '1..0 # SKIP there is no script(1)'; exit 0; }

# tty INPUT COMMAND: the command on a terminal where INPUT is typed; what it shows. The fifo stays open:
# script(1) waits for two seconds once its input has ended.
tty() {
	rm -f "$T/typed"
	mkfifo "$T/typed"
	exec 9<>"$T/typed"
	printf "$1" >&9
	script -qec "$2" /dev/null <&9 2>&1 | tr -d '\r' | sed 's/\x1b\[[0-9;]*m//g'
	exec 9>&-
}

{
	printf '%s\n' 'format: nsi/1' 'programme:' '  id: p' '  title: P' '  technologies: [{id: a, title: A}, {id: b, title: B}]' '  modules:' \
		'    - {id: m, kind: invariant, title: M, technologies: [a, b], units: [{id: u, label: U, title: U, hours: 1, check: demo}, {id: w, label: W, title: W, hours: 1, check: demo}]}' \
		'    - {id: v, kind: variative, title: V, technologies: [a], units: [{id: x, label: X, title: X, hours: 1, check: demo}]}' \
		'organisations: [{id: s1, title: S}]' 'participants:'
	for i in 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do echo "  - {code: p$i, org: s1, choice: [v]}"; done
	printf '%s\n' 'calendar:' '  - {id: y, year: 2027, orgs: [s1], week: 5, pupils: {from: 2026-09-01, to: 2027-05-26}, teachers: {from: 2026-08-24, to: 2027-06-30}, periods: [{id: q1, title: Q, from: 2026-09-01, to: 2027-05-26}]}'
} >p.yaml
nsi init w --org s1 --lang en >/dev/null && nsi -C w -q module load ../p.yaml >/dev/null
cd w || exit 1
plans() { nsi log verb:plan -f csv --no-header --columns entry | wc -l | tr -d ' '; }

# ---- more than twenty people
is 'asked, and told no' 'tty "n\n" "nsi iop plan --all" | tr "\n" " " | grep -o "This.*done" | sed "s/\] n /] /; s/  */ /g"; plans' 'This concerns 21 people. Go on? [y/N] nsi: nothing is done
0'
is 'nothing typed is no' 'tty "\n" "nsi iop plan --all" | grep -c "nothing is done"; plans' '1
0'
is 'which is no success' 'tty "n\n" "nsi iop plan --all; echo code \$?" | grep code' 'code 1'
is 'a Russian yes' 'tty "да\n" "nsi --lang ru iop plan --all" >/dev/null; plans' 21
is '--yes is not asked' 'tty "n\n" "nsi iop plan --all --module v --yes" | grep -c "Go on"' 0
is 'nor a dry run' 'tty "n\n" "nsi iop plan --all --dry-run" | grep -c "Go on"' 0
is 'nor twenty of them' 'tty "n\n" "nsi iop propose $(seq -s " " -f p%.0f 10 29)" | grep -c "Go on"' 0
is 'off a terminal nobody is asked' 'echo n | nsi iop approve p10 p11 p12 p13 p14 p15 p16 p17 p18 p19 p20 p21 p22 p23 p24 p25 p26 p27 p28 p29 p30 --dry-run 2>&1 | grep -c "Go on"' 0

# ---- the editor
printf '#!/bin/sh\n%s\n' 'cp "$1" seen; stat -c %a "$1" >mode; echo "by hand" >"$1"; echo "# left out" >>"$1"' >ed
printf '#!/bin/sh\nexit 1\n' >ed-fails
chmod +x ed ed-fails
mkdir run && XDG_RUNTIME_DIR=$PWD/run && export XDG_RUNTIME_DIR
said() { nsi log verb:return --limit 1 -f csv --no-header --names --columns text; }
is 'a text that is left out is typed there' 'EDITOR=./ed; export EDITOR; tty "" "nsi iop return p10" >/dev/null; said' 'p10: programme for 2026/2027 returned: by hand'
is 'into a file of its own' 'cat mode; ls "$XDG_RUNTIME_DIR"' 600
is 'which says what is wanted' 'sed -n "2s/:.*//p" seen' '# reason'
is 'VISUAL goes first' 'VISUAL=./ed EDITOR=./ed-fails; export VISUAL EDITOR; tty "" "nsi iop return p11" >/dev/null; said' 'p11: programme for 2026/2027 returned: by hand'
is 'an editor that fails' 'EDITOR=./ed-fails; export EDITOR; tty "" "nsi iop return p12"' "nsi: the editor './ed-fails' did not end well: nothing is done"
is 'an empty text' 'EDITOR=true; export EDITOR; tty "" "nsi iop return p12"' 'nsi: the text is empty: nothing is done'
is 'an empty word' 'nsi iop return p12 --reason ""' 'nsi: the text is empty: nothing is done'
is 'no editor' 'tty "" "nsi iop return p12"' "nsi: 'reason' is missing: give it as -, @FILE or a word, or set \$EDITOR"
is 'from standard input' 'printf "by\npipe\n\n" | nsi iop return p12 --reason - >/dev/null; said' '"p12: programme for 2026/2027 returned: by
pipe"'
echo 'by file' >text
is 'from a file' 'nsi iop return p13 --reason @text >/dev/null; said' 'p13: programme for 2026/2027 returned: by file'

# ---- how far long work is: a line that goes away again. A file whose last quote is open is read to its end, and refused.
awk 'BEGIN { print "person,unit,state"; for (i = 0; i < 400000; i++) print "p10,u,mastered"; print "\"" }' >long.csv
mkdir reports
echo 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000) SELECT max(i) AS i FROM n' >reports/long.sql
# barred COLUMNS COMMAND: what a terminal of so many columns gets, a line each time that it is written anew, without seconds
barred() { tty '' "stty cols $1; TERM=xterm; export TERM; $2" | sed 's/\x1b\[K/\n/g' | sed 's/ [0-9]*:[0-9][0-9]$//'; }
refused='nsi: long.csv:400002: a quote is opened and never closed'
is 'the bytes of a file' 'barred 60 "nsi iop mark --from long.csv" | grep -cE "^reading the file \[#*\.*\] +[0-9]+% $" | sed "s/^[1-9][0-9]*$/seen/"' seen
is 'in as many columns as there are, but one' 'barred 60 "nsi --lang ru iop mark --from long.csv" | perl -CSD -ne "print length() + 4, chr 10 if /%/" | sort -u' 59
is 'in few columns without a bar' 'barred 28 "nsi iop mark --from long.csv" | grep -E "^reading the file +[0-9]+% $" | grep -c . | sed "s/^[1-9][0-9]*$/seen/"' seen
is 'and then it is gone' 'barred 60 "nsi iop mark --from long.csv" | tail -2' "
$refused"
for quiet in 'TERM=dumb; nsi iop mark --from long.csv' 'unset TERM; nsi iop mark --from long.csv' 'nsi iop mark --from long.csv -q' 'nsi -q iop mark --from long.csv' \
	'nsi iop mark --from long.csv 2>err; cat err'; do
	is "none: $quiet" 'barred 60 "$quiet"' "$refused"
done
is 'none of what is short' 'barred 60 "nsi iop list --limit 1 --columns person --no-header"' p10
is 'a statement of which nobody knows the end' 'barred 60 "nsi -c report.seconds=1 report run long" | sed "s/ *$//; s/.*reports/reports/" | sort -u' '
reports/long.sql: stopped after 1 seconds
working'

# Ctrl-C, once it is seen
interrupted() {
	rm -f "$T/typed" "$T/screen"
	mkfifo "$T/typed"
	exec 9<>"$T/typed"
	for i in $(seq 300); do
		! grep -q working "$T/screen" 2>/dev/null || break
		sleep 0.1
	done >"$T/watched" && printf '\003' >&9 &
	script -qefc 'TERM=xterm; export TERM; nsi report run long' "$T/screen" <&9 >"$T/shown" 2>&1
	echo "code $?"
	exec 9>&-
}
is 'Ctrl-C ends it at once' 'interrupted' 'code 130'
is 'and leaves the line clean' 'tr -d "\r" <"$T/shown" | sed "s/.*\x1b\[K/|/" | tail -n 1; echo' '|'
finish
