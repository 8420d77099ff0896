import { useQueries, useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { can, type RenderAnswer } from '#lib/editorial'
import { readRenders } from '../../lib/api/editions.js'
import { readIssues } from '../../lib/api/issues.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { Loaded } from '../../ui/loaded.js'
import { PageHead } from '../../ui/page-head.js'
import styles from './edition.module.css'
import { RenderRow } from './render-row.js'
import { useRenderActs } from './use-renders.js'

/** House: jobs older than the last twenty issues are looked up at their issue. */
const LATEST_ISSUES = 20
const LOOK_EVERY = 2_500

const inHand = (render: RenderAnswer): boolean => render.state === 'queued' || render.state === 'running'

/** 任务: every render of the latest issues, those in hand first. */
export function JobsPage() {
  const texts = useTexts()
  const { publication = '' } = useParams()
  const issues = useQuery({ queryKey: keys.issues(publication), queryFn: () => readIssues(publication) })
  const lists = useQueries({
    queries: (issues.data?.items ?? []).slice(0, LATEST_ISSUES).map(({ id }) => ({
      queryKey: keys.renders(id),
      queryFn: () => readRenders(id),
      refetchInterval: (query: { state: { data?: { items: RenderAnswer[] } | undefined } }) =>
        query.state.data?.items.some(inHand) === true ? LOOK_EVERY : (false as const),
    })),
  })
  const renders = lists
    .flatMap((list) => list.data?.items ?? [])
    .sort((a, b) => Number(inHand(b)) - Number(inHand(a)) || (a.requestedAt < b.requestedAt ? 1 : -1))
  return (
    <>
      <PageHead title={texts.nav.jobs} />
      <section className="card card-body" aria-label={texts.nav.jobs}>
        <Loaded of={issues}>
          {() =>
            renders.length === 0 ? (
              <p className="quiet">{texts.edition.noRenders}</p>
            ) : (
              <ul className={styles.jobs}>
                {renders.map((render) => (
                  <Job key={render.id} render={render} publication={publication} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </section>
    </>
  )
}

function Job({ render, publication }: { readonly render: RenderAnswer; readonly publication: string }) {
  const { ask, cancel } = useRenderActs(render.issue)
  const mayAct = can(useActor(), 'render drafts', publication)
  return (
    <li>
      <Link to={`/p/${publication}/issues/${render.issue}/edition`}>{render.issueName}</Link>
      <ul>
        <RenderRow
          render={render}
          mayAct={mayAct}
          cancelling={cancel.isPending}
          onCancel={() => cancel.mutate(render.id)}
          onRetry={render.purpose === 'unreviewed' ? undefined : () => ask.mutate(render.purpose === 'release' ? 'release' : 'draft')}
        />
      </ul>
    </li>
  )
}
