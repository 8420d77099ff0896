import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox } from 'antd'
import { Link } from 'react-router'
import { type ArticleLine, can } from '#lib/editorial'
import { discardArticle } from '../../lib/api/articles.js'
import { dateText, numberText, shortMoment } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { useSay } from '../../ui/say.js'
import { Tag } from '../../ui/state-tag.js'
import styles from './inbox.module.css'

interface ArticleRowProps {
  readonly article: ArticleLine
  readonly publication: string
  /** Whether the list tells which issue an article stands in. */
  readonly withIssue: boolean
  readonly issueName: string | null
  /** Whether it is among the chosen ones; undefined where nothing can be chosen. */
  readonly picked: boolean | undefined
  readonly onPick: () => void
}

/** One article in the list. */
export function ArticleRow({ article, publication, withIssue, issueName, picked, onPick }: ArticleRowProps) {
  const { texts, language } = useSpoken()
  const say = useSay()
  const { modal } = App.useApp()
  const client = useQueryClient()
  const mayDiscard = can(useActor(), 'edit articles', publication) && article.issue === null
  const discard = useMutation({
    mutationFn: () => discardArticle(article.id, article.version),
    onSuccess: () => say.done(texts.inbox.discarded),
    onError: say.problem,
    onSettled: () => client.invalidateQueries({ queryKey: keys.articles(publication) }),
  })
  const ask = (): void =>
    void modal.confirm({
      title: texts.inbox.discardAsk(article.title),
      okText: texts.inbox.discard,
      okButtonProps: { danger: true },
      onOk: () => discard.mutateAsync().catch(() => undefined),
    })
  return (
    <tr data-list-row={article.id}>
      {picked !== undefined && (
        <td className={styles.pick}>
          {article.issue === null && <Checkbox aria-label={texts.inbox.pick(article.title)} checked={picked} onChange={onPick} />}
        </td>
      )}
      <td className={styles.title}>
        <Link to={`/p/${publication}/articles/${article.id}`} data-list-link>
          {article.title}
        </Link>
        {article.duplicate !== null && article.duplicate !== undefined && (
          <>
            {' '}
            <Tag tone="warn">{article.duplicate}</Tag>
          </>
        )}
      </td>
      <td>{article.source ?? <Tag tone="warn">{texts.inbox.noSource}</Tag>}</td>
      <td className="unbroken">{article.sourceDate === null ? '' : dateText(article.sourceDate, language)}</td>
      <td className="numeric">{numberText(article.characters)}</td>
      {withIssue && <td>{article.issue !== null && <Link to={`/p/${publication}/issues/${article.issue}`}>{issueName}</Link>}</td>}
      <td className="quiet small unbroken">{texts.by(article.savedBy?.name ?? texts.system, shortMoment(article.savedAt, language))}</td>
      <td>
        {mayDiscard && (
          <Button size="small" type="text" aria-label={`${texts.inbox.discard} ${article.title}`} onClick={ask}>
            {texts.inbox.discard}
          </Button>
        )}
      </td>
    </tr>
  )
}
