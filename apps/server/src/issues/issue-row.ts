import type { EntityManager } from 'typeorm'
import { formatIssueNumber, missing, type NumberingRule } from '#lib/editorial'
import type { Publication } from '../publications/publication.entity.js'
import { Issue } from './issue.entity.js'

/** The issue, or the refusal that it does not exist. */
export async function issueById(tx: EntityManager, id: string): Promise<Issue> {
  const issue = await tx.findOneBy(Issue, { id })
  if (issue === null) throw missing('issue/missing')
  return issue
}

/** The issue with its row held until the transaction ends: whoever decides about it decides alone. */
export async function heldIssue(tx: EntityManager, id: string): Promise<Issue> {
  const issue = await tx.findOne(Issue, { where: { id }, lock: { mode: 'pessimistic_write' } })
  if (issue === null) throw missing('issue/missing')
  return issue
}

/** 规划与决策2024年第10期（总第20期）: what the issue is called on covers, in lists and as a file; the bare name while it has no number. */
export function issueName(
  publication: Pick<Publication, 'name'> & { numbering: NumberingRule },
  issue: Pick<Issue, 'year' | 'number' | 'totalNumber'>,
): string {
  return issue.number === null ? publication.name : publication.name + formatIssueNumber(publication.numbering, issue)
}
