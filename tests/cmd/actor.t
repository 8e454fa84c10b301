#!/bin/sh
# Who acts is a code or the word of a role, never a name; what else of a name could stand in nsi.db.
. "$(dirname "$0")/lib.sh"

NSI_BIN=$BUILD/nsi ORDER=45-о PROTOCOL=1
export NSI_BIN ORDER PROTOCOL
NSI_TODAY=2026-09-01 "$ROOT/examples/school-161/september.sh" w "$ROOT/examples/school-161-excel" >"$T/out" 2>&1 || cat "$T/out"
unset ORDER PROTOCOL
cd w || exit 1
last() { nsi log --limit 1 -f csv --no-header --columns actor; }
say() { nsi -q "$@" >/dev/null; }
nobody() { printf 'nsi: «%s» — не тот, кто вносит записи: нужен код, например p08, или слово роли (methodist, curator, mentor, leader, head, director, zavuch, deputy, secretary, admin)' "$1"; }

is 'a code' 'say --as p08 iop mark p07 inv-vidy started; last' p08
is 'typed in the other layout' 'say --as р08 iop mark p06 inv-vidy started; last' p08
is 'the word of a role' 'say --as zavuch iop mark p05 inv-vidy started; last' zavuch
is 'in Russian too' 'say --as Директор iop mark p04 inv-vidy started; last' director
is 'the beginning of a surname is its code' 'say --as перл iop mark p03 inv-vidy started; last' p01
is 'also in the environment' 'NSI_ACTOR=Перлова say iop mark p09 inv-vidy started; last' p01
is 'and for a call' 'say -c actor=Перлова iop mark p10 inv-vidy started; last' p01
is 'as a setting it is kept as the code' 'nsi config actor Перлова -f csv --no-header; nsi config actor "" >/dev/null' actor,p01
exit=2
no 'a name that nobody has' 'nsi --as Сидорова iop mark p01 inv-vidy started' "$(nobody Сидорова)"
no 'nor one that looks Latin' 'nsi --as Сорока iop mark p01 inv-vidy started' "$(nobody Сорока)"
no 'as a setting' 'nsi config actor Сидорова' "$(nobody Сидорова)"
no 'in Latin letters neither' 'nsi --as Sidorova iop mark p01 inv-vidy started' "$(nobody Sidorova)"
no 'nor a word that could be one' 'nsi --as org/perlova iop mark p01 inv-vidy started' "$(nobody org/perlova)"
no 'of a new workspace' 'nsi --lang ru init ../x --org s1 --actor Перлова' "$(nobody Перлова)"
exit=1
is 'who may not read the names gets no code by them' 'mv nsi-private.db ../; nsi --as Перлова iop mark p01 inv-vidy started 2>&1; mv ../nsi-private.db .' "$(nobody Перлова)"
exits 0 'to read nobody acts' nsi --as Сидорова iop list

no 'a code is none that a name could be' 'nsi iop enrol --name "Кашин Овёс Ячменович" --org s161 --code kashin' 'nsi: новый код кончается цифрой, как p13: имя в нём прочтёт любой'
printf 'Код;ФИО;Школа\nkashin;Кашин Овёс Ячменович;Школа 161\n' >l.csv
no 'nor in a list' 'nsi iop enrol l.csv' 'nsi: l.csv:2:1: новый код кончается цифрой, как p13: имя в нём прочтёт любой'
is 'a code with a digit will do' 'nsi -q iop enrol --name "Кашин Овёс Ячменович" --org s161 --code t13 -f csv --no-header --columns person' t13

is 'a theme with a name in it is warned of' 'nsi iop request add p07 x --theme "уроки Перловой" 2>&1 >/dev/null' 'nsi: warning: в theme стоит «Перловой», а этот текст виден всем: не фамилия ли это?'
is 'in any form' 'nsi iop request add p07 y --theme "ПЕРЛОВА, 5а" 2>&1 >/dev/null | grep -c ПЕРЛОВА' 1
is 'other words are not' 'nsi iop request add p07 z --theme "перловка и гречка в столовой" 2>&1 >/dev/null' ''
grep -aE 'Перлова|perlova|[Ss]idorova|Сидоров|Сорока|kashin' nsi.db nsi.db-wal 2>/dev/null >"$T/found"
silent 'no surname is in nsi.db'
finish
