# school.sh - sourced by the tests here: a school in $T/all to which everything may happen, and the torture of it.
#
#   tortured NAME TROUBLE POINTS [PATTERN]  a test: nothing is wrong when TROUBLE comes at POINTS points of each command in the
#                                           list that matches PATTERN; at $POINTS where that is set; 0: at all of them
ROOT=$(cd "$(dirname "$0")/../.." && pwd) || exit 1
[ ! -w /dev/shm ] || TMPDIR=/dev/shm               # a disk would only be waited for
. "$ROOT/tests/cmd/lib.sh"

# What everything happens to: somebody at each stage of a programme, an evening planned, a request, a sample of practice, an
# act taken back, a text that a crash left behind. Whose words others must not read have щщ in them.
all() {
	fresh
	{
		nsi -q module load "$ROOT/examples/next-year"
		nsi iop enrol --name 'Рисова Гречка Борщщовна' --code p20
		nsi iop set p01 post=учитель
		nsi iop revise p08 p09 p10 --reason ещё-щщ
		nsi iop propose p09 p10
		nsi iop close p11
		nsi iop request add p03 помогите-щщ
		nsi session pair sg-1@10.11 --rounds 2 --save
		nsi session visits add --host p02 --on 19.11 --lesson 2 --class 5А
		for p in p01 p02 p04; do nsi quantum try kv-abzac-text --by $p --class 7А --result worked; done
		nsi quantum review kv-abzac-text
		nsi iop mark p03 inv-priznaki mastered
		nsi undo --last
		nsi backup ../copy
	} >/dev/null
	sqlite3 nsi-private.db "INSERT INTO text (hash, salt, body) VALUES ('none', randomblob(16), 'сирота-щщ')"
	sed "s/REQUEST/$(nsi iop request list -f csv --no-header --columns request)/" "$ROOT/tests/torture/commands" >"$T/lines"
	cd .. && mkdir empty forms "$T/scratch"
	for f in board.html people.csv log.ndjson said.json back.csv; do echo old >$f; done
	sed 's/четверть/четв./' "$ROOT"/examples/next-year/*.yaml >more.yaml
	printf -- "-- Of one's own.\nSELECT code AS person -- person (Who)\n  FROM person\n" >own.sql
	printf 'person,unit,state,on\np05,inv-priznaki,mastered,2026-10-20\np06,inv-vidy,started,2026-10-20\n' >marks.csv
	(umask 077
	printf 'Код;ФИО;Школа\np04;Борщщова Свёкла Ивановна;\n;Полба Спельт Борщщович;s161\n;Рисова Гречка Борщщовна;s161\n' | tee list.csv >wrong.csv
	printf ';Укропов Лук Борщщевич;нет\n' >>wrong.csv
	printf 'person,block,text\np07,goal,научиться-щщ\np04,deficits,пары-щщ\n' >form.csv)
	mv "$T/desk" "$T/all" && mkdir "$T/desk" && cd "$T/desk" || exit 1
}

tortured() {
	points=$3
	! $slow || [ $points -eq 0 ] || points=$(((points + 3) / 4))
	grep -E "${4:-.}" "$T/lines" >"$T/some"
	NSI_ORIGIN=s161.b "$BUILD/torture/torture" "$2" "${POINTS:-$points}" "$T/all" "$T/scratch" "$T/some" щщ >"$T/found" 2>"$T/done"
	code=$?
	if [ $code -eq 77 ]; then
		skip "$1" 'it may not be done here'
		return
	fi
	[ $code -eq 0 ] || echo "exit code $code" >>"$T/found"
	[ -z "${POINTS:-}" ] || sed 's/^/# /' "$T/done"
	silent "$1 ($(awk '{ for (i = 2; i <= NF; i++) if ($i ~ /^tried/) n += $(i - 1) } END { print n + 0 }' "$T/done") points)"
}

# with sanitizers a run takes ten times as long: some points of some commands are enough then
slow=false
! grep -q __asan_init "$BUILD/torture/torture" || slow=true
NSI_NOW=2026-11-12T10:00:00Z NSI_ORIGIN=s161.a
export NSI_NOW NSI_ORIGIN
