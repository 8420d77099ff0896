import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { tool } from '../tools.js'

const script = join(import.meta.dirname, '../../scripts/verify-docx.mjs')

interface Rate {
  readonly headings: number
  readonly right: number
}

/** Six made issues, and the bulletins at hand where there are any, laid out, written, converted: the figures must not fall below those kept beside the script, which ends with a failure where they do. */
it.skipIf(tool('soffice') === null)(
  'LibreOffice finds the headings of the DOCX on the pages its contents name',
  () => {
    const { figures } = JSON.parse(
      execFileSync(process.execPath, [script, '--json'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
    ) as {
      readonly figures: { readonly documents: number; readonly copy: Rate; readonly delivered: Rate }
    }
    expect(figures.documents).toBeGreaterThanOrEqual(6)
    expect(figures.copy.headings).toBeGreaterThan(100)
  },
  600_000,
)
