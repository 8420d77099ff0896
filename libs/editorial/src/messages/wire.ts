import type { Messages } from './message.js'

/** What is said at one place of a request that does not fit. */
export const wireMessages = {
  'wire/invalid-text': {
    zh: '第 {position} 位有不允许的控制字符或残缺字符。',
    en: 'A control character or broken character stands at position {position}.',
  },
  'wire/bidi-text': {
    zh: '第 {position} 位有改变文字方向的字符。',
    en: 'A character that turns the reading order stands at position {position}.',
  },
  'wire/too-long': { zh: '太长，最多 {limit} 字。', en: 'Too long; at most {limit} characters.' },
  'wire/blank': { zh: '不能为空白。', en: 'Must not be blank.' },
  'wire/unknown-field': { zh: '没有这一项。', en: 'There is no such field.' },
  'wire/no-such-date': { zh: '没有这一天。', en: 'There is no such date.' },
  'wire/invalid-address': { zh: '网址不合要求。', en: 'This is not a usable address.' },
  'wire/no-such-note': { zh: '正文引用了不存在的注释“{note}”。', en: 'The text calls for a note “{note}” that is not there.' },
  'wire/too-many-notes': { zh: '注释太多。', en: 'Too many notes.' },
  'wire/bad-selector': {
    zh: '选择器第 {position} 个字符处看不懂；可以用标签、#标识、.类、[属性]、空格、大于号、逗号和 :first-child 一类的位置。',
    en: 'The selector cannot be read at character {position}; use tags, #ids, .classes, [attributes], blanks, > and commas, and places such as :first-child.',
  },
  'wire/too-many': { zh: '数目太大。', en: 'Too many.' },
} satisfies Messages
