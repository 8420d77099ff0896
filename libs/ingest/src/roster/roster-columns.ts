import type { RosterEntry, RosterKind } from '#lib/editorial'

/** The columns of a roster's file, in order: what the wire calls them, and what stands in the head. */
export const COLUMNS = {
  kind: '类别',
  name: '名称',
  value: '职务、旧称或文号',
  from: '起',
  to: '止',
  others: '其他写法或错误写法',
  note: '备注',
} as const

export type Column = keyof typeof COLUMNS
export type Row = Readonly<Record<Column, string>>

export const KINDS: Readonly<Record<RosterKind, string>> = {
  person: '人员职务',
  body: '机构更名',
  meeting: '会议',
  phrase: '固定表述',
  document: '文件',
  source: '来源',
}

/** Several spellings in one cell. */
const SEPARATOR = '；'

const many = (texts: readonly string[]): string => texts.join(SEPARATOR)

export const parted = (cell: string): string[] =>
  cell
    .split(/[；;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** A line of the roster as cells. */
export function rowOf(entry: RosterEntry): Row {
  const empty = { kind: KINDS[entry.kind], name: entry.name, value: '', from: '', to: '', others: '', note: entry.note }
  switch (entry.kind) {
    case 'person':
      return { ...empty, value: entry.office, from: entry.from ?? '', to: entry.to ?? '' }
    case 'body':
      return { ...empty, value: entry.formerly, from: entry.from }
    case 'meeting':
      return { ...empty, from: entry.from ?? '', to: entry.to ?? '', others: many(entry.others) }
    case 'phrase':
      return { ...empty, others: many(entry.wrong) }
    case 'document':
      return { ...empty, value: entry.number, from: entry.date ?? '' }
    case 'source':
      return { ...empty, others: many(entry.others) }
  }
}
