# lib.sh - sourced first by every command test: a folder and a HOME of its own, a fixed day, TAP.
#
#   ok NAME COMMAND…          passes when COMMAND does
#   exits CODE NAME COMMAND…  passes when COMMAND ends with CODE (its output is in $T/out, $T/err)
#   is NAME 'COMMAND' TEXT    passes when COMMAND, read by the shell, prints TEXT on both outputs
#   no NAME 'COMMAND' TEXT    the same for what is refused: TEXT on standard error alone, and exit code
#                             1, or what the variable exit says
#   same FILE COMMAND…        the same with the text in tests/cmd/out/FILE; ACCEPT=1 writes it anew
#   silent NAME               passes when $T/found is empty: what is in it is what is wrong
#   skip NAME WHY             counts as passed
#   finish                    the last line of every test
#   school                    makes $T/school once: the example in September 2026, every plan approved
#   fresh                     goes into a new copy of it; the day is then $NSI_TODAY
set -u
ROOT=$(cd "$(dirname "$0")/../.." && pwd) || exit 1
case ${BUILD:=build} in /*) ;; *) BUILD=$ROOT/$BUILD ;; esac
T=$(mktemp -d "${TMPDIR:-/tmp}/nsi-test.XXXXXX") || exit 1
trap 'rm -rf "$T"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$T/home" "$T/desk"
for v in $(env | sed -n 's/^\(NSI_[A-Z_]*\|LC_[A-Z]*\|LANG\|LANGUAGE\|XDG_[A-Z_]*\|NO_COLOR\|COLUMNS\|LINES\|TZ\|EDITOR\|VISUAL\|PAGER\)=.*/\1/p'); do
	unset "$v"
done
HOME=$T/home PATH=$BUILD:$PATH LC_ALL=C TERM=dumb NSI_TODAY=2026-11-12
export ROOT BUILD T HOME PATH LC_ALL TERM NSI_TODAY
umask 022
cd "$T/desk" || exit 1

tests=0
failed=0

# result STATUS NAME [FILE…]: one line of TAP; of a failure also what the files hold
result() {
	tests=$((tests + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $tests - $2"
		return 0
	fi
	failed=$((failed + 1))
	echo "not ok $tests - $2"
	shift 2
	for f; do sed 's/^/# /' "$f"; done
	return 0
}

diag() {
	printf '%s\n' "$*" | sed 's/^/# /'
}

ok() {
	name=$1
	shift
	"$@" >"$T/out" 2>"$T/err" </dev/null
	result $? "$name" "$T/out" "$T/err"
}

exits() {
	want=$1 name=$2
	shift 2
	"$@" >"$T/out" 2>"$T/err" </dev/null
	got=$?
	[ $got -eq "$want" ] || echo "exit code $got, not $want" >>"$T/err"
	[ $got -eq "$want" ]
	result $? "$name" "$T/out" "$T/err"
}

is() {
	printf '%s\n' "$3" >"$T/want"
	(eval "$2") >"$T/got" 2>&1 </dev/null
	[ -n "$3" ] || : >"$T/want"
	diff -u "$T/want" "$T/got" >"$T/diff"
	result $? "$1" "$T/diff"
}

no() {
	printf '%s\n' "$3" >"$T/want"
	(eval "$2") >"$T/out" 2>"$T/got" </dev/null
	code=$?
	[ $code -eq "${exit:-1}" ] || echo "exit code $code, not ${exit:-1}" >>"$T/got"
	cat "$T/out" >>"$T/got"
	diff -u "$T/want" "$T/got" >"$T/diff"
	result $? "$1" "$T/diff"
}

same() {
	file=$ROOT/tests/cmd/out/$1
	name=$1
	shift
	"$@" >"$T/got" 2>&1 </dev/null
	[ -z "${ACCEPT:-}" ] || cp "$T/got" "$file"
	diff -u "$file" "$T/got" >"$T/diff" 2>&1
	result $? "$name" "$T/diff"
}

silent() {
	[ ! -s "$T/found" ]
	result $? "$1" "$T/found"
}

skip() {
	tests=$((tests + 1))
	echo "ok $tests - $1 # SKIP $2"
}

school() {
	NSI_BIN=$BUILD/nsi NSI_TODAY=2026-09-01 ORDER=45-о PROTOCOL=1 \
		"$ROOT/examples/school-161/september.sh" "$T/school" >"$T/out" 2>&1 || { cat "$T/out"; exit 1; }
}

fresh() {
	[ -d "$T/school" ] || school
	cd "$T/desk" && rm -rf w && cp -R "$T/school" w && cd w || exit 1
}

finish() {
	echo "1..$tests"
	[ $failed -eq 0 ]
	exit
}
