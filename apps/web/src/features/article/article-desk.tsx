import { useQuery } from '@tanstack/react-query'
import { EditorContent } from '@tiptap/react'
import { Button, Input } from 'antd'
import { useEffect, useRef } from 'react'
import type { ArticleAnswer } from '#lib/editorial'
import { readFindings } from '../../lib/api/articles.js'
import { shortMoment } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { PageHead } from '../../ui/page-head.js'
import styles from './article.module.css'
import { ArticleSide } from './article-side.js'
import { ConflictDialog } from './conflict-dialog.js'
import { DraftNotices } from './draft-notices.js'
import { placeFindings } from './editor/finding-marks-plugin.js'
import { ToolBar } from './editor/tool-bar.js'
import { LeaveGuard } from './leave-guard.js'
import { TidyButton } from './tidy/tidy-button.js'
import { type ArticleDraft, useArticleDraft } from './use-article-draft.js'
import { useSaving } from './use-saving.js'

/** An article being written: the sheet in the middle, what is known and found beside it. */
export function ArticleDesk({ article }: { readonly article: ArticleAnswer }) {
  const { texts } = useSpoken()
  const sheet = useRef<HTMLDivElement>(null)
  const draft = useArticleDraft(article)
  const saving = useSaving(draft)
  const { base, editor } = draft
  const findings = useQuery({
    queryKey: keys.findings(base.id, base.version),
    queryFn: () => readFindings(base.id, base.version),
  })

  const list = findings.data?.findings
  useEffect(() => {
    if (editor !== null && list !== undefined) editor.view.dispatch(placeFindings(editor.state.tr, list))
  }, [editor, list])

  useSaveKey(saving.save)

  return (
    <div className={styles.desk}>
      <div className={styles.middle}>
        <PageHead
          title={texts.article.title}
          tabTitle={draft.fields.title}
          aside={<DraftState draft={draft} />}
          actions={
            <>
              <TidyButton draft={draft} />
              <Button type="primary" disabled={!draft.touched || saving.flaws.length > 0} loading={saving.saving} onClick={saving.save}>
                {texts.article.save}
              </Button>
            </>
          }
        />
        <DraftNotices article={article} draft={draft} saving={saving.saving} />
        <div className={styles.sheet} ref={sheet}>
          {editor !== null && <ToolBar editor={editor} publication={base.publication} notes={draft.notes} setNotes={draft.setNotes} />}
          <div className={styles.paper}>
            <Input.TextArea
              className={styles.title ?? ''}
              variant="borderless"
              autoSize
              aria-label={texts.article.heading}
              placeholder={texts.article.heading}
              maxLength={500}
              status={saving.flaws.includes('title') ? 'error' : ''}
              value={draft.fields.title}
              onChange={(event) => draft.setFields({ title: event.target.value.replace(/[\r\n]+/g, '') })}
            />
            <Input.TextArea
              className={styles.subtitle ?? ''}
              variant="borderless"
              autoSize
              aria-label={texts.article.subtitle}
              placeholder={texts.article.subtitle}
              maxLength={500}
              value={draft.fields.subtitle}
              onChange={(event) => draft.setFields({ subtitle: event.target.value.replace(/[\r\n]+/g, '') })}
            />
            <EditorContent editor={editor} />
          </div>
        </div>
      </div>
      <ArticleSide draft={draft} flaws={saving.flaws} findings={findings} sheet={sheet} />
      <LeaveGuard touched={draft.touched} save={saving.saveFirst} />
      {saving.conflict !== null && <ConflictDialog conflict={saving.conflict} draft={draft} onClose={saving.settleConflict} />}
    </div>
  )
}

/** Whether what one sees is saved, and if not, since when it is kept here. */
function DraftState({ draft }: { readonly draft: ArticleDraft }) {
  const { texts, language } = useSpoken()
  const { base, touched, keptAt, characters } = draft
  const state = touched
    ? [
        texts.article.unsaved,
        keptAt === undefined ? texts.article.notKept : keptAt === null ? '' : texts.article.keptAt(shortMoment(keptAt, language)),
      ]
    : [texts.article.allSaved(base.version, shortMoment(base.savedAt, language))]
  return (
    <span className="small" role="status">
      {[...state, texts.characters(characters)].filter((part) => part !== '').join(' · ')}
    </span>
  )
}

/** Ctrl+S saves here, not the page. */
function useSaveKey(save: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
        event.preventDefault()
        save()
      }
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [save])
}
