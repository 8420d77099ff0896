/**
 * What is inside: a bill of materials (CycloneDX 1.5) out of the lockfile, and the licences of everything that ships: `node scripts/sbom.mjs [--check]`.
 * Read from package-lock.json and the packages as installed; asks nobody.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = dirname(import.meta.dirname)
const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'))
const lock = read('package-lock.json')
const house = read('package.json')

/** Licences that ask no more than to be named; anything else must be looked at by a person and written down here with the reason. */
const free = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]
const lookedAt = {
  lightningcss: 'MPL-2.0: used to build, unchanged',
  'axe-core': 'MPL-2.0: used in tests, unchanged',
  'caniuse-lite': 'CC-BY-4.0: data used to build, named here',
}

/** Packages that do not name their licence, or not by its proper name; their LICENSE files say it. */
const said = { duck: 'BSD-2-Clause', 'png-js': 'MIT' }

const packages = Object.entries(lock.packages)
  .filter(([path, one]) => path.startsWith('node_modules/') && one.link !== true)
  .map(([path, one]) => ({ path, name: path.split('node_modules/').at(-1), ...one }))
  .sort((a, b) => (a.path < b.path ? -1 : 1))

const licenceOf = ({ path, name, license }) => {
  if (said[name] !== undefined) return said[name]
  if (typeof license === 'string') return license
  if (!existsSync(join(root, path, 'package.json'))) return 'unknown'
  const { license: own, licenses } = read(join(path, 'package.json'))
  return typeof own === 'string' ? own : (own?.type ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'unknown')
}

/** One of several to choose from is enough. */
const isFree = (licence) =>
  licence
    .replace(/[()]/g, '')
    .split(/ OR /)
    .some((choice) => choice.split(/ AND /).every((one) => free.includes(one.trim())))

const listed = packages.map((one) => ({ ...one, licence: licenceOf(one) }))
const strange = listed.filter(({ name, licence }) => !isFree(licence) && !Object.keys(lookedAt).some((known) => name.startsWith(known)))

const bill = {
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  version: 1,
  metadata: {
    component: { type: 'application', name: house.name, version: house.version, licenses: [{ license: { id: house.license } }] },
  },
  components: listed.map(({ name, version, licence, integrity, dev }) => ({
    type: 'library',
    name,
    version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    scope: dev === true ? 'excluded' : 'required',
    licenses: [{ expression: licence }],
    ...(integrity === undefined
      ? {}
      : { hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.split('-')[1], 'base64').toString('hex') }] }),
  })),
}

const fonts = readdirSync(join(root, 'fonts')).filter((name) => /licen|OFL|copying/i.test(name))
const groups = Map.groupBy === undefined ? group(listed) : Map.groupBy(listed, ({ licence }) => licence)

function group(list) {
  const found = new Map()
  for (const one of list) found.set(one.licence, [...(found.get(one.licence) ?? []), one])
  return found
}

const page = [
  '# Licences',
  '',
  'Made by `node scripts/sbom.mjs` from the lockfile. What ships is what is not marked *dev*; the whole list with versions and hashes is written to `dist/sbom.json`.',
  '',
  ...[...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([licence, list]) => [
      `## ${licence} (${list.length})`,
      '',
      list.map(({ name, version, dev }) => `${name} ${version}${dev === true ? ' *dev*' : ''}`).join(' · '),
      '',
    ]),
  '## Looked at',
  '',
  ...Object.entries(lookedAt).map(([name, reason]) => `- ${name}: ${reason}`),
  '',
  `Fonts and their licences: \`fonts/\`${fonts.length > 0 ? ` (${fonts.join(', ')})` : ''}.`,
  '',
].join('\n')

const path = join(root, 'docs/trust/licences.md')
mkdirSync(join(root, 'dist'), { recursive: true })
writeFileSync(join(root, 'dist/sbom.json'), `${JSON.stringify(bill, null, 1)}\n`)
if (!process.argv.includes('--check')) writeFileSync(path, page)
else if (readFileSync(path, 'utf8') !== page) {
  console.error('docs/trust/licences.md is not what the lockfile says: run npm run sbom')
  process.exitCode = 1
}
for (const { name, version, licence } of strange) console.error(`look at ${name} ${version}: ${licence}`)
console.log(`${listed.length} packages, ${listed.filter(({ dev }) => dev !== true).length} ship, ${strange.length} to be looked at`)
if (strange.length > 0) process.exitCode = 1
