import { Link } from 'react-router'
import type { PublicationAnswer } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { IssueTag } from '../../ui/state-tag.js'
import styles from './desk.module.css'
import type { Task } from './tasks.js'

interface TaskListProps {
  readonly tasks: readonly Task[]
  readonly known: boolean
  readonly publications: readonly PublicationAnswer[]
}

/** 等我处理: ready things first. */
export function TaskList({ tasks, known, publications }: TaskListProps) {
  const texts = useTexts()
  const sorted = [...tasks].sort((a, b) => Number(b.ready) - Number(a.ready))
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
            {publications.length > 1 && <span className="quiet small">{nameOf(task.issue.publication)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
