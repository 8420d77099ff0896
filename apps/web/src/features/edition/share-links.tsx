import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import type { ShareAnswer } from '#lib/editorial'
import { makeShare, readShares, revokeShare } from '../../lib/api/readers.js'
import { momentText } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { CopyText } from '../../ui/copy-text.js'
import { Note } from '../../ui/note.js'
import { useSay } from '../../ui/say.js'
import { Tag } from '../../ui/state-tag.js'
import styles from './edition.module.css'

/** House: a month is as long as a bulletin is news. */
const USUAL_DAYS = 30

/** Links for readers without an account: made for some days, told once, taken back at any time. */
export function ShareLinks({ edition }: { readonly edition: string }) {
  const { texts } = useSpoken()
  const say = useSay()
  const client = useQueryClient()
  const [days, setDays] = useState(USUAL_DAYS)
  const [note, setNote] = useState('')
  const shares = useQuery({ queryKey: keys.shares(edition), queryFn: () => readShares(edition) })
  const after = { onError: say.problem, onSettled: () => client.invalidateQueries({ queryKey: keys.shares(edition) }) }
  const make = useMutation({ mutationFn: () => makeShare(edition, days, note.trim()), onSuccess: () => setNote(''), ...after })
  const revoke = useMutation({ mutationFn: revokeShare, ...after })
  const list = shares.data?.items ?? []
  return (
    <details className={styles.shares}>
      <summary>{texts.share.links(list.filter((one) => one.open).length)}</summary>
      <div className="row">
        <Input
          aria-label={texts.share.note}
          placeholder={texts.share.note}
          style={{ width: '14rem' }}
          maxLength={100}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <InputNumber
          aria-label={texts.share.days}
          suffix={texts.share.dayUnit}
          style={{ width: '7rem' }}
          min={1}
          max={365}
          precision={0}
          value={days}
          onChange={(value) => setDays(value ?? USUAL_DAYS)}
        />
        <Button loading={make.isPending} onClick={() => make.mutate()}>
          {texts.share.make}
        </Button>
      </div>
      {make.data !== undefined && (
        <Note tone="good" title={texts.share.once}>
          <CopyText text={`${location.origin}/shared/${make.data.token}`} label={texts.share.title} />
        </Note>
      )}
      <ul>
        {list.map((share) => (
          <ShareLine key={share.id} share={share} onRevoke={() => revoke.mutate(share.id)} />
        ))}
      </ul>
    </details>
  )
}

function ShareLine({ share, onRevoke }: { readonly share: ShareAnswer; readonly onRevoke: () => void }) {
  const { texts, language } = useSpoken()
  const at = (moment: string): string => momentText(moment, language)
  return (
    <li className="row">
      <Tag tone={share.open ? 'good' : 'plain'}>{share.open ? texts.share.open : texts.share.shut}</Tag>
      <span>{share.note ?? texts.share.title}</span>
      <span className="small quiet grow">
        {[texts.by(share.madeBy?.name ?? texts.system, at(share.madeAt)), texts.share.until(at(share.expiresAt))].join(' · ')}
      </span>
      {share.open && (
        <Button size="small" danger aria-label={`${texts.share.revoke} ${share.note ?? ''}`} onClick={onRevoke}>
          {texts.share.revoke}
        </Button>
      )}
    </li>
  )
}
