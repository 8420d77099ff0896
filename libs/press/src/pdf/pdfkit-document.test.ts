import { createRequire } from 'node:module'
import { beforeEach, describe, expect, it } from 'vitest'
import { openPdf, unpackedPdf } from '../../../../test/read-pdf.js'
import { PdfObjects, type PdfRef } from './pdfkit-document.js'

const facts = { title: '简讯', author: null, producer: 'test', language: 'zh-CN', created: null, metadata: '<x/>' }

let objects: PdfObjects

beforeEach(() => {
  objects = PdfObjects.open(facts)
})

const finished = async (): Promise<string> => unpackedPdf(await objects.finish())

it('comes without the packages of its text setter, and leaves them whole for others', async () => {
  const require = createRequire(createRequire(import.meta.url).resolve('pdfkit'))
  expect(require.cache[require.resolve('fontkit')]).toBeUndefined()
  expect(require('fontkit')).toHaveProperty('create')
  objects.page(100, 200)
  expect(await finished()).toContain('%%EOF')
})

/** What the press relies on in the exact version of pdfkit it is pinned to. */
describe('pdfkit as used here', () => {
  it('starts with the version and ends with the end mark', async () => {
    objects.page(100, 200)
    expect(await finished()).toMatch(/^%PDF-1\.7\n%[\s\S]*\nstartxref\n\d+\n%%EOF\n/)
  })

  it('keeps the catalog, its name tree, structure root and outline within reach', async () => {
    expect(objects.catalog.StructTreeRoot).toHaveProperty('data.ParentTree')
    expect((objects.catalog.Names as PdfRef).data).toHaveProperty('Dests')
    expect(objects.outlineRoot.data).toEqual({})
    objects.page(100, 200)
    expect(await finished()).toContain('/Marked true')
  })

  it('gives a page the tab order of its structure', async () => {
    const page = objects.page(100, 200)
    page.content.write('0 0 10 10 re f')
    expect(await finished()).toContain('/Tabs /S')
  })

  it('compresses a stream unless it names a filter of its own', async () => {
    objects.page(100, 200)
    objects.ref().end('plain text')
    objects.ref({ Filter: 'DCTDecode' }).end('as it is')
    const file = await finished()
    expect(file).not.toContain('plain text')
    expect(file).toContain('as it is')
  })

  it('names itself PDF/A-2u with an sRGB intent, and uses the given metadata in place of its own', async () => {
    objects.page(100, 200)
    const file = await finished()
    expect(file).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(file).toContain('<pdfaid:conformance>U</pdfaid:conformance>')
    expect(file).toContain('sRGB IEC61966-2.1')
    expect(file).toContain('<x/>')
    expect(file).not.toContain('xmp:CreateDate')
  })

  it('has no date of its own, and an identifier that follows the content', async () => {
    const idOf = (file: string): string => /\/ID \[<([0-9a-f]{32})>/.exec(file)?.[1] ?? ''
    objects.page(100, 200)
    const one = await finished()
    objects = PdfObjects.open(facts)
    objects.page(100, 201)
    const two = await finished()
    expect(one).not.toMatch(/D:\d{8}/)
    expect(idOf(one)).not.toBe('')
    expect(idOf(one)).not.toBe(idOf(two))
  })
})

describe('objects packed together', () => {
  it('keeps plain objects in streams and says in the cross-reference where each is', async () => {
    objects.page(100, 200)
    const kept = objects.ref({ Note: objects.text('规划') })
    objects.catalog.Kept = kept
    kept.end()
    const file = await objects.finish()
    expect(Buffer.from(file).toString('latin1')).not.toContain('/Note')
    const document = await openPdf(file)
    expect(document.numPages).toBe(1)
  })

  it('calls an object that was never ended a fault', async () => {
    objects.page(100, 200)
    objects.ref({ Left: 'open' })
    await expect(objects.finish()).rejects.toThrow('1 objects')
  })
})
