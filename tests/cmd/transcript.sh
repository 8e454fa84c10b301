# transcript.sh - sourced after lib.sh: what a methodist types, no line longer than 70 characters, and what answers, against
# a text in tests/cmd/out, to be read as she reads it. ACCEPT=1 writes it anew.
#
#   transcript FILE          begins it
#   on DAY TEXT              a day: "# 2 ноября: TEXT"; it is today from here on
#   type LINE                what is typed, and what answers
#   told                     the whole of it is the text
lines=0

transcript() {
	want=$ROOT/tests/cmd/out/$1
	: >"$T/transcript"
}

on() {
	NSI_TODAY=$1
	set -- "$1" "$2" января февраля марта апреля мая июня июля августа сентября октября ноября декабря
	d=${1##*-} m=${1%-*} text=$2
	m=${m#*-}
	shift $((${m#0} + 1))
	printf '# %s %s: %s\n\n' "${d#0}" "$1" "$text" >>"$T/transcript"
}

# block N FILE: the line that was typed as the Nth, and what answered
block() {
	awk -v n="$1" '/^# / { on = 0 } /^\$ / { k++; on = k == n } on' "$2"
}

type() {
	lines=$((lines + 1))
	[ "$(printf %s "$1" | LC_ALL=C.UTF-8 wc -m)" -le 70 ]
	result $? "at most 70 characters: $1"
	{
		printf '$ %s\n' "$1"
		(eval "$1") 2>&1 </dev/null
		echo
	} >"$T/typed"
	cat "$T/typed" >>"$T/transcript"
	block $lines "$want" >"$T/want" 2>/dev/null
	diff -u "$T/want" "$T/typed" >"$T/diff"
	same=$?
	[ -n "${ACCEPT:-}" ] || result $same "$1" "$T/diff"
}

told() {
	[ -z "${ACCEPT:-}" ] || cp "$T/transcript" "$want"
	is 'all of it is the transcript' 'diff -u "$want" "$T/transcript"' ''
}
