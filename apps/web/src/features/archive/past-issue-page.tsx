import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import { can, type ImportedAnswer, type PastIssueAnswer } from '#lib/editorial'
import { actOnPastIssue, readPastIssue } from '../../lib/api/past-issues.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { Loaded } from '../../ui/loaded.js'
import { Note } from '../../ui/note.js'
import { PageHead } from '../../ui/page-head.js'
import { useSay } from '../../ui/say.js'
import styles from './import.module.css'
import { ImportedColumns } from './imported-columns.js'
import { ImportedFacts } from './imported-facts.js'
import { PastIssueState, underWay } from './past-issue-state.js'
import { RepairPanel } from './repair-panel.js'

/** House: a bulletin is read in a second or two. */
const LOOK_AGAIN_MS = 1000

/** One past issue: what was read from it beside what is in doubt, the repair of its characters, and the word that it was looked at. */
export function PastIssuePage() {
  const { past, archive } = useTexts()
  const { publication = '', issue = '' } = useParams()
  const mayImport = can(useActor(), 'collect sources', publication)
  const found = useQuery({
    queryKey: keys.pastIssue(publication, issue),
    queryFn: () => readPastIssue(issue),
    refetchInterval: ({ state }) => (state.data !== undefined && underWay(state.data.pastIssue) ? LOOK_AGAIN_MS : false),
  })
  const about = found.data?.pastIssue
  const home = about?.batch == null ? `/p/${publication}/archive` : `/p/${publication}/archive/batches/${about.batch}`
  return (
    <>
      <PageHead
        title={about === undefined ? archive.title : (about.name ?? about.file)}
        above={<Link to={home}>{about?.batch == null ? archive.title : past.batches}</Link>}
        aside={about !== undefined && <PastIssueState issue={about} />}
        actions={mayImport && about?.state === 'done' && <Confirm issue={about} />}
      />
      <Loaded of={found}>
        {({ pastIssue, imported }) => (
          <div className="stack">
            {underWay(pastIssue) && <Note title={past.wait} />}
            {pastIssue.error !== null && <Note tone="bad" title={pastIssue.error.message} />}
            <RepairPanel issue={pastIssue} mayRepair={mayImport && pastIssue.state === 'done'} />
            {imported !== null && (
              <div className={styles.result}>
                <ImportedColumns publication={publication} imported={imported} />
                <ImportedFacts publication={publication} imported={withoutPlace(imported)} />
              </div>
            )}
          </div>
        )}
      </Loaded>
    </>
  )
}

/** The way to the repair of its characters leads to this page. */
const withoutPlace = ({ pastIssue: _, ...imported }: ImportedAnswer): ImportedAnswer => imported

function Confirm({ issue }: { readonly issue: PastIssueAnswer }) {
  const { past } = useTexts()
  const say = useSay()
  const client = useQueryClient()
  const confirm = useMutation({
    mutationFn: () => actOnPastIssue(issue.id, 'confirm'),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.pastBatches(issue.publication) }),
    onError: say.problem,
  })
  if (issue.confirmedBy !== null) return <span className="quiet">{past.confirmedBy(issue.confirmedBy.name)}</span>
  return (
    <Button loading={confirm.isPending} onClick={() => confirm.mutate()}>
      {past.confirm}
    </Button>
  )
}
