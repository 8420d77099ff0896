import { App, Button } from 'antd'
import type { FeedAnswer } from '#lib/editorial'
import { shortMoment } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { Tag, type Tone } from '../../ui/state-tag.js'
import type { FeedWork } from './use-feed-work.js'

interface FeedRowProps {
  readonly feed: FeedAnswer
  /** Undefined for who may only look. */
  readonly work: FeedWork | undefined
  readonly onOpen: () => void
}

const tones: Readonly<Record<FeedAnswer['health'], Tone>> = {
  new: 'plain',
  good: 'good',
  silent: 'warn',
  changed: 'warn',
  failing: 'bad',
  barred: 'bad',
}

/** One feed: whether it answers, what to do when it does not. */
export function FeedRow({ feed, work, onOpen }: FeedRowProps) {
  const { texts, language } = useSpoken()
  const { modal } = App.useApp()
  const ask = (): void =>
    void modal.confirm({
      title: texts.feed.removeAsk(feed.name),
      okText: texts.feed.remove,
      okButtonProps: { danger: true },
      onOk: () => work?.remove.mutate(feed),
    })
  const button = (label: string, act: () => void) => (
    <Button size="small" type="text" aria-label={`${label} ${feed.name}`} onClick={act}>
      {label}
    </Button>
  )
  return (
    <tr>
      <td>
        <p>{feed.name}</p>
        <p className="small quiet">{feed.address}</p>
        {feed.trouble !== null && <p className="small">{feed.trouble}</p>}
      </td>
      <td className="unbroken">
        {feed.paused ? <Tag>{texts.feed.paused}</Tag> : <Tag tone={tones[feed.health]}>{texts.feed.healths[feed.health]}</Tag>}
      </td>
      <td className="numeric">{feed.waiting}</td>
      <td className="unbroken small quiet">{feed.askedAt === null ? '' : shortMoment(feed.askedAt, language)}</td>
      <td className="unbroken">
        {work !== undefined && (
          <>
            {button(texts.feed.visit, () => work.visit.mutate(feed))}
            {button(feed.paused ? texts.feed.goOn : texts.feed.pause, () => work.pause.mutate(feed))}
            {button(texts.edit, onOpen)}
            {button(texts.feed.remove, ask)}
          </>
        )}
      </td>
    </tr>
  )
}
