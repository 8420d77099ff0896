import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { readConfig } from '../../apps/server/src/platform/config/read-config.js'

interface Service {
  readonly command?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly depends_on?: Readonly<Record<string, unknown>> | readonly string[]
  readonly volumes?: readonly string[]
}

const root = join(import.meta.dirname, '../..')
const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8')
const { services, volumes } = parse(text, { merge: true }) as { services: Record<string, Service>; volumes: Record<string, unknown> }
const ours = Object.entries(services).filter(([, one]) => one.command?.[0] === 'node')

it('the compose file runs programs there are, on services there are', () => {
  expect(ours.map(([name]) => name)).toEqual(['migrate', 'api', 'worker'])
  for (const [name, { command = [], depends_on = {} }] of ours) {
    const source = (command[1] as string).replace('dist/', '').replace(/\.js$/, '.ts')
    expect(existsSync(join(root, source)), `${name}: ${source}`).toBe(true)
    for (const other of Object.keys(depends_on)) expect(services[other], other).toBeDefined()
  }
  for (const { volumes: mounts = [] } of Object.values(services))
    for (const mount of mounts.filter((one) => /^\w/.test(one))) expect(volumes).toHaveProperty(mount.split(':')[0] as string)
})

it('its environment is one the house takes; what it cannot do without must be given, what it may have is empty until it is', () => {
  const secret = 'f3a91c07d2b84e65'.repeat(4)
  const given: Record<string, string> = { PUBLIC_URL: 'https://desk.example.edu.cn' }
  const fill = (value: string): string =>
    value.replace(/\$\{(\w+)(:[?-][^}]*)?\}/g, (_, name: string, rule: string) => (rule === ':-' ? '' : (given[name] ?? secret)))
  for (const [, { environment = {} }] of ours) {
    const env = Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fill(value)]))
    const config = readConfig(env)
    expect(config.bucket).toMatchObject({ bucket: 'bianyin', endpoint: new URL('http://bucket:9000') })
    expect(config.redisUrl).toContain('queue:6379')
  }
  const asked = new Set([...text.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name))
  const used = new Set([...text.matchAll(/(?<!\$)\$\{(\w+)/g)].map(([, name]) => name))
  const maybe = new Set([...text.matchAll(/\$\{(\w+):-\}/g)].map(([, name]) => name))
  expect([...used].filter((name) => !asked.has(name) && !maybe.has(name))).toEqual([])
  const example = readFileSync(join(root, '.env.example'), 'utf8')
  for (const name of used) expect(example).toContain(`${name}=`)
})
