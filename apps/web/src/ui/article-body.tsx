import { Fragment, memo, type ReactNode } from 'react'
import type { ArticleContent, Block, Cell, Run } from '#lib/editorial'
import { pictureAddress } from '../lib/api/articles.js'
import { useTexts } from '../lib/language.js'
import styles from './article-body.module.css'
import { type Mark, MarkedRuns, MarkedText } from './marked-runs.js'

interface ArticleBodyProps {
  readonly publication: string
  readonly content: ArticleContent
  /** Findings to be shown in the text, by block; offsets as `blockText` counts. */
  readonly marks?: ReadonlyMap<number, readonly Mark[]>
}

/** An article to be read: as it says it, in the order it says it, close to how it will be set. */
export const ArticleBody = memo(function ArticleBody({ publication, content, marks }: ArticleBodyProps) {
  const notes = Object.entries(content.notes)
  return (
    <div className={styles.body} lang="zh-CN">
      {content.blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block of a saved version is its place
        <div key={at} data-block={at} className={styles.block}>
          <BlockView block={block} publication={publication} marks={marks?.get(at) ?? []} />
        </div>
      ))}
      {notes.length > 0 && (
        <ol className={styles.notes}>
          {notes.map(([key, runs]) => (
            <li key={key}>
              <sup>[{key}]</sup> <MarkedRuns runs={runs} marks={[]} from={0} />
            </li>
          ))}
        </ol>
      )}
    </div>
  )
})

interface BlockViewProps {
  readonly block: Block
  readonly publication: string
  readonly marks: readonly Mark[]
}

function BlockView({ block, publication, marks }: BlockViewProps): ReactNode {
  switch (block.kind) {
    case 'heading':
      return <Heading level={block.level}>{<MarkedRuns runs={block.runs} marks={marks} from={0} />}</Heading>
    case 'paragraph':
    case 'addressee':
    case 'quote':
    case 'authorNote':
      return (
        <p className={styles[block.kind]}>
          <MarkedRuns runs={block.runs} marks={marks} from={0} />
        </p>
      )
    case 'letterHeading':
    case 'documentNumber':
    case 'attribution':
      return (
        <p className={styles[block.kind]}>
          <MarkedText text={block.text} marks={marks} from={0} />
        </p>
      )
    case 'signature':
      return <Lines className={styles.signature} lines={[...block.organs, ...(block.date === null ? [] : [block.date])]} marks={marks} />
    case 'annexStart':
      return <Lines className={styles.annexStart} lines={[block.label, ...(block.title === null ? [] : [block.title])]} marks={marks} />
    case 'linkLine':
      return <p className={styles.linkLine}>{block.url}</p>
    case 'separator':
      return <hr className={styles.separator} />
    case 'turn':
      return <TurnView block={block} marks={marks} />
    case 'list':
      return <ListView block={block} marks={marks} />
    case 'table':
      return <TableView block={block} marks={marks} />
    case 'figure':
      return (
        <figure className={styles.figure}>
          <img
            src={pictureAddress(publication, block.image.sha256)}
            alt={block.alt}
            width={block.image.width}
            height={block.image.height}
          />
          {block.caption !== null && (
            <figcaption>
              <MarkedText text={block.caption} marks={marks} from={0} />
            </figcaption>
          )}
        </figure>
      )
  }
}

function Heading({ level, children }: { readonly level: 1 | 2 | 3 | 4; readonly children: ReactNode }) {
  const Tag = (['h2', 'h3', 'h4', 'h5'] as const)[level - 1] ?? 'h5'
  return <Tag className={styles[`heading${level}`]}>{children}</Tag>
}

/** Parts of a block stand one line feed apart in its text. */
function Lines({ className, lines, marks }: { className: string | undefined; lines: readonly string[]; marks: readonly Mark[] }) {
  const starts = startsOf(lines)
  return (
    <p className={className}>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <Fragment key={at}>
          {at > 0 && <br />}
          <MarkedText text={line} marks={marks} from={starts[at] ?? 0} />
        </Fragment>
      ))}
    </p>
  )
}

const startsOf = (parts: readonly string[]): number[] => {
  let at = 0
  return parts.map((part) => {
    const start = at
    at += part.length + 1
    return start
  })
}

const textOf = (runs: readonly Run[]): string => runs.map((run) => run.text).join('')

function TurnView({ block, marks }: { readonly block: Extract<Block, { kind: 'turn' }>; readonly marks: readonly Mark[] }) {
  const starts = startsOf([block.speaker, ...block.paragraphs.map(textOf)])
  return (
    <>
      {block.paragraphs.map((runs, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
        <p key={at} className={styles.paragraph}>
          {at === 0 && block.speaker !== '' && (
            <strong className={styles.speaker}>
              <MarkedText text={block.speaker} marks={marks} from={0} />：
            </strong>
          )}
          <MarkedRuns runs={runs} marks={marks} from={starts[at + 1] ?? 0} />
        </p>
      ))}
    </>
  )
}

function ListView({ block, marks }: { readonly block: Extract<Block, { kind: 'list' }>; readonly marks: readonly Mark[] }) {
  const starts = startsOf(block.items.map((item) => item.label + textOf(item.runs)))
  return (
    <ul>
      {block.items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place
        <li key={at} className={styles.item} style={{ paddingInlineStart: `${2 + item.level}em` }}>
          {item.label}
          <MarkedRuns runs={item.runs} marks={marks} from={(starts[at] ?? 0) + item.label.length} />
        </li>
      ))}
    </ul>
  )
}

function TableView({ block, marks }: { readonly block: Extract<Block, { kind: 'table' }>; readonly marks: readonly Mark[] }) {
  const texts = useTexts()
  const cells = block.rows.flat()
  const starts = startsOf([...(block.caption === null ? [] : [block.caption]), ...cells.map((cell) => textOf(cell.runs))])
  const first = block.caption === null ? 0 : 1
  const placeOf = new Map(cells.map((cell, at) => [cell, starts[at + first] ?? 0]))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled sideways by keyboard too
    <section className={styles.tableFrame} tabIndex={0} aria-label={block.caption ?? texts.article.table}>
      <table className={styles.table}>
        {block.caption !== null && (
          <caption>
            <MarkedText text={block.caption} marks={marks} from={0} />
          </caption>
        )}
        <tbody>
          {block.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            <tr key={at}>{row.map((cell, index) => cellView(cell, index, at < block.headerRows, marks, placeOf.get(cell) ?? 0))}</tr>
          ))}
        </tbody>
      </table>
      {block.note !== null && <p className={styles.tableNote}>{block.note}</p>}
    </section>
  )
}

function cellView(cell: Cell, key: number, head: boolean, marks: readonly Mark[], from: number): ReactNode {
  const Part = head ? 'th' : 'td'
  return (
    <Part key={key} colSpan={cell.colSpan} rowSpan={cell.rowSpan} style={{ textAlign: cell.align }}>
      <MarkedRuns runs={cell.runs} marks={marks} from={from} />
    </Part>
  )
}
