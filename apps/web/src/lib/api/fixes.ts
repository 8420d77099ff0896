import type { FixAnswer, FixLine, FixPreview, IssueFindingList } from '#lib/editorial'
import { request } from './request.js'

/** How every fix that is certain enough for a batch would read; changes nothing. */
export const previewFixes = (article: string, version: number): Promise<FixPreview> =>
  request('POST', `/articles/${article}/fixes/preview`, { body: {}, version })

/** Puts these fixes in, as a new version. */
export const putFixes = (article: string, version: number, lines: readonly FixLine[]): Promise<FixAnswer> =>
  request('POST', `/articles/${article}/fixes`, {
    version,
    body: { fixes: lines.map(({ rule, block, field, from, to }) => ({ rule, block, field, from, to })) },
  })

/** Takes back the fixes that made this version, which is the newest; as a new version. */
export const undoFixes = (article: string, version: number): Promise<FixAnswer> =>
  request('POST', `/articles/${article}/fixes/undo`, { version, body: { version } })

/** What only the whole issue shows. */
export const readIssueFindings = (issue: string): Promise<IssueFindingList> => request('GET', `/issues/${issue}/findings`)
