import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDocx } from './ours.mjs'

/** LibreOffice: our DOCX to PDF, a start each time. */
export async function openLibreOffice() {
  const docx = await openDocx()
  return async (issue) => {
    const work = mkdtempSync(join(tmpdir(), 'bench-office-'))
    try {
      writeFileSync(join(work, 'issue.docx'), await docx(issue))
      const home = `-env:UserInstallation=file://${join(work, 'office')}`
      spawnSync('soffice', [home, '--headless', '--convert-to', 'pdf', '--outdir', work, join(work, 'issue.docx')], { stdio: 'ignore' })
      return readFileSync(join(work, 'issue.pdf'))
    } finally {
      rmSync(work, { recursive: true, force: true })
    }
  }
}
