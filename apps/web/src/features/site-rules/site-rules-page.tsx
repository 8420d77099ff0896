import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { can, type SiteRuleAnswer } from '#lib/editorial'
import { readSiteRules } from '../../lib/api/site-rules.js'
import { shortMoment } from '../../lib/format.js'
import { useSpoken, useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { LineTable } from '../../ui/line-table.js'
import { Loaded } from '../../ui/loaded.js'
import { PageHead } from '../../ui/page-head.js'
import { RuleDialog } from './rule-dialog.js'
import { type RuleWork, useRuleWork } from './use-rule-work.js'

/** 网站规则: how the pages of some sites are read. */
export function SiteRulesPage() {
  const { siteRule } = useTexts()
  const { publication = '' } = useParams()
  const [open, setOpen] = useState<SiteRuleAnswer | 'new' | null>(null)
  const mayCollect = can(useActor(), 'collect sources', publication)
  const work = useRuleWork(publication)
  const rules = useQuery({ queryKey: keys.siteRules(publication), queryFn: () => readSiteRules(publication) })
  return (
    <>
      <PageHead
        title={siteRule.title}
        actions={
          mayCollect && (
            <Button type="primary" onClick={() => setOpen('new')}>
              {siteRule.add}
            </Button>
          )
        }
      />
      <div className="stack">
        <p className="quiet small">{siteRule.lead}</p>
        <section className="card" aria-label={siteRule.title}>
          <Loaded of={rules}>
            {({ items }) =>
              items.length === 0 ? (
                <p className="card-body quiet">{siteRule.none}</p>
              ) : (
                <LineTable heads={[siteRule.site, siteRule.says, siteRule.changed]}>
                  {items.map((kept) => (
                    <RuleRow key={kept.id} kept={kept} work={mayCollect ? work : undefined} onOpen={() => setOpen(kept)} />
                  ))}
                </LineTable>
              )
            }
          </Loaded>
        </section>
      </div>
      {open !== null && (
        <RuleDialog kept={open === 'new' ? null : open} publication={publication} work={work} onClose={() => setOpen(null)} />
      )}
    </>
  )
}

interface RuleRowProps {
  readonly kept: SiteRuleAnswer
  /** Undefined for who may only look. */
  readonly work: RuleWork | undefined
  readonly onOpen: () => void
}

function RuleRow({ kept, work, onOpen }: RuleRowProps) {
  const { texts, language } = useSpoken()
  const { siteRule } = texts
  const { modal } = App.useApp()
  const { host, body, remove, title, source, sourceLabel, date, dateLabel } = kept.rule
  const parts = [
    body !== undefined && siteRule.fields.body,
    remove !== undefined && siteRule.fields.remove,
    title !== undefined && siteRule.fields.title,
    (source ?? sourceLabel) !== undefined && siteRule.fields.source,
    (date ?? dateLabel) !== undefined && siteRule.fields.date,
  ].filter((part) => part !== false)
  const ask = (): void =>
    void modal.confirm({
      title: siteRule.removeAsk(host),
      okText: siteRule.remove,
      okButtonProps: { danger: true },
      onOk: () => work?.remove.mutate(kept),
    })
  const button = (label: string, act: () => void) => (
    <Button size="small" type="text" aria-label={`${label} ${host}`} onClick={act}>
      {label}
    </Button>
  )
  return (
    <tr>
      <td>{host}</td>
      <td>{parts.join(language === 'zh' ? '、' : ', ')}</td>
      <td className="unbroken small quiet">
        {kept.madeBy?.name ?? texts.system} {shortMoment(kept.changedAt, language)}
      </td>
      <td className="unbroken">
        {work !== undefined && (
          <>
            {button(texts.edit, onOpen)}
            {button(siteRule.remove, ask)}
          </>
        )}
      </td>
    </tr>
  )
}
