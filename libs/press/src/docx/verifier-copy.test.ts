import { expect, it } from 'vitest'
import { partsOf } from '../../../../test/read-docx.js'
import { shippedFaces, smallLayout } from '../../../../test/small-layout.js'
import { verifierCopy } from './verifier-copy.js'
import { writeDocx } from './write-docx.js'

it('turns overflowPunct round and leaves everything else as it is', async () => {
  const docx = await writeDocx(smallLayout({ faces: shippedFaces(), blocks: [{ role: 'paragraph', text: '正文' }] }), new Map(), {
    producer: 'test',
  })
  const before = partsOf(docx)
  const after = partsOf(verifierCopy(docx))
  expect(after['word/styles.xml']).toBe(before['word/styles.xml']?.replace('overflowPunct w:val="0"', 'overflowPunct w:val="1"'))
  expect(after['word/styles.xml']).not.toBe(before['word/styles.xml'])
  expect({ ...after, 'word/styles.xml': '' }).toEqual({ ...before, 'word/styles.xml': '' })
})
