#!/bin/sh
# Several accounts in one folder: with private.group all of its group read and write names, whatever their
# umask; who is not of it reads none. The names are cereals, and nobody's.
. "$(dirname "$0")/lib.sh"

if [ "$(id -u)" -ne 0 ] || ! setpriv --reuid 60001 --regid 60001 --clear-groups true 2>/dev/null; then
	skip 'several accounts in one folder' 'not root, or no setpriv'
	finish
fi
chmod 711 "$T" "$T/desk"
if ! setpriv --reuid 60001 --regid 60001 --clear-groups "$BUILD/nsi" --version >/dev/null 2>&1 ||
   ! setpriv --reuid 60001 --regid 60001 --clear-groups sh -c "cd $T/desk" 2>/dev/null; then
	skip 'several accounts in one folder' 'other accounts may not read the build or the folder of tests'
	finish
fi
# who UMASK COMMAND…: one and two are of the group of the folder, three is not
one() { u=$1; shift; (umask "$u"; exec setpriv --reuid 60001 --regid 60001 --groups 60010 "$@"); }
two() { u=$1; shift; (umask "$u"; exec setpriv --reuid 60002 --regid 60002 --groups 60010 "$@"); }
three() { u=$1; shift; (umask "$u"; exec setpriv --reuid 60003 --regid 60003 --clear-groups "$@"); }
names() { "$@" nsi iop list --names -f csv --no-header --columns person,name; }
export NSI_TODAY=2026-10-20

for u in 022 077; do
	cd "$T/desk" && rm -rf g && mkdir g && chown 60001:60010 g && chmod 2770 g && cd g || exit 1
	ok "$u: a workspace" one $u nsi init --org s161 --lang ru --zone Asia/Krasnoyarsk
	ok "$u: a programme" one $u nsi -q module load "$ROOT/examples/school-161"
	ok "$u: a post" one $u nsi iop set p01 post=учитель
	printf 'Код;ФИО\np01;Гречкина Овсяна Пшеновна\n' >1.csv
	printf 'Код;ФИО\np02;Пчёлкин Семён Рисович\n' >2.csv
	printf 'Код;ФИО\np03;Плов Али Гасан оглы\n' >3.csv
	chmod 644 ./*.csv
	ok "$u: names of one" one $u nsi -q iop enrol 1.csv
	is "$u: for oneself at first" 'stat -c %a nsi-private.db' 600
	ok "$u: for the group" one $u nsi config private.group on
	ok "$u: names of another" two $u nsi -q iop enrol 2.csv
	ok "$u: and of the first again" one $u nsi -q iop enrol 3.csv
	for who in one two; do
		is "$u: $who reads all" "names $who $u | head -3" 'p01,Гречкина Овсяна Пшеновна
p02,Пчёлкин Семён Рисович
p03,Плов Али Гасан оглы'
		ok "$u: $who writes a reason" $who $u nsi iop credit p0$([ $who = one ] && echo 1 || echo 2) inv-zapros --reason курсы
		is "$u: $who finds nothing to mend" "$who $u nsi check" ''
	done
	is "$u: the rights of all files" 'stat -c "%a %g" . nsi.db* nsi-private.db* | sort -u' '2770 60010
660 60010'
	exits 3 "$u: a third opens nothing" three $u nsi --db "$PWD/nsi.db" iop list --names
	is "$u: and is told so in one line, without a name" 'wc -l <"$T/err"; cat "$T/out"; grep -cE "Греч|Пчёл|Плов" "$T/err"' '1
0'
	ok "$u: no longer for the group" one $u nsi config private.group off
	is "$u: then another sees codes" "two $u nsi iop list person:p01,p02 -f csv --no-header --columns person" 'p01
p02'
	exits 3 "$u: and cannot ask for names" two $u nsi iop list --names
	is "$u: nor finds surnames" "two $u nsi iop show Гречкина" 'nsi: не найдено: педагог «Гречкина»'
	is "$u: a reason that he may not read" "two $u nsi log verb:credit --limit 1 --columns text --no-header" 'p02: И3 зачтено: …'
	is "$u: while its owner does" "one $u nsi log verb:credit --limit 1 --columns text --no-header --names | head -1" 'p02: И3 зачтено: курсы'
done
finish
