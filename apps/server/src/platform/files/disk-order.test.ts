import type * as Files from 'node:fs/promises'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { DiskFileStore } from './disk-file-store.js'

const { done } = vi.hoisted(() => ({ done: [] as string[] }))

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof Files>()
  const open: typeof real.open = async (path, ...more) => {
    const handle = await real.open(path, ...more)
    const sync = handle.sync.bind(handle)
    handle.sync = () => {
      done.push(`forced ${String(path)}`)
      return sync()
    }
    return handle
  }
  const rename: typeof real.rename = (from, to) => {
    done.push(`named ${String(to)}`)
    return real.rename(from, to)
  }
  return { ...real, open, rename }
})

test('the bytes are forced to the disk before they get their name, and the folder’s list of names after', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bianyin-order-'))
  try {
    const files = new DiskFileStore(folder)
    const { sha256 } = await files.put(Buffer.from('清样'))
    const path = files.path(sha256)
    const [bytes, shelf, named, list] = done
    expect(bytes).toContain(`forced ${join(folder, 'unfinished')}`)
    expect([shelf, named, list]).toEqual([`forced ${folder}`, `named ${path}`, `forced ${dirname(path)}`])
    expect(done.length).toBe(4)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
