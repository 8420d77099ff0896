import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { can } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { useActor } from '../../lib/session.js'
import { FileButton } from '../../ui/file-button.js'
import { PageHead } from '../../ui/page-head.js'
import { ArticleList } from './article-list.js'
import { CollectedList } from './collected-list.js'
import { DropArea } from './drop-area.js'
import { FetchDialog } from './fetch-dialog.js'
import { FetchList } from './fetch-list.js'
import { FindList } from './find-list.js'
import styles from './inbox.module.css'
import { PasteDialog } from './paste-dialog.js'
import { useCollecting } from './use-collecting.js'
import { useFetching } from './use-fetching.js'

/** 稿源库: everything collected for a publication, and the ways to collect more. */
export function InboxPage() {
  const texts = useTexts()
  const { publication = '' } = useParams()
  const navigate = useNavigate()
  const actor = useActor()
  const mayCollect = can(actor, 'collect sources', publication)
  const collecting = useCollecting(publication)
  const [pasting, setPasting] = useState(false)
  const [fetching, setFetching] = useState(false)
  const fetches = useFetching(publication)
  return (
    <DropArea label={texts.inbox.drop} enabled={mayCollect} onFiles={collecting.takeFiles}>
      <PageHead
        title={texts.inbox.title}
        actions={
          mayCollect && (
            <>
              <Button type="primary" onClick={() => setFetching(true)}>
                {texts.inbox.fetch}
              </Button>
              <Button onClick={() => setPasting(true)}>{texts.inbox.paste}</Button>
              <FileButton label={texts.inbox.upload} onFiles={collecting.takeFiles} />
              <Button onClick={() => void navigate(`/p/${publication}/archive/import`)}>{texts.archive.import}</Button>
            </>
          )
        }
      />
      <div className="stack">
        {mayCollect && <p className="quiet small">{texts.inbox.uploadHint}</p>}
        <div className={styles.results}>
          <CollectedList publication={publication} takings={collecting.takings} onClear={collecting.clear} />
          <FetchList fetches={fetches.fetches} mayCollect={mayCollect} onRetry={fetches.retry} onCancel={fetches.cancel} />
          <FindList publication={publication} mayCollect={mayCollect} />
        </div>
        <ArticleList
          publication={publication}
          mayEdit={can(actor, 'edit articles', publication)}
          onFetch={() => mayCollect && setFetching(true)}
        />
      </div>
      <FetchDialog open={fetching} onClose={() => setFetching(false)} onFetch={fetches.ask} />
      <PasteDialog open={pasting} onClose={() => setPasting(false)} onPaste={collecting.takePaste} />
    </DropArea>
  )
}
