#!/bin/sh
# Reports that are one question each: who seeks and who offers, requests by what they point to, quanta by technology.
. "$(dirname "$0")/lib.sh"

quiet() { "$@" >/dev/null; }
rows() { "$@" -f csv --no-header; }
q() { sqlite3 nsi.db "$1"; }
fresh
nsi config lang en >/dev/null
quiet nsi iop mark --from "$ROOT/examples/school-161/marks-autumn.csv"
on=$((20769))                            # 2026-11-12
live="since <= $on AND $on < until"

# ---- exchange
is 'the keys of the contract' 'nsi report exchange -f csv | head -1' 'person,unit,seeks,offers,with'
is 'who seeks is who waits' 'rows nsi report exchange --columns person,unit,seeks | grep ",true$" | cut -d, -f1,2 | sort >a
q "SELECT DISTINCT substr(c.code, instr(c.code, '"'/'"') + 1) || '"','"' || u.code FROM wants w JOIN code c ON c.id = w.person JOIN code u ON u.id = w.unit WHERE w.year = 2027 AND $live" | sort >b; [ -s a ] && diff a b' ''
is 'who offers is who can teach' 'rows nsi report exchange --columns person,unit,offers | grep ",true$" | cut -d, -f1,2 | sort >a
q "SELECT DISTINCT substr(c.code, instr(c.code, '"'/'"') + 1) || '"','"' || u.code FROM can_teach w JOIN code c ON c.id = w.person JOIN code u ON u.id = w.unit WHERE w.part = 0 AND $live" | sort >b; [ -s a ] && diff a b' ''
is 'with whom is the other side' 'nsi report exchange unit:pary-voz -f csv' 'person,unit,seeks,offers,with
p02,pary-voz,true,false,p01
p04,pary-voz,true,false,p01
p07,pary-voz,true,false,p01
p10,pary-voz,true,false,p01
p11,pary-voz,true,false,p01
p12,pary-voz,true,false,p01
p01,pary-voz,false,true,p02 p04 p07 p10 p11 p12'
is 'what nobody can teach is sought all the same' 'rows nsi report exchange unit:pary-obratn' 'p02,pary-obratn,true,false,
p04,pary-obratn,true,false,
p07,pary-obratn,true,false,'
is 'as it was on a day' 'rows nsi report exchange --on 2026-09-01 unit:inv-vidy person:p02,p06 --columns person,seeks' 'p02,true
p06,true'
is 'filters' 'rows nsi report exchange module:pary org:net-a --columns person,unit; rows nsi report exchange тренаж --columns person | wc -l' 'p10,pary-abzac
p10,pary-voz
0'
is 'nobody who has left' 'quiet nsi -q iop leave p07 --on 11.11.2026 --reason x; rows nsi report exchange person:p07; rows nsi report exchange --columns with | grep -c p07; quiet nsi undo --last' '0'
is 'words for people' 'nsi --lang ru report exchange unit:pary-voz person:p02' 'Педагог  Единица   Ищет  Предлагает  С кем
-------  --------  ----  ----------  -----
p02      pary-voz  да    нет         p01'

# ---- requests
is 'nothing was asked yet' 'nsi report requests' 'nothing was asked'
for d in 01 03; do echo text | quiet nsi iop request add p02 - --unit pary-voz,pary-obratn --on 2026-11-$d; done
echo text | quiet nsi iop request add p03 - --theme instructions --on 2026-11-10
quiet nsi iop request add p04 "only words" --on 2026-11-11
id=$(rows nsi iop request list person:p02 --columns request | head -1)
quiet nsi iop request answer $id --offer p01 --on 2026-11-05
is 'a row a thing that is asked for' 'nsi report requests -f csv' 'kind,thing,requests,open,answered,closed,late,days
unit,pary-obratn,2,1,1,0,1,4
unit,pary-voz,2,1,1,0,1,4
text,,1,1,0,0,0,
theme,instructions,1,1,0,0,0,'
is 'closed' 'quiet nsi iop request close $id; rows nsi report requests voz' 'unit,pary-voz,2,1,0,1,1,4'
is 'of a unit, by its id, label or module' 'rows nsi report requests unit:П3; rows nsi report requests П3; rows nsi report requests module:pary; rows nsi report requests module:inv' 'unit,pary-voz,2,1,0,1,1,4
unit,pary-voz,2,1,0,1,1,4
unit,pary-obratn,2,1,0,1,1,4
unit,pary-voz,2,1,0,1,1,4'
is 'of a while' 'rows nsi report requests --from 2026-11-10 --to 2026-11-10' 'theme,instructions,1,1,0,0,0,'

# ---- quanta
quiet nsi quantum try --from "$ROOT/examples/school-161/kvanty-proby.csv"
is 'quanta by technology' 'nsi report quanta -f csv' 'technology,quanta,draft,described,tried,sample,retired,trials,independent,worked,passings,adopted
kso,3,0,1,2,0,0,4,2,1,0,0
blended,4,0,2,2,0,0,3,1,0,0,0
events,2,0,2,0,0,0,1,1,1,0,0'
is 'which are those of the list' 'rows nsi quantum list --columns state | sort | uniq -c | sed "s/^ *//"; rows nsi report quanta --columns described,tried,trials,independent,worked | awk -F, "{ d += \$1; t += \$2; n += \$3; i += \$4; w += \$5 } END { print d, t, n, i, w }"; rows nsi quantum list --columns trials,independent,worked | awk -F, "{ n += \$1; i += \$2; w += \$3 } END { print n, i, w }"' '5 described
4 tried
5 4 8 4 2
8 4 2'
is 'a sample' 'quiet nsi quantum review kv-pary-5min; rows nsi report quanta --columns technology,sample; rows nsi report quanta --on 2026-10-21 --columns tried,sample,trials' 'kso,1
blended,0
events,0
1,0,2
2,0,3
0,0,0'
quiet nsi quantum pass kv-pary-5min --from p01 --to p04,p09 --on 2026-10-19
quiet nsi quantum adopt kv-pary-5min --by p04 --class 8Б --since 2026-11-01
is 'handed on, and used' 'rows nsi report quanta --columns technology,passings,adopted | head -1' 'kso,2,1'

# ---- individual programmes
quiet nsi iop set p04 curator=p06
is 'all blocks, and only his' 'rows nsi report iop p04 --columns person,block | uniq -c | sed "s/^ *//"' '4 p04,participant
1 p04,diagnosis
11 p04,roadmap
1 p04,events
1 p04,people
1 p04,approval'
is 'the roadmap is that of iop show' 'rows nsi report iop p04 --columns block,item,way,due | grep ^roadmap | cut -d, -f2-; rows nsi iop show p04 --columns label,way,due >a; rows nsi report iop p04 --columns block,item,way,due | sed -n "s/^roadmap,//p" | cmp - a' "$(rows nsi iop show p04 --columns label,way,due)"
is 'who approved it, and who helps' 'rows nsi report iop p04 --columns block,item,text,with,done | grep "^people\|^appr"' 'people,curator,,p06,
approval,approved,методический совет № 1 · 45-о,,2026-09-01'
is 'a request without its text, unless it may be read' 'rows nsi report iop p04 --columns block,words | grep ^diag; nsi report iop p04 --names | grep -c "only words"' 'diagnosis,…
1'
is 'of everybody, of some, of a year' 'rows nsi report iop --all --columns person | uniq | wc -l; rows nsi report iop p01@2027 p02,p03 --columns person | uniq | paste -sd" "' '12
p01 p02 p03'
exit=2 no 'whose' 'nsi report iop' 'nsi: say whose: PERSON or --all'
exit=2 no 'not both' 'nsi report iop p01 --all' 'nsi: say whose: PERSON or --all'
finish
