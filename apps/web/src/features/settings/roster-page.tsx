import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useParams } from 'react-router'
import { can, type RosterKind, type RosterLine } from '#lib/editorial'
import { readRoster, rosterTableAddress } from '../../lib/api/roster.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { FileButton } from '../../ui/file-button.js'
import { Loaded } from '../../ui/loaded.js'
import { PageHead } from '../../ui/page-head.js'
import { RosterDialog } from './roster-dialog.js'
import { rosterKinds } from './roster-draft.js'
import { RosterImportNote } from './roster-import-note.js'
import { RosterTable } from './roster-table.js'
import styles from './settings.module.css'
import { useRosterWork } from './use-roster-work.js'

/** 名录: what the unit knows for certain, by date; the rules look it up. */
export function RosterPage() {
  const texts = useTexts()
  const { publication = '' } = useParams()
  const [kind, setKind] = useState<RosterKind | null>(null)
  const [words, setWords] = useState('')
  const [open, setOpen] = useState<RosterLine | 'new' | null>(null)
  const mayKeep = can(useActor(), 'keep the roster', publication)
  const work = useRosterWork(publication)
  const list = useRosterLines(publication, kind, useDeferredValue(words.trim()))
  return (
    <>
      <PageHead
        title={texts.roster.title}
        actions={
          <>
            {(['xlsx', 'csv'] as const).map((format) => (
              <a key={format} className={styles.file} href={rosterTableAddress(publication, format)} download>
                {texts.roster.export[format]}
              </a>
            ))}
            {mayKeep && (
              <FileButton
                label={texts.roster.import}
                accept=".xlsx,.csv,.txt"
                multiple={false}
                onFiles={([file]) => file && work.take.mutate(file)}
              />
            )}
            {mayKeep && (
              <Button type="primary" onClick={() => setOpen('new')}>
                {texts.roster.add}
              </Button>
            )}
          </>
        }
      />
      <div className="stack">
        <p className="quiet small">{texts.roster.lead}</p>
        {work.take.data !== undefined && <RosterImportNote imported={work.take.data} onClose={() => work.take.reset()} />}
        <section className="card" aria-label={texts.roster.title}>
          <div className={`${styles.body} row`}>
            <Input
              allowClear
              aria-label={texts.roster.find}
              placeholder={texts.roster.find}
              style={{ width: '18rem' }}
              maxLength={100}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
            <Select
              allowClear
              aria-label={texts.roster.kind}
              placeholder={texts.roster.anyKind}
              style={{ width: '10rem' }}
              value={kind}
              options={rosterKinds.map((one) => ({ value: one, label: texts.roster.kinds[one] }))}
              onChange={(chosen: RosterKind | undefined) => setKind(chosen ?? null)}
            />
          </div>
          <Loaded of={list}>
            {({ pages }) => {
              const lines = pages.flatMap((page) => page.items)
              if (lines.length === 0) return <p className="card-body quiet">{texts.roster.empty}</p>
              return <RosterTable lines={lines} mayKeep={mayKeep} onOpen={setOpen} onRemove={(line) => work.remove.mutate(line)} />
            }}
          </Loaded>
          {list.hasNextPage && (
            <div className="card-body">
              <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {texts.next}
              </Button>
            </div>
          )}
        </section>
      </div>
      {open !== null && <RosterDialog line={open === 'new' ? null : open} work={work} onClose={() => setOpen(null)} />}
    </>
  )
}

function useRosterLines(publication: string, kind: RosterKind | null, words: string) {
  return useInfiniteQuery({
    queryKey: [...keys.roster(publication), { kind, words }],
    queryFn: ({ pageParam }) =>
      readRoster(publication, { kind: kind ?? undefined, words: words === '' ? undefined : words, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  })
}
