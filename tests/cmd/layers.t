#!/bin/sh
# The layers of the house: who may include whom, which library is known where, who may print.
. "$(dirname "$0")/lib.sh"
cd "$ROOT" || exit 1

# C without its comments, every line with its place before it
bare() {
	awk '
	FNR == 1 { inside = 0 }
	{
		s = $0; out = ""
		while (s != "") {
			if (inside) {
				if (!(i = index(s, "*/"))) break
				s = substr(s, i + 2); inside = 0
			} else if (match(s, /^([^"\/]|"([^"\\]|\\.)*"|\/[^*])+/)) {
				out = out substr(s, 1, RLENGTH); s = substr(s, RLENGTH + 1)
			} else if (substr(s, 1, 2) == "/*") {
				s = substr(s, 3); inside = 1
			} else { out = out substr(s, 1, 1); s = substr(s, 2) }
		}
		print FILENAME ":" FNR ": " out
	}' "$@"
}

sources=$(find lib cmd -name '*.[ch]' ! -path 'lib/plugin/*' | sort)
bare $sources >"$T/bare"
grep '#include' "$T/bare" >"$T/includes"

# layer FOLDER ALLOWED: headers of ours in FOLDER match ALLOWED
layer() {
	sed -n "s|^\($1/[^:]*:[0-9]*\): *#include *[\"<]\([^\">]*\)[\">].*|\1 \2|p" "$T/includes" |
		awk -v allowed="^($2)\$" '$2 ~ /^(base|model|plan|format|store|service|cmd)\// || $2 == "nsi.h" || $2 == "cmd.h" { if ($2 !~ allowed) print $1 ": includes " $2 }' >"$T/found"
silent "$1 sees only $2"
}
layer lib/base   'nsi.h|base/.*'
layer lib/model  'nsi.h|(base|model)/.*'
layer lib/plan   'nsi.h|(base|model|plan)/.*'
layer lib/format 'nsi.h|(base|format)/.*'
layer lib/store  'nsi.h|(base|model|plan|format|store)/.*'
layer lib/service 'nsi.h|(base|model|plan|format|store|service)/.*'
layer cmd        'nsi.h|cmd.h'

grep -F '../' "$T/includes" >"$T/found"
silent 'nobody includes by ../'

# A foreign library is known to one file (SQLite: to the store, which lends it to the service). What is not C, POSIX or Linux is foreign.
system='assert|ctype|dirent|dlfcn|errno|fcntl|float|iconv|inttypes|limits|locale|math|poll|pwd|grp|pthread|sched|setjmp|signal|spawn|stdalign|stdarg|stdatomic|stdbool|stddef|stdint|stdio|stdlib|stdnoreturn|string|strings|termios|time|unistd|wchar|endian|(sys|linux|netinet|arpa)/[a-z_0-9]*'
sed -n 's/^\([^:]*\):[0-9]*: *#include *<\(.*\)>.*/\2 \1/p' "$T/includes" | grep -Ev "^(($system)\.h|nsi\.h) " | sort -u >"$T/foreign"
awk '$1 != "sqlite3.h" { n[$1]++; files[$1] = files[$1] " " $2 }
     $1 == "sqlite3.h" && $2 !~ /^lib\/store\// { print $2 ": includes " $1 }
     END { for (h in n) if (n[h] > 1) print h " is included by" files[h] }' "$T/foreign" >"$T/found"
silent 'a foreign library is known to one file'
awk '$1 == "utf8proc.h" && $2 != "lib/base/text.c" || $1 == "yaml.h" && $2 != "lib/model/yaml.c"' "$T/foreign" >"$T/found"
silent 'utf8proc belongs to text.c, yaml to yaml.c'

grep '^lib/' "$T/bare" | sed 's/"\([^"\\]\|\\.\)*"/""/g' >"$T/no-strings"
grep -E '(^|[^a-zA-Z_>.])(v?printf|puts|putchar|perror|_?exit|abort|system|popen|setenv|setlocale)[[:space:]]*\(|[^a-z_]stderr[^a-z_]' "$T/no-strings" >"$T/found"
silent 'the library neither prints nor exits, nor changes the process'
grep -E '[^a-z_]stdout[^a-z_]' "$T/no-strings" | grep -v '^lib/store/write.c:' >"$T/found"
silent 'only write.c knows standard output'

grep -oE '^[^:]*:[0-9]*: |"([^"\\]|\\.)*"' "$T/bare" | awk '/^[^"]*: $/ { place = $0; next } { print place $0 }' >"$T/strings"
grep -E '"([^"]*[^A-Za-z"])?(SELECT|INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP|ALTER|ATTACH|VACUUM|EXPLAIN) ' "$T/strings" >"$T/found"
silent 'no SQL in C'
grep -E '"(PRAGMA|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)' "$T/strings" | grep -Ev '^lib/store/(db|connect|backup|private[a-z_]*).c:' >"$T/found"
silent 'PRAGMA and BEGIN stand where databases are opened'
finish
