import { runsText } from '#lib/editorial'
import { sliceRuns, trimRuns } from '../runs.js'
import { pieceAt, type Recogniser, textAt } from './recogniser.js'

const BULLET = /^(?:[•●○■□◆▪▲➢★]|[·∙](?=\s))\s*/

/** Lines that begin with a dot, square or triangle; one alone is a list too. */
export const recogniseBullets: Recogniser = (reading) => {
  const items = []
  for (let offset = 0; ; offset += 1) {
    const found = BULLET.exec(textAt(reading, offset) ?? '')
    const piece = pieceAt(reading, offset)
    if (found === null || piece === null) break
    const runs = trimRuns(piece.runs)
    items.push({ label: found[0].trim(), level: 0, runs: trimRuns(sliceRuns(runs, found[0].length, runsText(runs).length)) })
  }
  return items.length === 0 ? null : { blocks: [{ kind: 'list', items }], used: items.length }
}
