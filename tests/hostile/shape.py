# shape.py - names are data in every format. Usage:
#   shape.py make FROM PLAIN HOSTILE      the definitions of the folder FROM with every title as a token, and as a payload
#   shape.py same PLAIN HOSTILE           two folders of answers, named by their format: the same structure; each value that
#                                         is a token is the payload
import csv, html.parser, io, json, os, re, subprocess, sys, unicodedata

PAYLOADS = ['"><script>alert(1)</script>', "'; DROP TABLE unit; --", '=1+1', "=cmd|'/c calc'!A1", '+7', '-1+1', '@SUM(A1)', '|a|b|',
    '`id`', '$(id)', 'a\nb', 'x\u202Ey\u2066z', '{{7*7}}', '%s%n%d', '\\', '\\n', '<b>&amp;</b>', '# h', '- l', '[a](javascript:x)',
    "'=1", 'a;b,c', '\u200bа\ufeffб', 'и\u0306', 'null', 'true', '012', '1e5', '2026-01-01', 'NaN', '*a* _b_ ~~c~~', '&#60;', ']]>',
    '<!-- -->', '</style></td>', '"', "'", '“”«»', '${x}', '\u061cа', '<a href=x onclick=y>', '0', '-', '=', '1. x', '> q', '\u2028'.replace('\u2028', 'u')]
TOKEN = re.compile('Ъ(\\d+)Ъ')
UNSAFE = re.compile('[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]')

def payload(i):
    return unicodedata.normalize('NFC', PAYLOADS[int(i) % len(PAYLOADS)])

def put(s, change=lambda p: p):
    return TOKEN.sub(lambda m: change(payload(m.group(1))), s)

def safe(s):
    return UNSAFE.sub('\ufffd', s)

def line(s):
    return safe(s.replace('\n', ' '))

def guarded(s):
    return "'" + s if re.match("'*([\t\r\n]|[ \t\r\n]*([=+@-].|[\uFF1D\uFF0B\uFF0D\uFF20]))", s, re.S) else s

def make(source, plain, hostile):
    n = 0
    for folder, _, names in os.walk(source):
        for name in sorted(names):
            if not name.endswith('.yaml'):
                continue
            text = open(os.path.join(folder, name), encoding='utf-8').read()
            def token(m):
                nonlocal n
                n += 1
                return '%s"Ъ%dЪ"' % (m.group(1), n)
            text = re.sub(r'(\b(?:title|post): )"[^"]*"', token, text)
            for to, change in ((plain, lambda s: s), (hostile, lambda s: TOKEN.sub(lambda m: json.dumps(payload(m.group(1)), ensure_ascii=False)[1:-1], s))):
                path = os.path.join(to, os.path.relpath(os.path.join(folder, name), source))
                os.makedirs(os.path.dirname(path), exist_ok=True)
                open(path, 'w', encoding='utf-8').write(change(text))
    assert n > len(PAYLOADS), n

class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.v = []
        self.feed(text)
    def handle_starttag(self, tag, attrs):
        self.v += [('tag', tag)] + [('attribute', k, v or '') for k, v in attrs]
    def handle_endtag(self, tag):
        self.v.append(('end', tag))
    def handle_data(self, s):
        if s.strip():
            self.v.append(('text', ' '.join(s.split())))
    def handle_comment(self, s):
        self.v.append(('comment', s))

def walk(x, path=''):
    if isinstance(x, dict):
        for k, v in x.items():
            yield from walk(v, path + '/' + k)
    elif isinstance(x, list):
        for i, v in enumerate(x):
            yield from walk(v, '%s/%d' % (path, i))
    else:
        yield path, x

def read(name):
    return open(name, encoding='utf-8', newline='').read()

def book(name):
    out = subprocess.run([sys.executable, os.path.join(os.path.dirname(__file__), '../cmd/book.py'), name, 'json'], capture_output=True, check=True)
    return [json.loads(l) for l in out.stdout.decode().splitlines()]

def wrong(*what):
    print(form, *what)

def same(format, plain, hostile):
    def rows(a, b, change):
        if [len(r) for r in a] != [len(r) for r in b]:
            return wrong('rows of other lengths', len(a), len(b))
        for r, s in zip(a, b):
            for x, y in zip(r, s):
                if change(x) != y:
                    wrong(repr(x), 'is', repr(y), 'not', repr(change(x)))
    if format == 'xlsx':                               # but for the names of sheets, and what says that text is text
        return rows([r[1:4] for r in book(plain)], [r[1:4] for r in book(hostile)], lambda s: put(s, safe))
    a, b = read(plain), read(hostile)
    if re.search('[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u061c]', b):
        wrong('not harmless')
    if format == 'csv':
        rows(list(csv.reader(io.StringIO(a))), list(csv.reader(io.StringIO(b))), lambda s: put(s, safe))
    elif format == 'csv-excel':
        rows(list(csv.reader(io.StringIO(a), delimiter=';')), list(csv.reader(io.StringIO(b), delimiter=';')), lambda s: guarded(put(s, safe)))
    elif format == 'tsv':
        rows([l.split('\t') for l in a.split('\n')], [l.split('\t') for l in b.split('\n')], lambda s: put(s, line))
    elif format in ('json', 'ndjson'):
        load = json.loads if format == 'json' else lambda s: [json.loads(l) for l in s.split('\n') if l]
        rows([[p, v] for p, v in walk(load(a))], [[p, v] for p, v in walk(load(b))], lambda v: put(v) if isinstance(v, str) else v)
    elif format == 'md':
        bars = lambda s: [len(re.findall(r'(?<!\\)\|', l)) for l in s.split('\n')]
        if bars(a) != bars(b):
            wrong('other bars')
        if re.search(r'<|(?<!\\)[`\[]', b):
            wrong('markup')
    elif format in ('html', 'svg'):
        x, y = Page(a).v, Page(b).v
        if [v[:1] if v[0] in ('text',) else v[:2] for v in x] != [v[:1] if v[0] in ('text',) else v[:2] for v in y] and format == 'html':
            return wrong('other tags', len(x), len(y))
        if any(v[1] in ('script', 'a') for v in y if v[0] == 'tag') or any(v[0] == 'comment' for v in y):
            wrong('a tag of others')
        for v, w in zip(x, y) if format == 'html' else ():
            want = ' '.join(put(v[-1], line).split())
            if v[0] in ('text', 'attribute') and ' '.join(w[-1].split()) != want and TOKEN.search(v[-1]):
                wrong(repr(v[-1]), 'is', repr(w[-1]), 'not', repr(want))
    elif len(a.split('\n')) != len(b.split('\n')):
        wrong('lines', len(a.split('\n')), len(b.split('\n')))

if sys.argv[1] == 'make':
    make(*sys.argv[2:5])
else:
    for form in sorted(os.listdir(sys.argv[2])):
        same(form, *(os.path.join(folder, form) for folder in sys.argv[2:4]))
