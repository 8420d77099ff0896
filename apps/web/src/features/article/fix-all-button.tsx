import type { Editor } from '@tiptap/react'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../lib/language.js'
import { FixList, type ShownFix } from '../../ui/fixes/fix-list.js'
import { useSay } from '../../ui/say.js'
import type { PlacedFinding } from './editor/finding-marks-plugin.js'
import { putFixesIn } from './editor/put-fixes-in.js'

interface FixAllButtonProps {
  readonly editor: Editor
  /** Those certain enough to be put in together. */
  readonly sure: readonly PlacedFinding[]
}

/** All certain fixes at once, looked over first and put into the sheet as one step for undo. */
export function FixAllButton({ editor, sure }: FixAllButtonProps) {
  const { fixes, article, cancel } = useTexts()
  const say = useSay()
  const [open, setOpen] = useState(false)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = sure.filter((one) => !left.has(one.id))
  const begin = (): void => {
    setLeft(new Set())
    setOpen(true)
  }
  const put = (): void => {
    putFixesIn(editor, chosen)
    setOpen(false)
    say.done(article.fixed(chosen.length))
  }
  return (
    <>
      <Button size="small" onClick={begin}>
        {fixes.inArticle(sure.length)}
      </Button>
      <Modal
        open={open}
        width={720}
        title={fixes.title(sure.length)}
        okText={fixes.put(chosen.length)}
        cancelText={cancel}
        okButtonProps={{ disabled: chosen.length === 0 }}
        destroyOnHidden
        onOk={put}
        onCancel={() => setOpen(false)}
      >
        <div className="stack">
          <p className="quiet">{fixes.lead}</p>
          <FixList fixes={sure.map((one) => shownFix(editor, one))} left={left} setLeft={setLeft} />
        </div>
      </Modal>
    </>
  )
}

/** House: so many characters beside a place are enough to find it. */
const BESIDE = 12

function shownFix({ state: { doc } }: Editor, { id, from, to, finding }: PlacedFinding): ShownFix {
  const block = doc.resolve(from)
  const start = Math.max(block.start(), from - BESIDE)
  const end = Math.min(block.end(), to + BESIDE)
  return {
    id,
    before: doc.textBetween(start, from),
    text: doc.textBetween(from, to),
    suggestion: finding.suggestion ?? '',
    after: doc.textBetween(Math.min(to, end), end),
  }
}
