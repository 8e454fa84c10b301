#!/bin/sh
# The lines of examples/cron.example, as cron runs them: without anything of ours around them, again and again.
. "$(dirname "$0")/lib.sh"

fresh
nsi iop mark --from "$ROOT/examples/school-161/marks-autumn.csv" >/dev/null
mkdir out
sed "s,/srv/nsi,$T/desk/w,g" "$ROOT/examples/cron.example" >cron
sed -n 's/^[0-9][0-9]*  *[0-9][0-9]* *[0-9*][0-9]* *[0-9*][0-9]* *[0-9*]  *//p' cron >lines
db=$(sed -n 's/^NSI_DB=//p' cron)

# One line of cron's; what it says, its exit code.
cron() { (cd / && env -i HOME=/nonexistent LOGNAME=x SHELL=/bin/sh PATH="$BUILD:/usr/bin:/bin" NSI_DB="${DB:-$db}" NSI_TODAY="$NSI_TODAY" /bin/sh -c "$1"); }
all() { while read -r line; do cron "$line" </dev/null; done <lines; }

is 'each line is found' 'wc -l <lines; grep -c "^[0-9]" cron' '7
7'
is 'no line has a percent sign, which cron would cut' 'grep -c % lines' '0'
is 'they say nothing on standard error' 'all 2>&1 >/dev/null' ''
is 'what they make' 'ls out | paste -sd" "' 'nedelya.html svodka-god.csv svodka-god.html svodka-q1.csv svodka-q1.html svodka-q2.csv svodka-q2.html svodka-q3.csv svodka-q3.html svodka-q4.csv svodka-q4.html tablo.csv tablo.html'
is 'of unchanged data unchanged bytes' 'cksum out/* >a; cksum "$db" >c; all >/dev/null 2>&1; cksum out/* >b; cmp a b; cksum "$db" | cmp - c' ''
is 'a file that was open is as it was: another one takes its place' 'ln out/tablo.csv old.csv; cksum <old.csv >a; nsi iop mark p10 inv-priznaki mastered --with p02 --checked-by p02 --on 2026-11-10 >/dev/null; cron "$(sed -n 1p lines)"; cksum <old.csv | cmp - a; cmp -s out/tablo.csv old.csv && echo the same; ls out | grep -cv "^[a-z0-9-]*\.[a-z]*$"' '0'
is 'the digest says 4 where somebody is needed' "cron \"\$(sed -n '2s/;.*//p' lines)\"; echo \$?; NSI_TODAY=2026-08-27; cron \"\$(sed -n '2s/;.*//p' lines)\"; echo \$?" '4
0'
is 'and then it is what cron sends' 'cron "$(sed -n 2p lines)" | sed -n 2p | grep -ac ^Вид' '1'
is 'one line when something is wrong, and the old files stay' 'cksum out/* >a; DB=/nonexistent/nsi.db; for k in 1 2 3; do cron "$(sed -n ${k}p lines)" 2>&1 | wc -l; done; cksum out/* | cmp - a' '1
1
1'
is 'a folder that is not there: one line, and its exit code' 'cron "$(sed -n "1s,/out/,/none/,gp" lines)" 2>&1 | wc -l; cron "$(sed -n "1s,/out/,/none/,gp" lines)" 2>/dev/null; echo $?' '1
3'
finish
