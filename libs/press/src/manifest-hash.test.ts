import { expect, it } from 'vitest'
import { shippedFaces, smallLayout } from '../../../test/small-layout.js'
import { writeDocx } from './docx/write-docx.js'
import { manifestHashOf } from './manifest-hash.js'
import { writePdf } from './pdf/write-pdf.js'

const faces = shippedFaces()
const layout = smallLayout({ faces, blocks: [{ role: 'paragraph', text: '正文' }] })
const manifestHash = '0123456789abcdef'.repeat(4)

it('is read back from both files', async () => {
  expect(manifestHashOf(await writePdf(layout, faces, new Map(), { producer: 'test', manifestHash }))).toBe(manifestHash)
  expect(manifestHashOf(await writeDocx(layout, new Map(), { producer: 'test', manifestHash }))).toBe(manifestHash)
})

it('is null for files of others, and for what is no file', async () => {
  expect(manifestHashOf(await writeDocx(layout, new Map(), { producer: 'test' }))).toBeNull()
  expect(manifestHashOf(await writePdf(layout, faces, new Map(), { producer: 'test' }))).toBeNull()
  expect(manifestHashOf(new TextEncoder().encode('PK but no package'))).toBeNull()
  expect(manifestHashOf(new Uint8Array())).toBeNull()
})
