#!/bin/sh
# What is private stays private whatever is run: every command that nsi lists, with and without errors, into
# pipes; then nsi.db, byte by byte. The names are cereals and dishes, and nobody's.
. "$(dirname "$0")/lib.sh"

NSI_TODAY=2026-10-20
fresh
cat >../list.csv <<'EOF'
Код;ФИО;Школа
p01;Гречкина Овсяна Пшеновна;
p02;Пчёлкин Семёрик Рисович;
p03;Плов Алибаба Гасан оглы;
p04;Борщов Свёкл Морковович;
p05;Укропов Лук Чеснокович;
p06;Манкина Ячмена Перловна;
p07;Тыквин Кабач Патиссонович;
p08;Рассольникова Солянка Ухаевна;
;Полба Спельта Кукурузовна;s161
;Чечевицын Нут Маш-оглы;s161
;Хлебцова-Сухарёва Баранка Бубликовна;net-a
;Кисель-Заде К. О.;net-a
EOF
names='Гречкин|гречкин|Овсян|Пшенов|Пч[её]лк|пч[её]лк|Сем[её]рик|Плов|Алибаб|Гасан|Борщ|Св[её]кл|Морков|Укроп|Чеснок|Манкин|Ячмен|Перлов|Тыквин|Кабач|Патиссон|Рассольн|Солянк|Ухаев|Полба|Спельт|Кукуруз|Чечев|Нут|Маш-оглы|Хлебцов|Сухар|Баранк|Бублик|Кисель|кисель'
texts='тайная|тайныйповод|тайныйзапрос|тайныйответ|тайныйитог'
ok 'a list' nsi -q iop enrol ../list.csv
ok 'a reason' nsi iop credit p01 И3 --reason тайныйповод
ok 'a request' nsi iop request add p07 тайныйзапрос --unit И2
n=$(nsi iop request list -f csv --no-header --columns request)
ok 'an answer' nsi iop request answer "$n" --offer 'тайныйответ, и ещё'
ok 'closed' nsi iop request close "$n" --reason тайныйитог
ok 'somebody leaves' nsi iop leave p06 --on 2026-10-20 --reason тайныйповод
ok 'a move' nsi session move "$(nsi session list -f csv --no-header --columns session from:tomorrow | head -1)" --to 2026-12-15 --reason тайныйповод
ok 'taken back' nsi undo --last --reason тайныйповод

# every command: the words of help before "Groups:", and below each group its verbs
words() { sed -n 's/^  \([a-z][a-z ]*[a-z]\)  .*/\1/p'; }
nsi --lang en help >../help
sed '/^Groups:/,$d' ../help | words >../commands
sed '1,/^Groups:/d' ../help | words | while read -r g; do nsi help "$g" | words | sed "s/^/$g /"; done >>../commands
[ "$(wc -l <../commands)" -ge 40 ]
result $? 'the commands are found' ../commands
# what each gets: nothing, a person, a surname's beginning, what is wrong, things it may want
cp nsi.db ../kept.db && cp nsi-private.db ../kept-private.db
mark=$(printf '\001')
while read -r command; do
	for words in '' 'p07' 'Тыкв' 'p07 И2' 'p07 p08 И2' 'Тыкв И2 started --with Рассол' 'p99' "$n" \
		'--all --reason тайнаязапись' 'p07 curator=Чечев' '../list.csv' '--name ../list.csv' 'p07 И4 --reason тайнаязапись' \
		'p07 тайнаязапись' 'p08 --on 2026-10-20 --reason тайнаязапись' 'p07 --scope public' \
		'uk-161@2026-10-27 --to 2026-10-28 --reason тайнаязапись'; do
		for f in csv table; do
			echo "$mark$command $words -f $f"
			nsi -v $command $words -f $f </dev/null 2>&1
		done
	done
	rm -f nsi.db-* nsi-private.db-*
	cp ../kept.db nsi.db && cp ../kept-private.db nsi-private.db
done <../commands >../printed
[ "$(wc -l <../printed)" -gt 1000 ] && grep -q p07 ../printed && grep -q … ../printed
result $? "the commands have something to say ($(wc -l <../printed) lines)"
# what was typed may be said back to who typed it; of private texts a table for people has more than a file
NAMES=$names TEXTS=$texts perl -ne 'if (s/^\001//) {
		chomp; $call = $_; $secret = /-f csv$/ ? "$ENV{NAMES}|$ENV{TEXTS}" : $ENV{NAMES};
		@typed = map { s/.*=//r } grep { /[^\0-\177]/ } split; next;
	}
	for my $word (@typed) { s/\Q$word\E//g }
	print "$call: $_" if /$secret/;' ../printed >"$T/found"
silent 'no command prints them into a pipe'
cat nsi.db* | grep -aoE "$names|$texts" | sort | uniq -c >"$T/found"
silent 'nsi.db has no byte of them'
cat nsi-private.db* | grep -qaF Тыквин
result $? 'which can be found: the private file has them'
nsi iop list --names -f csv | grep -c Тыквин | grep -qx 1
result $? 'and says them on demand'
is 'a file of wrong rows is another matter: it goes back to who wrote it' "printf 'ФИО;Школа\nГорохов Пюре Стручкович;нет\n' | nsi iop enrol - --errors ../back.csv 2>&1 | grep -c Горохов; grep -c Горохов ../back.csv" '0
1'
finish
