#!/bin/sh
# demo.sh - what `make demo` shows: the example school on 12 November 2026, in $BUILD/demo.
set -eu
top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
case ${BUILD:=build} in /*) ;; *) BUILD=$top/$BUILD ;; esac
school=$top/examples/school-161
dir=$BUILD/demo
NSI_BIN=$BUILD/nsi
unset NSI_DB NSI_ACTOR NSI_NOW
export NSI_BIN

show() { printf '\n$ %s\n' "$*"; }

rm -rf "$dir"
NSI_TODAY=2026-09-01 ORDER=45-о PROTOCOL=1
export NSI_TODAY ORDER PROTOCOL
show "examples/school-161/september.sh ${dir#"$top"/}"
"$school/september.sh" "$dir"
NSI_TODAY=2026-11-12
show "nsi iop mark --from examples/school-161/marks-autumn.csv"
"$NSI_BIN" -C "$dir" iop mark --from "$school/marks-autumn.csv" -o "$dir/marks.csv"
echo "$(($(wc -l <"$dir/marks.csv") - 1)) entries"
show "nsi report board"
"$NSI_BIN" -C "$dir" report board
printf '\nTo look around:\n  cd %s; export NSI_TODAY=%s; PATH=%s:$PATH; nsi help\n' "${dir#"$PWD"/}" "$NSI_TODAY" "$BUILD"
