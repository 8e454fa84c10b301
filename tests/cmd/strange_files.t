#!/bin/sh
# Where a file is expected: a fifo, a folder, a device without end, ten gigabytes. One sentence, at once.
. "$(dirname "$0")/lib.sh"

fresh
mkfifo ../fifo ../fifo.yaml
mkdir ../folder ../folder.yaml ../new
ln -s /dev/zero ../zero
ln -s /dev/zero ../zero.yaml
truncate -s 10G ../big 2>/dev/null && truncate -s 10G ../big.yaml || rm -f ../big ../big.yaml
is 'the journal before' 'nsi log -f csv --no-header --columns entry | wc -l >../before; test -s ../before && echo so' so

# refuses CODE FILE COMMAND…: within seconds, with one line that names the file, and exit code CODE
refuses() {
	code=$1 file=$2
	shift 2
	[ -e "$file" ] || { skip "$* $file" 'no such files here'; return; }
	timeout 10 nsi "$@" "$file" </dev/null >"$T/out" 2>"$T/err"
	got=$?
	{
		[ $got -eq "$code" ] || echo "exit code $got, not $code"
		[ "$(wc -l <"$T/err")" -eq 1 ] || cat "$T/err"
		grep -q "^nsi: .*${file##*/}" "$T/err" || cat "$T/err"
		cat "$T/out"
	} >"$T/found"
	silent "$* ${file##*/}"
}
for f in fifo folder zero big; do
	refuses 1 ../$f iop enrol
	refuses 1 ../$f.yaml iop enrol
	refuses 1 ../$f iop mark --from
	refuses 1 ../$f.yaml module load
	refuses 1 ../$f.yaml module diff
	(cd ../new && timeout 10 nsi restore "../$f" >"$T/out" 2>"$T/err"; echo $? >"$T/code")
	{ [ "$(cat "$T/code")" = 3 ] || cat "$T/code"; [ "$(wc -l <"$T/err")" -eq 1 ] || cat "$T/err"; ls ../new; } >"$T/found"
	silent "restore $f"
	timeout 10 nsi iop request add p07 @../$f >"$T/out" 2>"$T/err"
	{ [ $? -eq 2 ] || echo 'not exit code 2'; [ "$(wc -l <"$T/err")" -eq 1 ] || cat "$T/err"; grep -L "$f: [а-я ]*" "$T/err"; } >"$T/found"
	silent "a text from $f"
done
for c in 'iop enrol -' 'iop enrol - --type yaml' 'iop mark --from -' 'module load -' 'iop request add p07 -'; do
	timeout 20 nsi $c </dev/zero >"$T/out" 2>"$T/err"
	{ case $? in 1|2|3) ;; *) echo 'no end' ;; esac; [ "$(wc -l <"$T/err")" -eq 1 ] || cat "$T/err"; } >"$T/found"
	silent "$c of an input without end"
done
is 'a file with no text in it' 'nsi iop request add p07 @../big 2>&1 || :; rm -f ../big ../big.yaml' 'nsi: ../big: это не текст'
head -c 1100000 /dev/zero | tr '\0' x >../long
is 'a text too long' 'nsi iop request add p07 @../long 2>&1' 'nsi: ../long: текст длиннее 1 МиБ'
# ---- a file that changes while it is read: what was read is judged, and nothing else happens
awk 'BEGIN { print "format: nsi/1\norganisations:"; for (i = 0; i < 40000; i++) print "- {id: x" i ", title: \"Школа\"}" }' >../whole.yaml
awk 'BEGIN { print "ФИО;Школа"; for (i = 0; i < 40000; i++) print "Манкин 7;s161" }' >../whole.csv
for f in whole.yaml whole.csv; do
	cp ../$f ../moving.${f#*.}
	(while :; do head -c 300000 ../$f >../moving.${f#*.}; cat ../$f >../moving.${f#*.}; : >../moving.${f#*.}; done) &
	writer=$!
	i=0
	while [ $i -lt 12 ]; do
		case $f in *.yaml) set -- module load ;; *) set -- iop enrol ;; esac
		timeout 10 nsi "$@" ../moving.${f#*.} --dry-run >"$T/out" 2>"$T/err"
		case $? in 0|1) ;; *) echo "exit code $?"; cat "$T/err" ;; esac
		i=$((i + 1))
	done >"$T/found"
	kill $writer
	wait $writer 2>/dev/null
	silent "$f that changes while it is read"
done
is 'nothing is kept of all that' 'nsi log -f csv --no-header --columns entry | wc -l' "$(cat ../before)"
finish
