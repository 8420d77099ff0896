import { Node } from '@tiptap/react'
import type { ImageRef } from '#lib/editorial'
import { pictureAddress } from '../../../lib/api/articles.js'

/** A picture with its caption; the bytes are kept by hash in the publication's store. */
export const Figure = Node.create<{ publication: string }>({
  name: 'figure',
  group: 'block',
  content: 'text*',
  marks: '',
  isolating: true,
  draggable: true,
  addOptions: () => ({ publication: '' }),
  addAttributes: () => ({ image: { default: null, rendered: false }, alt: { default: '', rendered: false } }),
  parseHTML: () => [{ tag: 'figure[data-image]', getAttrs: (node) => figureAttributes(node) }],
  renderHTML({ node }) {
    const image = node.attrs.image as ImageRef
    return [
      'figure',
      { 'data-kind': 'figure', 'data-image': JSON.stringify(image), 'data-alt': node.attrs.alt as string },
      [
        'img',
        {
          src: pictureAddress(this.options.publication, image.sha256),
          alt: node.attrs.alt as string,
          width: String(image.width),
          height: String(image.height),
          contenteditable: 'false',
        },
      ],
      ['figcaption', 0],
    ]
  },
})

/** A figure copied within the desk carries its picture's name; anything else has no picture here. */
function figureAttributes(node: HTMLElement): { image: unknown; alt: string } | false {
  try {
    return { image: JSON.parse(node.getAttribute('data-image') ?? ''), alt: node.getAttribute('data-alt') ?? '' }
  } catch {
    return false
  }
}
