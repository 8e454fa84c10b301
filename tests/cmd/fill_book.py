# fill_book.py - fills the empty cells of a workbook that have a list to choose from and somebody who took something.
# Usage: python3 fill_book.py IN.xlsx OUT.xlsx WORD
import re, sys, zipfile

source = zipfile.ZipFile(sys.argv[1])
with zipfile.ZipFile(sys.argv[2], 'w') as z:
    for name in source.namelist():
        text = source.read(name)
        if name == 'xl/worksheets/sheet1.xml':
            xml = text.decode()
            columns = re.findall(r'sqref="([A-Z]+)2:', xml)
            for row in re.findall(r'<row r="(\d+)"', xml)[1:]:
                # I: what the first took is what the second gives (H); J: the other way round
                for column, giver in zip(columns, ['H', 'G']):
                    if re.search(r'<c r="%s%s"[^>]*t="s"' % (giver, row), xml):
                        xml = re.sub(r'<c r="%s%s"( s="\d+")/>' % (column, row), r'<c r="%s%s"\1 t="inlineStr"><is><t>%s</t></is></c>' % (column, row, sys.argv[3]), xml)
            text = xml.encode()
        z.writestr(name, text)
