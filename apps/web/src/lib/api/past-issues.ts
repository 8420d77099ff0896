import type { PastBatchAnswer, PastIssueAnswer, PastIssueWhole, RepairRequest, RepairsAnswer } from '#lib/editorial'
import { request } from './request.js'

export const readPastBatches = (publication: string): Promise<{ items: PastBatchAnswer[] }> =>
  request('GET', `/publications/${publication}/past-batches`, { query: { limit: 100 } })

export const makePastBatch = (publication: string, name: string): Promise<PastBatchAnswer> =>
  request('POST', `/publications/${publication}/past-batches`, { body: { name } })

export const readPastBatch = (batch: string): Promise<PastBatchAnswer> => request('GET', `/past-batches/${batch}`)

/** All files of a batch in the order they came; there are some hundreds at most. */
export async function readPastIssues(batch: string): Promise<PastIssueAnswer[]> {
  const all: PastIssueAnswer[] = []
  for (let after: string | undefined; ; ) {
    const page: { items: PastIssueAnswer[]; next: string | null } = await request('GET', `/past-batches/${batch}/issues`, {
      query: { limit: 200, after },
    })
    all.push(...page.items)
    if (page.next === null) return all
    after = page.next
  }
}

/** The same file sent twice is taken once. */
export const sendPastIssue = (batch: string, file: File): Promise<PastIssueAnswer> => {
  const form = new FormData()
  form.set('file', file, file.name)
  return request('POST', `/past-batches/${batch}/issues`, { form })
}

export const readPastIssue = (issue: string): Promise<PastIssueWhole> => request('GET', `/past-issues/${issue}`)

export const actOnPastIssue = (issue: string, act: 'retry' | 'cancel' | 'confirm'): Promise<PastIssueAnswer> =>
  request('POST', `/past-issues/${issue}/${act}`)

export const readRepairs = (issue: string): Promise<RepairsAnswer> => request('GET', `/past-issues/${issue}/repairs`)

export const repairPastIssue = (issue: string, body: RepairRequest): Promise<PastIssueAnswer> =>
  request('PUT', `/past-issues/${issue}/repairs`, { body })
