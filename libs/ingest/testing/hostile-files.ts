import { zipSync } from 'fflate'
import { p, wordFile } from './word-files.js'

/** Files as attackers make them, small enough for a test; each says what is wrong with it and what must come of it. */
export interface HostileFile {
  readonly what: string
  readonly name: string
  readonly bytes: Uint8Array
  /** The refusal, or `read` where the harm is left out and the text read. */
  readonly answer: string
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const TEXT = '各高校要落实文件要求，认真做好各项工作。'.repeat(4)

const HONEST: Record<string, Uint8Array> = {
  '[Content_Types].xml': encode('<Types/>'),
  '_rels/.rels': encode(
    '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  ),
  'word/document.xml': encode(
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p(TEXT)}</w:body></w:document>`,
  ),
}

/** The places of a header in a zip: local 0x04034b50, central 0x02014b50. */
function headers(zip: Uint8Array, kind: 'local' | 'central'): number[] {
  const [a, b] = kind === 'local' ? [3, 4] : [1, 2]
  return [...zip.keys()].filter((at) => zip[at] === 0x50 && zip[at + 1] === 0x4b && zip[at + 2] === a && zip[at + 3] === b)
}

/** A zip whose headers were changed after the fact: `offset` from each header's start, one field for local and one for central. */
function forged(zip: Uint8Array, change: (view: DataView, at: number, kind: 'local' | 'central', index: number) => void): Uint8Array {
  const out = Uint8Array.from(zip)
  const view = new DataView(out.buffer)
  for (const kind of ['local', 'central'] as const) for (const [index, at] of headers(out, kind).entries()) change(view, at, kind, index)
  return out
}

const renamed = (from: string, to: string): Uint8Array => {
  const zip = zipSync({ ...HONEST, [from]: encode('x') })
  const [a, b] = [encode(from), encode(to)]
  for (let at = 0; at + a.length <= zip.length; at += 1) if (a.every((byte, index) => zip[at + index] === byte)) zip.set(b, at)
  return zip
}

const spaces = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1024 * 1024).fill(0x20)

const archives = (): HostileFile[] => [
  {
    what: 'a zip of 20 kB that swells to 20 MB',
    name: '甲.docx',
    bytes: zipSync({ ...HONEST, 'word/styles.xml': spaces(20) }),
    answer: 'ingest/too-large',
  },
  {
    what: 'the same in a part nobody reads',
    name: '甲.docx',
    bytes: zipSync({ ...HONEST, 'word/embeddings/a.bin': spaces(20) }),
    answer: 'ingest/too-large',
  },
  {
    what: 'a part that says it is small',
    name: '甲.docx',
    bytes: forged(zipSync({ ...HONEST, 'word/styles.xml': spaces(4) }), (view, at, kind) => {
      const field = at + (kind === 'local' ? 22 : 24)
      if (view.getUint32(field, true) > 1024 * 1024) view.setUint32(field, 100, true)
    }),
    answer: 'ingest/not-docx',
  },
  {
    what: 'a part that says it is 4 GB',
    name: '甲.docx',
    bytes: forged(zipSync(HONEST), (view, at, kind, index) => {
      if (index === 2) view.setUint32(at + (kind === 'local' ? 22 : 24), 0xfffffffe, true)
    }),
    answer: 'ingest/too-large',
  },
]

const oddArchives = (): HostileFile[] => [
  {
    what: 'a name that climbs out',
    name: '甲.docx',
    bytes: renamed('word/aaaaaaaa.xml', '../../etc/passwd0'),
    answer: 'ingest/not-docx',
  },
  { what: 'a name from the root', name: '甲.docx', bytes: renamed('word/aaaaaaaa.xml', '/etc/passwd000000'), answer: 'ingest/not-docx' },
  {
    what: 'a name of another system',
    name: '甲.docx',
    bytes: renamed('word/aaaaaaaa.xml', 'C:\\Windows\\a.dll0'),
    answer: 'ingest/not-docx',
  },
  {
    what: 'the same name twice',
    name: '甲.docx',
    bytes: renamed('word/documenx.xml', 'word/document.xml'),
    answer: 'ingest/odd-archive',
  },
  {
    what: 'a link to a file of the house',
    name: '甲.docx',
    bytes: zipSync({ ...HONEST, 'word/media/a.png': [encode('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }] }),
    answer: 'ingest/odd-archive',
  },
  {
    what: 'entries under a password',
    name: '甲.docx',
    bytes: forged(zipSync(HONEST), (view, at, kind) => {
      const field = at + (kind === 'local' ? 6 : 8)
      view.setUint16(field, view.getUint16(field, true) | 1, true)
    }),
    answer: 'ingest/encrypted',
  },
  {
    what: 'two thousand and one entries',
    name: '甲.docx',
    bytes: zipSync(
      { ...HONEST, ...Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`word/media/${index}.png`, encode('')])) },
      { level: 0 },
    ),
    answer: 'ingest/too-large',
  },
  { what: 'a zip in a zip', name: '甲.docx', bytes: zipSync({ 'a.docx': zipSync(HONEST) }), answer: 'ingest/not-docx' },
  { what: 'macros under another name', name: '甲.docm', bytes: zipSync(HONEST), answer: 'ingest/macros' },
]

const word = (body: string, more: Parameters<typeof wordFile>[0]['more'] = {}): Uint8Array => wordFile({ body, more })

const documents = (): HostileFile[] => [
  {
    what: 'entities that unfold a thousand million times',
    name: '甲.docx',
    bytes: word('', { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;&b;&b;">]><w:document>&d;</w:document>' }),
    answer: 'ingest/doctype',
  },
  {
    what: 'an entity that reads a file',
    name: '甲.docx',
    bytes: word(p(TEXT), { 'word/styles.xml': '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:styles>&b;</w:styles>' }),
    answer: 'ingest/doctype',
  },
  {
    what: 'thirty thousand nested tables',
    name: '甲.docx',
    bytes: word('<w:tbl><w:tr><w:tc>'.repeat(30_000)),
    answer: 'ingest/too-deep',
  },
  {
    what: 'fifty thousand nested containers',
    name: '甲.docx',
    bytes: word('<w:sdt><w:sdtContent>'.repeat(50_000)),
    answer: 'ingest/too-large',
  },
  {
    what: 'seven hundred thousand paragraphs',
    name: '甲.docx',
    bytes: word(
      Array.from({ length: 7 }, (_, index) => `<w:p w:a="${index}"/>`)
        .join('')
        .repeat(100_000),
    ),
    answer: 'ingest/too-large',
  },
  {
    what: 'a picture from a file, a template and a link that runs',
    name: '甲.docx',
    bytes: wordFile({
      body: `${p(TEXT)}<w:p><w:hyperlink r:id="l1"><w:r><w:t>点这里</w:t></w:r></w:hyperlink></w:p><w:p><w:r><w:drawing><a:blip r:link="l2"/></w:drawing></w:r></w:p>`,
      links: [
        { id: 'l1', target: 'javascript:alert(1)', external: true },
        { id: 'l2', target: 'file:///etc/passwd', external: true },
        { id: 'l3', target: 'http://10.0.0.1/a.dotm', external: true },
      ],
    }),
    answer: 'read',
  },
]

const pages = (): HostileFile[] => [
  { what: 'twenty thousand nested elements', name: '甲.html', bytes: encode('<div>'.repeat(20_000) + TEXT), answer: 'ingest/too-deep' },
  {
    what: 'thirty thousand open inline elements',
    name: '甲.html',
    bytes: encode(`<p>${'<b>'.repeat(30_000)}${TEXT}`),
    answer: 'ingest/too-deep',
  },
  { what: 'six million characters', name: '甲.html', bytes: encode(`<p>${'a'.repeat(6 * 1024 * 1024)}`), answer: 'ingest/too-large' },
  {
    what: 'an attribute of a megabyte',
    name: '甲.html',
    bytes: encode(`<p title="${'a'.repeat(1024 * 1024)}">${TEXT}</p>`),
    answer: 'read',
  },
  {
    what: 'everything that runs',
    name: '甲.html',
    bytes: encode(
      `<meta http-equiv="refresh" content="0;url=javascript:alert(1)"><svg onload="alert(2)"><script>alert(3)</script></svg><p onclick="alert(4)">${TEXT}<a href="JaVaScRiPt:alert(5)">甲</a><a href="data:text/html,<script>alert(6)</script>">乙</a><img src="x" onerror="alert(7)"><iframe srcdoc="<script>alert(8)</script>"></iframe></p>`,
    ),
    answer: 'read',
  },
  {
    what: 'text that nobody sees, and a link to a casino',
    name: '甲.html',
    bytes: encode(`<p>${TEXT}</p><p style="display:none"><a href="https://casino.example/">赌</a></p>`),
    answer: 'read',
  },
]

const others = (): HostileFile[] => [
  { what: 'a hundred thousand open groups of RTF', name: '甲.rtf', bytes: encode(`{\\rtf1 ${'{'.repeat(100_000)}${TEXT}`), answer: 'read' },
  {
    what: 'RTF that promises two gigabytes of binary',
    name: '甲.rtf',
    bytes: encode(`{\\rtf1 {\\bin2147483647 ab}${TEXT}}`),
    answer: 'any',
  },
  {
    what: 'a mail in a mail three hundred times',
    name: '甲.eml',
    bytes: encode(
      `From: a@b.example\nSubject: x\nDate: Mon, 3 Mar 2025 10:00:00 +0800\nMIME-Version: 1.0\n${Array.from(
        { length: 300 },
        (_, index) => `Content-Type: multipart/mixed; boundary="b${index}"\n\n--b${index}\n`,
      ).join('')}Content-Type: text/plain\n\n${TEXT}`,
    ),
    answer: 'any',
  },
  { what: 'a PDF that only begins like one', name: '甲.pdf', bytes: encode(`%PDF-1.7\n${'x'.repeat(5000)}`), answer: 'ingest/not-pdf' },
  {
    what: 'a PDF whose pages are their own children',
    name: '甲.pdf',
    bytes: encode(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9999999>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
    ),
    answer: 'any',
  },
  {
    what: 'a program named a document',
    name: '甲.docx',
    bytes: Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]),
    answer: 'ingest/not-docx',
  },
  {
    what: 'a program named a text',
    name: '甲.txt',
    bytes: Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0]),
    answer: 'ingest/unsupported',
  },
  {
    what: 'a picture named a document',
    name: '甲.docx',
    bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]),
    answer: 'ingest/not-docx',
  },
  { what: 'a text of one line of half a million characters', name: '甲.txt', bytes: encode(TEXT.repeat(6_000)), answer: 'read' },
  { what: 'a Markdown of brackets', name: '甲.md', bytes: encode(`# 题\n\n${'['.repeat(50_000)}${'*'.repeat(20_001)}`), answer: 'any' },
]

export const hostileFiles = (): HostileFile[] => [...archives(), ...oddArchives(), ...documents(), ...pages(), ...others()]
