import { useMutation } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { SiteRule, SiteRuleAnswer } from '#lib/editorial'
import { trySiteRule } from '../../lib/api/site-rules.js'
import { useTexts } from '../../lib/language.js'
import { Field } from '../../ui/field.js'
import { useSay } from '../../ui/say.js'
import { draftOfRule, flawOf, hostOf, isHost, type RuleDraft, ruleOfDraft } from './rule-draft.js'
import { RuleTrial } from './rule-trial.js'
import styles from './site-rules.module.css'
import type { RuleWork } from './use-rule-work.js'

interface RuleDialogProps {
  /** Null: a new one. */
  readonly kept: SiteRuleAnswer | null
  readonly publication: string
  readonly work: RuleWork
  readonly onClose: () => void
}

/** One rule, tried on a page while it is written: what it says on the left, what it takes on the right. */
export function RuleDialog({ kept, publication, work, onClose }: RuleDialogProps) {
  const texts = useTexts()
  const { siteRule } = texts
  const say = useSay()
  const [draft, setDraft] = useState<RuleDraft>(() => draftOfRule(kept?.rule ?? null))
  const [address, setAddress] = useState('')
  const rule = ruleOfDraft(draft)
  const trial = useMutation({
    mutationFn: (wanted: SiteRule) => trySiteRule(publication, { rule: wanted, address: address.trim() }),
    onError: say.problem,
  })
  const takeAddress = (next: string): void => {
    setAddress(next)
    if (draft.host === '' || draft.host === hostOf(address)) setDraft({ ...draft, host: hostOf(next) || draft.host })
  }
  const keep = (): void => {
    if (rule !== undefined) work.keep.mutate({ kept, rule }, { onSuccess: onClose })
  }
  return (
    <Modal
      open
      width={1040}
      title={kept === null ? siteRule.add : kept.rule.host}
      okText={texts.save}
      cancelText={texts.cancel}
      okButtonProps={{ disabled: rule === undefined, loading: work.keep.isPending }}
      onOk={keep}
      onCancel={onClose}
    >
      <div className={styles.dialog}>
        <RuleFields draft={draft} onChange={setDraft} />
        <div className="stack">
          <Field label={siteRule.address} hint={siteRule.addressHint}>
            {(wiring) => (
              <Input {...wiring} type="url" maxLength={2000} value={address} onChange={(event) => takeAddress(event.target.value)} />
            )}
          </Field>
          <div>
            <Button
              disabled={rule === undefined || !/^https?:\/\/\S+$/i.test(address.trim())}
              loading={trial.isPending}
              onClick={() => rule !== undefined && trial.mutate(rule)}
            >
              {siteRule.try}
            </Button>
          </div>
          {trial.data !== undefined && <RuleTrial trial={trial.data} />}
        </div>
      </div>
    </Modal>
  )
}

interface RuleFieldsProps {
  readonly draft: RuleDraft
  readonly onChange: (draft: RuleDraft) => void
}

function RuleFields({ draft, onChange }: RuleFieldsProps) {
  const { siteRule } = useTexts()
  const line = (field: Exclude<keyof RuleDraft, 'remove'>, label: string, hint?: string, error?: string) => (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <Input
          {...wiring}
          maxLength={field === 'sourceLabel' || field === 'dateLabel' ? 20 : 300}
          value={draft[field]}
          onChange={(event) => onChange({ ...draft, [field]: event.target.value })}
        />
      )}
    </Field>
  )
  const flaw = (field: Parameters<typeof flawOf>[1]): string | undefined => {
    const found = flawOf(draft, field)
    return found === null ? undefined : siteRule.badAt(found.text, found.position)
  }
  return (
    <div className="stack">
      {line('host', siteRule.host, siteRule.hostHint, draft.host === '' || isHost(draft.host) ? undefined : siteRule.badHost)}
      {line('body', siteRule.body, siteRule.bodyHint, flaw('body'))}
      <Field label={siteRule.drop} hint={siteRule.dropHint} error={flaw('remove')}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            autoSize={{ minRows: 1, maxRows: 6 }}
            value={draft.remove}
            onChange={(event) => onChange({ ...draft, remove: event.target.value })}
          />
        )}
      </Field>
      {line('title', siteRule.titleAt, undefined, flaw('title'))}
      <div className={styles.pair}>
        {line('source', siteRule.sourceAt, undefined, flaw('source'))}
        {line('sourceLabel', siteRule.sourceLabel, siteRule.sourceLabelHint)}
        {line('date', siteRule.dateAt, undefined, flaw('date'))}
        {line('dateLabel', siteRule.dateLabel, siteRule.dateLabelHint)}
      </div>
    </div>
  )
}
