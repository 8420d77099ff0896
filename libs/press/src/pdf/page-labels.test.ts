import { beforeAll, expect, it } from 'vitest'
import type { Faces } from '#lib/typeset'
import { openPdf } from '../../../../test/read-pdf.js'
import { section, shippedFaces, smallLayout } from '../../../../test/small-layout.js'
import { writePdf } from './write-pdf.js'

let faces: Faces

beforeAll(() => {
  faces = shippedFaces()
})

it('labels pages as printed: cover, Roman contents, a body from 1, a blank verso counted', async () => {
  const layout = smallLayout({
    faces,
    sections: [section('cover', 'none'), section('contents', 'roman'), section('body')],
    blocks: [
      { role: 'masthead', text: '简讯', section: 0 },
      { role: 'contents-heading', text: '目录', section: 1, page: true },
      { role: 'paragraph', text: '续', section: 1, page: true },
      { role: 'paragraph', text: '正文', section: 2, page: true },
      { role: 'paragraph', text: '空', section: 2, page: true },
      { role: 'paragraph', text: '再起', section: 2, page: true },
    ],
  })
  const labels = ['', 'I', 'II', '1', '', '3']
  const pages = layout.pages.map((page, index) => ({ ...page, label: labels[index] ?? '' }))
  const document = await openPdf(await writePdf({ ...layout, pages }, faces, new Map(), { producer: 'test' }))
  expect(await document.getPageLabels()).toEqual(['封面', 'I', 'II', '1', '2', '3'])
})
