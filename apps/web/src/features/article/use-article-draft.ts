import type { Editor } from '@tiptap/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type ArticleAnswer, type ArticleContent, bodyText, countCharacters } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { useSay } from '../../ui/say.js'
import { type ArticleFields, fieldsOf, headOf } from './article-fields.js'
import { dropDraft, keepDraft } from './draft-store.js'
import { blocksOf } from './editor/doc-to-content.js'
import { replaceBody, useArticleEditor } from './editor/use-article-editor.js'
import { type Notes, notesFor } from './notes.js'

export interface ArticleDraft {
  readonly base: ArticleAnswer
  readonly fields: ArticleFields
  readonly setFields: (part: Partial<ArticleFields>) => void
  readonly notes: Notes
  readonly setNotes: (notes: Notes) => void
  readonly editor: Editor | null
  readonly touched: boolean
  /** When the unsaved text was last kept in this browser; null before, undefined when it keeps nothing. */
  readonly keptAt: string | null | undefined
  readonly characters: number
  /** The article as it stands now. */
  readonly content: () => ArticleContent
  /** Puts other content into the hands of the editor; `touched` when it still has to be saved. */
  readonly load: (base: ArticleAnswer, content: ArticleContent, touched: boolean) => void
  /** What was written is saved in this version; what was typed meanwhile stays unsaved. */
  readonly settle: (saved: ArticleAnswer, since: number) => void
  /** How many changes there were; to be handed to `settle`. */
  readonly changes: () => number
  /** Whether there is a change at this very moment; `touched` is what was last drawn. */
  readonly isTouched: () => boolean
}

/** House: a crash may cost a second or two of typing, never more. */
const KEEP_AFTER = 1_000

/** An article while it is written: head, body and notes, kept in this browser as it grows. */
export function useArticleDraft(article: ArticleAnswer): ArticleDraft {
  const texts = useTexts()
  const say = useSay()
  const [base, setBase] = useState(article)
  const [fields, setAllFields] = useState(() => fieldsOf(article.content))
  const [notes, setAllNotes] = useState<Notes>(article.content.notes)
  const [touched, setTouched] = useState(false)
  const [keptAt, setKeptAt] = useState<string | null | undefined>(null)
  const [characters, setCharacters] = useState(article.characters)
  const count = useRef(0)
  const settled = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const keepNow = useRef<() => void>(() => undefined)

  const touch = useCallback((): void => {
    count.current += 1
    setTouched(true)
    timer.current ??= setTimeout(() => keepNow.current(), KEEP_AFTER)
  }, [])

  const editor = useArticleEditor({
    publication: article.publication,
    blocks: article.content.blocks,
    label: texts.article.body,
    onTouched: touch,
    onProblem: say.problem,
  })

  const content = useCallback((): ArticleContent => {
    const blocks = editor === null ? base.content.blocks : blocksOf(editor.getJSON())
    return { ...headOf(fields, base.content), blocks, notes: notesFor(blocks, notes) }
  }, [base.content, editor, fields, notes])

  useEffect(() => {
    keepNow.current = () => {
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = null
      const at = new Date().toISOString()
      const now = content()
      setKeptAt(keepDraft(article.id, { base: base.version, at, content: now }) ? at : undefined)
      setCharacters(countCharacters(bodyText(now)))
    }
  }, [article.id, base.version, content])

  useEffect(() => {
    const keepUnsaved = (): void => {
      if (timer.current !== null) keepNow.current()
    }
    window.addEventListener('pagehide', keepUnsaved)
    document.addEventListener('visibilitychange', keepUnsaved)
    return () => {
      window.removeEventListener('pagehide', keepUnsaved)
      document.removeEventListener('visibilitychange', keepUnsaved)
      keepUnsaved()
    }
  }, [])

  const forget = useCallback((): void => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    dropDraft(article.id)
    settled.current = count.current
    setKeptAt(null)
    setTouched(false)
  }, [article.id])

  const load = useCallback(
    (on: ArticleAnswer, now: ArticleContent, changed: boolean): void => {
      setBase(on)
      setAllFields(fieldsOf(now))
      setAllNotes(now.notes)
      setCharacters(countCharacters(bodyText(now)))
      if (editor !== null) replaceBody(editor, now.blocks)
      if (changed) touch()
      else forget()
    },
    [editor, forget, touch],
  )

  const settle = useCallback(
    (saved: ArticleAnswer, since: number): void => {
      setBase(saved)
      if (count.current === since) forget()
    },
    [forget],
  )

  return useMemo(
    () => ({
      base,
      fields,
      setFields: (part) => {
        setAllFields((before) => ({ ...before, ...part }))
        touch()
      },
      notes,
      setNotes: (next) => {
        setAllNotes(next)
        touch()
      },
      editor,
      touched,
      keptAt,
      characters,
      content,
      load,
      settle,
      changes: () => count.current,
      isTouched: () => count.current !== settled.current,
    }),
    [base, characters, content, editor, fields, keptAt, load, notes, settle, touch, touched],
  )
}
