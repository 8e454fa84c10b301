#!/bin/sh
# Сентябрь школы одной командой: программа загружена, год открыт, ИОП составлены и предложены.
#
#   september.sh ПАПКА [ИСТОЧНИК]
#   ORDER=45-о PROTOCOL=1 september.sh ПАПКА [ИСТОЧНИК]     и утвердить всё предложенное
#
# ПАПКА     рабочая папка; если её нет, она создаётся
# ИСТОЧНИК  файл или папка с описаниями; без него — папка, где лежит этот скрипт. Списки педагогов,
#           сохранённые из Excel (*.csv), он возьмёт тоже: ФИО останутся в закрытом файле рабочей папки,
#           дальше идут коды. Если в папке одни списки, программа и календарь берутся оттуда, где лежит
#           скрипт, а группы, кванты, циклограмма и цели — лишь когда списки называют его группы: они
#           поимённо о его педагогах. Свои положите в ИСТОЧНИК файлами *.yaml. Файлы отметок, проб и вечеров (marks*, otmetki*, trials*, proby*,
#           kvanty*, vecher*) он не трогает.
#
# Повторять можно сколько угодно: что сделано, то не меняется. Переменные: NSI_BIN — программа nsi;
# ORG, ZONE — школа и часовой пояс новой папки; ORDER, PROTOCOL, BODY — приказ, протокол и орган.
# Код завершения — как у nsi: 0 сделано, 1 ошибка в данных, 2 в командной строке, 3 в файлах.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

say() { printf '%s\n' "$*"; }
die() { printf 'september: %s\n' "$2" >&2; exit "$1"; }

case ${1-} in
-h|--help) sed -n '2,/^set /{/^#/s/^# \{0,1\}//p;}' "$0"; exit 0 ;;
''|-*) die 2 "укажите папку: september.sh ПАПКА [ИСТОЧНИК]" ;;
esac
[ $# -le 2 ] || die 2 "лишнее слово: $3"
dir=$1
source=${2:-$here}
[ -e "$source" ] || die 1 "нет файла или папки $source"
case $dir in /*) ;; *) dir=$PWD/$dir ;; esac          # nsi -C может сменить папку
case $source in /*) ;; *) source=$PWD/$source ;; esac

if [ -n "${NSI_BIN:-}" ]; then
	bin=$NSI_BIN
elif bin=$(command -v nsi); then
	:
else
	bin=$here/../../build/nsi
fi
command -v "$bin" >/dev/null || die 3 "не найдена программа nsi; укажите NSI_BIN=путь"

unset NSI_DB                    # база — та, что в ПАПКЕ
nsi() { "$bin" -C "$dir" "$@"; }

# Сколько записей в журнале: по ним видно, изменилось ли что-нибудь.
entries() {
	log=$(nsi log -f csv --columns entry) || exit
	printf '%s\n' "$log" | wc -l
}

# Списки педагогов в источнике, по одному в строке.
find_lists() {
	if [ -d "$source" ]; then set -- "$source"/*.csv "$source"/*.CSV; else set -- "$source"; fi
	for f; do
		case ${f##*/} in
		marks*|otmetki*|trials*|proby*|kvanty*|vecher*) ;;
		*.csv|*.CSV) [ ! -f "$f" ] || printf '%s\n' "$f" ;;
		esac
	done
}

# example СЛОВО КОМАНДА…: выполнить команду над описаниями рядом со скриптом: всеми (all), кроме педагогов,
# или теми (common), которые ни о ком поимённо.
example() {
	of=$1
	shift
	for f in "$here"/*.yaml "$here"/*/*.yaml; do
		case $of:${f##*/} in
		*:pedagogi.yaml|common:gruppy.yaml|common:kvanty.yaml|common:ciklogramma.yaml|common:celi.yaml) ;;
		*) set -- "$@" "$f" ;;
		esac
	done
	"$@"
}

# fits СЛОВО: примут ли списки, если загружены эти описания: проба в папке, которой потом не будет.
fits() {
	rm -rf "$try/w"
	"$bin" init "$try/w" --org "${ORG:-s161}" --lang ru --zone "${ZONE:-Asia/Krasnoyarsk}" >/dev/null
	example "$1" "$bin" -C "$try/w" -q module load >/dev/null 2>"$try/said" || return
	while IFS= read -r list; do
		"$bin" -C "$try/w" -q iop enrol "$list" --yes >/dev/null 2>"$try/said" || return
	done <<-END
	$lists
	END
}

# Какие описания рядом со скриптом нужны спискам.
choose() {
	loaded=
	[ ! -e "$dir/nsi.db" ] || loaded=$(nsi module list -f csv --no-header --columns module) || exit
	if [ -n "$loaded" ]; then
		groups=$(nsi session group list -f csv --no-header --columns group) || exit
		case $groups in *kso*) take=all ;; *) take=common ;; esac
		return
	fi
	try=$(mktemp -d)
	trap 'rm -rf "$try"' EXIT
	if fits common; then
		take=common
		say "группы, кванты, циклограмма и цели примера не взяты: они о его педагогах; свои положите в $source файлами *.yaml"
	elif fits all; then
		take=all
	else
		code=$?
		cat "$try/said" >&2
		exit "$code"
	fi
}

# load СЛОВА [-q]: загрузить описания из источника; если там одни списки — те, что рядом со скриптом.
load() {
	words=$1 how=${2-} from=$source
	if [ -n "$take" ]; then
		from=$here
		example "$take" step "$words из $from" $how module load
		return
	fi
	set -- "$source"
	step "$words из $from" $how module load "$@"
}

# step СЛОВА КОМАНДА…: выполнить; если журнал вырос, сказать СЛОВА и предупреждения.
step() {
	words=$1
	shift
	heard=$(nsi "$@" 2>&1 >/dev/null) || { code=$?; printf '%s\n' "$heard" >&2; exit $code; }
	now=$(entries)
	[ "$now" -eq "${since:-$was}" ] || [ -z "$heard" ] || printf '%s\n' "$heard" >&2
	[ "$now" -eq "$was" ] || say "$words"
	was=$now
}

lists=$(find_lists) since= take=
if [ -n "$lists" ] && [ -z "$(find "$source" -name '*.yaml' -o -name '*.yml')" ]; then
	choose
fi
made=0
if [ ! -e "$dir/nsi.db" ]; then
	"$bin" init "$dir" --org "${ORG:-s161}" --lang ru --zone "${ZONE:-Asia/Krasnoyarsk}" >/dev/null
	say "создана рабочая папка $dir"
	made=1
fi
was=$(entries)
first=$was

# Кого называют описания, становится известно из списков: сначала описания, потом люди, потом кто где назван.
if [ -n "$lists" ]; then
	since=$was
	load "загружены описания" -q
	while IFS= read -r list; do
		step "зачислены педагоги из $list" iop enrol "$list" --yes
	done <<-END
	$lists
	END
	load "группы и ответственные дополнены"
	since=
else
	load "загружены описания"
fi
step "открыт учебный год"            year open
step "составлены ИОП"                iop plan --all --yes
step "ИОП предложены"                iop propose --all --yes
if [ -n "${ORDER:-}${PROTOCOL:-}" ]; then
	set -- --body "${BODY:-методический совет}"
	[ -z "${PROTOCOL:-}" ] || set -- "$@" --protocol "$PROTOCOL"
	[ -z "${ORDER:-}" ] || set -- "$@" --order "$ORDER"
	step "предложенные ИОП утверждены" iop approve --all --yes "$@"
fi

[ "$made" -eq 1 ] || [ "$was" -ne "$first" ] || say "nothing to do"
