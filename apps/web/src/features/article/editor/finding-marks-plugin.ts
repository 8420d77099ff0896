import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { Extension } from '@tiptap/react'
import type { FindingAnswer } from '#lib/editorial'
import { findingId } from '../../../ui/finding-list.js'
import { keptBlocks, rangeIn } from './text-map.js'

/** A finding at its place in the text as it is now. */
export interface PlacedFinding {
  readonly id: string
  readonly finding: FindingAnswer
  readonly from: number
  readonly to: number
  /** The words as they stood when they were found. */
  readonly words: string
}

interface Held {
  readonly placed: readonly PlacedFinding[]
  readonly marks: DecorationSet
}

const NONE: Held = { placed: [], marks: DecorationSet.empty }

const key = new PluginKey<Held>('findings')

export const placedFindings = (state: Parameters<typeof key.getState>[0]): readonly PlacedFinding[] => key.getState(state)?.placed ?? []

/** Puts findings of the saved version into the text; from then on they wander with it. */
export const placeFindings = (tr: Transaction, findings: readonly FindingAnswer[]): Transaction => tr.setMeta(key, findings)

/** Shows findings in the text while it is written: one whose words were changed is settled by that and goes. */
export const FindingMarks = Extension.create({
  name: 'findingMarks',
  addProseMirrorPlugins: () => [
    new Plugin<Held>({
      key,
      state: {
        init: () => NONE,
        apply: (tr, held) => {
          const given = tr.getMeta(key) as readonly FindingAnswer[] | undefined
          if (given !== undefined) return holding(tr.doc, placedIn(tr.doc, given))
          return tr.docChanged ? wandered(tr, held) : held
        },
      },
      props: { decorations: (state) => key.getState(state)?.marks },
    }),
  ],
})

function placedIn(doc: Node, findings: readonly FindingAnswer[]): PlacedFinding[] {
  const blocks = keptBlocks(doc)
  return findings.flatMap((finding, at) => {
    const block = finding.block === null ? undefined : blocks[finding.block]
    const range = block === undefined ? undefined : rangeIn(block.node, block.at, finding.from, finding.to)
    if (range === undefined || finding.settled !== null) return []
    return [{ id: findingId(finding, at), finding, ...range, words: doc.textBetween(range.from, range.to) }]
  })
}

function wandered(tr: Transaction, held: Held): Held {
  const moved = held.placed.flatMap((one) => {
    const from = tr.mapping.map(one.from, 1)
    const to = tr.mapping.map(one.to, -1)
    return from <= to && tr.doc.textBetween(from, to) === one.words ? [{ ...one, from, to }] : []
  })
  return moved.length === held.placed.length ? { placed: moved, marks: held.marks.map(tr.mapping, tr.doc) } : holding(tr.doc, moved)
}

const holding = (doc: Node, placed: readonly PlacedFinding[]): Held => ({
  placed,
  marks: DecorationSet.create(
    doc,
    placed.map(({ id, finding, from, to }) =>
      Decoration.inline(from, to, { class: `found found-${finding.severity}`, 'data-finding': id, title: finding.message }),
    ),
  ),
})
