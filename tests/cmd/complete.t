#!/bin/sh
# What the shell completes: commands, options, words, ids; and the scripts that ask for it.
. "$(dirname "$0")/lib.sh"
fresh
nsi config lang en >/dev/null
words() { nsi complete "$@" | cut -f1 | tr '\n' ' ' | sed 's/ $//'; echo; }

is 'groups' 'words io' iop
is 'commands without a group' 'words re' 'redo restore report'
is 'verbs' 'words iop p' 'plan propose pause'
is 'of two words, the first once' 'words iop req' request
is 'and the second' 'words iop request a' 'add answer'
is 'people' 'words iop mark p1' 'p10 p11 p12'
is 'several of them' 'words iop list person:p11,p1' 'person:p11,p10 person:p11,p11 person:p11,p12'
is 'of a list' 'words iop mark p01,p1' 'p01,p10 p01,p11 p01,p12'
is 'units behind them' 'words iop mark p07 pary-v' 'pary-voz pary-voz.k1 pary-voz.k2 pary-voz.k3 pary-voz.k4 pary-voz.k5 pary-voz.k6'
is 'words' 'words iop mark p07 inv-vidy mas' mastered
is 'options' 'words iop mark p07 inv-vidy mastered --w' '--with --way'
is 'their values' 'words iop mark p07 inv-vidy mastered --with p0' 'p01 p02 p03 p04 p05 p06 p07 p08 p09'
is 'behind =' 'words iop mark --way=la' '--way=launch'
is 'behind a letter' 'words iop list -f nd' ndjson
is 'columns' 'words iop list --columns person,or' 'person,org'
is 'filters' 'words iop list gr' group:
is 'and what they take' 'words iop list group:s' 'group:sg-1 group:sg-2'
is 'sessions' 'words session show sg-1@2026-11-' 'sg-1@2026-11-03 sg-1@2026-11-17'
is 'periods' 'words report summary --period ""; words report summary --period q' 'h1 h2 osen q1 q2 q3 q4 vesna year
q1 q2 q3 q4'
is 'figures' 'words report summary --explain u; words report summary --explain units:v' 'untaught unanswered units:invariant units:variative
units:variative'
is 'the digest before' 'words report digest --since l' last
mkdir reports && printf '%s\n' '-- Who.' 'SELECT 1 AS a' >reports/idle.sql
is 'reports of one'"'"'s own' 'nsi complete report run i' 'idle	Who.'
is 'kinds' 'words module new qu' quantum
is 'help too' 'words help module sc' schema
is 'what it means' 'nsi complete iop mark p07 inv-vidy mastered --wi' '--with	who taught it'
is 'in the language of the workspace' 'nsi config lang ru >/dev/null; nsi complete iop mark p07 inv-vidy mas; nsi config lang en >/dev/null' 'mastered	освоено'
is 'no workspace, no ids, no message' 'cd / && nsi complete iop mark p && nsi complete iop mar' 'mark	Enter what people have started or mastered'
is 'another folder' "cd / && nsi complete -C $T/school iop mark p12 | cut -f1" p12
is 'another database' "cd / && nsi complete --db $T/school/nsi.db iop mark p12 | cut -f1" p12
is 'nothing like it' 'nsi complete xyz; nsi complete iop xyz; nsi complete iop mark p07 --xyz; nsi complete iop mark --with' '--with	who taught it'
exits 0 'nothing at all' nsi complete
nsi help | sed -n '/^Groups:/,/^$/s/^  \([a-z]*\) .*/\1/p' | while read -r group; do
	nsi help "$group" | sed -n 's/^  \([a-z]\{1,\}\).*/\1/p' | sort -u >"$T/said"
	nsi complete "$group" '' | cut -f1 | sort -u >"$T/is"
	diff "$T/said" "$T/is"
done >"$T/found"
silent 'all that help lists can be completed'

# ---- the scripts
cat >"$T/ask.bash" <<'END'
eval "$(nsi completion bash)"
ask() { COMP_LINE=$1 COMP_POINT=${#1} COMPREPLY=(); _nsi 2>/dev/null; echo "${COMPREPLY[*]}"; }
ask 'nsi iop mar'
ask 'nsi iop mark p07 inv-k'
ask 'nsi iop list group:sg'
ask 'nsi session '
END
is 'bash' 'bash "$T/ask.bash"' 'mark
inv-kriterii
sg-1 sg-2
pair show record pending list move cancel hold group visits'
for shell in bash zsh fish; do
	if command -v $shell >/dev/null; then
		nsi completion $shell >"$T/script"
		ok "$shell understands its own" $shell -n "$T/script"
	else
		skip "$shell understands its own" "no $shell"
	fi
done
if command -v fish >/dev/null; then
	is 'fish' "fish -c 'nsi completion fish | source; complete -C \"nsi iop mar\"; complete -C \"nsi session \" | cut -f1 | head -2; complete -C \"nsi iop mark p07 inv-k\" | cut -f1'" \
		'mark	Enter what people have started or mastered
cancel
group
inv-kriterii'
else
	skip 'fish' 'no fish'
fi
if command -v zsh >/dev/null; then
	is 'zsh' 'zsh -f -c "compdef() { }; compadd() { print -r -- \${@[5,-1]} }; eval \"\$(nsi completion zsh)\"
words=(nsi iop mar) CURRENT=3; _nsi; words=(nsi session \"\"); _nsi; words=(nsi iop mark p07 inv-k); CURRENT=5; _nsi"' 'mark
pair show record pending list move cancel hold group visits
inv-kriterii'
else
	skip 'zsh' 'no zsh'
fi
exit=2 no 'no such shell' 'nsi completion csh' 'nsi: which shell? nsi completion bash, zsh or fish'
finish
