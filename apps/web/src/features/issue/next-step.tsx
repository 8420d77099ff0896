import { Link } from 'react-router'
import type { IssueAnswer } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { Note } from '../../ui/note.js'

/** What comes next for this person, and what still stands in the way of it. */
export function NextStep({ issue }: { readonly issue: IssueAnswer }) {
  const texts = useTexts()
  const submit = issue.moves.find((one) => one.move === 'submit')
  const review = issue.moves.some((one) => one.move === 'approve')
  const render = issue.moves.some((one) => one.move === 'render')
  return (
    <>
      {issue.warnings.map((warning) => (
        <Note key={warning.code} tone="warn" title={warning.message} />
      ))}
      {submit !== undefined &&
        (submit.hindrances.length === 0 ? (
          <Note tone="good" title={texts.issue.ready} />
        ) : (
          <Note tone="warn" title={texts.issue.hindered}>
            <ul>
              {submit.hindrances.map((one) => (
                <li key={one.code}>{one.message}</li>
              ))}
            </ul>
          </Note>
        ))}
      {review && <Note title={<Link to="review">{texts.issue.goReview}</Link>} />}
      {render && <Note title={<Link to="edition">{texts.issue.goEdition}</Link>} />}
    </>
  )
}
