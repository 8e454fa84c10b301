#!/bin/sh
# Groups from the command line: opened with warnings, joined, left, dissolved; what is left; loads that come after.
. "$(dirname "$0")/lib.sh"

quiet() { "$@" >/dev/null; }
rows() { "$@" -f csv --no-header; }
q() { sqlite3 nsi.db "$1"; }
state() { rows nsi session group list "group:$1" --columns state; }
members() { rows nsi session group list "group:$1" --columns members; }
fresh

# ---- those of the files
is 'all groups, as keys of the contract' "nsi session group list -f csv | head -1; rows nsi session group list --columns group,kind,leader,state" 'group,title,kind,leader,members,from,to,units,state
kso,creative,p01,open
blended,creative,p05,open
events,creative,p08,open
sg-1,combined,p06,open
sg-2,combined,p05,open
uk-161,team,p08,open
uk-a,team,p10,open'
is 'by person, school, unit, kind, state, word' 'for f in person:p06 org:net-a unit:И2 kind:combined kind:сводная state:open state:closed сводная; do rows nsi session group list $f --columns group | paste -sd,; done' 'blended,sg-1,sg-2,uk-161
sg-1,sg-2,uk-a
sg-1
sg-1,sg-2
sg-1,sg-2
kso,blended,events,sg-1,sg-2,uk-161,uk-a

sg-1,sg-2'
exit=2 no 'what it can be filtered by is told' 'nsi session group list quantum:x' 'nsi: «quantum:x»: такого условия у этого вопроса нет; есть group:… kind:… org:… person:… СЛОВО state:… unit:…'
is 'who of it can teach what, who has to learn' 'rows nsi session group show sg-1 --columns row,person,unit,teaches,learns 2>/dev/null | sed -n "1p;8,11p"' 'member,p01,,inv-vidy pary-voz,inv-instr
member,p12,,,inv-vidy inv-instr pary-voz
unit,,inv-vidy,p01,p02 p04 p06 p07 p09 p10 p12
unit,,inv-instr,,p01 p02 p04 p06 p07 p09 p10 p12
unit,,pary-voz,p01,p02 p04 p07 p10 p12'
is 'what it lacks' 'nsi session group show sg-1 2>&1 >/dev/null' 'nsi: warning: sg-1: в группе некому учить этим единицам, их запустит гость или совместное изучение: И4'

# ---- opened
open='nsi session group open sg-3 --title Табло --leader p05 --members p03,p05,p08,p11 --units inv-zapros,И5 --to 25.12'
is 'a dry run keeps nothing' '$open --dry-run -f csv --columns change,person,unit 2>/dev/null | sed -n "1,2p;6p"; rows nsi session group list sg-3; nsi session group show sg-3' 'change,person,unit
+,p03,
+,,inv-zapros
nsi: не найдено: группа «sg-3» (может быть, sg-1?)'
is 'opened' '$open -f csv --columns person,learns 2>/dev/null | sed -n 2p; rows nsi session group list group:sg-3' 'p03,inv-zapros inv-tablo
sg-3,Табло,combined,p05,p03 p05 p08 p11,2026-11-12,2026-12-25,inv-zapros inv-tablo,open'
is 'it is a definition like the others' 'nsi module diff -f csv | sed 1d; rows nsi module show sg-3 --columns key,value | grep -c .' '+,group,sg-3,Табло
8'
is 'one act, taken back and given again' 'quiet nsi undo --last; rows nsi session group list group:sg-3; q "SELECT count(*) FROM membership m JOIN code c ON c.id = m.grp WHERE c.code = '"'sg-3'"'"; quiet nsi redo; members sg-3' '0
p03 p05 p08 p11'
is 'what is taken back is told' 'rows nsi undo --last --columns text | cut -d"(" -f1; quiet nsi redo' '"отменено: p03: участие в группе sg-3, и ещё 4 '
is 'in its units nothing is due after its last day' 'quiet nsi -q iop revise p03 p11 --reason x; nsi -q iop plan p03 p11 -f csv --columns unit,due | awk -F, "/inv-zapros|inv-tablo/ && \$2 > \"2026-12-25\""; quiet nsi -q iop propose p03 p11; quiet nsi iop approve p03 p11 --order 1' ''
no 'an id is given once' 'nsi session group open sg-3 --title x' 'nsi: группа sg-3 уже есть: включить в неё людей — nsi session group join'
no 'not the id of an event' 'nsi session group open vebinar-1 --title x --members p03' 'nsi: «vebinar-1» — идентификатор сразу двух объектов: event и group'
no 'an id' 'nsi session group open Группа --title x' 'nsi: «Группа» — не код: a-z, 0-9 и одиночные «-», первой буква, не длиннее 64'
no 'nobody of that code' 'nsi session group open sg-4 --members p99' 'nsi: не найдено: педагог «p99» (может быть, p09?)'
no 'a unit as a whole' 'nsi session group open sg-4 --units pary-voz.k1' 'nsi: pary-voz.k1 — часть единицы, а группа собирается ради целых единиц'
no 'a span in order' 'nsi session group open sg-4 --from 01.12 --to 01.11' 'nsi: «sg-4» кончается раньше, чем начинается: 2026-12-01 – 2026-11-01'
is 'nothing of these is kept' 'rows nsi session group list sg-4; nsi check' ''
is 'it lacks what it lacks' 'nsi session group open sg-5 --members p01,p02 2>&1 >/dev/null' 'nsi: warning: sg-5: сводной группе лучше быть от 4 до 12 человек, в этой — 2
nsi: warning: sg-5: группа не сводная, все из одной школы и одной постоянной группы
nsi: warning: sg-5: нет ведущего
nsi: warning: sg-5: нет срока, from и to
nsi: warning: sg-5: нет единиц, ради которых она собирается'
is 'who neither gives nor takes is named' 'quiet nsi undo --last; nsi session group open sg-5 --leader p05 --members p01,p05,p09,p12 --units sobytie-komanda --to eoy 2>&1 >/dev/null; quiet nsi undo --last' 'nsi: warning: sg-5: в группе некому учить этим единицам, их запустит гость или совместное изучение: С2
nsi: warning: sg-5: ничего из её единиц не осваивают и не освоили: p01, p05, p09, p12'
is 'of another kind nothing is asked' 'nsi session group open uk-b --kind team --title "Команда" --leader p12 --members p12 2>&1 >/dev/null; rows nsi session group list group:uk-b --columns kind,state; quiet nsi undo --last' 'team,open'
is 'people of a list are members too' 'quiet nsi iop enrol --name "Яров Ян" --code p13 --org s161; nsi session group open sg-6 --leader p13 --members p13,p01,p09,p10 --units И2 --to eoy >/dev/null 2>&1; rows nsi session group list group:sg-6 --columns leader,members' 'p13,p01 p09 p10 p13'

# ---- joined and left
is 'joined' 'rows nsi session group join sg-3 p09,p11 --columns person,text 2>&1 | grep -v некому; members sg-3' 'nsi: warning: p11 уже в группе sg-3
p09,p09: участие в группе sg-3
p03 p05 p08 p09 p11'
is 'left' 'quiet nsi session group leave sg-3 p09 2>/dev/null; members sg-3' 'p03 p05 p08 p11'
no 'who is not in it' 'nsi session group leave sg-3 p09' 'nsi: p09 не входит в группу sg-3'
no 'who takes no part' 'quiet nsi iop leave p13 --on today --reason x; nsi session group join sg-3 p13' 'nsi: p13 не участвует 12.11.2026'
no 'nor tomorrow' 'nsi session group join sg-3 p09 --on tomorrow' 'nsi: 13.11.2026 — позже сегодняшнего дня'
is 'who joined is in its filter and board' 'quiet nsi session group join sg-3 p09 2>/dev/null; rows nsi iop list group:sg-3 --columns person | paste -sd" "; nsi report board --group sg-3 -f csv | grep -c ^person' 'p03 p05 p08 p09 p11
5'

# ---- states
is 'over, with less than three, with all learned' 'NSI_TODAY=2026-12-26 state sg-3; nsi session group leave sg-3 p03,p05,p09 2>/dev/null >&2; state sg-3; nsi undo --last >/dev/null; state sg-3' 'over
small
open'
is 'status says so' 'NSI_TODAY=2026-12-26 nsi -q status -f csv | grep group' 'group,2,combined groups whose span is over and that are not dissolved,false,nsi session group list state:over'
is 'done when its members hold what they have of its units' 'nsi session group open sg-7 --leader p01 --members p03,p06,p09 --units И2 --to eoy >/dev/null 2>&1; state sg-7; for p in p03 p06 p09; do quiet nsi iop mark $p И2 mastered --with p01 --checked-by p01; done; state sg-7' 'open
done'

# ---- dissolved
quiet nsi session pair sg-1@17.11 --rounds 2 --save 2>/dev/null
close='nsi session group close sg-1 --reason освоили'
exit=2 no 'a reason is wanted' 'nsi session group close sg-1' 'nsi: не указано --reason TEXT (почему; остаётся в закрытом файле); см. «nsi help session group close»'
no 'not tomorrow' 'nsi session group close sg-1 --reason x --on tomorrow' 'nsi: группу распускают сегодняшним или прошедшим днём, не будущим'
before=$(q 'SELECT count(*) FROM entry')
is 'a dry run tells what would be left' '$close --dry-run -f csv --no-header --columns change,kind,person,label,session,command | sed -n "1,2p;\$p" ; rows $close --dry-run --columns kind | sort | uniq -c | tr -s " "; [ $before = "$(q "SELECT count(*) FROM entry")" ]' '~,unit,p01,И4,,
~,unit,p02,И2,,
-,announced,,,sg-1@2026-12-15,
 2 announced
 1 session
 18 unit'
is 'dissolved: what was saved is to be cancelled' 'rows $close --columns session,command | grep cancel; rows nsi session group list group:sg-1 --columns members,state,closed' 'sg-1@2026-11-17,nsi session cancel sg-1@2026-11-17
,closed,2026-11-12'
is 'the reason is private' 'grep -c освоили nsi.db; nsi session group list group:sg-1 --columns reason -f json | grep -c освоили; nsi session group list group:sg-1 --columns reason | grep -c освоили; nsi session group list group:sg-1 --columns reason --names | grep -c освоили' '0
0
0
1'
no 'not a second time' '$close' 'nsi: sg-1: уже распущена 12.11.2026'
no 'nobody joins it' 'nsi session group join sg-1 p03' 'nsi: sg-1: распущена 12.11.2026, включить p03 нельзя'
no 'nobody is set into it' 'nsi iop set p03 group=sg-1' 'nsi: sg-1: распущена 12.11.2026, включить p03 нельзя'
no 'its id is not given again' 'nsi session group open sg-1 --title x' 'nsi: sg-1 распущена: дайте новой группе другой идентификатор'
is 'nothing of it is announced any more' 'rows nsi session list group:sg-1 --columns session,status | tail -2; nsi report cyclogram --layout repeat -f csv | grep sg-1 | cut -d, -f9-' 'sg-1@2026-11-03,announced
sg-1@2026-11-17,planned
4,2026-09-22,2026-11-03'
no 'it is not paired' 'nsi session pair sg-1@01.12' 'nsi: sg-1 распущена 12.11.2026 и больше не собирается'
no 'nor with a list of people' 'nsi session pair --group sg-1 --on 01.12 --present p03,p07' 'nsi: sg-1 распущена 12.11.2026 и больше не собирается'
is 'it picks nobody' 'rows nsi iop list group:sg-1; nsi report board --group sg-1 -f csv | grep -c ^person' '0'
is 'as it was the day before' 'rows nsi session group list group:sg-1 --on 11.11 --columns members,state; nsi report board --group sg-1 --on 11.11 -f csv | grep -c ^person' 'p01 p02 p04 p06 p07 p09 p10 p12,open
8'
is 'shown, it says so' 'nsi session group show sg-1 2>&1 >/dev/null' 'nsi: warning: sg-1 распущена 12.11.2026'
cp -R "$ROOT/examples/school-161" again
sed -i 's/members: \[p01, p02, p04/members: [p01, p02, p03, p04/; s/взаимообмен заданиями"/взаимообмен"/' again/gruppy.yaml
is 'its file does not bring it back' 'nsi -q module load again -f csv | grep ,group, | cut -d, -f1-3; rows nsi session group list group:sg-1 --columns title,members,state' '~,group,sg-1
Сводная группа 1: взаимообмен,,closed'
is 'the other group is not taken away by the files' 'state sg-3' 'open'
ok 'the planned session is cancelled as told' nsi session cancel sg-1@2026-11-17 --reason распущена
is 'then nothing is planned on the board' 'nsi report board -f csv | grep -c planned' '0'
is 'taken back, everybody is in it again' 'quiet nsi undo --last; quiet nsi undo --last; quiet nsi undo --last; rows nsi session group list group:sg-1 --columns members,state; nsi check' 'p01 p02 p04 p06 p07 p09 p10 p12,open'
is 'on a past day, who joined later leaves too' 'quiet nsi session group join sg-1 p03 2>/dev/null; quiet nsi session group close sg-1 --reason x --on 01.11; members sg-1; nsi check' '""'
hangs() { nsi iop leave p08 --on today --reason x --dry-run -f csv | grep -c ,events,; }
is 'a group hangs on its leader until it is dissolved' 'hangs; quiet nsi session group close events --reason x; hangs' '1
0'
finish
