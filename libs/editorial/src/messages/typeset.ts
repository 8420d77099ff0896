import type { Messages } from './message.js'

export const typesetMessages = {
  'template/invalid': { zh: '样式文件有误：{place}：{reason}', en: 'The house style is not right at {place}: {reason}' },
  'typeset/bad-font': {
    zh: '“{name}”不是可用的字体文件（需要 TTF 或 OTF）。',
    en: '“{name}” is not a font file that can be used (TTF or OTF).',
  },
  'typeset/no-song': { zh: '缺少宋体字体文件，无法排版。', en: 'There is no Song face; nothing can be set without it.' },
  'typeset/no-fangsong': { zh: '没有提供仿宋字体，正文以宋体代替。', en: 'No Fangsong face was given; Song stands in for it.' },
  'typeset/missing-glyph': {
    zh: '《{article}》中的“{char}”（{codePoint}）在所有字体中都没有字形。',
    en: '“{char}” ({codePoint}) in “{article}” is in none of the faces.',
  },
  'typeset/loose-line': {
    zh: '有一行字距过大，因为其中有不能拆开的长串。',
    en: 'A line is set loosely because it holds something long that cannot be parted.',
  },
  'typeset/page-forced': {
    zh: '第 {page} 页放不下不可拆分的内容，只能强行分页。',
    en: 'Something that should stay together does not fit page {page} and was parted.',
  },
  'typeset/page-count-doubtful': {
    zh: '《{article}》在 Word 中的页数可能与 PDF 不同，打开后请核对目录页码。',
    en: '“{article}” may fill another number of pages in Word than in the PDF; check the contents there.',
  },
  'typeset/not-a-multiple': {
    zh: '共 {pages} 页，不是 {multiple} 的倍数，骑马订还差 {missing} 页。',
    en: '{pages} pages are no multiple of {multiple}; {missing} are wanting for saddle stitching.',
  },
  'typeset/low-resolution': {
    zh: '图片只有 {width} 像素宽，印出来会很小。',
    en: 'A picture is only {width} pixels wide and prints small.',
  },
} satisfies Messages
