import type { CommentAnswer } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { Loaded } from '../loaded.js'
import { CommentForm } from './comment-form.js'
import { CommentItem } from './comment-item.js'
import styles from './comments.module.css'
import type { ChosenPassage } from './passage.js'
import type { Comments } from './use-comments.js'

interface CommentPanelProps {
  readonly comments: Comments
  readonly version: number
  /** The words that are chosen on the sheet. */
  readonly passage: ChosenPassage | null
  readonly onLetGo: () => void
  readonly onShow: (comment: CommentAnswer) => void
  readonly mayComment: boolean
  /** Whether proposed words may be taken into the text now. */
  readonly mayAccept: boolean
}

/** 批注: what was said about an article, open remarks first, and where one says more. */
export function CommentPanel({ comments, version, passage, onLetGo, onShow, mayComment, mayAccept }: CommentPanelProps) {
  const { comment } = useTexts()
  return (
    <div className={styles.panel}>
      {mayComment && <CommentForm comments={comments} version={version} passage={passage} onLetGo={onLetGo} />}
      <Loaded of={comments.list}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{comment.none}</p>
          ) : (
            <ul>
              {openFirst(items).map((one) => (
                <CommentItem key={one.id} comment={one} comments={comments} mayComment={mayComment} mayAccept={mayAccept} onShow={onShow} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  )
}

const openFirst = (items: readonly CommentAnswer[]): CommentAnswer[] =>
  [...items].sort((a, b) => Number(a.state !== 'open') - Number(b.state !== 'open') || (a.at < b.at ? 1 : -1))
