#!/bin/sh
# Undo and redo: whole commands, what leans on them, and the journal that forgets nothing.
. "$(dirname "$0")/lib.sh"

quiet() { "$@" >/dev/null; }
rows() { "$@" -f csv --no-header; }
mark() { quiet nsi iop mark "$@"; }
state() { rows nsi iop show "$1" unit:"$2" --columns state; }
last() { nsi log --limit 1 -f csv --no-header --columns entry | sed 's/.*://'; }
verbs() { rows nsi log "$@" --columns verb | sort | uniq -c | tr -s ' ' | paste -sd,; }
NSI_TODAY=2026-10-20
fresh

# ---- the newest act, and the one before
mark p03 И1 started
mark p03 p04 И1 mastered
is '--last takes a whole command' 'nsi undo --last | tail -1; state p03 И1; state p04 И1' 'внесено: 1  уже было внесено: 0
started
open'
is 'again: the one before' 'quiet nsi undo --last; state p03 И1' open
is 'redo gives the newest undo back' 'quiet nsi redo; state p03 И1; state p04 И1' 'started
open'
is 'and the next' 'quiet nsi redo; state p03 И1; state p04 И1' 'mastered
mastered'
no 'no more' 'nsi redo' 'nsi: возвращать нечего'
is 'undo after redo' 'quiet nsi undo --last; state p03 И1; state p04 И1' 'started
open'
is 'a new mark between: redo is of the undo, not of the mark' 'mark p05 И1 started; quiet nsi redo; state p04 И1; state p05 И1' 'mastered
started'
is 'the log shows what is undone' 'rows nsi log verb:start,master --limit 4 --columns verb,person,undone | sort; quiet nsi undo --last; rows nsi log verb:start --limit 1 --columns verb,person,undone' 'master,p03,false
master,p04,false
start,p03,false
start,p05,false
start,p05,true'
is 'what cannot be said any more is said again' 'mark p05 И1 started; state p05 И1' started

# ---- who
is "another's act is not one's last" 'nsi --as p08 undo --last 2>&1; quiet nsi --as p08 iop mark p06 И1 started; quiet nsi undo --last; state p06 И1; state p05 И1' 'nsi: отменять нечего
started
open'
is 'it may be named by whoever' 'quiet nsi undo "$(last)" 2>/dev/null; e=$(nsi log verb:start actor:p08 -f csv --no-header --columns entry); quiet nsi undo "$e"; state p06 И1' open
is 'a reason is kept apart' 'quiet nsi redo; quiet nsi undo --last --reason "ошиблась строкой"; nsi log verb:undo --limit 1 -f csv --no-header --columns text --names | sed "s/ (.*)//"; sqlite3 nsi.db .dump | grep -c ошиблась' '"отменено: p03: И1 освоено, проверка: methodist, и ещё 1; ошиблась строкой"
0'

# ---- wrong words
no 'no such entry' 'nsi undo 9999' 'nsi: нет записи 9999 (см. nsi log)'
exit=2 no 'not an entry' 'nsi undo abc' 'nsi: «abc» — не запись (ИСТОЧНИК:НОМЕР или НОМЕР, см. nsi log)'
no 'of a strange origin' 'nsi undo other.1:5' 'nsi: нет записи other.1:5 (см. nsi log)'

# ---- what leans
fresh
mark p02 p04 И2 mastered --with p01 --on 2026-09-10          # 101 102
mark p07 И2 mastered --with p04 --on 2026-09-22              # 103
mark p07 И4 started --with p05 --on 2026-09-29               # 104
mark p05 И2 mastered --with p02 --on 2026-09-29              # 105
mark p06 И1 mastered --with p02 --on 2026-09-29              # 106
no 'a giver who would hold it no more, a unit that rests on it: the one line' 'nsi undo 102' 'nsi: 22.09.2026 p04 ещё не владеет И2 и учить p07 не может
nsi: 29.09.2026 p02 ещё не владеет И2 и учить p05 не может
nsi: на это опираются другие записи; отменить все вместе: nsi undo 101 103 104 105'
no 'in English' 'nsi --lang en undo 103' 'nsi: И4 rests on И2, which p07 does not hold by 2026-09-29
nsi: other entries lean on this; to take all of them back: nsi undo 103 104'
is 'nothing was undone' 'verbs verb:undo; state p07 И2' '
mastered'
is 'that line, typed, works' 'quiet nsi undo 101 103 104 105; state p07 И4; state p05 И2; state p06 И1' 'open
open
mastered'
no 'what leans on what is undone is not given back alone' 'mark p07 И2 mastered --with p02 --on 2026-09-22' 'nsi: 22.09.2026 p02 ещё не владеет И2 и учить p07 не может'
is 'all of it is' 'quiet nsi redo; state p07 И4; state p05 И2' 'started
mastered'
is 'two that lean on each other go together' 'quiet nsi undo 103 104; state p07 И2' open
mark p07 И2 mastered --with p01 --on 2026-09-20
no 'redo of what stands otherwise now' 'nsi redo' 'nsi: p07: И2 уже освоено'
is 'redo is of the newest undo that still stands' 'quiet nsi undo --last; quiet nsi redo; state p07 И2; state p07 И4' 'mastered
open'

fresh
mark p03 p04 И1 started --on 2026-09-01                     # 101 102
mark p04 И2 mastered --with p01 --on 2026-09-10              # 103
is 'a plan with marks on it' 'nsi undo 65 2>&1 | tail -1' 'nsi: на это опираются другие записи; отменить все вместе: nsi undo 65 77 89 101 103'
is 'a load with plans on it' 'nsi undo 1 2>&1 | tail -1' 'nsi: на это опираются другие записи; отменить все вместе: nsi undo 1 65 77 89 101 103'
is 'typed it works: nothing is left' 'quiet nsi undo 1 65 77 89 101 103; rows nsi iop list; rows nsi module list; rows nsi year list' ''
is 'and comes back whole' 'quiet nsi redo; rows nsi iop list --columns state | sort | uniq -c | tr -s " "; state p04 И2' ' 12 approved
mastered'
is 'sound' 'nsi check' ''

# ---- words about programmes
is 'an approval is taken back' 'quiet nsi iop revise p07 --reason х; quiet nsi iop plan p07 --module online; quiet nsi undo --last; quiet nsi undo --last; rows nsi iop show p07 unit:П1 --columns why; rows nsi iop list person:p07 --columns state' 'chosen
approved'
is 'a leave too' 'quiet nsi iop leave p01 --on 2026-10-01 --reason х; rows nsi iop who И2 --columns person; quiet nsi undo --last; rows nsi iop who И2 --columns person' 'p04
p01
p04'
no 'a leave before what he taught' 'mark p03 И2 mastered --with p01 --on 2026-10-05; nsi iop leave p01 --on 2026-10-01 --reason х' 'nsi: p01 на 05.10.2026 не участвует в программе'
no 'a leave before his own marks' 'nsi iop leave p04 --on 2026-09-05 --reason х' 'nsi: p04 к 10.09.2026 уже не участвует в программе'
is 'sound to the end' 'nsi check' ''
finish
