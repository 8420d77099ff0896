import { execFileSync } from 'node:child_process'

/** The package each program comes with, as `REQUIRE` names it; a program without one is never required. */
const packages: Readonly<Record<string, string>> = {
  pdftotext: 'poppler',
  pdfinfo: 'poppler',
  pdffonts: 'poppler',
  pdftoppm: 'poppler',
  soffice: 'libreoffice',
  chromium: 'chromium',
}

const required = new Set((process.env.REQUIRE ?? '').split(',').map((word) => word.trim()))

/**
 * The path of a program on this machine, or null where it is not installed: a test that needs it then skips and says so.
 * Where `REQUIRE` names its package a missing program is a failure.
 */
export function tool(name: string): string | null {
  try {
    return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim()
  } catch {
    const source = packages[name]
    if (source !== undefined && required.has(source)) throw new Error(`${name} is not installed, but REQUIRE names ${source}`)
    return null
  }
}

/** Runs a program over a file's bytes in a folder of its own and answers what it printed. */
export function run(program: string, args: readonly string[], timeout = 60_000): string {
  return execFileSync(program, args, { encoding: 'utf8', timeout, maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'pipe'] })
}
