import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { articlesInOrder, type IssueContent, sha256Hex } from '#lib/editorial'
import { importBulletin, readIssueYaml, readMarkdown, withDescription } from '#lib/ingest'
import { type FaceRole, openFaces, readTemplate, type Template } from '#lib/typeset'

const root = fileURLToPath(new URL('../../', import.meta.url))
const bulletins = `${root}../shared/bulletins/`

/** An issue to lay out, with the house style it wants. */
export interface IssueAtHand {
  readonly name: string
  readonly issue: IssueContent
  readonly template: Template
}

const templateOf = (style: string): Template => readTemplate(JSON.parse(readFileSync(`${root}templates/${style}/template.json`, 'utf8')))

export const styles: readonly string[] = readdirSync(`${root}templates`).sort()

/** The faces that ship. */
export function shippedFaces(): ReturnType<typeof openFaces> {
  const roles: FaceRole[] = ['song', 'title', 'hei', 'kai']
  return openFaces(roles.map((role) => ({ id: role, role, bytes: readFileSync(`${root}fonts/bianyin-${role}.ttf`), sha256: role })))
}

/** The sample issue of a house style. */
export function sampleOf(style: string): IssueAtHand {
  const folder = `${root}templates/${style}/sample/`
  const described = readIssueYaml(readFileSync(`${folder}issue.yaml`, 'utf8'))
  const pictures = readdirSync(folder).filter((name) => /\.(png|jpe?g)$/.test(name))
  const attachments = Object.fromEntries(pictures.map((name) => [name, new Uint8Array(readFileSync(folder + name))]))
  const columns = described.columns.map((column) => ({
    name: column.name,
    articles: column.articles.map((entry) =>
      withDescription(readMarkdown(readFileSync(`${folder}${entry.file}`, 'utf8'), attachments).content, entry),
    ),
  }))
  return { name: `sample of ${style}`, issue: { ...described, columns }, template: templateOf(style) }
}

/** The pictures of a sample by their hash; the bulletins have none. */
export function picturesOf(name: string): Map<string, Uint8Array> {
  const style = name.replace('sample of ', '')
  if (!styles.includes(style)) return new Map()
  const folder = `${root}templates/${style}/sample/`
  const files = readdirSync(folder).filter((file) => /\.(png|jpe?g)$/.test(file))
  return new Map(
    files.map((file) => {
      const bytes = new Uint8Array(readFileSync(folder + file))
      return [sha256Hex(bytes), bytes]
    }),
  )
}

/** The past bulletins at hand, where they are: test input that is not part of the project. */
export function bulletinsAtHand(): IssueAtHand[] {
  const known = [
    { file: 'planning-and-decision-2024-10', style: 'planning-and-decision' },
    { file: 'jsut-digest-2023-12', style: 'digest' },
  ]
  return known
    .filter(({ file }) => existsSync(`${bulletins}${file}.txt`))
    .map(({ file, style }) => {
      const { facts, columns } = importBulletin({ text: readFileSync(`${bulletins}${file}.txt`, 'utf8'), name: `${file}.txt` })
      const issue = {
        ...facts,
        titleLines: [],
        columns: columns.map(({ name, articles }) => ({ name, articles: articles.map((one) => one.content) })),
      }
      return { name: file, issue: issue as IssueContent, template: templateOf(style) }
    })
}

export const everyIssue = (): IssueAtHand[] => [...styles.map(sampleOf), ...bulletinsAtHand()]

/** An issue several times as long: its columns over and over. */
export function timesOver(issue: IssueContent, times: number): IssueContent {
  return { ...issue, columns: Array.from({ length: times }, () => issue.columns).flat() }
}

export const articleCount = (issue: IssueContent): number => articlesInOrder(issue).length
