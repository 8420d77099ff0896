import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { WITHOUT_CONTENTS } from '../../libs/ingest/testing/bulletins.js'
import { openPdf, pageTexts } from '../read-pdf.js'
import type { Listener } from '../server/outside/listener.js'
import { officeSite } from './office-site.js'
import type { Seat } from './seat.js'
import { chromiumPath, WebDesk } from './web-desk.js'

const sample = (name: string): string => join(import.meta.dirname, '../../templates/planning-and-decision/sample', name)

const pasted = `关于做好校园网络安全工作的通知
来源：江州教育 2025-03-18

一、总体要求

各学院要高度重视网络安全工作。。要落实责任，不留死角。

（一）加强组织领导

各单位主要负责人是第一责任人，要切实履行职责。`

let site: Listener
let desk: WebDesk
let administrator: Seat
let editor: Seat
const reviewers: Seat[] = []
const everyone = (): Seat[] => [administrator, editor, ...reviewers].filter((seat) => seat !== undefined)
const oneTime = new Map<string, string>()
const issueName = '江州规划参考2025年第1期（总第1期）'

/** No screen may have a serious finding in either language; each is looked at where the path comes by. */
async function clean(seat: Seat, screen: string): Promise<void> {
  expect(await seat.look(screen)).toEqual([])
}

describe.skipIf(chromiumPath === null).sequential('a bulletin from pasted text to both files, in the browser (needs chromium)', () => {
  beforeAll(async () => {
    site = await officeSite()
    desk = await WebDesk.open({ FETCH_ALLOW: `127.0.0.1:${site.port}` })
    administrator = await desk.seat()
    editor = await desk.seat()
    for (let at = 0; at < 3; at += 1) reviewers.push(await desk.seat())
  })
  afterAll(async () => {
    await desk?.close()
    await site?.close()
  })

  /** Each step stands on the one before: after a failure the rest fails at once in place of waiting in vain. */
  let broken = false
  beforeEach(() => {
    if (broken) throw new Error('an earlier step failed')
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') broken = true
    if (task.result?.state === 'fail') await Promise.all(everyone().map((seat, at) => seat.picture(`seat-${at}`)))
  })

  it('lets the first administrator in with a one-time password, once it is changed', async () => {
    await administrator.page.goto('/')
    await administrator.heading('登录')
    await clean(administrator, 'sign-in')
    await administrator.signIn('admin', 'not the password')
    await administrator.says('用户名或密码不正确。')
    await administrator.enter('admin', await desk.firstPassword())
    await clean(administrator, 'desk-empty')
  })

  it('makes people with one-time passwords', async () => {
    await administrator.follow('人员与刊物')
    await administrator.heading('人员与刊物')
    for (const [login, name] of [
      ['shenyanqiu', '沈砚秋'],
      ['luzhixing', '陆知行'],
      ['sunianan', '苏念安'],
      ['guchengyan', '顾承言'],
    ] as const) {
      await administrator.press('添加人员')
      await administrator.dialog.getByLabel('姓名').fill(name)
      await administrator.dialog.getByLabel('用户名').fill(login)
      await administrator.press('添加人员', administrator.dialog)
      await administrator.says('一次性密码')
      oneTime.set(login, (await administrator.dialog.locator('code').textContent()) ?? '')
      await administrator.press('关闭', administrator.dialog.locator('.ant-modal-footer'))
      await administrator.dialog.waitFor({ state: 'detached' })
    }
    await clean(administrator, 'house')
    expect([...oneTime.values()].every((password) => password.length > 9)).toBe(true)
  })

  it('makes a publication and says who is what in it', async () => {
    const { page } = administrator
    await administrator.press('新建刊物')
    await administrator.dialog.getByLabel('刊名').fill('江州规划参考')
    await administrator.press('新建刊物', administrator.dialog)
    await administrator.heading('刊物设置')
    const columns = page.getByRole('region', { name: '栏目' })
    for (const [at, name] of ['政策文件', '院校资讯'].entries()) {
      await administrator.press('增加栏目', columns)
      await columns.getByLabel(`栏目 ${at + 1}`).fill(name)
    }
    await administrator.press('保存')
    await administrator.says('已保存')
    const members = page.getByRole('region', { name: '成员与角色' })
    for (const [name, roles] of [
      ['沈砚秋', ['发布人']],
      ['陆知行', ['审校']],
      ['苏念安', ['审校']],
      ['顾承言', ['审校']],
    ] as const) {
      await members.getByLabel('加入成员').click()
      await page.locator('.ant-select-item-option', { hasText: name }).click()
      const row = members.getByLabel(`${name}的角色`)
      for (const role of roles) await row.getByLabel(role).check()
      if (name !== '沈砚秋') await row.getByLabel('编辑').uncheck()
    }
    await clean(administrator, 'settings')
  })

  it('takes in a pasted text, two files, three addresses and a past bulletin', async () => {
    await editor.enter('shenyanqiu', oneTime.get('shenyanqiu') ?? '')
    await editor.follow('稿源库')
    await editor.heading('稿源库')
    await editor.press('粘贴新稿')
    await editor.dialog.getByLabel('文字').fill(pasted)
    await editor.press('读入', editor.dialog)
    await editor.page.locator('input[type=file]').setInputFiles([sample('organised-research.md'), sample('technology-transfer-table.md')])
    for (const title of [
      '关于做好校园网络安全工作的通知',
      '有组织科研的组织逻辑、现实张力与推进路径',
      '江州理工大学打通成果转化“最后一公里”',
    ])
      await editor.page.getByRole('row').getByRole('link', { name: title }).waitFor()
    await editor.page.keyboard.press('c')
    await editor.dialog.getByLabel('网址').fill([0, 1, 2].map((at) => `http://127.0.0.1:${site.port}/${at}`).join('\n'))
    await editor.press('采集 3 个网址', editor.dialog)
    await editor.page.getByRole('region', { name: '网址采集' }).getByText('已采集').nth(2).waitFor()
    await editor.page.getByRole('row').getByRole('link', { name: '关于推进教师发展工作的通知' }).waitFor()
    await clean(editor, 'inbox')
    await editor.press('导入往期')
    await editor.heading('导入往期')
    await editor.page
      .locator('input[type=file]')
      .setInputFiles({ name: '高教参考2025年第2期.txt', mimeType: 'text/plain', buffer: Buffer.from(WITHOUT_CONTENTS) })
    await editor.says('怒川职业学院产教融合结硕果')
    await clean(editor, 'import')
    await editor.follow('稿源库')
  })

  it('shows what an article was read from, and reads a site as its editors say', async () => {
    await editor.page.getByRole('row').getByRole('link', { name: '关于推进教师发展工作的通知' }).click()
    await editor.heading('稿件')
    await editor.page.getByRole('tab', { name: '原件' }).click()
    await editor.page.getByRole('region', { name: '附件' }).getByText('已存').waitFor()
    await clean(editor, 'origin')
    await editor.follow('设置')
    await editor.follow('网站规则')
    await editor.press('添加规则')
    await editor.dialog.getByLabel('试用的网页').fill(`http://127.0.0.1:${site.port}/0`)
    await editor.dialog.getByLabel('正文所在').fill('.TRS_Editor')
    await editor.press('试一试', editor.dialog)
    await editor.dialog.getByText('用的是存下的原件').waitFor()
    await clean(editor, 'site-rule')
    await editor.press('取消', editor.dialog)
    await editor.follow('稿源库')
  })

  it('mends a finding, changes the text and saves it as a new version', async () => {
    const { page } = editor
    await page.getByRole('row').getByRole('link', { name: '关于做好校园网络安全工作的通知' }).click()
    await editor.heading('稿件')
    await page.getByRole('tab', { name: /校对/ }).click()
    await editor.press('改正')
    const body = page.getByRole('textbox', { name: '正文' })
    await expect.poll(() => body.textContent(), { timeout: 20_000 }).not.toContain('。。')
    await body.getByText('不留死角').click()
    await page.keyboard.press('End')
    await page.keyboard.type('做到全覆盖。到 2025 年底完成,逐项销号。')
    await editor.says(/本机已留底/)
    await editor.press('清理')
    await editor.dialog.getByRole('checkbox', { name: /半角标点/ }).waitFor()
    await clean(editor, 'tidy')
    await editor.press(/放入编辑器/, editor.dialog)
    await expect.poll(() => body.textContent(), { timeout: 20_000 }).toContain('到2025年底完成，逐项销号。')
    await editor.dialog.waitFor({ state: 'detached' })
    await editor.press('清理')
    await editor.says('没有需要清理的。')
    await clean(editor, 'article')
    await editor.press('保存为新版本')
    await editor.saved(2)
    await expect.poll(() => body.textContent(), { timeout: 20_000 }).toContain('不留死角。做到全覆盖。')
  })

  it('makes an issue, places the articles and orders them by keyboard alone', async () => {
    const { page } = editor
    await editor.follow('组刊')
    await editor.press('新建一期')
    await editor.dialog.getByLabel('年', { exact: true }).fill('2025')
    await editor.dialog.getByLabel('出版日期').fill('2025.3.31')
    await editor.press('新建一期', editor.dialog)
    await editor.heading(issueName)
    await editor.follow('稿源库')
    for (const title of ['关于推进学科建设工作的通知', '怒川职业学院产教融合结硕果']) {
      await page.getByRole('row').getByRole('link', { name: title }).focus()
      await page.keyboard.press('x')
    }
    await editor.says('已选 2 篇')
    await page.keyboard.press('e')
    await editor.press('编入', editor.dialog)
    await editor.dialog.waitFor({ state: 'detached' })
    await editor.follow('组刊')
    await editor.follow(issueName)
    for (const title of [
      '关于做好校园网络安全工作的通知',
      '有组织科研的组织逻辑、现实张力与推进路径',
      '江州理工大学打通成果转化“最后一公里”',
    ])
      await editor.press(`编入《${title}》`)
    const first = page.getByRole('link', { name: '关于做好校园网络安全工作的通知' }).first()
    await first.focus()
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('Alt+ArrowDown')
    const lane = page.getByRole('region', { name: '院校资讯' })
    await lane.getByText('关于做好校园网络安全工作的通知').waitFor()
    await editor.settled()
    await page.reload()
    await lane.getByText('关于做好校园网络安全工作的通知').waitFor()
    await clean(editor, 'board')
  })

  it('says what an article lacks of where it is from, and takes a signature for it', async () => {
    await editor.follow('怒川职业学院产教融合结硕果')
    await editor.heading('稿件')
    await editor.page.getByRole('tab', { name: '信息' }).click()
    await editor.says('来源不全：没有来源日期。')
    await editor.press('签字放行')
    await editor.dialog.getByLabel('理由').fill('往期没有印日期，已与原刊核对。')
    await editor.press('签字放行', editor.dialog)
    await editor.says(/已签字放行：往期没有印日期/)
    await editor.follow('组刊')
    await editor.follow(issueName)
    await editor.heading(issueName)
  })

  it('is submitted, and the editor has no say in the review', async () => {
    await editor.press('提交审校')
    await editor.press('提交审校', editor.dialog)
    await editor.says('初审中')
    await editor.follow('审校')
    await editor.says('当前环节由其他审校人处理。')
    expect(await editor.button('通过').count()).toBe(0)
  })

  it('is returned with a reason by the first reviewer, mended and submitted again', async () => {
    const reviewer = reviewers[0] as Seat
    await reviewer.enter('luzhixing', oneTime.get('luzhixing') ?? '')
    await reviewer.follow(issueName, reviewer.page.getByRole('region', { name: '等我处理' }))
    await reviewer.says('当前环节：初审')
    await reviewer.press(/^5\. 关于做好校园网络安全工作的通知/)
    await reviewer.page.locator('article').getByText('各单位主要负责人是第一责任人').click({ clickCount: 3 })
    await reviewer.page.getByLabel('建议改为').check()
    await reviewer.page.getByLabel('建议的文字').fill('各单位主要负责人是第一责任人，要认真履行职责。')
    await reviewer.press('添加批注')
    await reviewer.says('待处理')
    await clean(reviewer, 'review')
    await reviewer.press('退回')
    await reviewer.press('退回', reviewer.dialog)
    await reviewer.says('请写明理由。')
    await reviewer.dialog.getByLabel('理由').fill('栏目顺序请再斟酌。')
    await reviewer.press('退回', reviewer.dialog)
    await reviewer.says('编辑中')
    await editor.says('编辑中')
    await editor.follow('编排')
    await editor.page.getByRole('link', { name: '关于做好校园网络安全工作的通知' }).click()
    await editor.page.getByRole('tab', { name: '批注 1' }).click()
    await editor.press('采纳')
    await editor.saved(3)
    await editor.says('已采纳')
    await clean(editor, 'comments')
    await editor.follow('去编排')
    await editor.press('《关于做好校园网络安全工作的通知》换用新版本')
    await editor.press('上移《关于做好校园网络安全工作的通知》')
    await editor.settled()
    await editor.press('提交审校')
    await editor.press('提交审校', editor.dialog)
    await editor.says('初审中')
  })

  it('is approved by three different people, and by none of them twice', async () => {
    for (const [at, login] of ['luzhixing', 'sunianan', 'guchengyan'].entries()) {
      const reviewer = reviewers[at] as Seat
      if (at > 0) {
        await reviewer.enter(login, oneTime.get(login) ?? '')
        await reviewer.follow(issueName, reviewer.page.getByRole('region', { name: '等我处理' }))
      }
      await reviewer.says(`当前环节：${['初审', '复审', '终审'][at]}`)
      if (at === 0) await reviewer.press('查看最新内容')
      await reviewer.press('通过')
      await reviewer.says('已通过')
      if (at === 0) {
        await reviewer.says(/您已经在“初审”作过审核/)
        expect(await reviewer.button('通过').isDisabled()).toBe(true)
      }
    }
    await clean(reviewers[2] as Seat, 'review-passed')
  })

  it('is rendered under the editor’s eyes and released', async () => {
    await editor.follow('成品')
    await editor.press('生成正式文件')
    await editor.page.getByRole('article', { name: new RegExp(`${issueName} 正式`) }).waitFor({ timeout: 100_000 })
    await clean(editor, 'edition')
    await editor.press('发布')
    await editor.press('发布', editor.dialog)
    await editor.says(/沈砚秋发布于/)
  })

  it.each(['PDF', 'DOCX'] as const)('gives the %s under its Chinese name, with the hash it shows', async (format) => {
    const link = editor.page.getByRole('link', { name: new RegExp(`^下载 ${format}`) })
    const name = `${issueName}.${format.toLowerCase()}`
    expect(await link.textContent()).toBe(name)
    const [download] = await Promise.all([editor.page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toBe(name)
    const path = join(desk.downloads, name)
    await download.saveAs(path)
    const bytes = readFileSync(path)
    const shown = await editor.page.locator('code', { hasText: /^[0-9a-f]{64}$/ }).allTextContents()
    expect(shown).toContain(createHash('sha256').update(bytes).digest('hex'))
    if (format === 'PDF') {
      const texts = (await pageTexts(await openPdf(new Uint8Array(bytes)))).join('')
      for (const words of ['江州规划参考', '关于做好校园网络安全工作的通知', '做到全覆盖', '有组织科研的组织逻辑'])
        expect(texts).toContain(words)
    } else expect(new TextDecoder().decode(unzipSync(bytes)['word/document.xml'])).toContain('做到全覆盖')
  })

  it('shows the printed pages, and what happened to the issue', async () => {
    await editor.follow('预览')
    await editor.page.getByRole('img', { name: '第 1 页' }).waitFor()
    await editor.page
      .getByRole('navigation', { name: '目次' })
      .getByRole('button', { name: /^有组织科研的组织逻辑/ })
      .waitFor()
    await clean(editor, 'preview')
    await editor.follow('经过')
    for (const happened of ['第 2 轮：提交审校', '栏目顺序请再斟酌。', '终审：通过', '发布']) await editor.says(happened)
    await clean(editor, 'history')
  })

  it('is shared by a link with one who has no account, until the link is taken back', async () => {
    await editor.follow('成品')
    await editor.page.getByText('分享链接').first().click()
    await editor.press('生成链接')
    const address = await editor.page.locator('code', { hasText: '/shared/' }).textContent()
    const reader = await desk.seat()
    await reader.open(new URL(address ?? '').pathname)
    await reader.heading(issueName)
    await reader.page.getByRole('link', { name: `${issueName}.pdf` }).waitFor()
    await clean(reader, 'shared')
    await editor.press(/^收回/)
    await editor.says('已失效')
    await reader.page.reload()
    await reader.page.getByRole('alert').waitFor()
  })

  it('is counted, and what the unit knows is written down', async () => {
    await editor.follow('统计')
    await editor.heading('统计')
    await editor.page.getByRole('region', { name: '按来源' }).getByText('江州高教研究').waitFor()
    await clean(editor, 'statistics')
    await editor.follow('设置')
    await editor.follow('名录')
    await editor.heading('名录')
    await editor.press('添加一条')
    await editor.dialog.getByLabel('姓名').fill('闻清和')
    await editor.dialog.getByLabel('职务').fill('江州大学图书馆馆长')
    await editor.press('保存', editor.dialog)
    await editor.page.getByRole('row', { name: /闻清和/ }).waitFor()
    await clean(editor, 'roster')
  })

  it('is found among the past issues, and no page has complained', async () => {
    await editor.follow('往期')
    await editor.page.getByRole('region', { name: '2025年' }).getByRole('link', { name: issueName, exact: true }).waitFor()
    await clean(editor, 'archive')
    await editor.page.getByRole('searchbox', { name: '检索' }).fill('认真履行职责')
    await editor.page.keyboard.press('Enter')
    await editor.follow(/第 \d+ 页$/)
    await editor.page.getByRole('img', { name: '第 1 页' }).waitFor()
    await editor.follow('任务')
    await editor.says('已完成')
    await clean(editor, 'jobs')
    expect(everyone().flatMap((seat) => seat.complaints)).toEqual([])
  })
})
