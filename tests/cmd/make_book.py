# make_book.py - workbooks as people and enemies make them, from what is told as JSON on standard input.
# Usage: python3 make_book.py FILE.xlsx <<<'{"sheets": [{"name": "A", "merges": ["A1:A2"], "rows": [[1, "text", 7, {"day": 46000}]]}]}'
# A row begins with its number. A cell: text, number, null, true, {"day": N}, {"inline": T}, {"rich": [T, …]}, {"f": F, "v": V}, {"raw": XML}.
# parts: {NAME: TEXT or null} replaces or takes away parts; "1904": true; "prefix": elements get a prefix.
import json, re, sys, zipfile
from xml.sax.saxutils import escape

MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PKG = 'http://schemas.openxmlformats.org/package/2006/relationships'
told, shared = json.load(sys.stdin), []

def letters(i):
    return (letters(i // 26 - 1) if i >= 26 else '') + chr(65 + i % 26)

def cell(at, c):
    text = lambda t: '<t xml:space="preserve">%s</t>' % escape(t)
    if c is None:
        return '<c r="%s" s="1"/>' % at
    if isinstance(c, bool):
        return '<c r="%s" t="b"><v>%d</v></c>' % (at, c)
    if isinstance(c, (int, float)):
        return '<c r="%s"><v>%r</v></c>' % (at, c)
    if isinstance(c, str):
        shared.append(text(c))
    elif 'rich' in c:
        shared.append(''.join('<r><rPr><b/></rPr>%s</r>' % text(t) for t in c['rich']) + '<rPh sb="0" eb="1"><t>never</t></rPh>')
    elif 'day' in c:
        return '<c r="%s" s="%d"><v>%r</v></c>' % (at, c.get('s', 1), c['day'])
    elif 'inline' in c:
        return '<c r="%s" t="inlineStr"><is>%s</is></c>' % (at, text(c['inline']))
    elif 'f' in c:
        return '<c r="%s" t="str"><f>%s</f><v>%s</v></c>' % (at, escape(c['f']), escape(c['v']))
    else:
        return c['raw']
    return '<c r="%s" t="s"><v>%d</v></c>' % (at, len(shared) - 1)

def sheet(s):
    rows = ''.join('<row r="%d">%s</row>' % (r[0], ''.join(cell(letters(i) + str(r[0]), c) for i, c in enumerate(r[1:]))) for r in s['rows'])
    merges = ''.join('<mergeCell ref="%s"/>' % m for m in s.get('merges', []))
    return '<worksheet xmlns="%s"><sheetData>%s</sheetData>%s</worksheet>' % (MAIN, rows, '<mergeCells>%s</mergeCells>' % merges if merges else '')

KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
parts = {'[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>%s</Types>' % ''.join(
    '<Override PartName="/xl/%s.xml" ContentType="%s%s+xml"/>' % (name, KIND, kind) for name, kind in [('workbook', 'sheet.main'), ('styles', 'styles'), ('sharedStrings', 'sharedStrings')] +
    [('worksheets/sheet%d' % (i + 1), 'worksheet') for i in range(len(told.get('sheets', [])))])}
parts['_rels/.rels'] = '<Relationships xmlns="%s"><Relationship Id="r" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>' % (PKG, REL)
for i, s in enumerate(told.get('sheets', [])):
    parts['xl/worksheets/sheet%d.xml' % (i + 1)] = sheet(s)
parts['xl/workbook.xml'] = '<workbook xmlns="%s" xmlns:r="%s"><workbookPr date1904="%d"/><sheets>%s</sheets></workbook>' % (MAIN, REL, told.get('1904', False),
    ''.join('<sheet name="%s" sheetId="%d" r:id="rId%d" state="%s"/>' % (escape(s['name']), i + 1, i + 1, s.get('state', 'visible')) for i, s in enumerate(told.get('sheets', []))))
parts['xl/_rels/workbook.xml.rels'] = '<Relationships xmlns="%s">%s<Relationship Id="s" Type="%s/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="y" Type="%s/styles" Target="/xl/styles.xml"/></Relationships>' % (
    PKG, ''.join('<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>' % (i + 1, REL, i + 1) for i in range(len(told.get('sheets', [])))), REL, REL)
parts['xl/sharedStrings.xml'] = '<sst xmlns="%s">%s</sst>' % (MAIN, ''.join('<si>%s</si>' % s for s in shared))
parts['xl/styles.xml'] = ('<styleSheet xmlns="%s"><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/><numFmt numFmtId="165" formatCode="0.0&quot; days&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>') % MAIN
if told.get('prefix'):
    for name in parts:
        if name.startswith('xl/') and 'rels' not in name:
            parts[name] = re.sub(r'<(/?)(\w)', r'<\1x:\2', parts[name]).replace('xmlns=', 'xmlns:x=')
parts.update(told.get('parts', {}))
with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:
    for name, text in parts.items():
        if isinstance(text, dict):
            text = text['text'] * text['times'] if 'end' not in text else text['begin'] + text['text'] * text['times'] + text['end']
        if text is not None:
            z.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text if text.startswith('<') and not text.startswith('<?') else text)
