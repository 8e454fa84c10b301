#!/bin/sh
# The command line by itself: options, operands, what is said when it is wrong.
. "$(dirname "$0")/lib.sh"

code() { "$@" >/dev/null 2>&1; echo $?; }
keys() { "$@" -f csv --no-header --columns "$columns"; }

is 'the version' 'nsi --version' "nsi $(sed -n 's/.*NSI_VERSION "\(.*\)"/\1/p' "$ROOT/lib/nsi.h")"
exits 0 'bare nsi without a workspace helps' nsi
exits 0 'nsi help' nsi help
exits 0 'nsi --help' nsi --help
exits 0 'nsi -h iop' nsi -h iop

# ---- mistyped words
is 'a group' 'nsi ipo list' "nsi: no command 'ipo'; did you mean 'nsi iop'?"
is 'a verb' 'nsi iop lst' "nsi: no verb 'lst' in 'iop'; did you mean 'nsi iop list'?"
is 'a verb without its group' 'nsi board' "nsi: no command 'board'; did you mean 'nsi report board'?"
is 'nothing like it' 'nsi xyzzyx' "nsi: no command 'xyzzyx'; see 'nsi help'"
is 'no verb' 'nsi iop' "nsi: which verb of 'iop'? see 'nsi help iop'"
is 'an option' 'nsi iop mark p07 inv-vidy started --wiht p01' "nsi: no option --wiht; did you mean --with?; see 'nsi help iop mark'"
is 'a letter' 'nsi iop list -x' "nsi: no option -x; see 'nsi help iop list'"
is 'a word of a field' 'nsi iop mark p07 inv-vidy masterd' "nsi: STATE: 'masterd' is none of: started, mastered; see 'nsi help iop mark'"
is 'a global option' 'nsi --dbb x iop list' "nsi: no option --dbb; did you mean --db?; see 'nsi help'"
is 'a language' 'nsi --lang de help' 'nsi: no language "de" (ru, en)'
is 'a setting' 'nsi -c actor iop list' "nsi: 'actor' is no KEY=VALUE, as -c wants; see 'nsi help'"
is 'in Russian' 'nsi --lang ru iop lst' 'nsi: нет команды «lst» в группе «iop»; может быть, «nsi iop list»?'
is 'the language may stand behind' 'nsi iop lst --lang=ru' 'nsi: нет команды «lst» в группе «iop»; может быть, «nsi iop list»?'
is 'controls do not reach the terminal' "nsi \"\$(printf 'a\\033[31mb')\"" "nsi: no command 'a$(printf '\357\277\275')[31mb'; see 'nsi help'"

is 'nor does what is no text' "nsi \"\$(printf 'a\\377b')\"" "nsi: no command 'a$(printf '\357\277\275')b'; see 'nsi help'"

is 'help names the filters that a question takes' 'nsi help log | sed -n 5,6p' '  FILTER...               only what fits: actor:… from:… group:… module:… org:…
                          person:… quantum:… tech:… to:… unit:… verb:…'

# ---- operands and options
is 'an operand is missing' 'nsi iop why p01 p07' "nsi: UNIT is missing (a unit or a part of one); see 'nsi help iop why'"
is 'one too many' 'nsi iop why p01 p07 inv-vidy x' "nsi: one word too many: 'x'; see 'nsi help iop why'"
is 'a must that is an option' 'nsi init w' "nsi: --org ORG is missing (id of the own school, as s161); see 'nsi help init'"
is 'a value is missing' 'nsi iop list --on' "nsi: a value is missing behind --on DAY; see 'nsi help iop list'"
is 'given twice' 'nsi iop plan p07 --pace even --pace early' "nsi: --pace even|early is given twice; see 'nsi help iop plan'"
is 'no number' 'nsi iop list --limit 2x' "nsi: '2x' is no whole number, as --limit N wants; see 'nsi help iop list'"
is 'below nothing' 'nsi iop list --limit -1' "nsi: --limit is 0 or more; see 'nsi help iop list'"
is 'all and some' 'nsi iop plan --all p07' "nsi: either --all or PERSON..., not both; see 'nsi help iop plan'"
is 'a file and operands' 'nsi iop mark p07 --from x.csv' "nsi: with --from, 'p07' is given as an option; see 'nsi help iop mark'"
is 'a flag takes no word' 'nsi iop list --no-header=maybe' "nsi: --no-header takes yes or no; see 'nsi help iop list'"
is 'undo wants to know what' 'nsi init u --org s1 >/dev/null; nsi -C u undo' "nsi: undo what? name entries, or say --last; see 'nsi log'"
is 'but not both' 'nsi -C u undo 1 --last' "nsi: undo what? name entries, or say --last; see 'nsi log'"
is 'a private text off a terminal' 'nsi iop revise p07' "nsi: --reason TEXT is missing (why; kept in the private file: -, @FILE, or typed in the editor); see 'nsi help iop revise'"
is 'a private text from no file' 'nsi iop revise p07 --reason @none' 'nsi: none: there is no such file or folder'
mkfifo fifo
is 'a private text from a pipe that nobody fills' 'nsi iop revise p07 --reason @fifo' 'nsi: fifo: not a regular file; - is standard input'
is 'wrong words come before a missing database' 'nsi iop why p01' "nsi: LEARNER is missing (who would learn); see 'nsi help iop why'"
exits 3 'no database' nsi iop list
exits 3 'no such folder' nsi -C none iop list

# ---- one setting and back: what an option does
nsi init w --org s161 --lang en >/dev/null
cd w || exit 1
is 'a value with =' 'nsi config actor --format=csv --no-header' 'actor,'
exit=2 no 'no such check' 'nsi check chian' 'nsi: there is no check "chian" (did you mean chain?)'
no 'what failed shows no empty table' 'nsi module show none' 'nsi: nothing loaded is called "none" (see nsi module map, nsi module list)'
is 'a letter with its value' 'nsi config actor -fcsv --no-header' 'actor,'
nsi config actor p08 >/dev/null
is 'a setting is kept' 'nsi config actor -f csv --columns value --no-header' p08
is '- and _ are equal in options' 'nsi config actor -f csv --columns value --no_header' p08
is '-c is for one call' 'nsi -c actor=p01 config actor -f csv --columns value --no-header; nsi config actor -f csv --columns value --no-header' 'p01
p08'
is '-- ends the options' 'nsi config -- session.place --columns >/dev/null; nsi config session.place -f csv --columns value --no-header' '--columns'
is 'the suffix chooses the form' 'nsi config session.place -o a.json && cat a.json' '[
{"key": "session.place", "value": "--columns"}
]'
exit=3 no 'what the machine says, in words of ours' 'nsi --lang ru -C nowhere config' 'nsi: nowhere: такого файла или папки нет'
exit=2 no 'of a private text too' 'nsi --lang ru iop request add p07 @nowhere' 'nsi: nowhere: такого файла или папки нет'
is 'a standard value that can be typed' 'nsi --lang ru help iop mark | grep -c "по умолчанию сегодня"; nsi help iop mark | grep -c "by default today"' '1
1'
exits 2 'an unknown form' nsi config -f foo
exits 2 'an unknown column' nsi config --columns foo
is 'the folder of -C is where paths begin' 'cd .. && nsi -C w config actor -o b.csv && ls w/b.csv' 'w/b.csv'

mkdir -p "$HOME/.config/nsi" && printf '# mine\n  title = Ours \n' >"$HOME/.config/nsi/config"
is "one's own settings hold where the workspace says nothing" 'nsi config title -f csv --columns value --no-header' Ours
is 'and only there' 'nsi config title School >/dev/null; nsi config title -f csv --columns value --no-header' 'School'
printf 'title\n' >"$HOME/.config/nsi/config"
is 'a wrong line of it' 'nsi config title' "nsi: $HOME/.config/nsi/config:1: not KEY = VALUE"
rm "$HOME/.config/nsi/config"

# ---- descriptors, devices, readers that go away
is 'a full device is told' 'nsi config >/dev/full' 'nsi: standard output: the disk is full'
exits 3 'and is the machine' sh -c 'nsi config >/dev/full'
exits 5 'unless something was saved' sh -c 'nsi config actor p09 >/dev/full'
exits 3 'help too' sh -c 'nsi help >/dev/full'
exits 3 'closed standard output' sh -c 'nsi config >&-'
exits 0 'closed standard input and error' sh -c 'nsi config <&- 2>&-'
is 'messages do not get into files' 'nsi nonsense 0<&- 1>&- 2>&-; nsi config actor -o c.csv 0<&- 1>&- 2>&-; head -1 c.csv' 'key,value'
is 'a reader that goes away is no news' '{ sleep 0.3; nsi config; echo $? >code; } | true; cat code' 3

# ---- a program nsi-foo
mkdir bin
printf '#!/bin/sh\necho foo "$@" "$NSI_DB" "$NSI_ACTOR"\nexit 7\n' >bin/nsi-foo
printf '#!/bin/sh\necho never\n' >bin/nsi-log
chmod +x bin/nsi-foo bin/nsi-log
PATH=$PATH:$PWD/bin
is 'nsi-foo is nsi foo' 'nsi --db x --as p01 foo a --b' 'foo a --b x p01'
exits 7 'its exit code is ours' nsi foo
is 'what is built in stays' 'nsi log --limit 0 -f csv --columns verb --no-header | grep never' ''
finish
