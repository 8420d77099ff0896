import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { IssueLine, PublicationAnswer } from '#lib/editorial'
import { readRenders } from '../../lib/api/editions.js'
import { readIssue, readIssues } from '../../lib/api/issues.js'
import { readReviewTasks } from '../../lib/api/reviews.js'
import { useTexts } from '../../lib/language.js'
import { usePublications } from '../../lib/publications.js'
import { keys } from '../../lib/query-keys.js'
import { usePerson } from '../../lib/session.js'
import { Loaded } from '../../ui/loaded.js'
import { Note } from '../../ui/note.js'
import { PageHead } from '../../ui/page-head.js'
import { PublicationCard } from './publication-card.js'
import { TaskList } from './task-list.js'
import { failedTask, taskOf } from './tasks.js'
import { TroubleList } from './trouble-list.js'

/** 工作台: what waits for me, then each publication and how its issues stand. */
export function DeskPage() {
  const texts = useTexts()
  const publications = usePublications()
  return (
    <>
      <PageHead title={texts.desk.title} />
      <Loaded of={publications}>{(all) => (all.length === 0 ? <NoPublication /> : <Desk publications={all} />)}</Loaded>
    </>
  )
}

const underWay = (issue: IssueLine): boolean => issue.state !== 'released' && issue.state !== 'recalled'

function Desk({ publications }: { readonly publications: readonly PublicationAnswer[] }) {
  const texts = useTexts()
  const lists = useQueries({
    queries: publications.map(({ id }) => ({ queryKey: keys.issues(id), queryFn: () => readIssues(id) })),
  })
  const open = lists.flatMap((list) => list.data?.items ?? []).filter(underWay)
  const issues = useQueries({ queries: open.map(({ id }) => ({ queryKey: keys.issueAnswer(id), queryFn: () => readIssue(id) })) })
  const renders = useQueries({ queries: open.map(({ id }) => ({ queryKey: keys.renders(id), queryFn: () => readRenders(id) })) })
  const reviews = useQuery({ queryKey: keys.reviewTasks, queryFn: readReviewTasks })
  const dueOf = (issue: string): string | null => reviews.data?.items.find((one) => one.issue === issue)?.due ?? null
  const failed = renders.flatMap(
    (list) =>
      failedTask(
        list.data?.items,
        issues.map((issue) => issue.data),
        texts,
      ) ?? [],
  )
  const known = lists.every((list) => !list.isPending) && issues.every((issue) => !issue.isPending)
  const tasks = [
    ...failed,
    ...issues.flatMap((issue) => (issue.data === undefined ? [] : (taskOf(issue.data, dueOf(issue.data.id), texts) ?? []))),
  ]
  return (
    <div className="stack">
      <TaskList tasks={tasks} known={known} publications={publications} />
      <TroubleList publications={publications} />
      {publications.map((publication, at) => (
        <PublicationCard key={publication.id} publication={publication} issues={lists[at]?.data?.items} />
      ))}
    </div>
  )
}

function NoPublication() {
  const texts = useTexts()
  const { houseAdministrator } = usePerson()
  if (!houseAdministrator) return <Note title={texts.desk.noPublication} />
  return <Note title={texts.desk.noPublicationAdministrator} actions={<Link to="/people">{texts.desk.toPeople}</Link>} />
}
