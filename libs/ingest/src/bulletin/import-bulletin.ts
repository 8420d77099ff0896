import { invalid } from '#lib/editorial'
import { profileLines } from '../text/profile.js'
import type { TextLine } from '../text/text-lines.js'
import { account, doubtsOf } from './account.js'
import type { BulletinImport, Doubt } from './bulletin-import.js'
import { type BulletinSource, textSource } from './bulletin-source.js'
import { concordance } from './concordance.js'
import { readContentsPage } from './contents-page.js'
import { readCover } from './cover.js'
import { findDamage } from './damage.js'
import { findFurniture } from './furniture.js'
import { planFromBody, planFromContents } from './plan.js'
import { readColumns } from './read-columns.js'
import { type Repair, repairSource } from './repair.js'
import { styleOf } from './style-of.js'

/** Takes a past bulletin apart that is plain text. Refuses only an empty one (`ingest/empty`); everything odd is a doubt, and every line is accounted for. */
export const importBulletin = (input: {
  readonly text: string
  readonly name: string
  readonly repairs?: readonly Repair[]
}): BulletinImport => importSource(textSource(input.text), input.name, input.repairs)

/** The same for a bulletin of any format, already read into lines; confirmed repairs are made first. */
export function importSource(damaged: BulletinSource, name: string, repairs: readonly Repair[] = []): BulletinImport {
  const { source, repaired } = repairSource(damaged, repairs)
  const all = source.lines
  if (all.length === 0) throw invalid('ingest/empty', { name })
  const contents = readContentsPage(all)
  const coverLines = all.slice(0, contents?.from ?? coverEnd(all))
  const rest = all.slice(contents?.end ?? coverLines.length)
  const furniture = findFurniture(rest, source.feet)
  const body = rest.filter((line) => !furniture.lines.has(line.number))
  const plan = contents === null ? planFromBody(body) : planFromContents(contents, body)
  const profile = profileLines(all)
  const columns = readColumns(plan, body, { profile, notes: source.notes })
  const facts = { ...readCover(coverLines), editors: furniture.editors, contact: furniture.contact }
  const whole = all.map((line) => line.text).join('\n')
  const damage = findDamage(whole)
  const lines = account({ all, cover: coverLines.length, contents, plan, body, columns })
  return {
    profile: profile.kind,
    facts,
    columns,
    lines,
    damage,
    concordance: concordance(whole, damage.substitutions),
    repaired,
    doubts: [
      ...doubtsOf(plan, columns, lines, furniture.lines, damage.detected),
      ...source.warnings.map((warning): Doubt => ({ ...warning, line: null })),
    ],
    pictures: source.pictures,
    style: styleOf(facts, columns, contents),
  }
}

/** House: without a contents page the cover is at most the dozen lines up to the number. */
const LONGEST_COVER = 12

function coverEnd(lines: readonly TextLine[]): number {
  const numbered = lines
    .slice(0, LONGEST_COVER)
    .findIndex((line) => /第\s*[\d一二三四五六七八九十百〇]+\s*期/.test(line.text) && line.text.length <= 40)
  if (numbered < 0) return 0
  const dated = /^[^，。；]{0,24}\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?$/.test(lines[numbered + 1]?.text ?? '')
  return numbered + (dated ? 2 : 1)
}
