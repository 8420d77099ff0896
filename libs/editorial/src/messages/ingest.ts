import type { Messages } from './message.js'

export const ingestMessages = {
  'ingest/empty': { zh: '“{name}”是空的，没有可以读取的内容。', en: '“{name}” is empty.' },
  'ingest/unsupported': {
    zh: '不能读取“{name}”：不支持这种文件。请另存为 .docx、.pdf、.html 或 .txt。',
    en: 'Cannot read “{name}”: this kind of file is not supported. Save it as .docx, .pdf, .html or .txt.',
  },
  'ingest/text-only': {
    zh: '只读出了文字，表格线和图片没有保留。',
    en: 'Only the text of this file was read; tables and pictures were left behind.',
  },
  'ingest/old-word': {
    zh: '“{name}”是旧版 Word 或 WPS 文件，无法读取，请另存为 .docx。',
    en: '“{name}” is an old Word or WPS file that cannot be read; save it as .docx.',
  },
  'ingest/not-docx': { zh: '“{name}”不是有效的 .docx 文件，可能已损坏或改过扩展名。', en: '“{name}” is not a valid .docx file.' },
  'ingest/not-pdf': { zh: '“{name}”不是有效的 PDF 文件，可能已损坏。', en: '“{name}” is not a valid PDF file.' },
  'ingest/scanned': { zh: '“{name}”是扫描件，没有文字层，无法读取文字。', en: '“{name}” is a scan without text.' },
  'ingest/maybe-table': { zh: '有 {count} 行可能是表格，请核对。', en: '{count} lines may belong to a table.' },
  'ingest/encrypted': { zh: '“{name}”设有打开密码，请先去掉密码。', en: '“{name}” is protected by a password; remove it first.' },
  'ingest/macros': {
    zh: '“{name}”含有宏，不予接收，请另存为不含宏的 .docx。',
    en: '“{name}” contains macros; save it as a .docx without macros.',
  },
  'ingest/too-large': { zh: '“{name}”过大，无法读取。', en: '“{name}” is too large.' },
  'ingest/too-deep': { zh: '“{name}”结构嵌套过深，不予读取。', en: '“{name}” is nested too deeply.' },
  'ingest/doctype': { zh: '“{name}”含有不允许的文档类型声明，不予读取。', en: '“{name}” contains a document type declaration.' },
  'ingest/blocked-page': {
    zh: '网页要求验证，没有取到正文，请复制网页内容粘贴。',
    en: 'The page asks for verification; copy its text and paste it.',
  },
  'ingest/unsure-body': {
    zh: '正文的范围没有把握，请与原网页核对。',
    en: 'Where the article begins and ends is not certain; compare it with the page.',
  },
  'ingest/rule-missed': {
    zh: '规则 {host} 要找的“{text}”在网页里没有，这一项是自动找的；网站可能改版了。',
    en: 'The rule for {host} looks for “{text}”, which the page does not have; that part was found without it. The site may have changed.',
  },
  'ingest/bad-site-rule': {
    zh: '网站 {host} 的读取规则写法有误：“{text}”。',
    en: 'The reading rule for {host} is written wrong: “{text}”.',
  },
  'ingest/front-matter-unreadable': {
    zh: '文件开头的说明（front matter）第 {line} 行写法有误。',
    en: 'The front matter cannot be read at line {line}.',
  },
  'ingest/issue-unreadable': { zh: 'issue.yaml 第 {line} 行写法有误，无法读取。', en: 'issue.yaml cannot be read at line {line}.' },
  'ingest/issue-not-map': { zh: 'issue.yaml 的内容不是“名称: 值”的形式。', en: 'issue.yaml is not a map of names and values.' },
  'ingest/issue-not-text': { zh: 'issue.yaml 中 {place} 应当是文字。', en: '{place} in issue.yaml must be text.' },
  'ingest/issue-not-number': { zh: 'issue.yaml 中 {place} 应当是正整数。', en: '{place} in issue.yaml must be a whole number above zero.' },
  'ingest/issue-not-date': {
    zh: 'issue.yaml 中 {place} 应当是日期，如 2024-10-08。',
    en: '{place} in issue.yaml must be a date such as 2024-10-08.',
  },
  'ingest/issue-not-list': { zh: 'issue.yaml 中 {place} 应当是列表。', en: '{place} in issue.yaml must be a list.' },
  'ingest/issue-not-column': {
    zh: 'issue.yaml 中 {place} 应当写明栏目的 name 和 articles。',
    en: '{place} in issue.yaml must give name and articles of a column.',
  },
  'ingest/issue-not-article': {
    zh: 'issue.yaml 中 {place} 应当写明稿件的 file 或 url。',
    en: '{place} in issue.yaml must give file or url of an article.',
  },
  'ingest/issue-file-or-url': {
    zh: 'issue.yaml 中 {place} 应当在 file 和 url 中写一个，且只写一个。',
    en: '{place} in issue.yaml must give either file or url.',
  },
  'ingest/issue-no-columns': { zh: 'issue.yaml 没有列出任何栏目（columns）。', en: 'issue.yaml lists no columns.' },
  'ingest/issue-unknown-field': { zh: 'issue.yaml 中有不认识的字段 {place}。', en: 'Unknown field {place} in issue.yaml.' },
  'ingest/unknown-fence': {
    zh: '不认识的标记“::: {name}”，其中的文字按普通段落处理。',
    en: 'Unknown fence “::: {name}”; its lines are plain paragraphs.',
  },
  'ingest/picture-missing': { zh: '没有找到图片“{name}”。', en: 'Picture “{name}” was not found.' },
  'ingest/picture-too-large': {
    zh: '图片“{name}”像素太多，没有收入，请缩小后再放进来。',
    en: 'Picture “{name}” has too many pixels and was left out.',
  },
  'ingest/picture-unreadable': {
    zh: '图片“{name}”无法使用，只支持 PNG 和 JPEG。',
    en: 'Picture “{name}” cannot be used; only PNG and JPEG are supported.',
  },
  'ingest/picture-left-behind': {
    zh: '粘贴时图片没有一起带来，请把图片拖进来，或者上传原来的 Word 文件。',
    en: 'Pictures did not come along with the paste: drop them in, or upload the Word file.',
  },
  'ingest/removed-debris': { zh: '去掉了网页上的“{text}”。', en: 'Left out “{text}”, which belongs to the web page.' },
  'ingest/attachment': {
    zh: '原文附有文件“{name}”，列在稿件的“原件”里。',
    en: 'The file “{name}” is offered with it; the article lists it under “Origin”.',
  },
  'ingest/title-not-found': { zh: '目录中的“{title}”在正文里没有找到。', en: '“{title}” of the contents was not found in the body.' },
  'ingest/title-differs': {
    zh: '目录中的“{title}”与正文标题不完全一致，请核对。',
    en: '“{title}” of the contents differs from the title in the body.',
  },
  'ingest/unplaced-line': { zh: '这一行没有归入任何稿件。', en: 'This line belongs to no article.' },
  'ingest/removed-line': {
    zh: '这一行是页眉、页脚或页码，没有收入稿件。',
    en: 'This line is a running head, foot or page number and was left out.',
  },
  'ingest/no-body': { zh: '“{title}”只有标题，没有正文。', en: '“{title}” has a title but no body.' },
  'ingest/damaged-text': {
    zh: '文字层疑似损坏，有些字被换成了别的字，请核对后再用。',
    en: 'The text layer looks damaged: some characters stand for others.',
  },
  'ingest/not-feed': { zh: '“{name}”不是订阅源（RSS、Atom 或 JSON）。', en: '“{name}” is no feed (RSS, Atom or JSON).' },
  'ingest/bad-list-rule': { zh: '列表规则中的“{text}”不是有效的选择器。', en: '“{text}” in the list rule is no selector.' },
  'ingest/not-roster': {
    zh: '“{name}”不是名册：第一行应有“类别”“名称”等列名。',
    en: '“{name}” is no roster: its first line must name the columns 类别, 名称 and so on.',
  },
  'ingest/odd-archive': { zh: '“{name}”的内部结构异常，不予读取。', en: '“{name}” is put together as no honest file is.' },
  'ingest/removed-hidden': { zh: '网页里看不见的文字没有读入：“{text}”。', en: 'Words hidden on the page were left out: “{text}”.' },
  'ingest/made-to-fit': {
    zh: '有的内容超出了一篇稿件能容纳的范围，已分开或改作普通段落，请核对。',
    en: 'Some of it was more than an article can hold; it was parted or made plain paragraphs.',
  },
  'ingest/no-title': {
    zh: '没有读到标题，暂用正文开头作标题，请改正。',
    en: 'No title was found; the beginning of the text stands in, please change it.',
  },
  'ingest/no-source': { zh: '没有读到来源。', en: 'No source was found.' },
  'ingest/no-date': { zh: '没有读到来源日期。', en: 'No source date was found.' },
} satisfies Messages
