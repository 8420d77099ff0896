import { Mark } from '@tiptap/react'

const boldWeight = /^(bold(er)?|[6-9]\d\d)$/

/** 加粗. A weight from a style counts; Word and web pages write it so. */
export const Bold = Mark.create({
  name: 'bold',
  parseHTML: () => [
    { tag: 'strong' },
    { tag: 'b', getAttrs: (node) => (node.style.fontWeight === 'normal' ? false : null) },
    { style: 'font-weight', getAttrs: (value) => (boldWeight.test(value) ? null : false) },
  ],
  renderHTML: () => ['strong', 0],
  addKeyboardShortcuts() {
    return { 'Mod-b': () => this.editor.commands.toggleMark(this.name) }
  },
})

/** 斜体, for Latin words. */
export const Italic = Mark.create({
  name: 'italic',
  parseHTML: () => [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }],
  renderHTML: () => ['em', 0],
  addKeyboardShortcuts() {
    return { 'Mod-i': () => this.editor.commands.toggleMark(this.name) }
  },
})

/** 下划线. */
export const Underline = Mark.create({
  name: 'underline',
  parseHTML: () => [{ tag: 'u' }, { style: 'text-decoration', getAttrs: (value) => (value.includes('underline') ? null : false) }],
  renderHTML: () => ['u', 0],
  addKeyboardShortcuts() {
    return { 'Mod-u': () => this.editor.commands.toggleMark(this.name) }
  },
})

/** 楷体, the emphasis of official Chinese. */
export const Kai = Mark.create({
  name: 'kai',
  parseHTML: () => [{ tag: 'span[data-kai]' }, { style: 'font-family', getAttrs: (value) => (/楷|kai/i.test(value) ? null : false) }],
  renderHTML: () => ['span', { 'data-kai': '' }, 0],
})

export const Superscript = Mark.create({
  name: 'sup',
  excludes: 'sub',
  parseHTML: () => [{ tag: 'sup:not([data-note])' }],
  renderHTML: () => ['sup', 0],
})

export const Subscript = Mark.create({
  name: 'sub',
  excludes: 'sup',
  parseHTML: () => [{ tag: 'sub' }],
  renderHTML: () => ['sub', 0],
})

const readable = /^(https?:|mailto:)/i

/** An address behind words; only those a printed bulletin may carry. */
export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (node) => {
        const href = node.getAttribute('href') ?? ''
        return readable.test(href) ? { href } : false
      },
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', { href: HTMLAttributes.href as string, rel: 'noopener noreferrer' }, 0],
})

export const emphasis = [Bold, Italic, Underline, Kai, Superscript, Subscript, Link]
