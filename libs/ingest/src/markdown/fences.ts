import { type Block, type Run, runsText } from '#lib/editorial'
import { speakerOf } from '../forms/conversation.js'
import { isAddressee, isDateLine } from '../forms/line-forms.js'
import { recogniseBlocks } from '../forms/recognise-blocks.js'
import { readInline } from './inline.js'
import { joinLines } from './lines.js'

/** What a `::: name` block becomes; names in Chinese, or in English for those who prefer it. */
type Fence = (lines: readonly string[], paragraphs: readonly (readonly Run[])[]) => Block[]

const signature: Fence = (lines) => {
  const rows = filled(lines)
  const last = rows.at(-1)
  const date = last !== undefined && isDateLine(last) ? last : null
  return [{ kind: 'signature', organs: date === null ? rows : rows.slice(0, -1), date }]
}

const attached: Fence = (lines) => [{ kind: 'letterHeading', text: joinLines(lines) }]

/** Heading, salutation, paragraphs, then the names and the date; the last line is the name where no date stands. */
const letter: Fence = (lines, paragraphs) => {
  const dated = isDateLine(filled(lines).at(-1) ?? '')
  const blocks = recogniseBlocks(paragraphs.map((runs) => ({ kind: 'text', runs })))
  const last = paragraphs.at(-1)
  if (last === undefined || dated || blocks.some((block) => block.kind === 'signature')) return openLetter(blocks)
  return openLetter([...blocks.slice(0, -1), { kind: 'signature', organs: [runsText(last)], date: null }])
}

function openLetter(blocks: readonly Block[]): Block[] {
  const [first, second, ...rest] = blocks
  if (first === undefined) return []
  const text = 'runs' in first ? runsText(first.runs) : first.kind === 'letterHeading' ? first.text : ''
  const opened: Block = text === '' ? first : { kind: 'letterHeading', text }
  if (second?.kind === 'paragraph' && isAddressee(runsText(second.runs))) return [opened, { ...second, kind: 'addressee' }, ...rest]
  return [opened, ...(second === undefined ? [] : [second]), ...rest]
}

const turns: Fence = (_, paragraphs) => {
  const blocks: Block[] = []
  for (const runs of paragraphs) {
    const text = runsText(runs)
    const found = speakerOf(text)
    const last = blocks.at(-1)
    if (found !== null) {
      const role = /问|记者|主持|网友/.test(found.speaker) ? 'question' : 'answer'
      blocks.push({ kind: 'turn', speaker: found.speaker, role, paragraphs: [[{ text: text.slice(found.length) }]] })
    } else if (last?.kind === 'turn') blocks[blocks.length - 1] = { ...last, paragraphs: [...last.paragraphs, runs] }
    else blocks.push({ kind: 'paragraph', runs })
  }
  return blocks
}

const each =
  (make: (runs: readonly Run[]) => Block): Fence =>
  (_, paragraphs) =>
    paragraphs.map(make)

const annex: Fence = (lines) => {
  const [label = '附件', ...title] = filled(lines)
  return [{ kind: 'annexStart', label, title: title.length === 0 ? null : joinLines(title) }]
}

const FENCES: Readonly<Record<string, Fence>> = {
  落款: signature,
  signature,
  附文: attached,
  attached,
  信: letter,
  letter,
  问答: turns,
  interview: turns,
  主送: each((runs) => ({ kind: 'addressee', runs })),
  addressee: each((runs) => ({ kind: 'addressee', runs })),
  引文: each((runs) => ({ kind: 'quote', runs })),
  quote: each((runs) => ({ kind: 'quote', runs })),
  作者: each((runs) => ({ kind: 'authorNote', runs })),
  authorNote: each((runs) => ({ kind: 'authorNote', runs })),
  摘自: each((runs) => ({ kind: 'attribution', text: runsText(runs) })),
  attribution: each((runs) => ({ kind: 'attribution', text: runsText(runs) })),
  文号: each((runs) => ({ kind: 'documentNumber', text: runsText(runs) })),
  documentNumber: each((runs) => ({ kind: 'documentNumber', text: runsText(runs) })),
  正文: each((runs) => ({ kind: 'paragraph', runs })),
  paragraph: each((runs) => ({ kind: 'paragraph', runs })),
  附件: annex,
  annex,
}

/** The blocks of a fence, or null when its name is not one of ours. In a fence every line is a line of its own. */
export function readFence(name: string, lines: readonly string[]): Block[] | null {
  const fence = FENCES[name]
  return fence === undefined
    ? null
    : fence(
        lines,
        filled(lines).map((line) => readInline(line).runs),
      )
}

const filled = (lines: readonly string[]): string[] => lines.map((line) => line.trim()).filter((line) => line !== '')
