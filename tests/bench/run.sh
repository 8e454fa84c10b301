# run.sh PEOPLE - all of the bench, in a scratch folder. Times are CPU milliseconds, medians of five runs in turn.
set -eu
dir=$(mktemp -d "${TMPDIR:-/tmp}/nsi-bench-XXXXXX")
trap 'rm -rf "$dir"' EXIT
printf '%-44s | %-38s | %9s | %9s | %6s | %s\n' what 'ratio to' ms ms ratio goal
"$BUILD/bench/bulk" "$dir" "$1"
