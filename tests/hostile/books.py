# books.py - workbooks that nobody in his right mind makes, into the folder that is named: what must happen to each is in
# book.c. How single parts of a workbook can be wrong is in tests/cmd/xlsx_in.t.
import os, sys, warnings, zipfile

MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PKG = 'http://schemas.openxmlformats.org/package/2006/relationships'
warnings.simplefilter('ignore')
os.chdir(sys.argv[1])

def text(at, s):
    return '<c r="%s" t="inlineStr"><is><t>%s</t></is></c>' % (at, s)

HEAD = '<row r="1">%s%s</row>' % (text('A1', 'ФИО'), text('B1', 'Код'))
ROW = '<row r="2">%s%s</row>' % (text('A2', 'Бобов Фасоль Соевич'), text('B2', 'p31'))

def sheet(rows, after=''):
    return '<worksheet xmlns="%s"><sheetData>%s</sheetData>%s</worksheet>' % (MAIN, rows, after)

def parts(rows, after='', **more):
    v = {'[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
         '_rels/.rels': '<Relationships xmlns="%s"><Relationship Id="r" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>' % (PKG, REL),
         'xl/workbook.xml': '<workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="Л" sheetId="1" r:id="r1"/></sheets></workbook>' % (MAIN, REL),
         'xl/_rels/workbook.xml.rels': '<Relationships xmlns="%s"><Relationship Id="r1" Type="%s/worksheet" Target="worksheets/sheet1.xml"/></Relationships>' % (PKG, REL),
         'xl/worksheets/sheet1.xml': sheet(rows, after)}
    v.update({k.replace('__', '/').replace('_xml', '.xml').replace('rels_', 'rels/'): t for k, t in more.items()})
    return v

def book(name, v, extra=()):
    with zipfile.ZipFile(name, 'w', zipfile.ZIP_DEFLATED, compresslevel=1) as z:
        for path, s in list(v.items()) + list(extra):
            if s is not None:
                z.writestr(path, s)

fine = parts(HEAD + ROW)
book('fine.xlsx', fine)
rows = lambda n, s: ''.join(s.replace('#', str(i)) for i in range(2, n + 2))
book('rows.xlsx', parts(HEAD + rows(400000, '<row r="#"/>')))
book('numbers.xlsx', parts(HEAD + rows(100000, '<row r="#"><c r="A#"><v>7</v></c></row>')))
book('backwards.xlsx', parts(HEAD + '<row r="1"/>' * 300000))
book('cells.xlsx', parts(HEAD + '<row r="2">' + '<c><v>1</v></c>' * 300000 + '</row>'))
book('far.xlsx', parts(HEAD + ''.join('<row r="%d"><c r="XFD%d"><v>1</v></c></row>' % (i, i) for i in range(2, 40000))))
book('merges.xlsx', parts(HEAD + rows(5000, '<row r="#"><c r="C#"><v>7</v></c></row>'),
    '<mergeCells>' + ''.join('<mergeCell ref="A%d:A1048576"/>' % i for i in range(2, 60000)) + '</mergeCells>'))
shared = lambda s: parts(HEAD + '<row r="2"><c r="A2" t="s"><v>0</v></c></row>', **{'xl/sharedStrings.xml': s,
    'xl/_rels/workbook.xml.rels': fine['xl/_rels/workbook.xml.rels'].replace('</Rel', '<Relationship Id="s" Type="%s/sharedStrings" Target="sharedStrings.xml"/></Rel' % REL)})
book('texts.xlsx', shared('<sst>' + '<si><t>' + 'я' * 8 + '</t></si>' * 1 + '<si><t/></si>' * 400000 + '</sst>'))
book('text.xlsx', shared('<sst><si><t>' + 'я' * 3000000 + '</t></si></sst>'))
book('attributes.xlsx', parts('<row r="1" ' + ' '.join('a%d="1"' % i for i in range(300000)) + '/>'))
book('comment.xlsx', parts(HEAD + ROW + '<!--' + '-- '.replace('-', 'a') * 1000000 + '-->'))
book('deep.xlsx', parts('<row><c><is>' + '<r>' * 500000))
book('sheets.xlsx', {**fine, 'xl/workbook.xml': '<workbook xmlns="%s" xmlns:r="%s"><sheets>%s</sheets></workbook>' % (MAIN, REL,
    ''.join('<sheet name="Л%d" sheetId="%d" r:id="r1"/>' % (i, i) for i in range(1, 30000)))})
with zipfile.ZipFile('bomb.xlsx', 'w', zipfile.ZIP_DEFLATED, compresslevel=1) as z:
    for path, s in fine.items():
        with z.open(path, 'w') as f:
            if 'sheet1' in path:
                for i in range(300):
                    f.write(b' ' * 1000000)
            f.write(s.encode())
laughs = '<!DOCTYPE a [<!ENTITY a0 "ha">' + ''.join('<!ENTITY a%d "%s">' % (i, '&a%d;' % (i - 1) * 10) for i in range(1, 10)) + ']>'
for path in ('[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/worksheets/sheet1.xml'):
    book('laughs-%s.xlsx' % path.split('/')[-1].replace('.', '').replace('[', '').replace(']', ''), {**fine, path: laughs + fine[path].replace('>', '>&a9;', 1)})
book('outside.xlsx', {**fine, 'xl/worksheets/sheet1.xml': '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + sheet(HEAD + '<row r="2">' + text('A2', '&x;') + '</row>')})
climb = lambda target: {**fine, 'xl/_rels/workbook.xml.rels': fine['xl/_rels/workbook.xml.rels'].replace('worksheets/sheet1.xml', target)}
book('dots.xlsx', climb('../../../../../../etc/passwd'), [('../../../../etc/passwd', sheet(HEAD + ROW))])
book('root.xlsx', climb('/etc/passwd'), [('/etc/passwd', sheet(HEAD + ROW))])
book('types.xlsx', {**fine, '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/worksheets/sheet1.xml" ContentType="image/png"/></Types>'})
book('no-types.xlsx', {**fine, '[Content_Types].xml': None})
book('twice.xlsx', fine, [('xl/worksheets/sheet1.xml', sheet(HEAD + '<row r="2">' + text('A2', 'Чужаков Чужак Чужакович') + '</row>'))])
book('no-book.xlsx', {**fine, 'xl/workbook.xml': None})
book('no-sheet.xlsx', {**fine, 'xl/worksheets/sheet1.xml': None})
book('no-relations.xlsx', {**fine, 'xl/_rels/workbook.xml.rels': None})
book('ods.xlsx', {'mimetype': 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<office:document-content/>'})
book('names.xlsx', fine, [('x' * 60000 + str(i), '') for i in range(30)])
book('members.xlsx', fine, [('m%d' % i, '') for i in range(5000)])
whole = open('fine.xlsx', 'rb').read()
for n in (4, 100, len(whole) // 2, len(whole) - 10):
    open('cut-%d.xlsx' % (4 if n == 4 else 100 if n == 100 else 2 if n < len(whole) - 10 else 1), 'wb').write(whole[:n])
open('exe.xlsx', 'wb').write(b'MZ' + whole)
open('xls.xlsx', 'wb').write(b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(4000))
open('csv.xlsx', 'w').write('ФИО;Код\nБобов Фасоль Соевич;p31\n')
open('html.xlsx', 'w').write('<html><table><tr><td>ФИО</td></tr></table></html>\n')
open('nothing.xlsx', 'w').close()
