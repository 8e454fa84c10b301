#!/bin/sh
# demo.sh - what `make demo` shows: the example school, its people from Excel, on 12 November 2026, in $BUILD/demo.
set -eu
top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
case ${BUILD:=build} in /*) ;; *) BUILD=$top/$BUILD ;; esac
dir=$BUILD/demo
NSI_BIN=$BUILD/nsi
unset NSI_DB NSI_ACTOR NSI_NOW
export NSI_BIN

# what is typed, and what answers, without the way to this folder
show() {
	printf '\n$ %s\n' "$1"
	shift
	out=$("$@") || exit
	printf '%s\n' "$out" | sed "s|$top/||"
}
nsi() { "$NSI_BIN" -C "$dir" "$@"; }
mark() {
	nsi iop mark --from "$top/examples/school-161-excel/otmetki-oseni.csv" | sed -n '$p'
}
ask() {
	echo 'пары замолкают через пять минут' | nsi iop request add p07 - --unit П3
}

rm -rf "$dir"
NSI_TODAY=2026-09-01 ORDER=45-о PROTOCOL=1
export NSI_TODAY ORDER PROTOCOL
echo "# September: the programme from YAML, twelve people from a list that Excel saved (invented names)"
show "examples/school-161/september.sh ${dir#"$top"/} examples/school-161-excel" \
	"$top/examples/school-161/september.sh" "$dir" "$top/examples/school-161-excel"
show "nsi iop list --names --columns person,org,state,units,hours,due --limit 5" \
	nsi iop list --names --columns person,org,state,units,hours,due --limit 5
NSI_TODAY=2026-11-12
printf '\n# 12 November: the marks of autumn, also from Excel; somebody asks and is answered\n'
show "nsi iop mark --from examples/school-161-excel/otmetki-oseni.csv | tail -1" mark
show "echo 'пары замолкают через пять минут' | nsi iop request add p07 - --unit П3" ask
number=$(nsi iop request list --columns request -f csv --no-header)
show "nsi iop request answer $number --offer П3,p01" nsi iop request answer "$number" --offer П3,p01
printf '\n# 16 November: an evening is prepared in one line; 18 November: how it went, in another\n'
NSI_TODAY=2026-11-16
show "nsi session pair next --rounds 2 --save" nsi session pair next --rounds 2 --save
NSI_TODAY=2026-11-18
show "nsi session record last --all-ok --absent p10" nsi session record last --all-ok --absent p10
show "nsi" nsi
show "nsi report board --module inv --module pary" nsi report board --module inv --module pary
printf '\nTo look around:\n  cd %s; export NSI_TODAY=%s; PATH=%s:$PATH; nsi help\n' "${dir#"$PWD"/}" "$NSI_TODAY" "$BUILD"
