import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useParams } from 'react-router'
import type { AuditLine } from '#lib/editorial'
import { readAudit } from '../../lib/api/publications.js'
import { momentText } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { Loaded } from '../../ui/loaded.js'
import { PageHead } from '../../ui/page-head.js'

/** 审计记录: every act in the publication, newest first, each with the link of its chain. */
export function AuditPage() {
  const { texts, language } = useSpoken()
  const { publication = '' } = useParams()
  const audit = useInfiniteQuery({
    queryKey: keys.audit(publication),
    queryFn: ({ pageParam }) => readAudit(publication, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const words: Readonly<Record<string, string>> = texts.settings.acts
  return (
    <>
      <PageHead title={texts.settings.audit} />
      <section className="card" aria-label={texts.settings.audit}>
        <Loaded of={audit}>
          {({ pages }) => (
            <table className="lines">
              <thead>
                <tr>
                  <th>{texts.settings.auditAt}</th>
                  <th>{texts.settings.member}</th>
                  <th>{texts.settings.auditAct}</th>
                  <th>{texts.settings.auditDetail}</th>
                  <th>{texts.settings.auditHash}</th>
                </tr>
              </thead>
              <tbody>
                {pages
                  .flatMap((page) => page.items)
                  .map((line) => (
                    <tr key={line.sequence}>
                      <td className="unbroken quiet">{momentText(line.at, language)}</td>
                      <td className="unbroken">{line.person?.name ?? texts.system}</td>
                      <td>{words[line.act] ?? line.act}</td>
                      <td className="small">{detailOf(line)}</td>
                      <td>
                        <code title={line.hash}>{line.hash.slice(0, 8)}</code>
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
          )}
        </Loaded>
        {audit.hasNextPage && (
          <div className="card-body">
            <Button loading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
              {texts.next}
            </Button>
          </div>
        )}
      </section>
    </>
  )
}

/** What a person can read of an act's detail: reasons and names; figures and ids are for the export. */
const detailOf = ({ detail }: AuditLine): string =>
  ['reason', 'title', 'name']
    .map((key) => detail[key])
    .filter((value) => typeof value === 'string' && value !== '…')
    .join('　')
