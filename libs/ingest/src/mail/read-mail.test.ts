import { describe, expect, it } from 'vitest'
import type { Manuscript } from '#lib/editorial'
import { show } from '../../testing/show.js'
import { TINY_PNG } from '../../testing/tiny-png.js'
import { readManuscript } from '../read-manuscript.js'
import { readMailParts } from './mail-parts.js'
import { readMailFile } from './read-mail-file.js'

const TEXT = '各单位要提高认识，压实责任，完善制度，强化检查，确保各项任务落到实处、取得实效。'
const base64 = (data: string | Uint8Array): string => Buffer.from(data).toString('base64')
const encode = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\r\n'))
const read = (lines: readonly string[], name = '信.eml'): Promise<Manuscript> => readManuscript({ bytes: encode(lines), name })
const subject = (text: string): string => `Subject: =?utf-8?B?${base64(text)}?=`

const HEAD = [
  'From: "Bian" <bian@yunling.example>',
  'To: desk@yunling.example',
  'Date: Tue, 08 Apr 2025 09:00:00 +0800',
  'MIME-Version: 1.0',
]
const html = (body: string): string[] => ['Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: base64', '', base64(body)]

describe('a mail', () => {
  it('has its subject for a title, its pictures in place, its files offered', async () => {
    const mail = [
      ...HEAD,
      subject('转发：图书馆改造提升服务能力'),
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      ...html(`<p>${TEXT}</p><p><img src="cid:p1@x"></p><p>图1　开放情况</p>`),
      '--b',
      'Content-Type: image/png; name="a.png"',
      'Content-ID: <p1@x>',
      'Content-Transfer-Encoding: base64',
      '',
      base64(TINY_PNG),
      '--b',
      `Content-Type: application/pdf; name="=?utf-8?B?${base64('任务分工.pdf')}?="`,
      'Content-Disposition: attachment',
      'Content-Transfer-Encoding: base64',
      '',
      base64('%PDF-1.4'),
      '--b--',
    ]
    const { content, offered } = await read(mail)
    expect(content.title).toBe('图书馆改造提升服务能力')
    expect(show(content.blocks)).toEqual([`p ${TEXT}`, 'figure 图1　开放情况 (1×1)'])
    expect(offered).toEqual([{ name: '任务分工.pdf', url: 'attachment:2' }])
    const file = await readMailFile(encode(mail), '信.eml', 'attachment:2')
    expect([file?.mediaType, new TextDecoder().decode(file?.bytes)]).toEqual(['application/pdf', '%PDF-1.4'])
    expect(await readMailFile(encode(mail), '信.eml', 'attachment:9')).toBeNull()
    const { files } = await readMailParts(encode(mail), '信.eml')
    expect(files.map((file) => [file.name, file.mediaType, new TextDecoder().decode(file.bytes)])).toEqual([
      ['任务分工.pdf', 'application/pdf', '%PDF-1.4'],
    ])
  })

  it('of plain text is read as text', async () => {
    const { content } = await read([
      ...HEAD,
      subject('通知'),
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      base64(`来源：江州日报\n\n${TEXT}`),
    ])
    expect(content).toMatchObject({ title: '通知', source: '江州日报' })
    expect(show(content.blocks)).toEqual([`p ${TEXT}`])
  })
})

it('a page saved as one file has its pictures and its address', async () => {
  const page = `<html><head><title>图书馆改造_江州网</title></head><body><h1>图书馆改造</h1><div id="zoom"><p>${TEXT}</p><p><img src="img/1.png"></p><p>${TEXT}</p></div></body></html>`
  const { content } = await read(
    [
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://www.jiangzhou.example/a/b.html',
      subject('图书馆改造'),
      'Date: Tue, 8 Apr 2025 09:00:00 +0800',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="c"',
      '',
      '--c',
      'Content-Location: https://www.jiangzhou.example/a/b.html',
      ...html(page),
      '--c',
      'Content-Type: image/png',
      'Content-Location: https://www.jiangzhou.example/a/img/1.png',
      'Content-Transfer-Encoding: base64',
      '',
      base64(TINY_PNG),
      '--c--',
    ],
    '网页.doc',
  )
  expect(content).toMatchObject({ title: '图书馆改造', url: 'https://www.jiangzhou.example/a/b.html' })
  expect(show(content.blocks)).toEqual([`p ${TEXT}`, 'figure - (1×1)', `p ${TEXT}`])
})
