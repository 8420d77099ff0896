import { Inject, Injectable } from '@nestjs/common'
import { bodyText, contentHash, countCharacters } from '#lib/editorial'
import { elapsedMs } from '../../platform/clock.js'
import { FILES, type FileStore } from '../../platform/files/file-store.js'
import { type Proofable, Proofreader } from '../../proofs/proofreader.js'
import type { Edition } from '../edition.entity.js'
import { Assembler } from './assembler.js'
import { Gatherer } from './gather.js'
import { type GatheredFacts, type Gathering, gatheredArticles } from './gathering.js'
import { type OutputFile, prepareFolder, writeFiles } from './output-folder.js'
import { type Progress, RenderWait } from './render-wait.js'
import { type Report, reportOf } from './report.js'

export interface ProduceOrder {
  /** A folder with issue.yaml, or one past bulletin. */
  readonly input: string
  readonly out: string
  readonly style: string | null
  /** Facts given by hand go before those of the input. */
  readonly facts: Partial<GatheredFacts>
  readonly signal?: AbortSignal | undefined
  /** Told as it goes: a code with its figures. */
  readonly tell: (code: string, params?: Readonly<Record<string, string | number>>) => void
}

export interface Produced {
  readonly report: Report
  readonly paths: readonly string[]
}

/** The main job without a browser: gather, assemble, print through the queue, proof, write. */
@Injectable()
export class Producer {
  constructor(
    private readonly gatherer: Gatherer,
    private readonly assembler: Assembler,
    private readonly wait: RenderWait,
    private readonly proofreader: Proofreader,
    @Inject(FILES) private readonly files: FileStore,
  ) {}

  /** Refuses what the input or the folder does not allow; until the last moment nothing is written into the folder. */
  async produce(order: ProduceOrder): Promise<Produced> {
    const start = elapsedMs()
    await prepareFolder(order.out)
    const gathering = await this.gather(order)
    const importMs = Math.round(elapsedMs() - start)
    const render = await this.assembler.assemble(gathering, order.style)
    const edition = await this.wait.until(render.id, (progress) => tellProgress(order, progress), order.signal)
    const { date, year } = gathering.facts
    const findings = await this.proofreader.read(proofables(gathering), { issueDate: date ?? (year === null ? null : String(year)) })
    const together = await this.proofreader.readTogether({
      contents: gatheredArticles(gathering).map((one) => one.content),
      columns: gathering.columns.flatMap(({ name, articles }) => articles.map(() => name)),
    })
    const timings = { ...edition.timings, importMs, totalMs: Math.round(elapsedMs() - start) }
    const about = { manifest: edition.manifest, pages: edition.pages, layoutWarnings: edition.warnings }
    const report = reportOf({ gathering, input: order.input, findings, together, timings, ...about })
    tellFindings(order, report)
    return { report, paths: await writeFiles(order.out, await this.outputs(edition, report)) }
  }

  private async gather(order: ProduceOrder): Promise<Gathering> {
    order.tell('produce/reading', { name: order.input })
    const read = await this.gatherer.gather(order.input)
    const gathering = { ...read, facts: { ...read.facts, ...order.facts } }
    tellGathered(order, gathering)
    return gathering
  }

  private async outputs(edition: Edition, report: Report): Promise<OutputFile[]> {
    const files: OutputFile[] = []
    for (const { name, sha256 } of edition.manifest.files) {
      await this.files.check(sha256)
      files.push({ name, bytes: await this.files.read(sha256) })
    }
    return [...files, { name: 'manifest.json', bytes: pretty(edition.manifest) }, { name: 'report.json', bytes: pretty(report) }]
  }
}

const proofables = (gathering: Gathering): Proofable[] =>
  gatheredArticles(gathering).map(({ content }) => ({ content, contentHash: contentHash(content) }))

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

function tellGathered({ tell }: ProduceOrder, gathering: Gathering): void {
  const articles = gatheredArticles(gathering)
  const { facts, bulletin } = gathering
  const characters = articles.reduce((sum, one) => sum + countCharacters(bodyText(one.content)), 0)
  tell('produce/read', { articles: articles.length, columns: gathering.columns.length, characters })
  if (facts.publication === null) tell('produce/no-publication')
  if (facts.number === null) tell('produce/no-number')
  if (facts.date === null) tell('produce/no-date')
  if (bulletin?.damage.detected === true) tell('produce/damaged-text', { count: bulletin.damage.suspectCharacters })
  if (bulletin !== null && bulletin.doubts.length > 0) tell('produce/doubts', { count: bulletin.doubts.length })
}

const tellProgress = ({ tell }: ProduceOrder, { step, pages }: Progress): void => tell(`produce/${step}`, pages === null ? {} : { pages })

function tellFindings({ tell }: ProduceOrder, { findings }: Report): void {
  const count = (severity: string): number => findings.filter((one) => one.severity === severity).length
  tell('produce/proof', { block: count('block'), warn: count('warn'), info: count('info') })
}
