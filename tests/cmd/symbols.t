#!/bin/sh
# What the shared object exports is what nsi.h promises, no more and no less.
. "$(dirname "$0")/lib.sh"

sed -n 's/^NSI_API.*[ *]\(nsi_[a-z0-9_]*\)(.*/\1/p' "$ROOT/lib/nsi.h" | sort >"$T/promised"
nm -D --defined-only "$BUILD/libnsi.so" | awk '$3 !~ /^_/ { print $3 }' | sort >"$T/exported"
ok 'nsi.h promises something' test -s "$T/promised"
ok 'exported is what is promised' diff -u "$T/promised" "$T/exported"

cat >"$T/one.c" <<'END'
#include <nsi.h>
int main(void) { return nsi_exit_code(NSI_OK); }
END
cc=${CC:-cc}
ok 'nsi.h stands alone in C11' $cc -std=c11 -Wall -Wextra -pedantic -Werror -I"$ROOT/lib" -fsyntax-only "$T/one.c"
if command -v c++ >/dev/null; then
	ok 'nsi.h is understood by C++' c++ -x c++ -std=c++11 -I"$ROOT/lib" -fsyntax-only "$T/one.c"
else
	skip 'nsi.h is understood by C++' 'no c++'
fi
finish
