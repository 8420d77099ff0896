import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { can } from '#lib/editorial'
import { readIssues } from '../../lib/api/issues.js'
import { dateText, numberText } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { Loaded } from '../../ui/loaded.js'
import { PageHead } from '../../ui/page-head.js'
import { IssueTag } from '../../ui/state-tag.js'
import { NewIssueDialog } from './new-issue-dialog.js'

/** 组刊: the issues of a publication, newest first. */
export function IssuesPage() {
  const { texts, language } = useSpoken()
  const { publication = '' } = useParams()
  const [adding, setAdding] = useState(false)
  const mayAdd = can(useActor(), 'assemble issues', publication)
  const issues = useQuery({ queryKey: keys.issues(publication), queryFn: () => readIssues(publication) })
  return (
    <>
      <PageHead
        title={texts.issue.title}
        actions={
          mayAdd && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {texts.issue.add}
            </Button>
          )
        }
      />
      <section className="card" aria-label={texts.issue.title}>
        <Loaded of={issues}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="card-body quiet">{texts.issue.empty}</p>
            ) : (
              <table className="lines">
                <thead>
                  <tr>
                    <th>{texts.issue.name}</th>
                    <th>{texts.state}</th>
                    <th>{texts.issue.date}</th>
                    <th className="numeric">{texts.issue.articlesHead}</th>
                    <th className="numeric">{texts.issue.charactersHead}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((issue) => (
                    <tr key={issue.id}>
                      <td>
                        <Link to={`/p/${publication}/issues/${issue.id}`}>{issue.name}</Link>
                      </td>
                      <td>
                        <IssueTag issue={issue} />
                      </td>
                      <td>{issue.date === null ? '' : dateText(issue.date, language)}</td>
                      <td className="numeric">{issue.articles}</td>
                      <td className="numeric">{numberText(issue.characters)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )
          }
        </Loaded>
      </section>
      <NewIssueDialog publication={publication} open={adding} onClose={() => setAdding(false)} />
    </>
  )
}
