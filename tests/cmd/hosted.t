#!/bin/sh
# A school without nsi of its own: another one enrols its people, marks them, lists them. The names are cereals.
. "$(dirname "$0")/lib.sh"

rows() { "$@" -f csv --no-header; }
NSI_TODAY=2026-10-20
fresh
cat >host.yaml <<'EOF'
format: nsi/1
organisations:
  - {id: s7, short: "Школа 7", hosted_by: s161}
  - {id: s8, short: "Школа 8", hosted_by: s999}
EOF
exits 1 'by a school that nobody knows' nsi module load host.yaml
sed -i '/s999/d' host.yaml
ok 'a school that another speaks for' nsi -q module load host.yaml
printf 'ФИО;Школа;Должность;Выбор\nКукурузин Початок Зернович;Школа 7;учитель;pary\nПлов Али Гасан оглы;Школа 7;;\nГречкина Овсяна Пшеновна;;;\n' >../list.csv
is 'its people get codes of its own school' 'nsi -q iop enrol ../list.csv -f csv | grep ^+' '+,p13,s7,
+,p14,s7,
+,p15,s161,'
is 'and their own origin' 'rows nsi log verb:enrol --limit 3 --columns person | sort' 'p13
p14
p15'
is 'in lists' 'rows nsi iop list org:s7 --columns person,org; rows nsi iop list org:s7 --names --columns person,name' 'p13,s7
p14,s7
p13,Кукурузин Початок Зернович
p14,Плов Али Гасан оглы'
ok 'planned' nsi -q iop plan p13 p14 --module pary
ok 'proposed' nsi -q iop propose p13 p14
ok 'approved' nsi -q iop approve p13 p14 --body совет --protocol 2 --order 46-о
is 'marked, taught by a teacher of the host' 'rows nsi iop mark p13 inv-priznaki mastered --with p02 --checked-by p02 --on 2026-10-16 --columns text' '"p13: И1 освоено с помощью p02, проверка: p02"'
is 'he teaches the next' 'rows nsi iop mark p14 inv-priznaki started --with p13 --on 2026-10-19 --columns text' 'p14: И1 начато с помощью p13'
is 'stands on the board' 'nsi report board --org s7 -f csv --no-header --columns person,org,inv-priznaki | grep ^p1' 'p13,s7,mastered
p14,s7,started'
is 'his requests' 'rows nsi iop request add p14 "площадка" --theme площадка --columns person; rows nsi iop request list org:s7 --columns person,theme' 'p14
p14,площадка'
is 'by name' 'rows nsi iop show Кукурузин --columns person | sort -u; rows nsi iop list плов --columns person' 'p13
p14'
is 'moves to the host with all of it' 'nsi -q iop transfer p13 s161 >/dev/null; rows nsi iop list person:p13 --columns person,org,state,mastered' 'p13,s161,approved,1'
is 'leaves, and what he asked is nobody else'"'"'s' 'nsi -q iop leave p14 --on 2026-10-20 --reason x >/dev/null; rows nsi iop list org:s7 --columns person,state' 'p14,closed'
ok 'and it is sound' nsi check
finish
