#!/bin/sh
# Pages of rows, as a browser shows and prints them: valid, without violations by axe-core in both colour schemes, no wider
# than a telephone, the board on A3 with nothing cut. axe-core is taken with npm; without it that part is left out, aloud.
. "$(dirname "$0")/../cmd/lib.sh"

for tool in chromium pdfinfo pdftotext pdftocairo pdftohtml tidy xmllint; do
	command -v $tool >/dev/null || { echo "1..0 # SKIP NOTHING IS MEASURED: $tool is missing: apt-get install chromium poppler-utils tidy libxml2-utils"; exit 0; }
done
browser() { timeout 120 chromium --headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --hide-scrollbars --allow-file-access-from-files --user-data-dir="$T/chromium" "$@" 2>/dev/null; }
# found NAME: the element of that id in the page whatever.html, after its scripts have run
found() { browser --virtual-time-budget=60000 --dump-dom "file://$T/$1.html" | sed -n '/<pre id="said">/,/<\/pre>/p' | sed 's/.*<pre id="said">//; s/<\/pre>.*//'; }

fresh
quiet() { "$@" >/dev/null; }
quiet nsi iop mark --from "$ROOT/examples/school-161/marks-autumn.csv"
quiet nsi iop request add p01 'Как <b>быть</b>?'
pages='board list show targets sessions empty'
nsi report board -o "$T/board.html"
nsi iop list -o "$T/list.html"
nsi iop show p04 -o "$T/show.html"
nsi report targets -o "$T/targets.html"
nsi session list -o "$T/sessions.html"
nsi iop request list org:net-b -o "$T/empty.html"
PAGES=$T "$BUILD/tests/test_page" >"$T/out" 2>&1 || { cat "$T/out"; exit 1; }

# ---- valid; what tidy does not know is that a title may have an id within svg
for page in $pages board-large; do
	is "$page: valid" 'tidy -q -e -utf8 "$T/$page.html" 2>&1 | grep -v "<title> proprietary attribute \"id\""' ''
done

# ---- pictures without a page
for what in 'report board' 'iop show p04' 'iop list' 'report targets' 'session list' 'iop request list --names' 'iop request list org:net-b'; do
	is "$what: a picture that any program can read" "nsi $what -o \"\$T/picture.svg\"; xmllint --noout \"\$T/picture.svg\"" ''
done

# ---- accessible
. "$ROOT/tests/more/axe.sh"
if [ -n "$axe" ]; then
	for page in $pages; do
		axed $page >"$T/axed.html"
		is "$page: axe finds nothing" 'found axed | grep .' light
	done
	browser() { timeout 120 chromium --headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --blink-settings=preferredColorScheme=0 --allow-file-access-from-files --user-data-dir="$T/chromium" "$@" 2>/dev/null; }
	for page in board show; do
		axed $page >"$T/axed.html"
		is "$page: axe finds nothing in the dark" 'found axed | grep .' dark
	done
	# it does find something
	sed 's/ lang="ru"//; s/<h1>.*<\/h1>//' "$T/list.html" >"$T/broken.html"
	axed broken >"$T/axed.html"
	is 'a page without its language is found' 'found axed | grep -o "^html-has-lang"' 'html-has-lang'
else
	skip 'axe finds nothing' 'NOT LOOKED AT: axe-core is not to be had: AXE=FILE/axe.min.js, or npm with a network'
fi

# ---- on a telephone
for page in $pages board-large; do
	cat >"$T/telephone.html" <<-HTML
		<body><iframe src="$page.html" style="width:360px;height:800px;border:0"></iframe>
		<script>onload = () => { const d = frames[0].document, s = d.querySelector(".scroll"), f = s && (s.focus(), d.activeElement === s);
		document.body.innerHTML = '<pre id="said">' + (d.documentElement.scrollWidth > d.documentElement.clientWidth ? "wide " + d.documentElement.scrollWidth : "fits") + (s ? (f ? " reached" : " NOT REACHED") + (s.scrollWidth > s.clientWidth && getComputedStyle(s).overflowX !== "auto" ? " CUT" : "") : "") + '</pre>' }</script>
	HTML
	is "$page: no wider than 360 pixels, its table reached by the keyboard" 'found telephone' 'fits reached'
done

# ---- nothing from outside: what the browser asks for
for page in board show; do
	browser --log-net-log="$T/net.json" --dump-dom "file://$T/$page.html" >/dev/null
	is "$page: no outside request" 'grep -o "\"url\":\"http[^\"]*" "$T/net.json" | grep -vE "google|gvt1|gstatic" | sort -u' ''
done

# ---- printed
printed() { browser --no-pdf-header-footer --print-to-pdf="$T/$1.pdf" "file://$T/$1.html" && perl "$ROOT/tests/more/page.pl" "$T/$1.pdf" >"$T/$1.said"; }
for page in $pages board-large; do
	ok "$page: printed" printed $page
	is "$page: nothing is cut or covered" 'grep "^ " "$T/$page.said"' ''
	case $page in board*) size=420x297 ;; list|show|sessions|empty) size=297x210 ;; targets) size=210x297 ;; esac
	is "$page: on $size" 'awk "!/^ / { print \$2 }" "$T/$page.said" | sort -u' $size
done
is 'all people of the large board are on paper, with all columns' 'pdftotext -layout "$T/board-large.pdf" - | grep -cE "^ *p[0-9][0-9] .* [0-9]+ из 60 +[0-9]+$"' 100
is 'the head of the table on each page of it' 'pdftotext -layout "$T/board-large.pdf" - | grep -c "module-0.*module-5"' 3
finish
