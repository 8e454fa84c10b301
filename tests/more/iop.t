#!/bin/sh
# The printed programme in a browser: valid, without violations by axe-core in both colour schemes, no wider than a telephone,
# on A4 upright with nothing cut, each person on pages of his own. axe-core is taken with npm; without it that part is left out.
. "$(dirname "$0")/../cmd/lib.sh"

for tool in chromium pdfinfo pdftotext pdftocairo pdftohtml tidy; do
	command -v $tool >/dev/null || { echo "1..0 # SKIP NOTHING IS MEASURED: $tool is missing: apt-get install chromium poppler-utils tidy"; exit 0; }
done
dark=
browser() { timeout 120 chromium --headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --hide-scrollbars --allow-file-access-from-files $dark --user-data-dir="$T/chromium" "$@" 2>/dev/null; }
found() { browser --virtual-time-budget=60000 --dump-dom "file://$T/$1.html" | sed -n '/<pre id="said">/,/<\/pre>/p' | sed 's/.*<pre id="said">//; s/<\/pre>.*//'; }
printed() { browser --no-pdf-header-footer --print-to-pdf="$T/$1.pdf" "file://$T/$1.html" && perl "$ROOT/tests/more/page.pl" "$T/$1.pdf" >"$T/$1.said"; }

fresh
quiet() { "$@" >/dev/null; }
quiet nsi iop mark --from "$ROOT/examples/school-161/marks-autumn.csv"
printf 'ФИО;Код\nКонстантинопольская-Ячменёва Александра Перловнеичевна;p06\nКонстантинопольская-Ячменёва Овсяна Пшеновна;p02\n' >../list.csv
quiet nsi -q iop enrol ../list.csv --yes
quiet nsi iop set p06 curator=p02 mentor=p02
quiet nsi iop request add p06 'Как <b>быть</b>?' --unit И2,О1
word=$(printf 'самостоятельность%.0s' 1 2 3 4 5 6 7)
printf 'person,block,text\np06,goal,%s\np06,tasks,"один\nдва"\n' "$word $word" >../f.csv
quiet nsi iop fill ../f.csv
for k in 1 2 3; do
	quiet nsi iop revise p06 --reason "причина $k"; quiet nsi iop plan p06; quiet nsi iop propose p06
	quiet nsi iop approve p06 --body 'методический совет муниципального бюджетного общеобразовательного учреждения' --protocol "$k/очередной" --order "45-о/$k"
done
quiet nsi iop revise p10 --reason 'без органа'; quiet nsi iop plan p10; quiet nsi iop propose p10; quiet nsi iop approve p10 --protocol 7
nsi report iop p06 --names -o "$T/full.html"
nsi report iop p10 -o "$T/bare.html"
nsi --lang en report iop --all -o "$T/all.html"
pages='full bare all'

for page in $pages; do
	is "$page: valid" 'tidy -q -e -utf8 "$T/$page.html" 2>&1' ''
	ok "$page: printed" printed $page
	is "$page: nothing is cut or covered" 'grep "^ " "$T/$page.said"' ''
	is "$page: on A4 upright" 'awk "!/^ / { print \$2 }" "$T/$page.said" | sort -u' 210x297
	cat >"$T/telephone.html" <<-HTML
		<body><iframe src="$page.html" style="width:360px;height:800px;border:0"></iframe>
		<script>onload = () => { const d = frames[0].document;
		document.body.innerHTML = '<pre id="said">wide ' + d.documentElement.scrollWidth + " out " +
			[...d.querySelectorAll("main *")].filter(e => !e.closest(".sr, thead") && e.getBoundingClientRect().right > 361).length + '</pre>' }</script>
	HTML
	is "$page: no wider than 360 pixels" 'found telephone' 'wide 360 out 0'
done
is 'each begins a page: no page is of two, its margin says of whom' 'for p in $(seq $(pdfinfo "$T/all.pdf" | sed -n "s/^Pages: *//p")); do pdftotext -layout -f $p -l $p "$T/all.pdf" - | grep -oE "^p[0-9][0-9] · 2026/2027" | sort -u | wc -l; done | sort -u' 1
# per page of all: does it have the head of the roadmap, how many of its rows
heads() { for p in $(seq $(pdfinfo "$T/all.pdf" | sed -n 's/^Pages: *//p')); do pdftotext -layout -f $p -l $p "$T/all.pdf" - | awk '/Way .*With .*Due .*Done .*Evidence/ { h = 1 } /^ *..[1-9] .* pair / { r++ } END { print h + 0, (r > 0) }'; done | sort | uniq -c | awk '{ print $2, $3, ($1 > 5) }'; }
is 'the head of the roadmap stands on each of its pages, with a row of it' heads '0 0 1
1 1 1'
is 'for whose eyes it is, on each page' 'pages=$(pdfinfo "$T/full.pdf" | sed -n "s/^Pages: *//p"); [ "$(pdftotext "$T/full.pdf" - | grep -c "служебного пользования")" = $((pages + 1)) ] || echo "$pages"' ''

. "$ROOT/tests/more/axe.sh"
if [ -n "$axe" ]; then
	for how in light dark narrow; do
		case $how in dark) dark=--blink-settings=preferredColorScheme=0 ;; *) dark= ;; esac
		[ $how != narrow ] || dark=--window-size=500,1000
		for page in $pages; do
			axed $page >"$T/axed.html"
			is "$page: axe finds nothing, $how" 'found axed | grep .' "$([ $how = dark ] && echo dark || echo light)"
		done
	done
	dark=
else
	skip 'axe finds nothing' 'NOT LOOKED AT: axe-core is not to be had: AXE=FILE/axe.min.js, or npm with a network'
fi
browser --log-net-log="$T/net.json" --dump-dom "file://$T/full.html" >/dev/null
is 'no outside request' 'grep -o "\"url\":\"http[^\"]*" "$T/net.json" | grep -vE "google|gvt1|gstatic" | sort -u' ''
finish
