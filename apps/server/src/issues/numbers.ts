import { type EntityManager, IsNull, Not } from 'typeorm'
import { checkIssueNumber, conflict, type IssueNumber, type NumberingDoubt, type NumberingRule, nextIssueNumber } from '#lib/editorial'
import { Issue } from './issue.entity.js'

export interface WantedNumber {
  readonly year?: number | undefined
  readonly number?: number | undefined
  readonly totalNumber?: number | null | undefined
}

/** The series a number is given in: one publication, by its rule, without the issue being renumbered. */
export interface Series {
  readonly publication: string
  readonly rule: NumberingRule
  readonly except?: string
}

export interface GivenNumber extends IssueNumber {
  /** Odd but not wrong: gaps. */
  readonly doubts: readonly NumberingDoubt[]
}

/**
 * Gives an issue its 年、期、总期: what is wanted, or the next of the year. Only one is given at a time in a publication,
 * so fifty who ask at once get fifty different numbers. Refuses: a number or total number that exists.
 */
export async function giveNumber(tx: EntityManager, { publication, rule, except }: Series, wanted: WantedNumber): Promise<GivenNumber> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`issue numbers ${publication}`])
  const year = wanted.year ?? (await thisYear(tx))
  const earlier = await numbered(tx, publication, except)
  const next = nextIssueNumber(rule, earlier, year)
  const given = {
    year,
    number: wanted.number ?? next.number,
    totalNumber: wanted.totalNumber === undefined ? next.totalNumber : wanted.totalNumber,
  }
  const doubts = checkIssueNumber(rule, earlier, given)
  if (doubts.includes('issue/number-taken')) throw conflict('issue/number-taken', { year, number: given.number })
  if (doubts.includes('issue/total-taken')) throw conflict('issue/total-taken', { totalNumber: given.totalNumber ?? 0 })
  return { ...given, doubts }
}

/** What is odd about a number that was given before. */
export async function numberDoubts(tx: EntityManager, { publication, rule }: Series, issue: Issue): Promise<NumberingDoubt[]> {
  if (issue.year === null || issue.number === null) return []
  const earlier = (await numbered(tx, publication, issue.id)).filter(
    (one) => one.year < (issue.year ?? 0) || (one.year === issue.year && one.number < (issue.number ?? 0)),
  )
  return checkIssueNumber(rule, earlier, { year: issue.year, number: issue.number, totalNumber: issue.totalNumber })
}

async function numbered(tx: EntityManager, publication: string, except: string | undefined): Promise<IssueNumber[]> {
  const others = except === undefined ? {} : { id: Not(except) }
  const rows = await tx.find(Issue, {
    where: { publication, number: Not(IsNull()), ...others },
    select: { year: true, number: true, totalNumber: true },
  })
  return rows.map((row) => ({ year: row.year ?? 0, number: row.number ?? 0, totalNumber: row.totalNumber }))
}

/** The year on the wall in Shanghai by the database's clock. */
async function thisYear(tx: EntityManager): Promise<number> {
  const [row] = (await tx.query(`SELECT extract(year FROM now() AT TIME ZONE 'Asia/Shanghai')::integer AS year`)) as { year: number }[]
  return row?.year ?? 0
}
