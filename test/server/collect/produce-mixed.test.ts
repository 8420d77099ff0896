import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Manifest } from '#lib/editorial'
import type { Report } from '../../../apps/server/src/editions/produce/report.js'
import { listen } from '../outside/listener.js'
import { bianyinIn, withFolder } from '../produce/run.js'

const body = '会议听取了意见，研究了下一阶段的工作，要求各单位抓好落实，按季度报告进展。'
const page = `<html><head><meta name="ArticleTitle" content="网页来稿"><meta name="ContentSource" content="江州教育"><meta name="PubDate" content="2024-03-05"></head><body><div class="TRS_Editor"><p>${body}</p></div></body></html>`
const rtf = `{\\rtf1\\ansi\\ansicpg936\\deff0 ${[...'RTF来稿'].map((one) => (one < '\u0080' ? one : `\\u${one.codePointAt(0)}?`)).join('')}\\par ${[...body].map((one) => `\\u${one.codePointAt(0)}?`).join('')}\\par}`

it('a folder of mixed files and addresses becomes one issue', async () => {
  const site = await listen((_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(page))
  try {
    await withFolder(async (folder) => {
      const address = `http://127.0.0.1:${site.port}/a.html`
      const yaml = `publication: 江州简讯\nyear: 2024\nnumber: 3\ncolumns:\n  - name: 要闻\n    articles: [one.md, two.txt, three.html, four.rtf]\n  - name: 网上\n    articles:\n      - url: ${address}\n        title: 改过的题目\n`
      await writeFile(join(folder, 'one.md'), `---\ntitle: Markdown来稿\nsource: 江州日报\n---\n\n${body}\n`)
      await writeFile(join(folder, 'two.txt'), `文本来稿\n来源：江州日报\n\n${body}\n`)
      await writeFile(join(folder, 'three.html'), page.replace('网页来稿', '存下的网页'))
      await writeFile(join(folder, 'four.rtf'), rtf)
      await writeFile(join(folder, 'issue.yaml'), yaml)
      const env = { FETCH_ALLOW: `127.0.0.1:${site.port}` }
      const out = join(folder, 'out')
      const ran = await bianyinIn(env, 'produce', folder, '--out', out)
      expect(ran.code, ran.told).toBe(0)
      const report = JSON.parse(await readFile(join(out, 'report.json'), 'utf8')) as Report
      expect(report.columns.flatMap((column) => column.articles.map((one) => [one.title, one.source]))).toEqual([
        ['Markdown来稿', '江州日报'],
        ['文本来稿', '江州日报'],
        ['存下的网页', '江州教育'],
        ['RTF来稿', null],
        ['改过的题目', '江州教育'],
      ])
      const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')) as Manifest
      expect([manifest.articles.at(-1)?.url, manifest.articles.every((one) => one.snapshotSha256 !== null)]).toEqual([address, true])
    })
  } finally {
    await site.close()
  }
})
