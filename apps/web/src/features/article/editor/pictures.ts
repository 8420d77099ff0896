import { Plugin } from '@tiptap/pm/state'
import { type Editor, Extension } from '@tiptap/react'
import type { ImageRef } from '#lib/editorial'
import { addPicture } from '../../../lib/api/articles.js'

const readable = /^image\/(png|jpeg)$/

/** Stores a picture and places it where the cursor stands, on a line of its own. */
export async function placePicture(editor: Editor, publication: string, file: File): Promise<void> {
  const image: ImageRef = await addPicture(publication, file)
  editor
    .chain()
    .focus()
    .insertContent({ type: 'figure', attrs: { image, alt: '' } })
    .run()
}

interface PictureOptions {
  readonly publication: string
  readonly onProblem: (error: unknown) => void
}

/** Pictures pasted or dropped as files go to the publication's store and stand in the text as figures. */
export const PicturesIn = Extension.create<PictureOptions>({
  name: 'picturesIn',
  addOptions: () => ({ publication: '', onProblem: () => undefined }),
  addProseMirrorPlugins() {
    const take = (data: DataTransfer | null): boolean => {
      const files = [...(data?.files ?? [])].filter((file) => readable.test(file.type))
      // A copied table or page carries a picture of itself beside its text: then the text is meant.
      if (files.length === 0 || data?.types.includes('text/html') === true) return false
      void (async () => {
        for (const file of files) await placePicture(this.editor, this.options.publication, file)
      })().catch(this.options.onProblem)
      return true
    }
    return [
      new Plugin({
        props: {
          handlePaste: (_view, event) => take(event.clipboardData),
          handleDrop: (_view, event) => {
            const taken = take(event.dataTransfer)
            if (taken) event.preventDefault()
            return taken
          },
        },
      }),
    ]
  },
})
