import { type Editor, useEditor } from '@tiptap/react'
import { useEffect, useRef } from 'react'
import type { ArticleContent } from '#lib/editorial'
import { ArticleKeys } from './article-keys.js'
import { docOf } from './content-to-doc.js'
import { editorExtensions } from './editor-extensions.js'
import { FindingMarks } from './finding-marks-plugin.js'
import { bareHtml, blocksFromText, tidied } from './pasted.js'
import { PicturesIn } from './pictures.js'
import '../article-editor.css'

interface Asked {
  readonly publication: string
  readonly blocks: ArticleContent['blocks']
  readonly label: string
  readonly onTouched: () => void
  readonly onProblem: (error: unknown) => void
}

/** The body of an article under the hands of an editor. It draws itself: typing does not draw the page anew. */
export function useArticleEditor({ publication, blocks, label, onTouched, onProblem }: Asked): Editor | null {
  const touched = useRef(onTouched)
  useEffect(() => {
    touched.current = onTouched
  }, [onTouched])
  return useEditor({
    extensions: [...editorExtensions(publication), ArticleKeys, FindingMarks, PicturesIn.configure({ publication, onProblem })],
    content: docOf(blocks),
    enableContentCheck: true,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        class: 'article-editor',
        lang: 'zh-CN',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        spellcheck: 'false',
      },
      transformPastedHTML: bareHtml,
      transformPasted: (slice, view) => tidied(slice, view.state.schema),
      clipboardTextParser: (text, _context, _plain, view) => blocksFromText(text, view.state.schema),
    },
    onUpdate: ({ transaction }) => {
      if (transaction.docChanged && transaction.getMeta('quiet') !== true) touched.current()
    },
  })
}

/** Puts other blocks into the editor without counting it as a change by hand. */
export function replaceBody(editor: Editor, blocks: ArticleContent['blocks']): void {
  const { state, view } = editor
  const doc = state.schema.nodeFromJSON(docOf(blocks))
  view.dispatch(state.tr.replaceWith(0, state.doc.content.size, doc.content).setMeta('quiet', true).setMeta('addToHistory', false))
}
