import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { type ArticleAnswer, canonicalJson } from '#lib/editorial'
import { shortMoment } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { DuplicateNote } from '../../ui/duplicate-note.js'
import { Note } from '../../ui/note.js'
import { useSay } from '../../ui/say.js'
import { dropDraft, keptDraft, type LocalDraft } from './draft-store.js'
import type { ArticleDraft } from './use-article-draft.js'

interface DraftNoticesProps {
  /** The newest version the server told of. */
  readonly article: ArticleAnswer
  readonly draft: ArticleDraft
  readonly saving: boolean
}

/** What the editor has to know before going on: an unsaved text left here, someone else's newer version, an issue that keeps the old one. */
export function DraftNotices({ article, draft, saving }: DraftNoticesProps) {
  const { texts, language } = useSpoken()
  const [found, setFound] = useState<LocalDraft | null>(() => foundDraft(article))
  const newer = useNewerVersion(article, draft, saving)
  const restore = (kept: LocalDraft): void => {
    draft.load(draft.base, kept.content, true)
    setFound(null)
  }
  return (
    <>
      {found !== null && (
        <Note
          tone="warn"
          title={texts.article.draftFound(shortMoment(found.at, language), found.base)}
          actions={
            <>
              <Button size="small" type="primary" onClick={() => restore(found)}>
                {texts.article.draftRestore}
              </Button>
              <Button
                size="small"
                onClick={() => {
                  dropDraft(article.id)
                  setFound(null)
                }}
              >
                {texts.article.draftDrop}
              </Button>
            </>
          }
        />
      )}
      {newer && <Note tone="warn" title={texts.article.overtaken(article.savedBy?.name ?? texts.system, article.version)} />}
      <DuplicateNote article={article.id} publication={article.publication} />
      {article.issue !== null && (
        <Note actions={<Link to={`/p/${article.publication}/issues/${article.issue}`}>{texts.article.toIssue}</Link>}>
          <p>{texts.article.inIssue}</p>
        </Note>
      )}
    </>
  )
}

/** A kept text that says the same as the saved one is no news. */
function foundDraft(article: ArticleAnswer): LocalDraft | null {
  const kept = keptDraft(article.id)
  return kept === null || canonicalJson(kept.content) === canonicalJson(article.content) ? null : kept
}

/** Someone else saved: an untouched sheet shows it at once, a touched one is left alone and says so. */
function useNewerVersion(article: ArticleAnswer, draft: ArticleDraft, saving: boolean): boolean {
  const { texts } = useSpoken()
  const say = useSay()
  const told = useRef(article.version)
  const newer = article.version > draft.base.version && !saving
  const { load, touched, isTouched } = draft
  useEffect(() => {
    if (!newer || touched || isTouched()) return
    load(article, article.content, false)
    if (told.current < article.version) say.note(texts.article.updated(article.savedBy?.name ?? texts.system, article.version))
    told.current = article.version
  }, [article, isTouched, load, newer, say, texts, touched])
  return newer && touched
}
