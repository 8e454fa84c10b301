# run.sh PEOPLE MIB REGION - all of the bench, in a scratch folder. Times are CPU time, medians of five runs in turn.
set -eu
dir=$(mktemp -d "${TMPDIR:-/tmp}/nsi-bench-XXXXXX")
trap 'rm -rf "$dir"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$dir/mark" "$dir/region"
printf '%-40s | %-38s | %10s | %10s | %-3s | %6s | %s\n' what 'ratio to' ours theirs '' ratio goal
"$BUILD/bench/bulk" "$dir" "$1"
"$BUILD/bench/start" "$dir" "$BUILD"
"$BUILD/bench/mark" "$dir/mark"
"$BUILD/bench/daily" "$dir" "$BUILD"
"$BUILD/bench/yaml" "$dir" "$2"
"$BUILD/bench/region" "$dir/region" "$3"
"$BUILD/bench/board" "$dir/region" "$BUILD"
