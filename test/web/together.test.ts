import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { killQuietly } from '../server/house-process.js'
import { type Furnished, furnish } from './furnish.js'
import { goodPassword, type Seat } from './seat.js'
import { chromiumPath, WebDesk } from './web-desk.js'

let desk: WebDesk
let furnished: Furnished
let first: Seat
let second: Seat
/** Who looks on while others work. */
let watcher: Seat

const body = (seat: Seat) => seat.page.getByRole('textbox', { name: '正文' })

/** Puts the cursor behind these words and types; looks whether the words stand there, as a writer does, and where the sheet was renewed in between, types them then. */
async function typeAfter(seat: Seat, words: string, typed: string): Promise<void> {
  for (let tries = 0; tries < 4; tries += 1) {
    await body(seat).getByText(words).click()
    await seat.page.keyboard.press('End')
    await seat.page.keyboard.type(typed)
    await seat.page.waitForTimeout(300)
    if ((await body(seat).textContent())?.includes(typed) === true) return
  }
}

describe.skipIf(chromiumPath === null).sequential('a desk with several people (needs chromium)', () => {
  beforeAll(async () => {
    desk = await WebDesk.open()
    furnished = await furnish(desk)
    first = await desk.seat()
    second = await desk.seat()
    watcher = await desk.seat()
  })
  afterAll(() => desk?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await Promise.all([first, second, watcher].map((seat, at) => seat.picture(`desk-${at}`)))
  })

  it('has little to fetch before one can sign in, and before the worklist', async () => {
    const seat = watcher
    /** Each script once: a page that is opened again has them in its store. */
    const scripts = new Map<string, Promise<number>>()
    const bytes = async (): Promise<number> => (await Promise.all(scripts.values())).reduce((sum, one) => sum + one, 0)
    const inspector = await seat.page.context().newCDPSession(seat.page)
    await inspector.send('Performance.enable', { timeDomain: 'threadTicks' })
    /** Seconds the page's main thread has worked so far: a busy machine does not lengthen them. */
    const worked = async (): Promise<number> =>
      (await inspector.send('Performance.getMetrics')).metrics.find((one) => one.name === 'TaskDuration')?.value ?? 0
    seat.page.on('response', (response) => {
      const { pathname } = new URL(response.url())
      if (!/\.m?js$/.test(pathname) || scripts.has(pathname)) return
      scripts.set(
        pathname,
        response.body().then((body) => gzipSync(body).length),
      )
    })
    await seat.page.goto('/sign-in')
    await seat.button('登录').waitFor()
    expect(await worked()).toBeLessThan(2)
    await seat.page.waitForLoadState('networkidle')
    expect(await bytes()).toBeLessThanOrEqual(250_000)
    await seat.signIn('shenyanqiu', goodPassword)
    await seat.heading('工作台')
    await seat.says('等我处理')
    expect(await worked()).toBeLessThan(4)
    await seat.page.waitForTimeout(500)
    expect(await bytes()).toBeLessThanOrEqual(400_000)
  })

  it('lets two write in one article and loses nothing of either', async () => {
    const path = `/p/${furnished.publication}/articles/${furnished.article}`
    await first.signIn('shenyanqiu', goodPassword)
    await second.signIn('wenqinghe', goodPassword)
    await first.heading('工作台')
    await second.heading('工作台')
    await first.open(path)
    await second.open(path)
    await typeAfter(first, '各单位要建立台账', '并每月更新。')
    await typeAfter(second, '各单位要定期检查', '发现问题及时整改。')
    await first.press('保存为新版本')
    await first.saved(2)
    await second.says(/沈砚秋已保存第 2 版。您的改动还在/)
    await second.press('保存为新版本')
    await second.says('对照两份稿件')
    expect(await second.seriousFindings()).toEqual([])
    await second.press('放入编辑器', second.dialog)
    await second.dialog.waitFor({ state: 'detached' })
    await second.press('保存为新版本')
    await second.saved(3)
    await first.saved(3)
    for (const seat of [first, second])
      for (const words of ['并每月更新。', '发现问题及时整改。'])
        await expect.poll(() => body(seat).textContent(), { timeout: 20_000 }).toContain(words)
  })

  it('asks which reading is right where both changed the same', async () => {
    await typeAfter(first, '各单位要建立台账', '甲改。')
    await typeAfter(second, '各单位要建立台账', '乙改。')
    await first.press('保存为新版本')
    await first.saved(4)
    await second.says(/沈砚秋已保存第 4 版/)
    await second.press('保存为新版本')
    await second.says('还有 1 处没有选定')
    expect(await second.button('放入编辑器', second.dialog).isDisabled()).toBe(true)
    await second.press('都留', second.dialog)
    await second.press('放入编辑器', second.dialog)
    await second.dialog.waitFor({ state: 'detached' })
    await second.press('保存为新版本')
    await second.saved(5)
    await first.saved(5)
    const text = await body(second).textContent()
    expect(text).toContain('甲改。')
    expect(text).toContain('乙改。')
  })

  it('keeps unsaved words over a reload, and over a tab that is closed', async () => {
    await typeAfter(first, '各单位要定期检查', '尚未保存的话。')
    await first.says(/本机已留底/)
    await first.page.reload()
    await first.press('恢复')
    await expect.poll(() => body(first).textContent(), { timeout: 20_000 }).toContain('尚未保存的话。')
    await first.follow('工作台')
    await first.says('不保存也会在本机留底，下次打开可以恢复。')
    await first.press('留在本页')
    await expect.poll(() => body(first).textContent(), { timeout: 20_000 }).toContain('尚未保存的话。')
  })

  it('tells an editor whose order was overtaken, and makes the change on the newer one', async () => {
    const path = `/p/${furnished.publication}/issues/${furnished.issue}`
    await first.page.goto(path)
    await second.page.goto(path)
    const row = (seat: Seat) => seat.page.getByRole('region', { name: '编排' }).getByRole('listitem')
    await row(first).nth(2).waitFor()
    await row(second).nth(2).waitFor()
    await Promise.all([first.press('下移《规划的生命力在于实施》'), second.press('下移《有组织科研的组织逻辑、现实张力与推进路径》')])
    for (const seat of [first, second]) await seat.settled()
    const order = async (seat: Seat): Promise<string[]> => row(seat).locator('[data-title]').allTextContents()
    await expect
      .poll(async () => JSON.stringify(await order(first)) === JSON.stringify(await order(second)), { timeout: 20_000 })
      .toBe(true)
    expect((await order(first)).sort()).toEqual(furnished.titles.toSorted())
  })

  it('shows what it was told at once, before the house has answered', async () => {
    const { page } = first
    let letGo = (): void => undefined
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await page.route('**/arrangement', async (route) => {
      await held
      await route.continue()
    })
    const titles = page.getByRole('region', { name: '编排' }).locator('[data-title]')
    const before = await titles.allTextContents()
    await first.press(`下移《${before[0]}》`)
    const [one = '', other = '', ...rest] = before
    await expect.poll(() => titles.allTextContents(), { timeout: 20_000 }).toEqual([other, one, ...rest])
    await page.locator('[aria-label="编排"][aria-busy="true"]').waitFor()
    letGo()
    await first.settled()
    await page.unroute('**/arrangement')
  })

  it('drags an article into another column', async () => {
    const title = '规划的生命力在于实施'
    const handle = first.page.getByRole('listitem').filter({ hasText: title }).getByTitle(`拖动《${title}》`)
    const target = first.page.getByRole('region', { name: '院校资讯' })
    await handle.scrollIntoViewIfNeeded()
    const [from, to] = [await handle.boundingBox(), await target.boundingBox()]
    if (from === null || to === null) throw new Error('nothing to drag')
    await first.page.mouse.move(from.x + 4, from.y + 8)
    await first.page.mouse.down()
    await first.page.mouse.move(from.x + 10, from.y + 30, { steps: 4 })
    await first.page.mouse.move(to.x + 120, to.y + to.height - 12, { steps: 12 })
    await first.page.mouse.up()
    await target.getByText(title).waitFor()
    await expect.poll(() => second.page.getByRole('region', { name: '院校资讯' }).getByText(title).count(), { timeout: 20_000 }).toBe(1)
  })

  it('loses the worker in the middle of a render, while one watches', async () => {
    await watcher.open(`/p/${furnished.publication}/issues/${furnished.issue}/edition`)
    await watcher.press('生成草稿')
    killQuietly(desk.house.program('worker'))
  })

  it('mends an issue at once, having looked, and takes it back', async () => {
    await first.open(`/p/${furnished.publication}/issues/${furnished.issue}`)
    await first.press('成批改正')
    await first.dialog.getByText('各实验室要落实责任').waitFor()
    expect(await first.look('fixes')).toEqual([])
    await first.press(/^改正 \d+ 处$/, first.dialog)
    await first.dialog.getByText(/已改正 \d+ 处，存为第 2 版/).waitFor()
    await first.press('撤销《关于加强实验室安全管理的通知》的改正', first.dialog)
    await first.dialog.getByText('已撤销，存为第 3 版').waitFor()
    await first.press('关闭', first.dialog.locator('.ant-modal-footer'))
    await first.page.getByRole('listitem').filter({ hasText: '关于加强实验室安全管理的通知' }).getByText('第 3 版').first().waitFor()
  })

  it('lets words stand in the whole publication, until they are taken back', async () => {
    const careless = first.page.getByRole('region', { name: '编排' }).getByRole('link', { name: '关于加强实验室安全管理的通知' })
    await careless.click()
    await first.page.getByRole('tab', { name: /校对/ }).click()
    await first.page.getByRole('button', { name: '放行', exact: true }).last().click()
    await first.dialog.getByLabel('理由').fill('照录原文。')
    await first.dialog.getByLabel('这个词句在本刊都放行').check()
    await first.press('放行', first.dialog)
    await first.dialog.waitFor({ state: 'detached' })
    await first.follow('设置')
    await first.follow('放行清单')
    await first.page.getByRole('row', { name: /照录原文/ }).waitFor()
    expect(await first.look('ignores')).toEqual([])
    await first.press(/^收回/)
    await first.says('还没有在全刊放行的词句。')
  })

  it('keeps a ledger of errors, and counts them', async () => {
    await first.follow('统计')
    await first.follow('差错登记')
    await first.press('登记差错')
    await first.dialog.getByLabel('期', { exact: true }).click()
    await first.page.locator('.ant-select-item-option', { hasText: '2025年第1期' }).click()
    await first.dialog.getByLabel('错在哪里（原文）').fill('按步就班')
    await first.dialog.getByLabel('应为').fill('按部就班')
    expect(await first.look('error')).toEqual([])
    await first.press('登记差错', first.dialog)
    await first.page.getByRole('row', { name: /按步就班/ }).waitFor()
    await first.page.getByRole('region', { name: '按种类' }).getByText('错字、别字、多字、漏字').waitFor()
    expect(await first.look('errors')).toEqual([])
  })

  it('gives a program a token, shown once, until it is taken back', async () => {
    await first.follow('访问令牌')
    await first.press('生成令牌')
    await first.dialog.getByLabel('用途').fill('门户网站同步')
    await first.press('生成令牌', first.dialog)
    await first.says('令牌只显示这一次，请复制并妥善保存：')
    expect(await first.look('tokens')).toEqual([])
    const authorization = `Bearer ${await first.page.locator('code').textContent()}`
    const status = async (): Promise<number> => (await fetch(`${desk.address}/api/v1/publications`, { headers: { authorization } })).status
    expect(await status()).toBe(200)
    await first.press('收回 门户网站同步')
    await first.press('收回', first.dialog)
    await first.says('已收回')
    expect(await status()).toBe(401)
    await first.page.reload()
    await first.heading('访问令牌')
    expect(await first.page.locator('code').count()).toBe(0)
  })

  it('fits a page at twice its size without moving sideways', async () => {
    const { page } = first
    await page.setViewportSize({ width: 683, height: 384 })
    for (const path of [
      '',
      '/issues',
      `/issues/${furnished.issue}`,
      `/issues/${furnished.issue}/review`,
      `/articles/${furnished.article}`,
      '/inbox',
      '/settings',
      '/settings/ignores',
      '/statistics/errors',
    ]) {
      await page.goto(path === '' ? '/' : `/p/${furnished.publication}${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle').catch(() => undefined)
      const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
      expect({ path, over }).toEqual({ path, over: 0 })
    }
    await page.setViewportSize({ width: 1366, height: 768 })
  })

  it('asks for sign-in when the session is over, and gives back what was not saved', async () => {
    await first.page.goto(`/p/${furnished.publication}/articles/${furnished.article}`)
    await typeAfter(first, '各单位要定期检查', '会话结束前写下的话。')
    await first.says(/本机已留底/)
    await first.page.context().clearCookies({ name: 'bianyin-session' })
    await first.press('保存为新版本')
    await first.says('登录已过期，请重新登录。未保存的文字还在本机。')
    await first.page.getByLabel('用户名').fill('shenyanqiu')
    await first.page.getByLabel('密码').fill(goodPassword)
    await first.press('登录')
    await first.press('恢复')
    await expect.poll(() => body(first).textContent(), { timeout: 20_000 }).toContain('会话结束前写下的话。')
    await first.press('保存为新版本')
    await first.saved(6)
  })

  it('lets one out, and keeps the desk shut behind them', async () => {
    await second.press('退出登录')
    await second.heading('登录')
    expect(await second.page.getByText('登录已过期').count()).toBe(0)
    await second.page.goto(`/p/${furnished.publication}/inbox`)
    await second.heading('登录')
    await second.page.getByLabel('用户名').fill('wenqinghe')
    await second.page.getByLabel('密码').fill(goodPassword)
    await second.press('登录')
    await second.heading('稿源库')
  })

  it('speaks English to who wants it, with nothing Chinese left but names and content', async () => {
    await second.page.getByRole('button', { name: 'English' }).click()
    await second.page.getByRole('link', { name: 'Settings' }).click()
    await second.heading('Publication settings')
    await second.page.getByRole('group', { name: /闻清和/ }).waitFor()
    const words = await second.page.locator('main').innerText()
    const known = new RegExp(furnished.chinese.join('|'), 'g')
    expect(words.replace(known, '').match(/[\u4e00-\u9fff]+/g) ?? []).toEqual(['一', '一'])
    expect(await second.seriousFindings()).toEqual([])
    await second.page.getByRole('button', { name: '中文' }).click()
    await second.heading('刊物设置')
  })

  it('finishes the render whose worker was killed', async () => {
    await watcher.page.getByRole('article', { name: /草稿/ }).waitFor({ timeout: 100_000 })
    await watcher.page.getByRole('link', { name: /^下载 PDF/ }).waitFor()
  })

  it('has nothing to complain of', () => expect([first, second, watcher].flatMap((seat) => seat.complaints)).toEqual([]))
})
