import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { WeChatAnswer } from '#lib/editorial'
import { pictureAddress } from '../../lib/api/articles.js'
import { readWeChat } from '../../lib/api/readers.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { Loaded } from '../../ui/loaded.js'
import { useSay } from '../../ui/say.js'

interface WeChatDialogProps {
  readonly edition: string
  readonly publication: string
}

/** 公众号: each article copied as it is pasted there, and the pictures that have to be uploaded first. */
export function WeChatDialog({ edition, publication }: WeChatDialogProps) {
  const { share, close } = useTexts()
  const [open, setOpen] = useState(false)
  const answer = useQuery({ queryKey: keys.wechat(edition), queryFn: () => readWeChat(edition), enabled: open })
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {share.wechat}
      </Button>
      <Modal
        open={open}
        width={720}
        title={share.wechat}
        footer={<Button onClick={() => setOpen(false)}>{close}</Button>}
        onCancel={() => setOpen(false)}
      >
        <p className="quiet">{share.wechatLead}</p>
        <Loaded of={answer}>
          {({ articles }) => (
            <ol className="stack">
              {articles.map((article, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the articles of an edition never change
                <WeChatArticle key={at} article={article} publication={publication} />
              ))}
            </ol>
          )}
        </Loaded>
      </Modal>
    </>
  )
}

function WeChatArticle({ article, publication }: { readonly article: WeChatAnswer['articles'][number]; readonly publication: string }) {
  const { share } = useTexts()
  const say = useSay()
  const copy = async (): Promise<void> => {
    const type = 'text/html'
    if (navigator.clipboard === undefined) return say.note(share.noClipboard)
    await navigator.clipboard.write([new ClipboardItem({ [type]: new Blob([article.html], { type }) })])
    say.done(share.copied(article.title))
  }
  return (
    <li>
      <div className="row">
        <span className="grow">{article.title}</span>
        <Button size="small" aria-label={`${share.copyHtml} ${article.title}`} onClick={() => void copy()}>
          {share.copyHtml}
        </Button>
      </div>
      {article.pictures.map((picture) => (
        <p key={picture.name} className="small">
          <a href={pictureAddress(publication, picture.sha256)} download={picture.name}>
            {picture.name}
          </a>{' '}
          <span className="quiet">{picture.alt}</span>
        </p>
      ))}
    </li>
  )
}
