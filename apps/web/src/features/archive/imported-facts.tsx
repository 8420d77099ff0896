import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { can, formatIssueNumber, type ImportedAnswer } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { usePublication } from '../../lib/publications.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { Note } from '../../ui/note.js'
import { useSay } from '../../ui/say.js'
import styles from './import.module.css'
import { issueFromImport } from './issue-from-import.js'

interface ImportedProps {
  readonly publication: string
  readonly imported: ImportedAnswer
}

/** What the bulletin says of itself, where its lines went, and what is in doubt. */
export function ImportedFacts({ publication, imported }: ImportedProps) {
  const { archive, past } = useTexts()
  return (
    <aside className={styles.side}>
      <IssueOfIt publication={publication} imported={imported} />
      {imported.damage.detected && (
        <Note tone="bad" title={archive.damage}>
          <p>{archive.damageLead(imported.damage.suspectCharacters)}</p>
          <ul>
            {imported.damage.substitutions.slice(0, 12).map((one) => (
              <li key={one.printed}>{archive.substitution(one.printed, one.standsFor, one.count)}</li>
            ))}
          </ul>
          {imported.pastIssue !== undefined && <Link to={`/p/${publication}/archive/past/${imported.pastIssue}`}>{past.toRepair}</Link>}
        </Note>
      )}
      <LineAccount lines={imported.lines} />
      <Doubts imported={imported} />
    </aside>
  )
}

function IssueOfIt({ publication, imported }: ImportedProps) {
  const { archive } = useTexts()
  const say = useSay()
  const client = useQueryClient()
  const navigate = useNavigate()
  const numbering = usePublication(publication)?.numbering
  const mayMake = can(useActor(), 'assemble issues', publication)
  const make = useMutation({
    mutationFn: () => issueFromImport(publication, imported),
    onSuccess: async (issue) => {
      await client.invalidateQueries({ queryKey: keys.issues(publication) })
      await navigate(`/p/${publication}/issues/${issue.id}`)
    },
    onError: say.problem,
  })
  const { facts } = imported
  const number = numbering === undefined || facts.year === null ? null : formatIssueNumber(numbering, facts)
  return (
    <section className={styles.panel} aria-label={archive.facts}>
      <h2>{archive.facts}</h2>
      <p>{[facts.publication, number].filter((part) => part !== null).join('　')}</p>
      {facts.publisher !== null && <p className="quiet">{facts.publisher}</p>}
      {mayMake && (
        <>
          <p className="small quiet">{archive.makeIssueLead}</p>
          <Button type="primary" loading={make.isPending} onClick={() => make.mutate()}>
            {archive.makeIssue}
          </Button>
        </>
      )}
    </section>
  )
}

function LineAccount({ lines }: { readonly lines: ImportedAnswer['lines'] }) {
  const { archive, listed } = useTexts()
  const parts = {
    frontMatter: lines.frontMatter,
    contents: lines.contents,
    labels: lines.labels,
    articles: lines.articles,
    residue: lines.residue.length,
  }
  const missing = lines.nonBlank - Object.values(parts).reduce((sum, part) => sum + part, 0)
  return (
    <section className={styles.panel} aria-label={archive.account}>
      <h2>{archive.account}</h2>
      <dl className={styles.account}>
        {([['nonBlank', lines.nonBlank], ...Object.entries(parts)] as [keyof typeof archive.accountOf, number][]).map(([name, count]) => (
          <div key={name}>
            <dt>{archive.accountOf[name]}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <p className={missing === 0 ? 'small quiet' : styles.doubt}>{missing === 0 ? archive.closes : archive.open(missing)}</p>
      {lines.residue.length > 0 && <p className="small">{archive.residueLines(listed(lines.residue))}</p>}
    </section>
  )
}

function Doubts({ imported }: { readonly imported: ImportedAnswer }) {
  const { archive } = useTexts()
  return (
    <section className={styles.panel} aria-label={archive.doubts}>
      <h2>{archive.doubts}</h2>
      {imported.doubts.length === 0 && <p className="quiet">{archive.noDoubts}</p>}
      <ol>
        {imported.doubts.map((doubt, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the doubts of one import never change
          <li key={at} className={styles.entry}>
            {doubt.line !== null && <span className="quiet">{archive.line(doubt.line)}　</span>}
            {doubt.message}
          </li>
        ))}
      </ol>
    </section>
  )
}
