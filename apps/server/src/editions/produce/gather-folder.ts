import { access, readdir, readFile } from 'node:fs/promises'
import { dirname, extname, isAbsolute, join, relative, sep } from 'node:path'
import { type ArticleContent, articleContent, invalid } from '#lib/editorial'
import { type ArticleDescription, type IssueDescription, readIssueYaml, withDescription } from '#lib/ingest'
import type { Collector } from '../../articles/collector.js'
import type { PageCollector } from '../../sources/pages/page-collector.js'
import type { GatheredArticle, Gathering } from './gathering.js'

/** Who reads files, and who fetches addresses. */
export interface Readers {
  readonly files: Pick<Collector, 'readFit'>
  readonly pages: Pick<PageCollector, 'collect'>
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

export const mediaTypeOf = (name: string): string => mediaTypes[extname(name).toLowerCase()] ?? 'application/octet-stream'

/** House: pictures beside the articles; a folder with more is not a bulletin's. */
const MOST_PICTURES = 500

/** Reads a folder with issue.yaml and its article files. Refuses, by name: what is missing, what lies outside the folder, what cannot be read. */
export async function gatherFolder(folder: string, name: string, readers: Readers): Promise<Gathering> {
  const { style, columns, ...facts } = await readDescription(folder)
  const pictures = await picturePaths(folder)
  const gathered: Gathering['columns'][number][] = []
  for (const column of columns) {
    const articles: GatheredArticle[] = []
    for (const one of column.articles) articles.push(await gatherArticle(folder, one, pictures, readers))
    gathered.push({ name: column.name, articles })
  }
  return { name, style, facts, columns: gathered, original: null, bulletin: null }
}

/** What issue.yaml says, every file it names being there. */
export async function readDescription(folder: string): Promise<IssueDescription> {
  const yaml = await readFile(join(folder, 'issue.yaml'), 'utf8').catch(() => {
    throw invalid('produce/no-description', { path: folder })
  })
  const description = readIssueYaml(yaml)
  for (const { file } of description.columns.flatMap((column) => column.articles)) {
    if (file === null) continue
    await access(pathInside(folder, file)).catch(() => {
      throw invalid('produce/file-missing', { file })
    })
  }
  return description
}

async function gatherArticle(
  folder: string,
  said: ArticleDescription,
  pictures: readonly string[],
  { files, pages }: Readers,
): Promise<GatheredArticle> {
  if (said.file === null) return gatherPage(said, pages)
  const path = pathInside(folder, said.file)
  const bytes = await readFile(path)
  const attachments = await readPictures(dirname(path), pictures)
  const mediaType = mediaTypeOf(said.file)
  const [manuscript] = await files.readFit({ bytes, name: said.file, mediaType, url: null, attachments })
  if (manuscript === undefined) throw invalid('produce/no-articles', { input: said.file })
  const content = described(manuscript.content, said, said.file)
  const original = { bytes, name: said.file, mediaType, origin: 'folder', url: null } as const
  return { content, pictures: manuscript.pictures, original, lines: null, warnings: manuscript.warnings }
}

/** An address instead of a file: fetched as the desk would fetch it, with its pictures. */
async function gatherPage(said: ArticleDescription, pages: Readers['pages']): Promise<GatheredArticle> {
  const { manuscript, bytes, name, mediaType, url } = await pages.collect(said.url ?? '', [])
  const content = described({ ...manuscript.content, url: manuscript.content.url ?? url }, said, name)
  const original = { bytes, name, mediaType, origin: 'web', url } as const
  return { content, pictures: manuscript.pictures, original, lines: null, warnings: manuscript.warnings }
}

/** What issue.yaml says of an article goes before what was read. */
function described(content: ArticleContent, said: ArticleDescription, name: string): ArticleContent {
  const whole = withDescription(content, said)
  const flaw = articleContent.safeParse(whole).error?.issues[0]
  if (flaw !== undefined) throw invalid('source/does-not-fit', { name, place: flaw.path.map(String).join('.'), reason: flaw.message })
  return whole
}

function pathInside(folder: string, file: string): string {
  const path = join(folder, file)
  const way = relative(folder, path)
  if (isAbsolute(file) || way.startsWith('..') || isAbsolute(way)) throw invalid('produce/file-outside', { file })
  return path
}

async function picturePaths(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && /\.(png|jpe?g)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .slice(0, MOST_PICTURES)
}

/** Pictures by the name an article in this folder calls them. */
async function readPictures(from: string, paths: readonly string[]): Promise<Record<string, Uint8Array>> {
  const named = await Promise.all(paths.map(async (path) => [relative(from, path).split(sep).join('/'), await readFile(path)] as const))
  return Object.fromEntries(named)
}
