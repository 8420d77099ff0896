/** House: a slip is seen within days, a fault of the disk within weeks, an inspector asks after months. */
const kept = { days: 7, weeks: 4, months: 12 }

const form = /^bianyin-(\d{4})(\d{2})(\d{2})T\d{6}Z\.tar$/

/** The name of a backup made by itself at this moment. */
export const backupName = (at: Date): string => `bianyin-${at.toISOString().replace(/[-:]|\.\d{3}/g, '')}.tar`

/** When the newest of these was made; undefined when there is none. */
export function newestBackup(names: readonly string[]): Date | undefined {
  const newest = names
    .filter((name) => form.test(name))
    .sort()
    .at(-1)
  return newest === undefined
    ? undefined
    : new Date(newest.slice(8, 24).replace(/(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z/, '$1-$2-$3T$4:$5:$6Z'))
}

/** Which of the backups made by itself are not needed any more: the newest of each of the last seven days, four weeks, and twelve months that have one stay. Other files are never named. */
export function outlivedBackups(names: readonly string[]): readonly string[] {
  const own = names
    .filter((name) => form.test(name))
    .sort()
    .reverse()
  const spans = { days: new Set<string>(), weeks: new Set<string>(), months: new Set<string>() }
  const stays = (name: string): boolean => {
    const [, year = '', month = '', day = ''] = form.exec(name) as RegExpExecArray
    const spanned = { days: `${year}${month}${day}`, weeks: String(weekOf(year, month, day)), months: `${year}${month}` }
    return (['days', 'weeks', 'months'] as const).filter((span) => first(spans[span], spanned[span], kept[span])).length > 0
  }
  return own.filter((name) => !stays(name))
}

/** Whether this is the first of its span, among the newest so many spans. */
function first(seen: Set<string>, span: string, most: number): boolean {
  if (seen.has(span) || seen.size >= most) return false
  seen.add(span)
  return true
}

/** Weeks since a Monday long ago. */
const weekOf = (year: string, month: string, day: string): number =>
  Math.floor((Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 3) / 7)
