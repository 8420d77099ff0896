import { contentHash, invalid } from '#lib/editorial'
import { templateSchema } from './schema.js'
import { styleNames } from './style-table.js'
import type { Template } from './template.js'

/** Reads template.json. What is wrong is refused as `template/invalid`, with the place and a sentence. */
export function readTemplate(json: unknown): Template {
  const read = templateSchema.safeParse(json)
  if (!read.success) {
    const first = read.error.issues[0]
    throw invalid('template/invalid', { place: placeOf(first?.path ?? []), reason: first?.message ?? '' })
  }
  checkStyles(read.data)
  checkPage(read.data)
  return read.data
}

/** Names the meaning of a template: equal hash, equal pages. */
export const templateHash = (template: Template): string => contentHash(template)

const placeOf = (path: readonly PropertyKey[]): string => path.map(String).join('.') || 'template.json'

function checkStyles(template: Template): void {
  const known = styleNames()
  const strange = Object.keys(template.styles).find((name) => !known.includes(name))
  if (strange !== undefined)
    throw invalid('template/invalid', { place: `styles.${strange}`, reason: `没有这个样式；可用：${known.join('、')}` })
}

function checkPage({ page }: Template): void {
  const width = page.characters * page.size
  if (page.binding + width > page.width) throw invalid('template/invalid', { place: 'page.characters', reason: '版心宽于纸张' })
  if (page.head + page.lines * page.pitch > page.height) throw invalid('template/invalid', { place: 'page.lines', reason: '版心高于纸张' })
  if (page.pitch < page.size) throw invalid('template/invalid', { place: 'page.pitch', reason: '行距小于字号' })
}
