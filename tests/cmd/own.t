#!/bin/sh
# Reports that a school writes itself: their comments are read as those of built-in questions, and they can only read.
. "$(dirname "$0")/lib.sh"

quiet() { "$@" >/dev/null 2>&1 || echo "$*"; }
fresh
quiet nsi iop mark --from "$ROOT/examples/school-161/marks-autumn.csv"
mkdir reports
cat >reports/idle.sql <<'SQL'
-- Кто может учить и никого ещё не учил.
-- :on     day   на этот день = today
-- :unit*  unit  какой единице
-- filter: person_id org_id
-- empty: учили все
SELECT q.id       AS person,     -- person  Педагог
       q.org_code AS org,        -- id      Школа
       q.id       AS person_id,  -- key
       q.org      AS org_id      -- key
  FROM person q
 WHERE q.since <= :on AND :on < q.until
   AND EXISTS (SELECT 1 FROM can_teach c WHERE c.person = q.id AND c.since <= :on AND :on < c.until
                  AND (:unit IS NULL OR c.unit IN (SELECT value FROM json_each(:unit))))
   AND NOT EXISTS (SELECT 1 FROM taught t WHERE t.giver = q.id AND t.day <= :on)
 ORDER BY q.bare, q.code
SQL
printf 'SELECT count(*) AS n, avg(day) AS "ave rage", max(verb)\r\n  FROM entry WHERE verb = '"'approve'"' -- конец\r\n;\r\n' >plain.sql
printf '%s\n' '-- Чей это код.' '-- :who!  person  кто' 'SELECT code AS code -- id Код' '  FROM code WHERE id = :who' >reports/who.sql

printf '%s\n' '-- Во сколько раз.' '-- :times  int  сколько' 'SELECT :times * 2 AS twice -- int Дважды' >times.sql
is 'a number of one'"'"'s own may be none, or less' 'for k in 0 -3; do nsi report run times.sql --times $k -f csv --no-header; done' '0
-6'
is 'by name, or as a file anywhere' 'nsi report run idle >a; nsi report run reports/idle.sql >b; cmp a b; cat a' 'Педагог  Школа
-------  -----
p09      net-a
p10      net-a
p11      net-b'
is 'its options and filters' 'nsi report run idle --on 10.09.2026 org:s161 -f csv; nsi report run idle --unit И1,И2 --on 2026-09-01 -f csv --no-header | wc -l' 'person,org
p04,s161
p05,s161
p06,s161
p08,s161
2'
is 'its operands' 'nsi report run who p03 --no-header; nsi report run who p99 2>&1; nsi report run who 2>&1 | head -1' 's161/p03
nsi: не найдено: педагог «p99» (может быть, p09?)
nsi: не указано WHO (кто); см. «nsi help report run»'
is 'its help' 'nsi report run who --help | sed -n "1,3p"' 'вызов: nsi report run WHO

Чей это код.'
is 'its empty answer, if it was not filtered' 'nsi report run idle --unit pary-obratn; nsi report run idle person:p01 --no-header' 'учили все'
is 'without comments: as it comes' 'nsi report run plain.sql -f json' '[
{"n": 12, "ave rage": 20697, "max(verb)": "approve"}
]'
is 'into a file' 'nsi report run idle -o x.csv; wc -l <x.csv' '4'
is 'the list' 'printf "SELECT" >reports/wrong.sql; nsi report list -f csv; rm reports/wrong.sql' 'report,title,params
idle,Кто может учить и никого ещё не учил.,--on --unit
who,Чей это код.,--who
wrong,SQLite этого не понимает: incomplete input,'
is 'none' 'mv reports r; nsi report list -f csv; mv r reports' 'report,title,params'

# ---- nothing can write, and the other file is out of reach
sum() { cat nsi.db nsi-private.db | cksum; sqlite3 nsi.db "SELECT count(*) FROM entry"; ls | sort; }
sum >before
while IFS='|' read -r sql want; do
	printf '%s\n' "$sql" >bad.sql
	no "refused: $sql" 'nsi report run bad.sql' "nsi: bad.sql$want"
done <<'CASES'
ATTACH 'nsi-private.db' AS p|: отчёт может только читать, а здесь attach
DETACH main|: отчёт может только читать, а здесь detach
DELETE FROM entry|: отчёт может только читать, а здесь delete
INSERT INTO setting VALUES ('a', 'b')|: отчёт может только читать, а здесь insert
REPLACE INTO setting VALUES ('a', 'b')|: отчёт может только читать, а здесь replace
UPDATE entry SET verb = 'x' RETURNING verb|: отчёт может только читать, а здесь update
WITH x AS (SELECT 1) DELETE FROM mark|: отчёт может только читать, а здесь delete
PRAGMA query_only = 0|: отчёт может только читать, а здесь pragma
PRAGMA journal_mode = DELETE|: отчёт может только читать, а здесь pragma
CREATE TEMP TABLE x (a)|: отчёт может только читать, а здесь create
CREATE TABLE x (a)|: отчёт может только читать, а здесь create
DROP TABLE entry|: отчёт может только читать, а здесь drop
ALTER TABLE entry RENAME TO e|: отчёт может только читать, а здесь alter
BEGIN|: отчёт может только читать, а здесь begin
SAVEPOINT x|: отчёт может только читать, а здесь savepoint
REINDEX|: отчёт может только читать, а здесь reindex
VACUUM INTO 'copy.db'|: отчёт может только читать, а здесь vacuum
SELECT name FROM pragma_table_info('entry')|: отчёт может только читать, а здесь таблицы самой SQLite
WITH x AS (SELECT 1) SELECT * FROM x, dbstat|: отчёт может только читать, а здесь таблицы самой SQLite
SELECT load_extension('./x')|: отчёт может только читать, а здесь load_extension()
SELECT nsi_named('Иванова')|: отчёт может только читать, а здесь nsi_named()
SELECT fts3_tokenizer('simple')|: отчёт может только читать, а здесь fts3_tokenizer()
SELECT 1; DELETE FROM entry|:1: довольно одного запроса: здесь начинается другой
SELECT * FROM nsi_private|:1: SQLite этого не понимает: no such table: nsi_private
SELECT 1) ; DELETE FROM entry; SELECT (1|:1: SQLite этого не понимает: near ")": syntax error
SELECT :x|:1: :x нигде не объявлено: объявит комментарий вроде «-- :x day какой день»
SELECT ?|: ? нигде не объявлено: объявит комментарий вроде «-- :on day какой день»
-- ничего|: запроса в нём нет
CASES
rm bad.sql
is 'nothing has changed' 'rm before.new 2>/dev/null; sum >"$T/after"; diff before "$T/after"' ''
printf '%s\n' '-- Слова.' 'SELECT words AS w -- private Слова' '  FROM request' >secret.sql
no 'private texts are not for reports' 'nsi report run secret.sql' 'nsi: secret.sql: личные тексты — не для отчётов'
printf 'SELECT 1,\n  2 +\n  wrong here\nFROM entry\n' >line.sql
no 'errors have their line' 'nsi report run line.sql' 'nsi: line.sql:3: SQLite этого не понимает: no such column: wrong'
printf 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n\n' >long.sql
no 'what never ends is stopped' 'nsi -c report.seconds=1 report run long.sql' 'nsi: long.sql: остановлено, прошло секунд: 1'
printf 'WITH RECURSIVE c (x) AS (SELECT '"'a'"' UNION ALL SELECT x || x FROM c) SELECT length(x) AS x FROM c\n' >big.sql
for f in csv json html xlsx; do echo old >big.$f; done
no 'what fails half way leaves the file as it was' 'for f in csv json html xlsx; do nsi report run big.sql -o big.$f; r=$?; done; cat big.csv big.json big.html big.xlsx; exit $r' 'nsi: big.sql: SQLite не может этого вычислить: string or blob too big
nsi: big.sql: SQLite не может этого вычислить: string or blob too big
nsi: big.sql: SQLite не может этого вычислить: string or blob too big
nsi: big.sql: SQLite не может этого вычислить: string or blob too big
old
old
old
old'
no 'and prints nothing' 'nsi report run big.sql' 'nsi: big.sql: SQLite не может этого вычислить: string or blob too big'
printf 'SELECT json(verb) AS j FROM entry\n' >json.sql
no 'what cannot be computed is no fault of the database' 'nsi report run json.sql' 'nsi: json.sql: SQLite не может этого вычислить: malformed JSON'
# ---- its comments
printf '%s\n' '-- :on day какой день = today' 'SELECT :on AS d -- day День' >first.sql
is 'a parameter may stand on the first line' 'nsi report run first.sql; nsi report run first.sql --on 2026-10-01 -f csv' 'День
----------
12.11.2026
d
2026-10-01'
is 'and so may a column' 'echo "SELECT 1 AS a -- int Сколько" >one.sql; nsi report run one.sql' 'Сколько
-------
      1'
printf '%s\n' '-- Люди.' 'SELECT id AS who, -- person Кто' ' since AS day, -- с какого дня' ' until, bare AS n -- id Код' '  FROM person ORDER BY bare LIMIT 1' >mixed.sql
is 'a column of which no comment tells is shown as it comes' 'nsi report run mixed.sql -f csv' 'who,day,until,n
p01,20689,99999,p01'
printf '%s\n' '-- Дважды.' 'SELECT 1 AS a, -- int Раз' ' 2 AS a -- int Два' >twice.sql
echo 'SELECT 1 AS n, 2 AS person, 3 AS x -- int Person' >english.sql
is 'titles are the words of who wrote them' 'nsi report run english.sql | head -1' 'n  person  Person'
no 'two columns of one name' 'nsi report run twice.sql; echo "SELECT 1 AS b, 2 AS b" >twice.sql; nsi report run twice.sql' 'nsi: twice.sql: два столбца называются a
nsi: twice.sql: два столбца называются b'
printf '%s\n' '-- Так.' '--' '-- :x  integer  сколько' 'SELECT :x AS a' >type.sql
no 'a type that is none, with its line' 'nsi report run type.sql' 'nsi: type.sql:3: параметру нужны имя и тип (id, text, int, real, day, since, flag, person, unit, module, org, group, quantum, session, year, technology, word:a|b)'
printf '\377\376S\n' >utf16.sql
no 'not UTF-8' 'nsi report run utf16.sql' 'nsi: utf16.sql:1: текст не в UTF-8'
no 'no such file' 'nsi report run ./nothing.sql' 'nsi: ./nothing.sql: такого файла или папки нет'
exit=2 no 'the file comes first' 'nsi report run --limit 3 idle' 'nsi: сначала файл: nsi report run FILE.sql ...'
is 'names by the rule for lists' 'printf "ФИО;Код\nГречкина Овсяна Пшеновна;p10\n" >list.csv; quiet nsi -q iop enrol list.csv --yes; nsi report run idle | grep -c Гречк; nsi report run idle --names | grep -c Гречк' '0
1'
finish
