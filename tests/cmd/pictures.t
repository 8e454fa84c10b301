#!/bin/sh
# The pictures of README.md are what nsi draws today; `make pictures` draws them anew.
. "$(dirname "$0")/lib.sh"

mkdir new && sh "$ROOT/tests/pictures.sh" new
[ -z "${ACCEPT:-}" ] || cp new/*.svg "$ROOT/examples/pictures/"
for picture in new/*.svg; do
	is "${picture#new/}" "diff '$ROOT/examples/pictures/${picture#new/}' $picture" ''
	is "${picture#new/} is shown, and said in words" "grep -cE '!\\[.{40,}\\]\\(examples/pictures/${picture#new/}\\)' '$ROOT/README.md'" 1
done
is 'no others' 'cd "$ROOT/examples/pictures" && ls' "$(ls new)"
is 'nothing from outside, nothing that moves' 'cat new/*.svg | grep -ciE "href|<script|<image|<foreignObject|url\\(|@import|<animate"' 0
finish
