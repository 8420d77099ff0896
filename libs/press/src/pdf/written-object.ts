const escapable = /[\n\r\t\b\f()\\]/g
const escapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
  '\\': '\\\\',
  '(': '\\(',
  ')': '\\)',
}

/** What is written as `N 0 R`: objects of ours; pdfkit's own are known by what they can do. */
export abstract class Reference {
  abstract readonly id: number
}

/**
 * A value as it stands in the file, one byte a character, spaced as pdfkit spaces it: strings are names, `String` objects text, references `N 0 R`.
 * Answers null where a value is of a kind only pdfkit can write (its dates and trees).
 * Source: ISO 32000-1 §7.3. House: a tagged file has ten thousand such objects, and pdfkit's own way through its stream takes three times as long.
 */
export function writtenObject(value: unknown): string | null {
  if (typeof value === 'string') return `/${value}`
  if (typeof value === 'number') return Number.isInteger(value) ? `${value}` : String(Math.round(value * 1e6) / 1e6)
  if (typeof value !== 'object' || value === null) return String(value)
  if (value instanceof Reference) return `${value.id} 0 R`
  if (Array.isArray(value)) return writtenArray(value)
  if (value instanceof String) return writtenText(String(value))
  if (isReference(value)) return `${value.id} 0 R`
  return Object.getPrototypeOf(value) === Object.prototype ? writtenDictionary(value as Readonly<Record<string, unknown>>) : null
}

const isReference = (value: object): value is { readonly id: number } => 'finalize' in value

function writtenArray(values: readonly unknown[]): string | null {
  let text = '['
  for (let index = 0; index < values.length; index++) {
    const one = writtenObject(values[index] ?? null)
    if (one === null) return null
    text += index === 0 ? one : ` ${one}`
  }
  return `${text}]`
}

function writtenDictionary(dictionary: Readonly<Record<string, unknown>>): string | null {
  let text = '<<\n'
  for (const key of Object.keys(dictionary)) {
    const value = dictionary[key]
    if (value === undefined) continue
    const one = writtenObject(value)
    if (one === null) return null
    text += `/${key} ${one}\n`
  }
  return `${text}>>`
}

/** Text in seven bits as it is, any other as UTF-16 with its mark. Source: ISO 32000-1 §7.9.2.2. */
function writtenText(text: string): string {
  const bytes = /^[\0-\x7f]*$/.test(text) ? text : `\xfe\xff${Buffer.from(text, 'utf16le').swap16().toString('latin1')}`
  return `(${bytes.replace(escapable, (character) => escapes[character] ?? character)})`
}
