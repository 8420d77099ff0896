import { describe, expect, it } from 'vitest'
import type { Manuscript } from '#lib/editorial'
import { show } from '../../testing/show.js'
import { readManuscript } from '../read-manuscript.js'

const TEXT = '各单位要提高认识，压实责任，完善制度，强化检查，确保各项任务落到实处、取得实效。'
const paste = (html: string): Promise<Manuscript> =>
  readManuscript({ bytes: new TextEncoder().encode(html), name: '粘贴', mediaType: 'text/html' })
const blocks = async (html: string): Promise<string[]> => show((await paste(html)).content.blocks)

describe('a paste from Word', () => {
  const word = (body: string): string =>
    `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"></head><body lang=ZH-CN><!--StartFragment-->${body}<!--EndFragment--></body></html>`

  it('tells title and headings by size and face, keeps automatic numbers', async () => {
    const { content } = await paste(
      word(`<p class=MsoNormal align=center style='text-align:center'><span style='font-size:22.0pt;font-family:方正小标宋简体'>关于加强实验室安全的通知<o:p></o:p></span></p>
<p class=MsoNormal style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:黑体'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]><span style='font-family:黑体'>提高认识</span></p>
<p class=MsoNormal><span style='font-family:楷体_GB2312'>（一）明确责任</span></p><p class=MsoNormal><span style='font-family:仿宋'>${TEXT}</span></p>
<h2 style='mso-outline-level:2'>另外说明</h2><p class=MsoNormal>${TEXT}</p>`),
    )
    expect(content.title).toBe('关于加强实验室安全的通知')
    expect(show(content.blocks)).toEqual(['h1 一、提高认识', 'h2 （一）明确责任', `p ${TEXT}`, 'h2 另外说明', `p ${TEXT}`])
  })

  it('keeps insertions, leaves out deletions, comments and their marks', async () => {
    expect(
      await blocks(
        word(
          `<p class=MsoNormal>${TEXT}</p><p class=MsoNormal>甲<ins cite="mailto:x">乙</ins><del>丙</del><a class=msocomanchor href="#_msocom_1">[a1]</a>${TEXT}</p><div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><p class=MsoCommentText>这里要改</p></div></div>`,
        ),
      ),
    ).toEqual([`p ${TEXT}`, `p 甲乙${TEXT}`])
  })

  it('says that pictures did not come along', async () => {
    const { warnings } = await paste(word(`<p>${TEXT}</p><p><img src="file:///C:/Temp/clip_image001.png"></p><p>${TEXT}</p>`))
    expect(warnings).toContainEqual({ code: 'ingest/picture-left-behind' })
  })
})

it('a paste from WPS', async () => {
  expect(
    await blocks(
      `<html><head><meta name="Generator" content="WPS Office"></head><body><p class="MsoNormal"><b><span style="mso-spacerun:'yes';font-family:宋体;">${TEXT}</span></b></p><p class=MsoNormal><span style="mso-spacerun:'yes';font-family:黑体;font-size:16pt">一、</span><span style="mso-spacerun:'yes';font-family:黑体;font-size:16pt">总体要求</span></p><p class=MsoNormal><span style="mso-spacerun:'yes'">&nbsp;&nbsp;&nbsp;&nbsp;${TEXT}</span></p></body></html>`,
    ),
  ).toEqual([`p **${TEXT}**`, 'h1 一、总体要求', `p ${TEXT}`])
})

it('a paste from a browser', async () => {
  const { content } = await paste(
    `<meta charset='utf-8'><h2 style="box-sizing:border-box">阅读活动启动</h2><p style="margin:0">${TEXT}</p><ul><li>推荐书目</li><li>开放时间</li></ul><blockquote>${TEXT}</blockquote>`,
  )
  expect(content.title).toBe('阅读活动启动')
  expect(show(content.blocks)).toEqual([`p ${TEXT}`, 'list • 推荐书目 ¶ • 开放时间', `quote ${TEXT}`])
})

it('a paste from WeChat', async () => {
  expect(
    await blocks(
      `<section style="margin:0"><section><p style="text-align:justify"><span leaf="" style="letter-spacing:1px">${TEXT.slice(0, 9)}</span><strong><span leaf="">${TEXT.slice(9, 13)}</span></strong><span leaf="">${TEXT.slice(13)}</span></p></section><section><p><br></p></section><section style="text-align:center"><strong><span>主要做法</span></strong></section><p>${TEXT}</p></section>`,
    ),
  ).toEqual([`p ${TEXT.slice(0, 9)}**${TEXT.slice(9, 13)}**${TEXT.slice(13)}`, 'h1 主要做法', `p ${TEXT}`])
})
