import type { EntityManager } from 'typeorm'
import type { Issue } from '../issues/issue.entity.js'
import { publicationById } from '../publications/publications.service.js'
import { ReviewExceptionRow } from './review-exception.entity.js'

/** The administrator's leave holds only while the publication's switch is on. */
export async function exceptionHolds(tx: EntityManager, issue: Pick<Issue, 'id' | 'publication'>): Promise<boolean> {
  const { reviewException } = await publicationById(tx, issue.publication)
  return reviewException !== null && (await tx.existsBy(ReviewExceptionRow, { issue: issue.id }))
}
