#!/bin/sh
# What make notices: a file that changes, and one that is gone.
. "$(dirname "$0")/lib.sh"
command -v make >/dev/null || { echo '1..0 # SKIP there is no make'; exit 0; }
unset MAKEFLAGS MFLAGS                           # of a make around this one

made() { make -s --no-print-directory -C "$ROOT" BUILD="$T/b" "$@" "$T/b/gen/sql.c" && cksum <"$T/b/gen/sql.c"; }
made >first
is 'nothing is made twice' 'made | diff first -; make -C "$ROOT" --no-print-directory BUILD="$T/b" "$T/b/gen/sql.c" | grep -c awk' 0
all=$(cd "$ROOT" && LC_ALL=C ls schemas/sql/*/*.sql schemas/sql/*.sql)
some=$(printf '%s\n' $all | grep -v refuse/costudy.sql | tr '\n' ' ')
is 'a statement that is gone is gone from the program' 'made SQL="$some" >second; grep -c refuse/costudy "$T/b/gen/sql.c"; cmp -s first second || echo another' '0
another'
is 'and back' 'made | diff first -' ''
finish
