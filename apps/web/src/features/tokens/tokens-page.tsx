import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { NewTokenAnswer } from '#lib/editorial'
import { readTokens, revokeToken } from '../../lib/api/tokens.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { CopyText } from '../../ui/copy-text.js'
import { Loaded } from '../../ui/loaded.js'
import { Note } from '../../ui/note.js'
import { PageHead } from '../../ui/page-head.js'
import { useSay } from '../../ui/say.js'
import { TokenDialog } from './token-dialog.js'
import { TokenTable } from './token-table.js'

/** 访问令牌: one's own, each shown once when it is made. */
export function TokensPage() {
  const { tokens, close } = useTexts()
  const say = useSay()
  const client = useQueryClient()
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<NewTokenAnswer | null>(null)
  const list = useQuery({ queryKey: keys.tokens, queryFn: readTokens })
  const revoke = useMutation({
    mutationFn: revokeToken,
    onSuccess: (_, id) => setMade((now) => (now?.token.id === id ? null : now)),
    onError: say.problem,
    onSettled: () => client.invalidateQueries({ queryKey: keys.tokens }),
  })
  return (
    <>
      <PageHead
        title={tokens.title}
        actions={
          <>
            <a href="/api/openapi.json" target="_blank" rel="noreferrer">
              {tokens.documents}
            </a>
            <Button type="primary" onClick={() => setMaking(true)}>
              {tokens.make}
            </Button>
          </>
        }
      />
      <div className="stack">
        <p className="quiet small">{tokens.lead}</p>
        {made !== null && (
          <Note
            tone="good"
            title={tokens.once}
            actions={
              <Button size="small" onClick={() => setMade(null)}>
                {close}
              </Button>
            }
          >
            <CopyText text={made.secret} label={tokens.secret} />
          </Note>
        )}
        <section className="card" aria-label={tokens.title}>
          <Loaded of={list}>
            {({ items }) =>
              items.length === 0 ? (
                <p className="card-body quiet">{tokens.none}</p>
              ) : (
                <TokenTable tokens={items} onRevoke={(id) => revoke.mutate(id)} />
              )
            }
          </Loaded>
        </section>
      </div>
      {making && (
        <TokenDialog
          onMade={(answer) => {
            setMade(answer)
            setMaking(false)
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </>
  )
}
