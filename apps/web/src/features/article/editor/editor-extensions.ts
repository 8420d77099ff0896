import { type Extensions, Node } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { blocks } from './blocks.js'
import { emphasis } from './emphasis.js'
import { Figure } from './figure.js'
import { tables } from './tables.js'

/** An article's body: blocks of the tree every room speaks, nothing else. */
const Body = Node.create({ name: 'doc', topNode: true, content: 'block+' })

const Text = Node.create({ name: 'text', group: 'inline' })

/** Of the starter kit only what edits: undo, the drop line, the cursor between blocks. */
const hands = StarterKit.configure({
  blockquote: false,
  bold: false,
  bulletList: false,
  code: false,
  codeBlock: false,
  document: false,
  hardBreak: false,
  heading: false,
  horizontalRule: false,
  italic: false,
  link: false,
  listItem: false,
  listKeymap: false,
  orderedList: false,
  paragraph: false,
  strike: false,
  text: false,
  trailingNode: false,
  underline: false,
})

export const editorExtensions = (publication: string): Extensions => [
  Body,
  Text,
  ...blocks,
  ...tables,
  Figure.configure({ publication }),
  ...emphasis,
  hands,
]
