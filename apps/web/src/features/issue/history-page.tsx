import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { readEditions, readRenders } from '../../lib/api/editions.js'
import { readReview } from '../../lib/api/reviews.js'
import { momentText } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useIssue } from '../../lib/use-issue.js'
import { Loaded } from '../../ui/loaded.js'
import { historyOf } from './issue-history.js'

/** 经过: what happened to the issue, who did it, and why. */
export function HistoryPage() {
  const { texts, language } = useSpoken()
  const { issue: id = '' } = useParams()
  const issue = useIssue(id)
  const review = useQuery({ queryKey: keys.review(id), queryFn: () => readReview(id) })
  const renders = useQuery({ queryKey: keys.renders(id), queryFn: () => readRenders(id) })
  const editions = useQuery({ queryKey: keys.editions(id), queryFn: () => readEditions(id) })
  return (
    <section className="card" aria-label={texts.issue.history}>
      <Loaded of={issue}>
        {(answer) => (
          <Loaded of={review}>
            {(rounds) => (
              <table className="lines">
                <tbody>
                  {historyOf(
                    { issue: answer, review: rounds, renders: renders.data?.items ?? [], editions: editions.data?.items ?? [] },
                    texts,
                  ).map((event, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: two things may happen in one moment
                    <tr key={at}>
                      <td className="quiet unbroken">{momentText(event.at, language)}</td>
                      <th scope="row">{event.what}</th>
                      <td className="unbroken">{event.who ?? texts.system}</td>
                      <td>
                        {event.detail.map((line) => (
                          <p key={line}>{line}</p>
                        ))}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </Loaded>
        )}
      </Loaded>
    </section>
  )
}
