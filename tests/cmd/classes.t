#!/bin/sh
# Hostile files of every class of tests/hostile: the exit code, a sentence with its place, seconds, memory, and nothing
# kept. Single characters that YAML cannot hold: tests/data/bad; what is no file at all: strange_files.t.
. "$(dirname "$0")/lib.sh"

fresh
nsi -q session pair --on 12.11 --rounds 2 --present p01,p02,p03,p04,p05,p06 --save >/dev/null
nsi session show last --sheet -f csv | awk -F, -v OFS=';' 'NR > 1 { if ($7) $10 = "ok"; if ($8) $9 = "ok" } { $1 = $1; print }' >record.csv
cat >enrol.csv <<'END'
ФИО;Школа;Должность;Код
Пчёлкина Зойя Рисовна;s161;учитель;p41
Йодов Ёж Гасан оглы;s161;методист;p42
END
cat >mark.csv <<'END'
person;unit;state;on
p07;inv-vidy;started;10.11.2026
END
cat >try.csv <<'END'
quantum;by;on;class;result
kv-pary-5min;p01;10.11.2026;5а;worked
END
mkdir loop && printf 'format: nsi/1\norganisations:\n  - {id: net-x, short: "Сеть"}\n' >loop/x.yaml
cp -R loop hole && ln -s nowhere hole/x2.yaml && ln -s . loop/again && ln -s ../loop loop/up
[ ! -f "$BUILD/plugin/reader-xlsx.so" ] || python3 "$ROOT/tests/hostile/books.py" .
"$BUILD/tests/hostile"
