import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../lib/language.js'
import styles from './comments.module.css'
import type { ChosenPassage } from './passage.js'
import type { Comments } from './use-comments.js'

interface CommentFormProps {
  readonly comments: Comments
  readonly version: number
  readonly passage: ChosenPassage | null
  readonly onLetGo: () => void
}

/** A new remark: on the chosen words, or on the whole article; with other words proposed, where one has them. */
export function CommentForm({ comments, version, passage, onLetGo }: CommentFormProps) {
  const { comment } = useTexts()
  const [text, setText] = useState('')
  const [proposing, setProposing] = useState(false)
  const [suggestion, setSuggestion] = useState('')
  const proposed = proposing && passage !== null
  const clear = (): void => {
    setText('')
    setProposing(false)
    setSuggestion('')
    onLetGo()
  }
  const send = (): void => {
    const place = passage === null ? null : { block: passage.block, field: null, from: passage.from, to: passage.to }
    comments.add.mutate({ version, passage: place, text: text.trim(), ...(proposed ? { suggestion } : {}) }, { onSuccess: clear })
  }
  return (
    <section className={styles.form} aria-label={comment.add}>
      {passage === null ? (
        <p className="small quiet">{comment.onWhole}</p>
      ) : (
        <p className={styles.quote}>
          {passage.quote}{' '}
          <Button size="small" type="link" onClick={onLetGo}>
            {comment.letGo}
          </Button>
        </p>
      )}
      <Input.TextArea
        aria-label={comment.text}
        placeholder={comment.text}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {passage !== null && (
        <Checkbox
          checked={proposing}
          onChange={(event) => {
            setProposing(event.target.checked)
            setSuggestion(passage.quote)
          }}
        >
          {comment.propose}
        </Checkbox>
      )}
      {proposed && (
        <Input.TextArea
          aria-label={comment.proposed}
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={5000}
          value={suggestion}
          onChange={(event) => setSuggestion(event.target.value.replace(/[\r\n]+/g, ''))}
        />
      )}
      <div>
        <Button size="small" disabled={text.trim() === '' && !proposed} loading={comments.add.isPending} onClick={send}>
          {comment.add}
        </Button>
      </div>
    </section>
  )
}
