import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { tool } from '../tools.js'

const script = join(import.meta.dirname, '../../scripts/verify-docx.mjs')

interface Misses {
  readonly misses: { readonly contents: readonly object[] }
}

interface Verified {
  readonly figures: { readonly documents: number; readonly contents: number }
  readonly results: readonly { readonly group: string; readonly entries: number; readonly copy: Misses; readonly delivered: Misses }[]
}

/** Six made issues, and the bulletins at hand where there are any, laid out, written, converted: the figures must not fall below those kept beside the script, which ends with a failure where they do. */
it.skipIf(tool('soffice') === null)(
  'LibreOffice finds the headings of the DOCX on the pages its contents name',
  () => {
    const { figures, results } = JSON.parse(
      execFileSync(process.execPath, [script, '--json'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
    ) as Verified
    expect(figures.documents).toBeGreaterThanOrEqual(6)
    expect(figures.contents).toBeGreaterThan(30)
    for (const { entries, copy, delivered } of results.filter(({ group }) => group === 'at hand')) {
      expect(copy.misses.contents.length).toBeLessThanOrEqual(1)
      expect(delivered.misses.contents.length).toBeLessThanOrEqual(1)
      expect(entries).toBeGreaterThanOrEqual(5)
    }
  },
  600_000,
)
