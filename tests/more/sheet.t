#!/bin/sh
# What teachers hold in their hands, printed by a browser and measured in the PDF: sizes of pages, codes, boxes; nothing
# cut, nothing over something else. And on a telephone: nothing wider than its screen.
. "$(dirname "$0")/../cmd/lib.sh"

for tool in chromium pdfinfo pdftotext pdftocairo pdftohtml; do
	command -v $tool >/dev/null || { echo "1..0 # SKIP NOTHING IS MEASURED: $tool is missing: apt-get install chromium poppler-utils"; exit 0; }
done
browser() { chromium --headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --user-data-dir="$T/chromium" "$@" >"$T/browser" 2>&1; }
printed() { browser --no-pdf-header-footer --print-to-pdf="$T/$1.pdf" "file://$T/$1.html" && perl "$ROOT/tests/more/page.pl" "$T/$1.pdf" >"$T/$1.said"; }
wrong() { grep '^ ' "$T/$1.said"; }
kinds() { awk '!/^ / { print $2 }' "$T/$1.said" | uniq -c | awk '{ printf "%s%sx%s", (NR > 1 ? ", " : ""), $1, $2 } END { print "" }'; }
# sizes FILE: of the pages, the least sizes of codes on A4 and of boxes anywhere, if they are too small
sizes() {
	awk '!/^ / { for (i = 3; i <= NF; i++) {
		if ($i == "boxes") { split($(i + 2), s, "x"); if (s[1] < 8 || s[2] < 8) print }
		if ($i == "codes" && $2 == "297x210" && $(i + 2) < 14) print } }' "$T/$1.said"
}

PAGES=$T "$BUILD/tests/test_evening_page" >"$T/out" 2>&1 || { cat "$T/out"; exit 1; }
# look NAME PAGES: a made evening
look() {
	ok "$1: printed" printed $1
	is "$1: its pages" "kinds $1" "$2"
	is "$1: codes are large enough, boxes too" "sizes $1" ''
	is "$1: nothing is cut or covered" "wrong $1" ''
}
look pairs '1x297x210, 12x148x210, 1x210x297'
look launches '1x297x210, 12x148x210, 1x210x297'
look named '1x297x210, 12x148x210, 1x210x297'
look named-launches '1x297x210, 12x148x210, 1x210x297'
look titles '1x297x210, 12x148x210, 1x210x297'
look odd '1x297x210, 11x148x210, 1x210x297'
look few '1x297x210, 3x148x210, 1x210x297'
ok 'large: printed' printed large
is 'large: a wall sheet of several pages' 'awk "\$2 == \"297x210\"" "$T/large.said" | wc -l' '6'
is 'large: codes are large enough, boxes too' 'sizes large' ''
is 'large: nothing is cut or covered' 'wrong large' ''
is 'all boxes of twelve people in four rounds are there' 'awk "NR == 1 { print \$3, \$4 }" "$T/pairs.said"' 'boxes 96'
is 'all codes: each in each round, who leads once more' 'awk "NR == 1 { for (i = 3; i < NF; i++) if (\$i == \"codes\") print \$(i + 1) }" "$T/pairs.said"' '49'

# ---- an evening of the example, from the command
fresh
NSI_TODAY=2026-09-15
nsi session pair --on 15.09 --rounds 4 --save >/dev/null
ok 'the wall sheet of twelve in four rounds' nsi session show last --sheet -o "$T/real.html"
look real '1x297x210, 12x148x210, 1x210x297'

# ---- accessible: on a desk, on a telephone, light and dark
. "$ROOT/tests/more/axe.sh"
if [ -n "$axe" ]; then
	for page in pairs launches named odd large real; do
		axed $page >"$T/axed.html"
		for how in '--window-size=1280,1000 light' '--window-size=500,1000 light' '--window-size=500,1000 --blink-settings=preferredColorScheme=0 dark'; do
			is "$page: axe finds nothing, ${how#--window-size=}" 'timeout 120 chromium --headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --allow-file-access-from-files --user-data-dir="$T/chromium" ${how% *} --virtual-time-budget=60000 --dump-dom "file://$T/axed.html" 2>/dev/null | sed -n "/<pre id=\"said\">/,/<\/pre>/p" | sed "s/.*<pre id=\"said\">//; s/<\/pre>.*//" | grep .' "${how##* }"
		done
	done
else
	skip 'axe finds nothing' 'NOT LOOKED AT: axe-core is not to be had: AXE=FILE/axe.min.js, or npm with a network'
fi

# ---- on a telephone
cat >"$T/telephone.html" <<HTML
<body><iframe src="real.html" style="width:360px;height:800px;border:0"></iframe>
<script>onload = () => { const d = frames[0].document; document.title = d.documentElement.scrollWidth; document.body.textContent = 'wide ' + d.documentElement.scrollWidth +
	' out ' + [...d.querySelectorAll('main *')].filter(e => !e.closest('.sr, thead') && e.getBoundingClientRect().right > 361).length }</script>
HTML
is 'nothing is wider than 360 pixels' 'chromium --headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --hide-scrollbars --allow-file-access-from-files --user-data-dir="$T/chromium" --dump-dom "file://$T/telephone.html" 2>/dev/null | grep -o "wide [0-9]* out [0-9]*"' 'wide 360 out 0'
finish
