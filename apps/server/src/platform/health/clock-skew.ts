import type { DataSource } from 'typeorm'
import { nowMs } from '../clock.js'

/** By how much the database's clock is ahead of ours, in milliseconds; the way there and back is halved. */
export async function clockSkewMs(dataSource: DataSource): Promise<number> {
  const before = nowMs()
  const [row] = (await dataSource.query('SELECT extract(epoch FROM clock_timestamp()) * 1000 AS ms')) as { ms: string }[]
  return Math.round(Number(row?.ms) - (before + nowMs()) / 2)
}
