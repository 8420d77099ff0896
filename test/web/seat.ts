import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Whatever fades in has faded in; what turns for ever is not waited for. */
const stillness = `Promise.allSettled(document.getAnimations()
  .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity)
  .map((one) => one.finished)).then(() => undefined)`

interface AxeFinding {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly html: string }[]
}

/** A password nobody would try, the same for everyone in the tests. */
export const goodPassword = '油墨未干，先看清样再付印'

/** What stands in Latin letters on a Chinese screen by right: kinds of files, keys, the way to the other language; not addresses, file names, slots, login names of these tests. */
const LATIN = new Set(
  'English PDF DOCX SHA Word Excel Markdown CSV HTML HTTPS API RSS Atom JSON Alt Ctrl admin shenyanqiu wenqinghe luzhixing sunianan guchengyan'.split(
    ' ',
  ),
)
const NO_WORDS = /https?:\/\/\S+|\S*\.(?:md|docx?|pdf|txt|xlsx|csv|html?|wps|rtf|eml)\b|\{[^}]*\}/g

/** One person at one browser. What the page complained of meanwhile is kept. */
export class Seat {
  readonly complaints: string[] = []

  private constructor(readonly page: Page) {}

  static async at(page: Page): Promise<Seat> {
    const seat = new Seat(page)
    page.on('pageerror', (error) => seat.complaints.push(`error: ${error.message}`))
    page.on('console', (message) => {
      // A refused sign-in or a stale write is told to the person; the browser logs the answer's status by itself.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        seat.complaints.push(`console: ${message.text()}`)
    })
    // Whatever a page asks for, it asks of its own house.
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url())
      if (/^(https?|wss?):$/.test(protocol) && hostname !== '127.0.0.1') seat.complaints.push(`asked elsewhere: ${request.url()}`)
    })
    await page.addInitScript(
      'document.addEventListener("securitypolicyviolation", (event) => console.error("policy:", event.violatedDirective, event.blockedURI))',
    )
    return seat
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path)
    await this.page.getByRole('heading', { level: 1 }).first().waitFor()
  }

  async signIn(login: string, password: string): Promise<void> {
    await this.page.goto('/sign-in')
    await this.page.getByLabel('用户名').fill(login)
    await this.page.getByLabel('密码').fill(password)
    await this.press('登录')
  }

  /** Signs in with a one-time password and chooses an own one, as the desk asks. */
  async enter(login: string, oneTime: string): Promise<void> {
    await this.signIn(login, oneTime)
    await this.page.getByRole('heading', { name: '设置新密码' }).waitFor()
    await this.page.getByLabel('现在的密码').fill(oneTime)
    await this.page.getByLabel('新密码', { exact: true }).fill(goodPassword)
    await this.page.getByLabel('再输一次新密码').fill(goodPassword)
    await this.press('设置密码')
    await this.heading('工作台')
  }

  button(name: string | RegExp, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name, exact: typeof name === 'string' })
  }

  async press(name: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    await this.button(name, within).click()
  }

  async follow(name: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    await within
      .getByRole('link', { name, exact: typeof name === 'string' })
      .first()
      .click()
  }

  async heading(name: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { name, level: 1 }).waitFor()
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog').last()
  }

  async says(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor()
  }

  /** The article on the screen is the saved version of this number: what stands above it says so, not a word that passes by. */
  async saved(version: number): Promise<void> {
    await this.page
      .getByRole('status')
      .filter({ hasText: `第 ${version} 版，` })
      .waitFor()
  }

  /** The board has sent everything it was told. */
  async settled(): Promise<void> {
    await this.page.locator('[aria-label="编排"][aria-busy="false"]').waitFor()
  }

  /**
   * A screen as it stands, in both languages: serious and critical findings of axe in either.
   * Whoever asks for pictures (`WEB_SHOTS=folder`) gets one of each.
   */
  async look(name: string): Promise<string[]> {
    const found = [...(await this.seriousFindings()), ...(await this.englishWords())]
    await this.shot(`${name}-zh`)
    if ((await this.page.getByRole('dialog').count()) > 0) return found
    await this.button('English').click()
    await this.button('English').and(this.page.locator('[aria-pressed="true"]')).waitFor()
    found.push(...(await this.seriousFindings()).map((one) => `in English: ${one}`))
    await this.shot(`${name}-en`)
    await this.button('中文').click()
    await this.button('中文').and(this.page.locator('[aria-pressed="true"]')).waitFor()
    return found
  }

  /** English words on the Chinese screen as it stands; hashes, keys and what is typed are no words of the desk. */
  private async englishWords(): Promise<string[]> {
    const hidden = (await this.page.locator('code, kbd').allTextContents()).filter((text) => text.length > 2)
    const shown = hidden.reduce((text, code) => text.replaceAll(code, ' '), await this.page.locator('body').innerText())
    const words = shown.replace(NO_WORDS, ' ').match(/[A-Za-z]{3,}/g) ?? []
    return [...new Set(words)].filter((word) => !LATIN.has(word)).map((word) => `English on a Chinese screen: ${word}`)
  }

  private async shot(name: string): Promise<void> {
    const folder = process.env.WEB_SHOTS
    if (folder !== undefined) await this.page.screenshot({ path: join(folder, `${name}.png`) })
  }

  /** What the person saw when something failed, for whoever asked for pictures (`WEB_SHOTS=folder`). */
  async picture(name: string): Promise<void> {
    await this.shot(`failed-${name}`)
  }

  /** Serious and critical findings of axe on the screen as it stands. */
  async seriousFindings(): Promise<string[]> {
    await this.page.evaluate(stillness)
    if (!(await this.page.evaluate('"axe" in window'))) await this.page.evaluate(axeSource)
    const found = (await this.page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as { violations: AxeFinding[] }
    return found.violations
      .filter((one) => one.impact === 'serious' || one.impact === 'critical')
      .map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 200)}`)
  }
}
