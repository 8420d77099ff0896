import { z } from 'zod'
import { readLength } from '../units.js'

/** `37mm`, `16pt` or a 字号, turned into points. */
const length = z.string().transform((text, context) => {
  const value = readLength(text)
  if (value === null) context.issues.push({ code: 'custom', input: text, message: '应写成长度，如 37mm、16pt 或 三号' })
  return value ?? 0
})

const face = z.enum(['song', 'fangsong', 'hei', 'kai', 'title'])
const color = z.enum(['black', 'red', 'grey', 'link'])
const lines = z.number().min(0).max(40)
const em = z.number().min(-10).max(40)
const startOn = z.enum(['page', 'recto'])

const styleChange = z.strictObject({
  title: z.string().optional(),
  face: face.optional(),
  bold: z.boolean().optional(),
  color: color.optional(),
  size: length.optional(),
  pitch: length.optional(),
  align: z.enum(['justify', 'left', 'center', 'right']).optional(),
  firstIndent: em.optional(),
  left: em.optional(),
  right: em.optional(),
  before: lines.optional(),
  after: lines.optional(),
  keepNext: z.boolean().optional(),
  keepTogether: z.boolean().optional(),
})

const page = z.strictObject({
  width: length,
  height: length,
  head: length,
  binding: length,
  mirrored: z.boolean(),
  characters: z.int().min(6).max(80),
  lines: z.int().min(4).max(80),
  size: length,
  pitch: length,
  multipleOf: z.int().min(1).max(16).default(1),
})

const coverLine = z.strictObject({
  role: z.enum(['masthead', 'publisher', 'issue-number', 'cover-line']),
  text: z.string(),
  before: lines.default(0),
  unless: z.string().nullable().default(null),
})
const coverRule = z.strictObject({ rule: length, color: color.default('black'), before: lines.default(0), after: lines.default(0) })

const cover = z.strictObject({ kind: z.enum(['page', 'head']), lines: z.array(z.union([coverLine, coverRule])).min(1) })

const contents = z.strictObject({
  heading: z.string(),
  place: z.enum(['own', 'head']).default('own'),
  startOn,
  numbering: z.enum(['none', 'roman']),
  column: z.string().nullable(),
  columnPage: z.boolean(),
  person: z.string().nullable(),
  subtitle: z.string().nullable(),
  leader: z.string().length(1).default('…'),
  reserve: z.number().min(2).max(8).default(3),
})

const source = z.strictObject({
  position: z.enum(['after-title', 'end', 'none']),
  pattern: z.string(),
  dated: z.string().nullable().default(null),
  dateForm: z.enum(['chinese', 'padded', 'iso']).default('chinese'),
  marks: z.enum(['papers', 'always', 'never']),
  notWithDocumentNumber: z.boolean(),
})

const articles = z.strictObject({
  startOn: z.enum(['flow', 'page', 'recto']),
  person: z.enum(['prefix', 'line', 'end', 'none']),
  prefix: z.string().default('{author} | {title}'),
  subtitle: z.enum(['below', 'above', 'none']),
  subtitleMark: z.string().default('——'),
  source,
  documentNumber: z.boolean(),
  gapAfterHead: lines.default(1),
  documentDate: z.string().nullable(),
  runInHeadings: z.boolean(),
  annexOnNewPage: z.boolean(),
})

const furniture = z.strictObject({
  parts: z.array(z.string()).min(1),
  place: z.enum(['center', 'left', 'right', 'outer']),
  inset: em.default(0),
  distance: length,
  rule: length.default(0),
  onContents: z.boolean().default(false),
})

/** template.json as it is written. Unknown members are errors: a misspelt switch would otherwise do nothing, silently. */
export const templateSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  numbering: z.strictObject({ pattern: z.string(), total: z.boolean() }),
  documentTitle: z.string(),
  page,
  styles: z.record(z.string(), styleChange).default({}),
  cover: cover.nullable(),
  contents: contents.nullable(),
  columns: z.strictObject({ label: z.string().nullable() }),
  articles,
  header: furniture.nullable(),
  footer: furniture.nullable(),
  colophon: z.strictObject({ lines: z.array(z.string()).min(1) }).nullable(),
})
