import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { ArticleAnswer } from '#lib/editorial'
import { readArticleVersion } from '../../../lib/api/articles.js'
import { useTexts } from '../../../lib/language.js'
import { keys } from '../../../lib/query-keys.js'
import { DifferenceView } from '../../../ui/difference-view.js'
import { Loaded } from '../../../ui/loaded.js'
import styles from './origin.module.css'

/** 改了什么: the newest version beside what was read from the original. */
export function ChangesSince({ article }: { readonly article: ArticleAnswer }) {
  const { origin } = useTexts()
  const [open, setOpen] = useState(false)
  if (article.version === 1) return null
  return (
    <div>
      <Button size="small" onClick={() => setOpen(true)}>
        {origin.changed}
      </Button>
      {open && <ChangesDialog article={article} onClose={() => setOpen(false)} />}
    </div>
  )
}

function ChangesDialog({ article, onClose }: { readonly article: ArticleAnswer; readonly onClose: () => void }) {
  const { origin } = useTexts()
  const first = useQuery({
    queryKey: keys.articleVersion(article.id, 1),
    queryFn: () => readArticleVersion(article.id, 1),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Modal open width={820} title={origin.sinceRead(article.version)} footer={null} onCancel={onClose}>
      <Loaded of={first}>
        {({ content }) => (
          <div className={styles.difference}>
            <DifferenceView before={content} after={article.content} />
          </div>
        )}
      </Loaded>
    </Modal>
  )
}
