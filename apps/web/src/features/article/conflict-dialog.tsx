import { Button, Modal } from 'antd'
import { useMemo, useState } from 'react'
import { type Block, blockText, EMPTY_ARTICLE } from '#lib/editorial'
import { differenceOf, type Stretch } from '../../lib/difference.js'
import { useTexts } from '../../lib/language.js'
import { ArticleBody } from '../../ui/article-body.js'
import type { Mark } from '../../ui/marked-runs.js'
import { useSay } from '../../ui/say.js'
import styles from './conflict.module.css'
import { ConflictFields } from './conflict-fields.js'
import { type Chunk, chunksOf, fieldConflicts, type Pick, picked } from './merge-blocks.js'
import type { ArticleDraft } from './use-article-draft.js'
import type { Conflict } from './use-saving.js'

interface ConflictDialogProps {
  readonly conflict: Conflict
  readonly draft: ArticleDraft
  readonly onClose: () => void
}

/** Both texts side by side where they differ; nothing is thrown away that was not looked at. */
export function ConflictDialog({ conflict, draft, onClose }: ConflictDialogProps) {
  const texts = useTexts()
  const say = useSay()
  const { mine, theirs, base } = conflict
  const who = theirs.savedBy?.name ?? texts.system
  const [fields, setFields] = useState(() => fieldConflicts(base, mine, theirs.content))
  const [chunks, setChunks] = useState<readonly Chunk[]>(() => chunksOf(base?.blocks ?? null, mine.blocks, theirs.content.blocks))
  const body = picked(chunks)
  const open = fields.filter((one) => one.pick === null).length + chunks.filter((chunk) => 'pick' in chunk && chunk.pick === null).length

  const all = (pick: 'mine' | 'theirs'): void => {
    setFields(fields.map((one) => ({ ...one, pick })))
    setChunks(chunks.map((chunk) => ('pick' in chunk ? { ...chunk, pick } : chunk)))
  }
  const apply = (): void => {
    if (body === undefined) return
    const head = Object.fromEntries(fields.map(({ field, pick }) => [field, (pick === 'mine' ? mine : theirs.content)[field]]))
    draft.load(theirs, { ...theirs.content, ...head, blocks: body, notes: { ...theirs.content.notes, ...mine.notes } }, true)
    say.done(texts.article.conflict.applied)
    onClose()
  }
  return (
    <Modal
      open
      width="min(76rem, 96vw)"
      title={texts.article.conflict.title}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          {open > 0 && <span className={styles.left}>{texts.article.conflict.left(open)}</span>}
          <Button onClick={onClose}>{texts.article.conflict.later}</Button>
          <Button onClick={() => all('theirs')}>{texts.article.conflict.allTheirs}</Button>
          <Button onClick={() => all('mine')}>{texts.article.conflict.allMine}</Button>
          <Button type="primary" disabled={open > 0} onClick={apply}>
            {texts.article.conflict.apply}
          </Button>
        </>
      }
    >
      <p>{texts.article.conflict.lead(who, theirs.version)}</p>
      <div className={styles.heads}>
        <h3>{texts.article.conflict.theirs(who)}</h3>
        <h3>{texts.article.conflict.mine}</h3>
      </div>
      <ConflictFields fields={fields} mine={mine} theirs={theirs.content} setFields={setFields} />
      {chunks.map((chunk, at) => (
        <ChunkView
          // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of one comparison stay in their places
          key={at}
          chunk={chunk}
          publication={theirs.publication}
          onPick={(pick) => setChunks(chunks.map((one, index) => (index === at && 'pick' in one ? { ...one, pick } : one)))}
        />
      ))}
    </Modal>
  )
}

interface ChunkViewProps {
  readonly chunk: Chunk
  readonly publication: string
  readonly onPick: (pick: Pick) => void
}

function ChunkView({ chunk, publication, onPick }: ChunkViewProps) {
  const { conflict } = useTexts().article
  const told = useMemo(() => differingWords(chunk), [chunk])
  if ('same' in chunk) return <p className={styles.same}>{conflict.same(chunk.same.length)}</p>
  const taken = (side: 'mine' | 'theirs'): string | undefined =>
    chunk.pick === null ? undefined : chunk.pick === side || chunk.pick === 'both' ? styles.taken : styles.dropped
  const choices: readonly (readonly [Pick, string])[] = [
    ['theirs', conflict.useTheirs],
    ['both', conflict.useBoth],
    ['mine', conflict.useMine],
  ]
  return (
    <section className={styles.chunk}>
      <div className={taken('theirs')}>
        <Reading blocks={chunk.theirs} publication={publication} marks={told.theirs} />
      </div>
      <div className={taken('mine')}>
        <Reading blocks={chunk.mine} publication={publication} marks={told.mine} />
      </div>
      <fieldset className={styles.choices}>
        {choices.map(([pick, label]) => (
          <Button
            key={pick}
            size="small"
            aria-pressed={chunk.pick === pick}
            type={chunk.pick === pick ? 'primary' : 'default'}
            onClick={() => onPick(pick)}
          >
            {label}
          </Button>
        ))}
      </fieldset>
    </section>
  )
}

interface ReadingProps {
  readonly blocks: readonly Block[]
  readonly publication: string
  readonly marks: Marks
}

function Reading({ blocks, publication, marks }: ReadingProps) {
  const { conflict } = useTexts().article
  const content = useMemo(() => contentOf(blocks), [blocks])
  return blocks.length === 0 ? (
    <p className="quiet">{conflict.empty}</p>
  ) : (
    <ArticleBody publication={publication} content={content} marks={marks} />
  )
}

type Marks = ReadonlyMap<number, readonly Mark[]>
const NONE: Marks = new Map()

/** Where one block stands against one, the words in which they differ are marked on both sides. */
function differingWords(chunk: Chunk): { mine: Marks; theirs: Marks } {
  const [mine, theirs] = 'same' in chunk ? [undefined, undefined] : [chunk.mine[0], chunk.theirs[0]]
  if (mine === undefined || theirs === undefined || 'same' in chunk || chunk.mine.length > 1 || chunk.theirs.length > 1)
    return { mine: NONE, theirs: NONE }
  const stretches = differenceOf(blockText(theirs), blockText(mine))
  return { mine: new Map([[0, marksOf(stretches, 'new')]]), theirs: new Map([[0, marksOf(stretches, 'gone')]]) }
}

function marksOf(stretches: readonly Stretch[], kind: 'new' | 'gone'): Mark[] {
  let at = 0
  return stretches.flatMap((one): Mark[] => {
    if (one.kind !== kind && one.kind !== 'same') return []
    const from = at
    at += one.text.length
    return one.kind === kind ? [{ from, to: at, tone: 'warn', id: `${kind}-${from}`, title: '' }] : []
  })
}

const contentOf = (blocks: readonly Block[]) => ({
  ...EMPTY_ARTICLE,
  blocks,
})
