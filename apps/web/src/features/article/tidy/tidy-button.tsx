import { useMutation } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { TidyChange } from '#lib/editorial'
import { tidyBody } from '../../../lib/api/articles.js'
import { useTexts } from '../../../lib/language.js'
import { useSay } from '../../../ui/say.js'
import type { ArticleDraft } from '../use-article-draft.js'
import { putTidied } from './put-tidied.js'
import { TidyList } from './tidy-list.js'

/** 清理: what one click would clean, to be looked over and put into the sheet; nothing is saved by it. */
export function TidyButton({ draft }: { readonly draft: ArticleDraft }) {
  const texts = useTexts()
  const say = useSay()
  const [open, setOpen] = useState(false)
  const [changes, setChanges] = useState<readonly TidyChange[]>([])
  const [left, setLeft] = useState<ReadonlySet<TidyChange>>(new Set())
  const offer = (found: readonly TidyChange[]): void => {
    setLeft(new Set())
    setChanges(found)
    setOpen(true)
  }
  const tidy = useMutation({
    mutationFn: async () => ({ since: draft.changes(), answer: await tidyBody(draft.base.id, draft.content().blocks) }),
    onSuccess: ({ since, answer }): void => {
      // Their places are those of the body sent; a sheet written on meanwhile is asked about again.
      if (since !== draft.changes()) tidy.mutate()
      else if (answer.changes.length === 0) say.note(texts.article.tidy.nothing)
      else offer(answer.changes)
    },
    onError: say.problem,
  })
  const chosen = changes.filter((change) => !left.has(change))
  const put = (): void => {
    if (draft.editor !== null) draft.editor.view.dispatch(putTidied(draft.editor.state, chosen))
    setOpen(false)
    say.done(texts.article.tidy.done(chosen.length))
  }
  return (
    <>
      <Button disabled={draft.editor === null} loading={tidy.isPending} onClick={() => tidy.mutate()}>
        {texts.article.tidy.button}
      </Button>
      <Modal
        open={open}
        width={720}
        title={texts.article.tidy.title(changes.length)}
        okText={texts.article.tidy.put(chosen.length)}
        cancelText={texts.cancel}
        okButtonProps={{ disabled: chosen.length === 0 }}
        destroyOnHidden
        onOk={put}
        onCancel={() => setOpen(false)}
      >
        <p className="quiet">{texts.article.tidy.lead}</p>
        <TidyList changes={changes} left={left} setLeft={setLeft} />
      </Modal>
    </>
  )
}
