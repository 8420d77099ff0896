import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Block, Run } from '#lib/editorial'
import { createTypesetter, dumpLayout } from '#lib/typeset'
import { tinyFaces } from '../testing/tiny-faces.js'
import { article, issueOf, tinyTemplate } from '../testing/tiny-issue.js'

const chars = fc.constantFrom(...'教育强国建设的一二三，。、；：！？“”（）《》·…—～ABCxyz019.%/@- \u3000\t￥①②😀𠮷')
const text = fc.string({ unit: chars, maxLength: 90 })
const run: fc.Arbitrary<Run> = fc
  .record({ text }, { requiredKeys: ['text'] })
  .chain((one) =>
    fc
      .constantFrom<Partial<Run>>(
        {},
        { bold: true },
        { kai: true },
        { position: 'sup' },
        { italic: true },
        { link: 'https://a.cn' },
        { note: 'n' },
      )
      .map((more) => ({ ...one, ...more })),
  )
const runs = fc.array(run, { maxLength: 3 })
const image = { sha256: 'a'.repeat(64), mediaType: 'image/png' as const }

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 6, arbitrary: runs.map((given): Block => ({ kind: 'paragraph', runs: given })) },
  fc
    .tuple(fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const), runs)
    .map(([level, given]): Block => ({ kind: 'heading', level, runs: given })),
  runs.map((given): Block => ({ kind: 'quote', runs: given })),
  fc.array(text, { maxLength: 3 }).map((organs): Block => ({ kind: 'signature', organs, date: '2025年3月1日' })),
  fc.array(runs, { maxLength: 3 }).map((paragraphs): Block => ({ kind: 'turn', speaker: '记者', role: 'question', paragraphs })),
  fc
    .array(runs, { maxLength: 3 })
    .map(
      (items): Block => ({ kind: 'list', items: items.map((given, index) => ({ label: `${index}．`, level: index + 1, runs: given })) }),
    ),
  fc
    .array(
      fc.array(fc.record({ runs, colSpan: fc.constantFrom(1, 1, 2), rowSpan: fc.constantFrom(1, 1, 3) }), { minLength: 1, maxLength: 4 }),
      { minLength: 1, maxLength: 6 },
    )
    .map((rows): Block => ({ kind: 'table', caption: '表', headerRows: 1, rows, note: null })),
  fc
    .tuple(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 4000 }))
    .map(([width, height]): Block => ({ kind: 'figure', image: { ...image, width, height }, caption: '图', alt: '' })),
  fc.constant<Block>({ kind: 'separator' }),
  text.map((title): Block => ({ kind: 'annexStart', label: '附件1', title })),
  text.map((url): Block => ({ kind: 'linkLine', url })),
)

const faces = tinyFaces('hei', 'kai', 'title')
const contents = {
  heading: '目录',
  startOn: 'recto',
  numbering: 'roman',
  column: '{name}',
  columnPage: true,
  person: '{author}：{title}',
  subtitle: '——',
}
const template = tinyTemplate({
  contents,
  columns: { label: '【{name}】' },
  cover: { kind: 'page', lines: [{ role: 'masthead', text: '{publication}' }] },
})

it('any issue is laid out whole, and the same way again', { timeout: 60_000 }, () => {
  const typesetter = createTypesetter(template, faces)
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.array(block, { maxLength: 8 })), { minLength: 1, maxLength: 3 }), (articles) => {
      const issue = issueOf([
        {
          name: '栏',
          articles: articles.map(([title, blocks]) => article(title, blocks, { notes: { n: [{ text: '注文'.repeat(20) }] } })),
        },
      ])
      const layout = typesetter.layOut(issue)
      expect(dumpLayout(createTypesetter(template, faces).layOut(issue))).toBe(dumpLayout(layout))
    }),
    { numRuns: 25, seed: 11 },
  )
})
