import { Node } from '@tiptap/react'

/** A block whose text carries emphasis; its kind is told to the style sheet. */
function textBlock(kind: string, tags: readonly string[] = []) {
  return Node.create({
    name: kind,
    group: 'block',
    content: 'inline*',
    parseHTML: () => [{ tag: `[data-kind="${kind}"]`, priority: 60 }, ...tags.map((tag) => ({ tag }))],
    renderHTML: () => ['p', { 'data-kind': kind }, 0],
  })
}

/** A block of bare text, such as 文号 or 出处. */
function plainBlock(kind: string) {
  return Node.create({
    name: kind,
    group: 'block',
    content: 'text*',
    marks: '',
    parseHTML: () => [{ tag: `[data-kind="${kind}"]`, priority: 60 }],
    renderHTML: () => ['p', { 'data-kind': kind }, 0],
  })
}

/** A part of a block that cannot stand alone. */
function part(name: string, more: { content?: string; marks?: string; tag?: string } = {}) {
  const { content = 'text*', marks = '', tag = 'div' } = more
  return Node.create({
    name,
    content,
    marks,
    parseHTML: () => [{ tag: `[data-part="${name}"]` }],
    renderHTML: () => [tag, { 'data-part': name }, 0],
  })
}

/** The first of all text blocks is what a new line becomes, so the paragraph leads the list. */
export const Paragraph = textBlock('paragraph', ['p'])

export const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: { default: 1, rendered: false } }),
  parseHTML: () => [
    { tag: '[data-kind="heading"]', priority: 60, getAttrs: (node) => ({ level: levelOf(node.getAttribute('data-level')) }) },
    ...(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const).map((tag, at) => ({ tag, attrs: { level: Math.min(4, Math.max(1, at)) } })),
  ],
  renderHTML: ({ node }) => ['p', { 'data-kind': 'heading', 'data-level': String(node.attrs.level) }, 0],
})

const levelOf = (text: string | null): number => Math.min(4, Math.max(1, Number(text) || 1))

export const Signature = Node.create({
  name: 'signature',
  group: 'block',
  content: 'organ+ signatureDate?',
  defining: true,
  parseHTML: () => [{ tag: '[data-kind="signature"]' }],
  renderHTML: () => ['div', { 'data-kind': 'signature' }, 0],
})

export const AnnexStart = Node.create({
  name: 'annexStart',
  group: 'block',
  content: 'annexLabel annexTitle?',
  defining: true,
  parseHTML: () => [{ tag: '[data-kind="annexStart"]' }],
  renderHTML: () => ['div', { 'data-kind': 'annexStart' }, 0],
})

export const Turn = Node.create({
  name: 'turn',
  group: 'block',
  content: 'speaker turnParagraph+',
  defining: true,
  addAttributes: () => ({ role: { default: 'answer', rendered: false } }),
  parseHTML: () => [{ tag: '[data-kind="turn"]', getAttrs: (node) => ({ role: node.getAttribute('data-role') ?? 'answer' }) }],
  renderHTML: ({ node }) => ['div', { 'data-kind': 'turn', 'data-role': String(node.attrs.role) }, 0],
})

export const List = Node.create({
  name: 'list',
  group: 'block',
  content: 'listItem+',
  parseHTML: () => [{ tag: '[data-kind="list"]', priority: 60 }, { tag: 'ul' }, { tag: 'ol' }],
  renderHTML: () => ['div', { 'data-kind': 'list' }, 0],
})

export const ListItem = Node.create({
  name: 'listItem',
  content: 'inline*',
  addAttributes: () => ({ label: { default: '', rendered: false }, level: { default: 0, rendered: false } }),
  parseHTML: () => [
    {
      tag: '[data-part="listItem"]',
      priority: 60,
      getAttrs: (node) => ({ label: node.getAttribute('data-label') ?? '', level: Number(node.getAttribute('data-depth')) || 0 }),
    },
    { tag: 'li', getAttrs: (node) => ({ label: labelOf(node), level: depthOf(node) }) },
  ],
  renderHTML: ({ node }) => [
    'div',
    { 'data-part': 'listItem', 'data-label': String(node.attrs.label), 'data-depth': String(node.attrs.level) },
    0,
  ],
})

const labelOf = (item: HTMLElement): string => {
  const list = item.parentElement
  if (list?.tagName !== 'OL') return '•'
  return `${[...list.children].filter((one) => one.tagName === 'LI').indexOf(item) + 1}．`
}

const depthOf = (item: HTMLElement): number => {
  let depth = -1
  for (let at: HTMLElement | null = item; at !== null; at = at.parentElement) if (at.tagName === 'UL' || at.tagName === 'OL') depth += 1
  return Math.max(0, Math.min(8, depth))
}

export const Separator = Node.create({
  name: 'separator',
  group: 'block',
  atom: true,
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: () => ['hr', { 'data-kind': 'separator' }],
})

/** A footnote's mark after the words it belongs to; the note itself stands below the article. */
export const NoteRef = Node.create({
  name: 'noteRef',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ key: { default: '', rendered: false } }),
  parseHTML: () => [{ tag: 'sup[data-note]', getAttrs: (node) => ({ key: node.getAttribute('data-note') ?? '' }) }],
  renderHTML: ({ node }) => ['sup', { 'data-note': String(node.attrs.key) }, `[${node.attrs.key}]`],
})

export const blocks = [
  Paragraph,
  Heading,
  textBlock('addressee'),
  textBlock('quote', ['blockquote']),
  textBlock('authorNote'),
  plainBlock('letterHeading'),
  plainBlock('documentNumber'),
  plainBlock('attribution'),
  plainBlock('linkLine'),
  Signature,
  AnnexStart,
  Turn,
  List,
  ListItem,
  Separator,
  NoteRef,
  part('organ'),
  part('signatureDate'),
  part('annexLabel'),
  part('annexTitle'),
  part('speaker'),
  part('turnParagraph', { content: 'inline*', marks: '_' }),
]
