#!/bin/sh
# A methodist's month at the shell: what is typed, no line longer than 70 characters, and what answers. The whole
# transcript is tests/cmd/out/month.txt, to be read as she reads it.
. "$(dirname "$0")/lib.sh"
. "$ROOT/tests/cmd/transcript.sh"

NSI_TODAY=2026-10-30 NSI_ORIGIN=s161.school
export NSI_ORIGIN
fresh
{ sed -n 1p "$ROOT/examples/school-161/marks-autumn.csv"; grep -E ',2026-(09|10)-' "$ROOT/examples/school-161/marks-autumn.csv"; } >marks.csv
nsi -q iop mark --from marks.csv >/dev/null || echo 'not ok - the autumn before'
rm marks.csv
echo 'пары замолкают через пять минут, что я делаю не так?' >запрос.txt
cat >отметки.csv <<'EOF'
Педагог;Единица;Состояние;День;С кем;Проверил
p11;И1;начато;05.11.2026;p02;
p10;И1;освоено;10.11.2026;p02;p05
p12;И4;освоено;10.11.2026;p07;p05
EOF
transcript month.txt

on 2026-11-02 'утро; пришёл запрос'
type 'nsi'
type 'nsi iop request add p07 @запрос.txt --unit П3'
type 'nsi iop request list --columns request,person,units,state,text'
type 'nsi iop who П3'
type 'nsi iop why p04 p07 П3'
type 'nsi iop next p07 --limit 3'

on 2026-11-03 'ответ, новый план'
type 'nsi iop request answer 153 --offer П3,p01'
type 'nsi iop plan p10 --module pary --unit О1'
type 'nsi iop revise p10 --reason "просит добавить встречи онлайн"'
type 'nsi iop plan p10 --module pary --unit О1'
type 'nsi iop propose p10'

on 2026-11-09 'методсовет'
type 'nsi'
type 'nsi iop approve p10 --protocol 4 --order 71-о'
type 'nsi session hold metodsovet@09.11 --attended 9'

on 2026-11-10 'отметки'
type 'nsi iop mark p07 П3 начато --with p01 --way запуск'
type 'nsi iop mark p07 П4 освоено --with p03'
type 'nsi iop mark --from отметки.csv --dry-run'
type 'nsi iop mark --from отметки.csv'
type 'nsi undo --last --reason "не та неделя"'
type 'nsi redo'

on 2026-11-12 'перерыв, перенос'
type 'nsi iop pause p05 --from 16.11 --to 27.11'
type 'nsi session list from:12.11 to:10.12'
type 'nsi session move next --to 19.11 --reason "морозы"'
type 'nsi session list from:12.11 to:10.12 --columns session,date,status'

on 2026-11-25 'вебинар прошёл, дошли руки записать'
type 'nsi session hold vebinar-1 --attended 23'
type 'nsi report targets --columns title,plan,fact,due,done'

on 2026-11-30 'конец месяца: уходит коллега'
type 'nsi iop leave p06 --on 30.11 --reason "переезд" --dry-run'
type 'nsi iop leave p06 --on 30.11 --reason "переезд"'
type 'nsi iop who И5'
type 'nsi report board --module inv'
type 'nsi'
type 'nsi backup ../ноябрь.nsi'

told
is 'sound' 'nsi check' ''
finish
