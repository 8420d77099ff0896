import type { Messages } from './message.js'

export const produceMessages = {
  'produce/no-such-input': { zh: '没有找到“{path}”。', en: 'There is no “{path}”.' },
  'produce/no-description': { zh: '文件夹“{path}”里没有 issue.yaml。', en: 'The folder “{path}” has no issue.yaml.' },
  'produce/file-missing': { zh: 'issue.yaml 提到的文件“{file}”不存在。', en: 'issue.yaml names “{file}”, which is not there.' },
  'produce/file-outside': {
    zh: 'issue.yaml 提到的文件“{file}”不在该文件夹内。',
    en: 'issue.yaml names “{file}”, which lies outside the folder.',
  },
  'produce/address-given': {
    zh: 'issue.yaml 中的网址“{url}”请先另存为文件：命令行不联网。',
    en: 'Save the page “{url}” as a file first: the command line does not go online.',
  },
  'produce/no-articles': { zh: '“{input}”里没有找到稿件。', en: 'No articles were found in “{input}”.' },
  'produce/cannot-write': { zh: '不能写入“{path}”。', en: 'Cannot write to “{path}”.' },
  'produce/bad-number': { zh: '--{option} 应是正整数，而不是“{value}”。', en: '--{option} must be a whole number, not “{value}”.' },
  'produce/bad-date': { zh: '--date 应写作 2024-10-08，而不是“{value}”。', en: '--date must be like 2024-10-08, not “{value}”.' },
  'produce/bad-level': { zh: '--fail-on 应是 block 或 warn，而不是“{value}”。', en: '--fail-on must be block or warn, not “{value}”.' },
  'produce/no-publication': { zh: '没有刊名，封面从略。', en: 'No publication name is known; it is left out.' },
  'produce/no-number': { zh: '没有期号，从略。', en: 'No issue number is known; it is left out.' },
  'produce/no-date': { zh: '没有出版日期，从略。', en: 'No date is known; it is left out.' },
  'produce/reading': { zh: '读取 {name}', en: 'Reading {name}' },
  'produce/read': {
    zh: '{articles} 篇稿件，{columns} 个栏目，{characters} 字',
    en: '{articles} articles in {columns} columns, {characters} characters',
  },
  'produce/queued': { zh: '排队', en: 'Waiting' },
  'produce/compose': { zh: '组版', en: 'Composing' },
  'produce/lay-out': { zh: '排版', en: 'Laying out' },
  'produce/pdf': { zh: '生成 PDF，共 {pages} 页', en: 'Writing PDF, {pages} pages' },
  'produce/docx': { zh: '生成 DOCX，共 {pages} 页', en: 'Writing DOCX, {pages} pages' },
  'produce/manifest': { zh: '登记成品', en: 'Recording the edition' },
  'produce/proof': {
    zh: '校对：必须处理 {block} 处，建议 {warn} 处，提示 {info} 处',
    en: 'Proof: {block} must be dealt with, {warn} likely, {info} hints',
  },
  'produce/written': { zh: '已写入 {path}', en: 'Wrote {path}' },
  'produce/damaged-text': {
    zh: '文字层有损：约 {count} 处可疑，见 report.json 的 damage。',
    en: 'The text layer is damaged: about {count} suspect characters, see damage in report.json.',
  },
  'produce/doubts': { zh: '有 {count} 处存疑，见 report.json 的 doubts。', en: '{count} doubts, see doubts in report.json.' },
  'sample/ready': { zh: '示例刊物已排好：\n  {pdf}\n  {docx}', en: 'The sample bulletin is ready:\n  {pdf}\n  {docx}' },
  'import/which-publication': {
    zh: '简报没有写明刊名，请用 --publication 指定。',
    en: 'The bulletin names no publication; name one with --publication.',
  },
  'import/done': { zh: '{articles} 篇稿件已入库，刊物：{publication}', en: '{articles} articles are in the archive of {publication}' },
} satisfies Messages
