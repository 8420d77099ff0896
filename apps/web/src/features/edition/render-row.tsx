import { Button } from 'antd'
import { type RenderAnswer, renderSteps } from '#lib/editorial'
import { shortMoment } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { RenderTag } from '../../ui/state-tag.js'
import styles from './edition.module.css'

interface RenderRowProps {
  readonly render: RenderAnswer
  readonly mayAct: boolean
  readonly cancelling: boolean
  readonly onCancel: () => void
  readonly onRetry: (() => void) | undefined
}

/** One render: where it is, how many pages it has, why it failed, and what can be done about it. */
export function RenderRow({ render, mayAct, cancelling, onCancel, onRetry }: RenderRowProps) {
  const { texts, language } = useSpoken()
  const inHand = render.state === 'queued' || render.state === 'running'
  const over = render.state === 'failed' || render.state === 'cancelled'
  return (
    <li className={styles.render}>
      <div className="row">
        <RenderTag state={render.state} />
        <strong>{texts.edition.purposes[render.purpose]}</strong>
        {render.pages !== null && <span>{inHand ? texts.edition.pagesSoFar(render.pages) : texts.pages(render.pages)}</span>}
        {render.attempt > 1 && <span className="quiet small">{texts.edition.attempt(render.attempt)}</span>}
      </div>
      {inHand && <StepLine render={render} />}
      {render.error !== null && (render.state === 'failed' || render.state === 'queued') && (
        <p className={styles.error}>{render.error.message}</p>
      )}
      <div className="row">
        <span className="quiet small">
          {texts.edition.requested(render.requestedBy?.name ?? texts.system, shortMoment(render.requestedAt, language))}
        </span>
        {mayAct && inHand && (
          <Button size="small" loading={cancelling} onClick={onCancel}>
            {texts.edition.cancel}
          </Button>
        )}
        {mayAct && over && onRetry !== undefined && (
          <Button size="small" onClick={onRetry}>
            {texts.retry}
          </Button>
        )}
      </div>
    </li>
  )
}

/** The five steps as a bar of five; the word of the present one beside it. */
function StepLine({ render }: { readonly render: RenderAnswer }) {
  const { texts } = useSpoken()
  const at = render.step === null ? -1 : renderSteps.indexOf(render.step)
  const word = render.step === null ? texts.edition.queued : texts.edition.steps[render.step]
  return (
    <div
      className={styles.progress}
      role="progressbar"
      aria-label={texts.edition.progress}
      aria-valuemin={0}
      aria-valuemax={renderSteps.length}
      aria-valuenow={at + 1}
      aria-valuetext={word}
    >
      <span className={styles.bars} aria-hidden>
        {renderSteps.map((step, index) => (
          <span key={step} className={index < at ? styles.past : index === at ? styles.now : styles.ahead} />
        ))}
      </span>
      <span className="small">{word}</span>
    </div>
  )
}
