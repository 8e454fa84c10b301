#!/bin/sh
# The program of nsi(3), built as the page says, against what was installed.
. "$(dirname "$0")/lib.sh"
school
san=
nm -D "$BUILD/libnsi.so" | grep -q __asan && san=-fsanitize=address,undefined
cc=${CC:-cc}
ok 'it is built without a warning' $cc -std=c11 -Wall -Wextra -pedantic -Werror $san -I"$ROOT/lib" -o who "$ROOT/examples/library/who.c" \
	-L"$BUILD" -lnsi "-Wl,-rpath,$BUILD"
is 'who can teach a unit' './who "$T/school" inv-vidy' 'p01 bearer '
is 'and as a file' 'cat who.csv' 'person,role
p01,bearer'
no 'no such unit' './who "$T/school" inv-vidi' 'who: there is no unit "inv-vidi" (did you mean inv-vidy?)'
exit=3 no 'no workspace' './who / inv-vidy' 'who: there is no nsi.db here or in a folder above: make one with nsi init'
is 'the flags are those of pkg-config' 'sed "s|$ROOT|ROOT|" "$BUILD/nsi.pc" | grep -c "^Libs:.*-lnsi\|^Cflags:"' 2
finish
