import { access, constants, readdir, statfs } from 'node:fs/promises'
import type { DataSource } from 'typeorm'
import { readMigrations } from '../database/migration-files.js'
import type { Runtime } from '../runtime.js'
import { clockSkewMs } from './clock-skew.js'
import { skewLimits } from './clock-watch.js'
import type { ReadyCheck } from './readiness.js'

/** No file has this name: the bucket need only say so. */
const nobodysFile = '0'.repeat(64)

/** House: below both, the next issue may not fit. */
const leastFree = { bytes: 1024 ** 3, share: 0.05 }

export const usualChecks = ({ dataSource, config, files }: Pick<Runtime, 'dataSource' | 'config' | 'files'>): readonly ReadyCheck[] => [
  { name: 'database', check: () => answers(dataSource) },
  { name: 'schema', check: () => schemaIsNewest(dataSource) },
  { name: 'files', check: () => roomToWrite(config.filesDir) },
  ...(config.bucket === undefined ? [] : [{ name: 'bucket', check: () => files.has(nobodysFile) }]),
  { name: 'fonts', check: () => holdsFonts(config.fontsDir) },
  { name: 'clock', check: () => clockAgrees(dataSource) },
]

async function answers(dataSource: DataSource): Promise<void> {
  await dataSource.query('SELECT 1')
}

async function schemaIsNewest(dataSource: DataSource): Promise<void> {
  const [row] = (await dataSource.query('SELECT max(number) AS number FROM schema_steps')) as { number: number | null }[]
  const newest = (await readMigrations()).at(-1)?.number
  if (row?.number !== newest) throw new Error(`the schema stands at step ${row?.number}, not ${newest}`)
}

async function roomToWrite(folder: string): Promise<void> {
  await access(folder, constants.W_OK)
  const { bavail, bsize, blocks } = await statfs(folder)
  if (bavail * bsize < leastFree.bytes && bavail < blocks * leastFree.share) throw new Error('the disk is nearly full')
}

async function holdsFonts(folder: string): Promise<void> {
  if (!(await readdir(folder)).some((name) => /\.(ttf|otf|ttc)$/i.test(name))) throw new Error(`no fonts in ${folder}`)
}

async function clockAgrees(dataSource: DataSource): Promise<'degraded' | undefined> {
  const skew = await clockSkewMs(dataSource)
  if (Math.abs(skew) > skewLimits.refusedMs) throw new Error(`this machine's clock differs from the database's by ${skew} ms`)
  return Math.abs(skew) > skewLimits.notedMs ? 'degraded' : undefined
}
