#!/bin/sh
# An evening of mutual learning: paired and saved, recorded in one line, amended, taken back; a filled sheet; checks owed.
. "$(dirname "$0")/lib.sh"

quiet() { "$@" >/dev/null; }
rows() { "$@" -f csv --no-header; }
q() { sqlite3 nsi.db "$1"; }
cell() { nsi report board -f csv | sed -n "1p;/^person,$1,/p" | awk -F, -v u="$2" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == u) k = i } NR == 2 { print $k }'; }
marks() { q "SELECT count(*) FROM mark WHERE tm > 0"; }
fresh
NSI_TODAY=2026-09-16

# ---- prepared by one line, recorded by another
pair='nsi session pair --on 15.09 --rounds 4 --save'
record='nsi session record last --all-ok --not 2:p12 --absent p10'
is 'both lines are short' 'for l in "$pair" "$record"; do [ ${#l} -le 60 ] || echo "$l"; done' ''
is 'what is not saved leaves no trace' 'quiet nsi session pair --on 15.09; rows nsi session list from:15.09 to:15.09' ''
ok 'saved' $pair
is 'it stands in the list' 'rows nsi session list from:15.09 to:15.09 --columns session,date,start,minutes,status,recorded' 'all@2026-09-15,2026-09-15,15:00,90,planned,false'
is 'and on the board, where nothing else is' 'cell p03 inv-priznaki; cell p01 inv-vidy' 'planned
bearer'
is 'the same again is nothing new' 'n=$(q "SELECT count(*) FROM entry"); $pair >/dev/null; [ "$n" = "$(q "SELECT count(*) FROM entry")" ] || echo more' ''
is 'the same seed, the same bytes' 'nsi session pair --on 15.09 --rounds 4 --seed 7 -f csv >a; nsi session pair --on 15.09 --rounds 4 --seed 7 -f csv >b; cmp a b' ''
is 'at least eleven of twelve gain something' 'rows nsi session show last --columns kind,a,b,a_gives,b_gives | awk -F, "\$4 { g[\$3] } \$5 { g[\$2] } END { n = 0; for (p in g) n++; print (n >= 11) }"' '1'
exit=2 no 'how it went has to be said' 'nsi session record last' 'nsi: скажите, как прошло: --all-ok, --absent, --not, --add или --from FILE'
ok 'recorded' $record
is 'it is held, and who was there is counted' 'rows nsi session list from:15.09 to:15.09 --columns session,status,present,recorded' 'all@2026-09-15,held,11,true'
is 'nothing of who was absent' 'q "SELECT count(*) FROM mark m JOIN code c ON c.id = m.person WHERE c.code LIKE '"'%/p10'"' AND m.tm > 0"' '0'
is 'recorded twice is nothing new' 'n=$(q "SELECT count(*) FROM entry"); $record >/dev/null; [ "$n" = "$(q "SELECT count(*) FROM entry")" ] || echo more' ''
is 'nothing is damaged' 'nsi check' ''

# ---- amended as one act, and taken back
before=$(marks)
ok 'amended: somebody else was not there either' nsi session record last --absent p11
is 'less came of it' '[ "$(marks)" -lt "$before" ] || echo no' ''
is 'it is still one record' 'q "SELECT count(*) FROM session_word WHERE verb = '"'record'"'"' '1'
is 'taken back, the former record is there again' 'quiet nsi undo --last; marks' "$before"
is 'and with redo the later one' 'quiet nsi redo; [ "$(marks)" -lt "$before" ] || echo no; nsi check' ''
is 'all of it, planned anew from the plan' 'quiet nsi session record last --all-ok; rows nsi session list from:15.09 to:15.09 --columns present; nsi check' '12'
no 'what was held is not paired again' 'nsi session pair last' 'nsi: all@2026-09-15 уже проведено: поправить внесённое — nsi session record'
no 'nor moved' 'nsi session move last --to 18.09 --reason x' 'nsi: all@2026-09-15: уже проведено 15.09.2026; сначала отмените эту запись (nsi undo)'

# ---- a council is no evening: neither the next nor the last
NSI_TODAY=2026-11-09
is 'the next evening is not the council of this day' 'nsi session list from:today to:today -f csv --columns session --no-header; nsi session pair next | sed -n 1p' 'metodsovet@2026-11-09
sg-1@2026-11-17'
is 'nor is it the last' 'nsi session show last >/dev/null; nsi session record last --all-ok -f json | tail -2' 'nsi: на sg-1@2026-11-03 пары ещё не составлены: nsi session pair sg-1@2026-11-03 --save
nsi: на sg-1@2026-11-03 пары не составлены: nsi session pair sg-1@2026-11-03 --save или --from FILE'
is 'but what is moved or held is any' 'nsi session hold last --attended 9 -f csv --columns text --no-header --dry-run' '"metodsovet@2026-11-09: проведено, присутствовало: 9"'
NSI_TODAY=2026-10-06
is 'of two on one day it is the one that is paired' 'quiet nsi session pair all@06.10 --rounds 1 --save; nsi session list from:today to:today -f csv --no-header --columns session,status; nsi session show last | sed -n 1p; nsi session show next | sed -n 1p; quiet nsi undo --last' 'all@2026-10-06,planned
sg-1@2026-10-06,announced
all@2026-10-06
all@2026-10-06'
NSI_TODAY=2026-09-16

# ---- each of the twelve may have been absent: what follows from it is right by a second computation
cat >second.awk <<'AWK'
# Rows of the plan; who is absent: what would not be, told by the rule that nobody gives what he did not get.
BEGIN { FS = "," }
FNR == NR { held[$1 "," $2] = 1; next }
{ row[++n] = $0 }
function parts(u) { return u ~ /\./ }
function may(p, u,   w) { w = u; sub(/\..*/, "", w); return ((p "," u) in held) || ((p "," w) in held) }
function ready(p, u,   w) { w = u; sub(/\..*/, "", w); return !(w in need) || ((p "," need[w]) in held) }
function take(g, l, u) {
	if (!u || g == gone || l == gone) return
	if (!may(g, u) || !ready(l, u)) return
	took[l "," u]++
	if (parts(u)) fresh[l "," u] = 1
	else if (u ~ spot) fresh[l "," u] = 1
}
END {
	need["inv-instr"] = "inv-vidy"; need["pary-voz"] = "inv-vidy"; need["inv-zapros"] = "inv-priznaki"; need["rotacia-perev"] = need["rotacia-stancii"] = "inv-instr"
	need["sobytie-zamysel"] = "inv-priznaki"; need["pary-abzac"] = "inv-vidy"; need["inv-tablo"] = "inv-zapros"; need["inv-kriterii"] = "inv-instr"
	spot = "^(inv-vidy|pary-abzac|pary-obratn|online-pary|sobytie-komanda)$"
	for (i = 1; i <= n; i++) {
		split(row[i], f, ",")
		if (f[1] != round) { for (k in fresh) held[k] = 1; split("", fresh); round = f[1] }
		take(f[2], f[3], f[4]); take(f[3], f[2], f[5])
	}
	for (k in took) print k
}
AWK
q "SELECT substr(c.code, instr(c.code, '/') + 1) || ',' || u.code FROM mark m JOIN code c ON c.id = m.person JOIN code u ON u.id = m.unit WHERE m.tm = 0 AND m.step = 5 AND m.part = 0" >held
q "SELECT substr(c.code, instr(c.code, '/') + 1) || ',' || u.code FROM mark m JOIN code c ON c.id = m.person JOIN code u ON u.id = m.unit WHERE m.tm = 0 AND m.step = 4 AND m.part = 0" >>held
: >"$T/found"
for p in p01 p02 p03 p04 p05 p06 p07 p08 p09 p10 p11 p12; do
	nsi session show last -f csv --columns round,a,b,a_gives,b_gives | sed 1d >plan
	nsi session record last --all-ok --absent $p >/dev/null || echo "$p: refused" >>"$T/found"
	awk -v gone=$p -f second.awk held plan | sort >want
	q "SELECT DISTINCT substr(c.code, instr(c.code, '/') + 1) || ',' || coalesce(t.code, u.code) FROM mark m JOIN code c ON c.id = m.person JOIN code u ON u.id = m.unit LEFT JOIN code t ON t.id = m.part WHERE m.tm > 0" | sort >got
	diff want got | sed "s/^/$p: /" >>"$T/found"
done
silent 'whoever of the twelve is absent, what came of the evening is right'

# ---- what took place besides, what did not
ok 'as planned again' nsi session record last --all-ok
no 'a round that is not there' 'nsi session record last --not 9:p04' 'nsi: «9:p04»: в all@2026-09-15 кругов: 4'
no 'somebody who was not planned' 'nsi session record last --absent p99' 'nsi: не найдено: педагог «p99» (может быть, p09?)'
exit=2 no 'not said in which round' 'nsi session record last --not p04' 'nsi: «p04»: не сказано, кто в каком круге: 2:p04 или 2:p04-p07'

ok 'a meeting that did not take place' nsi session record last --missed 1:p02-p03
is 'both were there, and nothing came of it' 'cell p03 inv-priznaki; rows nsi session list from:15.09 to:15.09 --columns present' 'open
12'
no 'they were not to meet' 'nsi session record last --missed 1:p03-p04' 'nsi: «1:p03-p04»: они там не встречались'


# ---- asked about, one key a meeting
fresh
NSI_TODAY=2026-11-17
quiet nsi iop mark --from "$ROOT/examples/school-161/marks-autumn.csv"
quiet nsi session pair sg-1@17.11 --rounds 1 --save --absent p06,p09,p12 --seed 3
is 'each meeting is asked about' 'printf "\\n-" | nsi session record last --ask -f csv 2>&1 >/dev/null' "$(cat <<'TEXT'
Enter: получилось   -: оба не успели   1, 2: первый, второй не успел   0: не состоялось   <: назад   q: бросить
круг 1: p01 → p04: П3.К5  получилось
круг 1: p02 ⇄ p07: П3.К3 / П3.К1  оба ещё нет
TEXT
)"
is 'as answered' 'rows nsi session show last --columns a,b,a_result,b_result' 'p01,p04,,ok
p02,p07,not_yet,not_yet
p10,,,'
exit=2 no 'given up' 'printf "+q" | nsi session record last --ask 2>&1 >/dev/null | tail -1 >&2; exit 2' 'nsi: ничего не внесено'

# ---- the sheets of the example
fresh
NSI_TODAY=2026-11-12
quiet nsi iop mark --from "$ROOT/examples/school-161/marks-autumn.csv"
ok 'six cards among those who have them' nsi session record all@10.11 --from "$ROOT/examples/school-161/vecher-10-11-kartochki.csv"
is 'go round' 'nsi iop show p04 unit:П3 -f csv --no-header --columns parts; rows nsi session pending --columns person,unit' 'k1 k2 k3 k4 k5 k6
p02,pary-voz
p04,pary-voz
p07,pary-voz
p10,pary-voz
p12,pary-voz'
ok 'an evening of everybody, in Russian' nsi session record all@12.11 --from "$ROOT/examples/school-161/vecher-12-11.csv"
is 'the same again is nothing new, nothing is damaged' 'nsi session record all@12.11 --from "$ROOT/examples/school-161/vecher-12-11.csv" -f json | tail -2; nsi check' '{"summary": true, "said": 0, "same": 1, "gains": 21, "omitted": 1}
]'

# ---- an evening by itself: two who give nothing yet
fresh
NSI_TODAY=2026-09-16
printf 'round,a,b,a_gives,b_gives,a_result,b_result\n1,p01,p07,И2,,,ok\n2,p07,p03,И2,,,освоил\n' >sheet.csv
ok 'a sheet alone, without a plan' nsi session record all@15.09 --from sheet.csv
is 'who learned in the first round taught in the second' 'cell p07 inv-vidy; cell p03 inv-vidy' 'passed
mastered'
is 'the same sheet twice is nothing new' 'nsi session record all@15.09 --from sheet.csv -f json | tail -2' '{"summary": true, "said": 0, "same": 1, "gains": 2, "omitted": 0}
]'
printf 'round;a;b;a_gives;b_gives;b_result\r\n1;p01;p07;И2;;ok\r\n1;p07;p03;И2;;ok\r\n' >twice.csv
no 'in two meetings of one round' 'nsi session record all@15.09 --from twice.csv' 'nsi: twice.csv:3: круг 1: у p03 или p07 в этом круге есть ещё одна встреча'
printf 'round,a,b,a_gives,b_result\n1,p03,p07,И4,ok\n' >no.csv
no 'who may not teach it' 'nsi session record all@15.09 --from no.csv' 'nsi: no.csv:2: круг 1: у p07 ещё нет опоры для И4'
printf 'round,a,b,a_gives,b_result\n1,p01,p01,И2,ok\nx,p01,p98,И99,вроде\n' >bad.csv
no 'all that is wrong, by row and column' 'nsi session record all@15.09 --from bad.csv' 'nsi: bad.csv:2: столбец «Второй»: один и тот же человек указан дважды
nsi: bad.csv:3: столбец «Круг»: нужен номер круга
nsi: bad.csv:3: столбец «Первый даёт»: не найдено: единица «И99»
nsi: bad.csv:3: столбец «Второй»: не найдено: педагог «p98» (может быть, p08?)
nsi: bad.csv:3: столбец «Второй взял»: «вроде» не подходит, есть: ok (освоил), not_yet (не успели), absent (не было)'
printf 'round,a,b,a_gives,b_result\n1,p01,p07,И2,\n' >half.csv
no 'half filled' 'nsi session record all@15.09 --from half.csv' 'nsi: half.csv:2: столбец «Второй взял»: пусто, а нужно: освоил, не успели или не было'
printf 'session,round,a,b,a_gives,b_result\nall@2026-09-10,1,p01,p07,И2,ok\n' >other.csv
no 'a sheet of another evening' 'nsi session record all@15.09 --from other.csv' 'nsi: other.csv:2: столбец «Занятие»: это лист занятия all@2026-09-10, а не all@2026-09-15'

# ---- two sessions of a day: an evening follows a morning, whatever is entered first
quiet nsi session pair --group kso --on 15.09 --start 10:00 --present p01,p04,p07 --rounds 1 --save
printf 'round,a,b,a_gives,b_result\n1,p07,p04,И2,ok\n' >early.csv
no 'who learned it in the evening did not teach it in the morning' 'nsi session record kso@15.09 --from early.csv' 'nsi: early.csv:2: круг 1: p07 не может учить И2'
quiet nsi session pair --group kso --on 15.09 --start 18:00 --present p01,p04,p07 --rounds 1 --save
ok 'later in the evening he may' nsi session record kso@15.09 --from early.csv
no 'and then the first leans under it' 'nsi session record all@15.09 --from bad.csv 2>/dev/null; nsi undo $(q "SELECT min(seq) FROM entry WHERE verb = '"'record'"'") 2>&1 | tail -1 >&2; exit 1' "nsi: на это опираются другие записи; отменить все вместе: nsi undo $(q "SELECT group_concat(seq, ' ') FROM (SELECT seq FROM entry WHERE verb = 'record' ORDER BY seq)")"
quiet nsi undo --last
quiet nsi session pair --group kso --on 16.09 --start 15:00 --present p04,p05,p07 --rounds 1 --save
is 'nobody is in two sessions at once' 'nsi session pair all@16.09 --rounds 1 --present p03,p04,p05 2>&1 >/dev/null' 'nsi: warning: не включены, потому что в это время на kso@2026-09-16: p04, p05'
is 'after it they may' 'nsi session pair all@16.09 --start 17:00 --rounds 1 --present p03,p04,p05 2>&1 >/dev/null' ''
is 'the cards of one unit on the board' 'nsi report board --unit П3 -f csv | sed -n "1p;/^person,p01/p"' 'row,person,org,pary-voz.k1,pary-voz.k2,pary-voz.k3,pary-voz.k4,pary-voz.k5,pary-voz.k6,mastered,of,taught,late,earlier
person,p01,s161,bearer,bearer,bearer,bearer,bearer,bearer,0,0,1,,[]'
no 'which has none' 'nsi report board --unit И1' 'nsi: И1: частей нет'

# ---- checks owed
printf 'round,a,b,a_gives,b_result\n1,p02,p03,И1,ok\n' >owed.csv
ok 'an observation is no matter of a meeting' nsi session record all@16.09 --from owed.csv
is 'so its check is owed' 'rows nsi session pending --columns person,unit,since,session,giver' 'p03,inv-priznaki,2026-09-16,all@2026-09-16,p02'
is 'until it is there' 'quiet nsi iop mark p03 И1 mastered --checked-by p02; rows nsi session pending' ''
is 'nothing is damaged now' 'nsi check' ''

# ---- entered late: what a later evening brought, or a later check, stands where it was entered
late() { printf 'round,a,b,a_gives,b_result\n%s\n' "$2" >late.csv; nsi session record "$1" --from late.csv -f csv --no-header --columns kind,person,unit,with,text; }
fresh
NSI_TODAY=2026-09-17
quiet late all@16.09 '1,p01,p03,И2,ok'
is 'who mastered it later was begun with then' "late all@15.09 '1,p01,p03,И2,ok
1,p02,p07,И1,ok'" 'started,p03,inv-vidy,p01,"освоено позже, это уже внесено"
started,p07,inv-priznaki,p02,
owed,p07,inv-priznaki,,проверка ещё впереди
taught,p01,,,передач: 1
taught,p02,,,передач: 1'
is 'it is mastered since that day, and nothing is owed of it' 'cell p03 inv-vidy; rows nsi iop show p03 unit:И2 --columns state,on; rows nsi session pending --columns person,unit; nsi check' 'mastered
mastered,2026-09-16
p07,inv-priznaki'
no 'so nobody had it from him before' "late all@15.09 '1,p01,p03,И2,ok
2,p03,p04,И2,ok'" 'nsi: late.csv:3: круг 2: p03 не может учить И2'
fresh
NSI_TODAY=2026-09-20
quiet nsi iop mark p04 И2 mastered --with p01 --on 10.09
quiet nsi iop mark p07 И2 mastered --with p01 --on 10.09
quiet late all@16.09 '1,p01,p04,П3.К1,ok
2,p04,p07,П3.К1,ok'
no 'a card that he took later was not taken before' "late all@15.09 '1,p01,p04,П3.К1,ok'" 'nsi: late.csv:2: круг 1: П3.К1 у p04 уже есть'
quiet nsi iop mark p04 П3 mastered --checked-by p01 --on 18.09
is 'an evening is amended after the whole was checked' "late all@16.09 '1,p01,p04,П3.К1,ok
2,p04,p07,П3.К1,not_yet'; nsi check" 'part,p04,pary-voz.k1,p01,
taught,p01,,,передач: 1'
is 'and one before it entered' "late all@14.09 '1,p01,p04,П3.К2,ok'; nsi check" 'part,p04,pary-voz.k2,p01,
taught,p01,,,передач: 1'
no 'but none after it' "late all@19.09 '1,p01,p04,П3.К3,ok'" 'nsi: late.csv:2: круг 1: П3.К3 у p04 уже есть'

fresh
NSI_TODAY=2026-09-15
printf 'round,a,b,a_gives,b_result\n1,p05,p01,И4,ok\n2,p05,p01,И4,ok\n2,p02,p03,И1,absent\n' >twice.csv
is 'twice the same to the same is one thing passed on, as on the board; who was absent is named' 'nsi session record all@15.09 --from twice.csv -f csv --no-header --columns kind,person,text | grep -E "taught|omitted"; nsi report board -f csv --columns person,taught | grep p05' 'omitted,p03,p03 не было
taught,p05,передач: 1
p05,1'

# ---- what was found by trying to break it
fresh
NSI_TODAY=2026-11-12
quiet nsi iop mark --from "$ROOT/examples/school-161/marks-autumn.csv"
is 'a forced pair by an option' 'rows nsi session pair all@18.11 --present p01,p02,p04 --together p01-p02 --rounds 1 --columns a,b | grep -c p01,p02' '1'
quiet nsi session pair sg-1@17.11 --rounds 3 --save
quiet nsi session pair all@18.11 --rounds 2 --save
NSI_TODAY=2026-11-18
no 'who was absent taught nobody' 'nsi session record sg-1@17.11 --all-ok --absent p01 --add 2:p01-p02:pary-voz.k2' 'nsi: «2:p01-p02:pary-voz.k2»: p01 не было на занятии'
no 'nor who came later' 'nsi session record sg-1@17.11 --all-ok --late p02:3 --add 2:p02-p10:inv-priznaki' 'nsi: «2:p02-p10:inv-priznaki»: p02 не было на занятии'
is 'the author shows his quantum in a session' 'quiet nsi session record sg-1@17.11 --all-ok --missed 3:p01-p02 --add 3:p01-p09:q:kv-pary-5min 2>/dev/null || quiet nsi session record sg-1@17.11 --all-ok --add 3:p01-p09:q:kv-pary-5min; rows nsi log verb:pass --columns person,quantum' 'p09,kv-pary-5min'
quiet nsi iop leave p04 --on 2026-11-18 --reason x --yes
ok 'who has left since was absent' nsi session record all@18.11 --all-ok --absent p04
no 'and nothing else' 'nsi session record all@18.11 --all-ok' 'nsi: p04 не участвует 18.11.2026'
is 'a dry run tells of a change' 'nsi session record all@18.11 --all-ok --absent p04,p05 -n -f csv | head -1; rows nsi session record all@18.11 --all-ok --absent p04 -n --columns change | sort -u' 'change,kind,person,unit,with,round,text
='
exit=2 no 'rounds are at least one' 'nsi session pair all@19.11 --rounds 0' 'nsi: --rounds N: нужно число от 1; см. «nsi help session pair»'
quiet nsi session pair all@17.11 --rounds 1 --present p05,p06,p08 --start 09:00 --save
nsi session show all@17.11 --sheet -f csv | awk -F, 'NR == 1 || NR > 2 && $5' >some.csv
is 'what the sheet leaves out did not take place' 'nsi session record all@17.11 --from some.csv -f json | tail -2 | grep -c "omitted\": [1-9]"' '1'
printf 'round,a,b,a_gives,b_result,b_checked_by\n1,p01,p05,И1,ok,p05\n' >self.csv
no 'nobody checks himself' 'nsi session record all@13.11 --from self.csv 2>&1 >/dev/null | grep -o "сам себя никто не проверяет" >&2; exit 1' 'сам себя никто не проверяет'
printf 'round,a,b,a_gives,b_result\n1,p02,p03,И4,ОК\n' >cyr.csv
is 'a word in look-alike letters' 'nsi session record all@13.11 --from cyr.csv 2>&1 | grep -c "ok (освоил)"' '0'
is 'a saved session of a group is the group'"'"'s' 'quiet nsi session pair --group kso --on 20.11 --rounds 1 --save; rows nsi session list group:kso from:20.11 to:20.11 --columns session' 'kso@2026-11-20'

fresh
NSI_TODAY=2026-09-16

# ---- what rests on an evening is judged when the evening is amended
printf 'round,a,b,a_gives,b_result\n1,p01,p07,И2,ok\n' >first.csv
printf 'round,a,b,a_gives,b_result\n1,p07,p03,И2,ok\n' >second.csv
ok 'an evening' nsi session record all@14.09 --from first.csv
ok 'and one that rests on it' nsi session record all@15.09 --from second.csv
no 'so the first cannot have gone otherwise' 'nsi session record all@14.09 --not 1:p07' 'nsi: 15.09.2026 p07 ещё не владеет И2 и учить p03 не может
nsi: это опирается на прежнюю запись занятия: сначала исправьте или отмените его (см. nsi log)'
is 'and stands as it was' 'cell p07 inv-vidy; nsi check' passed
quiet nsi undo --last
ok 'without the second it can' nsi session record all@14.09 --not 1:p07
fresh
NSI_TODAY=2026-09-16

# ---- few people, and nobody
is 'all are everybody, in both languages' 'nsi session pair --on 18.09.2026 --rounds 1 -f csv >a; nsi session pair --on 18.09.2026 --rounds 1 --present all -f csv | cmp - a; nsi session pair --on 18.09.2026 --rounds 1 --present все -f csv | cmp - a' ''
is 'one alone' 'rows nsi session pair --on 18.09.2026 --present p03 --rounds 1 --columns round,a,b,kind' '1,p03,,idle'
no 'nobody' 'nsi session pair all@17.09 --present p03 --absent p03' 'nsi: all@2026-09-17: никто не приходит'
no 'a forced pair that cannot be' 'nsi session pair all@17.09 --together p03-p07 --apart p03-p07' 'nsi: p03 и p07: и вместе, и порознь сразу нельзя'
no 'online without a link' 'nsi session pair all@17.09 --mode online' 'nsi: all@2026-09-17: тем, кто не в аудитории, нужна ссылка: --link'
ok 'who pauses is not planned' nsi iop pause p04 --from 17.09 --to 30.09
is 'and that is told' 'nsi session pair all@17.09 --rounds 1 -f csv --columns a,b 2>&1 >pairs | cat; grep -c p04 pairs' 'nsi: warning: не включены, у них пауза: p04
0'

# ---- a unit that takes two meetings: entered in order, the other way round, in one sheet; the first taken back
twice() {
	cd "$T/desk" && rm -rf two && mkdir two && cd two || exit 1
	NSI_TODAY=2026-09-20
	nsi init . --org s1 --lang ru >/dev/null
	cat >p.yaml <<-'YAML'
	format: nsi/1
	programme:
	  id: p
	  title: П
	  technologies: [{id: a, title: А}, {id: b, title: Б}]
	  modules:
	    - {id: inv, kind: invariant, title: И, technologies: [a, b], units: [{id: one, label: Е1, title: Одна, hours: 1, meetings: 2, check: demo}]}
	    - {id: var, kind: variative, title: В, technologies: [a], units: [{id: two, label: В1, title: Две, hours: 1, check: demo}]}
	organisations: [{id: s1, short: Ш1, title: Школа 1}]
	calendar: [{id: c, year: 2027, orgs: [s1], teachers: {from: 2026-08-25, to: 2027-06-30}, pupils: {from: 2026-09-01, to: 2027-05-26}, periods: [{id: q1, from: 2026-09-01, to: 2027-05-26}]}]
	participants: [{code: p01, org: s1, bearer: [one, two]}, {code: p02, org: s1, choice: [var]}, {code: p03, org: s1, choice: [var]}]
	YAML
	{ nsi -q module load p.yaml && nsi iop plan --all --yes; } >"$T/out" 2>&1 || { cat "$T/out"; exit 1; }
}
sheet() { printf 'round,a,b,a_gives,b_result\n%s\n' "$1" >s.csv; nsi session record "$2" --from s.csv >/dev/null; }
twice
ok 'a first meeting' sheet 1,p01,p02,one,ok all@14.09
is 'is a beginning' 'cell p02 one; rows nsi session pending' 'started'
ok 'the second' sheet 1,p01,p02,one,ok all@15.09
is 'ends with the check that is done on the spot' 'cell p02 one' mastered
first=$(q "SELECT min(seq) FROM entry WHERE verb = 'record'")
no 'the first leans under it' 'nsi undo $first' 'nsi: p02: Е1 освоено на последней встрече, а прежних встреч нет
nsi: на это опираются другие записи; отменить все вместе: nsi undo 13 16'
twice
ok 'the later one is entered first' sheet 1,p01,p02,one,ok all@15.09
ok 'then the earlier' sheet 1,p01,p02,one,ok all@14.09
is 'nothing that was said changes: its check is owed' 'cell p02 one; rows nsi session pending --columns person,unit,since,session' 'started
p02,one,2026-09-15,all@2026-09-15'
ok 'and can be entered' nsi iop mark p02 one mastered --checked-by p01
is 'so it is owed no more' 'rows nsi session pending; nsi check' ''
twice
ok 'both in one sheet' sheet '1,p01,p02,one,ok
2,p01,p02,one,ok' all@14.09
is 'mastered in the second' 'cell p02 one' mastered
ok 'not yet in the second' nsi session record all@14.09 --not 2:p02
is 'begun' 'cell p02 one' started


# ---- a programme that is closed takes no marks
fresh
NSI_TODAY=2026-09-15
closed='quiet nsi iop close p04; nsi session pair --on 15.09 --present p01,p02,p04,p07 --rounds 3 --save -f csv --columns a,b,a_gives,b_gives --no-header'
is 'whose programme is closed gains nothing, and the evening can be recorded' "$closed >made; awk -F, '(\$1 == \"p04\" && \$4) || (\$2 == \"p04\" && \$3)' made; nsi session record last --all-ok | tail -1 | sed 's/.*  не со/не со/'" 'не состоялось: 0'
finish
