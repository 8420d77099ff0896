import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { compiledProgram } from '../../apps/server/src/platform/project-root.js'
import { figures, often } from '../faults/points.js'
import { alive, familyOf, HouseProcess, killQuietly, pause, waitFor } from './house-process.js'

/** How often the database is killed under the house. */
const kills = often(2, 10)

const houses: HouseProcess[] = []
const begin = async (...given: Parameters<typeof HouseProcess.start>): Promise<HouseProcess> => {
  const house = await HouseProcess.start(...given)
  houses.push(house)
  return house
}
// Several lives may have had one folder: nobody may live in it any more when it is removed.
afterEach(() => {
  const gone = houses.splice(0)
  for (const house of gone) house.kill9()
  for (const house of gone) house.clear()
})

describe('a whole house', () => {
  test('starts, tells how to get in, keeps a second one out, and ends in order', async () => {
    const house = await begin()
    await house.settled()
    expect(house.out).toMatch(/首次登录：用户名 admin，一次性口令 \S{10,}/)
    const second = await begin({ dataDir: house.dataDir })
    expect(await second.exit()).toBe(2)
    expect(second.err.trim().split('\n')).toEqual([`数据目录 ${house.dataDir} 正由另一个编印（进程 ${house.pid}）使用。`])
    expect(await house.status('/health/ready')).toBe(200)
    const family = house.family()
    expect(family.length).toBeGreaterThan(4)
    const stopping = performance.now()
    house.kill('SIGTERM')
    expect(await house.exit()).toBe(0)
    expect(performance.now() - stopping).toBeLessThan(10_000)
    expect(alive(family)).toEqual([])
    expect(house.err).not.toMatch(/"level":(50|60)/)
  })

  test('a port that is taken is told and nothing stays behind', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const port = (taken.address() as { port: number }).port
    const house = await begin({ port })
    expect(await house.exit()).toBe(2)
    expect(house.err).toContain(`端口 ${port} 已被占用`)
    expect(alive(house.family())).toEqual([])
    taken.close()
  })

  test('stopped in the middle of its start, it leaves nothing running and starts the next time', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'bianyin-house-'))
    for (const [after, signal] of [
      [150, 'SIGINT'],
      [500, 'SIGTERM'],
      [1000, 'SIGTERM'],
      [2200, 'SIGINT'],
    ] as const) {
      const house = await begin({ dataDir, program: 'main.cli', args: ['start'] })
      await pause(after)
      const family = familyOf(house.pid)
      house.kill(signal)
      // In its first moments it cannot yet say goodbye, and has opened nothing.
      expect([0, signal]).toContain(await house.exit())
      expect(alive([...family, ...house.family()])).toEqual([])
    }
    const house = await begin({ dataDir })
    await house.ready()
  })

  test('a stop asked for while the program was still being loaded is heard, and nothing is opened', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'bianyin-house-'))
    const script = `
      const [{ runCommand }, { commands }] = await Promise.all([import('${compiledProgram('platform/command/run-command')}'), import('${compiledProgram('commands')}')])
      const io = { out() {}, tell() {}, language: 'zh', env: process.env, terminal: false, signal: AbortSignal.abort() }
      await runCommand(commands, ['start', '--data', '${dataDir}', '--port', '0'], io)`
    const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { timeout: 30_000, stdio: 'ignore' })
    expect(status).toBe(0)
    expect(readdirSync(dataDir)).toEqual([])
    rmSync(dataDir, { recursive: true })
  })

  test('told to stop twice it ends at once, the database too', async () => {
    const house = await begin()
    // From here on an orderly end begins with the programs: the database is not yet told when the second word comes.
    await waitFor(() => house.runs('worker'), 60_000)
    const family = house.family()
    const stopping = performance.now()
    house.kill('SIGTERM')
    house.kill('SIGINT')
    await house.exit()
    expect(performance.now() - stopping).toBeLessThan(2000)
    await waitFor(() => alive(family).length === 0, 3000)
  })
})

describe('after a kill -9', () => {
  let house: HouseProcess
  beforeAll(async () => {
    house = await HouseProcess.start()
    await house.settled()
  })
  afterAll(() => house.clear())

  test('of the database, everything goes on in the same processes', async () => {
    const [api, worker] = [house.program('api'), house.program('worker')]
    let longest = 0
    for (let kill = 0; kill < kills; kill += 1) {
      const before = house.postgres
      killQuietly(before)
      const killed = performance.now()
      await pause(50)
      await house.ready(10_000)
      longest = Math.max(longest, performance.now() - killed)
      expect(longest).toBeLessThan(8000)
      await waitFor(() => house.postgres !== before, 1000)
    }
    expect([house.program('api'), house.program('worker')], house.err.slice(-3000)).toEqual([api, worker])
    figures('database killed', { kills, longestMs: Math.round(longest) })
  })

  test('of its programs, they are begun again', async () => {
    const [api, worker] = [house.program('api'), house.program('worker')]
    killQuietly(worker)
    killQuietly(api)
    await waitFor(() => alive([api, worker]).length === 0, 3000)
    await house.ready(30_000)
    expect(house.program('api')).not.toBe(api)
    await waitFor(() => house.err.match(/the worker takes jobs/g)?.length === 2, 30_000)
  })

  test('of the supervisor, its programs end and the next start takes the database over', async () => {
    const postgres = house.postgres
    const programs = familyOf(house.program('api')).concat(familyOf(house.program('worker')))
    house.kill('SIGKILL')
    await waitFor(() => alive(programs).length === 0, 10_000)
    expect(alive([postgres])).toEqual([postgres])
    house = await HouseProcess.start({ dataDir: house.dataDir, port: house.port })
    await house.settled()
    expect(house.postgres).toBe(postgres)
    expect(house.err).toContain('taken over')
  })

  test('of everything at once, the next start recovers', async () => {
    for (const pid of house.family()) killQuietly(pid)
    house = await HouseProcess.start({ dataDir: house.dataDir, port: house.port })
    await house.ready()
    house.kill('SIGTERM')
    expect(await house.exit()).toBe(0)
  })
})

const isRoot = process.getuid?.() === 0

if (isRoot)
  describe('for root', () => {
    test('the database runs as nobody, under a closed folder too', async () => {
      const closed = mkdtempSync(join(tmpdir(), 'bianyin-closed-'))
      execFileSync('chmod', ['700', closed])
      const house = await begin({ dataDir: join(closed, 'data') })
      await house.ready()
      expect(readdirSync(join(closed, 'data'))).toContain('postgres')
      house.kill('SIGTERM')
      expect(await house.exit()).toBe(0)
      rmSync(closed, { recursive: true, force: true })
    })

    test('without user namespaces it runs as the system’s own user, or says which folder is closed to it', async () => {
      const without = mkdtempSync(join(tmpdir(), 'bianyin-path-'))
      chmodSync(without, 0o755)
      for (const program of ['setpriv', 'test', 'sh'])
        symlinkSync(execFileSync('which', [program]).toString().trim(), join(without, program))
      const closed = await begin({ env: { PATH: without } })
      expect(await closed.exit()).toBe(2)
      expect(closed.err).toContain(`它进不去 ${closed.dataDir}`)
      const open = mkdtempSync(join(tmpdir(), 'bianyin-open-'))
      chmodSync(open, 0o755)
      const house = await begin({ env: { PATH: without }, dataDir: open })
      await house.ready()
      expect(statSync(join(open, 'postgres')).uid).not.toBe(0)
      house.kill('SIGTERM')
      expect(await house.exit()).toBe(0)
      const again = await begin({ dataDir: open })
      await again.ready()
      rmSync(without, { recursive: true })
    })

    test('an ordinary user starts the same house', async () => {
      const home = mkdtempSync(join(tmpdir(), 'bianyin-user-'))
      execFileSync('chown', ['65534:65534', home])
      const house = await begin({
        dataDir: join(home, 'data'),
        before: ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'],
        env: { HOME: home },
      })
      await house.ready()
      house.kill('SIGTERM')
      expect(await house.exit()).toBe(0)
      rmSync(home, { recursive: true, force: true })
    })

    if (spawnSync('unshare', ['--net', 'true']).status === 0)
      test('nothing is fetched: a network of loopback alone is enough', async () => {
        const house = await begin({ before: ['unshare', '--net', 'sh', '-c', 'ip link set lo up; exec "$@"', 'sh'] })
        await waitFor(() => house.out.includes('首次登录') || house.process.exitCode !== null, 45_000)
        expect(house.out).toContain('首次登录')
        house.kill('SIGTERM')
        expect(await house.exit()).toBe(0)
      })
  })
