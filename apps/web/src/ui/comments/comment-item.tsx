import { Button, Input } from 'antd'
import { useState } from 'react'
import type { CommentAnswer } from '#lib/editorial'
import { shortMoment } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { ReasonDialog } from '../reason-dialog.js'
import { Tag, type Tone } from '../state-tag.js'
import styles from './comments.module.css'
import type { Comments } from './use-comments.js'

interface CommentItemProps {
  readonly comment: CommentAnswer
  readonly comments: Comments
  readonly mayComment: boolean
  readonly mayAccept: boolean
  readonly onShow: (comment: CommentAnswer) => void
}

const tones: Readonly<Record<CommentAnswer['state'], Tone>> = { open: 'warn', resolved: 'plain', accepted: 'good', refused: 'plain' }

/** One remark with its replies. */
export function CommentItem({ comment, comments, mayComment, mayAccept, onShow }: CommentItemProps) {
  const { texts, language } = useSpoken()
  const when = (moment: string): string => shortMoment(moment, language)
  return (
    <li className={comment.state === 'open' ? styles.item : `${styles.item} ${styles.settled}`}>
      <div className="row">
        <Tag tone={tones[comment.state]}>{texts.comment.states[comment.state]}</Tag>
        <span className="small quiet">{texts.by(comment.person.name, when(comment.at))}</span>
      </div>
      {comment.quote !== null && (
        <button type="button" className={styles.quote} disabled={comment.passage === null} onClick={() => onShow(comment)}>
          {comment.suggestion === null ? comment.quote : <Proposal from={comment.quote} to={comment.suggestion} />}
        </button>
      )}
      {comment.quote !== null && comment.passage === null && <p className="small quiet">{texts.comment.gone}</p>}
      {comment.text !== '' && <p className={styles.text}>{comment.text}</p>}
      {comment.replies.map((reply) => (
        <p key={reply.id} className={styles.reply}>
          {reply.text}
          <span className="small quiet"> {texts.by(reply.person.name, when(reply.at))}</span>
        </p>
      ))}
      {comment.settledBy !== null && comment.settledAt !== null && (
        <p className="small quiet">
          {[texts.by(comment.settledBy.name, when(comment.settledAt)), comment.settledReason ?? '']
            .filter((part) => part !== '')
            .join('　')}
        </p>
      )}
      {mayComment && <Actions comment={comment} comments={comments} mayAccept={mayAccept} />}
    </li>
  )
}

function Proposal({ from, to }: { readonly from: string; readonly to: string }) {
  return (
    <>
      <del>{from}</del> {to !== '' && <ins>{to}</ins>}
    </>
  )
}

function Actions({ comment, comments, mayAccept }: Pick<CommentItemProps, 'comment' | 'comments' | 'mayAccept'>) {
  const { comment: words } = useSpoken().texts
  const [replying, setReplying] = useState(false)
  const [refusing, setRefusing] = useState(false)
  const [text, setText] = useState('')
  const open = comment.state === 'open'
  const send = (): void =>
    comments.reply.mutate(
      { of: comment.id, text: text.trim() },
      {
        onSuccess: () => {
          setText('')
          setReplying(false)
        },
      },
    )
  return (
    <>
      <div className="row">
        {open && comment.suggestion !== null && mayAccept && (
          <>
            <Button size="small" type="primary" loading={comments.accept.isPending} onClick={() => comments.accept.mutate(comment.id)}>
              {words.accept}
            </Button>
            <Button size="small" onClick={() => setRefusing(true)}>
              {words.refuse}
            </Button>
          </>
        )}
        <Button size="small" aria-expanded={replying} onClick={() => setReplying(!replying)}>
          {words.reply}
        </Button>
        {open ? (
          <Button size="small" onClick={() => comments.resolve.mutate(comment.id)}>
            {words.resolve}
          </Button>
        ) : (
          comment.state === 'resolved' && (
            <Button size="small" onClick={() => comments.reopen.mutate(comment.id)}>
              {words.reopen}
            </Button>
          )
        )}
      </div>
      {replying && (
        <div className={styles.form}>
          <Input.TextArea
            autoFocus
            aria-label={words.reply}
            autoSize={{ minRows: 1, maxRows: 6 }}
            maxLength={1000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <div>
            <Button size="small" disabled={text.trim() === ''} loading={comments.reply.isPending} onClick={send}>
              {words.reply}
            </Button>
          </div>
        </div>
      )}
      <ReasonDialog
        open={refusing}
        title={words.refuse}
        confirm={words.refuse}
        busy={comments.refuse.isPending}
        onReason={(reason) => comments.refuse.mutate({ of: comment.id, reason }, { onSuccess: () => setRefusing(false) })}
        onCancel={() => setRefusing(false)}
      />
    </>
  )
}
