/** Runs the crash tests and prints the figures of each, a line a run: `npm run test:faults`, with `--full` for the large counts. */
import { spawn } from 'node:child_process'

const full = process.argv.includes('--full')
const rest = process.argv.slice(2).filter((word) => word !== '--full')
const child = spawn('npx', ['vitest', 'run', '--project', 'faults', ...rest], {
  env: { ...process.env, ...(full ? { FULL: '1' } : {}) },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const figures = []
child.stdout.setEncoding('utf8').on('data', (text) => {
  process.stdout.write(text)
  figures.push(...text.matchAll(/faults (.+?) (\{.*\})/g))
})
child.on('close', (status) => {
  console.log('')
  for (const [, what, facts] of figures) console.log(`${what.padEnd(28)} ${facts}`)
  process.exit(status ?? 1)
})
