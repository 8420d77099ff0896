import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { can, type IssueAnswer } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { Loaded } from '../../ui/loaded.js'
import styles from './edition.module.css'
import { RenderRow } from './render-row.js'
import { useRenderActs, useRenders } from './use-renders.js'

/** Asks for files and follows their making. */
export function RenderPanel({ issue }: { readonly issue: IssueAnswer }) {
  const texts = useTexts()
  const client = useQueryClient()
  const renders = useRenders(issue.id)
  const { ask, cancel } = useRenderActs(issue.id)
  const mayDraft = can(useActor(), 'render drafts', issue.publication)
  const release = issue.moves.find((one) => one.move === 'render')
  const done = renders.data?.items.filter((one) => one.state === 'done').length
  const known = useRef(done)

  useEffect(() => {
    if (known.current !== undefined && done !== undefined && done > known.current)
      void client.invalidateQueries({ queryKey: keys.issue(issue.id) })
    known.current = done
  }, [client, done, issue.id])

  return (
    <section className={styles.panel} aria-label={texts.edition.make}>
      <h2>{texts.edition.make}</h2>
      {release === undefined ? (
        <p className="quiet">{issue.state === 'released' || issue.state === 'recalled' ? '' : texts.edition.notApproved}</p>
      ) : (
        <>
          <p className="quiet">{texts.edition.releaseHint}</p>
          {release.hindrances.map((one) => (
            <p key={one.code}>{one.message}</p>
          ))}
          <Button
            type="primary"
            loading={ask.isPending && ask.variables === 'release'}
            disabled={release.hindrances.length > 0}
            onClick={() => ask.mutate('release')}
          >
            {texts.edition.release}
          </Button>
        </>
      )}
      {mayDraft && (
        <>
          <Button disabled={issue.articles === 0} loading={ask.isPending && ask.variables === 'draft'} onClick={() => ask.mutate('draft')}>
            {texts.edition.draft}
          </Button>
          <p className="quiet small">{texts.edition.draftHint}</p>
        </>
      )}
      <h3>{texts.edition.renders}</h3>
      <Loaded of={renders}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{texts.edition.noRenders}</p>
          ) : (
            <ul>
              {items.map((render) => (
                <RenderRow
                  key={render.id}
                  render={render}
                  mayAct={mayDraft}
                  cancelling={cancel.isPending && cancel.variables === render.id}
                  onCancel={() => cancel.mutate(render.id)}
                  onRetry={
                    render.purpose === 'unreviewed' ? undefined : () => ask.mutate(render.purpose === 'release' ? 'release' : 'draft')
                  }
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}
