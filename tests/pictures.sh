#!/bin/sh
# pictures.sh FOLDER - the pictures of README.md, which nsi makes of the example school: its board on 12 November 2026,
# one teacher's way through a programme, an evening planned by pairs. The same input gives the same bytes.
set -eu
top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
case ${BUILD:=build} in /*) ;; *) BUILD=$top/$BUILD ;; esac
to=$(CDPATH='' cd -- "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset NSI_DB NSI_ACTOR NSI_NOW
NSI_BIN=$BUILD/nsi NSI_TODAY=2026-09-01 ORDER=45-о PROTOCOL=1
export NSI_BIN NSI_TODAY ORDER PROTOCOL
nsi() { "$NSI_BIN" -C "$work/w" --lang ru -q "$@"; }

"$top/examples/school-161/september.sh" "$work/w" >"$work/said" 2>&1 || { cat "$work/said" >&2; exit 1; }
NSI_TODAY=2026-11-12
nsi iop mark --from "$top/examples/school-161/marks-autumn.csv" >/dev/null
nsi report board --module inv --module pary -o "$to/board.svg"
nsi iop show p04 -o "$to/progress.svg"
NSI_TODAY=2026-11-16
nsi session pair next --rounds 3 --save >/dev/null
nsi session show next --columns round,kind,a,a_gives,b,b_gives -o "$to/evening.svg"
