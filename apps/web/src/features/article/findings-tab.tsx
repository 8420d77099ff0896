import { type UseQueryResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Radio } from 'antd'
import { type RefObject, useState } from 'react'
import { can, type FindingAnswer, type FindingList as Findings, type ignoreScopes } from '#lib/editorial'
import { reopenFinding, settleFinding } from '../../lib/api/articles.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { ErrorButton } from '../../ui/errors/error-button.js'
import { FindingList } from '../../ui/finding-list.js'
import { showFinding } from '../../ui/finding-marks.js'
import { Loaded } from '../../ui/loaded.js'
import { ReasonDialog } from '../../ui/reason-dialog.js'
import { useSay } from '../../ui/say.js'
import { putFixesIn } from './editor/put-fixes-in.js'
import { FixAllButton } from './fix-all-button.js'
import { OutsideCheck } from './outside-check.js'
import type { ArticleDraft } from './use-article-draft.js'
import { stillThere, usePlacedFindings } from './use-placed-findings.js'

interface FindingsTabProps {
  readonly draft: ArticleDraft
  readonly findings: UseQueryResult<Findings>
  readonly sheet: RefObject<HTMLElement | null>
}

type Scope = (typeof ignoreScopes)[number]

/** 校对: what the rules found, each to be mended with one press, let stand with a reason, or changed by hand. */
export function FindingsTab({ draft, findings, sheet }: FindingsTabProps) {
  const texts = useTexts()
  const say = useSay()
  const client = useQueryClient()
  const [settling, setSettling] = useState<FindingAnswer | null>(null)
  const placed = usePlacedFindings(draft.editor)
  const { id, version, issue, publication } = draft.base
  const [scope, setScope] = useState<Scope>('once')
  const mayLetRest = can(useActor(), 'let rules rest', publication)
  const reread = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: keys.findings(id, version) })
    await client.invalidateQueries({ queryKey: keys.ignores(publication) })
    if (issue !== null) await client.invalidateQueries({ queryKey: keys.issue(issue) })
  }
  const settle = useMutation({
    mutationFn: ({ finding, reason }: { finding: FindingAnswer; reason: string }) =>
      settleFinding(id, { ...meant(finding), reason, scope }),
    onSuccess: () => setSettling(null),
    onError: say.problem,
    onSettled: reread,
  })
  const reopen = useMutation({
    mutationFn: (finding: FindingAnswer) => reopenFinding(id, meant(finding)),
    onError: say.problem,
    onSettled: reread,
  })
  const meant = ({ rule, text, block, field, from, to }: FindingAnswer) => ({ rule, text, place: { version, block, field, from, to } })
  const begin = (finding: FindingAnswer): void => {
    setScope('once')
    setSettling(finding)
  }
  const sure = placed.filter((one) => one.finding.batch && one.finding.suggestion !== null)
  const actions = (finding: FindingAnswer) => {
    const place = placed.find((one) => one.finding === finding)
    return (
      <div className="row">
        {place !== undefined && finding.suggestion !== null && (
          <Button size="small" onClick={() => draft.editor !== null && putFixesIn(draft.editor, [place])}>
            {texts.article.fix}
          </Button>
        )}
        {finding.settled === null ? (
          <Button size="small" onClick={() => begin(finding)}>
            {texts.article.settle}
          </Button>
        ) : (
          <Button size="small" onClick={() => reopen.mutate(finding)}>
            {texts.article.reopen}
          </Button>
        )}
        {issue !== null && <ErrorButton publication={publication} issue={issue} article={id} finding={finding} />}
      </div>
    )
  }
  return (
    <Loaded of={findings}>
      {(answer) => {
        const shown = stillThere(answer.findings, placed)
        return (
          <>
            {draft.touched && <p className="small quiet">{texts.article.findingsOf(version)}</p>}
            {draft.editor !== null && sure.length > 1 && <FixAllButton editor={draft.editor} sure={sure} />}
            <OutsideCheck article={draft.base} outside={answer.outside} />
            <FindingList
              findings={shown}
              idOf={(finding) => placed.find((one) => one.finding === finding)?.id}
              onShow={(which) => showFinding(sheet.current, which)}
              actions={actions}
            />
            <ReasonDialog
              open={settling !== null}
              title={texts.article.settle}
              lead={texts.article.settleLead}
              confirm={texts.article.settle}
              busy={settle.isPending}
              onReason={(reason) => settling !== null && settle.mutate({ finding: settling, reason })}
              onCancel={() => setSettling(null)}
            >
              {mayLetRest && <ScopeChoice severity={settling?.severity} scope={scope} setScope={setScope} />}
            </ReasonDialog>
          </>
        )
      }}
    </Loaded>
  )
}

interface ScopeChoiceProps {
  readonly severity: FindingAnswer['severity'] | undefined
  readonly scope: Scope
  readonly setScope: (scope: Scope) => void
}

/** How far the word goes: this article, these words everywhere, or the rule as a whole where it does not block. */
function ScopeChoice({ severity, scope, setScope }: ScopeChoiceProps) {
  const { ignores } = useTexts()
  const scopes: readonly Scope[] = severity === 'block' ? ['once', 'always'] : ['once', 'always', 'rule']
  return (
    <Radio.Group
      aria-label={ignores.scope}
      vertical
      value={scope}
      options={scopes.map((one) => ({ value: one, label: ignores.scopes[one] }))}
      onChange={(event) => setScope(event.target.value as Scope)}
    />
  )
}
