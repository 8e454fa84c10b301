#!/bin/sh
# School lists: ten ways to keep one, three encodings, whom a row means, what is refused; nothing said twice.
# The names are cereals and dishes, and nobody's.
. "$(dirname "$0")/lib.sh"

enrol() { nsi iop enrol "$@"; }
plain() { nsi iop enrol "$@" -f csv --no-header; }
list() { nsi iop list -f csv --no-header --columns person,org; }
entries() { nsi log -f csv --no-header --columns entry | wc -l; }
file() { printf '%s\n' "$@" >list.csv; }
# the people of a workspace with their names, and what is known of them
people() { nsi iop list --names -f csv --columns person,name,org,capacity; }

# ---- a network without anybody
empty() {
	cd "$T/desk" && rm -rf e && nsi init e --org s161 --lang ru --zone Asia/Krasnoyarsk >/dev/null && cd e || exit 1
	for f in "$ROOT"/examples/school-161/*.yaml "$ROOT"/examples/school-161/god-2027; do
		case $f in */pedagogi.yaml|*/gruppy.yaml|*/kvanty.yaml|*/god-2027) ;; *) cp "$f" . ;; esac
	done
	cp "$ROOT/examples/school-161/god-2027/kalendar.yaml" .
	printf 'format: nsi/1\ngroups:\n  - {id: kso, kind: creative, title: "Творческая группа КСО", technology: kso}\n' >groups.yaml
	nsi -q module load ./*.yaml >"$T/out" 2>&1 || { cat "$T/out"; exit 1; }
}
NSI_TODAY=2026-10-20
empty

# ---- ten lists that say the same
mkdir lists
cat >lists/1.csv <<'EOF'
№ п/п;ФИО;Должность;Предмет;Организация;Часов в год;Выбор
1;Гречкина Овсяна Пшеновна;учитель;химия;Школа 161;30;pary
2;Пчёлкин Семён Рисович;учитель;физика;Школа 161;36;rotacia
3;Плов Али Гасан оглы;методист;;Школа А (сеть);;
EOF
cat >lists/2.csv <<'EOF'
Фамилия,Имя,Отчество,ОО,Должн.,Предм.,Часы в год,Выбранные модули
Гречкина,Овсяна,Пшеновна,s161,учитель,химия,30,pary
Пчёлкин,Семён,Рисович,s161,учитель,физика,36,rotacia
Плов,Али,Гасан оглы,net-a,методист,,,
EOF
cat >lists/3.csv <<'EOF'
sep=;
ШКОЛА;ДОЛЖНОСТЬ;Ф.И.О.;ВЫБОР;ЧАСОВ;ПРЕДМЕТ;;
ШКОЛА 161;учитель;ГРЕЧКИНА ОВСЯНА ПШЕНОВНА;pary;30;химия;;
ШКОЛА 161;учитель;ПЧЕЛКИН СЕМЕН РИСОВИЧ;rotacia;36;физика;;
ШКОЛА А (СЕТЬ);методист;ПЛОВ АЛИ ГАСАН ОГЛЫ;;;;;
EOF
cat >lists/4.csv <<'EOF'
Педагог;Учебный предмет;Занимаемая должность;Образовательная организация;Кол-во часов;Модули
Гречкина  Овсяна   Пшеновна;химия;учитель;школа 161;30 ч;pary

Пчёлкин Семён Рисович;физика;учитель;школа 161;36,0;rotacia
Плов Али Гасан-оглы;;методист;школа а (сеть);;-
EOF
cat >lists/5.csv <<'EOF'
"Фамилия
сотрудника";"Имя, отчество";"Место работы";"Должность";"Предмет";"Часов
в год";"Выбор"
Гречкина;Овсяна Пшеновна;s161;учитель;химия;30;pary
Пчёлкин;Семён Рисович;s161;учитель;физика;36;rotacia
Плов;Али Гасан оглы;net-a;методист;;;
EOF
printf 'Сотрудник\tШкола\tПредмет\tДолжность\tВыбор\tЧасов в год\nГречкина Овсяна Пшеновна\tШкола 161\tхимия\tучитель\tpary\t30\nПчёлкин Семён Рисович\tШкола 161\tфизика\tучитель\trotacia\t36\nПлов Али Гасан оглы\tnet-a\t\tметодист\t\t\n' >lists/6.csv
cat >lists/7.csv <<'EOF'
name,org,post,subject,capacity,choice
Гречкина Овсяна Пшеновна,s161,учитель,химия,30,pary
Пчёлкин Семён Рисович,s161,учитель,физика,36,rotacia
Плов Али Гасан оглы,net-a,методист,,,
EOF
cat >lists/8.csv <<'EOF'
Фамилия, Имя, Отчество педагога;Школа;Должность, категория;Преподаваемый предмет;Часов в год (не больше);Вариативный модуль
Гречкина, Овсяна Пшеновна;161;учитель;химия;30;pary
Пчёлкин, Семён Рисович;161;учитель;физика;36;rotacia
Плов, Али Гасан оглы;net-a;методист;;;нет
EOF
sed -i 's/;161;/;Школа 161;/' lists/8.csv
printf 'ФИО;Школа;Должность;Предмет;Часов в год;Выбор\nГречкина\302\240Овсяна\302\240Пшеновна ;Школа\302\240161;учитель;химия;30;pary\n Пчёлкин Семён Рисович;Школа 161 ;учитель;физика;36;rotacia\nПлов Али Гасан оглы;net-a;методист;;;\n' >lists/9.csv
cat >lists/10.csv <<'EOF'
Код;Отчество;Имя;Фамилия;Организация;Должность;Предмет;Часов в год;Выбор;Примечание
p01;Пшеновна;Овсяна;Гречкина;s161;учитель;химия;30;pary;
p02;Рисович;Семён;Пчёлкин;s161;учитель;физика;36;rotacia;«совместитель»
p03;Гасан оглы;Али;Плов;net-a;методист;;;;
EOF
cp -R . "$T/empty"
want='change,person,org,detail
+,p01,s161,
+,p02,s161,
+,p03,net-a,'
for i in 1 2 3 4 5 6 7 8 9 10; do
	rm -rf "$T/desk/l" && cp -R "$T/empty" "$T/desk/l" && cd "$T/desk/l" || exit 1
	is "list $i: the codes are printed" "nsi -q iop enrol lists/$i.csv -f csv" "$want"
	is "list $i: what is known" "nsi iop list -f csv --no-header --columns person,org,capacity; nsi log verb:enrol -f csv --no-header --columns person,data | sed 's/,\"\"name.*//; s/\"\"/'\"'\"'/g'" "p01,s161,30
p02,s161,36
p03,net-a,36
p01,\"{'org':'s161','post':'учитель','subject':'химия'
p02,\"{'org':'s161','post':'учитель','subject':'физика'
p03,\"{'org':'net-a','post':'методист'"
	was=$(entries)
	is "list $i: again it changes nothing" "nsi -q iop enrol lists/$i.csv | tail -1; entries" "новых: 0  изменено: 0  без изменений: 3  нет в списке: 0
$was"
	for e in cp1251 utf-16le; do
		iconv -f utf-8 -t $e lists/$i.csv >x.csv
		[ $e = cp1251 ] || { { printf '\377\376'; cat x.csv; } >y.csv && mv y.csv x.csv; }
		is "list $i: the same people in $e" "nsi -q iop enrol x.csv | tail -1; entries" "новых: 0  изменено: 0  без изменений: 3  нет в списке: 0
$was"
	done
	ok "list $i: the first list changes nothing either" sh -c "nsi -q iop enrol lists/1.csv --dry-run -f csv --no-header | grep -v '^='; [ \$? -eq 1 ]"
done

# ---- three encodings, one school
for e in utf-8 cp1251 utf-16le; do
	rm -rf "$T/desk/l" && cp -R "$T/empty" "$T/desk/l" && cd "$T/desk/l" || exit 1
	case $e in
	utf-8) { printf '\357\273\277'; sed 's/$/\r/' lists/1.csv; } >x.csv ;;
	cp1251) sed 's/$/\r/' lists/1.csv | iconv -f utf-8 -t cp1251 >x.csv ;;
	utf-16le) { printf '\377\376'; sed 's/;/\t/g; s/$/\r/' lists/1.csv | iconv -f utf-8 -t utf-16le; } >x.csv ;;
	esac
	is "$e gives the same people" 'nsi -q iop enrol x.csv >/dev/null; people' 'person,name,org,capacity
p01,Гречкина Овсяна Пшеновна,s161,30
p02,Пчёлкин Семён Рисович,s161,36
p03,Плов Али Гасан оглы,net-a,36'
	is "$e told so is the same" "nsi -q iop enrol x.csv --encoding $e | tail -1" 'новых: 0  изменено: 0  без изменений: 3  нет в списке: 0'
done
exit=2 no 'an unknown encoding' 'enrol x.csv --encoding latin7' 'nsi: нет кодировки «latin7» (есть: utf-8, cp1251, utf-16, utf-16le, utf-16be, koi8-r, cp866)'

# ---- what is wrong: all of it, with line and column, and nothing is kept
rm -rf "$T/desk/l" && cp -R "$T/empty" "$T/desk/l" && cd "$T/desk/l" || exit 1
was=$(entries)
cat >wrong.csv <<'EOF'
ФИО;Школа;Часов в год;Носитель;Группа;Код;Согласие;Роль;Куратор;Цвет
Гречкина Овсяна Пшеновна;Школа 5;0;И99;;;;;;
Манкин 7;;много;;нет-такой;Иванов;завтра;царь;;
;;;;;;;;p99;x
Рисова Кукуруза;;;;;p05;;;;
Борщов Свёкл;;;;;p05;;;Никто Такой;
Плов Али;;36;И1;;;01.12.2026;;;;;лишнее
EOF
no 'every fault is named' 'nsi iop enrol wrong.csv --errors back.csv' 'nsi: warning: wrong.csv:1:10: столбец «Цвет» не учитывается
nsi: wrong.csv:2:2: нет организации «Школа 5»: загрузите её строкой  - {id: s5, short: "Школа 5"}  в разделе organisations
nsi: wrong.csv:2:3: часов должно быть больше 0
nsi: wrong.csv:2:4: нет единицы или модуля «И99»
nsi: wrong.csv:3:1: это не имя: нужны фамилия, имя, отчество или инициалы
nsi: wrong.csv:3:3: это не число часов
nsi: wrong.csv:3:5: нет группы «нет-такой»
nsi: wrong.csv:3:6: это не код вида p07
nsi: wrong.csv:3:7: завтра позже сегодняшнего дня
nsi: wrong.csv:3:8: такой роли нет; есть: methodist (методист), curator (куратор), mentor (наставник), leader (ведущий), head (руководитель)
nsi: wrong.csv:4:1: нет ни имени, ни кода
nsi: wrong.csv:6:6: этот же код в строке 5
nsi: wrong.csv:7:7: 01.12.2026 позже сегодняшнего дня
nsi: wrong.csv:7:11: столбцов 12, а в заголовке 10
nsi: строк с ошибками: 5 из 6; никто не зачислен'
is 'nothing of it is kept' entries "$was"
is 'the wrong rows come back as they were, with the reason' "head -c 3 back.csv | od -An -tx1; sed -n 2p back.csv | cut -d';' -f1-10; wc -l <back.csv; head -1 back.csv | grep -ao 'Цвет;error'" ' ef bb bf
Гречкина Овсяна Пшеновна;Школа 5;0;И99;;;;;;
6
Цвет;error'
is 'the rest is taken when asked' 'nsi -q iop enrol wrong.csv --partial -f csv --no-header' '+,p05,s161,'
exit=2 no 'a file or a name' 'enrol' 'nsi: укажите либо файл, либо --name и --org одного человека'
exit=2 no 'no workbook' 'enrol a.ods' 'nsi: a.ods — книга другого вида: сохраните список как .xlsx или CSV'
no 'no such YAML' 'enrol a.yaml' 'nsi: a.yaml: такого файла или папки нет'
no 'no such file' 'enrol none.csv' 'nsi: none.csv: такого файла или папки нет'
mkfifo pipe
no 'a fifo' 'enrol pipe' 'nsi: pipe: это не обычный файл (стандартный ввод обозначают знаком «-»)'
file 'Предмет;Школа' 'химия;Школа 161'
no 'nobody is named' 'enrol list.csv' 'nsi: list.csv:1: ни один столбец не говорит, о ком речь: нужен ФИО, или Фамилия и Имя, или Код'
file 'ФИО;Педагог' 'Плов Али;x'
no 'two columns of one meaning' 'enrol list.csv' 'nsi: list.csv:1:2: столбец «Педагог» значит то же, что «ФИО»'

# ---- what Excel would run: data on the way in, guarded in the file that people open there, the same when it comes back
printf 'ФИО;Должность;Школа;Код\n=cmd|calc;+7 (391);Школа 9;\nГречкина Овсяна;"\t@SUM(A1)";net-x;p31\n-1+1 Рис;'\'\''=1;Школа 9;\nПлов \342\200\256Али;"=1\n=2";s161;-\n' >run.csv
exits 1 'formulas are wrong names' nsi iop enrol run.csv --errors back.csv
is 'and are guarded' 'tail -c +4 back.csv | cut -d";" -f1-4 | tr -d "\r"' "ФИО;Должность;Школа;Код
'=cmd|calc;'+7 (391);Школа 9;
Гречкина Овсяна;\"'	@SUM(A1)\";net-x;p31
'-1+1 Рис;''=1;Школа 9;
Плов $(printf '\357\277\275')Али;\"'=1
=2\";s161;-;\"это не код вида p07"
exits 1 'read back' nsi iop enrol back.csv --errors again.csv
is 'they are what they were' 'for f in back again; do cut -d";" -f1-4 $f.csv >$f.cut; done; cmp back.cut again.cut' ''
is 'a post is what was written' "printf \"ФИО;Должность\nРисов Тест Плович;'=1+1\n\" >post.csv; nsi -q iop enrol post.csv >/dev/null; nsi log verb:enrol --limit 1 -f json --columns data | grep -o '\"post\": *\"[^\"]*\"'; nsi -q undo --last >/dev/null" '"post":"=1+1"'

# ---- many rows, 37 of them wrong
awk 'BEGIN { split("а б в г д е ж з и к", v, " "); print "ФИО;Школа;Часов в год"
	for (i = 1; i <= 10000; i++) {
		n = i; s = ""; while (n) { s = s v[n % 10 + 1]; n = int(n / 10) }
		printf "Рисов%s Тест Плович;Школа 161;%s\n", s, i % 270 ? 36 : 0 } }' >big.csv
is '10,000 rows with 37 bad ones name all 37' 'enrol big.csv 2>&1 | grep -c "часов должно быть"; enrol big.csv 2>&1 | tail -1' '37
nsi: строк с ошибками: 37 из 10000; никто не зачислен'
is 'of more than a thousand wrong ones the rest is not read' 'sed "2,\$s/;[0-9]*$/;0/" big.csv | nsi iop enrol - >big.out 2>&1; grep -c "часов должно быть" big.out; tail -1 big.out' '1000
nsi: строк с ошибками: 1000 из первых 1000, дальше файл не читается; никто не зачислен'
is 'unless the wrong ones are wanted' 'sed "2,\$s/;[0-9]*$/;0/" big.csv | nsi iop enrol - --errors back.csv 2>&1 | tail -1; grep -c "" back.csv' 'nsi: строк с ошибками: 10000 из 10000; никто не зачислен
10001'
is 'more rows than any list has' '{ head -1 big.csv; for k in 1 2 3 4 5 6 7 8 9 10; do sed 1d big.csv; done; echo "Рисов Тест Плович;;36"; } | nsi -q iop enrol - --errors back.csv --dry-run 2>&1 | tail -1' 'nsi: <stdin>:100002: в списке не больше 100000 строк: зачисляйте по частям'
start=$(date +%s)
is 'and without them are quick' 'sed "s/;0$/;36/" big.csv | nsi -q iop enrol - | tail -1' 'новых: 10000  изменено: 0  без изменений: 0  нет в списке: 1'
is 'twice' 'sed "s/;0$/;36/" big.csv | nsi -q iop enrol - | tail -1' 'новых: 0  изменено: 0  без изменений: 10000  нет в списке: 1'
[ $(($(date +%s) - start)) -le 20 ]
result $? 'in seconds'

# ---- what cannot be read and what may not be, together: a clock that went back, before ten were enrolled
rm -rf "$T/desk/l" && cp -R "$T/empty" "$T/desk/l" && cd "$T/desk/l" && rm nsi.db nsi-private.db && rm -f ./kalendar.yaml || exit 1
nsi init . --org s161 --lang ru --zone Asia/Krasnoyarsk >/dev/null && nsi -q module load ./*.yaml >/dev/null
awk 'BEGIN { print "ФИО;Носитель;Часов в год"; split("а б в г д е ж з и к", v, " ")
	for (i = 10; i < 60; i++) printf "Рисов%s%s Тест Плович;;36\n", v[int(i / 10) + 1], v[i % 10 + 1] }' >all.csv
head -11 all.csv >ten.csv
ok 'ten of them' nsi -q iop enrol ten.csv
was=$(entries)
awk -F';' 'NR > 1 { $2 = NR % 2 ? "" : "И1"; $3 = NR > 30 && NR < 38 ? 0 : 36 } { print $1 ";" $2 ";" $3 }' all.csv >bad.csv
no 'both kinds of fault come out at once, in the order of the lines' 'NSI_TODAY=2026-10-19 nsi iop enrol bad.csv --errors back.csv' 'nsi: bad.csv:2: p01 на 19.10.2026 не состоит в программе
nsi: bad.csv:4: p03 на 19.10.2026 не состоит в программе
nsi: bad.csv:6: p05 на 19.10.2026 не состоит в программе
nsi: bad.csv:8: p07 на 19.10.2026 не состоит в программе
nsi: bad.csv:10: p09 на 19.10.2026 не состоит в программе
nsi: bad.csv:31:3: часов должно быть больше 0
nsi: bad.csv:32:3: часов должно быть больше 0
nsi: bad.csv:33:3: часов должно быть больше 0
nsi: bad.csv:34:3: часов должно быть больше 0
nsi: bad.csv:35:3: часов должно быть больше 0
nsi: bad.csv:36:3: часов должно быть больше 0
nsi: bad.csv:37:3: часов должно быть больше 0
nsi: строк с ошибками: 12 из 50; никто не зачислен'
is 'and both come back' 'sed 1d back.csv | wc -l; grep -c "не состоит в программе" back.csv' '12
5'
is 'nothing of it is kept' entries "$was"
is 'the rest is taken when asked' 'NSI_TODAY=2026-10-19 nsi -q iop enrol bad.csv --partial | tail -1' 'новых: 33  изменено: 0  без изменений: 5  нет в списке: 0  пропущено с ошибками: 12'
is 'and is sound' 'nsi check; nsi iop list -f csv --no-header --on 2026-10-20 | wc -l' 43

# ---- whom a row means
rm -rf "$T/desk/l" && cp -R "$T/empty" "$T/desk/l" && cd "$T/desk/l" || exit 1
nsi -q iop enrol lists/1.csv >/dev/null
file 'ФИО;Должность' 'Гречкина О. П.;завуч' 'С. Р. Пчелкин;учитель'
is 'initials that fit one' 'plain list.csv --dry-run' '~,p01,s161,должность: учитель → завуч
=,p02,s161,'
file 'ФИО;Школа' 'Гречкина Овсяна Пшеновна;net-a'
no 'the same name in another school may be somebody else' 'plain list.csv --dry-run' 'nsi: list.csv:2:1: так зовут p01 из другой школы: впишите этот код в столбец Код, а если это другой человек — новый код'
file 'ФИО;Школа;Код' 'Гречкина Овсяна Пшеновна;net-a;p04'
is 'a new code says so' 'plain list.csv --dry-run' '+,p04,net-a,
-,p03,net-a,нет в списке: ничего не изменено'
file 'ФИО' 'Гречкина Овсяна Пшеновна' 'Гречкина О. П.'
no 'two rows for one' 'enrol list.csv' 'nsi: list.csv:3: строка 2 тоже значит p01: впишите каждому код
nsi: строк с ошибками: 1 из 2; никто не зачислен'
file 'ФИО' 'Манкин Рис Пшонович' 'Манкин Рис Пшонович'
no 'namesakes' 'enrol list.csv' 'nsi: list.csv:3: в строке 2, возможно, тот же человек: впишите имена полностью или коды в столбец «Код»
nsi: строк с ошибками: 1 из 2; никто не зачислен'
file 'ФИО;Код' 'Манкин Рис Пшонович;p04' 'Манкин Рис Пшонович;p05' 'Манкин Роман Пшонович;'
is 'with codes they are two' 'plain list.csv | grep +' '+,p04,s161,
+,p05,s161,
+,p06,s161,'
file 'ФИО' 'Манкин Р. П.'
no 'initials that fit several' 'enrol list.csv' 'nsi: list.csv:2:1: это может быть любой из: p04, p05, p06 — впишите код в столбец «Код»'
file 'ФИО;Код' 'Манкин Рис Пшонович;p04' 'Манкин Рис Пшонович;p05'
is 'and again the same' 'plain list.csv | grep -v ^-' '=,p04,s161,
=,p05,s161,'
file 'Код;Организация' 'p03;s161'
no 'a code of another school' 'enrol list.csv' 'nsi: list.csv:2:2: p03 сейчас в net-a: nsi iop transfer p03 s161'

# ---- undone is not enrolled anew, and its code is nobody else's
file 'ФИО' 'Борщов Свёкл Морковович'
ok 'one more' nsi -q iop enrol list.csv
ok 'undone' nsi undo --last
no 'who was undone is offered back' 'enrol list.csv' 'nsi: list.csv:2:1: это p07, чьё зачисление отменено: верните его командой nsi redo или впишите этот код в столбец «Код»'
file 'ФИО' 'Укропов Лук Чеснокович'
is 'his code is not given to another' 'plain list.csv | grep +' '+,p08,s161,'
file 'ФИО;Код' 'Борщов Свёкл Морковович;p07'
is 'but to himself' 'plain list.csv | grep +' '+,p07,s161,'

# ---- the file says what it changed, a hand keeps what it set
rm -rf "$T/desk/l" && cp -R "$T/empty" "$T/desk/l" && cd "$T/desk/l" || exit 1
file 'ФИО;Должность;Часов в год;Группа;Носитель;Согласие' 'Гречкина Овсяна Пшеновна;учитель;30;kso;И1, И2;да' 'Пчёлкин Семён Рисович;учитель;36;;;'
ok 'a list' nsi -q iop enrol list.csv
is 'bears from before all days' 'nsi iop who И1 -f csv --no-header --columns person,role' 'p01,bearer'
is 'is in the group' 'nsi log verb:member person:p01 -f csv --no-header --columns on' '2026-08-24'
is 'has agreed' 'nsi log verb:consent -f csv --no-header --columns on,person' '2026-10-20,p01'
sed -i 's/И1, И2/И2 И1/' list.csv
is 'another order of what is borne is no change' 'plain list.csv --dry-run | grep -v =' ''
sed -i 's/;30;kso;И2 И1;да/;34;;И1;нет/' list.csv
is 'what the list takes back is taken back' 'plain list.csv; nsi iop who И2 -f csv --no-header' '~,p01,s161,"группы: kso → —; носитель: inv-priznaki,inv-vidy → inv-priznaki; часов в год: 30 → 34; согласие: да → —"
=,p02,s161,'
ok 'taken back' nsi -q iop enrol list.csv
is 'bears no more' 'nsi iop who И2 -f csv --no-header --columns person' ''
cat >more.yaml <<'EOF'
format: nsi/1
participants:
  - {code: p09, org: s161, post: "лаборант"}
EOF
ok 'somebody by a load' nsi -q module load more.yaml
printf 'Код;Должность\np09;инженер\n' >code.csv
is 'where no list has said anything, what differs is shown' 'plain code.csv | grep -a p09' '~,p09,s161,должность: лаборант → инженер'
sed -i 's/лаборант/сторож/' more.yaml
ok 'changed by another hand' nsi -q module load more.yaml
is 'which the same list does not take back' 'plain code.csv | grep -a p09' '=,p09,s161,'
is 'nor does another, which is told' "sed -i 's/инженер/техник/' code.csv; plain code.csv | grep -a p09" '=,p09,s161,должность: сторож (задано вручную)'
is 'until a hand says the same' "nsi iop set p09 post=техник >/dev/null; sed -i 's/техник/мастер/' code.csv; plain code.csv | grep -a p09" '~,p09,s161,должность: техник → мастер'
ok 'the derived tables agree with the journal' nsi check

# ---- what our own list shows comes back as a list: «Педагог» is a code there, with a name beside it or without
fresh
printf 'Код;ФИО;Часов в год\np04;Гречкина Овсяна Пшеновна;30\np07;Кукурузин Початок Зернович;\n' | nsi -q iop enrol - >/dev/null
is 'a list of ours, with codes alone' 'nsi iop list -f csv-excel -o ours.csv; nsi -q iop enrol ours.csv -f csv --no-header --columns change,person,detail | sort | uniq -c | sed "s/^ *//; s/p[0-9]*,/p,/" | sort | uniq -c; nsi -q iop enrol ours.csv | tail -1' '     12 1 =,p,
новых: 0  изменено: 0  без изменений: 12  нет в списке: 0'
is 'and says of what it takes no notice' 'nsi iop enrol ours.csv --dry-run 2>&1 | grep -c "не учитывается"; nsi iop enrol ours.csv --dry-run 2>&1 | grep Часы' '7
nsi: warning: ours.csv:1:7: столбец «Часы» не учитывается'
printf 'Педагог;Часы\nр04 Гречкина О. П.;31\ns161/p07;32\n' >short.csv
is 'a name beside a code is whose it is; hours alone are those of a year' 'nsi -q iop enrol short.csv -f csv --no-header | grep ^~; nsi iop list person:p04 --names -f csv --no-header | cut -d, -f1,2,9' '~,p04,s161,часов в год: 30 → 31
~,p07,s161,часов в год: — → 32
p04,Гречкина Овсяна Пшеновна,31'
no 'the name of somebody else beside it' "printf 'Педагог\np04 Кукурузин П. З.\n' | nsi -q iop enrol -" 'nsi: <stdin>:2: код p04 и имя — двух людей: так зовут p07'
no 'a code that nobody has' "printf 'Педагог\np44\n' | nsi -q iop enrol -" 'nsi: <stdin>:2: такого кода ни у кого нет, а имя не указано'
no 'two hours of a year are still two' "printf 'Педагог;Часы;Кол-во часов\np04;3;4\n' | nsi -q iop enrol -" 'nsi: <stdin>:1:3: столбец «Кол-во часов» значит то же, что «Часы»'
if [ -f "$BUILD/plugin/format-xlsx.so" ] && [ -f "$BUILD/plugin/reader-xlsx.so" ]; then
	is 'as a workbook with names, and the line below them' 'nsi iop list --names -o ours.xlsx; python3 "$ROOT/tests/cmd/book.py" ours.xlsx | grep -c "служебного\|p04 Гречкина О. П."; nsi -q iop enrol ours.xlsx | tail -1' '2
новых: 0  изменено: 0  без изменений: 12  нет в списке: 0'
fi

# ---- people in YAML: as a load of that file, told as a list is
rm -rf "$T/desk/l" && cp -R "$T/empty" "$T/desk/l" && cd "$T/desk/l" || exit 1
sed "s/groups: \[[^]]*\]/groups: [kso]/" "$ROOT/examples/school-161/pedagogi.yaml" >people.yaml
cp -R . ../l2
is 'a roster in YAML' 'nsi -q iop enrol people.yaml -f csv | sed -n "1,3p;\$p"; nsi -q iop enrol people.yaml | tail -1' 'change,person,org,detail
+,p01,s161,
+,p02,s161,
+,p12,net-b,
новых: 0  изменено: 0  без изменений: 12'
(cd ../l2 && nsi -q module load people.yaml >/dev/null)
is 'is what a load of it is' 'nsi log -f csv --no-header --columns on,verb,person,unit,data >a; (cd ../l2 && nsi log -f csv --no-header --columns on,verb,person,unit,data) | diff a -' ''
rm -rf ../l2
is 'one changes' "sed -i 's/code: p01, org: s161, post: \"[^\"]*\"/code: p01, org: s161, post: \"сторож\"/' people.yaml; plain people.yaml | grep -v ^=; nsi iop list person:p01 -f csv --no-header --columns person; nsi log verb:enrol person:p01 --limit 1 -f csv --no-header --columns data | grep -c сторож" '~,p01,s161,post: учитель математики → сторож
p01
1'
is 'by its type too, from standard input' 'nsi -q iop enrol - --type yaml <people.yaml | tail -1' 'новых: 0  изменено: 0  без изменений: 12'
printf 'format: nsi/1\ngroups:\n  - {id: uk, kind: team, title: "УК"}\nparticipants:\n  - {code: p30, org: s161}\n' >more.yaml
was=$(entries)
no 'more than people' 'enrol more.yaml' 'nsi: more.yaml определяет не только людей (группа uk): nsi module load more.yaml'
printf 'format: nsi/1\nparticipants:\n  - {code: p30, org: s999}\n  - {code: p31, org: s161, colour: red}\n' >more.yaml
exits 1 'every fault with its place' nsi iop enrol more.yaml
is 'both of them' "grep -c 'more.yaml:[34]:' <$T/err" 2
is 'nothing of them is kept' entries "$was"
exit=2 no 'options of CSV' 'enrol people.yaml --partial' 'nsi: --sheet, --encoding, --errors, --partial и --org — для таблицы'
is 'a list gives them names' "printf 'Код;ФИО\np01;Гречкина Овсяна Пшеновна\n' | nsi -q iop enrol - >/dev/null; nsi iop show Гречк -f csv 2>&1 | head -1 | cut -c1-6; nsi -q iop enrol people.yaml | tail -1" 'person
новых: 0  изменено: 0  без изменений: 12'
ok 'and it is sound' nsi check
exit=2 no 'wrong rows come back as CSV, under a name that says so' 'nsi iop enrol list.csv --errors wrong.xlsx' 'nsi: --errors пишет CSV: назовите файл wrong.csv'
finish
