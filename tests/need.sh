#!/bin/sh
# need.sh build|check|more - sees that what the build, the tests, the heavy tests need is there;
# installs what is missing where it may (Debian), else says what to type. Quick when all is there.
set -u
missing=

have() { command -v "$1" >/dev/null 2>&1 || missing="$missing $2"; }

# headers 'HEADER PACKAGE' …: the packages of those that are not there; the preprocessor answers for all at once
headers() {
	for pair; do
		printf '#if !__has_include(<%s>)\n%s\n#endif\n' "${pair% *}" "${pair#* }"
	done | $cc -E -P -x c - 2>/dev/null || for pair; do echo "${pair#* }"; done
}

cc=${CC:-cc}
have "${cc%% *}" gcc
have make make
have msgfmt gettext
[ -f /usr/share/zoneinfo/Asia/Krasnoyarsk ] || missing="$missing tzdata"
set -- "$1" 'stdio.h libc6-dev' 'yaml.h libyaml-dev' 'sqlite3.h libsqlite3-dev' 'utf8proc.h libutf8proc-dev' 'csv.h libcsv-dev' 'sodium.h libsodium-dev'
case $1 in
check|more)
	set -- "$@" 'cmocka.h libcmocka-dev' 'xlsxwriter.h libxlsxwriter-dev' 'zip.h libzip-dev' 'expat.h libexpat1-dev'
	have python3 python3
	have prove perl
	have sqlite3 sqlite3
	have mandoc mandoc
	have strace strace
	;;
esac
case $1 in
more)
	have clang clang
	have chromium chromium
	have pdftocairo poppler-utils
	have tidy tidy
	have xmllint libxml2-utils
	have soffice libreoffice-calc-nogui
	;;
esac
shift
missing="$missing $(headers "$@")"

set -- $missing
[ $# -gt 0 ] || exit 0
if command -v apt-get >/dev/null 2>&1; then
	if [ "$(id -u)" -eq 0 ]; then as=; elif sudo -n true 2>/dev/null; then as='sudo -n'; else as=no; fi
	if [ "$as" != no ]; then
		echo "need.sh: installing $*"
		export DEBIAN_FRONTEND=noninteractive
		$as apt-get install -y -q --no-install-recommends "$@" >/dev/null </dev/null && exit 0
		$as apt-get update -q >/dev/null </dev/null && $as apt-get install -y -q --no-install-recommends "$@" </dev/null && exit 0
	fi
fi
echo "need.sh: missing; please run: apt-get install $*" >&2
exit 1
