import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { conflict, type PastIssueAnswer, type RepairRequest, type RepairsAnswer } from '#lib/editorial'
import { AuditLog } from '../../platform/audit/audit-log.js'
import { inTransaction } from '../../platform/database/in-transaction.js'
import { Errands } from '../../sources/errands/errands.js'
import { pastErrand } from './past-errand.js'
import { PastIssue } from './past-issue.entity.js'
import { onePastIssue, pastIssueRow } from './past-issues.service.js'

type Repair = RepairsAnswer['repairs'][number]

/** House: what was confirmed for a publication's damaged issues fits a screen; the newest count. */
const MOST_REMEMBERED = 100

/** Repairs of damaged past bulletins: suspected characters for a person to judge, and the reading anew with what was confirmed. */
@Injectable()
export class RepairsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly errands: Errands,
    private readonly audit: AuditLog,
  ) {}

  async of(id: string): Promise<RepairsAnswer> {
    const { publication, concordance, repairs, repaired } = await pastIssueRow(this.dataSource.manager, id)
    const known = new Set(repairs.map(keyOf))
    const remembered = (await rememberedIn(this.dataSource.manager, publication)).filter((one) => !known.has(keyOf(one)))
    return { concordance, repairs, repaired, remembered }
  }

  /** The file is read anew from its original with these repairs and no others. Refuses: one that is not read yet. */
  async repair(id: string, { repairs }: RepairRequest, by: string): Promise<PastIssueAnswer> {
    return inTransaction(this.dataSource, async (tx) => {
      const { publication } = await pastIssueRow(tx, id)
      if (!(await this.errands.again(tx, pastErrand, id, ['done']))) throw conflict('past/not-done')
      await tx.update(PastIssue, { id }, { repairs, confirmedBy: null, confirmedAt: null })
      const detail = { repairs: repairs.map(keyOf).join(' ') }
      await this.audit.record(tx, { person: by, act: 'repair past issue', object: 'past issue', objectId: id, publication, detail })
      return onePastIssue(tx, await pastIssueRow(tx, id))
    })
  }
}

const keyOf = ({ printed, standsFor }: Repair): string => `${printed}→${standsFor}`

/** What was confirmed for other issues of the publication: a broken font map of one maker breaks them all alike. */
async function rememberedIn(tx: EntityManager, publication: string): Promise<Repair[]> {
  const rows = (await tx.query(
    `SELECT repairs FROM past_issues WHERE publication = $1 AND repairs <> '[]' ORDER BY requested_at DESC, id LIMIT ${MOST_REMEMBERED}`,
    [publication],
  )) as { repairs: Repair[] }[]
  const all = new Map(
    rows.flatMap((row) => row.repairs).map(({ printed, standsFor }) => [keyOf({ printed, standsFor }), { printed, standsFor }]),
  )
  return [...all.values()].slice(0, MOST_REMEMBERED)
}
