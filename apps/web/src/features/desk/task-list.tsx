import { Link } from 'react-router'
import type { PublicationAnswer } from '#lib/editorial'
import { dateText, dayOf } from '../../lib/format.js'
import { useSpoken, useTexts } from '../../lib/language.js'
import { IssueTag, Tag } from '../../ui/state-tag.js'
import styles from './desk.module.css'
import type { Task } from './tasks.js'

interface TaskListProps {
  readonly tasks: readonly Task[]
  readonly known: boolean
  readonly publications: readonly PublicationAnswer[]
}

/** House: after any day that is set. */
const NO_DAY = '9999'

const byUrgency = (a: Task, b: Task): number =>
  Number(b.ready) - Number(a.ready) || ((a.due ?? NO_DAY) < (b.due ?? NO_DAY) ? -1 : Number((a.due ?? NO_DAY) > (b.due ?? NO_DAY)))

/** 等我处理: ready things first, the most urgent of them before the others. */
export function TaskList({ tasks, known, publications }: TaskListProps) {
  const texts = useTexts()
  const sorted = [...tasks].sort(byUrgency)
  const nameOf = (id: string): string => publications.find((one) => one.id === id)?.name ?? ''
  return (
    <section className="card" aria-labelledby="waiting">
      <header className={styles.head}>
        <h2 id="waiting">{texts.desk.waiting}</h2>
      </header>
      {!known && (
        <p className="card-body quiet" role="status">
          {texts.loading}
        </p>
      )}
      {known && sorted.length === 0 && <p className="card-body quiet">{texts.desk.nothing}</p>}
      <ul>
        {sorted.map((task) => (
          <li key={`${task.issue.id} ${task.what}`} className={styles.task}>
            <IssueTag issue={task.issue} />
            <Link to={task.to}>{task.issue.name}</Link>
            <span className={task.ready ? 'grow' : 'grow quiet'}>{task.what}</span>
            {task.due !== null && <DueTag day={task.due} />}
            {publications.length > 1 && <span className="quiet small">{nameOf(task.issue.publication)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** By when it should be decided; what is late says so. */
function DueTag({ day }: { readonly day: string }) {
  const { texts, language } = useSpoken()
  const today = dayOf(new Date().toISOString())
  const words = dateText(day, language)
  if (day < today) return <Tag tone="bad">{texts.desk.overdue(words)}</Tag>
  return <Tag tone={day === today ? 'warn' : 'plain'}>{texts.desk.dueBy(words)}</Tag>
}
