import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Refusal } from '#lib/editorial'
import { proof } from './proof.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bianyin-proof-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const flawed = '座谈会召开\n来源：江州日报 2024年3月1日\n\n会议指出,要把握新形势。\n\n会议听取了意见。\n'

async function run(text: string, options: Record<string, string | boolean> = {}) {
  const path = join(folder, '文稿.txt')
  await writeFile(path, text)
  const [out, told]: [string[], string[]] = [[], []]
  const io = {
    out: (said: string) => void out.push(said),
    tell: (said: string) => void told.push(said),
    language: 'zh' as const,
    env: {},
    terminal: false,
    signal: new AbortController().signal,
  }
  return { code: await proof.run({ positionals: [path], options }, io), out: out.join(''), told: told.join('') }
}

describe('bianyin proof', () => {
  it('says where, what is wrong by which standard, and what to write', async () => {
    const { code, out } = await run(flawed)
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/建议（1 处）\n· .+“,”应为“，”。（GB\/T 15834.*）\n {4}第1段第5字 {2}会议指出【,】要把握新形势。 {2}→ ，\n/),
    ])
  })

  it('puts the gravest first, and says once what is wrong in many places', async () => {
    const { out } = await run('座谈会召开\n\n会议指出,要把握新形势。\n\n会议强调,要抓好落实。\n')
    expect(out).toMatch(
      /^须改（1 处）\n✗ 没有来源，也没有发文字号。（.+）\n {4}来源\n\n建议（2 处）\n· .+ {0}　共 2 处\n {4}第1段.+\n {4}第2段.+\n\n须改 1 处/,
    )
  })

  it('prints the whole text with the certain ones put right', async () => {
    const { out, told } = await run(flawed, { fix: true })
    expect(out).toBe('座谈会召开\n会议指出，要把握新形势。\n会议听取了意见。\n')
    expect(told).toContain('已改正 1 处。')
  })

  it('ends with 3 at the level asked for', async () => {
    expect((await run(flawed.replace('来源：江州日报 2024年3月1日\n', ''), { 'fail-on': 'block' })).code).toBe(3)
    expect((await run(flawed, { 'fail-on': 'block' })).code).toBe(0)
  })

  it('gives the findings as data', async () => {
    const { findings } = JSON.parse((await run(flawed, { json: true })).out) as { findings: { rule: string }[] }
    expect(findings.map((one) => one.rule)).toContain('half-width')
  })

  it('takes 20,000 characters in no time', async () => {
    const paragraph = '会议强调，要把握新形势，推动高等教育内涵式发展，办好人民满意的教育。'
    const long = `工作会议召开\n来源：江州日报\n\n${Array.from({ length: 600 }, () => paragraph).join('\n\n')}\n`
    expect(long.length).toBeGreaterThan(20_000)
    await run(long)
    const before = process.cpuUsage()
    await run(long)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(2000)
  })

  it('refuses what is not there and a level it does not know', async () => {
    await expect(run(flawed, { 'fail-on': 'all' })).rejects.toBeInstanceOf(Refusal)
    const nowhere = { positionals: [join(folder, '没有.txt')], options: {} }
    const io = { out: () => {}, tell: () => {}, language: 'zh' as const, env: {}, terminal: false, signal: new AbortController().signal }
    await expect(proof.run(nowhere, io)).rejects.toBeInstanceOf(Refusal)
  })
})
