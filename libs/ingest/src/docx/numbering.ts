import { chineseNumber } from '#lib/editorial'
import { child, childrenNamed, value, type XmlElement } from './xml.js'

interface NumberLevel {
  readonly format: string
  /** `%1、`, `（%2）`. */
  readonly text: string
  readonly start: number
  /** The paragraph style this level numbers. */
  readonly style: string | undefined
}

type Levels = ReadonlyMap<number, NumberLevel>

/** Automatic numbers, which Word keeps apart from the text: 一、 （一） 1. */
export class AutoNumbers {
  private readonly counters = new Map<string, number[]>()

  constructor(private readonly lists: ReadonlyMap<string, { readonly key: string; readonly levels: Levels }>) {}

  /** The level a style stands on in a list, where the list says so: the style itself names only the list. Source: ECMA-376-1 17.9.23. */
  levelOf(numId: string, style: string | undefined): number {
    const levels = style === undefined ? [] : [...(this.lists.get(numId)?.levels ?? [])]
    return levels.find(([, level]) => level.style === style)?.[0] ?? 0
  }

  /** The label of the next paragraph of a list, or null when the list is unknown or prints nothing. */
  next(numId: string, level: number): string | null {
    const list = this.lists.get(numId)
    const here = list?.levels.get(level)
    if (list === undefined || here === undefined) return null
    const counters = this.counters.get(list.key) ?? []
    for (let above = 0; above < level; above += 1) counters[above] ??= list.levels.get(above)?.start ?? 1
    counters[level] = counters[level] === undefined ? here.start : counters[level] + 1
    counters.length = level + 1
    this.counters.set(list.key, counters)
    if (here.format === 'bullet') return '•'
    const label = here.text.replace(/%([1-9])/g, (_, one: string) =>
      print(counters[Number(one) - 1] ?? 1, list.levels.get(Number(one) - 1)?.format ?? 'decimal'),
    )
    return label.trim() === '' ? null : label
  }
}

/** Source: ECMA-376-1 17.9; only the formats Chinese documents use. */
export function readNumberings(root: XmlElement | null): AutoNumbers {
  if (root === null) return new AutoNumbers(new Map())
  const abstract = readAbstract(root)
  const lists = new Map<string, { key: string; levels: Levels }>()
  for (const num of childrenNamed(root, 'w:num')) {
    const id = num.attributes['w:numId'] ?? ''
    const base = value(num, 'w:abstractNumId') ?? ''
    const overrides = childrenNamed(num, 'w:lvlOverride')
    lists.set(id, {
      key: overrides.length > 0 ? `num ${id}` : `abstract ${base}`,
      levels: overridden(abstract.get(base) ?? new Map(), overrides),
    })
  }
  return new AutoNumbers(lists)
}

/** Lists by id; one that stands for a list style takes the levels of the list that defines it. Source: ECMA-376-1 17.9.21, 17.9.27. */
function readAbstract(root: XmlElement): Map<string, Levels> {
  const all = childrenNamed(root, 'w:abstractNum')
  const defining = new Map(all.map((one) => [value(one, 'w:styleLink') ?? '', one]))
  return new Map(
    all.map((one) => {
      const linked = value(one, 'w:numStyleLink')
      return [one.attributes['w:abstractNumId'] ?? '', readLevels(linked === undefined ? one : (defining.get(linked) ?? one))]
    }),
  )
}

const readLevels = (element: XmlElement): Levels =>
  new Map(childrenNamed(element, 'w:lvl').map((level) => [Number(level.attributes['w:ilvl'] ?? 0), readLevel(level)]))

const readLevel = (level: XmlElement): NumberLevel => ({
  format: value(level, 'w:numFmt') ?? 'decimal',
  text: value(level, 'w:lvlText') ?? '',
  start: Number(value(level, 'w:start') ?? 1),
  style: value(level, 'w:pStyle'),
})

function overridden(levels: Levels, overrides: readonly XmlElement[]): Levels {
  const own = new Map(levels)
  for (const override of overrides) {
    const at = Number(override.attributes['w:ilvl'] ?? 0)
    const level = child(override, 'w:lvl')
    const start = value(override, 'w:startOverride')
    const base = level === undefined ? own.get(at) : readLevel(level)
    if (base !== undefined) own.set(at, start === undefined ? base : { ...base, start: Number(start) })
  }
  return own
}

function print(number: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'ideographTraditional':
    case 'japaneseCounting':
    case 'taiwaneseCountingThousand':
      return number >= 0 && number <= 9999 ? chineseNumber(number) : String(number)
    case 'decimalFullWidth':
      return String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return number >= 1 && number <= 20 ? String.fromCharCode(0x245f + number) : String(number)
    case 'lowerLetter':
      return String.fromCharCode(96 + (((number - 1) % 26) + 1))
    case 'upperLetter':
      return String.fromCharCode(64 + (((number - 1) % 26) + 1))
    case 'lowerRoman':
      return roman(number).toLowerCase()
    case 'upperRoman':
      return roman(number)
    default:
      return String(number)
  }
}

const ROMAN: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(number: number): string {
  let rest = number
  let text = ''
  for (const [worth, sign] of ROMAN) {
    for (; rest >= worth; rest -= worth) text += sign
  }
  return text
}
