import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { EditionAnswer, Manifest } from '#lib/editorial'
import { readManifest } from '../../lib/api/editions.js'
import { mailContents } from '../../lib/api/readers.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { Field } from '../../ui/field.js'
import { Loaded } from '../../ui/loaded.js'
import { Note } from '../../ui/note.js'
import { useSay } from '../../ui/say.js'
import styles from './edition.module.css'
import { MOST_LETTERS, mailAddressesIn } from './mail-addresses.js'

const LONGEST_MESSAGE = 500

/** 邮寄目录: the contents as a letter to each address, seen before it goes. */
export function MailDialog({ edition }: { readonly edition: EditionAnswer }) {
  const { mail } = useTexts()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {mail.title}
      </Button>
      {open && <MailForm edition={edition} onClose={() => setOpen(false)} />}
    </>
  )
}

function MailForm({ edition, onClose }: { readonly edition: EditionAnswer; readonly onClose: () => void }) {
  const { mail, cancel, ...texts } = useTexts()
  const say = useSay()
  const [to, setTo] = useState('')
  const [message, setMessage] = useState('')
  const { good, bad } = mailAddressesIn(to)
  const error = good.length > MOST_LETTERS ? mail.tooMany(MOST_LETTERS) : bad[0] === undefined ? undefined : mail.notAddress(bad[0])
  const words = message.replace(/\s+/g, ' ').trim()
  const send = useMutation({
    mutationFn: () => mailContents(edition.id, { to: [...good], message: words === '' ? null : words }),
    onSuccess: ({ sent, refused }) => {
      if (sent > 0) say.done(mail.sent(sent))
      if (refused.length === 0) onClose()
    },
    onError: say.problem,
  })
  const refused = send.data?.refused ?? []
  return (
    <Modal
      open
      width={720}
      title={mail.title}
      okText={good.length === 0 ? mail.send : mail.sendTo(good.length)}
      cancelText={cancel}
      okButtonProps={{ disabled: good.length === 0 || error !== undefined, loading: send.isPending }}
      onOk={() => send.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        {refused.length > 0 && <Note tone="warn" title={mail.refused(texts.listed(refused))} />}
        <Field label={mail.to} hint={mail.toHint} error={error}>
          {(wiring) => <Input.TextArea {...wiring} autoFocus rows={3} value={to} onChange={(event) => setTo(event.target.value)} />}
        </Field>
        <Field label={mail.message}>
          {(wiring) => (
            <Input {...wiring} maxLength={LONGEST_MESSAGE} value={message} onChange={(event) => setMessage(event.target.value)} />
          )}
        </Field>
        <Letter edition={edition} message={words} />
      </div>
    </Modal>
  )
}

/** The letter as it will be read. */
function Letter({ edition, message }: { readonly edition: EditionAnswer; readonly message: string }) {
  const { mail } = useTexts()
  const manifest = useQuery({ queryKey: keys.manifest(edition.id), queryFn: () => readManifest(edition.id) })
  return (
    <section className={styles.letter} aria-label={mail.preview}>
      <p className="small quiet">{mail.subject(edition.name)}</p>
      <Loaded of={manifest}>
        {({ articles }) => (
          <div lang="zh-CN">
            {message !== '' && <p>{message}</p>}
            <h3>{edition.name}</h3>
            {articles.map((article, at) => (
              <LetterLine key={`${article.pageLabel} ${article.title}`} article={article} before={articles[at - 1]} />
            ))}
          </div>
        )}
      </Loaded>
    </section>
  )
}

type Listed = Manifest['articles'][number]

function LetterLine({ article, before }: { readonly article: Listed; readonly before: Listed | undefined }) {
  const opens = article.column !== null && article.column !== before?.column
  return (
    <>
      {opens && <p className={styles.letterColumn}>【{article.column}】</p>}
      <p className={styles.letterLine}>
        <span>{article.title}</span>
        <span>{article.pageLabel}</span>
      </p>
    </>
  )
}
