import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { type ArticleAnswer, can, type FindingList } from '#lib/editorial'
import { askOutsideChecker, readOutsideCheck } from '../../lib/api/articles.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { useSay } from '../../ui/say.js'

interface OutsideCheckProps {
  readonly article: ArticleAnswer
  readonly outside: FindingList['outside']
}

/** House: a paragraph takes the checker some seconds. */
const LOOK_MS = 2000

const going = (state: string | undefined): boolean => state === 'queued' || state === 'running'

/** The checker outside the house, where there is one: asked only by hand, followed until it is done. */
export function OutsideCheck({ article, outside }: OutsideCheckProps) {
  const texts = useTexts().article.outside
  const client = useQueryClient()
  const mayAsk = can(useActor(), 'edit articles', article.publication)
  const asked = outside !== 'off' && outside !== 'not-asked'
  const { data: check } = useQuery({
    queryKey: [...keys.findings(article.id, article.version), 'outside'],
    queryFn: () => readOutsideCheck(article.id, article.version),
    enabled: asked,
    refetchInterval: ({ state }) => (going(state.data?.state) ? LOOK_MS : false),
  })
  const state = check?.state
  useEffect(() => {
    if (going(outside) && state !== undefined && !going(state))
      void client.invalidateQueries({ queryKey: keys.findings(article.id, article.version) })
  }, [article.id, article.version, client, outside, state])
  if (outside === 'off') return null
  const failed = state === 'failed' || state === 'cancelled'
  return (
    <div className="row">
      {going(state) && (
        <p className="small quiet" role="status">
          {texts.going}
        </p>
      )}
      {check !== undefined && state === 'done' && <p className="small quiet">{texts.done(check.shown, check.refused, check.unread)}</p>}
      {failed && <p role="alert">{check?.error?.message}</p>}
      {mayAsk && (!asked || failed) && <AskButton article={article} again={failed} />}
    </div>
  )
}

interface AskButtonProps {
  readonly article: ArticleAnswer
  readonly again: boolean
}

/** Text leaves the house only after one has been told so. */
function AskButton({ article, again }: AskButtonProps) {
  const { article: words, cancel } = useTexts()
  const texts = words.outside
  const say = useSay()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const ask = useMutation({
    mutationFn: () => askOutsideChecker(article.id, article.version),
    onError: say.problem,
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: keys.findings(article.id, article.version) })
      setOpen(false)
    },
  })
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {again ? texts.again : texts.ask}
      </Button>
      <Modal
        open={open}
        title={texts.ask}
        okText={texts.send}
        cancelText={cancel}
        okButtonProps={{ loading: ask.isPending }}
        destroyOnHidden
        onOk={() => ask.mutate()}
        onCancel={() => setOpen(false)}
      >
        <p>{texts.lead}</p>
      </Modal>
    </>
  )
}
