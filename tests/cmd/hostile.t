#!/bin/sh
# What nobody in his right mind would type or send: each is refused in one sentence, and nothing is kept.
. "$(dirname "$0")/lib.sh"

nsi init w --org s161 --lang en >/dev/null
# ---- folders: told once what is too much, and nothing of it loaded
mkdir many && (cd many && i=0; while [ $i -lt 4100 ]; do echo 'format: nsi/1' >$i.yaml; i=$((i + 1)); done)
exits 1 'a folder of more files than anybody has' nsi -C w -q module load ../many
is 'is told once' 'wc -l <"$T/err"' 1
cp -R "$ROOT/examples/school-161" deep
(cd deep; i=0; while [ $i -lt 20 ]; do mkdir a && cd a || exit; i=$((i + 1)); done; echo 'format: nsi/1' >x.yaml)
no 'what lies too deep is not left out in silence' 'nsi -C w -q module load ../deep' \
	'nsi: ../deep/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a: folders nested deeper than 16'
is 'and nothing was loaded' 'nsi -C w log -f csv --no-header' ''
rm -rf many deep w

# ---- text that is no text, codes that are no codes: the journal could not be read by others
fresh
bad=$(printf 'a\377b')
count() { nsi log -f csv --no-header | wc -l; }
before=$(count)
no 'evidence' 'nsi iop mark p07 inv-vidy mastered --evidence "$bad"' 'nsi: текст не в UTF-8'
no 'a private text' 'nsi iop revise p07 --reason "$bad"' 'nsi: текст не в UTF-8'
printf 'a\377b' >bad.txt
no 'a private text from a file' 'nsi iop revise p07 --reason @bad.txt' 'nsi: текст не в UTF-8'
no 'of an undo' 'nsi undo --last --reason "$bad"' 'nsi: текст не в UTF-8'
exit=2 no 'of a setting' 'nsi config title "$bad"' 'nsi: текст не в UTF-8'
no 'a session' "nsi iop mark p07 inv-vidy mastered --session 'a b'" \
	'nsi: «a b» — не занятие: нужен код без пробелов, например all@2026-10-02'
for who in 'a b' "$(printf 'a\nb')" "$bad" 'a"b' "$(printf 'a%.0s' $(seq 300))"; do
	exits 2 'who acts is a code' nsi --as "$who" iop mark p07 inv-vidy mastered
	NSI_ACTOR=$who exits 2 'of the environment too' nsi iop mark p07 inv-vidy mastered
	exits 2 'and of a setting' nsi config actor "$who"
done
is 'nothing of it was kept' count "$before"
is 'composed and decomposed letters are one' \
	'nsi -q iop mark p07 inv-vidy mastered --evidence "$(printf "\320\270\314\206")" >/dev/null; nsi log --limit 1 -f csv --columns data --no-header' \
	'"{""evidence"":""й"",""checked_by"":""methodist""}"'
NSI_ORIGIN='A B:1' exits 3 'a name of the journal that no line could carry' nsi init q --org s1
ok 'leaves no database' test ! -e q/nsi.db

# ---- who may read the private file
fresh
chmod 644 nsi-private.db
is 'a private file that others may read is told' 'nsi --lang en check -f csv --no-header 2>/dev/null' 'private,,others may read the private file'
is 'whenever it is used' 'nsi --lang en iop revise p07 --reason x 2>&1 >/dev/null' \
	"nsi: warning: $PWD/nsi-private.db can be read by others: nsi check --repair takes that away"
is 'and mended' 'nsi check --repair; nsi check; stat -c %a nsi-private.db' 600

# ---- settings
exit=2 no 'a time to wait' 'nsi --lang en config busy_timeout abc' 'nsi: busy_timeout wants milliseconds, as 10000, not "abc"'
exit=2 no 'for one command' 'nsi --lang en -c busy_timeout=-1 iop list' 'nsi: busy_timeout wants milliseconds, as 10000, not "-1"'
exit=2 no 'on or off' 'nsi --lang en config private.group maybe' 'nsi: private.group is on or off, not "maybe"'
exits 2 'an unknown setting for one command' nsi -c nokey=1 iop list
is 'a setting is taken away' 'nsi config title x >/dev/null; nsi config title "" -f csv --no-header' 'title,'

# ---- the terminal
is 'a letter that turns the line around' 'nsi --lang en iop mark "$(printf "p\330\234\342\200\250\342\200\256")" inv-vidy mastered 2>&1' \
	"nsi: there is no person \"p$(printf '\357\277\275\357\277\275\357\277\275')\""
is 'a word of a megabyte is not told whole' 'head -c 100000 /dev/zero | tr "\0" p >long; test $(nsi iop mark "$(cat long)" inv-vidy mastered 2>&1 | wc -c) -lt 2100; echo $?' 0
exit=3 no 'help to a full disk' 'nsi --lang en help >/dev/full' 'nsi: standard output: the disk is full'

# ---- a sheet that says the same again and again
fresh
(echo person,unit,state; yes p07,inv-vidy,started | head -20000) >same.csv
is 'the same twenty thousand times is said once, soon' 'timeout 30 nsi iop mark --from same.csv -f csv --columns person,unit --no-header' 'p07,inv-vidy'

(echo person,unit,state; head -c 4000000 /dev/zero | tr '\0' ,) >wide.csv
no 'a row without end' 'timeout 30 nsi --lang en iop mark --from wide.csv' 'nsi: wide.csv:2: a row without end: more cells than any sheet has'

# ---- a machine that gives nothing more
awk 'BEGIN { print "format: nsi/1\nmodules: [{id: m, kind: invariant, title: M}]\nunits:"
	for (i = 0; i < 20000; i++) print "- {id: u" i ", module: m, label: u" i ", title: T, hours: 1}" }' >big.yaml
nsi init big --org s161 --lang en >/dev/null
if (ulimit -v 20000; nsi --version) >/dev/null 2>&1; then
	for v in 10000 13000 16000 20000; do
		exit=3 no "memory of $v KiB" "ulimit -v $v; nsi -C big -q module load ../big.yaml" 'nsi: out of memory'
	done
	is 'nothing was written' 'nsi -C big log -f csv --no-header; nsi -C big check' ''
else
	skip 'little memory' 'this build needs a lot of it'
fi
exit=3 no 'a file may not grow' 'ulimit -f 1; nsi --lang en iop mark p07 inv-zapros started' \
	"nsi: $PWD/nsi.db cannot be read or written: the file would be larger than allowed"
is 'and the journal is whole' 'nsi check' ''

finish
