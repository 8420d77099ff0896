import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ArticleAnswer, FetchAnswer } from '#lib/editorial'
import { refetchArticle } from '../../../lib/api/fetches.js'
import { shortMoment } from '../../../lib/format.js'
import { useSpoken } from '../../../lib/language.js'
import { keys } from '../../../lib/query-keys.js'
import { underWay } from '../../../lib/recent-fetches.js'
import { useSay } from '../../../ui/say.js'
import styles from './origin.module.css'
import { RereadDialog } from './reread-dialog.js'

interface PageAgainProps {
  readonly article: ArticleAnswer
  readonly reread: FetchAnswer | null
  readonly mayCollect: boolean
}

/** 再看原网页: asks the address once more and says whether the page still says and offers what it did. */
export function PageAgain({ article, reread, mayCollect }: PageAgainProps) {
  const { origin } = useSpoken().texts
  const say = useSay()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const ask = useMutation({
    mutationFn: () => refetchArticle(article.id),
    onSuccess: () => say.done(origin.asked),
    onError: say.problem,
    onSettled: () => client.invalidateQueries({ queryKey: keys.origins }),
  })
  const busy = reread !== null && underWay(reread)
  const mayAsk = mayCollect && article.content.url !== null && /^https?:/i.test(article.content.url)
  if (reread === null && !mayAsk) return null
  return (
    <section className={styles.part} aria-label={origin.askAgain}>
      <div className={styles.acts}>
        {mayAsk && (
          <Button size="small" disabled={busy} loading={ask.isPending} onClick={() => ask.mutate()}>
            {origin.askAgain}
          </Button>
        )}
        {reread?.differs === true && (
          <Button size="small" onClick={() => setOpen(true)}>
            {origin.show}
          </Button>
        )}
      </div>
      {reread !== null && <LastLook reread={reread} />}
      {open && reread !== null && <RereadDialog fetch={reread.id} onClose={() => setOpen(false)} />}
    </section>
  )
}

function LastLook({ reread }: { readonly reread: FetchAnswer }) {
  const { texts, language } = useSpoken()
  const { origin } = texts
  if (reread.error !== null) return <p className={`small ${styles.error}`}>{reread.error.message}</p>
  if (underWay(reread)) return <p className="quiet small">{origin.asking}</p>
  if (reread.differs === null || reread.finishedAt === null) return null
  const moment = shortMoment(reread.finishedAt, language)
  return <p className="small">{reread.differs ? origin.differs(moment) : origin.same(moment)}</p>
}
