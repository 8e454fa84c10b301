# embed.awk - every .sql file becomes a string of the library; a fact or a define becomes the
# statements that keep it. Usage: awk -f embed.awk -v what=h|c FILE...  (sorted)
#
# A fact file is a table T with columns C and key K, and one SELECT S:
#   add      WITH m(C) AS (S) INSERT INTO T (C) SELECT * FROM m WHERE true ORDER BY K ON CONFLICT DO NOTHING
#   remove   WITH m(C) AS (S) DELETE FROM T WHERE (K) IN (SELECT K FROM m)
#   clear    DELETE FROM T
#   less, more: rows of T that S does not give, and the other way round (spans: everything)
function quote(s,   n, v, i, out) {
	gsub(/\\/, "\\\\", s); gsub(/"/, "\\\"", s)
	n = split(s, v, "\n")
	for (i = 1; i <= n; i++)
		if (v[i] != "" || i < n) out = out "\t\"" v[i] "\\n\"\n"
	return out == "" ? "\t\"\"" : substr(out, 1, length(out) - 1)
}
# The verbs that a text asks for: the words of every verb IN (…) and verb = '…'; none: all.
function verbs_of(s,   line, i, n, v, w, out) {
	n = split(s, line, "\n"); s = ""
	for (i = 1; i <= n; i++) { sub(/[ \t]*-- .*/, "", line[i]); s = s " " line[i] }
	while (match(s, /verb (IN \([^)]*\)|= '[a-z]+')/)) {
		v = substr(s, RSTART, RLENGTH); s = substr(s, RSTART + RLENGTH)
		while (match(v, /'[a-z]+'/)) {
			w = substr(v, RSTART + 1, RLENGTH - 2); v = substr(v, RSTART + RLENGTH)
			if (!index(" " out " ", " " w " ")) out = out (out == "" ? "" : " ") w
		}
	}
	return out
}
function end_file() {
	if (!file) return
	path[++n] = dir "/" base; text[n] = all; kind[n] = dir; name[n] = base
	if (dir == "refuse") { verbs[n] = verbs_of(all); said[n] = all ~ /\n-- only when said/ }
	if (dir == "fact" || dir == "define") {
		sub(/;[ \t\n]*$/, "", sel)
		m = "WITH m(" cols ") AS (" sel ")"
		ddl[n] = create; clear[n] = "DELETE FROM " base
		add[n] = m " INSERT INTO " base " (" cols ") SELECT * FROM m WHERE true ORDER BY " key " ON CONFLICT DO NOTHING"
		rem[n] = m " DELETE FROM " base " WHERE (" key ") IN (SELECT " key " FROM m)"
		less[n] = m " SELECT count(*) FROM (SELECT " cols " FROM " base " EXCEPT SELECT * FROM m)"
		more[n] = m " SELECT count(*) FROM (SELECT * FROM m EXCEPT SELECT " cols " FROM " base ")"
		verbs[n] = dir == "fact" ? verbs_of(sel) : ""
	}
}
FNR == 1 {
	end_file()
	file = FILENAME; base = file; sub(/.*\//, "", base); sub(/\.sql$/, "", base)
	dir = file; sub(/\/[^\/]*$/, "", dir); sub(/.*\//, "", dir)
	all = sel = create = cols = key = ""; in_table = in_select = 0
}
{ all = all $0 "\n" }
dir == "fact" || dir == "define" {
	line = $0; sub(/[ \t]*-- .*/, "", line)
	if (in_select) {
		sel = sel $0 "\n"
	} else if (line ~ /^(SELECT|WITH)/) { in_select = 1; sel = $0 "\n" }
	else {
		create = create $0 "\n"
		if (line ~ /^CREATE TABLE/) in_table = 1
		else if (line ~ /^\)/) in_table = 0
		else if (in_table && match(line, /PRIMARY KEY \(/)) { key = substr(line, RSTART + RLENGTH); sub(/\).*/, "", key) }
		else if (in_table && match(line, /^[ \t]+[a-z_]+/)) { w = line; sub(/^[ \t]+/, "", w); sub(/[ \t].*/, "", w); cols = cols (cols == "" ? "" : ", ") w }
	}
}
function upper(s) { s = toupper(s); gsub(/[^A-Z0-9]/, "_", s); return s }
END {
	end_file()
	if (what == "h") {
		print "/* made from schemas/sql; do not edit */\nenum sql {"
		for (i = 1; i <= n; i++) print "\tSQL_" upper(path[i]) ","
		for (i = 1; i <= n; i++) facts += kind[i] == "fact"
		print "\tSQL_COUNT,\n\tFACT_COUNT = " facts "\n};"
		exit
	}
	print "/* made from schemas/sql; do not edit */\n#include \"store/sql.h\"\n\nconst char sql_stamp[] = \"" stamp "\";\nconst struct sql_file sql_files[] = {"
	for (i = 1; i <= n; i++) printf "\t[SQL_%s] = { \"%s\", \"%s\",\n%s },\n", upper(path[i]), kind[i], name[i], quote(text[i])
	print "\t[SQL_COUNT] = { 0 }\n};\n"
	print "const struct rule rules[] = {"
	for (i = 1; i <= n; i++) if (kind[i] == "refuse")
		printf "\t{ \"%s\", \" %s \", %d, SQL_%s },\n", name[i], verbs[i], said[i], upper(path[i])
	print "\t{ 0 }\n};\n"
	split("fact define", t, " ")
	for (k = 1; k <= 2; k++) {
		print "const struct derived " t[k] "s[] = {"
		for (i = 1; i <= n; i++) if (kind[i] == t[k])
			printf "\t{ \"%s\", \" %s \",\n%s,\n%s,\n%s,\n%s,\n%s,\n%s },\n", name[i], verbs[i], quote(ddl[i]), quote(add[i]), quote(rem[i]), quote(clear[i]), quote(less[i]), quote(more[i])
		print "\t{ 0 }\n};\n"
	}
}
