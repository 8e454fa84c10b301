# axe.sh - sourced: axe-core, by which a browser looks at a page as who cannot see would. $axe is empty where it is not to be had.
axe=
[ ! -f "${AXE:-}" ] || axe=$AXE
if [ -z "$axe" ] && command -v npm >/dev/null; then
	mkdir -p "$T/axe" && (cd "$T/axe" && timeout 120 npm install --silent --no-audit --no-fund axe-core@4 >/dev/null 2>&1)
	[ ! -f "$T/axe/node_modules/axe-core/axe.min.js" ] || axe=$T/axe/node_modules/axe-core/axe.min.js
fi
# axed NAME: its page with axe in it
axed() {
	cat "$T/$1.html" - <<-HTML
		<script src="axe.js"></script><script>
		onload = () => axe.run(document, { resultTypes: ["violations"] }).then(r => {
			const said = r.violations.map(v => v.id + " " + v.nodes.length + ": " + v.nodes[0].html.slice(0, 200)).join("\n");
			document.body.innerHTML = '<pre id="said"></pre>';
			document.getElementById("said").textContent = (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light") + (r.passes.length > 15 ? "" : " few rules") + "\n" + said });
		</script>
	HTML
}
[ -z "$axe" ] || cp "$axe" "$T/axe.js"
