#!/bin/sh
# module check: every fault at once, each with its place; what is loaded counts as there.
. "$(dirname "$0")/lib.sh"
unset NSI_DB

found() { nsi --lang en module check "$@" -f csv --no-header --columns line,column,severity,rule; }
cat >two.yaml <<'END'
format: nsi/1
programme:
  id: p
  titel: П
units:
  - {id: a, module: m, label: А1, title: Е, hours: 1, check: demo, after: [b]}
  - {id: b, module: m, label: Б1, title: Е, hours: 1, check: demo, after: [a, zz]}
modules: [{id: m, kind: invariant, title: М}]
END
cat >broken.yaml <<'END'
format: nsi/1
units:
  - {id: a, module: m, label: А1, title: Е, hours: 0, check: demo}
  - {id: b, module: m, label: "Б1}
END
cat >one.yaml <<'END'
format: nsi/1
units:
  - {id: pary-obratn, module: pary, label: П2, title: Построение текста, hours: 3, after: [pary-abzac], check: demo}
END

exits 0 'the example is sound' nsi module check "$ROOT/examples/school-161"
exits 1 'with --strict its warnings count' nsi module check --strict "$ROOT/examples/school-161"
is 'keys, links and the map in one go' 'found two.yaml' '4,3,error,key
3,3,error,key
7,79,error,link
8,11,warning,integrated
6,5,error,cycle'
is 'behind a file that breaks off nothing is guessed' 'found broken.yaml' '3,52,error,value
5,1,error,syntax'
is 'nor behind one that is not there' 'found two.yaml nowhere.yaml | cut -d, -f4 | sort -u | xargs' 'key'
exits 1 'a unit alone lacks its module' nsi module check one.yaml
school >/dev/null 2>&1
cp one.yaml two.yaml "$T/school"
is 'in a workspace the module is there' 'cd "$T/school" && nsi module check one.yaml -f csv --no-header' ''
is 'and faults are told without what the files leave out' 'cd "$T/school" && found two.yaml | grep -c prune' 0
finish
