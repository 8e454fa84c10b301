#!/bin/sh
# Today at a glance: what waits, and a command for each line that works when typed.
. "$(dirname "$0")/lib.sh"
fresh
nsi config lang en >/dev/null
nsi iop request add p07 'как вести пару' --unit pary-voz --on 2026-11-01 >/dev/null
nsi iop request add p04 'хочу попробовать' >/dev/null
is 'late requests first' 'nsi status -f csv --columns kind,count --no-header | head -2' 'request_late,1
request,2'
is 'the same without a word' 'nsi >a; nsi status >b; cmp a b' ''
ok 'at most 12 lines' test "$(nsi | wc -l)" -le 14
nsi status -f csv --columns command --no-header | while read -r c; do $c >/dev/null 2>>"$T/found" </dev/null || echo "$c"; done >>"$T/found"
silent 'each command works when typed'
exits 4 'something waits' nsi status --exit-code
nsi iop request answer "$(nsi iop request list +late -f csv --no-header --columns request)" --offer p01 >/dev/null
is 'answered, it waits no more' 'nsi status -f csv --columns kind,count --no-header | head -1' 'request,1'
mkdir ../e && cd ../e && nsi init --org s161 --lang en >/dev/null
is 'a new workspace' 'nsi status -f csv --no-header' 'empty,0,no programme is loaded yet,nsi help module load
year,0,no school year is open,nsi year open'
finish
