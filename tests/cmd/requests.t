#!/bin/sh
# Requests to the methodical service: made, answered, closed, planned for; late ones; what nobody can teach.
. "$(dirname "$0")/lib.sh"
fresh
nsi config lang en >/dev/null
say() { nsi iop request "$@" -f csv --no-header; }
list() { nsi iop request list --columns "$@"; }

text='как вести пару, если один молчит'
is 'a request gets a number' "say add p07 '$text' --unit И2,pary-voz --on 2026-11-01 | cut -d, -f2-" 'p07,2026-11-01'
a=$(nsi iop request list -f csv --no-header | cut -d, -f1)
is 'a team asks too' "say add uk-161 'нужна площадка для встреч' --theme 'площадка' --taken-by p08 --on 2026-11-10 | cut -d, -f2-" 'uk-161,2026-11-10'
b=$((a + 1))
is 'by a competence' "say add p04 'хочу вести пары' --competence organizaciya-par | cut -d, -f2-" 'p04,2026-11-12'
c=$((b + 1))
is 'the list' 'list request,person,on,theme,units,competences,taken_by,state,need,late -f csv --no-header' \
"$a,p07,2026-11-01,,inv-vidy pary-voz,,,open,false,true
$b,uk-161,2026-11-10,площадка,,,p08,open,true,false
$c,p04,2026-11-12,,,organizaciya-par,,open,false,false"
nsi iop request list --names | grep -q "$text"
result $? 'people see what was asked'
nsi iop request list -f json | grep -q 'молчит'
[ $? -eq 1 ]
result $? 'scripts do not'
cat nsi.db* | grep -aq 'молчит'
[ $? -eq 1 ]
result $? 'nor is it in the database'

is 'only late ones' 'list request -f csv --no-header +late' "$a"
is 'as it was' 'list request,late -f csv --no-header --on 2026-11-06' "$a,false"
is 'a day later' 'list request,late -f csv --no-header --on 2026-11-07' "$a,true"
is 'only needs of the programme' 'list request -f csv --no-header +need' "$b"
is 'of a team, and of the people in it' 'list request -f csv --no-header group:uk-161; nsi log verb:member group:uk-161 >/dev/null 2>&1; list person -f csv --no-header group:sg-1 | sort -u' "$b
p04
p07"
is 'who takes it may leave: it is told' 'nsi iop leave p08 --on 2026-11-12 --reason x -n -f csv --no-header --columns kind,id,text | grep request' "request,$b,площадка"
is 'of one person' 'list request -f csv --no-header person:p04' "$c"
is 'by a word of the theme' 'list request -f csv --no-header Площад' "$b"
is 'by what it points to' 'list request -f csv --no-header unit:П3; list request -f csv --no-header module:inv; list request -f csv --no-header tech:kso from:today' "$a
$a"
is 'and by days' 'list request -f csv --no-header from:10.11 to:10.11' "$b"
exit=2 no 'filters that it has' 'nsi iop request list kind:x' 'nsi: "kind:x": this question cannot be filtered so; it knows from:… group:… +late module:… +need org:… person:… WORD state:… tech:… to:… unit:…'
exit=2 no 'states that it has' 'nsi iop request list state:draft' 'nsi: state: "draft" is none of: open, answered, closed'

is 'an answer by ids' "say answer $a --offer 'И2, p01' --on 2026-11-10 | cut -d, -f2-" 'p07,2026-11-10'
is 'another in words' "say answer $a --offer 'посмотрим вместе урок, в среду' | cut -d, -f2-" 'p07,2026-11-12'
is 'the first one counts' "list taken_by,offered,answered,days,state,late -f csv --no-header person:p07" 'methodist,inv-vidy p01,2026-11-10,9,answered,false'
is 'ids are in the clear, words are not' "nsi log -f json --limit 2 | grep -o '\"offered\":[^]]*]'; cat nsi.db* | grep -ac 'посмотрим вместе'" '"offered":["inv-vidy","s161/p01"]
0'
is 'what is offered twice stands there once' "nsi iop request answer $a --offer 'p01, И2' --as p03 >/dev/null; list offered -f csv --no-header person:p07; nsi undo --last --as p03 >/dev/null" 'inv-vidy p01'
nsi iop request list --columns reply | grep -q 'посмотрим'
[ $? -eq 1 ]
result $? 'the reply is that of the first answer'
is 'who takes it stays' "nsi iop request answer $b --offer p02 >/dev/null; list taken_by,offered,days,need -f csv --no-header Площад" 'p08,p02,2,false'
is 'closed' "say close $b --reason 'встречаемся в библиотеке' | cut -d, -f2-; list state -f csv --no-header Площад" 'uk-161,2026-11-12
closed'
is 'and it was answered before' 'list state -f csv --no-header --on 2026-11-11 Площад' 'open'

is 'who answered first too' 'nsi iop request answer '$c' --offer И2 --as p02 >/dev/null; nsi iop leave p02 --on 2026-11-12 --reason x -n -f csv --no-header --columns kind,id | grep request; nsi undo --last --as p02 >/dev/null' "request,$c"
is 'what is closed hangs on nobody' 'nsi iop leave p08 --on 2026-11-12 --reason x -n -f csv --no-header --columns kind,id | grep -c request' 0
no 'closed is closed' "nsi iop request answer $b --offer p03" "nsi: request $b is closed already, on 2026-11-12"
no 'and is not closed again' "nsi iop request close $b" "nsi: request $b is closed already, on 2026-11-12"
no 'not answered before it was made' "nsi iop request answer $a --offer p03 --on 31.10.2026" "nsi: 2026-10-31 is before request $a, which is of 2026-11-01"
no 'not tomorrow' "nsi iop request close $a --on tomorrow" 'nsi: 2026-11-13 is after today'
no 'an unknown number' 'nsi iop request answer 9999 --offer p03' 'nsi: there is no request 9999 (see nsi iop request list)'
no 'no number at all' 'nsi iop request close p07' 'nsi: "p07" is no number of a request (see nsi iop request list)'
no 'a number of another entry' 'nsi iop request close 1' 'nsi: there is no request 1 (see nsi iop request list)'
no 'nobody of that code' "nsi iop request add p99 '$text'" 'nsi: there is no person "p99" (did you mean p09?)'
no 'no such competence' "nsi iop request add p07 x --competence organizacia-par" 'nsi: there is no competence "organizacia-par" (did you mean organizaciya-par?)'
no 'no such unit' "nsi iop request add p07 x --unit pary-voss" 'nsi: there is no unit "pary-voss" (did you mean pary-voz?)'
exit=2 no 'without an offer' "nsi iop request answer $a" "nsi: --offer TEXT is missing (what is offered: units, modules, people, separated by commas; any other text is kept in the private file); see 'nsi help iop request answer'"
exit=2 no 'without words' 'nsi iop request add p07' "nsi: TEXT is missing (what is asked; kept in the private file: -, @FILE, or typed in the editor); see 'nsi help iop request add'"
exit=2 no 'an empty text' 'nsi iop request add p07 -' 'nsi: the text is empty: nothing is done'
exit=2 no 'what of requests?' 'nsi iop request' "nsi: what of 'iop request'? see 'nsi help iop'"
exit=2 no 'did you mean' 'nsi iop request ad p07' "nsi: no verb 'request ad' in 'iop'; did you mean 'nsi iop request add'?"
is 'the commands that begin so' 'nsi help iop request >h; head -1 h; grep -c "^  request " h; nsi iop request --help | cmp - h; nsi help session group | grep -c "^  group "' 'usage: nsi iop request VERB ...
4
6'
is 'help of two words' 'nsi help iop request close | head -1' 'usage: nsi iop request close REQUEST [--reason TEXT] [--on DAY]'
printf 'из файла\n' >t
nsi iop request add p05 @t >/dev/null && printf 'со входа\n' | nsi iop request add p06 - >/dev/null
is 'a text from a file, from standard input' 'nsi iop request list person:p05,p06 --columns text --no-header --names | head -2 | sed "s/ *$//"' 'из файла
со входа'
is 'a dry run writes nothing' "say add p07 x -n | cut -d, -f1,3; list request -f csv --no-header | wc -l" '+,p07
5'

exit=1 no 'what is answered is not simply undone' "nsi undo $a" "nsi: request $a is taken back
nsi: other entries lean on this; to take all of them back: nsi undo $a $((c + 1)) $((c + 2))"
is 'but with its answers' "nsi undo $a $((c + 1)) $((c + 2)) >/dev/null; list request -f csv --no-header person:p07" ''
is 'what was taken back is told, its text to people only' 'nsi log verb:undo --limit 3 --columns text -f csv --no-header | grep -c молчит; nsi log verb:undo --limit 3 --columns text -f csv --no-header --names | grep -c "taken back: request $a: p07 asks: .*молчит"' '0
1'
is 'and is given again under its number' 'nsi redo >/dev/null; list request,offered -f csv --no-header person:p07' "$a,inv-vidy p01"

is 'a plan for a request' "nsi -q iop plan --for-request $a -n -f csv --columns change,person,unit,why | sed -n 's/^[^-],//p'" 'p07,inv-priznaki,invariant
p07,inv-vidy,invariant
p07,inv-zapros,invariant
p07,inv-instr,invariant
p07,inv-tablo,invariant
p07,inv-kriterii,invariant
p07,inv-refleksia,invariant
p07,pary-voz,chosen'
is 'for somebody else' "nsi -q iop plan p04 --for-request $a -n -f csv --columns change,person,unit,why | sed -n 's/^[^-],//p' | grep chosen" 'p04,pary-voz,chosen'
is 'the units of a competence' "nsi -q iop plan --for-request $c -n -f csv --columns change,why | grep -c '^[^-],chosen'" '3'
no 'one that points to nothing' "nsi iop plan --for-request $b" "nsi: request $b points to no unit of the programme: say --unit or --module"
exit=2 no 'without a request somebody is named' 'nsi iop plan' 'nsi: say who: codes, a filter such as org:s161, or --all'

# The same numbers from two of our own origins: then they are told with their origins.
is 'sound' 'nsi check' ''
nsi -q backup ../b >/dev/null; mkdir ../r; cd ../r && nsi restore ../b >/dev/null
is 'the number stays in a restored workspace' 'list request -f csv --no-header person:p04' "$c"
last() { nsi log -f csv --no-header --columns entry --limit 1 | cut -d: -f2; }
nsi iop request add p05 'первый' >/dev/null
while [ "$(last)" -lt "$c" ]; do nsi iop request add p05 'ещё раз' >/dev/null; done
is 'until another of ours has it' 'list request -f csv --no-header person:p04 | sed s/.*:/:/; nsi iop request close '$c' 2>&1 | sed "s/which of .*/which of …/"' ":$c
nsi: $c is the number of several requests: say which of …"
is 'with its origin it is found' 'nsi iop request close "$(list request -f csv --no-header person:p04)" >/dev/null; list state -f csv --no-header person:p04' 'closed'
is 'and it is sound' 'nsi check' ''
finish
