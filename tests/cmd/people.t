#!/bin/sh
# People change: one by hand, what is set of him, another school, a pause, consent; each refusal with its words.
. "$(dirname "$0")/lib.sh"

rows() { "$@" -f csv --no-header; }
NSI_TODAY=2026-10-20
fresh

# ---- one person
is 'one by name gets the next code' "printf 'Гречкина Овсяна Пшеновна\n' | nsi iop enrol --name - --org s161 --post лаборант --group kso -f csv --no-header" '+,p13,s161,'
is 'and the group' 'nsi log verb:member person:p13 -f csv --no-header --columns on,person' '2026-08-24,p13'
no 'not twice' 'nsi iop enrol --name "Гречкина Овсяна Пшеновна" --org s161' 'nsi: p13 уже в программе: изменить сведения можно командой nsi iop set'
no 'no name' 'nsi iop enrol --name Гречкина --org s161' 'nsi: это не имя: нужны фамилия, имя, отчество или инициалы'
no 'no organisation' 'nsi iop enrol --name "Плов Али" --org net-x' 'nsi: не найдено: организация «net-x» (может быть, net-a?)'
no 'no group' 'nsi iop enrol --name "Плов Али" --org s161 --group такой' 'nsi: нет группы «такой»'

# ---- what is set
is 'set' 'rows nsi iop set p13 post=учитель subject=химия capacity=30,5 hours_week=18 bearer=И1 choice=pary curator=p08' '~,p13,s161,должность: лаборант → учитель; предмет: — → химия; носитель: — → inv-priznaki; выбор: — → pary; часов в год: — → 30.5; часов в неделю: — → 18; куратор: — → s161/p08'
is 'the same again is nothing' 'rows nsi iop set p13 post=учитель subject=химия capacity=30,5 bearer=И1' '=,p13,s161,'
is 'Russian keys too' 'rows nsi iop set p13 "Должность=завуч" --dry-run' '~,p13,s161,должность: учитель → завуч'
is 'and taken away' 'rows nsi iop set p13 bearer= curator= choice=' '~,p13,s161,носитель: inv-priznaki → —; выбор: pary → —; куратор: s161/p08 → —'
is 'hours count' 'rows nsi iop list person:p13 --columns capacity' '30.5'
ok 'with whom, with whom not, how often' nsi iop set p13 apart=p01,p02 together=p03 load=2
no 'capacity 0' 'nsi iop set p13 capacity=0' 'nsi: часов должно быть больше 0'
no 'bearer of an unknown unit' 'nsi iop set p13 bearer=И99' 'nsi: нет единицы или модуля «И99»'
no 'his own mentor' 'nsi iop set p13 mentor=p13' 'nsi: сам p13 здесь не подходит'
no 'load' 'nsi iop set p13 load=much' 'nsi: load — число встреч, от 0 до 99'
is 'people are told by their codes' 'rows nsi iop set p13 together=р03,p05 -n --columns detail' '"вместе: p03,p05"'
no 'not both at once' 'nsi iop set p05 apart=p04 together=p04' 'nsi: p05 и p04: и порознь, и вместе сразу нельзя'
no 'nor one after the other, whoever says it' 'nsi iop set p03 apart=p13' 'nsi: p03 и p13: и порознь, и вместе сразу нельзя'
ok 'but one instead of the other' nsi iop set p13 apart=p03 together= -n
exit=2 no 'no such key' 'nsi iop set p13 colour=red' 'nsi: «colour» не меняется этой командой; есть: post subject capacity hours_week curator mentor bearer choice roles group apart together load'
exit=2 no 'no value' 'nsi iop set p13 post' 'nsi: «post» — не КЛЮЧ=ЗНАЧЕНИЕ'

# ---- another school: code, post and marks go along
is 'transfer' 'rows nsi iop transfer p13 net-b --columns text; rows nsi iop list person:p13 --columns person,org' 'p13: перевод в net-b
p13,net-b'
is 'the post goes along' "rows nsi log verb:transfer --columns data | tr -d '\"'" '{org:net-b,post:учитель,subject:химия}'
no 'where he is' 'nsi iop transfer p13 net-b' 'nsi: p13 уже в net-b'
no 'nowhere' 'nsi iop transfer p13 net-x' 'nsi: не найдено: организация «net-x» (может быть, net-a?)'
is 'undone he is back' 'nsi undo --last >"$T/out"; rows nsi iop list person:p13 --columns org' s161
ok 'another' nsi iop enrol --name 'Плов Али' --org s161
ok 'leaves' nsi iop leave p14 --on 2026-10-20 --reason why
no 'transfer of somebody who left' 'nsi iop transfer p14 net-b' 'nsi: p14 к 20.10.2026 уже не участвует в программе'
no 'nor is anything set' 'nsi iop set p14 post=x' 'nsi: p14 уже не участвует в программе'

# ---- a bearer named on the day on which he leaves: his word of that morning stands
ok 'one more' nsi iop enrol --name 'Рисов Кукуруз' --org s161
last=$(nsi iop list -f csv --no-header --columns person | sort | tail -1)
ok 'bears from that day' nsi iop set "$last" bearer=П2
ok 'asks for something on it' nsi iop request add "$last" площадка
ok 'is to pause' nsi iop pause "$last" --from 2026-10-20 --to 2026-10-25
ok 'and leaves on it' nsi iop leave "$last" --on 2026-10-20 --reason why
is 'he teaches no more' "rows nsi iop who П2 --columns person | grep -c $last" 0
no 'nor bears anything afterwards' "nsi iop set $last bearer=П3" "nsi: $last уже не участвует в программе"
is 'and it is sound' 'nsi check' ''

# ---- roles as schools call them
printf 'Код;Роль\np01;завуч по УВР\np02;Методист\np03;заместитель директора, куратор\np04;руководитель ШМО\np05;наставник; \n' >../roles.csv
is 'roles in Russian' 'nsi -q iop enrol ../roles.csv -f csv | grep ^~' '~,p01,s161,роли: — → head
~,p02,s161,роли: — → methodist
~,p03,s161,"роли: — → head,curator"
~,p04,s161,роли: — → head
~,p05,s161,роли: — → mentor'

# ---- a pause
is 'a pause' 'rows nsi iop pause p07 --from 2026-12-01 --to 10.12.2026 --columns text' 'p07: не участвует во встречах с 01.12.2026 по 10.12.2026'
no 'that ends before it begins' 'nsi iop pause p07 --from 2026-12-01 --to 2026-11-30' 'nsi: перерыв p07 кончается 30.11.2026, раньше, чем начинается (01.12.2026)'
is 'from a half-year on is from its first day' 'rows nsi iop pause p08 --from h2 --to 20.01.2027 -n --columns text' 'p08: не участвует во встречах с 01.01.2027 по 20.01.2027'
is 'a period has a first and a last day' 'rows nsi iop pause p08 --from q2 --to q2 -n --columns text' 'p08: не участвует во встречах с 05.11.2026 по 29.12.2026'
no 'outside the year' 'nsi iop pause p07 --from 2026-12-01 --to 2029-12-01' 'nsi: дни 01.12.2026 и 01.12.2029 не попадают в один календарь'
no 'of nobody here' 'nsi iop pause p14 --from 2026-12-01 --to 2026-12-02' 'nsi: p14 к 20.10.2026 уже не участвует в программе'

# ---- consent
is 'of a school' 'nsi iop consent org:net-a --scope network --on 2026-09-01 | tail -1' 'внесено: 2  уже было внесено: 0'
is 'taken back' 'rows nsi iop consent p11 --scope network --withdraw --columns text' '"p11: согласие на использование в сети, отозвано"'
no 'not in the future' 'nsi iop consent p11 --scope public --on 2026-12-01' 'nsi: 01.12.2026 — позже сегодняшнего дня'
nsi iop consent p12 --scope network --on 2026-10-05 >/dev/null
no 'not taken back before it was given' 'nsi iop consent p12 --scope network --withdraw --on 2026-10-01' 'nsi: 01.10.2026 отзывать нечего: согласие p12 на использование в сети — с 05.10.2026'
is 'on the day itself it is' 'nsi iop consent p12 --scope network --withdraw --on 2026-10-05 | tail -1' 'внесено: 1  уже было внесено: 0'

ok 'the derived tables agree with the journal' nsi check
finish
