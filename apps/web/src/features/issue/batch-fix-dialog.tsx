import { Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../lib/language.js'
import { FixList } from '../../ui/fixes/fix-list.js'
import styles from './board.module.css'
import { type Arrange, type Lane, takeSaved } from './lanes.js'
import { type BatchFixes, type Fixable, type Fixed, fixId, useBatchFixes } from './use-batch-fixes.js'

interface BatchFixDialogProps {
  readonly lanes: readonly Lane[]
  readonly arrange: (change: Arrange) => void
  readonly onClose: () => void
}

/** 成批改正: every certain fix of the issue, seen first, put in article by article, taken back if wanted. */
export function BatchFixDialog({ lanes, arrange, onClose }: BatchFixDialogProps) {
  const { fixes, cancel, close } = useTexts()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [take, setTake] = useState(true)
  const batch = useBatchFixes(
    lanes.flatMap((lane) => lane.articles),
    (saved) => take && arrange(takeSaved(saved)),
  )
  const chosen = batch.fixables
    .map((one) => ({ ...one, lines: one.lines.filter((line) => !left.has(fixId(one.placed.article, line))) }))
    .filter((one) => one.lines.length > 0)
  const count = chosen.reduce((sum, one) => sum + one.lines.length, 0)
  const shut = batch.done.length > 0
  const apply = (
    <Button type="primary" disabled={count === 0} loading={batch.apply.isPending} onClick={() => batch.apply.mutate(chosen)}>
      {fixes.apply(count)}
    </Button>
  )
  return (
    <Modal
      open
      width={800}
      mask={{ closable: !shut }}
      title={fixes.issueTitle}
      footer={
        <>
          <Button onClick={onClose}>{shut ? close : cancel}</Button>
          {!shut && apply}
        </>
      }
      onCancel={onClose}
    >
      <div className="stack">
        {shut ? (
          <Results batch={batch} />
        ) : (
          <>
            <p className="quiet">{fixes.issueLead}</p>
            <Offer batch={batch} left={left} setLeft={setLeft} />
            <Checkbox checked={take} onChange={(event) => setTake(event.target.checked)}>
              {fixes.take}
            </Checkbox>
          </>
        )}
      </div>
    </Modal>
  )
}

interface OfferProps {
  readonly batch: BatchFixes
  readonly left: ReadonlySet<string>
  readonly setLeft: (left: ReadonlySet<string>) => void
}

function Offer({ batch, left, setLeft }: OfferProps) {
  const texts = useTexts()
  if (batch.pending) return <p role="status">{texts.loading}</p>
  if (batch.fixables.length === 0) return <p>{texts.fixes.nothing}</p>
  return (
    <div className={styles.offer}>
      {batch.fixables.map((one) => (
        <Group key={one.placed.article} fixable={one} left={left} setLeft={setLeft} />
      ))}
    </div>
  )
}

interface GroupProps {
  readonly fixable: Fixable
  readonly left: ReadonlySet<string>
  readonly setLeft: (left: ReadonlySet<string>) => void
}

/** The fixes of one article, taken or left out one by one or as a whole. */
function Group({ fixable: { placed, lines }, left, setLeft }: GroupProps) {
  const shown = lines.map((line) => ({ ...line, id: fixId(placed.article, line) }))
  const taken = shown.filter((one) => !left.has(one.id)).length
  const all = (wanted: boolean): void => {
    const others = [...left].filter((id) => !shown.some((one) => one.id === id))
    setLeft(new Set(wanted ? others : [...others, ...shown.map((one) => one.id)]))
  }
  return (
    <section>
      <Checkbox
        checked={taken === shown.length}
        indeterminate={taken > 0 && taken < shown.length}
        onChange={(event) => all(event.target.checked)}
      >
        <strong>{placed.title}</strong>
      </Checkbox>
      <div className={styles.offered}>
        <FixList fixes={shown} left={left} setLeft={setLeft} />
      </div>
    </section>
  )
}

function Results({ batch: { done, undo } }: { readonly batch: BatchFixes }) {
  const { fixes } = useTexts()
  const standing = done.filter((one) => !one.undone)
  const words = ({ answer, undone }: Fixed): string => (undone ? fixes.undone(answer.version) : fixes.done(answer.applied, answer.version))
  return (
    <>
      <ul className="stack" aria-live="polite">
        {done.map((one) => (
          <li key={one.placed.article} className="row">
            <span className="grow">
              {one.placed.title}
              <span className="quiet">　{words(one)}</span>
            </span>
            {!one.undone && (
              <Button size="small" aria-label={fixes.undoOf(one.placed.title)} disabled={undo.isPending} onClick={() => undo.mutate([one])}>
                {fixes.undo}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {standing.length > 1 && (
        <div>
          <Button size="small" loading={undo.isPending} onClick={() => undo.mutate(standing)}>
            {fixes.undoAll}
          </Button>
        </div>
      )}
    </>
  )
}
