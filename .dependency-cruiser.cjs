/** The fence: which room may know which (docs/architecture.md, laws 1 and 2). */
const frameworks = '^(@nestjs/|typeorm|bullmq|ioredis|pg$|express|multer|rxjs|undici|pino)'
const machine = [
  'fs',
  'fs/promises',
  'path',
  'os',
  'net',
  'http',
  'https',
  'child_process',
  'worker_threads',
  'crypto',
  'cluster',
  'tls',
  'dns',
  'process',
]
const features = ['people', 'publications', 'sources', 'articles', 'proofs', 'issues', 'reviews', 'editions']

const room = (name, allowed) => ({
  name: `${name}-knows-only-${allowed.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: `^libs/${name}/` },
  to: { path: '^(libs|apps)/', pathNot: [`^libs/${name}/`, ...allowed.map((one) => `^libs/${one}/src/index\\.ts$`)] },
})

const feature = (name, index) => ({
  name: `${name}-uses-only-its-left`,
  severity: 'error',
  from: { path: `^apps/server/src/${name}/` },
  to: { path: `^apps/server/src/(${features.slice(index + 1).join('|') || 'nothing'})/` },
})

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'libs-without-frameworks',
      severity: 'error',
      from: { path: '^libs/', pathNot: '\\.test\\.ts$' },
      to: { path: frameworks, dependencyTypesNot: ['local'] },
    },
    {
      name: 'libs-without-the-machine',
      severity: 'error',
      from: { path: '^libs/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'], path: `^(node:)?(${machine.join('|')})$` },
    },
    room('editorial', []),
    room('ingest', ['editorial']),
    room('proof', ['editorial']),
    room('typeset', ['editorial']),
    room('press', ['editorial', 'typeset']),
    {
      name: 'libs-one-door',
      severity: 'error',
      from: { path: '^(apps|test|scripts)/' },
      to: { path: '^libs/[^/]+/src/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    ...features.map(feature),
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/server/src/platform/' },
      to: { path: `^apps/server/src/(${features.join('|')})/` },
    },
    {
      name: 'platform-has-no-editorial-word',
      severity: 'error',
      from: { path: '^apps/server/src/platform/', pathNot: '\\.test\\.ts$' },
      to: { path: '^libs/(ingest|proof|typeset|press)/' },
    },
    {
      name: 'web-knows-words-only',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(libs/(ingest|proof|press)|apps/server)/' },
    },
    {
      name: 'web-takes-types-of-the-typesetter',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^libs/typeset/', dependencyTypesNot: ['type-only'] },
    },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '\\?url$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.check.json' },
    enhancedResolveOptions: { conditionNames: ['source', 'import', 'node', 'default'], exportsFields: ['exports'] },
  },
}
