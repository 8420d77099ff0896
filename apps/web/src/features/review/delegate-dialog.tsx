import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { IssueAnswer } from '#lib/editorial'
import { readMembers } from '../../lib/api/publications.js'
import { delegateReview } from '../../lib/api/reviews.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { Field } from '../../ui/field.js'
import { useSay } from '../../ui/say.js'

interface DelegateDialogProps {
  readonly issue: IssueAnswer
  readonly open: boolean
  readonly onClose: () => void
}

/** 转办: to whom, and why. Whether that person may take the stage is the server's word. */
export function DelegateDialog({ issue, open, onClose }: DelegateDialogProps) {
  const texts = useTexts()
  const say = useSay()
  const client = useQueryClient()
  const me = useActor().id
  const [to, setTo] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const members = useQuery({
    queryKey: keys.members(issue.publication),
    queryFn: () => readMembers(issue.publication),
    enabled: open,
  })
  const others = members.data?.items.filter((one) => one.roles.includes('reviewer') && one.person.id !== me) ?? []
  const hand = useMutation({
    mutationFn: () => delegateReview(issue.id, { to: to ?? '', reason: reason.trim() }),
    onSuccess: () => {
      say.done(texts.review.handedOn)
      onClose()
    },
    onError: say.problem,
    onSettled: () => client.invalidateQueries({ queryKey: keys.issue(issue.id) }),
  })
  return (
    <Modal
      open={open}
      title={texts.review.delegate}
      okText={texts.review.delegate}
      cancelText={texts.cancel}
      okButtonProps={{ disabled: to === null || reason.trim() === '', loading: hand.isPending }}
      destroyOnHidden
      afterClose={() => {
        setTo(null)
        setReason('')
      }}
      onOk={() => hand.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <Field label={texts.review.delegateTo}>
          {(wiring) => (
            <Select
              {...wiring}
              value={to}
              placeholder={texts.settings.choosePerson}
              options={others.map(({ person }) => ({ value: person.id, label: person.name }))}
              onChange={setTo}
            />
          )}
        </Field>
        <Field label={texts.reason}>
          {(wiring) => (
            <Input.TextArea {...wiring} rows={3} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
      </div>
    </Modal>
  )
}
