import { describe, expect, it } from 'vitest'
import { type Manuscript, messageText, Refusal, runsText } from '#lib/editorial'
import { show } from '../../testing/show.js'
import { TINY_PNG } from '../../testing/tiny-png.js'
import { CHINESE_NUMBERS, p, wordFile } from '../../testing/word-files.js'
import { readManuscript } from '../read-manuscript.js'

const read = (bytes: Uint8Array, name = '通知.docx'): Promise<Manuscript> => readManuscript({ bytes, name })
const blocks = async (body: string, parts = {}): Promise<string[]> => show((await read(wordFile({ body, ...parts }))).content.blocks)

const TITLE = p('关于加强实验室安全', { align: 'center', size: 44 }) + p('管理工作的通知', { align: 'center', size: 44 })

describe('an official document without heading styles', () => {
  const bytes = wordFile({
    numbering: CHINESE_NUMBERS,
    body: [
      TITLE,
      p('云大发〔2025〕3号', { align: 'center', size: 32 }),
      p('各学院：'),
      p('现将有关事项通知如下。'),
      p('提高认识', { face: '黑体', list: '1.0' }),
      p('压实责任', { face: '楷体_GB2312', list: '1.1' }),
      p('各学院要落实责任。'),
      p('完善制度', { face: '楷体_GB2312', list: '1.1' }),
      p('修订办法。', { list: '1.2' }),
      p('开展检查', { face: '黑体', list: '1.0' }),
      p('完善台账', { face: '楷体_GB2312', list: '1.1' }),
      p('按时完成。'),
      p('云岭大学', { align: 'right' }),
      p('2025年3月1日', { align: 'right' }),
    ].join(''),
  })

  it('has its title by size, its number, its date', async () => {
    expect((await read(bytes)).content).toMatchObject({
      title: '关于加强实验室安全管理工作的通知',
      documentNumber: '云大发〔2025〕3号',
      documentDate: '2025-03-01',
    })
  })

  it('has its automatic numbers as text, restarted under each parent, and its headings by their faces', async () => {
    expect(show((await read(bytes)).content.blocks)).toEqual([
      'to 各学院：',
      'p 现将有关事项通知如下。',
      'h1 一、提高认识',
      'h2 （一）压实责任',
      'p 各学院要落实责任。',
      'h2 （二）完善制度',
      'p 1. 修订办法。',
      'h1 二、开展检查',
      'h2 （一）完善台账',
      'p 按时完成。',
      'sign 云岭大学 / 2025年3月1日',
    ])
  })
})

describe('looks and levels', () => {
  it('come from styles, and styles from what they are based on', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="a"><w:name w:val="栏目"/><w:basedOn w:val="1"/></w:style>'
    expect(await blocks(TITLE + p('改革背景', { style: 'a' }) + p('正文在此。'), { styles })).toEqual(['h1 改革背景', 'p 正文在此。'])
  })

  it('keep bold words, not bold headings', async () => {
    const body = `${TITLE}<w:p><w:r><w:t>要</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>高度重视</w:t></w:r><w:r><w:t>。</w:t></w:r></w:p>${p('后续安排', { bold: true })}${p('另行通知。')}`
    expect(await blocks(body)).toEqual(['p 要**高度重视**。', 'h1 后续安排', 'p 另行通知。'])
  })
})

describe('what stands inside paragraphs', () => {
  it('keeps insertions, leaves out deletions, hidden text and field codes', async () => {
    const body =
      `${TITLE}<w:p><w:r><w:t>甲</w:t></w:r><w:ins><w:r><w:t>乙</w:t></w:r></w:ins><w:del><w:r><w:delText>丙</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>丁</w:t></w:r>` +
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>5</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>页。</w:t></w:r></w:p>'
    expect(await blocks(body)).toEqual(['p 甲乙5页。'])
  })

  it('keeps notes at their marks', async () => {
    const body = `${TITLE}<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>。</w:t></w:r></w:p>`
    const footnotes =
      '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>注释。</w:t></w:r></w:p></w:footnote>'
    const { content } = await read(wordFile({ body, footnotes }))
    expect(show(content.blocks)).toEqual(['p 正文[^f2]。'])
    expect(runsText(content.notes.f2 ?? [])).toBe('注释。')
  })

  it('keeps links that lead out, and no others', async () => {
    const link = (id: string, text: string): string => `<w:hyperlink r:id="${id}"><w:r><w:t>${text}</w:t></w:r></w:hyperlink>`
    const links = [
      { id: 'r1', target: 'https://a.example/', external: true },
      { id: 'r2', target: 'javascript:alert(1)', external: true },
    ]
    expect(
      await blocks(`${TITLE}<w:p><w:r><w:t>见</w:t></w:r>${link('r1', '此处')}${link('r2', '彼处')}<w:r><w:t>。</w:t></w:r></w:p>`, {
        links,
      }),
    ).toEqual(['p 见[此处](https://a.example/)彼处。'])
  })

  it('keeps pictures with their captions', async () => {
    const body = `${TITLE}<w:p><w:r><w:drawing><wp:docPr descr="图"/><a:blip r:embed="r9"/></w:drawing></w:r></w:p>${p('图1 阅读量')}`
    expect(await blocks(body, { links: [{ id: 'r9', target: 'media/1.png' }], more: { 'word/media/1.png': TINY_PNG } })).toEqual([
      'figure 图1 阅读量 (1×1)',
    ])
  })
})

it('reads tables with their spans and repeated head', async () => {
  const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
  const rows = [
    `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('单位')}${cell('时间', '<w:gridSpan w:val="2"/>')}</w:tr>`,
    `<w:tr>${cell('化学院', '<w:vMerge w:val="restart"/>')}${cell('3月')}${cell('5日')}</w:tr>`,
    `<w:tr>${cell('', '<w:vMerge/>')}${cell('4月')}${cell('6日')}</w:tr>`,
  ].join('')
  expect(await blocks(`${TITLE}${p('表1 安排')}<w:tbl>${rows}</w:tbl>${p('注：暂定。')}`)).toEqual([
    'table 表1 安排 | 单位,时间→2 ; 化学院↓2,3月,5日 ; 4月,6日 | 注：暂定。',
  ])
})

/** The head of an OLE file, and the name of one of its streams. */
const compound = (stream: string): Uint8Array =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Uint8Array(600),
    ...[...stream].flatMap((char) => [char.charCodeAt(0), 0]),
  ])

describe('what is refused', () => {
  const bomb = new Uint8Array(25 * 1024 * 1024).fill(0x20)
  const deep = `<w:p>${'<w:sdt>'.repeat(400)}${'</w:sdt>'.repeat(400)}</w:p>`
  const cases: [string, string, Uint8Array, string][] = [
    ['a file that is not a zip', '甲.docx', new TextEncoder().encode('hello'), '“甲.docx”不是有效的 .docx 文件，可能已损坏或改过扩展名。'],
    [
      'a zip that is no Word file',
      '甲.docx',
      wordFile({ body: '', more: { '_rels/.rels': '<Relationships/>', 'word/document.xml': '<a/>' } }),
      '“甲.docx”不是有效的 .docx 文件，可能已损坏或改过扩展名。',
    ],
    ['a cut zip', '甲.docx', wordFile({ body: p('正文。') }).slice(0, 300), '“甲.docx”不是有效的 .docx 文件，可能已损坏或改过扩展名。'],
    [
      'macros',
      '甲.docx',
      wordFile({ body: p('正文。'), more: { 'word/vbaProject.bin': 'x' } }),
      '“甲.docx”含有宏，不予接收，请另存为不含宏的 .docx。',
    ],
    ['a password', '甲.docx', compound('EncryptedPackage'), '“甲.docx”设有打开密码，请先去掉密码。'],
    ['a damaged old Word file', '甲.doc', compound('WordDocument'), '“甲.doc”是旧版 Word 或 WPS 文件，无法读取，请另存为 .docx。'],
    [
      'a document type',
      '甲.docx',
      wordFile({ body: '', more: { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><w:document/>' } }),
      '“甲.docx”含有不允许的文档类型声明，不予读取。',
    ],
    ['a part that swells', '甲.docx', wordFile({ body: '', more: { 'word/document.xml': bomb } }), '“甲.docx”过大，无法读取。'],
    ['nesting', '甲.docx', wordFile({ body: deep }), '“甲.docx”结构嵌套过深，不予读取。'],
    ['an empty document', '甲.docx', wordFile({ body: '<w:p/>' }), '“甲.docx”是空的，没有可以读取的内容。'],
    ['an empty file', '甲.docx', new Uint8Array(), '“甲.docx”是空的，没有可以读取的内容。'],
    ['another compound file', '甲.xls', compound('Workbook'), '不能读取“甲.xls”：不支持这种文件。请另存为 .docx、.pdf、.html 或 .txt。'],
    ['another zip', '甲.xlsx', wordFile({ body: p('正文。') }), '不能读取“甲.xlsx”：不支持这种文件。请另存为 .docx、.pdf、.html 或 .txt。'],
  ]

  it.each(cases)('%s', async (_, name, bytes, sentence) => {
    const error = await read(bytes, name).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(Refusal)
    expect(error instanceof Refusal ? messageText(error.code, error.params) : '').toBe(sentence)
  })
})
