import { readDateText } from '../forms/date-text.js'
import { isDocumentNumberLine, normalDocumentNumber } from '../forms/line-forms.js'
import type { Read } from './read-value.js'

/** What the head of a published official document says of it: 发文机关, 发文字号, 成文日期. */
export interface DocumentFacts {
  readonly organ: Read | null
  readonly documentNumber: Read | null
  readonly documentDate: Read | null
}

const ORGAN = /^(?:发文机关|发文机构|发布机构|制发机关|发文单位)$/
const NUMBER = /^(?:发文字号|文件?\s*号|发文文号)$/
const DATE = /^(?:成文日期|生成日期|发文日期|签发日期)$/
/** House: values are short; a longer one is another cell. */
const LONGEST = 60

/** Reads labels with their values: `发文机关：X` on one line, or the label in one cell and the value in the next. */
export function readDocumentFacts(lines: readonly string[]): DocumentFacts {
  const pairs = lines.flatMap((line, index) => pairAt(line, lines[index + 1] ?? ''))
  const say = (label: RegExp, read: (value: string) => string | null): Read | null => {
    for (const [name, value] of pairs) {
      const found = label.test(name) ? read(value) : null
      if (found !== null) return { value: found, from: name }
    }
    return null
  }
  return {
    organ: say(ORGAN, (value) => (/\p{Script=Han}{2}/u.test(value) ? value : null)),
    documentNumber: say(NUMBER, (value) => (isDocumentNumberLine(value) ? normalDocumentNumber(value) : null)),
    documentDate: say(DATE, readDateText),
  }
}

function pairAt(line: string, next: string): [string, string][] {
  const [, name = '', value = ''] = /^([^：:]{2,8}?)\s*[：:]\s*(.*)$/.exec(line) ?? ['', line, '']
  const label = name.replace(/\s/g, '')
  if (label.length < 2 || label.length > 8) return []
  const said = value === '' ? next : value
  return said !== '' && said.length <= LONGEST ? [[label, said.trim()]] : []
}
