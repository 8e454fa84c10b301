#!/bin/sh
# A methodist's year at the shell: September, requests, evenings, a newcomer, open lessons, a quantum that is tried and
# passed on, a webinar, somebody who leaves, the end of the year and the next September.
. "$(dirname "$0")/lib.sh"
. "$ROOT/tests/cmd/transcript.sh"

NSI_ORIGIN=s161.school
export NSI_ORIGIN
ln -s "$ROOT/examples" "$T/desk/examples"
mkdir "$T/desk/w" && cd "$T/desk/w" || exit 1
echo 'с чего начать, если в классе никогда не работали парами?' >запрос.txt
cat >новый.csv <<'CSV'
Код;Должность;Организация;Выбор;Группа
p13;учитель химии;s161;pary;kso
CSV
transcript methodist_year.txt

on 2026-09-01 'новая папка, программа, планы'
type 'nsi init . --org s161 --lang ru >/dev/null'
type 'nsi -q module load ../examples/school-161 | tail -1'
type 'nsi year list'
type 'nsi iop plan --all --yes | tail -1'
type 'nsi iop propose --all --yes | tail -1'
type 'nsi iop list org:net-a,net-b --columns person,org,state,units,hours'

on 2026-09-08 'первый запрос'
type 'nsi iop request add p07 @запрос.txt --unit И2'
type 'nsi iop who И2'
type 'nsi iop request answer 89 --offer p01'

on 2026-09-14 'методсовет утверждает всё одним приказом; завтра вечер'
type 'nsi'
type 'nsi iop approve --all --protocol 1 --order 45-о --yes | tail -1'
type 'nsi session hold metodsovet@14.09 --attended 9'
type 'nsi session pair all@15.09 --rounds 3 --save'
type 'nsi session show all@15.09 --invite p03'

on 2026-09-16 'как прошло: p10 не пришёл, p07 в первом круге не успел'
type 'nsi session record last --all-ok --absent p10 --not 1:p07'
type 'nsi session pending --columns person,unit,since,giver --limit 4'
type 'nsi iop mark p03 И1 освоено --checked-by p08'
type 'nsi report board --module inv'

on 2026-09-21 'сводная группа собирается завтра'
type 'nsi session pair next --rounds 2 --save'
on 2026-09-22 'всё получилось, только p02 и p06 не встретились'
type 'nsi session record last --all-ok --missed 1:p02-p06'
type 'nsi iop next p09 --limit 3'

on 2026-10-05 'новый человек'
type 'nsi iop enrol новый.csv'
type 'nsi iop plan p13 | tail -1'
type 'nsi iop propose p13 | tail -1'
type 'nsi iop approve p13 --protocol 2 --order 52-о'
type 'nsi session pair all@06.10 --rounds 2 --save | grep -E "p13|передач"'
on 2026-10-06 'первый вечер нового человека'
type 'nsi session record last --all-ok | grep -E "p13|внесено"'

on 2026-10-15 'вебинар'
type 'nsi session hold vebinar-1 --attended 25 --product "запись"'
type 'nsi report targets --columns title,plan,fact,due'

on 2026-10-22 'квант пробуют трое'
type 'nsi quantum try kv-pary-5min --by p01 --class 7А --result получилось'
type 'nsi quantum try kv-pary-5min --by p09 --class 4А --result получилось'
type 'nsi quantum try kv-pary-5min --by p07 --class 5В --result изменил'
type 'nsi quantum pass kv-pary-5min --from p07 --to p12'
type 'nsi quantum review kv-pary-5min'
type 'nsi quantum list tech:kso --columns quantum,author,state,trials'

on 2026-11-12 'открытые уроки'
type 'nsi session visits add --host p07 --on 18.11 --lesson 3 --class 5В'
type 'nsi session visits join V1 p12,p13'
type 'nsi session visits list'

on 2026-12-23 'сводная группа своё сделала'
type 'nsi session group list kind:combined --columns group,members,to,state'
type 'nsi session group close sg-1 --reason "срок вышел" --limit 5'

on 2027-01-29 'p06 уходит: что на нём держится?'
type 'nsi iop leave p06 --on 29.01 --reason "переезд" --dry-run'
type 'nsi iop leave p06 --on 29.01 --reason "переезд" | tail -1'
type 'nsi iop who И5'

on 2027-06-30 'год кончается'
type 'nsi'
type 'nsi report board --module inv'
type 'nsi year close 2027'
type 'nsi year list'

on 2027-09-01 'следующий сентябрь'
type 'nsi -q module load ../examples/next-year | tail -1'
type 'nsi year open | tail -1'
type 'nsi -q iop plan --all --yes | tail -1'
type 'nsi iop list --columns person,state,units,hours,due --limit 5'
type 'nsi'

told
is 'sound' 'nsi check' ''
finish
