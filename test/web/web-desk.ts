import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { HouseProcess, killQuietly } from '../server/house-process.js'
import { tool } from '../tools.js'
import { Seat } from './seat.js'

/** Nothing of the browser's own goes out of the machine, and each run has a profile of its own. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A machine with much else to do starts a house slowly; nobody waits this long otherwise. */
const PATIENCE = 90_000

export const chromiumPath = tool('chromium')

/** A whole house on a folder of its own, and a real browser in front of it. */
export class WebDesk {
  private constructor(
    readonly house: HouseProcess,
    readonly browser: Browser,
    readonly downloads: string,
  ) {}

  static async open(env: NodeJS.ProcessEnv = {}): Promise<WebDesk> {
    if (chromiumPath === null) throw new Error('there is no chromium')
    execFileSync(process.execPath, ['bin/build.js'], { stdio: 'inherit' })
    const [house, browser] = await Promise.all([
      HouseProcess.start({ env }),
      chromium.launch({ executablePath: chromiumPath, args: flags }),
    ])
    const desk = new WebDesk(house, browser, mkdtempSync(join(tmpdir(), 'bianyin-downloads-')))
    try {
      await house.ready(PATIENCE)
      await house.settled()
      await desk.withoutSample()
    } catch (error) {
      await desk.close()
      throw error
    }
    return desk
  }

  get address(): string {
    return `http://127.0.0.1:${this.house.port}`
  }

  /** The one-time password of the first administrator, as the terminal told it. */
  async firstPassword(): Promise<string> {
    const deadline = Date.now() + 30_000
    for (;;) {
      const found = /一次性口令 ([\w-]+)/.exec(this.house.out)?.[1]
      if (found !== undefined) return found
      if (Date.now() > deadline) throw new Error(`no password was told:\n${this.house.out}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  /** The sample issue of a first run is looked at where the house is tested; here it would only take the processor from the browser. */
  private async withoutSample(): Promise<void> {
    await this.firstPassword()
    try {
      killQuietly(this.house.program('cli'))
    } catch {
      // The welcome has said all it had to say.
    }
  }

  /** A person at a browser of their own. */
  async seat(): Promise<Seat> {
    const context = await this.browser.newContext({
      baseURL: this.address,
      viewport: { width: 1366, height: 768 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      acceptDownloads: true,
    })
    context.setDefaultTimeout(30_000)
    return Seat.at(await context.newPage())
  }

  async close(): Promise<void> {
    await this.browser.close()
    this.house.kill('SIGTERM')
    await this.house.exit()
    this.house.clear()
    rmSync(this.downloads, { recursive: true, force: true })
  }
}
