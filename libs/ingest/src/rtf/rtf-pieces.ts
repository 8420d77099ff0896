import { type Run, runsText } from '#lib/editorial'
import { isTitleLike, readNumbering } from '../forms/numbering.js'
import type { TextPiece } from '../piece.js'
import { mergeRuns, sliceRuns, trimRuns } from '../runs.js'
import { type RtfToken, rtfTokens } from './rtf-tokens.js'

/** What a group of an RTF file hands down to the groups in it. */
interface State {
  readonly skip: boolean
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly hidden: boolean
  readonly position: 'sup' | 'sub' | undefined
  /** Half-points. */
  readonly size: number
  readonly align: 'center' | 'right' | undefined
  /** How many bytes stand for a `\u` sign to readers that know none. */
  readonly unicodeSkip: number
  readonly charset: string
}

const PLAIN: State = {
  skip: false,
  bold: false,
  italic: false,
  underline: false,
  hidden: false,
  position: undefined,
  size: 24,
  align: undefined,
  unicodeSkip: 1,
  charset: 'gb18030',
}

/** Parts of a file that are no text of it. Source: RTF 1.9.1, "Destinations". */
const DESTINATIONS = new Set(
  'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf footnote annotation filetbl listtable listoverridetable rsidtbl generator themedata colorschememapping datastore latentstyles xmlnstbl fldinst bkmkstart bkmkend nonshppict shpinst'.split(
    ' ',
  ),
)
const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  cell: '\t',
  nestcell: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u3000',
  enspace: ' ',
  qmspace: ' ',
}
const PARAGRAPH_ENDS = new Set(['par', 'sect', 'page', 'row', 'nestrow', 'line'])
/** Source: the code pages of `\ansicpg`; 936 is read as its superset. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  936: 'gb18030',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
  1252: 'windows-1252',
  65001: 'utf-8',
}
/** House: official titles are 22 pt; anything centred of 18 pt and more is a title. Half-points. */
const TITLE_SIZE = 36

/** Reads the paragraphs of an RTF file with the looks that tell headings. */
export function rtfPieces(text: string): TextPiece[] {
  const reader = new RtfReader()
  for (const token of rtfTokens(text)) reader.take(token)
  return reader.finish()
}

class RtfReader {
  private state = PLAIN
  private readonly stack: State[] = []
  private readonly pieces: TextPiece[] = []
  private runs: Run[] = []
  private sizes: number[] = []
  private bytes: number[] = []
  /** Bytes still to be stepped over after a `\u` sign. */
  private owed = 0
  private starred = false

  take(token: RtfToken): void {
    if (token.kind === 'byte') {
      if (this.owed > 0) this.owed -= 1
      else this.bytes.push(token.byte)
      return
    }
    this.pour()
    if (token.kind === 'open') this.stack.push(this.state)
    else if (token.kind === 'close') this.state = this.stack.pop() ?? PLAIN
    else if (token.kind === 'symbol') this.symbol(token.symbol)
    else this.word(token.word, token.value)
    this.starred = token.kind === 'symbol' && token.symbol === '*'
  }

  finish(): TextPiece[] {
    this.pour()
    this.endParagraph()
    return this.pieces
  }

  private symbol(symbol: string): void {
    if (symbol === '~') this.say(' ')
    else if (symbol === '_') this.say('-')
    else if (symbol === '\\' || symbol === '{' || symbol === '}') this.say(symbol)
  }

  private word(word: string, value: number | null): void {
    if (this.starred || DESTINATIONS.has(word)) this.state = { ...this.state, skip: !(this.starred && word === 'shppict') }
    else if (word === 'u') this.unicode(value ?? 0)
    else if (SIGNS[word] !== undefined) this.say(SIGNS[word] ?? '')
    else if (PARAGRAPH_ENDS.has(word)) this.endParagraph()
    else this.state = { ...this.state, ...lookOf(word, value, this.state) }
  }

  private unicode(value: number): void {
    this.say(String.fromCharCode(value < 0 ? value + 0x10000 : value))
    this.owed = this.state.unicodeSkip
  }

  /** Bytes gathered so far, as characters of their code page. */
  private pour(): void {
    if (this.bytes.length === 0) return
    const text = new TextDecoder(this.state.charset).decode(Uint8Array.from(this.bytes))
    this.bytes = []
    this.say(text)
  }

  private say(text: string): void {
    const { skip, hidden, bold, italic, underline, position, size } = this.state
    if (skip || hidden) return
    this.runs.push({
      text,
      ...(bold ? { bold } : {}),
      ...(italic && !/\p{Script=Han}/u.test(text) ? { italic } : {}),
      ...(underline ? { underline } : {}),
      ...(position === undefined ? {} : { position }),
    })
    if (text.trim() !== '') this.sizes.push(size)
  }

  private endParagraph(): void {
    if (this.state.skip) return
    const runs = withoutLabelGap(trimRuns(mergeRuns(this.runs)))
    if (runsText(runs).trim() !== '') this.pieces.push(pieceOf(runs, this.state.align, Math.max(...this.sizes, 0)))
    this.runs = []
    this.sizes = []
  }
}

/** An automatic number stands before a tab: 一、 and （一） want nothing after them, 1. a blank. */
function withoutLabelGap(runs: readonly Run[]): Run[] {
  const text = runsText(runs)
  const found = /^(\S{1,6}?[、）.．)•])\t+/.exec(text)
  if (found?.[1] === undefined) return [...runs]
  const gap = /[、）]$/.test(found[1]) ? '' : ' '
  const label = sliceRuns(runs, 0, found[1].length)
  return mergeRuns([...label, ...(gap === '' ? [] : [{ ...label.at(-1), text: gap }]), ...sliceRuns(runs, found[0].length, text.length)])
}

/** How a word changes the look of what follows; `\b0` takes it back. */
function lookOf(word: string, value: number | null, state: State): Partial<State> {
  const on = value !== 0
  switch (word) {
    case 'b':
      return { bold: on }
    case 'i':
      return { italic: on }
    case 'ul':
      return { underline: on }
    case 'ulnone':
      return { underline: false }
    case 'v':
      return { hidden: on }
    case 'super':
      return { position: on ? 'sup' : undefined }
    case 'sub':
      return { position: on ? 'sub' : undefined }
    case 'nosupersub':
      return { position: undefined }
    case 'fs':
      return { size: value ?? 24 }
    case 'qc':
      return { align: 'center' }
    case 'qr':
      return { align: 'right' }
    case 'ql':
    case 'qj':
    case 'pard':
      return { align: undefined }
    case 'plain':
      return { bold: false, italic: false, underline: false, hidden: false, position: undefined, size: 24 }
    case 'uc':
      return { unicodeSkip: value ?? 1 }
    case 'ansicpg':
      return { charset: CODE_PAGES[value ?? 0] ?? state.charset }
    default:
      return {}
  }
}

/** A bold line that could be a heading is one; its boldness is its style then. */
function pieceOf(runs: readonly Run[], align: State['align'], size: number): TextPiece {
  const text = runsText(runs).trim()
  const isTitle = align === 'center' && size >= TITLE_SIZE
  const words = sliceRuns(runs, readNumbering(text)?.label.length ?? 0, text.length)
  const isBold = words.every((run) => run.bold === true || run.text.trim() === '')
  const isHeading = isBold && !isTitle && align === undefined && isTitleLike(text) && !/^[（(](?![一二三四五六七八九十])/.test(text)
  const plain = isBold && (isHeading || align === 'center') ? mergeRuns(runs.map(({ bold: _, ...rest }) => rest)) : runs
  return {
    kind: 'text',
    runs: plain,
    ...(align === undefined ? {} : { align }),
    ...(isTitle ? { title: true as const } : {}),
    ...(isHeading ? { level: 1 as const } : {}),
  }
}
