#!/bin/sh
# Who never meets whom, who meets for sure, how often somebody teaches, who takes a pause: as set of people, kept by evenings.
. "$(dirname "$0")/lib.sh"

quiet() { "$@" >/dev/null; }
pairs() { nsi -q session pair --on 18.09 "$@" -f csv --columns a,b,c --no-header | sed 's/,*$//'; }
# met A B: in how many meetings of the evening both are
met() { a=$1 b=$2; shift 2; pairs "$@" | awk -F, -v a=$a -v b=$b '{ x = y = 0; for (i = 1; i <= NF; i++) { x += $i == a; y += $i == b } n += x && y } END { print n + 0 }'; }
# taught P: in how many meetings of the evening he gives something
taught() { p=$1; shift; nsi -q session pair --on 18.09 "$@" -f csv --columns round,a,b,a_gives,b_gives,kind --no-header |
	awk -F, -v p=$p '($2 == p && $4 || $3 == p && $5) && $6 != "co_study" { if (!($1 in seen)) n++; seen[$1] } END { print n + 0 }'; }
fresh
NSI_TODAY=2026-09-16

# ---- apart
is 'unasked they meet' '[ $(met p01 p07 --rounds 6) -gt 0 ] || echo never' ''
is 'set apart, whoever says it' 'quiet nsi iop set p07 apart=p01; met p01 p07 --rounds 6' '0'
is 'in other plans too' 'for seed in 1 2 3 4 5; do met p01 p07 --rounds 4 --seed $seed; done | paste -sd" "' '0 0 0 0 0'
no 'what is said of one evening does not go over it' 'nsi session pair --on 18.09 --together p01-p07' 'nsi: p01 и p07: и вместе, и порознь сразу нельзя'
is 'as it was set, a day of before is free of it' 'nsi -q session pair --on 15.09 --rounds 6 -f csv --columns a,b --no-header | grep -qE "^p01,p07|^p07,p01" || echo never' ''
is 'taken away' 'quiet nsi iop set p07 apart=; [ $(met p01 p07 --rounds 6) -gt 0 ] || echo never' ''

# ---- together
is 'unasked they do not meet at once' 'met p03 p08 --rounds 2' '0'
is 'set together they do' 'quiet nsi iop set p03 together=p08; met p03 p08 --rounds 2' '1'
is 'where one of them is not there, nothing is asked' 'met p03 p08 --rounds 2 --absent p08; pairs --rounds 2 --absent p08 | grep -c p03' '0
2'
quiet nsi iop set p03 together=

# ---- load
is 'unasked he teaches more than once' '[ $(taught p02 --rounds 4) -gt 1 ] || echo once' ''
is 'in one of them' 'quiet nsi iop set p02 load=1; taught p02 --rounds 4' '1'
is 'in none' 'quiet nsi iop set p02 load=0; taught p02 --rounds 4' '0'
is 'in other plans too' 'quiet nsi iop set p02 load=2; for seed in 1 2 3 4 5; do [ $(taught p02 --rounds 4 --seed $seed) -le 2 ] || echo more; done' ''
is 'no limit any more' 'quiet nsi iop set p02 load=; [ $(taught p02 --rounds 4) -gt 1 ] || echo once' ''

# ---- pauses
is 'who takes a pause is not planned' 'quiet nsi iop pause p01 --from 17.09 --to 19.09; pairs --rounds 4 | grep -c p01' '0'
is 'though he was named' 'nsi session pair --on 18.09 --present p01,p02,p03 --rounds 1 2>&1 >/dev/null' 'nsi: warning: не включены, у них пауза: p01'
is 'the day before and the day after' 'for d in 16.09 20.09; do nsi -q session pair --on $d --rounds 2 -f csv --columns a,b --no-header | grep -q p01 || echo never; done' ''
is 'the pause undone' 'quiet nsi undo --last; [ $(pairs --rounds 4 | grep -c p01) -gt 0 ] || echo never' ''
finish
