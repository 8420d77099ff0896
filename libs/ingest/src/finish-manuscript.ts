import type { Manuscript, Provenance } from '#lib/editorial'

type Read = Omit<Manuscript, 'organ' | 'offered'> & Partial<Pick<Manuscript, 'organ' | 'offered'>>

/** Adds who issued an official document, where the head did not say: the organs that sign a text with a 发文字号. */
export function finishManuscript(read: Read): Manuscript {
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

const says = (read: Read, field: Provenance['field']): boolean => read.provenance.some((one) => one.field === field)
