import type { FlowBlock, GlyphRun, Layout, Page } from './layout.js'
import { textsOf } from './references/complete.js'

const places = (value: number): string => value.toFixed(2).replace(/\.?0+$/, '')

/**
 * A layout as text a person can read and a golden test can compare: page by page, line by line, with where each line stands and how wide it is set.
 * The number after the faces is the place of the last glyph.
 */
export function dumpLayout(layout: Layout): string {
  const texts = new Map([...textsOf(layout.flow)].map((text) => [text.id, text]))
  const out = [
    `# ${layout.facts.title}`,
    ...layout.landmarks.map((mark) => `@ ${'  '.repeat(mark.level - 1)}${mark.kind} ${mark.title} → ${mark.label || '·'} (${mark.page})`),
  ]
  for (const page of layout.pages) {
    out.push('', pageHead(page))
    for (const line of page.lines) {
      const text = texts.get(line.block)
      const words = text?.text.slice(line.from, line.to) ?? ''
      out.push(
        `${places(line.x).padStart(7)} ${places(line.y).padStart(7)} ${runsOf(line.runs).padEnd(22)} ${text?.style.padEnd(16) ?? ''} ${words}`,
      )
    }
    for (const line of page.furniture) out.push(`${places(line.x).padStart(7)} ${places(line.y).padStart(7)} ${line.kind} ${line.text}`)
    for (const art of page.art) out.push(artLine(art))
  }
  out.push('', ...layout.warnings.map((warning) => `! ${warning.code} ${JSON.stringify(warning.params ?? {})}`))
  return `${out.join('\n').trimEnd()}\n`
}

const pageHead = (page: Page): string => `== ${page.number} ${page.side}${page.blank ? ' blank' : ''} 〔${page.label}〕`

/** Faces of a line, and the place of its last glyph: what a change of squeeze or tracking moves. */
function runsOf(runs: readonly GlyphRun[]): string {
  const last = runs[runs.length - 1]
  const end = last?.at[last.at.length - 1] ?? 0
  return `${runs.map((run) => `${run.face}${places(run.size)}`).join('+')} ${places(end)}`
}

function artLine(art: Page['art'][number]): string {
  if (art.kind === 'rule')
    return `  rule ${places(art.x1)},${places(art.y1)} ${places(art.x2)},${places(art.y2)} ${places(art.weight)} ${art.color}`
  const box = `${places(art.x)},${places(art.y)} ${places(art.width)}×${places(art.height)}`
  return art.kind === 'image' ? `  image ${box} ${art.sha256.slice(0, 8)}` : `  box ${box}`
}

/** The printed page a block begins on; null where it is on none or the page has no number. */
export function pageLabelOf(layout: Layout, block: FlowBlock['id']): string | null {
  const page = layout.pages.find(
    (one) => one.lines.some((line) => line.block === block) || one.art.some((art) => art.kind === 'image' && art.block === block),
  )
  return page === undefined || page.label === '' ? null : page.label
}
