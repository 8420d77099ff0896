import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { can, type EditionAnswer, type IssueAnswer } from '#lib/editorial'
import { readEditions } from '../../lib/api/editions.js'
import { shortMoment } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { useIssue } from '../../lib/use-issue.js'
import { Loaded } from '../../ui/loaded.js'
import { PageWarnings } from './page-warnings.js'
import { PdfContents } from './pdf-contents.js'
import { PdfPages } from './pdf-pages.js'
import styles from './preview.module.css'
import { useLayOut } from './use-lay-out.js'
import { usePdf } from './use-pdf.js'

/** 预览: the pages as they will be printed, with their contents and what the typesetter noticed. */
export function PreviewPage() {
  const { issue: id = '' } = useParams()
  const [search] = useSearchParams()
  const editions = useQuery({ queryKey: keys.editions(id), queryFn: () => readEditions(id) })
  return (
    <Loaded of={useIssue(id)}>
      {(issue) => (
        <Loaded of={editions}>
          {({ items }) => (
            <Preview
              issue={issue}
              edition={items.find((one) => one.id === search.get('edition')) ?? newest(items)}
              page={wantedPage(search)}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  )
}

const newest = (editions: readonly EditionAnswer[]): EditionAnswer | undefined =>
  [...editions].filter((one) => one.state !== 'recalled').sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))[0]

/** The sheet asked for in the address, from 1. */
const wantedPage = (search: URLSearchParams): number => Number(search.get('page') ?? 1)

interface PreviewProps {
  readonly issue: IssueAnswer
  readonly edition: EditionAnswer | undefined
  readonly page: number
}

type View = 'single' | 'spread'

function Preview({ issue, edition, page }: PreviewProps) {
  const { texts, language } = useSpoken()
  const [view, setView] = useState<View>('single')
  const mayLayOut = can(useActor(), 'render drafts', issue.publication) && issue.articles > 0
  const { layOut, busy } = useLayOut(issue.id)
  const pdf = usePdf(edition?.id)
  const again = mayLayOut && (
    <Button loading={busy} onClick={layOut}>
      {busy ? texts.preview.layingOut : texts.preview.layOut}
    </Button>
  )
  if (edition === undefined)
    return (
      <div className={styles.nothing}>
        <p>{issue.articles === 0 ? texts.preview.empty : texts.preview.none}</p>
        {again}
      </div>
    )
  return (
    <div className={styles.page}>
      <PdfContents pdf={pdf.document} />
      <section className={styles.middle} aria-label={texts.preview.pages}>
        <div className={styles.tools}>
          <Segmented
            size="small"
            aria-label={texts.preview.view}
            value={view}
            options={[
              { value: 'single', label: texts.preview.single },
              { value: 'spread', label: texts.preview.spread },
            ]}
            onChange={setView}
          />
          <span className="quiet small grow">
            {texts.preview.of(texts.edition.purposes[edition.purpose], shortMoment(edition.madeAt, language))} ·{' '}
            {texts.pages(edition.pages)}
          </span>
          {again}
        </div>
        {pdf.failed && <p role="alert">{texts.preview.failed}</p>}
        {pdf.document !== undefined && <PdfPages pdf={pdf.document} spread={view === 'spread'} first={page} />}
      </section>
      <PageWarnings warnings={edition.warnings} />
    </div>
  )
}
