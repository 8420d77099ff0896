import { expect, it } from 'vitest'
import type { ArticleContent, IssueContent } from '#lib/editorial'
import { writeDocx, writePdf } from '#lib/press'
import { createTypesetter } from '#lib/typeset'
import { sampleOf, shippedFaces } from '../golden/issues-at-hand.js'
import { partsOf } from '../read-docx.js'
import { openPdf, pageTexts } from '../read-pdf.js'
import { article } from '../server/desk/example-articles.js'

/** What template languages, spreadsheets, Word fields and shells would act on. */
const active = [
  '{{7*7}}',
  ['$', '{7*7}'].join(''),
  '<%=7*7%>',
  '{#x}{/x}',
  '#{7*7}',
  '{%if%}',
  '«MERGEFIELD»',
  '=HYPERLINK("x")',
  '$(id)',
  '&lt;b&gt;',
  '<script>alert(1)</script>',
]

const marked = active.map((text, at) => `其${at}：${text}。`)
const hostile: ArticleContent = article(`关于${active[0]}的通知`, marked.join('\n'), {
  url: 'javascript:alert(1)',
  author: active[1] ?? null,
})

function made(): { pdf: Promise<Uint8Array>; docx: Promise<Uint8Array> } {
  const { issue, template } = sampleOf('single-brief')
  const faces = shippedFaces()
  const wanted: IssueContent = { ...issue, columns: [{ name: null, articles: [hostile] }] }
  const layout = createTypesetter(template, faces).layOut(wanted)
  const options = { manifestHash: 'a'.repeat(64), producer: 'Bianyin' }
  return {
    pdf: Promise.resolve(writePdf(layout, faces, new Map(), { ...options, draft: false })),
    docx: Promise.resolve(writeDocx(layout, new Map(), options)),
  }
}

it('our PDF holds nothing that acts, and its text is the author’s to the letter', async () => {
  const bytes = await made().pdf
  const raw = Buffer.from(bytes).toString('latin1')
  for (const word of ['/JavaScript', '/JS', '/Launch', '/OpenAction', '/EmbeddedFile', '/RichMedia', '/SubmitForm', '/AA']) {
    expect(new RegExp(`${word}[\\s(<[/]`).test(raw), word).toBe(false)
  }
  const document = await openPdf(bytes)
  expect([await document.getJSActions(), await document.getAttachments(), await document.getOpenAction()]).toEqual([null, null, null])
  const addresses: string[] = []
  for (let number = 1; number <= document.numPages; number += 1)
    for (const note of (await (await document.getPage(number)).getAnnotations()) as { unsafeUrl?: string }[])
      if (note.unsafeUrl !== undefined) addresses.push(note.unsafeUrl)
  expect(addresses.filter((one) => !/^(https?|mailto):/.test(one))).toEqual([])
  const text = (await pageTexts(document)).join('')
  for (const one of active) expect(text).toContain(one.replace(/\s/g, ''))
})

it('our DOCX holds no macro, no field but its own, reaches for nothing outside, and names nobody’s machine', async () => {
  const parts = partsOf(await made().docx)
  expect(Object.keys(parts).filter((path) => /vba|macro|activeX|embeddings|oleObject/i.test(path))).toEqual([])
  for (const [path, xml] of Object.entries(parts).filter(([name]) => name.endsWith('.rels')))
    for (const [tag] of xml.matchAll(/<Relationship [^>]*TargetMode="External"[^>]*>/g))
      expect(/relationships\/hyperlink"/.test(tag) && /Target="(https?|mailto):/.test(tag), `${path}: ${tag}`).toBe(true)
  const body = parts['word/document.xml'] ?? ''
  const fields = [...body.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, word = '']) => word.trim().split(/\s/)[0] ?? '')
  expect(fields.filter((word) => !/^(TOC|PAGE|PAGEREF|HYPERLINK|REF|SEQ|NUMPAGES|EQ|STYLEREF)$/.test(word))).toEqual([])
  const text = [...body.matchAll(/<w:t[^>]*>([^<]*)</g)]
    .map(([, word]) => word)
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
  for (const one of active) expect(text).toContain(one)
  expect(Object.values(parts).join('')).not.toMatch(/\/home\/|\/root\/|C:\\\\Users/)
})
