import { CHINESE_NUMBERS, p, type WordParts } from './word-files.js'

/** One paragraph of a paper: 0 is the title, 1 to 4 are headings, `p` is text. Numbers stand apart from the words, for Word may keep them apart. */
export type PaperLine = readonly [level: 0 | 1 | 2 | 3 | 'p', number: string, words: string]

const TEXTS = [
  '各单位要提高认识，压实责任，完善制度，强化检查，确保各项任务落到实处、取得实效。',
  '学校成立工作专班，定期调度、定期通报，及时研究解决推进中遇到的困难和问题。',
  '要坚持因地制宜、分类施策，鼓励基层结合实际大胆探索，形成可复制、可推广的做法。',
  '经费由学校统筹安排，专款专用，任何单位和个人不得截留、挪用。',
]

/** A paper of three parts with two or three sections each; `seed` picks its words. */
export function paper(seed: number): PaperLine[] {
  const subject = ['实验室安全', '图书馆开放', '研究生培养', '教师发展', '校园阅读'][seed % 5] ?? ''
  const heads = [
    ['总体要求', '指导思想', '基本原则'],
    ['重点任务', '健全工作机制', '完善配套制度', '加强队伍建设'],
    ['保障措施', '强化组织领导', '加大投入力度'],
  ]
  const lines: PaperLine[] = [[0, '', `关于加强${subject}工作的实施方案`]]
  let text = seed
  const say = (): void => {
    lines.push(['p', '', TEXTS[text++ % TEXTS.length] ?? ''])
  }
  heads.forEach(([first = '', ...rest], part) => {
    lines.push([1, `${'一二三'[part]}、`, `${first}`])
    if (part === 1) say()
    rest.forEach((head, section) => {
      lines.push([2, `（${'一二三四'[section]}）`, head])
      say()
      if (part === 1 && section === 0) {
        lines.push([3, '1.', `明确${subject}责任`])
        say()
        lines.push([3, '2.', '细化工作清单'])
        say()
      }
    })
  })
  return lines
}

/** How one office sets its papers. */
export interface Habit {
  readonly name: string
  readonly parts?: Omit<WordParts, 'body'>
  /** The body of the paper, set. */
  readonly set: (lines: readonly PaperLine[]) => string
}

type Setter = (number: string, words: string) => string

const title: Setter = (_, words) => p(words, { align: 'center', size: 44, face: '方正小标宋简体' })
const text: Setter = (_, words) => p(words, { face: '仿宋_GB2312', size: 32 })

const setting =
  (levels: { readonly 0?: Setter; readonly 1: Setter; readonly 2: Setter; readonly 3: Setter; readonly p?: Setter }) =>
  (lines: readonly PaperLine[]): string =>
    lines
      .map(([level, number, words]) => ((level === 'p' ? levels.p : levels[level]) ?? (level === 0 ? title : text))(number, words))
      .join('')

const typed =
  (face: string, more = {}): Setter =>
  (number, words) =>
    p(number + words, { face, size: 32, ...more })
const listed =
  (list: string, more = {}): Setter =>
  (_, words) =>
    p(words, { size: 32, list, ...more })
const styled =
  (style: string): Setter =>
  (_, words) =>
    p(words, { style })
const bare =
  (face: string): Setter =>
  (_, words) =>
    p(words, { face, size: 32 })

const style = (id: string, name: string, inside: string, kind = 'paragraph'): string =>
  `<w:style w:type="${kind}" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`
const faceOf = (face: string): string => `<w:rPr><w:rFonts w:eastAsia="${face}"/></w:rPr>`

/** A paragraph whose run carries these raw properties. */
const raw = (properties: string, words: string, paragraph = ''): string =>
  `<w:p><w:pPr>${paragraph}</w:pPr><w:r><w:rPr>${properties}</w:rPr><w:t>${words}</w:t></w:r></w:p>`

const box = (inner: string): string =>
  `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`

const NUMBERED_STYLES =
  style('h1', '一级', `<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>${faceOf('黑体')}`) +
  style('h2', '二级', `<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>${faceOf('楷体')}`) +
  style('h3', '三级', '<w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr>')

/** The levels of a list name the style they number; the style names only the list. */
const LINKED_LEVELS = `<w:abstractNum w:abstractNumId="4">${[
  ['h1', 'chineseCountingThousand', '%1、'],
  ['h2', 'chineseCountingThousand', '（%2）'],
  ['h3', 'decimal', '%3.'],
]
  .map(
    ([id, format, label], level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:pStyle w:val="${id}"/><w:lvlText w:val="${label}"/></w:lvl>`,
  )
  .join('')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>`

export const HABITS: readonly Habit[] = [
  { name: 'typed numbers, faces', set: setting({ 1: typed('黑体'), 2: typed('楷体_GB2312'), 3: typed('仿宋_GB2312', { bold: true }) }) },
  {
    name: 'automatic numbers, faces',
    parts: { numbering: CHINESE_NUMBERS },
    set: setting({
      1: listed('1.0', { face: '黑体' }),
      2: listed('1.1', { face: '楷体' }),
      3: listed('1.2', { face: '仿宋', bold: true }),
    }),
  },
  {
    name: 'automatic numbers, no faces',
    parts: { numbering: CHINESE_NUMBERS },
    set: setting({ 1: listed('1.0'), 2: listed('1.1'), 3: listed('1.2') }),
  },
  {
    name: 'numbers by style',
    parts: { numbering: CHINESE_NUMBERS, styles: NUMBERED_STYLES },
    set: setting({ 1: styled('h1'), 2: styled('h2'), 3: styled('h3') }),
  },
  {
    name: 'styles named by the levels of the list',
    parts: {
      numbering: LINKED_LEVELS,
      styles:
        style('h1', '标一', `<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>${faceOf('黑体')}`) +
        style('h2', '标二', `<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>${faceOf('楷体')}`) +
        style('h3', '标三', '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>'),
    },
    set: setting({ 1: styled('h1'), 2: styled('h2'), 3: styled('h3') }),
  },
  {
    name: 'a list that begins where another list is told to',
    parts: {
      numbering: `${CHINESE_NUMBERS}<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
    },
    set: (lines) =>
      setting({ 1: listed('2.0', { face: '黑体' }), 2: listed('2.1', { face: '楷体' }), 3: listed('2.2') })(lines).replace(
        '</w:p>',
        `</w:p>${p('经学校研究，制定本方案，请各单位认真遵照执行。', { list: '1.0', size: 32 })}`,
      ),
  },
  {
    name: 'a level written anew',
    parts: {
      numbering: `${CHINESE_NUMBERS.replace('（%2）', '%2)')}<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:lvlOverride></w:num>`,
    },
    set: setting({ 1: listed('3.0'), 2: listed('3.1'), 3: listed('3.2') }),
  },
  {
    name: 'faces from styles they are based on',
    parts: {
      styles:
        style('a', '公文一级', faceOf('黑体')) +
        style('b', '我的一级', '<w:basedOn w:val="a"/>') +
        style('c', '公文二级', faceOf('楷体_GB2312')) +
        style('d', '我的二级', '<w:basedOn w:val="c"/><w:rPr><w:sz w:val="32"/></w:rPr>'),
    },
    set: setting({ 1: styled('b'), 2: styled('d'), 3: typed('仿宋', { bold: true }) }),
  },
  {
    name: 'faces from character styles',
    parts: { styles: style('x', '黑', faceOf('黑体'), 'character') + style('y', '楷', faceOf('楷体'), 'character') },
    set: setting({
      1: (number, words) => raw('<w:rStyle w:val="x"/>', number + words),
      2: (number, words) => raw('<w:rStyle w:val="y"/>', number + words),
      3: typed('仿宋', { bold: true }),
    }),
  },
  {
    name: 'the title in a text box',
    set: setting({
      0: (_, words) => box(p(words, { align: 'center', size: 44 })),
      1: typed('黑体'),
      2: typed('楷体'),
      3: typed('仿宋', { bold: true }),
    }),
  },
  {
    name: 'everything in content controls',
    set: (lines) =>
      setting({ 1: typed('黑体'), 2: typed('楷体'), 3: typed('仿宋', { bold: true }) })(lines).replace(
        /<w:p>.*?<\/w:p>/g,
        (paragraph) => `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph}</w:sdtContent></w:sdt>`,
      ),
  },
  { name: 'no numbers, faces alone', set: setting({ 1: bare('黑体'), 2: bare('楷体_GB2312'), 3: typed('仿宋_GB2312') }) },
  {
    name: 'outline levels under names of the house',
    parts: {
      styles: ['一', '二', '三']
        .map((name, level) => style(`o${level + 1}`, `层次${name}`, `<w:pPr><w:outlineLvl w:val="${level}"/></w:pPr>`))
        .join(''),
    },
    set: setting({ 1: styled('o1'), 2: styled('o2'), 3: styled('o3') }),
  },
  {
    name: 'the title broken over lines',
    set: setting({
      0: (_, words) => raw('<w:sz w:val="44"/>', `${words.slice(0, 7)}</w:t><w:br/><w:t>${words.slice(7)}`, '<w:jc w:val="center"/>'),
      1: typed('黑体'),
      2: typed('楷体'),
      3: typed('仿宋'),
    }),
  },
  {
    name: 'faces by theme',
    parts: {
      more: {
        'word/theme/theme1.xml':
          '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme><a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:font script="Hans" typeface="黑体"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface="楷体"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>',
      },
    },
    set: setting({
      1: (_, words) => raw('<w:rFonts w:eastAsiaTheme="majorEastAsia"/>', words),
      2: (_, words) => raw('<w:rFonts w:eastAsiaTheme="minorEastAsia"/>', words),
      3: typed('仿宋', { bold: true }),
    }),
  },
  {
    name: 'faces named for Latin letters only',
    set: setting({
      1: (_, words) => raw('<w:rFonts w:hint="eastAsia" w:ascii="黑体" w:hAnsi="黑体"/>', words),
      2: (_, words) => raw('<w:rFonts w:hint="eastAsia" w:ascii="楷体" w:hAnsi="楷体"/>', words),
      3: typed('仿宋', { bold: true }),
    }),
  },
  {
    name: 'bold alone, typed numbers',
    set: setting({ 1: typed('宋体', { bold: true }), 2: typed('宋体', { bold: true }), 3: typed('宋体', { bold: true }) }),
  },
  {
    name: 'under revision',
    set: (lines) =>
      setting({ 1: typed('黑体'), 2: typed('楷体'), 3: typed('仿宋', { bold: true }) })(lines).replace(
        /<w:r>(.*?)<\/w:r>/g,
        '<w:ins><w:r>$1</w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>',
      ),
  },
  {
    name: 'a list style linked to its list',
    parts: {
      numbering: CHINESE_NUMBERS.replace(
        '<w:abstractNum w:abstractNumId="0">',
        '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="L"/>',
      ).replace(
        '<w:num w:numId="1">',
        '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="9"/></w:num><w:num w:numId="1">',
      ),
    },
    set: setting({ 1: listed('5.0'), 2: listed('5.1'), 3: listed('5.2') }),
  },
  {
    name: 'numbers of mixed faces: the number in one face, the words in another',
    set: setting({
      1: (number, words) =>
        `<w:p><w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="黑体"/></w:rPr><w:t>${number}</w:t></w:r><w:r><w:rPr><w:rFonts w:eastAsia="SimHei"/></w:rPr><w:t>${words}</w:t></w:r></w:p>`,
      2: (number, words) =>
        `<w:p><w:r><w:rPr><w:rFonts w:eastAsia="KaiTi_GB2312"/></w:rPr><w:t>${number}</w:t></w:r><w:r><w:rPr><w:rFonts w:eastAsia="楷体_GB2312"/></w:rPr><w:t>${words}</w:t></w:r></w:p>`,
      3: typed('仿宋', { bold: true }),
    }),
  },
]
