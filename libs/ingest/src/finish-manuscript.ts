import type { Manuscript, Provenance } from '#lib/editorial'
import { fitContent } from './fit-content.js'

type Read = Omit<Manuscript, 'organ' | 'offered'> & Partial<Pick<Manuscript, 'organ' | 'offered'>>

/** Makes what was read fit to be stored, and adds who issued an official document, where the head did not say: the organs that sign a text with a 发文字号. */
export function finishManuscript(given: Read): Manuscript {
  const read = fitted(given)
  const signature = read.content.blocks.find((block) => block.kind === 'signature')
  const numbered = read.content.documentNumber !== null
  const signed = numbered && signature !== undefined && signature.organs.length > 0 ? signature.organs.join('、') : null
  const organ = read.organ ?? signed
  const told: Provenance[] = [
    ...(organ !== null && read.organ == null ? [{ field: 'organ' as const, from: '落款' }] : []),
    ...(read.content.documentDate !== null && !says(read, 'documentDate') ? [{ field: 'documentDate' as const, from: '落款' }] : []),
  ]
  return { ...read, organ, provenance: [...read.provenance, ...told], offered: read.offered ?? [] }
}

function fitted(read: Read): Read {
  const { content, places, changed } = fitContent(read.content)
  const moved = read.warnings.map((warning) =>
    warning.block === undefined ? warning : { ...warning, block: places[warning.block] ?? warning.block },
  )
  return { ...read, content, warnings: changed ? [...moved, { code: 'ingest/made-to-fit' }] : moved }
}

const says = (read: Read, field: Provenance['field']): boolean => read.provenance.some((one) => one.field === field)
