# book.py - a workbook as lines, read without anything of ours: SHEET<TAB>CELL<TAB>TYPE<TAB>VALUE<TAB>NUMBER FORMAT<TAB>FILL
# Usage: python3 book.py FILE.xlsx [part NAME | json]: json gives each line as a list
import json, sys, zipfile
import xml.etree.ElementTree as xml

M = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id'

def texts(e):
    return ''.join(t.text or '' for t in e.iter(M + 't'))

def cells(path):
    z = zipfile.ZipFile(path)
    assert z.testzip() is None
    for name in z.namelist():                          # every part is XML that can be read
        xml.fromstring(z.read(name))
    part = lambda name: xml.fromstring(z.read(name))
    shared = [texts(s) for s in part('xl/sharedStrings.xml')] if 'xl/sharedStrings.xml' in z.namelist() else []
    styles = part('xl/styles.xml')
    codes = {n.get('numFmtId'): n.get('formatCode') for n in styles.iter(M + 'numFmt')}
    fills = [f.find('.//' + M + 'fgColor') for f in styles.find(M + 'fills')]
    looks = []
    for x in styles.find(M + 'cellXfs'):
        fill = fills[int(x.get('fillId'))]
        looks.append((codes.get(x.get('numFmtId'), x.get('numFmtId')), '' if fill is None else fill.get('rgb', '')))
    targets = {r.get('Id'): r.get('Target') for r in part('xl/_rels/workbook.xml.rels')}
    for s in part('xl/workbook.xml').iter(M + 'sheet'):
        for c in part('xl/' + targets[s.get(R)]).iter(M + 'c'):
            kind, v = c.get('t', 'n'), c.find(M + 'v')
            value = shared[int(v.text)] if kind == 's' else texts(c) if kind == 'inlineStr' else v.text if v is not None else ''
            if c.find(M + 'f') is not None:
                kind = 'formula'
            if value != '' or v is not None:
                yield [s.get('name'), c.get('r'), kind, value, *looks[int(c.get('s', 0))]]

if len(sys.argv) > 3 and sys.argv[2] == 'part':
    sys.stdout.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[3]).decode())
else:
    for c in cells(sys.argv[1]):
        print(json.dumps(c) if sys.argv[2:] == ['json'] else '\t'.join(c))
