import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Inject, Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { CONFIG, type Config } from '../../platform/config/config.js'
import { Publication } from '../../publications/publication.entity.js'
import { templatesFolder } from '../../publications/template-shelf.js'
import { Producer } from './producer.js'

/** The style whose sample shows a newcomer what comes out. */
const SAMPLE_STYLE = 'planning-and-decision'

export interface SampleFiles {
  readonly pdf: string
  readonly docx: string
}

/** A first run has something to look at: the sample issue, made like any other, through the queue. */
@Injectable()
export class SampleIssue {
  constructor(
    private readonly dataSource: DataSource,
    private readonly producer: Producer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Makes the sample in a house without a publication and answers where its files lie; undefined when there is one. */
  async make(signal?: AbortSignal): Promise<SampleFiles | undefined> {
    const input = join(templatesFolder(), SAMPLE_STYLE, 'sample')
    if (!existsSync(input) || (await this.dataSource.manager.existsBy(Publication, {}))) return undefined
    const out = join(this.config.dataDir, 'sample')
    const { paths } = await this.producer.produce({ input, out, style: SAMPLE_STYLE, facts: {}, signal, tell: () => {} })
    const ending = (format: string): string => paths.find((path) => path.endsWith(`.${format}`)) ?? ''
    return { pdf: ending('pdf'), docx: ending('docx') }
  }
}
