#!/bin/sh
# Names are data in every format: a school whose titles and posts are what programs obey, beside one whose titles are
# words. Both are asked the same: the answers are built alike, and each value comes back as it was written.
. "$(dirname "$0")/lib.sh"

python3 "$ROOT/tests/hostile/shape.py" make "$ROOT/examples/school-161" "$T/plain.yaml" "$T/hostile.yaml"
for w in plain hostile; do
	NSI_BIN=$BUILD/nsi NSI_TODAY=2026-09-01 ORDER=45 PROTOCOL=1 "$ROOT/examples/school-161/september.sh" "$T/$w" "$T/$w.yaml" >"$T/out" 2>&1 || cat "$T/out"
	(
		cd "$T/$w" || exit 1
		nsi -q iop mark p07 inv-vidy mastered --on 2026-11-01
		if [ $w = plain ]; then evidence='Ъ1Ъ' text='Ъ2Ъ'; else evidence="'; DROP TABLE unit; --" text='=1+1'; fi
		nsi -q iop mark p07 inv-priznaki started --on 2026-11-02 --evidence "$evidence"
		nsi -q iop request add p07 "$text" --unit inv-vidy
		nsi -q session pair --on 12.11 --rounds 2 --present p01,p02,p03,p04,p05,p06 --save
	) >"$T/out" 2>&1 || cat "$T/out"
done
# alike COMMAND FORMAT…: asked of both
alike() {
	command=$1
	shift
	for w in plain hostile; do
		rm -rf "$T/out.$w" && mkdir "$T/out.$w"
		for format; do
			[ $format != xlsx ] || [ -f "$BUILD/plugin/format-xlsx.so" ] || continue
			nsi -C "$T/$w" $command -f $format --names 2>&1 >"$T/out.$w/$format" || echo "$w $format: exit code $?"
		done
	done >"$T/found"
	python3 "$ROOT/tests/hostile/shape.py" same "$T/out.plain" "$T/out.hostile" >>"$T/found" 2>&1
	[ -z "${SHOW:-}" ] || cp -R "$T/out.hostile" "$SHOW/$(echo $command | tr ' ' -)"
	silent "$command"
}
while read -r command; do
	alike "$command" table csv tsv json ndjson md csv-excel html xlsx
done <<'END'
module list
module map
module show inv
iop list
iop show p07
iop request list
report board
report cyclogram
report targets
report summary
quantum list
status
END
alike 'session show last --sheet' html csv csv-excel xlsx
alike 'report board' svg
alike 'report iop p07' html
alike 'iop show p07' svg
finish
